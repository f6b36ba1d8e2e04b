import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")

# Here, because only web requests come this way: workers, migrations and commands may take their time.
if settings.DATABASE_STATEMENT_SECONDS:
    options: dict[str, object] = settings.DATABASES["default"]["OPTIONS"]
    # Compiling a statement takes longer than any of these statements does.
    options["options"] = f"-c jit=off -c statement_timeout={settings.DATABASE_STATEMENT_SECONDS}s"

if settings.CELERY_BROKER_URL == settings.OWN_QUEUE:
    settings.CELERY_BROKER_TRANSPORT = "annotate.broker:Transport"

application = get_wsgi_application()

# All that pages are made of is loaded before the first visitor comes. Python, looking for garbage, would walk through
# it again and again, a tenth of a second each time: it is left out of that.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
