"""What a view behind `signed_in` is given, for the type checker: a person, and what htmx says about the request."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from verification.models import User


class SignedInRequest(HttpRequest):
    """Annotate with it; Django makes the request."""

    user: User
    htmx: HtmxDetails
