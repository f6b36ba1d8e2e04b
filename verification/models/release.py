from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from verification.vocabulary import ReleaseState, Role

from .constraints import choices, one_of
from .leased import Leased
from .membership import in_projects_of
from .project import Project
from .user import User


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, user: User) -> ReleaseQuerySet:
        """Releases of the projects in which this person is a researcher or a curator."""
        return self.filter(in_projects_of(user, Role.RESEARCHER, Role.CURATOR))

    def unfinished(self) -> ReleaseQuerySet:
        return self.filter(state__in=[ReleaseState.REQUESTED, ReleaseState.WRITING])


class Release(Leased):
    """A frozen dataset of a project, written by a worker to a folder of its own."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="releases")
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="releases")
    state = models.CharField(max_length=10, choices=choices(ReleaseState), default=ReleaseState.REQUESTED)
    finished_at = models.DateTimeField(null=True, blank=True)
    manifest = models.JSONField(null=True, blank=True, help_text="The manifest file's content, once written")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            one_of("state", ReleaseState, name="release_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(state=ReleaseState.DONE, finished_at__isnull=False, manifest__isnull=False)
                | (~Q(state=ReleaseState.DONE) & Q(finished_at__isnull=True, manifest__isnull=True)),
                name="release_is_done_exactly_when_it_has_a_manifest",
            ),
            CheckConstraint(
                condition=Q(state=ReleaseState.FAILED, failure__isnull=False)
                | (~Q(state=ReleaseState.FAILED) & Q(failure__isnull=True)),
                name="release_has_failed_exactly_when_it_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} release {self.pk}"
