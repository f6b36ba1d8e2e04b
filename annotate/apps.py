from django.apps import AppConfig
from django.contrib.admin import apps as administration


class AnnotateConfig(AppConfig):
    name = "annotate"
    verbose_name = "Attest"
    default = True

    def ready(self) -> None:
        # Imported here, not in __init__: tasks must find the application, and both need the models.
        from annotate import celery, worker  # noqa: F401


class AdministrationConfig(administration.AdminConfig):
    default = False
    default_site = "annotate.administration.Administration"
