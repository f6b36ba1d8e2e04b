from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from verification.vocabulary import BundleState

from .constraints import choices, one_of
from .leased import Leased
from .upload import Upload

if TYPE_CHECKING:
    from .user import User

UNFINISHED_BUNDLE = (BundleState.RECEIVED, BundleState.UNPACKING)


class BundleQuerySet(models.QuerySet["Bundle"]):
    def visible_to(self, user: User) -> BundleQuerySet:
        """Those of the uploads that this person may see."""
        return self.filter(upload__in=Upload.objects.visible_to(user))

    def unfinished(self) -> BundleQuerySet:
        """Bundles that a worker still has to take apart."""
        return self.filter(state__in=UNFINISHED_BUNDLE)


class Bundle(Leased):
    """A file that holds several articles (.zip, .csv, .jsonl), kept as it came; a worker takes it apart.

    Each of its parts becomes an article that names the bundle and the part; a part that cannot be read is a
    failed article that says why.
    """

    upload = models.ForeignKey(Upload, models.PROTECT, related_name="bundles")
    name = models.TextField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=20, choices=choices(BundleState), default=BundleState.RECEIVED)
    parts = models.PositiveIntegerField(null=True, blank=True, help_text="How many it holds, once it was opened")
    received_at = models.DateTimeField(auto_now_add=True)

    objects = BundleQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("state", BundleState, name="bundle_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(state=BundleState.FAILED, failure__isnull=False)
                | (~Q(state=BundleState.FAILED) & Q(failure__isnull=True)),
                name="bundle_has_failed_exactly_when_it_says_why",
            ),
        ]
        indexes = [
            Index(
                fields=["queued_at"],
                condition=Q(state__in=[state.value for state in UNFINISHED_BUNDLE]),
                name="bundle_unfinished",
            ),
        ]

    def __str__(self) -> str:
        return self.name
