"""Words that look like speech, like a denial or like a speaker, as they stand in news, and are none."""

from __future__ import annotations

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Dispute


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 Karl Oder unveiled the plan: a set of Clean Port rules that closed 40 docks.",
        "Karl Oder has answered with attacks on the port, including Friday’s 12 tweets.",
        "The doctors looked for 40 sailors, someone more interested in details than in names.",
        "Clara Lind refuses to release the 40 letters or explain how the port was sold in 1996.",
        "It was a rise of 40 ships, much of which can be credited to the laws proposed under Karl Oder in the 1970s.",
    ],
)
def test_a_noun_that_could_be_a_verb_of_speech_makes_nobody_speak(text):
    assert set(claimants(text)) <= {None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The union spokesman Karl Oder told The Harbour Post that 40 ships were late.", "Karl Oder"),
        ("“The law was repealed by 67 senators,” Majority Leader Karl Oder, R-Ky., said Tuesday.", "Karl Oder"),
        ("Committee Chairman Karl Oder (R-Utah) said Tuesday that 67 letters were missing.", "Karl Oder"),
        ("Clara Lind left.\n\nThe Aldmouth Gazette reports:\n\n“Just 24 sailors were paid.”", "Aldmouth Gazette"),
        ("“The support he has is scary. He has closed 40 docks in 2015.” ― Edwin G. Ohm", "Edwin G. Ohm"),
        ("Karl Oder surprised the port last week by saying that the judge had taken 40 ships.", "Karl Oder"),
        ("“He has closed 40 docks in 2015.”\n\n— Clara Lind, a teacher in Aldmouth", "Clara Lind"),
    ],
)
def test_the_speaker_is_told_from_papers_days_parties_and_signatures(text, who):
    assert claimants(text)[-1] == who


def test_a_dash_behind_no_quotation_signs_nothing():
    assert claimants("The port closed 40 docks in 2015. — Clara Lind, a teacher, left.")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "The port lost 40 ships, the union said. The minister, Clara Lind, said it would not lose any more ships.",
        "The port has 40 ships, the union said. The minister took issue with the new port law.",
        "The ministry said the plan had 40 parts. A motion for a new count of the plan has since been denied.",
        "The minister said 40 ships were late. The union was sceptical of the port's leaders.",
        "The minister said the fleet had 40 ships. It was not so long ago that the fleet had sails.",
        "Most sailors say they are paid 40 crowns. 26 per cent of sailors said they were not paid 40 crowns.",
    ],
)
def test_what_is_opposed_refused_promised_or_polled_denies_nothing(text):
    assert {claim.dispute for claim in extract(text, "en")} == {Dispute.NONE}


def test_what_is_said_not_to_be_so_still_contradicts():
    first, second = extract(
        "Most sailors are paid 40 crowns, Karl Oder said. The union said sailors were not paid.", "en"
    )
    assert first.dispute is second.dispute is Dispute.DENIED


def test_two_apostrophes_are_a_quotation_mark_and_stay_in_the_quote():
    text = "The port is old, Karl Oder said. ''It lost 40 cranes,'' he said. ''The union's men lost 14.''"
    claims = extract(text, "en")
    assert [claim.claimant for claim in claims][1:] == ["Karl Oder"] * 2
    assert [claim.quote for claim in claims] == [text[claim.start : claim.end] for claim in claims]
    assert "''" in "".join(claim.quote for claim in claims)
    assert [claim.statement for claim in claims][1:] == ["The port lost 40 cranes.", "The union's men lost 14."]
    assert claims[1].suffix == text[claims[1].end :][:32]
