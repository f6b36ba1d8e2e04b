"""What docs/api.md says of each address, and its examples: the schema shows them, a test runs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

DOCUMENT: Path = settings.BASE_DIR / "docs" / "api.md"
HEADING = re.compile(r"^### `(?P<method>[A-Z]+) (?P<path>/api/[^`]*)`\n(?P<words>.*?)(?=^#{2,3} |\Z)", re.M | re.S)
EXAMPLE = re.compile(
    r"^```http\n(?P<method>[A-Z]+) (?P<path>\S+)\n(?:Authorization: Token (?P<who>\w+)\n)?(?:\n(?P<body>.+?)\n)?```\n\n"
    r"`(?P<status>\d{3})`(?:\.|:\n\n```json\n(?P<answer>.+?)\n```)$",
    re.M | re.S,
)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A request and its answer; `who` is a person of the document's story, None for nobody."""

    method: str
    path: str
    who: str | None
    body: Any
    status: int
    answer: Any


@dataclass(frozen=True, kw_only=True)
class Section:
    """What the document says of one method and address, `{id}` and the like in their places; Markdown."""

    method: str
    path: str
    words: str


def examples() -> Iterator[Example]:
    for found in EXAMPLE.finditer(_text()):
        yield Example(
            method=found["method"],
            path=found["path"],
            who=found["who"],
            body=json.loads(found["body"]) if found["body"] else None,
            status=int(found["status"]),
            answer=json.loads(found["answer"]) if found["answer"] else None,
        )


def sections() -> Iterator[Section]:
    for found in HEADING.finditer(_text()):
        words, _fence, _rest = found["words"].partition("```http")
        yield Section(method=found["method"], path=found["path"], words=words.strip())


@cache
def _text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")
