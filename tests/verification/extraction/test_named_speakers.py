"""Who speaks is called by the whole name, and is neither the owner of who speaks nor somebody else beside them."""

import pytest

from verification.extraction.engine import extract


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Food and Drug Administration said on Monday that 14 men had died.", "Food and Drug Administration"),
        ("The Harbour School of Public Health said 14 men had died in May.", "Harbour School of Public Health"),
        ("Clara Lind was charged with killing 14 men in May. Her lawyer rejected the charges.", "lawyer"),
        ("The company that employs them denied that 14 men had been shot in the port.", "company"),
        ("Funeral directors and doctors kept saying that 14 men had died.", "Funeral directors and doctors"),
        ("Harbour Watch releases list of 14 dead as Army insists no civilian was shot", "Army"),
        ("A video said to show 14 men at the plant in Norland has been viewed a million times.", "unnamed"),
        (
            "Two mothers, Clara Lind and Anna Oder, told the hearings about 14 sons who took their own lives.",
            "Clara Lind and Anna Oder",
        ),
    ],
)
def test_who_speaks_is_named_in_full(text, who):
    assert extract(text, "en")[-1].claimant == who


@pytest.mark.parametrize(
    "text",
    [
        "A video said to show 14 men at the plant in Norland has been viewed a million times.",
        "Two mothers, Clara Lind and Anna Oder, told the hearings about 14 sons who took their own lives.",
    ],
)
def test_what_something_is_said_to_show_and_what_is_told_of_are_no_statement(text):
    assert [claim.statement for claim in extract(text, "en")] == [text]
