from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.places import start_next
from verification.api.reads import claims_for, projects_for
from verification.api.serializers.claims import ClaimSerializer
from verification.api.serializers.projects import NextSerializer, ProjectSerializer
from verification.models import Project

from .base import ListView, View


class Projects(ListView):
    serializer_class = ProjectSerializer

    def get_queryset(self) -> QuerySet[Project]:
        return projects_for(self.person)


class Next(View):
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.person)

    @extend_schema(
        operation_id="take_next_claim",
        request=None,
        responses={200: NextSerializer, 204: OpenApiResponse(description="Nothing is left.")},
    )
    def post(self, request: Request, slug: str) -> Response:
        """The person's next claim, their own unfinished one first; 204 when nothing is left."""
        self.take()
        annotation = start_next(self.get_object(), by=self.person)
        if annotation is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        claim = claims_for(self.person).get(pk=annotation.claim_id)
        return Response({"annotation": annotation.pk, "claim": ClaimSerializer(claim).data, "why": annotation.why})
