"""Who learns that a claim is a check, against docs/blindness.md: of two worlds that differ in that alone, everything
each viewer can read."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from tests.factories import KnownAnswerFactory
from tests.guards.blind_world import ADMINISTRATORS, ONE, VIEWERS, Clock, Scene, build, happened, judged
from tests.guards.crawl import Read, crawl
from tests.guards.reading import IN_FULL, Reader
from tests.guards.tables import rows_of
from verification.models import Annotation, Claim, Project
from verification.vocabulary import Round

pytestmark = pytest.mark.django_db

# In full it is the lists of those who judge by each of their filters besides, and whoever else there is.
JUDGE = ("annotator at work", "annotator who judged")
SOME = (*JUDGE, "annotator", "adjudicator", "curator", "administrator at work")
STATE = "among live claims"
NOTE = "bandicoot"


def _is_a_check(scene: Scene) -> None:
    """What was done on the claim was done on a check."""
    judged(ONE)(scene)
    Claim.objects.filter(pk=scene.claim.pk).update(set_aside_at=timezone.now())
    KnownAnswerFactory(claim=scene.claim, round=Round.CHECK, note=NOTE, set_by=scene.others["opener"])
    Annotation.objects.filter(claim=scene.claim).update(round=Round.CHECK)


def test_nobody_who_judges_learns_that_a_claim_is_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    may = {row[STATE]: row for row in rows_of("blindness.md", first=STATE)}
    assert {frozenset(row) - {STATE} for row in may.values()} == {frozenset({*VIEWERS, *ADMINISTRATORS.values()})}
    clock = Clock(monkeypatch)
    scene = build(all_in=False, clock=clock)
    Project.objects.filter(pk=scene.project.pk).update(check_share=0.1)
    scene.project.refresh_from_db()
    people = {who: person for who, person in scene.people.items() if IN_FULL or who in SOME}
    readers = {who: Reader(person) for who, person in people.items()}
    read: list[dict[str, Read]] = []
    for act in (judged(ONE), _is_a_check):
        with transaction.atomic():
            happened(scene, act, clock=clock)
            read.append(
                {
                    who: crawl(scene, person, readers[who], filters=IN_FULL and who in JUDGE)
                    for who, person in people.items()
                }
            )
            transaction.set_rollback(True)
    faults = []
    for who in people:
        live, check = (world[who] for world in read)
        differing = sorted(url for url in live.keys() | check.keys() if live.get(url) != check.get(url))
        words = sorted(url for url, page in check.items() if NOTE in page)
        said = {"that it is a check": bool(differing), "the known answer": bool(words)}
        if said != {row: may[row][who] == "yes" for row in may}:
            faults.append(f"{who}: {differing[:5]} {words[:5]}")
    assert not faults, "\n".join(faults)
