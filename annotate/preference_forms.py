"""The form of a person's own settings."""

from __future__ import annotations

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.labels import KEYS, options
from verification import single_keys
from verification.actions.preferences import CARE
from verification.models import User
from verification.vocabulary import KeyMap, Theme, Topic

AS_STORED = ("language", "time_zone", "theme", "key_map", "mails_notices", *CARE)


@cache
def zones() -> list[str]:
    """The names of the IANA list that people know: a continent or an ocean, and a city."""
    return sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))


class ZoneInput(forms.TextInput):
    """A text box that offers every time zone as one types, without a script."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        offered = format_html_join("", '<option value="{}"></option>', ((zone,) for zone in zones()))
        box = super().render(name, value, {**(attrs or {}), "list": "zones"}, renderer)
        return format_html('{}<datalist id="zones">{}</datalist>', box, offered)


class PreferencesForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False, widget=forms.RadioSelect)
    time_zone = forms.CharField(
        label=gettext_lazy("Time zone"),
        required=False,
        max_length=64,
        widget=ZoneInput(attrs={"dir": "ltr", "autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("Type a part of its name, such as Kabul. Left empty, times are those of the site: UTC."),
    )
    theme = forms.ChoiceField(label=gettext_lazy("Light or dark"), choices=options(Theme), widget=forms.RadioSelect)
    mails_notices = forms.BooleanField(
        label=gettext_lazy("Tell me by mail too when something waits for me"),
        required=False,
        help_text=gettext_lazy("That somebody asked, answered or named you, and where: never what was said."),
    )
    key_map = forms.ChoiceField(
        label=gettext_lazy("Single keys"),
        choices=options(KeyMap),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("They never do anything while you type. Keys with Ctrl stay as they are."),
    )

    avoided_topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topics that I leave to others"),
        choices=options(Topic),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Claims about these never come to you from the queue, and that counts against nobody."),
    )
    wants_warning = forms.BooleanField(
        label=gettext_lazy("Warn me before text about violence, and show it when I say so"), required=False
    )
    most_violent_in_a_row = forms.IntegerField(
        label=gettext_lazy("Violent claims in a row, at most"),
        required=False,
        min_value=1,
        max_value=9,
        help_text=gettext_lazy("Then one about something else comes, where there is one. Empty: no limit."),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data, initial=self._of(user))
        language: Any = self.fields["language"]
        language.choices = [
            ("", _("As my browser asks")),
            *((code, own_name(code)) for code, _name in settings.LANGUAGES),
        ]
        for action, does in KEYS.items():
            self.fields[f"key_{action}"] = forms.CharField(
                label=str(does),
                required=False,
                max_length=1,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
            )

    @staticmethod
    def _of(user: User) -> dict[str, Any]:
        keys = {f"key_{action}": user.own_keys.get(action, key) for action, key in single_keys.STANDARD.items()}
        return {name: getattr(user, name) for name in AS_STORED} | keys

    def clean_time_zone(self) -> str:
        """Its name as the list has it, however it was typed."""
        typed = self.cleaned_data["time_zone"].strip().replace(" ", "_").casefold()
        known = {zone.casefold(): zone for zone in sorted(available_timezones())}
        if typed and typed not in known:
            raise forms.ValidationError(_("There is no such time zone. Choose one of the list, such as Asia/Kabul."))
        return known.get(typed, "")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        own = {action: given.get(f"key_{action}", "") for action in single_keys.STANDARD}
        shared = single_keys.twice(own)
        for action, key in own.items():
            if key in shared:
                self.add_error(f"key_{action}", _("Another key of this list is the same. Each needs its own, or none."))
        return given

    def key_fields(self) -> list[forms.BoundField]:
        return [self[f"key_{action}"] for action in single_keys.STANDARD]

    def change(self) -> dict[str, Any]:
        """The settings as they are stored."""
        given = self.cleaned_data
        own = {
            action: given[f"key_{action}"]
            for action, key in single_keys.STANDARD.items()
            if given[f"key_{action}"] != key
        }
        return {name: given[name] for name in AS_STORED} | {"own_keys": own}


def own_name(code: str) -> str | SafeString:
    """A language by the name that its speakers give it."""
    return format_html('<span lang="{}" dir="auto">{}</span>', code, LANG_INFO[code]["name_local"])
