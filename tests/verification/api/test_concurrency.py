"""Twelve annotators at once over real HTTP."""

from __future__ import annotations

import pytest
from django.db.models import Count
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.benchmarks.concurrency import Bench, run
from verification.actions.tokens import issue_token
from verification.models import Annotation, Claim, Judgement
from verification.vocabulary import Role

ANNOTATORS = 12
CLAIMS = 8


@pytest.mark.django_db(transaction=True)
def test_no_claim_gets_a_third_judgement_and_none_is_lost_or_doubled(live_server: LiveServer) -> None:
    factories.ClaimFactory(check_worthiness=1)  # noise: another project's claim
    project = factories.ProjectFactory(slug="harbour", places=2)
    article = factories.ArticleFactory(project=project)
    factories.ClaimFactory.create_batch(CLAIMS, article=article)

    def token(role: Role) -> str:
        return issue_token(factories.member(project, role), name="test", by=None)[1]

    bench = Bench(
        url=live_server.url,
        project="harbour",
        curator=token(Role.CURATOR),
        annotators=[token(Role.ANNOTATOR) for _person in range(ANNOTATORS)],
    )
    summary = run(bench)

    assert summary["wrong"] == []
    assert (summary["judgements_accepted"], summary["judgements_stored"]) == (2 * CLAIMS, 2 * CLAIMS)
    assert set(summary["stages"]) <= {"resolved", "awaiting_adjudication"}
    # The same, asked of the database.
    counts = Claim.objects.filter(project=project).annotate(n=Count("annotations")).values_list("n", flat=True)
    assert list(counts) == [2] * CLAIMS
    assert Judgement.objects.submitted().count() == Annotation.objects.count() == 2 * CLAIMS
