"""The tagger's weights, and the labels of an article by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from verification.extraction.passage import Passage

from .features import Context, word_features
from .lexicon import Lexicon
from .reading import Array, Reading, read
from .viterbi import CUE, LABELS, best, chances, forbidden
from .words import REACH, Ints

Floats = npt.NDArray[np.float32]
WEIGHTS = Path(__file__).parent.parent / "model" / "attribution.npz"
PLACES = 2 * REACH + 1
OFTEN = 4  # of Known.cue_like
AT_ONCE, AT_MOST = 400, 800  # passages
BYTES = 8  # of a feature's values: one of each label, and one to spare
AROUND = 60  # words beside those of which it is asked how likely they attribute
BUCKETS = 20  # bits of a feature's number by which it is looked up


class Weights:
    """What each feature says for each label; features are sorted numbers, found by their first bits."""

    def __init__(self, keys: Ints, values: npt.NDArray[np.int8], scale: float) -> None:
        self._keys = np.append(keys, np.uint32(0xFFFFFFFF))
        padded = np.zeros((len(values) + 1, BYTES), dtype=np.int8)
        padded[:-1, :LABELS] = values
        self._packed = padded.view(np.int64).ravel()  # the values of a feature in one number: they are found at once
        self._scale = np.float32(scale)
        heads = np.arange(2**BUCKETS, dtype=np.uint64) << np.uint64(32 - BUCKETS)
        self._first = np.searchsorted(keys, heads.astype(np.uint32)).astype(np.int32)

    def rows(self, features: Ints) -> npt.NDArray[np.int32]:
        """Where each feature stands; the last row, of zeros, for those that are not known."""
        wanted = features.ravel()
        found = self._first.take(wanted >> np.uint32(32 - BUCKETS))
        keys = self._keys.take(found)
        ahead = np.flatnonzero(keys < wanted)  # the few that stand further on among those that begin alike
        found[keys > wanted] = len(self._keys) - 1
        while len(ahead):
            found[ahead] += 1
            keys = self._keys[found[ahead]]
            found[ahead[keys > wanted[ahead]]] = len(self._keys) - 1
            ahead = ahead[keys < wanted[ahead]]
        return np.asarray(found.reshape(features.shape))

    def sums(self, features: Ints) -> Floats:
        """For each column of features what they say together, for each label: (column, label)."""
        return self._scaled(np.add.reduce(self._values(features), axis=0, dtype=np.int16))  # dozens of at most 127

    def sums_by_place(self, features: Ints, places: Array) -> Floats:
        """As `sums`, with the rows that belong to each place apart: (column, place, label)."""
        order = np.argsort(places, kind="stable")
        begins = np.searchsorted(places[order], np.arange(PLACES))
        return self._scaled(np.add.reduceat(self._values(features[order]), begins, dtype=np.int16)).swapaxes(0, 1)

    def _values(self, features: Ints) -> npt.NDArray[np.int8]:
        """What each feature of a table says for each label, with one to spare."""
        return self._packed.take(self.rows(features)).view(np.int8).reshape(*features.shape, BYTES)

    def _scaled(self, together: npt.NDArray[np.int16]) -> Floats:
        return np.asarray(together[..., :LABELS] * self._scale, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article's words, the label of each, and what tells how sure these are: scores (word, label), steps, joints."""

    reading: Reading
    labels: Array
    scores: Floats
    steps: Floats
    joints: Array

    def cue_chance(self, start: int, end: int) -> float:
        """How likely words attribute, in the light of their own sentence; `start` and `end` are offsets of the text."""
        reading = self.reading
        first, after = np.searchsorted(reading.start, (start, end)).tolist()
        if first == after:
            return 0.0
        here = int(reading.sentence[first])
        begins, ends = np.searchsorted(reading.sentence, (here, here + 1)).tolist()
        begins, ends = max(begins, first - AROUND), min(ends, after + AROUND)
        likely = chances(self.scores[begins:ends], self.steps, self.joints[begins:ends])
        return float(likely[first - begins : after - begins, list(CUE)].sum(1).max())


class Tagger:
    """Labels articles; what it knows of a word form is put together once."""

    def __init__(self, stored: dict[str, npt.NDArray[np.generic]]) -> None:
        self._lexicon = Lexicon(np.asarray(stored["lexicon"], dtype=np.uint32))
        self._weights = Weights(
            np.asarray(stored["keys"], dtype=np.uint32),
            np.asarray(stored["values"], dtype=np.int8),
            float(stored["scale"]),
        )
        self._steps = np.asarray(stored["steps"], dtype=np.float32) + forbidden()
        self._by_form = np.zeros((0, PLACES, LABELS), dtype=np.float32)
        self._made, self._emptied = 0, 0
        self._lock = Lock()

    def label(self, lines: list[Passage]) -> Iterator[Tagged]:
        """The labels of an article, some hundred passages at a time, so that a long one takes no more memory."""
        for part in parts(lines):
            reading = read(part)
            if reading.words:
                with self._lock:
                    context = Context(reading, self._lexicon)
                    scores, joints = self.scores(context), context.joints()
                yield Tagged(reading, best(scores, self._steps, joints, reading.bounds), scores, self._steps, joints)

    def may_attribute(self, words: Iterable[str]) -> bool:
        """Whether one of the words is often seen to attribute."""
        return any(self._lexicon.known(word).cue_like >= OFTEN for word in words)

    def scores(self, context: Context) -> Floats:
        """What all features say of each word: (word, label)."""
        total = self._weights.sums(context.features())
        by_form = self._of_forms().reshape(-1, LABELS)
        around = context.reading.at + np.arange(-REACH, REACH + 1)[:, None]
        for said in by_form.take(context.row_of_forms[around] * PLACES + np.arange(PLACES)[:, None], axis=0):
            total += said
        return total

    def _of_forms(self) -> Floats:
        """What each word form says, by place; made for those that are new."""
        forms = self._lexicon.forms
        if self._emptied != self._lexicon.times_emptied:
            self._made, self._emptied = 0, self._lexicon.times_emptied
        if self._made < len(forms):
            fresh = np.array([form.attributes for form in forms[self._made :]], dtype=np.uint32)
            if len(forms) > len(self._by_form):
                grown = np.zeros((2 * len(forms), PLACES, LABELS), dtype=np.float32)
                grown[: self._made] = self._by_form[: self._made]
                self._by_form = grown
            self._by_form[self._made : len(forms)] = self._weights.sums_by_place(*word_features(fresh))
            self._made = len(forms)
        return self._by_form


def parts(lines: list[Passage]) -> Iterator[list[Passage]]:
    """The passages in stretches that end with a paragraph, or with `AT_MOST` passages of one."""
    begin = 0
    for at in range(1, len(lines)):
        length = at - begin
        if length >= AT_ONCE and (lines[at].opens_paragraph or length >= AT_MOST):
            yield lines[begin:at]
            begin = at
    yield lines[begin:]


@cache
def tagger() -> Tagger:
    """The tagger that comes with the project."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return Tagger(dict(stored))
