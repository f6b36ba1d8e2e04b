"""The words of the corpus by the company that they keep and by how often they name who speaks, or how.

Made in training; a word is kept as a number alone.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from verification.text.record import record

from .reading import Array
from .words import CLAUSE_MARKS, JOINT_OF, KNOWN, NAMES, Ints, lemma, number, role, shape, verb

LOOKED_AT = ("word", "backed_off", "lemma", "is_cue", "is_mark", "joint")
PAD = "\0"  # stands before and after a paragraph


class Known(NamedTuple):
    """What the corpus knows of one word."""

    company: int  # words that stand among the same neighbours share a number
    wide_company: int
    cue_like: int  # how often it attributes, from 0 to 5
    source_like: int
    common: int  # whether it is one of the commonest words


NOTHING = Known(0, 0, 0, 0, 0)


@record(frozen=True, slots=True)
class Word:
    """One word form as numbers, in the order of `NAMES`, and what rules ask of it."""

    attributes: tuple[int, ...]
    lemma: int
    backed_off: int  # the word where it is common, else the company it keeps
    is_cue: bool

    @property
    def looked_at(self) -> tuple[int, ...]:
        """What is asked of the words of an article all at once, in the order of `LOOKED_AT`."""
        word = self.attributes[0]
        return word, self.backed_off, self.lemma, self.is_cue, word in CLAUSE_MARKS, JOINT_OF.get(word, 0)


class Lexicon:
    """Looks words up; `table` has a row for each known word, beginning with its number.

    Of `most` words the forms are remembered, then forgotten at once: what `ids` gave before holds no longer.
    """

    def __init__(self, table: Ints, most: int = KNOWN) -> None:
        self.table = table
        self._most = most
        self._known = {int(row[0]): Known(*map(int, row[1:])) for row in table}
        self._words: dict[str, int] = {}
        self.forms: list[Word] = []
        self.times_emptied = 0
        self._looked_at = np.zeros((0, len(LOOKED_AT)), dtype=np.int64)
        self._made = 0

    def ids(self, listed: list[str]) -> list[int]:
        """The index of each word in `forms`; the padding has 0."""
        if len(self.forms) > self._most or not self.forms:
            self._words.clear()
            self.forms.clear()
            self._made = 0
            self.times_emptied += 1
            self._words[PAD] = 0
            self.forms.append(self._read(PAD))
        known = self._words
        for text in dict.fromkeys(listed):
            if text not in known:
                known[text] = len(self.forms)
                self.forms.append(self._read(text[:40]))
        return list(map(known.__getitem__, listed))

    def looked_at(self, ids: Array) -> Array:
        """For each word, as `ids` gives it, a column of `LOOKED_AT`."""
        if self._made < len(self.forms):
            if len(self.forms) > len(self._looked_at):
                grown = np.zeros((2 * len(self.forms), len(LOOKED_AT)), dtype=np.int64)
                grown[: self._made] = self._looked_at[: self._made]
                self._looked_at = grown
            fresh = [form.looked_at for form in self.forms[self._made :]]
            self._looked_at[self._made : len(self.forms)] = fresh
            self._made = len(self.forms)
        return np.ascontiguousarray(self._looked_at[ids].T)

    def known(self, lowered: str) -> Known:
        """What the corpus knows of a word in small letters."""
        return self._known.get(number(plain(lowered)), NOTHING)

    def _read(self, text: str) -> Word:
        lowered = text.lower()
        known = self.known(lowered)
        sort = shape(text)
        company = known.company or 1000 + sort % 1009
        wide = known.wide_company or 1000 + sort % 13
        attributes = {
            "word": number(lowered),
            "stem": number(lowered[:5]),
            "suffix3": number(lowered[-3:]),
            "suffix2": number(lowered[-2:]),
            "shape": sort,
            "company": company,
            "wide_company": wide,
            "verb": verb(lowered),
            "role": role(lowered),
            "cue_like": known.cue_like,
            "source_like": known.source_like * 2 + text[:1].isupper(),
        }
        return Word(
            attributes=tuple(attributes[name] for name in NAMES),
            lemma=lemma(lowered),
            backed_off=number(lowered) if known.common else wide,
            is_cue=known.cue_like >= 4 or lowered == "according",
        )


def plain(lowered: str) -> str:
    """A word with its figures made equal, as the lexicon counts it."""
    return "".join("0" if c.isdigit() else c for c in lowered) if any(map(str.isdigit, lowered)) else lowered


def packed(rows: list[tuple[int, ...]]) -> Ints:
    return np.array(sorted(rows), dtype=np.uint32).reshape(len(rows), 1 + len(Known._fields))
