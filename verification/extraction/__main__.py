"""Extracts claims from files on the command line, without a database: `python -m verification.extraction FILE...`.

Writes `<file name>.jsonl` for each file, one claim a line. Offsets count code points of the file's own text:
its bytes as UTF-8, a byte order mark being one code point and CRLF two. Claims are found in the normalised
text and led back to those places, so a quote is a slice of the file.

`--attributions FILE.jsonl` is for measuring: it reads objects with `doc` and `text`, and writes one object a line to
standard output: {"doc", "attributions": [{"source": [start, end] | null, "cue": ..., "content": ...}]}.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from verification.numbers.quantities import Quantity
from verification.text.normalise import Normalised, normalise
from verification.text.span import Span

from .candidate import CONTEXT, Candidate, When
from .engine import ENGINE, VERSION, extract
from .who_says_what import attributions


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 where a file could not be read."""
    parser = argparse.ArgumentParser(prog="python -m verification.extraction", description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help="plain text in UTF-8")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="folder for the results")
    parser.add_argument("--published", metavar="DATE", type=date.fromisoformat, help="day the texts ran (2026-11-20)")
    parser.add_argument("--language", metavar="CODE", help="BCP 47 code; without it each text is looked at")
    parser.add_argument("--attributions", metavar="FILE.jsonl", type=Path, help="who says what, for measuring")
    chosen = parser.parse_args(arguments)
    if chosen.attributions is not None:
        with chosen.attributions.open(encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                print(attributed(json.loads(line)))
        return 0
    if not chosen.files:
        parser.error("name the files to read, or --attributions with one")
    chosen.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in chosen.files:
        try:
            raw = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            print(f"{path}: not read, {problem}", file=sys.stderr)
            failed = 1
            continue
        lines = records(raw, chosen.language, chosen.published)
        target = chosen.out / f"{path.name}.jsonl"
        target.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return failed


def records(raw: str, language: str | None = None, published: date | None = None) -> list[str]:
    """One JSON line per claim of a raw text, with offsets into it."""
    normalised = normalise(raw)
    return [
        json.dumps(record(raw, normalised, found), ensure_ascii=False)
        for found in extract(normalised.text, language, published)
    ]


def attributed(article: dict[str, str]) -> str:
    """One article's attributions as a JSON line, with offsets into its own text."""
    normalised = normalise(article["text"])

    def back(span: Span | None) -> tuple[int, int] | None:
        raw = normalised.raw_span(span) if span is not None else None
        return (raw.start, raw.end) if raw is not None else None

    found = [
        {"source": back(a.source), "cue": back(a.cue), "content": back(a.content)}
        for a in attributions(normalised.text)
    ]
    return json.dumps({"doc": article["doc"], "attributions": found}, ensure_ascii=False)


def record(raw: str, normalised: Normalised, found: Candidate) -> dict[str, object]:
    """A candidate as a JSON object, its offsets led back to the raw text."""

    def back(start: int | None, end: int | None) -> tuple[int | None, int | None]:
        if start is None or end is None:
            return None, None
        span = normalised.raw_span(Span(start, end))
        return span.start, span.end

    fields = asdict(found)
    start, end = (
        normalised.raw_span(Span(found.start, found.end)).start,
        normalised.raw_span(Span(found.start, found.end)).end,
    )
    fields |= {
        "start": start,
        "end": end,
        "quote": raw[start:end],
        "prefix": raw[max(0, start - CONTEXT) : start],
        "suffix": raw[end : end + CONTEXT],
        "against": [list(back(a.start, a.end)) for a in found.against],
        "against_reasons": [a.reason for a in found.against],
        "numbers": [as_record(number, raw, back(number.start, number.end)) for number in found.numbers],
        "asserted": interval(found.asserted),
        "event": interval(found.event),
        "engine": ENGINE,
        "engine_version": VERSION,
    }
    for speaker in fields["chain"]:
        speaker["start"], speaker["end"] = back(speaker["start"], speaker["end"])
    return fields


def as_record(number: Quantity, raw: str, span: tuple[int | None, int | None]) -> dict[str, object]:
    """A number with its place in the raw text."""
    start, end = span
    return {**number.as_record(), "start": start, "end": end, "words": raw[start:end]}


def interval(when: When | None) -> dict[str, str] | None:
    """A time as its first and last day with the precision; None is undated."""
    if when is None:
        return None
    return {"begins": when.begins.isoformat(), "ends": when.ends.isoformat(), "precision": when.precision.value}


if __name__ == "__main__":
    sys.exit(main())
