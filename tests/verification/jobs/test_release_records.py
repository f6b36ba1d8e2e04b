"""What a release tells of claims and judgements, and what it holds back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import factories
from tests.factories import member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from tests.verification.jobs.written import lines, released, rows
from verification.actions.annotations import save_draft, skip
from verification.actions.claims import reopen, withdraw
from verification.actions.places import start_next
from verification.models import Claim, ExtractionRun, Project
from verification.vocabulary import Role, SkipReason

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_resolved_claim_is_released_with_all_that_was_decided(resolved: Claim, tmp_path: Path) -> None:
    (record,) = lines(released(resolved.project, tmp_path / "out"))
    first, second = (place for place in record["annotations"] if place["judgements"])
    assert record["stage"] == "resolved"
    # That somebody would rather not judge it is told nobody, not even under a pseudonym.
    assert [place["skip_reason"] for place in record["annotations"]] == ["duplicate", None, None]
    assert [j["revision"] for j in first["judgements"]] == [1, 2]
    assert [j["rationale"] for j in first["judgements"]] == ["The archive shows it.", "Looked again."]
    assert first["judgements"][0]["active_seconds"] is None  # one's pace is one's own
    assert first["judgements"][0]["searches"][0]["where"] == "the port's register"
    assert first["judgements"][0]["guideline"] == 1
    assert second["judgements"][0]["evidence"][0]["stance"] == "contradicts"
    assert first["shown"] == {"aided": True, "engine": "rules 1", "bearings": [0], "evidence": 0}
    assert record["chain"][0]["name"] == record["claimant"] == "the port authority"
    assert record["distribution"] == {"supported": 1, "disputed": 1, "unverified": 0, "entropy": 1.0}
    assert record["resolution"]["rests_on"] == [
        {"annotator": first["annotator"], "round": "independent", "revision": 2, "evidence": [0]}
    ]
    assert record["resolution"]["adjudicator"] not in {first["annotator"], second["annotator"], None}
    run = record["origin"]["run"]
    assert (run["engine"], run["model"], run["prompt_sha256"]) == ("rules", None, None)


def test_where_the_project_tells_of_peoples_pace_so_does_its_release(resolved: Claim, tmp_path: Path) -> None:
    Project.objects.filter(pk=resolved.project_id).update(shows_pace=True)
    (record,) = lines(released(resolved.project, tmp_path / "out"))
    times = [place["judgements"][0]["active_seconds"] for place in record["annotations"] if place["judgements"]]
    assert times == [7, 0]


def test_a_claim_that_a_language_model_found_names_it(resolved: Claim, tmp_path: Path) -> None:
    asked = {"engine": "language_model", "model": "small-1", "prompt_hash": "a" * 64}
    ExtractionRun.objects.filter(pk=resolved.origin_run_id).update(**asked)
    (record,) = lines(released(resolved.project, tmp_path / "out"))
    run = record["origin"]["run"]
    assert (run["engine"], run["model"], run["prompt_sha256"]) == ("language_model", "small-1", "a" * 64)


def test_judgements_of_unresolved_claims_are_held_back(claim: Claim, tmp_path: Path) -> None:
    judge(claim, by=member(claim.project), change=SUPPORTED)
    judge(claim, by=member(claim.project), change=DISPUTED)
    folder = released(claim.project, tmp_path / "out")
    (record,) = lines(folder)
    assert (record["stage"], record["annotations"], record["distribution"]) == ("open", [], None)
    written = json.loads((folder / "manifest.json").read_text())
    assert written["counts"]["judgements"] == 0
    assert [(held["what"], held["count"]) for held in written["held_back"]] == [("unresolved claims' judgements", 1)]
    content = "".join(path.read_text() for path in folder.iterdir())
    assert "No ship docked." not in content
    assert rows(folder, "annotations.csv") == []


def test_a_reopened_claim_is_blind_again_with_its_old_resolution(resolved: Claim, tmp_path: Path) -> None:
    before = released(resolved.project, tmp_path / "before")
    reopen(resolved, why="A new register came up.", by=member(resolved.project, Role.CURATOR))
    after = released(resolved.project, tmp_path / "after")
    assert "The register decides." in (before / "claims.jsonl").read_text()
    (record,) = lines(after)
    assert (record["stage"], record["annotations"], record["resolution"], record["superseded"]) == (
        "open",
        [],
        None,
        [],
    )


def test_a_dropped_claim_is_released_with_its_skips_alone(claim: Claim, tmp_path: Path) -> None:
    drafting = member(claim.project)
    place = start_next(claim.project, by=drafting)
    assert place is not None
    save_draft(place, change=SUPPORTED, by=drafting)
    for _person in range(2):
        person = member(claim.project)
        place = start_next(claim.project, by=person)
        assert place is not None
        skip(place, reason=SkipReason.NOT_A_CLAIM, by=person)
    (record,) = lines(released(claim.project, tmp_path / "out"))
    assert record["stage"] == "dropped"
    assert [place["skip_reason"] for place in record["annotations"]] == ["not_a_claim"] * 2
    assert not any(place["judgements"] for place in record["annotations"])


@pytest.mark.parametrize("role", [Role.CURATOR, Role.RESEARCHER])
def test_a_claim_that_others_dropped_is_an_open_one_while_a_reader_of_releases_has_a_place_on_it(
    claim: Claim, tmp_path: Path, role: Role
) -> None:
    reader = member(claim.project)
    factories.MembershipFactory(project=claim.project, user=reader, role=role)
    start_next(claim.project, by=reader)
    before = released(claim.project, tmp_path / "before")
    for person in (member(claim.project), member(claim.project)):
        place = start_next(claim.project, by=person)
        assert place is not None
        skip(place, reason=SkipReason.NOT_A_CLAIM, by=person)
    after = released(claim.project, tmp_path / "after")
    (record,) = lines(after)
    assert (record["stage"], record["annotations"]) == ("open", [])
    assert told(after) == told(before)


def test_a_release_does_not_tell_that_somebody_has_judged(claim: Claim, tmp_path: Path) -> None:
    before = released(claim.project, tmp_path / "before")
    judge(claim, by=member(claim.project), change=SUPPORTED)
    assert told(released(claim.project, tmp_path / "after")) == told(before)


def told(folder: Path) -> dict[str, str]:
    """All that a release says, by file, but for when it was written."""
    files = {path.name: path.read_text() for path in folder.iterdir() if path.name != "SHA256SUMS"}
    written = json.loads(files["manifest.json"])
    del written["created_at"]
    return files | {"manifest.json": json.dumps(written)}


def test_a_withdrawn_claim_is_listed_as_such_beside_the_one_that_took_its_place(
    resolved: Claim, tmp_path: Path
) -> None:
    withdraw(resolved, why="Not what the article says.", by=member(resolved.project, Role.CURATOR))
    factories.ClaimFactory(article=resolved.article, statement=resolved.statement, public_id=resolved.public_id)
    folder = released(resolved.project, tmp_path / "out")
    old, new = lines(folder)
    assert (old["stage"], old["withdrawn"]["why"]) == ("withdrawn", "Not what the article says.")
    assert (new["stage"], new["withdrawn"]) == ("open", None)
    assert [row["withdrawn"] for row in rows(folder, "claims.csv")] == ["true", "false"]
