from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Exists, F, Index, OuterRef, Q, UniqueConstraint

from verification.vocabulary import DossierMoveKind, Role

from .annotation import Annotation
from .claim import Claim
from .constraints import choices, one_of, together
from .membership import Membership, in_projects_of
from .project import Project
from .user import User

LONGEST_QUESTION = 300  # code points
MOST_CLAIMS = 200  # in one dossier: what a page can still show


class DossierQuerySet(models.QuerySet["Dossier"]):
    def visible_to(self, user: User) -> DossierQuerySet:
        """The dossiers of this person's projects, but none that speaks of an unresolved claim which they judge.

        Whoever has a place on a claim sees what was suggested when they began, not what was put beside it since; who
        judges without suggestions, or may yet be given a claim so, sees none of it.
        """
        unresolved = DossierClaim.objects.live().filter(
            dossier=OuterRef("pk"), claim__resolved_at__isnull=True, claim__withdrawn_at__isnull=True
        )
        placed = unresolved.filter(Exists(Annotation.objects.filter(claim=OuterRef("claim"), person=user)))
        placed |= DossierClaim.objects.live().filter(Annotation.objects.looked_at_again(user), dossier=OuterRef("pk"))
        judges = Membership.objects.filter(user=user, role=Role.ANNOTATOR, project__unaided_share__gt=0)
        mine = self.filter(in_projects_of(user))
        return mine.filter(~Exists(placed)).exclude(Q(project__in=judges.values("project")) & Exists(unresolved))

    def standing(self) -> DossierQuerySet:
        """Those that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def of(self, claim: int) -> DossierQuerySet:
        """The dossier that holds the claim of this id, if any."""
        return self.filter(pk__in=DossierClaim.objects.live().filter(claim=claim).values("dossier"))

    def of_article(self, article: int) -> DossierQuerySet:
        """The dossiers that hold claims of an article."""
        return self.filter(pk__in=DossierClaim.objects.live().filter(claim__article=article).values("dossier"))


class Dossier(models.Model):
    """One question, and the claims of any articles that bear on it. Which claims is said by people, never inferred.

    One that was merged into another holds no claims; taking the merging back gives it them again.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="dossiers", db_index=False)
    question = models.TextField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="dossiers_opened")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    merged_at = models.DateTimeField(null=True, blank=True)
    merged_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="dossiers_merged")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            CheckConstraint(condition=~Q(question=""), name="dossier_asks_a_question"),
            CheckConstraint(condition=~Q(merged_into=F("id")), name="dossier_is_not_merged_into_itself"),
            together("merged_into", "merged_at", "merged_by", name="dossier_merged_into_at_and_by_are_set_together"),
        ]
        indexes = [Index(fields=["project", "-id"], name="dossier_newest")]

    def __str__(self) -> str:
        return self.question


class DossierClaimQuerySet(models.QuerySet["DossierClaim"]):
    def live(self) -> DossierClaimQuerySet:
        """Those that stand: not taken out again."""
        return self.filter(removed_at__isnull=True)


class DossierClaim(models.Model):
    """That a claim is in a dossier, from when to when. Rows are never deleted: who took it out is kept."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="members", db_index=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="memberships", db_index=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DossierClaimQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(
                fields=["claim"], condition=Q(removed_at__isnull=True), name="dossier_claim_is_in_one_dossier"
            ),
            together("removed_at", "removed_by", name="dossier_claim_removed_at_and_by_are_set_together"),
        ]
        indexes = [Index(fields=["dossier", "id"], name="dossier_claim_of_dossier")]

    def __str__(self) -> str:
        return f"{self.claim_id} in {self.dossier_id}"


class DossierMove(models.Model):
    """That claims went from one dossier to another, because the two were merged or the one was split; can be undone."""

    kind = models.CharField(max_length=10, choices=choices(DossierMoveKind))
    source = models.ForeignKey(Dossier, models.PROTECT, related_name="moves_away")
    target = models.ForeignKey(Dossier, models.PROTECT, related_name="moves_here")
    claims = models.JSONField(help_text="The ids of the claims that moved")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            one_of("kind", DossierMoveKind, name="dossier_move_kind_is_in_the_vocabulary"),
            CheckConstraint(condition=~Q(source=F("target")), name="dossier_move_is_between_two_dossiers"),
            together("undone_at", "undone_by", name="dossier_move_undone_at_and_by_are_set_together"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
