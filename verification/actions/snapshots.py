from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification import tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.exceptions import Conflict, Invalid
from verification.models import Annotation, Judgement, LinkSnapshot, User
from verification.models.added import adding
from verification.models.planned import Question
from verification.policies import require, require_state, why_not_check_link, why_not_retrieve, why_not_take_up
from verification.retrieval.address import LONGEST
from verification.vocabulary import RetrievalState

MOST = 200  # snapshots of one place


def check_link(annotation: Annotation, *, url: str, by: User) -> LinkSnapshot:
    """Has a worker retrieve a page that the person names as evidence; what is under way already is given back."""
    require(why_not_check_link(by, annotation))
    require_state(why_not_retrieve() or why_not_take_up(annotation.claim))
    url = url.strip()
    if not url:
        raise Invalid(_("Give the address first."), fields={"url": [_("Give the address first.")]})
    if len(url) > LONGEST or "\x00" in url:
        sentence = _("This is no web address that could be retrieved.")
        raise Invalid(sentence, fields={"url": [sentence]})
    try:
        return _ask(annotation, url, by=by)
    except IntegrityError:
        # The button was pressed twice at once: the first one is under way.
        return LinkSnapshot.objects.filter(annotation=annotation, url=url).latest("pk")


def links_to_check(judgement: Judgement, *, retrieved: list[dict[str, str]]) -> list[LinkSnapshot]:
    """The pages that a judgement just submitted names, where they are not had yet: they may change or go before
    anybody looks. `retrieved` are those of its place: `url` and `state`.
    """
    if not (settings.RETRIEVAL and settings.RETRIEVAL_AFTER_SUBMIT):
        return []
    named = {item.url for item in judgement.evidence.all() if item.url and len(item.url) <= LONGEST}
    annotation = judgement.annotation
    had = {one["url"] for one in retrieved if one["state"] != RetrievalState.FAILED}
    missing = sorted(named - had)[: max(MOST - len(retrieved), 0)]
    now = timezone.now()
    return [LinkSnapshot(annotation=annotation, url=url, queued_at=now) for url in missing]


def checking(links: list[LinkSnapshot]) -> Question[Sequence[LinkSnapshot]]:
    """Has a worker retrieve these, at least one, of one place: a question for the caller to ask.

    Part of submitting: in its transaction, under its locks.
    """
    enqueue_on_commit(tasks.retrieve_links, links[0].annotation_id)
    # Ignored: what the person asked for by the button at this very moment.
    return adding(links, unless_there=True)


@transaction.atomic
def _ask(annotation: Annotation, url: str, *, by: User) -> LinkSnapshot:
    asked = LinkSnapshot.objects.filter(annotation=annotation)
    waiting = asked.filter(url=url, state=RetrievalState.WAITING).first()
    if waiting is not None:
        return waiting
    if asked.count() >= MOST:
        raise Conflict(_("So many pages were retrieved for this judgement already that no more are."))
    snapshot = LinkSnapshot.objects.create(annotation=annotation, url=url, queued_at=timezone.now())
    # Of the place, so that it is told of nobody before the claim is resolved.
    record("annotation.link_checked", by=by, subject=annotation, project=annotation.claim.project, snapshot=snapshot.pk)
    enqueue_on_commit(tasks.retrieve_link, snapshot.pk)
    return snapshot
