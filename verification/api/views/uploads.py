from __future__ import annotations

from django.db.models import QuerySet

from verification.api.reads import uploads_for
from verification.api.serializers.uploads import UploadSerializer
from verification.models import Upload

from .base import DetailView


class UploadDetail(DetailView):
    serializer_class = UploadSerializer

    def get_queryset(self) -> QuerySet[Upload]:
        return uploads_for(self.person)
