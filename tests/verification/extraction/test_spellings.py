"""Names in another spelling."""

import re

import pytest

from verification.extraction.claimants import party_key
from verification.extraction.spellings import pattern_of


@pytest.mark.parametrize(
    ("asked", "name", "is_found"),
    [
        ("Masoud", "Ahmad Massoud", True),
        ("Massoud", "Masoud", True),
        ("masood", "Massoud", True),
        ("Ahmad Masoud", "Ahmad Shah Massoud", False),
        ("Ahmad Mas", "Ahmad Massoud", False),  # too short to tell
        ("Zelensky", "Volodymyr Zelenskyy", True),
        ("Kharkiv", "Harkiv Council", True),
        ("soud", "Ahmad Massoud", False),
        ("Abdul Ghani", "Abdullah Ghani", True),
    ],
)
def test_a_name_is_found_in_any_spelling_from_the_beginning_of_its_words(asked: str, name: str, is_found: bool) -> None:
    pattern = pattern_of(asked)
    assert (pattern is not None and re.search(pattern, party_key(name)) is not None) is is_found


@pytest.mark.parametrize("asked", ["HF", "", "...", "the UN"])
def test_what_is_short_has_no_other_spelling(asked: str) -> None:
    assert pattern_of(asked) is None
