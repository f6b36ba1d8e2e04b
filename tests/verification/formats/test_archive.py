"""Files as one archive, written while it is read."""

from __future__ import annotations

import os
import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from verification.formats.archive import Archive


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, content in (("README.md", b"Read me."), ("claims.jsonl", b"{}\n" * 200_000), ("none.csv", b"")):
        (tmp_path / name).write_bytes(content)
    return sorted(tmp_path.iterdir())


def test_it_holds_the_files_in_one_folder(files: list[Path]) -> None:
    with ZipFile(BytesIO(Archive(files, folder="coast-1").read())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"coast-1/{file.name}": file.read_bytes() for file in files
        }


def test_the_same_files_give_the_same_bytes_however_it_is_read_and_whatever_their_time(
    files: list[Path],
) -> None:
    whole = Archive(files, folder="coast-1").read()
    os.utime(files[0], (1, 1))
    bit_by_bit = Archive(files, folder="coast-1")
    assert b"".join(iter(lambda: bit_by_bit.read(4096), b"")) == whole


def test_a_file_that_is_not_there_is_said_before_anything_is_given_out(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Archive([tmp_path / "gone.csv"], folder="coast-1")


def test_it_takes_as_little_memory_for_a_large_file(tmp_path: Path) -> None:
    large = tmp_path / "claims.jsonl"
    large.write_bytes(os.urandom(8_000_000))
    tracemalloc.start()
    archive = Archive([large], folder="coast-1")
    length = sum(map(len, iter(lambda: archive.read(64 * 1024), b"")))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 8_000_000
    assert peak < 2_500_000


def test_one_that_is_let_go_closes_the_file_that_it_reads(files: list[Path]) -> None:
    archive = Archive(files, folder="coast-1")
    archive.read(10)
    archive.close()
    assert archive.read() != Archive(files, folder="coast-1").read()
