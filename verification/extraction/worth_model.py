"""What the signs of a statement weigh together: how likely it is a claim worth checking.

The weights that ship were fitted on labelled news (`training/worthiness.py`); a project may have its own, fitted to
what its annotators decided.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

LEAST, MOST = 0.001, 0.999


class UnknownWeights(ValueError):
    """Stored weights are of other signs than this version looks at."""


@dataclass(frozen=True, slots=True)
class WorthModel:
    """A weight for each feature by its name, and one for all; log odds."""

    names: tuple[str, ...]
    weights: NDArray[np.float64]
    bias: float

    def scores(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each row of features how likely it is a claim worth checking, 0 to 1."""
        logits = rows @ self.weights + self.bias
        return np.asarray(np.clip(1 / (1 + np.exp(-np.clip(logits, -30, 30))), LEAST, MOST))

    def raised(self, score: float, name: str) -> float:
        """A score once the feature `name` is seen as well."""
        logit = math.log(score / (1 - score)) + float(self.weights[self.names.index(name)])
        return min(MOST, max(LEAST, 1 / (1 + math.exp(-logit))))

    def to_bytes(self) -> bytes:
        written = io.BytesIO()
        np.savez_compressed(written, names=np.array(self.names), weights=self.weights, bias=np.array(self.bias))
        return written.getvalue()


def from_bytes(stored: bytes, names: Sequence[str]) -> WorthModel:
    """The model that was stored. Raises UnknownWeights if it is not one over the features `names`."""
    try:
        with np.load(io.BytesIO(stored), allow_pickle=False) as arrays:
            found = WorthModel(
                tuple(map(str, arrays["names"])), arrays["weights"].astype(np.float64), float(arrays["bias"])
            )
    except (ValueError, KeyError, OSError, EOFError, TypeError) as problem:
        raise UnknownWeights("This is no stored check-worthiness model.") from problem
    if found.names != tuple(names) or found.weights.shape != (len(found.names),):
        raise UnknownWeights("This check-worthiness model was fitted to other signs. Fit it anew.")
    return found


@cache
def shipped(names: tuple[str, ...]) -> WorthModel:
    return from_bytes(files("verification.extraction.model").joinpath("worthiness.npz").read_bytes(), names)
