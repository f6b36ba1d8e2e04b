"""What the top bar offers: the pages of the project at hand that the person's roles can use."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from verification.models.comment import LOOKS_AFTER
from verification.models.membership import MOST_TOLD, at_hand, keep_at_hand, memberships_of, unread_of
from verification.vocabulary import Role

register = template.Library()

BELONGS = {
    "known-answers": ("people", "adjudication"),
    "calibration": ("work",),
    "uploads": ("articles",),
}


@register.inclusion_tag("partials/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """Links of the context's `project`, or of the person's only one."""
    request = context["request"]
    if at_hand(request.user) is None:
        keep_at_hand(request.user)  # asked for once by all that the bar shows
    memberships = memberships_of(request.user)
    project = context.get("project")
    if project is None and len({membership.project_id for membership in memberships}) == 1:
        project = memberships[0].project
    roles = {membership.role for membership in memberships if project and membership.project_id == project.pk}
    links = [("home", _("Home"), True)]
    if project is not None:
        links += [
            ("articles", _("Articles"), bool(roles)),
            ("claims", _("Claims"), bool(roles)),
            ("dossiers", _("Dossiers"), bool(roles)),
            ("work", _("My work"), Role.ANNOTATOR in roles),
            ("adjudication", _("Adjudication"), Role.ADJUDICATOR in roles),
            ("discussions", _("Discussions"), bool(roles & set(LOOKS_AFTER))),
            ("progress", _("Progress"), bool(roles & {Role.ANNOTATOR, Role.RESEARCHER, Role.CURATOR})),
            ("releases", _("Releases"), bool(roles & {Role.RESEARCHER, Role.CURATOR})),
            ("guideline", _("Guideline"), bool(roles)),
            ("people", _("People"), Role.CURATOR in roles),
            ("project_settings", _("Settings"), Role.CURATOR in roles),
        ]
    shown = [(_address(name, project), words) for name, words, offered in links if offered]
    # A page whose address does not begin as the link that leads to it.
    within = [name for part, names in BELONGS.items() if f"/{part}/" in request.path for name in names]
    offered_here = {name for name, _words, offered in links if offered}
    belongs = next((_address(name, project) for name in within if name in offered_here), request.path)
    here = max((url for url, _words in shown if belongs.startswith(url)), key=len, default="")
    return {
        "links": [
            {"url": url, "words": words, "is_here": url == here != "/" or url == request.path} for url, words in shown
        ],
        "project": context.get("project"),
        "is_staff": request.user.is_staff,
    }


@register.simple_tag(takes_context=True)
def unread_notices(context: Context) -> str:
    """How many notices are new, "100+" beyond that; an empty text where none is."""
    number = unread_of(context["request"].user)
    return f"{MOST_TOLD - 1}+" if number == MOST_TOLD else str(number or "")


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """The languages of the site, each with the name that its speakers give it; none where there is no choice."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [(code, LANG_INFO[code]["name_local"]) for code in codes] if len(codes) > 1 else []


def _address(name: str, project: Any) -> str:
    return reverse(name) if name == "home" else reverse(name, args=[project.slug])
