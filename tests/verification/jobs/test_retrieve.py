"""A page that somebody names as evidence, from the button to what is kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from ipaddress import ip_network
from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone

from tests import factories
from tests.files import pdf
from tests.web import ARTICLE, Web, allow
from verification import tasks
from verification.jobs import retrieve, sweep
from verification.models import HostTurn, LinkSnapshot
from verification.vocabulary import RetrievalState

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as server:
        server.pages["/report.pdf"] = ("application/pdf", pdf([["Two ships docked at noon."]]))
        server.pages["/plain"] = ("text/plain", b"Two ships docked at noon.")
        server.pages["/empty"] = ("text/plain", b" ")
        yield server


@pytest.fixture(autouse=True)
def _allowed(settings: Any, web: Web) -> None:
    allow(settings, web)


def retrieved(url: str) -> LinkSnapshot:
    factories.LinkSnapshotFactory()  # noise: another page, of another place
    snapshot = factories.LinkSnapshotFactory(url=url)
    tasks.retrieve_link(snapshot.pk)
    snapshot.refresh_from_db()
    return snapshot


def test_a_page_is_kept_with_what_it_says_of_itself(web: Web) -> None:
    snapshot = retrieved(web.url("/to?/article"))
    assert (snapshot.state, snapshot.status, snapshot.failure) == (RetrievalState.DONE, 200, None)
    assert snapshot.final_url == web.url("/article")
    assert (snapshot.title, snapshot.outlet) == ("Harbour opens again", "Quay News")
    assert snapshot.published_on == date(2026, 3, 4)
    assert snapshot.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert snapshot.bytes == len(ARTICLE.encode())
    assert bytes(snapshot.copy.content) == ARTICLE.encode()
    assert "Two ships docked in the morning" in snapshot.copy.text
    assert "Home Sport" not in snapshot.copy.text


def test_pdf_is_read_too(web: Web) -> None:
    assert "Two ships docked at noon." in retrieved(web.url("/report.pdf")).copy.text


def test_a_page_without_readable_text_is_kept_without_one(web: Web) -> None:
    snapshot = retrieved(web.url("/empty"))
    assert (snapshot.state, snapshot.title, snapshot.copy.text) == (RetrievalState.DONE, None, None)


def test_why_a_page_was_not_had_is_kept(web: Web) -> None:
    snapshot = retrieved(web.url("/to?/status/404"))
    assert (snapshot.state, snapshot.status) == (RetrievalState.FAILED, 404)
    assert snapshot.failure == "There is no such page (404)."
    assert snapshot.final_url == web.url("/status/404")
    assert snapshot.retrieved_at


def test_without_its_network_among_those_allowed_the_same_page_is_refused(web: Web, settings: Any) -> None:
    settings.RETRIEVAL_NETWORKS = ()
    snapshot = retrieved(web.url())
    assert "private network" in (snapshot.failure or "")


def test_what_was_asked_for_before_it_was_switched_off_is_not_retrieved(web: Web, settings: Any) -> None:
    settings.RETRIEVAL = False
    web.asked.clear()
    assert retrieved(web.url()).failure == retrieve.SWITCHED_OFF
    assert web.asked == []


def test_a_finished_one_is_not_retrieved_again(web: Web) -> None:
    snapshot = retrieved(web.url("/plain"))
    web.asked.clear()
    assert not retrieve.run(snapshot.pk)
    assert web.asked == []


def asked(*urls: str) -> list[float]:
    """How many seconds each is to wait, asked for all at once."""
    return [retrieve.run(factories.LinkSnapshotFactory(url=url).pk) for url in urls]


def test_a_host_is_not_asked_twice_in_a_row_and_others_meanwhile(web: Web, settings: Any) -> None:
    settings.RETRIEVAL_PAUSE_SECONDS = 60
    settings.RETRIEVAL_NETWORKS = (ip_network("127.0.0.0/8"),)
    here, elsewhere = web.url("/plain"), f"http://127.0.0.2:{web.port}/plain"  # where nobody answers
    web.asked.clear()
    first, second, third, other = asked(here, here.upper(), here, elsewhere)
    assert (first, other, len(web.asked)) == (0, 0, 1)
    assert (50 < second <= 60, 110 < third <= 120) == (True, True)
    assert LinkSnapshot.objects.filter(turn_at__gt=timezone.now(), queued_at=F("turn_at"), attempts=0).count() == 2


def test_a_turn_is_kept_however_often_one_looks_and_used_when_it_comes(web: Web, settings: Any) -> None:
    settings.RETRIEVAL_PAUSE_SECONDS = 60
    waiting = factories.LinkSnapshotFactory(url=web.url("/plain"), turn_at=timezone.now() + timedelta(seconds=30))
    assert 20 < retrieve.run(waiting.pk) <= 30
    assert not HostTurn.objects.exists()
    LinkSnapshot.objects.update(turn_at=timezone.now())
    assert retrieve.run(waiting.pk) == 0
    waiting.refresh_from_db()
    assert waiting.state == RetrievalState.DONE


def test_without_a_pause_nobody_waits_and_nothing_is_written_down(web: Web, settings: Any) -> None:
    settings.RETRIEVAL_PAUSE_SECONDS = 0
    assert asked(web.url("/plain"), web.url("/plain")) == [0, 0]
    assert not HostTurn.objects.exists()


def test_one_that_waits_is_not_given_out_again_and_turns_that_passed_are_forgotten(web: Web, settings: Any) -> None:
    settings.RETRIEVAL_PAUSE_SECONDS = 60
    asked(web.url("/plain"), web.url("/plain"))
    HostTurn.objects.create(host="archive.example", free_at=timezone.now() - timedelta(seconds=1))
    assert sweep.run().to_retrieve == []
    assert HostTurn.objects.get().host == "127.0.0.1"


def test_one_whose_worker_died_is_given_out_again_and_given_up_in_the_end(settings: Any) -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    dead: dict[str, Any] = {"lease_until": long_ago, "queued_at": long_ago}
    again = factories.LinkSnapshotFactory(attempts=1, **dead)
    over = factories.LinkSnapshotFactory(attempts=settings.ATTEMPTS, **dead)
    assert sweep.run().to_retrieve == [again.pk]
    over.refresh_from_db()
    assert (over.state, "Given up" in (over.failure or "")) == (RetrievalState.FAILED, True)
