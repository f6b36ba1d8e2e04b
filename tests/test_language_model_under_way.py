"""A worker killed (-9) and a server stopped while a language model reads: nothing lost, doubled or paid twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.annotate.views.people import as_role, words
from tests.conftest import wait_until
from tests.factories import ProjectFactory
from tests.killing import Installation
from tests.language_model import LanguageModel
from verification.actions.articles import add_text
from verification.extraction import engine as rules
from verification.extraction.engines import LANGUAGE_MODEL, RULES
from verification.models import Article, Claim, ModelAnswer, Project
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.django_db(transaction=True)

# Five parts.
TEXT = "\n\n".join(
    f"The board of ward {n} said on Monday that {n + 3} houses by the river had been flooded and that their people had"
    f" left them at night. Residents of ward {n} denied it at once, and nobody could be found who had counted them."
    for n in range(125)
)
CLAIMS = 250
SOON = {"LEASE_SECONDS": "3", "REQUEUE_AFTER_SECONDS": "1", "LANGUAGE_MODEL_ATTEMPTS": "1"}
WITHIN = 60


@pytest.fixture
def model() -> Iterator[LanguageModel]:
    with LanguageModel() as model:
        yield model


@pytest.fixture
def installation(queue: object, tmp_path: Path, model: LanguageModel) -> Iterator[Installation]:
    named = {"LANGUAGE_MODEL_URL": model.url, "LANGUAGE_MODEL_NAME": "says-what-it-reads"}
    with Installation(tmp_path, broker="", **SOON, **named) as installation:
        yield installation


def added() -> Article:
    project: Project = ProjectFactory(slug="coast", engine=LANGUAGE_MODEL)
    article, _is_new = add_text(project, text=TEXT, by=None, language="en")
    return article


def is_done(article: Article) -> bool:
    article.refresh_from_db()
    return article.state == ArticleState.DONE


def spans(article: Article) -> Counter[tuple[int | None, int | None]]:
    return Counter(Claim.objects.filter(article=article).values_list("start", "end"))


def test_a_worker_that_is_killed_leaves_its_answers_to_the_next(
    installation: Installation, model: LanguageModel
) -> None:
    model.delay = 0.3
    article = added()
    assert wait_until(lambda: ModelAnswer.objects.count() >= 2, within=WITHIN)
    installation.worker.wait_and_kill(0)
    paid = ModelAnswer.objects.count()
    assert not is_done(article)
    assert not Claim.objects.exists(), "an article is read as a whole"
    installation.worker.start()
    assert wait_until(lambda: is_done(article), within=WITHIN)

    run = article.runs.get()
    answers = ModelAnswer.objects.all()
    assert (run.engine, run.fell_back_because) == (LANGUAGE_MODEL, None)
    assert run.requests == answers.count() - paid, "what was answered before is not asked again"
    asked = Counter(model.articles)
    assert len(asked) == answers.count() == 5
    assert asked.total() <= 6, "only the part in hand when the worker died may have been asked about twice"
    assert run.tokens_in == sum(answer.tokens_in for answer in answers)
    assert len(spans(article)) == spans(article).total() == CLAIMS


def test_a_server_that_stops_midway_is_stood_in_for_and_asked_for_the_rest_later(
    installation: Installation, model: LanguageModel, settings: Settings
) -> None:
    settings.LANGUAGE_MODEL_URL = model.url
    model.delay = 0.3
    article = added()
    assert wait_until(lambda: ModelAnswer.objects.count() >= 2, within=WITHIN)
    model.stop()
    assert wait_until(lambda: is_done(article), within=WITHIN)

    stood_in = article.runs.get()
    assert stood_in.engine == RULES
    assert len(spans(article)) == spans(article).total() == len(rules.extract(TEXT, "en")) > 0
    curator = as_role(article.project, Role.CURATOR)
    address = f"/p/coast/articles/{article.pk}/"
    page = words(curator.get(address))
    assert "The built-in rules stood in for the language model" in page
    assert stood_in.fell_back_because
    assert stood_in.fell_back_because in page.replace("&#x27;", "'")

    kept = ModelAnswer.objects.count()
    before = len(model.asked)
    model.delay = 0
    model.start()
    assert curator.post(address + "retry/").status_code == 302
    assert wait_until(lambda: is_done(article), within=WITHIN)
    run = article.runs.first()
    assert run is not None
    assert (run.engine, run.requests, len(model.asked) - before) == (LANGUAGE_MODEL, 5 - kept, 5 - kept)
    assert len(spans(article)) == spans(article).total() >= len(rules.extract(TEXT, "en"))
    assert "stood in for" not in words(curator.get(address))
