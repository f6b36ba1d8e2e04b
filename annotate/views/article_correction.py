"""A corrected version of an article: a new article that names the one it corrects, whose text never changes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.article_forms import AddTextForm
from annotate.views.article import article_of
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.articles import add_text
from verification.api.fields import partial_date
from verification.exceptions import Invalid
from verification.models import Article
from verification.policies import require, why_not_add_articles

# A longer text is corrected elsewhere and pasted whole: nobody edits a book in a field of a form.
LONGEST_SHOWN = 200_000


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def article_correct(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The form begins with the text as it is, so that only what is wrong needs to be changed."""
    earlier = article_of(request, slug, pk)
    require(why_not_add_articles(request.user, earlier.project))
    form = AddTextForm(request.POST if request.method == "POST" else None, initial=_as_it_is(earlier))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            article, _is_new = add_text(
                earlier.project,
                text=given["text"],
                title=given["title"],
                language=given["language"] or None,
                ran=form.ran(),
                corrects=earlier,
                by=request.user,
            )
        except Invalid as refusal:
            form.add_error("text" if "text" in refusal.fields else None, refusal.message)
        else:
            messages.success(
                request, _("The corrected version is added. When it is read, its page says what became of each claim.")
            )
            return redirect("article", slug, article.pk)
    context = {"project": earlier.project, "article": earlier, "form": form}
    return render(request, "articles/correct.html", context, status=400 if form.errors else 200)


def _as_it_is(earlier: Article) -> dict[str, object]:
    publication = earlier.publications.first()
    published = partial_date(publication.published_on, publication.published_precision) if publication else None
    text = earlier.text or ""
    return {
        "title": earlier.title,
        "text": text if len(text) <= LONGEST_SHOWN else "",
        "language": earlier.language,
        "url": publication.url if publication else None,
        "outlet": publication.outlet if publication else None,
        "byline": publication.byline if publication else None,
        "published_on": published,
    }
