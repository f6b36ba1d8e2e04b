"""Forms about teams: a name, and who is in one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.people_field import PeopleField, judges_of
from verification.actions.teams import LONGEST_NAME
from verification.models import Project


class TeamNameForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of the team"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        help_text=gettext_lazy("Those who are in it read it too."),
    )


class TeamPeopleForm(forms.Form):
    people = PeopleField(label=gettext_lazy("Who is in it"), required=False)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who: PeopleField = self.fields["people"]  # type: ignore[assignment]
        self.who.queryset = judges_of(project)
