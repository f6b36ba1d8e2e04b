"""Keeping a filter of the list of claims under a name, and deleting it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotate.article_forms import ClaimFilter
from annotate.claim_choice import query_of
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.filters import forget_filter, save_filter
from verification.exceptions import Invalid
from verification.models import SavedFilter


@signed_in
@require_POST
def filter_save(request: SignedInRequest, slug: str) -> HttpResponse:
    """The fields of the filter, a `name`, and whether it is `shared`."""
    project = project_of(request, slug)
    form = ClaimFilter(request.POST)
    query = query_of(form) if form.is_valid() else ""
    shared = request.POST.get("shared") == "yes"
    try:
        save_filter(project, name=request.POST.get("name", ""), query=query, shared=shared, by=request.user)
    except Invalid as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The filter is saved."))
    return redirect(f"{reverse('claims', args=[slug])}?{query}")


@signed_in
@require_POST
def filter_forget(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    project = project_of(request, slug)
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.user).filter(project=project), pk=pk)
    forget_filter(saved, by=request.user)
    messages.success(request, _("The filter is deleted."))
    return redirect("claims", slug)
