"""The one place that turns what went wrong into an answer: `{"message": str, "fields": {name: [str]}}`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, UnreadablePostError
from django.utils.log import log_response
from django.utils.translation import gettext as _
from psycopg.errors import AdminShutdown, CannotConnectNow, CrashShutdown, QueryCanceled, TooManyConnections
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.settings import api_settings

from verification.exceptions import Conflict, Invalid, NotAllowed, NotTheirs, Refusal, TooLarge

# The first that fits: TooLarge is an Invalid too.
STATUSES: tuple[tuple[type[Refusal], int], ...] = (
    (NotAllowed, status.HTTP_403_FORBIDDEN),
    (Conflict, status.HTTP_409_CONFLICT),
    (TooLarge, status.HTTP_413_REQUEST_ENTITY_TOO_LARGE),
    (Invalid, status.HTTP_400_BAD_REQUEST),
)

AGAIN = {"Retry-After": "5"}  # seconds, for what a moment may mend


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal."""
    return next((code for kind, code in STATUSES if isinstance(refusal, kind)), status.HTTP_400_BAD_REQUEST)


def answer_error(error: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler: every error has the same shape, a defect of ours too."""
    match error:
        case Http404() | exceptions.NotFound() | NotTheirs():
            return _answer(_("There is nothing here that you may see."), status=404)
        case Refusal():
            fields = error.fields if isinstance(error, Invalid) else {}
            return _answer(error.message, status=status_of(error), fields=fields)
        case exceptions.ValidationError():
            return _invalid(error)
        case PermissionDenied():
            return _answer(_("You may not do this."), status=403)
        case exceptions.Throttled():
            seconds = getattr(error, "wait", None) or 1
            sentence = _("Too many requests in a short time. Try again in %(seconds)d seconds.") % {"seconds": seconds}
            return _answer(sentence, status=429, headers={"Retry-After": str(seconds)})
        case exceptions.NotAuthenticated():
            sentence = _("Nobody is signed in. Send a token in the header: Authorization: Token, a space, your token.")
            return _answer(sentence, status=error.status_code, headers=_headers(error))
        case exceptions.MethodNotAllowed():
            words = {"methods": ", ".join(context["view"].allowed_methods)}
            return _answer(_("This address takes %(methods)s alone.") % words, status=405)
        case exceptions.UnsupportedMediaType():
            words = {"kinds": ", ".join(parser.media_type for parser in context["view"].get_parsers())}
            return _answer(_("Send %(kinds)s, and say so in the header Content-Type.") % words, status=415)
        case exceptions.APIException():
            return _answer(str(error.detail), status=error.status_code, headers=_headers(error))
        case RequestDataTooBig():
            return _answer(_("This is more than one request may carry. Send less."), status=413)
        case SuspiciousOperation() | UnreadablePostError():
            return _answer(_("This request cannot be read. Check how it is put together."), status=400)
    if was_cancelled(error):
        sentence = _("This took too long. Look at how it stands, then try again, or ask for less.")
        return _answer(sentence, status=503, headers=AGAIN)
    if is_away(error):
        sentence = _("The database cannot be reached. What was saved is safe; send this again in a moment.")
        return _answer(sentence, status=503, headers=AGAIN)
    request = context["request"]
    words = {"reference": reference_for(request)}
    sentence = _("Something went wrong on our side. It is logged as %(reference)s; try again later.") % words
    response = _answer(sentence, status=500)
    log_response("%s: %s", "Internal Server Error", request.path, response=response, request=request, exception=error)
    return response


def was_cancelled(error: Exception) -> bool:
    """Whether the database took longer over a statement than it may, or was told to stop."""
    return isinstance(error, OperationalError) and isinstance(error.__cause__, QueryCanceled)


def is_away(error: BaseException | None) -> bool:
    """Whether the database cannot be reached, is starting or stopping, or has broken off."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    cause = error.__cause__
    state = getattr(cause, "sqlstate", None)
    if state is None:  # no server said anything
        return True
    return isinstance(cause, AdminShutdown | CrashShutdown | CannotConnectNow | TooManyConnections) or state[:2] == "08"


def reference_for(request: Any) -> str:
    """A word by which a defect is found in the log; the log takes it from the request."""
    request.reference = secrets.token_hex(4)
    return str(request.reference)


def _answer(
    message: str, *, status: int, fields: dict[str, list[str]] | None = None, headers: dict[str, str] | None = None
) -> Response:
    return Response({"message": str(message), "fields": fields or {}}, status=status, headers=headers)


def _headers(error: exceptions.APIException) -> dict[str, str]:
    scheme = getattr(error, "auth_header", None)
    return {"WWW-Authenticate": scheme} if scheme else {}


def _invalid(error: exceptions.ValidationError) -> Response:
    fields: dict[str, list[str]] = {}
    for name, sentence in _sentences(error.detail):
        fields.setdefault(name, []).append(sentence)
    of_all = fields.pop("", [])
    message = " ".join(of_all) or _("Some of this cannot be used. Mend what is named and send it again.")
    return _answer(message, status=error.status_code, fields=fields)


def _sentences(detail: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Each sentence with the name of its field, dotted where it lies deeper; "" is the whole body."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            own = name == api_settings.NON_FIELD_ERRORS_KEY
            yield from _sentences(inner, path if own else (*path, str(name)))
    elif isinstance(detail, list):
        for inner in detail:
            yield from _sentences(inner, path)
    else:
        yield ".".join(path), str(detail)
