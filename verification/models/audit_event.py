from __future__ import annotations

from django.db import models
from django.db.models import Exists, Index, OuterRef, Q

from .annotation import Annotation
from .claim import Claim
from .claim_stages import SEES_THE_WORK
from .project import Project
from .user import User

# What befell a claim and so tells how others judged it, or that they would not.
TELLS_OF_OTHERS = ("claim.dropped", "claim.reopened", "claim.resolved")


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    def visible_to(self, user: User) -> AuditEventQuerySet:
        """What happened in this person's projects, and, for a superuser, what belongs to none.

        Who took, skipped or judged a claim is told once it is resolved, and before that to those who see the work
        and have no place on it, that it was dropped, or resolved and opened again; what they did themselves is told
        to anybody.
        """
        of_resolved = Annotation.objects.of_resolved_claims()
        place = Q(subject="annotation") & ~Q(Exists(of_resolved.filter(pk=OuterRef("subject_id"))))
        judgement = Q(subject="judgement") & ~Q(Exists(of_resolved.filter(judgements=OuterRef("subject_id"))))
        open_to_them = Claim.objects.filter(
            ~Exists(Annotation.objects.filter(claim=OuterRef("pk"), person=user)),
            pk=OuterRef("subject_id"),
            project__in=Project.objects.with_role(user, *SEES_THE_WORK),
        )
        stands = Claim.objects.resolved().filter(pk=OuterRef("subject_id"))
        claim = Q(kind__in=TELLS_OF_OTHERS) & ~Q(Exists(open_to_them)) & ~Q(Exists(stands))
        within = Q(project__in=Project.objects.visible_to(user).values("pk"))
        if user.is_superuser:
            within |= Q(project__isnull=True)
        return self.filter(within & (Q(actor=user.pk) | ~(place | judgement | claim)))


class AuditEvent(models.Model):
    """What was done, by whom, to what. Append-only (a trigger refuses change and removal).

    Holds ids and facts, never names or texts, and no foreign keys: so that the trail survives what it speaks
    of and a person can be erased without touching it. `actor` is null for what the system did by itself.
    """

    at = models.DateTimeField()
    kind = models.CharField(max_length=60, help_text="noun.verb, such as judgement.submitted")
    actor = models.BigIntegerField(null=True, blank=True, help_text="User id")
    project = models.BigIntegerField(null=True, blank=True, help_text="Project id")
    subject = models.CharField(max_length=40, help_text="The kind of thing it was done to")
    subject_id = models.BigIntegerField()
    facts = models.JSONField(default=dict, blank=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            Index(fields=["subject", "subject_id", "id"], name="audit_event_of_subject"),
            Index(fields=["project", "-id"], name="audit_event_of_project"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.subject_id}"
