"""What a person reads, with everything an answer needs in a fixed number of queries."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from verification.models import (
    Annotation,
    Article,
    Bearing,
    Bundle,
    Claim,
    ClaimLink,
    Comment,
    Dossier,
    DossierClaim,
    Exclusion,
    Judgement,
    Membership,
    Notice,
    Project,
    Publication,
    Question,
    Release,
    Succession,
    Team,
    TeamMember,
    Upload,
    User,
)
from verification.models.beside import Beside, beside, put_beside
from verification.models.membership import in_projects_of, memberships_of
from verification.models.planned import ask, ask_together
from verification.models.prepared import Prepared, among
from verification.models.prepared_for import PreparedFor
from verification.models.resolution import standing_of
from verification.vocabulary import Role, Round, Stage


def articles_for(user: User) -> QuerySet[Article]:
    return Article.objects.visible_to(user).select_related("project").prefetch_related("publications")


def article_for(user: User, pk: int) -> Article | None:
    """One of these, or None."""
    return next(iter(_article.rows(user, article=pk)), None)


@PreparedFor
def _article(user: User, article: int) -> QuerySet[Article]:
    rows = Article.objects.visible_to(user).select_related("project").filter(pk=article)
    return beside(rows, Beside("publications"))


def publications_for(user: User) -> QuerySet[Publication]:
    articles = Article.objects.visible_to(user)
    return Publication.objects.filter(article__in=articles).select_related("article__project").defer("article__text")


_NEWEST = """SELECT id FROM verification_claim WHERE project_id = %(project)s::bigint AND id < %(below)s::bigint
    ORDER BY id DESC LIMIT %(most)s::bigint"""


def newest_of(project: Project, *, below: int, most: int) -> list[int]:
    """The ids of a project's claims below an id, newest first."""
    return [pk for (pk,) in ask(_NEWEST, {"project": project.pk, "below": below, "most": most})]


def whole_claims(user: User, ids: list[int]) -> list[Claim]:
    """The claims of these ids as far as this person sees them, newest first, with `stage`, `standing` (the resolution),
    and what else of them this person is shown.

    Whoever has a place on a claim, or may yet be given one, learns nothing of the other places until it is resolved.
    """
    projects = {membership.project_id: membership.project for membership in memberships_of(user)}
    rows, *beside_them = ask_together(
        _shown.asking(user, claims=ids), _bearings.asking(claims=ids), standing_of.asking(user, claims=ids)
    )
    bearings, standing = map(_by_claim, beside_them)
    for row in rows:
        row.project = projects[row.project_id]
        put_beside(row, "bearings", bearings.get(row.pk, []))
        row.standing = standing.get(row.pk, [])
    return rows


def _by_claim(rows: list[Any]) -> dict[int, list[Any]]:
    of_each: dict[int, list[Any]] = {}
    for row in rows:
        of_each.setdefault(row.claim_id, []).append(row)
    return of_each


@PreparedFor
def _shown(user: User, claims: list[int]) -> QuerySet[Claim]:
    rows = _with_what_is_shown(user).filter(among("pk", claims)).order_by("-pk")
    return beside(rows, Beside("attributions", "position"))


@Prepared
def _bearings(claims: list[int]) -> QuerySet[Bearing]:
    return Bearing.objects.suggested().filter(among("claim", claims)).by_rank()


def _with_what_is_shown(user: User) -> QuerySet[Claim]:
    places = Annotation.objects.live().filter(claim=OuterRef("pk"), round=Round.INDEPENDENT)
    return (
        Claim.objects.visible_to(user)
        .with_stage_for(user)
        .with_suggestions_for(user)
        .with_work_for(user)
        .annotate(held=_count(places), submitted=_count(places.filter(submitted_at__isnull=False)))
    )


def claim_of_place(annotation: Annotation, *, with_article: bool = False) -> tuple[Claim, Article | None]:
    """The claim of a person's own place, as `whole_claims` tells it to them, and its article where that is asked for.

    While it is unresolved, whoever has a place on it knows the same of it, whatever else they may see.
    """
    claim: Any = annotation.claim
    article = claim.article_id if with_article else None
    if annotation.is_told_resolved or claim.withdrawn_at is not None:
        (seen,) = whole_claims(annotation.person, [claim.pk])
        return seen, article and article_for(annotation.person, article)
    claim.stage, claim.shows_places, claim.standing = Stage.IN_PROGRESS, False, []
    about = _of_place.asking(claim=claim.pk, person=annotation.person_id)
    articles = [_article.asking(annotation.person, article=article)] if article else []
    told: Any
    (told,), bearings, *read = ask_together(about, _bearings.asking(claims=[claim.pk]), *articles)
    put_beside(claim, "attributions", list(told.attributions.all()))
    claim.shows_suggestions = annotation.aided and not told.was_unaided
    if claim.shows_suggestions:
        put_beside(claim, "bearings", bearings)
    return claim, next(iter(read[0]), None) if read else None


@Prepared
def _of_place(claim: int, person: int) -> QuerySet[Claim]:
    """With its attributions, and whether the person has a place on it without suggestions."""
    unaided = Annotation.objects.filter(claim=claim, person=person, aided=False)
    rows = Claim.objects.filter(pk=claim).only("pk").annotate(was_unaided=Exists(unaided))
    return beside(rows, Beside("attributions", "position"))


def annotations_of(user: User) -> QuerySet[Annotation]:
    """The person's own places in their projects; `newest_first` begins with the draft or else the latest judgement."""
    mine = Judgement.objects.visible_to(user).filter(annotation__person=user).order_by("-revision")
    whole = Annotation.objects.own_of(user).select_related("claim__project")
    return whole.prefetch_related(Prefetch("judgements", mine, to_attr="newest_first"))


def own_annotation(user: User, pk: int) -> Annotation | None:
    """One of the person's own places in their projects, with its claim and project; or None."""
    return next(iter(_own_annotation.rows(user, annotation=pk)), None)


def whole_annotation(user: User, pk: int) -> Annotation | None:
    """The same with the draft or else the latest judgement, and its words, as `newest_first`."""
    found, judgements = ask_together(
        _own_annotation.asking(user, annotation=pk), _newest_with_words.asking(user, annotation=pk)
    )
    for annotation in found:
        annotation.newest_first = judgements
        for judgement in judgements:
            judgement.annotation = annotation
    return next(iter(found), None)


@PreparedFor
def _own_annotation(user: User, annotation: int) -> QuerySet[Annotation]:
    return Annotation.objects.own_of(user).select_related("claim__project").filter(pk=annotation)


@PreparedFor
def _newest_with_words(user: User, annotation: int) -> QuerySet[Judgement]:
    mine = Judgement.objects.visible_to(user).filter(annotation=annotation, annotation__person=user)
    return mine.with_words().order_by("-revision")[:1]


def judgements_for(user: User, claim: Claim) -> list[Judgement]:
    """The judgements of a claim that this person may see, each annotation's newest with its words, by place."""
    return _judgements.rows(user, claim=claim.pk)


@PreparedFor
def _judgements(user: User, claim: int) -> QuerySet[Judgement]:
    rows = Judgement.objects.visible_to(user).latest_per_annotation().filter(annotation__claim=claim)
    by_place = rows.order_by("annotation__round", "annotation__slot", "annotation_id")
    return by_place.with_words().select_related("annotation")


def links_for(user: User, claim: Claim) -> list[ClaimLink]:
    """How a claim stands to others of its project, the surest first."""
    return _links.rows(user, claim=claim.pk)


@PreparedFor
def _links(user: User, claim: int) -> QuerySet[ClaimLink]:
    return ClaimLink.objects.visible_to(user).standing().of(Claim(pk=claim))


def successions_for(user: User, claim: Claim) -> list[Succession]:
    """What became of a claim in corrected versions of its article, and which earlier ones it succeeds."""
    return _successions.rows(user, claim=claim.pk)


@PreparedFor
def _successions(user: User, claim: int) -> QuerySet[Succession]:
    rows = Succession.objects.visible_to(user).filter(Q(claim=claim) | Q(successor=claim))
    return rows.order_by("pk")


def projects_for(user: User) -> QuerySet[Project]:
    mine = Membership.objects.filter(user=user)
    return Project.objects.visible_to(user).prefetch_related(Prefetch("memberships", mine, to_attr="mine"))


def dossiers_for(user: User) -> QuerySet[Dossier]:
    return whole_dossiers().visible_to(user)  # type: ignore[attr-defined]


def whole_dossiers() -> QuerySet[Dossier]:
    """Whoever sees them: for an answer to somebody who has just changed one."""
    members = Prefetch("members", DossierClaim.objects.live().order_by("claim"))
    return Dossier.objects.select_related("project").prefetch_related(members)


def comments_for(user: User) -> QuerySet[Comment]:
    """With `who` (see `with_writers`), and whether they are `mine`."""
    rows = Comment.objects.visible_to(user).with_writers().annotate(mine=Q(by=user))
    return rows.select_related("project", "claim", "by")


def questions_for(user: User) -> QuerySet[Question]:
    """With `mine`: whether the judgement is theirs."""
    rows = Question.objects.visible_to(user).annotate(mine=Q(annotation__person=user))
    return rows.select_related("project", "annotation")


def notices_for(user: User) -> QuerySet[Notice]:
    return Notice.objects.to(user).select_related("project")


def exclusions_for(user: User) -> QuerySet[Exclusion]:
    """The person's own, and those of the people of projects that they lead."""
    led = Q(in_projects_of(user, Role.CURATOR))
    own = Q(in_projects_of(user), person=user)
    return Exclusion.objects.filter(led | own).select_related("project", "person", "party")


def teams_for(user: User) -> QuerySet[Team]:
    """Those of projects that the person leads, each with its people, and by name those that they are in."""
    led = Project.objects.with_role(user, Role.CURATOR)
    members = TeamMember.objects.filter(team__project__in=led).select_related("person")
    rows = Team.objects.visible_to(user).annotate(is_led=Exists(led.filter(pk=OuterRef("project"))))
    return rows.select_related("project").prefetch_related(Prefetch("members", members))


def releases_for(user: User) -> QuerySet[Release]:
    return Release.objects.visible_to(user).select_related("project")


def uploads_for(user: User) -> QuerySet[Upload]:
    bundles = Prefetch("bundles", Bundle.objects.defer("content"))
    return Upload.objects.visible_to(user).select_related("project").prefetch_related(bundles)


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("claim").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
