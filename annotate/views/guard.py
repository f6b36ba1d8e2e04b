"""Who may come in: pages ask for a sign-in, and never throw away what a person typed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django_htmx.http import HttpResponseClientRefresh
from django_htmx.middleware import HtmxDetails

from annotate.views.errors import signed_out
from verification.models import Project, User
from verification.models.membership import keep_at_hand, memberships_of

View = Callable[..., HttpResponseBase]


class SignedInRequest(HttpRequest):
    """What a view behind `signed_in` is given: nobody without a name comes past it."""

    user: User
    htmx: HtmxDetails


def signed_in(view: View) -> View:
    """Sends a visitor to the sign-in page. A form that was sent is answered 401 with what to do instead."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            keep_at_hand(request.user)
            return view(request, *args, **kwargs)
        if request.htmx:
            return HttpResponseClientRefresh()  # the page that asked loads itself anew, and so leads to the door
        if request.method in ("GET", "HEAD"):
            return redirect_to_login(request.get_full_path())
        return signed_out(request)

    return guarded


def project_of(request: HttpRequest, slug: str) -> Project:
    """The project of that name, where the person is a member of it; 404 otherwise."""
    user: Any = request.user
    for membership in memberships_of(user):
        if membership.project.slug == slug:
            return membership.project
    raise Http404
