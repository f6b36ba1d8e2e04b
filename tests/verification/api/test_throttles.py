"""Whoever asks too much is told when to try again; nobody at work is ever stopped."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from verification.api import throttles
from verification.api.documented import DOCUMENT
from verification.api.throttles import Counter
from verification.jobs import sweep
from verification.models import Project, RequestCount

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db
HOUR = 3600
AS_INSTALLED = dict(configured.THROTTLES)
OFF = dict.fromkeys(AS_INSTALLED, (0, HOUR))
WRONG = {"HTTP_AUTHORIZATION": "Token none-of-ours"}


@pytest.fixture(autouse=True)
def early_in_the_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window ends while a test runs."""
    began = time.time() // HOUR * HOUR + 60 - time.time()
    monkeypatch.setattr(throttles, "time", type("Clock", (), {"time": lambda: time.time() + began}))


def limit(settings: Settings, **limits: int) -> None:
    settings.THROTTLES = OFF | {scope: (most, HOUR) for scope, most in limits.items()}


def test_above_the_limit_is_429_with_the_seconds_to_wait(annotator: Speaker, settings: Settings) -> None:
    limit(settings, person=2)
    assert [annotator.say("get", "projects/").status_code for _time in range(3)] == [200, 200, 429]
    refused = annotator.say("get", "claims/")
    assert is_refusal(refused, 429)
    assert 0 < int(refused["Retry-After"]) <= HOUR
    assert refused["Retry-After"] in refused.json()["message"]


def test_each_person_has_a_limit_of_their_own(project: Project, settings: Settings) -> None:
    limit(settings, person=1)
    first, second = speaker(project), speaker(project)
    assert [one.say("get", "projects/").status_code for one in (first, second, first)] == [200, 200, 429]


def test_in_the_next_window_one_may_go_on(
    annotator: Speaker, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(settings, person=1)
    assert [annotator.say("get", "projects/").status_code for _time in range(2)] == [200, 429]
    later = throttles.time.time() + HOUR  # type: ignore[attr-defined]
    monkeypatch.setattr(throttles, "time", type("Clock", (), {"time": lambda: later}))
    assert [annotator.say("get", "projects/").status_code for _time in range(2)] == [200, 429]


def test_releases_have_a_limit_beside_that_of_the_person(
    researcher: Speaker, project: Project, settings: Settings
) -> None:
    limit(settings, releases=1)
    asked = [researcher.say("post", "releases/", {"project": "harbour"}).status_code for _time in range(2)]
    assert asked == [202, 429]
    assert researcher.say("get", "releases/").status_code == 200


def test_added_articles_have_one_too(curator: Speaker, settings: Settings) -> None:
    limit(settings, uploads=1)
    texts = [{"project": "harbour", "text": f"The ship docked on day {day}."} for day in range(2)]
    assert [curator.say("post", "articles/", text).status_code for text in texts] == [201, 429]


class TestStrangers:
    def test_are_counted_by_address_before_they_are_turned_away(self, settings: Settings) -> None:
        limit(settings, anonymous=2)
        stranger = Speaker()
        answers = [stranger.say("get", "projects/"), stranger.get("/api/v1/nothing/"), stranger.get("/api/schema/")]
        assert [answer.status_code for answer in answers] == [401, 401, 429]
        assert stranger.get("/api/schema/", REMOTE_ADDR="198.51.100.7").status_code == 200

    def test_of_one_household_share_an_address(self, settings: Settings) -> None:
        limit(settings, anonymous=1)
        addresses = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")
        answers = [Speaker().get("/api/schema/", REMOTE_ADDR=address) for address in addresses]
        assert [answer.status_code for answer in answers] == [200, 429, 200]

    def test_cannot_choose_their_address(self, settings: Settings) -> None:
        limit(settings, anonymous=1)
        told = [Speaker().get("/api/schema/", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}") for number in range(2)]
        assert [answer.status_code for answer in told] == [200, 429]

    def test_behind_a_trusted_proxy_have_the_address_that_it_tells(self, settings: Settings) -> None:
        limit(settings, anonymous=1)
        settings.REST_FRAMEWORK = configured.REST_FRAMEWORK | {"NUM_PROXIES": 1}
        told = ["203.0.113.1, 198.51.100.1", "203.0.113.2, 198.51.100.1", "203.0.113.1, 198.51.100.2"]
        answers = [Speaker().get("/api/schema/", HTTP_X_FORWARDED_FOR=addresses) for addresses in told]
        assert [answer.status_code for answer in answers] == [200, 429, 200]

    def test_who_try_tokens_are_stopped_and_the_right_token_is_not(
        self, annotator: Speaker, settings: Settings
    ) -> None:
        limit(settings, wrong_tokens=2)
        answers = [Speaker().say("get", "projects/", **WRONG) for _time in range(3)]
        assert [answer.status_code for answer in answers] == [401, 401, 429]
        assert int(answers[-1]["Retry-After"]) > 0
        assert annotator.say("get", "projects/").status_code == 200

    def test_are_not_known_by_their_address(self, settings: Settings) -> None:
        limit(settings, anonymous=10)
        Speaker().get("/api/schema/", REMOTE_ADDR="198.51.100.7")
        assert "198.51" not in RequestCount.objects.get().key


class TestCounting:
    def test_without_a_limit_asks_the_database_nothing(
        self, annotator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(0):
            assert Counter().wait("person", "1") is None

    def test_writes_once_for_many_requests(
        self, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        limit(settings, person=100_000)
        counter = Counter()
        with django_assert_num_queries(1):
            assert {counter.wait("person", "1") for _time in range(100)} == {None}

    def test_does_not_ask_again_for_whoever_has_to_wait(
        self, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        limit(settings, person=1)
        counter = Counter()
        with django_assert_num_queries(2):
            assert [counter.wait("person", "1") is None for _time in range(50)] == [True] + [False] * 49

    @pytest.mark.parametrize("most", [7, 5000, 5003])
    def test_of_several_processes_never_exceeds_the_limit(self, settings: Settings, most: int) -> None:
        limit(settings, person=most)
        processes = [Counter(), Counter(), Counter()]
        went_on = sum(processes[turn % 3].wait("person", "1") is None for turn in range(most + 500))
        assert most - 3 * (most // 1000) <= went_on <= most

    def test_an_hour_that_a_slow_clock_still_counts_in_takes_nothing_back(self) -> None:
        now = datetime(2026, 11, 21, 10, tzinfo=UTC)
        earlier = now - timedelta(hours=1)
        added = [RequestCount.objects.add("key", requests=2, ends_at=at) for at in (earlier, now, earlier, now)]
        assert added == [2, 2, 4, 6]

    def test_forgets_whom_it_has_not_seen_in_this_window(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        limit(settings, person=1000)
        monkeypatch.setattr(throttles, "MOST_HELD", 3)
        counter = Counter()
        for who in range(3):
            counter.wait("person", str(who))
        for share in counter.held.values():
            share.ends_at -= HOUR
        counter.wait("person", "new")
        assert list(counter.held) == ["person:new"]

    def test_is_swept_away_when_its_window_is_over(self) -> None:
        now = timezone.now()
        for key, ends_at in (("old", now - timedelta(seconds=1)), ("new", now + timedelta(minutes=1))):
            RequestCount.objects.add(key, requests=1, ends_at=ends_at)
        sweep.run()
        assert [count.key for count in RequestCount.objects.all()] == ["new"]

    def test_waits_for_no_disk(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT relpersistence FROM pg_class WHERE oid = 'verification_requestcount'::regclass")
            assert cursor.fetchone() == ("u",)


@pytest.mark.django_db(transaction=True)
def test_eight_connections_at_once_get_exactly_what_the_limit_allows() -> None:
    start = threading.Barrier(8)
    counter = Counter()

    def ask() -> int:
        start.wait()
        try:
            return sum(counter.wait("person", "1") is None for _time in range(40))
        finally:
            connection.close()

    with override_settings(THROTTLES=OFF | {"person": (100, HOUR)}), ThreadPoolExecutor(8) as threads:
        assert sum(future.result() for future in [threads.submit(ask) for _thread in range(8)]) == 100


def test_as_installed_a_person_is_far_from_the_limit_and_strangers_are_held_closer() -> None:
    per_minute = {scope: most * 60 / seconds for scope, (most, seconds) in AS_INSTALLED.items()}
    assert per_minute["wrong_tokens"] < per_minute["anonymous"] < per_minute["uploads"] < per_minute["person"]


def test_the_document_names_the_limits_as_installed() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [scope for scope, (most, _seconds) in AS_INSTALLED.items() if f"{most:,}" not in text] == []
