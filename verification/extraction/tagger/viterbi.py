"""The best labels of a whole article at once: every paragraph takes its next step at the same time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .reading import Array

Floats = npt.NDArray[np.float32]
LABELS = 7
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
    starts = bounds[:-1][order]
    lengths = lengths[order]
    longest = int(lengths[0]) if len(lengths) else 0
    back = np.zeros((longest, len(order), LABELS), dtype=np.int8)
    live = np.searchsorted(-lengths, -np.arange(longest), side="left")
    value = scores[starts] + np.array([0, 0, NEVER, 0, NEVER, 0, NEVER], dtype=np.float32)
    for t in range(1, longest):
        at = starts[: live[t]] + t
        ways = value[: live[t], :, None] + steps[joints[at]]
        back[t, : live[t]] = ways.argmax(1)
        value[: live[t]] = ways.max(1) + scores[at]
    found = np.zeros(len(scores), dtype=np.int64)
    label = value.argmax(1)
    for t in range(longest - 1, -1, -1):
        at = starts[: live[t]] + t
        found[at] = label[: live[t]]
        label[: live[t]] = back[t][np.arange(live[t]), label[: live[t]]]
    return found
