"""Extracts claims from files on the command line, without a database: `python -m verification.extraction FILE...`.

Writes `<file name>.jsonl` for each file, one claim a line. Offsets count code points of the file's own text:
its bytes as UTF-8, a byte order mark being one code point and CRLF two. Claims are found in the normalised
text and led back to those places, so a quote is a slice of the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from verification.text.normalise import Normalised, normalise
from verification.text.span import Span

from .candidate import Candidate
from .engine import CONTEXT, ENGINE, VERSION, extract


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 where a file could not be read."""
    parser = argparse.ArgumentParser(prog="python -m verification.extraction", description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="plain text in UTF-8")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="folder for the results")
    parser.add_argument("--language", metavar="CODE", help="BCP 47 code; without it each text is looked at")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in chosen.files:
        try:
            raw = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            print(f"{path}: not read, {problem}", file=sys.stderr)
            failed = 1
            continue
        lines = records(raw, chosen.language)
        target = chosen.out / f"{path.name}.jsonl"
        target.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return failed


def records(raw: str, language: str | None = None) -> list[str]:
    """One JSON line per claim of a raw text, with offsets into it."""
    normalised = normalise(raw)
    return [
        json.dumps(record(raw, normalised, found), ensure_ascii=False) for found in extract(normalised.text, language)
    ]


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
        "engine": ENGINE,
        "engine_version": VERSION,
    }
    for speaker in fields["chain"]:
        speaker["start"], speaker["end"] = back(speaker["start"], speaker["end"])
    return fields


if __name__ == "__main__":
    sys.exit(main())
