"""Releases: asking for one, what it holds, and its files."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone

from tests.annotate.views.people import as_role, at_the_page, judged_alike, judged_apart, queries, words
from tests.factories import ProjectFactory, member
from verification.jobs import release as job
from verification.models import AuditEvent, Project, Release
from verification.vocabulary import ReleaseState, Role


@pytest.fixture
def project(db: None, settings, tmp_path: Path) -> Project:
    settings.RELEASES_DIR = tmp_path
    return ProjectFactory(slug="coast", name="The coast")


def requested(project: Project, **change: object) -> Release:
    now = timezone.now()
    given = {"requested_at": now, "requested_by": member(project, Role.RESEARCHER), "queued_at": now}
    return Release.objects.create(project=project, **given | change)


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR])
def test_only_researchers_and_curators_come_in(client, project, role):
    release = requested(project)
    for path in ("releases/", f"releases/{release.pk}/", f"releases/{release.pk}/manifest.json"):
        assert client.get(f"/p/coast/{path}").headers["Location"].startswith("/accounts/login/")
        assert as_role(ProjectFactory(), Role.RESEARCHER).get(f"/p/coast/{path}").status_code == 404
        answer = as_role(project, role).get(f"/p/coast/{path}")
        assert answer.status_code == 403
        assert "Only researchers and curators of this project export it." in words(answer)
    assert as_role(project, role).post("/p/coast/releases/").status_code == 403


def test_a_release_is_asked_for_by_a_button_and_shows_how_it_goes(project):
    answer = as_role(project, Role.RESEARCHER).post("/p/coast/releases/", follow=True)
    release = Release.objects.get(project=project)
    assert answer.redirect_chain == [(f"/p/coast/releases/{release.pk}/", 302)]
    page = words(answer)
    assert "waiting for a worker" in page
    assert "No worker answers" in page
    assert 'hx-trigger="every 2s"' in page


def test_a_release_of_another_project_is_not_found(project):
    elsewhere = requested(ProjectFactory())
    assert as_role(project, Role.CURATOR).get(f"/p/coast/releases/{elsewhere.pk}/").status_code == 404


def test_a_failed_release_says_why(project):
    release = requested(project, state=ReleaseState.FAILED, failure="The disk is full. Make room.")
    curator = as_role(project, Role.CURATOR)
    for path in ("releases/", f"releases/{release.pk}/"):
        assert "The disk is full. Make room." in words(curator.get(f"/p/coast/{path}"))


def test_a_failed_release_is_tried_again_once(project):
    release = requested(project, state=ReleaseState.FAILED, failure="The disk is full. Make room.", attempts=5)
    client = as_role(project, Role.RESEARCHER)
    retry = f"/p/coast/releases/{release.pk}/retry/"
    assert f'action="{retry}"' in words(client.get(f"/p/coast/releases/{release.pk}/"))
    assert "on its way again" in words(client.post(retry, follow=True))
    release.refresh_from_db()
    assert (release.state, release.failure, release.attempts) == (ReleaseState.REQUESTED, None, 0)
    assert "still on its way" in words(client.post(retry, follow=True))
    assert AuditEvent.objects.filter(kind="release.retried", subject_id=release.pk).count() == 1


def test_the_list_takes_as_many_queries_for_many_releases_as_for_two(project):
    for _release in range(2):
        requested(project)
    client = as_role(project, Role.CURATOR)
    few = queries(client, "/p/coast/releases/")
    for _release in range(5):
        requested(project)
    assert queries(client, "/p/coast/releases/") == few == 6


@pytest.mark.django_db(transaction=True)
def test_a_written_release_can_be_read_downloaded_and_checked(project):
    judged_alike(project)
    judged_apart(project)
    release = requested(project)
    job.run(release.pk)
    client = as_role(project, Role.RESEARCHER)
    page = words(client.get(f"/p/coast/releases/{release.pk}/"))
    assert "resolved claims" in page
    assert "1 unresolved claims&#x27; judgements: blind until" in page
    release.refresh_from_db()
    for entry in release.manifest["files"]:
        assert entry["sha256"] in page
        answer = client.get(f"/p/coast/releases/{release.pk}/{entry['name']}")
        content = b"".join(answer.streaming_content)
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        assert answer["Content-Disposition"] == f'attachment; filename="{entry["name"]}"'
    for name in ("manifest.json", "SHA256SUMS"):
        answer = client.get(f"/p/coast/releases/{release.pk}/{name}")
        assert b"".join(answer.streaming_content)
    name = f"coast-release-{release.pk}.zip"
    assert f'href="/p/coast/releases/{release.pk}/{name}"' in page
    answer = client.get(f"/p/coast/releases/{release.pk}/{name}")
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/zip",
        f'attachment; filename="{name}"',
    )
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        held = {entry.filename.partition("/")[2]: archive.read(entry) for entry in archive.infolist()}
    assert held == {file.name: file.read_bytes() for file in job.folder_of(release).iterdir()}
    assert {"README.md", "SHA256SUMS"} < held.keys()


@pytest.mark.django_db(transaction=True)
def test_no_name_leads_out_of_the_release(project, tmp_path):
    release = requested(project)
    job.run(release.pk)
    (job.folder_of(release) / "secret.txt").write_text("not in the manifest")
    (tmp_path / "secret.txt").write_text("not in the release")
    client = as_role(project, Role.CURATOR)
    for name in ("secret.txt", "..%2Fsecret.txt", "%2e%2e%2f%2e%2e%2fsecret.txt", "..", "claims.jsonl%00"):
        assert client.get(f"/p/coast/releases/{release.pk}/{name}").status_code == 404


def test_files_of_a_release_that_is_not_written_are_not_found(project):
    release = requested(project)
    assert as_role(project, Role.CURATOR).get(f"/p/coast/releases/{release.pk}/claims.jsonl").status_code == 404


def test_a_release_that_is_done_meanwhile_is_loaded_anew(project):
    release = requested(project)
    client = at_the_page(release.requested_by)
    asked = {"HX-Request": "true"}
    assert words(client.get(f"/p/coast/releases/{release.pk}/", headers=asked)).lstrip().startswith("<div id=")
    Release.objects.update(state=ReleaseState.FAILED, failure="The disk is full.")
    assert client.get(f"/p/coast/releases/{release.pk}/", headers=asked)["HX-Refresh"] == "true"
