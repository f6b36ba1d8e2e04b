"""What waits for a person, across their projects, and the button that brings the next claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annotate.calibration import calibration_ended, how_many_wait_for
from annotate.own_work import drafts_of, judged_by, questions_to, revisions_of
from annotate.views.guard import project_of, signed_in
from verification.actions.places import start_next
from verification.actions.projects import FIRST_GUIDELINE
from verification.models import (
    Annotation,
    Article,
    Claim,
    Comment,
    Guideline,
    Membership,
    Project,
    User,
)
from verification.models.comment import LOOKS_AFTER
from verification.models.membership import memberships_of, unread_of
from verification.models.prepared_for import PreparedFor
from verification.policies import why_not_create_projects
from verification.vocabulary import ArticleState, Role, Stage

MOST_COUNTED = 100  # a longer queue is "100+": the count never gets slower with the queue


@dataclass(frozen=True, kw_only=True)
class Step:
    """One of the first things to do in a new project, and whether it is done."""

    words: str
    url: str
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class Card:
    """A project as one person sees it; a count is None where the role for it is not held.

    `steps` are what a curator does first; empty once the project is under way, and for all others.
    """

    project: Project
    roles: list[str]
    waiting: int | None
    to_adjudicate: int | None
    discussions: int | None
    failed: int | None
    dropped: int | None
    has_articles: bool
    steps: list[Step]

    @property
    def may_release(self) -> bool:
        return bool({Role.RESEARCHER, Role.CURATOR}.intersection(self.roles))


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    cards = cards_of(user)  # first: what follows goes by the memberships
    drafts, judged = drafts_of.rows(user), judged_by.rows(user)
    places: list[Any] = [*drafts, *judged]
    ids = [annotation.pk for annotation in places]
    revisions = revisions_of.rows(user, annotations=ids) if ids else []
    for annotation in places:
        annotation.revisions = [revision for revision in revisions if revision.annotation_id == annotation.pk]
    return render(
        request,
        "home.html",
        {
            "cards": cards,
            "drafts": drafts,
            "is_new": not places,
            "unread": unread_of(user),
            "questions": questions_to.rows(user),
            "judged": judged,
            "most": MOST_COUNTED,
            "why_not_create": why_not_create_projects(user),
        },
    )


@require_POST
@signed_in
def next_claim(request: HttpRequest, slug: str) -> HttpResponse:
    """Brings the person to their next claim, or home where none is left."""
    user: Any = request.user
    project = project_of(request, slug)
    return to_next(request, project, by=user)


def to_next(request: HttpRequest, project: Project, *, by: User, after: Annotation | None = None) -> HttpResponse:
    """Their next claim; `after` the last one of the calibration, and where it holds them up, what came of it."""
    if calibration_ended(project, by=by, after=after):
        return redirect("calibration", project.slug)
    annotation = start_next(project, by=by)
    if annotation is None:
        messages.info(request, _("Nothing is left for you in “%(project)s” at this moment.") % {"project": project})
        return redirect("home")
    return redirect("review", annotation.pk)


def cards_of(user: User) -> list[Card]:
    held: dict[int, list[str]] = {}
    for membership in sorted(memberships_of(user), key=lambda membership: membership.role):
        held.setdefault(membership.project_id, []).append(membership.role)
    return [_card(project, roles=held[project.pk], user=user) for project in _projects_of.rows(user)]


@PreparedFor
def _projects_of(user: User) -> QuerySet[Project]:
    annotators = Membership.objects.filter(project=OuterRef("pk"), role=Role.ANNOTATOR).order_by()
    own_words = Guideline.objects.filter(project=OuterRef("pk")).exclude(text=FIRST_GUIDELINE.strip())
    return (
        Project.objects.visible_to(user)
        .annotate(
            has_articles=Exists(Article.objects.filter(project=OuterRef("pk"))),
            has_own_guideline=Exists(own_words),
            annotators=Subquery(annotators.values("project").annotate(number=Count("pk")).values("number")),
        )
        .order_by("name")
    )


def _card(project: Any, *, roles: list[str], user: User) -> Card:
    claims = Claim.objects.filter(project=project)
    articles = Article.objects.filter(project=project, state=ArticleState.FAILED)
    open_threads = Comment.objects.visible_to(user).open_threads().filter(project=project)
    looks_after = bool({*LOOKS_AFTER}.intersection(roles))
    return Card(
        project=project,
        roles=roles,
        waiting=how_many_wait_for(user, project, roles, most=MOST_COUNTED + 1) if Role.ANNOTATOR in roles else None,
        to_adjudicate=_up_to_most(claims.adjudicable_by(user)) if Role.ADJUDICATOR in roles else None,
        discussions=_up_to_most(open_threads) if looks_after else None,
        failed=_up_to_most(articles) if Role.CURATOR in roles else None,
        # As this person may know it: that others skipped a claim on which they have a place is not for them.
        dropped=_up_to_most(claims.at_stage_for(user, Stage.DROPPED)) if Role.CURATOR in roles else None,
        has_articles=project.has_articles,
        steps=_steps(project) if Role.CURATOR in roles else [],
    )


def _steps(project: Any) -> list[Step]:
    has_annotators = (project.annotators or 0) >= project.places
    if project.has_articles and has_annotators:
        return []
    annotators = ngettext(
        "Invite at least %(number)d annotator to judge each claim",
        "Invite at least %(number)d annotators: each claim needs that many",
        project.places,
    )
    at = [project.slug]
    return [
        Step(words=_("Add articles"), url=reverse("article_add", args=at), is_done=project.has_articles),
        Step(
            words=_("Write down in the guideline what is special here"),
            url=reverse("guideline_write", args=at),
            is_done=project.has_own_guideline,
        ),
        Step(
            words=annotators % {"number": project.places},
            url=reverse("person_invite", args=at),
            is_done=has_annotators,
        ),
    ]


def _up_to_most(rows: QuerySet[Any, Any]) -> int:
    return rows.order_by()[: MOST_COUNTED + 1].count()
