from __future__ import annotations

from collections.abc import Collection

from django.db import connection, models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.db.models.functions import Lower

from verification.vocabulary import Role

from .claim import Claim
from .exclusion import IS_KEPT_FROM
from .project import Project
from .user import User

MOST_MEMBERS = 200  # of a team: whoever takes or fills a claim that it was given notes so with each of them


class TeamQuerySet(models.QuerySet["Team"]):
    def visible_to(self, user: User) -> TeamQuerySet:
        """Those of the projects where this person is a curator, and those that they are in: of these the name alone.

        Who else is in it would tell, once a claim that was kept for the team is resolved, who judged it.
        """
        curates = Project.objects.with_role(user, Role.CURATOR)
        own = Project.objects.with_role(user, Role.ANNOTATOR)
        mine = TeamMember.objects.filter(person=user).values("team")
        return self.filter(Q(project__in=curates) | Q(project__in=own, pk__in=mine))


class Team(models.Model):
    """Annotators of a project to whom claims are given together. Dissolved, the row goes; the audit trail keeps it."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="teams", db_index=False)
    name = models.CharField(max_length=80)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            UniqueConstraint("project", Lower("name"), name="team_name_is_a_projects_once"),
            CheckConstraint(condition=~Q(name=""), name="team_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    """That a person is in a team. Whoever leaves it, or stops judging in its project, has none of its claims left."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="members", db_index=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="teams")
    joined_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [UniqueConstraint(fields=["team", "person"], name="team_member_is_in_it_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.team}"


class TeamAssignmentQuerySet(models.QuerySet["TeamAssignment"]):
    def visible_to(self, user: User) -> TeamAssignmentQuerySet:
        """Those of the projects where this person is a curator. What is given to their own team, their own assignment
        says."""
        return self.filter(team__project__in=Project.objects.with_role(user, Role.CURATOR))


class TeamAssignment(models.Model):
    """A curator gave a claim to a team, whoever is in it: each member has an `Assignment` of it, from this team.

    Those rows are what the queue reads; they come and go with the members.
    """

    team = models.ForeignKey(Team, models.PROTECT, related_name="assignments", db_index=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="team_assignments", db_index=False)
    keeps = models.BooleanField(default=False, help_text="For those alone whom the claim was assigned to")
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = TeamAssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [UniqueConstraint(fields=["claim", "team"], name="team_assignment_is_one_per_claim_and_team")]
        indexes = [Index(fields=["team", "claim"], name="team_assignment_of_team")]

    def __str__(self) -> str:
        return f"Assignment {self.pk} of claim {self.claim_id} to a team"


def who_may_have(claims: Collection[int], *, teams: Collection[int]) -> dict[int, set[int]]:
    """Who in any of these teams may have each of these claims: all but those who are kept from it, by its id."""
    found: dict[int, set[int]] = {claim: set() for claim in claims}
    if not claims or not teams:
        return found
    kept_from = IS_KEPT_FROM.format(person="m.person_id", project="c.project_id")
    sql = f"""
        SELECT c.id, array_agg(m.person_id) FROM verification_claim c
        JOIN verification_teammember m ON m.team_id = ANY(%s)
        WHERE c.id = ANY(%s) AND NOT {kept_from} GROUP BY c.id
    """  # noqa: S608 (put together from words of our own)
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(teams), list(claims)])
        for claim, people in cursor.fetchall():
            found[claim] = set(people)
    return found
