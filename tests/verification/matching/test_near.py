"""Telling texts that are nearly the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from verification.matching.near import BANDS, MOST_COMPARED, compared_shingles, likeness, near_keys, shingles

SAMPLES = Path("verification/samples")
TEXT = (SAMPLES / "dam-collapse.md").read_text()
PERSIAN = (SAMPLES / "ceasefire-fa.md").read_text()
PARAPHRASE = (
    "When the barrier at Kakhovka gave way, villages along the Dnipro were flooded. Ukraine holds that Russian "
    "soldiers mined it; Russia speaks of shelling. Thousands had to leave home, and nobody could check who was right."
)


def share_a_key(one: str, other: str) -> bool:
    return bool(set(near_keys(one)) & set(near_keys(other)))


def alike(one: str, other: str) -> float:
    return likeness(shingles(one), shingles(other))


def test_a_text_has_sixteen_keys_that_stay_the_same_for_ever():
    keys = near_keys("A ferry sank off the northern coast on Tuesday, and nobody saw it sink, a coastguard said.")
    assert len(keys) == len(set(keys)) == BANDS
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert keys[:2] == [3841763320039783481, 6030900902176110427]


def test_a_short_edit_leaves_texts_near():
    edited = TEXT.replace("Monday", "Tuesday").replace("The ", "A ", 2) + "\n\nThis article was updated."
    assert edited != TEXT
    assert share_a_key(TEXT, edited)
    assert 0.8 < alike(TEXT, edited) < 1


def test_a_text_cut_by_a_third_is_still_near():
    assert share_a_key(TEXT, TEXT[: len(TEXT) * 2 // 3])
    assert 0.55 < alike(TEXT, TEXT[: len(TEXT) * 2 // 3]) < 0.75


def test_what_is_told_in_other_words_is_not_near():
    assert not share_a_key(TEXT, PARAPHRASE)
    assert alike(TEXT, PARAPHRASE) < 0.05


def test_articles_that_have_nothing_to_do_with_each_other_are_not_near():
    texts = [file.read_text() for file in sorted(SAMPLES.glob("*.md"))]
    for number, text in enumerate(texts):
        for other in texts[number + 1 :]:
            assert not share_a_key(text, other)


def test_spelling_and_punctuation_do_not_count():
    assert alike(TEXT, TEXT.upper().replace(",", " ;").replace("’", "'")) > 0.97
    typed_in_arabic = PERSIAN.replace("ی", "ي").replace("ک", "ك").replace("\u200c", "")
    assert near_keys(typed_in_arabic) == near_keys(PERSIAN)


def test_chinese_is_compared_by_its_letters():
    text = "星期二，一艘渡轮在北部海岸沉没，海岸警卫队说没有人看见它沉没。港口随后关闭了两天。"
    assert near_keys(text)
    assert alike(text, text.replace("两天", "三天")) > 0.7


@pytest.mark.parametrize("text", ["", "   ", "A ferry sank.", "… — !"])
def test_of_a_text_too_short_nothing_is_said(text):
    assert near_keys(text) == []
    assert likeness(shingles(text), shingles(TEXT)) == 0


def test_of_very_long_texts_the_heads_are_compared():
    long = " ".join(f"word{number}" for number in range(100_000))
    assert likeness(compared_shingles(long), compared_shingles(long[:MOST_COMPARED] + " told otherwise " * 999)) == 1
    assert likeness(compared_shingles(long), compared_shingles("told otherwise " * 10_000 + long)) < 0.1
    assert (compared_shingles(TEXT) == shingles(TEXT)).all()


def test_the_largest_text_takes_about_a_second():
    words = [f"word{number % 50_000}" for number in range(600_000)]
    text = " ".join(words)
    begun = time.process_time()
    assert near_keys(text)
    assert time.process_time() - begun < 3
