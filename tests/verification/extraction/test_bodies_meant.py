"""Which body "it", "the group" and "its report" mean, and whom an office that is told by a verb means."""

import pytest

from verification.extraction.engine import extract


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour fund, Norcef, on Tuesday called for help. Ninety of them, it said, had been taken.", "Norcef"),
        ("The Harbour Ministry opened an inquiry. No ship was lost, it said.", "Harbour Ministry"),
        ("The army has opened an inquiry, it announced today, after 14 men died in the port.", "army"),
        (
            "The Harbour Ministry said 12 had died. Those inside told reporters of 14. It also said 40 were lost.",
            "Harbour Ministry",
        ),
        (
            "Police shot 14 men, the Interior Ministry said on Monday.\n\n"
            "The Harbour Front, which fights there, holds 40 men. The group said that 14 of its men had died.",
            "Harbour Front",
        ),
        (
            "The Harbour Front said 40 ships were lost. Police shot 14 men, officials said. "
            "The group added that 14 of its men had died.",
            "Harbour Front",
        ),
        (
            "Open Docks, a rights group, said 40 ships were lost. Many recent studies show that 14 men died. "
            "The group added that 30 more were missing.",
            "Open Docks",
        ),
        ("The Harbour Army closed its inquiry on Monday. Forty men had died, its report says.", "Harbour Army"),
        (
            "The Harbour Front, which fights there, holds it. The port was shelled, says the group's statement.",
            "Harbour Front",
        ),
        (
            'The Harbour Union responded that 14 ships were lost. "Forty men died in May," the statement said.',
            "Harbour Union",
        ),
        ("The Harbour Union said 14 men died. The inquest is shut. It added that 40 ships were lost.", "Harbour Union"),
        ("An e-mail from the Harbour Union says that 40 men have died.", "Harbour Union"),
    ],
)
def test_a_body_is_named_where_a_short_word_means_it(text, who):
    assert extract(text, "en")[-1].claimant == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Karl Oder, who governs the Harbour region, said 14 men had died. Omar Vance rang. "
            "Forty ships were lost, the governor said.",
            "Karl Oder",
        ),
        (
            "Karl Oder, who heads the commission for ports and trade, said 14 men had died. Omar Vance rang. "
            "Forty ships were lost, the commission's head said.",
            "Karl Oder",
        ),
        ("Two men who survived said that a plane fired 14 missiles at the port.", "Two men who survived"),
        ("Then 14 gunmen came, people who were there told the paper.", "people who were there"),
        ("Clara Lind herself, when the paper rang, said 40 men had died.", "Clara Lind"),
        (
            "Only guards could have shot the 14 men, said one of them, Karl Oder of the Harbour Watch, a rights body.",
            "Karl Oder",
        ),
        (
            "Forty ships were lost, said a port official who may not be named.\n\n"
            "The chief official of the port, Karl Oder, said 14 men died.",
            "port official",
        ),
    ],
)
def test_somebody_is_meant_by_what_they_do_and_nobody_where_they_may_not_be_named(text, who):
    claims = extract(text, "en")
    assert (claims[0] if "may not" in text else claims[-1]).claimant == who
