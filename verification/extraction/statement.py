"""The claim restated so that it stands alone: what is said without who says it, names for pronouns.

A minimal edit that adds nothing. Where it is not safe, the words of the article stay as they are, and what stays
ambiguous is said beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.text.word_lists import words

from .clauses import clause, is_past
from .cues import Family, Form, forms, tokens
from .dateline import DATELINE
from .model import english, grammar
from .passage import Kind, Passage
from .referents import Referents
from .said import Said
from .standing import Standing

MARKS = '“”"«»„'
MIDDLE = 4  # words behind "Smith said," from which on they are the rest of what is said
NO_MIDDLE = words("who which while in on at after before during citing according when as")
NEGATING = words("no not never nothing little few neither nor n’t")
HANGING = words("until because if unless that whether since so")
MOST_OPENING = 40
SCRAP = 5  # words of a sentence that the article broke off
JOINTS = (" and", " but", " while", " or", " hence", " whereas", " although")
FINITE_SOON = re.compile(
    r"^(?:\S+\s+){1,14}?(?:is|are|was|were|has|have|had|did|does|do|will|can|could|would|\w+ed|\w+s)\b", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:I|we|us|our|ours|my|me|We|Our|My)\b")
TIES = re.compile(
    r"^(?:(?:" + "|".join(re.escape(tie) for tie in sorted(grammar.TIES, key=len, reverse=True)) + r")\b,?\s+)+",
    re.IGNORECASE,
)
THAT_IS_WHY = re.compile(r"^(?:that|this)(?: is|’s|'s|’s| was) (?:why|when|how|where)\s+", re.IGNORECASE)
SUBORDINATE = re.compile(r"^(?:while|although|though|whereas|even though)\s+(?=[^,]*$)", re.IGNORECASE)
WONDERS = re.compile(
    r",? (?:and |so |hence |but |though |although |while )+(?:it|that) (?:is|was|remains?|remained) "
    r"(?:(?:still |yet )?not (?:yet )?(?:clear|known)|unclear|unknown) (?:why|how|whether|what|who|where|when|if)\b"
)
LEAST_BEFORE = 4  # blanks in what is left
MESSAGE = re.compile(r":\s?[“\"«][^”\"»]*[”\"»]?")
ALSO = re.compile(r"\b(has|have|had|is|are|was|were|will|would|can|could|may) also(?= \w)")


@dataclass(frozen=True, slots=True)
class Restated:
    """A statement, and in words what in it stays ambiguous."""

    text: str
    ambiguities: tuple[str, ...] = ()


def restate(passage: Passage, said: Said, referents: Referents) -> Restated:
    """The claim of one unit of an English passage, standing alone as far as that is safe."""
    text, is_content, begins = bare(passage, said, referents)
    text = without_wonder(text)
    standing = Standing(passage, said, referents, begins=begins, is_content=is_content)
    text, ambiguities = standing.resolved(text)
    return Restated(tidy(text), ambiguities)


def plain(passage: Passage, said: Said) -> str:
    """The same for other languages: what is said without who says it where it is a clause; nothing is resolved."""
    unit = spaced(passage.text[slice(*said.span)])
    frame = said.frame
    if frame is None or frame.verb.family is not Family.SAY or frame.is_passive or not clausal(passage, said):
        return tidy(unit)
    return tidy(unquoted(without_tail(spaced(passage.text[slice(*said.content)]))))


POINTS_BACK = re.compile(r"(?:That|This|Those|These)(?:\s[\w’']+){1,4}\.?\Z")  # "That didn’t work."


def is_fragment(passage: Passage, said: Said, statement: str) -> bool:
    """Whether what was restated of a part of a sentence is none itself: it has no verb."""
    if not said.chain and POINTS_BACK.match(statement):
        return True
    is_whole = said.span[1] - said.span[0] >= len(passage.text.rstrip())
    if passage.kind is not Kind.SENTENCE or (is_whole and len(statement.split()) > SCRAP):
        return False
    line = tokens(statement)
    return clause(line, 0, len(line)) is None


def bare(passage: Passage, said: Said, referents: Referents) -> tuple[str, bool, int]:
    """The words to restate, whether they are what somebody says, and where they begin in the passage."""
    unit = loosened(spaced(f"{said.lead} {passage.text[slice(*said.span)]}"))
    frame = said.frame
    begins = said.lead_at if said.lead else said.span[0]
    if frame is None:
        if said.chain and FIRST_PERSON.search(unit):
            return wrapped(said, unit, referents), False, begins
        return (unquoted(unit) if said.chain else unit), bool(said.chain), begins
    if frame.is_passive and said.content[0] > frame.cue[1] and clausal(passage, said):
        return spaced(passage.text[slice(*said.content)]), False, said.content[0]
    if frame.verb.family is not Family.SAY or frame.is_passive:
        return unit, False, begins
    if not clausal(passage, said):
        if frame.verb.form is Form.GERUND and said.claimant and unit.lower().startswith(cue_of(passage, said)):
            past = next(word for word, form in forms(frame.verb.lemma) if form is Form.PAST)
            return f"{display(said, referents)} {past}{unit[len(cue_of(passage, said)) :]}", False, begins
        return unit, False, begins
    content = ALSO.sub(r"\1", without_tail(spaced(f"{said.lead} {passage.text[slice(*said.content)]}")))
    content = DATELINE.sub("", rejoined(passage, said, content))
    if FIRST_PERSON.search(MESSAGE.sub("", content)):
        if is_wholly_quoted(passage, said):
            return wrapped(said, content, referents), False, said.content[0]
        return unit, False, begins
    return unquoted(content), True, said.lead_at if said.lead else said.content[0]


def rejoined(passage: Passage, said: Said, content: str) -> str:
    """ "A, Smith said, B" says A and B: what stands behind the words in the middle belongs to it."""
    frame = said.frame
    if frame is None or frame.content[0] >= frame.cue[0]:
        return content
    rest = spaced(passage.text[frame.cue[1] : said.span[1]])
    if not rest.startswith(",") or len(rest.split()) < MIDDLE:
        return content
    rest = rest.lstrip(", ")
    if content[-1:] in MARKS and rest[:1] in MARKS:
        return f"{content[:-1].rstrip(',')}, {rest[1:]}"
    if rest.split(maxsplit=1)[0].lower() in NO_MIDDLE or rest.split(maxsplit=1)[0].lower().endswith("ing"):
        return content  # "…, Smith said, adding that"
    return f"{content} {rest}" if rest.split(maxsplit=1)[0].lower() in HANGING else f"{content}, {rest}"


def cue_of(passage: Passage, said: Said) -> str:
    return passage.text[slice(*said.frame.cue)].lower() if said.frame else ""


def wrapped(said: Said, content: str, referents: Referents) -> str:
    """ "Smith said: “We did not go.”": first persons stay within the words of who speaks."""
    return f"{display(said, referents)} said: “{tidy(unquoted(content))}”"


def display(said: Said, referents: Referents) -> str:
    return referents.mentions.named(said.claimant or "")


def is_wholly_quoted(passage: Passage, said: Said) -> bool:
    start, end = said.content
    outside = passage.masked[start:end]
    return not any(c.isalnum() for c in outside)


def spaced(text: str) -> str:
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """What stands between quotation marks, where they hold the whole text or one of them is left over."""
    inner = text.strip(MARKS + " ")
    return inner if not any(mark in inner for mark in MARKS) else text


def loosened(text: str) -> str:
    """A sentence without what ties it to the one before: "However,", "That's why", a dateline."""
    text = DATELINE.sub("", text.lstrip(" ,;:–—-"))
    for _ in range(3):
        before = text
        text = SUBORDINATE.sub("", THAT_IS_WHY.sub("", TIES.sub("", text)))
        if text == before or not text:
            break
    return ALSO.sub(r"\1", text or before)


def clausal(passage: Passage, said: Said) -> bool:
    """Whether what is said is a sentence of its own: after "that", a colon or a mark, or before the verb."""
    frame = said.frame
    if frame is None or frame.verb.lemma in english.NAMING:
        return False
    content = passage.text[slice(*said.content)]
    if frame.content[0] < frame.cue[0]:
        return True
    between = passage.text[frame.cue[1] : frame.content[0]].lower()
    opening = tokens(content[:MOST_OPENING])[:1]
    if opening and (is_past(opening[0].lower) or opening[0].lower in grammar.FINITE_AUXILIARIES):
        return False  # "claimed responsibility for the fire that killed two": no sentence of its own
    if NEGATING & set(between.split()):
        return False  # "found no evidence that": what follows is not what they say
    if "that" in between.split() or (":" in between and frame.verb.lemma not in english.POINTING):
        return True
    if frame.verb.lemma in english.POINTING:
        return False
    return frame.verb.is_strong and bool(FINITE_SOON.match(content)) and not content.lower().startswith("responsib")


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


def without_wonder(text: str) -> str:
    """The text without the doubt that the article adds to it: "…, hence it is not clear why …"."""
    added = WONDERS.search(text)
    return text[: added.start()] if added and text[: added.start()].count(" ") >= LEAST_BEFORE else text


def tidy(text: str) -> str:
    """A sentence: a capital first, a stop last, quotation marks in pairs."""
    text = without_tail(paired(text.strip()))
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", "؟", "۔", "”", '"', "»")) else text + "."
