"""Whom and what the passages of an article name: persons, bodies and places, in their fullest form."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from verification.text.record import cached_property, record
from verification.text.word_lists import words as listed

from .capitals import Run, person_words, runs_in
from .clauses import is_past
from .cues import Token, tokens
from .genders import gender_of
from .model import english, grammar
from .model.nations import ADJECTIVES
from .names import Names
from .passage import Passage
from .spellings import folded, is_same_word

RECENT = 3  # passages within which a full name says whom a surname means

NO_BODIES = listed("West East North South Internet Earth War World Web State Americans Afghans")
FEMALE_TITLES = listed("mrs ms miss lady queen princess spokeswoman chairwoman congresswoman")
MALE_TITLES = listed("mr sir lord king prince emir sheikh spokesman chairman congressman")


class What(Enum):
    """What a mention names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


@record(frozen=True, slots=True)
class Mention:
    """A name in a text, with its place there; `name` is None where a surname could be several people's."""

    what: What
    name: str | None
    start: int
    end: int
    gender: str | None = None  # "m", "f", or None where it is not known
    choices: tuple[str, ...] = ()
    is_owner: bool = False  # "Smith's"
    is_kin: bool = False  # "the son of Smith"


class Mentions:
    """The mentions of an article, each passage read once and only when it is asked for."""

    def __init__(self, lines: Sequence[Passage], names: Names, speakers: frozenset[str]) -> None:
        self._lines = lines
        self._names = names
        self._speakers = speakers
        self._read: dict[int, list[Mention]] = {}
        self._sorts: dict[tuple[str, ...], What | None] = {}

    def of(self, passage: int) -> list[Mention]:
        """The mentions of a passage, in order; none outside the article."""
        if not 0 <= passage < len(self._lines):
            return []
        if passage not in self._read:
            self._read[passage] = []  # so that a surname that looks back does not come round
            text = self._lines[passage].text
            self._read[passage] = self.within(text, passage)
        return self._read[passage]

    def within(self, text: str, passage: int) -> list[Mention]:
        """The mentions of any text that stands at a passage, such as a statement made from it."""
        return self.among(text, tokens(text), runs_in(text), passage)

    def among(self, text: str, line: list[Token], capitals: Sequence[Run], passage: int) -> list[Mention]:
        """The mentions in some of the tokens of a text, of which `capitals` are the `runs`."""
        found: list[Mention] = []
        for run in capitals:
            found += self._mentioned(text, line, run, passage)
        return found

    def named(self, name: str) -> str:
        """A body's name with "the" where the article writes it so."""
        has_article = name in self._names.with_article or name in self._names.articled
        has_article = has_article and not (" " not in name and folded(name) in self._people)  # "the Smith campaign"
        return f"the {name}" if has_article and not name.lower().startswith("the ") else name

    def written_out(self, name: str) -> str:
        """An acronym as the article writes it out, any other name as it is."""
        return self._names.acronyms.get(name, name)

    def meant(self, name: str, written: str, passage: int) -> str:
        """Whom a surname that several people bear means in a passage, where that is plain; else the name given."""
        surname = written.rpartition(" ")[2].removesuffix("’s").removesuffix("'s")
        if len(self._people.get(folded(surname), ())) < 2 or written == name:
            return name
        people = self._whom((surname,), passage)
        return people[0] if len(people) == 1 else name

    def relative(self, name: str, gender: str) -> str | None:
        """The son or daughter of somebody, where one other person of the article alone bears the same surname."""
        surname = name.rpartition(" ")[2]
        alike = [w for w in self._people.get(folded(surname), ()) if is_same_word(w[-1], surname)]
        others = list(dict.fromkeys(self._names.fullest(w) for w in alike))
        fits = [other for other in others if other != name and gender_of(other) in (gender, None)]
        return fits[0] if len(fits) == 1 else None

    def is_person(self, name: str) -> bool:
        """Whether a full name of the article is a person's."""
        known = self._names.full.get(name)
        return known is not None and self._sort(known.words) is What.PERSON

    def is_body(self, name: str) -> bool:
        """Whether a name is a body's: an acronym, "the Taliban", or one that ends in such a word."""
        return bool(name) and self._sort(tuple(name.split())) in (What.BODY, What.PLACE)

    @cached_property
    def _people(self) -> dict[str, list[tuple[str, ...]]]:
        """Full names of people by the key of their last word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self._names.full.values():
            if self._sort(name.words) is What.PERSON:
                found.setdefault(folded(name.words[-1]), []).append(name.words)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[str]]:
        """Full names of bodies by their last word."""
        found: dict[str, list[str]] = {}
        for name in self._names.full.values():
            if name.is_body:
                found.setdefault(name.words[-1].lower(), []).append(name.text)
        return found

    def whole(self, words: tuple[str, ...], passage: int) -> str:
        """A body's whole name where the article's own words stand for it: "the Front" for "the Freedom Front"."""
        short = " ".join(words)
        longer = [name for name in self._bodies.get(words[-1].lower(), ()) if name.endswith(" " + short)]
        if len(longer) > 1:
            near = [m.name for back in range(RECENT) for m in self.of(passage - back) if m.name in longer]
            longer = [str(near[0])] if near else []
        return longer[0] if longer else short

    def _sort(self, words: tuple[str, ...]) -> What | None:
        if words not in self._sorts:
            self._sorts[words] = self._sorted(words)
        return self._sorts[words]

    def _sorted(self, words: tuple[str, ...]) -> What | None:
        text = " ".join(words)
        known = self._names.full.get(text)
        lowered = [word.lower() for word in words]
        if lowered[-1] in grammar.PLACE_WORDS or lowered[-1] in grammar.PLACES or text in ("US", "UK"):
            return What.PLACE
        if text in self._names.acronyms or (known is not None and known.is_body):
            return What.BODY
        if len(words) == 1:
            if lowered[0] in english.GROUP_HEADS and self._bodies.get(lowered[0]):
                return What.BODY
            if words[0].isupper() and 2 <= len(text) <= 7 and text.isalpha():
                return What.BODY
            return What.BODY if text in self._names.with_article and text not in NO_BODIES else None
        if lowered[0] in grammar.FIRST_NAMES or (known is not None and (known.descriptions or text in self._speakers)):
            return What.PERSON
        return What.PERSON if len(words) <= 4 and known is not None and known.count > 1 else None

    def _mentioned(self, text: str, line: list[Token], run: Run, passage: int) -> list[Mention]:
        words = person_words(run.words)
        skipped = len(run.words) - len(words)
        found = [
            Mention(What.BODY, run.words[at], line[run.first + at].start, line[run.first + at].end)
            for at in range(skipped)
            if run.words[at] in self._names.with_article or run.words[at] in self._names.acronyms
        ]
        if not words:
            return found
        start, end = line[first_of(line, run, len(words))].start, line[run.last].end
        is_owner = text[start:end].endswith(("’s", "'s", "’", "'"))
        what = self._sort(words)
        if what is What.BODY and len(words) == 1 and is_said_of(line, run.last):
            return found
        if what in (What.BODY, What.PLACE):
            name = self.whole(words, passage) if what is What.BODY else " ".join(words)
            return [*found, Mention(what, name, start, end, is_owner=is_owner)]
        choices = self._whom(words, passage)
        if not choices:
            return found
        known = choices[0] if len(choices) == 1 else None
        title = run.words[skipped - 1].lower() if skipped else line[run.first - 1].lower if run.first else ""
        gender = "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else gender_of(choices[0])
        kin = kin_before(line, run.first)
        if kin is not None:
            whole = text[line[kin].start : end].removesuffix("’s").removesuffix("'s")
            gender = (
                "f"
                if line[kin + 1].lower in grammar.FEMALE_KIN
                else "m"
                if line[kin + 1].lower in grammar.MALE_KIN
                else None
            )
            name = (gender and self.relative(choices[0], gender)) or whole
            return [*found, Mention(What.PERSON, name, line[kin].start, end, gender, is_owner=is_owner, is_kin=True)]
        return [*found, Mention(What.PERSON, known, start, end, gender, choices, is_owner=is_owner)]

    def _whom(self, words: tuple[str, ...], passage: int) -> tuple[str, ...]:
        """The people that a name or surname can mean, one where the article tells; none where it is no person's."""
        if len(words) > 1:
            if self._sort(words) is not What.PERSON:
                return ()
            return (self._names.fullest(words),)
        alike = [w for w in self._people.get(folded(words[0]), ()) if is_same_word(w[-1], words[0])]
        people = list(dict.fromkeys(self._names.fullest(w) for w in alike))
        if len(people) <= 1:
            return tuple(people)
        for back in range(RECENT):
            near = [m.name for m in self.of(passage - back) if m.name in people and not m.is_kin]
            if near:
                return (str(near[-1]),)
        speaking = [name for name in people if name in self._speakers]
        return tuple(speaking if len(speaking) == 1 else people)


def first_of(line: list[Token], run: Run, size: int) -> int:
    """Where the last `size` words of a run begin: the stops of "U.S." and of initials are no words of it, nor "Jr"."""
    if run.last - run.first + 1 == len(run.words):
        return run.last + 1 - size
    at = run.last + 1
    while size and at > run.first:
        at -= 1
        size -= line[at].text not in (".", "Jr", "Sr")
    return at


def is_said_of(line: list[Token], at: int) -> bool:
    """Whether a word only says of which state something is: "the Afghan province", not "the French voted"."""
    behind = line[at + 1].text if at + 1 < len(line) else ""
    return line[at].lower in ADJECTIVES and behind.isalpha() and behind.islower() and not can_follow_body(behind)


def can_follow_body(word: str) -> bool:
    return word in english.PREPOSITIONS or word in grammar.FINITE_AUXILIARIES or word in grammar.THIRD or is_past(word)


def kin_before(line: list[Token], at: int) -> int | None:
    """Where "the son of" begins that a name at `at` closes, or None."""
    for step in range(at - 1, max(-1, at - 8), -1):
        word = line[step].lower
        if word == "of" and step >= 2 and line[step - 1].lower in grammar.KIN:
            return step - 2 if line[step - 2].lower in ("the", "a", "an") else None
        if not word[0].isalpha() or word in english.PREPOSITIONS:
            return None
    return None
