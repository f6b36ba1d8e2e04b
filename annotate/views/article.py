"""One article: its text with the claims beside it, and how it came about."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Length
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from annotate.article_forms import AddClaimForm
from annotate.article_history import history
from annotate.article_making import Making
from annotate.article_parts import Part, part_at
from annotate.paging import whole
from annotate.templatetags.covers import cover_of
from annotate.templatetags.passage import Mark
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.claims import add_claim
from verification.exceptions import Conflict, Invalid
from verification.jobs.heartbeat import worker_answers
from verification.models import Article, Claim, Dossier, Succession, User
from verification.models.article import UNFINISHED
from verification.models.beside import Beside, beside
from verification.models.membership import memberships_of
from verification.models.prepared_for import PreparedFor
from verification.policies import require, why_not_add_claim, why_not_curate, why_not_retry, why_not_use_engine
from verification.vocabulary import Engine, Stage, Target

MOST_DOSSIERS = 20  # that are named on the page of an article
PUBLICATIONS, SAID_BY = Beside("publications"), Beside("attributions", "position")


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def article(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The text, a part of it where it is long (`?at=` an offset chooses it), with the claims of that part beside it."""
    shown = article_of(request, slug, pk)
    if request.htmx:
        return HttpResponseClientRefresh() if shown.state not in UNFINISHED else _state(request, shown)
    return _show(request, shown, AddClaimForm(text=shown.text or ""))


@signed_in
@require_POST
def article_claim(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Adds a claim that extraction missed; what was typed stays in the form where it cannot be added."""
    shown = article_of(request, slug, pk)
    require(why_not_add_claim(request.user, shown))
    form = AddClaimForm(request.POST, text=shown.text or "")
    if form.is_valid():
        given = form.cleaned_data
        try:
            claim = add_claim(
                shown,
                start=given["start"],
                end=given["end"],
                statement=given["statement"],
                target=Target(given["target"]),
                by=request.user,
            )
        except (Invalid, Conflict) as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The claim is added. It waits in the queue with the others."))
            return redirect("claim", slug, claim.pk)
    return _show(request, shown, form, status=400)


def article_of(request: SignedInRequest, slug: str, pk: int) -> Article:
    """The article, where this person may see it in the project of that name; 404 otherwise."""
    memberships_of(request.user)  # asked for once: much of what follows goes by them
    found = _whole.rows(request.user, slug=slug, article=pk)
    if not found:
        raise Http404
    return found[0]


@PreparedFor
def _whole(user: User, slug: str, article: int) -> QuerySet[Article]:
    found = Article.objects.visible_to(user).filter(project__slug=slug, pk=article)
    found = found.select_related("project", "same_as", "corrects", "matching").defer("same_as__text", "corrects__text")
    return beside(found.annotate(file_name=F("original__name"), file_size=Length("original__content")), PUBLICATIONS)


def _state(request: SignedInRequest, shown: Article) -> HttpResponse:
    return render(request, "articles/state.html", _standing(request.user, shown))


def _standing(user: User, shown: Article) -> dict[str, object]:
    """How far the article has come."""
    unfinished = shown.state in UNFINISHED
    return {
        "project": shown.project,
        "article": shown,
        "why_not_curate": (why_not := why_not_curate(user, shown.project)),
        "why_not_retry": why_not or why_not_retry(shown),
        "unfinished": unfinished,
        "worker_answers": not unfinished or worker_answers(),
    }


def _related(shown: Article) -> dict[str, object]:
    """Other versions of the article; what is nearly the same without being called one."""
    corrections = list(shown.corrections.order_by("pk").defer("text"))
    named = {shown.corrects_id, *(correction.pk for correction in corrections)}
    told = Succession.objects.filter(article=shown) if shown.corrects_id else Succession.objects.none()
    outcomes = dict(told.order_by().values_list("outcome").annotate(number=Count("pk")))
    own = told.filter(successor=OuterRef("pk"))
    near = [near for near in Article.objects.near(shown) if near.article.pk not in named]
    return {
        "corrections": corrections,
        "near": near,
        "outcomes": outcomes,
        "new_here": shown.claims.filter(~Exists(own), withdrawn_at__isnull=True).count() if outcomes else 0,
    }


def _show(request: SignedInRequest, shown: Article, form: AddClaimForm, *, status: int = 200) -> HttpResponse:
    text = shown.text or ""
    part = part_at(text, whole(request.GET.get("at")) or 0)
    making = Making(article=shown, part=part)
    claims = _claims_of(part, shown, request.user)
    marks = [_mark(claim) for claim in claims if claim.stage != Stage.WITHDRAWN]
    related = _related(shown)
    if related["corrections"]:
        _say_what_became(claims)
    context = {
        **_standing(request.user, shown),
        **related,
        "dossiers": _dossiers.rows(request.user, article=shown.pk),
        "publications": list(shown.publications.all()),
        "part": part,
        "making": making,
        "why_not_model": _why_not_model(request.user, shown) if making.stood_in else None,
        "history": history(shown, to=request.user),
        "claims": claims,
        "cover": list(dict.fromkeys(why for claim in (None, *claims) for why in cover_of(request.user, claim, shown))),
        "claims_in_all": len(claims) if part.of == 1 else shown.claims.count(),
        "marks": [*making.marks(_("Not part of the article: no claims are looked for here.")), *marks],
        "form": form,
        "why_not_add_claim": why_not_add_claim(request.user, shown),
    }
    return render(request, "articles/article.html", context, status=status)


def _why_not_model(user: User, shown: Article) -> str | None:
    """Why this person cannot have the language model read the article now."""
    if why_not := why_not_curate(user, shown.project) or why_not_retry(shown):
        return why_not
    if shown.project.engine != Engine.LANGUAGE_MODEL:
        return _("The project reads with the built-in rules now. Choose the language model in its settings first.")
    return why_not_use_engine(shown.project.engine)


def _claims_of(part: Part, shown: Article, user: User) -> list[Claim]:
    """The claims with words in this part, in the order of the text."""
    return _claims.rows(user, article=shown.pk, after=part.start, before=part.end)


@PreparedFor
def _claims(user: User, article: int, after: int, before: int) -> QuerySet[Claim]:
    claims = Claim.objects.visible_to(user).filter(article=article, start__lt=before, end__gt=after)
    return beside(claims.with_stage_for(user), SAID_BY).order_by("start", "pk")


@PreparedFor
def _dossiers(user: User, article: int) -> QuerySet[Dossier]:
    return Dossier.objects.visible_to(user).of_article(article).order_by("-pk")[:MOST_DOSSIERS]


def _say_what_became(claims: list[Claim]) -> None:
    """Adds `became`: what became of each claim in a corrected version, the newest one that tells."""
    told = Succession.objects.filter(claim__in=[claim.pk for claim in claims]).order_by("article_id")
    outcomes = dict(told.values_list("claim", "outcome"))
    for claim in claims:
        claim.became = outcomes.get(claim.pk)  # type: ignore[attr-defined]


def _mark(claim: Claim) -> Mark:
    return Mark(
        start=claim.start or 0, end=claim.end or 0, kind="other", note=claim.statement, anchor=f"claim-{claim.pk}"
    )
