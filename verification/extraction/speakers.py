"""Who a mention means: "he", "the party leader" or "Vance" become the fullest name in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from verification.text.record import record
from verification.text.word_lists import words

from .bodies import HEADS, Bodies, body_name
from .capitals import Run, are_initials, is_capitalised, person_words, runs, runs_in
from .cues import Token, tokens
from .genders import Genders
from .joint import two_names, two_surnames
from .model import english, grammar
from .names import Name, Names
from .openings import opening_body, opening_name, opening_people
from .papers import COUNTS, PAPERS, by_whom, named_in, whose
from .people import NATIONS, People, is_somebodys
from .sources import is_place
from .speaker_words import (
    OF_THEM,
    PARTS,
    RELATIVE,
    SOME,
    after_time,
    before_time,
    head_of,
    is_clause,
    is_several,
    may_be,
    predicate,
    restart,
)
from .spellings import without_possessive


class Sort(Enum):
    """What a speaker is, as far as its words tell."""

    PERSON = "person"
    PEOPLE = "people"  # several, or a nation
    BODY = "body"
    UNKNOWN = "unknown"


@record(frozen=True, slots=True)
class Source:
    """Who speaks: a name, and whether the words that stand here are definite enough to be that one."""

    name: str
    sort: Sort
    surface: str
    is_indefinite: bool = False


UNNAMED = Source("unnamed", Sort.UNKNOWN, "")
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we", "us": "we", "me": "i"}
OBTAINED = re.compile(
    r"(?<=\w)\s(?:seen|obtained|posted|uploaded|reviewed|provided|published|released|contacted|reached|issued|cited|shared|leaked|viewed)"
    r"\s(?:by|to|on|in|with|from)\s.*"
)
OUTLETS = ("news", "tv", "radio", "times", "post", "agency", "media")
SPOKEN_OF = english.PLURAL_PEOPLE | words("people critics opponents supporters relatives neighbours parents villagers")
SINGLE_OFFICES = words(
    "mayor governor minister president judge prosecutor doctor commissioner ambassador senator coroner king queen nurse"
)
MOST_MENTIONED = 8
IN_BRACKETS = re.compile(r"\s?\([^()]*\)?")
INITIALS = re.compile(r"^(?:[A-Z]\.)+[A-Z]\Z")  # "U.N" of "the U.N. said"


def is_in_capitals(person: Sequence[str]) -> bool:
    """Whether a person's name is set in capitals, as minutes do: "KAREN PIERCE"."""
    if len(person) < 2 or not all(word.isupper() for word in person):
        return False
    return person[0].lower() in grammar.MALE | grammar.FEMALE or all(len(word) > LONGEST_ACRONYM for word in person[:2])


def is_many(name: str) -> bool:
    """Whether a description is of several, whom "it" does not mean: "footage and manifests", "four residents"."""
    listed = name.lower().split()
    if not listed:
        return False
    is_noun = name[1:].islower() and (name[0].islower() or len(listed) > 1)
    is_people = name.split()[-1] in english.PLURAL_PEOPLE and listed[-1].endswith("s")
    return is_people or listed[0] in THOSE or (is_noun and ("and" in listed or is_several(listed[0], listed[-1])))


NO_GROUPS = words("ministry police army government court parliament council university institute newspaper television")


def may_be_group(name: str) -> bool:
    """Whether "the group" can mean a speaker: the Front, but neither the ministry nor officials."""
    listed = name.lower().split()
    is_one = bool(listed) and listed[-1] not in english.PLURAL_PEOPLE and not is_many(name)
    return is_one and NO_GROUPS.isdisjoint(listed)


THOSE = words("those these others people")
OWN_PAPERS = words("statement letter email e-mail message memo")


def is_thing(source: Source) -> bool:
    """Whether a speaker is neither a body nor a paper: "results", "the dispute"."""
    listed = source.name.split()
    return source.sort is Sort.UNKNOWN and source.name.islower() and listed[-1] not in HEADS | PAPERS | COUNTS


OPENED = {"it": Sort.UNKNOWN, "they": Sort.PEOPLE}
LONGEST_ACRONYM = 4


@dataclass(slots=True)
class Discourse:
    """The speakers of an article so far, latest last."""

    names: Names
    bodies: Bodies
    genders: Genders
    recent: list[Source] = field(default_factory=list)
    at: int = 0  # the passage that is being read
    mentioned: list[tuple[str, int]] = field(default_factory=list)  # the people named last, and where; latest last
    papers: dict[str, Source] = field(default_factory=dict)  # who speaks in "the report"
    subject: tuple[str, int] | None = None  # whom a passage begins with who says nothing in it, and where
    opening: Source | None = None  # the one word, or the people, that the passage before begins with
    body: tuple[str, int] | None = None  # the body that a passage began with last, and where
    paragraph_at: int = 0  # the passage that opens the paragraph
    people: People = field(init=False)
    _heard_at: int = -99
    _said_at: int = -99

    def __post_init__(self) -> None:
        self.people = People(self.names, self.genders)

    def read(self, text: str) -> None:
        """Remembers the people that a passage names: a later "he" may mean them although they said nothing.

        The first that it names comes last, since the next passage speaks of them before the others.
        """
        found: list[tuple[str, int]] = []
        named: list[tuple[Run, str]] = []
        for run in runs_in(text)[:MOST_MENTIONED]:
            person = person_words(run.words)
            full = self.names.fullest(person) if person else ""
            named.append((run, full))
            name = self.names.full.get(full)
            if name is not None and self.is_somebody(name, person):
                found.insert(0, (name.text, self.at))
            is_silent = self._said_at != self.at or (name is not None and self.recent[-1].name != name.text)
            opens = run.first == 0 and is_silent and name is not None
            if opens and name is not None and (found or person[0].lower() in grammar.FIRST_NAMES):
                self.subject = (name.text, self.at)
        self.people.read(text, named, self.at)
        self.opening = None
        if self._said_at != self.at:
            people, word = opening_people(text), opening_name(text, self.names)
            if people or word:
                self.opening = Source(people or word or "", Sort.PEOPLE if people else Sort.UNKNOWN, text)
        body = opening_body(text, self.names)
        if body is not None:
            self.body = (self.names.fullest((body,)), self.at)
        if self._said_at == self.at:
            self.papers |= dict.fromkeys(named_in(text), self.recent[-1])
        self.mentioned = [*self.mentioned, *found][-MOST_MENTIONED:] if found else self.mentioned

    def is_somebody(self, name: Name, called: Sequence[str]) -> bool:
        """Whether a name that stands here as `called` is a person's, as far as the article tells."""
        return is_somebodys(name) and (name.count > 1 or bool(name.descriptions) or len(called) == 1)

    def heard(self, source: Source) -> None:
        """Remembers a speaker; the list stays short, since only the latest of each sort can be meant."""
        if source.name != UNNAMED.name:
            self.recent = [*self.recent[-11:], source]
            self._said_at = self.at
            if source.sort is Sort.PERSON:
                self._heard_at = self.at
                self.people.spoke(source.name, self.at)

    def last(self, *sorts: Sort) -> Source | None:
        return next((s for s in reversed(self.recent) if s.sort in sorts), None)

    def resolve(self, surface: str) -> Source | None:
        """The speaker that `surface` means; None for "I" and "we" of the article itself."""
        together = two_names(surface) or two_surnames(surface, self.names)
        if together is not None:
            both = [self.resolve(name) for name in together]
            return Source(" and ".join(source.name for source in both if source), Sort.PEOPLE, surface)
        if "(" in surface and not surface.startswith("("):
            outside = self.resolve(IN_BRACKETS.sub("", surface).strip())  # "VASILY ODER (Norland)"
            return replace(outside, surface=surface) if outside else None
        line = [token for token in tokens(surface) if token.text[0].isalnum()]
        line = line[after_time(line) :]
        if len(line) > 1 and line[0].lower in RELATIVE:
            line = line[1:]
        while len(line) > 1 and line[-1].lower in ("and", "but", "or"):
            line = line[:-1]
        line = line[restart(line) :]
        if is_clause(line):
            return None
        line = line[: predicate(line)]
        said_when = before_time(line)
        is_cut, line = len(said_when) < len(line), said_when
        if not line:
            return None
        begins, ends = line[0].start, line[-1].end
        if len(line) == 1:
            word = POSSESSIVES.get(line[0].lower, line[0].lower)
            if word in english.PRONOUNS:
                return self.pronoun(word, surface)
        if len(line) > 2 and line[1].lower == "of" and line[0].lower in SOME and line[-1].lower in OF_THEM:
            return self.pronoun("they", surface)
        if len(line) == 2 and line[0].lower == "the" and line[1].lower in self.papers:
            return replace(self.papers[line[1].lower], surface=surface)  # "said in a report … The report described"
        if len(line) == 2 and line[0].lower == "the" and line[1].lower in OWN_PAPERS and self.is_written():
            return replace(self.recent[-1], surface=surface)  # "the campaign responded … the statement said"
        is_definite = line[0].lower in ("the", "this", "that", "his", "her", "their", "its")
        is_indefinite = line[0].lower in ("a", "an", "one", "another", "some")
        is_part = len(line) > 1 and line[1].lower == "of"  # "one of the residents"
        whose = self.writer(line, surface)
        if whose is not None:
            return whose
        if (is_definite or is_indefinite) and len(line) > 1 and not is_part:
            line = line[1:]
        head = head_of(line)
        body = body_name(line, len(head))
        if body is not None:
            return Source(body, Sort.BODY, surface)
        named = self.named(head, surface, is_definite=is_definite) or self.holder(line, head, surface)
        if named is not None:
            return named
        plain = " ".join((surface[begins:ends] if is_cut else surface[begins:]).split())
        return self.described(line, head, surface, plain, is_definite=is_definite, is_indefinite=is_indefinite)

    def writer(self, line: list[Token], surface: str) -> Source | None:
        """The body behind a paper or a count: "estimates by the Red Cross", "an inquiry by the Rights Commission"."""
        owner = whose(line)
        if owner is not None:
            said = surface[line[0].start : line[owner - 1].end]
            meant = self.resolve(without_possessive(said))
            return replace(meant, surface=surface) if meant is not None and meant.name != said else None
        begins = by_whom(line)
        meant = self.resolve(surface[line[begins].start :]) if begins is not None else None
        if meant is None or not (meant.name[:1].isupper() or meant.sort is Sort.BODY):
            return None
        is_person = meant.name.partition(" ")[0].lower() in grammar.FIRST_NAMES
        return Source(meant.name, Sort.PERSON if is_person else Sort.BODY, surface)

    def is_recast(self, line: list[Token], head: list[Token]) -> bool:
        """Whether "the former judge" is another word for whoever spoke just before: it names nobody."""
        names_nobody = len(line) == len(head) and not any(is_capitalised(token.text) for token in line)
        return names_nobody and self._heard_at >= self.at - 2

    def is_known_person(self, name: str) -> bool:
        """Whether what looks like a body's name is a person's: "Oder" of "the company Oder founded"."""
        full = self.names.fullest(tuple(name.split()))
        known = self.names.full.get(full)
        return self.genders.of(full) is not None or bool(known and known.descriptions)

    def holder(self, line: list[Token], head: list[Token], surface: str) -> Source | None:
        """Whom "the Minister of Health Jane Smith" names, where an office that goes on stands before the name."""
        if len(head) == len(line) or head[-1].lower not in english.TITLES:
            return None
        found = runs(line)
        person = person_words(found[-1].words) if found and found[-1].last == len(line) - 1 else ()
        if len(person) < 2 or person[0].lower() not in grammar.FIRST_NAMES:
            return None
        return Source(self.names.fullest(person), Sort.PERSON, surface)

    def opened(self, noun: str) -> str | None:
        """Whom the passage before begins with, as "the former president" may mean them in the same paragraph."""
        if self.at == self.paragraph_at:
            return None
        if self.subject is not None and self.subject[1] == self.at - 1:
            return None if self.is_other(self.subject[0], noun) else self.subject[0]
        return self.opening.name if self.opening is not None and self.opening.sort is Sort.UNKNOWN else None

    def is_other(self, name: str, noun: str) -> bool:
        """Whether the article calls somebody by another office: "a hydrologist" is not "the mayor"."""
        known = self.names.full.get(name)
        listed = known.descriptions if known and noun in SINGLE_OFFICES else []
        return bool(listed) and not any(noun in words for words in listed)

    def short_for(self, noun: str) -> str | None:
        """The body that spoke before and has this noun in its name: "the Office"."""
        if noun.lower() not in english.GROUP_HEADS:
            return None
        longer = [s.name for s in self.recent if s.sort is Sort.BODY and " " in s.name and noun in s.name.split()]
        return longer[-1] if longer else None

    def is_written(self) -> bool:
        """Whether somebody with a name spoke last, in this passage or the one before of the same paragraph."""
        is_near = self._said_at >= max(self.paragraph_at, self.at - 1)
        return is_near and self.recent[-1].name[:1].isupper()

    def is_silent(self) -> bool:
        """Whether nobody spoke in the passage before, as far as it is of the same paragraph."""
        return self._said_at < max(self.paragraph_at, self.at - 1)

    def begins(self, body: tuple[str, int]) -> bool:
        """Whether the passage before, of the same paragraph, begins with a body, and nobody else speaks in it."""
        name, at = body
        return at == self.at - 1 >= self.paragraph_at and (self.is_silent() or self.recent[-1].name == name)

    def any_body(self) -> Source | None:
        """Whom "the group" means: a body that the passage before begins with or that spoke, but no ministry."""
        if self.body is not None and self.body[1] >= self.at - 1 and may_be_group(self.body[0]):
            return Source(self.body[0], Sort.BODY, self.body[0])
        listed = [s for s in reversed(self.recent) if s.sort in (Sort.BODY, Sort.PEOPLE)]
        fits = [s for s in listed if may_be_group(s.name)]
        return next(iter(fits), None) or self.last_no_person() or next(iter(listed), None)

    def last_no_person(self) -> Source | None:
        """The last speaker with a name of which nothing says that it is a person's: "Open Docks, a rights group"."""
        last = next((s for s in reversed(self.recent) if s.name[:1].isupper()), None)
        is_other = last is not None and last.name.partition(" ")[0].lower() not in grammar.FIRST_NAMES
        return last if is_other and last is not None and self.genders.of(last.name) is None else None

    def pronoun(self, word: str, surface: str) -> Source | None:
        if word in ("i", "we"):
            return None
        if word in grammar.PERSON_PRONOUNS:
            person = self.people.meant(word, self.at)
            return Source(person or surface, Sort.PERSON if person else Sort.UNKNOWN, surface)
        sorts = {
            "they": (Sort.PEOPLE, Sort.BODY),
            "them": (Sort.PEOPLE, Sort.BODY),
            "it": (Sort.BODY, Sort.PEOPLE, Sort.UNKNOWN),
        }.get(word, (Sort.PERSON,))
        meant = self.last(*sorts)
        if self.opening is not None and self.opening.sort is OPENED.get(word) and self.at > self.paragraph_at:
            return replace(self.opening, surface=surface)
        if word == "it" and self.body is not None and self.begins(self.body):
            return Source(self.body[0], Sort.BODY, surface)
        if word == "it":
            fits = (s for s in reversed(self.recent) if s.sort in sorts and not is_many(s.name) and not is_thing(s))
            meant = next(fits, None)
        if word in ("they", "them"):
            alive = [s for s in self.recent if s.sort in sorts and s.name.split()[-1].lower() not in PAPERS]
            meant = alive[-1] if alive else None
            if meant is None and self.mentioned and self.mentioned[-1][1] >= self.at - 2:
                return Source(self.mentioned[-1][0], Sort.PERSON, surface)  # "Smith and his team"
            meant = meant or (self.recent[-1] if self.recent else None)
        return Source(meant.name, meant.sort, surface) if meant else Source(surface, Sort.UNKNOWN, surface)

    def named(self, head: list[Token], surface: str, *, is_definite: bool) -> Source | None:
        """The speaker where the head of the phrase ends in a name."""
        found = runs(head)
        if not found or found[-1].last != len(head) - 1:
            return None
        run = found[-1]
        if head[run.last].text.endswith(("’s", "'s")):
            return None
        person = person_words(run.words)
        if not person or (len(person) == 1 and person[0].lower() in SPOKEN_OF and run.first == 0 == head[0].start):
            return None  # "Police said", where a sentence begins
        if is_definite and len(person) == 1 and self.short_for(person[0]) is not None:
            return Source(str(self.short_for(person[0])), Sort.BODY, surface)
        if is_definite and (run.first > 0 or len(person) > 1) and person[-1].lower() in english.GROUP_HEADS:
            return Source(" ".join(run.words), Sort.BODY, surface)
        spelt = self.bodies.spelt(person[0]) if len(person) == 1 and person[0].isupper() else None
        if spelt is not None and person[0] not in self.names.acronyms:
            return Source(spelt, Sort.BODY, surface)
        name = self.names.fullest(person)
        name += "." * bool(INITIALS.search(name))
        known = self.names.full.get(name)
        is_body = (known.is_body if known else False) or person[0] in self.names.acronyms
        in_capitals = person[0].isupper() and (person[0] in NATIONS or not are_initials(person[0].strip(".")))
        is_body = is_body or (in_capitals and not is_in_capitals(person))
        is_body = is_body or person[-1].lower().endswith(OUTLETS) or is_place(name)
        if is_definite and not known and len(person) == 1:
            return Source(name, Sort.PEOPLE, surface)
        if len(person) == 1 and person[0] in self.names.with_article:
            return Source(name, Sort.PEOPLE, surface)
        return Source(name, Sort.BODY if is_body else Sort.PERSON, surface)

    def described(
        self,
        line: list[Token],
        head: list[Token],
        surface: str,
        plain: str,
        *,
        is_definite: bool,
        is_indefinite: bool,
    ) -> Source:
        """The speaker where there is no name, such as "the minister", "officials" or "a witness"."""
        words = [without_possessive(token.text) for token in line]
        noun = head[-1].lower if head else words[-1].lower()
        is_led = (is_definite or is_indefinite) and not plain.lower().startswith(PARTS)
        bare = (" ".join(plain.split()[1:]) if is_led else "") or plain  # "some who run the port"
        bare = (OBTAINED.sub("", bare) or bare).partition(" that ")[0]
        if "year-old" in (token.lower for token in line) and is_definite:
            last = self.last(Sort.PERSON)
            return Source(last.name if last else bare, Sort.PERSON, surface)
        if noun in english.PLURAL_PEOPLE:
            return Source(bare, Sort.PEOPLE, surface)
        if noun in english.ROLES and not is_indefinite:
            people = [source.name for source in self.recent]
            name = self.names.described_as(words, head=noun, recent=people)
            alike = [
                s for s in self.recent if is_definite and s.sort is not Sort.BODY and noun in s.name.lower().split()
            ]
            if name is None and alike and len(words) == 1:
                return Source(alike[-1].name, alike[-1].sort, surface)  # "the diplomat" after "a Western diplomat"
            if name is None and is_definite and len(words) == 1:
                name = self.names.titled(noun)  # "the president", where "President Oder" alone is called so
            is_theirs = plain.partition(" ")[0].lower() in POSSESSIVES  # "Her lawyer" is not herself
            if name is None and is_definite and not is_theirs:
                name = self.opened(noun)
            if name is None and is_definite and not is_theirs and (len(words) == 1 or self.is_recast(line, head)):
                last = self.last(Sort.PERSON)
                name = last.name if last and may_be(last.name, noun) and not self.is_other(last.name, noun) else None
            if name is not None:
                return Source(name, Sort.PERSON, surface)
        if noun in HEADS:
            of = words[len(head) + 1 : len(head) + 2] if words[len(head) : len(head) + 1] == ["of"] else []
            asked = {word.lower() for word in (*words[: len(head)], *of)}  # "the board of elections"
            alike = [s for s in self.recent if asked <= set(s.name.lower().split())] if is_definite else []
            if alike:
                return Source(alike[-1].name, alike[-1].sort, surface)
            called = self.bodies.called(noun) if is_definite and len(line) == 1 else None
            if called is not None and not self.is_known_person(called):
                return Source(called, Sort.BODY, surface)
            is_any = is_definite and words[0].lower() in grammar.ANY_BODY
            last = self.any_body() if is_any else None
            return Source(last.name if last else bare, Sort.BODY, surface)
        if is_several(line[0].lower, noun):
            return Source(bare, Sort.PEOPLE, surface)
        is_one = line[0].lower == "one" and len(line) > 1 and line[1].lower == "of"
        sort = Sort.PERSON if noun in english.ROLES or is_one else Sort.UNKNOWN
        return Source(bare, sort, surface, is_indefinite=is_indefinite or not is_capitalised(words[0]))
