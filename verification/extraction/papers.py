"""Papers and counts that speak for somebody: "a report by the commission", "said in a letter … the letter added"."""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .cues import Token

PAPERS = words(
    "letter report statement study survey document video post memo email e-mail message petition ruling verdict summary"
)
COUNTS = words(
    "inquiry investigation review audit analysis assessment poll tally count census estimate estimates figures data"
    " statistics draft paper research findings tests records reports studies surveys polls documents"
)
MADE = words("published compiled released issued conducted produced written drafted prepared filed")
MOST_BEFORE = 8  # words of a paper before whose it is
# In what somebody says it: "said in a report published on Friday", "wrote a letter in which".
SAID_IN = re.compile(
    r"\b(?:in|via|through|published|issued|released|wrote)\s(?:an?|his|her|its|their)\s(?:[\w’'-]+\s){0,2}?"
    r"(report|statement|letter|study|survey|memo|document|email|post|video|paper)\b"
)


def by_whom(line: list[Token]) -> int | None:
    """Where whoever is behind a paper or a count begins: "the agency" of "estimates compiled by the agency"."""
    for at in range(1, min(len(line) - 1, MOST_BEFORE)):
        if line[at].lower == "from" and line[at - 1].lower in PAPERS:
            return at + 1  # "a statement from the ministry"
        if line[at].lower == "by":
            paper = line[at - 2] if line[at - 1].lower in MADE and at > 1 else line[at - 1]
            return at + 1 if paper.lower in PAPERS | COUNTS else None
    return None


def whose(line: list[Token]) -> int | None:
    """How many words say whose a paper is: one of "its report", two of "the group's latest statement"."""
    for at, token in enumerate(line[:MOST_BEFORE]):
        is_owner = token.lower in OWNERS if at == 0 else token.text.endswith(("’s", "'s", "s’", "s'"))
        if is_owner:
            head = at + 1 + next((n for n, t in enumerate(line[at + 1 :]) if t.lower in BEHIND), len(line) - at - 1)
            return at + 1 if head > at + 1 and line[head - 1].lower in PAPERS else None
        if token.lower in BEHIND:
            return None
    return None


OWNERS = words("its his her their")
BEHIND = words("of in on for to from with about that which who published issued released sent dated")


def named_in(text: str) -> list[str]:
    """The papers in which a passage says that something is said, as "the letter" may mean them later."""
    return [found[1].lower() for found in SAID_IN.finditer(text)]
