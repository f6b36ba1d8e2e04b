"""The names of an article: their fullest form, their short forms, and what they are described as."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from verification.text.word_lists import words

from . import cues
from .cues import Token, tokens
from .model import english, grammar

POSSESSIVES = ("’s", "'s", "s’", "s'")
CONNECTIVES = frozenset({"of", "the", "for", "and", "on", "de", "des", "la", "du"})
BODY_WORDS = english.GROUP_HEADS | words(
    "league parties forces nations union states ministries house senate times post news resistance states"
)
MOST_BEFORE, MOST_AFTER = 14, 14
# How many names are looked at: more have these in common only in texts that are no article.
MOST_ALIKE, MOST_NEAR, MOST_DESCRIBED = 50, 300, 60
SAYS_WHO = words("a an the his her their its our one") | english.ROLES


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


class Run(NamedTuple):
    """Capitalised words in a row."""

    first: int  # index of the first token
    last: int
    words: tuple[str, ...]


def folded(word: str) -> str:
    """A word's key for telling spellings of one name apart from other names: Zelensky, Zelenskyy."""
    return key_of(word) if len(word) > LONGEST_KEPT else kept_key(word)


LONGEST_KEPT = 40  # letters of a word
SPELLINGS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("yy", "y"), ("iy", "y"), ("ph", "f"), ("kh", "h"))


def key_of(word: str) -> str:
    bare = word.lower()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    if not bare.isalnum():
        bare = "".join(filter(str.isalnum, bare))
    for long, short in SPELLINGS:
        bare = bare.replace(long, short)
    bare = bare[:-1] + "i" if bare.endswith("y") else bare
    return "".join(map(itemgetter(0), groupby(bare)))


kept_key = lru_cache(8_192)(key_of)


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings: the same key, or one letter apart in a long word."""
    return is_same_key(folded(one), folded(other))


def is_same_key(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    return a[shared + 1 :] == b[shared + 1 :] or a[shared + 1 :] == b[shared:] or a[shared:] == b[shared + 1 :]


def without_possessive(word: str) -> str:
    if not word.endswith(POSSESSIVES):
        return word
    for ending in POSSESSIVES:
        if word.endswith(ending):
            return word[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return word


def is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not word.startswith(("I’", "I'")) and word != "I"


def runs(line: list[Token]) -> list[Run]:
    """Capitalised words in a row, with "bin", "al" and their kin inside; a possessive ends a run."""
    found: list[Run] = []
    after = 0
    for at in [at for at, token in enumerate(line) if token.text[0].isupper()]:
        token = line[at]
        if at < after:
            continue
        if not is_capitalised(token.text) or token.lower in english.NOT_NAMES:
            continue
        last = at
        while not line[last].text.endswith(POSSESSIVES) or is_owned_body(line, last):
            is_initial = len(line[last].text) == 1
            begins = step = last + 2 if is_initial and last + 1 < len(line) and line[last + 1].text == "." else last + 1
            while step < len(line) and line[step].lower in english.PARTICLES and step - begins < 2:
                step += 1
            if step >= len(line) or not is_capitalised(line[step].text):
                break
            if line[step].lower in english.NOT_NAMES or line[step].start - line[step - 1].end > 1 + is_initial:
                break
            last = step
        found.append(Run(at, last, named_by(line[at : last + 1])))
        after = last + 1
    return found


def is_owned_body(line: list[Token], at: int) -> bool:
    """Whether an owner is part of a body's name: "the Harbour Workers' Union"."""
    is_of_many = line[at].text.endswith(("s’", "s'")) and at + 1 < len(line)
    return is_of_many and line[at + 1].text[0].isupper() and line[at + 1].lower in english.GROUP_HEADS


def named_by(line: list[Token]) -> tuple[str, ...]:
    """The words of a run, an initial with its stop: "Fred B. Jonson"; "Jr" behind a name is left out."""
    found: list[str] = []
    for at, token in enumerate(line):
        if token.text == ".":
            continue
        is_dotted = len(token.text) == 1 and at + 1 < len(line) and line[at + 1].start > token.end + 1
        is_dotted = is_dotted or (at + 1 < len(line) and line[at + 1].text == ".")
        found.append(token.text + "." if is_dotted else without_possessive(token.text))
    if len(found) > 2 and found[-1] in ("Jr", "Sr"):
        found.pop()
    return tuple(found)


def runs_in(text: str) -> Sequence[Run]:
    """The `runs` of a text; as its tokens are, they are kept while the article is read again and again."""
    return runs(tokens(text)) if len(text) > cues.LONGEST_KEPT else kept_runs(text)


@lru_cache(cues.KEPT_PASSAGES)
def kept_runs(text: str) -> tuple[Run, ...]:
    return tuple(runs(tokens(text)))


@lru_cache(4_096)
def person_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a run that name the person, without affiliation and titles before them."""
    if words[-1].lower() in BODY_WORDS:
        return words  # "the International Energy Agency" holds no title
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower() in english.TITLES:
            return words[at + 1 :]
    if len(words) > 2 and words[0].lower() in OFFICES and words[1].lower() in grammar.FIRST_NAMES:
        return words[1:]  # "State" of "Secretary of State John F. Smith"
    return words


OFFICES = words(
    "state defense defence treasury commerce labor labour transportation intelligence affairs staff education"
    " agriculture security trade culture transport environment"
)


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
            if before == "the" and len(run.words) == 1:
                self.with_article.add(run.words[0])
            person = person_words(run.words)
            if before == "the" and len(person) > 1 and len(person) == len(run.words):
                self.articled.add(" ".join(person))
            if len(person) == 1:
                self._short[person[0]] += 1
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
            fuller = [name for name in self._near(words[-1]) if fits(words, name)]
        if not fuller:
            return text
        best = max(fuller, key=lambda n: (is_same_word(n.words[-1], words[-1]), len(n.descriptions), n.count, -n.first))
        kin = self._by_word.get(folded(best.words[0]), [])
        alike = [n for n in kin if len(n.words) == len(best.words) and fits(best.words, n)]
        return max(alike or [best], key=lambda n: (n.count, -n.first)).text

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


def described(line: list[Token], run: Run, title_words: int) -> list[frozenset[str]]:
    """What stands beside a name and says who that is, as sets of words (acronyms as they stand)."""
    found: list[list[str]] = []
    before = [token.text for token in line[run.first : run.first + title_words]]
    at = run.first - 1
    while at >= 0 and run.first - at <= 4 and line[at].text[-1:].isalnum() and line[at].lower not in STOP_WORDS:
        before.insert(0, line[at].text)
        at -= 1
    if before:
        found.append(before)
    if run.first and line[run.first - 1].text == ",":
        lead = line[max(0, run.first - 1 - MOST_BEFORE) : run.first - 1]
        if any(token.lower in english.ROLES for token in lead):
            found.append([token.text for token in lead])
    after = line[run.last + 1 : run.last + 2 + MOST_AFTER]
    if after and after[0].text in (",", "–", "—", "("):
        words: list[str] = []
        for token in after[1:]:
            if token.text in (",", ".", "–", "—", ")", ";", ":"):
                break
            words.append(token.text)
        opens = bool(words) and (words[0].lower() in SAYS_WHO or words[0].isupper() or words[0].islower())
        if opens and words[0].lower() not in NO_DESCRIPTION and not NO_DESCRIPTION & set(words):
            found.append(words)
    lowered = [frozenset(keep(words)) for words in found]
    return [words for words in lowered if words & english.ROLES]


def keep(words: list[str]) -> Iterable[str]:
    for word in map(without_possessive, words):
        yield word if word.isupper() else word.lower()


NO_DESCRIPTION = english.BEFORE_SUBJECT | english.PRONOUNS | english.BEING | words("which where whose")
STOP_WORDS = english.PREPOSITIONS | english.BEFORE_SUBJECT | words("the a an that of his her their")
