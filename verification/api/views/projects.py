from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.places import start_next
from verification.actions.projects import change_project
from verification.api.reads import claim_of_place, projects_for
from verification.api.serializers.articles import ArticleDetailSerializer
from verification.api.serializers.claims import ClaimSerializer
from verification.api.serializers.projects import (
    NextAskedSerializer,
    NextSerializer,
    ProjectChangeSerializer,
    ProjectDetailSerializer,
    ProjectSerializer,
)
from verification.models import Project
from verification.models.membership import keep_at_hand, memberships_of
from verification.policies import require, why_not_lead

from .base import ListView, View, told


class Projects(ListView):
    serializer_class = ProjectSerializer

    def get_queryset(self) -> QuerySet[Project]:
        return projects_for(self.person)


class ProjectDetail(View):
    serializer_class = ProjectDetailSerializer
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Project]:
        return projects_for(self.person)

    def get(self, request: Request, slug: str) -> Response:
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=ProjectChangeSerializer)
    def patch(self, request: Request, slug: str) -> Response:
        """Changes the settings: only what is given."""
        project: Project = self.get_object()
        # Before the body is looked at: whoever may not learns that.
        require(why_not_lead(self.person, project))
        change = dict(self.take(ProjectChangeSerializer).validated_data)
        change_project(project, change=change, seen=change.pop("version", None), by=self.person)
        return Response(self.get_serializer(self.get_object()).data)


class Next(View):
    def get_object(self) -> Project:
        """The project of the address, found among those of the person's memberships, which are read once."""
        keep_at_hand(self.person)
        held = {membership.project.slug: membership.project for membership in memberships_of(self.person)}
        try:
            return held[self.kwargs["slug"]]
        except KeyError:
            raise Http404 from None

    @extend_schema(
        operation_id="take_next_claim",
        request=NextAskedSerializer,
        responses={200: NextSerializer, 204: OpenApiResponse(description="Nothing is left.")},
    )
    def post(self, request: Request, slug: str) -> Response:
        """The person's next claim, their own unfinished one first; 204 when nothing is left."""
        with_article = self.taken(NextAskedSerializer)["with_article"]
        annotation = start_next(self.get_object(), by=self.person)
        if annotation is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        claim, article = claim_of_place(annotation, with_article=with_article)
        return Response(
            {
                "annotation": annotation.pk,
                "claim": told(ClaimSerializer, claim),
                "why": annotation.why,
                "article": article and told(ArticleDetailSerializer, article),
            }
        )
