"""What a curator says when they do something with many claims."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.labels import options
from verification.models import Assignment, Project, User
from verification.vocabulary import BulkKind, Priority, Role

MOST_NAMES = 200  # people offered by name


class SteerForm(forms.Form):
    """The fields that belong to `kind`, and no others."""

    people = forms.ModelMultipleChoiceField(
        label=gettext_lazy("To whom"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Name somebody.")},
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
        BulkKind.ASSIGN: ("people", "keeps"),
        BulkKind.UNASSIGN: ("people",),
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
        people: Any = self.fields["people"]
        if kind == BulkKind.UNASSIGN:
            people.label = gettext_lazy("From whom")
            given = Assignment.objects.filter(project=project, claim__in=claims).values("person")
            people.queryset = User.objects.filter(pk__in=given).order_by("username")[:MOST_NAMES]
        else:
            judges = {"memberships__project": project, "memberships__role": Role.ANNOTATOR}
            people.queryset = User.objects.filter(is_active=True, **judges).order_by("username")

    def said(self) -> dict[str, Any]:
        """What `verification.actions.bulk.plan` is called with."""
        given = dict(self.cleaned_data)
        if "people" in given:
            given["people"] = list(given["people"])
        if "keeps" in given:
            given["keeps"] = given["keeps"] == "yes"
        if "priority" in given:
            given["priority"] = Priority(given["priority"])
        return given
