"""What the pages of a person's own work ask: their places, their judgements, what they were asked about these."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from verification.models import Annotation, Judgement, Question, User
from verification.models.membership import in_projects_of
from verification.models.prepared import Prepared, among
from verification.models.prepared_for import PreparedFor

SHOWN = 10  # unfinished drafts, and recent judgements
MOST_UNFINISHED = 20  # at the head of the list; a person has few, because the queue gives back the one they began


@PreparedFor
def drafts_of(user: User) -> QuerySet[Annotation]:
    """What the person began and neither submitted nor skipped, the latest touched first; lapsed ones too.

    Those of withdrawn claims are left out: there is nothing more to do on them, and the words are under "My work".
    """
    begun = Annotation.objects.shown_to(user).filter(in_projects_of(user)).begun()  # what is held ahead comes by itself
    begun = begun.filter(claim__withdrawn_at__isnull=True, submitted_at__isnull=True, skipped_at__isnull=True)
    latest = begun.order_by("-active_at", "-pk")[:SHOWN]  # first: of all others no claim and article is read
    return _with_claims(Annotation.objects.filter(pk__in=latest.values("pk"))).order_by("-active_at", "-pk")


@PreparedFor
def unfinished_in(user: User, project: int) -> QuerySet[Annotation]:
    """The ids of what the person began in a project, the latest touched first."""
    begun = Annotation.objects.shown_to(user).filter(claim__project=project).unfinished().begun()
    return begun.only("pk").order_by("-active_at", "-pk")[:MOST_UNFINISHED]


@PreparedFor
def questions_to(user: User) -> QuerySet[Question]:
    """What was asked about the person's own judgements and waits for their answer, the oldest first."""
    return (
        Question.objects.put_to(user)
        .open()
        .select_related("annotation__claim__project", "annotation__claim__article")
        .defer("annotation__claim__article__text")
        .order_by("pk")[:SHOWN]
    )


@PreparedFor
def judged_by(user: User) -> QuerySet[Annotation]:
    """What the person submitted, the latest first, each with `revisions` and `is_resolved`."""
    resolved = Q(claim__resolved_at__isnull=False)
    judged = Annotation.objects.shown_to(user).filter(in_projects_of(user), submitted_at__isnull=False)
    # By what only the index of a person's own has: by id PostgreSQL may walk past all that others did since.
    return _with_claims(judged).annotate(is_resolved=resolved).order_by("-submitted_at", "-pk")[:SHOWN]


def _with_claims(rows: QuerySet[Annotation]) -> QuerySet[Annotation]:
    return rows.select_related("claim__project", "claim__article").defer("claim__article__text")


@PreparedFor
def revisions_of(user: User, annotations: list[int]) -> QuerySet[Judgement]:
    """Of these places of the person, the newest first."""
    mine = Judgement.objects.visible_to(user).filter(among("annotation", annotations), annotation__person=user)
    return mine.order_by("-revision")


@Prepared
def with_claims(annotations: list[int]) -> QuerySet[Annotation]:
    """These places, each with its claim and article."""
    return _with_claims(Annotation.objects.filter(among("pk", annotations)))
