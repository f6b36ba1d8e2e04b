"""What a curator says when they do something with many claims."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.labels import options
from annotate.people_field import PeopleField, judges_of
from verification.models import Assignment, Project, Team, TeamAssignment, User
from verification.vocabulary import BulkKind, Priority


class SteerForm(forms.Form):
    """The fields that belong to `kind`, and no others."""

    people = PeopleField(label=gettext_lazy("To whom"), required=False)
    teams = forms.ModelMultipleChoiceField(
        label=gettext_lazy("To which teams"),
        queryset=Team.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Each who is in it gets them, and whoever joins it later."),
    )
    keeps = forms.ChoiceField(
        label=gettext_lazy("Who gets them"),
        widget=forms.RadioSelect,
        initial="",
        required=False,
        choices=[
            ("", gettext_lazy("They first: the claims come first for them, and others may get them too")),
            ("yes", gettext_lazy("Only they: nobody else gets these claims")),
        ],
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"), widget=forms.RadioSelect, choices=options(Priority), initial=Priority.HIGH.value
    )
    why = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Say why, for those who come after you.")},
    )

    FIELDS: dict[BulkKind, tuple[str, ...]] = {
        BulkKind.ASSIGN: ("people", "teams", "keeps"),
        BulkKind.UNASSIGN: ("people", "teams"),
        BulkKind.PRIORITY: ("priority",),
        BulkKind.WITHDRAW: ("why",),
        BulkKind.REOPEN: ("why",),
    }

    def __init__(self, *args: Any, kind: BulkKind, project: Project, claims: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in self.FIELDS[kind]]:
            del self.fields[name]
        if "people" not in self.fields:
            return
        self.whom: PeopleField = self.fields["people"]  # type: ignore[assignment]
        teams: Any = self.fields["teams"]
        if kind == BulkKind.UNASSIGN:
            self.whom.label, teams.label = gettext_lazy("From whom"), gettext_lazy("From which teams")
            teams.help_text = ""
            given = Assignment.objects.filter(project=project, claim__in=claims, team__isnull=True).values("person")
            self.whom.queryset = User.objects.filter(pk__in=given)
            to_teams = TeamAssignment.objects.filter(claim__in=claims).values("team")
            teams.queryset = Team.objects.filter(project=project, pk__in=to_teams)
        else:
            self.whom.queryset = judges_of(project)
            teams.queryset = Team.objects.filter(project=project)
        teams.choices = [(team.pk, team.name) for team in teams.queryset]
        if not teams.choices:
            del self.fields["teams"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "people" in self.fields and not given.get("people") and not given.get("teams"):
            self.add_error("people", _("Name somebody."))
        return given

    def offers_nobody(self) -> bool:
        """Whether it asks for people, and there are none."""
        return "people" in self.fields and "teams" not in self.fields and not self.whom.choices

    def said(self) -> dict[str, Any]:
        """What `verification.actions.bulk.plan` is called with."""
        given = dict(self.cleaned_data)
        for name in {"people", "teams"} & given.keys():
            given[name] = list(given[name])
        if "keeps" in given:
            given["keeps"] = given["keeps"] == "yes"
        if "priority" in given:
            given["priority"] = Priority(given["priority"])
        return given
