"""Putting right what is known of an article: its details, and where and when its text ran."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.article_detail_forms import CorrectionForm, DetailsForm, PublicationForm
from annotate.paging import whole
from annotate.views.article import article_of
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.article_details import (
    correct_details,
    correct_publication,
    list_publication,
    remove_publication,
)
from verification.api.errors import status_of
from verification.exceptions import Conflict, Invalid
from verification.models import Article, Publication
from verification.policies import require, why_not_correct_article, why_not_correct_now


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def article_details(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """One form for the details and one for each publication; the button `do` says which of them was sent.

    What is refused stays in its form. Where somebody else was quicker, the form keeps what was typed, shows how it
    stands now, and can be sent again.
    """
    article = article_of(request, slug, pk)
    require(why_not_correct_article(request.user, article.project))
    if request.method != "POST":
        return _page(request, article)
    do, _colon, key = request.POST.get("do", "").partition(":")
    publication = None
    if do in ("correct", "remove"):
        publication = get_object_or_404(Publication, article=article, pk=whole(key) or 0)
    form: Any = (
        DetailsForm(request.POST, article=article)
        if do == "details"
        else PublicationForm(request.POST, publication=publication)
    )
    if do != "remove" and not form.is_valid():
        return _page(request, article, sent=form, status=400)
    try:
        _act(do, article, publication, form, request)
    except (Invalid, Conflict) as refusal:
        form.refuse(refusal)
        if isinstance(refusal, Conflict):
            form.show_beside(_as_it_stands(article, publication))
        return _page(request, article, sent=form, status=status_of(refusal))
    messages.success(request, _("It is taken out.") if do == "remove" else _("It is kept."))
    return redirect("article_details", slug, pk) if do != "details" else redirect("article", slug, pk)


def _act(do: str, article: Article, publication: Publication | None, form: Any, request: SignedInRequest) -> None:
    seen = request.POST.get(form.add_prefix("seen")) or None
    if do == "details":
        correct_details(article, change=form.change(), seen=seen, by=request.user)
    elif do == "add":
        list_publication(article, ran=form.ran(), by=request.user)
    elif publication is None:
        raise Invalid(_("This cannot be used as it is. Load the page anew."))
    elif do == "correct":
        correct_publication(publication, change=form.ran(), seen=seen, by=request.user)
    else:
        remove_publication(publication, seen=seen, by=request.user)


def _as_it_stands(article: Article, publication: Publication | None) -> CorrectionForm:
    if publication is None:
        article.refresh_from_db()
        return DetailsForm(article=article)
    return PublicationForm(publication=get_object_or_404(Publication, pk=publication.pk))


def _page(request: SignedInRequest, article: Article, *, sent: Form | None = None, status: int = 200) -> HttpResponse:
    forms: list[tuple[Publication, Form]] = []
    for publication in article.publications.all():
        form: Form = PublicationForm(publication=publication)
        forms.append((publication, sent if sent is not None and sent.prefix == form.prefix else form))
    details, new = DetailsForm(article=article), PublicationForm()
    context = {
        "project": article.project,
        "article": article,
        "details": sent if sent is not None and sent.prefix == details.prefix else details,
        "publications": forms,
        "new": sent if sent is not None and sent.prefix == new.prefix else new,
        "why_not": why_not_correct_now(article),
    }
    return render(request, "articles/details.html", context, status=status)
