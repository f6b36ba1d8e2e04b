"""The form by which a curator says what is to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.labels import options
from verification.vocabulary import Reason, Topic, Verdict


def _some(label: Any, help_text: Any, choices: Any = ()) -> forms.MultipleChoiceField:
    """A field of boxes of which any may be ticked, or none."""
    box = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, help_text=help_text, choices=choices, required=False, widget=box)


class RereadingForm(forms.Form):
    sections = _some(
        gettext_lazy("What changed"),
        gettext_lazy("The sections that this list is about; it names them to whoever looks again."),
    )
    verdicts = _some(gettext_lazy("Decided as"), gettext_lazy("None ticked: any verdict."), options(Verdict))
    reasons = _some(gettext_lazy("For the reason"), gettext_lazy("None ticked: any reason."), options(Reason))
    topics = _some(gettext_lazy("About"), gettext_lazy("None ticked: any topic."), options(Topic))

    def __init__(self, *args: Any, sections: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sections:
            self.fields["sections"].choices = [(heading, heading) for heading in sections]  # type: ignore[attr-defined]
        else:
            del self.fields["sections"]
