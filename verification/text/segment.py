"""Paragraphs and sentences, as spans of a normalised text. Linear in its length.

A sentence inside a longer quotation is a sentence of its own: speakers are carried over elsewhere.
The mark of a list item ("•", "1.") or of a heading ("##") belongs to the paragraph and not to its sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .abbreviations import MAY_END, NEVER_END, STARTERS
from .span import Span, trimmed

STOPS = ".!?…؟۔。！？।"
CLOSERS = "\"”’»')\\]›"
STOP = re.compile(f"(?P<stop>[{STOPS}]++)(?P<close>(?:[{CLOSERS}]|[ \xa0\u202f]»)*+)(?P<gap>\\s++|$|)")
OMISSIONS = ("...", "…")
GAPLESS = frozenset("。！？")
OPENERS = "\"“‘'«(\\[‹¿¡•–—\\-"
NEXT = re.compile(f"[{OPENERS}\\s]*+(\\w?)")
LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]++$|\d++$")
# "l No incident": the round mark of a list, in the letters of a font that is not there any more.
BULLET = re.compile(
    r"\s*+(?:[•◦▪‣·●■*]\s*+|[–—-]\s++|\(?\d{1,2}[.)]\s++|[a-zA-Zа-яА-Я]\)\s++|[lnqvØü§]\s++(?=[A-Z“\"]))"
)
HEADING_MARK = re.compile(r"#{1,6}\s++")
LINE = re.compile(r"[^\n]+")
# "But ... the lead is solid": too few words to break off after.
LEAST_BROKEN_OFF = 3
OPENED, TAG = re.compile(r"(?:<[a-zA-Z][^<>]*>\s*+)++"), re.compile(r"</?[a-zA-Z][^<>]*>")
# "“Why?” the minister asked." is one sentence.
ASKED = re.compile(
    r"(?:he|she|they|I|we|(?:the\s)?[\w’'.-]+(?:\s[\w’'.-]+){0,3}?)\s"
    r"(?:said|says|asked|asks|added|adds|told|wrote|cried|shouted|replied|wondered|demanded|exclaimed)\b"
)
WRAPPED_FROM, WRAPPED_TO = 50, 100


def paragraphs(text: str) -> list[Span]:
    """Lines that hold something, trimmed; lines that were wrapped at a width are joined again."""
    lines = [trimmed(text, m.start(), m.end()) for m in LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    if not is_wrapped(text, lines):
        return lines
    joined: list[Span] = []
    for line in lines:
        if joined and text.count("\n", joined[-1].end, line.start) == 1 and not BULLET.match(line.slice(text)):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines break at a width and not at paragraphs, as in plain-text mail."""
    inner = [line for line, following in pairwise(lines) if text.count("\n", line.end, following.start) == 1]
    if len(inner) < 4 or max(len(line) for line in inner) > WRAPPED_TO:
        return False
    unfinished = [line for line in inner if text[line.end - 1] not in STOPS + "\"”’»':"]
    wide = [line for line in inner if len(line) >= WRAPPED_FROM]
    return len(wide) * 5 >= len(inner) * 4 and len(unfinished) * 3 >= len(inner) * 2


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, trimmed; a heading without a stop is one sentence."""
    found: list[Span] = []
    body = paragraph.slice(text)
    mark = BULLET.match(body) or HEADING_MARK.match(body)
    begin = mark.end() if mark else 0
    for match in STOP.finditer(body, begin):
        if not ends_sentence(body, begin, match):
            continue
        end = match.end("close")
        found.append(trimmed(text, paragraph.start + begin, paragraph.start + end))
        begin = match.end()
    found.append(trimmed(text, paragraph.start + begin, paragraph.end))
    if "<" in body:
        found = [without_tags(text, span) for span in found]
    return [span for span in found if any(map(str.isalnum, span.slice(text)))]


def without_tags(text: str, span: Span) -> Span:
    """A sentence without the markup that a page left before and behind it."""
    opened = OPENED.match(text, span.start, span.end)
    start = opened.end() if opened else span.start
    end = ended = span.end
    while ended > start and text[ended - 1] in ". ":
        ended -= 1
    while (at := text.rfind("<", start, ended)) >= 0 and TAG.fullmatch(text, at, ended):
        end = ended = at
        while ended > start and text[ended - 1].isspace():
            ended -= 1
    return trimmed(text, start, end)


def ends_sentence(body: str, begin: int, match: re.Match[str]) -> bool:
    after = match.end()
    if after == len(body):
        return True
    if match["stop"][-1] in GAPLESS:
        return True
    following = NEXT.match(body, after)
    first = following[1] if following else ""
    if not match["gap"]:
        return is_glued(body, match)
    if first.islower():
        return False
    if match["close"]:
        return match["stop"][-1] not in "?!؟" or not ASKED.match(body, after)
    if match["stop"] in OMISSIONS and body[match.start() - 1 : match.start()].isspace():
        return len(body[begin : match.start()].split()) >= LEAST_BROKEN_OFF
    if match["stop"] != "." or body[after] in "¿¡":
        return True
    return not is_abbreviation(body, begin, match.start("stop"), after)


def is_glued(body: str, match: re.Match[str]) -> bool:
    """A stop without a space after it, as scraping leaves it: "the provinces.On Monday"."""
    before, after = match.start(), match.end()
    return (
        match["stop"] in (".", "?", "!", "؟", "۔")
        and body[max(0, before - 3) : before].isalpha()
        and (before < 3 or body[before - 3 : before].islower() or not body[before - 1].isupper())
        and body[after : after + 1].isupper()
        and body[after + 1 : after + 2].islower()
    )


def is_abbreviation(body: str, begin: int, stop: int, after: int) -> bool:
    word = LAST_WORD.search(body, max(begin, stop - 16), stop)
    if word is None:
        return False
    last = word.group()
    if last.isdigit():
        return word.start() == begin and len(last) < 3
    lowered = last.lower()
    if lowered == "no":
        return body[after : after + 1].isdigit()  # "No. 7"
    if lowered in NEVER_END or (len(last) == 1 and (last.isupper() or not last.islower())):
        return not (lowered == "i" and body[word.start() - 1 : word.start()] == " ")
    if lowered in MAY_END or ("." in last and len(lowered) <= 6):
        starter = LINE_WORD.match(body, after)
        return starter is None or starter.group().lower() not in STARTERS
    return False


LINE_WORD = re.compile(r"[\w’']+")
