"""Asks an address as one person, and says in a word what the answer was. Whatever it changes is undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.guards.requests import body, url
from tests.guards.world import World
from verification.models import AuditEvent

SIGN_IN = ("/accounts/login/", "/accounts/reauthenticate/", "/admin/login/")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`said` is a word of the table's legend; `content` what was sent, for those who look for words in it."""

    said: str
    content: str


class Asker:
    """People at the door, each with a session that was begun once."""

    def __init__(self, world: World) -> None:
        self.world = world
        # One client for all: each new one would build the whole chain of middleware again.
        self.client = Client(raise_request_exception=False)
        self.sessions: dict[Any, str] = {}
        for people in world.people.values():
            for person in people:
                if person.is_authenticated:
                    self.client.cookies.clear()
                    self.client.force_login(person)
                    self.sessions[person.pk] = self.client.cookies[settings.SESSION_COOKIE_NAME].value

    def ask(self, person: Any, method: str, address: str) -> Answer:
        """`method` may be followed by the name of an action of the administration."""
        client = self.client
        client.cookies.clear()
        if person.is_authenticated:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[person.pk]
        given = body(self.world, method, address)
        send: dict[str, Any] = {"data": given}
        if address.startswith("/api/") and method != "GET":
            send = {"data": json.dumps(given), "content_type": "application/json"}
        elif method.split()[0] not in ("GET", "POST"):
            send = {}
        with transaction.atomic():
            events = AuditEvent.objects.count()
            response = getattr(client, method.split()[0].lower())(url(self.world, address), **send)
            content = b"".join(response) if response.streaming else response.content
            changed = AuditEvent.objects.count() > events
            transaction.set_rollback(True)
        return Answer(said=_word(response, changed=changed), content=content.decode())


def _word(response: Any, *, changed: bool) -> str:
    code: int = response.status_code
    if code < 400 and changed:
        return "done"
    if code < 300:
        return "yes"
    if code < 400:
        return "sign in" if response["Location"].startswith(SIGN_IN) else "on"
    return str(code)
