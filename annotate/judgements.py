"""Judgements as a page may show them: side by side, under letters instead of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from django.db.models import F, Func, Q, QuerySet, TextField

from verification.models import Article, Claim, Evidence, Judgement, Resolution, User
from verification.models.beside import Beside, beside, put_beside
from verification.models.known_answer import ASKED_IN
from verification.models.link_snapshot import put_snapshots_beside
from verification.models.prepared import Prepared, among
from verification.models.prepared_for import PreparedFor
from verification.vocabulary import EvidenceKind, Round


@dataclass(frozen=True, kw_only=True)
class Column:
    """One person's latest judgement. `letter` is empty where it is the reader's own and no other may be known."""

    letter: str
    judgement: Judgement
    is_mine: bool

    @property
    def is_asked(self) -> bool:
        """Whether a question about it waits for its answer."""
        return any(question.answered_at is None for question in self.judgement.annotation.questions.all())


@dataclass(frozen=True, kw_only=True)
class Source:
    """One source, or one passage of it, and what each column took from it: a list per column, some of them empty."""

    article: Article | None
    url: str | None
    cells: list[list[Evidence]]

    @property
    def is_shared(self) -> bool:
        """Whether every column cites it."""
        return all(self.cells)

    @property
    def is_lone(self) -> bool:
        """Whether a single column cites it, of several."""
        return len(self.cells) > 1 and sum(1 for cell in self.cells if cell) == 1


def columns(claim: Claim, *, to: User) -> list[Column]:
    """The latest judgements of a claim that this person may see, in the order in which the places were taken.

    A letter says how many others there are: it is given only where others' judgements may be seen too.
    """
    shown = _latest.rows(to, claim=claim.pk)
    evidence = _evidence.rows(judgements=[judgement.pk for judgement in shown]) if shown else []
    for judgement in shown:
        put_beside(judgement, "evidence", [item for item in evidence if item.judgement_id == judgement.pk])
    put_snapshots_beside((item for judgement in shown for item in judgement.evidence.all()), to=to)
    only_mine = all(judgement.annotation.person_id == to.pk for judgement in shown)
    return [
        Column(
            letter="" if only_mine else letter,
            judgement=judgement,
            is_mine=judgement.annotation.person_id == to.pk,
        )
        for letter, judgement in zip(ascii_uppercase, shown, strict=False)
    ]


@PreparedFor
def _latest(user: User, claim: int) -> QuerySet[Judgement]:
    shown_rounds = Q(annotation__round=Round.INDEPENDENT) | Q(annotation__round__in=ASKED_IN, annotation__person=user)
    rows = Judgement.objects.visible_to(user).latest_per_annotation().filter(shown_rounds, annotation__claim=claim)
    rows = rows.select_related("annotation", "guideline").order_by("annotation_id")
    return beside(rows, Beside("searches", "position"), Beside("annotation__questions"))


@Prepared
def _evidence(judgements: list[int]) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(among("judgement", judgements)).select_related("article", "party")
    address = Func(F("url"), function="attest_plain_address", output_field=TextField())
    return beside(rows.defer("article__text").annotate(address=address).order_by("position"), Beside("dismissed"))


def asked(shown: Sequence[Column]) -> bool:
    """Whether anybody was asked about one of these judgements."""
    return any(column.judgement.annotation.questions.all() for column in shown)


def differing(shown: Sequence[Column]) -> set[str]:
    """The fields in which the judgements are not all alike."""
    fields = ("verdict", "reason", "confidence", "guideline_id")
    return {field for field in fields if len({getattr(column.judgement, field) for column in shown}) > 1}


def resolutions_of(claim: Claim, *, to: User) -> list[Resolution]:
    """The claim's resolutions that this person may see, newest first, each with what it rests on."""
    return _resolutions.rows(to, claim=claim.pk)


@PreparedFor
def _resolutions(user: User, claim: int) -> QuerySet[Resolution]:
    visible = Resolution.objects.visible_to(user).filter(claim=claim).select_related("adjudicator", "superseded_by")
    return beside(visible.order_by("-pk"), Beside("judgements"), Beside("evidence", "position"))


def rests_on(resolution: Resolution, letters: Mapping[int, str]) -> list[tuple[str, int]]:
    """The letters and revisions of the judgements that a resolution cites; `letters` by annotation id."""
    cited = resolution.judgements.all()
    return sorted((letters.get(judgement.annotation_id, ""), judgement.revision) for judgement in cited)


def by_source(shown: Sequence[Column]) -> list[Source]:
    """All evidence of the judgements, a row per source: those that most judgements share come first.

    Passages are one source where they overlap in the same article, links where they lead to the same page.
    """
    items = [(at, item) for at, column in enumerate(shown) for item in column.judgement.evidence.all()]
    groups = [*_passages(items), *_links(items)]
    sources = [_source(group, width=len(shown)) for group in groups]
    return sorted(sources, key=lambda source: -sum(1 for cell in source.cells if cell))


Items = list[tuple[int, Any]]


def _passages(items: Items) -> Iterable[Items]:
    """Passages of the same article that overlap, together."""
    passages = [pair for pair in items if pair[1].kind == EvidenceKind.PASSAGE]
    passages.sort(key=lambda pair: (pair[1].article_id, pair[1].start, pair[1].end))
    group: Items = []
    until = 0
    for at, item in passages:
        if group and (item.article_id != group[-1][1].article_id or item.start >= until):
            yield group
            group, until = [], 0
        group.append((at, item))
        until = max(until, item.end)
    if group:
        yield group


def _links(items: Items) -> Iterable[Items]:
    """Links to one page, and media with one hash, together."""
    groups: dict[str, Items] = {}
    for at, item in items:
        if item.kind == EvidenceKind.LINK:
            groups.setdefault(item.address or item.url, []).append((at, item))
        elif item.kind == EvidenceKind.MEDIUM:
            groups.setdefault(f"medium {item.file_sha256}", []).append((at, item))
    return groups.values()


def _source(group: Items, *, width: int) -> Source:
    cells: list[list[Evidence]] = [[] for _column in range(width)]
    for at, item in group:
        cells[at].append(item)
    first = group[0][1]
    return Source(article=first.article, url=first.url, cells=cells)
