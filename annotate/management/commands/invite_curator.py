from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotate.links import link_of
from verification.actions.invitations import invite
from verification.models import Project
from verification.vocabulary import Role

HOURS = 24


class Command(BaseCommand):
    """For a project that a command made, or whose curators are all gone: nobody could invite to it by pages."""

    help = f"Prints a link that makes whoever opens it first curator of a project; it works once, within {HOURS} hours."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("project", metavar="SLUG", help="the project's short name")

    def handle(self, *args: Any, **options: Any) -> None:
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            raise CommandError(f"There is no project “{options['project']}”. Its short name stands in its addresses.")
        _invitation, secret = invite(
            project, roles=[Role.CURATOR], by=None, note="From the command line", lasts=timedelta(hours=HOURS)
        )
        self.stdout.write(f"Open this within {HOURS} hours to become a curator; it works once:\n{link_of(secret)}")
