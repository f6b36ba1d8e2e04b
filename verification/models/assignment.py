from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from verification.vocabulary import Role

from .claim import Claim
from .membership import in_projects_of
from .project import Project
from .user import User


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, user: User) -> AssignmentQuerySet:
        """Those of the projects where this person is a curator, and their own. None tells of work on a claim."""
        curates = Project.objects.with_role(user, Role.CURATOR)
        own = Q(in_projects_of(user), person=user)
        return self.filter(own | Q(project__in=curates))


class Assignment(models.Model):
    """A curator gave a claim to a person, by name or as one of a `team`: it comes first in what is next for them.

    `keeps` says that it is for those alone whom it was assigned to, as long as they are as many as the claim wants
    judgements (`Claim.is_reserved`). Taken back, the row goes; the audit trail keeps that it was there.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assignments", db_index=False)
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="assignments", db_index=False)
    # Null: to the person by name.
    team = models.ForeignKey("verification.Team", models.PROTECT, null=True, related_name="+", db_index=False)
    keeps = models.BooleanField(default=False, help_text="For those alone whom the claim was assigned to")
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(User, models.PROTECT, related_name="assignments_made")
    # The database's own: the claim wants judgements, and the person has had no place on it. Never shown.
    is_waiting = models.BooleanField(default=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(
                fields=["claim", "person", "team"],
                nulls_distinct=False,
                name="assignment_is_one_per_claim_and_person_and_team",
            )
        ]
        indexes = [
            # What waits for a person, the first assigned first: it does not grow with what they have done.
            Index(
                fields=["person", "project", "assigned_at", "id"],
                condition=Q(is_waiting=True),
                name="assignment_waiting",
            ),
            Index(fields=["person", "claim"], name="assignment_of_person"),
            Index(fields=["project", "-claim"], name="assignment_newest"),
            Index(fields=["team", "person", "claim"], condition=Q(team__isnull=False), name="assignment_of_team"),
        ]

    def __str__(self) -> str:
        return f"Assignment {self.pk} of claim {self.claim_id}"
