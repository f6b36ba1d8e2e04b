"""A sentence as matching sees it: its words by what they mean, its names, places, doers and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verification.numbers.moments import Moment, moments
from verification.numbers.quantities import located
from verification.text.normalise import search_key
from verification.vocabulary import DatePrecision

from . import lexicon
from .quantities import Counted, counted

LONGEST = 2000  # code points that are read of one statement: a claim is a sentence or two
INITIALS = re.compile(r"\b([A-Z])\.([A-Z])\.(?:[A-Z]\.)?")
TOKEN = re.compile(
    r"\d+(?:[.,٬٫'’]\d+)*|%|[^\W\d_]+[\u0300-\u036f\u064b-\u065f\u0670]*(?:[-'’\u200c\u0300-\u036f\u064b-\u065f\u0670]+[^\W\d_]+)*"
    r"|[,;:.()!?–—،؛]"
)
BREAKS = frozenset(",;:.()!?–—،؛")
NAME_WEIGHT, WORD_WEIGHT, COMMON_WEIGHT = 2.5, 1.0, 0.5
SPELLINGS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yy", "y"), ("iy", "y"), ("ph", "f"), ("kh", "h"), ("gh", "g"),
    ("ah", "a"), ("mo", "mu"), ("med", "mad"),
)  # fmt: skip
AT_THE_END = 4  # words: a verb of saying so near the end ends a clause that says who
ATTRIBUTED_WITHIN = 12  # words: where a verb of saying stands, what comes before it says who
ANY_DAY = date(2000, 1, 5)  # from where dates are seen whose words alone are compared
FIGURES = re.compile(r"\d+")
TOLL_AFTER, TOLL_BEFORE = 8, 20  # words around a number in which what happened to those counted is looked for
NP = 5  # words before a deed or after "by" that may name its doer


@dataclass(frozen=True, slots=True)
class Features:
    """What two claims are compared by. `words` are the stems of what is said, each with what it weighs."""

    words: dict[str, float]
    names: frozenset[str]
    speakers: frozenset[str]  # words that say who says it
    shown: dict[str, str]  # how a name, doer or place is written in this sentence
    places: frozenset[str]
    doers: frozenset[str]
    quantities: tuple[Counted, ...]
    has_dates: bool
    days: frozenset[str]
    years: frozenset[str]
    concepts: frozenset[str]
    is_negative: bool
    cues: frozenset[str]  # "now", "grown", "corrected"
    exact: str  # the folded words in order: alike for the same sentence alone

    @property
    def weight(self) -> float:
        return sum(self.words.values())


@lru_cache(maxsize=65_536)
def meaning(word: str) -> str:
    """The form of a folded word in which two claims are compared: its concept, or its stem as it sounds.

    Names and words have one form, because at the head of a sentence one cannot tell which it is.
    """
    if word in lexicon.CONCEPT_OF:
        return lexicon.CONCEPT_OF[word]
    if word in lexicon.ALIASES:
        return lexicon.ALIASES[word]
    if not word.isascii():
        return word[2:] if word.startswith("ال") and len(word) > 4 else word
    short = _stem(word)
    return lexicon.CONCEPT_OF.get(short) or _sound(short)


def _stem(word: str) -> str:
    """An English word without its ending."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 5), ("ly", 6)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _sound(word: str) -> str:
    """A word without what spellings of one name differ in: Zelensky and Zelenskyy, Mohammed and Muhammad."""
    bare = word.replace("-", "")
    for long, short in SPELLINGS:
        bare = bare.replace(long, short)
    bare = bare[:-1] + "i" if bare.endswith("y") else bare
    return "".join(c for at, c in enumerate(bare) if at == 0 or c != bare[at - 1])


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    key = search_key(word).replace("’", "'")
    key = key.removesuffix("'s").removesuffix("s'") if "'" in key else key
    return key.replace("'", "")


def has_case(word: str) -> bool:
    return word.lower() != word.upper()


@lru_cache(maxsize=8_192)
def features(statement: str, is_denied: bool = False, language: str | None = None) -> Features:
    """The features of a statement; `is_denied`: the article puts it as denied. Never raises, linear in its length."""
    text = INITIALS.sub(r"\1\2", statement[:LONGEST]).replace("so far", "sofar")
    tokens = list(TOKEN.finditer(text))
    surface = [token.group() for token in tokens]
    keys = ["%" if written == "%" else folded(written) for written in surface]
    dates = moments(text, language, ANY_DAY)
    listed = located(text, language, dates)
    figures = [_tokens(tokens, start, end) for _read, start, end in listed]
    counts = frozenset(at for places in figures for at in places)
    dated = {at for moment in dates for at in _tokens(tokens, moment.start, moment.end)}
    speech = _speech(keys, counts)
    negative = is_denied or any(key in lexicon.DENYING or key in lexicon.NEGATIVE for key in keys)
    weights: dict[str, float] = {}
    names: set[str] = set()
    shown: dict[str, str] = {}
    stems: list[str] = []
    for at, (token, key) in enumerate(zip(surface, keys, strict=True)):
        if not key or key in BREAKS or at in counts or at in dated:
            stems.append("")
            continue
        is_name = _is_name(surface, keys, at)
        word = meaning(key)
        stems.append(word)
        if key in lexicon.STOP or key in lexicon.TITLES:
            continue
        if at in speech and not (is_name and at and keys[at - 1] in lexicon.LOCATING):
            continue  # but "police in Nord say" is about Nord
        shown.setdefault(word, token)
        if is_name:
            names.add(word)
            weights[word] = NAME_WEIGHT
        elif word not in weights and (len(word) > 1 or not word.isascii()):
            weights[word] = COMMON_WEIGHT if word in COMMON else WORD_WEIGHT
    days, years = _days(dates)
    return Features(
        words=weights,
        names=frozenset(names),
        speakers=frozenset(stems[at] for at in speech if stems[at]),
        shown=shown,
        places=_places(keys, stems, names),
        doers=_doers(keys, stems, speech, counts),
        quantities=tuple(
            counted(read, *_of_what(read.unit, keys, stems, places, counts))
            for (read, _start, _end), places in zip(listed, figures, strict=True)
        ),
        has_dates=bool(dates),
        days=days,
        years=years,
        concepts=frozenset(word for word in weights if word in lexicon.CONCEPTS),
        is_negative=negative,
        cues=_cues(keys),
        exact=" ".join(key for key in keys if key and key not in BREAKS),
    )


def _tokens(tokens: Sequence[re.Match[str]], start: int, end: int) -> range:
    """The tokens that stand, be it in part, between two offsets."""
    first = bisect_right(tokens, start, key=re.Match.end)
    return range(first, bisect_left(tokens, end, lo=first, key=re.Match.start))


def _speech(keys: Sequence[str], counts: frozenset[int]) -> frozenset[int]:
    """The words that say who says it: "the army said that" at the head, ", the army said" at the end."""
    for at in range(len(keys) - 1, max(-1, len(keys) - 1 - 2 * AT_THE_END), -1):
        if len(keys) - 1 - at >= AT_THE_END and keys[at] != "according":
            continue
        if keys[at] in lexicon.SAYING and not _takes(keys, at, counts):
            start = at
            while start > 0 and keys[start - 1] not in BREAKS:
                start -= 1
            if start > 0:
                return frozenset(range(start, len(keys)))
            break
    for at, key in enumerate(keys[:ATTRIBUTED_WITHIN]):
        if (key in lexicon.SAYING and not _takes(keys, at, counts)) or key in lexicon.DENYING:
            # What counts something before it belongs to what is said: "12 died as the army said".
            if at + AT_THE_END >= len(keys) or any(before < at for before in counts):
                break
            return frozenset(range(at + 1))
    return frozenset()


def _takes(keys: Sequence[str], at: int, counts: frozenset[int]) -> bool:
    """Whether a verb of saying says something else here: "claimed 12 lives", "claimed responsibility"."""
    follows = keys[at + 1 : at + 3]
    return keys[at].startswith("claim") and bool({"lives", "responsibility"} & set(follows) or at + 1 in counts)


def _is_name(surface: Sequence[str], keys: Sequence[str], at: int) -> bool:
    token, key = surface[at], keys[at]
    if key in lexicon.ALIASES:
        return True
    if key in lexicon.STOP or key in lexicon.TITLES or key in lexicon.CONCEPT_OF:
        return False
    if not has_case(token):
        # Where writing has no capitals, what stands after "in" is a place as far as we can tell.
        return len(key) > 2 and at > 0 and keys[at - 1] in lexicon.LOCATING
    if not token[:1].isupper():
        return False
    opens = at == 0 or surface[at - 1] in ".!?:"
    if not opens:
        return True
    follows = surface[at + 1] if at + 1 < len(surface) else ""
    return (token.isupper() and len(token) > 1) or (follows[:1].isupper() and keys[at + 1] not in lexicon.STOP)


def _of_what(
    named: str, keys: Sequence[str], stems: Sequence[str], places: range, counts: frozenset[int]
) -> tuple[str, str]:
    """What a number counts, and what happened to it; `named` is its unit in plain words: "civilians killed", "%"."""
    if named == "%" or named.isupper():
        return named, ""
    words = [meaning(folded(word)) for word in named.split()[-2:]]
    deed = words.pop() if words and words[-1] in lexicon.TOLLS else ""
    if not deed:
        first, end = places.start, places.stop
        after = _nearest_toll(keys, stems, range(end, min(end + TOLL_AFTER, len(keys))), counts)
        deed = after or _nearest_toll(keys, stems, range(first - 1, max(-1, first - TOLL_BEFORE), -1), counts)
    return (words[-1] if words else ""), deed


def _nearest_toll(keys: Sequence[str], stems: Sequence[str], places: range, counts: frozenset[int]) -> str:
    for at in places:
        if at in counts or keys[at] in (";", ".", "and", "while", "و"):
            return ""
        if stems[at] in lexicon.TOLLS:
            return stems[at]
    return ""


def _days(dates: Sequence[Moment]) -> tuple[frozenset[str], frozenset[str]]:
    """Days and months as they are named ("Monday", "3 June"), seen from whatever day, and years."""
    days: set[str] = set()
    years: set[str] = set()
    for moment in dates:
        if moment.begins is None or moment.ends is None or moment.is_distance:
            continue
        if any(len(figures) == 4 for figures in FIGURES.findall(moment.words)):
            years |= {str(moment.begins.year), str(moment.ends.year)}
        if moment.precision is DatePrecision.DAY:
            days.add(f"{moment.begins:%m-%d}")
        elif moment.precision is DatePrecision.MONTH:
            days.add(f"{moment.begins:%m}")
    return frozenset(days), frozenset(years)


def _places(keys: Sequence[str], stems: Sequence[str], names: set[str]) -> frozenset[str]:
    """Names that stand after "in", "at", "near" and the like."""
    found: set[str] = set()
    at = 0
    while at < len(keys):
        if keys[at] in lexicon.LOCATING:
            step = at + 1
            while step < min(at + 5, len(keys)) and keys[step] not in BREAKS:
                if stems[step] in names:
                    found.add(stems[step])
                elif found and keys[step] in lexicon.STOP:
                    break
                step += 1
        at += 1
    return frozenset(found)


def _doers(keys: Sequence[str], stems: Sequence[str], speech: frozenset[int], counts: frozenset[int]) -> frozenset[str]:
    """Who did the deed of the sentence: after "by", or before a deed that is not in the passive."""
    denying = next((at for at in speech if keys[at] in lexicon.DENYING), None)
    if denying is not None:
        follows = [key for key in keys[denying + 1 : denying + 4] if key != "that"]
        if follows and (follows[0] in lexicon.HIMSELF or follows[0].endswith("ing")):
            return _noun_words(keys, stems, range(denying), counts)
    for at, key in enumerate(keys):
        if key in lexicon.BY:
            found = _noun_words(keys, stems, range(at + 1, min(at + 1 + NP, len(keys))), counts)
            if found:
                return found
    for at, key in enumerate(keys):
        if (
            at in speech
            or stems[at] not in lexicon.DEEDS
            or not key.endswith(("ed", "s", "ot", "un", "on", "ook", "w"))
        ):
            continue
        before = [keys[step] for step in range(max(0, at - 3), at)]
        if any(word in lexicon.BEING for word in before):
            continue
        start = at - 1
        while start >= 0 and at - start <= NP and keys[start] not in BREAKS and start not in speech:
            start -= 1
        found = _noun_words(keys, stems, range(start + 1, at), counts)
        if found:
            return found
    return frozenset()


def _noun_words(keys: Sequence[str], stems: Sequence[str], places: range, counts: frozenset[int]) -> frozenset[str]:
    found: list[str] = []
    for at in places:
        if keys[at] in BREAKS or keys[at] in lexicon.LOCATING or keys[at] in ("that", "which", "who", "and"):
            break
        if at in counts:
            return frozenset() if not found else frozenset(found)
        if stems[at] and keys[at] not in lexicon.STOP and keys[at] not in lexicon.TITLES:
            found.append(stems[at])
    return frozenset(found) - ANY_DOER


def _cues(keys: Sequence[str]) -> frozenset[str]:
    found = set()
    for key in keys:
        if key in lexicon.NOW or key in ("sofar",):
            found.add("now")
        if meaning(key) in lexicon.GROWN:
            found.add("grown")
        if key in lexicon.CORRECTED:
            found.add("corrected")
    return frozenset(found)


COMMON = frozenset(meaning(word) for word in lexicon.COMMON)
ANY_DOER = frozenset(meaning(word) for word in lexicon.ANY_DOER)
