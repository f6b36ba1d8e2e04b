"""Whom a pronoun or "the group" means where it stands, or which of several it may mean: flagged, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verification.numbers.units import PEOPLE
from verification.text.word_lists import words

from .capitals import runs
from .clauses import Clause, clause, is_finite
from .cues import Token, tokens
from .genders import gender_of
from .mentions import Mention, Mentions, What
from .model import english, grammar
from .passage import Passage
from .said import Said

BACK = 2  # passages that are looked at for whom a pronoun means; further where they only say "he"
FURTHEST = 5
MOST_BACK = 40  # passages within which an article's only country is looked for
PAIR = 2
TOLD = words("told tells telling informed")
MANY_PEOPLE = english.PLURAL_PEOPLE | PEOPLE
LONGEST_SUBJECT = 7
MOST_BEHIND = 12  # words behind a noun that say which it is
LOOSE_ENDS = english.PREPOSITIONS | words("of and the a")
BEHIND_PHRASE = grammar.SUBORDINATE | words("and but")
ENDS_PHRASE = grammar.SUBORDINATE | grammar.PARTICIPLES


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word means: a name, or None with the names that it could be (none where the article gives no hint)."""

    name: str | None
    choices: tuple[str, ...] = ()


NOBODY = Meant(None)


class Referents:
    """Looks back from a place in an article to what was named before it."""

    def __init__(self, lines: Sequence[Passage], said: Sequence[Sequence[Said]], mentions: Mentions) -> None:
        self._lines = lines
        self._said = said
        self.mentions = mentions

    def person(self, passage: int, before: int, gender: str, *, is_subject: bool) -> Meant:
        """Whom "he" or "her" means that stands in a passage, at offset `before` of it."""
        for back in range(FURTHEST):
            at = passage - back
            if at < 0 or (back and self._lines[passage].paragraph - self._lines[at].paragraph > BACK):
                break
            people = [m for m in self.mentions.of(at) if m.what is What.PERSON and m.gender in (gender, None)]
            people = [m for m in people if back or m.end <= before]
            kin = self._kin(at, gender, len(self._lines[at].text) if back else before)
            if kin is not None and not any(m.start > kin[0] for m in people):
                return Meant(kin[1])
            if back and not people:
                speaker = self._speaker(at, gender)
                if speaker is not None:
                    return Meant(speaker)
            if people:
                return chosen(people, self._subject(at), is_subject=is_subject)
            if back >= BACK and not PERSONAL & {token.lower for token in tokens(self._lines[at].masked)}:
                break
        return NOBODY

    def body(self, passage: int, before: int, noun: str, *, without: tuple[int, int] = (0, 0)) -> Meant:
        """Which body "the group" means, or which country "the country"; a speaker's own, in `without`, is not."""
        what = What.PLACE if noun in grammar.PLACE_NOUNS else What.BODY
        for back in range(BACK + 1):
            found = [m for m in self.mentions.of(passage - back) if m.what is what and (back or m.end <= before)]
            if not back and what is What.BODY:
                found = [m for m in found if not without[0] <= m.start < without[1]]
            names = list(
                dict.fromkeys(self.mentions.written_out(str(m.name)) for m in found if is_fit(str(m.name), noun))
            )
            if len(names) == 1:
                return Meant(self.mentions.named(str(found[-1].name)))
            if names:
                return Meant(None, tuple(map(self.mentions.named, names)))
        return self._only_country(passage) if noun == "country" else NOBODY

    def _only_country(self, passage: int) -> Meant:
        """The one country that the article names up to a passage."""
        begin = max(0, passage - MOST_BACK)
        found = {str(m.name) for at in range(begin, passage + 1) for m in self.mentions.of(at) if m.what is What.PLACE}
        named = [name for name in found if name.lower() in grammar.COUNTRIES]
        return Meant(self.mentions.named(named[0])) if len(named) == 1 else NOBODY

    def pair(self, passage: int, before: int) -> tuple[str, ...]:
        """The two bodies named before offset `before` of a passage, or in the one ahead of it; none where more are."""
        found: dict[str, str] = {}
        for at, ends in ((passage, before), (passage - 1, None)):
            for m in self.mentions.of(at):
                if m.what is What.BODY and m.name and (ends is None or m.end <= ends) and not self._is_told(at, m):
                    found.setdefault(self.mentions.written_out(m.name), self.mentions.named(m.name))
            if len(found) > 1:
                break
        return tuple(found.values()) if len(found) == PAIR else ()

    def beside(self, passage: int, body: str) -> str | None:
        """The one other body that the passages around name beside a body: with it, "two" of them are meant."""
        found: dict[str, str] = {}
        for at in range(passage, passage - PAIR - 2, -1):
            for m in self.mentions.of(at):
                if m.what is What.BODY and m.name and not self._is_told(at, m):
                    found.setdefault(self.mentions.written_out(m.name), self.mentions.named(m.name))
        own = self.mentions.written_out(body.removeprefix("the "))
        others = [shown for name, shown in found.items() if name != own]
        return others[0] if len(others) == 1 else None

    def other_side(self, passage: int, body: str) -> str | None:
        """The one body beside a speaker's own, where just before no people are spoken of whom "they" could mean."""
        around = self._lines[max(0, passage - 1) : passage + 1]
        if any(token.lower in MANY_PEOPLE for line in around for token in tokens(line.masked)):
            return None
        return self.beside(passage, body)

    def _is_told(self, passage: int, m: Mention) -> bool:
        """Whether a body is only whom somebody told it: "told AFP"."""
        ahead = self._lines[passage].text[: m.start].split()
        return not TOLD.isdisjoint(ahead[-2:] if ahead[-1:] == ["the"] else ahead[-1:])

    def thing(self, passage: int, *, is_plural: bool) -> Meant:
        """What "it" or "they" means at the head of a passage: the subject of the one before, where it fits."""
        if passage == 0 or self._lines[passage].paragraph - self._lines[passage - 1].paragraph > 1:
            return NOBODY
        before = self._lines[passage - 1]
        line = tokens(before.text)
        found = clause(line, 0, len(line))
        if found is None:
            return NOBODY
        last = subject_end(line, found)
        phrase = line[found.first : last]
        while phrase and (phrase[0].lower in english.BEFORE_SUBJECT or not phrase[0].text[0].isalnum()):
            phrase = phrase[1:]
        if not 0 < len(phrase) <= LONGEST_SUBJECT or phrase[0].lower in NO_SUBJECT:
            return NOBODY
        if any(token.lower in COUNTING for token in phrase[2:]):
            return NOBODY
        named = self.mentions.among(before.text, phrase, runs(phrase), passage - 1)
        if any(m.what is What.PERSON and not m.is_owner for m in named):
            return NOBODY
        is_name = phrase[-1].text[:1].isupper()
        if is_plural_subject(line, found, phrase) != is_plural and not (is_plural and is_name):
            return NOBODY
        said = before.text[phrase[0].start : phrase[-1].end]
        opens_plainly = phrase[0].lower in english.NOT_NAMES or phrase[0].lower in english.ADVERBS
        opens_plainly = opens_plainly or phrase[0].lower in MANY_PEOPLE
        return Meant(said[:1].lower() + said[1:] if opens_plainly else said)

    def described(self, passage: int, before: int, noun: str) -> str | None:
        """What "this meeting" is, from where it was first named: "the meeting on 1 May in Doha"; else None."""
        for back in range(BACK + 2):
            if passage - back < 0:
                break
            text = self._lines[passage - back].text
            line = tokens(text)
            for at in range(1, len(line)):
                if line[at].lower != noun or (not back and line[at].end > before):
                    continue
                first = at - 1
                while first > 0 and at - first < 4 and line[first].lower not in ("a", "an", "the"):
                    first -= 1
                last = at + 1
                while last < len(line) and last - at < MOST_BEHIND and goes_on(line, last, at):
                    last += 1
                while last > at + 1 and line[last - 1].lower in LOOSE_ENDS:
                    last -= 1
                is_whole = last == len(line) or line[last].text in ".,;" or line[last].lower in BEHIND_PHRASE
                is_named = any(token.text[0].isupper() for token in line[first + 1 : at])
                if line[first].lower == "the" and is_named and back:
                    return text[line[first].start : line[at].end].replace("The ", "the ", 1)
                if line[first].lower in ("a", "an", "the") and last > at + 1 and is_whole:
                    return "the" + text[line[first].end : line[last - 1].end]
                bare = bare_plural(line, at)
                if bare is not None and last > at + 1 and is_whole:
                    return "the " + text[line[bare].start : line[last - 1].end]
        return None

    def _kin(self, passage: int, gender: str, before: int) -> tuple[int, str] | None:
        """Where a passage says "his son", and whose son that is."""
        line = tokens(self._lines[passage].text)
        for at in range(len(line) - 2, -1, -1):
            owner = grammar.PERSON_PRONOUNS.get(line[at].lower)
            of_gender = grammar.FEMALE_KIN if gender == "f" else grammar.MALE_KIN
            if owner and line[at + 1].lower in of_gender and line[at + 1].end <= before:
                meant = self.person(passage, line[at].start, owner, is_subject=False)
                if meant.name is None:
                    return None
                known = self.mentions.relative(meant.name, gender)
                return line[at].start, known or f"{possessive(meant.name)} {line[at + 1].lower}"
        return None

    def _speaker(self, passage: int, gender: str) -> str | None:
        named = [s.claimant for s in self._said[passage] if s.claimant and self.mentions.is_person(s.claimant)]
        fits = [name for name in named if gender_of(name) in (gender, None)]
        return fits[-1] if fits else None

    def _subject(self, passage: int) -> tuple[int, int]:
        """The offsets between which the subject of a passage stands."""
        line = tokens(self._lines[passage].text)
        found = clause(line, 0, len(line))
        return (line[found.first].start, line[subject_end(line, found)].start) if found else (0, 0)


def goes_on(line: list[Token], at: int, noun: int) -> bool:
    """Whether a word behind a noun still says which it is: "in Doha", "of the alliance"."""
    token = line[at]
    if at == noun + 1:
        return token.lower in ("in", "on", "at", "of", "between", "with", "near")
    if token.text[0].isupper():
        return True
    if token.lower in ENDS_PHRASE or is_finite(line, at):
        return False
    return token.text[0].isalnum() and not token.lower.endswith(("ed", "ing"))


def bare_plural(line: list[Token], noun: int) -> int | None:
    """Where "international meetings" begins that stands behind a preposition without an article; else None."""
    if not (line[noun].text.islower() and line[noun].lower.endswith("s")):
        return None
    for first in range(noun, max(0, noun - MOST_ADJECTIVES), -1):
        before = line[first - 1]
        if before.lower in LOOSE_ENDS:
            return first if before.lower not in NO_LEAD else None
        if not (before.text.isalpha() and before.text.islower()) or before.lower in NO_ADJECTIVES:
            return None
    return None


MOST_ADJECTIVES = 3
NO_LEAD = words("a the and to")
NO_ADJECTIVES = frozenset(grammar.DEMONSTRATIVES) | english.PRONOUNS


def possessive(name: str) -> str:
    """A name with its apostrophe."""
    return name + ("’" if name.endswith("s") else "’s")


NO_SUBJECT = (
    english.PRONOUNS
    | english.PREPOSITIONS
    | words("what how why when where who which whose")
    | words("for his their its there this that these those another one others some many most all none both each either")
)
COUNTING = words("least most more than fewer less")  # of "the fighting cost at least 200 lives", where no verb is known
PERSONAL = words("he him his she her")


def chosen(people: list[Mention], subject: tuple[int, int], *, is_subject: bool) -> Meant:
    """The one that a pronoun means; the subject of the sentence before where the pronoun is a subject itself."""
    names = distinct(people)
    if len(names) == 1:
        return Meant(names[0])
    subjects = distinct(m for m in people if subject[0] <= m.start < subject[1] and not m.is_owner)
    if is_subject and len(subjects) == 1:
        return Meant(subjects[0])
    return Meant(None, tuple(names))


def distinct(people: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(name for m in people for name in ((m.name,) if m.name else m.choices)))


NO_GROUPS = words("ministry police army government court parliament council university institute newspaper")


def is_fit(name: str, noun: str) -> bool:
    if noun == "country":
        return name.lower() in grammar.COUNTRIES
    if noun == "province":
        return name.lower() not in grammar.COUNTRIES
    return not NO_GROUPS & set(name.lower().split())


def subject_end(line: list[Token], found: Clause) -> int:
    """Where the subject's own words end: before ", the leader of …", "who …" or the verb."""
    for at in range(found.first + 1, found.verb):
        if line[at].text in (",", "(", "–", "—") or line[at].lower in ("who", "which", "that", "whose"):
            return at
    last = found.verb
    while last - 1 > found.first and (line[last - 1].lower in english.ADVERBS or line[last - 1].lower.endswith("ly")):
        last -= 1
    return last


def is_plural_subject(line: list[Token], found: Clause, phrase: list[Token]) -> bool:
    verb = line[found.verb].lower
    if verb in ("is", "was", "has", "does") or verb in grammar.THIRD:
        return False
    if verb in ("are", "were", "have", "do"):
        return True
    ends = english.PREPOSITIONS | {"of"}
    head = next((at for at, token in enumerate(phrase) if at and token.lower in ends), len(phrase))
    noun = phrase[head - 1].lower
    return (
        noun in english.PLURAL_PEOPLE
        or noun == "people"
        or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))
    )
