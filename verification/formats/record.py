"""The shape of a release's records: what each line of `claims.jsonl`, `articles.jsonl` and `guidelines.jsonl` holds.

Every value is ready for JSON. Moments are ISO 8601 in UTC with a final Z, dates are YYYY-MM-DD. Offsets count
Unicode code points of the article's normalised text, half-open. None means: not known, or left out in offsets
mode where the field says so. A new field is a new minor state of the same version; a field that changes its
meaning or goes away makes a new SCHEMA_VERSION.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from math import log2
from typing import TypedDict

from verification.vocabulary import Verdict

SCHEMA_VERSION = "1"


class PublicationRecord(TypedDict):
    """Where and when an article's text ran."""

    url: str | None
    outlet: str | None
    byline: str | None
    published_on: str | None
    published_precision: str | None  # year, month or day
    published_basis: str  # how the date is known
    retrieved_at: str | None
    origin: str


class ArticleReference(TypedDict):
    """The article that a claim was found in; `sha256` is of its normalised text in UTF-8."""

    sha256: str
    title: str
    language: str | None
    publications: list[PublicationRecord]


class ArticleRecord(ArticleReference):
    """A line of `articles.jsonl`."""

    normaliser_version: str
    characters: int  # code points
    licence: str | None
    corrects: str | None  # sha256 of the earlier article
    text: str | None  # None in offsets mode


class SpanRecord(TypedDict):
    start: int
    end: int


class SpeakerRecord(TypedDict):
    """One speaker in the chain of who says a claim, outermost first."""

    name: str
    surface: str
    cue: str | None
    party: str | None
    speech: str
    rendering: str


class PassageRecord(TypedDict):
    """A span of an article of the project; `quote` is None in offsets mode."""

    article: str  # sha256
    start: int
    end: int
    quote: str | None


class BearingRecord(PassageRecord):
    """A passage that an engine suggests as bearing on the claim."""

    reason: str


class LinkRecord(TypedDict):
    """How the claim stands to another one of the same release. Claims that are linked as the same, or of one event,
    belong on one side of a split."""

    claim: str  # public id of the other
    kind: str  # same, contradicts, updates, corrects, part_of
    of_the_other: bool  # it is the other that updates, corrects or is part of this one
    score: float
    reason: str
    matcher: str | None  # version; None where a person drew it
    confirmed: bool  # by a person


class WithdrawalRecord(TypedDict):
    at: str
    by: str | None  # pseudonym
    why: str


class IntervalRecord(TypedDict):
    """A time as far as it is known."""

    start: str
    until: str
    precision: str


class NumberRecord(TypedDict):
    """A number that a claim gives. `bound` says how it stands to what is true (exactly, about, almost, at_least,
    more_than, at_most, less_than, between, vague); with between and vague `until` is the upper end.

    `unit` is in plain English words where they are known ("people killed", "%", "USD"), `of` what a share is of,
    `words` the article's own, from `start` to `end` of its text.
    """

    value: float
    until: float | None
    bound: str
    unit: str
    of: str | None
    words: str
    start: int
    end: int


class OriginRecord(TypedDict):
    """How a claim came to be: exactly one of the three."""

    run: RunRecord | None
    person: str | None  # pseudonym
    dataset: str | None


class RunRecord(TypedDict):
    """The pass of an engine that found a claim; a language model is named, and what it was asked by its hash."""

    engine: str
    version: str
    model: str | None
    prompt_sha256: str | None
    parameters_sha256: str
    started_at: str
    finished_at: str


class SnapshotRecord(TypedDict):
    """The page of a link as it was retrieved; its copy is not released."""

    retrieved_at: str
    final_url: str  # where it was found in the end
    sha256: str  # of its bytes, unpacked
    title: str | None
    published_on: str | None  # as the page says


class EvidenceRecord(TypedDict):
    """One thing that a judgement rests on. `quote` of a passage is None in offsets mode; `snapshot` is None where the
    page of a link was not retrieved."""

    position: int
    stance: str | None
    kind: str
    article: str | None  # sha256, of a passage
    start: int | None
    end: int | None
    url: str | None
    outlet: str | None
    published_on: str | None
    published_precision: str | None
    retrieved_at: str | None
    snapshot: SnapshotRecord | None
    file_sha256: str | None
    region: str | None
    quote: str | None
    source_type: str
    against_interest: bool
    party: str | None
    method: str
    question: str | None
    set: int
    outweighed: str | None  # the reason
    dismissed_warnings: dict[str, str]  # soft rule: the word with which it was set aside


class SearchRecord(TypedDict):
    position: int
    where: str
    query: str
    language: str | None
    outcome: str
    searched_at: str | None


class JudgementRecord(TypedDict):
    """One submitted revision. `blind`: before anybody could see what others decided on the claim, or asked its
    author about it."""

    revision: int
    blind: bool
    verdict: str
    reason: str
    confidence: str | None
    rationale: str
    guideline: int  # version
    active_seconds: int | None  # null where the project keeps people's pace to themselves
    started_at: str
    submitted_at: str
    evidence: list[EvidenceRecord]
    searches: list[SearchRecord]


class ShownRecord(TypedDict):
    """What the person saw beside the claim. `bearings` index the claim's `bearings`, in the order shown.

    `evidence` is how many pieces of evidence of resolved claims were offered.
    """

    aided: bool
    engine: str | None
    bearings: list[int]
    evidence: int


class AnnotationRecord(TypedDict):
    """A person's place on a claim, and what came of it."""

    annotator: str  # pseudonym
    round: str
    slot: int
    started_at: str
    submitted_at: str | None
    skipped_at: str | None
    skip_reason: str | None
    lapsed_at: str | None
    shown: ShownRecord
    strategy: str
    inclusion_probability: float | None
    judgements: list[JudgementRecord]


class RestsOnRecord(TypedDict):
    """A judgement that a resolution rests on, and which of its evidence (positions) it cites."""

    annotator: str
    round: str
    revision: int
    evidence: list[int]


class ResolutionRecord(TypedDict):
    """A claim's final verdict; those superseded stay, with why."""

    settled: str
    verdict: str
    reason: str | None
    rationale: str
    disagreement: str | None  # what made the judgements differ, where an adjudicator said so
    adjudicator: str | None
    created_at: str
    valid_as_of: str
    evidence_cutoff: str
    rests_on: list[RestsOnRecord]
    superseded_at: str | None
    superseded_by: str | None
    superseded_why: str | None


class DistributionRecord(TypedDict):
    """Verdicts of the first blind judgements of the independent round, and their entropy in bits."""

    supported: int
    disputed: int
    unverified: int
    entropy: float | None  # None where there is no judgement


class ClaimRecord(TypedDict):
    """A line of `claims.jsonl`. `stage` open means: not resolved yet, and nothing is said of who judged it."""

    claim: str  # public id
    article: ArticleReference | None
    span: SpanRecord | None
    quote: str | None  # with prefix and suffix: None in offsets mode
    prefix: str | None
    suffix: str | None
    statement: str
    target: str
    claimant: str | None  # None: the article's own voice
    chain: list[SpeakerRecord]
    modality: str
    topics: list[str]
    numbers: list[NumberRecord]
    locations: list[str]  # under their English names where they are known
    actors: list[str]  # whom it speaks of
    asserted: IntervalRecord | None  # when it was said; None: undated
    event: IntervalRecord | None  # when it happened; None: undated
    ambiguities: list[str]  # what in the statement stays ambiguous, in words
    check_worthiness: float
    worthiness_reasons: list[str]
    dispute: str
    bearings: list[BearingRecord]
    links: list[LinkRecord]
    origin: OriginRecord
    created_at: str
    places: int
    stage: str
    withdrawn: WithdrawalRecord | None
    annotations: list[AnnotationRecord]
    distribution: DistributionRecord | None  # None unless resolved
    resolution: ResolutionRecord | None
    superseded: list[ResolutionRecord]


class GuidelineRecord(TypedDict):
    """A line of `guidelines.jsonl`."""

    version: int
    text: str
    created_at: str


def moment(at: datetime | None) -> str | None:
    """A moment as it stands in a release, or None."""
    return None if at is None else known_moment(at)


def known_moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def distribution(verdicts: Iterable[str]) -> DistributionRecord:
    """How `verdicts` spread, with the entropy in bits: 0 where all agree, log2(3) where they spread evenly."""
    counts = dict.fromkeys(Verdict, 0)
    for verdict in verdicts:
        counts[Verdict(verdict)] += 1
    total = sum(counts.values())
    shares = [count / total for count in counts.values() if count] if total else []
    return {
        "supported": counts[Verdict.SUPPORTED],
        "disputed": counts[Verdict.DISPUTED],
        "unverified": counts[Verdict.UNVERIFIED],
        "entropy": round(sum(share * log2(1 / share) for share in shares), 6) if shares else None,
    }


def first_verdicts(annotations: Iterable[AnnotationRecord]) -> list[str]:
    """The verdict of each first judgement that agreement counts: blind, and of the independent round."""
    firsts = (a["judgements"][0] for a in annotations if a["round"] == "independent" and a["judgements"])
    return [judgement["verdict"] for judgement in firsts if judgement["blind"]]
