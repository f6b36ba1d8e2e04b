"""Which of its people an article speaks of where "he" or "she" is read: a score of each that fades by the passage."""

from __future__ import annotations

import re

from .capitals import Run
from .clauses import clause
from .cues import Token, tokens
from .genders import Genders
from .model import english, grammar
from .names import Name, Names
from .sources import is_place
from .spellings import POSSESSIVES

# What a passage adds for who speaks in it, for whom it begins with (by name, or by "he" again), for whom it names.
# All numbers were fitted on articles, together; how they stand to each other is what counts.
SPOKE, BEGINS, AGAIN, NAMED = 3.0, 4.0, 3.0, 1.5
FADES = 0.4  # what the next passage leaves of a score
LEAST = 0.1  # below this score nobody stands near, and it is whom the article has spoken of most
# How well somebody fits whose gender is not known: described by an office, called by the surname, or nothing of both.
DESCRIBED, SHORT, UNSURE = 0.6, 0.4, 0.1
MOST_KEPT = 24  # people in mind at a time
PRONOUN = {"he": "he", "his": "he", "she": "she", "her": "she"}
HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Hh]is|[Ss]he|[Hh]er)\b")
NATIONS = frozenset({"U.S.", "U.N.", "U.K.", "E.U."})
BEHIND_SUBJECT = english.PREPOSITIONS | {"who", "whose", "and", "of"}


class People:
    """The people of an article as far as it is read, each with a score. All times are indexes of passages.

    What is read is only weighed when somebody asks: most articles say "he" seldom.
    """

    def __init__(self, names: Names, genders: Genders) -> None:
        self._names = names
        self._genders = genders
        self._scores: dict[str, tuple[float, float, int]] = {}  # now, in all, and when; who was touched last is last
        self._unread: list[tuple[str, list[tuple[Run, str]] | None, int]] = []

    def spoke(self, name: str, at: int) -> None:
        self._unread.append((name, None, at))

    def read(self, text: str, named: list[tuple[Run, str]], at: int) -> None:
        """Remembers whom a passage names, and whom it begins with; `named` are its names, each in full."""
        self._unread.append((text, named, at))

    def meant(self, word: str, at: int) -> str | None:
        """Whom "he", "she" or another form of them means; None where nobody fits."""
        for text, named, then in self._unread:
            if named is None:
                self._add(text, SPOKE, then)
            else:
                self._weigh(text, named, then)
        self._unread.clear()
        return self._foremost(word, at)

    def _weigh(self, text: str, named: list[tuple[Run, str]], at: int) -> None:
        people = [(run, full) for run, full in named if self._is_somebodys(full)]
        pronoun = HE_OR_SHE.search(text)
        if not people and pronoun is None:
            return
        line = tokens(text)
        where = clause(line, 0, len(line))
        first, verb = (where.first, where.verb) if where is not None else (0, 1)
        word = PRONOUN.get(line[first].lower) if pronoun is not None else None
        again = self._foremost(word, at) if word is not None else None
        if again is not None:
            self._add(again, AGAIN, at)
        is_begun = again is not None
        for run, name in people:
            begins = not is_begun and first <= run.first < verb and is_subject(line, run.last, verb)
            is_begun = is_begun or begins
            self._add(name, BEGINS if begins else NAMED, at)

    def _is_somebodys(self, full: str) -> bool:
        name = self._names.full.get(full)
        return is_somebodys(name) if name is not None else self._genders.of(full) is not None

    def _foremost(self, word: str, at: int) -> str | None:
        gender = grammar.PERSON_PRONOUNS[word]
        fitting = [(name, self._fit(name, gender), *scores) for name, scores in self._scores.items()]
        scored = [(fit * now * FADES ** (at - then), then, name) for name, fit, now, _, then in fitting]
        if not any(score >= LEAST for score, _, _ in scored):
            scored = [(fit * ever, then, name) for name, fit, _, ever, then in fitting]
        best, _, name = max(scored, default=(0.0, 0, ""))
        return name if best > 0.0 else None

    def _fit(self, name: str, gender: str) -> float:
        known = self._genders.of(name)
        if known is not None:
            return float(known == gender)
        full = self._names.full.get(name)
        if full is None or full.descriptions:
            return DESCRIBED
        return SHORT if self._names.times(full.words[-1]) and full.text not in self._names.articled else UNSURE

    def _add(self, name: str, score: float, at: int) -> None:
        now, ever, then = self._scores.pop(name, (0.0, 0.0, at))
        self._scores[name] = (now * FADES ** (at - then) + score, ever + score, at)
        if len(self._scores) > MOST_KEPT:
            del self._scores[next(iter(self._scores))]


def is_somebodys(name: Name) -> bool:
    """Whether a name in full can be a person's."""
    return not (name.is_body or is_place(name.text) or name.words[0] in NATIONS)


def is_subject(line: list[Token], last: int, verb: int) -> bool:
    """Whether a name that ends before the verb is what acts: not "Oder" of "the Oder campaign" or "Oder's guards"."""
    if line[last].text.endswith(POSSESSIVES):
        return False
    return last + 1 >= verb or not line[last + 1].text[0].islower() or line[last + 1].lower in BEHIND_SUBJECT
