"""The words of the vocabulary as pages show them, and the shape that goes with each where colour alone will not do.

Kept by enum, because members of different enums with one value are equal ("unverifiable" is a stance and a dispute).
"""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification import vocabulary as v

LABELS: dict[type[StrEnum], dict[str, str | Promise]] = {
    v.Verdict: {
        v.Verdict.SUPPORTED: _("Supported"),
        v.Verdict.DISPUTED: _("Disputed"),
        v.Verdict.UNVERIFIED: _("Unverified"),
    },
    v.Reason: {
        v.Reason.FULLY: _("fully"),
        v.Reason.IN_SUBSTANCE: _("in substance"),
        v.Reason.CONTRADICTED: _("contradicted"),
        v.Reason.CONFLICTING_SOURCES: _("sources conflict"),
        v.Reason.MISLEADING_CONTEXT: _("misleading context"),
        v.Reason.ATTRIBUTION_DENIED: _("did not say it"),
        v.Reason.NO_EVIDENCE_FOUND: _("no evidence found"),
        v.Reason.INSUFFICIENT_EVIDENCE: _("too little evidence"),
        v.Reason.SOURCE_SAYS_UNVERIFIABLE: _("a source says it cannot be verified"),
        v.Reason.AMBIGUOUS_CLAIM: _("the claim is ambiguous"),
    },
    v.LinkKind: {
        v.LinkKind.SAME: _("says the same"),
        v.LinkKind.CONTRADICTS: _("says otherwise"),
        v.LinkKind.UPDATES: _("another time of the same"),
        v.LinkKind.CORRECTS: _("corrects, or is corrected"),
        v.LinkKind.PART_OF: _("part of it, or more of it"),
    },
    v.Succeeded: {
        v.Succeeded.SAME: _("in the same words"),
        v.Succeeded.CHANGED: _("in other words"),
        v.Succeeded.GONE: _("not any more"),
    },
    v.DossierMoveKind: {
        v.DossierMoveKind.MERGED: _("merged"),
        v.DossierMoveKind.SPLIT: _("split"),
    },
    v.MatchingState: {
        v.MatchingState.WAITING: _("waiting to be compared with other articles"),
        v.MatchingState.DONE: _("compared with other articles"),
        v.MatchingState.FAILED: _("not compared with other articles"),
    },
    v.Target: {
        v.Target.CONTENT: _("whether it is so"),
        v.Target.ATTRIBUTION: _("whether they said it"),
    },
    v.Stance: {
        v.Stance.SUPPORTS: _("supports"),
        v.Stance.CONTRADICTS: _("contradicts"),
        v.Stance.UNVERIFIABLE: _("says it cannot be verified"),
        v.Stance.CONTEXT: _("gives context"),
    },
    v.SourceType: {
        v.SourceType.UNKNOWN: _("not known"),
        v.SourceType.PRIMARY_DOCUMENT: _("primary document"),
        v.SourceType.CLAIMANT_SIDE: _("the claimant's side"),
        v.SourceType.PARTY: _("another party to the conflict"),
        v.SourceType.WITNESS: _("witness"),
        v.SourceType.OFFICIAL: _("official body"),
        v.SourceType.NGO: _("non-governmental organisation"),
        v.SourceType.WIRE: _("wire service"),
        v.SourceType.SECONDARY: _("secondary reporting"),
        v.SourceType.FACT_CHECK: _("fact-check"),
    },
    v.Method: {
        v.Method.WRITTEN_EVIDENCE: _("written evidence"),
        v.Method.NUMERICAL_COMPARISON: _("numerical comparison"),
        v.Method.CONSULTATION: _("consultation"),
        v.Method.GEOLOCATION: _("geolocation"),
        v.Method.IMAGE_ANALYSIS: _("image analysis"),
        v.Method.VIDEO_ANALYSIS: _("video analysis"),
        v.Method.AUDIO_ANALYSIS: _("audio analysis"),
        v.Method.MEDIA_SOURCE_DISCOVERY: _("finding the first source of a medium"),
        v.Method.EARLIER_FACT_CHECK: _("earlier fact-check"),
    },
    v.EvidenceKind: {
        v.EvidenceKind.PASSAGE: _("passage"),
        v.EvidenceKind.LINK: _("link"),
        v.EvidenceKind.MEDIUM: _("medium"),
    },
    v.Confidence: {
        v.Confidence.GUESS: _("a guess"),
        v.Confidence.FAIRLY: _("fairly"),
        v.Confidence.CERTAIN: _("certain"),
    },
    v.SkipReason: {
        v.SkipReason.NOT_A_CLAIM: _("Not a claim: an opinion, a prediction, a question"),
        v.SkipReason.DUPLICATE: _("The same as another claim"),
        v.SkipReason.EXTRACTION_ERROR: _("The extraction went wrong"),
        v.SkipReason.OUT_OF_SCOPE: _("Out of this project's scope"),
        v.SkipReason.CONFLICT_OF_INTEREST: _("I have a conflict of interest"),
        v.SkipReason.NOT_MY_LANGUAGE: _("I do not read its language"),
        v.SkipReason.RATHER_NOT: _("I would rather not judge this one"),
    },
    v.Role: {
        v.Role.ANNOTATOR: _("annotator"),
        v.Role.ADJUDICATOR: _("adjudicator"),
        v.Role.CURATOR: _("curator"),
        v.Role.RESEARCHER: _("researcher"),
    },
    v.Strategy: {
        v.Strategy.CHECK_WORTHINESS: _("by check-worthiness"),
        v.Strategy.UNCERTAINTY: _("by uncertainty"),
        v.Strategy.ARTICLE_ORDER: _("in the order of the articles"),
        v.Strategy.DOSSIERS: _("dossier by dossier"),
        v.Strategy.RANDOM: _("at random"),
        v.Strategy.CHOSEN: _("chosen by the person"),
        v.Strategy.ASSIGNED: _("assigned by a curator"),
        v.Strategy.PUT_FIRST: _("put first by a curator"),
    },
    v.Priority: {
        v.Priority.ORDINARY: _("ordinary"),
        v.Priority.HIGH: _("high"),
        v.Priority.HIGHEST: _("highest"),
    },
    v.Consensus: {
        v.Consensus.UNANIMOUS: _("unanimous"),
        v.Consensus.MAJORITY: _("majority"),
        v.Consensus.ALWAYS_ADJUDICATE: _("always adjudicated"),
    },
    v.Reread: {
        v.Reread.STANDS: _("it stands"),
        v.Reread.REOPENED: _("opened again"),
    },
    v.Settled: {
        v.Settled.CONSENSUS: _("by consensus"),
        v.Settled.ADJUDICATION: _("by adjudication"),
        v.Settled.IMPORT: _("by import"),
        v.Settled.CARRIED_OVER: _("carried over, not judged here"),
    },
    v.Apart: {
        v.Apart.ALIKE: _("nothing"),
        v.Apart.EVIDENCE: _("sources"),
        v.Apart.REASON: _("reason"),
        v.Apart.VERDICT: _("verdict"),
        v.Apart.OPPOSED: _("opposite verdicts"),
    },
    v.Disagreement: {
        v.Disagreement.AMBIGUOUS_TEXT: _("The text is ambiguous"),
        v.Disagreement.GUIDELINE_GAP: _("The guideline leaves it open"),
        v.Disagreement.ANNOTATOR_ERROR: _("Somebody made a mistake"),
        v.Disagreement.MISSED_EVIDENCE: _("Somebody missed evidence"),
        v.Disagreement.WEIGHED_OTHERWISE: _("The same evidence, weighed otherwise"),
        v.Disagreement.EDGE_CASE: _("A case on the border of two verdicts"),
        v.Disagreement.CHANGED_SINCE: _("What was known has changed meanwhile"),
        v.Disagreement.FAULTY_CLAIM: _("The statement is not what the article says"),
        v.Disagreement.OTHER: _("Something else: the rationale says what"),
    },
    v.NoticeKind: {
        v.NoticeKind.SENT_BACK: _("An adjudicator asks about your judgement"),
        v.NoticeKind.ANSWERED: _("Your question is answered"),
        v.NoticeKind.MENTIONED: _("You are named in a discussion"),
        v.NoticeKind.REPLIED: _("You are answered in a discussion"),
        v.NoticeKind.ASSIGNED: _("Claims were assigned to you"),
    },
    v.Engine: {
        v.Engine.RULES: _("the built-in rules"),
        v.Engine.LANGUAGE_MODEL: _("a language model"),
    },
    v.ReportState: {
        v.ReportState.REQUESTED: _("waiting for a worker"),
        v.ReportState.COMPUTING: _("being computed"),
        v.ReportState.DONE: _("computed"),
        v.ReportState.FAILED: _("failed"),
    },
    v.RetrievalState: {
        v.RetrievalState.WAITING: _("being retrieved"),
        v.RetrievalState.DONE: _("retrieved"),
        v.RetrievalState.FAILED: _("not retrieved"),
    },
    v.ReportScope: {
        v.ReportScope.ALL: _("all claims with two first judgements"),
        v.ReportScope.RESOLVED: _("resolved claims alone"),
    },
    v.ArticleState: {
        v.ArticleState.RECEIVED: _("received"),
        v.ArticleState.READING: _("being read"),
        v.ArticleState.EXTRACTING: _("claims being extracted"),
        v.ArticleState.DONE: _("done"),
        v.ArticleState.FAILED: _("failed"),
        v.ArticleState.MERGED: _("known already"),
    },
    v.BundleState: {
        v.BundleState.RECEIVED: _("received"),
        v.BundleState.UNPACKING: _("being taken apart"),
        v.BundleState.DONE: _("done"),
        v.BundleState.FAILED: _("failed"),
    },
    v.Stage: {
        v.Stage.OPEN: _("open"),
        v.Stage.IN_PROGRESS: _("in progress"),
        v.Stage.AWAITING_ADJUDICATION: _("awaiting adjudication"),
        v.Stage.RESOLVED: _("resolved"),
        v.Stage.DROPPED: _("dropped"),
        v.Stage.WITHDRAWN: _("withdrawn"),
    },
    v.Dispute: {
        v.Dispute.NONE: _("not disputed in the article"),
        v.Dispute.DENIED: _("denied in the article"),
        v.Dispute.UNVERIFIABLE: _("said to be unverifiable in the article"),
    },
    v.Modality: {
        v.Modality.ASSERTED: _("asserted"),
        v.Modality.ALLEGED: _("alleged"),
        v.Modality.DENIED: _("denied"),
        v.Modality.REPORTED: _("reported, nobody named"),
    },
    v.Speech: {
        v.Speech.DIRECT: _("direct speech"),
        v.Speech.INDIRECT: _("indirect speech"),
        v.Speech.MIXED: _("direct and indirect speech"),
    },
    v.Rendering: {
        v.Rendering.VERBATIM: _("verbatim"),
        v.Rendering.TRANSLATED: _("translated"),
        v.Rendering.PARAPHRASED: _("paraphrased"),
    },
    v.Topic: {
        v.Topic.TERRITORY: _("territory"),
        v.Topic.VIOLENCE: _("violence"),
        v.Topic.CASUALTIES: _("casualties"),
        v.Topic.FORCES: _("forces"),
        v.Topic.NEGOTIATION: _("negotiation"),
        v.Topic.RECOGNITION: _("recognition"),
        v.Topic.GOVERNANCE: _("governance"),
        v.Topic.ELECTIONS: _("elections"),
        v.Topic.ECONOMY: _("economy"),
        v.Topic.HEALTH: _("health"),
        v.Topic.DISASTERS: _("disasters"),
        v.Topic.BIOGRAPHY: _("biography"),
        v.Topic.OTHER: _("other"),
    },
    v.Origin: {
        v.Origin.UNKNOWN: _("not known"),
        v.Origin.OWN: _("the outlet's own reporting"),
        v.Origin.WIRE: _("a wire service"),
        v.Origin.TRANSLATION: _("a translation"),
        v.Origin.REWRITE: _("a rewrite"),
    },
    v.ReleaseState: {
        v.ReleaseState.REQUESTED: _("requested"),
        v.ReleaseState.WRITING: _("being written"),
        v.ReleaseState.DONE: _("done"),
        v.ReleaseState.FAILED: _("failed"),
    },
    v.Theme: {
        v.Theme.SYSTEM: _("As this device is set"),
        v.Theme.LIGHT: _("Light"),
        v.Theme.DARK: _("Dark"),
    },
    v.BulkKind: {
        v.BulkKind.ASSIGN: _("Assign"),
        v.BulkKind.UNASSIGN: _("Take assignments back"),
        v.BulkKind.PRIORITY: _("Set the priority"),
        v.BulkKind.WITHDRAW: _("Withdraw"),
        v.BulkKind.REOPEN: _("Open again"),
    },
    v.KeyMap: {
        v.KeyMap.STANDARD: _("The standard keys"),
        v.KeyMap.OWN: _("Keys of my own"),
        v.KeyMap.OFF: _("None: single keys do nothing"),
    },
}

# What single keys do, by the names of `verification.single_keys`.
KEYS: dict[str, str | Promise] = {
    "supported": _("verdict: supported"),
    "disputed": _("verdict: disputed"),
    "unverified": _("verdict: unverified"),
    "reason_1": _("the first reason of the verdict"),
    "reason_2": _("its second reason"),
    "reason_3": _("its third reason"),
    "reason_4": _("its fourth reason"),
    "guess": _("how sure: a guess"),
    "fairly": _("how sure: fairly"),
    "certain": _("how sure: certain"),
    "take": _("take the next passage that bears on the claim"),
    "supports": _("this piece of evidence supports the claim"),
    "contradicts": _("it contradicts the claim"),
    "unverifiable": _("it says that the claim cannot be verified"),
    "context": _("it gives context"),
    "select": _("take the selected words as evidence"),
    "link": _("add a link"),
    "search": _("write down a search: where you looked, and for what"),
    "find": _("search the project's articles, or a list"),
    "words": _("write why; Esc leads out of what you write"),
    "undo": _("undo what you did last, or go back to what you submitted last"),
    "add": _("add a claim that was missed, from the selected words"),
    "skip": _("skip the claim"),
    "flag": _("flag the claim for discussion"),
    "guideline": _("read the guideline"),
    "help": _("show the list of keys"),
    "down": _("next row of a list, or next sentence of an article"),
    "up": _("previous row of a list, or previous sentence of an article"),
    "next": _("next page of a list"),
    "previous": _("previous page of a list"),
}

SHAPES: dict[type[StrEnum], dict[str, str]] = {
    v.Verdict: {
        v.Verdict.SUPPORTED: "✓",
        v.Verdict.DISPUTED: "≠",
        v.Verdict.UNVERIFIED: "?",
    },
    v.Stance: {
        v.Stance.SUPPORTS: "✓",
        v.Stance.CONTRADICTS: "≠",
        v.Stance.UNVERIFIABLE: "?",
        v.Stance.CONTEXT: "·",
    },
    v.Stage: {
        v.Stage.OPEN: "○",
        v.Stage.IN_PROGRESS: "◐",
        v.Stage.AWAITING_ADJUDICATION: "⇄",
        v.Stage.RESOLVED: "●",
        v.Stage.DROPPED: "⊘",
        v.Stage.WITHDRAWN: "×",
    },
    v.ArticleState: {
        v.ArticleState.RECEIVED: "○",
        v.ArticleState.READING: "◔",
        v.ArticleState.EXTRACTING: "◑",
        v.ArticleState.DONE: "●",
        v.ArticleState.FAILED: "!",
        v.ArticleState.MERGED: "⇉",
    },
    v.ReleaseState: {
        v.ReleaseState.REQUESTED: "○",
        v.ReleaseState.WRITING: "◑",
        v.ReleaseState.DONE: "●",
        v.ReleaseState.FAILED: "!",
    },
}

# The kinds of furniture, as `verification.text.boilerplate` names them.
FURNITURE: dict[str, str | Promise] = {
    "comments": _("readers' comments"),
    "sharing": _("sharing"),
    "navigation": _("navigation"),
    "newsletter": _("newsletter"),
    "credit": _("credit"),
    "byline": _("byline"),
    "teaser": _("teaser of another article"),
    "labels": _("labels"),
    "notice": _("notice"),
    "download": _("download"),
    "sources": _("list of sources"),
    "link": _("link"),
    "repeat": _("said before"),
}


def label(word: StrEnum) -> str:
    """A word of the vocabulary for people to read."""
    return str(LABELS[type(word)][word])


def shape(word: StrEnum) -> str:
    """The sign that goes with a word, or an empty text where it has none."""
    return SHAPES.get(type(word), {}).get(word, "")


def options(enum: type[StrEnum]) -> list[tuple[str, str | Promise]]:
    """An enum as the choices of a form field, in the order of the vocabulary."""
    return [(word.value, LABELS[enum][word]) for word in enum]
