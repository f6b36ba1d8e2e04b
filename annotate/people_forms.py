"""Forms about people: their roles, inviting them, and the account that an invited person makes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.labels import label
from annotate.password_fields import TypedTwice, password_field
from verification.actions.invitations import LASTS, LASTS_AT_MOST
from verification.models import User
from verification.vocabulary import Role

# What each role is for, for whoever gives it.
ROLES: dict[Role, str | Promise] = {
    Role.ANNOTATOR: gettext_lazy("judges claims, without seeing what others judge"),
    Role.ADJUDICATOR: gettext_lazy("decides where judgements differ"),
    Role.CURATOR: gettext_lazy("adds articles, writes the guideline, invites people, changes the settings"),
    Role.RESEARCHER: gettext_lazy("reads the results and exports them"),
}
ROLES_HELP = gettext_lazy(
    "Adjudicators, curators and researchers see how the work goes, so they usually do not judge. Where one of them"
    " is an annotator too, what others do on a claim is kept from them until they can judge it no more."
)


def role_choices() -> list[tuple[str, str]]:
    return [(role.value, f"{label(role)}: {said}") for role, said in ROLES.items()]


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles in this project"),
        choices=role_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=ROLES_HELP,
        error_messages={"required": gettext_lazy("Choose at least one role.")},
    )

    def chosen(self) -> list[Role]:
        return [Role(value) for value in self.cleaned_data["roles"]]


class AddPersonForm(RolesForm):
    """Somebody who has an account here already, by the exact name: nobody can leaf through accounts."""

    username = forms.CharField(
        label=gettext_lazy("Exact user name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
    )
    field_order = ["username", "roles"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].help_text = ""

    def clean_username(self) -> User:
        user = User.objects.filter(username=self.cleaned_data["username"].strip(), is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("Nobody here has exactly this user name. Check it, or send a link instead."))
        return user


class InviteForm(forms.Form):
    """An invitation; one to a project has roles too."""

    note = forms.CharField(
        label=gettext_lazy("For whom"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        help_text=gettext_lazy("Your own note, to tell open invitations apart. The person does not see it."),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days until it expires"), min_value=1, max_value=LASTS_AT_MOST.days, initial=LASTS.days
    )

    def lasts(self) -> timedelta:
        return timedelta(days=self.cleaned_data["days"])


class InviteToProjectForm(RolesForm, InviteForm):
    field_order = ["roles", "note", "days"]


class NewAccountForm(TypedTwice):
    """The account that an invited person makes. What is wrong with name or password, the action says."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "auto"}),
        help_text=gettext_lazy(
            "Letters, digits and @ . + - _ only. Curators and administrators see it; releases do not."
        ),
    )
    password = password_field(gettext_lazy("Password"))
    password_again = password_field(gettext_lazy("The same password again"))
    twice = ("password", "password_again")
