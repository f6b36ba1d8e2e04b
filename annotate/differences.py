"""What changed between two texts, line by line, and within a changed line word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 600  # of a line: beyond it only the whole line is compared
ALIKE = 0.3  # lines less alike than this were replaced, not changed
MOST_LOOKS = 3_000_000  # at lines, and as many at words: half a second each


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: `kind` is "same", "added" or "removed"; `parts` are its words, each with whether it changed."""

    kind: str
    parts: list[tuple[str, bool]]


class Patience:
    """How often one comparison may still look whether two things are the same."""

    def __init__(self) -> None:
        self.left = MOST_LOOKS


class Matcher(SequenceMatcher[str]):
    """Looks only as long as its patience lasts: a text of lines that are all alike would take it hours.

    What it has not come to by then counts as replaced.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], patience: Patience) -> None:
        super().__init__(None, old, new, autojunk=False)
        self.patience = patience

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]
        old: Sequence[str] = self.a  # type: ignore[attr-defined]
        self.patience.left -= sum(1 + len(places.get(one, [])) for one in old[alo:ahi])
        return super().find_longest_match(alo, ahi, blo, bhi) if self.patience.left > 0 else Match(alo, blo, 0)


def differences(before: str, after: str) -> list[Line]:
    """Every line of both texts in reading order; of a changed one, what it was and then what it is."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    of_words = Patience()
    for what, i, j, k, m in Matcher(old, new, Patience()).get_opcodes():
        if what == "equal":
            lines += [_whole("same", line) for line in old[i:j]]
        elif what == "replace":
            lines += _changed(old[i:j], new[k:m], of_words)
        else:
            lines += [_whole("removed", line) for line in old[i:j]] + [_whole("added", line) for line in new[k:m]]
    return lines


def _changed(old: list[str], new: list[str], patience: Patience) -> list[Line]:
    lines: list[Line] = []
    for at in range(max(len(old), len(new))):
        was, now = old[at : at + 1], new[at : at + 1]
        if was and now:
            lines += _by_word(was[0], now[0], patience)
        else:
            lines += [_whole("removed", line) for line in was] + [_whole("added", line) for line in now]
    return lines


def _by_word(was: str, now: str, patience: Patience) -> list[Line]:
    old, new = WORDS.findall(was), WORDS.findall(now)
    matcher = Matcher(old, new, patience)
    if max(len(old), len(new)) > MOST_WORDS or matcher.ratio() < ALIKE:
        return [_whole("removed", was), _whole("added", now)]
    removed, added = [], []
    for what, i, j, k, m in matcher.get_opcodes():
        removed.append(("".join(old[i:j]), what != "equal"))
        added.append(("".join(new[k:m]), what != "equal"))
    return [
        Line(kind="removed", parts=[part for part in removed if part[0]]),
        Line(kind="added", parts=[part for part in added if part[0]]),
    ]


def _whole(kind: str, line: str) -> Line:
    return Line(kind=kind, parts=[(line, False)])
