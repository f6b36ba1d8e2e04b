"""The worker killed (-9) five times while 300 articles go through, against a run that nobody disturbs.

    python3 manage.py test tests/benchmarks/kill_workers.py -s

Once over the queue in the database, once over RabbitMQ where it is installed, with the times an installation has.
Takes a few minutes: what a killed worker had in hand comes back when its lease has passed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from tests.killing import Installation
from verification.vocabulary import ArticleState

ARTICLES = 300
KILLS = 5
PATIENCE = 15 * 60  # seconds


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_or_doubled_when_workers_are_killed(broker: str, tmp_path: Path) -> None:
    with Installation(tmp_path, broker=broker) as installation:
        calm = installation.let_through(ARTICLES, kills=0, within=PATIENCE)
        shaken = installation.let_through(ARTICLES, kills=KILLS, within=PATIENCE)
    print(
        f"\nover {broker.partition(':')[0] or 'the database'}: {ARTICLES} articles, worker killed {KILLS} times:"
        f" {dict(shaken.states)}, {shaken.runs} runs, {shaken.claims.total()} claims;"
        f" undisturbed {calm.claims.total()} claims in {calm.seconds:.0f} s;"
        f" after the last kill {shaken.seconds:.0f} s (lease {settings.LEASE_SECONDS} s)."
    )
    assert shaken.states == {ArticleState.DONE: ARTICLES}
    assert shaken.runs == ARTICLES
    assert shaken.claims == calm.claims
