"""Claims with first judgements of two and more people, made without the review page: agreement needs many."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.conftest import LINK
from verification.models import Annotation, Article, Claim, Evidence, Judgement, Project, Resolution, User
from verification.vocabulary import REASONS, Round, Settled, Strategy, Verdict

LETTERS = {"s": Verdict.SUPPORTED, "d": Verdict.DISPUTED, "u": Verdict.UNVERIFIED}


def judged(
    project: Project, people: list[User], said: list[str], *, resolved: bool = False, minutes_ago: int = 60
) -> list[Claim]:
    """A claim for each word of `said`, whose letters are what each of `people` said of it; "." is nothing."""
    # A text of its own, whatever number the factory is at: a project holds each text once.
    number = Article.objects.filter(project=project).count()
    article = factories.ArticleFactory(project=project, text=f"{factories.TEXT} Report {number}.")
    claims = []
    for letters in said:
        claim: Claim = factories.ClaimFactory(article=article, places=max(2, len(people)))
        for slot, (person, letter) in enumerate(zip(people, letters, strict=True), start=1):
            if letter != ".":
                says(claim, person, LETTERS[letter], slot=slot, minutes_ago=minutes_ago)
        if resolved:
            resolve(claim)
        claims.append(claim)
    return claims


def says(
    claim: Claim,
    person: User,
    verdict: Verdict,
    *,
    slot: int,
    minutes_ago: int = 60,
    **fields: Any,
) -> Judgement:
    """A frozen judgement, first as a draft because what is submitted takes no evidence any more."""
    at = timezone.now() - timedelta(minutes=minutes_ago)
    place, _made = Annotation.objects.get_or_create(
        claim=claim,
        person=person,
        round=fields.pop("round", Round.INDEPENDENT),
        defaults={
            "slot": slot,
            "started_at": at,
            "active_at": at,
            "aided": fields.pop("aided", True),
            "strategy": Strategy.CHECK_WORTHINESS,
        },
    )
    draft: Judgement = factories.JudgementFactory(
        annotation=place, verdict=verdict, reason=REASONS[verdict][0], active_seconds=90, started_at=at
    )
    stance = {"s": "supports", "d": "contradicts", "u": "context"}[verdict[0]]
    given = {name: LINK[name] for name in ("kind", "url", "quote")} | {"stance": stance} | fields
    Evidence.objects.create(judgement=draft, position=0, **given)
    if verdict == Verdict.UNVERIFIED:
        Evidence.objects.filter(judgement=draft).delete()
        factories.SearchFactory(judgement=draft)
    draft.guideline = claim.project.guidelines.get()
    draft.submitted_at = at
    draft.save()
    return draft


def resolve(claim: Claim, verdict: Verdict = Verdict.SUPPORTED) -> None:
    today = timezone.localdate()
    Resolution.objects.create(
        claim=claim,
        settled=Settled.CONSENSUS,
        verdict=verdict,
        created_at=timezone.now(),
        valid_as_of=today,
        evidence_cutoff=today,
    )


def annotators(project: Project, number: int = 2) -> list[User]:
    return [member(project) for _person in range(number)]
