"""Whether something said is a claim worth checking: a score from 0 to 1 and the reasons in plain words.

A score of .7 means that seven in ten such statements are claims worth checking (`docs/models/worthiness.md`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from verification.text.record import record
from verification.vocabulary import Dispute, Modality

from .cues import Family
from .model import english
from .model.doubt import NOT_DENIED
from .passage import Passage
from .said import Said
from .verifiable import SURE, beside, verifiable
from .worth_features import DISPUTED, FEATURES, QUESTION, Statement, statement_of
from .worth_model import WorthModel, shipped

__all__ = ["ENGLISH_THRESHOLD", "NOTHING", "QUESTION", "THRESHOLD", "Worth", "disputed", "modality", "worthiness"]

THRESHOLD = 0.35  # of weights set by hand, as in languages other than English
ENGLISH_THRESHOLD = 0.4
VERIFIABLE = FEATURES.index("verifiable")
AT_ONCE = 256  # units that are weighed together: what is seen in each takes some kilobytes until then


@record(frozen=True, slots=True)
class Worth:
    """How much a claim is worth checking; below `least` it is none."""

    score: float
    reasons: tuple[str, ...]
    least: float = THRESHOLD

    @property
    def is_claim(self) -> bool:
        return self.score >= self.least


NOTHING = Worth(0.0, ())


def worthiness(units: Sequence[tuple[Passage, Said]], model: WorthModel | None = None) -> list[Worth]:
    """The worth of what is said in each unit of an English article; `model` is a project's own, where it has one."""
    known = model or shipped(FEATURES)
    speak_for = {name for name, weight in zip(known.names, known.weights, strict=True) if weight > 0}
    found: list[Worth] = []
    for first in range(0, len(units), AT_ONCE):
        found += weighed(units[first : first + AT_ONCE], known, speak_for)
    return found


def weighed(units: Sequence[tuple[Passage, Said]], known: WorthModel, speak_for: set[str]) -> list[Worth]:
    stated = [statement_of(passage, said) for passage, said in units]
    rows = table([statement for statement in stated if statement is not None])
    scores = iter(known.scores(rows).tolist() if len(rows) else ())
    return [
        NOTHING
        if statement is None
        else Worth(round(next(scores), 3), tuple(w for n, w in statement.reasons if n in speak_for), ENGLISH_THRESHOLD)
        for statement in stated
    ]


def table(statements: Sequence[Statement]) -> NDArray[np.float64]:
    """A row of `FEATURES` for each statement."""
    rows = np.array([statement.row() for statement in statements]).reshape(-1, len(FEATURES))
    alone = verifiable([statement.words for statement in statements])
    rows[:, VERIFIABLE] = np.clip(alone + beside(alone), -SURE, SURE)
    return rows


def disputed(worth: Worth, kind: Dispute, model: WorthModel | None = None) -> float:
    """The score of a claim of which its article says such a thing."""
    if kind not in DISPUTED or not 0 < worth.score < 1:
        return worth.score
    return round((model or shipped(FEATURES)).raised(worth.score, DISPUTED[kind]), 3)


def modality(passage: Passage, said: Said) -> Modality:
    """How the article puts what is said."""
    frame = said.frame
    if frame is None:
        return Modality.ASSERTED
    if frame.verb.family is Family.DENY:
        is_refusal = NOT_DENIED.search(passage.text[slice(*said.span)].lower()) is not None
        return Modality.ASSERTED if is_refusal else Modality.DENIED  # who "rejected the offer" denies nothing
    if frame.verb.lemma in english.ALLEGED:
        return Modality.ALLEGED
    return Modality.REPORTED if frame.is_passive else Modality.ASSERTED
