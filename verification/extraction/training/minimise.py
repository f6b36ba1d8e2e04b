"""The least of a smooth convex function, by L-BFGS."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
REMEMBERED = 8
SUFFICIENT = 1e-4
SMALLEST_STEP = 1e-10


def minimise(
    function: Callable[[Vector], tuple[float, Vector]], start: Vector, *, steps: int = 300, tolerance: float = 1e-7
) -> Vector:
    """Where `function`, which gives its value and its slope, is least, walking from `start`."""
    at = start.copy()
    value, slope = function(at)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        towards = -_bent(slope, moves)
        falls = float(slope @ towards)
        if falls >= 0:  # nowhere down from here but by rounding
            break
        step = 1.0
        while True:
            there = at + step * towards
            value_there, slope_there = function(there)
            if value_there <= value + SUFFICIENT * step * falls or step < SMALLEST_STEP:
                break
            step /= 2
        moved, bend = there - at, slope_there - slope
        if moved @ bend > 1e-12:
            moves = [*moves[-(REMEMBERED - 1) :], (moved, bend)]
        gained = value - value_there
        at, value, slope = there, value_there, slope_there
        if gained <= tolerance * max(1.0, abs(value)):
            break
    return at


def _bent(slope: Vector, moves: list[tuple[Vector, Vector]]) -> Vector:
    """The slope, bent by how it changed over the last moves."""
    bent = slope.copy()
    shares: list[float] = []
    for moved, bend in reversed(moves):
        share = float(moved @ bent / (bend @ moved))
        shares.append(share)
        bent -= share * bend
    if moves:
        moved, bend = moves[-1]
        bent *= float(moved @ bend / (bend @ bend))
    else:
        bent /= max(1.0, float(np.abs(slope).sum()))
    for (moved, bend), share in zip(moves, reversed(shares), strict=True):
        bent += (share - float(bend @ bent / (bend @ moved))) * moved
    return bent
