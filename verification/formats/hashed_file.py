"""A file that is counted and hashed while it is written."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from types import TracebackType
from typing import TypedDict


class FileEntry(TypedDict):
    """What a manifest says of a file; `rows` is None where rows make no sense."""

    name: str
    bytes: int
    rows: int | None
    sha256: str


class HashedFile:
    """A new file in `folder`; nothing of it stays in memory. Flushed to the disk when it is closed."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.rows = 0
        self._bytes = 0
        self._hash = hashlib.sha256()
        self._file = (folder / name).open("xb")

    def __enter__(self) -> HashedFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            self._file.close()

    def write(self, text: str, *, rows: int = 0) -> None:
        """Appends `text` in UTF-8 and counts `rows` more rows."""
        content = text.encode("utf-8")
        self._file.write(content)
        self._hash.update(content)
        self._bytes += len(content)
        self.rows += rows

    def entry(self, *, has_rows: bool = True) -> FileEntry:
        return {
            "name": self.name,
            "bytes": self._bytes,
            "rows": self.rows if has_rows else None,
            "sha256": self._hash.hexdigest(),
        }
