from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.models import Claim, Project

pytestmark = pytest.mark.django_db(transaction=True)


def release(project: str, out: Path, *more: str) -> str:
    said = StringIO()
    call_command("release", "--project", project, "--out", str(out), *more, stdout=said)
    return said.getvalue()


def test_it_writes_a_new_folder_and_says_what_is_in_it(claim: Claim, tmp_path: Path) -> None:
    judge(claim, by=member(claim.project), change=SUPPORTED)
    said = release(claim.project.slug, tmp_path / "deep" / "out")
    assert (tmp_path / "deep" / "out" / "SHA256SUMS").exists()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]
    assert "claims.jsonl: " in said
    assert "claims 1, annotations 0, judgements 0" in said
    assert "Left out: 1 unresolved claims' judgements (blind until their claim is resolved" in said


def test_it_fills_an_empty_folder_and_refuses_a_full_one(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    release(project.slug, out)
    with pytest.raises(CommandError, match="is there already and not an empty folder"):
        release(project.slug, out)


def test_it_refuses_a_project_that_is_not_there_and_names_those_that_are(project: Project, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=f"There is no project “nowhere”. Known projects: .*{project.slug}"):
        release("nowhere", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_it_leaves_texts_out_when_asked(claim: Claim, tmp_path: Path) -> None:
    release(claim.project.slug, tmp_path / "out", "--text", "offsets")
    written = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert written["text"] == "offsets"
    assert str(claim.quote) not in (tmp_path / "out" / "articles.jsonl").read_text()


def test_a_folder_that_cannot_be_made_is_one_sentence(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="could not be written"):
        release(project.slug, tmp_path / "file" / "out")
