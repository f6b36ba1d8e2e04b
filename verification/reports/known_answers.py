"""How people judge claims whose answer is known: of one person claim by claim, of many in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from verification.models import Annotation, Judgement, KnownAnswer, Project, User, other_places
from verification.models.annotation import AnnotationQuerySet
from verification.vocabulary import SKIPS_ABOUT_THE_PERSON, Round


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A known answer and what one person said first of its claim: None where they gave it back."""

    known: KnownAnswer
    annotation: Annotation
    said: Judgement | None

    @property
    def is_right(self) -> bool:
        """Whether the verdict is the known one; the reason does not count."""
        return self.said is not None and self.said.verdict == self.known.verdict

    @property
    def reason_differs(self) -> bool:
        return self.is_right and self.known.reason is not None and self.said.reason != self.known.reason  # type: ignore[union-attr]


@dataclass(frozen=True, kw_only=True)
class Score:
    """How many of the claims somebody had count, and of how many they said what is known."""

    right: int
    counted: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing counts."""
        return self.right / self.counted if self.counted else None

    def reaches(self, least: float) -> bool:
        return self.share is not None and self.share >= least


@dataclass(frozen=True, kw_only=True)
class Confused:
    """How often somebody said `said` of what is `known`."""

    known: str
    said: str
    times: int


def to_be_finished(project: Project, *, person: User) -> AnnotationQuerySet:
    """The person's places of the calibration that they have neither judged nor given back, lapsed ones too."""
    mine = Annotation.objects.filter(person=person, project=project, round=Round.CALIBRATION)
    in_use = Q(claim__known_answer__ended_at__isnull=True, claim__withdrawn_at__isnull=True)
    return mine.filter(in_use, submitted_at__isnull=True, skipped_at__isnull=True)


def how_many_are_left(project: Project, *, person: User) -> int:
    """How many claims of the calibration the person has still to judge."""
    unseen = other_places.how_many_known(project, person=person, round=Round.CALIBRATION)
    return unseen + to_be_finished(project, person=person).count()


def answered_by(person: User, *, project: Project, round: Round) -> list[Answered]:
    """What the person said of the claims whose answers are known, in the order in which they had them.

    As many as the project keeps known answers, at most.
    """
    known = {row.claim_id: row for row in _in_use(project, round)}
    places = Annotation.objects.filter(person=person, round=round, claim__in=known.keys()).order_by("pk")
    ended = places.filter(Q(submitted_at__isnull=False) | Q(skipped_at__isnull=False))
    firsts = Judgement.objects.submitted().filter(annotation__in=ended.order_by(), revision=1)
    said = {judgement.annotation_id: judgement for judgement in firsts.select_related("guideline")}
    return [
        Answered(known=known[place.claim_id], annotation=place, said=said.get(place.pk))
        for place in ended
        if place.skip_reason not in SKIPS_ABOUT_THE_PERSON
    ]


def score(answered: Collection[Answered]) -> Score:
    return Score(right=sum(one.is_right for one in answered), counted=len(answered))


def score_of(person: User, *, project: Project, round: Round) -> Score:
    return score(answered_by(person, project=project, round=round))


def confused(answered: Iterable[Answered]) -> list[Confused]:
    """Which verdicts were taken for which, the most often first."""
    times = Counter((one.known.verdict, one.said.verdict or "") for one in answered if one.said and not one.is_right)
    return [Confused(known=known, said=said, times=number) for (known, said), number in times.most_common()]


def scores_of(people: Iterable[User], *, project: Project) -> dict[tuple[int, Round], Score]:
    """By person and round, of those who have had any."""
    known = KnownAnswer.objects.in_use().filter(project=project)
    places = Annotation.objects.filter(person__in=people, claim__in=known.values("claim"))
    places = places.filter(round=F("claim__known_answer__round")).exclude(skip_reason__in=SKIPS_ABOUT_THE_PERSON)
    ended = places.filter(Q(submitted_at__isnull=False) | Q(skipped_at__isnull=False)).order_by()
    first = Q(judgements__revision=1, judgements__submitted_at__isnull=False)
    right = first & Q(judgements__verdict=F("claim__known_answer__verdict"))
    rows = ended.values("person", "round").annotate(
        counted=Count("pk", distinct=True), right=Count("pk", filter=right, distinct=True)
    )
    return {(row["person"], Round(row["round"])): Score(right=row["right"], counted=row["counted"]) for row in rows}


def _in_use(project: Project, round: Round) -> QuerySet[KnownAnswer]:
    known = KnownAnswer.objects.in_use().filter(project=project, round=round)
    return known.select_related("claim__article").defer("claim__article__text")
