from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.assignments import assign, unassign
from verification.actions.claims import add_claim, reopen, set_priority, withdraw
from verification.actions.links import draw_link
from verification.actions.resolutions import adjudicate
from verification.api.reads import judgements_for, links_for, newest_of, successions_for, whole_claims
from verification.api.serializers.claims import (
    AssignSerializer,
    ClaimFilterSerializer,
    ClaimSerializer,
    DecisionSerializer,
    LinkSerializer,
    NewClaimSerializer,
    NewLinkSerializer,
    NewPrioritySerializer,
    PeopleSerializer,
    SuccessionSerializer,
    WhySerializer,
)
from verification.api.serializers.judgements import JudgementSerializer
from verification.exceptions import Invalid
from verification.models import (
    Claim,
    Dossier,
    DossierClaim,
    Evidence,
    Judgement,
    Project,
    User,
)
from verification.models.claim_asking import asking
from verification.models.link_snapshot import put_snapshots_beside
from verification.models.membership import memberships_of
from verification.policies import require, why_not_adjudicate, why_not_link, why_not_steer
from verification.vocabulary import Stage

from .base import DetailView, ListView, View, told
from .named import people_called, teams_called


class ClaimsView(View):
    serializer_class = ClaimSerializer

    def get_object(self) -> Claim:
        found = whole_claims(self.person, [self.kwargs["pk"]])
        if not found:
            raise Http404
        return found[0]

    def as_seen(self, claim: Claim, *, status: int = status.HTTP_200_OK) -> Response:
        """The claim as the person sees it now."""
        (seen,) = whole_claims(self.person, [claim.pk])
        return Response(told(ClaimSerializer, seen), status=status)


SPEAKS_OF = ("topic", "place", "actor", "modality", "since", "until", "with_numbers")


def those_fitting(rows: Any, given: dict[str, Any], *, by: User) -> Any:
    """Those of the claims `rows` that fit the filters of the list, other than by project and article."""
    if (asked := given.get("q")) is not None:
        rows = asking(rows, asked, by=by)
    if (stage := given.get("stage")) is not None:
        rows = rows.at_stage_for(by, Stage(stage))
    if (dossier := given.get("dossier")) is not None:
        seen = Dossier.objects.visible_to(by).filter(pk=dossier)
        rows = rows.filter(pk__in=DossierClaim.objects.live().filter(dossier__in=seen).values("claim"))
    return rows.fitting(**{name: given[name] for name in SPEAKS_OF if name in given})


class Claims(ClaimsView, ListView):
    filters = ClaimFilterSerializer
    lookups = {"project": "project__slug"}

    def found(self, given: dict[str, Any]) -> QuerySet[Claim] | Project | None:
        """The project, where all of its claims are listed: a statement that stays planned asks for their ids."""
        if set(given) != {"project"}:
            return super().found(given)
        projects = (membership.project for membership in memberships_of(self.person))
        return next((project for project in projects if project.slug == given["project"]), None)

    def ids_of(self, rows: QuerySet[Claim] | Project | None, *, below: int, most: int) -> list[int]:
        if isinstance(rows, QuerySet):
            return super().ids_of(rows, below=below, most=most)
        return [] if rows is None else newest_of(rows, below=below, most=most)

    def listed(self) -> QuerySet[Claim]:
        memberships_of(self.person)  # asked for once
        return Claim.objects.visible_to(self.person)

    def rows_of(self, ids: list[int]) -> list[Claim]:
        return whole_claims(self.person, ids)

    def chosen(self, rows: QuerySet[Claim], given: dict[str, Any]) -> QuerySet[Claim]:
        rows = those_fitting(rows, given, by=self.person)
        return super().chosen(rows, {name: given[name] for name in given if name in ("project", "article")})

    @extend_schema(request=NewClaimSerializer, responses={201: ClaimSerializer})
    def post(self, request: Request) -> Response:
        """Adds a claim that extraction missed."""
        claim = add_claim(**self.take(NewClaimSerializer).validated_data, by=self.person)
        return self.as_seen(claim, status=status.HTTP_201_CREATED)


class ClaimDetail(ClaimsView, DetailView):
    pass


class Adjudicate(ClaimsView):
    @extend_schema(request=DecisionSerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim: Claim = self.get_object()
        # Before the body is looked at: whoever may not decide learns that, not which judgements there are.
        require(why_not_adjudicate(self.person, claim))
        decision = self.take(DecisionSerializer).validated_data
        seen = Judgement.objects.visible_to(self.person).submitted().filter(annotation__claim=claim)
        judgements = _named(seen, decision["judgements"], field="judgements")
        evidence = _named(Evidence.objects.filter(judgement__in=seen), decision.get("evidence", []), field="evidence")
        adjudicate(
            claim,
            verdict=decision["verdict"],
            reason=decision["reason"],
            rationale=decision["rationale"],
            judgements=judgements,
            evidence=evidence,
            disagreement=decision.get("disagreement"),
            by=self.person,
        )
        return self.as_seen(claim)


class Reopen(ClaimsView):
    @extend_schema(request=WhySerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim = reopen(self.get_object(), why=self.take(WhySerializer).validated_data["why"], by=self.person)
        return self.as_seen(claim)


class Assign(ClaimsView):
    """Gives the claim to people and teams of its project, by their names."""

    @extend_schema(request=AssignSerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim = self.get_object()
        require(why_not_steer(self.person, claim.project))
        given = self.take(AssignSerializer).validated_data
        whom = _whom(claim, given)
        return self.as_seen(assign(claim, **whom, keeps=given["only_they"], by=self.person))


class Unassign(ClaimsView):
    """Takes back that the claim was given to people and teams, by their names."""

    @extend_schema(request=PeopleSerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim = self.get_object()
        require(why_not_steer(self.person, claim.project))
        whom = _whom(claim, self.take(PeopleSerializer).validated_data)
        return self.as_seen(unassign(claim, **whom, by=self.person))


class SetPriority(ClaimsView):
    """Says how soon the queue brings the claim."""

    @extend_schema(request=NewPrioritySerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim = self.get_object()
        require(why_not_steer(self.person, claim.project))
        priority = self.take(NewPrioritySerializer).validated_data["priority"]
        return self.as_seen(set_priority(claim, priority=priority, by=self.person))


def _whom(claim: Claim, given: dict[str, Any]) -> dict[str, Any]:
    """Whom the body names, all of them, or Invalid."""
    if not given["people"] and not given["teams"]:
        sentence = _("Name people, or teams.")
        raise Invalid(sentence, fields={"people": [sentence]})
    return {
        "people": people_called(claim.project, given["people"]),
        "teams": teams_called(claim.project, given["teams"]),
    }


class Withdraw(ClaimsView):
    @extend_schema(request=WhySerializer)
    def post(self, request: Request, pk: int) -> Response:
        claim = withdraw(self.get_object(), why=self.take(WhySerializer).validated_data["why"], by=self.person)
        return self.as_seen(claim)


class ClaimJudgements(ClaimsView):
    """The judgements of a claim, as far as the person may see them: "A", "B", … in the order of places."""

    @extend_schema(responses=JudgementSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        judgements = judgements_for(self.person, self.get_object())
        put_snapshots_beside((item for judgement in judgements for item in judgement.evidence.all()), to=self.person)
        for number, judgement in enumerate(judgements):
            # Numbered among those that are shown: one's own place must not tell that another was taken first.
            judgement.label = chr(ord("A") + number)  # type: ignore[attr-defined]
            judgement.mine = judgement.annotation.person_id == self.person.pk  # type: ignore[attr-defined]
        return Response({"results": [told(JudgementSerializer, judgement) for judgement in judgements], "next": None})


class ClaimLinks(ClaimsView):
    """How the claim stands to others of its project, the surest first; none while you judge it without suggestions."""

    @extend_schema(responses=LinkSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        claim = self.get_object()
        links = links_for(self.person, claim) if claim.shows_suggestions else []
        return Response({"results": [told(LinkSerializer, link) for link in links], "next": None})

    @extend_schema(request=NewLinkSerializer, responses={201: LinkSerializer})
    def post(self, request: Request, pk: int) -> Response:
        claim = self.get_object()
        # Before the body is looked at: whoever may not learns that.
        require(why_not_link(self.person, claim))
        link = draw_link(claim, **self.take(NewLinkSerializer).validated_data, by=self.person)
        return Response(LinkSerializer(link).data, status=status.HTTP_201_CREATED)


class ClaimVersions(ClaimsView):
    """What became of the claim in corrected versions of its article, and which earlier claims it succeeds."""

    @extend_schema(responses=SuccessionSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        found = successions_for(self.person, self.get_object())
        return Response({"results": [told(SuccessionSerializer, succession) for succession in found], "next": None})


def _named(rows: QuerySet[Any], ids: list[int], *, field: str) -> list[Any]:
    """The rows with these ids, all of them, or Invalid."""
    found = list(rows.filter(pk__in=ids))
    unknown = sorted(set(ids) - {row.pk for row in found})
    if unknown:
        listed = ", ".join(map(str, unknown))
        sentence = _("Not of this claim, as far as you see it: %(ids)s.") % {"ids": listed}
        raise Invalid(_("The decision is not complete."), fields={field: [sentence]})
    return found
