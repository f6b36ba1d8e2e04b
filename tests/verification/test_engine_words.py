"""What engines and matching say, said again in the language of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils import translation

from tests.verification.extraction.test_samples import SAMPLES, text_of
from verification.engine_words import _sentences, in_words
from verification.extraction.engine import extract
from verification.jobs import release
from verification.matching import compare
from verification.retrieval import address, fetch, page

NAMES = re.compile(r"U\.S\. \w+|Houthis|Kabul|Kunduz|Mazar|\b\d+(?:,\d+)*")
SAID_BY_MATCHING = [
    "Says the same, word for word.",
    "Names another doer: the Houthis here, the U.S. Navy there. In both: port, U.S. forces. Said 2 days later.",
    "Another number (civilians killed): 1,200 here, 14 there. In both: Mazar. Said on the same day.",
    "Its article corrects the other's. Another number: 3 here, 4 there. In both: Kabul, 7.",
    "Says what the other says, and more. In both: Kunduz, governor.",
    "Speaks of Kunduz, governor too, with another number: 12, with a denial.",
]


def test_everything_that_extraction_says_of_the_samples_is_a_phrase_of_ours() -> None:
    said = set()
    for sample in sorted(SAMPLES.glob("*.md")):
        for candidate in extract(text_of(sample.name)):
            said |= {*candidate.reasons, *candidate.ambiguities, *(against.reason for against in candidate.against)}
    assert len(said) > 10
    assert [reason for reason in said if _sentences(reason) is None] == []


@pytest.mark.parametrize("reason", SAID_BY_MATCHING)
def test_what_matching_says_is_told_in_persian_with_its_names_and_numbers(reason: str) -> None:
    with translation.override("fa"):
        told = in_words(reason)
    assert told != reason
    assert [name for name in NAMES.findall(reason) if name not in told] == []


def test_no_sentence_of_matching_is_without_its_phrase() -> None:
    source = Path(compare.__file__).read_text()
    begun = re.findall(r'"(?: ?)((?:Another|Said|Says|Names|No dates|In both|Its article|The higher)[^"{]{4,})', source)
    known = Path(_sentences.__code__.co_filename).read_text()
    assert [sentence for sentence in begun if sentence.strip(" :(")[:20] not in known] == []


def test_every_reason_why_a_page_was_not_retrieved_is_a_phrase_of_ours() -> None:
    source = "".join(Path(module.__file__).read_text() for module in (address, fetch, page))
    said = [
        *re.findall(r'(?:NotRetrieved|cls)\(f?"([^"]+)"\)', source),
        *re.findall(r'^(?:[A-Z_]+ =|    \d+:) "([^"]+)"', source, re.M),
    ]
    assert len(said) > 25
    assert [sentence for sentence in said if _sentences(re.sub(r"{[^}]*}", "5", sentence)) is None] == []


def test_what_a_release_leaves_out_and_why_are_phrases_of_ours() -> None:
    said = re.findall(r'"(?:what|why)": "([^"]+)"', Path(release.__file__).read_text())
    assert len(said) == 8
    assert [words for words in said if _sentences(words) is None] == []


def test_what_is_no_phrase_stays_as_it_is_and_english_is_not_touched() -> None:
    with translation.override("fa"):
        assert in_words("The model's own words.") == "The model's own words."
    assert in_words("gives a number") == "gives a number"
