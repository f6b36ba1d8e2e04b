from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests import factories
from tests.factories import TEXT
from tests.files import pdf, word
from verification.jobs import confined, read
from verification.models import Article, Project
from verification.vocabulary import ArticleState

PAGE = f"""<html lang="en"><head><title>The harbour · Harbour News</title>
<meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2024-05-06">
<link rel="canonical" href="https://harbour-news.example/reopened"></head>
<body><nav>Home Sport Weather</nav><article><h1>The harbour</h1><p>{TEXT}</p><p>{TEXT} Again.</p></article>
<footer>All rights reserved</footer></body></html>"""


def received(project: Project, content: bytes | str, name: str = "harbour.txt") -> Article:
    data = content.encode() if isinstance(content, str) else content
    article: Article = factories.OriginalFactory(article__project=project, content=data, name=name).article
    Article.objects.filter(pk=article.pk).update(title="")
    return article


def run(article: Article) -> tuple[bool, Article]:
    follows = read.run(article.pk)
    article.refresh_from_db()
    return follows, article


def test_a_text_is_normalised_hashed_and_handed_on(project: Project) -> None:
    follows, article = run(received(project, "\ufeffThe harbour\r\n\r\n" + TEXT))
    assert follows
    assert article.state == ArticleState.EXTRACTING
    assert article.text == "The harbour\n\n" + TEXT
    assert (article.title, article.language, article.lease_until) == ("The harbour", "en", None)


def test_a_web_page_gives_its_main_text_and_says_where_it_ran(project: Project) -> None:
    _follows, article = run(received(project, PAGE, name="page.html"))
    assert "port authority" in article.text
    assert "Sport" not in article.text
    publication = article.publications.get()
    assert (publication.outlet, publication.published_on) == ("Harbour News", date(2024, 5, 6))
    assert publication.published_basis == "metadata"


def test_a_page_that_declares_an_endless_language_is_read_all_the_same(project: Project) -> None:
    page = PAGE.replace('lang="en"', f'lang="en{"-abcdefgh" * 9}"')
    article = received(project, page, name="page.html")
    Article.objects.filter(pk=article.pk).update(language=None)
    follows, article = run(article)
    assert follows
    assert article.language == "en"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"   ", "empty.txt", "empty"),
        (b"\x00\x01\x02" * 99, "binary.txt", "text"),
        (b"%PDF-1.7 ...", "report.pdf", "PDF"),
        (b"\x89PNG....", "photo.txt", "picture"),
        (b"<html><body></body></html>", "bare.html", "text"),
        (b"MZ....", "setup.exe", ".exe"),
        (b"x", "x.txt", "hardly a word"),
        (b"... 12 !", "marks.md", "hardly a word"),
    ],
)
def test_what_cannot_be_read_fails_with_its_reason(project: Project, content: bytes, name: str, words: str) -> None:
    follows, article = run(received(project, content, name=name))
    assert not follows
    assert article.state == ArticleState.FAILED
    assert words in article.failure
    assert article.text is None


@pytest.mark.parametrize("text", ["The bridge is closed.", "پل بسته شد", "大桥已经关闭。", "No ship came."])
def test_a_short_sentence_is_an_article_all_the_same(project: Project, text: str) -> None:
    follows, article = run(received(project, text))
    assert (follows, article.text) == (True, text)


@pytest.mark.parametrize(
    ("data", "name", "done"),
    [
        (pdf([["The bridge was closed on Friday."], ["Nobody came."]]), "a.pdf", {"pages": 2}),
        (word(["The bridge was closed."]), "a.docx", {}),
        (b"The bridge\r\nwas closed\x02", "a.txt", {"encoding": "utf-8", "line_ends": 1, "controls_removed": 1}),
        ("Le café fermé à l’été".encode("cp1252"), "a.txt", {"encoding": "windows-1252"}),
        ("The cafe\u0301 \u202eclosed".encode(), "a.md", {"composed": 1, "direction_marks_removed": 1}),
    ],
)
def test_what_reading_did_to_a_text_is_kept(project: Project, data: bytes, name: str, done: dict[str, Any]) -> None:
    _follows, article = run(received(project, data, name=name))
    assert article.normalisation.items() >= done.items()


def test_the_same_text_again_is_merged_into_the_first_as_its_publication(project: Project) -> None:
    factories.ArticleFactory(text=TEXT)  # the same text in another project is another article
    _follows, first = run(received(project, TEXT))
    second = received(project, TEXT + "\r\n", name="again.txt")
    factories.PublicationFactory(article=second, outlet="Evening News")
    follows, second = run(second)
    if second.state != ArticleState.MERGED:  # a trailing line end is part of the text
        second = received(project, TEXT, name="once-more.txt")
        factories.PublicationFactory(article=second, outlet="Evening News")
        follows, second = run(second)
    assert not follows
    assert (second.state, second.same_as, second.text) == (ArticleState.MERGED, first, None)
    assert first.publications.get().outlet == "Evening News"


def test_what_another_worker_has_is_left_alone(project: Project) -> None:
    article = received(project, TEXT)
    Article.objects.filter(pk=article.pk).update(
        state=ArticleState.READING, lease_until=timezone.now() + timedelta(minutes=1)
    )
    follows, article = run(article)
    assert not follows
    assert article.state == ArticleState.READING


def test_what_a_dead_worker_left_is_taken_up(project: Project) -> None:
    article = received(project, TEXT)
    Article.objects.filter(pk=article.pk).update(
        state=ArticleState.READING, lease_until=timezone.now() - timedelta(seconds=1), attempts=1
    )
    follows, article = run(article)
    assert follows
    assert article.state == ArticleState.EXTRACTING


def test_a_text_above_the_limit_fails_with_its_reason(project: Project, settings: Settings) -> None:
    settings.TEXT_LIMIT_MB = 0
    _follows, article = run(received(project, TEXT))
    assert "larger than 0 MB" in article.failure


@pytest.mark.parametrize(("limit", "value", "words"), [("SECONDS", 0.01, "longer than"), ("MEMORY", 1, "memory")])
def test_a_page_that_takes_too_much_fails_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch, limit: str, value: Any, words: str
) -> None:
    if limit == "SECONDS":
        # The time that is waited for, not the processor time, which counts in whole seconds.
        monkeypatch.setattr(confined, "_confine", lambda _seconds: None)
    monkeypatch.setattr(confined, limit, value)
    _follows, article = run(received(project, PAGE, name="page.html"))
    assert article.state == ArticleState.FAILED
    assert words in article.failure


def test_markdown_that_would_fill_the_memory_of_a_worker_fails_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "MEMORY", 1)
    _follows, article = run(received(project, "- The harbour is open again.\n" * 5000, name="list.md"))
    assert article.state == ArticleState.FAILED
    assert "memory" in article.failure


def test_markdown_of_any_length_is_read_alike(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# The harbour\n\n- It is *open* again.\n" * 2
    here = confined.read_confined(text.encode(), "list.md")
    monkeypatch.setattr(confined, "MARKDOWN_READ_HERE", 10)
    assert confined.read_confined(text.encode(), "list.md") == here


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("top of page\n\nThe harbour is open again\n\nShips came in.", "The harbour is open again"),
        ("Share this article\n\nPhoto: the port authority\n\nThe harbour is open again", "The harbour is open again"),
        ("The harbour " * 40, ("The harbour " * 40)[:199].rstrip() + "…"),
        ("Post a comment", "Post a comment"),
    ],
)
def test_a_title_is_the_first_line_that_belongs_to_the_article(text: str, title: str) -> None:
    assert read.title_of(text) == title
