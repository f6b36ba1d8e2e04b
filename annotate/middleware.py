"""Turns what the domain refuses into a page, wherever a view lets it through."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from annotate.views.errors import refused
from verification.exceptions import Refusal


class RefusalPages:
    """Views need not catch refusals: each becomes a page with its status that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refused(request, exception) if isinstance(exception, Refusal) else None
