"""One claim, those who look at it, and what others did on it: worlds that differ in that alone.

Two worlds in which the viewers did the same at the same moment, under the same numbers. Whatever one of them is shown
in the one and not in the other tells of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests import factories
from tests.factories import MembershipFactory, UserFactory
from tests.guards.blind_around import given_to_a_team, list_to_look_at_again, listed
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.actions.agreement import request_agreement
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.claims import reopen
from verification.actions.comments import comment
from verification.actions.further import ask_further
from verification.actions.places import start_next
from verification.actions.questions import answer, ask
from verification.actions.resolutions import adjudicate
from verification.jobs.agreement import run
from verification.models import Annotation, Claim, Judgement, Project, User
from verification.vocabulary import Reason, ReportState, Role, SkipReason, Verdict

# By what the table calls them: their roles in the project, and how far they are with the claim.
VIEWERS: dict[str, tuple[tuple[Role, ...], str]] = {
    "annotator": ((Role.ANNOTATOR,), ""),
    "annotator at work": ((Role.ANNOTATOR,), "at work"),
    "annotator who judged": ((Role.ANNOTATOR,), "judged"),
    "adjudicator": ((Role.ADJUDICATOR,), ""),
    "adjudicator who judged": ((Role.ANNOTATOR, Role.ADJUDICATOR), "judged"),
    "curator": ((Role.CURATOR,), ""),
    "curator at work": ((Role.ANNOTATOR, Role.CURATOR), "at work"),
    "curator who may judge": ((Role.ANNOTATOR, Role.CURATOR), ""),
    "researcher": ((Role.RESEARCHER,), ""),
    "stranger": ((), ""),
}
OTHERS = ("other1", "other2", "other3", "other4")

# Words that stand nowhere but in what others wrote.
WORDS = {
    "rationale": "quokka",
    "evidence": "wombat",
    "searches": "dunnart",
    "party": "potoroo",
    "draft": "numbat",
    "resolution": "kowari",
    "why opened again": "mulgara",
    "question": "bettong",
    "answer": "antechinus",
    "comment": "bilby",
    "page": "kultarr",
}


def said(like: dict[str, Any], *, mark: str, draft: bool = False) -> dict[str, Any]:
    """A judgement full of those words; `mark` tells one world's from the other's."""
    words = {name: f"{WORDS['draft'] if draft else word}-{mark}" for name, word in WORDS.items()}
    link = {
        **like["evidence"][0],
        "url": f"https://{words['evidence']}.example/1",
        "quote": f"{words['evidence']} quote",
        "outlet": f"{words['evidence']} outlet",
        "party": words["party"],
    }
    search = {"where": words["searches"], "query": words["searches"], "outcome": words["searches"]}
    return {**like, "rationale": words["rationale"], "evidence": [link], "searches": [search]}


ONE, ANOTHER = said(SUPPORTED, mark="one"), said(DISPUTED, mark="another")


@dataclass(kw_only=True)
class Scene:
    """The claim and its people; `others` did what the act says."""

    project: Project
    claim: Claim
    people: dict[str, User]
    others: dict[str, User]
    annotations: dict[int, int] = field(default_factory=dict)  # of each viewer who has one, by their number

    def take(self, person: User) -> Annotation:
        place = start_next(self.project, by=person)
        assert place is not None
        assert place.claim_id == self.claim.pk
        return place

    def judge(self, person: User, change: dict[str, Any]) -> None:
        place = self.take(person)
        save_draft(place, change=change, by=person)
        had_retrieved(place, change)
        submit(place, by=person)

    def skip(self, person: User, reason: SkipReason) -> None:
        skip(self.take(person), reason=reason, by=person)

    def draft(self, person: User, change: dict[str, Any]) -> None:
        place = self.take(person)
        save_draft(place, change=change, by=person)
        had_retrieved(place, change)


def had_retrieved(place: Annotation, change: dict[str, Any]) -> None:
    """The pages that these words name were asked for, and came: those of the others, whose words are told apart."""
    at = timezone.now()  # the clock's moment: the factory took hold of the real one
    for item in change["evidence"]:
        word = WORDS["draft"] if WORDS["draft"] in item["url"] else WORDS["page"]
        if word == WORDS["draft"] or WORDS["evidence"] in item["url"]:
            title = f"{word}-{change['rationale'].rpartition('-')[2]}"
            given = {"title": title, "outlet": title, "queued_at": at, "retrieved_at": at}
            factories.RetrievedLinkFactory(annotation=place, url=item["url"], **given)


Act = Callable[[Scene], None]


def nothing(scene: Scene) -> None:
    """Nobody else came."""


def judged(*changes: dict[str, Any], by: tuple[str, ...] = OTHERS) -> Act:
    def act(scene: Scene) -> None:
        for name, change in zip(by, changes, strict=False):
            scene.judge(scene.others[name], change)

    return act


def drafted(change: dict[str, Any], *, by: str = "other1") -> Act:
    return lambda scene: scene.draft(scene.others[by], change)


def skipped(*reasons: SkipReason, by: tuple[str, ...] = OTHERS) -> Act:
    def act(scene: Scene) -> None:
        for name, reason in zip(by, reasons, strict=False):
            scene.skip(scene.others[name], reason)

    return act


def together(*acts: Act) -> Act:
    def act(scene: Scene) -> None:
        for each in acts:
            each(scene)

    return act


def then_resolved(before: Act, *, word: str = "one", verdict: Verdict = Verdict.SUPPORTED) -> Act:
    def act(scene: Scene) -> None:
        before(scene)
        reason = Reason.FULLY if verdict == Verdict.SUPPORTED else Reason.CONTRADICTED
        rests_on = Judgement.objects.filter(annotation__claim=scene.claim, verdict=verdict).order_by("pk")[:1]
        rationale = f"{WORDS['resolution']}-{word}"
        decider = scene.others["decider"]
        adjudicate(scene.claim, verdict=verdict, reason=reason, rationale=rationale, judgements=rests_on, by=decider)
        listed(scene.claim)

    return act


def then_reopened(before: Act, *, word: str = "one") -> Act:
    def act(scene: Scene) -> None:
        before(scene)
        reopen(scene.claim, why=f"{WORDS['why opened again']}-{word}", by=scene.others["opener"])

    return act


def then_commented(before: Act, *, by: str = "other2") -> Act:
    """One of those who judged flags the claim for discussion, and names everybody who looks."""

    def act(scene: Scene) -> None:
        before(scene)
        named = " ".join(f"@{person.username}" for person in scene.people.values())
        comment(scene.claim, text=f"{WORDS['comment']} {named}", by=scene.others[by])

    return act


def then_asked_further(before: Act) -> Act:
    def act(scene: Scene) -> None:
        before(scene)
        ask_further(scene.claim, by=scene.others["decider"])

    return act


def then_asked(before: Act, *, author: str = "other1", word: str = "one") -> Act:
    """One of those who judged is asked about it, and answers."""

    def act(scene: Scene) -> None:
        before(scene)
        person = scene.others[author]
        judgement = Judgement.objects.get(annotation__claim=scene.claim, annotation__person=person)
        asked = ask(judgement, text=f"{WORDS['question']}-{word}", by=scene.others["decider"])
        answer(asked, text=f"{WORDS['answer']}-{word}", by=person)

    return act


def happened(scene: Scene, act: Act, *, clock: Clock) -> None:
    """The others do what `act` says, at the same moment and under the same numbers in every world."""
    clock.at(3)
    number_from(2000)
    act(scene)
    number_from(5000)
    computed(scene)
    clock.at(4)


def computed(scene: Scene) -> None:
    """Both reports on agreement and progress: for those who judge nothing, and for those who judge too."""
    for name in ("researcher", "curator at work"):
        report = request_agreement(scene.project, by=scene.people[name])
        run(report.pk)
        report.refresh_from_db()
        assert report.state == ReportState.DONE, report.failure


def build(*, all_in: bool, clock: Clock) -> Scene:
    """What all worlds of a state have: the viewers did their part. With `all_in` the others take the last places."""
    clock.at(0)
    number_from(1000)
    project = factories.ProjectFactory(slug="here", name="Here", places=4 if all_in else 9)
    scene = _people(project)
    clock.at(1)
    lapsing = [scene.take(person) for person in _who(scene, "at work")]
    for place in lapsing:
        save_draft(place, change={"rationale": "Not done yet."}, by=place.person)
    if all_in:
        Annotation.objects.filter(pk__in=[place.pk for place in lapsing]).update(lapsed_at=timezone.now())
    clock.at(2)
    for person, change in zip(_who(scene, "judged"), (SUPPORTED, DISPUTED), strict=False):
        scene.judge(person, change)
    scene.annotations = dict(Annotation.objects.values_list("person_id", "pk"))
    return scene


def _people(project: Project) -> Scene:
    article = factories.ArticleFactory(project=project, text=f"{factories.TEXT} Issue 1.")
    # At the clock's moment: the factory took hold of the real one.
    factories.ExtractionRunFactory(article=article, started_at=timezone.now(), finished_at=timezone.now())
    claim = factories.ClaimFactory(article=article, statement="The harbour was reopened.", check_worthiness=0.9)
    factories.BearingFactory(claim=claim)
    other = factories.ClaimFactory(article=article, statement="Another claim.", check_worthiness=0.1)
    given = {"kind": "same", "confirmed_at": timezone.now(), "confirmed_by": UserFactory(username="linker")}
    factories.ClaimLinkFactory(claim=claim, other=other, **given)
    factories.dossier_of(claim, other)
    people = {}
    for name, (roles, _how_far) in VIEWERS.items():
        people[name] = UserFactory(username=name.replace(" ", "-"))
        if name in ADMINISTRATORS:
            people[ADMINISTRATORS[name]] = UserFactory(username=f"the-{name}", is_staff=True, is_superuser=True)
        for person in (people[name], people.get(ADMINISTRATORS.get(name, ""))):
            for role in roles if person else ():
                MembershipFactory(project=project, user=person, role=role)
    others = {name: UserFactory(username=name) for name in (*OTHERS, "decider", "opener")}
    roles = dict.fromkeys(OTHERS, Role.ANNOTATOR) | {"decider": Role.ADJUDICATOR, "opener": Role.CURATOR}
    for name, role in roles.items():
        MembershipFactory(project=project, user=others[name], role=role)
    judging = [people["annotator"], people["annotator at work"], people["curator at work"], others["other1"]]
    given_to_a_team(claim, members=judging, by=others["opener"])
    list_to_look_at_again(claim, decider=others["decider"], by=others["opener"])
    return Scene(project=project, claim=claim, people=people, others=others)


# Some of them are superusers besides, and look at the administration too.
ADMINISTRATORS = {
    "stranger": "administrator",
    "curator": "administrator who curates",
    "adjudicator": "administrator who adjudicates",
    "curator at work": "administrator at work",
}
HOW_FAR = {name: how_far for name, (_roles, how_far) in VIEWERS.items()}
HOW_FAR |= {administrator: HOW_FAR[name] for name, administrator in ADMINISTRATORS.items()}


def _who(scene: Scene, how_far: str) -> list[User]:
    return [person for name, person in scene.people.items() if HOW_FAR[name] == how_far]


class Clock:
    """Stands still but when it is told: the same steps are at the same moment in every world."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.start = timezone.now().replace(microsecond=0)
        self.now: datetime = self.start
        patch.setattr(timezone, "now", lambda: self.now)

    def at(self, step: int) -> None:
        self.now = self.start + timedelta(minutes=step)


def number_from(first: int) -> None:
    """The next row of every table has this number, whatever was there before and is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, %s) "
            "FROM pg_sequences WHERE schemaname = 'public'",
            [first],
        )
