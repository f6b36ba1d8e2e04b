from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from verification.vocabulary import Reason, Role, Round, Verdict

from .claim import Claim
from .constraints import choices, one_of, reason_fits_verdict
from .membership import in_projects_of
from .project import Project
from .user import User

# Who knows the answers, and so is never asked for them.
KNOWS_THE_ANSWERS = (Role.CURATOR, Role.ADJUDICATOR)
ASKED_IN = (Round.CALIBRATION, Round.CHECK)


class KnownAnswerQuerySet(models.QuerySet["KnownAnswer"]):
    def visible_to(self, user: User) -> KnownAnswerQuerySet:
        """Those of projects in which this person is a curator or an adjudicator."""
        return self.filter(in_projects_of(user, *KNOWS_THE_ANSWERS))

    def in_use(self) -> KnownAnswerQuerySet:
        """Those whose claims are still given to people."""
        return self.filter(ended_at__isnull=True, claim__withdrawn_at__isnull=True)


class KnownAnswer(models.Model):
    """What is to be said of a claim that measures people: before live work, or unseen among it.

    Its claim is no live work: it wants no judgements, and nothing resolves it. Taken out of use it stays, with what
    people said; where nobody had the claim yet, the row goes and the claim is live work again.
    """

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="known_answer")
    project = models.ForeignKey(Project, models.PROTECT, related_name="known_answers", db_index=False)
    round = models.CharField(
        max_length=20, choices=[(word.value, word.value) for word in ASKED_IN], help_text="In which it is given"
    )
    verdict = models.CharField(max_length=20, choices=choices(Verdict))
    reason = models.CharField(max_length=30, choices=choices(Reason), null=True, blank=True)
    note = models.TextField(help_text="Why, for whoever has judged it otherwise")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken out of use")

    objects = KnownAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("verdict", Verdict, name="known_answer_verdict_is_in_the_vocabulary"),
            one_of("reason", Reason, name="known_answer_reason_is_in_the_vocabulary"),
            CheckConstraint(
                condition=reason_fits_verdict(Q(reason__isnull=True)), name="known_answer_reason_fits_its_verdict"
            ),
            CheckConstraint(
                condition=Q(round__in=[word.value for word in ASKED_IN]),
                name="known_answer_is_asked_in_calibration_or_as_a_check",
            ),
            CheckConstraint(condition=~Q(note=""), name="known_answer_says_why"),
        ]
        indexes = [Index(fields=["project", "-id"], name="known_answer_newest")]

    def __str__(self) -> str:
        return f"Known answer {self.pk}"
