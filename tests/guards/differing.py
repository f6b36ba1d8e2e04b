"""How what a person read in one world differs from what they read in another."""

from __future__ import annotations

import difflib

from tests.guards.crawl import Read


def difference(first: Read, second: Read, url: str) -> str:
    """The first lines of it, where both were read at `url`."""
    lines = difflib.unified_diff(first.get(url, "").splitlines(), second.get(url, "").splitlines(), lineterm="", n=0)
    return " ¶ ".join(line.strip()[:200] for line in list(lines)[2:8])
