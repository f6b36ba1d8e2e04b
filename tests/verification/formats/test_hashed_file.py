from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from verification.formats.hashed_file import HashedFile


def test_the_entry_says_what_is_in_the_file(tmp_path: Path) -> None:
    with HashedFile(tmp_path, "claims.csv") as file:
        file.write("claim\n")
        file.write("بندر\n", rows=1)
    content = (tmp_path / "claims.csv").read_bytes()
    assert file.entry() == {
        "name": "claims.csv",
        "bytes": len(content),
        "rows": 1,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def test_a_file_that_is_there_already_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("kept")
    with pytest.raises(FileExistsError):
        HashedFile(tmp_path, "claims.csv")
    assert (tmp_path / "claims.csv").read_text() == "kept"
