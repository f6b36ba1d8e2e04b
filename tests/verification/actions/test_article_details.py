"""Putting right what is known of an article."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import ArticleFactory, ClaimFactory, OriginalFactory, PublicationFactory, member
from verification.actions.article_details import (
    correct_details,
    correct_publication,
    list_publication,
    remove_publication,
)
from verification.actions.versions import version_of
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.jobs.extract import run as extract
from verification.models import Article, AuditEvent, Claim, ExtractionRun, Project, Publication, User
from verification.vocabulary import ArticleState, DateBasis, DatePrecision, Origin, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


@pytest.fixture
def article(project: Project) -> Article:
    ArticleFactory(project=project)  # noise
    made: Article = ArticleFactory(project=project, title="The harbor", language="en")
    return made


def test_an_article_whose_language_was_wrong_is_extracted_again_and_keeps_its_claims(article, curator):
    claim = ClaimFactory(article=article)
    Article.objects.filter(pk=article.pk).update(state=ArticleState.EXTRACTING)
    extract(article.pk)
    before = ExtractionRun.objects.filter(article=article).latest("id")
    assert before.parameters["language"] == "en"
    correct_details(article, change={"title": "The quay"}, by=curator)
    assert Article.objects.get(pk=article.pk).state == ArticleState.DONE
    correct_details(article, change={"language": "fr"}, by=curator)
    assert Article.objects.get(pk=article.pk).state == ArticleState.EXTRACTING
    extract(article.pk)
    after = ExtractionRun.objects.filter(article=article).latest("id")
    assert after.pk != before.pk
    assert after.parameters["language"] == "fr"
    assert Claim.objects.filter(pk=claim.pk, withdrawn_at__isnull=True).exists()
    assert Article.objects.get(pk=article.pk).state == ArticleState.DONE


def told() -> dict[str, Any]:
    facts: dict[str, Any] = AuditEvent.objects.filter(subject="article").latest("id").facts
    return facts


def test_details_change_and_the_trail_keeps_dates_and_languages_but_no_texts(article, curator):
    correct_details(
        article, change={"title": "The harbour", "language": "fa", "keep_until": date(2030, 1, 2)}, by=curator
    )
    article.refresh_from_db()
    assert (article.title, article.language, article.keep_until) == ("The harbour", "fa", date(2030, 1, 2))
    assert told() == {
        "fields": ["title", "language", "keep_until"],
        "language": ["en", "fa"],
        "keep_until": [None, "2030-01-02"],
    }


def test_what_changes_nothing_leaves_no_event(article, curator):
    correct_details(article, change={"title": "The harbor", "language": "en"}, by=curator, seen="long ago")
    assert not AuditEvent.objects.filter(kind="article.details_corrected").exists()


def test_the_later_of_two_is_told_and_overwrites_nothing(article, curator):
    seen = version_of(article)
    correct_details(article, change={"title": "First"}, by=curator, seen=seen)
    with pytest.raises(Conflict, match="Somebody else has changed this meanwhile"):
        correct_details(article, change={"title": "Second"}, by=curator, seen=seen)
    article.refresh_from_db()
    assert article.title == "First"
    correct_details(article, change={"title": "Second"}, by=curator, seen=version_of(article))


def test_only_curators_correct(article):
    for role in (Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER):
        with pytest.raises(NotAllowed, match="Only curators"):
            correct_details(article, change={"title": "Mine"}, by=member(article.project, role))
        with pytest.raises(NotAllowed, match="Only curators"):
            list_publication(article, ran={"outlet": "Mine"}, by=member(article.project, role))


def test_an_article_on_its_way_is_not_corrected_yet(project, curator):
    waiting = OriginalFactory(article__project=project).article
    with pytest.raises(Conflict, match="still on its way"):
        correct_details(waiting, change={"title": "Too early"}, by=curator)
    with pytest.raises(Conflict, match="still on its way"):
        list_publication(waiting, ran={"outlet": "Too early"}, by=curator)


@pytest.mark.parametrize(
    ("said", "day", "precision"),
    [
        ("2026-11-21", date(2026, 11, 21), DatePrecision.DAY),
        ("2026-11", date(2026, 11, 1), DatePrecision.MONTH),
        ("2026", date(2026, 1, 1), DatePrecision.YEAR),
    ],
)
def test_a_publication_is_added_with_its_date_as_exactly_as_it_is_known(article, curator, said, day, precision):
    made = list_publication(article, ran={"outlet": " Harbour News ", "published_on": said}, by=curator)
    made.refresh_from_db()
    assert (made.outlet, made.published_on, made.published_precision) == ("Harbour News", day, precision)
    assert made.published_basis == DateBasis.PERSON
    assert told() == {"publication": made.pk}


def test_a_publication_is_corrected_and_what_is_not_said_stays(article, curator):
    made = PublicationFactory(article=article, outlet="Harbor News", url="https://harbour.example/1")
    correct_publication(
        made, change={"outlet": "Harbour News", "published_on": "2025-05", "origin": Origin.WIRE}, by=curator
    )
    made.refresh_from_db()
    assert (made.outlet, made.url, made.origin) == ("Harbour News", "https://harbour.example/1", Origin.WIRE)
    assert told()["published_on"][1] == "2025-05-01"
    assert "outlet" in told()["fields"]
    assert "outlet" not in told()
    correct_publication(made, change={"published_on": ""}, by=curator)
    made.refresh_from_db()
    assert (made.published_on, made.published_precision, made.published_basis) == (None, None, DateBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("ran", "why"),
    [
        ({}, "Say at least one thing"),
        ({"origin": Origin.WIRE}, "Say at least one thing"),
        ({"url": "https://harbour.example/1"}, "listed already"),
        ({"outlet": "News", "published_on": "yesterday"}, "is no date"),
    ],
)
def test_what_cannot_be_a_publication_is_refused(article, curator, ran, why):
    PublicationFactory(article=article, url="https://harbour.example/1")
    with pytest.raises(Invalid, match=why):
        list_publication(article, ran=ran, by=curator)
    assert article.publications.count() == 1


def test_a_publication_is_taken_out_unless_somebody_has_changed_it(article, curator):
    made = PublicationFactory(article=article)
    seen = version_of(made)
    correct_publication(made, change={"outlet": "Another"}, by=curator, seen=seen)
    with pytest.raises(Conflict, match="changed this meanwhile"):
        remove_publication(made, by=curator, seen=seen)
    with pytest.raises(Conflict, match="changed this meanwhile"):
        correct_publication(made, change={"outlet": "A third"}, by=curator, seen=seen)
    made.refresh_from_db()
    key = made.pk
    remove_publication(made, by=curator, seen=version_of(made))
    assert told() == {"publication": key}
    with pytest.raises(Conflict, match="taken this publication out"):
        remove_publication(Publication(pk=key, article=article), by=curator)
