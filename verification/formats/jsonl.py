"""JSON Lines: one record per line, the same record always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

# JSON allows these in strings, but many readers take them for the end of a line.
LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def line(record: Mapping[str, Any]) -> str:
    """`record` as one line: sorted keys, no spaces, UTF-8 as it is, ended by a newline.

    Raises ValueError for numbers that JSON does not have (NaN, infinity).
    """
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.translate(LINE_ENDS) + "\n"
