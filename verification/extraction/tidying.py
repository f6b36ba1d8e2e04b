"""The words of a statement made tidy: without what ties them to others, with marks in pairs and a stop last."""

from __future__ import annotations

import re

from .dateline import DATELINE
from .model import grammar
from .model.doubt import OF_ITSELF
from .sentence import inside_quotes

MARKS = '“”"«»„'
JOINTS = (" and", " but", " while", " or", " hence", " whereas", " although")
THAT_IS_WHY = re.compile(r"(?:that|this)(?: is|’s|'s|’s| was) (?:why|when|how|where)\s+", re.IGNORECASE)
SUBORDINATE = re.compile(r"(?:while|although|though|whereas|even though)\s+(?=[^,]*$)", re.IGNORECASE)
LEAST_BEFORE = 4  # blanks in what is left
ALSO = re.compile(r"\b(has|have|had|is|are|was|were|will|would|can|could|may) also(?= \w)")
LONG = 40  # words, from which on a statement leaves out an aside that only tells when or under what circumstances
TIES = re.compile(
    r"(?:(?:" + "|".join(re.escape(tie) for tie in sorted(grammar.TIES, key=len, reverse=True)) + r")\b,?\s+)+",
    re.IGNORECASE,
)
WONDERS = re.compile(
    r",? (?:and |so |hence |but |though |although |while )+(?:it|that) (?:is|was|remains?|remained) "
    r"(?:(?:still |yet )?not (?:yet )?(?:clear|known)|unclear|unknown) (?:why|how|whether|what|who|where|when|if)\b"
)
ASIDE = re.compile(
    r"\s?[—–]\s?(?:while|when|as|though|although|whereas|after|before|then|now|including|especially)\s[^—–“”]{3,90}[—–]\s?"
)


def spaced(text: str) -> str:
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """What stands between quotation marks, where they hold the whole text or one of them is left over."""
    inner = text.strip(MARKS + " ")
    if len(inner) > 1 and text[:1] in MARKS and inner[-2] in MARKS:
        inner = inner[:-2] + inner[-1]  # "“…, like 3000”."
    return inner if not any(mark in inner for mark in MARKS) else text


def outside_marks(text: str) -> str:
    """The text without what stands between its double quotation marks."""
    for start, end in reversed(inside_quotes(text)):
        text = text[:start] + text[end + 1 :]
    return text


def loosened(text: str) -> str:
    """A sentence without what ties it to the one before: "However,", "That's why", a dateline."""
    text = without(DATELINE, text.lstrip(" ,;:–—-"))
    for _ in range(3):
        before = text
        for tie in (TIES, THAT_IS_WHY, SUBORDINATE):
            text = without(tie, text)
        if text == before or not text:
            break
    return without_also(text or before)


def without(opening: re.Pattern[str], text: str) -> str:
    """The text without the words that open it."""
    found = opening.match(text)
    return text[found.end() :] if found else text


def without_also(text: str) -> str:
    return ALSO.sub(r"\1", text) if " also" in text else text


def without_tail(text: str) -> str:
    """The text without the marks and the joint at its end that tied it to what followed."""
    text = text.strip().rstrip(" ,;:–—-")
    for joint in JOINTS:
        text = text.removesuffix(joint).rstrip(" ,;:–—-")
    return text


def paired(text: str) -> str:
    """The text with its double quotation marks in pairs: a mark that has lost its other is left out."""
    if text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("«") == text.count("»"):
        return text
    places = [at for at, c in enumerate(text) if c in '“”"„']
    if len(places) % 2 == 0:
        pairs = dict(zip(places, "“”" * len(places), strict=False))
        return "".join(pairs.get(at, c) for at, c in enumerate(text))
    lost = places[0] if places and text[places[0]] == "”" else places[-1] if places else None
    return paired(text[:lost] + text[lost + 1 :]) if lost is not None else text


def without_aside(text: str) -> str:
    return ASIDE.sub(" ", text) if text.count(" ") >= LONG else text


def without_wonder(text: str) -> str:
    """The text without the doubt that the article adds to it: "…, hence it is not clear why …"."""
    added = WONDERS.search(text) if "clear" in text or "known" in text else None
    if added is None:
        taken_back = OF_ITSELF.search(text)  # "…, but the report was not confirmed"
        added = taken_back if taken_back and not any(map(str.isalnum, text[taken_back.end() :])) else None
    return text[: added.start()] if added and text[: added.start()].count(" ") >= LEAST_BEFORE else text


def tidy(text: str) -> str:
    """A sentence: a capital first, a stop last, quotation marks in pairs."""
    text = without_tail(paired(text.strip()))
    if text.endswith((",”", ',"')):
        text = f"{text[:-2]}.{text[-1]}"
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", "؟", "۔", "”", '"', "»")) else text + "."
