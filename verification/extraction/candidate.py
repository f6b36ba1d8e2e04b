"""What an engine proposes: a claim, where it stands, who makes it, and why it is worth checking."""

from __future__ import annotations

from datetime import date

from verification.numbers.quantities import Quantity
from verification.text.record import record
from verification.vocabulary import DatePrecision, Dispute, Modality, PartyKind, Rendering, Speech, Target, Topic

CONTEXT = 32  # characters before and after a claim that are kept with it


@record(frozen=True, slots=True)
class When:
    """A time as far as it is known: the first and the last day."""

    begins: date
    ends: date
    precision: DatePrecision


@record(frozen=True, kw_only=True)
class Speaker:
    """One speaker in the chain of who says a claim.

    `name` is the fullest form that the article gives, `surface` the words that stand here, with their span
    (None where the sentence itself does not name the speaker, as in a quotation that goes on). `affiliation` is what
    the article says that a person is: "leader of the National Resistance Front".
    """

    name: str
    surface: str
    start: int | None = None
    end: int | None = None
    speech: Speech = Speech.INDIRECT
    rendering: Rendering = Rendering.PARAPHRASED
    cue: str | None = None
    kind: PartyKind = PartyKind.UNKNOWN
    affiliation: str | None = None


@record(frozen=True, kw_only=True)
class Against:
    """A passage of the same article that denies or doubts a claim, and how, in plain words."""

    start: int
    end: int
    reason: str


@record(frozen=True, kw_only=True)
class Candidate:
    """A claim as an engine proposes it; offsets are code points of the text that was given to the engine.

    `quote` is the text from `start` to `end`, `prefix` and `suffix` about 32 characters before and after.
    `statement` is the claim restated to stand alone; where that is not safe, it is the quote.
    `claimant` is who makes the claim: a name, "unnamed" for a passive without an agent, None for the
    article's own voice. `chain` names everybody who passes it on, outermost first.
    `target` is what of it can be judged: a denial that does not say what it denies is judged by whether it was made.
    `ambiguities` says in words what in the statement stays ambiguous, such as whom a pronoun means.
    `numbers` stand with their offsets in the text, `locations` are places under their English names where they are
    known, `actors` are whom it speaks of. `asserted` is when it was said, `event` when it happened: None is undated.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    statement: str
    claimant: str | None
    chain: tuple[Speaker, ...] = ()
    target: Target = Target.CONTENT
    modality: Modality = Modality.ASSERTED
    check_worthiness: float
    reasons: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    dispute: Dispute = Dispute.NONE
    against: tuple[Against, ...] = ()
    ambiguities: tuple[str, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    locations: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    asserted: When | None = None
    event: When | None = None
