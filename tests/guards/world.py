"""One project with one of everything, and one person of each kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests import factories
from tests.factories import MembershipFactory, UserFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.agreement import request_agreement
from verification.actions.annotations import save_draft, skip
from verification.actions.bulk import plan
from verification.actions.dossiers import split
from verification.actions.filters import save_filter
from verification.actions.places import start_next
from verification.actions.resolutions import adjudicate
from verification.actions.teams import make_team
from verification.actions.tokens import digest, issue_token
from verification.jobs.agreement import run
from verification.models import (
    AgreementReport,
    Annotation,
    Article,
    AuditEvent,
    Claim,
    Dossier,
    Heartbeat,
    Judgement,
    Party,
    Project,
    Release,
    User,
)
from verification.vocabulary import (
    ArticleState,
    BulkKind,
    BundleState,
    Priority,
    Reason,
    ReleaseState,
    Role,
    SkipReason,
    Verdict,
)

# Stands in every text of the project: nobody from outside may ever read it.
WITHIN = "Zephyrhaven"
RELEASED = "claims.jsonl"
INVITATION = "the-secret-of-a-link"
SEARCH = {"where": "the port's register", "query": "arrivals", "outcome": "one entry"}


@dataclass(frozen=True, kw_only=True)
class World:
    """`people` by what the table calls them; `things` by what an address or a form asks for."""

    people: dict[str, list[Any]]
    project: Project
    things: dict[str, Any] = field(default_factory=dict)

    def row(self, model: str) -> int:
        """The id of a row of this model, the newest where no thing of that name is meant."""
        thing = self.things.get(model) or apps.get_model("verification", model)._default_manager.order_by("-pk").first()
        assert thing is not None, f"the world has no {model}"
        return thing.pk


def build() -> World:
    project = factories.ProjectFactory(slug="here", name=WITHIN, places=2)
    elsewhere = factories.ProjectFactory(slug="elsewhere")
    people: dict[str, list[Any]] = {"anonymous": [AnonymousUser()], "stranger": [UserFactory()]}
    people |= {role.value: [member(project, role)] for role in Role}
    people["other project"] = [member(elsewhere, role) for role in Role]
    people["administrator"] = [_administrator()]
    people["administrator who curates"] = [_administrator(project)]
    annotator: User = people["annotator"][0]

    agreed_report = _agreed(project, by=people["curator"][0])
    resolved = _claim(project, check_worthiness=1.0)
    agreed = _judged(resolved, SUPPORTED | {"searches": [SEARCH]}, SUPPORTED)[0]
    waiting = _claim(project, check_worthiness=0.9)
    judgements = _judged(waiting, SUPPORTED, DISPUTED)
    decided = _claim(project, check_worthiness=0.85)
    _decided(decided, _judged(decided, SUPPORTED, DISPUTED))
    dropped = _claim(project, check_worthiness=0.8)
    for _person in range(2):
        person = member(project)
        skip(_place(project, person), reason=SkipReason.NOT_A_CLAIM, by=person)
    taken = _claim(project, check_worthiness=0.7)
    place = _place(project, annotator)
    save_draft(place, change=SUPPORTED, by=annotator)
    opened = _claim(project, check_worthiness=0.1)

    known = factories.KnownAnswerFactory(claim=_claim(project, set_aside_at=timezone.now()), note=WITHIN)
    link = factories.ClaimLinkFactory(claim=opened, other=_claim(project, check_worthiness=0.05))
    dossier = factories.dossier_of(resolved, dropped)
    Dossier.objects.filter(pk=dossier.pk).update(question=f"Was {WITHIN} reopened?")
    moved = split(dossier, claims=[dropped.pk], question=f"Who closed {WITHIN}?", by=people["curator"][0])
    failed = factories.ArticleFactory(
        project=project, title=WITHIN, text=None, state=ArticleState.FAILED, failure="It cannot be read."
    )
    factories.OriginalFactory(article=failed)
    factories.OriginalFactory(article=resolved.article)
    publication = factories.PublicationFactory(article=resolved.article)
    Party.objects.create(project=project, name=WITHIN)
    for name in ("worker", "sweep"):
        Heartbeat.objects.create(name=name, at=timezone.now())
    upload = factories.UploadFactory(project=project, by=people["curator"][0])
    bundle = factories.BundleFactory(upload=upload, name=WITHIN, state=BundleState.FAILED, failure="It is empty.")
    invitation = factories.InvitationFactory(
        project=project, digest=digest(INVITATION), roles=[Role.RESEARCHER], invited_by=people["curator"][0]
    )
    reread = factories.RereadClaimFactory(claim=resolved)
    token, _secret = issue_token(annotator, name="notebook", by=annotator)
    return World(
        people=people,
        project=project,
        things={
            "resolved": resolved,
            "waiting": waiting,
            "dropped": dropped,
            "taken": taken,
            "open": opened,
            "other": link.other,
            "link": link,
            "known answer": known,
            "claimlink": link,
            "dossier": dossier,
            "move": moved,
            "place": place,
            "judgements": judgements,
            "asked": judgements[0],
            "my comment": factories.CommentFactory(claim=opened, by=annotator, text=WITHIN),
            "comment": factories.CommentFactory(claim=resolved, text=WITHIN),
            "notice": factories.NoticeFactory(claim=opened, person=annotator),
            "my question": factories.QuestionFactory(judgement=place.judgements.get(), text=WITHIN),
            "question": factories.QuestionFactory(judgement=agreed, text=WITHIN),
            "article": resolved.article,
            "failed": failed,
            "failed release": _failed_release(project, by=people["researcher"][0]),
            "release": _released(project, by=people["researcher"][0]),
            "agreementreport": agreed_report,
            "invitation": invitation,
            "publication": publication,
            "upload": upload,
            "bundle": bundle,
            "assignment": factories.AssignmentFactory(
                claim=link.other, person=annotator, assigned_by=people["curator"][0]
            ),
            "team": make_team(project, name=WITHIN, people=[annotator], by=people["curator"][0]),
            "teamassignment": factories.TeamAssignmentFactory(claim=link.other),
            "shared filter": save_filter(project, name=WITHIN, query="q=quay", shared=True, by=people["curator"][0]),
            "bulk": plan(
                project, kind=BulkKind.PRIORITY, priority=Priority.HIGH, claims=[opened.pk], by=people["curator"][0]
            ),
            "rereading": reread.rereading,
            "reread claim": reread,
            "rereadclaim": reread,
            "succession": factories.SuccessionFactory(
                claim=opened,
                article=factories.ArticleFactory(project=project, corrects=opened.article, title=WITHIN),
                successor=None,
                outcome="gone",
            ),
            "exclusion": factories.ExclusionFactory(project=project, person=annotator, outlet=WITHIN),
            "member": annotator,
            "membership": annotator.memberships.get(),
            "token": token,
            # What the administration shows of the project, one row of each.
            "project": project,
            "guideline": project.guidelines.get(),
            "annotation": agreed.annotation,
            "judgement": agreed,
            "evidence": agreed.evidence.first(),
            "linksnapshot": factories.RetrievedLinkFactory(
                annotation=agreed.annotation, url=agreed.evidence.get().url, title=WITHIN
            ),
            "search": agreed.searches.first(),
            "resolution": resolved.resolutions.get(),
            "auditevent": AuditEvent.objects.filter(project=project.pk, subject="dossier").first(),
        },
    )


def _administrator(project: Project | None = None) -> User:
    user: User = UserFactory(is_superuser=True, is_staff=True)
    if project is not None:
        MembershipFactory(project=project, user=user, role=Role.CURATOR)
    return user


def _claim(project: Project, **fields: Any) -> Claim:
    article: Article = factories.ArticleFactory(project=project, title=f"The harbour of {WITHIN}")
    claim: Claim = factories.ClaimFactory(article=article, statement=f"{WITHIN} was reopened.", **fields)
    factories.BearingFactory(claim=claim)
    factories.AttributionFactory(claim=claim)
    return claim


def _judged(claim: Claim, *changes: dict[str, Any]) -> list[Judgement]:
    for change in changes:
        judge(claim, by=member(claim.project), change=change | {"rationale": WITHIN})
    return list(Judgement.objects.filter(annotation__claim=claim).order_by("pk"))


def _decided(claim: Claim, judgements: list[Judgement]) -> None:
    adjudicate(
        claim,
        verdict=Verdict.SUPPORTED,
        reason=Reason.FULLY,
        rationale=WITHIN,
        judgements=judgements[:1],
        by=member(claim.project, Role.ADJUDICATOR),
    )


def _place(project: Project, person: User) -> Annotation:
    place = start_next(project, by=person)
    assert place is not None
    return place


def _released(project: Project, *, by: User) -> Release:
    manifest = {"counts": {}, "held_back": [], "files": [{"name": RELEASED, "bytes": 2, "sha256": "0" * 64, "rows": 0}]}
    now = timezone.now()
    release = Release.objects.create(
        project=project, requested_by=by, requested_at=now, finished_at=now, state=ReleaseState.DONE, manifest=manifest
    )
    folder: Path = settings.RELEASES_DIR / project.slug / str(release.pk)
    folder.mkdir(parents=True)
    for name in (RELEASED, "manifest.json"):
        (folder / name).write_text("{}")
    return release


def _agreed(project: Project, *, by: User) -> AgreementReport:
    report = request_agreement(project, by=by)
    run(report.pk)
    return report


def _failed_release(project: Project, *, by: User) -> Release:
    return Release.objects.create(
        project=project, requested_at=timezone.now(), requested_by=by, state=ReleaseState.FAILED, failure="No room."
    )
