import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")

# Here, because only web requests come this way: workers, migrations and commands may take their time.
options: dict[str, object] = settings.DATABASES["default"]["OPTIONS"]
options["options"] = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "jit": "off",  # compiling a statement takes longer than any of these statements does
        # What keeps its plan is planned for anybody at once. To plan it five times for what it is asked with, and to
        # compare, as PostgreSQL does on each connection, takes longer than to answer it.
        "plan_cache_mode": "force_generic_plan",
        "statement_timeout": f"{settings.DATABASE_STATEMENT_SECONDS}s",
    }.items()
)

if settings.CELERY_BROKER_URL == settings.OWN_QUEUE:
    settings.CELERY_BROKER_TRANSPORT = "annotate.broker:Transport"

application = get_wsgi_application()

# All that pages are made of is loaded before the first visitor comes. Python, looking for garbage, would walk through
# it again and again, a tenth of a second each time: it is left out of that.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
