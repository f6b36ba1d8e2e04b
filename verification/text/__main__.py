"""Reads one file from standard input: `python -m verification.text NAME LIMIT`.

Writes one JSON object: the fields of `Document`, or `{"unreadable": "why"}`. Workers start it as a process of its
own, so that a file made to stall or fill a parser takes nothing with it.
"""

import json
import sys
from dataclasses import asdict

from verification.text.documents import Unreadable, read


def main(name: str, limit: str) -> None:
    try:
        answer = asdict(read(sys.stdin.buffer.read(), name, limit=int(limit)))
    except Unreadable as why:
        answer = {"unreadable": str(why)}
    json.dump(answer, sys.stdout, default=str)


if __name__ == "__main__":
    main(*sys.argv[1:3])
