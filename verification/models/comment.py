from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Exists, Index, OuterRef, Q
from django.db.models.expressions import Case, Value, When

from verification.vocabulary import Role

from .annotation import Annotation
from .claim import Claim
from .constraints import together
from .membership import Membership, in_projects_of
from .probes import any_of
from .project import Project
from .resolution import Resolution, of_one_opened_again
from .user import User

LOOKS_AFTER = (Role.ADJUDICATOR, Role.CURATOR)  # to whom comments on a claim that is not resolved are addressed


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, user: User) -> CommentQuerySet:
        """The comments that this person may read.

        Until the claim is resolved: what they wrote themselves, the answers to it, and, for curators and adjudicators
        who have no place on the claim and may not be given one, all. Afterwards those of their projects, but where the
        claim had the verdict of an earlier one that is not resolved any more.
        """
        own = Q(by=user) | Q(reply_to__by=user)
        resolved = Q(claim__resolved_at__isnull=False) & ~Annotation.objects.looked_at_again(user)
        # Of a claim that had the verdict of one which is open again they may speak of that one.
        resolved &= ~any_of(Resolution.objects.filter(of_one_opened_again(), claim=OuterRef("claim")))
        looked_after = any_of(Claim.objects.whose_work_is_seen_by(user).filter(pk=OuterRef("claim")))
        addressed = in_projects_of(user, *LOOKS_AFTER) & looked_after
        return self.filter(own | resolved | addressed, in_projects_of(user))

    def open_threads(self) -> CommentQuerySet:
        """What begins a discussion that nobody has closed."""
        return self.filter(reply_to__isnull=True, resolved_at__isnull=True, withdrawn_at__isnull=True)

    def with_writers(self) -> CommentQuerySet:
        """Adds `who`: "place" for whoever has or had a place on the claim, else "cares" for curators and adjudicators,
        else "member". Names are for whoever had no place on it, and once the claim is resolved."""
        had_a_place = Annotation.objects.filter(claim=OuterRef("claim"), person=OuterRef("by"))
        cares = Membership.objects.filter(project=OuterRef("project"), user=OuterRef("by"), role__in=LOOKS_AFTER)
        return self.annotate(
            who=Case(
                When(Exists(had_a_place), then=Value("place")),
                When(Exists(cares), then=Value("cares")),
                default=Value("member"),
                output_field=models.CharField(),
            )
        )


class Comment(models.Model):
    """What somebody says about a claim to those who may read it, or an answer to it (then `reply_to`).

    Never edited: withdrawn by its writer, and then its words are gone. The one that begins a discussion is closed when
    it is settled, and may be opened again.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="comments")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    reply_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replies")
    by = models.ForeignKey(User, models.PROTECT, related_name="comments")
    at = models.DateTimeField()
    text = models.TextField(blank=True, help_text="Empty once it is withdrawn")
    mentions: models.ManyToManyField[User, User] = models.ManyToManyField(
        User, blank=True, related_name="mentioned_in", help_text="Members whom the words name with an @"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    who: str  # where `with_writers` has added it

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            together("resolved_at", "resolved_by", name="comment_resolved_at_and_by_are_set_together"),
            CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) & ~Q(text="") | Q(withdrawn_at__isnull=False, text=""),
                name="comment_has_words_until_it_is_withdrawn",
            ),
            CheckConstraint(
                condition=Q(reply_to__isnull=True) | Q(resolved_at__isnull=True),
                name="comment_that_answers_another_is_not_closed_itself",
            ),
        ]
        indexes = [
            Index(fields=["project", "-id"], name="comment_newest"),
            Index(
                fields=["project", "-id"],
                condition=Q(reply_to__isnull=True, resolved_at__isnull=True, withdrawn_at__isnull=True),
                name="comment_open_discussion",
            ),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk} on claim {self.claim_id}"
