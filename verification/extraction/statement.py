"""The claim restated so that it stands alone: what is said without who says it, names for pronouns.

A minimal edit that adds nothing. Where it is not safe, the words of the article stay as they are.
"""

from __future__ import annotations

import re

from .attribution import Said
from .cues import Family
from .model import english
from .passage import Passage

FIRST_PRONOUN = re.compile(r"^(?:he|she)\b(?!['’](?:ll|d)\b)")
MARKS = '“”"«»„'
JOINTS = (" and", " but", " while", " or")
FINITE_SOON = re.compile(
    r"^(?:\S+\s+){1,14}?(?:is|are|was|were|has|have|had|did|does|do|will|can|could|would|\w+ed|\w+s)\b", re.IGNORECASE
)


def statement(passage: Passage, said: Said) -> str:
    """The claim of one unit, standing alone as far as that is safe."""
    unit = " ".join(passage.text[slice(*said.span)].split())
    frame = said.frame
    if frame is None or frame.verb.family is not Family.SAY or frame.is_passive or not is_clause(passage, said):
        return tidy(unit)
    content = " ".join(passage.text[slice(*said.content)].split())
    content = without_tail(content)
    if content.startswith(tuple(MARKS)) or content.endswith(tuple(MARKS)) or passage.begins_quoted:
        inner = content.strip(MARKS + " ")
        if not any(mark in inner for mark in MARKS):
            content = inner
    if FIRST_PERSON.search(content):
        return tidy(unit)
    claimant = said.claimant
    if claimant and claimant != "unnamed" and FIRST_PRONOUN.match(content):
        content = FIRST_PRONOUN.sub(lambda _: claimant, content, count=1)
    return tidy(content) if balanced(content) else tidy(unit)


FIRST_PERSON = re.compile(r"\b(?:I|we|us|our|ours|my|me|We|Our|My)\b")


def is_clause(passage: Passage, said: Said) -> bool:
    """Whether what is said is a sentence of its own: after "that", a colon or a mark, or before the verb."""
    frame = said.frame
    if frame is None or frame.verb.lemma in english.NAMING | english.POINTING:
        return False
    content = passage.text[slice(*said.content)]
    if frame.content[0] < frame.cue[0]:
        return True
    between = passage.text[frame.cue[1] : frame.content[0]].lower()
    if "that" in between.split() or ":" in between:
        return True
    return frame.verb.is_strong and bool(FINITE_SOON.match(content)) and not content.lower().startswith("responsib")


def without_tail(text: str) -> str:
    """The text without the marks and the joint at its end that tied it to what followed."""
    text = text.strip().rstrip(" ,;:–—-")
    for joint in JOINTS:
        text = text.removesuffix(joint).rstrip(" ,;:–—-")
    return text


def balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("«") == text.count("»")


def tidy(text: str) -> str:
    """A sentence: a capital first, a stop last."""
    text = without_tail(text)
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", "؟", "۔", "”", '"', "»")) else text + "."
