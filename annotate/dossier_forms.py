"""Forms of the dossiers' pages, and the one that links two claims."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext_lazy

from annotate.labels import options
from verification.actions.links import LONGEST_REASON
from verification.models.dossier import LONGEST_QUESTION
from verification.vocabulary import LinkKind

LARGEST = 2**63 - 1


class Numbered(forms.CharField):
    """A claim or a dossier, by its number or by the address of its page; cleaned to the number."""

    def __init__(self, *, of: str, **kwargs: object) -> None:
        super().__init__(max_length=500, **kwargs)  # type: ignore[arg-type]
        self.pattern = re.compile(rf"(?:.*/{of}/)?(\d{{1,18}})/?(?:[?#].*)?", re.ASCII)

    def clean(self, value: object) -> int:
        words = super().clean(value)
        found = self.pattern.fullmatch(words.strip())
        if found is None:
            raise forms.ValidationError(gettext_lazy("Paste the address of its page, or its number."))
        return int(found[1])


class QuestionForm(forms.Form):
    question = forms.CharField(
        label=gettext_lazy("Question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        error_messages={"required": gettext_lazy("Ask the question that its claims bear on.")},
    )


class ClaimForm(forms.Form):
    claim = Numbered(of="claims", label=gettext_lazy("Address or number of a claim"))


class SearchForm(forms.Form):
    """Words of a claim to put in, and terms as in the list of claims."""

    q = forms.CharField(
        label=gettext_lazy("Find claims by their words"),
        required=False,
        max_length=300,
        widget=forms.SearchInput({"dir": "auto", "autocomplete": "off"}),
    )


class MergeForm(forms.Form):
    into = Numbered(of="dossiers", label=gettext_lazy("Address or number of the other dossier"))


class ChosenForm(forms.Form):
    """The claims that are ticked in the list."""

    claims = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": gettext_lazy("Tick some claims.")})

    def __init__(self, *args: object, among: list[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["claims"].choices = [(pk, pk) for pk in among]  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """How the claim of a page stands to another."""

    kind = forms.ChoiceField(label=gettext_lazy("This claim"), choices=options(LinkKind))
    other = Numbered(of="claims", label=gettext_lazy("Address or number of the other claim"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )
