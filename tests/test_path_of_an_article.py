"""The path of one article, from a file to a dataset, as one story. Read this to see how the parts meet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_django import Settings

from annotate.processes import Process
from tests.conftest import wait_until
from tests.factories import UserFactory
from verification.actions.annotations import save_draft, submit
from verification.actions.articles import add_file
from verification.actions.members import add_member
from verification.actions.places import start_next
from verification.actions.projects import create_project
from verification.actions.releases import request_release
from verification.actions.resolutions import adjudicate
from verification.models import Article, AuditEvent, Claim, Judgement, Project, Release, User
from verification.vocabulary import ArticleState, Dispute, Reason, ReleaseState, Role, Stage, Verdict

ARTICLE = """Both sides claim the bridge at Nord

The bridge at Nord fell to the southern army on Friday, officers of the southern army said.

The southern army holds 14 villages north of the river, a spokesman for the southern army claimed.

The northern front denied that the southern army holds any village north of the river. This could not be verified.

Post a comment
"""


@pytest.mark.django_db(transaction=True)
def test_an_article_becomes_evidenced_adjudicated_released_verdicts(
    celery_worker_process: Process, tmp_path: Path, settings: Settings
) -> None:
    settings.RELEASES_DIR = tmp_path / "releases"

    # A curator makes a project and adds a file.
    curator = UserFactory(username="curator", is_superuser=True)
    project = create_project("bridge", name="The bridge", by=curator)
    people = {role: member_of(project, role, curator) for role in (Role.ADJUDICATOR, Role.RESEARCHER)}
    annotators = [member_of(project, Role.ANNOTATOR, curator) for _person in range(2)]
    article = add_file(project, name="bridge.txt", content=ARTICLE.encode(), by=curator)
    assert article.text is None

    # A worker reads it and finds the claims, with who makes them and what speaks against them.
    assert wait_until(lambda: Article.objects.get(pk=article.pk).state == ArticleState.DONE, within=60)
    article.refresh_from_db()
    villages = Claim.objects.get(article=article, quote__contains="14 villages")
    assert "spokesman" in (villages.claimant or "")
    assert villages.dispute != Dispute.NONE
    assert not Claim.objects.filter(quote__contains="comment").exists(), "site furniture is no claim"

    # Two people judge it, blind, with evidence; the second differs.
    denial = article.text.index("The northern front denied")
    passage = {
        "kind": "passage",
        "article": article.pk,
        "start": denial,
        "end": article.text.index(".", denial) + 1,
        "stance": "contradicts",
        "source_type": "party",
    }
    first = judge(
        villages,
        by=annotators[0],
        change={"verdict": "disputed", "reason": "conflicting_sources", "evidence": [passage]},
    )
    assert not Judgement.objects.visible_to(annotators[1]).exists()
    unverifiable = passage | {"stance": "unverifiable", "source_type": "unknown"}
    judge(
        villages,
        by=annotators[1],
        change={"verdict": "unverified", "reason": "source_says_unverifiable", "evidence": [unverifiable]},
    )
    waiting = Claim.objects.adjudicable_by(people[Role.ADJUDICATOR]).with_stage_for(people[Role.ADJUDICATOR])
    assert waiting.get().stage == Stage.AWAITING_ADJUDICATION

    # An adjudicator decides, citing what the decision rests on.
    resolution = adjudicate(
        villages,
        verdict=Verdict.DISPUTED,
        reason=Reason.CONFLICTING_SOURCES,
        rationale="The other side denies this very figure.",
        judgements=[first],
        evidence=list(first.evidence.all()),
        by=people[Role.ADJUDICATOR],
    )
    assert Claim.objects.resolved().filter(pk=villages.pk).exists()

    # A researcher exports; a worker writes the files.
    release = request_release(project, by=people[Role.RESEARCHER])
    assert wait_until(lambda: Release.objects.get(pk=release.pk).state == ReleaseState.DONE, within=60)
    folder = settings.RELEASES_DIR / project.slug / str(release.pk)
    records = [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    (record,) = (record for record in records if record["claim"] == villages.public_id)
    assert len(record["annotations"]) == 2
    assert record["resolution"]["rationale"] == resolution.rationale

    # The trail says who did what.
    kinds = set(AuditEvent.objects.filter(project=project.pk).values_list("kind", flat=True))
    assert {"article.received", "annotation.started", "judgement.submitted", "claim.resolved"} <= kinds


def member_of(project: Project, role: Role, by: User) -> User:
    user: User = UserFactory()
    add_member(project, user=user, role=role, by=by)
    return user


def judge(claim: Claim, *, by: User, change: dict[str, object]) -> Judgement:
    """Takes claims until it is this one, passing the others by as a person would, and judges it."""
    while True:
        annotation = start_next(claim.project, by=by)
        assert annotation is not None, "the queue never gave the claim"
        if annotation.claim == claim:
            save_draft(annotation, change=change, by=by)
            return submit(annotation, by=by)
        save_draft(annotation, change=AMBIGUOUS, by=by)
        submit(annotation, by=by)


AMBIGUOUS = {"verdict": "unverified", "reason": "ambiguous_claim", "rationale": "Which bridge?"}
