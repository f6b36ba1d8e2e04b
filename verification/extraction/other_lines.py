"""Who says a quotation or a list, where another line names them: the one above it that announces it, or a signature."""

from __future__ import annotations

import re
from dataclasses import replace

from verification.vocabulary import Rendering, Speech

from .candidate import Speaker
from .capitals import person_words, runs_in
from .cues import tokens
from .names import Names
from .passage import Kind, Passage
from .said import Said
from .sources import is_place


def announced(lines: list[Passage], found: list[list[Said]], names: Names) -> None:
    """ "Lind, speaking in Aldmouth:" names the speaker of the quotation below it."""
    for at, passage in enumerate(lines[:-1]):
        below = lines[at + 1]
        is_quoted = below.begins_quoted or (below.quotes and below.quotes[0].start <= 1)
        if not passage.text.endswith(":") or not is_quoted or passage.kind is Kind.HEADING:
            continue
        if any(said.chain for said in (*found[at], *found[at + 1])) or len(passage.text) > LONGEST_ANNOUNCED:
            continue
        run = next(iter(runs_in(passage.text)), None)
        person = person_words(run.words) if run is not None and run.first == 0 else ()
        line = tokens(passage.text)
        name = names.fullest(person) if person else ""
        is_known = bool(person) and (name in names.full or (len(person) == 1 and names.times(person[0]) > 1))
        if run is not None and is_known and line[run.last + 1].text == "," and not is_place(name):
            who = Speaker(name=name, surface=name, speech=Speech.DIRECT, rendering=Rendering.VERBATIM)
            found[at + 1] = [replace(said, chain=(who,)) for said in found[at + 1]]


def signed(lines: list[Passage], found: list[list[Said]]) -> None:
    """ "“…” ― Jane Smith, a teacher": names the speaker of the quotation that it stands below or behind."""
    for at, passage in enumerate(lines[1:]):
        is_quoted = lines[at].text.endswith(("”", '"', "''")) and lines[at].kind is not Kind.BULLET
        name = SIGNED.match("— " * (passage.kind is Kind.BULLET) + passage.text) if is_quoted else None
        if name is not None and not any(said.chain for said in found[at]):
            who = Speaker(name=name[1], surface=name[1], speech=Speech.DIRECT, rendering=Rendering.VERBATIM)
            found[at] = [replace(said, chain=(who,)) for said in found[at]]


SIGNED = re.compile(r"[–—―-]{1,2}\s?([A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'.-]*|al|de|von|van|bin)){1,3})(?:$|,|\s\()")
LONGEST_ANNOUNCED = 200  # characters


def list_below(lines: list[Passage], found: list[list[Said]]) -> None:
    """ "The ministry said:" names the speaker of the points of a list below it."""
    chain: tuple[Speaker, ...] = ()
    for at, passage in enumerate(lines):
        if passage.kind is not Kind.BULLET:
            is_open = passage.text.rstrip().endswith(":")
            chain = next((said.chain for said in reversed(found[at]) if said.chain), ()) if is_open else ()
        elif chain and not any(said.chain for said in found[at]):
            below = tuple(replace(who, start=None, end=None) for who in chain)
            found[at] = [replace(said, chain=below) for said in found[at]]
