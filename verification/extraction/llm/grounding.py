"""Whether words that a model names stand in the article, and where: exact but for what copying changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from verification.extraction.frames import LONGEST
from verification.text.span import Span

from .chunks import Chunk

SAME = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′`´", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "ي": "ی", "ى": "ی", "ك": "ک"}
    # Soft hyphens, joiners and marks of direction come and go with copying.
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060", "")
)
APART = "\0"  # between paragraphs: no passage reaches over one, and nothing folds to it
AROUND = " \"'.,;:…-"
WORD = re.compile(r"\w+")
LEAST = 4  # letters or digits that a passage must have to be found again


class Grounds:
    """A part of an article to look for words in."""

    def __init__(self, text: str, chunk: Chunk) -> None:
        self._text = text
        self._folded, self._at = folded(text, chunk.pieces)

    def find(self, words: str, *, least: int = LEAST, taken: Iterable[Span] = ()) -> Span | None:
        """The first place of the words that overlaps none of `taken`, else the first; None where they do not stand."""
        for wanted in dict.fromkeys((plain := fold(words).strip(), plain.strip(AROUND))):
            if sum(map(str.isalnum, wanted)) < least or APART in wanted:
                continue
            places = list(self._places(wanted))
            if places:
                blocked = list(taken)
                free = (place for place in places if not any(overlap(place, other) for other in blocked))
                return next(free, places[0])
        return None

    def _places(self, wanted: str) -> Iterable[Span]:
        begin = self._folded.find(wanted)
        while begin >= 0:
            last = begin + len(wanted) - 1
            span = Span(self._at[begin], self._at[last] + 1)
            if len(span) <= LONGEST and not self._cuts_a_word(span):
                yield span
            begin = self._folded.find(wanted, begin + 1)

    def _cuts_a_word(self, span: Span) -> bool:
        """Whether the span begins or ends inside a word, in scripts that part words; "12" in "512" is no find."""
        return any(
            0 < at < len(self._text) and _binds(self._text[at - 1], self._text[at]) for at in (span.start, span.end)
        )


def _binds(before: str, after: str) -> bool:
    return (before.isdigit() and after.isdigit()) or (_is_cased(before) and _is_cased(after))


def _is_cased(letter: str) -> bool:
    return letter.lower() != letter.upper()


def overlap(one: Span, other: Span) -> bool:
    """Whether they share at least half of the shorter one."""
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= min(len(one), len(other))


def fold(words: str) -> str:
    """Words as they are compared: small letters, one kind of quotation mark, of dash and of space."""
    return " ".join(unicodedata.normalize("NFC", words).translate(SAME).lower().split())


def folded(text: str, pieces: Iterable[Span]) -> tuple[str, list[int]]:
    """The pieces folded, and for each of its characters where it stands in `text`."""
    characters: list[str] = []
    at: list[int] = []
    for piece in pieces:
        after_space = True
        for offset in range(piece.start, piece.end):
            for character in text[offset].translate(SAME).lower():
                is_space = character.isspace()
                if is_space and after_space:
                    continue
                characters.append(" " if is_space else character)
                at.append(offset)
                after_space = is_space
        characters.append(APART)
        at.append(piece.end)
    return "".join(characters), at


class Words:
    """Which words an article has, to weigh what a model writes itself."""

    def __init__(self, text: str) -> None:
        self._whole = set(WORD.findall(fold(text)))
        self._beginnings = {word[:5] for word in self._whole}

    def name(self, words: str) -> bool:
        """Whether every word of a name stands in the article."""
        named = WORD.findall(fold(words))
        return bool(named) and self._whole.issuperset(named)

    def carry(self, statement: str) -> bool:
        """Whether a statement says it in the article's words: each name and number, and most of the others."""
        words = WORD.findall(unicodedata.normalize("NFC", statement).translate(SAME))
        if not words:
            return False
        telling = [word.lower() for word in words[1:] if word[0].isupper() or word[0].isdigit()]
        telling += [words[0].lower()] if words[0][0].isdigit() else []
        known = sum(word.lower()[:5] in self._beginnings for word in words)
        return self._whole.issuperset(telling) and known * 5 >= len(words) * 4
