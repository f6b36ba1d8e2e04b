"""The date that an article gives itself at its head: "KABUL, Aug. 15, 2021 (Agency) —", "13 August 2022 |"."""

from __future__ import annotations

import re
from datetime import date

from verification.numbers.moments import moments
from verification.vocabulary import DatePrecision

HEAD = 1_500  # characters
LINES = 8
MOST_WORDS = 5
SMALL = re.compile(r"(?:^|\s)[a-zà-öø-ÿа-яёіїєґ]")  # behind it no date is the article's own
YEAR = re.compile(r"\d(?:\d{3}|[./-]\d)")
LONGEST = 80  # characters of a date with its year
CLOSES = re.compile(r"\s*(?:$|[|—–(:]|-(?:\s|$)|\d{1,2}:\d{2})")


MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
# "KABUL, Afghanistan (AP) - The army said …", "AUGUST 13, 2022 | The images …", "Aldmouth, 9 Apr 2021 (Agency) – …":
# what stands before a report.
DATELINE = re.compile(
    r"^(?:(?:[A-Z]{3,9}\.? \d{1,2}, \d{4}|[A-Z][A-Z .’'/-]{2,30}(?:, [\w.’' ]{2,30}){0,3}(?: ?\([A-Za-z/ ]+\))?"
    rf"|(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}, ){{0,2}}{DAY}(?: \([A-Z][A-Za-z/ ]+\))?)"
    r"(?: ?[|–—] ?| (?:--?|//) )(?:\([A-Z][A-Za-z/ ]+\) )?"
    # "LUANDA, Sept 12 The vote …": old wires have no dash.
    rf"|[A-Z][A-Z .’'/-]{{2,30}},? {DAY}(?: \([A-Z][A-Za-z/ ]+\))? )(?=[A-Z“\"\d])"
)


def dateline(text: str, language: str | None) -> date | None:
    """The day that the head of an article names as its own, in full with its year; None where it names none."""
    for line in [line.strip() for line in text[:HEAD].splitlines() if line.strip()][:LINES]:
        small = SMALL.search(line)
        if small is not None and not YEAR.search(line, 0, small.start() + LONGEST):
            continue
        for moment in moments(line, language):
            is_day = moment.precision is DatePrecision.DAY and moment.begins == moment.ends
            if not is_day or moment.begins is None or not re.search(r"[^\W_]{3}|/|-|\.", moment.words):
                continue
            before = [word for word in line[: moment.start].split() if any(map(str.isalpha, word))]
            if len(before) <= MOST_WORDS and not before_is_prose(before) and CLOSES.match(line, moment.end):
                return moment.begins
    return None


def before_is_prose(before: list[str]) -> bool:
    """Whether what stands before the date is the beginning of a sentence, and no place or "Published"."""
    small = [word for word in before if word[0].islower()]
    return bool(small) or (len(before) > 2 and not any(word.isupper() or word[0].isupper() for word in before))
