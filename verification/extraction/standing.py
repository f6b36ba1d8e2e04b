"""Making a sentence stand alone: names for its pronouns and surnames, and words for what stays ambiguous."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verification.text.word_lists import words

from .clauses import Clause, clause, is_past
from .cues import Form, Token, tokens
from .genders import gender_of
from .mentions import Mention, What
from .model import english, grammar
from .passage import Passage
from .referents import NOBODY, Meant, Referents, possessive
from .said import Said
from .sentence import (
    BEHIND_THIS,
    BODY_NOUNS,
    BOUNDARIES,
    OBJECTS,
    applied,
    has_noun,
    inside_quotes,
    is_bare,
    is_body_noun,
    is_bound,
    is_expletive,
    is_name,
    is_object,
    kind_for,
    phrase_end,
)

NEAR_THE_START = 12  # characters: further on, "it" looks to its own sentence and not to the one before
MOST_NAMED = 4  # names listed for an ambiguous word
PASSIVE_FATES = words("killed dead died assassinated murdered buried")
HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? $")
POINTS_AHEAD = english.PREPOSITIONS | grammar.SUBORDINATE | words("of")
PERIODS = words(
    "year month week time morning afternoon evening weekend day summer winter spring autumn decade century stage point"
    " article story column piece"
)
WHO_ARE = words("responsible present involved missing dead alive wounded injured hurt able willing left")
OPENING = 4  # words of what somebody says within which "it" may be who says it
MOST_WORDS = 6
SPEAKING_BODIES = english.GROUP_HEADS - words(
    "statement report study survey document letter video post side opposition"
)
COUNTED = re.compile(
    r"(?:[\d.,]+|(?:at least|more than|up to|some|about)\s\d\S*|two|three|four|five|six|seven|eight|nine|ten)\s"
)
SIDES = words("sides parties countries leaders men women")
OWNERS = words("its their theirs")
THINGS = words("it its they them their theirs")
TOWARDS = words("to with from against than between")
OUR_SIDE = words("we us our ours")
LOOSE = frozenset(grammar.PERSON_PRONOUNS) | THINGS | BODY_NOUNS | grammar.DEMONSTRATIVES | SIDES
LOOSE_OR_OWNING = LOOSE | {word + mark for word in LOOSE for mark in ("’s", "'s", "'s’s")}


class Standing:
    """One sentence at its place in the article."""

    def __init__(
        self,
        passage: Passage,
        said: Said,
        referents: Referents,
        *,
        begins: int,
        is_content: bool,
        is_direct: bool = False,
        own_side: str | None = None,
        other_side: str | None = None,
    ) -> None:
        self._passage = passage
        self._said = said
        self._referents = referents
        self._begins = begins
        self._is_content = is_content  # what somebody says: "he" may be the speaker
        self._is_direct = is_direct  # in the speaker's very words, who says "I" of himself
        self._own_side = own_side  # who "we" are
        self._other_side = other_side  # whom "we" set themselves against: "they"
        self._ambiguities: list[str] = []
        self.named: list[str] = []  # whom words were found to mean

    def resolved(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text with its pronouns resolved as far as that is safe, and what stays ambiguous."""
        line = tokens(text)
        edits: list[tuple[int, int, str]] = []
        people = self._referents.mentions.within(text, self._passage.index)
        found = clause(line, 0, len(line))
        quoted = inside_quotes(text)
        named: set[str] = set()  # genders of the people that the text names already, or their pronouns resolved
        for at, token in [(at, token) for at, token in enumerate(line) if token.lower in LOOSE_OR_OWNING]:
            word = token.lower.removesuffix("’s").removesuffix("'s")
            if any(start <= token.start < end for start, end in quoted):
                continue
            if word in grammar.PERSON_PRONOUNS:
                gender = grammar.PERSON_PRONOUNS[word]
                if gender in named:
                    continue
                if not is_bound(people, line, at, gender):
                    edits += self._person(line, at, gender)
                    named.add(gender)
            elif word in THINGS and not is_set(line, at):
                if word[:2] not in named and self._is_loose(line, at, found):
                    edits += self._thing(line, at)
                    named.add(word[:2])
            elif word in BODY_NOUNS and at and line[at - 1].lower in ("the", "this", "that"):
                if is_bare(line, at) and not any(m.what is kind_for(word) and m.end <= token.start for m in people):
                    edits += self._body(line, at)
            elif word in grammar.DEMONSTRATIVES and at + 1 < len(line) and not is_body_noun(line[at + 1].lower):
                edits += self._pointed(line, at)
            elif word in SIDES and at and is_of_two(line, at) and len(people) < 2:
                edits += self._sides(text, line, at)
        edits += [edit for m in people for edit in self._fullest(m, people, quoted, text)]
        return applied(text, edits), tuple(dict.fromkeys(self._ambiguities))

    def _person(self, line: list[Token], at: int, gender: str) -> Iterator[tuple[int, int, str]]:
        token = line[at]
        is_owner = token.lower == "his" or (token.lower in ("her", "hers") and not is_object(line, at))
        claimant = self._said.claimant
        mentions = self._referents.mentions
        is_own = self._means_speaker and claimant is not None and self._may_speak_of_self(line, at, gender, claimant)
        if claimant and (is_own or self._is_speaker(token)):
            meant = Meant(claimant)
        else:
            is_subject = token.lower in ("he", "she")
            meant = self._referents.person(self._passage.index, self._begins, gender, is_subject=is_subject)
        if self._is_direct and claimant and claimant in (meant.name, *meant.choices):
            others = tuple(name for name in meant.choices if name != claimant)
            meant = Meant(others[0]) if len(others) == 1 else Meant(None, others)
        if meant.name is None:
            self._flag(token.text, meant)
            return
        kin = self._kin(line, at + 1, meant.name) if is_owner else None
        if kin is not None:
            self.named.append(kin)
            yield token.start, line[at + 1].end, kin
            return
        self.named.append(meant.name)
        name = mentions.named(meant.name) if not mentions.is_person(meant.name) else meant.name
        is_verb = token.lower[:-2] in ("he", "she")  # "he’s gone"
        yield token.start, token.end - 2 * is_verb, possessive(name) if is_owner else name

    def _kin(self, line: list[Token], at: int, owner: str) -> str | None:
        """Who "his son" is, where the article names him and these words do not."""
        noun = line[at].lower if at < len(line) else ""
        gender = "f" if noun in grammar.FEMALE_KIN else "m" if noun in grammar.MALE_KIN else None
        is_named = at + 1 < len(line) and (line[at + 1].text[:1].isupper() or line[at + 1].text == ",")
        return self._referents.mentions.relative(owner, gender) if gender and not is_named else None

    @property
    def _means_speaker(self) -> bool:
        """Whether "he" can be who says it."""
        return self._is_content and not self._is_direct

    def _is_speaker(self, token: Token) -> bool:
        """Whether the pronoun is the very word that names the speaker: "He referred to …"."""
        chain = self._said.chain
        if not chain or self._is_content or self._is_direct:
            return False
        return token.start == 0 and chain[-1].surface.lower() == token.lower

    def _may_speak_of_self(self, line: list[Token], at: int, gender: str, claimant: str) -> bool:
        known = gender_of(claimant)
        if known not in (gender, None) or not is_name(claimant, claimant):
            return False
        fate = {token.lower for token in line[at + 1 : at + 5]} & PASSIVE_FATES
        return not (fate and line[at].lower in ("he", "she"))

    def _thing(self, line: list[Token], at: int) -> Iterator[tuple[int, int, str]]:
        token = line[at]
        is_plural = token.lower.startswith("th")
        claimant = self._said.claimant
        mentions = self._referents.mentions
        is_body = claimant is not None and is_name(claimant, mentions.named(claimant))
        is_body = is_body and not mentions.is_person(claimant or "")
        is_own = self._means_speaker and is_body and claimant and (is_plural or self._is_one(claimant))
        is_own = is_own and not (token.lower == "them" and line[at - 1].lower != "of")  # "nobody was left to tell them"
        ours = self._described_speaker(is_plural=is_plural) if self._means_speaker and not is_body else None
        is_part = token.lower == "them" and at > 0 and line[at - 1].lower == "of"  # "most of them"
        is_object = token.lower in OBJECTS and at and not self._is_content and line[at - 1].lower not in BOUNDARIES
        if claimant and (is_own or self._is_speaker(token)):
            meant = Meant(mentions.named(claimant))
        elif ours is not None and at < OPENING and not is_object:
            meant = Meant(ours)
        elif (not is_object or is_part) and self._begins < NEAR_THE_START:
            meant = self._referents.thing(self._passage.index, is_plural=is_plural)
        else:
            meant = NOBODY
        if self._own_side and meant.name == self._own_side:
            meant = NOBODY  # "we did not go to them": not to ourselves
        if meant.name is not None and token.lower in OBJECTS and is_named_before(line, at, meant.name):
            meant = NOBODY  # "The agency revised it down": not the agency
        if meant.name is None and self._other_side and is_of_other_side(line, at):
            meant = Meant(self._other_side)
        if meant.name is None:
            self._flag(token.text, meant)
            return
        self.named.append(meant.name)
        name = f"the {meant.name}" if is_part and COUNTED.match(meant.name) else meant.name
        yield token.start, token.end, possessive(name) if token.lower in OWNERS else name

    def _is_one(self, claimant: str) -> bool:
        """Whether a name that ends in "s" is of one body: "the Red Cross", "the United States", "Petrobras says"."""
        if not claimant.endswith("s") or claimant.endswith("ss") or claimant.lower() in grammar.COUNTRIES:
            return True
        frame = self._said.frame
        return frame is not None and frame.verb.lemma == "say" and frame.verb.form is Form.THIRD

    def _described_speaker(self, *, is_plural: bool) -> str | None:
        """ "the election commission", where a sentence calls who speaks so and it may speak of itself."""
        frame = self._said.frame
        if frame is None or frame.source is None or is_plural:
            return None
        words_ = self._passage.text[slice(*frame.source)].split()
        start = frame.source[0]
        ahead = self._passage.text[:start].split()[-1:]
        if words_[:1] and words_[0].lower() != "the":
            words_ = [*ahead, *words_]
        is_body = 1 < len(words_) <= MOST_WORDS and words_[-1].lower() in SPEAKING_BODIES
        return "the " + " ".join(words_[1:]) if is_body and words_[0].lower() == "the" else None

    def _sides(self, text: str, line: list[Token], at: int) -> Iterator[tuple[int, int, str]]:
        """ "The two sides" are the two bodies that were just named, where there are no more of them."""
        first = at - 1 - (at > 1 and line[at - 2].lower in ("the", "these"))
        start, end = line[first].start, line[at].end
        pair = self._referents.pair(self._passage.index, self._begins) if line[at].lower in ("sides", "parties") else ()
        if pair:
            self.named += pair
            yield start, end, " and ".join(pair)
        else:
            self._flag(text[start:end], NOBODY)

    def _body(self, line: list[Token], at: int) -> Iterator[tuple[int, int, str]]:
        start, end = line[at - 1].start, line[at].end
        is_owner = line[at].text.endswith(("’s", "'s"))
        noun = line[at].lower.removesuffix("’s").removesuffix("'s")
        frame = self._said.frame
        speaking = frame.source if frame and frame.source else (0, 0)
        speaking = (speaking[0], max(speaking[1], frame.cue[0])) if frame else speaking  # with "(NRF)" behind it
        meant = self._referents.body(self._passage.index, self._begins, noun, without=speaking)
        if meant.name is None:
            self._flag(f"{line[at - 1].lower} {noun}", meant)
            return
        self.named.append(meant.name)
        yield start, end, possessive(meant.name) if is_owner else meant.name

    def _pointed(self, line: list[Token], at: int) -> Iterator[tuple[int, int, str]]:
        """ "This meeting" becomes "the meeting on 1 May in Doha" where a passage just before says so."""
        word, following = line[at].lower, line[at + 1].lower
        if word == "that" and (at == 0 or line[at - 1].lower not in english.PREPOSITIONS):
            return  # a conjunction, more often than not
        if word in ("that", "those") and following in POINTS_AHEAD:
            return
        if word == "those" and (following in WHO_ARE or is_past(following) or following.endswith("ing")):
            return  # "those killed", "those responsible"
        if not following[0].isalpha() or following in BEHIND_THIS:
            if word in ("this", "these"):
                self._flag(line[at].text, NOBODY)
            return
        last = phrase_end(line, at + 1)
        noun = line[last].lower
        if noun in PERIODS or any(t.lower.rstrip("s") == noun.rstrip("s") for t in line[:at]):
            return
        begins = self._said.span[0] if self._said.lead else self._begins
        phrase = self._referents.described(self._passage.index, begins, noun)
        if phrase is None:
            self._flag(" ".join(token.text for token in line[at : last + 1]), NOBODY)
            return
        yield line[at].start, line[last].end, phrase

    def _is_loose(self, line: list[Token], at: int, found: Clause | None) -> bool:
        """Whether nothing before "it" or "they" in the sentence itself can be what it means."""
        word = line[at].lower
        if word == "it" and is_expletive(line, at):
            return False
        verb = found.verb if found else len(line)
        is_object = word in OBJECTS and at > verb and not {t.lower for t in line[verb + 1 : at]} & BOUNDARIES
        return not has_noun(line, verb + 1 if is_object else 0, at)  # "X destroyed it": not X itself

    def _fullest(
        self, m: Mention, people: list[Mention], quoted: list[tuple[int, int]], text: str
    ) -> Iterator[tuple[int, int, str]]:
        """The first mention of a person becomes their full name."""
        if m.what is What.PLACE or m.is_kin or any(start <= m.start < end for start, end in quoted):
            return
        if m.what is What.BODY:
            here = text[m.start : m.end].removesuffix("’s").removesuffix("'s")
            if m.name and m.name != here and m.name.endswith(" " + here) and m.name not in text:
                yield m.start, m.end, possessive(m.name) if m.is_owner else m.name
            return
        if m.name is None:
            self._flag(text[m.start : m.end].removesuffix("’s").removesuffix("'s"), Meant(None, m.choices))
            return
        first = next(p for p in people if p.name == m.name)
        here = text[m.start : m.end]
        full = possessive(m.name) if m.is_owner else m.name
        if here.startswith(m.name + " "):
            return  # "Robert F. Kennedy Jr"
        if first is m and here != full and here.removesuffix("’s").removesuffix("'s") != m.name:
            honorific = HONORIFIC.search(text, 0, m.start)
            yield (honorific.start() if honorific else m.start), m.end, full

    def _flag(self, word: str, meant: Meant) -> None:
        if meant.choices:
            listed = " or ".join(meant.choices[:MOST_NAMED])
            self._ambiguities.append(f"“{word}” may mean {listed}.")
        else:
            self._ambiguities.append(f"“{word}” is not named here.")


def is_of_other_side(line: list[Token], at: int) -> bool:
    """Whether "we" stand against "them" here: "we did not go to them", "ours is different from theirs"."""
    word, before = line[at].lower, line[at - 1].lower if at else ""
    if word == "they":
        return any(token.lower in OUR_SIDE for token in line[at + 1 :])
    return before in TOWARDS and word in ("them", "theirs", "their") and line[0].lower in OUR_SIDE


def is_named_before(line: list[Token], at: int, name: str) -> bool:
    """Whether the words before a place hold a name already."""
    listed = name.lower().removeprefix("the ").split()
    before = [token.lower for token in line[:at]]
    return any(before[step : step + len(listed)] == listed for step in range(len(before)))


def is_set(line: list[Token], at: int) -> bool:
    """Whether a pronoun stands in a set phrase: "for its part", "between them the two ships"."""
    word = line[at].lower
    if word in ("its", "their"):
        return at > 0 and line[at - 1].lower == "for" and [t.lower for t in line[at + 1 : at + 2]] == ["part"]
    return word == "them" and at == 1 and line[0].lower == "between"


def is_of_two(line: list[Token], at: int) -> bool:
    """Whether "both men" or "the two sides" were named before, unlike "two men"."""
    if line[at - 1].lower == "both":
        return True
    return line[at - 1].lower == "two" and at > 1 and line[at - 2].lower in ("the", "these", "those")
