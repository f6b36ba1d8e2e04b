"""The database. A pool belongs to the web server only: worker processes are forked, and a fork must not inherit open
connections."""

from typing import Any

from annotate.environment import read_database, read_whole

DATABASE_POOL_MAX = read_whole("DATABASE_POOL_MAX", 0)
DATABASE_STATEMENT_SECONDS = read_whole("DATABASE_STATEMENT_SECONDS", 30)  # see annotate/wsgi.py
_pool = {"min_size": 1, "max_size": DATABASE_POOL_MAX, "timeout": 10}
# What is to be kept planned (`verification.models.planned`) is so from the first time on.
_options: dict[str, Any] = {"prepare_threshold": 0} | ({"pool": _pool} if DATABASE_POOL_MAX else {})
_database = read_database("DATABASE_URL")
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **(_database | ({"ENGINE": "annotate.pooled"} if DATABASE_POOL_MAX else {})),
        "CONN_MAX_AGE": 0 if DATABASE_POOL_MAX else 60,
        "CONN_HEALTH_CHECKS": not DATABASE_POOL_MAX,  # `annotate.pooled` has its own
        "OPTIONS": _options,
    }
}
# Sign-in counts its attempts here, so that every web process sees the same count.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}
