"""What is found across articles stays in a project, whatever code does."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from tests.factories import ArticleFactory, BearingFactory, ClaimFactory, ClaimLinkFactory, ProjectFactory
from verification.models import ClaimKey, ClaimLink

pytestmark = pytest.mark.django_db


def test_a_link_to_a_claim_of_another_project_is_refused() -> None:
    with pytest.raises(IntegrityError) as refusal:
        ClaimLinkFactory(other=ClaimFactory())
    assert refusal.value.__cause__.diag.constraint_name == "claim_link_stays_in_one_project"  # type: ignore[union-attr]


def test_a_passage_of_another_project_is_refused() -> None:
    claim = ClaimFactory()
    with pytest.raises(IntegrityError) as refusal:
        BearingFactory(claim=claim, article=ArticleFactory())
    constraint = refusal.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert constraint == "bearing_passage_is_of_the_claims_project"


def test_a_key_is_of_the_project_of_its_claim_whatever_is_given() -> None:
    claim = ClaimFactory()
    ClaimKey.objects.bulk_create([ClaimKey(project=ProjectFactory(), key=7, claim=claim)])
    assert ClaimKey.objects.get().project_id == claim.project_id


def test_links_of_a_claim_are_found_by_its_indexes() -> None:
    link = ClaimLinkFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    plan = ClaimLink.objects.of(link.claim).explain()
    assert "claim_link_of_claim" in plan
    assert "claim_link_of_other" in plan
