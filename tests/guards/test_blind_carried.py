"""Who learns from a corrected version of an article what others did on a claim of the earlier one, against
docs/blindness.md: of two worlds that differ in that alone, what is said of the same words in the corrected version."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import timezone

from tests import factories
from tests.guards.blind_states import ALL, ALL_OTHERWISE, Pair
from tests.guards.blind_world import (
    ADMINISTRATORS,
    ONE,
    VIEWERS,
    Act,
    Clock,
    Scene,
    build,
    judged,
    number_from,
    then_asked,
    then_reopened,
    then_resolved,
)
from tests.guards.crawl import Read
from tests.guards.differing import difference
from tests.guards.reading import IN_FULL, Reader
from tests.guards.tables import rows_of
from verification.actions.claims import reopen
from verification.actions.comments import comment
from verification.models import AuditEvent, Claim, Resolution, User
from verification.vocabulary import Settled, Verdict

pytestmark = pytest.mark.django_db

STATE = "the same words in a correction"
# In full it is whoever else there is, and the lists besides.
SOME = ("annotator at work", "adjudicator", "adjudicator who judged", "administrator at work")
NUMBERS = re.compile(r"\d+")  # a row has another one where one more was written before it


def by_itself(before: Act) -> Act:
    """The later claim is commented on while it has the verdict, then opened and resolved by itself; at last the earlier
    one is opened again."""

    def act(scene: Scene) -> None:
        before(scene)
        later = scene.claim.successions.get().successor
        assert later is not None
        if later.resolutions.exists():
            comment(later, text="This is how it was there.", by=scene.others["other4"])
        reopen(later, why="The words stand otherwise here.", by=scene.others["opener"])
        Claim.objects.filter(pk=later.pk).update(filled_at=timezone.now())
        given = {"settled": Settled.ADJUDICATION, "adjudicator": scene.others["decider"], "rationale": "By itself."}
        now = {"created_at": timezone.now(), "valid_as_of": timezone.now(), "evidence_cutoff": timezone.now()}
        Resolution.objects.create(claim=later, verdict=Verdict.UNVERIFIED, reason="no_evidence_found", **given, **now)
        if scene.claim.resolutions.live().exists():
            reopen(scene.claim, why="A new source.", by=scene.others["opener"])

    return act


ACTS: dict[str, Act] = {
    "one left": judged(ONE),
    "asked": then_asked(ALL),
    "supported": then_resolved(ALL),
    "disputed": then_resolved(ALL_OTHERWISE, verdict=Verdict.DISPUTED),
    "supported, open again": then_reopened(then_resolved(ALL)),
    "disputed, open again": then_reopened(then_resolved(ALL_OTHERWISE, verdict=Verdict.DISPUTED)),
    "by itself, never resolved": by_itself(ALL),
    "by itself, supported": by_itself(then_resolved(ALL)),
    "by itself, disputed": by_itself(then_resolved(ALL_OTHERWISE, verdict=Verdict.DISPUTED)),
}
KINDS: dict[str, Pair] = {
    "what others do on the earlier claim": ("one left", "asked"),
    "its verdict, while it is resolved": ("supported", "disputed"),
    "that it was resolved, once it is open again": ("asked", "supported, open again"),
    "its verdict then": ("supported, open again", "disputed, open again"),
    "that, where the later one was resolved by itself": ("by itself, never resolved", "by itself, supported"),
    "its verdict, where the later one was resolved by itself": ("by itself, supported", "by itself, disputed"),
}


def test_what_is_said_of_the_same_words_in_a_correction_tells_what_the_table_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may = {row[STATE]: row for row in rows_of("blindness.md", first=STATE)}
    assert list(may) == list(KINDS)
    assert {frozenset(row) - {STATE} for row in may.values()} == {frozenset({*VIEWERS, *ADMINISTRATORS.values()})}
    clock = Clock(monkeypatch)
    scene = build(all_in=True, clock=clock)
    article = factories.ArticleFactory(
        project=scene.project, corrects=scene.claim.article, text=f"{factories.TEXT} Corrected."
    )
    factories.SuccessionFactory(claim=scene.claim, article=article)
    people = {who: person for who, person in scene.people.items() if IN_FULL or who in SOME}
    readers = {who: Reader(person) for who, person in people.items()}
    read: dict[str, dict[str, Read]] = {}
    for name in dict.fromkeys(act for pair in KINDS.values() for act in pair):
        with transaction.atomic():
            clock.at(3)
            number_from(2000)
            ACTS[name](scene)
            clock.at(4)
            read[name] = {who: dict(_said(scene, person, readers[who])) for who, person in people.items()}
            transaction.set_rollback(True)
    faults = []
    for kind, (one, other) in KINDS.items():
        for who in people:
            first, second = read[one][who], read[other][who]
            differing = sorted(url for url in first.keys() | second.keys() if first.get(url) != second.get(url))
            if bool(differing) != (may[kind][who] == "yes"):
                faults.append(f"{kind}: {who}: {[difference(first, second, url) for url in differing]}")
    assert not faults, "\n".join(faults)


def _said(scene: Scene, person: User, reader: Reader) -> Iterator[tuple[str, str]]:
    """What the person reads of the later claim, and of what befell it."""
    later = scene.claim.successions.get().successor
    assert later is not None
    reader.forget()
    if person.is_staff:
        yield "claim", reader.get(f"/admin/verification/claim/{later.pk}/change/")
        for model, rows in (
            ("comment", later.comments.order_by("pk")),
            ("resolution", later.resolutions.order_by("pk")),
            ("auditevent", AuditEvent.objects.filter(subject="claim", subject_id=later.pk).order_by("pk")),
        ):
            for row in rows:
                page = reader.get(f"/admin/verification/{model}/{row.pk}/change/")
                if not page.startswith("200"):  # it would be said on the next page that there is none
                    reader.forget()
                else:
                    yield f"{model} {page.partition('<h2>')[2].partition('</h2>')[0]}", NUMBERS.sub("", page)
        return
    yield "page", reader.get(f"/p/here/claims/{later.pk}/")
    yield "API", reader.get(f"/api/v1/claims/{later.pk}/")
    if IN_FULL:
        yield "article", reader.get(f"/p/here/articles/{later.article_id}/")
        yield "list", reader.get(f"/p/here/claims/?article={later.article_id}")
        yield "API's comments", reader.get(f"/api/v1/comments/?claim={later.pk}")
