from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from verification.jobs.release import folder_of
from verification.models import Project, Release
from verification.vocabulary import ReleaseState, Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def requested(project: Project, who: Speaker, **fields: object) -> Release:
    return Release.objects.create(project=project, requested_at=timezone.now(), requested_by=who.user, **fields)


@pytest.fixture
def release(project: Project, researcher: Speaker, settings: Settings, tmp_path: Path) -> Release:
    """A finished release with one file, a file that the manifest does not list, and a secret outside."""
    settings.RELEASES_DIR = tmp_path / "releases"
    done = requested(
        project,
        researcher,
        state=ReleaseState.DONE,
        finished_at=timezone.now(),
        manifest={"files": [{"name": "claims.jsonl", "bytes": 3, "rows": 1, "sha256": "0" * 64}]},
    )
    folder = folder_of(done)
    folder.mkdir(parents=True)
    for name, content in (("claims.jsonl", "{}\n"), ("manifest.json", "{}"), ("unlisted.txt", "no")):
        (folder / name).write_text(content)
    (tmp_path / "releases" / "secret.txt").write_text("secret")
    return done


def test_asking_for_one_answers_202(researcher: Speaker, project: Project) -> None:
    answer = researcher.say("post", "releases/", {"project": "harbour"})
    assert answer.status_code == 202
    told = answer.json()
    assert (told["project"], told["state"], told["manifest"], told["finished_at"]) == (
        "harbour",
        "requested",
        None,
        None,
    )
    assert Release.objects.get(pk=told["id"]).requested_by == researcher.user
    assert researcher.say("get", f"releases/{told['id']}/").json() == told


@pytest.mark.parametrize("body", [{}, {"project": 5}, {"project": None}, {"project": "nowhere"}])
def test_asking_needs_a_project(researcher: Speaker, body: dict[str, object]) -> None:
    assert is_refusal(researcher.say("post", "releases/", body), 400, "project")


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR])
def test_they_are_for_researchers_and_curators(project: Project, release: Release, role: Role) -> None:
    who = speaker(project, role)
    assert is_refusal(who.say("post", "releases/", {"project": "harbour"}), 403)
    assert who.say("get", "releases/").json()["results"] == []
    assert is_refusal(who.say("get", f"releases/{release.pk}/"), 404)
    assert is_refusal(who.say("get", f"releases/{release.pk}/files/claims.jsonl"), 404)


def test_strangers_find_none(stranger: Speaker, release: Release) -> None:
    assert is_refusal(stranger.say("post", "releases/", {"project": "harbour"}), 400, "project")
    assert stranger.say("get", "releases/").json()["results"] == []
    assert is_refusal(stranger.say("get", f"releases/{release.pk}/"), 404)
    assert is_refusal(stranger.say("get", f"releases/{release.pk}/files/claims.jsonl"), 404)


def test_its_files_are_streamed_by_name(researcher: Speaker, release: Release) -> None:
    answer = researcher.say("get", f"releases/{release.pk}/files/claims.jsonl")
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"{}\n")
    assert answer["Content-Disposition"] == 'attachment; filename="claims.jsonl"'
    manifest = researcher.say("get", f"releases/{release.pk}/files/manifest.json")
    assert b"".join(manifest.streaming_content) == b"{}"


def test_all_of_its_files_are_streamed_as_one_archive(researcher: Speaker, release: Release) -> None:
    path = f"releases/{release.pk}/files/harbour-release-{release.pk}.zip"
    assert is_refusal(researcher.say("get", path), 404)  # one of its files is gone
    (folder_of(release) / "SHA256SUMS").write_text("0  claims.jsonl\n")
    answer = researcher.say("get", path)
    assert answer["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        assert [PurePosixPath(name).name for name in archive.namelist()] == [
            "SHA256SUMS",
            "claims.jsonl",
            "manifest.json",
        ]


@pytest.mark.parametrize(
    "name",
    [
        "unlisted.txt",
        "harbour-release-0.zip",
        "SHA256SUMS",
        "..",
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e%2f%2e%2e%2fsecret.txt",
        "claims.jsonl%00",
        "claims.jsonl/",
        "/etc/passwd",
    ],
)
def test_nothing_else_is_given_out(researcher: Speaker, release: Release, name: str) -> None:
    assert is_refusal(researcher.say("get", f"releases/{release.pk}/files/{name}"), 404)


def test_a_release_that_is_not_written_has_no_files(researcher: Speaker, project: Project, release: Release) -> None:
    waiting = requested(project, researcher)
    assert is_refusal(researcher.say("get", f"releases/{waiting.pk}/files/manifest.json"), 404)


def test_many_take_as_many_queries_as_few(
    researcher: Speaker, project: Project, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (1, 5):
        for _release in range(many):
            requested(project, researcher)
        with django_assert_num_queries(2):  # token, releases
            researcher.say("get", "releases/")
