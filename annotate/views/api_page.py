"""The page of the API: what /api/schema/ says, for people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from annotate.api_page import groups, shapes


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    """Open to whoever reaches the site, as the schema is."""
    language = get_language()
    return render(request, "api/page.html", {"groups": groups(language), "shapes": shapes(language)})
