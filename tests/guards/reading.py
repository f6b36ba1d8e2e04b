"""Reads addresses as one person, in one world after another, and asks anew only for what may have changed.

An answer follows from the request, its cookies, the clock and the rows that were read for it. Where each question that
was put to the database on the way to an answer gets the very same rows in another world, the next question would have
been the same too, and so would the answer: putting the questions alone takes a tenth of the time.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from psycopg import RawCursor, ServerCursor

from verification.models import User

# What differs from one answer to the next and says nothing.
# (How long ago something was is counted from the real time, which the clock of the worlds does not change.)
NOISE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|nonce-[\w=+/-]*|\d+\xa0minutes?')
# Every list by each of its filters and searches besides, and every address asked for in every world: five times the
# time. It proves the short way too.
IN_FULL = bool(os.environ.get("BLINDNESS_IN_FULL"))
ASKS = re.compile(r"\s*\(*\s*(SELECT|WITH)\b", re.IGNORECASE)
WRITES = re.compile(r"\b(INSERT|UPDATE\s+\"|DELETE|pgmq|nextval)\b", re.IGNORECASE)
NUMBERED = re.compile(r"\$1\b")
# Neither asks nor writes.
SETS = re.compile(r"\s*(SAVEPOINT|RELEASE|SET)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was answered, and each question that was asked for it with its rows, in turn.

    `told` and `tells`: what waited in cookies to be said on this page, and what it left there to be said on the next.
    """

    page: str
    asked: list[tuple[str, Any, list[Any]]]
    told: dict[str, str]
    tells: dict[str, str]


class Reader:
    """A person who is signed in. `get` gives what is read at an address, in the world that is there at the time."""

    def __init__(self, person: User) -> None:
        self.client = signed_in(person)
        self.readings: dict[str, list[Reading]] = defaultdict(list)
        self.rows: dict[str, list[Any]] = {}

    def forget(self) -> None:
        """What was said to them in another world, and the rows that were there."""
        self.rows.clear()
        self._keep_in_cookies({})

    def get(self, url: str) -> str:
        told = self._in_cookies()
        for reading in self.readings[url]:
            if _said(reading.told) == _said(told) and all(
                self._rows(sql, params) == rows for sql, params, rows in reading.asked
            ):
                self._keep_in_cookies(reading.tells)
                return reading.page
        asked: list[tuple[str, Any, list[Any] | None]] = []
        with connection.execute_wrapper(_noted(asked)):
            page = get(self.client, url)
        if not all(ASKS.match(sql) and not WRITES.search(sql) for sql, _params, _rows in asked):
            self.rows.clear()
        elif not IN_FULL:
            rows = [(sql, params, self._rows(sql, params, known)) for sql, params, known in asked]
            self.readings[url].append(Reading(page=page, asked=rows, told=told, tells=self._in_cookies()))
        return page

    def _rows(self, sql: str, params: Any, known: list[Any] | None = None) -> list[Any]:
        """What the database answers. While nothing is written it is the same for every page that asks it."""
        question = f"{sql} {params!r}"
        if question not in self.rows:
            self.rows[question] = _asked_anew(sql, params) if known is None else known
        return self.rows[question]

    def _in_cookies(self) -> dict[str, str]:
        """What waits there to be said on the next page. (A form has another token each time.)"""
        left_out = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
        return {name: kept.value for name, kept in self.client.cookies.items() if kept.value and name not in left_out}

    def _keep_in_cookies(self, said: dict[str, str]) -> None:
        for name in self.client.cookies.keys() - {settings.SESSION_COOKIE_NAME}:
            del self.client.cookies[name]
        self.client.cookies.load(said)


def _said(in_cookies: dict[str, str]) -> dict[str, str]:
    """Without the time of each, and its signature."""
    return {name: value.rsplit(":", 2)[0] for name, value in in_cookies.items()}


def signed_in(person: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def get(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code not in (429, 500), (url, answer.status_code)
    content = b"".join(answer) if answer.streaming else answer.content
    return f"{answer.status_code} {answer.get('Location', '')} {NOISE.sub('', content.decode())}"


def _asked_anew(sql: str, params: Any) -> list[Any]:
    """As the question was asked: with numbers for what is given where the server keeps its plan (`models.planned`)."""
    numbered = NUMBERED.search(sql)
    made = connection._prepare_cursor(RawCursor(connection.connection)) if numbered else connection.cursor()  # type: ignore[attr-defined]
    with made as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def _noted(asked: list[tuple[str, Any, list[Any] | None]]) -> Callable[..., Any]:
    """Notes each question, and its rows where they are at hand (a server's cursor gives them bit by bit)."""

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        answered = execute(sql, params, many, context)
        if not SETS.match(sql):
            cursor = context["cursor"].cursor
            rows = None
            if cursor.description and not isinstance(cursor, ServerCursor):
                rows = cursor.fetchall()
                if rows:
                    cursor.scroll(0, mode="absolute")
            asked.append((sql, params, rows))
        return answered

    return note
