from django.db import models
from django.db.models import Index


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

    class Meta:
        ordering = ["-id"]
        indexes = [
            Index(fields=["subject", "subject_id", "id"], name="audit_event_of_subject"),
            Index(fields=["project", "-id"], name="audit_event_of_project"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.subject_id}"
