"""What comes beside a row, in its statement, is what a statement of its own would have brought."""

from typing import Any

import pytest
from django.db.models import Model

from tests.factories import (
    AttributionFactory,
    ClaimFactory,
    EvidenceFactory,
    JudgementFactory,
    PublicationFactory,
    SearchFactory,
)
from verification.models import Annotation, Claim, DismissedWarning, Judgement, Resolution
from verification.models.beside import Beside, beside, put_beside
from verification.vocabulary import SoftRule

pytestmark = pytest.mark.django_db


def stored(rows: Any) -> list[dict[str, Any]]:
    return [{column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields} for row in rows]


def asked_apart(rows: Any, model: type[Model]) -> list[dict[str, Any]]:
    return stored([model._default_manager.get(pk=row.pk) for row in rows])


def test_rows_come_whole_in_their_order_and_with_their_own(django_assert_num_queries: Any) -> None:
    judgement = JudgementFactory()
    for position in (2, 0, 1):
        item = EvidenceFactory(judgement=judgement, position=position, quote=f"“{position}”\n\t\\ ' é 𝔞")
        DismissedWarning.objects.create(evidence=item, rule=SoftRule.DATE_UNKNOWN, word=f"because {position}")
    SearchFactory(judgement=judgement)
    EvidenceFactory(judgement=JudgementFactory())
    with django_assert_num_queries(1):
        found = Judgement.objects.with_words().get(pk=judgement.pk)
        evidence = list(found.evidence.all())
        said = [[warning.word for warning in item.dismissed.all()] for item in evidence]
        searches = list(found.searches.all())
        assert evidence[0].judgement is found
    assert [item.position for item in evidence] == [0, 1, 2]
    assert said == [["because 0"], ["because 1"], ["because 2"]]
    assert stored(evidence) == asked_apart(evidence, type(evidence[0]))
    assert stored(searches) == asked_apart(searches, type(searches[0]))


def test_what_belongs_to_the_claim_of_a_row_comes_with_the_row(django_assert_num_queries: Any) -> None:
    annotation = JudgementFactory().annotation
    attribution = AttributionFactory(claim=annotation.claim)
    publication = PublicationFactory(article=annotation.claim.article)
    relations = Beside("claim__attributions"), Beside("claim__article__publications")
    with django_assert_num_queries(1):
        found = beside(Annotation.objects.select_related("claim__article"), *relations).get(pk=annotation.pk)
        assert list(found.claim.attributions.all()) == [attribution]
        assert list(found.claim.article.publications.all()) == [publication]


def test_what_is_put_beside_a_row_can_be_narrowed_down(django_assert_num_queries: Any) -> None:
    claim = ClaimFactory()
    first, second = (AttributionFactory(claim=claim, position=position) for position in (0, 1))
    AttributionFactory(position=1)
    put_beside(claim, "attributions", [first])
    with django_assert_num_queries(0):
        assert list(claim.attributions.all()) == [first]
        assert claim.attributions.count() == 1
    assert list(claim.attributions.filter(position=1)) == [second]
    assert claim.attributions.filter(position=1).get().claim is claim


def test_a_claim_without_an_article_has_nothing_beside_it() -> None:
    claim = ClaimFactory()
    Claim.objects.update(article=None, start=None, end=None, quote=None, prefix=None, suffix=None)
    found = beside(Claim.objects.select_related("article"), Beside("article__publications")).get(pk=claim.pk)
    assert found.article is None


def test_only_relations_to_many_can_stand_beside_a_row() -> None:
    with pytest.raises(TypeError, match="verdict of Resolution"):
        beside(Resolution.objects.all(), Beside("verdict"))
