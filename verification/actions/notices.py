"""What a person is told: on their pages, and by mail unless they want none."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.enqueue import enqueue_on_commit
from verification.models import Claim, Comment, Notice, Question, User
from verification.policies import require, why_not_read_notice
from verification.vocabulary import NoticeKind


def notify(
    person: User, *, kind: NoticeKind, claim: Claim, question: Question | None = None, comment: Comment | None = None
) -> Notice:
    """Tells a person, within the caller's transaction; the caller knows that they may know it."""
    notice = Notice.objects.create(
        person=person, kind=kind, claim=claim, question=question, comment=comment, at=timezone.now()
    )
    if person.email and person.mails_notices:
        enqueue_on_commit(tasks.mail_notice, notice.pk)
    return notice


def mark_read(notice: Notice, *, by: User) -> None:
    """Marking twice changes nothing."""
    require(why_not_read_notice(by, notice))
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=timezone.now())


@transaction.atomic
def mark_all_read(user: User, *, until: int, by: User) -> int:
    """Marks one's own notices up to the id `until`: what came since the page was made stays unread."""
    require(why_not_read_notice(by, Notice(person=user)))
    return Notice.objects.filter(person=user, pk__lte=until).unread().update(read_at=timezone.now())
