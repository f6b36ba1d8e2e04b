"""Known answers and how people judge them, over the API; docs/api.md tells the whole path."""

from __future__ import annotations

import pytest

from tests import factories
from verification.models import Project
from verification.vocabulary import Role, Verdict

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_verdicts_are_told_beside_the_known_ones_to_who_judged_all_and_to_curators(
    project: Project, curator: Speaker
) -> None:
    Project.objects.filter(pk=project.pk).update(calibrates=True)
    known = factories.KnownAnswerFactory(claim__article__project=project, verdict=Verdict.DISPUTED)
    ann = speaker(project)
    own = ann.say("get", f"projects/{project.slug}/calibration/").json()
    assert (own["left"], own["answered"]) == (1, [])
    place = ann.say("post", f"projects/{project.slug}/next/").json()["annotation"]
    change = {"verdict": "unverified", "reason": "ambiguous_claim", "rationale": "Which harbour?"}
    assert ann.say("post", f"annotations/{place}/submit/", change).status_code == 200
    own = ann.say("get", f"projects/{project.slug}/calibration/").json()
    assert (own["left"], own["score"]) == (0, {"right": 0, "counted": 1})
    assert own["confused"] == [{"known": "disputed", "said": "unverified", "times": 1}]
    [row] = curator.say("get", f"projects/{project.slug}/measured/").json()["results"]
    assert (row["person"], row["calibration"], row["checks"]) == (ann.user.username, {"right": 0, "counted": 1}, None)
    [answered] = curator.say("get", f"measured/{row['id']}/").json()["answered"]
    assert (answered["claim"], answered["verdict"], answered["said"]["verdict"]) == (
        known.claim_id, "disputed", "unverified",
    )  # fmt: skip


def test_who_is_asked_for_the_answers_is_told_none(project: Project, curator: Speaker) -> None:
    known = factories.KnownAnswerFactory(claim__article__project=project)
    ann, adjudicator = speaker(project), speaker(project, Role.ADJUDICATOR)
    assert ann.say("get", "known-answers/").json()["results"] == []
    assert ann.say("get", f"known-answers/{known.pk}/").status_code == 404
    assert is_refusal(adjudicator.say("delete", f"known-answers/{known.pk}/"), 403)
    wrong = {"verdict": "supported", "reason": "contradicted", "note": "See the register."}
    assert is_refusal(curator.say("patch", f"known-answers/{known.pk}/", wrong), 400, "reason")
