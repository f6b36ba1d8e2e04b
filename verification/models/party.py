from django.db import models
from django.db.models import UniqueConstraint

from verification.vocabulary import PartyKind

from .constraints import choices, one_of
from .project import Project


class Party(models.Model):
    """A person or body that a project's claims and evidence speak for."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="parties")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=choices(PartyKind), default=PartyKind.UNKNOWN)
    side = models.CharField(max_length=300, null=True, blank=True)
    interest = models.TextField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "parties"
        constraints = [
            UniqueConstraint(fields=["project", "name"], name="party_name_is_in_a_project_once"),
            one_of("kind", PartyKind, name="party_kind_is_in_the_vocabulary"),
        ]

    def __str__(self) -> str:
        return self.name
