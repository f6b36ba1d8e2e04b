"""The first blind judgements of a project, as the columns that `verification.agreement` reads."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from django.db.models import F, Q, QuerySet

from verification.agreement.judged import FEWEST_UNRESOLVED, REASONS, VERDICTS, Judged
from verification.agreement.overlap import Source, Sources, Spans
from verification.models import Claim, Evidence, ExtractionRun, Judgement, Project, Resolution
from verification.vocabulary import EvidenceKind, ReportScope, Round

FIGURES_VERSION = 2  # counts up when the same judgements would give other figures
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
OF_A_PERSON, OF_AN_IMPORT = "person", "import"  # where a claim was found by no engine


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What a report counts: as a whole, in its parts, and what people said again later; `until` is up to when its
    parts count unresolved claims, as the report keeps it."""

    whole: Judged
    parts: Judged
    repeated: Judged
    until: datetime
    hash: str


def counted(project: Project, *, scope: ReportScope, until: datetime | None) -> Counted:
    """Reads what a report of this scope counts, `until` being up to when parts of the last one counted unresolved
    claims."""
    rows = _rows(first_judgements(project, scope=scope))
    until = _until(rows, before=until or LONG_AGO)
    whole = _judged(project, rows, cites=True)
    repeated = [row for row in _repeated(project, scope) if row[RESOLVED] or row[AT] <= until]
    resolutions = Resolution.objects.live().filter(project=project).order_by("pk").values_list("pk", flat=True)
    told = [FIGURES_VERSION, until, *[(row[0], row[RESOLVED]) for row in (*rows, *repeated)], *resolutions]
    return Counted(
        whole=whole,
        parts=whole.where(np.array([row[RESOLVED] or row[AT] <= until for row in rows], dtype=bool)),
        repeated=_judged(project, repeated, cites=False),
        until=until,
        hash=hashlib.sha256(repr(told).encode("ascii")).hexdigest(),
    )


def first_judgements(project: Project, *, scope: ReportScope) -> QuerySet[Judgement]:
    """What people said first, blind, in the independent round; what they changed after that does not count."""
    found = Judgement.objects.submitted().filter(project=project, revision=1, annotation__round=Round.INDEPENDENT)
    if scope == ReportScope.RESOLVED:
        found = found.filter(annotation__claim__resolved_at__isnull=False)
    return found


# The columns of a row.
COLUMNS = (
    "pk",
    "annotation__claim",
    "annotation__person",
    "verdict",
    "reason",
    "annotation__aided",
    "resolved",
    "submitted_at",
    "annotation__claim__article",
    "annotation__claim__origin_run",
    "annotation__claim__origin_person",
)
RESOLVED, AT = COLUMNS.index("resolved"), COLUMNS.index("submitted_at")
Row = tuple[Any, ...]


def _rows(found: QuerySet[Judgement]) -> list[Row]:
    with_state = found.annotate(resolved=Q(annotation__claim__resolved_at__isnull=False))
    return list(with_state.order_by("annotation__claim", "annotation__person", "pk").values_list(*COLUMNS))


def _until(rows: list[Row], *, before: datetime) -> datetime:
    """Moves on where enough unresolved claims came in since: parts of two reports never differ by a few of them."""
    judged: dict[int, list[datetime]] = defaultdict(list)
    for row in rows:
        if not row[RESOLVED]:
            judged[row[1]].append(row[AT])
    new = [max(times) for times in judged.values() if len(times) >= 2 and max(times) > before]
    return max(new) if len(new) >= FEWEST_UNRESOLVED else before


def _repeated(project: Project, scope: ReportScope) -> list[Row]:
    """Of each claim that a person judged again later: what they said first as person 1, what later as person 2."""
    again = Judgement.objects.submitted().filter(project=project, revision=1, annotation__round=Round.REPEAT)
    if scope == ReportScope.RESOLVED:
        again = again.filter(annotation__claim__resolved_at__isnull=False)
    later = {(row[1], row[2]): row for row in _rows(again)}
    if not later:
        return []
    people = {person for _claim, person in later}
    before = _rows(first_judgements(project, scope=scope).filter(annotation__person__in=people))
    first = {(row[1], row[2]): row for row in before if (row[1], row[2]) in later}
    found = []
    for number, key in enumerate(sorted(first)):
        for person, row in ((1, first[key]), (2, later[key])):
            found.append((row[0], number, person, *row[3:]))
    return found


def _judged(project: Project, rows: list[Row], *, cites: bool) -> Judged:
    """As columns; only claims that two people judged are asked what they cite and what they are about."""
    columns: list[Any] = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    keys, claims, people, verdicts, reasons, aided, resolved, _at, article, run, person = columns
    engines, engine = _numbered(_engines(project, run, person))
    articles, names = _numbered([value if value is not None else -1 for value in article])
    verdict_place = {label: place for place, label in enumerate(VERDICTS)}
    reason_place = {label: place for place, label in enumerate(REASONS)}
    sources, spans = _cited(project, list(keys)) if cites else ((), ())
    return Judged(
        claims=np.array(claims, dtype=np.int64),
        people=np.array(people, dtype=np.int64),
        verdicts=np.array([verdict_place[verdict] for verdict in verdicts], dtype=np.int64),
        reasons=np.array([reason_place[reason] for reason in reasons], dtype=np.int64),
        aided=np.array(aided, dtype=bool),
        resolved=np.array(resolved, dtype=bool),
        engines=engines,
        articles=np.where(np.array([names[n] == -1 for n in articles], dtype=bool), -1, articles),
        engine=tuple(engine),
        article=tuple(names),
        topics=_topics(project, set(claims)) if cites else (),
        sources=sources,
        spans=spans,
    )


def _numbered(values: list[Any]) -> tuple[Any, list[Any]]:
    names = sorted(set(values))
    place = {name: number for number, name in enumerate(names)}
    return np.array([place[value] for value in values], dtype=np.int64), names


def _engines(project: Project, runs: Any, people: Any) -> list[str]:
    """What found the claim of each row: an engine and its version, a person, or an import."""
    known = ExtractionRun.objects.filter(article__project=project).values_list("pk", "engine", "version")
    name = {pk: f"{engine} {version}" for pk, engine, version in known}
    return [
        name[run] if run is not None else OF_A_PERSON if person is not None else OF_AN_IMPORT
        for run, person in zip(runs, people, strict=True)
    ]


def _topics(project: Project, claims: set[int]) -> tuple[tuple[int, str], ...]:
    found = Claim.objects.filter(project=project).exclude(topics=[]).order_by("pk").values_list("pk", "topics")
    return tuple((pk, topic) for pk, topics in found if pk in claims for topic in topics)


def _cited(project: Project, keys: list[int]) -> tuple[list[Sources], list[Spans]]:
    """What each of these judgements cites: its sources, and the passages it marks."""
    of_first = Evidence.objects.filter(
        project=project, judgement__revision=1, judgement__annotation__round=Round.INDEPENDENT
    )
    known = set(keys)
    sources: dict[int, set[Source]] = defaultdict(set)
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    of_what = ("judgement", "kind", "article", "start", "end", "url", "file_sha256")
    for judgement, kind, article, start, end, url, file in of_first.order_by().values_list(*of_what).iterator():
        if judgement not in known:
            continue
        match kind:
            case EvidenceKind.PASSAGE:
                sources[judgement].add(("article", article))
                spans[judgement].append((article, start, end))
            case EvidenceKind.LINK:
                sources[judgement].add(("address", same_address(url)))
            case _:
                sources[judgement].add(("file", file))
    return [frozenset(sources.get(key, ())) for key in keys], [tuple(spans.get(key, ())) for key in keys]


def same_address(url: str) -> str:
    """An address by which two people name one page: without scheme, www, a closing stroke and what is behind “#”."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def resolved_verdicts(project: Project) -> dict[int, str]:
    """How each resolved claim was resolved."""
    return dict(
        Resolution.objects.live().filter(project=project).order_by(F("claim").asc()).values_list("claim", "verdict")
    )
