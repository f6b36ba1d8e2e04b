from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification import spread, tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.actions.places import lapse
from verification.actions.resolutions import latest_judgements, supersede, weigh
from verification.actions.team_claims import give_parts, lock_teams
from verification.carrying import part
from verification.exceptions import Conflict, Invalid
from verification.models import Annotation, Article, Claim, ClaimLink, Matching, Reopening, Team, User
from verification.models.claim import public_id
from verification.policies import (
    require,
    require_state,
    why_not_add_claim,
    why_not_curate,
    why_not_reopen,
    why_not_steer,
    why_not_wanted,
)
from verification.vocabulary import Priority, Settled, Target, Topic

CONTEXT = 32  # code points kept before and after a quote, to find it again
# Code points of a quote and of a statement: a claim is a sentence or two, and the index on their words has its limit.
LONGEST = 2000
# Somebody read the article and missed it: it goes before most of what the engine proposes.
WORTHINESS_OF_ADDED = 0.8


@transaction.atomic
def add_claim(
    article: Article,
    *,
    start: int,
    end: int,
    by: User,
    statement: str = "",
    target: Target = Target.CONTENT,
    topics: list[Topic] | None = None,
) -> Claim:
    """Adds a claim that extraction missed: a span of the article, restated or as it stands."""
    require(why_not_add_claim(by, article))
    text = article.text or ""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise Invalid(_("That is no passage of this article. Select the words of the claim again."))
    quote = text[start:end]
    statement = statement.strip() or " ".join(quote.split())
    if len(quote) > LONGEST or len(statement) > LONGEST:
        raise Invalid(
            _("A claim is a sentence or two, of at most %(longest)d characters. Select less.") % {"longest": LONGEST}
        )
    content_id = public_id(
        article_sha256=article.sha256 or "", start=start, end=end, statement=statement, target=target
    )
    # Locked, because two people may select the same words at the same moment.
    Article.objects.select_for_update().get(pk=article.pk)
    if Claim.objects.filter(project=article.project, public_id=content_id, withdrawn_at__isnull=True).exists():
        raise Conflict(_("This very claim is in the list already."))
    claim = Claim.objects.create(
        project=article.project,
        article=article,
        start=start,
        end=end,
        quote=quote,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        statement=statement,
        target=target,
        topics=list(topics or []),
        check_worthiness=WORTHINESS_OF_ADDED,
        worthiness_reasons=["added by a person"],
        origin_person=by,
        places=article.project.places,
        public_id=content_id,
    )
    record("claim.added", by=by, subject=claim, project=claim.project, article=article.pk)
    Matching.objects.want(article)
    enqueue_on_commit(tasks.match_article, article.pk)
    return claim


@transaction.atomic
def set_priority(claim: Claim, *, priority: Priority, by: User) -> Claim:
    """Says how soon the queue brings a claim. Saying it twice changes nothing."""
    require(why_not_steer(by, claim.project))
    claim = Claim.objects.with_stage_for(by).select_for_update(of=("self",)).get(pk=claim.pk)
    require_state(why_not_wanted(claim))
    if claim.priority != priority.rank:
        claim.priority = priority.rank
        claim.save(update_fields=["priority"])
        record("claim.prioritised", by=by, subject=claim, project=claim.project, priority=priority)
    return claim


@transaction.atomic
def withdraw(claim: Claim, *, why: str, by: User) -> Claim:
    """Takes a claim out of everything; what was judged stays and is released as withdrawn."""
    require(why_not_curate(by, claim.project))
    if not why.strip():
        raise Invalid(_("Say why the claim is withdrawn."), fields={"why": [_("This field is required.")]})
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if claim.withdrawn_at is not None:
        raise Conflict(_("This claim is withdrawn already."))
    claim.withdrawn_at = timezone.now()
    claim.withdrawn_by = by
    claim.withdrawn_why = why.strip()
    claim.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    # Whoever is at work on it gets the next one then, and keeps their words. Told of nobody, the curator among them.
    held = Annotation.objects.unfinished().filter(claim=claim).order_by("pk").select_for_update(of=("self",))
    for annotation in held:
        lapse(annotation, project=claim.project, by=None)
    _move_linked(claim)
    part(by, claim=claim)
    record("claim.withdrawn", by=by, subject=claim, project=claim.project)
    return claim


@transaction.atomic
def reopen(claim: Claim, *, why: str, by: User) -> Claim:
    """Opens a claim again that is resolved, dropped or withdrawn. A resolution is superseded, never edited.

    So is one that waits for the verdict of the same words before a correction: it is judged by itself from then on.
    """
    require(why_not_reopen(by, claim))
    if not why.strip():
        raise Invalid(_("Say why the claim is opened again."), fields={"why": [_("This field is required.")]})
    teams = lock_teams(Team.objects.filter(assignments__claim=claim))
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    stands = claim.resolutions.live().first() if claim.withdrawn_at is None else None
    if stands is not None:
        supersede(claim, why=why.strip(), by=by)
        if teams:  # whoever joined while it was resolved
            give_parts(claim)
        if claim.filled_at is not None:
            weigh(claim, latest_judgements(claim))
        if stands.settled != Settled.CARRIED_OVER:
            record("claim.reopened", by=by, subject=claim, project=claim.project)
            return claim
        # Told like the opening of one that waits, or it would tell whether the earlier claim was resolved.
    elif claim.withdrawn_at is None and claim.dropped_at is None and not part(by, successor=claim):
        raise Conflict(_("This claim is open already."))
    kept = Reopening.objects.create(
        claim=claim,
        at=timezone.now(),
        by=by,
        why=why.strip(),
        withdrawn_at=claim.withdrawn_at,
        withdrawn_by=claim.withdrawn_by,
        withdrawn_why=claim.withdrawn_why,
    )
    if claim.withdrawn_at is not None:
        _restore(claim)
        _move_linked(claim)
    elif claim.dropped_at is not None:
        claim.dropped_at = None
        claim.save(update_fields=["dropped_at"])
    record("claim.reopened", by=by, subject=claim, project=claim.project, reopening=kept.pk)
    return claim


def _move_linked(claim: Claim) -> None:
    """Links to a withdrawn claim count for nobody. Who is weighed at this moment is left out: it reads them itself."""
    pairs = ClaimLink.objects.of(claim).values_list("claim", "other")
    spread.move(spread.locked_waiting({pk for pair in pairs for pk in pair} | {claim.pk}, wait=False))


def _restore(claim: Claim) -> None:
    same = Claim.objects.filter(project=claim.project, public_id=claim.public_id, withdrawn_at__isnull=True).exclude(
        pk=claim.pk
    )
    if same.exists():
        raise Conflict(_("The same claim has been added anew: work on that one."))
    claim.withdrawn_at = claim.withdrawn_by = claim.withdrawn_why = None
    claim.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
