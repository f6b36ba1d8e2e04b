"""Two who say something together are both named; a body with "and" in its name stays one."""

import pytest

from verification.extraction.claimants import is_party
from verification.extraction.engine import extract
from verification.vocabulary import PartyKind


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The UNHCR and IOM said that 400 people had crossed the river.", "UNHCR and IOM"),
        ("The Harbour Union and the Dock Council said that 40 ships had been lost.", "Harbour Union and Dock Council"),
        ("Forty ships were lost, according to a report by the UNHCR and the IOM.", "UNHCR and IOM"),
        ("Ilse Marn and Tomas Brandt said that 40 ships had been lost.", "Ilse Marn and Tomas Brandt"),
        ("Norway and Sweden said that 40 ships had been lost.", "Norway and Sweden"),
        (
            "The Harbour Relief Fund (HRF) and the U.S. Centers for Flood Control and Rescue (CFR) reported"
            " that 40 ships had been lost.",
            "Harbour Relief Fund and U.S. Centers for Flood Control and Rescue",
        ),
        (
            "The Ministry of Health and Social Affairs said that 40 people had died.",
            "Ministry of Health and Social Affairs",
        ),
        ("Police and the fire service said that 40 people had died.", "Police and the fire service"),
    ],
)
def test_both_are_named_who_say_it_together(text: str, who: str):
    assert [claim.claimant for claim in extract(text, "en")] == [who]


def test_the_last_name_of_each_is_led_back_to_the_whole_one():
    text = "Ilse Marn met Tomas Brandt, the harbour master.\n\nMarn and Brandt said that 40 ships had been lost."
    assert extract(text, "en")[-1].claimant == "Ilse Marn and Tomas Brandt"


def test_two_together_are_no_party_of_their_own():
    assert not is_party("Harbour Union and Dock Council", PartyKind.UNKNOWN)
    assert is_party("Ministry of Health and Social Affairs", PartyKind.BODY)
