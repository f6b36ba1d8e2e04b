"""Claims by a question (`verification.asking`), as far as the person who asks may know what it asks about."""

from __future__ import annotations

from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from verification.asking import Asked, Term
from verification.extraction.gazetteer import spellings
from verification.extraction.spellings import pattern_of
from verification.vocabulary import Priority, Stage

from .assignment import Assignment
from .attribution import Attribution
from .claim import Claim
from .claim_stages import ClaimQuerySet
from .party import Party
from .probes import any_of
from .resolution import Resolution
from .team import TeamAssignment
from .user import User


def asking(claims: ClaimQuerySet, asked: Asked, *, by: User) -> ClaimQuerySet:
    """Those of `claims` that fit. Stages and verdicts are as `by` may know them: a verdict is that of a resolution
    that stands, so that nothing tells of judgements of a claim that is not resolved."""
    found = claims.saying(asked.words)
    for term in asked.terms:
        match term.name:
            case "since":
                found = found.fitting(since=date.fromisoformat(term.values[0]))
            case "until":
                found = found.fitting(until=date.fromisoformat(term.values[0]))
            case "stage" if not term.negated and len(term.values) == 1:
                found = found.at_stage_for(by, Stage(term.values[0]))
            case _:
                fits = _fits(term, by=by)
                found = found.filter(~fits if term.negated else fits)
    return found


def _fits(term: Term, *, by: User) -> Q:
    match term.name:
        case "verdict":
            standing = Resolution.objects.live().filter(claim=OuterRef("pk"), verdict__in=term.values)
            again = Claim.objects.looked_at_again_by(by)
            return Q(any_of(standing), ~Q(pk__in=again), resolved_at__isnull=False)
        case "stage":
            seen = Q()
            for stage in term.values:
                seen |= Q(pk__in=Claim.objects.visible_to(by).at_stage_for(by, Stage(stage)).values("pk"))
            return seen
        case "topic":
            return Q(topics__overlap=list(term.values))
        case "claimant":
            return any_of(_asserted_by(term.values))
        case "place":
            return Q(locations__overlap=[name for value in term.values for name in spellings("places", value)])
        case "actor":
            return Q(actors__overlap=[name for value in term.values for name in spellings("bodies", value)])
        case "priority":
            return Q(priority__in=[Priority(value).rank for value in term.values])
        case "assigned":
            return _assigned_to(term.values, by=by)
        case "numbers":
            without = Q(numbers=[])
            return Q(pk__gt=0) if len(set(term.values)) == 2 else without if "no" in term.values else ~without
    return Q(**{f"{term.name}__in": term.values})  # modality and dispute are columns of their own words


def _assigned_to(names: tuple[str, ...], *, by: User) -> Q:
    """Claims given to these people and teams, as far as `by` may know: "me" is themselves, "anybody" whoever."""
    given = Assignment.objects.visible_to(by).filter(claim=OuterRef("pk"))
    to_teams = TeamAssignment.objects.visible_to(by).filter(claim=OuterRef("pk"))  # of which nobody may be a member
    if "anybody" in names:
        return any_of(given) | any_of(to_teams)
    teams = [name for name in names if name != "me"]
    meant = Q(person__username__in=names) | Q(team__name__in=teams)
    found = any_of(given.filter(meant | Q(person=by) if "me" in names else meant))
    return found | any_of(to_teams.filter(team__name__in=teams)) if teams else found


def _asserted_by(names: tuple[str, ...]) -> ClaimQuerySet:
    """The innermost speakers of a claim whose name holds one of `names`, in any case and by any name of the party, of
    which spellings count alike: Masoud, Massoud."""
    called, aliased = Q(), Q()
    for name in names:
        called |= Q(name__icontains=name)
        aliased |= Q(aliases__name__icontains=name)
        if pattern := pattern_of(name):
            aliased |= Q(aliases__key__regex=pattern)
    parties = Party.objects.filter(called | aliased).values("pk")
    innermost = Attribution.objects.filter(claim=OuterRef("claim")).order_by("-position").values("position")[:1]
    of_claim = Attribution.objects.filter(claim=OuterRef("pk"), position=Subquery(innermost))
    return of_claim.filter(called | Q(party__in=parties), claim=F("claim"))  # type: ignore[return-value]
