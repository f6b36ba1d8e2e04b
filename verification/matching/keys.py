"""The keys of a claim: numbers that claims share which may be about the same thing.

To find what a new claim may repeat or contradict without comparing it with all that are stored, each claim has at most
`MOST` keys, and those that share one are looked at more closely: the claim as a whole, each pair of its rarer names
and numbers, names with what happened and with when it was said, within a fortnight, and pairs of words drawn by
weighted MinHash, so that claims share the more of them the more alike they are. A key that very many claims share finds
the newest of them alone: its reader sets the bound. The first key is that of the claim as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from . import lexicon
from .features import COMMON, Features
from .times import Interval

Lucks = npt.NDArray[np.float64]

ANCHORS, ACTS, PLACES, BANDS, ROWS = 6, 3, 2, 8, 2
MOST = 1 + ANCHORS * (ANCHORS - 1) // 2 + 2 * ACTS * ACTS + PLACES + ACTS + BANDS
FORTNIGHT = 14  # days: what is told in like words so much later is another event
NUMBER = "#"  # before a number among the anchors
LEAST_WEIGHT = 2.0  # what says less has no keys: "He agreed."


def keys(read: Features, said: Interval | None = None) -> list[int]:
    """The claim's keys, signed 64-bit numbers, each once; none for a claim that says little.

    `said`: when it was said. What happened to whom in which fortnight few claims share, however many there are.
    """
    return _keys(read, _fortnights(said)[:1])


def asked(read: Features, said: Interval | None = None) -> list[int]:
    """The keys by which others are looked for: the claim's own, and those of the fortnights before and after."""
    return _keys(read, _fortnights(said))


def _keys(read: Features, fortnights: Sequence[int]) -> list[int]:
    if read.weight < LEAST_WEIGHT or len(read.words) < 2:
        return []
    found = [_number("all", *sorted(read.words), *sorted(f"{q.value:g}" for q in read.quantities))]
    anchors = _anchors(read)
    telling = read.names | {anchor for anchor in anchors if anchor.startswith(NUMBER)}
    # Two words say little beside a name, and very many claims share them.
    pairs = [pair for pair in combinations(anchors, 2) if not read.names or not telling.isdisjoint(pair)]
    found += [_number("pair", *sorted(pair)) for pair in pairs]
    acts = sorted(read.concepts & lexicon.ACTS)[:ACTS]
    named = sorted(read.names, key=lambda name: (len(name), name))[-ACTS:]
    happened = list(product(named, acts))
    found += [_number("pair", *sorted(pair)) for pair in happened]
    found += [_number("in", *sorted(pair), str(fortnight)) for pair in happened for fortnight in fortnights]
    # What happened is told in many words, and not all are known: a place in those weeks by itself, names with how many.
    where = sorted(read.places or read.names, key=lambda name: (-len(name), name))[:PLACES]
    found += [_number("in", name, str(fortnight)) for name in where for fortnight in fortnights]
    few = [f"{NUMBER}{q.value:g}" for q in read.quantities if 1 < q.value <= 10][:1]
    found += [_number("pair", *sorted(pair)) for pair in product(named, few)]
    drawn = _drawn(read.words)
    for band in range(BANDS):
        chosen = sorted(set(drawn[band * ROWS : (band + 1) * ROWS]))
        if len(chosen) == ROWS:  # one word alone is shared by too many
            found.append(_number("pair", *chosen))
    return list(dict.fromkeys(found))


def _fortnights(said: Interval | None) -> list[int]:
    """The fortnight in which something was said, then those beside it; none where that is not known so exactly."""
    if said is None or (said[1] - said[0]).days > FORTNIGHT:
        return []
    at = said[0].toordinal() // FORTNIGHT
    return [at, at - 1, at + 1]


def _anchors(read: Features) -> list[str]:
    """What a claim is found by: names, then numbers that are not small, then its longest words."""
    numbers = {f"{NUMBER}{q.value:g}" for q in read.quantities if q.value > 10}
    names = sorted(read.names, key=lambda name: (-len(name), name))
    rest = sorted(
        (word for word in read.words if word not in read.names and word not in COMMON),
        key=lambda word: (-len(word), word),
    )
    return [*names[: ANCHORS - 1], *sorted(numbers)[:2], *rest][:ANCHORS]


def _drawn(words: dict[str, float]) -> list[str]:
    """The words that chance, the same for every claim, draws at each place; heavier words are drawn more often."""
    listed = sorted(words)
    weights = np.fromiter((words[word] for word in listed), dtype=np.float64, count=len(listed))
    lucks = np.stack([_luck(word) for word in listed]) / weights[:, np.newaxis]
    return [listed[at] for at in lucks.argmin(axis=0)]


@lru_cache(maxsize=65_536)
def _luck(word: str) -> Lucks:
    digest = hashlib.shake_128(word.encode("utf-8", "replace")).digest(4 * BANDS * ROWS)
    numbers = np.frombuffer(digest, dtype="<u4").astype(np.float64)
    return -np.log((numbers + 1) / 2**32)


def _number(*parts: str) -> int:
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
