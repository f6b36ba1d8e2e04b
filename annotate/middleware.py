"""What holds for every page: refusals become pages, what is private is kept by no cache, use keeps one signed in."""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from annotate.views.errors import busy, refused, signed_out
from verification.actions.enqueue import left_for_later
from verification.api.errors import was_cancelled
from verification.api.wire import drain
from verification.exceptions import Refusal, TooLarge


class WorkAfterTheAnswer:
    """What a request leaves to workers is enqueued when the server has sent the answer: nobody waits for the queue."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with left_for_later() as waiting:
            answer = self.get_response(request)
        answer._resource_closers.extend(waiting)  # type: ignore[attr-defined]
        return answer


class RefusalPages:
    """Views need not catch refusals: each becomes a page with its status that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if was_cancelled(exception):
            return busy(request)
        return refused(request, exception) if isinstance(exception, Refusal) else None


class RequestLimit:
    """Nobody fills the disk with one request: what announces more than the limit is answered and not taken in.

    Of whoever is not signed in only as much is taken in as fits in memory: looking for a form's token would write
    all files of the form to the disk first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        size = int(announced) if announced.isdigit() else 0
        if size > settings.REQUEST_LIMIT_MB * 1024 * 1024:
            drain(request)
            sentence = _(
                "All at once this is more than %(limit)d MB. Send fewer files at a time; each may have %(file)d MB."
            )
            words = {"limit": settings.REQUEST_LIMIT_MB, "file": settings.UPLOAD_LIMIT_MB}
            return refused(request, TooLarge(sentence % words))
        # Below /api/v1/ tokens tell who asks, no form's token is looked for, and a body has limits of its own.
        is_of_a_form = size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and not request.path.startswith("/api/v1/")
        if is_of_a_form and not request.user.is_authenticated:
            drain(request)
            return signed_out(request)
        return self.get_response(request)


class PrivatePages:
    """What somebody is shown who brings a session is kept by no cache, so that nobody pages back to it later.

    Decided by the cookie alone: a page that never looks at its visitor stays as cheap as it was. Files with a policy
    of their own keep it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not answer.has_header("Cache-Control"):
            add_never_cache_headers(answer)
        return answer


class LastingSessions:
    """A session lasts SESSION_DAYS from its last use, not from its beginning. Written down once an hour at most."""

    EVERY = 3600
    KEY = "seen_at"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        session = request.session
        # Only where the page asked who is there: looking costs nothing then.
        if session.accessed and not session.modified:
            seen = session.get(self.KEY)  # set at signing in
            if seen is not None and time.time() - seen > self.EVERY:
                session[self.KEY] = time.time()
                UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())
        return answer


class NeedsNoDevices:
    """No page asks for a camera, a microphone or a place, and none that got into a page may."""

    POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        answer.setdefault("Permissions-Policy", self.POLICY)
        return answer
