from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, OuterRef, Q, UniqueConstraint

from verification.vocabulary import Role

from .annotation import Annotation
from .judgement import Judgement
from .membership import in_projects_of
from .probes import any_of
from .project import Project
from .user import User


class QuestionQuerySet(models.QuerySet["Question"]):
    def open(self) -> QuestionQuerySet:
        """Those that wait for an answer, and whose claim waits for a decision still."""
        unsettled = Q(annotation__claim__resolved_at__isnull=True, annotation__claim__withdrawn_at__isnull=True)
        return self.filter(unsettled, answered_at__isnull=True)

    def put_to(self, user: User) -> QuestionQuerySet:
        """Those about this person's own judgements, in projects that they still belong to."""
        again = Annotation.objects.looked_at_again(user, claim="annotation__claim")
        return self.filter(~again, in_projects_of(user), annotation__person=user)

    def visible_to(self, user: User) -> QuestionQuerySet:
        """Those put to this person; those of claims that they may decide; and, once the claim is resolved, all of
        their projects."""
        mine = Q(in_projects_of(user), annotation__person=user)
        resolved = Q(in_projects_of(user), annotation__claim__resolved_at__isnull=False)
        decides = Q(
            ~any_of(Annotation.objects.filter(claim=OuterRef("annotation__claim"), person=user)),
            in_projects_of(user, Role.ADJUDICATOR),
            annotation__claim__filled_at__isnull=False,
        )
        again = Annotation.objects.looked_at_again(user, claim="annotation__claim")
        return self.filter(~again & (mine | resolved | decides))


class Question(models.Model):
    """What an adjudicator asks the author of one judgement, whose name they do not see, and what came of it.

    Answered in words, or by submitting another revision (then `answer` is empty). Never edited.
    """

    annotation = models.ForeignKey(Annotation, models.PROTECT, related_name="questions")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    judgement = models.ForeignKey(
        Judgement, models.PROTECT, related_name="questions", help_text="The revision that it was asked about"
    )
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="questions_asked")
    asked_at = models.DateTimeField()
    text = models.TextField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="Empty where another revision is the answer")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            CheckConstraint(condition=~Q(text=""), name="question_is_asked_in_words"),
            CheckConstraint(condition=Q(answer="") | Q(answered_at__isnull=False), name="question_answer_has_its_time"),
            UniqueConstraint(
                fields=["annotation"],
                condition=Q(answered_at__isnull=True),
                name="question_is_asked_one_at_a_time",
            ),
        ]
        indexes = [Index(fields=["project", "-id"], name="question_newest")]

    def __str__(self) -> str:
        return f"Question {self.pk} about judgement {self.judgement_id}"
