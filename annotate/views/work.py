"""My work: a person's own places in a project, and what of them can still be changed. Never anybody else's."""

from __future__ import annotations

from django import forms
from django.db.models import OuterRef, Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from annotate.filters import active
from annotate.labels import options
from annotate.paging import newest_first
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.models import Annotation, Judgement, User
from verification.models.annotation import AnnotationQuerySet
from verification.models.probes import any_of
from verification.policies import why_not_judge
from verification.vocabulary import Verdict

MOST_UNFINISHED = 20  # at the head of the list; a person has few, because the queue gives back the one they began
STATES = (
    ("unfinished", _("unfinished")),
    ("lapsed", _("lapsed, draft kept")),
    ("submitted", _("submitted")),
    ("resolved", _("resolved")),
    ("skipped", _("skipped")),
)


class WorkFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[("", _("any")), *STATES], required=False)
    verdict = forms.ChoiceField(label=_("Your verdict"), choices=[("", _("any")), *options(Verdict)], required=False)


@signed_in
@require_safe
def work(request: SignedInRequest, slug: str) -> HttpResponse:
    """The unfinished first, then the newest first."""
    project = project_of(request, slug)
    form = WorkFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    mine: AnnotationQuerySet = Annotation.objects.shown_to(request.user).filter(claim__project=project).met()
    is_first = not any(chosen.values()) and not request.GET.get("before") and not request.GET.get("after")
    begun = _rows(mine.unfinished(), request.user).order_by("-active_at", "-pk")
    unfinished = list(begun[:MOST_UNFINISHED]) if is_first else []
    found = _found(mine, **chosen)
    page = newest_first(_rows(found, request.user), before=request.GET.get("before"), after=request.GET.get("after"))
    first = {annotation.pk for annotation in unfinished}
    context = {
        "project": project,
        "form": form,
        "active": active(form, request.GET),
        "rows": unfinished + [annotation for annotation in page.rows if annotation.pk not in first],
        "page": page,
        "why_not_judge": why_not_judge(request.user, project),
    }
    return render(request, "work/list.html", context)


def _found(mine: AnnotationQuerySet, *, state: str = "", verdict: str = "") -> AnnotationQuerySet:
    match state:
        case "unfinished":
            mine = mine.unfinished()
        case "lapsed":
            mine = mine.lapsed()
        case "skipped":
            mine = mine.skipped()
        case "submitted":
            mine = mine.submitted().filter(claim__resolved_at__isnull=True)
        case "resolved":
            mine = mine.submitted().filter(claim__resolved_at__isnull=False)
    if verdict:
        said = Judgement.objects.latest_per_annotation().filter(verdict=verdict)
        mine = mine.filter(any_of(said.filter(annotation=OuterRef("pk"))))
    return mine


def _rows(found: QuerySet[Annotation], user: User) -> QuerySet[Annotation]:
    """With the claim, and `revisions`: the person's own judgements, newest first."""
    revisions = Judgement.objects.visible_to(user).filter(annotation__person=user).order_by("-revision")
    with_claim = found.select_related("claim__article").defer("claim__article__text")
    return with_claim.prefetch_related(Prefetch("judgements", revisions, to_attr="revisions"))
