from typing import TYPE_CHECKING

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from verification.vocabulary import DatePrecision, EvidenceKind, Method, SoftRule, SourceType, Stance

from .article import Article
from .constraints import choices, one_of, together
from .judgement import Judgement
from .party import Party
from .project import Project

if TYPE_CHECKING:
    from .link_snapshot import LinkSnapshot


class Evidence(models.Model):
    """One thing that a judgement rests on: a passage of a stored article, a link, or a medium.

    The person sets the stance. Frozen with its judgement (a trigger refuses any change after submit).
    """

    judgement = models.ForeignKey(Judgement, models.PROTECT, related_name="evidence")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    position = models.PositiveSmallIntegerField()
    stance = models.CharField(
        max_length=20, choices=choices(Stance), null=True, blank=True, help_text="Null in a draft alone"
    )
    kind = models.CharField(max_length=10, choices=choices(EvidenceKind))
    # A passage.
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="evidence")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    # A link.
    url = models.TextField(null=True, blank=True)
    outlet = models.TextField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_precision = models.CharField(max_length=10, choices=choices(DatePrecision), null=True, blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)
    # A medium.
    file_sha256 = models.CharField(max_length=64, null=True, blank=True)
    region = models.TextField(null=True, blank=True, help_text="Part of an image, or a timecode")
    # Any of them.
    quote = models.TextField(null=True, blank=True)
    source_type = models.CharField(max_length=20, choices=choices(SourceType), default=SourceType.UNKNOWN)
    against_interest = models.BooleanField(default=False)
    party_words = models.TextField(
        null=True, blank=True, help_text="Who is behind it, as the person wrote it; a party at submit"
    )
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="evidence")
    method = models.CharField(max_length=30, choices=choices(Method), default=Method.WRITTEN_EVIDENCE)
    question = models.TextField(null=True, blank=True, help_text="The question that it answers")
    set_number = models.PositiveSmallIntegerField(default=1, help_text="Alternative sets, each sufficient by itself")
    outweighed = models.TextField(null=True, blank=True, help_text="Why it is outweighed; null where it is not")

    snapshot: "LinkSnapshot | None"  # where `put_beside` of snapshots has set it

    class Meta:
        ordering = ["judgement", "position"]
        verbose_name_plural = "evidence"
        constraints = [
            UniqueConstraint(fields=["judgement", "position"], name="evidence_position_is_taken_once"),
            together("article", "start", "end", name="evidence_passage_has_article_start_and_end"),
            CheckConstraint(
                condition=Q(
                    kind=EvidenceKind.PASSAGE,
                    article__isnull=False,
                    quote__isnull=False,
                    url__isnull=True,
                    file_sha256__isnull=True,
                )
                | Q(kind=EvidenceKind.LINK, article__isnull=True, url__isnull=False, file_sha256__isnull=True)
                | Q(kind=EvidenceKind.MEDIUM, article__isnull=True, file_sha256__isnull=False),
                name="evidence_is_a_passage_or_a_link_or_a_medium",
            ),
            CheckConstraint(condition=Q(start__lt=F("end")), name="evidence_passage_starts_before_it_ends"),
            CheckConstraint(
                condition=Q(outweighed__isnull=True) | ~Q(outweighed=""),
                name="evidence_is_outweighed_for_a_reason",
            ),
            together("published_on", "published_precision", name="evidence_date_comes_with_its_precision"),
            one_of("published_precision", DatePrecision, name="evidence_precision_is_in_the_vocabulary"),
            one_of("stance", Stance, name="evidence_stance_is_in_the_vocabulary"),
            one_of("kind", EvidenceKind, name="evidence_kind_is_in_the_vocabulary"),
            one_of("source_type", SourceType, name="evidence_source_type_is_in_the_vocabulary"),
            one_of("method", Method, name="evidence_method_is_in_the_vocabulary"),
        ]
        indexes = [Index(fields=["project", "-id"], name="evidence_newest")]

    def __str__(self) -> str:
        return f"{self.stance}: {self.quote or self.url or self.file_sha256}"


class DismissedWarning(models.Model):
    """A soft rule that a person set aside for a piece of evidence, in a word of their own."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="dismissed")
    rule = models.CharField(max_length=30, choices=choices(SoftRule))
    word = models.TextField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["evidence", "rule"], name="warning_is_dismissed_once_per_evidence"),
            CheckConstraint(condition=~Q(word=""), name="warning_is_dismissed_with_a_word"),
            one_of("rule", SoftRule, name="dismissed_warning_rule_is_in_the_vocabulary"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.word}"
