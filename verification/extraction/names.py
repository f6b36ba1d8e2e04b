"""The names of an article: their fullest form, their short forms, and what they are described as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verification.text.word_lists import words

from .capitals import BODY_WORDS, is_capitalised, person_words, runs_in
from .clauses import is_finite
from .cues import Token, tokens
from .descriptions import MOST_BEFORE, described
from .model import english
from .spellings import POSSESSIVES, folded, is_same_key, is_same_word

CONNECTIVES = frozenset({"of", "the", "for", "and", "on", "de", "des", "la", "du"})
BEHIND_NAME = english.PREPOSITIONS | english.BEFORE_SUBJECT | english.ADVERBS | words("of or who which whose than not")
# How many names are looked at: more have these in common only in texts that are no article.
MOST_ALIKE, MOST_NEAR, MOST_DESCRIBED = 50, 300, 60


@dataclass(slots=True, eq=False)
class Name:
    """A name of two words or more, as the article gives it in full."""

    text: str
    words: tuple[str, ...]
    count: int = 0
    first: int = 0
    descriptions: list[frozenset[str]] = field(default_factory=list)

    @property
    def is_body(self) -> bool:
        return self.words[-1].lower() in BODY_WORDS or bool({"of", "for", "and"} & set(self.words))


class Names:
    """All names of an article. Built once, in one pass over its passages."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.full: dict[str, Name] = {}
        self.acronyms: dict[str, str] = {}
        self.with_article: set[str] = set()
        self.articled: set[str] = set()  # longer names that stand behind "the"
        self._by_word: dict[str, list[Name]] = {}
        self._short: Counter[str] = Counter()
        self._fullest: dict[tuple[str, ...], str] = {}
        self._titled: dict[str, set[str]] = {}  # surnames by the office before them
        for line in lines:
            self._read(line)
        for name in self.full.values():
            for word in name.words:
                listed = self._by_word.setdefault(folded(word), [])
                if len(listed) < MOST_ALIKE and (not listed or listed[-1] is not name):
                    listed.append(name)
        self._keys: dict[tuple[str, int], list[str]] = {}
        for key in self._by_word:
            self._keys.setdefault((key[:1], len(key)), []).append(key)
        self._described = self._by_description()

    def _read(self, text: str) -> None:
        line = tokens(text)
        for run in runs_in(text):
            before = line[run.first - 1].lower if run.first else ""
            if before == "the" and len(run.words) == 1 and not is_attribute(line, run.last):
                self.with_article.add(run.words[0])
            person = person_words(run.words)
            if before == "the" and len(person) > 1 and len(person) == len(run.words):
                self.articled.add(" ".join(person))
            if len(person) == 1:
                self._short[person[0]] += 1
                if len(run.words) > 1:
                    self._titled.setdefault(run.words[-2].lower(), set()).add(person[0])
            if len(person) < 2:
                continue
            text = " ".join(person)
            name = self.full.setdefault(text, Name(text, person, first=len(self.full)))
            name.count += 1
            if len(name.descriptions) < 8 and not name.is_body:
                name.descriptions += described(line, run, len(run.words) - len(person))
        self._read_acronyms(line)

    def _read_acronyms(self, line: list[Token]) -> None:
        for at in [at for at, token in enumerate(line[:-2], start=1) if token.text == "("]:
            inner = line[at].text
            bracketed = line[at + 1].text == ")"
            if not (bracketed and inner.isupper() and 2 <= len(inner) <= 8 and inner.isalpha()):
                continue
            words: list[str] = []
            for token in reversed(line[max(0, at - 1 - MOST_BEFORE) : at - 1]):
                if not (is_capitalised(token.text) or token.lower in CONNECTIVES):
                    break
                words.insert(0, token.text)
            while words and (words[0].lower() in CONNECTIVES or words[0][0].upper() != inner[0]):
                words.pop(0)
            if len(words) > 1:
                self.acronyms.setdefault(inner, " ".join(words))

    def _by_description(self) -> dict[str, list[Name]]:
        """The names that a word describes, the most frequent first."""
        found: dict[str, list[Name]] = {}
        for name in sorted(self.full.values(), key=lambda n: (-n.count, n.first)):
            for word in {w for description in name.descriptions for w in description | self.words_of(description)}:
                listed = found.setdefault(word, [])
                if len(listed) < MOST_DESCRIBED:
                    listed.append(name)
        return found

    def words_of(self, description: Iterable[str]) -> frozenset[str]:
        """The words of a description, lower case, acronyms also written out."""
        found: set[str] = set()
        for word in description:
            found.add(word.lower())
            written_out = self.acronyms.get(word)
            if written_out:
                found.update(written_out.lower().split())
        return frozenset(found - english.NOT_NAMES - CONNECTIVES)

    def fullest(self, words: tuple[str, ...]) -> str:
        """The fullest form the article gives of a name: a surname becomes the whole name."""
        known = self._fullest.get(words)
        if known is None:
            known = self._fullest[words] = self._find(words)
        return known

    def _find(self, words: tuple[str, ...]) -> str:
        text = " ".join(words)
        if text in self.acronyms:
            return self.acronyms[text]
        if len(words) == 1 and words[0] in self.with_article:
            return text
        fuller = [name for name in self._by_word.get(folded(words[-1]), []) if fits(words, name)]
        if text in self.full:
            # "Ahmad Massoud" beside "Ahmad Shah Massoud" is another person; "Donald J. Trump" is the same.
            fuller = [name for name in fuller if is_no_more_than(name.words, words)]
        if not fuller:
            near = self._near(words[-1])  # a word by itself is another spelling of the surname alone
            fuller = [n for n in near if fits(words, n) and (len(words) > 1 or is_same_word(n.words[-1], words[0]))]
        if not fuller:
            return text
        best = max(fuller, key=lambda n: (is_same_word(n.words[-1], words[-1]), len(n.descriptions), n.count, -n.first))
        kin = self._by_word.get(folded(best.words[0]), [])
        alike = [n for n in kin if len(n.words) == len(best.words) and fits(best.words, n)]
        return max(alike or [best], key=lambda n: (n.count, -n.first)).text

    def times(self, word: str) -> int:
        """How often a word stands by itself for somebody or something."""
        return self._short[word]

    def titled(self, office: str) -> str | None:
        """The one whom the article calls "President Oder", where it calls nobody else so; else None."""
        surnames = self._titled.get(office, set())
        return self.fullest((next(iter(surnames)),)) if len(surnames) == 1 else None

    def _near(self, word: str) -> Iterable[Name]:
        """The names that hold a word in a slightly other spelling."""
        key = folded(word)
        for length in (len(key) - 1, len(key), len(key) + 1):
            alike = self._keys.get((key[:1], length), [])
            for other in alike if len(alike) <= MOST_NEAR else []:
                if is_same_key(key, other):
                    yield from self._by_word[other]

    def described_as(self, words: Iterable[str], *, head: str, recent: list[str]) -> str | None:
        """Whom a description such as "the party leader" means, or None; `recent` names break ties, latest last."""
        asked = self.words_of(words)
        modifiers = asked - {head} - english.ROLES - {"former", "senior", "top", "late", "veteran"}
        best: tuple[int, int, int] | None = None
        found = None
        asked_of = {name for word in modifiers or {head} for name in self._described.get(word, [])}
        asked_of.update(self.full[name] for name in recent if name in self.full)
        for name in sorted(asked_of, key=lambda n: n.first):
            for description in name.descriptions:
                has_head = head in description
                shared = len(modifiers & self.words_of(description))
                if not has_head and not (head in english.GENERIC_PEOPLE and shared):
                    continue
                if modifiers and not shared:
                    continue
                rank = recent.index(name.text) if name.text in recent else -1
                score = (2 * has_head + shared, rank, name.count)
                if best is None or score > best:
                    best, found = score, self.fullest(name.words)
        return found


def is_attribute(line: list[Token], at: int) -> bool:
    """Whether a name only tells which thing is meant: "Oder" of "the Oder campaign", but not of "the Oder flows"."""
    after = line[at + 1] if at + 1 < len(line) else None
    if after is None or not after.text.islower() or line[at].text.endswith(POSSESSIVES):
        return False
    return not (after.lower in BEHIND_NAME or after.lower.endswith("ly") or is_finite(line, at + 1))


def is_no_more_than(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a longer name adds initials alone."""
    extra = len(full) - len(words)
    return extra == 0 or sum(len(word.strip(".")) == 1 for word in full) >= extra


def fits(words: tuple[str, ...], name: Name) -> bool:
    """Whether `words` can be short, or another spelling, for `name`: all of them occur in it, in order."""
    if name.is_body or len(words) > len(name.words):
        return False
    at = 0
    for word in words:
        while at < len(name.words) and not is_same_word(word, name.words[at]):
            at += 1
        if at == len(name.words):
            return False
        at += 1
    return True
