"""What is known of who makes a claim: a person, a body or a document, and whose, as the article gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verification.text.word_lists import words
from verification.vocabulary import PartyKind

from .candidate import Speaker
from .joint import two_names
from .mentions import Mentions, What
from .model import english
from .model.nations import NATION
from .passage import Passage
from .spellings import folded

DOCUMENTS = words(
    """
    report study survey document letter paper law poll petition ruling indictment book article treaty resolution
    constitution memo memorandum affidavit complaint lawsuit transcript figures data statistics record records
    """
)
SPEAKING_ROLES = english.ROLES - words("police source head general major prime foreign defence defense interior health")
PEOPLE = PartyKind.PERSON
LONGEST = 120  # characters of an affiliation
MOST_BEFORE = 8
APPOSITION = re.compile(r"\s?,\s(?P<is>[^,;:.–—]{4,120}?(?:\([A-Z]{2,8}\))?[^,;:.–—]{0,60})(?=[,.;–—]|$)")
LED_IN = re.compile(r"(?:^|[,.;:“\"]\s|\b)(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?P<is>[^,;:.]{3,120}),\s$")
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|one of the)\s", re.IGNORECASE)
RELATIVE = words("who which whose where that and but or while when")
CONNECTIVES = english.PARTICLES | words("of the for and on de des du la le")
BEHIND_HEAD = english.PREPOSITIONS | words("of for who which")
SPEAKING_FOR = words(
    """
    leader head chief director president chairman chairwoman chairperson spokesman spokeswoman spokesperson founder
    co-founder minister secretary-general commander commander-in-chief representative captain manager
    coach ambassador envoy negotiator commissioner governor
    """
)
NO_PARTY = english.PLURAL_PEOPLE | english.PRONOUNS | {"side"}


class Claimants:
    """The speakers of one article, each described once."""

    def __init__(self, lines: Sequence[Passage], mentions: Mentions) -> None:
        self._lines = lines
        self._mentions = mentions
        self._first: dict[str, tuple[int, int, int]] | None = None
        self._known: dict[str, str | None] = {}
        self._kinds: dict[str, PartyKind] = {}

    def described(self, speaker: Speaker) -> Speaker:
        """The speaker with what the article says they are."""
        kind = self.kind(speaker.name)
        return replace(speaker, kind=kind, affiliation=self.affiliation(speaker) if kind is PEOPLE else None)

    def kind(self, name: str) -> PartyKind:
        """What a speaker is, as far as the name tells."""
        if name not in self._kinds:
            self._kinds[name] = self._kind(name)
        return self._kinds[name]

    def _kind(self, name: str) -> PartyKind:
        listed = name.split()
        if not listed or name == "unnamed":
            return PartyKind.UNKNOWN
        if self._mentions.is_person(name):
            return PEOPLE
        head = head_of(listed).lower()
        if head in DOCUMENTS:
            return PartyKind.DOCUMENT
        if head in english.GROUP_HEADS or head in english.PLURAL_PEOPLE or listed[-1].lower() in english.GROUP_HEADS:
            return PartyKind.BODY
        if self._mentions.is_body(name) or NATION.get(name.lower()):
            return PartyKind.BODY
        return PEOPLE if head in SPEAKING_ROLES else PartyKind.UNKNOWN

    def affiliation(self, speaker: Speaker) -> str | None:
        """ "leader of the Front": what stands beside a person's name where the article first gives it."""
        if speaker.name not in self._known:
            self._known[speaker.name] = self._beside(speaker.name)
        return self._known[speaker.name]

    def speaks_for(self, speaker: Speaker) -> str | None:
        """Whom a speaker means by "we": a body itself, or the one that a person leads or speaks for; else None."""
        kind = speaker.kind if speaker.kind is not PartyKind.UNKNOWN else self.kind(speaker.name)
        if kind is PartyKind.BODY:
            return self._mentions.named(speaker.name) if is_party(speaker.name, kind) else None
        affiliation = speaker.affiliation or (self.affiliation(speaker) if kind is PEOPLE else None)
        if affiliation is None or not SPEAKING_FOR & set(affiliation.lower().split()):
            return None
        bodies = [m.name for m in self._mentions.within(affiliation, 0) if m.what is What.BODY and m.name]
        bodies = [name for name in bodies if name.lower() not in NATION and not name.endswith(("can", "cratic"))]
        written_out = {self._mentions.written_out(name) for name in bodies}
        return self._mentions.named(bodies[0]) if len(written_out) == 1 else None

    def _beside(self, name: str) -> str | None:
        place = self._places().get(name)
        if place is None:
            return None
        text = self._lines[place[0]].text
        return beside(text, place[1], place[2])

    def _places(self) -> dict[str, tuple[int, int, int]]:
        """Where each person is described for the first time, else named for the first time."""
        if self._first is None:
            self._first = {}
            described: set[str] = set()
            for passage in self._lines:
                for m in self._mentions.of(passage.index):
                    if m.what is not What.PERSON or not m.name or m.is_kin or m.name in described:
                        continue
                    if beside(passage.text, m.start, m.end) is not None:
                        described.add(m.name)
                        self._first[m.name] = (passage.index, m.start, m.end)
        return self._first


def head_of(listed: Sequence[str]) -> str:
    """The noun of a description: "spokesman" of "spokesman for the Front"."""
    for at, word in enumerate(listed):
        if at and word.lower() in BEHIND_HEAD:
            return listed[at - 1]
    return listed[-1]


def beside(text: str, start: int, end: int) -> str | None:
    """The words beside a name that say who that is, or None."""
    after = APPOSITION.match(text, end, end + LONGEST + 80)
    if after is not None and is_role(after["is"]):
        return ARTICLE.sub("", after["is"].strip())
    ahead = LED_IN.search(text[max(0, start - LONGEST - 20) : start])
    if ahead is not None and is_role(ahead["is"]):
        return ahead["is"].strip()
    listed = text[max(0, start - LONGEST) : start].split()
    kept: list[str] = []
    for word in reversed(listed[-MOST_BEFORE:]):
        if (
            not (word[:1].isupper() or word.lower() in english.ROLES or word.lower() in MODIFIERS)
            or word[-1:] in ',.;:”"'
        ):
            break
        if word.lower() in english.NOT_NAMES:
            break
        kept.insert(0, word)
    title = " ".join(kept).rstrip(".")
    return title if len(kept) > 1 and is_role(title) else None


MODIFIERS = words("former senior deputy top chief opposition jihadi foreign vice acting interim prime party union")


def is_role(phrase: str) -> bool:
    listed = ARTICLE.sub("", phrase.strip()).lower().split()
    if not listed or listed[0] in RELATIVE or len(phrase) > LONGEST:
        return False
    head = head_of(listed)
    return head in english.ROLES or any(word in SPEAKING_ROLES for word in listed[:4])


def party_key(name: str) -> str:
    """The key by which names of articles are compared; a single word only means itself, longer names any spelling."""
    listed = [word for word in name.split() if word.strip(".,'’\"")]
    if len(listed) > 1 and listed[0].lower() == "the":
        listed = listed[1:]
    if len(listed) == 1:
        return listed[0].casefold()
    return " ".join(filter(None, map(folded, listed)))


def is_party(name: str, kind: PartyKind) -> bool:
    """Whether a speaker is named, and not only described: "the Red Front", but neither "officials" nor "a witness"."""
    listed = name.split()
    if not listed or name == "unnamed" or not party_key(name):
        return False
    if not any(c.lower() != c.upper() for c in name):
        return len(listed) > 1  # a script without capitals
    if head_of(listed).lower() in NO_PARTY or two_names(name) is not None:
        return False
    if kind in (PartyKind.BODY, PartyKind.DOCUMENT):
        return any(word[:1].isupper() for word in listed)
    return all(word[:1].isupper() or word.lower() in CONNECTIVES for word in listed)
