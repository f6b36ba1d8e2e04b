"""Reads one file from standard input: `python -m verification.text document|bundle NAME LIMITS`.

Writes JSON in lines of UTF-8. Of a document one: its fields, or `{"unreadable": "why"}`. Of a bundle a line for each
part, then `{"end": true}` or `{"unreadable": "why"}`. Workers start it as a process of its own, so that a file made
to stall or fill a parser takes nothing with it. LIMITS is a JSON object of `Limits`.
"""

import json
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from verification.text import bundle as bundles
from verification.text import documents
from verification.text.document import Unreadable
from verification.text.kinds import size
from verification.text.part import Limits

BROKEN = "It is damaged, or made in a way that the parser breaks on. Save the article's text as .txt and add that."


def main(what: str, name: str, given: str) -> None:
    limits = Limits(**json.loads(given))
    data = sys.stdin.buffer.read()
    try:
        for answer in (document if what == "document" else bundle)(data, name, limits):
            tell(answer)
    except Unreadable as why:
        tell({"unreadable": str(why)})
    except MemoryError:
        raise  # whoever started this process knows what to say
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        tell({"unreadable": BROKEN})


def document(data: bytes, name: str, limits: Limits) -> Iterator[dict[str, Any]]:
    found = documents.read(data, name, limit=limits.file)
    if len(found.text) > limits.text:
        raise Unreadable(f"Its text is larger than {size(limits.text)}, the limit for one article. Split it.")
    yield asdict(found)


def bundle(data: bytes, name: str, limits: Limits) -> Iterator[dict[str, Any]]:
    for part in bundles.open_bundle(data, name, limits):
        fields = asdict(part)
        if part.content is not None:
            fields["content"] = b64encode(part.content).decode("ascii")
        yield fields
    yield {"end": True}


def tell(answer: dict[str, Any]) -> None:
    # Half a surrogate pair has no UTF-8; normalising puts the same sign in its place.
    line = json.dumps(answer, default=str, ensure_ascii=False).encode("utf-8", "replace")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
