"""Several small scripts or styles sent as one file: each says one thing where it is written, and a page asks once.

The name holds a hash of what is in the file, so that browsers keep it for good and never have an old one.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

# In this order, which is that of the cascade, and of who says what others use.
BUNDLES: dict[str, list[str]] = {
    "review.css": ["verdict.css", "changes.css", "review.css"],
    "review.js": [
        "desk.js",
        "outbox.js",
        "ahead.js",
        "keymap.js",
        "passages.js",
        "sentences.js",
        "fold.js",
        "evidence.js",
        "check_link.js",
        "missing.js",
        "form_words.js",
        "kept.js",
        "draft.js",
        "undo.js",
        "send.js",
        "reader.js",
        "add_claim.js",
        "keys.js",
    ],
}

# A line of a script that is nothing else: for whoever reads the script where it is written.
COMMENT = re.compile(rb"^[ \t]*//.*\n", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """What is sent, plain and packed, and the hash in its name."""

    content: bytes
    packed: bytes
    digest: str


def bundle_of(name: str) -> Bundle:
    """The bundle of that name; KeyError where there is none. Read anew each time where DEBUG is on."""
    return _read(name) if settings.DEBUG else _kept(name)


def _read(name: str) -> Bundle:
    parts = [COMMENT.sub(b"", Path(finders.find(f"annotate/{part}") or "").read_bytes()) for part in BUNDLES[name]]
    content = b"\n".join(parts)
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Bundle(content=content, packed=gzip.compress(content, mtime=0), digest=digest)


_kept = cache(_read)
