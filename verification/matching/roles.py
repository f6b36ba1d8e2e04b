"""Who and what stands where in a sentence: who says it, where it happened, and who did it.

All take the folded words of a sentence (`keys`), what each means (`stems`, empty where it says nothing) and which of
them count something (`counts`); all are linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from . import lexicon
from .stems import meaning

BREAKS = frozenset(",;:.()!?–—،؛")
AT_THE_END = 4  # words: a verb of saying so near the end ends a clause that says who
ATTRIBUTED_WITHIN = 12  # words: where a verb of saying stands, what comes before it says who
NP = 5  # words before a deed or after "by" that may name its doer
NEGATED_WITHIN = 6  # words from "not" on
PLACED_WITHIN = 5  # words after "in" that may name the place
# What is said of a doer without saying which side it is, and what happens, which nobody is: "killed by a blast".
NO_DOER = frozenset(meaning(word) for word in lexicon.ANY_DOER | lexicon.NOW) | lexicon.ACTS | {"fight"}


def speech(keys: Sequence[str], counts: Set[int]) -> frozenset[int]:
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


def _takes(keys: Sequence[str], at: int, counts: Set[int]) -> bool:
    """Whether a verb of saying says something else here: "claimed 12 lives", "claimed responsibility"."""
    follows = keys[at + 1 : at + 3]
    return keys[at].startswith("claim") and bool({"lives", "responsibility"} & set(follows) or at + 1 in counts)


def places(keys: Sequence[str], stems: Sequence[str], names: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Names that stand after "in", "at", "near" and the like, and the larger places that follow: "in Nord, Karan"."""
    found: set[str] = set()
    larger: set[str] = set()
    for at, key in enumerate(keys):
        if key not in lexicon.PLACING and not (key == "of" and at and keys[at - 1] == "out"):
            continue
        named = apart = False
        for step in range(at + 1, min(at + 1 + PLACED_WITHIN, len(keys))):
            if stems[step] in names:
                (larger if apart else found).add(stems[step])
                named = True
            elif keys[step] == "," and named and step + 1 < len(keys) and stems[step + 1] in names:
                apart = True
            elif keys[step] in BREAKS or (named and keys[step] in lexicon.STOP):
                break
    return frozenset(found), frozenset(larger - found)


def doers(keys: Sequence[str], stems: Sequence[str], said: Set[int], counts: Set[int]) -> frozenset[str]:
    """Who did the deed of the sentence: after "by", or before a deed that is not in the passive."""
    denied = self_denied(keys, stems, said, counts)
    if denied:
        return denied
    for at, key in enumerate(keys):
        if key in lexicon.BY or _holds(keys, at):
            found = _noun_words(keys, stems, range(at + 1, min(at + 1 + NP, len(keys))), counts)
            if found:
                return found
    begins = 0
    for at, stem in enumerate(stems):
        if keys[at] in lexicon.ENDS_A_CLAUSE or at in said:
            begins = at + 1
        elif stem in lexicon.DEEDS and _is_active(keys, at):
            if any(word in lexicon.BEING for word in keys[max(0, at - 3) : at]):
                continue
            # Of "burst into a base and killed", who it was stands at the head of the clause.
            first = begins if at and keys[at - 1] == "and" else max(begins, at - NP)
            found = _noun_words(keys, stems, range(first, min(at, first + NP)), counts)
            if found:
                return found
    return frozenset()


def _is_active(keys: Sequence[str], at: int) -> bool:
    """Whether the word can be a verb with a doer before it: "seized", "holds", and "fighters hold"."""
    before = at - 1 - (at > 1 and keys[at - 1] in lexicon.NOW)
    of_many = before >= 0 and keys[before].endswith("s") and lexicon.CONCEPT_OF.get(keys[before]) in lexicon.PEOPLE
    return of_many or keys[at].endswith(lexicon.ACTIVE)


def _holds(keys: Sequence[str], at: int) -> bool:
    """Whether who holds it follows: "under the control of", "in the hands of"."""
    return keys[at] == "of" and at > 1 and keys[at - 1] in ("control", "hands", "rule")


def self_denied(keys: Sequence[str], stems: Sequence[str], said: Set[int], counts: Set[int]) -> frozenset[str]:
    """Who denies having done it: "the front denied that it killed", "denied killing", "did not kill"."""
    for at, key in enumerate(keys):
        if key in lexicon.DENYING and at in said:
            follows = [word for word in keys[at + 1 : at + 6] if word not in lexicon.OF_REPORTS]
            if follows and (follows[0] in lexicon.HIMSELF or follows[0].endswith("ing")):
                return _noun_words(keys, stems, range(at), counts)
        elif key in ("not", "never") and at not in said and _has_a_deed(keys, stems, at):
            return _noun_words(keys, stems, range(max(0, at - 1 - NP), at - 1), counts)
    return frozenset()


def _has_a_deed(keys: Sequence[str], stems: Sequence[str], at: int) -> bool:
    """Whether the "not" at `at` belongs to a deed: "did not kill"."""
    helps = at > 0 and keys[at - 1] in ("did", "has", "have", "had")
    return helps and not lexicon.DEEDS.isdisjoint(stems[at + 1 : at + 3])


def _noun_words(keys: Sequence[str], stems: Sequence[str], listed: range, counts: Set[int]) -> frozenset[str]:
    found: list[str] = []
    for at in listed:
        if keys[at] in BREAKS or (found and keys[at] in lexicon.ENDS_A_NAME):
            break
        if at in counts:
            return frozenset() if not found else frozenset(found)
        if stems[at] and keys[at] not in lexicon.STOP and keys[at] not in lexicon.TITLES:
            found.append(stems[at])
    return frozenset(found) - NO_DOER


def negated(keys: Sequence[str], stems: Sequence[str]) -> frozenset[str]:
    """What stands behind "not", "nobody" and the like, as far as that reaches."""
    found: set[str] = set()
    for at, key in enumerate(keys):
        if key in lexicon.NEGATIVE:
            found.update(stem for stem in stems[at : at + NEGATED_WITHIN] if stem)
    return frozenset(found)
