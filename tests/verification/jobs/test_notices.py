"""A notice by mail: to whom it goes, once, and that it says nothing of the claim."""

from __future__ import annotations

import pytest
from django.core import mail

from tests.factories import NoticeFactory, member
from verification.jobs import notices
from verification.models import Claim, Notice
from verification.vocabulary import NoticeKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sends_email(settings) -> None:
    settings.SENDS_EMAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def notice(claim: Claim, kind: NoticeKind = NoticeKind.MENTIONED, **person: object) -> Notice:
    told = member(claim.project, **({"email": "somebody@desk.example"} | person))
    made: Notice = NoticeFactory(claim=claim, person=told, kind=kind)
    return made


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_mail_says_what_happened_and_where_and_nothing_of_the_claim(claim: Claim, kind: NoticeKind) -> None:
    claim.project.name = "The\ncoast"
    claim.project.save()
    told = notice(claim, kind)
    assert notices.run(told.pk)
    (sent,) = mail.outbox
    assert sent.to == ["somebody@desk.example"]
    assert "The coast" in sent.subject
    assert "/notices/" in sent.body
    assert claim.statement not in sent.subject + sent.body
    assert not notices.run(told.pk)
    assert len(mail.outbox) == 1


def test_it_is_in_the_language_that_the_person_reads(claim: Claim) -> None:
    notices.run(notice(claim, language="fa").pk)
    notices.run(notice(claim, language="en").pk)
    assert "Somebody named you" in mail.outbox[1].body


@pytest.mark.parametrize("person", [{"mails_notices": False}, {"email": ""}, {"is_active": False}])
def test_nobody_gets_a_mail_who_wants_none_or_has_no_address(claim: Claim, person: dict[str, object]) -> None:
    assert not notices.run(notice(claim, **person).pk)
    assert mail.outbox == []


def test_nobody_gets_a_mail_who_has_read_it_or_left_the_project(claim: Claim) -> None:
    read, left = notice(claim), notice(claim)
    Notice.objects.filter(pk=read.pk).update(read_at=read.at)
    left.person.memberships.all().delete()
    assert [notices.run(read.pk), notices.run(left.pk)] == [False, False]
    assert mail.outbox == []
