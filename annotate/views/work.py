"""My work: a person's own places in a project, and what of them can still be changed. Never anybody else's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import OuterRef
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from annotate.filters import active
from annotate.labels import options
from annotate.own_work import revisions_of, unfinished_in, with_claims
from annotate.paging import newest_first
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.models import Annotation, Judgement, User
from verification.models.annotation import AnnotationQuerySet
from verification.models.probes import any_of
from verification.policies import why_not_judge
from verification.vocabulary import Verdict

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
    unfinished = unfinished_in.rows(request.user, project=project.pk) if is_first else []
    found = _found(mine, **chosen).only("pk")
    page = newest_first(found, before=request.GET.get("before"), after=request.GET.get("after"))
    ids = list(dict.fromkeys(annotation.pk for annotation in [*unfinished, *page.rows]))
    context = {
        "project": project,
        "form": form,
        "active": active(form, request.GET),
        "rows": _rows(ids, request.user),
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


def _rows(ids: list[int], user: User) -> list[Annotation]:
    """The places of these ids in their order, each with the claim and `revisions`: the person's own judgements."""
    if not ids:
        return []
    revisions = revisions_of.rows(user, annotations=ids)
    found: dict[int, Any] = {annotation.pk: annotation for annotation in with_claims.rows(annotations=ids)}
    for annotation in found.values():
        annotation.revisions = [revision for revision in revisions if revision.annotation_id == annotation.pk]
    return [found[pk] for pk in ids]
