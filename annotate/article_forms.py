"""Forms of the article pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate import languages
from annotate.labels import options
from verification.actions.draft_items import Problem, day
from verification.jobs.publications import Ran
from verification.text.find import MOST, occurrences
from verification.vocabulary import ArticleState, DatePrecision, Modality, Stage, Target, Topic

SEARCH = {"dir": "auto"}


class ArticleFilter(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Words of the title or text"),
        required=False,
        max_length=300,
        widget=forms.SearchInput(SEARCH),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[("", gettext_lazy("any")), *options(ArticleState)],
        required=False,
    )


class AddTextForm(forms.Form):
    """An article by its words, and what is known of where it ran."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Left empty, the first line of the text is its title."),
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
        error_messages={"required": gettext_lazy("Paste the text of the article.")},
    )
    url = forms.URLField(
        label=gettext_lazy("Address"), required=False, assume_scheme="https", max_length=2000, widget=forms.URLInput
    )
    outlet = forms.CharField(label=gettext_lazy("Outlet"), required=False, max_length=300)
    byline = forms.CharField(label=gettext_lazy("Byline"), required=False, max_length=300)
    published_on = forms.CharField(
        label=gettext_lazy("Published on"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("As exactly as it is known: 2026-11-21, 2026-11 or 2026."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        help_text=gettext_lazy("Left as it is, it is identified from the text."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = _("At most %(limit)d MB.") % {"limit": settings.TEXT_LIMIT_MB}
        language: Any = self.fields["language"]
        language.choices = languages.choices(empty=_("not said"), also=self.initial.get("language"))
        for name in ("title", "text", "outlet", "byline"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def clean_published_on(self) -> tuple[date | None, DatePrecision | None]:
        try:
            return day(self.cleaned_data["published_on"])
        except Problem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def ran(self) -> Ran:
        said = self.cleaned_data
        published_on, precision = said["published_on"]
        return Ran(
            url=said["url"] or None,
            outlet=said["outlet"] or None,
            byline=said["byline"] or None,
            published_on=published_on,
            published_precision=precision,
        )


class AddAddressForm(forms.Form):
    """An article by its web address, from which a worker retrieves it."""

    prefix = "by"
    address = forms.URLField(
        label=gettext_lazy("Web address of the article"),
        assume_scheme="https",
        max_length=2000,
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
        help_text=gettext_lazy(
            "A worker retrieves the page and takes its main text, title, date and outlet. Where it cannot be had, the "
            "article's page says why."
        ),
        error_messages={"required": gettext_lazy("Give the address.")},
    )


class AddClaimForm(forms.Form):
    """A claim that extraction missed, named by its words or, where a script marked them, by their offsets."""

    quote = forms.CharField(
        label=gettext_lazy("Its exact words in this article"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Select them in the text or paste them here."),
        error_messages={"required": gettext_lazy("Give the words: select them in the text or paste them.")},
    )
    statement = forms.CharField(
        label=gettext_lazy("Restated so that it stands alone"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Names instead of “he” or “the group”. Left empty, the words stand as they are."),
    )
    target = forms.ChoiceField(
        label=gettext_lazy("To be judged"),
        choices=options(Target),
        widget=forms.RadioSelect,
        initial=Target.CONTENT.value,
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        words = given.get("quote", "")
        if not words:
            return given
        found = occurrences(self.text, words)
        start, end = given.get("start"), given.get("end")
        if any((span.start, span.end) == (start, end) for span in found):
            return given
        if not found:
            self.add_error("quote", _("These words do not stand in this article. Copy them exactly, or select less."))
        elif len(found) > 1:
            many = _("more than %(most)d times") % {"most": MOST - 1} if len(found) == MOST else _("more than once")
            self.add_error(
                "quote", _("These words stand in this article %(many)s. Paste a few words more.") % {"many": many}
            )
        else:
            given["start"], given["end"] = found[0].start, found[0].end
        return given


SPEAKS_OF = {"dir": "auto", "autocomplete": "off"}
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class ClaimFilter(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Words of the claim"), required=False, max_length=300, widget=forms.SearchInput(SEARCH)
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("Stage"), choices=[("", gettext_lazy("any")), *options(Stage)], required=False
    )
    topic = forms.ChoiceField(
        label=gettext_lazy("Topic"), choices=[("", gettext_lazy("any")), *options(Topic)], required=False
    )
    place = forms.CharField(
        label=gettext_lazy("Place"), required=False, max_length=100, widget=forms.TextInput(SPEAKS_OF)
    )
    actor = forms.CharField(
        label=gettext_lazy("Person or group"), required=False, max_length=100, widget=forms.TextInput(SPEAKS_OF)
    )
    modality = forms.ChoiceField(
        label=gettext_lazy("Put as"), choices=[("", gettext_lazy("any")), *options(Modality)], required=False
    )
    since = forms.DateField(label=gettext_lazy("Happened since"), required=False, widget=DAY)
    until = forms.DateField(label=gettext_lazy("Happened until"), required=False, widget=DAY)
    numbers = forms.BooleanField(label=gettext_lazy("Gives a number"), required=False)
    article = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**63 - 1)


class WhyForm(forms.Form):
    """The reason for taking a claim out, or for opening it again."""

    why = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Say why, for those who come after you.")},
    )
