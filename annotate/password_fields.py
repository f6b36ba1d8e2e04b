"""A password that is typed twice, for forms in which somebody chooses one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.translation import gettext as _


def password_field(label: Any, *, autocomplete: str = "new-password") -> forms.CharField:
    """A password as it is typed, spaces at its ends too; `autocomplete` tells the browser which one it is."""
    return forms.CharField(label=label, strip=False, widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}))


class TypedTwice(forms.Form):
    """Refuses two passwords that differ; `twice` names their fields, the first one tells the rules."""

    twice: tuple[str, str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.twice[0]].help_text = password_validators_help_text_html()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, again = self.twice
        if first in given and again in given and given[first] != given[again]:
            self.add_error(again, _("The two passwords are not the same. Type it again."))
        return given
