from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.db.models.functions import Greatest, Least

from verification.vocabulary import LinkKind

from .claim import Claim
from .constraints import choices, one_of, together
from .membership import in_projects_of
from .project import Project
from .user import User

MOST_LISTED = 50  # links of one claim that are shown, the surest first


class ClaimLinkQuerySet(models.QuerySet["ClaimLink"]):
    def visible_to(self, user: User) -> ClaimLinkQuerySet:
        """The links of the projects that this person is a member of."""
        return self.filter(in_projects_of(user))

    def standing(self) -> ClaimLinkQuerySet:
        """Links that nobody refused, between claims that nobody withdrew."""
        return self.filter(refused_at__isnull=True, claim__withdrawn_at__isnull=True, other__withdrawn_at__isnull=True)

    def between(self, one: Claim, other: Claim) -> ClaimLinkQuerySet:
        """The link of two claims, whichever is named first."""
        return self.filter(Q(claim=one, other=other) | Q(claim=other, other=one))

    def of(self, claim: Claim) -> ClaimLinkQuerySet:
        """The links of a claim to others and of others to it, the surest first, no more than are listed."""
        # Each side by its own index: who asks for both at once reads every link of a claim that very many repeat.
        to_others = self.filter(claim=claim).order_by("-score", "-id").values("pk")[:MOST_LISTED]
        of_others = self.filter(other=claim).order_by("-score", "-id").values("pk")[:MOST_LISTED]
        return self.filter(Q(pk__in=to_others) | Q(pk__in=of_others)).order_by("-score", "-id")


class ClaimLink(models.Model):
    """How two claims of a project stand to each other: `claim` updates, corrects or is part of `other`.

    Proposed by a matcher (which version) or drawn by a person; confirmed or refused by a curator. Of what is the same
    or contradicts, the order says nothing. Never a judgement: it does not say which of them is so.
    """

    # The claims'; the database fills it in, and refuses claims of two projects.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="links", db_index=False)
    other = models.ForeignKey(Claim, models.PROTECT, related_name="links_of_others", db_index=False)
    kind = models.CharField(max_length=20, choices=choices(LinkKind))
    score = models.FloatField(help_text="How sure the matcher is, 0 to 1; 1 where a person drew it")
    reason = models.TextField()
    matcher = models.CharField(
        max_length=20, null=True, blank=True, help_text="Version of the matcher that proposed it"
    )
    drawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="claim_links_drawn")
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="claim_links_confirmed")
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="claim_links_refused")

    objects = ClaimLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            CheckConstraint(condition=~Q(claim=F("other")), name="claim_link_is_between_two_claims"),
            UniqueConstraint(
                Least("claim", "other"), Greatest("claim", "other"), name="claim_link_of_a_pair_exists_once"
            ),
            CheckConstraint(condition=Q(score__range=(0, 1)), name="claim_link_score_is_between_0_and_1"),
            one_of("kind", LinkKind, name="claim_link_kind_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(matcher__isnull=False, drawn_by__isnull=True)
                | Q(matcher__isnull=True, drawn_by__isnull=False),
                name="claim_link_is_proposed_or_drawn",
            ),
            together("confirmed_at", "confirmed_by", name="claim_link_confirmed_at_and_by_are_set_together"),
            together("refused_at", "refused_by", name="claim_link_refused_at_and_by_are_set_together"),
            CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
                name="claim_link_is_not_both_confirmed_and_refused",
            ),
        ]
        indexes = [
            Index("claim", F("score").desc(), F("id").desc(), name="claim_link_of_claim"),
            Index("other", F("score").desc(), F("id").desc(), name="claim_link_of_other"),
            Index(fields=["project", "-id"], name="claim_link_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.kind} {self.other_id}"
