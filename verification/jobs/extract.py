"""From a text to claims: one run of the project's engine, written in one transaction."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from verification.extraction.candidate import Candidate, When
from verification.extraction.engines import Found, find_claims, version_of
from verification.jobs import carry
from verification.jobs.language_model import Answers, server_set_up
from verification.jobs.leases import Held, keep, take
from verification.jobs.parties import parties_of
from verification.jobs.worthiness import weights_of
from verification.models import Article, Attribution, Bearing, Claim, ExtractionRun, Matching
from verification.models.claim import public_id
from verification.vocabulary import ArticleState, DatePrecision

log = logging.getLogger(__name__)


def run(article_id: int) -> None:
    """Extracts the article's claims. A failure is kept with its reason, for a person to read and retry."""
    lease = take(
        Article.objects.all(),
        article_id,
        states=(ArticleState.EXTRACTING,),
        become=ArticleState.EXTRACTING,
    )
    if lease is None:
        return
    article = Article.objects.select_related("project").get(pk=article_id)
    started_at = timezone.now()
    with Held(Article.objects.all(), article_id, lease=lease) as held:
        try:
            worth, of_worth = weights_of(article.project)
            found = find_claims(
                article.project.engine,
                article.text or "",
                article.language,
                parameters=article.project.engine_parameters | of_worth | {"language": article.language},
                server=server_set_up(),
                memory=Answers(article),
                published=_published_on(article),
                worth=worth,
            )
        except Exception as error:
            # Whatever an engine trips over must show on the article's page, not only in a log.
            log.exception("extraction of article %s failed", article_id)
            _fail(article, error, started_at=started_at, lease=held.stop())
            return
        _write(article, found, started_at=started_at, lease=held.stop())


def _published_on(article: Article) -> date | None:
    """The first day on which the article is known to have run."""
    dated = article.publications.filter(published_precision=DatePrecision.DAY)
    return dated.order_by("published_on").values_list("published_on", flat=True).first()


def _fail(article: Article, error: Exception, *, started_at: datetime, lease: datetime) -> None:
    words = f"{type(error).__name__}: {error}"
    name = article.project.engine
    found = Found(candidates=[], engine=name, version=version_of(name), parameters=article.project.engine_parameters)
    with transaction.atomic():
        _run_of(article, found, started_at=started_at, error=words).save()
        keep(
            Article.objects.all(),
            article.pk,
            lease=lease,
            state=ArticleState.FAILED,
            failure=f"The extraction failed ({words}). Try again; if it fails again, report it with the article.",
        )


def _run_of(article: Article, found: Found, *, started_at: datetime, error: str | None = None) -> ExtractionRun:
    return ExtractionRun(
        article=article,
        engine=found.engine,
        version=found.version,
        parameters=dict(found.parameters),
        parameters_hash=_hash(found.parameters),
        model=found.model,
        prompt_hash=found.prompt_hash,
        requests=found.requests,
        tokens_in=found.tokens_in,
        tokens_out=found.tokens_out,
        cost=found.cost,
        dropped_spans=found.dropped,
        fell_back_because=found.fell_back_because,
        started_at=started_at,
        finished_at=timezone.now(),
        error=error,
    )


def _hash(parameters: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(parameters, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def _write(article: Article, found: Found, *, started_at: datetime, lease: datetime) -> None:
    # First, because it locks the row: of two workers one finds the lease gone and writes nothing.
    if not keep(Article.objects.all(), article.pk, lease=lease, state=ArticleState.DONE, attempts=0):
        return
    Matching.objects.want(article)
    run = _run_of(article, found, started_at=started_at)
    done_before = ExtractionRun.objects.filter(
        article=article,
        engine=run.engine,
        version=run.version,
        parameters_hash=run.parameters_hash,
        error__isnull=True,
    )
    if done_before.exists():
        _note_what_failed(article, found, started_at=started_at)
        carry.between_versions(article)
        return
    candidates = found.candidates
    run.save()
    added = carry.added_by_hand(article)
    standing = Claim.objects.filter(article=article, withdrawn_at__isnull=True).exclude(pk__in=added)
    new = _without_known(candidates, list(standing.values_list("start", "end")))
    claims = Claim.objects.bulk_create([_claim(article, run, candidate) for candidate in new], batch_size=500)
    parties = parties_of(article.project_id, [speaker for candidate in new for speaker in candidate.chain])
    Attribution.objects.bulk_create(
        [
            Attribution(
                claim=claim,
                position=position,
                name=speaker.name,
                surface=speaker.surface,
                cue=speaker.cue,
                affiliation=speaker.affiliation,
                party_id=parties.get(speaker.name),
                speech=speaker.speech,
                rendering=speaker.rendering,
            )
            for claim, candidate in zip(claims, new, strict=True)
            for position, speaker in enumerate(candidate.chain)
        ],
        batch_size=500,
    )
    text = article.text or ""
    Bearing.objects.bulk_create(
        [
            Bearing(
                claim=claim,
                article=article,
                start=passage.start,
                end=passage.end,
                quote=text[passage.start : passage.end],
                reason=passage.reason,
            )
            for claim, candidate in zip(claims, new, strict=True)
            for passage in candidate.against
        ],
        batch_size=500,
    )
    carry.between_versions(article, found_now=claims)


def _note_what_failed(article: Article, found: Found, *, started_at: datetime) -> None:
    """That the rules had to stand in once more is shown, though their claims stand already."""
    if found.fell_back_because is not None:
        asked = replace(found, engine=article.project.engine, version=version_of(article.project.engine))
        _run_of(article, asked, started_at=started_at, error=found.fell_back_because).save()


def _without_known(candidates: Sequence[Candidate], live: Sequence[tuple[int | None, int | None]]) -> list[Candidate]:
    """Candidates that do not stand, for at least half of the shorter span, where a live claim stands already."""
    known = [(start, end) for start, end in live if start is not None and end is not None]

    def is_known(candidate: Candidate) -> bool:
        for start, end in known:
            shared = min(end, candidate.end) - max(start, candidate.start)
            if shared * 2 >= min(end - start, candidate.end - candidate.start):
                return True
        return False

    return [candidate for candidate in candidates if not is_known(candidate)]


def _claim(article: Article, run: ExtractionRun, candidate: Candidate) -> Claim:
    return Claim(
        project=article.project,
        article=article,
        start=candidate.start,
        end=candidate.end,
        quote=candidate.quote,
        prefix=candidate.prefix,
        suffix=candidate.suffix,
        statement=candidate.statement,
        target=candidate.target,
        modality=candidate.modality,
        topics=list(candidate.topics),
        numbers=[number.as_record() for number in candidate.numbers],
        locations=list(candidate.locations),
        actors=list(candidate.actors),
        **_interval("asserted", candidate.asserted),
        **_interval("event", candidate.event),
        check_worthiness=candidate.check_worthiness,
        worthiness_reasons=list(candidate.reasons),
        dispute=candidate.dispute,
        ambiguities=list(candidate.ambiguities),
        origin_run=run,
        places=article.project.places,
        public_id=public_id(
            article_sha256=article.sha256 or "",
            start=candidate.start,
            end=candidate.end,
            statement=candidate.statement,
            target=candidate.target,
        ),
    )


def _interval(name: str, when: When | None) -> dict[str, Any]:
    """The columns of a time: from the first moment of its first day to the last second of its last."""
    if when is None:
        return {}
    return {
        f"{name}_from": datetime.combine(when.begins, time.min, UTC),
        f"{name}_until": datetime.combine(when.ends, time(23, 59, 59), UTC),
        f"{name}_precision": when.precision,
    }
