"""From the bytes of a file that holds several articles to its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verification.text.archive import read_archive
from verification.text.document import Unreadable
from verification.text.kinds import BundleKind, bundle_kind_of, kind_of, size
from verification.text.names import numbered, plain_name
from verification.text.part import Limits, Part
from verification.text.rows import read_rows

__all__ = ["BundleKind", "Limits", "Part", "bundle_kind_of", "open_bundle"]


def open_bundle(data: bytes, name: str, limits: Limits) -> Iterator[Part]:
    """The parts of a bundle, in order, each under a name of its own.

    Raises Unreadable, at once or on the way, where nothing more can be had of it.
    """
    kind = bundle_kind_of(data, name)
    if kind is None:
        raise Unreadable("This file holds no articles side by side. Add it by itself.")
    if len(data) > limits.file:
        raise Unreadable(f"This file is larger than {size(limits.file)}, the limit for one file. Split it.")
    if kind is BundleKind.ZIP:
        return named_apart(members(data, limits))
    return named_apart(read_rows(data, kind, limits))


def members(data: bytes, limits: Limits) -> Iterator[Part]:
    """The files of an archive; a table or lines of JSON in it are opened too, an archive in it is not."""
    given = 0
    for part in read_archive(data, limits):
        inner: Iterable[Part] = [part]
        if part.content is not None:
            try:
                inner = looked_at(part, limits)
            except Unreadable as why:
                inner = [Part(name=part.name, why_not=str(why))]
        for one in inner:
            if given >= limits.parts:
                raise Unreadable(f"It holds more than {limits.parts} articles, the limit for one file. Split it.")
            given += 1
            yield one


def looked_at(part: Part, limits: Limits) -> Iterable[Part]:
    """A file of an archive, or what is in it. Raises Unreadable where it cannot be either."""
    content = part.content or b""
    if not content.strip():
        raise Unreadable("This file is empty. Check that the right file was packed.")
    kind = bundle_kind_of(content, part.name)
    if kind is BundleKind.ZIP:
        raise Unreadable("It is a packed file inside a packed file. Add it by itself.")
    if kind is not None:
        return [replace(row, name=f"{part.name}: {row.name}") for row in read_rows(content, kind, limits)]
    kind_of(content, part.name)
    return [part]


def named_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """With names that can be shown and stored, no two alike."""
    used: set[str] = set()
    for part in parts:
        name = plain_name(part.name)
        if name in used:
            name = next(other for n in range(2, len(used) + 3) if (other := numbered(name, n)) not in used)
        used.add(name)
        yield replace(part, name=name)
