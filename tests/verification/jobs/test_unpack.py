from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests import factories
from tests.factories import TEXT
from tests.files import packed
from verification.jobs import confined, unpack
from verification.models import Article, AuditEvent, Bundle, Original, Project
from verification.vocabulary import ArticleState, BundleState


def bundle_of(project: Project, content: bytes | str, name: str) -> Bundle:
    data = content.encode() if isinstance(content, str) else content
    bundle: Bundle = factories.BundleFactory(upload__project=project, name=name, content=data)
    return bundle


def run(bundle: Bundle) -> tuple[list[Article], dict[str, Article]]:
    """What follows it, and its parts by name."""
    follows = list(unpack.run(bundle.pk))
    bundle.refresh_from_db()
    return follows, {article.part or "": article for article in bundle.articles.order_by("pk")}


def test_each_file_of_an_archive_is_an_article_to_be_read(project: Project) -> None:
    bundle = bundle_of(
        project, packed({"a/one.txt": TEXT, "two.html": f"<p>{TEXT}</p>", "photo.png": b"\x89PNG"}), "a.zip"
    )
    follows, parts = run(bundle)
    assert (bundle.state, bundle.parts, bundle.lease_until) == (BundleState.DONE, 3, None)
    assert [article.part for article in follows] == ["a/one.txt", "two.html"]
    assert parts["a/one.txt"].state == ArticleState.RECEIVED
    assert bytes(Original.objects.get(article=parts["a/one.txt"]).content) == TEXT.encode()
    assert parts["photo.png"].state == ArticleState.FAILED
    assert "picture" in (parts["photo.png"].failure or "")
    assert parts["a/one.txt"].upload == bundle.upload
    assert AuditEvent.objects.filter(kind="article.received", facts={"bundle": bundle.pk}).count() == 3


def test_each_row_of_a_table_is_an_article_with_what_is_said_of_it(project: Project) -> None:
    table = (
        "id;Title;text;url;outlet;published_on;language\n"
        f'7;The harbour;"{TEXT}";https://news.example/1;Harbour News;2024-05-06;en\n'
        f'8;;"{TEXT} Again; and again.";;;;\n'
    )
    follows, parts = run(bundle_of(project, table, "articles.csv"))
    first, second = parts["row 2"], parts["row 3"]
    assert follows == [first, second]
    assert (first.title, first.text, first.state) == ("The harbour", TEXT, ArticleState.EXTRACTING)
    assert first.normalisation == {"columns_ignored": ["id"]}
    publication = first.publications.get()
    assert (publication.url, publication.outlet) == ("https://news.example/1", "Harbour News")
    assert str(publication.published_on) == "2024-05-06"
    assert second.title.startswith("The harbour was reopened")
    assert not second.publications.exists()


def test_a_bad_row_fails_alone_and_says_why(project: Project) -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "{broken",
        json.dumps({"text": TEXT + " 2", "url": "nowhere"}),
        json.dumps({"txt": TEXT}),
        json.dumps({"text": 7}),
        json.dumps({"text": TEXT + " 3"}),
    ]
    bundle = bundle_of(project, "\n".join(lines), "articles.jsonl")
    follows, parts = run(bundle)
    assert bundle.state == BundleState.DONE
    assert len(follows) == 2
    failures = {name: article.failure for name, article in parts.items() if article.state == ArticleState.FAILED}
    assert list(failures) == ["line 2", "line 3", "line 4", "line 5"]
    assert "no JSON" in (failures["line 2"] or "")
    assert "url" in (failures["line 3"] or "")
    assert "“txt”" in (failures["line 4"] or "")
    assert "text" in (failures["line 5"] or "")


def test_a_text_that_is_known_is_merged_and_hands_its_publication_over(project: Project) -> None:
    first = factories.ArticleFactory(project=project, text=TEXT)
    line = json.dumps({"text": TEXT, "outlet": "Evening News"})
    follows, parts = run(bundle_of(project, line, "a.jsonl"))
    assert follows == []
    assert (parts["line 1"].state, parts["line 1"].same_as) == (ArticleState.MERGED, first)
    assert first.publications.get().outlet == "Evening News"


def test_a_killed_worker_s_bundle_is_taken_up_where_it_was_left(project: Project) -> None:
    bundle = bundle_of(project, packed({f"{n}.txt": f"{TEXT} {n}" for n in range(3)}), "a.zip")
    killed = unpack.run(bundle.pk)
    next(killed)
    killed.close()
    assert run(bundle)[0] == []  # the lease is still the dead worker's
    Bundle.objects.filter(pk=bundle.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    follows, parts = run(bundle)
    assert (len(follows), list(parts)) == (2, ["0.txt", "1.txt", "2.txt"])
    assert bundle.state == BundleState.DONE


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK\x03\x04" + bytes(99), "a.zip", "damaged"),
        (packed({}), "a.zip", "no file"),
        ("title,words\na,b\n", "a.csv", "“title”, “words”"),
        ("text\n", "a.csv", "no article"),
        ("[1, 2]", "a.jsonl", "one list"),
        ("text\n" + "a word or two\n" * 11, "a.csv", "more than 10 articles"),
        (packed({f"{n}.txt": TEXT for n in range(11)}), "a.zip", "11 files"),
    ],
)
def test_a_bundle_that_cannot_be_opened_fails_with_its_reason(
    project: Project, settings: Settings, content: Any, name: str, words: str
) -> None:
    settings.PARTS_LIMIT = 10
    bundle = bundle_of(project, content, name)
    follows, parts = run(bundle)
    assert (follows, parts) == ([], {})
    assert bundle.state == BundleState.FAILED
    assert words in (bundle.failure or "")


def test_a_bundle_that_takes_too_much_memory_fails_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "MEMORY", 1)
    bundle = bundle_of(project, "text\nA word or two.\n", "a.csv")
    run(bundle)
    assert "memory" in (bundle.failure or "")


def test_a_bundle_that_says_too_much_fails_and_keeps_what_came_before(project: Project, settings: Settings) -> None:
    settings.UNPACKED_LIMIT_MB, settings.PARTS_LIMIT = 0, 2
    noise = "".join(chr(32 + n * 7919 % 90) for n in range(30_000))
    bundle = bundle_of(project, json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": noise}), "a.jsonl")
    follows, parts = run(bundle)
    assert bundle.state == BundleState.FAILED
    assert "The 1 articles before that are kept." in (bundle.failure or "")
    assert len(follows) == len(parts) == 1
