"""Forms of people's own accounts, and the one way in which a new password is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.models import User


class NewPassword(forms.Form):
    """A new password, typed twice, by the rules of AUTH_PASSWORD_VALIDATORS. Other forms inherit it.

    `person` is whose it becomes, if there is somebody yet: it must not resemble their name.
    """

    password1 = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 characters. Three or four words that do not belong together will do."),
    )
    password2 = forms.CharField(
        label=gettext_lazy("The same again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, second = given.get("password1"), given.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("These are two different passwords. Type the same one twice."))
        elif first:
            try:
                password_validation.validate_password(first, self.person or User(username=given.get("username") or ""))
            except forms.ValidationError as why:
                self.add_error("password1", why)
        return given


class TokenName(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=100,
        help_text=gettext_lazy("Such as: notebook on my laptop. It helps to know later which one to revoke."),
    )


class Email(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=gettext_lazy("Used for nothing else. Leave it empty and only an administrator helps you back in."),
    )
