from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.releases import request_release
from verification.api.reads import releases_for
from verification.api.serializers.releases import NewReleaseSerializer, ReleaseSerializer
from verification.jobs.release_files import opened
from verification.models import Release

from .base import DetailView, ListView, View


class _Releases(View):
    serializer_class = ReleaseSerializer

    def get_queryset(self) -> QuerySet[Release]:
        return releases_for(self.person)


class Releases(_Releases, ListView):
    counts_as = {"POST": "releases"}

    @extend_schema(request=NewReleaseSerializer, responses={202: ReleaseSerializer})
    def post(self, request: Request) -> Response:
        project = self.take(NewReleaseSerializer).validated_data["project"]
        release = request_release(project, by=self.person)
        return Response(self.get_serializer(release).data, status=status.HTTP_202_ACCEPTED)


class ReleaseDetail(_Releases, DetailView):
    pass


class ReleaseFile(_Releases):
    @extend_schema(operation_id="get_release_file", responses={(200, "application/octet-stream"): bytes})
    def get(self, request: Request, pk: int, name: str) -> FileResponse:
        """Streams a file of the release: one that the manifest lists, the manifest, the sums, or the archive of all."""
        try:
            content: Any = opened(self.get_object(), name)
        except FileNotFoundError as gone:
            raise Http404 from gone
        return FileResponse(content, as_attachment=True, filename=name)
