"""Where a claim takes place: places known by name, and names that stand where only places do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.text.folding import key
from verification.text.tokens import line_of
from verification.text.word_lists import words

from .gazetteer import gazetteer
from .model.gated import Gated

MOST = 8
LONGEST = 300  # characters: what is longer is no name, and no index of names takes it
NAME = r"[^\W\d_a-zа-яіїєґ][\w’'-]*"
NAMES = rf"(?P<name>{NAME}(?:[ -]{NAME}){{0,2}})"
TYPES = "province|district|region|valley|county|village|town|city|oblast|governorate|peninsula|prefecture|municipality"
TYPED = Gated(
    rf"\b(?:in|near|outside|across|throughout)\s(?:the\s)?(?:(?:{TYPES}|port|capital)\sof\s)?{NAMES}(?![’'\w])"
    rf"|\b(?:{TYPES})\sof\s(?P<of>{NAME}(?:[ -]{NAME}){{0,2}})"
    rf"|\b(?P<before>{NAME}(?:[ -]{NAME}){{0,2}})\s(?:{TYPES})\b",
    f"{TYPES}|port|capital".replace("|", " "),
)
UNTYPED = re.compile(rf"\b(?:in|near|outside|across|throughout)\s(?:the\s)?{NAMES}(?![’'\w])")  # where no type stands
UNKNOWN = {
    "fr": re.compile(rf"\b(?:ville|village|province|région|district|localité)\s(?:de\s|du\s|d['’]){NAMES}"),
    "es": re.compile(rf"\b(?:ciudad|provincia|localidad|región|distrito|pueblo|aldea)\sde\s{NAMES}"),
    "fa": re.compile(r"\b(?:ولایت|استان|شهر|ولسوالی|روستای|شهرستان|درهٔ|درۀ|قریهٔ|شهرک)\s(?P<name>[^\W\d_]{3,})"),
    "ps": re.compile(r"\bد\s(?P<name>[^\W\d_]{3,})\s(?:په\s)?(?:ولایت|ولسوالۍ|ولسوالي|ښار|کلي)"),
    "ar": re.compile(r"\b[وبل]?(?:محافظة|مدينة|بلدة|قرية|ولاية|إقليم|مخيم)\s(?P<name>[^\W\d_]{3,})"),
    "ru": re.compile(rf"\b(?:городе?|селе|село|посёлке|поселке|деревне|городу)\s{NAMES}"),
    "uk": re.compile(rf"\b(?:місті|місто|селі|село|селищі)\s{NAMES}"),
}
NO_PLACE = words(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday english arabic persian french russian spanish parliament congress islam christianity
    god the this these those his her their its our a an it he she they we i that
    """
)
ADJECTIVES = ("ian", "ish", "ese", "ians", "ans", "is")
NOT_AFTER = frozenset(map(key, ["در", "از", "به", "که", "های", "ها", "را", "و", "التي", "في", "من"]))


def locations(
    text: str,
    language: str | None,
    names: frozenset[str] = frozenset(),
    bodies: Sequence[tuple[int, int]] = (),
) -> tuple[str, ...]:
    """The places that a passage names, in order, under their English names where they are known.

    `names` are of people and bodies of the article, which stand for no place; `bodies` are where some stand here.
    """
    code = language or "en"
    line = line_of(text)
    known = [
        place
        for place in gazetteer("places", code).find(line, text)
        if not any(start <= line.starts[place.first] < end for start, end in bodies)
    ]
    found = {line.starts[place.first]: place.name for place in known}
    covered = [*bodies] + [(line.starts[place.first], line.ends[place.after - 1]) for place in known]
    pattern = unknown(text, "fa" if code == "prs" else code)
    for match in pattern.finditer(text) if pattern else ():
        group = match.lastgroup or "name"
        start, end = match.span(group)
        name = match[group]
        if any(first < end and start < last for first, last in covered) or is_no_place(name, names, code):
            continue
        found[start] = name
    return tuple(dict.fromkeys(found[at] for at in sorted(found) if len(found[at]) <= LONGEST))[:MOST]


def unknown(text: str, code: str) -> re.Pattern[str] | None:
    """What finds places that are not known by name in a text of a language."""
    if code != "en":
        return UNKNOWN.get(code)
    return TYPED.pattern if any(map(text.__contains__, TYPED.parts)) else UNTYPED


def is_no_place(name: str, names: frozenset[str], language: str) -> bool:
    if language != "en":
        return key(name) in NOT_AFTER
    parts = name.split()
    if parts[0].lower() in NO_PLACE or name.isupper():
        return True
    return name in names or parts[-1] in names or name.lower().endswith(ADJECTIVES)
