"""Words as names are spelt: without their possessives, and whether two are one name in two spellings."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

POSSESSIVES = ("’s", "'s", "s’", "s'")


def folded(word: str) -> str:
    """A word's key for telling spellings of one name apart from other names: Zelensky, Zelenskyy."""
    return key_of(word) if len(word) > LONGEST_KEPT else kept_key(word)


LONGEST_KEPT = 40  # letters of a word
SPELLINGS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("yy", "y"), ("iy", "y"), ("ph", "f"), ("kh", "h"))


def key_of(word: str) -> str:
    bare = word.lower()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    if not bare.isalnum():
        bare = "".join(filter(str.isalnum, bare))
    for long, short in SPELLINGS:
        bare = bare.replace(long, short)
    bare = bare[:-1] + "i" if bare.endswith("y") else bare
    return "".join(map(itemgetter(0), groupby(bare)))


kept_key = lru_cache(8_192)(key_of)


# What a letter of a key may have been, by the spellings that are folded.
BEFORE_FOLDING = {"u": "(?:ou|oo|u)+", "i": "(?:ee|i|y)+", "y": "(?:yy|iy|y)+", "f": "(?:ph|f)+", "h": "(?:kh|h)+"}
SHORTEST = 4  # letters of a key: shorter ones are like too many others


def pattern_of(name: str) -> str | None:
    """A pattern, for keys of names, of words that begin with those of `name` in any spelling: "Masoud" fits "ahmad
    masud" and "massoud". None where a word of it is too short to tell."""
    keys = [folded(word) for word in name.split()]
    if not keys or min(map(len, keys)) < SHORTEST:
        return None
    words = ("".join(BEFORE_FOLDING.get(letter, f"{letter}+") for letter in key) for key in keys)
    return "(?:^| )" + "[^ ]* ".join(words)


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings: the same key, or one letter apart in a long word."""
    return is_same_key(folded(one), folded(other))


def is_same_key(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    return a[shared + 1 :] == b[shared + 1 :] or a[shared + 1 :] == b[shared:] or a[shared:] == b[shared + 1 :]


def without_possessive(word: str) -> str:
    if not word.endswith(POSSESSIVES):
        return word
    for ending in POSSESSIVES:
        if word.endswith(ending):
            return word[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return word
