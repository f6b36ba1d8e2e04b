"""Articles from tables (.csv) and lines of JSON (.jsonl): a row each, with columns named as the API's fields."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from verification.text.document import Unreadable
from verification.text.encoding import decode
from verification.text.kinds import BundleKind, size
from verification.text.normalise import normalise
from verification.text.part import Limits, Part, Row

# The fields of an article in the API, with the characters that each may have (text: see the limits).
LONGEST = {"title": 1000, "language": 35, "url": 2000, "outlet": 300, "byline": 1000}
COLUMNS = ("text", *LONGEST, "published_on", "retrieved_at")
DELIMITERS = ",;\t"
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
SHOWN = 12  # names of columns in a sentence

Given = tuple[str, dict[str, Any] | str]  # a part's name, and its fields or why it has none


def read_rows(data: bytes, kind: BundleKind, limits: Limits) -> Iterator[Part]:
    """A part for each row, in order; a bad row is a part that says why. Raises Unreadable where all of it is bad."""
    text = decode(data).removeprefix("\ufeff")
    given = list(islice((lines_of_json if kind is BundleKind.JSONL else rows_of_table)(text), limits.parts + 1))
    if len(given) > limits.parts:
        raise Unreadable(f"It holds more than {limits.parts} articles, the limit for one file. Split it.")
    if not given:
        raise Unreadable("There is no article in it: no row follows its first one. Check the file.")
    return (part_of(name, fields, limits) for name, fields in given)


def part_of(name: str, fields: dict[str, Any] | str, limits: Limits) -> Part:
    if isinstance(fields, str):
        return Part(name=name, why_not=fields)
    ignored = [one_line(column) for column in fields if column not in COLUMNS][:SHOWN]
    try:
        return Part(name=name, row=row_of(fields, limits), ignored=ignored)
    except Unreadable as why:
        return Part(name=name, why_not=str(why), ignored=ignored)


def row_of(fields: dict[str, Any], limits: Limits) -> Row:
    """The row of these fields. Raises Unreadable that names the first field that cannot be used."""
    for name in COLUMNS:
        if not isinstance(fields.get(name), str | None):
            raise Unreadable(f"Its {name} is no text in quotation marks. Mend it and add it again.")
    text = fields.get("text") or ""
    if not text.strip():
        raise Unreadable("Its text is empty. Fill the column “text” and add it again.")
    if len(text) > limits.text:
        raise Unreadable(f"Its text is larger than {size(limits.text)}, the limit for one article. Split it.")
    short = {name: said(fields, name, longest) for name, longest in LONGEST.items()}
    return Row(
        text=text,
        title=short["title"] or "",
        language=checked(short["language"], LANGUAGE.fullmatch, "language", "a code such as en, fa or pt-BR"),
        url=checked(short["url"], is_web_address, "url", "an address that begins with https:// or http://"),
        outlet=short["outlet"],
        byline=short["byline"],
        published_on=day(said(fields, "published_on", 40)),
        retrieved_at=moment(said(fields, "retrieved_at", 40)),
    )


def said(fields: dict[str, Any], name: str, longest: int) -> str | None:
    words = one_line(fields.get(name) or "")
    if len(words) > longest:
        raise Unreadable(f"Its {name} is longer than {longest} characters. Shorten it and add it again.")
    return words or None


def checked(words: str | None, is_good: Callable[[str], object], name: str, wanted: str) -> str | None:
    if words is not None and not is_good(words):
        raise Unreadable(f"Its {name} is not {wanted}. Mend it and add it again.")
    return words


def is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
    except ValueError:
        return False


def day(words: str | None) -> date | None:
    moment_or_day = moment(words, name="published_on", wanted="a date such as 2026-11-20")
    return moment_or_day.date() if moment_or_day else None


def moment(
    words: str | None, *, name: str = "retrieved_at", wanted: str = "a moment such as 2026-11-20T14:30:00Z"
) -> datetime | None:
    if words is None:
        return None
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise Unreadable(f"Its {name} is not {wanted}. Mend it and add it again.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def one_line(words: str) -> str:
    """Without controls and line ends, so that it can be shown and stored."""
    return " ".join(normalise(words).text.split())


def lines_of_json(text: str) -> Iterator[Given]:
    if text.lstrip()[:1] == "[":
        raise Unreadable("This is one list of JSON. Write each article as an object on a line of its own, no commas.")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"line {number}", fields_of_json(line)


def fields_of_json(line: str) -> dict[str, Any] | str:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return "This line is no JSON. Write one object with named fields on it, and add it again."
    if not isinstance(fields, dict):
        return "This line is no object of JSON. Write one with named fields on it, and add it again."
    if "text" not in fields:
        return f"It has no field “text”. Its fields are {listed(fields)}. Name the article's text so."
    return fields


def rows_of_table(text: str) -> Iterator[Given]:
    """Rows are numbered as a spreadsheet does: the names of the columns are row 1."""
    head = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    csv.field_size_limit(max(len(text), 1))
    taken: list[str] = []  # the lines of the row that is read
    rows = csv.reader(remembered(io.StringIO(text, newline=""), taken), delimiter=delimiter)
    header: list[str] | None = None
    number = 0
    for cells in rows:
        number += 1
        lines, taken[:] = list(taken), []
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = columns_of(cells)
        elif (len(lines) > 1 or not lines[-1].endswith(("\n", "\r"))) and is_left_open(lines, delimiter):
            yield f"row {number}", "A quotation mark that opens in this row is closed nowhere. Close it."
        elif len(cells) > len(header):
            yield (
                f"row {number}",
                f"It has {len(cells)} cells and the first row names {len(header)}. Put a cell that holds the"
                " sign between cells into quotation marks.",
            )
        else:
            yield f"row {number}", dict(zip(header, cells, strict=False))


def columns_of(cells: list[str]) -> list[str]:
    columns = [" ".join(cell.split()).lower() for cell in cells]
    if "text" not in columns:
        raise Unreadable(
            f"There is no column “text” in it. Its first row names {listed(columns)}. Name the column with the"
            " articles' words “text”, and add it again."
        )
    return columns


def listed(names: Iterable[str]) -> str:
    """Names of columns in a sentence, as many and as much of each as a person reads."""
    shown = [f"“{one_line(name)[:40]}”" for name in islice(names, SHOWN + 1)]
    return ", ".join(shown[:SHOWN]) + (" and more" if len(shown) > SHOWN else "") if shown else "none"


def remembered(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def is_left_open(lines: list[str], delimiter: str) -> bool:
    """Whether a row ends with the file and not with its closing quotation mark."""
    try:
        return not list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as why:
        return "unexpected end" in str(why)
