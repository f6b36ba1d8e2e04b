"""The claims that come next, for the review page to have at hand when the network is gone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from annotate.views.guard import signed_in
from annotate.views.onward import as_held
from annotate.views.review import own_annotation
from verification.actions.ahead import hold_ahead


@require_POST
@signed_in
def ahead(request: HttpRequest, pk: int) -> JsonResponse:
    """Takes places ahead for the person at this page, and says which they hold."""
    user: Any = request.user
    annotation = own_annotation(user, pk, text=False)
    return JsonResponse({"places": as_held(hold_ahead(annotation, by=user))})
