from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Article, Original, Project, Publication
from verification.vocabulary import ArticleState, Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db

TEXT = "The bridge was closed on Friday, the council said. No reason was given."


def as_json(**fields: object) -> dict[str, object]:
    return {"project": "harbour", "text": TEXT} | fields


class TestAddingAText:
    def test_answers_201_with_the_article(self, curator: Speaker, project: Project) -> None:
        answer = curator.say(
            "post",
            "articles/",
            as_json(
                title="The bridge",
                url="https://harbour-news.example/bridge",
                outlet="Harbour News",
                byline="A reporter",
                published_on="2026-11-20",
                language="en",
            ),
        )
        assert answer.status_code == 201
        told = answer.json()
        assert (told["project"], told["title"], told["text"]) == ("harbour", "The bridge", TEXT)
        assert (told["state"], told["failure"], told["same_as"]) == ("extracting", None, None)
        assert told["language"] == "en"
        assert len(told["sha256"]) == 64
        (publication,) = told["publications"]
        assert publication["url"] == "https://harbour-news.example/bridge"
        assert (publication["published_on"], publication["published_basis"]) == ("2026-11-20", "person")
        assert Article.objects.get(pk=told["id"]).project == project

    def test_that_is_known_answers_200_with_the_first_and_keeps_where_it_ran(
        self, curator: Speaker, project: Project
    ) -> None:
        first = curator.say("post", "articles/", as_json(url="https://one.example/")).json()
        again = curator.say("post", "articles/", as_json(url="https://two.example/"))
        assert again.status_code == 200
        assert again.json()["id"] == first["id"]
        assert [ran["url"] for ran in again.json()["publications"]] == ["https://one.example/", "https://two.example/"]
        assert Article.objects.filter(project=project).count() == 1

    def test_that_another_project_knows_is_new_here(self, curator: Speaker, project: Project) -> None:
        elsewhere = factories.ArticleFactory(text=TEXT)
        answer = curator.say("post", "articles/", as_json())
        assert answer.status_code == 201
        assert answer.json()["id"] != elsewhere.pk

    def test_takes_null_and_blank_for_what_is_not_known(self, curator: Speaker, project: Project) -> None:
        nothing = {"title": None, "url": "", "outlet": None, "byline": "", "published_on": None, "language": None}
        answer = curator.say("post", "articles/", as_json(**nothing))
        assert answer.status_code == 201
        assert answer.json()["publications"] == []
        assert answer.json()["title"]

    UNUSABLE = [
        ("text", None),
        ("text", ""),
        ("text", "  \n "),
        ("text", 5),
        ("text", ["a"]),
        ("text", {"a": 1}),
        ("text", "nul \x00 here"),
        ("title", ["a"]),
        ("title", "x" * 2000),
        ("url", "javascript:alert(1)"),
        ("url", "no address"),
        ("url", ["https://one.example/"]),
        ("published_on", "yesterday"),
        ("published_on", "2026-11"),
        ("published_on", 20261120),
        ("published_on", ["2026-11-20"]),
        ("language", "not a code"),
        ("language", 1),
        ("project", "nowhere"),
        ("project", 1),
        ("project", None),
        ("project", ["harbour"]),
        ("project", "a\x00b"),
        ("state", "done"),
    ]

    def test_with_an_unusable_field_is_refused_by_its_name(self, curator: Speaker, project: Project) -> None:
        for field, value in self.UNUSABLE:
            assert is_refusal(curator.say("post", "articles/", as_json(**{field: value})), 400, field), (field, value)
            assert not Article.objects.filter(project=project).exists(), (field, value)

    def test_without_anything_names_what_is_needed(self, curator: Speaker) -> None:
        assert is_refusal(curator.say("post", "articles/", {}), 400, "project", "text")


class TestAddingAFile:
    def send(self, who: Speaker, **fields: object) -> object:
        return who.post("/api/v1/articles/", {"project": "harbour", **fields}, format="multipart")

    def test_answers_202_before_it_is_read(self, curator: Speaker, project: Project) -> None:
        upload = SimpleUploadedFile("bridge.txt", TEXT.encode())
        answer = self.send(
            curator, file=upload, title="The bridge", language="en", url="https://one.example/", outlet="One"
        )
        assert answer.status_code == 202
        told = answer.json()
        assert (told["state"], told["text"], told["sha256"]) == ("received", None, None)
        assert (told["title"], told["language"]) == ("The bridge", "en")
        assert told["publications"][0]["url"] == "https://one.example/"
        assert bytes(Original.objects.get(article=told["id"]).content) == TEXT.encode()

    def test_needs_the_file_and_the_project(self, curator: Speaker, project: Project) -> None:
        assert is_refusal(self.send(curator), 400, "file")
        assert is_refusal(self.send(curator, file="no file"), 400, "file")
        assert is_refusal(self.send(curator, file=SimpleUploadedFile("a.txt", b"")), 400, "file")
        upload = SimpleUploadedFile("a.txt", b"words")
        assert is_refusal(self.send(curator, file=upload, project="nowhere"), 400, "project")
        assert is_refusal(self.send(curator, file=SimpleUploadedFile("a.txt", b"words"), colour="red"), 400, "colour")

    @override_settings(UPLOAD_LIMIT_MB=1, DATA_UPLOAD_MAX_MEMORY_SIZE=1024 * 1024)
    @pytest.mark.parametrize("size", [1024 * 1024 + 1, 3 * 1024 * 1024])
    def test_above_the_limit_is_413(self, curator: Speaker, project: Project, size: int) -> None:
        upload = SimpleUploadedFile("large.txt", b"x" * size)
        assert is_refusal(self.send(curator, file=upload), 413)
        assert not Article.objects.filter(project=project).exists()

    def test_in_a_broken_form_is_400(self, curator: Speaker) -> None:
        answer = curator.generic("POST", "/api/v1/articles/", b"--x", content_type="multipart/form-data")
        assert is_refusal(answer, 400)


class TestBorders:
    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
    def test_only_curators_add_articles(self, project: Project, role: Role) -> None:
        assert is_refusal(speaker(project, role).say("post", "articles/", as_json()), 403)

    def test_a_project_of_others_looks_like_none(self, stranger: Speaker, project: Project) -> None:
        theirs = stranger.say("post", "articles/", as_json())
        none = stranger.say("post", "articles/", as_json(project="nowhere"))
        assert is_refusal(theirs, 400, "project")
        assert theirs.json() == none.json()

    @pytest.mark.parametrize("role", list(Role))
    def test_members_read_them_in_every_role(self, project: Project, role: Role) -> None:
        article = factories.ArticleFactory(project=project)
        who = speaker(project, role)
        assert [one["id"] for one in who.say("get", "articles/").json()["results"]] == [article.pk]
        assert who.say("get", f"articles/{article.pk}/").json()["text"] == article.text

    def test_strangers_see_nothing(self, stranger: Speaker, project: Project) -> None:
        article = factories.ArticleFactory(project=project)
        assert stranger.say("get", "articles/").json() == {"results": [], "next": None}
        assert stranger.say("get", "articles/?project=harbour").json()["results"] == []
        assert is_refusal(stranger.say("get", f"articles/{article.pk}/"), 404)


class TestList:
    def test_shows_no_texts_and_filters(self, curator: Speaker, project: Project) -> None:
        done = factories.ArticleFactory(project=project)
        failed = factories.ArticleFactory(
            project=project, text=None, state=ArticleState.FAILED, failure="There is no text in it."
        )
        everything = curator.say("get", "articles/").json()["results"]
        assert [one["id"] for one in everything] == [failed.pk, done.pk]
        assert all("text" not in one for one in everything)
        failures = curator.say("get", "articles/?state=failed&project=harbour").json()["results"]
        assert [(one["id"], one["failure"]) for one in failures] == [(failed.pk, "There is no text in it.")]
        assert curator.say("get", "articles/?project=nowhere").json()["results"] == []

    def test_says_which_is_the_first_of_a_merged_one(self, curator: Speaker, project: Project) -> None:
        first = factories.ArticleFactory(project=project)
        factories.ArticleFactory(project=project, text=None, state=ArticleState.MERGED, same_as=first)
        merged = curator.say("get", "articles/?state=merged").json()["results"]
        assert [one["same_as"] for one in merged] == [first.pk]

    @pytest.mark.parametrize("query", ["state=eaten", "project=%00", "state=%00", "cursor=x", "limit=0", "limit=201"])
    def test_refuses_a_filter_it_cannot_use(self, curator: Speaker, query: str) -> None:
        assert is_refusal(curator.say("get", f"articles/?{query}"), 400, query.split("=")[0])

    def test_knows_how_exactly_a_date_is_known(self, curator: Speaker, project: Project) -> None:
        article = factories.ArticleFactory(project=project)
        Publication.objects.create(
            article=article, published_on="2026-11-01", published_precision="month", published_basis="dateline"
        )
        told = curator.say("get", f"articles/{article.pk}/").json()["publications"]
        assert told[0]["published_on"] == "2026-11"

    def test_takes_the_same_queries_however_long(
        self, curator: Speaker, project: Project, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for many in (1, 7):
            for article in factories.ArticleFactory.create_batch(many, project=project):
                factories.PublicationFactory.create_batch(2, article=article)
            with django_assert_num_queries(3):  # the token, the articles, their publications
                assert curator.say("get", "articles/").status_code == 200
