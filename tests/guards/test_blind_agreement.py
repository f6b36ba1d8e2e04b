"""Who learns what from figures of agreement and progress, against the table of docs/blindness.md.

The page and the answer of the API are read in worlds that differ in what two others said of one claim, of ten claims
that are not resolved, and of ten that are.
"""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.guards.blind_states import ALL, ALL_OTHERWISE
from tests.guards.blind_world import Act, Clock, Scene, build, computed, happened, number_from
from tests.guards.reading import get, signed_in
from tests.guards.tables import rows_of
from tests.verification.reports.people import judged

pytestmark = pytest.mark.django_db

URLS = ("/p/here/progress/", "/api/v1/projects/here/agreement/")
TABLE = {row["figures"]: row for row in rows_of("blindness.md", first="figures")}


def others_judge(said: list[str], *, resolved: bool) -> Act:
    def act(scene: Scene) -> None:
        judged(scene.project, [scene.others["other1"], scene.others["other2"]], said, resolved=resolved)

    return act


# What the others said, in one world and in another.
WORLDS: dict[str, tuple[Act, Act]] = {
    "over resolved claims": (
        others_judge(["ss"] * 10, resolved=True),
        others_judge(["sd"] * 10, resolved=True),
    ),
    "over ten unresolved claims": (
        others_judge(["ss"] * 10, resolved=False),
        others_judge(["sd"] * 10, resolved=False),
    ),
    "over one unresolved claim among others": (ALL, ALL_OTHERWISE),
}


def test_the_table_speaks_of_each() -> None:
    assert list(TABLE) == list(WORLDS)


@pytest.mark.parametrize("figures", WORLDS)
def test_each_viewer_learns_what_the_table_says(figures: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    scene = build(all_in=True, clock=clock)
    # A background that is counted already, so that one claim more or less could show.
    number_from(1500)
    others_judge(["ss", "sd", "uu", "dd", "ss", "sd"] * 2, resolved=True)(scene)
    others_judge(["ss", "sd", "uu", "dd", "ss", "sd"] * 2, resolved=False)(scene)
    computed(scene)
    first, second = (_read(scene, act, clock) for act in WORLDS[figures])
    viewers = {who: said for who, said in TABLE[figures].items() if who != "figures"}
    assert {who: "yes" if first[who] != second[who] else "no" for who in viewers} == viewers


def _read(scene: Scene, act: Act, clock: Clock) -> dict[str, list[str]]:
    with transaction.atomic():
        happened(scene, act, clock=clock)
        read = {who: [get(signed_in(person), url) for url in URLS] for who, person in scene.people.items()}
        transaction.set_rollback(True)
    return read
