"""People and teams whom a body names: all of them, or a refusal that says which are unknown."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from verification.exceptions import Invalid
from verification.models import Project, Team, User


def people_called(project: Project, names: Collection[str]) -> list[User]:
    """The members of the project with these user names."""
    found = list(User.objects.filter(username__in=names, memberships__project=project).distinct()) if names else []
    if unknown := sorted(set(names) - {person.username for person in found}):
        sentence = _("Nobody in this project is called so: %(names)s.") % {"names": ", ".join(unknown)}
        raise Invalid(_("Name people of the project."), fields={"people": [sentence]})
    return found


def teams_called(project: Project, names: Collection[str]) -> list[Team]:
    """The teams of the project with these names."""
    found = list(Team.objects.filter(project=project, name__in=names)) if names else []
    if unknown := sorted(set(names) - {team.name for team in found}):
        sentence = _("No team of this project is called so: %(names)s.") % {"names": ", ".join(unknown)}
        raise Invalid(_("Name teams of the project."), fields={"teams": [sentence]})
    return found
