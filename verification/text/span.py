"""Where something stands in a text."""

from __future__ import annotations

from .record import record


@record(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, `start` to `end`, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span runs forward from 0, this one runs from {self.start} to {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The words of `text` that the span stands for."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether every code point of `other` is in this one."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its two ends; empty where there is nothing else."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    right = len(inner.rstrip())
    return Span(start + min(left, right), start + right)
