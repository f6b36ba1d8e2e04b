"""Doing one thing with many claims over the API; docs/api.md tells how it is planned and done."""

from __future__ import annotations

import pytest

from tests import factories
from verification.models import Assignment, Claim, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_it_is_planned_looked_at_and_done_with_what_may_be_done(
    project: Project, claim: Claim, curator: Speaker
) -> None:
    ann = speaker(project).user
    topical = factories.ClaimFactory(article__project=project, topics=["casualties"])
    factories.ExclusionFactory(project=project, person=ann, topic="casualties", outlet=None)
    asked = {"project": project.slug, "kind": "assign", "claims": [claim.pk, topical.pk], "people": [ann.username]}
    planned = curator.say("post", "bulk-changes/", asked).json()
    assert planned["would"]["claims"] == [claim.pk]
    [refused] = planned["would"]["refused"]
    assert refused["claims"] == [topical.pk]
    assert not Assignment.objects.exists()
    done = curator.say("post", f"bulk-changes/{planned['id']}/go-on/").json()
    assert (done["done"], done["would"], done["people"]) == (2, None, [ann.username])
    assert [row["claims"] for row in done["refused"]] == [[topical.pk]]
    assert Assignment.objects.get().claim == claim


def test_claims_are_chosen_by_the_filters_of_their_list_too(project: Project, claim: Claim, curator: Speaker) -> None:
    factories.ClaimFactory(article__project=project, topics=["casualties"])
    factories.ClaimFactory(statement=claim.statement)  # of another project
    asked = {"project": project.slug, "kind": "priority", "priority": "high"}
    by_words = curator.say("post", "bulk-changes/", asked | {"where": {"q": "-topic:casualties", "stage": "open"}})
    assert by_words.json()["claims"] == [claim.pk]
    by_article = curator.say("post", "bulk-changes/", asked | {"where": {"article": claim.article_id}})
    assert by_article.json()["claims"] == [claim.pk]
    for name, wrong in (("q", "verdict:maybe"), ("project", project.slug), ("stag", "open")):
        refused = curator.say("post", "bulk-changes/", asked | {"where": {name: wrong}})
        assert is_refusal(refused, 400, f"where.{name}"), name
    assert is_refusal(curator.say("post", "bulk-changes/", asked), 400, "claims")
    both = asked | {"claims": [claim.pk], "where": {}}
    assert is_refusal(curator.say("post", "bulk-changes/", both), 400, "claims")


def test_what_is_left_out_is_said_and_who_leads_nothing_is_told_of_nobody(
    project: Project, claim: Claim, curator: Speaker
) -> None:
    asked = {"project": project.slug, "claims": [claim.pk]}
    assert is_refusal(curator.say("post", "bulk-changes/", asked | {"kind": "withdraw"}), 400, "why")
    nobody = asked | {"kind": "assign", "people": ["nobody"]}
    assert is_refusal(curator.say("post", "bulk-changes/", nobody), 400, "people")
    assert is_refusal(speaker(project, Role.RESEARCHER).say("post", "bulk-changes/", nobody), 403)
    planned = curator.say("post", "bulk-changes/", asked | {"kind": "priority", "priority": "high"}).json()
    colleague = speaker(project, Role.CURATOR)
    assert colleague.say("get", f"bulk-changes/{planned['id']}/").status_code == 404
    assert colleague.say("get", "bulk-changes/").json()["results"] == []
