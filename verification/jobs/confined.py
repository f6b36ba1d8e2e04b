"""Parsing what strangers send, in a process of its own with little time, memory and output."""

from __future__ import annotations

import json
import os
import resource
import select
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.conf import settings

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.documents import read
from verification.text.kinds import kind_of
from verification.text.part import MEGABYTE, Limits, Part, Row

SECONDS = 30
BUNDLE_SECONDS = 120  # of processor time for all of a bundle; SECONDS is how long one part may keep us waiting
MEMORY = 1536 * MEGABYTE  # of address space: the parser's libraries alone map some hundred MB
CHUNK = 1024 * 1024
IN_JSON = 6  # bytes at most that JSON needs for one of a text
# What a Python needs of the environment. A parser that is taken over finds no secret in it.
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT")
MARKDOWN_READ_HERE = 100_000  # bytes; its parser may take a second for so much, and some hundred bytes for each

TOO_MUCH = (
    "It could not be read: it asks for too much memory, or breaks the parser."
    " Save the article's text as .txt and add that."
)
TOO_LONG = "Reading it took longer than {} seconds. Save the article's text as .txt and add that."
TOO_WIDE = "It unpacks to more text than an article may have. Split it, or add its text by itself."


def limits() -> Limits:
    """How much a file may hold, as this installation is set."""
    return Limits(
        file=settings.UPLOAD_LIMIT_MB * MEGABYTE,
        text=settings.TEXT_LIMIT_MB * MEGABYTE,
        unpacked=settings.UNPACKED_LIMIT_MB * MEGABYTE,
        parts=settings.PARTS_LIMIT,
    )


def read_confined(data: bytes, name: str) -> Document:
    """The document in a file; raises Unreadable with a sentence for the person.

    Plain text is read here, whose reading is ours and takes linear time, and Markdown of an article's usual length.
    All else goes through a parser that a hostile file could stall or blow up, so it is read in a process that may be
    killed.
    """
    bounds = limits()
    kind = kind_of(data, name)
    if kind is DocumentKind.TEXT or (kind is DocumentKind.MARKDOWN and len(data) <= MARKDOWN_READ_HERE):
        return read(data, name, limit=bounds.file)
    with answers("document", data, name, bounds, most=IN_JSON * bounds.text + MEGABYTE, seconds=SECONDS) as lines:
        answer = next(lines)
    published_on = answer.pop("published_on")
    return Document(
        **answer | {"kind": DocumentKind(answer["kind"])},
        published_on=date.fromisoformat(published_on) if published_on else None,
    )


def parts_confined(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a bundle, one at a time; raises Unreadable where no more can be had, with what came before kept."""
    bounds = limits()
    most = IN_JSON * bounds.unpacked + bounds.parts * 8 * 1024
    with answers("bundle", data, name, bounds, most=most, seconds=BUNDLE_SECONDS) as lines:
        for answer in lines:
            if "end" in answer:
                return
            yield part_of(answer)


def part_of(answer: dict[str, Any]) -> Part:
    content, row = answer["content"], answer["row"]
    return Part(
        name=answer["name"],
        content=None if content is None else b64decode(content),
        row=None if row is None else row_of(row),
        why_not=answer["why_not"],
        ignored=answer["ignored"],
    )


def row_of(row: dict[str, Any]) -> Row:
    on, at = row.pop("published_on"), row.pop("retrieved_at")
    return Row(
        **row,
        published_on=date.fromisoformat(on) if on else None,
        retrieved_at=datetime.fromisoformat(at) if at else None,
    )


@contextmanager
def answers(
    what: str, data: bytes, name: str, bounds: Limits, *, most: int, seconds: int
) -> Iterator[Iterator[dict[str, Any]]]:
    """What the process says of the file, line by line; at most `most` bytes in all. It is gone when the block ends.

    Each line raises Unreadable where the process says so, takes too long, says too much or dies.
    """
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", "verification.text", what, name.replace("\0", ""), json.dumps(asdict(bounds))],
            cwd=settings.BASE_DIR,
            env={key: os.environ[key] for key in ENVIRONMENT if key in os.environ},
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: _confine(seconds),
        )
    try:
        yield _said_by(child, most=most)
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _said_by(child: subprocess.Popen[bytes], *, most: int) -> Iterator[dict[str, Any]]:
    for line in _lines_of(child.stdout.fileno() if child.stdout else -1, most=most):
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError:
            raise Unreadable(TOO_MUCH) from None
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"])
        yield answer
    # The child died before it had said all: out of memory, or a parser that crashed.
    raise Unreadable(TOO_LONG.format(SECONDS) if _ran_out_of_time(child) else TOO_MUCH)


def _lines_of(pipe: int, *, most: int) -> Iterator[bytes]:
    begun: list[bytes] = []
    taken = 0
    deadline = time.monotonic() + SECONDS
    while True:
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise Unreadable(TOO_LONG.format(SECONDS))
        chunk = os.read(pipe, CHUNK)
        if not chunk:
            return
        # What was said within the limit counts, however much came at once.
        *ends, rest = chunk[: most - taken].split(b"\n")
        taken += len(chunk)
        for end in ends:
            yield b"".join([*begun, end])
            begun = []
            # What is done with a line is not the child's time.
            deadline = time.monotonic() + SECONDS
        if taken > most:
            raise Unreadable(TOO_WIDE)
        begun.append(rest)


def _ran_out_of_time(child: subprocess.Popen[bytes]) -> bool:
    return child.wait() in (-24, -9)  # SIGXCPU, and what follows it


def _confine(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file
