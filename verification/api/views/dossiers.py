from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.dossiers import add_to_dossier, merge, open_dossier, reword, split, take_out, undo
from verification.actions.links import confirm_link, refuse_link
from verification.api.reads import dossiers_for, whole_dossiers
from verification.api.serializers.claims import LinkSerializer
from verification.api.serializers.dossiers import (
    DossierFilterSerializer,
    DossierSerializer,
    IntoSerializer,
    MemberSerializer,
    MoveSerializer,
    NamedMoveSerializer,
    NewDossierSerializer,
    QuestionSerializer,
    SplitSerializer,
)
from verification.models import ClaimLink, Dossier, DossierClaim, DossierMove
from verification.policies import require, why_not_gather, why_not_link

from .base import DetailView, ListView, View

MOST_LINKS, MOST_MOVES = 200, 50


class _Dossiers(View):
    serializer_class: Any = DossierSerializer

    def get_queryset(self) -> QuerySet[Dossier]:
        return dossiers_for(self.person)

    def led(self) -> Dossier:
        """The dossier of the address. Before the body is looked at: whoever does not lead it learns that."""
        dossier: Dossier = self.get_object()
        require(why_not_gather(self.person, dossier.project, dossiers=[dossier]))
        return dossier

    def as_it_is(self, dossier: Dossier, *, status: int = status.HTTP_200_OK) -> Response:
        """To whoever has just changed it."""
        return Response(self.get_serializer(whole_dossiers().get(pk=dossier.pk)).data, status=status)


class Dossiers(_Dossiers, ListView):
    filters = DossierFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewDossierSerializer, responses={201: DossierSerializer})
    def post(self, request: Request) -> Response:
        """Opens a dossier with its first claim."""
        dossier = open_dossier(**self.take(NewDossierSerializer).validated_data, by=self.person)
        return self.as_it_is(dossier, status=status.HTTP_201_CREATED)


class DossierDetail(_Dossiers, DetailView):
    @extend_schema(request=QuestionSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Asks its question in other words."""
        dossier = self.led()
        return self.as_it_is(reword(dossier, **self.take(QuestionSerializer).validated_data, by=self.person))


class PutIn(_Dossiers):
    @extend_schema(request=MemberSerializer)
    def post(self, request: Request, pk: int) -> Response:
        dossier = self.led()
        add_to_dossier(dossier, **self.take(MemberSerializer).validated_data, by=self.person)
        return self.as_it_is(dossier)


class TakeOut(_Dossiers):
    @extend_schema(request=MemberSerializer)
    def post(self, request: Request, pk: int) -> Response:
        dossier = self.led()
        take_out(dossier, **self.take(MemberSerializer).validated_data, by=self.person)
        return self.as_it_is(dossier)


class DossierLinks(_Dossiers):
    """How its claims stand to each other and to claims outside."""

    @extend_schema(responses=LinkSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        held = DossierClaim.objects.live().filter(dossier=self.get_object()).values("claim")
        links = ClaimLink.objects.visible_to(self.person).standing().filter(Q(claim__in=held) | Q(other__in=held))
        rows = links.order_by("-score", "-id")[:MOST_LINKS]
        return Response({"results": LinkSerializer(rows, many=True).data, "next": None})


class _Moves(_Dossiers):
    serializer_class = MoveSerializer

    def moves(self, dossier: Dossier) -> QuerySet[DossierMove]:
        return DossierMove.objects.filter(Q(source=dossier) | Q(target=dossier)).order_by("-pk")

    def told(self, move: DossierMove, *, status: int = status.HTTP_200_OK) -> Response:
        return Response(self.get_serializer(move).data, status=status)


class Moves(_Moves):
    """How claims came here from other dossiers and went to others."""

    @extend_schema(responses=MoveSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        rows = self.moves(self.get_object())[:MOST_MOVES]
        return Response({"results": self.get_serializer(rows, many=True).data, "next": None})


class Merge(_Moves):
    @extend_schema(request=IntoSerializer)
    def post(self, request: Request, pk: int) -> Response:
        dossier = self.led()
        return self.told(merge(dossier, **self.take(IntoSerializer).validated_data, by=self.person))


class Split(_Moves):
    @extend_schema(request=SplitSerializer, responses={201: MoveSerializer})
    def post(self, request: Request, pk: int) -> Response:
        dossier = self.led()
        move = split(dossier, **self.take(SplitSerializer).validated_data, by=self.person)
        return self.told(move, status=status.HTTP_201_CREATED)


class Undo(_Moves):
    @extend_schema(request=NamedMoveSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Takes a merging or a splitting of the dossier back."""
        dossier = self.led()
        named = self.take(NamedMoveSerializer).validated_data["move"]
        moves = self.moves(dossier).select_related("source__project", "target")
        return self.told(undo(get_object_or_404(moves, pk=named), by=self.person))


class _Link(View):
    """What is said of a link that stands or was refused; its claims are of the person's project."""

    serializer_class = LinkSerializer

    def get_queryset(self) -> QuerySet[Any]:
        rows = ClaimLink.objects.visible_to(self.person)
        return rows.select_related("claim__project", "other__project")

    def meant(self) -> ClaimLink:
        link: ClaimLink = self.get_object()
        require(why_not_link(self.person, link.claim, link.other))
        self.take()
        return link


class ConfirmLink(_Link):
    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        return Response(self.get_serializer(confirm_link(self.meant(), by=self.person)).data)


class RefuseLink(_Link):
    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        return Response(self.get_serializer(refuse_link(self.meant(), by=self.person)).data)
