"""Forms of the pages of a project itself: making one, its settings, its guideline."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate import languages
from annotate.labels import options
from verification.actions.projects import FIRST_GUIDELINE, LONGEST_GUIDELINE
from verification.models import Project
from verification.policies import why_not_use_engine
from verification.vocabulary import STRATEGIES, Consensus, Engine, Strategy

SHORT_NAME = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    gettext_lazy("Use small Latin letters, digits and single hyphens, such as border-2026."),
)
CONSENSUS_HELP = gettext_lazy(
    "Unanimous: all verdicts are the same. Majority: more than half are. Always adjudicated: an adjudicator decides"
    " each one. Whatever settles nothing goes to an adjudicator too. Only verdicts count, not reasons."
)


AS_STORED = ("name", "language", "places", "consensus", "skip_limit", "engine", "strategy", "shows_pace")
SHARES = ("random_share", "unaided_share", "check_share", "repeat_share")  # stored from 0 to 1, shown in percent

YES_OR_NO = ((True, gettext_lazy("yes")), (False, gettext_lazy("no")))


class RulesForm(forms.Form):
    """What a new project and a standing one have in common: its name and its rules of judging."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        initial="en",
        help_text=gettext_lazy("The language your people write their reasons in."),
    )
    places = forms.IntegerField(
        label=gettext_lazy("Judgements per claim (N)"),
        min_value=1,
        max_value=9,
        initial=2,
        help_text=gettext_lazy("How many people judge each claim, none seeing the others."),
    )
    consensus = forms.ChoiceField(
        label=gettext_lazy("When judgements settle a claim"),
        choices=options(Consensus),
        initial=Consensus.UNANIMOUS.value,
        help_text=CONSENSUS_HELP,
    )
    skip_limit = forms.IntegerField(
        label=gettext_lazy("Skip limit"),
        min_value=1,
        max_value=9,
        initial=2,
        help_text=gettext_lazy("A claim leaves the queue once this many people skipped it for the same reason."),
    )

    def __init__(self, *args: Any, language: str | None = None, **kwargs: Any) -> None:
        """`language` is one that must be among the choices, whatever a command once set."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["language"]
        field.choices = languages.choices(empty=_("choose one"), also=language)


class NewProjectForm(RulesForm):
    slug = forms.CharField(
        label=gettext_lazy("Short name"),
        required=False,
        max_length=64,
        validators=[SHORT_NAME],
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Stands in addresses and releases and never changes. Left empty, it is made from the name."
        ),
    )
    guideline = forms.CharField(
        label=gettext_lazy("First guideline"),
        initial=FIRST_GUIDELINE,
        max_length=LONGEST_GUIDELINE,
        widget=forms.Textarea(attrs={"rows": 14, "dir": "auto"}),
        help_text=gettext_lazy("What annotators go by, in Markdown. You can write further versions at any time."),
    )

    field_order = ["name", "slug"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("slug") and given.get("name") and "slug" not in self.errors:
            given["slug"] = _free_short_name(given["name"])
            if not given["slug"]:
                self.add_error("slug", _("This name has no Latin letters to make one from. Choose a short name."))
        return given


class SettingsForm(RulesForm):
    # Not asked of whoever does not send it: it stays as it is.
    engine = forms.ChoiceField(label=gettext_lazy("What looks for claims"), required=False)
    strategy = forms.ChoiceField(
        label=gettext_lazy("What people begin with"),
        choices=[(value, label) for value, label in options(Strategy) if value in STRATEGIES],
        required=False,
        help_text=gettext_lazy(
            "Check-worthiness: the highest score first. Uncertainty: scores near one half first, from which the engine"
            " learns most. Article order: the oldest article first, from its top. Dossier by dossier: related claims"
            " one after the other, the dossier with the highest score first, then what is in none. Random: drawn by"
            " chance. What somebody has begun is finished first, whatever you choose."
        ),
    )
    random_share = forms.FloatField(
        label=gettext_lazy("Random share, in percent"),
        min_value=0,
        max_value=100,
        required=False,
        help_text=gettext_lazy(
            "So many of a hundred claims are drawn by chance instead. They stand for all claims of the project: without"
            " them nobody can tell from the results how many claims are disputed. Releases say how probable each was."
        ),
    )
    unaided_share = forms.FloatField(
        label=gettext_lazy("Unaided share, in percent"),
        min_value=0,
        max_value=100,
        help_text=gettext_lazy(
            "So many of a hundred claims are shown without suggestions, to measure how far suggestions lead people."
        ),
    )

    calibrates = forms.ChoiceField(
        label=gettext_lazy("Calibration"),
        choices=[
            ("", gettext_lazy("None: people begin with live claims")),
            ("1", gettext_lazy("First the claims of the calibration, then live ones")),
        ],
        required=False,
        help_text=gettext_lazy(
            "Whoever has not done it yet gets it next. Which claims it has, and what is known of them, stands under"
            " “Known answers”."
        ),
    )
    calibration_pass = forms.FloatField(
        label=gettext_lazy("Known verdicts needed to go on, in percent"),
        min_value=1,
        max_value=100,
        required=False,
        help_text=gettext_lazy(
            "Left empty, people see how they judged and go on. Otherwise who has fewer waits for a curator."
        ),
    )
    check_share = forms.FloatField(
        label=gettext_lazy("Checks, in percent"),
        min_value=0,
        max_value=50,
        required=False,
        help_text=gettext_lazy(
            "So many of a hundred claims are ones whose answer is known. Nothing tells that they are. 0: none."
        ),
    )
    shows_pace = forms.BooleanField(
        label=gettext_lazy("Curators see each person's pace"),
        required=False,
        help_text=gettext_lazy(
            "How many claims each person judged and how long it took them, under “Progress”, once claims are resolved;"
            " releases then say the time of each judgement. Everybody is told on their own page. Otherwise each person"
            " sees their own pace alone."
        ),
    )

    repeat_share = forms.FloatField(
        label=gettext_lazy("Repeats, in percent"),
        min_value=0,
        max_value=50,
        required=False,
        help_text=gettext_lazy(
            "So many of a hundred claims are ones that the person judged before, to see how far people agree with"
            " themselves. Nothing tells that they are, and they settle nothing. 0: none."
        ),
    )
    repeat_after_days = forms.IntegerField(
        label=gettext_lazy("Days before a claim is repeated"), min_value=1, max_value=1000, required=False
    )

    def __init__(self, data: QueryDict | None = None, *, project: Project) -> None:
        super().__init__(data, initial=self.of(project), language=project.language)
        self._project = project
        for field in self.fields.values():
            field.show_hidden_initial = True  # what this person saw: `changed_data` is then what they changed
        engine: Any = self.fields["engine"]
        engine.choices = [
            (value, label)
            for value, label in options(Engine)
            if value == project.engine or why_not_use_engine(value) is None
        ]
        engine.help_text = _about_engines()
        self.fields["places"].help_text = _(
            "How many people judge each claim. Applies to claims made from now on: those that are here keep theirs."
        )

    @staticmethod
    def of(project: Project) -> dict[str, Any]:
        """The settings as the form shows them."""
        shown = {name: getattr(project, name) for name in AS_STORED}
        least = project.calibration_pass
        shown |= {
            "repeat_after_days": project.repeat_after_days,
            "calibrates": "1" if project.calibrates else "",
            "calibration_pass": "" if least is None else f"{least * 100:.6g}",
        }
        return shown | {name: f"{getattr(project, name) * 100:.6g}" for name in SHARES}

    def clean_engine(self) -> str:
        return self.cleaned_data["engine"] or self._project.engine

    def clean_strategy(self) -> str:
        return self.cleaned_data["strategy"] or self._project.strategy

    def clean(self) -> dict[str, Any]:
        """What is not sent stays as it is."""
        given = super().clean() or {}
        for name in SHARES:
            if name in given and given[name] is None:
                given[name] = getattr(self._project, name) * 100
        given["repeat_after_days"] = given.get("repeat_after_days") or self._project.repeat_after_days
        given["calibrates"] = bool(given.get("calibrates")) if "calibrates" in self.data else self._project.calibrates
        if "calibration_pass" not in self.data:
            least = self._project.calibration_pass
            given["calibration_pass"] = None if least is None else least * 100
        return given

    def change(self) -> dict[str, Any]:
        """The settings as they are stored."""
        given = dict(self.cleaned_data)
        least = given["calibration_pass"]
        given["calibration_pass"] = None if least is None else round(least / 100, 8)
        return given | {name: round(given[name] / 100, 8) for name in SHARES}

    def with_the_rest_from(self, project: Project) -> SettingsForm:
        """The same form with what this person changed, and everything else as it is stored now."""
        sent: Any = self.data.copy()  # type: ignore[attr-defined]
        for name, value in self.of(project).items():
            if name not in self.changed_data:
                sent[name] = sent[f"initial-{name}"] = str(value)
        return SettingsForm(sent, project=project)

    def differing_from(self, project: Project) -> list[tuple[Any, Any]]:
        """Each field that does not say what is stored now, with what is."""
        stored = self.of(project)
        given = self.of_given()
        return [
            (self[name].label, dict(getattr(self.fields[name], "choices", YES_OR_NO)).get(value, value))
            for name, value in stored.items()
            if str(given.get(name)) != str(value)
        ]

    def of_given(self) -> dict[str, Any]:
        shares = {name: f"{self.cleaned_data.get(name, 0):.6g}" for name in SHARES}
        given = {name: self.cleaned_data.get(name) for name in self.fields} | shares
        least = given.get("calibration_pass")
        given["calibration_pass"] = "" if least is None else f"{least:.6g}"
        return given | {"calibrates": "1" if given["calibrates"] else ""}


class GuidelineForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_GUIDELINE,
        widget=forms.Textarea(attrs={"rows": 24, "dir": "auto"}),
        help_text=gettext_lazy("Markdown: # heading, **bold**, - list."),
        error_messages={"required": gettext_lazy("Write what annotators go by.")},
    )
    note = forms.CharField(
        label=gettext_lazy("What changes, and why"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=gettext_lazy("One sentence for those who know the version before."),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


def _about_engines() -> str:
    """Where the articles go: people choose knowing it."""
    if why_not := why_not_use_engine(Engine.LANGUAGE_MODEL):
        return _("The built-in rules read every article on this machine, and nothing leaves it.") + " " + why_not
    return _(
        "The built-in rules read on this machine, and nothing leaves it. The language model “%(model)s” is not part of"
        " Attest: the whole text of every article that comes in from now on is sent to %(host)s, which an administrator"
        " set up. Where it cannot be used, the rules stand in, and the article's page says so."
    ) % {"model": settings.LANGUAGE_MODEL_NAME, "host": urlsplit(settings.LANGUAGE_MODEL_URL).netloc}


def _free_short_name(name: str) -> str:
    """A short name made from a name: the first that no project has; empty where the name has no Latin letters."""
    stem = slugify(name)[:56].strip("-_").replace("_", "-")
    taken = set(Project.objects.filter(slug__startswith=stem).values_list("slug", flat=True)) if stem else set()
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
