"""A release tells of unresolved claims nothing that depends on what was done with them, to whoever may make one."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.emptying import empty_tables
from tests.guards.blind_states import ACTS
from tests.guards.blind_world import WORDS, Clock, build, happened
from tests.guards.crawl import Read
from tests.guards.reading import get, signed_in
from verification.actions.releases import request_release
from verification.jobs.release import run

# A release is read from one snapshot, in a transaction of its own.
pytestmark = pytest.mark.django_db(transaction=True)

MAY = ("researcher", "curator", "curator at work", "curator who may judge")
WORLDS = {
    "in progress": ("nothing", "skipped", "otherwise", "dropped"),
    "awaiting adjudication": ("one left", "judged", "otherwise"),
    "opened again": ("never resolved", "judged", "otherwise"),
}


@pytest.mark.parametrize("state", WORLDS)
def test_what_others_did_on_an_unresolved_claim_is_in_no_release(
    state: str, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path
) -> None:
    clock = Clock(monkeypatch)
    first, *others = WORLDS[state]
    settings.RELEASES_DIR = tmp_path / first
    expected = _released(state, first, clock)
    assert any(url.endswith("claims.jsonl") for url in expected)
    for act in others:
        empty_tables()
        settings.RELEASES_DIR = tmp_path / act
        read = _released(state, act, clock)
        assert [url for url in expected if read[url] != expected[url]] == [], act
        assert [url for url, page in read.items() if any(word in page for word in WORDS.values())] == [], act


def test_a_release_tells_all_of_a_resolved_claim(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path
) -> None:
    settings.RELEASES_DIR = tmp_path
    read = _released("resolved", "judged", Clock(monkeypatch))
    (claims,) = [
        page for url, page in read.items() if url.startswith("researcher /p/") and url.endswith("claims.jsonl")
    ]
    assert [name for name in ("rationale", "evidence", "searches", "resolution") if WORDS[name] not in claims] == []


def _released(state: str, act: str, clock: Clock) -> Read:
    """What each who may make one reads of theirs: its pages, its answers of the API and its files."""
    scene = build(all_in=state != "in progress", clock=clock)
    happened(scene, ACTS[state][act], clock=clock)
    read: Read = {}
    for viewer in MAY:
        release = request_release(scene.project, by=scene.people[viewer])
        run(release.pk)
        release.refresh_from_db()
        assert release.manifest is not None, release.failure
        files = [entry["name"] for entry in release.manifest["files"]]
        page, answer = f"/p/here/releases/{release.pk}/", f"/api/v1/releases/{release.pk}/"
        urls = [page, answer, "/p/here/releases/", "/api/v1/releases/"]
        urls += [f"{page}{name}" for name in (*files, "manifest.json")] + [f"{answer}files/{name}" for name in files]
        client = signed_in(scene.people[viewer])
        for url in urls:
            read[f"{viewer} {url}"] = get(client, url)
            assert read[f"{viewer} {url}"].startswith("200"), url
    return read
