"""How what somebody says is rendered: between quotation marks or not, in their own words, translated or in others."""

from __future__ import annotations

import re

from verification.vocabulary import Rendering, Speech

from .candidate import Speaker
from .frame import Frame
from .passage import Passage
from .speakers import Source

LANGUAGES = """
    Arabic|Armenian|Azeri|Bengali|Chinese|Cantonese|Mandarin|Dari|Dutch|Farsi|French|Georgian|German|Greek|Hebrew|Hindi
    |Italian|Japanese|Korean|Kurdish|Pashto|Pashtu|Persian|Polish|Portuguese|Russian|Serbian|Somali|Spanish|Swahili
    |Tajik|Tigrinya|Turkish|Ukrainian|Urdu|Uzbek|Amharic
"""
TRANSLATED = re.compile(
    r"\b(?:translat(?:ed|ion|ions|or)|interpreter)\b"
    r"|\b(?:said|says|saying|told|wrote|writing|tweeted|posted|spoke|speaking|added|statement|message|post|video|speech)"
    r"\s(?:[\w’']+\s){0,3}in\s(?:" + "".join(LANGUAGES.split()) + r")\b"
)
IN_LANGUAGE = re.compile(rf"in\s(?:{''.join(LANGUAGES.split())})\b")


def speech_of(passage: Passage, content: tuple[int, int]) -> Speech:
    """Whether what is said stands between quotation marks, in part, or not at all."""
    quoted = sum(
        letters(passage.text[max(quote.start, content[0]) : min(quote.end, content[1])]) for quote in passage.quotes
    )
    if not quoted:
        return Speech.INDIRECT
    length = letters(passage.text[slice(*content)])
    return Speech.DIRECT if quoted >= 0.9 * length else Speech.MIXED


def letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def rendering_of(passage: Passage, speech: Speech) -> Rendering:
    """Words between quotation marks are the speaker’s own, unless the sentence says that they were translated."""
    if may_be_translated(passage.masked) and TRANSLATED.search(passage.masked):
        return Rendering.TRANSLATED
    return Rendering.VERBATIM if speech is Speech.DIRECT else Rendering.PARAPHRASED


def may_be_translated(masked: str) -> bool:
    """Whether a passage has the words without which none is `TRANSLATED`."""
    return "translat" in masked or "interpreter" in masked or IN_LANGUAGE.search(masked) is not None


def speaker(source: Source, frame: Frame, passage: Passage, speech: Speech) -> Speaker:
    at = frame.source if frame.source and passage.text[slice(*frame.source)] == source.surface else None
    return Speaker(
        name=source.name,
        surface=source.surface,
        start=passage.start + at[0] if at else None,
        end=passage.start + at[1] if at else None,
        speech=speech,
        rendering=rendering_of(passage, speech),
        cue=passage.text[slice(*frame.cue)],
    )
