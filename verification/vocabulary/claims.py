"""The words of a claim: what is known of it before anybody judges it, and how claims belong together."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a claim stands; a query over what happened, never a column."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    AWAITING_ADJUDICATION = "awaiting_adjudication"
    RESOLVED = "resolved"
    DROPPED = "dropped"  # enough people skipped it alike
    WITHDRAWN = "withdrawn"


class Priority(StrEnum):
    """How soon the queue brings a claim, as a curator says; the least first. Stored as the place in this order."""

    ORDINARY = "ordinary"  # as the project's strategy has it
    HIGH = "high"  # before all that is ordinary, begun or not
    HIGHEST = "highest"

    @property
    def rank(self) -> int:
        return list(Priority).index(self)


class Dispute(StrEnum):
    """What the claim's own article says against it."""

    NONE = "none"
    DENIED = "denied"
    UNVERIFIABLE = "unverifiable"


class Modality(StrEnum):
    """How the article puts the claim."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    REPORTED = "reported"  # "it has been reported that", nobody named


class Speech(StrEnum):
    """How a speaker's words are given."""

    DIRECT = "direct"  # between quotation marks
    INDIRECT = "indirect"  # in the article's words
    MIXED = "mixed"  # both


class Rendering(StrEnum):
    """How close the words are to what was said."""

    VERBATIM = "verbatim"
    TRANSLATED = "translated"
    PARAPHRASED = "paraphrased"


class Topic(StrEnum):
    """What a claim is about."""

    TERRITORY = "territory"
    VIOLENCE = "violence"
    CASUALTIES = "casualties"
    FORCES = "forces"
    NEGOTIATION = "negotiation"
    RECOGNITION = "recognition"
    GOVERNANCE = "governance"
    ELECTIONS = "elections"
    ECONOMY = "economy"
    HEALTH = "health"
    DISASTERS = "disasters"
    BIOGRAPHY = "biography"
    OTHER = "other"


# Hard to read day after day: people are warned before it, and may ask for a rest from it.
HARD_TOPICS: tuple[Topic, ...] = (Topic.VIOLENCE, Topic.CASUALTIES)


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class DateBasis(StrEnum):
    """How a publication date is known."""

    DATELINE = "dateline"
    METADATA = "metadata"
    PERSON = "person"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Where a publication's text came from."""

    UNKNOWN = "unknown"
    OWN = "own"  # the outlet's own reporting
    WIRE = "wire"
    TRANSLATION = "translation"
    REWRITE = "rewrite"


class PartyKind(StrEnum):
    """What a party is."""

    UNKNOWN = "unknown"
    PERSON = "person"
    BODY = "body"  # a group, an organisation, an office, a state
    DOCUMENT = "document"  # a report, a statement, a law


class LinkKind(StrEnum):
    """How two claims stand to each other, whichever articles they are from; says nothing of which is so."""

    SAME = "same"  # both say the same thing
    CONTRADICTS = "contradicts"  # of one event or state they say what cannot both be so
    UPDATES = "updates"  # the first speaks of a later state of what the second speaks of
    CORRECTS = "corrects"  # the first takes back what the second said
    PART_OF = "part_of"  # the first is one part of what the second says


class Succeeded(StrEnum):
    """What became of a claim in the corrected version of its article."""

    SAME = "same"  # it stands there in the same words
    CHANGED = "changed"  # its words changed: it is to be judged anew
    GONE = "gone"  # the corrected text does not say it any more


class DossierMoveKind(StrEnum):
    """Why claims went from one dossier to another."""

    MERGED = "merged"  # the two ask one question: the first gave all its claims
    SPLIT = "split"  # the first asked two questions: the second took some of its claims


class MatchingState(StrEnum):
    """Whether the claims of an article have been compared with those of other articles."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"  # given up; the row says why
