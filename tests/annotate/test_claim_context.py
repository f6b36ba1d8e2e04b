"""A claim with what stands around it."""

import pytest

from annotate.claim_context import AROUND, excerpt
from tests.factories import ArticleFactory, BearingFactory, ClaimFactory

pytestmark = pytest.mark.django_db

CLAIMED = "the ferry 🚢 sank"


def test_a_short_article_is_shown_whole():
    claim = ClaimFactory()
    shown = excerpt(claim, [])
    assert shown.text == claim.article.text
    assert (shown.is_cut_before, shown.is_cut_after) == (False, False)
    assert [(mark.start, mark.end, mark.kind) for mark in shown.marks] == [(claim.start, claim.end, "this")]


def test_a_long_article_is_cut_between_words_and_its_marks_still_fit():
    text = "word " * 400 + CLAIMED + " word" * 400
    start = text.index(CLAIMED)
    claim = ClaimFactory(article=ArticleFactory(text=text), start=start, end=start + len(CLAIMED))
    near = BearingFactory(claim=claim, start=claim.end + 1, end=claim.end + 5)
    far = BearingFactory(claim=claim, start=0, end=4)
    shown = excerpt(claim, [near, far])
    assert (shown.is_cut_before, shown.is_cut_after) == (True, True)
    assert len(shown.text) <= 2 * AROUND + len(CLAIMED)
    assert set(shown.text.replace(CLAIMED, "").split()) == {"word"}
    assert [shown.text[mark.start : mark.end] for mark in shown.marks] == [CLAIMED, "word"]


def test_text_without_white_space_is_cut_at_the_claim():
    text = "x" * 2000 + "y" * 10 + "z" * 2000
    claim = ClaimFactory(article=ArticleFactory(text=text), start=2000, end=2010)
    assert excerpt(claim, []).text == "y" * 10
