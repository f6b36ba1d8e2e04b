import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import AnnotationFactory
from verification.models import Annotation, AuditEvent, Judgement
from verification.models.added import add

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
