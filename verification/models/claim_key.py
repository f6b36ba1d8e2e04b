from django.db import models

from .claim import Claim
from .project import Project


class ClaimKey(models.Model):
    """A key of a claim (`matching/keys.py`): claims of a project that share one may be about the same thing.

    The primary key is the index that finds them, the newest last; the database fills in the project.
    """

    pk = models.CompositePrimaryKey("project_id", "key", "claim_id")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    key = models.BigIntegerField()
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="keys")

    def __str__(self) -> str:
        return f"{self.key} of {self.claim_id}"
