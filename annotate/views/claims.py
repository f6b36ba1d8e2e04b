"""The claims of a project, and one with everything that this person may know of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotate.article_forms import ClaimFilter, WhyForm
from annotate.asking import names
from annotate.claim_choice import fitting, query_of, question_of
from annotate.claim_context import bearings_of, excerpt
from annotate.claim_versions import versions
from annotate.discussion import threads_of
from annotate.dossier_forms import LinkForm, QuestionForm
from annotate.dossier_page import of_claim
from annotate.elsewhere import again, elsewhere
from annotate.filters import active
from annotate.history import history
from annotate.judgements import asked, by_source, columns, differing, resolutions_of, rests_on
from annotate.paging import newest_first, whole
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.claims import reopen, withdraw
from verification.actions.filters import MOST_SAVED
from verification.actions.links import confirm_link, draw_link, refuse_link
from verification.exceptions import Conflict, Invalid
from verification.models import (
    Annotation,
    Article,
    Assignment,
    Claim,
    ClaimLink,
    SavedFilter,
    Succession,
    TeamAssignment,
    User,
)
from verification.models.beside import Beside, beside
from verification.models.bulk_change import MOST_AT_ONCE
from verification.models.comment import LOOKS_AFTER
from verification.models.dossier import LONGEST_QUESTION
from verification.models.membership import memberships_of
from verification.models.prepared import among
from verification.models.prepared_for import PreparedFor
from verification.models.resolution import standing_of
from verification.policies import (
    holds,
    require,
    why_not_adjudicate,
    why_not_curate,
    why_not_gather,
    why_not_link,
    why_not_reopen,
    why_not_steer,
)
from verification.vocabulary import LinkKind, Role, Stage

MORE = ("place", "actor", "modality", "since", "until", "numbers")


@signed_in
@require_safe
def claims(request: SignedInRequest, slug: str) -> HttpResponse:
    """Newest first, filtered by words, stage, article and what they speak of; nothing is counted."""
    project = project_of(request, slug)
    form = ClaimFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    article = Article.objects.visible_to(request.user).filter(project=project, pk=chosen.get("article") or 0)
    misread, question = question_of(chosen.get("q") or "")
    found = fitting(project, chosen, question, by=request.user) if misread is None else Claim.objects.none()
    page = newest_first(found.only("pk"), before=request.GET.get("before"), after=request.GET.get("after"))
    context = {
        "project": project,
        "form": form,
        "more_fields": [form[name] for name in MORE],
        "more": any(chosen.get(name) for name in MORE),
        "filtered": any(chosen.values()),
        "misread": misread,
        "names": names(),
        "active": active(form, request.GET),
        "article": article.defer("text").first() if chosen.get("article") else None,
        "claims": _rows(page.rows, request.user),
        "page": page,
        "saved": SavedFilter.objects.visible_to(request.user).filter(project=project)[: 2 * MOST_SAVED],
        "asks": query_of(form) if form.is_valid() and misread is None else "",
        "may_steer": why_not_steer(request.user, project) is None,
        "most": MOST_AT_ONCE,
    }
    return render(request, "claims/list.html", context)


def _rows(found: list[Claim], user: User) -> list[Any]:
    """The claims of a page with what a row shows. Asked for apart from finding them, because the stage is a query
    of its own on each row, and PostgreSQL would work it out for the whole project."""
    ids = [claim.pk for claim in found]
    rows: list[Any] = _shown.rows(user, claims=ids)
    standing = {resolution.claim_id: resolution for resolution in standing_of.rows(user, claims=ids)}
    for row in rows:
        row.standing = [standing[row.pk]] if row.pk in standing else []
    return rows


@PreparedFor
def _shown(user: User, claims: list[int]) -> QuerySet[Claim]:
    rows = Claim.objects.with_stage_for(user).with_idle_places_for(user).filter(among("pk", claims)).order_by("-pk")
    return beside(rows.select_related("article").defer("article__text"), Beside("attributions", "position"))


@signed_in
@require_safe
def claim(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    return _show(request, _claim(request, slug, pk), WhyForm())


@signed_in
@require_POST
def claim_withdraw(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    shown = _claim(request, slug, pk)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _show(request, shown, form, status=400)
    withdraw(shown, why=form.cleaned_data["why"], by=request.user)
    messages.success(request, _("The claim is withdrawn. What was judged stays."))
    return redirect("claim", slug, pk)


@signed_in
@require_POST
def claim_reopen(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    shown = _claim(request, slug, pk)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _show(request, shown, form, status=400)
    reopen(shown, why=form.cleaned_data["why"], by=request.user)
    said = _("The claim is open again.")
    if shown.stage == Stage.RESOLVED:  # as it stood before
        said = _("The claim is open again. The earlier resolution stays on record.")
    messages.success(request, said)
    return redirect("claim", slug, pk)


@signed_in
@require_POST
def claim_link(request: SignedInRequest, slug: str, pk: int, link: int) -> HttpResponse:
    """Confirms a link of the claim, or refuses it, as the button `do` says."""
    shown = _claim(request, slug, pk)
    found = get_object_or_404(ClaimLink.objects.visible_to(request.user).of(shown), pk=link)
    if request.POST.get("do") == "confirm":
        confirm_link(found, by=request.user)
        messages.success(request, _("Confirmed."))
    else:
        refuse_link(found, by=request.user)
        messages.success(request, _("Refused: it is not suggested any more."))
    came_from = whole(request.POST.get("dossier"))
    return redirect("dossier", slug, came_from) if came_from else redirect("claim", slug, pk)


@signed_in
@require_POST
def claim_links(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Links the claim to another of the project, which matching did not find."""
    shown = _claim(request, slug, pk)
    require(why_not_link(request.user, shown))
    form = LinkForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        other = Claim.objects.visible_to(request.user).filter(project=shown.project, pk=given["other"]).first()
        if other is None:
            form.add_error("other", _("There is no such claim in this project."))
        else:
            try:
                draw_link(shown, other=other, kind=LinkKind(given["kind"]), reason=given["reason"], by=request.user)
            except (Invalid, Conflict) as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("The two claims are linked."))
                return redirect("claim", slug, pk)
    return _show(request, shown, WhyForm(), status=400, link_form=form)


def _claim(request: SignedInRequest, slug: str, pk: int) -> Claim:
    memberships_of(request.user)  # asked for once: much of what follows goes by them
    found = _whole.rows(request.user, slug=slug, claim=pk)
    if not found:
        raise Http404
    shown = found[0]
    if shown.stage == Stage.IN_PROGRESS:
        shown.resolved_at = None  # whoever looks at it a second time is not told that it is resolved
    return shown


@PreparedFor
def _whole(user: User, slug: str, claim: int) -> QuerySet[Claim]:
    found = Claim.objects.visible_to(user).with_stage_for(user).with_idle_places_for(user).with_suggestions_for(user)
    corrections = Article.objects.filter(corrects=OuterRef("article")).order_by("-pk").values("pk")
    given = TeamAssignment.objects.visible_to(user).filter(claim=OuterRef("pk")).order_by("pk")
    to_teams = ArraySubquery(given.values(json=JSONObject(team="team__name", keeps="keeps")))
    found = found.annotate(correction=Subquery(corrections[:1]), to_teams=to_teams)
    found = found.filter(project__slug=slug, pk=claim).select_related("project", "article")
    return beside(found, Beside("attributions", "position"))


@PreparedFor
def _own_places(user: User, claim: int) -> QuerySet[Annotation]:
    return Annotation.objects.shown_to(user).filter(claim=claim).order_by("-pk")


def _show(
    request: SignedInRequest, shown: Claim, form: WhyForm, *, status: int = 200, link_form: LinkForm | None = None
) -> HttpResponse:
    user = request.user
    judgements = columns(shown, to=user)
    resolutions = resolutions_of(shown, to=user)
    places = _own_places.rows(user, claim=shown.pk)
    letters = {column.judgement.annotation_id: column.letter for column in judgements}
    bearings = bearings_of(shown)
    context = {
        "project": shown.project,
        "claim": shown,
        "columns": judgements,
        "sources": by_source(judgements),
        "differs": differing(judgements),
        "asked": asked(judgements),
        "threads": threads_of(shown, to=user, looks_after=holds(user, shown.project, *LOOKS_AFTER)),
        "resolutions": [(resolution, rests_on(resolution, letters)) for resolution in resolutions],
        "history": history(shown, to=user, shown=judgements, resolutions=resolutions, own=places),
        "own_bearings": [b for b in bearings if b.article_id == shown.article_id and b.link_id is None],
        "again": again(shown, bearings),
        "elsewhere": elsewhere(shown, bearings),
        "may_steer": why_not_steer(user, shown.project) is None,
        "assignments": Assignment.objects.visible_to(user).filter(claim=shown, team=None).select_related("person"),
        "may_link": why_not_link(user, shown) is None,
        "link_form": link_form or LinkForm(auto_id="link_%s"),
        "in_dossier": (in_dossier := of_claim(shown, to=user)),
        "why_not_gather": why_not_gather(user, shown.project, claim=shown) if in_dossier is None else None,
        "question_form": QuestionForm(initial={"question": shown.statement[:LONGEST_QUESTION]}, auto_id="ask_%s"),
        "versions": versions(shown, bearings, correction=shown.correction, to=user),  # type: ignore[attr-defined]
        "excerpt": excerpt(shown, bearings),
        "form": form,
        "may_care": holds(user, shown.project, Role.CURATOR, Role.ADJUDICATOR),
        "may_know": holds(user, shown.project, Role.CURATOR),
        "why_not_withdraw": _why_not_withdraw(user, shown),
        "why_not_reopen": _why_not_reopen(user, shown),
        "may_adjudicate": shown.stage == Stage.AWAITING_ADJUDICATION and why_not_adjudicate(user, shown) is None,
        "my_place": places[0] if places else None,
    }
    return render(request, "claims/claim.html", context, status=status)


def _why_not_withdraw(user: User, shown: Claim) -> str | None:
    if (why_not := why_not_curate(user, shown.project)) is None and shown.stage == Stage.WITHDRAWN:
        return _("This claim is withdrawn already.")
    return why_not


def _why_not_reopen(user: User, shown: Claim) -> str | None:
    if (why_not := why_not_reopen(user, shown)) is not None:
        return why_not
    waits = shown.is_reserved and Succession.objects.waiting().filter(successor=shown).exists()
    if shown.stage not in (Stage.RESOLVED, Stage.DROPPED, Stage.WITHDRAWN) and not waits:
        return _("This claim is open: it is neither resolved nor dropped nor withdrawn.")
    return None
