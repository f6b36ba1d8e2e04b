"""What a person had typed when their form could not be taken: given back, so that nothing is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError

OURS = {"csrfmiddlewaretoken"}
SECRET = re.compile(r"password|secret|token|code|credential", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A form as it came: its fields in their order, and whether it may be sent again as it is."""

    fields: list[tuple[str, str]]
    may_repeat: bool

    @property
    def words(self) -> list[tuple[str, str]]:
        """What somebody typed rather than chose, each with the name of its field in words."""
        typed = [(name, value) for name, value in self.fields if re.search(r"\s|.{30}", value.strip())]
        return [(re.sub(r"[-_]+", " ", name), value) for name, value in typed]


def sent_with(request: HttpRequest) -> Sent | None:
    """The form that the request carries; None where it carries none, or none of a page of ours.

    Another site's form must not be dressed up as the person's own, and what is secret is not written into a page.
    """
    if request.method != "POST" or not comes_from_here(request):
        return None
    try:
        given = [(name, value) for name, values in request.POST.lists() for value in values if name not in OURS]
        has_files = bool(request.FILES)
    except (SuspiciousOperation, BadRequest, UnreadablePostError):
        return None  # too large, or cut off: only the browser still has it
    has_secrets = any(SECRET.search(name) for name, _value in given)
    fields = [(name, value) for name, value in given if not SECRET.search(name)]
    return Sent(fields=fields, may_repeat=not has_secrets and not has_files) if fields else None


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser itself says that a page of this site sent it."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return bool(origin.netloc) and (origin.scheme, origin.netloc) == (request.scheme, request.get_host())
