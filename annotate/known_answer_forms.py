"""Forms of claims whose answer is known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.adjudication_forms import Refusable
from annotate.dossier_forms import Numbered
from annotate.labels import label, options
from verification.models import KnownAnswer
from verification.vocabulary import REASONS, Reason, Round, Verdict

ASKED_IN = [
    (Round.CALIBRATION.value, gettext_lazy("in the calibration: everybody judges it before live claims")),
    (Round.CHECK.value, gettext_lazy("as a check: among live claims, and nothing tells that it is one")),
]


class AnswerForm(Refusable):
    """What is known of a claim, and why."""

    verdict = forms.ChoiceField(label=gettext_lazy("Verdict"), choices=options(Verdict), widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=gettext_lazy("Because"),
        required=False,
        choices=lambda: [
            ("", gettext_lazy("any reason of this verdict")),
            *((label(verdict), [(reason.value, label(reason)) for reason in of]) for verdict, of in REASONS.items()),
        ],
    )
    note = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=gettext_lazy("After the calibration people read this beside their own verdict."),
        error_messages={"required": gettext_lazy("Say why: whoever judges it otherwise learns from this.")},
    )

    def answer(self) -> dict[str, Any]:
        """As the actions take it."""
        given = self.cleaned_data
        reason = Reason(given["reason"]) if given["reason"] else None
        return {"verdict": Verdict(given["verdict"]), "reason": reason, "note": given["note"]}

    @staticmethod
    def of(known: KnownAnswer) -> dict[str, Any]:
        return {"verdict": known.verdict, "reason": known.reason or "", "note": known.note}


class NewAnswerForm(AnswerForm):
    claim = Numbered(of="claims", label=gettext_lazy("Address or number of the claim"))
    round = forms.ChoiceField(
        label=gettext_lazy("It is given"), choices=ASKED_IN, initial=Round.CALIBRATION.value, widget=forms.RadioSelect
    )

    field_order = ["claim", "round", "verdict", "reason", "note"]
