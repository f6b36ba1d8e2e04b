from __future__ import annotations

import csv
import gc
import hashlib
import json
import os
import subprocess
import threading
import tracemalloc
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from tests.verification.jobs.many import resolved_claims
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.claims import reopen, withdraw
from verification.actions.places import start_next
from verification.actions.releases import request_release
from verification.actions.resolutions import adjudicate
from verification.jobs import release as job
from verification.jobs.release import folder_of, run, write_dataset
from verification.models import Article, Claim, ExtractionRun, Judgement, Project, Release
from verification.vocabulary import Reason, ReleaseState, Role, SkipReason, Verdict

pytestmark = pytest.mark.django_db(transaction=True)

Lines = list[dict[str, Any]]


def lines(folder: Path, name: str = "claims.jsonl") -> Lines:
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(newline="") as file:
        return list(csv.DictReader(file))


def released(project: Project, folder: Path, **options: Any) -> Path:
    folder.mkdir()
    write_dataset(project, folder, **options)
    return folder


@pytest.fixture
def resolved(claim: Claim) -> Claim:
    """A claim on which two differed and that was adjudicated; one had skipped it, one revised."""
    first, second = member(claim.project), member(claim.project)
    adjudicator = member(claim.project, Role.ADJUDICATOR)
    factories.AttributionFactory(claim=claim)
    factories.BearingFactory(claim=claim)
    third = member(claim.project)
    place = start_next(claim.project, by=third)
    assert place is not None
    skip(place, reason=SkipReason.RATHER_NOT, by=third)
    search = {"where": "the port's register", "query": "arrivals", "outcome": "one entry"}
    annotation = judge(claim, by=first, change=SUPPORTED | {"searches": [search], "active_seconds": 7})
    judge(claim, by=second, change=DISPUTED)
    save_draft(annotation, change={"rationale": "Looked again."}, by=first)
    submit(annotation, by=first)
    judgement = annotation.latest()
    assert judgement is not None
    adjudicate(
        claim,
        verdict=Verdict.SUPPORTED,
        reason=Reason.FULLY,
        rationale="The register decides.",
        judgements=[judgement],
        evidence=list(judgement.evidence.all()),
        by=adjudicator,
    )
    return claim


def test_a_resolved_claim_is_released_with_all_that_was_decided(resolved: Claim, tmp_path: Path) -> None:
    (record,) = lines(released(resolved.project, tmp_path / "out"))
    first, second = (place for place in record["annotations"] if place["judgements"])
    skipped = next(place for place in record["annotations"] if place["skip_reason"])
    assert record["stage"] == "resolved"
    assert skipped["skip_reason"] == "rather_not"
    assert [j["revision"] for j in first["judgements"]] == [1, 2]
    assert [j["rationale"] for j in first["judgements"]] == ["The archive shows it.", "Looked again."]
    assert first["judgements"][0]["active_seconds"] == 7
    assert first["judgements"][0]["searches"][0]["where"] == "the port's register"
    assert first["judgements"][0]["guideline"] == 1
    assert second["judgements"][0]["evidence"][0]["stance"] == "contradicts"
    assert first["shown"] == {"aided": True, "engine": "rules 1", "bearings": [0]}
    assert record["chain"][0]["name"] == record["claimant"] == "the port authority"
    assert record["distribution"] == {"supported": 1, "disputed": 1, "unverified": 0, "entropy": 1.0}
    assert record["resolution"]["rests_on"] == [
        {"annotator": first["annotator"], "round": "independent", "revision": 2, "evidence": [0]}
    ]
    assert record["resolution"]["adjudicator"] not in {first["annotator"], second["annotator"], None}
    run = record["origin"]["run"]
    assert (run["engine"], run["model"], run["prompt_sha256"]) == ("rules", None, None)


def test_a_claim_that_a_language_model_found_names_it(resolved: Claim, tmp_path: Path) -> None:
    asked = {"engine": "language_model", "model": "small-1", "prompt_hash": "a" * 64}
    ExtractionRun.objects.filter(pk=resolved.origin_run_id).update(**asked)
    (record,) = lines(released(resolved.project, tmp_path / "out"))
    run = record["origin"]["run"]
    assert (run["engine"], run["model"], run["prompt_sha256"]) == ("language_model", "small-1", "a" * 64)


def test_no_name_of_a_person_is_in_any_file(resolved: Claim, tmp_path: Path) -> None:
    folder = released(resolved.project, tmp_path / "out")
    content = "".join(path.read_text() for path in folder.iterdir())
    people = resolved.project.memberships.values_list("user__username", flat=True)
    assert len(people) == 4
    assert not [name for name in people if name in content]


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


@pytest.mark.parametrize(
    "hidden",
    [
        {"is_sensitive": True},
        {"embargo_until": timezone.now() + timedelta(days=1)},
        {"keep_until": timezone.now().date() - timedelta(days=2)},
    ],
    ids=["sensitive", "under embargo", "past its time"],
)
def test_what_may_not_go_out_stays_in_and_is_counted(claim: Claim, tmp_path: Path, hidden: dict[str, Any]) -> None:
    closed = factories.ArticleFactory(project=claim.project, title="The closed file", text="A secret quay. " * 9)
    factories.ClaimFactory(article=closed, sentence="A secret quay", statement="There is a secret quay.")
    factories.ClaimFactory(article=claim.article, statement="A sensitive claim.", is_sensitive=True)
    Article.objects.filter(pk=closed.pk).update(**hidden)
    factories.BearingFactory(claim=claim, article=closed, start=2, end=13)
    folder = released(claim.project, tmp_path / "out")
    assert [record["claim"] for record in lines(folder)] == [claim.public_id]
    assert [record["sha256"] for record in lines(folder, "articles.jsonl")] == [claim.article.sha256]
    assert lines(folder)[0]["bearings"][0]["quote"] is None
    assert "secret" not in "".join(path.read_text() for path in folder.iterdir())
    held = json.loads((folder / "manifest.json").read_text())["held_back"]
    assert [(entry["what"], entry["count"]) for entry in held] == [
        ("claims", 2),
        ("articles", 1),
        ("unresolved claims' judgements", 1),
    ]


def test_the_same_state_gives_the_same_bytes(resolved: Claim, tmp_path: Path) -> None:
    folders = [released(resolved.project, tmp_path / name) for name in ("one", "two")]
    names = sorted(path.name for path in folders[0].iterdir())
    assert names == [
        "README.md",
        "SHA256SUMS",
        "annotations.csv",
        "articles.jsonl",
        "claims.csv",
        "claims.jsonl",
        "guidelines.jsonl",
        "manifest.json",
    ]
    for name in set(names) - {"manifest.json", "SHA256SUMS"}:
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name
    one, two = (json.loads((folder / "manifest.json").read_text()) for folder in folders)
    assert one.pop("created_at") < two.pop("created_at")
    assert one == two


def test_offsets_mode_holds_no_text_of_an_article(resolved: Claim, tmp_path: Path) -> None:
    adjudicated = Judgement.objects.filter(annotation__claim=resolved).first()
    assert adjudicated is not None
    whole = released(resolved.project, tmp_path / "full")
    bare = released(resolved.project, tmp_path / "offsets", text="offsets")
    denial = resolved.article.text[61:132]
    assert denial in (whole / "claims.jsonl").read_text()
    content = "".join(path.read_text() for path in bare.iterdir())
    assert denial not in content
    assert "port authority said" not in content
    (record,) = lines(bare)
    assert (record["quote"], record["prefix"], record["suffix"]) == (None, None, None)
    assert (record["span"], record["article"]["sha256"]) == ({"start": 0, "end": 34}, resolved.article.sha256)
    (article,) = lines(bare, "articles.jsonl")
    assert (article["text"], article["characters"]) == (None, len(resolved.article.text))


def test_an_article_can_be_cut_where_its_claims_say(resolved: Claim, tmp_path: Path) -> None:
    folder = released(resolved.project, tmp_path / "out")
    texts = {article["sha256"]: article["text"] for article in lines(folder, "articles.jsonl")}
    (record,) = lines(folder)
    text = texts[record["article"]["sha256"]]
    assert hashlib.sha256(text.encode()).hexdigest() == record["article"]["sha256"]
    assert text[record["span"]["start"] : record["span"]["end"]] == record["quote"]


def test_sha256sum_finds_every_file_right(resolved: Claim, tmp_path: Path) -> None:
    folder = released(resolved.project, tmp_path / "out")
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=True)
    assert checked.stdout.count(": OK") == 7
    written = json.loads((folder / "manifest.json").read_text())
    for entry in written["files"]:
        assert (folder / entry["name"]).stat().st_size == entry["bytes"]
    assert next(entry["rows"] for entry in written["files"] if entry["name"] == "annotations.csv") == 4


def test_memory_stays_flat_and_queries_come_by_the_chunk(
    project: Project, tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    def peak(name: str) -> int:
        gc.collect()
        tracemalloc.start()
        released(project, tmp_path / name)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    # Long rationales, so that what is held outweighs what the collector has not come to yet.
    resolved_claims(project, 200, rationale="The register lists the ship. " * 1000)
    small = peak("small")
    resolved_claims(project, 400, rationale="The register lists the ship. " * 1000)
    large = peak("large")
    assert len(lines(tmp_path / "large")) == 600
    assert large < small * 1.5, (small, large)
    with django_assert_max_num_queries(6 * 12 + 20):
        released(project, tmp_path / "counted")


# The job.


@pytest.fixture
def release(resolved: Claim, settings: Any, tmp_path: Path) -> Release:
    settings.RELEASES_DIR = tmp_path / "releases"
    now = timezone.now()
    return Release.objects.create(
        project=resolved.project,
        requested_at=now,
        queued_at=now,
        requested_by=member(resolved.project, Role.RESEARCHER),
    )


def test_a_worker_writes_the_release_and_says_so(release: Release) -> None:
    run(release.pk)
    release.refresh_from_db()
    assert (release.state, release.lease_until, release.failure) == (ReleaseState.DONE, None, None)
    assert release.finished_at is not None
    assert release.manifest == json.loads((folder_of(release) / "manifest.json").read_text())
    assert [path.name for path in folder_of(release).parent.iterdir()] == [str(release.pk)]


def test_a_release_is_written_once(release: Release) -> None:
    run(release.pk)
    first = (folder_of(release) / "manifest.json").read_bytes()
    run(release.pk)
    assert (folder_of(release) / "manifest.json").read_bytes() == first


def test_what_a_dead_worker_left_is_written_anew(release: Release) -> None:
    folder_of(release).mkdir(parents=True)
    (folder_of(release) / "claims.jsonl").write_text("half")
    run(release.pk)
    release.refresh_from_db()
    assert release.state == ReleaseState.DONE
    assert len(lines(folder_of(release))) == 1


def test_a_full_disk_fails_the_release_with_a_sentence(release: Release, settings: Any) -> None:
    if not os.access("/dev/full", os.W_OK):
        pytest.skip("no /dev/full here")
    error = None
    try:
        with open("/dev/full", "w") as full:
            full.write("x")
    except OSError as found:
        error = found
    assert error is not None
    assert "is full. Make room" in job.reason_of(error, folder=folder_of(release))


def test_a_folder_that_cannot_be_made_fails_the_release_and_leaves_nothing(release: Release, settings: Any) -> None:
    settings.RELEASES_DIR.write_text("a file stands where the folder should be")
    run(release.pk)
    release.refresh_from_db()
    assert release.state == ReleaseState.FAILED
    assert release.lease_until is None
    assert "could not be written" in str(release.failure)
    assert "try again" in str(release.failure)


def test_a_failure_midway_leaves_no_folder(release: Release) -> None:
    # A text that UTF-8 cannot hold cannot come from the database; a number that JSON cannot hold can.
    with connection.cursor() as cursor:
        cursor.execute("UPDATE verification_annotation SET inclusion_probability = NULL")
        cursor.execute("ALTER TABLE verification_claim DROP CONSTRAINT claim_check_worthiness_is_between_0_and_1")
        cursor.execute("UPDATE verification_claim SET check_worthiness = 'NaN'")
    try:
        run(release.pk)
        release.refresh_from_db()
        assert release.state == ReleaseState.FAILED
        assert "ValueError" in str(release.failure)
        assert list(folder_of(release).parent.iterdir()) == []
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE verification_claim SET check_worthiness = 0.5")
            cursor.execute(
                "ALTER TABLE verification_claim ADD CONSTRAINT claim_check_worthiness_is_between_0_and_1"
                " CHECK (check_worthiness >= 0 AND check_worthiness <= 1)"
            )


def test_a_worker_that_outlived_its_lease_puts_nothing_in_place(release: Release) -> None:
    lease = job.take(Release.objects.all(), release.pk, states=[ReleaseState.REQUESTED], become=ReleaseState.WRITING)
    assert lease is not None
    Release.objects.filter(pk=release.pk).update(lease_until=timezone.now() + timedelta(hours=1))
    with job.unfinished(folder_of(release)) as partial:
        written = write_dataset(release.project, partial)
        job._finish(release, partial, written, lease=lease)
    release.refresh_from_db()
    assert release.state == ReleaseState.WRITING
    assert not folder_of(release).exists()


def test_the_lease_is_renewed_while_the_writing_lasts(release: Release, settings: Any) -> None:
    settings.LEASE_SECONDS = 1
    lease = job.take(Release.objects.all(), release.pk, states=[ReleaseState.REQUESTED], become=ReleaseState.WRITING)
    assert lease is not None
    with job.Held(Release.objects.all(), release.pk, lease=lease) as held:
        threading.Event().wait(1.5)
        latest = held.stop()
    assert latest > timezone.now() > lease
    assert Release.objects.get(pk=release.pk).lease_until == latest


def test_the_database_stands_still_while_it_is_read(resolved: Claim, tmp_path: Path) -> None:
    seen: list[int] = []
    with job._snapshot():
        seen.append(Claim.objects.count())
        other = threading.Thread(target=_add_a_claim, args=(resolved,))
        other.start()
        other.join()
        seen.append(Claim.objects.count())
    assert seen[0] == seen[1] == Claim.objects.count() - 1


def _add_a_claim(beside: Claim) -> None:
    try:
        factories.ClaimFactory(article=beside.article)
    finally:
        connection.close()


def test_a_researcher_asks_and_a_stranger_may_not(release: Release) -> None:
    assert request_release(release.project, by=member(release.project, Role.RESEARCHER)).state == "requested"
