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
from verification.models import Article, Publication
from verification.vocabulary import Origin

MOMENT = "%Y-%m-%dT%H:%M"


class DetailsForm(forms.Form):
    """The details of an article; `seen` names the version that the person looks at."""

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


class PublicationForm(forms.Form):
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
