"""Lines in Arabic or Hebrew script that a PDF file gives word by word from left to right, put into reading order."""

from __future__ import annotations

import re

LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RIGHT_TO_LEFT = re.compile(f"[{LETTER}]")
# The full stop is no letter of the word: in such a file it stands before the word that it ends.
BEFORE = re.compile(f"(?<!\\S)[.!?؟]+(?=[{LETTER}])")
AFTER = re.compile(f"(?<=[{LETTER}])[.!?؟]+(?!\\S)")
LEADING = re.compile("([.!?؟:؛]+)(.+)")


def in_reading_order(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """The lines in reading order and how many were turned: none, where full stops stand where they should."""
    written = "\n".join(line for page in pages for line in page)
    if len(BEFORE.findall(written)) <= len(AFTER.findall(written)):
        return pages, 0
    turned = [[turned_line(line) if is_right_to_left(line) else line for line in page] for page in pages]
    return turned, sum(is_right_to_left(line) for page in pages for line in page)


def is_right_to_left(line: str) -> bool:
    return len(RIGHT_TO_LEFT.findall(line)) * 2 > sum(map(str.isalpha, line))


def turned_line(line: str) -> str:
    """The words from the last to the first; words of other scripts and numbers that stand together stay in order."""
    words: list[str] = []
    together: list[str] = []
    for word in reversed(line.split()):
        if RIGHT_TO_LEFT.search(word):
            words += reversed(together)
            together = []
            words.append(LEADING.sub(r"\2\1", word))
        else:
            together.append(word)
    return " ".join([*words, *reversed(together)])
