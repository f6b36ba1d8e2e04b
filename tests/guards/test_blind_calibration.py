"""Who learns what others say of a claim that everybody judges before live ones, against docs/blindness.md."""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from django.utils import timezone

from tests.factories import KnownAnswerFactory
from tests.guards.blind_world import (
    ADMINISTRATORS,
    ANOTHER,
    ONE,
    VIEWERS,
    Clock,
    Scene,
    build,
    happened,
    judged,
    nothing,
)
from tests.guards.crawl import Read, crawl
from tests.guards.differing import difference
from tests.guards.reading import IN_FULL, Reader
from tests.guards.tables import rows_of
from verification.models import Annotation, Claim, KnownAnswer, Project
from verification.vocabulary import Round

pytestmark = pytest.mark.django_db

# In full it is whoever else there is, and every address besides.
SOME = ("annotator at work", "annotator who judged", "curator")
ONLY = re.compile(
    r"/$|/p/<slug>/(calibration|claims|known-answers|my-work)/|"
    r"/api/v1/(claims/(<pk>/(judgements/)?)?$|known-answers/|measured/|projects/<slug>/(calibration|measured)/)"
)
STATE = "before live claims"
NOTE = "bandicoot"
ACTS = {"nothing": nothing, "one": judged(ONE), "otherwise": judged(ANOTHER)}
KINDS = {"that somebody judged it": ("nothing", "one"), "what they said of it": ("one", "otherwise")}
ANSWER = "the known answer"


def _is_of_the_calibration(scene: Scene) -> None:
    """The claim is one that everybody judges first, and some of them have."""
    Claim.objects.filter(pk=scene.claim.pk).update(set_aside_at=timezone.now())
    KnownAnswerFactory(claim=scene.claim, round=Round.CALIBRATION, note=NOTE, set_by=scene.others["opener"])
    Annotation.objects.filter(claim=scene.claim).update(round=Round.CALIBRATION)
    KnownAnswer.objects.update(created_at=timezone.now())
    Project.objects.filter(pk=scene.project.pk).update(calibrates=True)
    scene.project.refresh_from_db()


def test_what_others_say_of_a_claim_of_the_calibration_is_told_as_the_table_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may = {row[STATE]: row for row in rows_of("blindness.md", first=STATE)}
    assert list(may) == [*KINDS, ANSWER]
    assert {frozenset(row) - {STATE} for row in may.values()} == {frozenset({*VIEWERS, *ADMINISTRATORS.values()})}
    clock = Clock(monkeypatch)
    scene = build(all_in=False, clock=clock)
    _is_of_the_calibration(scene)
    people = {who: person for who, person in scene.people.items() if IN_FULL or who in SOME}
    readers = {who: Reader(person) for who, person in people.items()}
    only = re.compile("") if IN_FULL else ONLY
    read: dict[str, dict[str, Read]] = {}
    for name, act in ACTS.items():
        with transaction.atomic():
            happened(scene, act, clock=clock)
            read[name] = {
                who: crawl(scene, person, readers[who], filters=IN_FULL, only=only) for who, person in people.items()
            }
            transaction.set_rollback(True)
    faults = []
    for who in people:
        for kind, (one, other) in KINDS.items():
            first, second = read[one][who], read[other][who]
            differing = sorted(url for url in first.keys() | second.keys() if first.get(url) != second.get(url))
            if bool(differing) != (may[kind][who] == "yes"):
                faults.append(f"{who}: {kind}: {[(url, difference(first, second, url)) for url in differing]}")
        words = sorted(url for url, page in read["one"][who].items() if NOTE in page)
        if bool(words) != (may[ANSWER][who] == "yes"):
            faults.append(f"{who}: {ANSWER}: {words}")
    assert not faults, "\n".join(faults)
