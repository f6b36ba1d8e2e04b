from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.agreement import request_agreement
from verification.api.serializers.agreement import AgreementSerializer
from verification.models import AgreementReport, Project
from verification.policies import holds, require, scope_of_report, why_not_see_agreement
from verification.reports.shown import names_of, shown
from verification.vocabulary import Role

from .base import View


class Agreement(View):
    lookup_field = "slug"
    counts_as = {"POST": "releases"}
    reads_by_role = True

    def get_queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.person)

    @extend_schema(operation_id="get_agreement", responses={200: AgreementSerializer})
    def get(self, request: Request, slug: str) -> Response:
        """The figures as they were computed last."""
        project = self.get_object()
        require(why_not_see_agreement(self.person, project))
        return Response(self.told(project))

    @extend_schema(operation_id="compute_agreement", request=None, responses={202: AgreementSerializer})
    def post(self, request: Request, slug: str) -> Response:
        self.take()
        project = self.get_object()
        request_agreement(project, by=self.person)
        return Response(self.told(project), status=status.HTTP_202_ACCEPTED)

    def told(self, project: Project) -> dict[str, Any]:
        scope = scope_of_report(self.person, project)
        report = AgreementReport.objects.visible_to(self.person).filter(project=project, scope=scope).first()
        names = names_of(project, report, to_curator=holds(self.person, project, Role.CURATOR))
        return {
            **dict.fromkeys(AgreementSerializer().fields),
            "scope": scope,
            "state": report.state if report else None,
            "failure": report.failure if report else None,
            "computed_at": report.computed_at if report else None,
            **shown(report, names=names),
        }
