"""Whether a frame gives what somebody says, or the article itself tells by it what somebody did.

"Vance encouraged her followers to fast" and "Oder rejected the date" are events, with a verb of speech: whoever is
named there does not vouch for them. A logistic score over the verb, the speaker, what is said and where both stand in
the sentence; the weights were fitted on labelled articles (`training/own_voice.py`, `docs/models/own_voice.md`).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from verification.text.word_lists import words

from .cues import VERBS, Family, Form, first_word, tokens
from .dispute import DISMISSING
from .frame import Frame
from .model import english
from .model.doubt import NOT_DENIED
from .passage import Kind, Passage
from .ruled import is_shown
from .speakers import UNNAMED, Source

SURE = 0.847  # log odds: of ten frames that score so, three give what somebody says
BIAS = "bias"
LONGEST_SOURCE, LONGEST_CONTENT, LONGEST_CUE, FARTHEST = 10, 30, 6, 60
FAR_IN = 40  # characters of a sentence before its frame
AHEAD = words("as which who that and but while because after when what since if although though with by of where than")
OPENS = words(
    """
    that to the a an his her their its it he she they for on of in with as by about against this how why whether what
    there these those not
    """
)
DETERMINES = words(
    """
    the a an his her their its some many this these those several two most both one critics officials all few which who
    """
)
MARKS = frozenset({",", ":", "“", '"', "."})
PERFECT = words("has have had")


def tells_itself(passage: Passage, frame: Frame, source: Source, beside: int) -> bool:
    """Whether the article itself vouches for what a frame holds; `beside` is how many frames its passage has."""
    if source.name == UNNAMED.name:
        return False  # nobody is named who could be taken for its speaker
    if frame.verb.family is Family.DENY and frame.verb.lemma not in DISMISSING and not refuses(passage, frame):
        return False  # who denies something speaks
    opening = VERBS.get(first_word(passage.text))
    if opening is not None and opening.form is Form.GERUND and opening.family is Family.SAY:
        return False  # "Claiming that his group had 4,000 fighters, Lind appealed for help"
    if is_shown(passage, frame):
        return False  # "Court records show that he was paid"
    known = weights()
    seen = signs(passage, frame, source, beside)
    return known[BIAS] + sum(known.get(name, 0.0) * value for name, value in seen.items()) > SURE


def signs(passage: Passage, frame: Frame, source: Source, beside: int) -> dict[str, float]:
    """What is looked at in a frame, by name; what is not seen is left out."""
    seen = {
        **_of_verb(passage, frame),
        **_of_content(passage, frame),
        **_of_place(passage, frame),
        **_of_source(passage, frame, source),
        "beside": min(beside, 4) / 4,
        "several": float(beside > 1),
        "heading": float(passage.kind is Kind.HEADING),
        "quotes": float(bool(passage.quotes)),
    }
    return {name: value for name, value in seen.items() if value}


def _of_verb(passage: Passage, frame: Frame) -> dict[str, float]:
    before = passage.text[max(0, frame.cue[0] - 12) : frame.cue[0]].lower().split()
    behind = first_word(passage.text[frame.cue[1] : frame.cue[1] + LONGEST_CONTENT])
    return {
        f"verb {frame.verb.lemma}": 1.0,
        f"family {frame.verb.family.value}": 1.0,
        f"form {frame.verb.form.value}": 1.0,
        f"behind {behind}": float(behind in OPENS | MARKS),
        "refuses": float(refuses(passage, frame)),
        "strong": float(frame.verb.is_strong),
        "passive": float(frame.is_passive),
        "goes on": float(frame.goes_on),
        "back": float(frame.is_back),
        "perfect": float(not PERFECT.isdisjoint(before)),
        "cue length": min(passage.text.count(" ", *frame.cue) + 1, LONGEST_CUE) / LONGEST_CUE,
    }


def refuses(passage: Passage, frame: Frame) -> bool:
    """Whether an offer, a plan or a right is refused, and nothing that was said."""
    is_denial = frame.verb.family is Family.DENY
    return is_denial and NOT_DENIED.search(passage.text[frame.cue[0] :].lower()) is not None


def _of_content(passage: Passage, frame: Frame) -> dict[str, float]:
    content = passage.text[slice(*frame.content)]
    opening = first_word(content.lstrip("“\"'‘("))
    is_quoted = any(quote.start < frame.content[1] and frame.content[0] < quote.end for quote in passage.quotes)
    is_finite = not FINITE.isdisjoint(token.lower for token in tokens(content))
    return {
        f"opens {opening}": float(opening in OPENS),
        "ahead": float(frame.content[1] <= frame.cue[0]),
        "quoted": float(is_quoted),
        "begins quoted": float(content.startswith(("“", '"'))),
        "finite": float(is_finite),
        "content length": min(len(content.split()), LONGEST_CONTENT) / LONGEST_CONTENT,
        "content share": len(content) / max(1, len(passage.text)),
    }


FINITE = english.AUXILIARIES | english.MODALS


def _of_place(passage: Passage, frame: Frame) -> dict[str, float]:
    parts = [frame.cue, frame.content, *([frame.source] if frame.source else [])]
    first, last = min(start for start, _ in parts), max(end for _, end in parts)
    length = max(1, len(passage.text))
    before = passage.text[:first].split()[-1:]
    joint = before[0].lower() if before else ""
    joint = joint if joint in AHEAD else "a comma" if joint.endswith(",") else "a word" if joint else "nothing"
    return {
        f"after {joint}": 1.0,
        "share": (last - first) / length,
        "share before": first / length,
        "share behind": (length - last) / length,
        "far in": float(first > FAR_IN),
    }


def _of_source(passage: Passage, frame: Frame, source: Source) -> dict[str, float]:
    seen = {
        f"speaker {source.sort.value}": 1.0,
        "as it stands": float(source.surface == source.name),
        "speaker named": float(source.name[:1].isupper()),
        "indefinite": float(source.is_indefinite),
    }
    if frame.source is None:
        return {**seen, "no source": 1.0}
    text = passage.text[slice(*frame.source)]
    listed = text.split()
    return {
        **seen,
        f"source {listed[0].lower()}": float(listed[0].lower() in DETERMINES),
        "source length": min(len(listed), LONGEST_SOURCE) / LONGEST_SOURCE,
        "source capital": float(text[0].isupper()),
        "source ends in capital": float(listed[-1][0].isupper()),
        "source is several": float(listed[-1].islower() and listed[-1].endswith("s")),
        "pronoun": float(text.lower() in english.PRONOUNS),
        "opens sentence": float(frame.source[0] == 0),
        "inverted": float(frame.source[0] > frame.cue[0]),
        "gap": min(abs(frame.cue[0] - frame.source[1]), FARTHEST) / FARTHEST,
    }


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, and of all frames as `BIAS`; log odds."""
    return read(files("verification.extraction.model").joinpath("own_voice.npz").read_bytes())


def read(stored: bytes) -> dict[str, float]:
    with np.load(io.BytesIO(stored), allow_pickle=False) as arrays:
        return dict(zip(map(str, arrays["names"]), map(float, arrays["weights"]), strict=True))
