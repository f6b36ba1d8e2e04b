"""The form by which a curator says what is to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.labels import options
from verification.vocabulary import Reason, Topic, Verdict


class RereadingForm(forms.Form):
    sections = forms.MultipleChoiceField(
        label=gettext_lazy("What changed"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The sections that this list is about; it names them to whoever looks again."),
    )
    verdicts = forms.MultipleChoiceField(
        label=gettext_lazy("Decided as"),
        choices=options(Verdict),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: any verdict."),
    )
    reasons = forms.MultipleChoiceField(
        label=gettext_lazy("For the reason"),
        choices=options(Reason),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: any reason."),
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("About"),
        choices=options(Topic),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: any topic."),
    )

    def __init__(self, *args: Any, sections: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sections:
            self.fields["sections"].choices = [(heading, heading) for heading in sections]  # type: ignore[attr-defined]
        else:
            del self.fields["sections"]
