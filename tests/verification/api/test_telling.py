"""What rows say of themselves is what REST framework would say of them, field by field."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils.translation import gettext_lazy
from rest_framework import renderers, serializers

from tests import factories
from verification.api.reads import articles_for, judgements_for, whole_annotation, whole_claims
from verification.api.serializers.annotations import AnnotationDetailSerializer
from verification.api.serializers.articles import ArticleDetailSerializer
from verification.api.serializers.claims import ClaimSerializer
from verification.api.serializers.judgements import CitedEvidenceSerializer, SearchSerializer
from verification.api.serializers.projects import ProjectSettingsSerializer
from verification.api.wire import JSONRenderer
from verification.models import Claim, Project, Search, User
from verification.vocabulary import Role, SoftRule, Verdict

from .conftest import LINK, SEARCH, Speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator_too(annotator: Speaker, project: Project, claim: Claim) -> User:
    """Somebody who may see everything there is, and whose judgement has resolved the claim."""
    factories.MembershipFactory(project=project, user=annotator.user, role=Role.CURATOR)
    change = {"verdict": "supported", "reason": "fully", "evidence": [LINK], "searches": [SEARCH]}
    Claim.objects.filter(pk=claim.pk).update(places=1)
    annotator.judge(project, change)
    assert Claim.objects.resolved().get() == claim
    return annotator.user


def as_rest_framework_tells(serializer: Any, row: Any) -> Any:
    return serializers.ModelSerializer.to_representation(serializer, row)


def test_each_row_tells_what_it_would_tell_anyway(curator_too: User, project: Project, claim: Claim) -> None:
    ((item,),) = [judgement.evidence.all() for judgement in judgements_for(curator_too, claim)]
    item.snapshot = None
    annotation: Any = whole_annotation(curator_too, claim.annotations.get().pk)
    annotation.newest = annotation.newest_first[0]
    rows: list[tuple[Any, Any]] = [
        (ClaimSerializer(), whole_claims(curator_too, [claim.pk])[0]),
        (ArticleDetailSerializer(), articles_for(curator_too).get()),
        (ProjectSettingsSerializer(), project),
        (CitedEvidenceSerializer(), item),
        (SearchSerializer(), Search.objects.get()),
        (AnnotationDetailSerializer(), annotation),
    ]
    for serializer, row in rows:
        told = serializer.to_representation(row)
        left_out = set(serializer.fields) - set(told)
        whole = as_rest_framework_tells(serializer, row)
        assert told == {name: value for name, value in whole.items() if name not in left_out}
        assert left_out == ({"article", "start", "end", "file_sha256", "region"} if row is item else set())


def test_what_a_row_does_not_have_is_told_as_null_or_left_out() -> None:
    class Told(ClaimSerializer):
        nowhere = serializers.CharField(read_only=True, allow_null=True)
        left_out = serializers.CharField(read_only=True)

        class Meta:
            model = Claim
            fields = ("id", "article", "nowhere", "left_out")

    assert Told().to_representation(Claim(pk=7)) == {"id": 7, "article": None, "nowhere": None}


def test_an_answer_is_written_as_rest_framework_writes_it() -> None:
    told: dict[Any, Any] = {
        "words": "“Ж” \\ \n \u2028 𝔞",
        "verdict": Verdict.SUPPORTED,
        "lazy": gettext_lazy("Show"),
        "at": datetime(2026, 11, 22, 13, 30, tzinfo=UTC),
        "numbers": [1, -0.5, 1e16, 2**53, True, None],
        "of each": {SoftRule.DATE_UNKNOWN: "No."},
    }
    as_ever = renderers.JSONRenderer()
    assert json.loads(JSONRenderer().render(told)) == json.loads(as_ever.render(told))
    beyond = {"number": 2**70, 7: "a key"}
    assert JSONRenderer().render(beyond) == as_ever.render(beyond)
    assert JSONRenderer().render(None) == b""
