"""The queue: which claims a person may be given next, the best first.

What it costs depends neither on how many claims there are nor on how many of them the person has done:

- What is *fresh*, nobody has ever had a place on. It is the same for everybody, and each strategy has an index of it.
- What is *begun* wants more judgements, and comes before what is fresh. Those that were begun first come first: by
  then the strategy has had its say. Mostly one of the first hundred is for whoever asks. Where all of these were
  theirs already, the claims are looked at by who has had a place on them: of each such group either all are for the
  person or none is, and all of their own are passed by at once.
- What a curator *assigned* to the person, or to a team that they are in, comes before both, while it waits for them;
  what is reserved for others is in none of these orders. A claim's priority leads each of them, and among the best of
  both kinds too. Among equals, what the claim's own article says in other words than a claim that the person has just
had comes behind the others.
"""

# ruff: noqa: S608 (put together from the words below; what people give are parameters)

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from verification.vocabulary import Strategy, Topic

from .claim_stages import SEES_THE_WORK
from .exclusion import IS_KEPT_FROM
from .planned import ask
from .project import Project
from .user import User

JUST_HAD = 8  # of the person's claims: what one of them says in other words comes later
LOOKED_AT = 24  # claims among which one is taken that nobody else is taking at this moment
NEAR = 100  # claims begun first that are looked at one by one
DRAWN_AMONG = 50  # claims among which chance draws

ORDERS = {  # each behind the priority
    Strategy.CHECK_WORTHINESS: "c.check_worthiness DESC, c.id",
    Strategy.UNCERTAINTY: "abs(c.check_worthiness - 0.5), c.id",
    Strategy.ARTICLE_ORDER: "c.article_id, c.start, c.id",
    Strategy.DOSSIERS: "c.dossier_worth DESC, c.in_dossier, c.check_worthiness DESC, c.id",
}

_UNFILLED = (
    "c.project_id = %(project)s AND c.filled_at IS NULL AND c.dropped_at IS NULL AND c.resolved_at IS NULL"
    " AND c.withdrawn_at IS NULL AND c.set_aside_at IS NULL"
)
_SEE_THE_WORK = ", ".join(f"'{role}'" for role in SEES_THE_WORK)
_KEPT_FROM = IS_KEPT_FROM.format(person="%(person)s", project="%(project)s")
SUITS = f"NOT c.topics && %(avoided)s::varchar[] AND NOT {_KEPT_FROM}"
_FRESH = f"{_UNFILLED} AND c.begun_at IS NULL AND NOT c.is_reserved AND {SUITS}"
_BEGUN = f"{_UNFILLED} AND c.begun_at IS NOT NULL AND NOT c.is_reserved"
# A place that was asked for when all others were filled is for nobody who could see the work on it (`_may_be_given`).
_FREE_FOR_PERSON = f"""{SUITS} AND NOT c.taken_by @> ARRAY[%(person)s]::bigint[] AND (
    c.further_places = 0 OR NOT EXISTS (
        SELECT FROM verification_membership m
        WHERE m.user_id = %(person)s AND m.project_id = %(project)s AND m.role IN ({_SEE_THE_WORK})
    )
) AND c.places > (
    SELECT count(*) FROM verification_annotation a
    WHERE a.claim_id = c.id AND a.round = 'independent' AND a.lapsed_at IS NULL AND a.skipped_at IS NULL
)"""
_MINE = f"""
    SELECT c.id FROM verification_assignment s JOIN verification_claim c ON c.id = s.claim_id
    WHERE s.person_id = %(person)s AND s.project_id = %(project)s AND s.is_waiting AND {_UNFILLED}
        AND {_FREE_FOR_PERSON} AND NOT EXISTS (
            SELECT FROM verification_assignment f
            WHERE f.claim_id = s.claim_id AND f.person_id = s.person_id AND f.id < s.id
        )
    ORDER BY s.assigned_at, s.id LIMIT %(most)s
"""
_NEAR = f"""
    SELECT c.id, c.priority, c.begun_at FROM (
        SELECT c.* FROM verification_claim c WHERE {_BEGUN} ORDER BY c.priority DESC, c.begun_at, c.id LIMIT {NEAR}
    ) c
    WHERE {_FREE_FOR_PERSON} ORDER BY c.priority DESC, c.begun_at, c.id LIMIT %(most)s
"""
# From one group to the next, without what lies between.
_GROUPS = f"""
    (SELECT c.taken_by[1:9] AS people FROM verification_claim c WHERE {_BEGUN} ORDER BY c.taken_by[1:9] LIMIT 1)
    UNION ALL
    SELECT (
        SELECT c.taken_by[1:9] FROM verification_claim c WHERE {_BEGUN} AND c.taken_by[1:9] > groups.people
        ORDER BY c.taken_by[1:9] LIMIT 1
    ) FROM groups WHERE groups.people IS NOT NULL
"""
_APART = f"""
    SELECT found.id, found.priority, found.begun_at FROM groups CROSS JOIN LATERAL (
        SELECT c.id, c.priority, c.begun_at FROM verification_claim c
        WHERE {_BEGUN} AND c.taken_by[1:9] = groups.people AND {_FREE_FOR_PERSON}
        ORDER BY c.priority DESC, c.begun_at, c.id LIMIT %(most)s
    ) found
    WHERE NOT groups.people @> ARRAY[%(person)s]::bigint[]
    ORDER BY found.priority DESC, found.begun_at, found.id LIMIT %(most)s
"""
# What chance has a part in comes behind what a curator put first, and counts as ordinary itself.
_DRAWN = f"SELECT c.id, 0 AS priority FROM verification_claim c WHERE {_FRESH} AND c.id = %(drawn)s"
_SPREAD = f"SELECT c.id, 0 AS priority FROM verification_claim c WHERE {_FRESH} ORDER BY c.public_id LIMIT %(most)s"


def _fresh(strategy: Strategy, *, drawn: bool) -> str:
    if not drawn and strategy is not Strategy.RANDOM:
        return _ordered(ORDERS[strategy])
    put_first = _ordered(ORDERS.get(strategy, ORDERS[Strategy.CHECK_WORTHINESS]), only="AND c.priority > 0")
    return f"({put_first}) UNION ALL ({_DRAWN if drawn else _SPREAD})"


def _ordered(order: str, *, only: str = "") -> str:
    return (
        f"SELECT c.id, c.priority FROM verification_claim c WHERE {_FRESH} {only} "
        f"ORDER BY c.priority DESC, {order} LIMIT %(most)s"
    )


# What one article says twice, a person is not asked twice in a row.
_JUST_HAD = f"""
    SELECT had.claim_id, c.article_id FROM (
        SELECT claim_id FROM verification_annotation WHERE person_id = %(person)s ORDER BY id DESC LIMIT {JUST_HAD}
    ) had JOIN verification_claim c ON c.id = had.claim_id
"""
_SAYS_IT_AGAIN = """EXISTS (
    SELECT FROM just_had h JOIN verification_claimlink l
        ON LEAST(l.claim_id, l.other_id) = LEAST(c.id, h.claim_id)
        AND GREATEST(l.claim_id, l.other_id) = GREATEST(c.id, h.claim_id)
    WHERE h.article_id = c.article_id AND l.kind IN ('same', 'part_of') AND l.refused_at IS NULL
)"""
_TAKE = f"""
WITH RECURSIVE groups AS ({_GROUPS}), mine AS ({_MINE}), near AS ({_NEAR}), apart AS ({_APART}),
just_had AS MATERIALIZED ({_JUST_HAD}),
fresh AS ({{fresh}}),
begun AS (SELECT * FROM near UNION ALL SELECT * FROM apart WHERE NOT EXISTS (SELECT FROM near)),
candidates AS MATERIALIZED (
    SELECT id, is_mine, priority, row_number() OVER () AS turn FROM (
        SELECT id, true AS is_mine, 0 AS priority FROM mine UNION ALL (
            SELECT id, false, priority FROM (
                SELECT id, priority, 0 AS kind, row_number() OVER () AS place FROM begun
                UNION ALL SELECT id, priority, 1, row_number() OVER () FROM fresh
            ) best ORDER BY priority DESC, kind, place
        ) LIMIT %(most)s
    ) c
)
SELECT c.id, c.id IN (SELECT id FROM mine) FROM candidates JOIN verification_claim c ON c.id = candidates.id
WHERE {_UNFILLED} AND NOT c.taken_by @> ARRAY[%(person)s]::bigint[] AND (%(besides)s OR NOT EXISTS (
    SELECT FROM verification_annotation a WHERE a.person_id = %(person)s AND a.project_id = %(project)s
    AND a.submitted_at IS NULL AND a.lapsed_at IS NULL AND a.skipped_at IS NULL
))
ORDER BY candidates.is_mine DESC, candidates.priority DESC, {_SAYS_IT_AGAIN}, candidates.turn
LIMIT 1 FOR UPDATE OF c {{how}}
"""
# In no order, and what is begun behind what is fresh: nothing is looked for any more once there are enough.
_COUNT = f"""
WITH RECURSIVE groups AS ({_GROUPS}), mine AS ({_MINE})
SELECT count(*) FROM (
    SELECT id FROM mine
    UNION ALL (SELECT c.id FROM verification_claim c WHERE {_FRESH} AND c.id NOT IN (SELECT id FROM mine))
    UNION ALL (
        SELECT found.id FROM groups CROSS JOIN LATERAL (
            SELECT c.id FROM verification_claim c
            WHERE {_BEGUN} AND c.taken_by[1:9] = groups.people AND {_FREE_FOR_PERSON} LIMIT %(most)s
        ) found
        WHERE NOT groups.people @> ARRAY[%(person)s]::bigint[] AND found.id NOT IN (SELECT id FROM mine)
    )
    LIMIT %(most)s
) c
"""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A fresh claim that chance has drawn, and how probable that was."""

    claim: int
    probability: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """The best claim for somebody, and whether it was assigned to them."""

    claim: int
    is_assigned: bool


def lock_next(
    project: Project,
    *,
    person: User,
    strategy: Strategy,
    drawn: Drawn | None,
    besides: bool,
    wait: bool,
    without: Collection[Topic] = (),
) -> Found | None:
    """The best claim for the person, locked; None where there is none.

    None too where they hold an unfinished one, unless they take another `besides`. What is fresh comes by `strategy`,
    or is the one that was `drawn`, behind what curators put first. Claims that others hold locked are passed by, or
    waited for; those of the topics `without`, and of those that the person leaves to others, are no candidates.
    """
    sql = _TAKE.format(fresh=_fresh(strategy, drawn=drawn is not None), how="" if wait else "SKIP LOCKED")
    pk = drawn.claim if drawn else None
    rows = _ask(sql, project=project, person=person, without=without, drawn=pk, besides=besides)
    return Found(claim=rows[0][0], is_assigned=rows[0][1]) if rows else None


def how_many_wait(project: Project, *, person: User, most: int) -> int:
    """How many claims the person could be given now; never counted beyond `most`."""
    return int(_ask(_COUNT, project=project, person=person, most=most)[0][0])


def draw(project: Project, *, person: User) -> Drawn | None:
    """One of the fresh claims by chance; None where there are none.

    Public ids are spread evenly, being made from hashes. One of the `DRAWN_AMONG` that follow a random point is taken,
    each as probably as the others: a claim is then drawn as often as the point falls between it and the one as many
    places before it, which is looked up. No claim of a project is much more probable than another, and how probable it
    was is known exactly, without counting them all.
    """
    point = f"{secrets.randbits(128):032x}"
    sides = [("after", ">=", ""), ("start", "<", ""), ("before", "<", " DESC"), ("end", ">=", " DESC")]
    sql = " UNION ALL ".join(
        f"(SELECT '{name}', c.id, c.public_id FROM verification_claim c WHERE {_FRESH} AND c.public_id {side} %(point)s"
        f" ORDER BY c.public_id{order} LIMIT {DRAWN_AMONG})"
        for name, side, order in sides
    )
    found: dict[str, list[tuple[int, int]]] = {name: [] for name, _side, _order in sides}
    for name, pk, public_id in _ask(sql, project=project, person=person, point=point):
        found[name].append((pk, int(public_id, 16)))
    # The claims stand in a ring: after the last comes the first.
    following = [*found["after"], *found["start"]]
    preceding = [*found["before"], *found["end"]]
    if not following:
        return None
    if len(following) <= DRAWN_AMONG:  # these are all
        return Drawn(claim=secrets.choice(following)[0], probability=1 / len(following))
    at = secrets.randbelow(DRAWN_AMONG)
    pk, key = following[at]
    _other, before = preceding[DRAWN_AMONG - 1 - at]
    return Drawn(claim=pk, probability=((key - before) % 2**128) / 2**128 / DRAWN_AMONG)


def _ask(
    sql: str,
    *,
    project: Project,
    person: User,
    without: Collection[Topic] = (),
    most: int = LOOKED_AT,
    **given: Any,
) -> list[tuple[Any, ...]]:
    given |= {"project": project.pk, "person": person.pk}
    given["avoided"] = [*person.avoided_topics, *(topic.value for topic in without)]
    # Of a limit that is not written out the planner would think the worst.
    return ask(sql.replace("%(most)s", str(most)), given)
