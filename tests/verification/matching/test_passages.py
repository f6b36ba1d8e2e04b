from __future__ import annotations

from verification.matching.features import features
from verification.matching.passages import bearing_on, sentences_of

CLAIM = "انفجار بمب در هرات ۱۲ کشته برجای گذاشت."
TOLD = "در انفجار بمب در هرات دوازده نفر کشته شدند."


def test_a_passage_is_read_in_the_language_of_its_article() -> None:
    (found,) = bearing_on(features(CLAIM, False, "fa"), sentences_of(TOLD, "fa"))
    assert "the same number: 12" in found.reason


def test_a_sentence_that_is_a_claim_is_read_once() -> None:
    features.cache_clear()
    claim = features(TOLD, False, "fa")
    (sentence,) = sentences_of(TOLD, "fa")
    assert sentence.read is claim
