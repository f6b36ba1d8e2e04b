"""Comments on claims, and notices."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Claim, Comment, Notice, User
from verification.models.comment import LOOKS_AFTER
from verification.vocabulary import Role

from .roles import holds


def why_not_comment(user: User, claim: Claim, reply_to: Comment | None = None) -> str | None:
    """Why not say something about a claim, or answer what somebody said."""
    if not holds(user, claim.project, *Role):
        return _("Only members of this project discuss its claims.")
    if reply_to is None:
        return None
    if reply_to.claim_id != claim.pk or not Comment.objects.visible_to(user).filter(pk=reply_to.pk).exists():
        return _("There is no such comment that you may answer.")
    return None


def why_not_close(user: User, begun: Comment) -> str | None:
    """Why not close a discussion, or open it again."""
    if not Comment.objects.visible_to(user).filter(pk=begun.pk).exists():
        return _("There is no such discussion for you.")
    if begun.by_id == user.pk or holds(user, begun.claim.project, *LOOKS_AFTER):
        return None
    return _("Whoever began a discussion closes it, or a curator or adjudicator of the project.")


def why_not_withdraw_comment(user: User, written: Comment) -> str | None:
    if written.by_id == user.pk and holds(user, written.claim.project, *Role):
        return None
    return _("Only its writer withdraws a comment.")


def why_not_read_notice(user: User, notice: Notice) -> str | None:
    return None if notice.person_id == user.pk else _("This notice is for another person.")
