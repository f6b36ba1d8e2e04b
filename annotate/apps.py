from django.apps import AppConfig


class AnnotateConfig(AppConfig):
    name = "annotate"
    verbose_name = "Attest"

    def ready(self) -> None:
        # Imported here, not in __init__: tasks must find the application, and both need the models.
        from annotate import celery, worker  # noqa: F401
