"""/healthz: whether this installation is ready, for anybody (a load balancer, a person, `manage.py demo`)."""

from datetime import datetime, timedelta
from typing import TypedDict

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from verification.models import Heartbeat

PROCESSES = ("worker", "sweep")
# Several missed beats: a process that is only busy must not make the whole site look broken.
ALIVE_WITHIN = timedelta(seconds=60)


class Part(TypedDict, total=False):
    """`age_seconds`: since the process was last alive, null when it never was; `missing`: what is not applied."""

    ok: bool
    age_seconds: float | None
    missing: list[str]


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when everything answers, else 503; the JSON says which part does not."""
    parts = parts_of_health()
    ready = all(part["ok"] for part in parts.values())
    return JsonResponse({"status": "ready" if ready else "not ready", **parts}, status=200 if ready else 503)


def parts_of_health() -> dict[str, Part]:
    """Each part of the installation by its name; without a database nothing is known of the others."""
    names = ("database", "migrations", *PROCESSES)
    try:
        migrations = applied_migrations()
        beats = dict(Heartbeat.objects.values_list("name", "at")) if migrations["ok"] else {}
    except DatabaseError:
        return {name: Part(ok=False) for name in names}
    processes = {name: liveness(beats.get(name)) for name in PROCESSES}
    return {"database": Part(ok=True), "migrations": migrations, **processes}


def applied_migrations() -> Part:
    loader = MigrationLoader(connection)
    missing = sorted(f"{app}.{name}" for app, name in loader.graph.nodes.keys() - loader.applied_migrations.keys())
    return Part(ok=not missing, missing=missing)


def liveness(beat: datetime | None) -> Part:
    if beat is None:
        return Part(ok=False, age_seconds=None)
    age = timezone.now() - beat
    return Part(ok=age < ALIVE_WITHIN, age_seconds=round(age.total_seconds(), 1))
