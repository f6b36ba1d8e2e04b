"""The Celery application: tasks are in verification.tasks, options in annotate.settings.

Start a worker with `celery -A annotate.celery worker --without-gossip --without-mingle`.
"""

import os
from typing import Any

import celery
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")


class Task(celery.Task):
    """Not sent for ever: a RabbitMQ that takes no more messages answers nothing, and a person waits."""

    def apply_async(self, *args: Any, **options: Any) -> Any:
        defaults: dict[str, Any] = {"confirm_timeout": 3}
        if settings.BROKER_IS_DATABASE:
            # The table of the queue is there by a migration, its trigger by the worker. To declare them again makes
            # the trigger anew: connections that do so at the same time end in a deadlock, and their work waits.
            defaults["declare"] = []
        return super().apply_async(*args, **defaults | options)


app = celery.Celery("annotate", task_cls=Task)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["verification"])
