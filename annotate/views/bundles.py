"""Bundles of the site's own scripts and styles, for anybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from annotate.bundles import BUNDLES, bundle_of

KINDS = {"css": "text/css", "js": "text/javascript"}
FOR_GOOD = "public, max-age=31536000, immutable"


@require_safe
def bundle(request: HttpRequest, digest: str, file: str) -> HttpResponse:
    """The bundle as it is now; kept by browsers where that is the one they asked for."""
    if file not in BUNDLES:
        raise Http404
    found = bundle_of(file)
    is_packed = "gzip" in request.headers.get("Accept-Encoding", "")
    content_type = f"{KINDS[file.rsplit('.', 1)[1]]}; charset=utf-8"
    answer = HttpResponse(found.packed if is_packed else found.content, content_type=content_type)
    if is_packed:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    answer["Cache-Control"] = FOR_GOOD if digest == found.digest else "no-cache"
    return answer
