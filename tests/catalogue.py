"""The catalogues of the interface: `python -m tests.catalogue` says what is not translated, or not any more.

    python -m tests.catalogue            # what is missing and what is left over, by language
    python -m tests.catalogue --write    # takes new strings up into each django.po, empty, and compiles it

Looks at templates and Python as Django's makemessages does, but needs no gettext tools.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}|<[^<>]+>")

# Without a date, so that a file changes only where its words do.
HEADER = """\
# The interface in another language. The terms are in docs/translating.md; `python -m tests.catalogue` says what is
# missing.
msgid ""
msgstr ""
"Project-Id-Version: Attest\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: Attest\\n"
"Language: {language}\\n"
"Language-Team: Attest\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Key = tuple[str | None, str | tuple[str, str]]  # its context, and its words: singular and plural where it has both


def languages() -> list[str]:
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    held = io.BytesIO()
    write_mo(held, catalogue)
    return held.getvalue()


def marked() -> list[Key]:
    """Every string that is marked for translation, once, in the order of the files."""
    found: dict[Key, None] = {}
    for source in _sources():
        for _line, words, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            found[context, words] = None
    return list(found)


def _sources() -> Iterator[str]:
    for folder in ("annotate", "templates", "verification"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix == ".py" and "migrations" not in path.parts:
                yield path.read_text()
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                # Turned into calls in a row; without its indentation it reads as Python.
                yield "\n".join(line.strip() for line in templatize(path.read_text(), path.name).split("\n"))


def key_of(message: Message) -> Key:
    return message.context, message.id


def untranslated(catalogue: Catalog) -> list[Key]:
    """What is marked and has no translation, or one that nobody has looked at."""
    done = {key_of(message) for message in catalogue if message.id and is_translated(message)}
    return [key for key in marked() if key not in done]


def left_over(catalogue: Catalog) -> list[Key]:
    """What is translated and nowhere marked any more."""
    known = set(marked())
    return [key_of(message) for message in catalogue if message.id and key_of(message) not in known]


def is_translated(message: Message) -> bool:
    words = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(words) and not message.fuzzy


def update(language: str) -> None:
    """Takes up what is new, drops what is left over, and compiles."""
    old = read(language)
    new = Catalog(locale=language)
    new.mime_headers = old.mime_headers  # they say how many plurals there are
    for context, words in marked():
        held = old.get(words, context)
        new.add(words, held.string if held else "", context=context)
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "django.po").open("wb") as file:
        file.write(HEADER.format(language=language, plural_forms=old.plural_forms).encode())
        write_po(file, new, width=120, no_location=True, omit_header=True)
    (folder / "django.mo").write_bytes(compiled(read(language)))


def main() -> int:
    missing = 0
    for language in languages():
        if "--write" in sys.argv:
            update(language)
        catalogue = read(language)
        for (context, words), state in [
            *((key, "not translated") for key in untranslated(catalogue)),
            *((key, "left over") for key in left_over(catalogue)),
        ]:
            missing += 1
            print(f"{language}: {state}: {f'[{context}] ' if context else ''}{words!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
