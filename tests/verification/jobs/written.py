"""What a release wrote, read again."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from verification.jobs.release import write_dataset
from verification.models import Project

Lines = list[dict[str, Any]]


def lines(folder: Path, name: str = "claims.jsonl") -> Lines:
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(newline="") as file:
        return list(csv.DictReader(file))


def released(project: Project, folder: Path, **options: Any) -> Path:
    folder.mkdir()
    write_dataset(project, folder, **options)
    return folder
