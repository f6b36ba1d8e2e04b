from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annotate.links import link_of
from verification.actions.invitations import invite
from verification.models import User

HOURS = 24


class Command(BaseCommand):
    """Whoever reaches the shell may: an installation whose administrators are gone gets one again."""

    help = f"Prints a link that makes whoever opens it first an administrator; it works once, within {HOURS} hours."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-none", action="store_true", help="only where there is no administrator yet")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_none"] and User.objects.filter(is_superuser=True, is_active=True).exists():
            self.stdout.write("There is an administrator, so no link is made.")
            return
        _invitation, secret = invite(None, by=None, note="From the command line", lasts=timedelta(hours=HOURS))
        self.stdout.write(
            f"Open this within {HOURS} hours to become the administrator; it works once:\n{link_of(secret)}"
        )
