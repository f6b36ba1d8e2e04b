from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from verification.vocabulary import NoticeKind

from .claim import Claim
from .comment import Comment
from .constraints import choices, one_of
from .membership import in_projects_of
from .project import Project
from .question import Question
from .user import User


class NoticeQuerySet(models.QuerySet["Notice"]):
    def to(self, user: User) -> NoticeQuerySet:
        """What this person was told, in the projects that they still belong to. Nobody else reads it."""
        return self.filter(in_projects_of(user), person=user)

    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """That something waits for a person, or concerns them. It holds no words of the claim nor of anybody."""

    person = models.ForeignKey(User, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=20, choices=choices(NoticeKind))
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="notices")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="notices")
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, blank=True, related_name="notices")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, help_text="When it left by mail too")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            one_of("kind", NoticeKind, name="notice_kind_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(question__isnull=True) | Q(comment__isnull=True),
                name="notice_is_about_a_question_or_a_comment",
            ),
        ]
        indexes = [
            Index(fields=["person", "-id"], name="notice_newest"),
            Index(fields=["person", "-id"], condition=Q(read_at__isnull=True), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"Notice {self.pk}: {self.kind}"
