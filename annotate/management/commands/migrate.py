"""`manage.py migrate`: Django's own, in a third of the time."""

from typing import Any

from django.core.management.commands import migrate

from annotate.migrating import quickly


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with quickly():
            super().handle(*args, **options)
