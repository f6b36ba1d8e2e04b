"""What the words of a judgement's form mean: the reasons and the types of source, a sentence each for whoever chooses.

The rules of what a reason needs are the database's, and are said where one is not met (`verification/hard_rules.py`).
"""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.vocabulary import Reason, SourceType

MEANINGS: dict[type[StrEnum], dict[str, Promise]] = {
    Reason: {
        Reason.FULLY: _("Evidence from outside this article bears out every part of it."),
        Reason.IN_SUBSTANCE: _("What matters is borne out; a detail, such as the exact figure, is not."),
        Reason.CONTRADICTED: _("Evidence from somebody who is no party to the conflict shows that it is not so."),
        Reason.CONFLICTING_SOURCES: _(
            "Sources, often the parties themselves, say opposite things, and nothing settles it."
        ),
        Reason.MISLEADING_CONTEXT: _("The words are true, but leave a false impression."),
        Reason.ATTRIBUTION_DENIED: _("For claims about who said something: it is denied that they said it."),
        Reason.NO_EVIDENCE_FOUND: _("You searched and found nothing either way. Write down where, and for what."),
        Reason.INSUFFICIENT_EVIDENCE: _("You found something, but too little to tell."),
        Reason.SOURCE_SAYS_UNVERIFIABLE: _("A source that you show says itself that it cannot be established."),
        Reason.AMBIGUOUS_CLAIM: _("It can be read in ways of which one is true and another is not. Say in which."),
    },
    SourceType: {
        SourceType.UNKNOWN: _("Nobody can tell, or has said so yet."),
        SourceType.PRIMARY_DOCUMENT: _(
            "The thing itself: a law, a ruling, a contract, a recording, figures as they were taken."
        ),
        SourceType.CLAIMANT_SIDE: _("Whoever makes the claim, or speaks for the same side."),
        SourceType.PARTY: _("Another side of the conflict that the claim is about."),
        SourceType.WITNESS: _("Somebody who was there, and speaks for nobody but themselves."),
        SourceType.OFFICIAL: _(
            "A public body that is no party: a court, a regulator, an office of statistics, the United Nations."
        ),
        SourceType.NGO: _("An organisation that no state runs: for aid, for human rights, for monitoring."),
        SourceType.WIRE: _("A news agency, wherever its report ran."),
        SourceType.SECONDARY: _("Reporting on what others have said or found."),
        SourceType.FACT_CHECK: _("Somebody's published check of this claim, or of one like it."),
    },
}
