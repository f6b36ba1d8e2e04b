"""A project's dataset as files: from one snapshot of the database, in flat memory, whole or not there at all."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal
from uuid import uuid4

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from verification.formats import csv, jsonl
from verification.formats.card import card
from verification.formats.hashed_file import FileEntry, HashedFile
from verification.formats.manifest import Counts, HeldBack, Manifest, ProjectEntry, as_json, manifest, sums
from verification.formats.pseudonym import pseudonym, pseudonym_key
from verification.formats.record import known_moment
from verification.jobs.leases import Held, keep, take
from verification.jobs.release_records import articles, claims, guidelines
from verification.jobs.release_records.reading import Reading
from verification.models import Article, AuditEvent, Claim, Project, Release, Resolution
from verification.vocabulary import ReleaseState

Text = Literal["full", "offsets"]
FULL_DISK = {errno.ENOSPC, errno.EDQUOT}

log = logging.getLogger(__name__)


def run(release_id: int) -> None:
    """Writes a release into its folder. A failure is kept with its reason, for a person to read."""
    lease = take(
        Release.objects.all(),
        release_id,
        states=(ReleaseState.REQUESTED, ReleaseState.WRITING),
        become=ReleaseState.WRITING,
    )
    if lease is None:
        return
    release = Release.objects.select_related("project").get(pk=release_id)
    with Held(Release.objects.all(), release_id, lease=lease) as held:
        try:
            with unfinished(folder_of(release)) as partial:
                written = write_dataset(release.project, partial)
                _finish(release, partial, written, lease=held.stop())
        except (OperationalError, InterfaceError):
            raise  # the database went away: the sweep gives the release to another worker
        except Exception as error:
            # Whatever went wrong must show on the release's page, not only in a log.
            log.exception("release %s failed", release_id)
            keep(
                Release.objects.all(),
                release_id,
                lease=held.stop(),
                state=ReleaseState.FAILED,
                failure=reason_of(error, folder=folder_of(release)),
            )


def folder_of(release: Release) -> Path:
    """Where the files of a release are once it is done. The folder is there whole, or not at all."""
    return settings.RELEASES_DIR / release.project.slug / str(release.pk)


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A new hidden folder beside `folder` to write in; removed with what is left in it when the block ends."""
    partial = folder.parent / f".{folder.name}.{uuid4().hex}.partial"
    partial.mkdir(parents=True)
    try:
        yield partial
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def put_in_place(partial: Path, folder: Path) -> None:
    """Makes a finished folder appear under its name, in one step that survives a power cut."""
    os.rename(partial, folder)
    parent = os.open(folder.parent, os.O_RDONLY)
    try:
        os.fsync(parent)
    finally:
        os.close(parent)


def reason_of(error: Exception, *, folder: Path) -> str:
    """What went wrong in writing `folder`, as a sentence that says what to do."""
    if isinstance(error, OSError) and error.errno in FULL_DISK:
        return f"The disk that holds {folder.parent} is full. Make room and try again."
    if isinstance(error, OSError):
        return f"{folder} could not be written ({error.strerror or error}). Mend that and try again."
    return (
        f"The release could not be written ({type(error).__name__}: {error}). Try again; if it fails again, report it."
    )


def write_dataset(project: Project, folder: Path, *, text: Text = "full") -> Manifest:
    """Writes the project's dataset as it stands now into `folder`, which is there and empty.

    The same state gives the same bytes in every file but for `created_at` in the manifest. Must not be called in a
    transaction: it opens one of its own, in which the database stands still.
    """
    with _snapshot():
        project = Project.objects.get(pk=project.pk)
        reading = Reading(project=project, at=timezone.now(), texts=text == "full", name_of=_names(project))
        counts = Counts()
        files = [
            *_write_claims(reading, folder, counts),
            _write_articles(reading, folder, counts),
            _write_guidelines(reading, folder),
        ]
        held_back = _held_back(reading)
        # Of those alone that tell of no blind work: from one release to the next it would show that somebody judged.
        events = AuditEvent.objects.filter(project=project.pk).told_to_all()
        last_event = events.order_by("-pk").values_list("pk", flat=True).first()
    about = _about(project)
    described = card(project=about, text=text, counts=counts.as_dict(), held_back=held_back, files=files)
    files.append(_write_whole(folder, "README.md", described))
    written = manifest(
        project=about,
        text=text,
        created_at=known_moment(reading.at),
        last_event=last_event,
        counts=counts.as_dict(),
        held_back=held_back,
        files=files,
    )
    _write_whole(folder, "SHA256SUMS", sums([*files, _write_whole(folder, "manifest.json", as_json(written))]))
    return written


def _finish(release: Release, partial: Path, written: Manifest, *, lease: datetime) -> None:
    # The row is written first, because that locks it: of two workers one finds the lease gone and its folder goes.
    with transaction.atomic():
        if not keep(
            Release.objects.all(),
            release.pk,
            lease=lease,
            state=ReleaseState.DONE,
            manifest=written,
            finished_at=timezone.now(),
        ):
            return
        # A worker that died between this step and the commit has left a folder that no row speaks of.
        shutil.rmtree(folder_of(release), ignore_errors=True)
        put_in_place(partial, folder_of(release))


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment of the database for as long as the block lasts; nothing can be written in it."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _names(project: Project) -> Callable[[int], str]:
    key = pseudonym_key(settings.SECRET_KEY)
    return cache(lambda person: pseudonym(key, project=project.pk, person=person))


def _about(project: Project) -> ProjectEntry:
    return {
        "slug": project.slug,
        "name": project.name,
        "language": project.language,
        "places": project.places,
        "consensus": project.consensus,
        "skip_limit": project.skip_limit,
    }


def _write_claims(reading: Reading, folder: Path, counts: Counts) -> list[FileEntry]:
    with (
        HashedFile(folder, "claims.jsonl") as lines,
        HashedFile(folder, "claims.csv") as wide,
        HashedFile(folder, "annotations.csv") as long,
    ):
        wide.write(csv.line(csv.WIDE_COLUMNS))
        long.write(csv.line(csv.LONG_COLUMNS))
        for claim in claims(reading):
            counts.add_claim(claim)
            lines.write(jsonl.line(claim), rows=1)
            wide.write(csv.line(csv.wide_row(claim)), rows=1)
            for row in csv.long_rows(claim):
                long.write(csv.line(row), rows=1)
    return [lines.entry(), wide.entry(), long.entry()]


def _write_articles(reading: Reading, folder: Path, counts: Counts) -> FileEntry:
    with HashedFile(folder, "articles.jsonl") as lines:
        for article in articles(reading):
            counts.add_article()
            lines.write(jsonl.line(article), rows=1)
    return lines.entry()


def _write_guidelines(reading: Reading, folder: Path) -> FileEntry:
    with HashedFile(folder, "guidelines.jsonl") as lines:
        for guideline in guidelines(reading):
            lines.write(jsonl.line(guideline), rows=1)
    return lines.entry()


def _write_whole(folder: Path, name: str, content: str) -> FileEntry:
    with HashedFile(folder, name) as file:
        file.write(content)
    return file.entry(has_rows=False)


def _held_back(reading: Reading) -> list[HeldBack]:
    of_project = Claim.objects.filter(project=reading.project)
    unread = Article.objects.filter(project=reading.project, text__isnull=True, same_as__isnull=True)
    unresolved = of_project.filter(~Exists(Resolution.objects.live().filter(claim=OuterRef("pk"))))
    return [
        {
            "what": "claims",
            "count": of_project.filter(reading.hidden_claims()).count(),
            "why": "sensitive, or of an article that is sensitive, under embargo or past its time",
        },
        {
            "what": "articles",
            "count": Article.objects.filter(reading.hidden_articles(), project=reading.project).count(),
            "why": "sensitive, under embargo or past their time",
        },
        {"what": "articles", "count": unread.count(), "why": "not read, or not readable"},
        {
            # Of claims, because how many judgements there are tells whoever has a place that others have judged.
            "what": "unresolved claims' judgements",
            "count": unresolved.exclude(reading.hidden_claims()).count(),
            "why": "blind until their claim is resolved, and until then not even counted",
        },
    ]
