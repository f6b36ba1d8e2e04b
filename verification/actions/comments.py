"""Discussion of a claim: flag it, answer, close what is settled."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.notices import notify
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Comment, Membership, User
from verification.policies import require, why_not_close, why_not_comment, why_not_withdraw_comment
from verification.vocabulary import NoticeKind

LONGEST_COMMENT = 2_000  # characters
MOST_MENTIONS = 10
# As user names are written; a full stop behind one ends the sentence.
MENTION = re.compile(r"(?<![\w@])@([\w.+-]*\w)")


@transaction.atomic
def comment(claim: Claim, *, text: str, by: User, reply_to: Comment | None = None) -> Comment:
    """Begins a discussion of the claim, or answers one. Tells whom it names and answers, if they may read it."""
    require(why_not_comment(by, claim, reply_to))
    said = text.strip()
    if not said:
        raise Invalid(_("Write a few words."), fields={"text": [_("Write a few words.")]})
    if len(said) > LONGEST_COMMENT:
        too_long = _("This is too long: %(most)s characters at most.") % {"most": LONGEST_COMMENT}
        raise Invalid(too_long, fields={"text": [too_long]})
    if reply_to is not None and reply_to.reply_to is not None:
        reply_to = reply_to.reply_to  # answers stand in one row under what began the discussion
    made = Comment.objects.create(claim=claim, reply_to=reply_to, by=by, at=timezone.now(), text=said)
    mentioned = _mentioned(said, claim)
    made.mentions.set(mentioned)
    record("comment.added", by=by, subject=made, project=claim.project, claim=claim.pk)
    told = {person.pk: (person, NoticeKind.MENTIONED) for person in mentioned}
    if reply_to is not None:
        told.setdefault(reply_to.by_id, (reply_to.by, NoticeKind.REPLIED))
    for person, kind in told.values():
        # Nobody is told of what they may not read; nor is the writer told who that is.
        if person.pk != by.pk and Comment.objects.visible_to(person).filter(pk=made.pk).exists():
            notify(person, kind=kind, claim=claim, comment=made)
    return made


@transaction.atomic
def close_discussion(begun: Comment, *, by: User, closed: bool = True) -> Comment:
    """Closes what is settled, or opens it again."""
    require(why_not_close(by, begun))
    begun = Comment.objects.select_for_update(of=("self",)).get(pk=begun.pk)
    if begun.reply_to_id is not None or (begun.resolved_at is not None) == closed:
        raise Conflict(_("Somebody was faster: look again."))
    begun.resolved_at = timezone.now() if closed else None
    begun.resolved_by = by if closed else None
    begun.save(update_fields=["resolved_at", "resolved_by"])
    record("comment.closed" if closed else "comment.opened_again", by=by, subject=begun, project=begun.claim.project)
    return begun


@transaction.atomic
def withdraw_comment(written: Comment, *, by: User) -> Comment:
    """Takes one's own words back: they are gone. That there was a comment stays, with its answers."""
    require(why_not_withdraw_comment(by, written))
    written = Comment.objects.select_for_update(of=("self",)).get(pk=written.pk)
    if written.withdrawn_at is not None:
        raise Conflict(_("You have withdrawn this already."))
    written.withdrawn_at = timezone.now()
    written.text = ""
    written.save(update_fields=["withdrawn_at", "text"])
    written.mentions.clear()
    record("comment.withdrawn", by=by, subject=written, project=written.claim.project)
    return written


def _mentioned(text: str, claim: Claim) -> list[User]:
    """The members whom the words name, each once."""
    names = list(dict.fromkeys(MENTION.findall(text)))[:MOST_MENTIONS]
    if not names:
        return []
    members = Membership.objects.filter(project=claim.project_id).values("user")
    return list(User.objects.filter(pk__in=members, is_active=True, username__in=names).order_by("pk"))
