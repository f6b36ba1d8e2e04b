"""What comes over the wire: how a body is read, and up to which size."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import IO, Any, NoReturn, Protocol

import orjson
from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework import renderers
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import BaseParser, DataAndFiles, MultiPartParser, get_encoding  # type: ignore[attr-defined]
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from verification.exceptions import TooLarge

DEEPEST = 20  # levels of lists and objects; what the API takes needs four
CHUNK = 64 * 1024  # bytes
MOST_DRAINED = 256 * 1024 * 1024  # bytes


class StrictJSONParser(BaseParser):
    """One JSON object of bounded size and depth, whose every text and number can be stored."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(limit + 1)
        if len(body) > limit:
            drain(stream)
            raise TooLarge(_("A body may hold %(limit)d MB. Send a large text as a file.") % {"limit": limit >> 20})
        try:
            parsed = json.loads(body.decode(get_encoding(parser_context or {})), parse_constant=_no_number)
        except (ValueError, RecursionError) as why:
            raise ParseError(_("This is no JSON that we can read: %(why)s") % {"why": why}) from why
        if not isinstance(parsed, dict):
            raise ParseError(_("Send one JSON object with named fields."))
        _look_through(parsed)
        return parsed


class BoundedMultiPartParser(MultiPartParser):
    """A multipart form whose announced length leaves room for one file of the permitted size."""

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> DataAndFiles:
        limit = settings.UPLOAD_LIMIT_MB * 1024 * 1024
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > limit + settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            drain(stream)
            raise TooLarge(_("One file may hold %(limit)d MB. Split it.") % {"limit": settings.UPLOAD_LIMIT_MB})
        return super().parse(stream, media_type, parser_context)


class JSONRenderer(renderers.JSONRenderer):
    """As REST framework writes it, in a tenth of the time. It writes itself what this does not know."""

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        if data is not None:
            # Not of what is written in another way here, or is no JSON: numbers beyond 64 bits, keys other than words.
            with suppress(TypeError):
                return orjson.dumps(data, self.encoder_class().default, orjson.OPT_PASSTHROUGH_DATETIME)
        return super().render(data, accepted_media_type, renderer_context)


class AlwaysJSON(DefaultContentNegotiation):
    """Answers JSON whatever `Accept` says: there is nothing else, and an error must be readable too."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        first = next(iter(renderers))
        return first, first.media_type


class Reads(Protocol):
    """A request, or the stream that it comes in."""

    def read(self, size: int, /) -> bytes: ...


def drain(stream: Reads) -> None:
    """Reads on without keeping: a server that answers and closes early often cuts its own answer off."""
    left = MOST_DRAINED
    while left > 0 and (chunk := stream.read(CHUNK)):
        left -= len(chunk)


def _no_number(name: str) -> NoReturn:
    raise ValueError(_("%(name)s is no number of JSON") % {"name": name})


def _look_through(parsed: Any) -> None:
    """Refuses what PostgreSQL could not store or what would exhaust the stack later on."""
    level = [parsed]
    for _depth in range(DEEPEST):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                inner += [*value.keys(), *value.values()]
            elif isinstance(value, list):
                inner += value
            elif isinstance(value, float) and not math.isfinite(value):
                raise ParseError(_("A number here is too large."))
            elif isinstance(value, str) and not _is_whole(value):
                raise ParseError(_("A text here holds half a character (a lone surrogate)."))
        if not inner:
            return
        level = inner
    raise ParseError(_("This is nested too deeply."))


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
