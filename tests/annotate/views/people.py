"""People at the pages: signed in, with a role, and claims that they have judged."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.totp.internal import auth as totp
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import ClaimFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.models import Claim, Project, User
from verification.vocabulary import Role

# Words that no page shows unless it shows a judgement.
SAID = {"first": "The harbour ledger shows it plainly.", "second": "A clerk of the quay denies the docking."}


def at_the_page(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def as_role(project: Project, role: Role) -> Client:
    """A new person of the project with this one role, signed in."""
    return at_the_page(member(project, role))


def judged_apart(project: Project, **claim: Any) -> tuple[Claim, User, User]:
    """A claim that two annotators have judged differently, with `SAID` as their rationales."""
    made: Claim = ClaimFactory(article__project=project, **claim)
    people = member(project), member(project)
    judge(made, by=people[0], change=SUPPORTED | {"rationale": SAID["first"]})
    judge(made, by=people[1], change=DISPUTED | {"rationale": SAID["second"]})
    return made, *people


def judged_alike(project: Project, **claim: Any) -> tuple[Claim, User, User]:
    """A claim resolved by consensus."""
    made: Claim = ClaimFactory(article__project=project, **claim)
    people = member(project), member(project)
    for person, said in zip(people, SAID.values(), strict=True):
        judge(made, by=person, change=SUPPORTED | {"rationale": said})
    return made, *people


def words(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def queries(client: Client, url: str) -> int:
    """How many queries a page takes, the session's and the person's own among them."""
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(caught)


def is_in(client: Client) -> bool:
    """Whether somebody is signed in there, and the site still takes them."""
    return client.get("/account/").status_code == 200


def code_of(secret: str) -> str:
    """What an authenticator app with this secret shows now."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30)))
