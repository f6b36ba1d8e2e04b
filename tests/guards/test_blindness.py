"""Who learns what of a claim that others work on: everything each viewer can read, against docs/blindness.md.

Where the table says "no", the viewer reads the very same bytes in a world in which the others did otherwise. Where it
says "yes", something differs, or the words that the others wrote are there: so that nothing passes by being empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction

from tests.guards.blind_states import ACTS, KINDS, TOGETHER, Pair
from tests.guards.blind_world import ADMINISTRATORS, VIEWERS, Clock, build, happened
from tests.guards.crawl import Read, crawl
from tests.guards.differing import difference
from tests.guards.reading import IN_FULL, Reader
from tests.guards.tables import rows_of

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, kw_only=True)
class Look:
    """Two worlds that a viewer compares, and the rows that say what they learn by it."""

    viewer: str
    rows: tuple[str, ...]
    acts: Pair
    yes: bool
    but: tuple[str, ...] = ()
    word: str | None = None


def table(state: str) -> dict[str, dict[str, bool]]:
    """Of each kind of information in this state: whether each viewer may see it."""
    rows = rows_of("blindness.md", first=state)
    return {
        row[state]: {who: {"yes": True, "no": False}[may] for who, may in row.items() if who != state} for row in rows
    }


@pytest.mark.parametrize("state", KINDS)
def test_the_table_speaks_of_every_kind_and_every_viewer(state: str) -> None:
    said = table(state)
    assert list(said) == list(KINDS[state])
    assert {frozenset(who) for who in said.values()} == {frozenset({*VIEWERS, *ADMINISTRATORS.values()})}


@pytest.mark.long
@pytest.mark.parametrize("state", KINDS)
def test_each_viewer_learns_what_the_table_says_and_no_more(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    may = table(state)
    looks = [look for viewer in next(iter(may.values())) for look in _looks(state, viewer, may)]
    # Which worlds a viewer reads; in full by each filter too, where it must be the same. To see that something
    # differs, or that a word is there, the pages themselves are enough.
    wanted: dict[str, dict[str, bool]] = defaultdict(dict)
    for look in looks:
        for act in look.acts[: 1 if look.yes and look.word else 2]:
            wanted[act][look.viewer] = wanted[act].get(look.viewer, False) or (IN_FULL and not look.yes)
    read = _read(state, wanted, Clock(monkeypatch))
    faults = [f"{look.viewer}: {', '.join(look.rows)}: {fault}" for look in looks if (fault := _fault(look, read))]
    for viewer, worlds in _by_viewer(read):
        hidden = {kind.word for name, kind in KINDS[state].items() if kind.word and not may[name][viewer]}
        faults += [f"{viewer}: “{word}” at {url}" for word in hidden for url in _holding(word, *worlds)]
    assert not faults, "\n".join(faults)


def _looks(state: str, viewer: str, may: dict[str, dict[str, bool]]) -> Iterator[Look]:
    left = dict(KINDS[state])
    for rows, pair in TOGETHER[state]:
        # Whoever may know none of these compares one world without any of it.
        if rows <= left.keys() and not any(may[row][viewer] for row in rows):
            but = {url for row in rows for url in left[row].but}
            yield Look(viewer=viewer, rows=tuple(sorted(rows)), acts=pair, yes=False, but=tuple(but))
            left = {row: kind for row, kind in left.items() if row not in rows}
    for row, kind in left.items():
        yes = may[row][viewer]
        yield Look(viewer=viewer, rows=(row,), acts=kind.acts, yes=yes, but=kind.but, word=kind.word)


def _read(state: str, wanted: dict[str, dict[str, bool]], clock: Clock) -> dict[str, dict[str, Read]]:
    """What each viewer reads in each world. The worlds of a state are one, in which the others do this or that."""
    scene = build(all_in=state != "in progress", clock=clock)
    readers = {viewer: Reader(person) for viewer, person in scene.people.items()}
    read: dict[str, dict[str, Read]] = {}
    for act, viewers in wanted.items():
        with transaction.atomic():
            happened(scene, ACTS[state][act], clock=clock)
            read[act] = {
                viewer: crawl(scene, scene.people[viewer], readers[viewer], filters=filters)
                for viewer, filters in viewers.items()
            }
            transaction.set_rollback(True)
    return read


def _by_viewer(read: dict[str, dict[str, Read]]) -> Iterator[tuple[str, list[Read]]]:
    for viewer in sorted({viewer for viewers in read.values() for viewer in viewers}):
        yield viewer, [viewers[viewer] for viewers in read.values() if viewer in viewers]


def _holding(word: str, *worlds: Read) -> list[str]:
    """Where the word stands, other than as what was searched for."""
    return sorted({url for world in worlds for url, page in world.items() if word not in url and word in page})


def _fault(look: Look, read: dict[str, dict[str, Read]]) -> str:
    """What is wrong with what the viewer read; empty where nothing is."""
    first = read[look.acts[0]][look.viewer]
    if look.yes and look.word:
        return "" if _holding(look.word, first) else f"“{look.word}” is nowhere"
    second = read[look.acts[1]][look.viewer]
    urls = first.keys() & second.keys() if look.yes else first.keys() | second.keys()
    differing = [url for url in urls if first.get(url) != second.get(url) and url not in look.but]
    if look.yes:
        return "" if differing else "nothing differs"
    return "".join(f"\n  {url}: {difference(first, second, url)}" for url in sorted(differing))
