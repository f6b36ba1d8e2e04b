"""The files of a release that is done, and all of them as one archive."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from verification.formats.archive import Archive
from verification.jobs.release import folder_of
from verification.models import Release

# What lies beside the files that a manifest lists.
BESIDE_THE_MANIFEST = ("manifest.json", "SHA256SUMS")


def archive_name(release: Release) -> str:
    return f"{_stem(release)}.zip"


def opened(release: Release, name: str) -> IO[bytes] | Archive:
    """One of its files, or the archive of them all; raises FileNotFoundError where there is none of this name.

    Only names that the manifest knows lead to a file, whatever else is in the folder.
    """
    if release.manifest is None:
        raise FileNotFoundError(name)
    folder = folder_of(release)
    known = [*(entry["name"] for entry in release.manifest["files"]), *BESIDE_THE_MANIFEST]
    if name == archive_name(release):
        return Archive([folder / each for each in sorted(known)], folder=_stem(release))
    if name not in known:
        raise FileNotFoundError(name)
    return Path(folder / name).open("rb")


def _stem(release: Release) -> str:
    return f"{release.project.slug}-release-{release.pk}"
