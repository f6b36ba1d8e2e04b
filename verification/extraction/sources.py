"""The words that name a speaker, where what stands beside the verb is not the whole of it."""

from __future__ import annotations

import re
from functools import lru_cache

from verification.text.tokens import line_of

from .gazetteer import gazetteer
from .model import english
from .passage import Passage

PLACE_NOUNS = frozenset(
    [
        "province",
        "district",
        "region",
        "valley",
        "county",
        "village",
        "town",
        "city",
        "oblast",
        "state",
        "port",
        "capital",
    ]
)
STRETCH = re.compile(r"[^,;:“”\"()—–]+\Z")
NAME = r"(?:(?:[A-Z][\w’'-]*[\w]|[A-Z]\.?|al|el|bin|ibn|de|da|del|di|van|von|der|al-[A-Z]\w+)(?:\s|(?=[,;])|\Z)){2,5}"
NAMED_BEHIND = re.compile(
    rf",\s(?P<lead>(?:[a-z-]+\s){{0,3}})(?P<name>{NAME}(?:and\s{NAME})?)(?=[,;.]|\s?(?:who|of|from|for|at|in)\b|\Z)"
)
OPENING = re.compile(r"^(?:(?:and|but|while|although|though|as|however|meanwhile)\s)+", re.IGNORECASE)
DETERMINED = re.compile(r"^(?:an?|the|one|two|three|another|his|her|their|its|our|[\w.-]+[’']s)\s", re.IGNORECASE)
LAST_NAME = re.compile(
    r"(?:[A-Z][\w’'-]*|[A-Z]\.|al|el|bin|ibn|de|da|van|von)(?:\s(?:[A-Z][\w’'-]*|[A-Z]\.|al|el|bin|de|van|von))*\Z"
)
LONGEST = 200  # characters before a source that are looked at
SOMEBODY = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE
ENDS = english.PREPOSITIONS | {"of", "who", "inside", "outside", "near"}


def whole(passage: Passage, source: tuple[int, int]) -> tuple[int, int]:
    """Where the words stand that say who speaks: whom "who" means, a name beside a description, the noun of a place."""
    start, end = source
    words = passage.text[start:end]
    relative, *behind_it = words.lower().split() or [""]
    if relative in ("who", "which") and all(word in english.ADVERBS | ORDINALS for word in behind_it):
        # "who", "which first"
        return (antecedent if relative == "who" else body_before)(passage, start) or source
    if PARTY.match(words):
        ahead = passage.text[:start].rstrip(" ,(")
        return last_name(passage, max(0, len(ahead) - LONGEST), len(ahead)) or source
    if is_place(words):
        before = stretch_before(passage, start)
        if before is not None and is_somebody(passage.text[slice(*before)], in_place=True):
            return before
    is_one_of = words.lower() in ONE_OF_THEM
    if (is_one_of or DETERMINED.match(words)) and not any(word[0].isupper() for word in words.split()[1:]):
        behind = NAMED_BEHIND.match(passage.masked, end, end + LONGEST)
        if behind is not None and (is_one_of or all(word in DESCRIBING for word in behind["lead"].split())):
            name_start, name_end = behind.span("name")
            while passage.text[name_end - 1].isspace():
                name_end -= 1
            if not is_place(passage.text[name_start:name_end]):
                return name_start, name_end
    return source


PARTY = re.compile(r"[RDI]-[A-Z][a-z.]+\Z")  # of a member of the US Congress: "Jane Smith, R-Ky., said"
ORDINALS = frozenset(["first", "second", "third", "last", "initially", "originally"])
MODIFIERS = frozenset(
    ["former", "senior", "deputy", "chief", "police", "army", "retired", "local", "veteran", "opposition", "political"]
)


DESCRIBING = english.ROLES | MODIFIERS
ONE_OF_THEM = frozenset(
    ["another", "one", "one of them", "the other", "a second", "a third", "the first", "the second", "the third"]
)


def body_before(passage: Passage, at: int) -> tuple[int, int] | None:
    """What "which" means behind a comma: "the U.S. military" of "denied by the U.S. military, which said"."""
    found = stretch_before(passage, at)
    if found is None:
        return None
    if passage.text[slice(*found)].split()[0].lower() in english.AUXILIARIES | english.MODALS:
        return None  # "has presented new evidence, which according to him"
    hangs = [match.end() for match in HANGING.finditer(passage.text, *found)]
    return (hangs[-1], found[1]) if hangs else found


HANGING = re.compile(r"\b(?:by|of|from|with|to|for|in|and)\s")


def antecedent(passage: Passage, at: int) -> tuple[int, int] | None:
    """Whom "who" means: the name or the description before it, past an apposition."""
    ahead = passage.text[max(0, at - LONGEST) : at].rstrip()
    if ahead.endswith(","):
        beside = stretch_before(passage, at)
        if beside is not None:
            words = passage.text[slice(*beside)]
            if DETERMINED.match(words) and passage.text[: beside[0]].rstrip().endswith(","):
                beside = stretch_before(passage, beside[0]) or beside
            return last_name(passage, *beside)
        return None
    offset = at - len(passage.text[max(0, at - LONGEST) : at]) + len(ahead)
    stretch = STRETCH.search(passage.masked[max(0, offset - LONGEST) : offset])
    if stretch is None:
        return None
    return last_name(passage, offset - len(stretch[0]), offset)


def last_name(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """The name that ends a stretch, else its last noun phrase."""
    text = passage.text[start:end]
    name = LAST_NAME.search(text)
    if name is not None and name[0].split()[0].lower() not in english.NOT_NAMES:
        return start + name.start(), end
    listed = list(re.finditer(r"\S+", text))
    for word in reversed(listed):
        if word[0].lower() in DETERMINERS:
            return start + word.start(), end
    return None


DETERMINERS = frozenset(["a", "an", "the", "one", "another", "some", "two", "three", "four", "several", "many"])


def stretch_before(passage: Passage, at: int) -> tuple[int, int] | None:
    """The words between the mark before a place and the comma that closes them there."""
    begin = max(0, at - LONGEST)
    ahead = passage.masked[begin:at].rstrip()
    if not ahead.endswith(","):
        return None
    stretch = STRETCH.search(ahead[:-1])
    if stretch is None:
        return None
    words = stretch[0]
    start = begin + stretch.start() + len(words) - len(words.lstrip())
    opening = OPENING.match(words.strip())
    return start + (opening.end() if opening else 0), begin + stretch.end()


def is_somebody(phrase: str, *, in_place: bool) -> bool:
    """Whether a phrase describes people or a body: "local leaders in Panjshir", "the governor of another region"."""
    listed = [word.lower() for word in phrase.split()]
    head = next((listed[at - 1] for at in range(1, len(listed)) if listed[at] in ENDS), listed[-1] if listed else "")
    if head not in SOMEBODY:
        return False
    return not in_place or listed[-1] in PLACE_NOUNS or phrase.split()[-1][:1].isupper()


@lru_cache(2_048)
def is_place(words: str) -> bool:
    """Whether a name is known as a place, and nothing else stands beside it."""
    if not words[:1].isupper() or len(words.split()) > 4:
        return False
    line = line_of(words)
    found = gazetteer("places", "en").find(line, words)
    return bool(found) and found[0].first == 0 and found[0].after == len(line.keys)
