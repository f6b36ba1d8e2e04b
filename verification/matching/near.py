"""Texts that are nearly the same: a wire story that two outlets cut differently, a page that was edited later.

A text is taken as the set of its shingles (three words in a row, folded so that spelling and punctuation do not
count). How alike two texts are is the share of shingles that they have in common (Jaccard). To find candidates
without comparing all with all, each text has a few keys (MinHash, 16 bands of 4): texts that are alike share a key,
the more surely the more alike they are; half alike, in two of three cases, and three quarters, nearly always.
Keys are of the whole text; of very long texts the first 100,000 code points are compared.
"""

from __future__ import annotations

import hashlib
import re

import numpy as np
import numpy.typing as npt

from verification.text.normalise import search_key

SHINGLE = 3  # words
BANDS, ROWS = 16, 4
PERMUTATIONS = BANDS * ROWS
LEAST_SHINGLES = 8  # of a shorter text nothing can be said
MOST_COMPARED = 100_000  # code points of each text: who opens a page waits for it

# Words as writing separates them, with the signs inside them that folding takes out; of scripts that do not separate
# words (Chinese, Japanese, Thai) each letter.
WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"(?:[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[\u00ad\u0300-\u036f\u064b-\u065f\u0670\u200c-\u200f\u2060])*"
)

Hashes = npt.NDArray[np.uint64]


def shingles(text: str) -> Hashes:
    """The text's shingles, each as a number, sorted and each once; linear in the length of the text."""
    numbers: dict[str, int] = {}
    words = WORD.findall(text)
    for word in words:
        if word not in numbers:
            numbers[word] = _number(search_key(word))
    hashed = np.fromiter((numbers[word] for word in words), dtype=np.uint64, count=len(words))
    if len(hashed) < SHINGLE:
        return np.empty(0, dtype=np.uint64)
    mixed: Hashes = np.zeros(len(hashed) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        mixed = _stirred(mixed * np.uint64(3) + hashed[place : place + len(mixed)])
    return np.unique(mixed)


def near_keys(text: str) -> list[int]:
    """The text's keys, 16 signed 64-bit numbers; empty for a text too short to be told apart."""
    found = shingles(text)
    if len(found) < LEAST_SHINGLES:
        return []
    least = np.fromiter(
        (_stirred(found * factor + addend).min() for factor, addend in zip(FACTORS, ADDENDS, strict=True)),
        dtype=np.uint64,
        count=PERMUTATIONS,
    )
    keys: Hashes = np.zeros(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        keys = _stirred(keys * np.uint64(3) + least.reshape(BANDS, ROWS)[:, row])
    # Each band has numbers of its own: the same minimum in different bands says nothing.
    numbers: Hashes = np.fromiter(range(1, BANDS + 1), dtype=np.uint64, count=BANDS)
    keys = _stirred(keys + numbers)
    return [int(key) for key in keys.view(np.int64)]


def compared_shingles(text: str) -> Hashes:
    """The shingles by which a text is compared with others: of the whole text, or of its head where it is very long."""
    return shingles(text[:MOST_COMPARED])


def likeness(one: Hashes, other: Hashes) -> float:
    """The share of shingles that two texts have in common, 0 to 1; 0 where one of them has none."""
    if not len(one) or not len(other):
        return 0.0
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _stirred(numbers: Hashes) -> Hashes:
    """Each number scattered over all 64 bits, one to one (the finaliser of MurmurHash3)."""
    stirred: Hashes = numbers ^ (numbers >> np.uint64(33))
    stirred = stirred * np.uint64(0xFF51AFD7ED558CCD)
    stirred ^= stirred >> np.uint64(33)
    stirred = stirred * np.uint64(0xC4CEB9FE1A85EC53)
    stirred ^= stirred >> np.uint64(33)
    return stirred


# Odd factors, so that no two shingles fall together; made from fixed words, so that keys stay the same for ever.
FACTORS = [np.uint64(_number(f"factor {n}") | 1) for n in range(PERMUTATIONS)]
ADDENDS = [np.uint64(_number(f"addend {n}")) for n in range(PERMUTATIONS)]
