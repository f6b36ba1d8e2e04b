"""What the script of the review page asks besides drafts: what comes next, and which claims to hold ahead."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from annotate.calibration import calibration_ended
from annotate.desk import address
from verification.actions.places import start_next
from verification.models import Annotation, Judgement, User

Place = dict[str, Any]


def by_script(request: HttpRequest) -> bool:
    """Whether the page's script sent a form, and wants no page for it."""
    return request.headers.get("Accept") == "application/json"


def onward(annotation: Annotation, said: str | Promise, *, by: User, is_final: bool = False) -> JsonResponse:
    """What happened, and the page that comes next: the person's next claim, or home where none is left.

    `back` leads to where it can be changed again, unless it `is_final`.
    """
    project = annotation.claim.project
    if calibration_ended(project, by=by, after=annotation):
        report = reverse("calibration", args=[project.slug])
        return JsonResponse({"said": [said], "back": None, "next": {"url": report, "saved_at": None}})
    following = start_next(project, by=by)
    back = None if is_final else address(annotation)
    if following is not None:
        return JsonResponse({"said": [said], "back": back, "next": as_held([following])[0]})
    nothing = _("Nothing is left for you in “%(project)s” at this moment.") % {"project": project}
    return JsonResponse({"said": [said, nothing], "back": back, "next": {"url": reverse("home"), "saved_at": None}})


def as_held(annotations: list[Annotation]) -> list[Place]:
    """Each place as the script knows it: a page that it holds is good while nothing was saved since."""
    drafts = Judgement.objects.filter(annotation__in=annotations).order_by("revision")
    saved = {draft.annotation_id: draft.saved_at for draft in drafts.defer("rationale")}
    return [{"url": address(annotation), "saved_at": saved[annotation.pk].isoformat()} for annotation in annotations]
