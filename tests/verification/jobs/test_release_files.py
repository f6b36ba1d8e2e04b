"""The files of a release: what may go out, the same bytes for the same state, sums, memory."""

from __future__ import annotations

import gc
import hashlib
import json
import subprocess
import tracemalloc
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.verification.jobs.many import resolved_claims
from tests.verification.jobs.written import lines, released
from verification.models import Article, Claim, Judgement, Project

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_name_of_a_person_is_in_any_file(resolved: Claim, tmp_path: Path) -> None:
    folder = released(resolved.project, tmp_path / "out")
    content = "".join(path.read_text() for path in folder.iterdir())
    people = resolved.project.memberships.values_list("user__username", flat=True)
    assert len(people) == 5
    assert not [name for name in people if name in content]


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
    with django_assert_max_num_queries(7 * 12 + 20):
        released(project, tmp_path / "counted")
