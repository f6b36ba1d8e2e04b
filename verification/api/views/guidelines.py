"""The versions of a project's guideline, and what is looked at again under a new one."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.projects import add_guideline
from verification.actions.rereadings import begin_rereading, reopen_reread, say_it_stands
from verification.api.serializers.claims import WhySerializer
from verification.api.serializers.guidelines import (
    GuidelineSerializer,
    NewGuidelineSerializer,
    NewRereadingSerializer,
    RereadClaimSerializer,
    RereadingFilterSerializer,
    RereadingSerializer,
)
from verification.models import Guideline, Project, RereadClaim, Rereading
from verification.policies import require, why_not_begin_rereading, why_not_lead

from .base import DetailView, ListView, View, told


class Guidelines(View):
    serializer_class = GuidelineSerializer

    def project(self, slug: str) -> Project:
        found: Project = get_object_or_404(Project.objects.visible_to(self.person), slug=slug)
        return found

    def get_queryset(self) -> QuerySet[Guideline]:
        return Guideline.objects.filter(project__in=Project.objects.visible_to(self.person)).select_related("author")

    @extend_schema(responses=GuidelineSerializer(many=True))
    def get(self, request: Request, slug: str) -> Response:
        page = self.paginate_queryset(self.get_queryset().filter(project=self.project(slug)))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(request=NewGuidelineSerializer, responses={201: GuidelineSerializer})
    def post(self, request: Request, slug: str) -> Response:
        """Adds the next version."""
        project = self.project(slug)
        require(why_not_lead(self.person, project))
        given = self.take(NewGuidelineSerializer).validated_data
        added = add_guideline(project, **given, by=self.person)
        return Response(told(GuidelineSerializer, added), status=status.HTTP_201_CREATED)


class _Rereadings(View):
    serializer_class = RereadingSerializer

    def get_queryset(self) -> QuerySet[Rereading]:
        lists = Rereading.objects.visible_to(self.person).with_progress(self.person)
        return lists.select_related("project", "guideline").defer("guideline__text")


class Rereadings(_Rereadings, ListView):
    """Lists of resolved claims to look at again, because the guideline changed."""

    filters = RereadingFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewRereadingSerializer, responses={201: RereadingSerializer})
    def post(self, request: Request) -> Response:
        """Lists the claims that were decided before a version of the guideline, the newest first."""
        given = self.take(NewRereadingSerializer).validated_data
        project, version = given.pop("project"), given.pop("guideline")
        require(why_not_begin_rereading(self.person, project))
        guideline = project.guidelines.select_related("project").filter(version=version).first()
        if guideline is None:
            raise ValidationError({"guideline": [_("The guideline has no such version.")]})
        begun = begin_rereading(guideline, **given, by=self.person)
        shown = self.get_queryset().get(pk=begun.pk)
        return Response(told(RereadingSerializer, shown), status=status.HTTP_201_CREATED)


class RereadingDetail(_Rereadings, DetailView):
    pass


class _RereadClaims(View):
    serializer_class = RereadClaimSerializer

    def get_queryset(self) -> QuerySet[RereadClaim]:
        listed = RereadClaim.objects.visible_to(self.person)
        return listed.select_related("claim__project", "resolution", "rereading__project")


class RereadClaims(_RereadClaims):
    """Those of a list that nobody has looked at yet."""

    @extend_schema(responses=RereadClaimSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        shown = get_object_or_404(Rereading.objects.visible_to(self.person), pk=pk)
        page = self.paginate_queryset(self.get_queryset().filter(rereading=shown).waiting())  # type: ignore[attr-defined]
        return self.get_paginated_response(self.get_serializer(page, many=True).data)


class Stands(_RereadClaims):
    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Says that the resolution stands under the new version, too."""
        listed: Any = self.get_object()
        self.take()
        return Response(told(RereadClaimSerializer, say_it_stands(listed, by=self.person)))


class ReopenReread(_RereadClaims):
    @extend_schema(request=WhySerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Opens the claim again; the earlier resolution stays on record."""
        listed: Any = self.get_object()
        why = self.take(WhySerializer).validated_data["why"]
        return Response(told(RereadClaimSerializer, reopen_reread(listed, why=why, by=self.person)))
