from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries
from rest_framework.response import Response

from tests import factories
from tests.files import packed
from verification.jobs import unpack
from verification.models import Article, Bundle, Project, Upload
from verification.vocabulary import Role

from .conformity import assert_conforms
from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db

TABLE = "text,title\nThe bridge was closed on Friday.,Bridge\n,Nothing\nThe road was closed on Friday.,Road\n"


def send(by: Speaker, name: str, content: bytes | str, **fields: str) -> Response:
    data = content.encode() if isinstance(content, str) else content
    body = {"project": "harbour", "file": SimpleUploadedFile(name, data), **fields}
    answer = by.post("/api/v1/articles/", body, format="multipart")
    assert_conforms("post", "/api/v1/articles/", answer)
    return answer


def test_a_table_answers_202_with_an_upload_that_can_be_followed(curator: Speaker, project: Project) -> None:
    told = send(curator, "articles.csv", TABLE)
    assert told.status_code == 202
    upload = told.json()
    assert (upload["project"], upload["under_way"], upload["refused"]) == ("harbour", True, [])
    assert [bundle["state"] for bundle in upload["bundles"]] == ["received"]
    list(unpack.run(Bundle.objects.get().pk))
    upload = curator.say("get", f"uploads/{upload['id']}/").json()
    assert upload["bundles"] == [{"name": "articles.csv", "state": "done", "failure": None, "parts": 3}]
    counts = {"received": 0, "reading": 0, "extracting": 2, "done": 0, "failed": 1, "merged": 0}
    assert (upload["articles"], upload["under_way"]) == (counts, True)
    Article.objects.filter(state="extracting").update(state="done")
    assert not curator.say("get", f"uploads/{upload['id']}/").json()["under_way"]


def test_the_articles_of_an_upload_are_a_list_of_pages(curator: Speaker, project: Project) -> None:
    factories.ArticleFactory(project=project)
    upload = send(curator, "articles.csv", TABLE).json()["id"]
    list(unpack.run(Bundle.objects.get().pk))
    first = curator.say("get", f"articles/?upload={upload}&limit=2").json()
    assert [(row["part"], row["state"], row["upload"]) for row in first["results"]] == [
        ("row 4", "extracting", upload),
        ("row 3", "failed", upload),
    ]
    second = curator.say("get", first["next"]).json()
    assert [row["part"] for row in second["results"]] == ["row 2"]
    assert second["next"] is None


def test_a_packed_file_is_a_bundle_whatever_its_name(curator: Speaker, project: Project) -> None:
    answer = send(curator, "articles.txt", packed({"a.txt": "The bridge was closed."}))
    assert answer.status_code == 202
    assert [bundle["name"] for bundle in answer.json()["bundles"]] == ["articles.txt"]


def test_what_is_said_of_one_article_is_refused_of_several(curator: Speaker, project: Project) -> None:
    answer = send(curator, "articles.csv", TABLE, title="The bridge", outlet="")
    assert is_refusal(answer, 400, "title")
    assert not Upload.objects.exists()


def test_what_is_not_what_its_name_says_is_refused_with_a_reason(curator: Speaker, project: Project) -> None:
    answer = send(curator, "articles.zip", b"GIF89a")
    assert is_refusal(answer, 400)
    assert "no packed file" in answer.json()["message"]


def test_only_curators_of_the_project_see_an_upload(project: Project, curator: Speaker, stranger: Speaker) -> None:
    upload = factories.UploadFactory(project=project)
    assert curator.say("get", f"uploads/{upload.pk}/").status_code == 200
    for person in (stranger, speaker(project), speaker(project, Role.RESEARCHER)):
        assert is_refusal(person.say("get", f"uploads/{upload.pk}/"), 404)
    assert is_refusal(send(speaker(project), "articles.csv", TABLE), 403)


def test_an_upload_takes_as_many_queries_however_much_is_in_it(
    curator: Speaker, project: Project, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    upload = factories.UploadFactory(project=project)
    for number in range(4):
        bundle = factories.BundleFactory(upload=upload)
        factories.ArticleFactory(project=project, upload=upload, bundle=bundle, part=str(number))
    with django_assert_num_queries(4):
        curator.say("get", f"uploads/{upload.pk}/")
