"""Sends a notice by mail: that there is something to see and where, and not a word of what it says."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from verification.models import Notice
from verification.vocabulary import NoticeKind


def run(notice_id: int) -> bool:
    """Whether a mail left. Once for each notice, to whoever wants it and still belongs to the project."""
    with transaction.atomic():
        notice = (
            Notice.objects.select_for_update(of=("self",))
            .select_related("person", "project")
            .filter(pk=notice_id, mailed_at__isnull=True, read_at__isnull=True)
            .first()
        )
        if notice is None or not _is_wanted(notice):
            return False
        _message(notice).send()
        notice.mailed_at = timezone.now()
        notice.save(update_fields=["mailed_at"])
    return True


def _is_wanted(notice: Notice) -> bool:
    person = notice.person
    wants = person.is_active and person.mails_notices and bool(person.email) and settings.SENDS_EMAIL
    return wants and Notice.objects.to(person).filter(pk=notice.pk).exists()


def _message(notice: Notice) -> EmailMessage:
    with translation.override(notice.person.language or settings.LANGUAGE_CODE):
        project = notice.project.name
        happened = {
            NoticeKind.SENT_BACK: _("An adjudicator of “%(project)s” asks about one of your judgements."),
            NoticeKind.ANSWERED: _("A question of yours in “%(project)s” is answered."),
            NoticeKind.MENTIONED: _("Somebody named you in a discussion of “%(project)s”."),
            NoticeKind.REPLIED: _("Somebody answered you in a discussion of “%(project)s”."),
            NoticeKind.ASSIGNED: _("Claims of “%(project)s” were assigned to you."),
        }[NoticeKind(notice.kind)] % {"project": project}
        body = _(
            "%(happened)s\n\nSee it here: %(url)s\n\nIf you want no such mail, say so in your settings: %(settings)s"
        ) % {
            "happened": happened,
            "url": f"{settings.SITE_URL}/notices/",
            "settings": f"{settings.SITE_URL}/account/settings/",
        }
    # A subject is one line, whatever the project is called.
    return EmailMessage(" ".join(happened.split()), body, to=[notice.person.email])
