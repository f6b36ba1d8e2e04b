"""The bodies that an article names in full, and what they are called for short."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verification.text.word_lists import words

from .capitals import is_capitalised
from .cues import Token, tokens
from .model import english, grammar
from .papers import PAPERS

JOINED = words("of for to on and the in")  # inside the name of a body: "the Committee to Protect Journalists"
BODIES = words(
    """
    observatory centre center centres centers federation association foundation society bureau campaign forum coalition
    confederation school college faculty
    assembly congress chamber board directorate secretariat syndicate league institution academy corps
    """
)
HEADS = english.GROUP_HEADS | BODIES
FIRMS = ("company", "firm", "group", "corporation", "giant", "maker", "manufacturer", "retailer", "operator", "airline")
KINDS = HEADS.union(FIRMS)
BEHIND_KIND = english.PREPOSITIONS | words("of that which who whose based behind and or")
MOST_APART = 7  # words of "a German payments company" from its comma on
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")  # "U.S" of "the U.S. Centers for Disease Control"
MOST_WORDS, LEAST_LETTERS, MOST_LETTERS = 9, 2, 6


class Bodies:
    """The full names of bodies, by their head noun and by their initials. Built once, in one pass over the article."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        self._by_initials: dict[str, str] = {}
        for line in lines:
            found = tokens(line)
            for at in [at for at, token in enumerate(found) if token.lower in KINDS]:
                text = found[at].text
                if text.islower() and text not in PAPERS:
                    name = named_behind(found, at) or named_before(found, at)
                    if name is not None:
                        self._list(text, name)
                elif text[0].isupper() and text.lower() in HEADS and (at == 0 or found[at - 1].text != text):
                    self._add(found, at)

    def _add(self, line: list[Token], at: int) -> None:
        first = at
        while first and at - first < MOST_WORDS and is_part(line[first - 1]):
            first -= 1
        name = body_name(line[first : at + 1 + MOST_WORDS], at - first + 1)
        name = name or " ".join(token.text for token in line[first : at + 1])
        if " " not in name:
            return
        self._list(line[at].lower, name)
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if LEAST_LETTERS <= len(letters) <= MOST_LETTERS:
            self._by_initials.setdefault(letters, name)

    def _list(self, head: str, name: str) -> None:
        listed = self._by_head.setdefault(head, [])
        if name not in listed:
            listed.append(name)

    def called(self, noun: str) -> str | None:
        """The one body that "the ministry" can mean, or None; "the company" may be called a group or a maker."""
        listed = self._by_head.get(noun, [])
        if not listed and noun in FIRMS:
            listed = list(dict.fromkeys(name for kind in FIRMS for name in self._by_head.get(kind, [])))
        return listed[0] if len(listed) == 1 else None

    def spelt(self, letters: str) -> str | None:
        """The body with these initials."""
        return self._by_initials.get(letters)


def is_part(token: Token) -> bool:
    return is_capitalised(token.text) and token.lower not in english.NOT_NAMES and not token.text.endswith(("’s", "'s"))


def named_behind(line: list[Token], at: int) -> str | None:
    """ "Wirecard" of "the payments group Wirecard"."""
    last = at
    while last + 1 < len(line) and is_part(line[last + 1]):
        last += 1
    is_title = last > at and line[at + 1].lower in english.ROLES
    return None if last == at or is_title else " ".join(token.text for token in line[at + 1 : last + 1])


def named_before(line: list[Token], at: int) -> str | None:
    """ "Wirecard" of "Wirecard, a German payments company"; no person: "Smith, of the company"."""
    if at + 1 < len(line) and line[at + 1].text[0].isalnum() and line[at + 1].lower not in BEHIND_KIND:
        return None
    for comma in range(at - 2, max(0, at - MOST_APART), -1):
        if line[comma].text == ",":
            first = comma
            while first and is_part(line[first - 1]):
                first -= 1
            is_named = first < comma and line[comma + 1].lower in ("a", "an", "the")
            is_person = line[first].lower in grammar.FIRST_NAMES | english.TITLES
            return " ".join(token.text for token in line[first:comma]) if is_named and not is_person else None
    return None


def body_name(line: list[Token], head: int) -> str | None:
    """The whole name of a body that goes on behind its head noun: "the Syrian Observatory for Human Rights"."""
    if 0 < head == len(line) and line[head - 1].lower in HEADS and is_joined(line):
        return " ".join(token.text for token in line)
    noun = line[head - 1] if 0 < head < len(line) else None
    if noun is None or not noun.text[0].isupper() or noun.lower not in HEADS:
        return None
    last = head - 1
    for at in range(head, len(line)):
        if line[at].text[0].isupper() and line[at].lower not in english.NOT_NAMES:
            last = at
        elif line[at].lower not in JOINED or at - last > 2:
            break
    if last < head or any(token.text.endswith(("’s", "'s")) for token in line[head:last]):
        return None
    first = next(at for at in range(head) if line[at].text[0].isupper())
    owners = [at for at in range(first, head) if line[at].text.endswith(("’s", "'s"))]
    first = owners[-1] + 1 if owners else first
    return " ".join(token.text + "." * bool(INITIALS.match(token.text)) for token in line[first : last + 1])


def is_joined(line: list[Token]) -> bool:
    """Whether "and" stands in the name of one body: "Food and Drug Administration"; two names are parted before."""
    listed = [token.text for token in line]
    is_one = len(listed) > LEAST_JOINED - 1 and listed[1] == "and" and not listed[0].isupper()
    return is_one and all(word[0].isupper() for word in (listed[0], *listed[2:]))


LEAST_JOINED = 4  # words: of a bare "Justice and Interior" nothing is known
