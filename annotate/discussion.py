"""The discussions of a claim, as one person may read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from verification.models import Claim, Comment, User
from verification.models.prepared_for import PreparedFor

MOST_SHOWN = 200  # comments on one claim, the newest


@dataclass(frozen=True, kw_only=True)
class Said:
    """One comment. `who` is a name only where it tells nobody who judged the claim."""

    comment: Comment
    who: str
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class Thread:
    begun: Said
    answers: list[Said]
    may_close: bool


def threads_of(claim: Claim, *, to: User, looks_after: bool) -> list[Thread]:
    """Open ones first, then the newest first; answers in the order in which they were given."""
    found = _newest.rows(to, claim=claim.pk)[::-1]
    said = {comment.pk: _said(comment, claim, to) for comment in found}
    answers: dict[int, list[Said]] = {}
    for comment in found:
        if comment.reply_to_id is not None:
            answers.setdefault(comment.reply_to_id, []).append(said[comment.pk])
    threads = [
        Thread(
            begun=said[comment.pk],
            answers=answers.get(comment.pk, []),
            may_close=looks_after or comment.by_id == to.pk,
        )
        for comment in found
        # One that was taken back is shown for its answers alone.
        if comment.reply_to_id is None and (comment.withdrawn_at is None or comment.pk in answers)
    ]
    return sorted(threads, key=lambda thread: (thread.begun.comment.resolved_at is not None, -thread.begun.comment.pk))


@PreparedFor
def _newest(user: User, claim: int) -> QuerySet[Comment]:
    visible: Any = Comment.objects.visible_to(user).filter(claim=claim)
    newest: QuerySet[Comment] = visible.with_writers().select_related("by").order_by("-pk")[:MOST_SHOWN]
    return newest


def _said(comment: Comment, claim: Claim, to: User) -> Said:
    is_mine = comment.by_id == to.pk
    return Said(comment=comment, who=_("you") if is_mine else who(comment, claim), is_mine=is_mine)


def who(comment: Comment, claim: Claim) -> str:
    """The writer, as anybody else may know them."""
    if comment.who == "place":
        return _("an annotator")
    if claim.resolved_at is not None:
        return comment.by.username
    return _("a curator or adjudicator") if comment.who == "cares" else _("a member")
