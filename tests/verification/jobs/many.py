"""Many resolved claims at once, made in bulk, as the database allows them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from tests import factories
from verification.models import Annotation, Claim, Evidence, Judgement, Project, Resolution
from verification.vocabulary import EvidenceKind, Reason, Settled, Stance, Strategy, Verdict


@transaction.atomic
def resolved_claims(project: Project, count: int, *, rationale: str = "The register lists the ship.") -> None:
    """`count` claims of one more article, each judged by the same two people and resolved by consensus."""
    article = factories.ArticleFactory(project=project)
    run = factories.ExtractionRunFactory(article=article)
    people = [factories.member(project), factories.member(project)]
    guideline = project.guidelines.get()
    now = timezone.now()
    claims = Claim.objects.bulk_create(
        Claim(
            project=project,
            article=article,
            start=0,
            end=34,
            quote=(article.text or "")[:34],
            prefix="",
            suffix="",
            statement=f"The harbour was reopened on Monday ({number}).",
            origin_run=run,
            places=2,
            public_id=f"{article.pk:08x}{number:024x}",
            filled_at=now,
        )
        for number in range(count)
    )
    annotations = Annotation.objects.bulk_create(
        Annotation(
            claim=claim,
            person=person,
            slot=slot,
            started_at=now,
            active_at=now,
            submitted_at=now,
            aided=False,
            strategy=Strategy.CHECK_WORTHINESS,
        )
        for claim in claims
        for slot, person in enumerate(people, start=1)
    )
    judgements = Judgement.objects.bulk_create(
        Judgement(annotation=annotation, started_at=now, saved_at=now, rationale=rationale)
        for annotation in annotations
    )
    Evidence.objects.bulk_create(
        Evidence(
            judgement=judgement,
            position=0,
            stance=Stance.SUPPORTS,
            kind=EvidenceKind.LINK,
            url=f"https://archive.example/{judgement.pk}",
            quote="The first ship docked at noon.",
        )
        for judgement in judgements
    )
    Judgement.objects.filter(annotation__claim__in=claims).update(
        submitted_at=now, verdict=Verdict.SUPPORTED, reason=Reason.FULLY, guideline=guideline
    )
    resolutions = Resolution.objects.bulk_create(
        Resolution(
            claim=claim,
            settled=Settled.CONSENSUS,
            verdict=Verdict.SUPPORTED,
            created_at=now,
            valid_as_of=now.date(),
            evidence_cutoff=now.date(),
        )
        for claim in claims
    )
    rests_on = Resolution.judgements.through
    rests_on.objects.bulk_create(
        rests_on(resolution=resolution, judgement=judgement)
        for resolution, pair in zip(resolutions, zip(judgements[::2], judgements[1::2], strict=True), strict=True)
        for judgement in pair
    )
