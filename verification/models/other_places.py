"""What `next` may bring besides live work: claims whose answer is known, and claims that the person judged before.

What it costs depends neither on how many claims there are nor on how many of them the person has done: answers are
known of a few hundred claims of a project at most, and of a person's judgements a few are looked at.
"""

# ruff: noqa: S608 (put together from the words below; what people give are parameters)

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from verification.vocabulary import Round

from .known_answer import KNOWS_THE_ANSWERS
from .project import Project
from .queue import SUITS
from .user import User

LOOKED_AT = 20  # judgements of a person among which one is taken for a second look

# For nobody who knows the answers, or has ever had the claim.
_KNOWN = f"""
    FROM verification_knownanswer k JOIN verification_claim c ON c.id = k.claim_id
    WHERE k.project_id = %(project)s AND k.round = %(round)s AND k.ended_at IS NULL AND c.withdrawn_at IS NULL
    AND {SUITS}
    AND NOT EXISTS (
        SELECT FROM verification_membership m
        WHERE m.user_id = %(person)s AND m.project_id = %(project)s AND m.role = ANY(%(knows)s)
    )
    AND NOT EXISTS (SELECT FROM verification_annotation a WHERE a.claim_id = c.id AND a.person_id = %(person)s)
"""
# Each person has the checks in an order of their own.
_ORDERS = {Round.CALIBRATION: "k.id", Round.CHECK: "md5(k.id::text || ':' || %(person)s::text)"}
_TO_LEAVE = """
    EXISTS (SELECT FROM verification_annotation r WHERE r.claim_id = c.id AND r.person_id = %(person)s AND r.id <> a.id)
    OR EXISTS (
        SELECT FROM verification_judgement j
        WHERE j.annotation_id = a.id AND (j.submitted_at IS NULL OR j.submitted_at > %(until)s)
    )
    OR EXISTS (SELECT FROM verification_succession s WHERE s.claim_id = c.id AND s.outcome = 'same')
    OR EXISTS (SELECT FROM verification_question q WHERE q.annotation_id = a.id AND q.answered_at IS NULL)
"""
_MINE = """
    SELECT a.id, a.claim_id, a.submitted_at FROM verification_annotation a
    WHERE a.project_id = %(project)s AND a.person_id = %(person)s AND a.round = 'independent'
    AND a.submitted_at IS NOT NULL
"""
# From a moment by chance backwards: no count of what the person did, and no walk through it.
_TO_REPEAT = f"""
WITH first AS (SELECT submitted_at FROM ({_MINE} ORDER BY a.submitted_at LIMIT 1) a),
point AS MATERIALIZED (
    SELECT submitted_at + random() * (%(until)s - submitted_at) AS at FROM first WHERE submitted_at <= %(until)s
)
SELECT c.id FROM point, LATERAL (
    {_MINE} AND a.submitted_at <= point.at ORDER BY a.submitted_at DESC LIMIT {LOOKED_AT}
) a JOIN verification_claim c ON c.id = a.claim_id
WHERE c.withdrawn_at IS NULL AND c.dropped_at IS NULL AND {SUITS} AND NOT ({_TO_LEAVE})
ORDER BY a.submitted_at DESC LIMIT 1
"""


def next_known(project: Project, *, person: User, round: Round) -> int | None:
    """The id of a claim whose answer is known and which the person has not had; None where there is none for them."""
    rows = _ask(f"SELECT c.id {_KNOWN} ORDER BY {_ORDERS[round]} LIMIT 1", project, person, round=round.value)
    return rows[0][0] if rows else None


def how_many_known(project: Project, *, person: User, round: Round) -> int:
    """How many such claims are still to come to this person."""
    return int(_ask(f"SELECT count(*) {_KNOWN}", project, person, round=round.value)[0][0])


def next_to_repeat(project: Project, *, person: User) -> int | None:
    """The id of a claim that the person judged long enough ago, and once; None where none is found at once."""
    rows = _ask(_TO_REPEAT, project, person, until=timezone.now() - timedelta(days=project.repeat_after_days))
    return rows[0][0] if rows else None


def _ask(sql: str, project: Project, person: User, **given: Any) -> list[tuple[Any, ...]]:
    who: dict[str, Any] = {
        "project": project.pk,
        "person": person.pk,
        "avoided": person.avoided_topics,
        "knows": [role.value for role in KNOWS_THE_ANSWERS],
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, {**who, **given})
        return list(cursor.fetchall())
