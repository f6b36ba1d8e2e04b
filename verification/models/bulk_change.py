from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

from verification.vocabulary import BulkKind, Priority, Role

from .constraints import choices, one_of
from .membership import in_projects_of
from .project import Project
from .user import User

MOST_AT_ONCE = 1_000  # claims


class BulkChangeQuerySet(models.QuerySet["BulkChange"]):
    def visible_to(self, user: User) -> BulkChangeQuerySet:
        """One's own, in the projects where one is a curator: what is refused is worded for whoever planned it."""
        return self.filter(in_projects_of(user, Role.CURATOR), planned_by=user)


class BulkChange(models.Model):
    """What a curator does with many claims: planned first, looked at, then done, one claim after the other.

    `claims` rise; the first `done` of them have been seen to, and `refused` holds those of which nothing was done, each
    with the sentence that says why: [[id, sentence], …].
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="bulk_changes")
    kind = models.CharField(max_length=10, choices=choices(BulkKind))
    claims = ArrayField(models.BigIntegerField())
    people = ArrayField(models.BigIntegerField(), default=list, blank=True, help_text="To whom, by id")
    teams = ArrayField(models.BigIntegerField(), default=list, blank=True, help_text="To which teams, by id")
    keeps = models.BooleanField(default=False, help_text="For them alone")
    priority = models.PositiveSmallIntegerField(default=0)
    why = models.TextField(blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=list, blank=True)

    objects = BulkChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            one_of("kind", BulkKind, name="bulk_change_kind_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(claims__len__range=(1, MOST_AT_ONCE)), name="bulk_change_is_of_some_claims_and_not_too_many"
            ),
            CheckConstraint(
                condition=Q(priority__lt=len(Priority)), name="bulk_change_priority_is_a_place_in_the_vocabulary"
            ),
            CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(done=F("claims__len"), begun_at__isnull=False),
                name="bulk_change_is_finished_once_every_claim_is_seen_to",
            ),
        ]
        indexes = [Index(fields=["planned_by", "-id"], name="bulk_change_of_person")]

    def __str__(self) -> str:
        return f"{self.kind} {len(self.claims)} claims"

    @property
    def put_first(self) -> Priority:
        return list(Priority)[self.priority]

    def left(self) -> Sequence[int]:
        """The ids of the claims that are not seen to yet."""
        return self.claims[self.done :]
