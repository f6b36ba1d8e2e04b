"""Forms that put right what is known of an article."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate import languages
from annotate.labels import options
from verification.actions.article_details import Details, PublicationChange
from verification.actions.versions import version_of
from verification.api.fields import partial_date
from verification.exceptions import Conflict, Invalid
from verification.models import Article, Publication
from verification.vocabulary import Origin

MOMENT = "%Y-%m-%dT%H:%M"


class CorrectionForm(forms.Form):
    """What is kept, to be put right; `seen` names the version that the person looks at."""

    def refuse(self, refusal: Invalid | Conflict) -> None:
        """Says beside the fields why it was refused, where that is about single ones."""
        self.is_valid()
        fields = refusal.fields if isinstance(refusal, Invalid) else {}
        for name, sentences in fields.items():
            self.add_error(name if name in self.fields else None, sentences)
        if not fields:
            self.add_error(None, refusal.message)

    def show_beside(self, fresh: CorrectionForm) -> None:
        """Beside each field that differs, what is kept now; sending the form again is then knowingly done."""
        sent: Any = self.data.copy()  # type: ignore[attr-defined]
        sent[self.add_prefix("seen")] = fresh["seen"].value()
        self.data = sent
        field: Any
        for name, field in self.fields.items():
            stands = fresh[name].value()
            if name != "seen" and str(self[name].value() or "") != str(stands or ""):
                shown = dict(field.choices).get(stands, stands) if hasattr(field, "choices") else stands
                self[name].help_text = _("Kept now: %(value)s") % {"value": shown or _("nothing")}


class DetailsForm(CorrectionForm):
    """The details of an article."""

    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=1000)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    licence = forms.CharField(
        label=gettext_lazy("Licence"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Under which terms the text may be used and passed on, as far as you know."),
    )
    embargo_until = forms.DateTimeField(
        label=gettext_lazy("Embargo until"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
    )
    keep_until = forms.DateField(
        label=gettext_lazy("To be kept until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    is_sensitive = forms.BooleanField(label=gettext_lazy("Sensitive: handle with care"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, data: QueryDict | None = None, *, article: Article) -> None:
        names = ("title", "language", "licence", "embargo_until", "keep_until", "is_sensitive")
        known = {name: getattr(article, name) for name in names} | {"seen": version_of(article)}
        super().__init__(data, initial=known, prefix="details")
        language: Any = self.fields["language"]
        language.choices = languages.choices(empty=_("not identified"), also=article.language)
        for name in ("title", "licence"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def change(self) -> Details:
        """What the form says; a field that somebody else has changed meanwhile is among it."""
        given = self.cleaned_data
        return Details(
            title=given["title"],
            language=given["language"] or None,
            licence=given["licence"] or None,
            embargo_until=given["embargo_until"],
            keep_until=given["keep_until"],
            is_sensitive=given["is_sensitive"],
        )


class PublicationForm(CorrectionForm):
    """Where and when a text ran; without a publication, one more place."""

    url = forms.URLField(label=gettext_lazy("Address"), required=False, assume_scheme="https", max_length=2000)
    outlet = forms.CharField(label=gettext_lazy("Outlet"), required=False, max_length=300)
    byline = forms.CharField(label=gettext_lazy("Byline"), required=False, max_length=1000)
    published_on = forms.CharField(
        label=gettext_lazy("Published on"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("As exactly as it is known: 2026-11-21, 2026-11 or 2026."),
    )
    origin = forms.ChoiceField(label=gettext_lazy("Where its text came from"), choices=options(Origin))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, data: QueryDict | None = None, *, publication: Publication | None = None) -> None:
        known: dict[str, Any] = {"origin": Origin.UNKNOWN.value}
        if publication is not None:
            known = {name: getattr(publication, name) for name in ("url", "outlet", "byline", "origin")}
            known["published_on"] = partial_date(publication.published_on, publication.published_precision)
            known["seen"] = version_of(publication)
        prefix = f"publication-{publication.pk}" if publication else "publication-new"
        super().__init__(data, initial=known, prefix=prefix)
        for name in ("outlet", "byline"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def ran(self) -> PublicationChange:
        given = self.cleaned_data
        return PublicationChange(
            url=given["url"],
            outlet=given["outlet"],
            byline=given["byline"],
            published_on=given["published_on"],
            origin=Origin(given["origin"]),
        )
