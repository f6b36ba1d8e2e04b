"""Leading dossiers over the API; the whole path is told in docs/api.md, whose examples are run."""

from __future__ import annotations

import pytest

from tests import factories
from verification.models import Claim, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_the_claims_of_a_dossier_are_a_filter_of_the_list(project: Project, claim: Claim, curator: Speaker) -> None:
    factories.ClaimFactory(article__project=project)
    dossier = factories.dossier_of(claim)
    listed = curator.say("get", f"claims/?dossier={dossier.pk}").json()["results"]
    assert [row["id"] for row in listed] == [claim.pk]
    at_work = speaker(project)
    factories.AnnotationFactory(claim=claim, person=at_work.user)
    assert at_work.say("get", f"claims/?dossier={dossier.pk}").json()["results"] == [], "they see no dossier of it"
    for address in ("links", "moves"):
        assert at_work.say("get", f"dossiers/{dossier.pk}/{address}/").status_code == 404


def test_a_dossier_goes_only_into_one_that_is_seen_and_gives_only_claims_that_it_has(
    project: Project, claim: Claim, curator: Speaker
) -> None:
    dossier, elsewhere = factories.dossier_of(claim), factories.dossier_of(factories.ClaimFactory())
    assert is_refusal(curator.say("post", f"dossiers/{dossier.pk}/merge/", {"into": elsewhere.pk}), 400, "into")
    other = factories.ClaimFactory(article__project=project)
    given = {"claims": [other.pk], "question": "When?"}
    assert is_refusal(curator.say("post", f"dossiers/{dossier.pk}/split/", given), 400)
    assert is_refusal(curator.say("post", f"dossiers/{dossier.pk}/take-out/", {"claim": other.pk}), 409)
    assert is_refusal(curator.say("post", f"dossiers/{dossier.pk}/undo/", {"move": 1}), 404)
    researcher = speaker(project, Role.RESEARCHER)
    assert is_refusal(researcher.say("post", f"dossiers/{dossier.pk}/split/", {"claims": "x"}), 403)
