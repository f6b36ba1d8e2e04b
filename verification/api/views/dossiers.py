from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.dossiers import open_dossier
from verification.api.reads import dossiers_for
from verification.api.serializers.dossiers import DossierFilterSerializer, DossierSerializer, NewDossierSerializer
from verification.models import Dossier

from .base import DetailView, ListView, View


class _Dossiers(View):
    serializer_class = DossierSerializer

    def get_queryset(self) -> QuerySet[Dossier]:
        return dossiers_for(self.person)


class Dossiers(_Dossiers, ListView):
    filters = DossierFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewDossierSerializer, responses={201: DossierSerializer})
    def post(self, request: Request) -> Response:
        """Opens a dossier with its first claim."""
        dossier = open_dossier(**self.take(NewDossierSerializer).validated_data, by=self.person)
        opened = self.get_queryset().get(pk=dossier.pk)
        return Response(self.get_serializer(opened).data, status=status.HTTP_201_CREATED)


class DossierDetail(_Dossiers, DetailView):
    pass
