import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import AnnotationFactory, JudgementFactory
from verification.models import Annotation, AuditEvent, Judgement, LinkSnapshot
from verification.models.added import add, add_all, next_id, update

pytestmark = pytest.mark.django_db


def said(row):
    return {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields}


def test_a_row_is_added_as_saving_it_would():
    like = Annotation.objects.get(pk=AnnotationFactory(shown_bearings=[3, 2**40], inclusion_probability=0.25).pk)
    Annotation.objects.filter(pk=like.pk).delete()
    row = add(Annotation(**{name: value for name, value in said(like).items() if name != "id"}))
    assert row.pk > like.pk
    assert said(Annotation.objects.get(pk=row.pk)) == {**said(like), "id": row.pk}
    row.shown_bearings = []
    row.save()
    assert Annotation.objects.get(pk=row.pk).shown_bearings == []


def test_what_a_model_says_of_itself_where_nothing_is_given_is_written_too():
    event = add(AuditEvent(kind="x", subject="claim", subject_id=7, at=AnnotationFactory().started_at))
    assert said(AuditEvent.objects.get(pk=event.pk)) == said(event)


def test_what_the_database_refuses_is_refused():
    draft = {"annotation": AnnotationFactory(), "started_at": timezone.now(), "saved_at": timezone.now(), "revision": 9}
    add(Judgement(**draft))
    with pytest.raises(IntegrityError, match="unique"), transaction.atomic():
        add(Judgement(**draft))


def test_several_rows_are_added_in_their_order():
    now = AnnotationFactory().started_at
    events = add_all([AuditEvent(kind=f"x{place}", subject="claim", subject_id=place, at=now) for place in range(6)])
    stored = AuditEvent.objects.filter(kind__startswith="x").order_by("pk")
    assert [said(event) for event in stored] == [said(event) for event in events]
    assert add_all([]) == []


def test_what_is_there_already_is_passed_by_where_it_may_be():
    annotation, now = AnnotationFactory(), timezone.now()
    for urls in (["https://a.example/"], ["https://a.example/", "https://b.example/"]):
        rows = [LinkSnapshot(annotation=annotation, url=url, queued_at=now) for url in urls]
        add_all(rows, unless_there=True)
    assert sorted(annotation.snapshots.values_list("url", flat=True)) == ["https://a.example/", "https://b.example/"]


def test_columns_are_written_and_no_others_and_only_where_a_condition_holds():
    draft = Judgement.objects.get(pk=JudgementFactory(rationale="As it was.").pk)
    draft.rationale, draft.active_seconds = "As it is.", 7
    assert not update(draft, "rationale", only_if="revision > 1")
    assert Judgement.objects.get(pk=draft.pk).rationale == "As it was."
    assert update(draft, "rationale")
    assert said(Judgement.objects.get(pk=draft.pk)) == {**said(draft), "active_seconds": 0}
    Judgement.objects.filter(pk=draft.pk).delete()
    assert not update(draft, "rationale")


def test_an_id_that_is_had_beforehand_is_that_of_the_row_and_of_no_other():
    draft = JudgementFactory()
    place = draft.annotation
    Judgement.objects.filter(pk=draft.pk).delete()
    (pk,) = Annotation.objects.filter(pk=place.pk).values_list(next_id(Judgement), flat=True)
    row = add(Judgement(pk=pk, annotation=place, started_at=timezone.now(), saved_at=timezone.now(), rationale="Why."))
    assert row.pk == pk > draft.pk
    assert Judgement.objects.get(annotation=place).rationale == "Why."
    assert JudgementFactory().pk > pk
