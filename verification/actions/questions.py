"""A judgement sent back to its author with a question, and the answer."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.notices import notify
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Judgement, Question, User
from verification.policies import require, require_state, why_not_answer, why_not_ask, why_not_take_up
from verification.vocabulary import NoticeKind

LONGEST_QUESTION = 2_000  # characters; an answer too


@transaction.atomic
def ask(judgement: Judgement, *, text: str, by: User) -> Question:
    """Asks the author of a judgement, whoever they are. The claim goes on waiting for a decision."""
    require(why_not_ask(by, judgement))
    # Locked, because the claim may be decided, or the judgement changed, at this moment.
    claim = Claim.objects.select_for_update().get(pk=judgement.annotation.claim_id)
    if not Claim.objects.awaiting_adjudication().filter(pk=claim.pk).exists():
        raise Conflict(_("This claim is not waiting for adjudication any more. Go back to the list."))
    if not Judgement.objects.latest_per_annotation().filter(pk=judgement.pk).exists():
        raise Conflict(_("This judgement was changed meanwhile. Look at it again before you ask."))
    if Question.objects.filter(annotation=judgement.annotation_id, answered_at__isnull=True).exists():
        raise Conflict(_("A question about this judgement waits for its answer already."))
    question = Question.objects.create(
        annotation=judgement.annotation, judgement=judgement, asked_by=by, asked_at=timezone.now(), text=_words(text)
    )
    record("question.asked", by=by, subject=question, project=claim.project, judgement=judgement.pk)
    notify(judgement.annotation.person, kind=NoticeKind.SENT_BACK, claim=claim, question=question)
    return question


@transaction.atomic
def answer(question: Question, *, text: str, by: User) -> Question:
    """Answers in words. Whoever changes their judgement instead has answered with that."""
    require(why_not_answer(by, question))
    claim = Claim.objects.select_for_update().get(pk=question.annotation.claim_id)
    require_state(why_not_take_up(claim))
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.answered_at is not None:
        raise Conflict(_("You have answered this question already."))
    question.answer = _words(text)
    question.answered_at = timezone.now()
    question.save(update_fields=["answer", "answered_at"])
    record("question.answered", by=by, subject=question, project=claim.project)
    if Question.objects.visible_to(question.asked_by).filter(pk=question.pk).exists():
        notify(question.asked_by, kind=NoticeKind.ANSWERED, claim=claim, question=question)
    return question


def _words(text: str) -> str:
    said = text.strip()
    if not said:
        raise Invalid(_("Write a few words."), fields={"text": [_("Write a few words.")]})
    if len(said) > LONGEST_QUESTION:
        too_long = _("This is too long: %(most)s characters at most.") % {"most": LONGEST_QUESTION}
        raise Invalid(too_long, fields={"text": [too_long]})
    return said
