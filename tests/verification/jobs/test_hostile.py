"""Every hostile file through the door and the jobs: it passes, or fails alone with a sentence that says why."""

from __future__ import annotations

import pytest

from tests import factories
from tests.hostile import HOSTILE, Hostile
from verification.actions.uploads import add_to_upload, start_upload
from verification.exceptions import Refusal
from verification.jobs import read, unpack
from verification.models import Article, Bundle, Project
from verification.vocabulary import ArticleState, BundleState

# Those that take their whole time, or seconds of making, are for tests/benchmarks/hostile.py.
SLOW = {"busy.pdf", "21-MB.txt", "5-MB.txt", "6-MB.txt", "pages.pdf", "many.zip", "large-cell.csv"}
FAST = [hostile for hostile in HOSTILE if hostile.name not in SLOW]


def test_there_are_many_and_no_two_alike() -> None:
    assert len(HOSTILE) > 40
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("hostile", FAST, ids=lambda hostile: hostile.name.encode("ascii", "ignore")[:30].decode())
def test_it_passes_or_fails_alone_and_says_why(hostile: Hostile, project: Project) -> None:
    ends, reasons, passed = what_becomes_of(hostile, project)
    assert ends == hostile.ends or (hostile.ends == "either" and ends in ("passes", "failed"))
    assert passed == hostile.passed
    assert hostile.says in " ".join(reasons)
    for reason in reasons:
        assert reason[0].isupper() or reason.startswith(hostile.name[:4])
        assert reason.endswith(".")


def what_becomes_of(hostile: Hostile, project: Project) -> tuple[str, list[str], int]:
    """How it ends, the reasons of what failed, and how many parts passed."""
    upload = start_upload(project, by=None)
    try:
        given = add_to_upload(upload, name=hostile.name, content=hostile.make(), by=None)
    except Refusal as why:
        return "refused", [why.message], 0
    if isinstance(given, Bundle):
        list(unpack.run(given.pk))
        given.refresh_from_db()
        if given.state == BundleState.FAILED and not given.articles.exists():
            return "failed", [given.failure or ""], 0
    for article in upload.articles.filter(state=ArticleState.RECEIVED):
        read.run(article.pk)
    failed = upload.articles.filter(state=ArticleState.FAILED)
    reasons = [reason or "" for reason in failed.values_list("failure", flat=True)]
    passed = upload.articles.filter(state=ArticleState.EXTRACTING)
    assert all("\x00" not in (text or "") for text in passed.values_list("text", flat=True))
    if isinstance(given, Bundle):
        assert given.state == BundleState.DONE
        return "parts", reasons, passed.count()
    return ("failed" if reasons else "passes"), reasons, 0


def test_an_entity_in_a_word_file_brings_nothing_of_the_machine(project: Project) -> None:
    hostile = next(one for one in HOSTILE if one.name == "entity.docx")
    what_becomes_of(hostile, project)
    text = Article.objects.get(project=project).text or ""
    assert text.startswith("The bridge was closed")
    assert "root:" not in text


def test_what_is_sent_after_it_is_read_all_the_same(project: Project) -> None:
    for name in ("lying.zip", "reference-loop.pdf", "deep.jsonl"):
        what_becomes_of(next(one for one in HOSTILE if one.name == name), project)
    good = factories.OriginalFactory(article__project=project, content=b"The ferry was late on Monday.").article
    assert read.run(good.pk)
