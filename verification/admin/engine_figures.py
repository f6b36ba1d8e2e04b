"""What people made of the claims that each version of an engine proposed: kept, refused, mended, missed.

Of a project's newest work alone, so that the page does not grow with what was done; and of that only what the person
may know of (`Annotation.visible_to`), so that it tells no more of an unresolved claim than the lists do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from verification.models import Annotation, Claim, ExtractionRun, Project, User
from verification.vocabulary import SkipReason

NEWEST = 2_000  # places on claims that are looked at
Version = tuple[str, str, int | None]  # engine, version, number of the project's own weights
Span = tuple[int, int]


@dataclass(slots=True)
class EngineFigures:
    """Claims that people decided on, of one engine, version and number of the project's own weights."""

    engine: str
    version: str
    weights: int | None
    kept: int = 0  # judged by somebody
    no_claim: int = 0  # only skipped as no claim
    wrong: int = 0  # only skipped as wrongly extracted
    edited: int = 0  # added by hand where the engine had proposed something like it
    missed: int = 0  # added by hand where it had not

    @property
    def decided(self) -> int:
        return self.kept + self.no_claim + self.wrong

    @property
    def acceptance(self) -> float | None:
        return self.kept / self.decided if self.decided else None

    @property
    def edit_rate(self) -> float | None:
        return self._of_claims(self.edited)

    @property
    def miss_rate(self) -> float | None:
        return self._of_claims(self.missed)

    def _of_claims(self, count: int) -> float | None:
        """The share of all claims there were: those kept and those added by hand."""
        claims = self.kept + self.edited + self.missed
        return count / claims if claims else None


def engine_figures(project: Project, *, user: User) -> list[EngineFigures]:
    """A row for each version, the newest first."""
    newest = list(Annotation.objects.filter(project=project).order_by("-pk").values_list("pk", flat=True)[:NEWEST])
    places = Annotation.objects.visible_to(user).filter(pk__in=newest)
    decisions: dict[int, set[str]] = defaultdict(set)
    for claim, submitted_at, skip_reason in places.values_list("claim", "submitted_at", "skip_reason"):
        if submitted_at is not None or skip_reason in (SkipReason.NOT_A_CLAIM, SkipReason.EXTRACTION_ERROR):
            decisions[claim].add("kept" if submitted_at is not None else str(skip_reason))
    rows: dict[Version, EngineFigures] = {}
    articles: set[int] = set()
    proposed = Claim.objects.filter(pk__in=decisions, origin_run__isnull=False, article__isnull=False)
    for pk, article, engine, version, parameters in proposed.values_list(
        "pk", "article", "origin_run__engine", "origin_run__version", "origin_run__parameters"
    ):
        row = _row(rows, engine, version, parameters)
        _count(row, decisions[pk])
        if article is not None:
            articles.add(article)
    _count_added(project, articles, rows)
    return sorted(rows.values(), key=lambda row: (row.engine, row.version, row.weights or 0), reverse=True)


def _row(rows: dict[Version, EngineFigures], engine: str, version: str, parameters: dict[str, object]) -> EngineFigures:
    number = parameters.get("worthiness_model")
    weights = number if isinstance(number, int) else None
    return rows.setdefault((engine, version, weights), EngineFigures(engine, version, weights))


def _count(row: EngineFigures, decided: set[str]) -> None:
    if "kept" in decided:
        row.kept += 1
    elif SkipReason.NOT_A_CLAIM in decided:
        row.no_claim += 1
    else:
        row.wrong += 1


def _count_added(project: Project, articles: set[int], rows: dict[Version, EngineFigures]) -> None:
    """Claims added by hand in these articles count for the version that read the article last."""
    live = Claim.objects.filter(project=project, article__in=articles)
    added = list(
        live.filter(origin_person__isnull=False, withdrawn_at__isnull=True).values_list("article", "start", "end")
    )
    if not added:
        return
    with_added = {article for article, _, _ in added}
    of_engine: dict[int | None, list[Span]] = defaultdict(list)
    spans = Claim.objects.filter(article__in=with_added, origin_run__isnull=False)
    for article, start, end in spans.values_list("article", "start", "end"):
        if start is not None and end is not None:
            of_engine[article].append((start, end))
    runs = ExtractionRun.objects.filter(article__in=with_added, error__isnull=True).order_by("pk")
    last = {
        article: (engine, version, parameters)
        for article, engine, version, parameters in runs.values_list("article", "engine", "version", "parameters")
    }
    for article, start, end in added:
        if article not in last or start is None or end is None:
            continue
        row = _row(rows, *last[article])
        if _overlaps((start, end), of_engine[article]):
            row.edited += 1
        else:
            row.missed += 1


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether one of them shares half of the shorter with it."""
    start, end = span
    return any(2 * (min(end, b) - max(start, a)) >= min(end - start, b - a) for a, b in others)
