"""The form in which an adjudicator decides a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.judgements import Column, differing
from annotate.labels import label, options
from verification.actions.questions import LONGEST_QUESTION
from verification.exceptions import Invalid
from verification.vocabulary import REASONS, Disagreement, Reason, Verdict


class Refusable(forms.Form):
    """A form that takes over what an action says is wrong."""

    def refuse(self, refusal: Invalid) -> None:
        if not refusal.fields:
            self.add_error(None, refusal.message)
        for field, sentences in refusal.fields.items():
            self.add_error(field if field in self.fields else None, sentences)


class WordsForm(Refusable):
    """A question, an answer or a comment."""

    text = forms.CharField(
        label=gettext_lazy("Your words"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        max_length=LONGEST_QUESTION,
        error_messages={"required": gettext_lazy("Write a few words.")},
    )


class DecisionForm(Refusable):
    """A verdict with its reason and rationale, and what of the judgements before the adjudicator it rests on."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Verdict"),
        choices=options(Verdict),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a verdict: supported, disputed or unverified.")},
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Because"),
        choices=options(Reason),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the reason for the verdict.")},
    )
    rationale = forms.CharField(
        label=gettext_lazy("What decides between the judgements"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        max_length=20_000,
        error_messages={"required": gettext_lazy("Say why: what decides between the judgements.")},
    )
    disagreement = forms.ChoiceField(
        label=gettext_lazy("What made them differ"),
        choices=[("", gettext_lazy("Choose…")), *options(Disagreement)],
        error_messages={"required": gettext_lazy("Say what made the judgements differ.")},
    )
    judgements = forms.TypedMultipleChoiceField(
        label=gettext_lazy("It rests on"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one judgement that the decision rests on.")},
    )
    evidence = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Evidence it cites"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    valid_as_of = forms.DateField(
        label=gettext_lazy("Valid as of"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("The day for which the verdict holds."),
    )

    def __init__(self, *args: Any, columns: Sequence[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        self.fields["valid_as_of"].initial = timezone.localdate
        fields: dict[str, Any] = self.fields
        if not differing(columns) & {"verdict", "reason"}:  # there may be nothing to say
            fields["disagreement"].required = False
        fields["judgements"].choices = [
            (column.judgement.pk, _("Judgement %(letter)s") % {"letter": column.letter}) for column in columns
        ]
        fields["evidence"].choices = [
            (item.pk, str(item.pk)) for column in columns for item in column.judgement.evidence.all()
        ]

    def reasons(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The reasons by the verdict that they belong to."""
        return [(verdict.value, [(r.value, label(r)) for r in of]) for verdict, of in REASONS.items()]

    @property
    def cited(self) -> list[int]:
        """The evidence that is ticked, in a form that was sent and refused too."""
        ticked = {str(given) for given in self["evidence"].value() or []}
        return [
            item.pk for column in self.columns for item in column.judgement.evidence.all() if str(item.pk) in ticked
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        verdict, reason = given.get("verdict"), given.get("reason")
        if verdict and reason and Reason(reason).verdict != verdict:
            self.add_error("reason", _("Choose a reason that belongs to the verdict."))
        valid_as_of = given.get("valid_as_of")
        if valid_as_of and valid_as_of > timezone.localdate():
            self.add_error("valid_as_of", _("This day is still to come. Give today or an earlier day."))
        return given

    def decision(self) -> dict[str, Any]:
        """What `actions.resolutions.adjudicate` takes."""
        given = self.cleaned_data
        shown = [column.judgement for column in self.columns]
        items = [item for judgement in shown for item in judgement.evidence.all()]
        return {
            "verdict": Verdict(given["verdict"]),
            "reason": Reason(given["reason"]),
            "rationale": given["rationale"],
            "disagreement": Disagreement(given["disagreement"]) if given["disagreement"] else None,
            "judgements": [judgement for judgement in shown if judgement.pk in given["judgements"]],
            "evidence": [item for item in items if item.pk in given["evidence"]],
            "valid_as_of": given["valid_as_of"],
        }
