"""Whether this installation is well, for anybody: a load balancer, an engine of containers, `manage.py demo`."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.health import Part, all_parts, database_and_migrations


@never_cache
@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    """200 as long as this process answers at all. Nothing else is asked, not even the database."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when pages can be served: the database answers and has every table. Else 503."""
    return answer(database_and_migrations())


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when everything answers, worker and sweep too, else 503; the JSON says which part does not."""
    return answer(all_parts())


def answer(parts: dict[str, Part]) -> JsonResponse:
    well = all(part["ok"] for part in parts.values())
    return JsonResponse({"status": "ready" if well else "not ready", **parts}, status=200 if well else 503)
