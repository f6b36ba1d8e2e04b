"""What a person had typed when their form could not be taken: given back, so that nothing is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from annotate.judgement_form import ROW
from annotate.labels import label
from verification.vocabulary import Confidence, Reason, Stance, Verdict

# What the fields of a judgement are called on their page, and the vocabulary of those that are chosen.
FIELDS: dict[str, tuple[str | Promise, type[StrEnum] | None]] = {
    "verdict": (gettext_lazy("Verdict"), Verdict),
    "reason": (gettext_lazy("Reason"), Reason),
    "rationale": (gettext_lazy("Why, in a sentence or two"), None),
    "confidence": (gettext_lazy("How sure"), Confidence),
}
ROWS: dict[str, str | Promise] = {
    "evidence": gettext_lazy("Piece of evidence"),
    "searches": gettext_lazy("Search"),
}
FIELDS_OF_ROWS: dict[str, tuple[str | Promise, type[StrEnum] | None]] = {
    "stance": (gettext_lazy("What it does to the claim"), Stance),
    "quote": (gettext_lazy("Words"), None),
    "url": (gettext_lazy("Address"), None),
    "outweighed": (gettext_lazy("Outweighed, because"), None),
    "outlet": (gettext_lazy("Outlet"), None),
    "published_on": (gettext_lazy("Published"), None),
    "party": (gettext_lazy("Party behind it"), None),
    "question": (gettext_lazy("Question it answers"), None),
    "where": (gettext_lazy("Where"), None),
    "query": (gettext_lazy("For what"), None),
    "outcome": (gettext_lazy("What came of it"), None),
}
OURS = {"csrfmiddlewaretoken"}
SECRET = re.compile(r"password|secret|token|code|credential", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A form as it came: its fields in their order, and whether it may be sent again as it is."""

    fields: list[tuple[str, str]]
    may_repeat: bool

    @property
    def words(self) -> list[tuple[str, str]]:
        """What somebody typed, each under its name in words; of a judgement what they chose too."""
        numbers: dict[str, list[str]] = {group: [] for group in ROWS}
        for name, _value in self.fields:
            if (row := ROW.fullmatch(name)) and row[2] not in numbers[row[1]]:
                numbers[row[1]].append(row[2])
        return [
            (_name_of(name, numbers), _value_of(name, value)) for name, value in self.fields if _is_told(name, value)
        ]


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


def _known(name: str) -> tuple[str | Promise, type[StrEnum] | None] | None:
    row = ROW.fullmatch(name)
    return FIELDS_OF_ROWS.get(row[3]) if row else FIELDS.get(name)


def _is_told(name: str, value: str) -> bool:
    return bool(value.strip()) and (_known(name) is not None or bool(re.search(r"\s|.{30}", value.strip())))


def _name_of(name: str, numbers: dict[str, list[str]]) -> str:
    """A field's name in words; rows are counted as the page counts them, whatever the form numbers them."""
    row, known = ROW.fullmatch(name), _known(name)
    said = str(known[0]) if known else re.sub(r"[-_]+", " ", row[3] if row else name)
    return f"{ROWS[row[1]]} {numbers[row[1]].index(row[2]) + 1}: {said}" if row else said


def _value_of(name: str, value: str) -> str:
    """A word of the vocabulary as people read it; what is none of its words, as it came."""
    known = _known(name)
    enum = known[1] if known else None
    return label(enum(value)) if enum and value in list(enum) else value
