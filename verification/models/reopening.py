from django.db import models

from .claim import Claim
from .constraints import together
from .user import User


class Reopening(models.Model):
    """That a claim which was dropped or withdrawn, or had the verdict of an earlier one, was opened again, and why.

    A claim carries the withdrawal that stands. One that was taken back is kept here, with its words.
    A resolution that was opened again keeps its words itself. Never changed.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="reopenings")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    why = models.TextField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_why = models.TextField(null=True, blank=True)

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            together(
                "withdrawn_at",
                "withdrawn_by",
                "withdrawn_why",
                name="reopening_keeps_a_withdrawal_whole_or_none",
            ),
        ]

    def __str__(self) -> str:
        return self.why
