"""What a person reads when something cannot be done: what happened, what to do next, and their words given back."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.sent import sent_with
from verification.api.errors import AGAIN, is_away, reference_for, status_of
from verification.exceptions import Invalid, Refusal

Words = str | Promise

# What happened, and what to do next, by status.
SENTENCES: dict[int, tuple[Words, Words]] = {
    400: (
        gettext_lazy("This cannot be used as it is"),
        gettext_lazy("Go back, mend it and send it again."),
    ),
    403: (
        gettext_lazy("You may not do this"),
        gettext_lazy("If you should, ask a curator of the project for the role."),
    ),
    404: (
        gettext_lazy("There is nothing here that you may see"),
        gettext_lazy("The address may be wrong, or it belongs to a project that you are not a member of."),
    ),
    409: (
        gettext_lazy("Things have moved on"),
        gettext_lazy("Look at how it stands now, then decide again. What you wrote before is kept."),
    ),
    429: (
        gettext_lazy("Too many attempts"),
        gettext_lazy("Wait a minute, then try again. Nothing was changed."),
    ),
    413: (
        gettext_lazy("This is too much at once"),
        gettext_lazy("Go back with your browser, and send less or in parts."),
    ),
}


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page of a refusal: the one place of the pages that turns refusals into HTTP."""
    fields = refusal.fields if isinstance(refusal, Invalid) else {}
    details = [sentence for sentences in fields.values() for sentence in sentences]
    return _answer(request, status=status_of(refusal), message=refusal.message, details=details)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, (RequestDataTooBig, TooManyFilesSent)):
        return _answer(request, status=413)
    return _answer(request, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Attempts of one address or one person beyond what is let through in a minute."""
    answer = _answer(request, status=429)
    answer["Retry-After"] = "60"
    return answer


def broken(request: HttpRequest) -> HttpResponse:
    """Ours to mend. Drawn without looking at the person, because the database may be what is broken.

    Django asks for this page wherever an error came up, in middleware too, and while it handles that error.
    """
    if is_away(sys.exception()):
        return away(request)
    reference = reference_for(request)
    happened = _("Something went wrong on our side")
    message = _("It is logged as %(reference)s. What you saved is safe.") % {"reference": reference}
    next_step = _("Try again in a moment; if it stays like this, tell whoever runs this site, with that reference.")
    return _ours(request, HTTPStatus.INTERNAL_SERVER_ERROR, happened, message, next_step)


def busy(request: HttpRequest) -> HttpResponse:
    """The database took longer than DATABASE_STATEMENT_SECONDS. Asks it nothing more."""
    happened = _("This took too long")
    message = _("The database did not answer in time. What you saved is safe.")
    next_step = _("Try again in a moment, or ask for less; if it stays like this, tell whoever runs this site.")
    return _ours(request, HTTPStatus.SERVICE_UNAVAILABLE, happened, message, next_step)


def away(request: HttpRequest) -> HttpResponse:
    """The database cannot be reached: it restarts, or is gone. What sends by itself tries again, as the header says."""
    happened = _("The database cannot be reached")
    message = _("What you saved is safe. Judgements that were on their way stay in your browser and are sent again.")
    next_step = _("Try again in a moment; if it stays like this, tell whoever runs this site.")
    return _ours(request, HTTPStatus.SERVICE_UNAVAILABLE, happened, message, next_step)


def _ours(request: HttpRequest, status: HTTPStatus, happened: str, message: str, next_step: str) -> HttpResponse:
    answer = _for_programs(request, status=status, sentences=[happened + ".", message, next_step])
    if answer is None:
        words = {"happened": happened, "message": message, "next": next_step, "sent": sent_with(request)}
        answer = HttpResponse(render_to_string("errors/broken.html", words), status=status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        answer["Retry-After"] = AGAIN["Retry-After"]
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not ours, or older than the person's sign-in."""
    return _answer(
        request,
        status=403,
        happened=_("This form has expired"),
        message=_("You signed in or out since it was opened, or your browser sends no cookies. Nothing was changed."),
        next_step=_("Load the page that you came from anew, and send the form again."),
        repeats=True,
    )


def signed_out(request: HttpRequest) -> HttpResponse:
    """A form sent without being signed in: nothing is lost by a redirect."""
    return _answer(
        request,
        status=401,
        happened=_("You are signed out"),
        message=_("Nothing was changed, and what you wrote is still here."),
        next_step=_("Sign in in a new tab, then come back to this one and send it again."),
        sign_in=True,
        repeats=True,
    )


def _answer(
    request: HttpRequest,
    *,
    status: int,
    message: str = "",
    details: list[str] | None = None,
    happened: str = "",
    next_step: str = "",
    sign_in: bool = False,
    repeats: bool = False,
) -> HttpResponse:
    usual_happened, usual_next = SENTENCES.get(status, SENTENCES[400])
    happened, next_step = happened or str(usual_happened), next_step or str(usual_next)
    sentences = [message or f"{happened}.", *(details or []), next_step]
    if plain := _for_programs(request, status=status, sentences=sentences):
        return plain
    sent = sent_with(request)
    words: dict[str, Any] = {
        "happened": happened,
        "message": message,
        "details": details or [],
        "next": next_step,
        "sign_in": sign_in,
        "sent": sent,
        "repeats": repeats and sent is not None and sent.may_repeat,
    }
    return render(request, "errors/error.html", words, status=status)


def _for_programs(request: HttpRequest, *, status: int, sentences: list[str]) -> HttpResponse | None:
    """The same for the API in its shape, and for a part of a page as a text that the page's script shows."""
    said = " ".join(sentences)
    if request.path.startswith("/api/"):
        return JsonResponse({"message": said, "fields": {}}, status=status)
    if request.headers.get("HX-Request"):
        return HttpResponse(said, content_type="text/plain; charset=utf-8", status=status)
    return None
