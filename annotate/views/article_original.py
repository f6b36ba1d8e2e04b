"""Files from outside, to take away and look into: what an article came as."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from annotate.views.article import article_of
from annotate.views.guard import SignedInRequest, signed_in
from verification.models import Original
from verification.policies import require, why_not_curate

# Signs that no file name needs, and that would end a header or lead to another folder.
UNWANTED = re.compile(r"[\x00-\x1f\x7f/\\]+")


def as_download(content: bytes, name: str) -> HttpResponse:
    """Always a download of no kind: a page from outside must never open as one of this site's."""
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@signed_in
@require_safe
def article_original(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """For curators."""
    article = article_of(request, slug, pk)
    require(why_not_curate(request.user, article.project))
    original = get_object_or_404(Original, article=article)
    return as_download(bytes(original.content), UNWANTED.sub("_", original.name) or "article")
