from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Claim, Judgement
from verification.models.planned import leave
from verification.soft_rules import looking_up, soft_warnings
from verification.vocabulary import DatePrecision, SoftRule


@pytest.fixture
def judgement(claim: Claim) -> Judgement:
    factories.PublicationFactory(
        article=claim.article,
        url="https://www.harbour-news.example/reopened",
        outlet="Harbour News",
        published_on=date(2024, 5, 6),
        published_precision=DatePrecision.DAY,
        published_basis="metadata",
    )
    return factories.JudgementFactory(annotation__claim=claim)


def link(judgement: Judgement, **fields: Any) -> None:
    dated = {"published_on": date(2024, 5, 1), "published_precision": DatePrecision.DAY}
    factories.EvidenceFactory(judgement=judgement, **(dated | fields))


def asked(judgement: Judgement) -> list[tuple[int, SoftRule]]:
    return [(warning.position, warning.rule) for warning in soft_warnings(judgement)]


def test_nothing_is_asked_of_dated_evidence_from_elsewhere(judgement: Judgement) -> None:
    link(judgement)
    factories.PassageFactory(judgement=judgement)
    assert asked(judgement) == []


def test_evidence_published_after_the_claim_is_asked_about(judgement: Judgement) -> None:
    link(judgement, published_on=date(2024, 5, 7))
    assert asked(judgement) == [(0, SoftRule.PUBLISHED_AFTER_CLAIM)]


def test_undated_evidence_is_asked_about(judgement: Judgement) -> None:
    link(judgement, published_on=None, published_precision=None)
    other = factories.ArticleFactory(project=judgement.annotation.claim.project)
    factories.PassageFactory(judgement=judgement, article=other)
    assert asked(judgement) == [(0, SoftRule.DATE_UNKNOWN), (1, SoftRule.DATE_UNKNOWN)]


@pytest.mark.parametrize("fields", [{"outlet": "harbour news"}, {"url": "https://harbour-news.example/other"}])
def test_evidence_from_the_claims_own_outlet_is_asked_about(judgement: Judgement, fields: dict[str, str]) -> None:
    link(judgement, **fields)
    assert asked(judgement) == [(0, SoftRule.SAME_OUTLET)]


def test_two_items_with_the_same_words_are_asked_about(judgement: Judgement) -> None:
    link(judgement, quote="No ship  docked.")
    link(judgement, quote="no ship docked.")
    assert asked(judgement) == [(0, SoftRule.SAME_ORIGIN), (1, SoftRule.SAME_ORIGIN)]


def test_what_was_looked_up_while_it_was_written_is_the_same(
    judgement: Judgement, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stored = factories.ArticleFactory(project=judgement.annotation.claim.project)
    factories.PublicationFactory(article=stored, url="https://archive.example/page")
    link(judgement, url="http://archive.example/page", outlet="Harbour News", quote="The harbour never closed.")
    written = Judgement.objects.select_related("annotation__claim").prefetch_related("evidence__dismissed").get()
    leave(*looking_up(written))
    expected = [(0, SoftRule.SAME_OUTLET), (0, SoftRule.QUOTE_NOT_FOUND)]
    with django_assert_num_queries(1):  # for the words of the stored page
        assert asked(written) == expected
    assert asked(judgement) == expected


def test_where_there_is_no_evidence_nothing_is_looked_up(judgement: Judgement) -> None:
    assert looking_up(Judgement.objects.get()) == []


def test_a_quote_that_the_stored_page_does_not_have_is_asked_about(judgement: Judgement) -> None:
    stored = factories.ArticleFactory(project=judgement.annotation.claim.project)
    factories.PublicationFactory(article=stored, url="https://archive.example/page")
    link(judgement, url="http://www.archive.example/page/", quote="The harbour never closed.")
    link(judgement, url="http://www.archive.example/page/", quote="no ship had docked")
    assert asked(judgement) == [(0, SoftRule.QUOTE_NOT_FOUND)]


def test_one_copy_that_has_the_quote_is_enough(judgement: Judgement) -> None:
    for text in ("The harbour closed for a day.", "The harbour never closed.", "Nothing of it."):
        article = factories.ArticleFactory(project=judgement.annotation.claim.project, text=text)
        factories.PublicationFactory(article=article, url="https://archive.example/page")
    link(judgement, url="http://www.archive.example/page/", quote=" The harbour never closed. ")
    assert asked(judgement) == []


def test_a_quote_is_looked_for_in_a_moment_where_a_page_says_the_same_over_and_over(judgement: Judgement) -> None:
    endless = factories.ArticleFactory(project=judgement.annotation.claim.project, text="a" * 1_000_000)
    factories.PublicationFactory(article=endless, url="https://archive.example/page")
    link(judgement, url="https://archive.example/page", quote="b" + "a" * 19_000)
    began = time.monotonic()
    assert asked(judgement) == [(0, SoftRule.QUOTE_NOT_FOUND)]
    assert time.monotonic() - began < 5


def test_a_warning_set_aside_keeps_its_word(judgement: Judgement) -> None:
    link(judgement, published_on=date(2024, 5, 7))
    judgement.evidence.get().dismissed.create(rule=SoftRule.PUBLISHED_AFTER_CLAIM, word="it reports what was known")
    assert soft_warnings(judgement)[0].dismissed == "it reports what was known"


def test_costs_the_same_however_much_evidence_there_is(
    judgement: Judgement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    other = factories.ArticleFactory(project=judgement.annotation.claim.project)
    for _item in range(5):
        link(judgement)
        factories.PassageFactory(judgement=judgement, article=other)
    with django_assert_max_num_queries(7):
        soft_warnings(judgement)
