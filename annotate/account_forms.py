"""Forms of people's own accounts."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.password_fields import TypedTwice, password_field
from verification.actions.accounts import set_password
from verification.models import User


class SignIn(LoginForm):
    """allauth's form, with the names that all our pages have for its fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        for name in ("login", "password"):  # the label says it
            self.fields[name].widget.attrs.pop("placeholder", None)

    def nobody_yet(self) -> bool:
        """Whether this installation is empty, so that nobody at all could sign in."""
        return not User.objects.exists()


class NewPassword(TypedTwice):
    """A new password, typed twice, by the rules of AUTH_PASSWORD_VALIDATORS, for somebody who has an account.

    As allauth's views call it: `user` is whose it becomes, `temp_key` the key of the link, already checked.
    """

    password1 = password_field(gettext_lazy("New password"))
    password2 = password_field(gettext_lazy("The same again"))
    twice = ("password1", "password2")

    def __init__(self, *args: Any, user: User, temp_key: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        password_validation.validate_password(password, self.user)
        return password

    def save(self) -> None:
        set_password(self.user, password=self.cleaned_data["password1"], by=self.user)


class ChangedPassword(NewPassword):
    oldpassword = password_field(gettext_lazy("Password until now"), autocomplete="current-password")
    field_order = ["oldpassword"]

    def clean_oldpassword(self) -> str:
        password: str = self.cleaned_data["oldpassword"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not the password that you have now."))
        return password


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
