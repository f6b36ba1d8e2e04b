"""Tables of the documents, as a test reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from django.conf import settings

Row = dict[str, str]
BRACES = re.compile(r"\{([^}]*)\}")


def rows_of(document: str, *, first: str) -> list[Row]:
    """The rows of each table in docs/`document` whose first column is called `first`, by their column's names."""
    lines = (Path(settings.BASE_DIR) / "docs" / document).read_text(encoding="utf-8").splitlines()
    return list(_rows(lines, first))


def _rows(lines: list[str], first: str) -> Iterator[Row]:
    head: list[str] = []
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            head = []
        elif not head:
            head = cells
        elif head[0] == first and set(line) - set("|-: "):
            yield dict(zip(head, cells, strict=True))


def each_of(address: str) -> list[str]:
    """`/{a,b}/c` as `/a/c` and `/b/c`."""
    parts = BRACES.split(address)
    choices = [part.split(",") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]
