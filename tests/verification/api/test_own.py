"""A project's settings, what people are kept from, and how they read the pages, over the API."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from verification.models import AuditEvent, Claim, Exclusion, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_a_curator_changes_what_the_queue_gives_and_is_told_of_another_who_did(
    project: Project, curator: Speaker, annotator: Speaker, stranger: Speaker
) -> None:
    told = curator.say("get", "projects/harbour/").json()
    seen = told["settings"]["version"]
    change = {"strategy": "article_order", "random_share": 0.2, "check_share": 0.1, "version": seen}
    changed = curator.say("patch", "projects/harbour/", change).json()
    assert (changed["strategy"], changed["random_share"], changed["settings"]["check_share"]) == (
        "article_order",
        0.2,
        0.1,
    )
    assert changed["places"] == told["places"]
    assert is_refusal(curator.say("patch", "projects/harbour/", {"places": 3, "version": seen}), 409)
    event = AuditEvent.objects.get(kind="project.changed")
    assert event.facts["strategy"] == ["check_worthiness", "article_order"]
    assert annotator.say("get", "projects/harbour/").json()["settings"] is None
    assert is_refusal(annotator.say("patch", "projects/harbour/", {"places": 3}), 403)
    assert is_refusal(stranger.say("get", "projects/harbour/"), 404)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("places", 10),
        ("places", "3"),
        ("random_share", 1.5),
        ("random_share", True),
        ("check_share", 0.6),
        ("calibration_pass", 0),
        ("strategy", "chosen"),
        ("engine", "oracle"),
        ("engine", "language_model"),
        ("slug", "other"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(curator: Speaker, field: str, value: Any) -> None:
    assert is_refusal(curator.say("patch", "projects/harbour/", {field: value}), 400, field)


def test_people_are_kept_from_claims_by_themselves_and_by_curators(
    claim: Claim, annotator: Speaker, curator: Speaker, stranger: Speaker
) -> None:
    name, other = annotator.user.username, speaker(claim.project)
    said = annotator.say("post", "exclusions/", {"project": "harbour", "topic": "casualties"})
    assert (said.status_code, said.json()["person"], said.json()["topic"]) == (201, name, "casualties")
    outlet = {"project": "harbour", "person": name, "outlet": "The Quay"}
    ordered = curator.say("post", "exclusions/", outlet).json()["id"]
    assert is_refusal(other.say("post", "exclusions/", outlet), 403)
    assert is_refusal(other.say("post", "exclusions/", outlet | {"person": "nobody"}), 403)
    assert is_refusal(curator.say("post", "exclusions/", outlet | {"person": "nobody"}), 400, "person")
    assert is_refusal(annotator.say("post", "exclusions/", {"project": "harbour"}), 400)
    assert len(annotator.say("get", "exclusions/").json()["results"]) == 2
    assert len(curator.say("get", f"exclusions/?project=harbour&person={name}").json()["results"]) == 2
    for person in (other, stranger):
        assert person.say("get", "exclusions/").json()["results"] == []
        assert is_refusal(person.say("delete", f"exclusions/{ordered}/"), 404)
    assert is_refusal(annotator.say("delete", f"exclusions/{ordered}/"), 403)
    assert curator.say("delete", f"exclusions/{ordered}/").status_code == 204
    assert Exclusion.objects.get().topic == "casualties"


def test_preferences_are_ones_own_and_tell_nothing_of_what_one_would_be_spared(project: Project) -> None:
    person = Speaker(factories.member(project, Role.ANNOTATOR, avoided_topics=["violence"], wants_warning=True))
    assert person.say("get", "preferences/").json() == {
        "language": "",
        "time_zone": "",
        "theme": "system",
        "key_map": "standard",
        "own_keys": {},
        "mails_notices": True,
    }
    changed = person.say("patch", "preferences/", {"language": "fa", "own_keys": {"skip": "q"}}).json()
    assert (changed["language"], changed["own_keys"]) == ("fa", {"skip": "q"})
    person.user.refresh_from_db()
    assert (person.user.language, person.user.avoided_topics) == ("fa", ["violence"])
    for wrong in ({"language": "xx"}, {"time_zone": "Moon/Crater"}, {"own_keys": {"fly": "f"}}):
        assert person.say("patch", "preferences/", wrong).status_code == 400
    assert is_refusal(person.say("patch", "preferences/", {"avoided_topics": []}), 400, "avoided_topics")
