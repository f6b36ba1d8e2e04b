"""What an article says against its own claims: denials without the verb, other numbers, blame turned round."""

import pytest

from tests.verification.extraction.answers import against
from verification.extraction.engine import extract
from verification.extraction.model import counting, doubt, negation
from verification.extraction.model.gated import Gated
from verification.vocabulary import Dispute

DENIED, UNVERIFIABLE = Dispute.DENIED, Dispute.UNVERIFIABLE


def test_a_contested_city_is_no_denial():
    (claim,) = extract("The army bombed the bitterly contested city of Aldmouth on Monday, killing 14 people.", "en")
    assert claim.dispute == Dispute.NONE


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        (
            "The Observatory said 36 fighters had been captured in the town on Friday.",
            "The spokesman for the militia, Nouri Mahmoud, said that the report was untrue.",
            DENIED,
        ),
        (
            "Residents told the BBC that at least 14 civilians, including six children, were killed.",
            "A military spokesman, Musa Danladi, said no civilians had been harmed.",
            DENIED,
        ),
        (
            "Some 40,000 people took part, according to the organisers.",
            "The police put the number at 8,000.",
            DENIED,
        ),
        (
            "Ukrainian troops shelled a prison that held 50 captives, the Russian authorities in Donetsk said.",
            "Ukraine blamed Russia for the attack on the prison.",
            DENIED,
        ),
        (
            "Separatist forces shelled the village of Horlivka, killing a woman and her two sons, the governor said.",
            "The separatists said that Ukrainian forces had fired the shells themselves.",
            DENIED,
        ),
        (
            "Ukraine's general staff said that 40 Russian soldiers had been killed overnight.",
            "The agency has not been able to verify the battlefield claims of either side.",
            UNVERIFIABLE,
        ),
    ],
)
def test_what_speaks_against_a_claim_is_linked_to_it(claim, answer, kind):
    found, words = against(claim, answer)
    assert found == kind
    assert words
    assert all(said.rstrip(".") in answer for said in words)


@pytest.mark.parametrize(
    "answer",
    [
        "The minister rejected calls for lower taxes.",
        "The government denied the family a visa in 2019.",
        "It is not known when the next meeting will be held.",
        "The party's leader, Tom Hale, said that he did not believe in miracles.",
        "The bank did not change its forecast for growth.",
        "Hale said that 12 new schools would be built.",
    ],
)
def test_what_only_sounds_like_a_denial_speaks_against_nothing(answer):
    assert against("Inflation rose to 8.1 per cent in May, the statistics office said.", answer) == (Dispute.NONE, [])


def test_one_side_does_not_deny_what_it_says_itself():
    kind, words = against(
        "Russia's defence ministry said its missiles had hit a depot of weapons, killing 18 men.",
        "Moscow denies that its missiles hit a depot of grain.",
    )
    assert (kind, words) == (Dispute.NONE, [])


def test_a_denial_of_any_wrongdoing_means_what_was_said_of_the_denier():
    text = (
        "Kurdish officials said that Turkish jets had bombed a hospital in Afra, killing 16 people.\n\n"
        "The town has 20,000 inhabitants.\n\n"
        "Its mayor, Rezan Gul, called for help.\n\n"
        "Ankara denies any wrongdoing."
    )
    bombed = next(c for c in extract(text, "en") if "hospital" in c.quote)
    assert [text[a.start : a.end] for a in bombed.against] == ["Ankara denies any wrongdoing."]


FILLER = (
    "The valley lies between two lakes.",
    "Its market opens twice a week.",
    "The road to the coast was built in 1974.",
    "A railway line followed nine years later.",
    "Snow fell in the hills at night.",
    "The school has a new roof.",
)


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        (
            "South Sudanese troops burned three villages last week, a rights group said on Tuesday.",
            "Juba dismissed the report as a fabrication.",
            DENIED,
        ),
        (
            "Arkan accused Belmar of sending troops across the border and killing four of its guards.",
            "The Belmari president, Yan Oster, rejected the accusation.",
            DENIED,
        ),
        (
            "Mila Horan accused the electoral commission of adding the names of dead people to the rolls.",
            "The commission said the rolls had been checked twice and contained no dead voters.",
            DENIED,
        ),
        (
            "Cholera has killed 312 people in the port since June, doctors at its main hospital say.",
            "The ministry put the toll at 40.",
            DENIED,
        ),
        (
            "The commander, Isak Dorre, said his fighters had captured the bridge at Selm.",
            "The defence ministry said the bridge remained under its control.",
            DENIED,
        ),
        (
            "Local doctors said that an air strike had hit a clinic in Selm and killed five nurses.",
            "A general denied hitting the clinic.",
            DENIED,
        ),
        (
            "Minister Jon Abeke said that 45 children had starved in a month.",
            "Paul Tarro said there was no evidence that any child had died of hunger.",
            DENIED,
        ),
        (
            "Government jets bombed a market in Sennal and killed 70 people, residents said.",
            "The military denied responsibility for the strike.",
            DENIED,
        ),
        (
            "Internal emails show that executives knew of the leaks in 2017, according to a lawsuit.",
            "The company's lawyers said the emails had been taken out of context.",
            DENIED,
        ),
    ],
)
def test_an_answer_finds_its_claim_from_afar(claim, answer, kind):
    found, words = against(claim, *FILLER, answer)
    assert found == kind
    assert len(words) == 1
    assert words[0].rstrip(".") in answer


@pytest.mark.parametrize(
    "answer",
    [
        "The commission put the price of the new bridge at 40 million euros.",
        "A hotel owner denied that his rooms were dirty.",
        "The mayor said that no decision about the harbour had been made.",
        "It is not clear when the harbour will open.",
        "The club dismissed its coach after three defeats.",
        "The mayor said that the group of four troops of scouts, who had not seen the villages before, would march on.",
    ],
)
def test_an_answer_to_something_else_finds_nothing_from_afar(answer):
    claim = "South Sudanese troops burned three villages last week, killing 60 people, a rights group said on Tuesday."
    assert against(claim, *FILLER, answer) == (Dispute.NONE, [])


def test_neither_account_means_the_claim_that_was_answered_last():
    text = (
        "The agriculture ministry said that 312 people had died of cholera in the port.\n\n"
        + " ".join(FILLER)
        + "\n\nThe health ministry put the toll at 40.\n\n"
        "Fishermen said that the market had been closed for two weeks.\n\n"
        "Neither figure could be confirmed."
    )
    found = {c.claimant: [text[a.start : a.end] for a in c.against] for c in extract(text, "en")}
    assert "Neither figure could be confirmed." in found["agriculture ministry"]
    assert found["Fishermen"] == []


def links(*paragraphs: str) -> dict[str, list[str]]:
    """What bears on each claim of an article, by the first words of both."""
    text = "\n\n".join(paragraphs)
    return {
        " ".join(c.quote.split()[:2]): [" ".join(text[a.start : a.end].split()[:2]) for a in c.against]
        for c in extract(text, "en")
    }


def test_a_denial_answers_the_claim_that_follows_it_too():
    found = links(
        "The army denied reports that an air strike in the eastern district of Haska had killed 16 civilians.",
        "Earlier the district governor, Saaz Walid, told reporters that 16 civilians had been killed by an air strike.",
    )
    assert found["Earlier the"] == ["The army"]


def test_a_denial_of_the_claim_answers_all_that_say_the_same():
    found = links(
        "Rebels in the north claimed on Sunday that they had captured Sam-Wanja near the border.",
        "Fighters captured Sam-Wanja near the border, rebel spokesman Abakar Sabun told the agency.",
        "The government spokesman, Cyril Gonda, denied the claim.",
    )
    assert found["Rebels in"] == found["Fighters captured"] == ["The government"]


def test_reports_of_both_sides_that_could_not_be_verified_are_all_meant():
    found = links(
        "Shelling killed four people in the city, the governor said.",
        "A drone killed one person and wounded nine in the port, the mayor, Oleh Kipran, said.",
        "The agency could not verify the reports of either side.",
    )
    assert found["Shelling killed"] == found["A drone"] == ["The agency"]


@pytest.mark.parametrize(
    "answer",
    [
        "But the ministry said the report was biased and politically motivated.",
        "The army rubbished the claim.",
        "The ministry ruled out any involvement of its troops.",
        "The army said its troops were not involved.",
        "The government has no record of any such strike, its spokesman said.",
        "The army hit back at the report.",
    ],
)
def test_denials_come_in_many_words(answer):
    text = f"Army jets bombed a clinic in Selm, killing nine people, a rights group said.\n\n{answer}"
    assert extract(text, "en")[-1].dispute == DENIED


GATED = [held for of in (counting, doubt, negation) for held in vars(of).values() if isinstance(held, Gated)]
WORDINGS = """
it remains unclear who fired|it isn't yet known|they found no evidence|the mayor had no knowledge of it|she saw no link
but the front claimed responsibility|not clear why he left|that is at odds with the report|contrary to the map
they blamed each other|the two accused one another|he denied them access|the court rejected his plan
the board dismissed the chief|the union put the toll at 12|with a much higher estimate|a revised count
far fewer came|there is no sign of it|no proof that it was so|a video shows it|the hill is still held|she wasn’t told
nobody came|yet they came|but this report was not confirmed
"""


@pytest.mark.parametrize(
    "wording", ["that is not so", "he called it a lie", "the toll is too high", "it never happened"]
)
def test_denials_are_found_where_their_words_stand(wording):
    assert doubt.DENIES.search(wording)


@pytest.mark.parametrize("wording", WORDINGS.strip().replace("\n", "|").split("|"))
def test_what_is_looked_for_only_beside_some_parts_is_found_as_it_would_be_without(wording):
    found = [bool(held.search(wording)) for held in GATED]
    assert found == [bool(held.pattern.search(wording)) for held in GATED]
    assert any(found)
