"""How people come in: by a link that works once, whoever holds it."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from verification.actions.audit import record
from verification.actions.members import give_role
from verification.actions.tokens import digest
from verification.exceptions import Conflict, Invalid
from verification.models import Invitation, Project, User
from verification.policies import require, require_state, why_not_accept, why_not_invite
from verification.vocabulary import Role

LASTS = timedelta(days=7)
LASTS_AT_MOST = timedelta(days=30)


@transaction.atomic
def invite(
    project: Project | None,
    *,
    by: User | None,
    roles: Collection[Role] = (),
    note: str = "",
    lasts: timedelta = LASTS,
) -> tuple[Invitation, str]:
    """An invitation and the secret of its link, which is not stored and cannot be shown again.

    Into `project` with `roles`; without a project, and then without roles, as an administrator. `by` is None for a
    command.
    """
    if by is not None:
        require(why_not_invite(by, project))
    if project is not None and not roles:
        sentence = _("Choose at least one role.")
        raise Invalid(sentence, fields={"roles": [sentence]})
    if not timedelta() < lasts <= LASTS_AT_MOST:
        sentence = _("An invitation lasts from 1 to %(most)d days.") % {"most": LASTS_AT_MOST.days}
        raise Invalid(sentence, fields={"days": [sentence]})
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        digest=digest(secret),
        project=project,
        roles=sorted(roles),
        note=note.strip(),
        invited_by=by,
        expires_at=timezone.now() + lasts,
    )
    record("invitation.made", by=by, subject=invitation, project=project, roles=sorted(roles))
    return invitation, secret


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """The link opens nothing any more. Revoking twice changes nothing; what was taken up stays."""
    # Locked, because somebody may take it up at this moment.
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("project").get(pk=invitation.pk)
    require(why_not_invite(by, invitation.project))
    if invitation.used_at is not None:
        raise Conflict(_("Somebody has used this invitation already. Remove them from the list of people instead."))
    if invitation.revoked_at is not None:
        return
    invitation.revoked_at = timezone.now()
    invitation.revoked_by = by
    invitation.save(update_fields=["revoked_at", "revoked_by"])
    record("invitation.revoked", by=by, subject=invitation, project=invitation.project)


@transaction.atomic
def accept(secret: str, *, by: User) -> Invitation:
    """Gives the person who holds the link what it promises, and ends it."""
    invitation = _take(secret)
    require_state(why_not_accept(by, invitation))
    _use(invitation, by=by)
    return invitation


@sensitive_variables("password")
@transaction.atomic
def accept_as_new(secret: str, *, username: str, password: str) -> User:
    """Makes an account and takes up the invitation with it, or neither."""
    invitation = _take(secret)
    user = User(username=User.normalize_username(username.strip()))
    fields: dict[str, list[str]] = {}
    try:
        user.clean_fields(exclude={"password"})
    except ValidationError as wrong:
        fields |= {"username": wrong.message_dict.get("username", wrong.messages)}
    # By any case of letters, because people sign in so.
    if User.objects.filter(username__iexact=user.username).exists():
        fields["username"] = [_("Somebody has this user name already. Choose another.")]
    try:
        validate_password(password, user=user)
    except ValidationError as wrong:
        fields["password"] = wrong.messages
    if fields:
        raise Invalid(_("The account is not made yet."), fields=fields)
    user.set_password(password)
    user.save()
    record("user.created", by=None, subject=user, invitation=invitation.pk)
    _use(invitation, by=user)
    return user


def invitation_of(secret: str) -> Invitation | None:
    """The invitation whose link holds this secret; None where there is none that can still be taken up."""
    return Invitation.objects.live().select_related("project").filter(digest=digest(secret)).first()


def _take(secret: str) -> Invitation:
    """The live invitation of this secret, locked: of two people who hold one link, one gets in."""
    found = Invitation.objects.live().select_for_update(of=("self",)).select_related("project")
    invitation = found.filter(digest=digest(secret)).first()
    if invitation is None:
        raise Conflict(_("This invitation does not work any more. Ask whoever sent it for a new one."))
    return invitation


def _use(invitation: Invitation, *, by: User) -> None:
    invitation.used_at = timezone.now()
    invitation.used_by = by
    invitation.save(update_fields=["used_at", "used_by"])
    record("invitation.used", by=by, subject=invitation, project=invitation.project)
    if invitation.project is None:
        by.is_staff = by.is_superuser = True
        by.save(update_fields=["is_staff", "is_superuser"])
        record("user.made_administrator", by=by, subject=by, invitation=invitation.pk)
        return
    for role in invitation.roles:
        give_role(invitation.project, user=by, role=Role(role), by=by)
