"""Parsing what strangers send, in a process of its own with little time, memory and output."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from datetime import date

from django.conf import settings

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.documents import kind_of, read

SECONDS = 30
MEMORY = 1536 * 1024 * 1024  # bytes of address space: the parser's libraries alone map some hundred MB
MEGABYTE = 1024 * 1024


def read_confined(data: bytes, name: str) -> Document:
    """The document in a file; raises Unreadable with a sentence for the person.

    Plain text and Markdown are read here: their reading is ours and takes linear time. A web page goes through a
    parser that a hostile page could stall or blow up, so it is read in a process that may be killed.
    """
    limit = settings.UPLOAD_LIMIT_MB * MEGABYTE
    if kind_of(data, name) is not DocumentKind.HTML:
        return read(data, name, limit=limit)
    try:
        child = subprocess.run(
            [sys.executable, "-m", "verification.text", name, str(limit)],
            cwd=settings.BASE_DIR,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            preexec_fn=_confine,
        )
        answer = json.loads(child.stdout)
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"Reading it took longer than {SECONDS} seconds. Save the article's text as .txt and add that."
        ) from None
    except ValueError:
        # The child died before it answered: out of memory, or a parser that crashed.
        raise Unreadable(
            "It could not be read: it asks for too much memory, or breaks the parser."
            " Save the article's text as .txt and add that."
        ) from None
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"])
    published_on = answer.pop("published_on")
    return Document(
        **answer | {"kind": DocumentKind(answer["kind"])},
        published_on=date.fromisoformat(published_on) if published_on else None,
    )


def _confine() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
