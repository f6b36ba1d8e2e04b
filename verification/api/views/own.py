from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.exclusions import keep_from, let_have
from verification.actions.preferences import set_preferences
from verification.api.reads import exclusions_for
from verification.api.serializers.own import (
    ExclusionFilterSerializer,
    ExclusionSerializer,
    NewExclusionSerializer,
    PreferencesChangeSerializer,
    PreferencesSerializer,
)
from verification.exceptions import Invalid
from verification.models import Exclusion, Project, User
from verification.policies import require, why_not_keep_from

from .base import ListView, View


class Preferences(View):
    serializer_class = PreferencesSerializer

    def get(self, request: Request) -> Response:
        return Response(self.get_serializer(self.person).data)

    @extend_schema(request=PreferencesChangeSerializer)
    def patch(self, request: Request) -> Response:
        """Changes what is given."""
        change = self.take(PreferencesChangeSerializer).validated_data
        set_preferences(self.person, change=change, by=self.person)
        return Response(self.get_serializer(self.person).data)


class _Exclusions(View):
    serializer_class = ExclusionSerializer

    def get_queryset(self) -> QuerySet[Exclusion]:
        return exclusions_for(self.person)


class Exclusions(_Exclusions, ListView):
    filters = ExclusionFilterSerializer
    lookups = {"project": "project__slug", "person": "person__username"}

    @extend_schema(request=NewExclusionSerializer, responses={201: ExclusionSerializer})
    def post(self, request: Request) -> Response:
        """Keeps somebody from claims on which they are no outsider."""
        given: dict[str, Any] = self.take(NewExclusionSerializer).validated_data
        project = given.pop("project")
        person = self._person(project, given.pop("person", self.person.username))
        kept = keep_from(project, person=person, by=self.person, **given)
        seen = self.get_queryset().get(pk=kept.pk)
        return Response(self.get_serializer(seen).data, status=status.HTTP_201_CREATED)

    def _person(self, project: Project, name: str) -> User:
        if name == self.person.username:
            return self.person
        # Who else is here is for curators to know.
        require(why_not_keep_from(self.person, project, None))
        found = User.objects.filter(memberships__project=project, username=name).first()
        if found is None:
            sentence = _("There is no such person in the project.")
            raise Invalid(sentence, fields={"person": [sentence]})
        return found


class ExclusionDetail(_Exclusions):
    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        let_have(self.get_object(), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)
