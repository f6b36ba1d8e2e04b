"""How an article's text came about: its file, what normalising changed, what is furniture, who looked for claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from annotate.article_parts import Part
from annotate.labels import label
from annotate.templatetags.passage import Mark
from verification.models import Article, Claim, ExtractionRun
from verification.models.prepared import Prepared
from verification.text.boilerplate import Furniture, furniture
from verification.text.segment import paragraphs
from verification.vocabulary import ArticleState, Engine

MOST_LISTED = 200

# What reading and normalising a file may have done to its text, as `Article.normalisation` names it.
CHANGES: dict[str, str | Promise] = {
    "encoding": gettext_lazy("Encoding"),
    "line_ends": gettext_lazy("Line ends made alike"),
    "controls_removed": gettext_lazy("Control characters taken out"),
    "direction_marks_removed": gettext_lazy("Turning marks taken out"),
    "half_characters_replaced": gettext_lazy("Broken characters replaced"),
    "composed": gettext_lazy("Characters composed"),
    "pages": gettext_lazy("Pages"),
    "pages_unreadable": gettext_lazy("Pages without readable text"),
    "lines_turned": gettext_lazy("Lines put into reading order"),
    "columns_ignored": gettext_lazy("Columns not used"),
}


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage of furniture: which kind it is, and its words."""

    start: int
    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Making:
    """What the page tells of an article's making; of furniture, what lies in the `part` that is shown."""

    article: Article
    part: Part

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What was met with in the file and done to its text, in words."""
        done = self.article.normalisation
        return [(str(CHANGES.get(name, name.replace("_", " "))), _in_words(value)) for name, value in done.items()]

    @cached_property
    def runs(self) -> list[ExtractionRun]:
        """Newest first, each with how many claims it `found`, how long it `took`, its `name`, and what was `paid`."""
        runs = _runs.rows(article=self.article.pk)
        for run in runs:
            run.took = took(run.finished_at - run.started_at)  # type: ignore[attr-defined]
            run.name = engine_name(run.engine)  # type: ignore[attr-defined]
            run.paid = "" if run.cost is None else f"{run.cost:f}".rstrip("0").rstrip(".")  # type: ignore[attr-defined]
        return runs

    @property
    def stood_in(self) -> ExtractionRun | None:
        """The newest run, where it says why the built-in rules had to stand in for the project's engine."""
        newest = next(iter(self.runs), None)
        is_over = self.article.state == ArticleState.DONE
        return newest if newest and newest.fell_back_because and is_over else None

    @cached_property
    def _furniture(self) -> list[Furniture]:
        text = self.article.text or ""
        found = furniture(text, paragraphs(text))
        return [piece for piece in found if piece.start < self.part.end and piece.end > self.part.start]

    @cached_property
    def passages(self) -> list[Passage]:
        text = self.article.text or ""
        return [
            Passage(start=piece.start, kind=piece.reason, words=text[piece.start : piece.end])
            for piece in self._furniture[:MOST_LISTED]
        ]

    @property
    def passages_left_out(self) -> int:
        return max(0, len(self._furniture) - MOST_LISTED)

    def marks(self, note: str) -> list[Mark]:
        """The furniture as marks in the text, each saying `note`."""
        return [Mark(start=piece.start, end=piece.end, kind="furniture", note=note) for piece in self._furniture]


@Prepared
def _runs(article: int) -> QuerySet[ExtractionRun]:
    claims: QuerySet[Claim] = Claim.objects.filter(origin_run=OuterRef("pk")).order_by()
    counted = claims.values("origin_run").annotate(many=Count("pk")).values("many")
    return ExtractionRun.objects.filter(article=article).annotate(found=Coalesce(Subquery(counted), 0))


def engine_name(engine: str) -> str:
    """An engine for people to read; one that is here no more by the name it had."""
    return label(Engine(engine)) if engine in list(Engine) else engine


def _in_words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def took(time: timedelta) -> float:
    """A length of time in seconds, as exactly as anybody wants to know it."""
    seconds = time.total_seconds()
    return round(seconds, 1 if seconds >= 1 else 2)
