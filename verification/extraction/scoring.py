"""How well extracted claims agree with a gold set: recall, precision, furniture, claimants, disputes, links.

A gold unit is a sentence or line of an article: {"doc", "i", "start", "end", "kind", "text"} with kind claim, none,
boilerplate or either (not scored), and for claims "claimants" (accepted names; AUTHOR is the article's own voice),
"dispute" (accepted values) and "against" (numbers of the units that carry the denial or doubt).
A unit counts as found when a claim covers half of it or more, or lies in it with half of itself or more.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .candidate import Candidate

AUTHOR = "AUTHOR"
UNNAMED = "unnamed"
BARE_TITLES = re.compile(r"^(?:the|an?|mr|mrs|ms|dr|general|president|commander|minister)\.?\s+", re.IGNORECASE)


@dataclass(slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.of += 1

    @property
    def rate(self) -> float | None:
        """None where there was nothing to count."""
        return round(self.right / self.of, 3) if self.of else None


@dataclass(slots=True)
class Score:
    """The figures of one gold set; `missed` and `false` hold the units themselves, for reading."""

    recall: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)
    furniture_extracted: int = 0
    named_claimants: Share = field(default_factory=Share)
    own_voice: Share = field(default_factory=Share)
    dispute_recall: Share = field(default_factory=Share)
    dispute_precision: Share = field(default_factory=Share)
    link_recall: Share = field(default_factory=Share)
    link_precision: Share = field(default_factory=Share)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def gold_units(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The units of a gold file by article."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            unit = json.loads(line)
            found[unit["doc"]].append(unit)
    return dict(found)


def score(articles: Iterable[tuple[Sequence[dict[str, Any]], Sequence[Candidate]]]) -> Score:
    """The figures over articles, each given as its gold units and the claims extracted from it."""
    total = Score()
    for units, candidates in articles:
        for unit in units:
            if unit["kind"] != "either":
                judge(unit, units, [c for c in candidates if matches(unit, c.start, c.end)], total)
    return total


def judge(unit: dict[str, Any], units: Sequence[dict[str, Any]], found: list[Candidate], total: Score) -> None:
    is_claim = unit["kind"] == "claim"
    if is_claim:
        total.recall.add(bool(found))
    if found:
        total.precision.add(is_claim)
    if found and not is_claim:
        total.false.append(unit["text"])
        total.furniture_extracted += unit["kind"] == "boilerplate"
    if is_claim and not found:
        total.missed.append(unit["text"])
    if not (is_claim and found):
        return
    accepted = {plain(name) for name in unit["claimants"]}
    is_named = bool(accepted - {plain(AUTHOR), UNNAMED})
    who = total.named_claimants if is_named else total.own_voice
    who.add(any(is_same(plain(c.claimant or AUTHOR), accepted) for c in found))
    judge_dispute(unit, units, found, total)


def judge_dispute(unit: dict[str, Any], units: Sequence[dict[str, Any]], found: list[Candidate], total: Score) -> None:
    accepted = set(unit["dispute"])
    said = {c.dispute.value for c in found} - {"none"}
    if said:
        total.dispute_precision.add(bool(said & accepted))
    if "none" not in accepted:
        total.dispute_recall.add(bool(said & accepted))
    linked = {
        other["i"]
        for other in units
        for candidate in found
        for passage in candidate.against
        if other is not unit and matches(other, passage.start, passage.end)
    }
    for number in linked:
        total.link_precision.add(number in unit["against"])
    for number in unit["against"]:
        total.link_recall.add(number in linked)


def matches(unit: dict[str, Any], start: int, end: int) -> bool:
    shared = min(unit["end"], end) - max(unit["start"], start)
    return bool(shared > 0 and 2 * shared >= min(unit["end"] - unit["start"], end - start))


def plain(name: str) -> str:
    bare = re.sub(r"\([^)]*\)|[^\w\s-]", " ", name.replace("’s", "").replace("'s", "")).lower()
    bare = " ".join(bare.split())
    while BARE_TITLES.match(bare):
        bare = BARE_TITLES.sub("", bare)
    return bare


def is_same(name: str, accepted: set[str]) -> bool:
    """Whether two names mean one: equal, the same last word, or one holds all words of the other."""
    if name in accepted:
        return True
    if name in (plain(AUTHOR), UNNAMED):
        return False
    words = name.split()
    others = [other.split() for other in accepted - {plain(AUTHOR), UNNAMED}]
    return any(words[-1:] == other[-1:] or set(words) >= set(other) for other in others)
