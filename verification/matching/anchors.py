"""Where the claims of a text stand in a later version of it: in the same words, in changed ones, or not at all."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verification.text.find import Narrowed
from verification.text.segment import CLOSERS, STOPS, paragraphs, sentences
from verification.text.span import Span

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
SPACE = re.compile(r"\s+")
STOP = re.compile(f"[{STOPS}\\n]")
ENDED = re.compile(f"[{STOPS}][{CLOSERS}\\s]*$")
# Changed words are looked for around where they would stand if only what is known to have moved had moved.
WINDOW = 1500  # code points to either side
MOST_SENTENCES = 40  # that are compared with one claim, the nearest first
LEAST_LIKE = 0.6  # of the words of both: below it, it is another sentence
CONTEXT = 32  # code points that are kept before and after a claim
LEAST_CONTEXT = 8  # code points of what stands before or after, to find a place by it


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim of the earlier text: where it stood there, its words, and what stood before and after them."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the claim stands in the later text. `is_same`: its words and the rest of their sentence did not change."""

    span: Span
    is_same: bool


def anchors(text: str, wanted: Sequence[Wanted]) -> list[Anchor | None]:
    """For each claim of an earlier version, where it stands in `text`; None where the text does not say it any more.

    The same words first, told apart by what stands around them; then sentences that are like them, not far from where
    they are to be expected, and none in which another claim stands in its own words.
    """
    narrowed = Narrowed(text)
    found = [_in_same_words(text, narrowed, claim) for claim in wanted]
    moved = sorted(
        (claim.start, span.start - claim.start) for claim, span in zip(wanted, found, strict=True) if span is not None
    )
    held = [(claim, span) for claim, span in zip(wanted, found, strict=True) if span is not None]
    listed: _Sentences | None = None
    told: list[Anchor | None] = []
    for claim, span in zip(wanted, found, strict=True):
        if span is not None:
            told.append(Anchor(span, _rest_is_same(text, span, claim)))
            continue
        if listed is None:
            listed = _Sentences(text)
        others = [there for other, there in held if other.end <= claim.start or claim.end <= other.start]
        like = listed.most_like(claim, around=_expected(text, claim, moved), without=others)
        told.append(None if like is None else Anchor(like, is_same=False))
        if like is not None:
            insort(moved, (claim.start, like.start - claim.start))
    return told


def _in_same_words(text: str, narrowed: Narrowed, claim: Wanted) -> Span | None:
    places = [span for span in narrowed.occurrences(claim.quote) if _is_whole(text, span)]
    return min(places, key=lambda span: (-_context(text, span, claim), abs(span.start - claim.start)), default=None)


def _is_whole(text: str, span: Span) -> bool:
    """Whether no word is cut by the ends of the span."""
    cut_before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    return not cut_before and not (span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum())


def _context(text: str, span: Span, claim: Wanted) -> int:
    """How many code points beside the span are those that stood beside the claim."""
    before = text[max(0, span.start - len(claim.prefix)) : span.start]
    after = text[span.end : span.end + len(claim.suffix)]
    return _shared(reversed(before), reversed(claim.prefix)) + _shared(after, claim.suffix)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared


def _rest_is_same(text: str, span: Span, claim: Wanted) -> bool:
    """Whether the sentence around the words is the same too, as far as what is kept of it reaches.

    "It is not true that" before them takes back what they say.
    """
    before = text[max(0, span.start - CONTEXT) : span.start]
    one, other = _last_part(claim.prefix), _last_part(before)
    if not (one == other or (one and other and (one.endswith(other) or other.endswith(one)))):
        return False
    if ENDED.search(claim.quote):
        return True
    after = text[span.end : span.end + CONTEXT]
    one, other = _first_part(claim.suffix), _first_part(after)
    return one == other or bool(one and other and (one.startswith(other) or other.startswith(one)))


def _last_part(words: str) -> str:
    """What belongs to the sentence that begins in these words and does not end there."""
    return SPACE.sub(" ", STOP.split(words)[-1]).strip(" " + CLOSERS.replace("\\", ""))


def _first_part(words: str) -> str:
    return SPACE.sub(" ", STOP.split(words)[0]).strip()


def _expected(text: str, claim: Wanted, moved: Sequence[tuple[int, int]]) -> list[int]:
    """Where the claim may begin now: as far on as its neighbours moved, after what stood before it, before what
    stood after it."""
    at = bisect_left(moved, (claim.start, 0))
    beside = {shift for _start, shift in moved[max(0, at - 1) : at + 1]} or {0}
    places = [claim.start + shift for shift in beside]
    if len(claim.prefix.strip()) >= LEAST_CONTEXT and (found := text.find(claim.prefix)) >= 0:
        places.append(found + len(claim.prefix))
    if len(claim.suffix.strip()) >= LEAST_CONTEXT and (found := text.find(claim.suffix)) >= 0:
        places.append(found - len(claim.quote))
    return [min(max(place, 0), len(text)) for place in places]


class _Sentences:
    """The sentences of a text, and which of them are like given words; taken apart once, compared few at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
        self.starts = [span.start for span in self.spans]
        self._words: dict[int, list[tuple[str, int, int]]] = {}

    def most_like(self, claim: Wanted, *, around: Sequence[int], without: Sequence[Span]) -> Span | None:
        """The stretch that is most like the claim, the nearest of those that are alike; None where none is."""
        asked = [word.casefold() for word in WORD.findall(claim.quote)]
        if not asked:
            return None
        known = set(asked)
        how_many = min(3, max(1, len([part for part in STOP.split(claim.quote) if part.strip()])))
        best: tuple[float, Span] | None = None
        for at in self._nearest(around):
            words = [word for index in range(at, min(at + how_many, len(self.spans))) for word in self._of(index)]
            if 2 * len(known & {word for word, _start, _end in words}) < len(known):
                continue
            likeness, span = self._compared(asked, words, claim)
            if likeness < LEAST_LIKE or any(span.start < other.end and other.start < span.end for other in without):
                continue
            if best is None or likeness > best[0]:
                best = likeness, span
        return best[1] if best else None

    def _nearest(self, around: Sequence[int]) -> list[int]:
        near: dict[int, int] = {}
        for place in around:
            first = bisect_left(self.starts, place - WINDOW)
            for index in range(first, bisect_left(self.starts, place + WINDOW)):
                away = abs(self.starts[index] - place)
                near[index] = min(away, near.get(index, away))
        return sorted(near, key=lambda index: (near[index], index))[:MOST_SENTENCES]

    def _of(self, index: int) -> list[tuple[str, int, int]]:
        if index not in self._words:
            span = self.spans[index]
            found = WORD.finditer(self.text, span.start, span.end)
            self._words[index] = [(match.group().casefold(), match.start(), match.end()) for match in found]
        return self._words[index]

    def _compared(self, asked: list[str], words: list[tuple[str, int, int]], claim: Wanted) -> tuple[float, Span]:
        """How much of both is shared, and the stretch of `words` that stands for what was asked."""
        blocks = SequenceMatcher(None, asked, [word for word, _start, _end in words], autojunk=False)
        matching = [block for block in blocks.get_matching_blocks() if block.size]
        if not matching:
            return 0.0, Span(0, 0)
        first, last = matching[0], matching[-1]
        # What was there before the first word that stayed was replaced by as many others, as far as there are any.
        begin = max(0, first.b - first.a)
        end = min(len(words), last.b + last.size + len(asked) - last.a - last.size)
        likeness = 2 * sum(block.size for block in matching) / (len(asked) + end - begin)
        return likeness, self._whole(Span(words[begin][1], words[end - 1][2]), claim)

    def _whole(self, span: Span, claim: Wanted) -> Span:
        """With the rest of its sentence at each end at which the claim was all of its own."""
        first = self.spans[max(0, bisect_left(self.starts, span.start + 1) - 1)]
        last = self.spans[max(0, bisect_left(self.starts, span.end) - 1)]
        begins = not _last_part(claim.prefix) or not WORD.search(self.text, first.start, span.start)
        ends = ENDED.search(claim.quote) or not _first_part(claim.suffix)
        stop = last.end if ENDED.search(claim.quote) else span.end
        if ends and stop == span.end and (rest := WORD.search(self.text, span.end, last.end)):
            stop = max(word.end() for word in WORD.finditer(self.text, rest.start(), last.end))
        return Span(min(first.start, span.start) if begins else span.start, max(stop, span.end))
