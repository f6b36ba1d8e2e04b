"""What the tagger looks at: every feature of every word is one number, so that a whole article is a few tables.

Features of single words in the neighbourhood come from `word_features`, made once for each word form; features of
several words, of the sentence and of its quotations come from `context_features`, made for each token.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .lexicon import Lexicon
from .reading import Array, Flags, Reading
from .words import ATTRIBUTES, REACH, Ints

Group = tuple[npt.NDArray[Any], ...]  # what a feature is made of

FIRST, SECOND, THIRD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
HALF, QUARTER = np.uint64(32), np.uint64(29)
FAR = np.array([1, 2, 3, 4, 6, 9, 15])
LONG = np.array([1, 2, 4, 8, 16])


def mixed(numbers: Sequence[int], groups: Sequence[Group]) -> Ints:
    """For each group of values a row of numbers, one for each place; the number of its group tells its kind apart.

    Groups of the same size are put together at once.
    """
    found = np.empty((len(groups), len(groups[0][0])), dtype=np.uint32)
    seeds = (np.array(numbers, dtype=np.uint64) + np.uint64(1)) * FIRST
    of_size: dict[int, list[int]] = {}
    for at, group in enumerate(groups):
        of_size.setdefault(len(group), []).append(at)
    for listed in of_size.values():
        total = np.empty((len(listed), found.shape[1]), dtype=np.uint64)
        total[:] = seeds[listed, None]
        part = np.empty_like(total)
        for values in zip(*(groups[at] for at in listed), strict=True):
            total ^= np.right_shift(total, QUARTER, out=part)
            np.concatenate(values, out=part.reshape(-1), casting="unsafe")
            total ^= part
            total *= SECOND
            total ^= np.right_shift(total, HALF, out=part)
        total *= THIRD
        total >>= HALF
        found[listed] = total
    return found


def word_features(attributes: Ints) -> tuple[Ints, Array]:
    """For each word form (a row) a column of features at all places, and the place (0 to 2 * REACH) of each row."""
    found = [(at, place + REACH) for at, (_, first, last) in enumerate(ATTRIBUTES) for place in range(first, last + 1)]
    rows = mixed([at * 16 + place for at, place in found], [(attributes[:, at],) for at, _ in found])
    return rows, np.array([place for _, place in found], dtype=np.int64)


class Context:
    """A reading as arrays over the padded row, from which features of several words are put together."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.forms = np.array(lexicon.ids(reading.words), dtype=np.int64)
        word, backed_off, self.lemma, is_cue, is_mark, joint = lexicon.looked_at(self.forms)
        self.word, self.backed_off, self.joint = map(self._row, (word, backed_off, joint))
        self.is_cue = (is_cue > 0) & ~reading.quoted
        self.is_mark = (is_mark > 0) & ~reading.quoted
        self.row_of_forms = self._row(self.forms)
        self.sentence = sentence_bounds(reading.opens)

    def _row(self, values: Array) -> Array:
        row = np.zeros(self.reading.padded, dtype=np.int64)
        row[self.reading.at] = values
        return row

    def near(self, row: Array, place: int) -> Array:
        return row[self.reading.at + place]

    def features(self) -> Ints:
        """A column a token, a row a kind of feature."""
        kinds = ((200, self._neighbours()), (230, self._cues()), (260, self._quotations()), (290, self._sentences()))
        numbers = [first + at for first, groups in kinds for at in range(len(groups))]
        return mixed(numbers, [group for _, groups in kinds for group in groups])

    def _neighbours(self) -> list[Group]:
        w = {place: self.near(self.word, place) for place in range(-2, 3)}
        b = {place: self.near(self.backed_off, place) for place in range(-3, 4)}
        groups: list[Group] = [(w[-1], w[0]), (w[0], w[1]), (w[-2], w[-1]), (w[1], w[2]), (w[-1], w[1])]
        groups += [(b[-1], b[0], b[1]), (b[0], b[1], b[2]), (b[-2], b[-1], b[0])]
        groups += [(b[-1], b[0], b[1], b[2]), (b[0], b[1], b[2], b[3]), (b[-3], b[-2], b[-1], b[0])]
        return groups

    def _cues(self) -> list[Group]:
        """The nearest words to the left and right that attribute, and the nearest marks of a clause."""
        here = self.near(self.backed_off, 0)
        begin, end = self.sentence
        left, left_far = nearest(self.is_cue, begin, end, self.lemma, after=False)
        right, right_far = nearest(self.is_cue, begin, end, self.lemma, after=True)
        word = self.near(self.word, 0)
        before, before_far = nearest(self.is_mark, begin, end, word, after=False)
        behind, behind_far = nearest(self.is_mark, begin, end, word, after=True)
        has_left, has_right = left_far < len(FAR) + 1, right_far < len(FAR) + 1
        groups: list[Group] = [(left, left_far), (right, right_far), (left, word), (right, here), (left, right)]
        groups += [(here, left_far, right_far), (before, before_far), (behind, behind_far), (before, left, behind)]
        groups += [(before, before_far, has_left * 2 + has_right), (left, before, before_far < left_far)]
        groups += [(right, behind, behind_far < right_far)]
        return groups

    def _quotations(self) -> list[Group]:
        """How long a quotation is, and which words stand before and after it."""
        reading = self.reading
        first, last = runs(reading.quoted, reading.bounds)
        length = np.searchsorted(LONG, last - first + 1, side="right") * reading.quoted
        place = reading.at[first], reading.at[last]
        lead = [self.backed_off[place[0] - step] for step in (1, 2, 3)]
        tail = [self.backed_off[place[1] + step] for step in (1, 2, 3)]
        begin, end = self.sentence
        before, before_far = nearest(reading.quoted, begin, end, length, after=False)
        behind, behind_far = nearest(reading.quoted, begin, end, length, after=True)
        near_end = np.minimum(last - np.arange(len(first)), 3) * 4 + np.minimum(np.arange(len(first)) - first, 3)
        here = self.near(self.backed_off, 0)
        groups: list[Group] = [
            (length, near_end),
            (length, lead[1], lead[2]),
            (length, tail[1], tail[2]),
            (length, lead[1], tail[1]),
        ]
        groups += [(length, self.backed_off[place[1]], self.backed_off[place[0]])]
        groups += [(before, before_far, reading.quoted), (behind, behind_far, reading.quoted), (length, here)]
        groups += [(before, behind, here, reading.quoted)]
        return groups

    def _sentences(self) -> list[Group]:
        reading = self.reading
        begin, end = self.sentence
        count = np.cumsum(self.is_cue)
        cues = np.minimum(count[end] - count[begin] + self.is_cue[begin], 3)
        ends_in_cue = np.asarray(count[end] - count[np.maximum(begin, end - 4)] > 0)
        quotes = np.cumsum(reading.quoted)
        quoted = quotes[end] - quotes[begin] + reading.quoted[begin]
        share = np.where(quoted == 0, 0, np.where(quoted * 10 >= (end - begin) * 8, 2, 1))
        piece = np.repeat(np.arange(len(reading.bounds) - 1), np.diff(reading.bounds))
        opening = reading.bounds[:-1][piece]
        paragraph_cues = np.minimum(count[reading.bounds[1:][piece] - 1] - count[opening] + self.is_cue[opening], 3)
        number_in_piece = np.minimum(reading.sentence - reading.sentence[opening], 3)
        row = reading.at
        opens = [self.backed_off[row[begin] + step] for step in (0, 1)]
        depth = np.searchsorted(LONG, np.arange(len(begin)) - begin, side="right")
        first_of_paragraph = self.backed_off[row[opening]]
        groups: list[Group] = [
            (opens[0], opens[1]),
            (opens[0], cues, share),
            (cues, ends_in_cue, share),
            (depth, cues, share),
        ]
        groups += [(share, paragraph_cues, number_in_piece), (first_of_paragraph, share, number_in_piece)]
        groups += [(np.minimum(reading.sentence, 3), share), (reading.quoted, paragraph_cues, cues)]
        return groups

    def joints(self) -> Array:
        """What stands between a token and the one before it: the tagger has weights of its own for each kind."""
        quoted = self.reading.quoted.astype(np.int64)
        before = np.append(0, quoted[:-1])
        kind = self.near(self.joint, -1)
        return np.asarray(kind * 8 + self.reading.opens * 4 + before * 2 + quoted, dtype=np.int64)


JOINTS = 32


def sentence_bounds(opens: Flags) -> tuple[Array, Array]:
    """The first and the last token of each token's sentence."""
    firsts = np.flatnonzero(opens)
    which = np.cumsum(opens) - 1
    return firsts[which], np.append(firsts[1:], len(which))[which] - 1


def nearest(flags: Flags, begin: Array, end: Array, values: Array, *, after: bool) -> tuple[Array, Array]:
    """The value of the nearest flagged token of the same sentence on one side, and how far it is, in steps of `FAR`."""
    index = np.arange(len(flags))
    if after:
        seen = np.where(flags, index, len(flags))
        at = np.append(np.minimum.accumulate(seen[::-1])[::-1], len(flags))[1:]
        found = at <= end
    else:
        at = np.append(-1, np.maximum.accumulate(np.where(flags, index, -1)))[:-1]
        found = at >= begin
    far = np.where(found, np.searchsorted(FAR, np.abs(at - index), side="right"), len(FAR) + 1)
    return np.where(found, values[np.clip(at, 0, len(values) - 1)], 0), far


def runs(flags: Flags, bounds: Array) -> tuple[Array, Array]:
    """The first and the last token of the run that each flagged token is in; other tokens are runs of their own."""
    breaks = np.ones(len(flags) + 1, dtype=np.bool_)
    breaks[1:-1] = ~(flags[1:] & flags[:-1])
    breaks[bounds] = True
    opens = np.flatnonzero(breaks)
    which = np.cumsum(breaks[:-1]) - 1
    return opens[which], opens[which + 1] - 1
