from __future__ import annotations

from django.db import models
from django.db.models import Index, OuterRef, Q, Subquery

from .annotation import Annotation
from .claim import Claim
from .comment import Comment
from .membership import in_projects_of
from .probes import any_of
from .resolution import Resolution, of_one_opened_again
from .user import User

# What befell a claim and so tells how others judged it, or that they would not.
TELLS_OF_OTHERS = (
    "claim.carried_over",
    "claim.dropped",
    "claim.place_added",
    "claim.place_taken_back",
    "claim.reopened",
    "claim.resolved",
    "claim.stands",
)


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    def visible_to(self, user: User) -> AuditEventQuerySet:
        """What happened in this person's projects, and, for a superuser, what belongs to none.

        Who took, skipped or judged a claim is told once it is resolved. That it was dropped, or resolved and opened
        again, is told before that too, to those who see the work on it. What they did themselves is told to anybody,
        and to nobody else that somebody would rather not judge a claim: not even that they had a place on it.
        """
        seen = Claim.objects.whose_work_is_seen_by(user).filter(pk=OuterRef("subject_id"))
        within = in_projects_of(user)
        if user.is_superuser:
            within |= Q(project__isnull=True)
        blind = _of_blind_work() | (_of_blind_claims() & ~any_of(seen))
        return self.filter(within & (Q(actor=user.pk) | ~blind))

    def with_names(self) -> AuditEventQuerySet:
        """Adds `actor_name`; None for what the system did by itself, and for whoever is here no more."""
        return self.annotate(actor_name=Subquery(User.objects.filter(pk=OuterRef("actor")).values("username")))

    def told_to_all(self) -> AuditEventQuerySet:
        """Those that tell nobody of others' work on a claim that is not resolved."""
        return self.exclude(_of_blind_work() | _of_blind_claims())


def _of_blind_work() -> Q:
    """Who took, skipped or judged a claim that is not resolved, and who skipped one for a reason of their own."""
    resolved = Annotation.objects.of_resolved_claims()
    told = resolved.told().filter(pk=OuterRef("subject_id"))
    place = Q(subject="annotation") & ~any_of(told)
    discussed = Comment.objects.filter(claim__resolved_at__isnull=False)
    said = Q(subject="comment") & ~any_of(discussed.filter(pk=OuterRef("subject_id")))
    asked = Q(subject="question") & ~any_of(resolved.filter(questions=OuterRef("subject_id")))
    return place | asked | said | (Q(subject="judgement") & ~any_of(resolved.filter(judgements=OuterRef("subject_id"))))


def _of_blind_claims() -> Q:
    """What befell a claim that is not resolved, or had the verdict of one that is not, and tells of the work on it."""
    stands = Claim.objects.resolved().filter(pk=OuterRef("subject_id"))
    carried = Resolution.objects.filter(of_one_opened_again(), claim=OuterRef("subject_id"))
    # That somebody opened this one themselves has words of its own, and tells of this one alone.
    of_another = any_of(carried) & ~Q(facts__has_key="reopening")
    return Q(kind__in=TELLS_OF_OTHERS) & (~any_of(stands) | of_another)


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

    actor_name: str | None  # where `with_names` has added it

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            Index(fields=["subject", "subject_id", "id"], name="audit_event_of_subject"),
            Index(fields=["project", "-id"], name="audit_event_of_project"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.subject_id}"
