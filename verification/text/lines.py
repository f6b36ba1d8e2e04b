"""From the printed lines of pages to paragraphs: line ends and hyphens mended, running heads and numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from statistics import quantiles

from verification.text.segment import STOPS

HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|página|стр\.?|صفحه|صفحة)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|из|از)\s*\d{1,4})?\W*", re.I
)
CLOSERS = "\"'”’»)]"
NEW_ITEM = re.compile(r"\s*(?:[•◦▪‣·●■*]|[–—-]\s|\(?\d{1,2}[.)]\s)")
EDGE = 2  # lines at the top and at the bottom of a page that may be its running head or foot
LEAST_PAGES = 3
FULL = 0.85  # of a usual line's width: what is shorter ends a paragraph, if it could
HEADING = 0.6

Lines = list[str]  # of a page, top to bottom; "" is a gap


def running_lines(pages: list[Lines]) -> set[str]:
    """What stands at the edge of most pages, numbers aside."""
    if len(pages) < LEAST_PAGES:
        return set()
    seen = Counter(key for page in pages for key in {alike(line) for line in edges(page)})
    return {key for key, times in seen.items() if times * 2 > len(pages)}


def edges(page: Lines) -> Lines:
    lines = [line for line in page if line.strip()]
    return lines[:EDGE] + lines[-EDGE:] if len(lines) > 2 * EDGE else lines


def alike(line: str) -> str:
    return NUMBER.sub("#", " ".join(line.split())).casefold()


def body_of(page: Lines, running: set[str]) -> Lines:
    """The page without its running head and foot and without its number."""
    kept = list(page)
    for at in (0, -1):
        for _turn in range(EDGE + 1):
            while kept and not kept[at].strip():
                kept.pop(at)
            if not kept or not (alike(kept[at]) in running or PAGE_NUMBER.fullmatch(kept[at].strip())):
                break
            kept.pop(at)
    return kept


def paragraphs_of(pages: list[Lines]) -> tuple[list[str], Counter[str]]:
    """The paragraphs of all pages, one running on over the end of a page, and what was done, counted."""
    done: Counter[str] = Counter()
    running = running_lines(pages)
    bodies = [body_of(page, running) for page in pages]
    done["running_lines_left_out"] = sum(
        sum(1 for line in page if line.strip()) - sum(1 for line in body if line.strip())
        for page, body in zip(pages, bodies, strict=True)
    )
    lines = [line.strip() for body in bodies for line in body]
    usual = usual_width(lines)
    compounds = {found.group().casefold() for line in lines for found in COMPOUND.finditer(line)}
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if not line:
            before = before and before + "\n"  # a gap: it ends the paragraph, unless a sentence runs on over a page
            continue
        if paragraphs and runs_on(before, line, usual):
            paragraphs[-1] = joined(paragraphs[-1], line, compounds, done)
        else:
            paragraphs.append(line)
        before = line
    return paragraphs, done


def usual_width(lines: Lines) -> float:
    """The width, in characters, that most full lines of running text have."""
    widths = [len(line) for line in lines if line]
    return quantiles(widths, n=10)[7] if len(widths) > 1 else 0.0


def runs_on(before: str, line: str, usual: float) -> bool:
    """Whether a line continues the one before it."""
    gap, before = before.endswith("\n"), before.rstrip("\n")
    ends = before.rstrip(CLOSERS)[-1:] in STOPS + ":"
    if gap or NEW_ITEM.match(line):
        return not ends and not NEW_ITEM.match(line) and line[:1].islower()
    if HYPHENATED.search(before) and line[:1].islower():
        return True
    if len(before) >= FULL * usual:
        return True
    if ends:
        return False
    # A short line without a stop: a heading, where what follows opens like a sentence.
    return len(before) >= HEADING * usual or line[:1].islower()


def joined(text: str, line: str, compounds: set[str], done: Counter[str]) -> str:
    done["lines_joined"] += 1
    broken = HYPHENATED.search(text[-60:])
    rest = FIRST_WORD.match(line)
    if broken is None or rest is None or not line[:1].islower():
        return f"{text} {line}"
    if f"{broken[1]}-{rest.group()}".casefold() in compounds:
        return f"{text[:-1]}-{line}"
    done["hyphens_mended"] += 1
    return text[:-1] + line
