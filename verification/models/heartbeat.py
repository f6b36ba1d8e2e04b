from django.db import models


class Heartbeat(models.Model):
    """When a process that runs beside the web was last alive, by its name (worker, sweep)."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
