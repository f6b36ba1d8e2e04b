"""What changed between two texts, line by line, and within a changed line word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 600  # of a line: beyond it only the whole line is compared, which takes quadratic time
ALIKE = 0.3  # lines less alike than this were replaced, not changed


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: `kind` is "same", "added" or "removed"; `parts` are its words, each with whether it changed."""

    kind: str
    parts: list[tuple[str, bool]]


def differences(before: str, after: str) -> list[Line]:
    """Every line of both texts in reading order; of a changed one, what it was and then what it is."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            lines += [_whole("same", line) for line in old[i:j]]
        elif what == "replace":
            lines += _changed(old[i:j], new[k:m])
        else:
            lines += [_whole("removed", line) for line in old[i:j]] + [_whole("added", line) for line in new[k:m]]
    return lines


def _changed(old: list[str], new: list[str]) -> list[Line]:
    lines: list[Line] = []
    for at in range(max(len(old), len(new))):
        was, now = old[at : at + 1], new[at : at + 1]
        if was and now:
            lines += _by_word(was[0], now[0])
        else:
            lines += [_whole("removed", line) for line in was] + [_whole("added", line) for line in now]
    return lines


def _by_word(was: str, now: str) -> list[Line]:
    old, new = WORDS.findall(was), WORDS.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
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
