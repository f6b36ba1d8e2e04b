from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint

from verification.vocabulary import Topic

from .attribution import Attribution
from .claim_stages import ClaimQuerySet
from .constraints import choices, one_of
from .party import Party
from .project import Project
from .publication import Publication
from .user import User

# Whether a person is kept from the claim `c`, for statements that are written by hand.
IS_KEPT_FROM = """EXISTS (
    SELECT FROM verification_exclusion e WHERE e.person_id = {person} AND e.project_id = {project} AND (
        e.topic = ANY(c.topics)
        OR e.party_id IN (SELECT t.party_id FROM verification_attribution t WHERE t.claim_id = c.id)
        OR e.outlet IN (SELECT p.outlet FROM verification_publication p WHERE p.article_id = c.article_id)
    )
)"""


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

    def covers(self) -> Q:
        """Claims that this keeps its person from."""
        if self.topic is not None:
            return Q(topics__contains=[self.topic])
        if self.party_id is not None:
            return Q(Exists(Attribution.objects.filter(claim=OuterRef("pk"), party=self.party_id)))
        return Q(Exists(Publication.objects.filter(article=OuterRef("article"), outlet=self.outlet)))


def kept_from(claims: ClaimQuerySet, *, project: Project, person: User) -> ClaimQuerySet:
    """Those of a project's `claims` that the person is kept from, as the queue has it."""
    covered = Q(pk__in=[])
    for exclusion in Exclusion.objects.filter(project=project, person=person):
        covered |= exclusion.covers()
    return claims.filter(covered)
