from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from verification.vocabulary import Topic

from .constraints import choices, one_of
from .party import Party
from .project import Project
from .user import User


class Exclusion(models.Model):
    """A topic, an outlet or a party of which a person is given no claims in a project: they are no outsider there.

    Said by a curator or by themselves. The queue reads it (`queue.py`); taken back, the row goes, and the audit trail
    keeps that it was there.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="exclusions", db_index=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="exclusions", db_index=False)
    topic = models.CharField(max_length=20, choices=choices(Topic), null=True, blank=True)
    outlet = models.TextField(null=True, blank=True, help_text="As the publications of articles name it")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="exclusions")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="exclusions_set")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            CheckConstraint(
                condition=Q(topic__isnull=False, outlet__isnull=True, party__isnull=True)
                | Q(topic__isnull=True, outlet__isnull=False, party__isnull=True)
                | Q(topic__isnull=True, outlet__isnull=True, party__isnull=False),
                name="exclusion_names_one_of_topic_outlet_and_party",
            ),
            one_of("topic", Topic, name="exclusion_topic_is_in_the_vocabulary"),
            UniqueConstraint(
                fields=["person", "project", "topic", "outlet", "party"],
                nulls_distinct=False,
                name="exclusion_is_said_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.topic or self.outlet or self.party)
