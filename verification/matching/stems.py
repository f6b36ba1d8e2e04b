"""Words in the form in which two claims are compared: by what they mean, or as they sound without their endings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from verification.text.normalise import search_key

from . import lexicon

SPELLINGS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yy", "y"), ("iy", "y"), ("ph", "f"), ("kh", "h"), ("gh", "g"),
    ("ah", "a"), ("mo", "mu"), ("med", "mad"),
)  # fmt: skip


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


def sense(keys: Sequence[str], at: int, counts: Set[int]) -> str | None:
    """The meaning that a word of several has in this sentence, "" where it says nothing; None: it has but one.

    Prices fall, soldiers fall, and towns fall to somebody; an attack leaves 12 dead; police hold suspects.
    """
    key = keys[at]
    if key in lexicon.FALL:
        if at and (at - 1 in counts or lexicon.CONCEPT_OF.get(keys[at - 1]) in lexicon.PEOPLE):
            return "kill"
        if keys[at + 1 : at + 2] == ["to"]:
            to_somebody = any(
                lexicon.CONCEPT_OF.get(word) in lexicon.PEOPLE or word in lexicon.ALIASES
                for word in keys[at + 2 : at + 6]
            )
            return "seize" if to_somebody else None
        return None
    if key in ("leave", "leaves", "left") and any(step in counts for step in range(at + 1, at + 5)):
        return ""
    follows = keys[at + 1 : at + 5]
    if key in lexicon.LOSE and any(at + 1 + step in counts and _are_people(follows[step + 1 :]) for step in range(2)):
        return "kill"  # an army loses men
    if key in lexicon.TAKE and any(step in counts for step in range(at + 1, at + 4)):
        return "kill" if any(word in ("lives", "victims") for word in follows) else None
    if key in lexicon.DRIVE and not lexicon.AT_HOME.isdisjoint(keys[max(0, at - 5) : at]):
        return "displace"
    if key in lexicon.HOLD and not lexicon.HELD.isdisjoint(keys[at + 1 : at + 6]):
        return "arrest"
    return None


def _are_people(words: Sequence[str]) -> bool:
    return bool(words) and lexicon.CONCEPT_OF.get(words[0]) in lexicon.PEOPLE
