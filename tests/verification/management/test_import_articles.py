from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from annotate.processes import Process
from tests import factories
from tests.files import packed, pdf, word
from verification.management.commands import import_articles
from verification.models import Article, Project

# The name of a file, with that of a part of it.
NAMED = re.compile(r"([\w/.-]+\.\w+(?:: (?:row \d+|[\w-]+\.\w+))?): ")


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people have them: good files, bad ones, one twice, one hidden, one in a folder below."""
    files = {
        "a-harbour.txt": factories.TEXT.encode(),
        "b-again.txt": factories.TEXT.encode(),
        "c-empty.txt": b"",
        "d-zeros.txt": b"\x00" * 500,
        "e-report.pdf": b"%PDF-1.7 and so on",
        ".hidden.txt": b"Not to be seen.",
        "g-report.pdf": pdf([["The bridge was closed on Friday, the council said."]]),
        "h-report.docx": word(["The ferry was stopped on Friday, the council said."]),
        "i-rows.csv": "text\nThe road was closed on Friday the council said.\n,\nx\n".encode("utf-16"),
        "j-more.zip": packed({"k.txt": f"{factories.TEXT} In a packed file.", "photo.jpg": b"\xff\xd8\xff"}),
        "l-cut-off.zip": packed({"m.txt": factories.TEXT})[:40],
        "below/f-page.html": f"<html><body><p>{factories.TEXT} In a page.</p></body></html>".encode(),
    }
    for name, content in files.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(content)
    return tmp_path / "in"


@pytest.mark.django_db(transaction=True)
def test_each_file_gets_a_line_and_a_bad_one_stops_nothing(
    celery_worker_process: Process, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        call_command("import_articles", folder, "--project", "harbour", "--create")
    assert end.value.code == 1
    lines = told(capsys)
    by_name = {found[1]: line for line in lines if (found := NAMED.match(line))}
    assert "claims" in by_name["a-harbour.txt"] or "claims" in by_name["b-again.txt"]
    assert "known already, as article" in by_name["a-harbour.txt"] + by_name["b-again.txt"]
    assert "refused. c-empty.txt is empty" in by_name["c-empty.txt"]
    assert "failed." in by_name["d-zeros.txt"]
    assert "PDF" in by_name["e-report.pdf"]
    assert "done" in by_name["below/f-page.html"]
    assert ".hidden.txt" not in by_name
    assert "done, " in by_name["g-report.pdf"]
    assert "done, " in by_name["h-report.docx"]
    assert "holds 2 articles" in by_name["i-rows.csv"]
    assert "done, " in by_name["i-rows.csv: row 2"]
    assert "hardly a word" in by_name["i-rows.csv: row 4"]
    assert "done, " in by_name["j-more.zip: k.txt"]
    assert "picture" in by_name["j-more.zip: photo.jpg"]
    assert "damaged" in by_name["l-cut-off.zip"]
    assert lines[-1].startswith("13 files and parts: 6 done with ")
    assert lines[-1].endswith(" claims, 1 known already, 5 failed, 1 refused, 0 waiting.")
    assert Project.objects.get(slug="harbour").articles.count() == 11


@pytest.mark.django_db(transaction=True)
def test_good_files_alone_end_well(
    celery_worker_process: Process, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(factories.TEXT)
    call_command("import_articles", file, "--project", factories.ProjectFactory().slug)
    assert told(capsys)[-1].startswith("1 files: 1 done with ")


@pytest.mark.django_db
def test_no_worker_is_said_and_the_articles_are_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_articles, "PATIENCE", timedelta(seconds=1))
    project = factories.ProjectFactory()
    with pytest.raises(SystemExit):
        call_command("import_articles", folder / "a-harbour.txt", "--project", project.slug)
    assert "No worker answers" in "\n".join(told(capsys))
    assert Article.objects.filter(project=project).count() == 1


@pytest.mark.django_db
def test_an_unknown_project_is_named(folder: Path) -> None:
    with pytest.raises(CommandError, match="There is no project “nowhere”"):
        call_command("import_articles", folder, "--project", "nowhere")


@pytest.mark.django_db
def test_a_path_without_files_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no file"):
        call_command("import_articles", tmp_path, "--project", factories.ProjectFactory().slug)


@pytest.mark.django_db
def test_a_path_that_is_not_there_gets_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("import_articles", tmp_path / "gone.txt", "--project", factories.ProjectFactory().slug)
    assert "gone.txt: refused." in told(capsys)[0]
