from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import CheckConstraint, Exists, Index, OuterRef, Q, UniqueConstraint

from verification.vocabulary import Confidence, Reason, Role, Round, Verdict

from .annotation import Annotation
from .beside import Beside, beside
from .constraints import choices, one_of, reason_fits_verdict
from .guideline import Guideline
from .membership import in_projects_of
from .probes import any_of
from .project import Project

if TYPE_CHECKING:
    from .user import User


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def submitted(self) -> JudgementQuerySet:
        return self.filter(submitted_at__isnull=False)

    def of_resolved_claims(self) -> JudgementQuerySet:
        """Those that are blind no more: frozen, and their claim stands resolved. What a release may hold."""
        return self.submitted().filter(annotation__claim__resolved_at__isnull=False)

    def visible_to(self, user: User) -> JudgementQuerySet:
        """The judgements that this person may see: the one home of blindness.

        Their own; those of resolved claims of their projects; and, for an adjudicator who has no place on the
        claim, those of claims whose places are all filled. Drafts are their writer's alone. Of a claim at which they
        are looking a second time just now, nothing but that.
        """
        again = Annotation.objects.looked_at_again(user, claim="annotation__claim")
        mine = Q(annotation__person=user) & ~(again & ~Q(annotation__round=Round.REPEAT))
        resolved = Q(
            ~again,
            in_projects_of(user),
            annotation__claim__resolved_at__isnull=False,
        )
        to_adjudicate = Q(
            ~any_of(Annotation.objects.filter(claim=OuterRef("annotation__claim"), person=user)),
            in_projects_of(user, Role.ADJUDICATOR),
            annotation__claim__filled_at__isnull=False,
        )
        return self.filter(mine | (Q(submitted_at__isnull=False) & (resolved | to_adjudicate)))

    def with_words(self) -> models.QuerySet[Judgement]:
        """Each with its evidence, the warnings set aside in it, and its searches, in the same statement."""
        evidence = Beside("evidence", "position", (Beside("dismissed"),))
        return beside(self, evidence, Beside("searches", "position"))

    def latest_per_annotation(self) -> JudgementQuerySet:
        """The newest frozen revision of each annotation."""
        newer = Judgement.objects.submitted().filter(
            annotation=OuterRef("annotation"), revision__gt=OuterRef("revision")
        )
        return self.submitted().filter(~Exists(newer))


class Judgement(models.Model):
    """What a person decided on a claim: a draft, then frozen at submit. A change is a new revision.

    The rules on evidence are in the database too: `verification/migrations/sql/judgement_rules.sql`.
    """

    annotation = models.ForeignKey(Annotation, models.PROTECT, related_name="judgements")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    revision = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField(help_text="When the draft was last saved")
    submitted_at = models.DateTimeField(null=True, blank=True, help_text="Null while it is a draft")
    verdict = models.CharField(max_length=20, choices=choices(Verdict), null=True, blank=True)
    reason = models.CharField(max_length=30, choices=choices(Reason), null=True, blank=True)
    confidence = models.CharField(max_length=10, choices=choices(Confidence), null=True, blank=True)
    rationale = models.TextField(blank=True)
    guideline = models.ForeignKey(Guideline, models.PROTECT, null=True, blank=True, related_name="judgements")
    active_seconds = models.PositiveIntegerField(default=0, help_text="Time the person was at work on it")

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ["annotation", "revision"]
        constraints = [
            UniqueConstraint(fields=["annotation", "revision"], name="judgement_revision_exists_once"),
            UniqueConstraint(
                fields=["annotation"],
                condition=Q(submitted_at__isnull=True),
                name="judgement_draft_is_one_per_annotation",
            ),
            CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | Q(verdict__isnull=False, reason__isnull=False, guideline__isnull=False),
                name="judgement_is_submitted_with_verdict_reason_and_guideline",
            ),
            CheckConstraint(
                condition=reason_fits_verdict(Q(submitted_at__isnull=True)),
                name="judgement_reason_fits_its_verdict",
            ),
            one_of("verdict", Verdict, name="judgement_verdict_is_in_the_vocabulary"),
            one_of("reason", Reason, name="judgement_reason_is_in_the_vocabulary"),
            one_of("confidence", Confidence, name="judgement_confidence_is_in_the_vocabulary"),
        ]
        indexes = [Index(fields=["project", "-id"], name="judgement_newest")]

    def __str__(self) -> str:
        return f"{self.verdict or 'draft'} (revision {self.revision})"

    @property
    def is_draft(self) -> bool:
        return self.submitted_at is None
