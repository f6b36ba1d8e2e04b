"""What stands in the last paragraphs of an article: who else reported, who its author is and where to follow them.

Such lines are sentences with a stop, so they are looked for there alone, and by their construction: a life of the
author is one only where nothing before it speaks of that person.
"""

from __future__ import annotations

import re

from verification.text.span import Span

LAST = 4  # paragraphs
LONGEST = 60  # words
NAME = r"[A-Z][\w’'.-]*"
NAMES = rf"{NAME}(?:(?:,? and|,)? {NAME}){{0,14}}"
PLACES = rf"(?:the )?{NAME}(?:(?:,? and|,)? (?:from |in |the )?{NAME}){{0,12}}"
WHO = (
    r"(?:[\w’'.-]+ ){0,5}"
    r"(?:writers?|reporters?|journalists?|correspondents?|staff|staffers?|producers?|researchers?|editors?)"
)
# "Lerer reported from Los Angeles.", "Agency writers A. Bell and C. Dunn in Oldford contributed from Newton."
REPORTED = re.compile(
    rf"\W?(?:{WHO},? )?(?:{NAMES}(?:,? (?:in|from|at) {PLACES})?,? )(?:also )?"
    r"(?:(?:contributed|reported|assisted)(?: (?:reporting|research|writing))? (?:from|in) "
    rf"{PLACES}(?:[;,] (?:and )?{NAME},? (?:reported )?(?:from|in) {PLACES}){{0,3}}"
    r"|(?:contributed|helped|assisted)(?: (?:\w+ )?(?:reporting|research|writing))? (?:to|with|on) "
    r"this (?:\w+ )?(?:report|story|article|post|piece|dispatch))\W*"
)
CREDITED = re.compile(
    r"\W{0,3}(?:contributing(?: to this \w+)?:|(?:additional |with )?(?:reporting|writing|editing|research)"
    r"(?: and (?:writing|editing|reporting))? by\b)",
    re.IGNORECASE,
)
ROLE = (
    r"(?i:(?:co-?)?authors? of|columnist|contribut(?:or|ing)|reporter|correspondent|journalist|co-?host|blogger"
    r"|(?:staff|senior|freelance|guest|political|national|opinion|\w+-based) (?:writer|editor)|freelancer?"
    r"|writer (?:for|at|based|who)|editor(?:-| )(?:at|in|of|for)|fellow (?:at|in)|professor|lecturer|producer"
    r"|member of .{2,60} board|covers? .{2,60} for|writes? .{0,60}(?:for|about|on))"
)
# "Jane Bell is a lecturer at Oldford and the author of …", "Bell covers health for The Courier."
LIFE = re.compile(
    rf"(?P<name>{NAME}(?: {NAME}){{0,3}}?)(?: \(@\w+\))?(?:, [^.;]{{3,90}},)? "
    rf"(?:(?:is|are) (?!not\b|\w+(?:ed|ing)\b)[^.;:“”\"]{{0,90}}?\b{ROLE}\b|edits “"
    r"|(?:covers|teaches|writes|reports|blogs|edits|co-?hosts) (?!that\b)[^.;:“”\"]{2,90} (?:for|at|in) [A-Z“])"
)
MORE_OF_IT = re.compile(
    r"\W?(?:He|She|They|His|Her|Their|Follow|Subscribe|Twitter|E-?mail|Contact|Reach|Read|You can|Find|On Twitter)\b"
)


def is_credit(sentence: str) -> bool:
    """Whether a sentence only says who else worked on the article, or from where."""
    if len(sentence.split()) > LONGEST:
        return False
    return REPORTED.fullmatch(sentence) is not None or CREDITED.match(sentence) is not None


def is_life(text: str, paragraph: Span, pieces: list[Span]) -> bool:
    """Whether a paragraph of these sentences tells who wrote the article: somebody of whom nothing above it speaks."""
    first = pieces[0].slice(text)
    found = LIFE.match(first)
    if found is None or len(paragraph.slice(text).split()) > LONGEST:
        return False
    if not all(MORE_OF_IT.match(piece.slice(text)) for piece in pieces[1:]):
        return False
    name = found["name"].split()[-1]
    return len(name) > 1 and re.search(rf"\b{re.escape(name)}\b", text[: paragraph.start]) is None
