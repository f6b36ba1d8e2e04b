"""Files as one archive, written while it is read: nothing of it is kept on a disk, and little in memory."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

AT_ONCE = 256 * 1024
# The same for every file: when one was written says nothing of what is in it.
NOTHING_OF_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


class Archive:
    """A .zip of these files in one folder, to be read once from its beginning to its end.

    The same files give the same bytes. Raises FileNotFoundError at once where one of them is not there.
    """

    def __init__(self, files: Sequence[Path], *, folder: str) -> None:
        self._sizes = {file: file.stat().st_size for file in files}
        self._folder = folder
        self._rest = b""
        self._pieces = self._written()

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, or all that are left; fewer at the end alone."""
        pieces, length = [self._rest], len(self._rest)
        while size < 0 or length < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            pieces.append(piece)
            length += len(piece)
        read = b"".join(pieces)
        end = len(read) if size < 0 else size
        self._rest = read[end:]
        return read[:end]

    def close(self) -> None:
        self._pieces.close()

    def _written(self) -> Generator[bytes]:
        sink = _Sink()
        with ZipFile(cast("str", sink), "w", ZIP_DEFLATED) as archive:
            for file, size in self._sizes.items():
                entry = ZipInfo(f"{self._folder}/{file.name}", NOTHING_OF_TIME)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 3  # as on Unix, wherever it is written
                entry.external_attr = READABLE
                entry.file_size = size  # so that one of 4 GB and more is written as such
                with file.open("rb") as content, archive.open(entry, "w") as packed:
                    while some := content.read(AT_ONCE):
                        packed.write(some)
                        yield sink.taken()
        yield sink.taken()


class _Sink:
    """What `zipfile` writes to. It can neither seek nor tell, so sizes and sums follow each file."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
