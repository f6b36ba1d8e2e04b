from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Exists, F, Index, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from verification.engine_words import in_words
from verification.vocabulary import SKIPS_ABOUT_THE_PERSON, Round, SkipReason, Strategy

from .claim import Claim
from .constraints import choices, one_of, together
from .membership import Membership, in_projects_of
from .probes import any_of
from .project import Project
from .user import User

if TYPE_CHECKING:
    from .judgement import Judgement


class AnnotationQuerySet(models.QuerySet["Annotation"]):
    def of_resolved_claims(self) -> AnnotationQuerySet:
        """Those whose claim stands resolved, where there is nothing to keep blind any more."""
        return self.filter(claim__resolved_at__isnull=False)

    def visible_to(self, user: User) -> AnnotationQuerySet:
        """The annotations of which this person may know, though not what was judged in them.

        Their own; those of resolved claims of their projects; and those of claims whose work they see: how many
        judged a claim and yet left it open says that they differed. That somebody else would rather not judge a
        claim, or has an interest in it, is nobody's to know.
        """
        of_others = any_of(Claim.objects.whose_work_is_seen_by(user).filter(pk=OuterRef("claim")))
        resolved = any_of(Claim.objects.filter(pk=OuterRef("claim"), resolved_at__isnull=False))
        of_resolved = in_projects_of(user) & resolved & ~self.looked_at_again(user)
        return self.filter(
            self._own_shown_to(user) | ((of_others | of_resolved) & ~Q(skip_reason__in=SKIPS_ABOUT_THE_PERSON))
        )

    def shown_to(self, user: User) -> AnnotationQuerySet:
        """The person's own places, but for those on claims that they are looking at a second time just now."""
        return self.filter(self._own_shown_to(user))

    def own_of(self, user: User) -> AnnotationQuerySet:
        """The same in the projects that they still belong to."""
        member = Membership.objects.filter(user=user, project=OuterRef("project"))
        return self.shown_to(user).filter(Exists(member))

    def _own_shown_to(self, user: User) -> Q:
        return Q(person=user) & ~(self.looked_at_again(user) & ~Q(round=Round.REPEAT))

    def looked_at_again(self, user: User, claim: str = "claim") -> Q:
        """Whether the person has a second look at the `claim` of a row that is not over: until then they see it as if
        they judged it for the first time."""
        open_ones: Any = self.model._default_manager.filter(person=user, round=Round.REPEAT, claim=OuterRef(claim))
        return any_of(open_ones.unfinished())

    def told(self) -> AnnotationQuerySet:
        """Those of which others may be told, where they are told of their claim at all: no skip about the person."""
        return self.filter(~Q(skip_reason__in=SKIPS_ABOUT_THE_PERSON))

    def live(self) -> AnnotationQuerySet:
        """Those that hold a place: neither lapsed nor skipped."""
        return self.filter(lapsed_at__isnull=True, skipped_at__isnull=True)

    def unfinished(self) -> AnnotationQuerySet:
        """Those that hold a place and are not submitted."""
        return self.live().filter(submitted_at__isnull=True)

    def untouched(self) -> AnnotationQuerySet:
        """Those in which their person has not written a word yet: held ahead, or looked at and no more."""
        return self.exclude(self._is_begun())

    def begun(self) -> AnnotationQuerySet:
        return self.filter(self._is_begun())

    def met(self) -> AnnotationQuerySet:
        """Those with which their person did something: wrote, submitted or skipped. What is held ahead is not."""
        return self.filter(Q(submitted_at__isnull=False) | Q(skipped_at__isnull=False) | self._is_begun())

    def _is_begun(self) -> Q:
        judgement: Any = self.model._meta.get_field("judgements").related_model
        return any_of(judgement._default_manager.filter(annotation=OuterRef("pk"), saved_at__gt=F("started_at")))

    def submitted(self) -> AnnotationQuerySet:
        return self.filter(submitted_at__isnull=False)

    def lapsed(self) -> AnnotationQuerySet:
        """Those whose place was freed; their drafts are kept."""
        return self.filter(lapsed_at__isnull=False)

    def skipped(self) -> AnnotationQuerySet:
        return self.filter(skipped_at__isnull=False)

    def idle_since(self, moment: datetime) -> AnnotationQuerySet:
        """Unfinished ones whose person has shown no sign of life since `moment`."""
        return self.unfinished().filter(active_at__lt=moment)


class Annotation(models.Model):
    """A person's place on a claim in a round: the reservation, and the record of what the person was shown.

    It ends in one of three ways: submitted (its first judgement is frozen), skipped, or lapsed after an idle
    time. A lapsed one keeps its draft; its person may take a place again while one is free.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="annotations")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="annotations")
    round = models.CharField(max_length=20, choices=choices(Round), default=Round.INDEPENDENT)
    slot = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    active_at = models.DateTimeField(help_text="The last sign of life from the person's page")
    submitted_at = models.DateTimeField(null=True, blank=True, help_text="When the first judgement was frozen")
    lapsed_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    skip_reason = models.CharField(max_length=30, choices=choices(SkipReason), null=True, blank=True)
    # What the person was shown, without which nobody can tell labels from anchoring later.
    aided = models.BooleanField(help_text="Whether suggestions were shown")
    shown_bearings = ArrayField(models.BigIntegerField(), default=list, help_text="Bearings shown, in order")
    shown_evidence = ArrayField(
        models.BigIntegerField(), default=list, help_text="Evidence of resolved claims that was offered, in order"
    )
    shown_engine = models.CharField(max_length=130, null=True, blank=True, help_text="Engine and version")
    strategy = models.CharField(max_length=20, choices=choices(Strategy))
    inclusion_probability = models.FloatField(null=True, blank=True, help_text="Null where not drawn by chance")

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(fields=["claim", "person", "round"], name="annotation_is_one_per_person_claim_and_round"),
            UniqueConstraint(
                fields=["claim", "round", "slot"],
                condition=Q(lapsed_at__isnull=True, skipped_at__isnull=True, round=Round.INDEPENDENT),
                name="annotation_slot_is_held_by_one_person",
            ),
            CheckConstraint(condition=Q(slot__range=(1, 99)), name="annotation_slot_is_between_1_and_99"),
            together("skipped_at", "skip_reason", name="annotation_is_skipped_with_a_reason"),
            CheckConstraint(
                condition=Q(submitted_at__isnull=True) | Q(lapsed_at__isnull=True, skipped_at__isnull=True),
                name="annotation_once_submitted_neither_lapses_nor_is_skipped",
            ),
            CheckConstraint(
                condition=Q(lapsed_at__isnull=True) | Q(skipped_at__isnull=True),
                name="annotation_does_not_lapse_once_skipped",
            ),
            CheckConstraint(
                condition=Q(inclusion_probability__isnull=True)
                | Q(inclusion_probability__gt=0, inclusion_probability__lte=1),
                name="annotation_inclusion_probability_is_above_0_up_to_1",
            ),
            one_of("round", Round, name="annotation_round_is_in_the_vocabulary"),
            one_of("skip_reason", SkipReason, name="annotation_skip_reason_is_in_the_vocabulary"),
            one_of("strategy", Strategy, name="annotation_strategy_is_in_the_vocabulary"),
        ]
        indexes = [
            # A person's unfinished work, and the sweep's idle places: small whatever has been done.
            Index(
                fields=["person", "active_at"],
                condition=Q(submitted_at__isnull=True, lapsed_at__isnull=True, skipped_at__isnull=True),
                name="annotation_unfinished",
            ),
            Index(fields=["project", "-id"], name="annotation_newest"),
            Index(fields=["person", "-id"], name="annotation_mine"),
            Index(
                fields=["person", "-submitted_at", "-id"],
                condition=Q(submitted_at__isnull=False),
                name="annotation_judged_by",
            ),
            Index(fields=["person", "claim"], name="annotation_of_person_on_claim"),
            # What a person may judge a second time, wherever in it one begins to look.
            Index(
                fields=["project", "person", "submitted_at"],
                condition=Q(submitted_at__isnull=False, round=Round.INDEPENDENT),
                name="annotation_to_repeat",
            ),
            # What a person gave back, or has not finished in time: few, whatever they have judged.
            Index(
                fields=["person", "-id"],
                condition=Q(submitted_at__isnull=True),
                name="annotation_not_submitted",
            ),
        ]

    def __str__(self) -> str:
        # Without the person: who judged a claim is not told before it is resolved.
        return f"Annotation {self.pk} of claim {self.claim_id}"

    def draft(self) -> Judgement | None:
        """The revision that is being written, or None."""
        return self.judgements.filter(submitted_at__isnull=True).first()

    def latest(self) -> Judgement | None:
        """The newest frozen revision, or None."""
        return self.judgements.filter(submitted_at__isnull=False).order_by("-revision").first()

    @property
    def is_open_repeat(self) -> bool:
        """Whether it is a second look that is not over."""
        ended = self.submitted_at or self.lapsed_at or self.skipped_at
        return self.round == Round.REPEAT and not ended

    @property
    def is_told_resolved(self) -> bool:
        """Whether its claim is resolved, as far as its person may know it."""
        return self.claim.resolved_at is not None and not self.is_open_repeat

    @property
    def told_round(self) -> Round:
        """The round as its person may know it: a check looks like any other claim, a repeat does until it is over."""
        if self.round == Round.CHECK or (self.round == Round.REPEAT and not (self.submitted_at or self.skipped_at)):
            return Round.INDEPENDENT
        return Round(self.round)

    @property
    def why(self) -> str:
        """Why this claim came to this person, worded alike whoever had it before.

        The engine's reasons are suggestions too: they are kept from whoever judges unaided.
        """
        if self.round == Round.CALIBRATION:
            return _("For the calibration, which everybody judges before live claims")
        match self.strategy:
            case Strategy.RANDOM:
                return _("Drawn by chance")
            case Strategy.ARTICLE_ORDER:
                return _("Next in the order of the articles")
            case Strategy.DOSSIERS:  # whether it is in one is not for whoever judges it
                return _("Next in the order of the project")
            case Strategy.ASSIGNED:
                return _("Assigned to you by a curator")
            case Strategy.PUT_FIRST:
                return _("Put first by a curator")
        said = self.claim.worthiness_reasons if self.aided else []
        reasons = pgettext("between reasons", ", ").join(map(in_words, said))
        words = {"score": f"{self.claim.check_worthiness:.2f}", "reasons": reasons}
        if self.strategy == Strategy.UNCERTAINTY:
            return _("Hard to tell whether it is worth checking, %(score)s") % words
        if reasons:
            return _("Worth checking, %(score)s: %(reasons)s") % words
        return _("Worth checking, %(score)s") % words
