"""The worker killed (-9) five times while 300 articles go through, against a run that nobody disturbs.

    python3 manage.py test tests/benchmarks/kill_workers.py -s

Once over the queue in the database, once over RabbitMQ where it is installed, with the times an installation has;
and 100 articles read with a language model, of whose answers none may be paid for twice.
Takes a few minutes: what a killed worker had in hand comes back when its lease has passed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from tests.killing import Installation
from tests.language_model import LanguageModel
from verification.models import ExtractionRun, ModelAnswer
from verification.vocabulary import ArticleState, Engine

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


@pytest.mark.django_db(transaction=True)
def test_no_answer_of_a_language_model_is_paid_for_twice(queue: object, tmp_path: Path) -> None:
    with LanguageModel() as model:
        model.delay = 0.2
        named = {"LANGUAGE_MODEL_URL": model.url, "LANGUAGE_MODEL_NAME": "says-what-it-reads"}
        with Installation(tmp_path, broker="", **named) as installation:
            through = {"within": PATIENCE, "engine": Engine.LANGUAGE_MODEL}
            calm = installation.let_through(ARTICLES // 3, kills=0, **through)
            asked = len(model.asked)
            shaken = installation.let_through(ARTICLES // 3, kills=KILLS, **through)
            again = len(model.asked) - asked
    print(
        f"\n{ARTICLES // 3} articles by a language model, worker killed {KILLS} times: {dict(shaken.states)},"
        f" {shaken.runs} runs, {shaken.claims.total()} claims; {again} requests, undisturbed {asked}."
    )
    assert shaken.states == {ArticleState.DONE: ARTICLES // 3}
    assert shaken.runs == ARTICLES // 3
    assert shaken.claims == calm.claims
    assert not ExtractionRun.objects.exclude(fell_back_because=None).exists()
    assert ModelAnswer.objects.count() == 2 * asked, "another project pays for itself"
    assert again <= asked + 2 * KILLS, "at most what the two processes had in hand when they were killed"
