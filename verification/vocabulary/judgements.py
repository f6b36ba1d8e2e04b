"""The words of a judgement: what one may say of a claim, why, with what evidence, and how people come to differ."""

from enum import StrEnum


class Verdict(StrEnum):
    """What one person, or a resolution, says of a claim."""

    SUPPORTED = "supported"  # the evidence shown supports the claim
    DISPUTED = "disputed"  # evidence contradicts the claim, or sources conflict
    UNVERIFIED = "unverified"  # what was found does not establish it either way


class Reason(StrEnum):
    """Why that verdict; each reason belongs to one verdict, so that four-way labels can be derived."""

    FULLY = "fully"  # supported in every part
    IN_SUBSTANCE = "in_substance"  # supported in what matters, not in every detail
    CONTRADICTED = "contradicted"  # evidence that is no party's own word speaks against it
    CONFLICTING_SOURCES = "conflicting_sources"  # sources, parties among them, say opposite things
    MISLEADING_CONTEXT = "misleading_context"  # true words that leave a false impression
    ATTRIBUTION_DENIED = "attribution_denied"  # the claimant denies having said it
    NO_EVIDENCE_FOUND = "no_evidence_found"  # searched for, nothing found either way
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"  # something found, too little to tell
    SOURCE_SAYS_UNVERIFIABLE = "source_says_unverifiable"  # a source itself says that it cannot be established
    AMBIGUOUS_CLAIM = "ambiguous_claim"  # the claim can be read in ways that differ in truth

    @property
    def verdict(self) -> Verdict:
        return VERDICT_OF_REASON[self]


REASONS: dict[Verdict, tuple[Reason, ...]] = {
    Verdict.SUPPORTED: (Reason.FULLY, Reason.IN_SUBSTANCE),
    Verdict.DISPUTED: (
        Reason.CONTRADICTED,
        Reason.CONFLICTING_SOURCES,
        Reason.MISLEADING_CONTEXT,
        Reason.ATTRIBUTION_DENIED,
    ),
    Verdict.UNVERIFIED: (
        Reason.NO_EVIDENCE_FOUND,
        Reason.INSUFFICIENT_EVIDENCE,
        Reason.SOURCE_SAYS_UNVERIFIABLE,
        Reason.AMBIGUOUS_CLAIM,
    ),
}
VERDICT_OF_REASON: dict[Reason, Verdict] = {
    reason: verdict for verdict, reasons in REASONS.items() for reason in reasons
}


class Target(StrEnum):
    """What is to be judged of "X said P"."""

    CONTENT = "content"  # is P so?
    ATTRIBUTION = "attribution"  # did X say P?


class Stance(StrEnum):
    """What a piece of evidence does to the claim; a person sets it, never a machine."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UNVERIFIABLE = "unverifiable"  # the source itself says that it cannot be established
    CONTEXT = "context"  # helps to read the claim, decides nothing


class SourceType(StrEnum):
    """Where a piece of evidence comes from, as seen from the claim."""

    UNKNOWN = "unknown"
    PRIMARY_DOCUMENT = "primary_document"
    CLAIMANT_SIDE = "claimant_side"  # the claimant, or somebody of the claimant's side
    PARTY = "party"  # another party to the conflict
    WITNESS = "witness"
    OFFICIAL = "official"
    NGO = "ngo"
    WIRE = "wire"
    SECONDARY = "secondary"  # reporting on what others found
    FACT_CHECK = "fact_check"


class Method(StrEnum):
    """How a piece of evidence was come by."""

    WRITTEN_EVIDENCE = "written_evidence"
    NUMERICAL_COMPARISON = "numerical_comparison"
    CONSULTATION = "consultation"
    GEOLOCATION = "geolocation"
    IMAGE_ANALYSIS = "image_analysis"
    VIDEO_ANALYSIS = "video_analysis"
    AUDIO_ANALYSIS = "audio_analysis"
    MEDIA_SOURCE_DISCOVERY = "media_source_discovery"
    EARLIER_FACT_CHECK = "earlier_fact_check"


class EvidenceKind(StrEnum):
    """What a piece of evidence points at: one of these."""

    PASSAGE = "passage"  # a span of a stored article
    LINK = "link"  # a page elsewhere, with its quote
    MEDIUM = "medium"  # an image, a sound or a film, by its hash


class Confidence(StrEnum):
    """How sure a person is of a judgement."""

    GUESS = "guess"
    FAIRLY = "fairly"
    CERTAIN = "certain"


class SkipReason(StrEnum):
    """Why a person gives a claim back without a verdict; a skip is not a verdict."""

    NOT_A_CLAIM = "not_a_claim"  # opinion, prediction, question
    DUPLICATE = "duplicate"
    EXTRACTION_ERROR = "extraction_error"
    OUT_OF_SCOPE = "out_of_scope"
    CONFLICT_OF_INTEREST = "conflict_of_interest"  # says something of the person, not of the claim
    NOT_MY_LANGUAGE = "not_my_language"
    RATHER_NOT = "rather_not"  # counts against nobody

    @property
    def is_about_the_claim(self) -> bool:
        """Whether enough equal skips of this reason take a claim out of the queue."""
        return self in SKIPS_ABOUT_THE_CLAIM


SKIPS_ABOUT_THE_CLAIM: tuple[SkipReason, ...] = (
    SkipReason.NOT_A_CLAIM,
    SkipReason.DUPLICATE,
    SkipReason.EXTRACTION_ERROR,
    SkipReason.OUT_OF_SCOPE,
)


# They say something of the person, and so are nobody else's to know.
SKIPS_ABOUT_THE_PERSON: tuple[SkipReason, ...] = (
    SkipReason.CONFLICT_OF_INTEREST,
    SkipReason.NOT_MY_LANGUAGE,
    SkipReason.RATHER_NOT,
)


class Round(StrEnum):
    """Which reading of a claim an annotation belongs to."""

    INDEPENDENT = "independent"  # blind first judgements: the ones that agreement counts
    CALIBRATION = "calibration"  # before live work: everybody the same claims, whose answers are known
    CHECK = "check"  # a claim whose answer is known, among live ones; nothing tells whoever judges it
    REPEAT = "repeat"  # the same person again, later
    AFTER_DISCUSSION = "after_discussion"


class Consensus(StrEnum):
    """When judgements settle a claim without an adjudicator; it looks at verdicts alone."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    ALWAYS_ADJUDICATE = "always_adjudicate"


class Settled(StrEnum):
    """How a resolution came about."""

    CONSENSUS = "consensus"
    ADJUDICATION = "adjudication"
    IMPORT = "import"
    CARRIED_OVER = "carried_over"  # of the same words in the version that was corrected: nobody judged it


class Reread(StrEnum):
    """What came of looking again at a resolved claim, after the guideline changed."""

    STANDS = "stands"  # the resolution holds under the new version, too
    REOPENED = "reopened"


class Apart(StrEnum):
    """How far apart the judgements of a claim are, the least first."""

    ALIKE = "alike"  # one verdict, one reason, some source in common
    EVIDENCE = "evidence"  # two of them have not one source in common
    REASON = "reason"  # one verdict, for different reasons
    VERDICT = "verdict"  # some say unverified, others do not
    OPPOSED = "opposed"  # some say supported, others disputed


class Disagreement(StrEnum):
    """What made judgements differ, as the adjudicator saw it when they decided."""

    AMBIGUOUS_TEXT = "ambiguous_text"  # the claim or its article can be read in ways that differ in truth
    GUIDELINE_GAP = "guideline_gap"  # the guideline does not say what to do here, or says it unclearly
    ANNOTATOR_ERROR = "annotator_error"  # somebody misread, slipped, or passed over a rule of the guideline
    MISSED_EVIDENCE = "missed_evidence"  # somebody did not find what the others found
    WEIGHED_OTHERWISE = "weighed_otherwise"  # they had the same evidence and gave it another weight
    EDGE_CASE = "edge_case"  # the claim lies on the border of two verdicts, whichever way one reads it
    CHANGED_SINCE = "changed_since"  # what was known changed between the judgements
    FAULTY_CLAIM = "faulty_claim"  # the statement does not say what its article says
    OTHER = "other"  # the rationale says what


class Strategy(StrEnum):
    """How the queue chose a claim for a person."""

    CHECK_WORTHINESS = "check_worthiness"  # the highest score first
    UNCERTAINTY = "uncertainty"  # that first of which the engine cannot say whether it is worth checking
    ARTICLE_ORDER = "article_order"  # article by article, as they came in and as they read
    DOSSIERS = "dossiers"  # one dossier after the other, then what is in none
    RANDOM = "random"  # drawn by chance from all that nobody has begun
    CHOSEN = "chosen"  # the person opened this claim
    ASSIGNED = "assigned"  # a curator gave it to this person
    PUT_FIRST = "put_first"  # a curator raised its priority, and nobody had begun it


# Those that a project can go by.
STRATEGIES: tuple[Strategy, ...] = (
    Strategy.CHECK_WORTHINESS,
    Strategy.UNCERTAINTY,
    Strategy.ARTICLE_ORDER,
    Strategy.DOSSIERS,
    Strategy.RANDOM,
)


class SoftRule(StrEnum):
    """A soft rule that a piece of evidence does not meet; it asks, it never blocks."""

    PUBLISHED_AFTER_CLAIM = "published_after_claim"  # temporal leakage
    DATE_UNKNOWN = "date_unknown"
    SAME_OUTLET = "same_outlet"
    SAME_ORIGIN = "same_origin"  # two links, one wire story
    QUOTE_NOT_FOUND = "quote_not_found"
