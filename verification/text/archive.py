"""The files in a .zip file, one at a time, each within bounds. What is wrong with one is told of that one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from verification.text.document import Unreadable
from verification.text.kinds import size
from verification.text.part import Limits, Part

HIGHEST_RATIO = 200  # prose packs to a third; no text of people comes near
LEAST_SUSPECT = 1024 * 1024
LEFT_OUT = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
KNOWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
IS_ENCRYPTED = 0x1
NAME_IS_UTF8 = 0x800
BROKEN = "It is damaged in the packed file. Pack it again and add that."


def read_archive(data: bytes, limits: Limits) -> Iterator[Part]:
    """A part for each file, in order; one that is refused says why. Raises Unreadable where none can be had.

    Folders, hidden files and what file managers leave behind are passed over.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("This packed file is damaged, or cut off. Pack it again and add that.") from None
    members = [(name_of(info), info) for info in archive.infolist() if not info.is_dir()]
    members = [(name, info) for name, info in members if not is_left_out(name)]
    if not members:
        raise Unreadable("There is no file in it. Check that the right files were packed.")
    if len(members) > limits.parts:
        raise Unreadable(
            f"It holds {len(members)} files, more than the {limits.parts} that one file may hold. Split it."
        )
    return opened(archive, members, limits)


def opened(archive: zipfile.ZipFile, members: list[tuple[str, zipfile.ZipInfo]], limits: Limits) -> Iterator[Part]:
    total = 0
    for name, info in members:
        why_not = why_not_open(name, info, limits)
        if why_not is None and total + info.file_size > limits.unpacked:
            why_not = f"What comes before it unpacks to {size(limits.unpacked)} already, the limit. Add it by itself."
        if why_not is not None:
            yield Part(name=name, why_not=why_not)
            continue
        try:
            with archive.open(info) as member:
                content = member.read(limits.file + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
            yield Part(name=name, why_not=BROKEN)
            continue
        total += len(content)
        yield Part(name=name, content=content)


def why_not_open(name: str, info: zipfile.ZipInfo, limits: Limits) -> str | None:
    """Why a file in it is not even opened, or None."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        return "Its name points outside of the packed file. Pack it again under a plain name."
    if info.flag_bits & IS_ENCRYPTED:
        return "It is protected with a password. Pack it without one and add that."
    if info.compress_type not in KNOWN_METHODS:
        return "It is packed in a way that cannot be opened. Pack it as a plain .zip file."
    if info.file_size > limits.file:
        return f"It is larger than {size(limits.file)}, the limit for one file. Split it."
    if info.file_size > LEAST_SUSPECT and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        return "It unpacks to far more than a text would: it looks made to fill the memory. Add its text by itself."
    return None


def name_of(info: zipfile.ZipInfo) -> str:
    """The name of a file in it; many programs write UTF-8 and do not say so."""
    name = info.filename.replace("\\", "/")
    if info.flag_bits & NAME_IS_UTF8:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def is_left_out(name: str) -> bool:
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return not parts or any(part.startswith(".") or part.lower() in LEFT_OUT for part in parts)
