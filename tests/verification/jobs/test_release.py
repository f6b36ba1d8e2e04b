"""The job that writes a release, whatever befalls its worker."""

from __future__ import annotations

import json
import os
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.jobs.written import lines
from verification.actions.releases import request_release
from verification.jobs import release as job
from verification.jobs.release import folder_of, run, write_dataset
from verification.models import Claim, Release
from verification.vocabulary import ReleaseState, Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def release(resolved: Claim, settings: Any, tmp_path: Path) -> Release:
    settings.RELEASES_DIR = tmp_path / "releases"
    now = timezone.now()
    return Release.objects.create(
        project=resolved.project,
        requested_at=now,
        queued_at=now,
        requested_by=member(resolved.project, Role.RESEARCHER),
    )


def test_a_worker_writes_the_release_and_says_so(release: Release) -> None:
    run(release.pk)
    release.refresh_from_db()
    assert (release.state, release.lease_until, release.failure) == (ReleaseState.DONE, None, None)
    assert release.finished_at is not None
    assert release.manifest == json.loads((folder_of(release) / "manifest.json").read_text())
    assert [path.name for path in folder_of(release).parent.iterdir()] == [str(release.pk)]


def test_a_release_is_written_once(release: Release) -> None:
    run(release.pk)
    first = (folder_of(release) / "manifest.json").read_bytes()
    run(release.pk)
    assert (folder_of(release) / "manifest.json").read_bytes() == first


def test_what_a_dead_worker_left_is_written_anew(release: Release) -> None:
    folder_of(release).mkdir(parents=True)
    (folder_of(release) / "claims.jsonl").write_text("half")
    run(release.pk)
    release.refresh_from_db()
    assert release.state == ReleaseState.DONE
    assert len(lines(folder_of(release))) == 1


def test_a_full_disk_fails_the_release_with_a_sentence(release: Release, settings: Any) -> None:
    if not os.access("/dev/full", os.W_OK):
        pytest.skip("no /dev/full here")
    error = None
    try:
        with open("/dev/full", "w") as full:
            full.write("x")
    except OSError as found:
        error = found
    assert error is not None
    assert "is full. Make room" in job.reason_of(error, folder=folder_of(release))


def test_a_folder_that_cannot_be_made_fails_the_release_and_leaves_nothing(release: Release, settings: Any) -> None:
    settings.RELEASES_DIR.write_text("a file stands where the folder should be")
    run(release.pk)
    release.refresh_from_db()
    assert release.state == ReleaseState.FAILED
    assert release.lease_until is None
    assert "could not be written" in str(release.failure)
    assert "try again" in str(release.failure)


def test_a_failure_midway_leaves_no_folder(release: Release) -> None:
    # A text that UTF-8 cannot hold cannot come from the database; a number that JSON cannot hold can.
    with connection.cursor() as cursor:
        cursor.execute("UPDATE verification_annotation SET inclusion_probability = NULL")
        cursor.execute("ALTER TABLE verification_claim DROP CONSTRAINT claim_check_worthiness_is_between_0_and_1")
        cursor.execute("UPDATE verification_claim SET check_worthiness = 'NaN'")
    try:
        run(release.pk)
        release.refresh_from_db()
        assert release.state == ReleaseState.FAILED
        assert "ValueError" in str(release.failure)
        assert list(folder_of(release).parent.iterdir()) == []
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE verification_claim SET check_worthiness = 0.5")
            cursor.execute(
                "ALTER TABLE verification_claim ADD CONSTRAINT claim_check_worthiness_is_between_0_and_1"
                " CHECK (check_worthiness >= 0 AND check_worthiness <= 1)"
            )


def test_a_worker_that_outlived_its_lease_puts_nothing_in_place(release: Release) -> None:
    lease = job.take(Release.objects.all(), release.pk, states=[ReleaseState.REQUESTED], become=ReleaseState.WRITING)
    assert lease is not None
    Release.objects.filter(pk=release.pk).update(lease_until=timezone.now() + timedelta(hours=1))
    with job.unfinished(folder_of(release)) as partial:
        written = write_dataset(release.project, partial)
        job._finish(release, partial, written, lease=lease)
    release.refresh_from_db()
    assert release.state == ReleaseState.WRITING
    assert not folder_of(release).exists()


def test_the_lease_is_renewed_while_the_writing_lasts(release: Release, settings: Any) -> None:
    settings.LEASE_SECONDS = 1
    lease = job.take(Release.objects.all(), release.pk, states=[ReleaseState.REQUESTED], become=ReleaseState.WRITING)
    assert lease is not None
    with job.Held(Release.objects.all(), release.pk, lease=lease) as held:
        threading.Event().wait(1.5)
        latest = held.stop()
    assert latest > timezone.now() > lease
    assert Release.objects.get(pk=release.pk).lease_until == latest


def test_the_database_stands_still_while_it_is_read(resolved: Claim, tmp_path: Path) -> None:
    seen: list[int] = []
    with job._snapshot():
        seen.append(Claim.objects.count())
        other = threading.Thread(target=_add_a_claim, args=(resolved,))
        other.start()
        other.join()
        seen.append(Claim.objects.count())
    assert seen[0] == seen[1] == Claim.objects.count() - 1


def _add_a_claim(beside: Claim) -> None:
    try:
        factories.ClaimFactory(article=beside.article)
    finally:
        connection.close()


def test_a_researcher_asks_and_a_stranger_may_not(release: Release) -> None:
    assert request_release(release.project, by=member(release.project, Role.RESEARCHER)).state == "requested"
