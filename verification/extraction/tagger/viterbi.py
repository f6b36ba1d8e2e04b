"""The best labels of a whole article at once: every paragraph takes its next step at the same time."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt

from .reading import Array

Floats = npt.NDArray[np.float32]
LABELS = 7
CUE = (3, 4)  # the labels of a word of attribution
NEVER = np.float32(-1e4)


def forbidden() -> Floats:
    """What is added to a step between labels: the inside of a span follows its own beginning or inside alone."""
    table = np.zeros((LABELS, LABELS), dtype=np.float32)
    for inside in (2, 4, 6):
        table[:, inside] = NEVER
        table[inside - 1, inside] = table[inside, inside] = 0
    return table


def best(scores: Floats, steps: Floats, joints: Array, bounds: Array) -> Array:
    """A label for each word; `steps` are (joint, label before, label), `bounds` where pieces begin, and the end."""
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    lengths = lengths[order]
    longest = int(lengths[0]) if len(lengths) else 0
    # The first words of all pieces, longest piece first, then the second words of those that have one, and so on.
    live = np.searchsorted(-lengths, -np.arange(longest), side="left")
    rounds = [0, *np.cumsum(live).tolist()]
    step_of = np.repeat(np.arange(longest), live)
    at = bounds[:-1][order][np.arange(len(step_of)) - np.array(rounds)[step_of]] + step_of
    # The label before comes first: the best of all of them is then taken of long rows.
    scored, stepped = scores[at], np.ascontiguousarray(steps.swapaxes(0, 1)).take(joints[at], axis=1)
    value = scored[: len(order)] + np.array([0, 0, NEVER, 0, NEVER, 0, NEVER], dtype=np.float32)
    going_on, before = value, value.T[:, :, None]  # of the pieces that have a word in this round
    for first, after in itertools.pairwise(rounds[1:]):
        if after - first < len(going_on):
            going_on = going_on[: after - first]
            before = going_on.T[:, :, None]
        ways = stepped[:, first:after]
        ways += before
        np.maximum.reduce(ways, 0, None, going_on)
        going_on += scored[first:after]
    label = value.argmax(1).tolist()
    ways_back = stepped.argmax(0).tolist()
    chosen = [0] * len(at)
    for first, after in reversed(list(itertools.pairwise(rounds))):
        for row in range(after - first):
            chosen[first + row] = here = label[row]
            label[row] = ways_back[first + row][here]
    found = np.zeros(len(scores), dtype=np.int64)
    found[at] = chosen
    return found


def chances(scores: Floats, steps: Floats, joints: Array) -> Floats:
    """How likely each label of each word is, over all ways to label a row of words: (word, label)."""
    said = np.exp(scores - scores.max(1, keepdims=True))
    ways = np.exp(steps)[joints]
    ahead, behind = np.ones((2, *said.shape), dtype=np.float32)
    ahead[0] = said[0]
    for at in range(1, len(said)):
        ahead[at] = (ahead[at - 1] @ ways[at]) * said[at]
        ahead[at] /= ahead[at].sum()
    for at in range(len(said) - 2, -1, -1):
        behind[at] = ways[at + 1] @ (behind[at + 1] * said[at + 1])
        behind[at] /= behind[at].sum()
    together = ahead * behind
    return np.asarray(together / together.sum(1, keepdims=True))
