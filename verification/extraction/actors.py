"""Whom a claim speaks of: people and bodies, under the fullest name that the article gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verification.text.tokens import line_of
from verification.text.word_lists import words

from .capitals import person_words, runs_in
from .cues import tokens
from .gazetteer import gazetteer
from .mentions import Mentions
from .model import english
from .model.nations import ADJECTIVES
from .names import Names
from .places import LONGEST

MOST = 8
BEGINNING = 3  # letters of a name by which it is listed
NO_NAMES = english.GROUP_HEADS | english.PLURAL_PEOPLE | english.ROLES
ENGLISH = "en"
NO_ACTORS = words(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday english arabic persian french russian spanish god i people men women children
    """
)
UPPER = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
RUN = re.compile(
    rf"(?<![.!?…«“\"]\s)(?<=\s)(?P<run>{UPPER}[\w’'-]+(?:\s(?:(?:de|del|la|von|van|bin|ben|al|el)\s){{0,2}}{UPPER}[\w’'-]+){{1,3}})"
)


class Speakers:
    """Whom an article quotes, listed by how their names begin: to look for each of them in every claim takes
    quadratic time."""

    def __init__(self, names: Iterable[str]) -> None:
        self._listed: dict[str, list[tuple[int, str]]] = {}
        for at, name in enumerate(sorted(names, key=len, reverse=True)):
            self._listed.setdefault(name[:BEGINNING], []).append((at, name))

    def named_in(self, content: str) -> list[tuple[int, int, str]]:
        """Where `content` names each of them first, the longest names first."""
        beginnings = {content[at : at + size] for size in range(1, BEGINNING + 1) for at in range(len(content))}
        listed = sorted(found for start in beginnings & self._listed.keys() for found in self._listed[start])
        return [(at, at + len(name), name) for _, name in listed if (at := content.find(name)) >= 0]


def actors(
    content: str,
    language: str | None,
    *,
    names: Names | None,
    mentions: Mentions | None = None,
    passage: int | None = None,
    speakers: Speakers,
    places: tuple[str, ...],
    bodies: Sequence[tuple[int, int, str]],
) -> tuple[str, ...]:
    """The people and bodies that `content` names, in order.

    `names` are those of an English article, None in other languages, where `speakers`, whom the article quotes, are
    looked for instead; `mentions` know whom a surname that several people bear means in a passage. `places` are those
    of the claim, `bodies` stand in `content`, with their places in it.
    """
    code = language or ENGLISH
    found = {start: name for start, _, name in bodies}
    covered = [(start, end) for start, end, _ in bodies]
    if names is not None:
        named = english_actors(content, names, places)
        if mentions is not None and passage is not None:
            named = [(start, end, mentions.meant(name, content[start:end], passage)) for start, end, name in named]
            named = [(start, end, whole(name, mentions, passage)) for start, end, name in named]
    else:
        named = speakers.named_in(content)
        spans = [(m.start("run"), m.end("run"), m["run"]) for m in RUN.finditer(content)]
        placed = gazetteer("places", code)
        named += [run for run in spans if not placed.find(line_of(run[2]), run[2])]
    for start, end, name in named:
        if not any(first < end and start < last for first, last in covered):
            found[start] = name
            covered.append((start, end))
    listed = list(dict.fromkeys(found[at] for at in sorted(found)))
    return tuple(name for name in listed if name not in places and len(name) <= LONGEST)[:MOST]


def english_actors(content: str, names: Names, places: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Names in capitals, without places, days and months; a lone word that opens the claim must be known."""
    line = tokens(content)
    placed = gazetteer("places", ENGLISH)
    found: list[tuple[int, int, str]] = []
    for run in runs_in(content):
        person = person_words(run.words)
        if not person or person[0].lower() in NO_ACTORS or person[0].lower() in english.NOT_NAMES:
            continue
        text = " ".join(person)
        name = text if text in names.full else names.fullest(person)
        meant = names.full.get(name)
        if name != text and meant is not None and meant.is_body and text not in names.acronyms:
            continue  # "Islamic" is no short form of a body that has the word in its name
        is_known = meant is not None or person[0] in names.with_article
        opens = run.first == 0 or line[run.first - 1].text in '“"«.:'
        following = line[run.last + 1].text if run.last + 1 < len(line) else ""
        if len(person) == 1 and (meant is None or meant.is_body) and is_common(person[0], following):
            continue
        if len(person) == 1 and person[0].lower() in ADJECTIVES and following[:1].islower():
            continue  # "Islamic countries" are not the Islamic Cooperation
        is_body = meant is not None and meant.is_body and len(person) > 2  # "Norland People's Front", of Norland
        if name in places or any(text in place for place in places):
            continue
        if not is_body and placed.find(line_of(text), text):
            continue
        if len(person) == 1 and not is_known and (opens or not person[0].isupper()):
            continue
        found.append((line[run.first].start, line[run.last].end, name))
    return found


def whole(name: str, mentions: Mentions, passage: int) -> str:
    """A body's whole name: "National Resistance Front" of "Resistance Front"."""
    listed = name.split()
    return mentions.whole(tuple(listed), passage) if listed[-1].lower() in english.GROUP_HEADS else name


def is_common(word: str, following: str) -> bool:
    """Whether a lone word in capitals is a noun or an adjective: "the Front", "Afghan leaders", "the Lion of"."""
    lowered = word.lower()
    if lowered in NO_NAMES or following == "of":
        return True
    return lowered.endswith(("an", "ish", "ese", "ic", "i")) and following[:1].islower()
