from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import CheckConstraint, Index, OuterRef, Q, UniqueConstraint

from verification.vocabulary import Disagreement, Reason, Role, Settled, Verdict

from .annotation import Annotation
from .claim import Claim
from .constraints import choices, one_of, reason_fits_verdict, together
from .membership import in_projects_of
from .prepared import among
from .prepared_for import PreparedFor
from .probes import any_of
from .project import Project
from .user import User

if TYPE_CHECKING:
    from .evidence import Evidence
    from .judgement import Judgement

    _JUDGEMENTS = models.ManyToManyField[Judgement, Judgement]
    _EVIDENCE = models.ManyToManyField[Evidence, Evidence]


def of_one_opened_again() -> Q:
    """Whether a resolution was carried over from a claim that is not resolved any more: it would tell how that was."""
    open_now = Claim.objects.filter(resolutions=OuterRef("carried_from"), resolved_at__isnull=True)
    return Q(carried_from__isnull=False) & any_of(open_now)


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def live(self) -> ResolutionQuerySet:
        """Those that stand; at most one per claim."""
        return self.filter(superseded_at__isnull=True)

    def with_what_they_tell(self) -> ResolutionQuerySet:
        """Adds `is_of_one_opened_again`: whether it was carried over from a claim that is not resolved any more."""
        return self.annotate(is_of_one_opened_again=of_one_opened_again())

    def visible_to(self, user: User) -> ResolutionQuerySet:
        """Resolutions, superseded ones too, of claims that are resolved now, in this person's projects.

        Not of one at which they are looking a second time just now. A reopened claim's old resolution is seen by
        adjudicators who have no place on it, and by nobody else; so is what was carried over from there, whatever has
        become of the later claim since.
        """
        adjudicates = Q(
            ~any_of(Annotation.objects.filter(claim=OuterRef("claim"), person=user)),
            ~any_of(Annotation.objects.filter(claim=OuterRef("carried_from__claim"), person=user)),
            in_projects_of(user, Role.ADJUDICATOR),
        )
        again = Annotation.objects.looked_at_again(user)
        members = Q(~again, ~of_one_opened_again(), in_projects_of(user), claim__resolved_at__isnull=False)
        return self.filter(members | adjudicates)


class Resolution(models.Model):
    """A claim's final verdict, and what it rests on. Superseded, never edited (a trigger sees to it).

    `reason` is null where people agreed on the verdict for different reasons.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="resolutions")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    settled = models.CharField(max_length=20, choices=choices(Settled), help_text="How it came about")
    verdict = models.CharField(max_length=20, choices=choices(Verdict))
    reason = models.CharField(max_length=30, choices=choices(Reason), null=True, blank=True)
    rationale = models.TextField(blank=True)
    disagreement = models.CharField(
        max_length=30,
        choices=choices(Disagreement),
        null=True,
        blank=True,
        help_text="What made the judgements differ; null where nobody said",
    )
    adjudicator = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="resolutions_made")
    carried_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        help_text="Of a verdict that was carried over: the one that people came to",
    )
    created_at = models.DateTimeField()
    judgements: _JUDGEMENTS = models.ManyToManyField("verification.Judgement", related_name="resolutions")
    evidence: _EVIDENCE = models.ManyToManyField("verification.Evidence", blank=True, related_name="resolutions")
    valid_as_of = models.DateField()
    evidence_cutoff = models.DateField(help_text="No evidence after this date was looked at")
    superseded_at = models.DateTimeField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="resolutions_superseded"
    )
    superseded_why = models.TextField(null=True, blank=True)

    is_of_one_opened_again: bool  # where `with_what_they_tell` has added it

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(
                fields=["claim"],
                condition=Q(superseded_at__isnull=True),
                name="resolution_stands_alone_on_its_claim",
            ),
            CheckConstraint(
                condition=Q(settled=Settled.ADJUDICATION, adjudicator__isnull=False) & ~Q(rationale="")
                | (~Q(settled=Settled.ADJUDICATION) & Q(adjudicator__isnull=True)),
                name="resolution_by_adjudication_names_a_person_and_a_rationale",
            ),
            CheckConstraint(
                condition=Q(settled=Settled.CARRIED_OVER, carried_from__isnull=False)
                | (~Q(settled=Settled.CARRIED_OVER) & Q(carried_from__isnull=True)),
                name="resolution_is_carried_over_exactly_when_it_names_the_first",
            ),
            CheckConstraint(
                condition=reason_fits_verdict(Q(reason__isnull=True)),
                name="resolution_reason_fits_its_verdict",
            ),
            together(
                "superseded_at",
                "superseded_by",
                "superseded_why",
                name="resolution_superseded_at_by_and_why_are_set_together",
            ),
            CheckConstraint(
                condition=Q(disagreement__isnull=True) | Q(settled=Settled.ADJUDICATION),
                name="resolution_disagreement_is_said_by_an_adjudicator",
            ),
            one_of("disagreement", Disagreement, name="resolution_disagreement_is_in_the_vocabulary"),
            one_of("settled", Settled, name="resolution_settled_is_in_the_vocabulary"),
            one_of("verdict", Verdict, name="resolution_verdict_is_in_the_vocabulary"),
            one_of("reason", Reason, name="resolution_reason_is_in_the_vocabulary"),
        ]
        indexes = [Index(fields=["project", "-id"], name="resolution_newest")]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.settled}"


@PreparedFor
def standing_of(user: User, claims: list[int]) -> models.QuerySet[Resolution]:
    """What stands of these claims, where the person may know it."""
    return Resolution.objects.visible_to(user).live().filter(among("claim", claims))
