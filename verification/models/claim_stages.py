"""The stages of a claim, as queries over what happened to it, and who may know which."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import (
    Case,
    CharField,
    Exists,
    OuterRef,
    Q,
    Value,
    When,
)

from verification.extraction.gazetteer import spellings
from verification.vocabulary import Role, Round, Stage

from .full_text import STATEMENT_WORDS, asked, matching
from .membership import in_projects_of
from .prepared import Prepared
from .probes import any_of
from .user import User

if TYPE_CHECKING:
    from .claim import Claim  # noqa: F401 (named in the base class below)

# Each is the condition of an index too, so that a stage is found without walking past all other claims.
UNRESOLVED = Q(resolved_at__isnull=True, withdrawn_at__isnull=True)
UNFILLED = UNRESOLVED & Q(filled_at__isnull=True, dropped_at__isnull=True, set_aside_at__isnull=True)
AWAITING_ADJUDICATION = UNRESOLVED & Q(filled_at__isnull=False, dropped_at__isnull=True)
DROPPED = UNRESOLVED & Q(dropped_at__isnull=False)
RESOLVED = Q(resolved_at__isnull=False, withdrawn_at__isnull=True)
# Of the unfilled ones: those on which nobody has ever had a place, and all others.
FRESH = UNFILLED & Q(begun_at__isnull=True)
BEGUN = UNFILLED & Q(begun_at__isnull=False)
# Those of the unresolved ones on which anybody ever had a place.
TAKEN_UP = UNRESOLVED & Q(begun_at__isnull=False)
WITHDRAWN = Q(withdrawn_at__isnull=False)
# Their answers are known. They stay open for good, and nobody is told that they are other than the rest.
SET_ASIDE = UNRESOLVED & Q(set_aside_at__isnull=False)

SEES_THE_WORK = (Role.ADJUDICATOR, Role.CURATOR, Role.RESEARCHER)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def _related(self, name: str, **conditions: Any) -> models.QuerySet[Any]:
        """Rows of the relation `name` that belong to the claim of the outer query."""
        related = self.model._meta.get_field(name).related_model
        return related._default_manager.filter(claim=OuterRef("pk"), **conditions)  # type: ignore[union-attr]

    def _live_places(self) -> models.QuerySet[Any]:
        return self._related("annotations", round=Round.INDEPENDENT, lapsed_at__isnull=True, skipped_at__isnull=True)

    def visible_to(self, user: User) -> ClaimQuerySet:
        """The claims of the projects that this person is a member of."""
        return self.filter(in_projects_of(user))

    def saying(self, words: str) -> ClaimQuerySet:
        """Claims whose statement holds, for each of `words`, a word that begins with it; all where none is given."""
        question = asked(words)
        return self.all() if question is None else self.answering(question)

    def answering(self, question: str) -> ClaimQuerySet:
        """Claims whose statement answers a question that `full_text.asked` put."""
        return self.alias(words=STATEMENT_WORDS).filter(words=matching(question))

    def fitting(
        self,
        *,
        topic: str | None = None,
        place: str | None = None,
        actor: str | None = None,
        modality: str | None = None,
        with_numbers: bool = False,
        since: date | None = None,
        until: date | None = None,
    ) -> ClaimQuerySet:
        """Claims by what they speak of. `place` and `actor` are names in any language that the lexicons know, or as the
        claim has them; of undated claims none happened between `since` and `until`, both included."""
        found = self.all()
        if topic:
            found = found.filter(topics__contains=[topic])
        if place:
            found = found.filter(locations__overlap=spellings("places", place))
        if actor:
            found = found.filter(actors__overlap=spellings("bodies", actor))
        if modality:
            found = found.filter(modality=modality)
        if with_numbers:
            found = found.exclude(numbers=[])
        if since:
            found = found.filter(event_until__gte=datetime.combine(since, time.min, UTC))
        if until:
            found = found.filter(event_from__lt=datetime.combine(until, time.min, UTC) + timedelta(days=1))
        return found

    def _own_place(self, user: User) -> Q:
        return any_of(self._related("annotations", person=user))

    def looked_at_again_by(self, user: User) -> models.QuerySet[Any]:
        """The ids of the claims at which the person is looking a second time just now."""
        return _open_repeats(user.pk).order_by().values("claim")

    def _looked_at_again(self, user: User) -> Q:
        """Whether the person has a second look at the claim that is not over: they see it as if it were the first."""
        return any_of(_open_repeats(user.pk).filter(claim=OuterRef("pk")))

    def _judges(self, user: User) -> Q:
        return in_projects_of(user, Role.ANNOTATOR)

    def _may_be_given(self, user: User) -> Q:
        """Whether the queue gives such a claim to this person at all, while it wants judgements.

        A place that was asked for when all others were filled goes to nobody who could see the work on it till then.
        """
        return self._judges(user) & (Q(further_places=0) | ~self._has_the_role(user))

    def _has_the_role(self, user: User) -> Q:
        return in_projects_of(user, *SEES_THE_WORK)

    def _sees_the_work_without_a_place(self, user: User) -> Q:
        """Whether the person, who has no place on the claim, may know what others do on it."""
        may_yet_judge = self._may_be_given(user) & Q(filled_at__isnull=True, dropped_at__isnull=True)
        return self._has_the_role(user) & ~may_yet_judge

    def with_work_for(self, user: User) -> ClaimQuerySet:
        """Adds `shows_places`: whether the person may know what others do on the claim, or have done."""
        resolved = Q(resolved_at__isnull=False) & ~self._looked_at_again(user)
        shows = self._sees_the_work(user) | (self._has_the_role(user) & resolved)
        return self.annotate(shows_places=shows)

    def _sees_the_work(self, user: User) -> Q:
        """Whether the person may know what others do on the claim, though not what they judged."""
        return self._sees_the_work_without_a_place(user) & ~self._own_place(user)

    def whose_work_is_seen_by(self, user: User) -> ClaimQuerySet:
        """Claims of which this person may know who is at work, who skipped, and the stage that follows from it.

        Never those on which they have a place, nor, where they are an annotator too, those on which they may yet be
        given one: whoever judges a claim must not know what others did on it. Nor those that had the verdict of one on
        which they have a place, and which is open again: what was said of it here was said of that.
        """
        return self.filter(self._sees_the_work(user), ~self._had_the_verdict_of_their_own(user))

    def _had_the_verdict_of_their_own(self, user: User) -> Q:
        """Whether the verdict of a claim that is open again, and on which the person has a place, was carried here."""
        carried = self._related("resolutions", carried_from__claim__resolved_at__isnull=True)
        return any_of(carried.filter(carried_from__claim__annotations__person=user))

    # The stages. Each claim is in exactly one.

    def unfilled(self) -> ClaimQuerySet:
        """Claims that still want a judgement: what the queue draws from."""
        return self.filter(UNFILLED)

    def open(self) -> ClaimQuerySet:
        return self.unfilled().filter(~Exists(self._live_places()))

    def in_progress(self) -> ClaimQuerySet:
        return self.filter(BEGUN, Exists(self._live_places()))

    def awaiting_adjudication(self) -> ClaimQuerySet:
        return self.filter(AWAITING_ADJUDICATION)

    def resolved(self) -> ClaimQuerySet:
        return self.filter(RESOLVED)

    def dropped(self) -> ClaimQuerySet:
        return self.filter(DROPPED)

    def withdrawn(self) -> ClaimQuerySet:
        return self.filter(WITHDRAWN)

    def with_stage_for(self, user: User) -> ClaimQuerySet:
        """Adds `stage` as this person may know it.

        Whoever judges a claim, may yet judge it, or only ever judges in its project, would learn from the true stage
        what others did ("awaiting adjudication" says that somebody disagreed). Until the claim is resolved they
        see it as in progress where they have a place on it themselves, and as open otherwise.
        """
        again = self._looked_at_again(user)
        return self.annotate(
            stage=Case(
                When(withdrawn_at__isnull=False, then=Value(Stage.WITHDRAWN.value)),
                When(Q(resolved_at__isnull=False) & ~again, then=Value(Stage.RESOLVED.value)),
                When(self._own_place(user), then=Value(Stage.IN_PROGRESS.value)),
                When(~self._sees_the_work_without_a_place(user), then=Value(Stage.OPEN.value)),
                When(dropped_at__isnull=False, then=Value(Stage.DROPPED.value)),
                When(filled_at__isnull=False, then=Value(Stage.AWAITING_ADJUDICATION.value)),
                When(Exists(self._live_places()), then=Value(Stage.IN_PROGRESS.value)),
                default=Value(Stage.OPEN.value),
                output_field=CharField(),
            )
        )

    def with_idle_places_for(self, user: User) -> ClaimQuerySet:
        """Adds `is_only_held`: whether the claim is in progress by places alone in which nobody has done anything yet:
        held ahead for when a network is gone, or looked at and no more. Known to whoever may know what others do."""
        places: Any = self._live_places()
        seen = self._sees_the_work(user)
        return self.annotate(is_only_held=BEGUN & seen & any_of(places) & ~any_of(places.met()))

    def at_stage_for(self, user: User, stage: Stage) -> ClaimQuerySet:
        """The claims that `with_stage_for` would show this person at `stage`, asked so that an index finds them."""
        # Each is what `with_stage_for` says, simplified by what else holds at the stage: every look at another table
        # is taken for each claim that the list walks past.
        own_place, has_the_role = self._own_place(user), self._has_the_role(user)
        judges = self._judges(user) & Q(further_places=0)  # asked below only of those who have the role
        taken = any_of(self._live_places())
        match stage:
            case Stage.WITHDRAWN:
                return self.withdrawn()
            case Stage.RESOLVED:
                return self.resolved().filter(~self._looked_at_again(user))
            case Stage.DROPPED:
                return self.dropped().filter(has_the_role, ~own_place)
            case Stage.AWAITING_ADJUDICATION:
                return self.awaiting_adjudication().filter(has_the_role, ~own_place)
            case Stage.IN_PROGRESS:
                if again := [pk for (pk,) in _looked_at_again.tuples(user=user.pk)]:
                    at_work = TAKEN_UP & ((BEGUN & has_the_role & ~judges & taken) | own_place)
                    return self.filter(~WITHDRAWN, at_work | Q(pk__in=again))  # resolved ones too
                return self.filter(TAKEN_UP).filter((BEGUN & has_the_role & ~judges & taken) | own_place)
            case Stage.OPEN:
                return self.filter(UNRESOLVED).filter(
                    ~has_the_role | (UNFILLED & judges) | FRESH | (BEGUN & ~taken) | SET_ASIDE, ~own_place
                )

    def with_suggestions_for(self, user: User) -> ClaimQuerySet:
        """Adds `shows_suggestions`: whether this person may see what an engine says bears on the claim.

        Not whoever judges it unaided, nor an annotator who may yet be given it so: they could look first.
        """
        own = self._related("annotations", person=user)
        may_draw_it_unaided = ~Exists(own) & self._judges(user) & Q(project__unaided_share__gt=0)
        judges_it_unaided = Exists(own.filter(aided=False))
        return self.annotate(
            shows_suggestions=Case(
                When(Q(resolved_at__isnull=False) & ~self._looked_at_again(user), then=Value(True)),
                When(may_draw_it_unaided | judges_it_unaided, then=Value(False)),
                default=Value(True),
                output_field=models.BooleanField(),
            )
        )

    def asked_further(self) -> ClaimQuerySet:
        """Those that wait for a judgement more, which an adjudicator asked for."""
        return self.unfilled().filter(further_places__gt=0)

    def adjudicable_by(self, user: User) -> ClaimQuerySet:
        """Claims awaiting adjudication in this person's projects as adjudicator that they did not judge."""
        return self.awaiting_adjudication()._for_adjudicator(user)

    def asked_further_by_adjudicators_like(self, user: User) -> ClaimQuerySet:
        """Claims that this person could decide if they did not wait for a further judgement."""
        return self.asked_further()._for_adjudicator(user)

    def _for_adjudicator(self, user: User) -> ClaimQuerySet:
        return self.filter(
            ~Exists(self._related("annotations", person=user)),
            in_projects_of(user, Role.ADJUDICATOR),
        )


def _open_repeats(user: int) -> models.QuerySet[Any]:
    annotations: Any = User._meta.get_field("annotations").related_model
    unfinished: models.QuerySet[Any] = annotations._default_manager.unfinished()
    return unfinished.filter(person=user, round=Round.REPEAT)


@Prepared
def _looked_at_again(user: int) -> models.QuerySet[Any]:
    return _open_repeats(user).order_by().values_list("claim")
