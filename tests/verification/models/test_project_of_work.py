"""What is done on a claim is of its project, a name of its party's: the database fills it in and lets none be set."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from tests import factories
from verification.models import Annotation, Evidence, Judgement, Resolution, Search
from verification.vocabulary import Settled, Verdict

pytestmark = pytest.mark.django_db


def work() -> list[Any]:
    """A row of each kind on one claim of one project."""
    claim = factories.ClaimFactory()
    annotation = factories.AnnotationFactory(claim=claim)
    judgement = factories.JudgementFactory(annotation=annotation)
    today = timezone.now()
    resolution = Resolution.objects.create(
        claim=claim, settled=Settled.CONSENSUS, verdict=Verdict.SUPPORTED, created_at=today,
        valid_as_of=today.date(), evidence_cutoff=today.date(),
    )  # fmt: skip
    return [
        annotation,
        judgement,
        factories.EvidenceFactory(judgement=judgement),
        factories.SearchFactory(judgement=judgement),
        resolution,
    ]


def test_every_row_of_the_work_on_a_claim_is_of_its_project() -> None:
    work()
    rows = work()
    project = rows[0].claim.project_id
    assert {type(row) for row in rows} == {Annotation, Judgement, Evidence, Search, Resolution}
    for row in rows:
        row.refresh_from_db()
        assert row.project_id == project


def test_another_project_is_not_taken() -> None:
    other = factories.ProjectFactory()
    for row in work():
        row.refresh_from_db()
        project = row.project_id
        type(row).objects.filter(pk=row.pk).update(project=other)
        row.refresh_from_db()
        assert row.project_id == project, row


def test_a_row_saved_whole_by_code_that_never_read_its_project_keeps_it() -> None:
    annotation = factories.AnnotationFactory()
    annotation.project = None
    annotation.save()
    annotation.refresh_from_db()
    assert annotation.project_id == annotation.claim.project_id


def test_a_claim_stays_in_its_project() -> None:
    claim = factories.ClaimFactory()
    claim.project = factories.ProjectFactory()
    with pytest.raises(IntegrityError, match="claim stays in its project"), connection.cursor():
        claim.save()


def test_an_alias_is_of_the_project_of_its_party() -> None:
    factories.AliasFactory()
    alias = factories.AliasFactory()
    alias.refresh_from_db()
    assert alias.project_id == alias.party.project_id
    other = factories.ProjectFactory()
    type(alias).objects.filter(pk=alias.pk).update(project=other)
    alias.refresh_from_db()
    assert alias.project_id == alias.party.project_id
