"""The rule engine: from a text to the claims that it proposes.

Each step is a function of its own over passages, so that a trained model can take the place of one of them:
`passages` cuts, `attribute` finds who says what, `worthiness` weighs, `doubts` and `bearing` find what the
article itself says against a claim, `statement` restates, `topics` sorts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

from verification.text.boilerplate import furniture
from verification.text.language import identify
from verification.text.segment import paragraphs
from verification.text.span import Span
from verification.vocabulary import Dispute, Topic

from . import foreign, foreign_worth
from .attribution import attribute
from .bearing import FAR, WINDOW, bearing, put_fairly
from .candidate import CONTEXT, Against, Candidate, Speaker
from .claimants import Claimants
from .claimed import Claimed
from .counted import counts_alike
from .cues import Family
from .dateline import DATELINE, dateline
from .dispute import Speakers, doubts
from .doubled_marks import as_written, with_marks
from .doubting import Doubt
from .frames import LONGEST
from .heard import Heard
from .mentions import Mentions
from .model.gated import Gated
from .names import Names
from .own_dispute import beside, dispute_of
from .passage import Kind, Passage, passages
from .reasons import telling
from .referents import Referents
from .replies import of_both, replies
from .said import Said
from .splitting import split
from .spreading import spread_out
from .statement import Restated, is_fragment, labels_nothing, plain, restate
from .stems import Words, stems
from .structure import Article, Structure, counted, structure
from .target import target_of
from .topic import told, topics
from .worth_features import DISPUTED
from .worth_model import WorthModel
from .worthiness import Worth, disputed, modality, worthiness

ENGINE = "rules"
VERSION = "14"
ENGLISH = "en"
MOST_HEADINGS = 20
SPOKEN = "somebody says it"
NOBODY: frozenset[str] = frozenset()
ASKS = Gated(
    r"(?:[\w’'.-]+\s){1,6}(?:(?:has|have)\s)?(?:appealed|called|asked|pleaded)\s(?:for|on|upon)\b",
    "appealed called asked pleaded",
)
LEAST_TELLING = 4  # telling words that a heading has at least before it can be said to be repeated
SAID_AGAIN = 0.6  # of a heading's telling words stand together in one sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was read, before anything is weighed: its passages and what is said in each."""

    text: str
    language: str | None
    lines: list[Passage]
    said: list[list[Said]]
    names: Names | None = None  # of English alone, as the next
    referents: Referents | None = None  # who pronouns mean

    def units(self) -> list[tuple[Passage, Said]]:
        """What is said, one by one, in order."""
        return [
            (passage, unit)
            for passage, units in zip(self.lines, self.said, strict=True)
            for unit in units
            if unit.span[1] - unit.span[0] <= LONGEST
        ]


def extract(
    text: str, language: str | None = None, published: date | None = None, worth: WorthModel | None = None
) -> list[Candidate]:
    """The claims of `text`, in order; offsets are code points of `text` as given. Never raises on odd text.

    `language` is a BCP 47 code; None means that the engine looks for itself. `published` is the day the article ran,
    which "Monday" is seen from; without it the article's own dateline is. `worth` weighs English statements in place
    of the weights that ship.
    """
    marked = with_marks(text)
    if marked is not text:
        return [as_written(claim, text) for claim in extract(marked, language, published, worth)]
    reading = read(text, language)
    speakers = Speakers()
    listed = doubts(reading.lines, reading.said, speakers, is_foreign=reading.language != ENGLISH)
    weights = Words(line.text for line in reading.lines)
    kept = [
        (passage, unit, found)
        for (passage, unit), found in zip(reading.units(), weigh(reading, worth), strict=True)
        if found.is_claim
    ]
    if reading.language == ENGLISH:
        kept = without_repeats(single(kept, worth))
    mentions = reading.referents.mentions if reading.referents else None
    article = Article.of(
        reading.language, published or dateline(text, reading.language), reading.names, reading.said, mentions
    )
    claims = [claimed(text, passage, unit) for passage, unit, _ in kept]
    bear: list[list[Doubt]] = []
    for claim in claims:
        near = around(claims, claim.passage, before=WINDOW + 2, after=WINDOW + 2)
        bear.append(bearing(claim, near, around(listed, claim.passage, before=FAR, after=3 * WINDOW), weights))
    if listed:
        heard = [Heard(claim, speakers.known.get(claim.claimant or "", NOBODY)) for claim in claims]
        bear = of_both(heard, listed, spread_out(heard, listed, replies(heard, listed, bear, weights), weights))
    bear = [
        [d for d in against if counts_alike(d, text[d.start : d.end], claim.text, reading.language)]
        for claim, against in zip(claims, bear, strict=True)
    ]
    linked = {d.start for doubting in bear for d in doubting}
    firm = [d for d in listed if not d.is_soft or d.start in linked or (d.claimant and d.kind is Dispute.UNVERIFIABLE)]
    found: list[Candidate] = []
    known = Claimants(reading.lines, mentions) if mentions else None
    for (passage, unit, worthy), claim, against in zip(kept, claims, bear, strict=True):
        kind = dispute_of(claim, against, around(firm, passage.index, before=0, after=0))
        if reading.referents and known:
            restated = restate(passage, unit, reading.referents, known.speaks_for)
        else:
            restated = Restated(plain(passage, unit))
        if reading.referents and (
            is_fragment(passage, unit, restated.text) or labels_nothing(passage, unit, restated.ambiguities)
        ):
            continue
        if kind in DISPUTED:
            worthy = Worth(disputed(worthy, kind, worth), worthy.reasons, worthy.least)
        fields = structure(passage, unit, article).speaking_of(restated.named, mentions)
        if passage.kind is Kind.HEADING and not unit.chain and says_nothing_of_anybody(fields) and mentions:
            continue
        chain = tuple(map(known.described, unit.chain)) if known else unit.chain
        against = [put_fairly(d, claim) for d in against] or beside(text, passage, claim, kind)
        said = [*worthy.reasons, *([SPOKEN] if unit.chain else []), *(f"another passage {d.reason}" for d in against)]
        about = topics(told(passage, unit, claim.text))
        is_of_another = bool(chain) and any(name != claim.claimant for name in fields.actors)
        reasons = telling(said, fields.numbers if reading.referents else None, about, is_of_another=is_of_another)
        found.append(
            candidate(
                text,
                passage,
                unit,
                chain,
                worthy,
                claim,
                against,
                kind,
                restated,
                fields,
                reasons,
                about,
                reading.language,
            )
        )
    return found


def read(text: str, language: str | None = None) -> Reading:
    blocks = paragraphs(text)
    left_out = [Span(found.start, found.end) for found in furniture(text, blocks)]
    lines = passages(text, without=left_out)
    primary = primary_language(text, language)
    referents: Referents | None = None
    if primary == ENGLISH:
        names = Names(line.text for line in lines if not is_title_case(line))
        said = attribute(lines, names)
        speaking = frozenset(unit.claimant for units in said for unit in units if unit.claimant)
        referents = Referents(lines, said, Mentions(lines, names, speaking))
    else:
        names = None
        said = foreign.attribute(lines, primary)
    return Reading(text, primary, lines, said, names, referents)


def weigh(reading: Reading, model: WorthModel | None = None) -> list[Worth]:
    """The worth of each unit of the article."""
    units = reading.units()
    if reading.language == ENGLISH:
        return worthiness(units, model)
    return [foreign_worth.worthiness(passage, unit, reading.language) for passage, unit in units]


def without_repeats(kept: list[tuple[Passage, Said, Worth]]) -> list[tuple[Passage, Said, Worth]]:
    """Without the headings that only say what a sentence below says again."""
    said = [(p, frozenset(stems(p.text[slice(*unit.content)]))) for p, unit, _ in kept]
    heads = [words for p, words in said if p.kind is Kind.HEADING and len(words) >= LEAST_TELLING][:MOST_HEADINGS]
    below = [words for p, words in said if p.kind is not Kind.HEADING] if heads else []
    again = {head for head in heads if any(len(head & words) >= SAID_AGAIN * len(head) for words in below)}
    return [
        each for each, (p, words) in zip(kept, said, strict=True) if p.kind is not Kind.HEADING or words not in again
    ]


def single(kept: list[tuple[Passage, Said, Worth]], model: WorthModel | None) -> list[tuple[Passage, Said, Worth]]:
    """One claim for each thing that is said, where each is worth checking by itself; else the whole stays one."""
    parts = [split(passage, unit) for passage, unit, _ in kept]
    asked = [(p, part) for (p, _, _), listed in zip(kept, parts, strict=True) if len(listed) > 1 for part in listed]
    weighed = iter(worthiness(asked, model) if asked else [])
    found: list[tuple[Passage, Said, Worth]] = []
    for (passage, unit, worthy), listed in zip(kept, parts, strict=True):
        each = [next(weighed) for _ in listed] if len(listed) > 1 else []
        if each and all(one.is_claim for one in each):
            found += [(passage, part, one) for part, one in zip(listed, each, strict=True)]
        else:
            found.append((passage, unit, worthy))
    return found


def is_title_case(passage: Passage) -> bool:
    """Whether a heading is written With Capitals Throughout, so that they tell no names."""
    if passage.kind is not Kind.HEADING:
        return False
    long = [word for word in passage.text.split() if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


Placed = TypeVar("Placed", Claimed, Doubt)
PLACE = attrgetter("passage")


def around(found: Sequence[Placed], passage: int, *, before: int, after: int) -> Sequence[Placed]:
    """Those of `found`, which are in order, that stand near a passage: looking at all would take quadratic time."""
    first = bisect_left(found, passage - before, key=PLACE)
    last = bisect_right(found, passage + after, key=PLACE)
    return found[first:last]


def primary_language(text: str, language: str | None) -> str | None:
    """The language without script and region; short Latin text of which nothing is known is read as English."""
    known = language or identify(text)
    if known is not None:
        return known.partition("-")[0].lower()
    head = text[:2_000]
    letters = [c for c in head if c.isalpha()]
    return ENGLISH if sum(map(str.isascii, letters)) * 10 >= len(letters) * 9 else None


def claimed(text: str, passage: Passage, unit: Said) -> Claimed:
    span = within(text, passage, unit)
    family = unit.frame.verb.family if unit.frame else None
    return Claimed(
        passage=passage.index,
        start=span.start,
        end=span.end,
        text=span.slice(text),
        claimant=unit.claimant,
        context=passage.text,
        is_accusation=family is Family.ACCUSE,
        is_denial=family is Family.DENY,
        is_call=family is Family.CALL or ASKS.match(span.slice(text)) is not None,
    )


def says_nothing_of_anybody(fields: Structure) -> bool:
    """Whether it names no number, place, time, person or body, as a headline may: "A vaccine comes back"."""
    return not (fields.numbers or fields.locations or fields.actors or fields.event)


def candidate(
    text: str,
    passage: Passage,
    unit: Said,
    chain: tuple[Speaker, ...],
    worth: Worth,
    claim: Claimed,
    against: Sequence[Doubt],
    kind: Dispute,
    restated: Restated,
    fields: Structure,
    reasons: tuple[str, ...],
    about: tuple[Topic, ...],
    language: str | None,
) -> Candidate:
    """One claim with its context, speakers and what the article says against it."""
    span = Span(claim.start, claim.end)
    return Candidate(
        start=span.start,
        end=span.end,
        quote=claim.text,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        statement=restated.text,
        claimant=unit.claimant,
        chain=chain,
        target=target_of(passage, unit, restated.text, language),
        modality=modality(passage, unit),
        check_worthiness=worth.score,
        reasons=reasons,
        topics=about,
        dispute=kind,
        against=tuple(Against(start=d.start, end=untied(text, d.start, d.end), reason=d.reason) for d in against),
        ambiguities=restated.ambiguities,
        numbers=counted(fields.numbers, text),
        locations=fields.locations,
        actors=fields.actors,
        asserted=fields.asserted,
        event=fields.event,
    )


def within(text: str, passage: Passage, unit: Said) -> Span:
    """The span of a unit in the text, without the joint that ties it to the next."""
    start, end = passage.start + unit.span[0], passage.start + unit.span[1]
    if start == passage.start and passage.opens_paragraph and (placed := DATELINE.match(passage.text)):
        start += placed.end()
    while start < end and not (text[start].isalnum() or text[start] in "“\"«„‘'([¿¡$€£"):
        start += 1
    return Span(start, untied(text, start, end) if end < passage.end else start + len(text[start:end].rstrip()))


def untied(text: str, start: int, end: int) -> int:
    """Where the words from `start` to `end` end without the joint that ties them to the next: "…, while"."""
    words = text[start:end].rstrip()
    for joint in (" and", " but", " while", " whereas", " although", " hence"):
        words = words.removesuffix(joint).rstrip(" ,;:–—")
    return start + len(words)
