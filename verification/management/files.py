"""The files that a person means by naming files and folders."""

from collections.abc import Iterator
from pathlib import Path


def files_in(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with the name to show for it; folders are walked in order, hidden files left out."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inside = file.relative_to(path)
                if file.is_file() and not any(part.startswith(".") for part in inside.parts):
                    yield file, str(inside)
        else:
            yield path, path.name
