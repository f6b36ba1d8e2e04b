from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Index, OuterRef, Q, Subquery, UniqueConstraint
from django.db.models.functions import Coalesce

from verification.vocabulary import Reread, Role

from .annotation import Annotation
from .claim import Claim
from .constraints import choices, one_of, together
from .guideline import Guideline
from .membership import in_projects_of
from .probes import any_of
from .project import Project
from .resolution import Resolution
from .user import User

MOST_AT_ONCE = 1_000  # claims of one list
REREADS = (Role.CURATOR, Role.ADJUDICATOR)


def _how_many(listed: models.QuerySet[RereadClaim, Any]) -> Coalesce:
    """How many of `listed`, which are grouped by their list."""
    return Coalesce(Subquery(listed.annotate(number=Count("pk")).values("number")), 0)


class RereadingQuerySet(models.QuerySet["Rereading"]):
    def visible_to(self, user: User) -> RereadingQuerySet:
        return self.filter(in_projects_of(user, *REREADS))

    def with_progress(self, user: User) -> RereadingQuerySet:
        """Adds `looked_at` and `of`: how many of the claims that this person may see there somebody has looked at; a
        list is bounded. A claim that they do not see is not counted either: a list may hold a single one."""
        listed = RereadClaim.objects.visible_to(user).filter(rereading=OuterRef("pk")).order_by().values("rereading")
        seen = listed.filter(Q(at__isnull=False) | Q(resolution__superseded_at__isnull=False))
        return self.annotate(of=_how_many(listed), looked_at=_how_many(seen))


class Rereading(models.Model):
    """A list of resolved claims to look at again, because the guideline changed since they were decided.

    Empty `verdicts`, `reasons` or `topics` mean any. `sections` are the headings that a curator named; `is_cut` says
    that more claims fitted than a list holds, and these are the newest of them.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="rereadings", db_index=False)
    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="rereadings")
    sections = ArrayField(models.TextField(), default=list, blank=True)
    verdicts = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    reasons = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    topics = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    is_cut = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="rereadings_begun")

    objects = RereadingQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [Index(fields=["project", "-id"], name="rereading_newest")]

    def __str__(self) -> str:
        return f"claims to look at again under {self.guideline}"


class RereadClaimQuerySet(models.QuerySet["RereadClaim"]):
    def visible_to(self, user: User) -> RereadClaimQuerySet:
        """Those of this person's lists. Not a claim at which they look a second time just now, as if for the first, nor
        one on which they have a place and which is open again."""
        own = any_of(Annotation.objects.filter(claim=OuterRef("claim"), person=user))
        judged_anew = Q(own, claim__resolved_at__isnull=True)
        return self.filter(in_projects_of(user, *REREADS), ~Annotation.objects.looked_at_again(user), ~judged_anew)

    def waiting(self) -> RereadClaimQuerySet:
        """Those that nobody has looked at, and whose resolution still stands."""
        standing = Q(resolution__superseded_at__isnull=True, claim__withdrawn_at__isnull=True)
        return self.filter(standing, at__isnull=True)


class RereadClaim(models.Model):
    """A claim of such a list, with the resolution that is looked at, and what came of it."""

    # The claim's; the database fills it in.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    rereading = models.ForeignKey(Rereading, models.PROTECT, related_name="claims", db_index=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="rereadings")
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="rereadings")
    outcome = models.CharField(max_length=10, choices=choices(Reread), null=True, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="claims_reread")

    objects = RereadClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            UniqueConstraint(fields=["rereading", "resolution"], name="reread_claim_is_in_a_list_once"),
            one_of("outcome", Reread, name="reread_claim_outcome_is_in_the_vocabulary"),
            together("outcome", "at", "by", name="reread_claim_outcome_at_and_by_are_set_together"),
        ]
        indexes = [
            Index(fields=["rereading", "-id"], condition=Q(at__isnull=True), name="reread_claim_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.outcome or 'to look at again'}"
