"""The Celery application: tasks are in verification.tasks, options in annotate.settings.

Start a worker with `celery -A annotate.celery worker --without-gossip --without-mingle`.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")

app = Celery("annotate")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["verification"])
