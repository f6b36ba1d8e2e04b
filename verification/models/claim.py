from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.db.models.functions import Abs

from verification.vocabulary import DatePrecision, Dispute, Modality, Priority, Target, Topic

from .article import Article
from .claim_stages import (
    AWAITING_ADJUDICATION,
    BEGUN,
    DROPPED,
    FRESH,
    RESOLVED,
    TAKEN_UP,
    UNFILLED,
    UNRESOLVED,
    WITHDRAWN,
    ClaimQuerySet,
)
from .constraints import choices, one_of, together
from .extraction_run import ExtractionRun
from .full_text import STATEMENT_WORDS
from .project import Project
from .user import User

if TYPE_CHECKING:
    from .attribution import Attribution


FIRST = F("priority").desc()
# What the queue gives to anybody; what is reserved comes to those alone whom it was assigned to.
GIVEN_FRESH = FRESH & Q(is_reserved=False)
GIVEN_BEGUN = BEGUN & Q(is_reserved=False)


class Claim(models.Model):
    """An assertion that evidence can bear on: a span of an article, restated so that it stands alone.

    Never edited once somebody has judged it: it is withdrawn, and another takes its place. `begun_at`, `filled_at`,
    `dropped_at`, `resolved_at` and `withdrawn_at` are events; the stage that follows from them is a query
    (`ClaimQuerySet`). The database sets `resolved_at` itself, with the resolution that stands. Offsets count code
    points of the article's text, half-open.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="claims")
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="claims")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(null=True, blank=True)
    prefix = models.TextField(null=True, blank=True)
    suffix = models.TextField(null=True, blank=True)
    statement = models.TextField()
    target = models.CharField(max_length=20, choices=choices(Target), default=Target.CONTENT)
    modality = models.CharField(max_length=20, choices=choices(Modality), default=Modality.ASSERTED)
    topics = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    asserted_from = models.DateTimeField(null=True, blank=True)
    asserted_until = models.DateTimeField(null=True, blank=True)
    asserted_precision = models.CharField(max_length=10, choices=choices(DatePrecision), null=True, blank=True)
    event_from = models.DateTimeField(null=True, blank=True)
    event_until = models.DateTimeField(null=True, blank=True)
    event_precision = models.CharField(max_length=10, choices=choices(DatePrecision), null=True, blank=True)
    check_worthiness = models.FloatField(default=0.5)
    worthiness_reasons = ArrayField(models.TextField(), default=list, blank=True)
    dispute = models.CharField(max_length=20, choices=choices(Dispute), default=Dispute.NONE)
    numbers = models.JSONField(default=list, blank=True, help_text="Numbers with their units, as objects")
    locations = ArrayField(models.TextField(), default=list, blank=True)
    actors = ArrayField(models.TextField(), default=list, blank=True, help_text="Who it speaks of")
    ambiguities = ArrayField(
        models.TextField(), default=list, blank=True, help_text="What in the statement stays ambiguous, in words"
    )
    origin_run = models.ForeignKey(
        ExtractionRun,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="found by an engine",
    )
    origin_person = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_added",
        help_text="added by a person",
    )
    origin_import = models.TextField(null=True, blank=True, help_text="taken over from a dataset: which")
    places = models.PositiveSmallIntegerField(help_text="Judgements wanted: the project's N when it was made")
    further_places = models.PositiveSmallIntegerField(
        default=0, help_text="Of these places: asked for by adjudicators, after the others were filled"
    )
    public_id = models.CharField(max_length=32, help_text="Made from its content")
    is_sensitive = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    priority = models.PositiveSmallIntegerField(
        default=0, help_text="How soon the queue brings it: a place in the order of vocabulary.Priority"
    )
    # The database's own: whether curators keep it for people enough to judge it.
    is_reserved = models.BooleanField(default=False, editable=False)
    # The database's own, kept with the dossier's claims: 0 and -1 where the claim is in none.
    in_dossier = models.BigIntegerField(default=0, editable=False, help_text="The id of its dossier")
    dossier_worth = models.FloatField(
        default=-1.0, editable=False, help_text="The highest check-worthiness among the claims of its dossier"
    )
    urgency = models.FloatField(default=0.0, help_text="The adjudicators' order, when its judgements last changed")
    # Both are the database's own, and never taken back; whoever judges a claim must not read them.
    begun_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="When it was given to a first one")
    taken_by = ArrayField(
        models.BigIntegerField(), default=list, editable=False, help_text="Who has or had a place, by id, rising"
    )
    filled_at = models.DateTimeField(null=True, blank=True, help_text="When its last place was submitted")
    dropped_at = models.DateTimeField(null=True, blank=True, help_text="When enough people skipped it alike")
    resolved_at = models.DateTimeField(null=True, blank=True, help_text="When the resolution that stands was made")
    set_aside_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When its answer was written down: it is no live work any more"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="claims_withdrawn")
    withdrawn_why = models.TextField(null=True, blank=True)

    stage: str  # where `with_stage_for` has added it
    is_only_held: bool  # where `with_idle_places_for` has added it
    shows_suggestions: bool  # where `with_suggestions_for` has added it

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-check_worthiness", "id"]
        constraints = [
            together("article", "start", "end", "quote", "prefix", "suffix", name="claim_span_is_whole_or_absent"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="claim_span_starts_before_it_ends"),
            CheckConstraint(
                condition=Q(check_worthiness__range=(0, 1)), name="claim_check_worthiness_is_between_0_and_1"
            ),
            CheckConstraint(
                condition=Q(origin_run__isnull=False, origin_person__isnull=True, origin_import__isnull=True)
                | Q(origin_run__isnull=True, origin_person__isnull=False, origin_import__isnull=True)
                | Q(origin_run__isnull=True, origin_person__isnull=True, origin_import__isnull=False),
                name="claim_has_exactly_one_origin",
            ),
            CheckConstraint(condition=Q(places__range=(1, 9)), name="claim_places_are_between_1_and_9"),
            CheckConstraint(
                condition=Q(topics__contained_by=[topic.value for topic in Topic]),
                name="claim_topics_are_in_the_vocabulary",
            ),
            CheckConstraint(
                condition=Q(further_places__lte=F("places")), name="claim_further_places_are_among_its_places"
            ),
            CheckConstraint(
                condition=Q(priority__lt=len(Priority)), name="claim_priority_is_a_place_in_the_vocabulary"
            ),
            one_of("target", Target, name="claim_target_is_in_the_vocabulary"),
            one_of("modality", Modality, name="claim_modality_is_in_the_vocabulary"),
            one_of("dispute", Dispute, name="claim_dispute_is_in_the_vocabulary"),
            together(
                "asserted_from",
                "asserted_until",
                "asserted_precision",
                name="claim_asserted_time_is_an_interval_with_precision",
            ),
            together(
                "event_from",
                "event_until",
                "event_precision",
                name="claim_event_time_is_an_interval_with_precision",
            ),
            CheckConstraint(
                condition=Q(asserted_from__lte=F("asserted_until")), name="claim_asserted_time_runs_forward"
            ),
            CheckConstraint(condition=Q(event_from__lte=F("event_until")), name="claim_event_time_runs_forward"),
            together(
                "withdrawn_at",
                "withdrawn_by",
                "withdrawn_why",
                name="claim_withdrawn_at_by_and_why_are_set_together",
            ),
            UniqueConstraint(
                fields=["project", "public_id"],
                condition=Q(withdrawn_at__isnull=True),
                name="claim_content_is_live_once",
            ),
        ]
        indexes = [
            # What nobody has begun, in the order of each strategy: for nobody any of it is done already, so that
            # whoever asks takes the first. They do not grow with the work done.
            Index("project", FIRST, F("check_worthiness").desc(), "id", condition=GIVEN_FRESH, name="claim_queue"),
            Index(
                "project",
                FIRST,
                Abs(F("check_worthiness") - 0.5),
                "id",
                condition=GIVEN_FRESH,
                name="claim_queue_uncertain",
            ),
            Index("project", FIRST, "article", "start", "id", condition=GIVEN_FRESH, name="claim_queue_of_articles"),
            Index(
                "project",
                FIRST,
                F("dossier_worth").desc(),
                "in_dossier",
                F("check_worthiness").desc(),
                "id",
                condition=GIVEN_FRESH,
                name="claim_queue_of_dossiers",
            ),
            Index("project", "public_id", condition=GIVEN_FRESH, name="claim_queue_by_chance"),
            # What is begun and wants more judgements: as it was begun, and the same by who has had a place.
            Index("project", FIRST, "begun_at", "id", condition=GIVEN_BEGUN, name="claim_begun"),
            Index(
                "project",
                F("taken_by__0_9"),
                FIRST,
                "begun_at",
                "id",
                condition=GIVEN_BEGUN,
                name="claim_begun_by",
            ),
            Index(fields=["project", "-id"], condition=TAKEN_UP, name="claim_taken_up"),
            # Those that wait for a decision, in the order of the adjudicators' list.
            Index(
                "project",
                F("urgency").desc(),
                "id",
                condition=AWAITING_ADJUDICATION,
                name="claim_to_decide",
            ),
            # Those that wait for a judgement which an adjudicator asked for: few.
            Index(
                fields=["project", "-id"],
                condition=UNFILLED & Q(further_places__gt=0),
                name="claim_asked_further",
            ),
            Index(fields=["project", "-id"], name="claim_newest"),
            # Withdrawn ones too, whose public id the constraint above does not hold.
            Index(fields=["public_id"], name="claim_of_public_id"),
            # The stages, newest first.
            Index(fields=["project", "-id"], condition=UNRESOLVED, name="claim_unresolved"),
            Index(fields=["project", "-id"], condition=AWAITING_ADJUDICATION, name="claim_awaiting"),
            Index(fields=["project", "-id"], condition=DROPPED, name="claim_dropped"),
            Index(fields=["project", "-id"], condition=RESOLVED, name="claim_resolved"),
            Index(fields=["project", "-id"], condition=WITHDRAWN, name="claim_withdrawn"),
            Index(fields=["article", "start"], name="claim_in_article"),
            GinIndex(STATEMENT_WORDS, name="claim_statement_words"),
            # What a claim speaks of, for the filters of the lists.
            GinIndex(fields=["locations"], name="claim_locations"),
            GinIndex(fields=["actors"], name="claim_actors"),
            Index(fields=["project", "event_from"], name="claim_happened"),
            Index(fields=["project", "modality", "-id"], name="claim_put_as"),
            Index(fields=["project", "-id"], condition=~Q(numbers=[]), name="claim_with_numbers"),
        ]

    def __str__(self) -> str:
        return self.statement

    def chain(self) -> list[Attribution]:
        """Who says it, outermost first; empty for the article's own voice."""
        return list(self.attributions.all())

    @property
    def put_first(self) -> Priority:
        """The priority as a word."""
        return list(Priority)[self.priority]

    @property
    def claimant(self) -> str | None:
        """Who makes the claim (the innermost speaker); None is the article's own voice."""
        chain = self.chain()
        return chain[-1].name if chain else None


def public_id(*, article_sha256: str, start: int | None, end: int | None, statement: str, target: Target) -> str:
    """A claim's name outside this database: 32 hexadecimal digits made from its content alone."""
    content = "\x1f".join([article_sha256, str(start), str(end), target.value, statement])
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:32]
