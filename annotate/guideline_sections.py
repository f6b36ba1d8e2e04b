"""Which sections of a guideline changed between two versions."""

from __future__ import annotations

import re

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
MOST = 100


def changed_sections(before: str, after: str) -> list[str]:
    """The headings whose words changed, came or went, as the later text has them and then those that went.

    What stands before the first heading has none: it is not named.
    """
    old, new = _sections(before), _sections(after)
    changed = [heading for heading, words in new.items() if old.get(heading) != words]
    changed += [heading for heading in old if heading not in new]
    return [heading for heading in changed if heading][:MOST]


def _sections(text: str) -> dict[str, list[str]]:
    """The words under each heading; of headings that are alike, together."""
    sections: dict[str, list[str]] = {"": []}
    heading = ""
    for line in text.splitlines():
        if found := HEADING.match(line):
            heading = found[1]
            sections.setdefault(heading, [])
        elif line.strip():
            sections[heading].append(" ".join(line.split()))
    return sections
