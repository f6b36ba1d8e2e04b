"""The geometry of plots, as attributes of SVG. Words stay outside the drawing, where they keep their size on a phone.

Numbers are given as texts with a point: a template would write them as its language does, and SVG would not read that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEIGHT = 100.0  # of a plot that is stretched to its place
SIDE = 36  # pixels of a square of the heat map
NAMES = 28  # pixels at its edges for the numbers of the people
LEVELS = 5  # shades


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A rectangle; `of` is what it stands for."""

    x: str
    y: str
    width: str
    height: str
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class Square:
    """One square of the heat map: where its corner and its middle are, its shade, and what is written in it."""

    x: int
    y: int
    middle_x: int
    middle_y: int
    shade: int
    words: str


def bars(values: Sequence[float], *, gap: float = 0.2) -> list[Bar]:
    """Upright bars that fill a width of one unit each and a height of 100, the largest value the whole of it."""
    most = max(values, default=0) or 1
    return [
        Bar(
            x=_plain(place + gap / 2),
            y=_plain(HEIGHT - HEIGHT * value / most),
            width=_plain(1 - gap),
            height=_plain(HEIGHT * value / most),
        )
        for place, value in enumerate(values)
        if value
    ]


def shares(parts: Sequence[tuple[str, float]]) -> list[Bar]:
    """Parts of a whole side by side, 100 wide and 10 high."""
    whole = sum(size for _of, size in parts)
    found, begin = [], 0.0
    for of, size in parts:
        if size:
            width = 100 * size / whole
            found.append(Bar(x=_plain(begin), y="0", width=_plain(width), height="10", of=of))
            begin += width
    return found


def heat(people: Sequence[Any], values: dict[tuple[Any, Any], float | None]) -> list[Square]:
    """A square for each two people, in both halves; "–" where there is no figure."""
    found = []
    for row, one in enumerate(people):
        for column, other in enumerate(people):
            if one == other or ((one, other) not in values and (other, one) not in values):
                continue
            value = values.get((one, other), values.get((other, one)))
            x, y = NAMES + column * SIDE, NAMES + row * SIDE
            found.append(
                Square(
                    x=x,
                    y=y,
                    middle_x=x + SIDE // 2,
                    middle_y=y + SIDE // 2,
                    shade=0 if value is None else max(0, min(LEVELS, round(value * LEVELS))),
                    words="–" if value is None else f"{value:.2f}".replace("0.", ".").replace("1.00", "1"),
                )
            )
    return found


def middles(count: int) -> list[tuple[int, int]]:
    """The number of each person of the heat map, and where its row or column has its middle."""
    return [(number + 1, NAMES + number * SIDE + SIDE // 2) for number in range(count)]


def side(count: int) -> int:
    """How wide and high the heat map of so many people is."""
    return NAMES + count * SIDE


def _plain(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
