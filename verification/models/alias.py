from django.db import models
from django.db.models import UniqueConstraint

from .party import Party
from .project import Project


class Alias(models.Model):
    """A name that a party goes by; `key` is that name folded, as names of articles are compared.

    The database sets `project` itself, from the party.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    party = models.ForeignKey(Party, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)

    class Meta:
        ordering = ["party", "name"]
        verbose_name_plural = "aliases"
        constraints = [UniqueConstraint(fields=["project", "key"], name="alias_means_one_party_in_a_project")]

    def __str__(self) -> str:
        return self.name
