"""Names of files as they can be shown and stored."""

from __future__ import annotations

from pathlib import PurePath

from verification.text.normalise import normalise

LONGEST = 300  # characters
NO_TITLES = frozenset(
    {"", "untitled", "title", "document", "document1", "word document", "none", "ohne titel", "безымянный"}
)
FILES = frozenset({".doc", ".docx", ".pdf", ".indd", ".rtf", ".odt", ".qxd", ".txt", ".html", ".htm", ".tex", ".dvi"})


def plain_name(name: str) -> str:
    """A name without controls and signs that turn the reading direction, cut in the middle where it is very long."""
    plain = " ".join(normalise(name).text.split()) or "?"
    return shortened(plain, LONGEST)


def numbered(name: str, number: int) -> str:
    """The name of another file with the same name."""
    ending = f" ({number})"
    return shortened(name, LONGEST - len(ending)) + ending


def shortened(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    suffix = PurePath(name).suffix[-20:]
    return name[: longest - len(suffix) - 1].rstrip() + "…" + suffix


def said_title(title: str | None) -> str | None:
    """The title that an office program wrote into a file, unless it is only the name of a file or none."""
    words = " ".join((title or "").split())
    lowered = words.casefold().removeprefix("microsoft word - ")
    if lowered in NO_TITLES or PurePath(lowered).suffix in FILES or lowered != words.casefold():
        return None
    return words
