from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q

from verification.vocabulary import STRATEGIES, Consensus, Role, Strategy

from .constraints import choices, one_of

if TYPE_CHECKING:
    from .user import User


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, user: User) -> ProjectQuerySet:
        """The projects that this person is a member of; nobody sees any other."""
        return self.filter(_held_by(user))

    def with_role(self, user: User, *roles: Role) -> ProjectQuerySet:
        """The projects in which this person holds at least one of `roles`."""
        return self.filter(_held_by(user, role__in=roles))


def _held_by(user: User, **conditions: Any) -> Exists:
    """Whether the person has a role in the project: asked, not joined, so that no project comes twice."""
    memberships = Project._meta.get_field("memberships").related_model._default_manager
    return Exists(memberships.filter(project=OuterRef("pk"), user=user, **conditions))


class Project(models.Model):
    """A campaign: articles, the people who judge the claims in them, and the rules they go by."""

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=35, help_text="BCP 47 code of the language of the interface texts")
    places = models.PositiveSmallIntegerField(default=2, help_text="Judgements per claim (N)")
    consensus = models.CharField(max_length=20, choices=choices(Consensus), default=Consensus.UNANIMOUS)
    skip_limit = models.PositiveSmallIntegerField(
        default=2, help_text="As many equal skips take a claim out of the queue"
    )
    engine = models.CharField(max_length=64, default="rules")
    engine_parameters = models.JSONField(default=dict, blank=True)
    unaided_share = models.FloatField(
        default=0.0, help_text="Share of claims shown without suggestions, to measure anchoring"
    )
    strategy = models.CharField(
        max_length=20,
        choices=[(strategy.value, strategy.value.replace("_", " ")) for strategy in STRATEGIES],
        default=Strategy.CHECK_WORTHINESS,
        help_text="In which order the queue begins claims",
    )
    random_share = models.FloatField(
        default=0.0, help_text="Share of claims that are drawn by chance, whatever the strategy"
    )
    calibrates = models.BooleanField(default=False, help_text="Everybody judges the calibration claims first")
    calibration_pass = models.FloatField(
        null=True, blank=True, help_text="Share of them to judge as is known, to go on; null: it is only shown"
    )
    check_share = models.FloatField(default=0.0, help_text="Share of claims whose answer is known, among live ones")
    repeat_share = models.FloatField(default=0.0, help_text="Share of claims that a person judges a second time")
    repeat_after_days = models.PositiveSmallIntegerField(
        default=30, help_text="Days after which a claim may come a second time"
    )
    shows_pace = models.BooleanField(
        default=False, help_text="Whether curators see how long each person takes; else each sees their own alone"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            CheckConstraint(condition=Q(places__range=(1, 9)), name="project_places_are_between_1_and_9"),
            CheckConstraint(condition=Q(skip_limit__range=(1, 9)), name="project_skip_limit_is_between_1_and_9"),
            CheckConstraint(condition=Q(unaided_share__range=(0, 1)), name="project_unaided_share_is_between_0_and_1"),
            CheckConstraint(condition=Q(random_share__range=(0, 1)), name="project_random_share_is_between_0_and_1"),
            CheckConstraint(
                condition=Q(calibration_pass__isnull=True) | Q(calibration_pass__gt=0, calibration_pass__lte=1),
                name="project_calibration_pass_is_above_0_up_to_1",
            ),
            CheckConstraint(condition=Q(check_share__range=(0, 0.5)), name="project_check_share_is_at_most_half"),
            CheckConstraint(condition=Q(repeat_share__range=(0, 0.5)), name="project_repeat_share_is_at_most_half"),
            CheckConstraint(condition=Q(repeat_after_days__gte=1), name="project_repeats_after_a_day_or_more"),
            CheckConstraint(
                condition=Q(strategy__in=[strategy.value for strategy in STRATEGIES]),
                name="project_strategy_is_one_that_orders_the_queue",
            ),
            one_of("consensus", Consensus, name="project_consensus_is_in_the_vocabulary"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def measures_unseen(self) -> bool:
        """Whether claims come that are no live work, and nothing tells which: so how many wait is not told either,
        because that number stays the same when one of them comes."""
        return bool(self.check_share or self.repeat_share)
