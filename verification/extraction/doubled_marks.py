"""Quotation marks that an archive wrote as two apostrophes: ''so'', as “so”, twice each, at which no offset moves."""

from __future__ import annotations

import re
from dataclasses import replace

from .candidate import CONTEXT, Candidate

DOUBLED = re.compile(r"(?P<opens>(?<![\w'])''(?=[^\s']))|(?<=[^\s'])''(?!['\w])")


def with_marks(text: str) -> str:
    """The text with marks that are read as such; the text itself where it has no doubled ones."""
    return DOUBLED.sub(lambda found: "““" if found["opens"] else "””", text) if "''" in text else text


def as_written(claim: Candidate, text: str) -> Candidate:
    """A claim of the text with marks in the words of the text as it was written."""
    return replace(
        claim,
        quote=text[claim.start : claim.end],
        prefix=text[max(0, claim.start - CONTEXT) : claim.start],
        suffix=text[claim.end : claim.end + CONTEXT],
        statement=claim.statement.replace("““", "“").replace("””", "”"),
    )
