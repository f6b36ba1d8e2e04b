"""Files sent in one go, and what became of each."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.annotate.views.people import as_role, at_the_page, queries, words
from tests.factories import (
    ArticleFactory,
    BundleFactory,
    ClaimFactory,
    OriginalFactory,
    ProjectFactory,
    UploadFactory,
    member,
)
from verification.actions.uploads import add_to_upload, start_upload
from verification.jobs import extract, read, unpack
from verification.models import Article, Bundle, Project, Upload
from verification.vocabulary import ArticleState, BundleState, Role

pytestmark = pytest.mark.django_db

TEXT = "The northern ferry sank on Tuesday, a coastguard said. No one else has seen it sink."


@pytest.fixture
def project() -> Project:
    UploadFactory(refused=[{"name": "noise.txt", "why": "of another project"}])
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def upload(project: Project) -> Upload:
    return start_upload(project, by=member(project, Role.CURATOR))


def send(client, *files: SimpleUploadedFile):
    return client.post("/p/coast/uploads/", {"files": list(files)}, follow=True)


def test_one_bad_file_stops_no_other(project, settings):
    settings.UPLOAD_LIMIT_MB = 1
    answer = send(
        as_role(project, Role.CURATOR),
        SimpleUploadedFile("good.txt", TEXT.encode()),
        SimpleUploadedFile("empty.md", b""),
        SimpleUploadedFile("huge.html", b"x" * (1024 * 1024 + 1)),
        SimpleUploadedFile("also-good.MD", b"# Ferry\n\nIt sank."),
    )
    upload = Upload.objects.get(project=project)
    assert answer.redirect_chain[-1][0] == f"/p/coast/uploads/{upload.pk}/"
    page = words(answer)
    assert sorted(upload.articles.values_list("original__name", flat=True)) == ["also-good.MD", "good.txt"]
    for name, why in (("empty.md", "is empty"), ("huge.html", "larger than 1 MB")):
        line = page[page.index(f"<bdi>{name}") :]
        assert why in line[: line.index("</li>")]
    assert "4 in all" in page
    assert "2 on their way" in page
    assert "2 refused" in page
    assert "noise.txt" not in page


def test_sending_no_file_is_told_and_begins_nothing(project):
    answer = send(as_role(project, Role.CURATOR))
    assert "No file was chosen" in words(answer)
    assert not Upload.objects.filter(project=project).exists()


def test_more_files_than_the_limit_are_answered_with_what_to_do(project, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [SimpleUploadedFile(f"{number}.txt", b"A ferry sank.") for number in range(3)]
    answer = send(as_role(project, Role.CURATOR), *files)
    assert answer.status_code == 413
    assert "send less or in parts" in words(answer)


def test_a_script_begins_an_upload_and_sends_its_files_one_by_one(project):
    client = as_role(project, Role.CURATOR)
    begun = client.post("/p/coast/uploads/", {"begin": "1"})
    assert begun.status_code == 201
    upload = Upload.objects.get(project=project)
    assert begun.json() == {
        "page": f"/p/coast/uploads/{upload.pk}/",
        "files": f"/p/coast/uploads/{upload.pk}/files/",
    }
    to = begun.json()["files"]
    assert client.post(to, {"file": SimpleUploadedFile("a.txt", TEXT.encode())}).status_code == 201
    refused = client.post(to, {"file": SimpleUploadedFile("b.txt", b"")})
    assert refused.status_code == 400
    assert "is empty" in refused.json()["message"]
    assert client.post(to).status_code == 400
    assert upload.articles.get().original.name == "a.txt"
    upload.refresh_from_db()
    assert [entry["name"] for entry in upload.refused] == ["b.txt"]


def test_a_file_sent_again_after_the_answer_was_lost_is_there_once(project, upload):
    for _time in range(2):
        add_to_upload(upload, name="a.txt", content=TEXT.encode(), by=upload.by)
        add_to_upload(upload, name="b.csv", content=b"title,text\nFerry,It sank.\n", by=upload.by)
        with pytest.raises(Exception, match="is empty"):
            add_to_upload(upload, name="c.txt", content=b"", by=upload.by)
    assert upload.articles.count() == upload.bundles.count() == len(upload.refused) == 1


def test_others_find_no_upload_and_no_bundle(project, upload):
    bundle = BundleFactory(upload=upload, state=BundleState.FAILED, failure="It is damaged.")
    paths = (f"uploads/{upload.pk}/", f"uploads/{upload.pk}/files/", f"uploads/{upload.pk}/bundles/{bundle.pk}/retry/")
    stranger, annotator = at_the_page(member(ProjectFactory(), Role.CURATOR)), as_role(project, Role.ANNOTATOR)
    for path in paths:
        ask = stranger.get if path.count("/") == 2 else stranger.post
        assert ask(f"/p/coast/{path}").status_code == 404
        ask = annotator.get if path.count("/") == 2 else annotator.post
        assert ask(f"/p/coast/{path}").status_code == 404
    assert annotator.get("/p/coast/uploads/").status_code == 403
    assert stranger.get("/p/coast/uploads/").status_code == 404
    of_others = UploadFactory()
    client = as_role(project, Role.CURATOR)
    assert client.get(f"/p/coast/uploads/{of_others.pk}/").status_code == 404
    assert client.get(f"/p/coast/uploads/{10**30}/").status_code == 404
    other_bundle = BundleFactory(upload=of_others, state=BundleState.FAILED, failure="No.")
    assert client.post(f"/p/coast/uploads/{upload.pk}/bundles/{other_bundle.pk}/retry/").status_code == 404


def test_each_file_is_shown_with_what_became_of_it(project, upload):
    known = ArticleFactory(project=project, title="The first of its kind")
    done = OriginalFactory(article__project=project, article__upload=upload, name="done.txt").article
    failed = OriginalFactory(article__project=project, article__upload=upload, name="failed.txt").article
    merged = OriginalFactory(article__project=project, article__upload=upload, name="merged.txt").article
    Article.objects.filter(pk=done.pk).update(
        state=ArticleState.DONE, text=TEXT, sha256="0" * 64, normaliser_version="1"
    )
    Article.objects.filter(pk=failed.pk).update(state=ArticleState.FAILED, failure="It holds no text.")
    Article.objects.filter(pk=merged.pk).update(state=ArticleState.MERGED, same_as=known)
    ClaimFactory(article=Article.objects.get(pk=done.pk), start=0, end=10)
    client = at_the_page(upload.by)
    page = words(client.get(f"/p/coast/uploads/{upload.pk}/"))
    assert "1 claim<" in page
    assert "It holds no text." in page
    assert "The first of its kind" in page
    assert "hx-get" not in page
    only_failed = words(client.get(f"/p/coast/uploads/{upload.pk}/?outcome=failed"))
    assert "failed.txt" in only_failed
    assert "done.txt" not in only_failed
    answer = client.post(f"/p/coast/articles/{failed.pk}/retry/", {"to_upload": ""})
    assert answer.headers["Location"] == f"/p/coast/uploads/{upload.pk}/"
    waiting = words(client.get(f"/p/coast/uploads/{upload.pk}/"))
    assert 'hx-trigger="every 3s"' in waiting
    assert "No worker answers" in waiting
    news = client.get(f"/p/coast/uploads/{upload.pk}/", headers={"HX-Request": "true"})
    assert words(news).lstrip().startswith('<div id="upload"')


def test_the_parts_of_a_bundle_stand_beneath_it(project, upload):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", TEXT)
        archive.writestr("two.txt", TEXT + " Again.")
    bundle = add_to_upload(upload, name="many.zip", content=packed.getvalue(), by=upload.by)
    client = at_the_page(upload.by)
    path = f"/p/coast/uploads/{upload.pk}/"
    assert "waiting for a worker to take it apart" in words(client.get(path))
    for article in unpack.run(bundle.pk):
        assert read.run(article.pk)
        extract.run(article.pk)
    page = words(client.get(path))
    assert page.index("many.zip") < page.index("one.txt") < page.index("two.txt")
    assert "2 articles in it" in page
    assert "2 done" in page


def test_a_table_tells_once_what_it_did_not_use_and_offers_nothing_that_cannot_help(project, upload):
    table = f'text,date\n"{TEXT}",2026\n,2026\n"{TEXT} Again.",2025\n'
    bundle = add_to_upload(upload, name="many.csv", content=table.encode(), by=upload.by)
    for article in unpack.run(bundle.pk):
        extract.run(article.pk)
    page = words(at_the_page(upload.by).get(f"/p/coast/uploads/{upload.pk}/"))
    assert "1 failed" in page
    assert page.count("Columns not used") == 1
    assert "<bdi>date</bdi>" in page
    assert "Try again" not in page


def test_a_failed_bundle_says_why_and_is_tried_again(project, upload):
    bundle = BundleFactory(upload=upload, name="broken.csv", state=BundleState.FAILED, failure="It is cut off.")
    client = at_the_page(upload.by)
    assert "It is cut off." in words(client.get(f"/p/coast/uploads/{upload.pk}/"))
    path = f"/p/coast/uploads/{upload.pk}/bundles/{bundle.pk}/retry/"
    assert "It is cut off." not in words(client.post(path, follow=True))
    assert Bundle.objects.get(pk=bundle.pk).state == BundleState.RECEIVED
    assert client.post(path, follow=True).status_code == 200


def test_many_files_take_pages_and_no_more_queries(project, upload):
    client = at_the_page(upload.by)
    path = f"/p/coast/uploads/{upload.pk}/"
    bundle = BundleFactory(upload=upload, state=BundleState.DONE, parts=30)
    ArticleFactory(project=project, upload=upload, title="First of all")
    ArticleFactory(project=project, upload=upload, bundle=bundle, part="row 0")
    few = queries(client, path)
    for number in range(30):
        ArticleFactory(project=project, upload=upload, title=f"Alone {number:02}")
        ArticleFactory(project=project, upload=upload, bundle=bundle, part=f"row {number + 1}")
    assert queries(client, path) == few == 8
    first = words(client.get(path))
    assert "Alone 29" in first
    assert "row 30<" not in first
    last_shown = Article.objects.get(bundle=bundle, part="row 18")
    assert f"after={bundle.pk}%3A{last_shown.pk}" in first
    second = words(client.get(f"{path}?after={bundle.pk}:{last_shown.pk}"))
    assert "row 30<" in second
    assert "row 18<" not in second
    assert "Alone" not in second
    assert client.get(f"{path}?after=x:y").status_code == 200


def test_what_was_sent_lately_stands_on_the_list_of_articles_for_curators(project, upload):
    link = f'href="/p/coast/uploads/{upload.pk}/"'
    assert link in words(as_role(project, Role.CURATOR).get("/p/coast/articles/"))
    assert link in words(as_role(project, Role.CURATOR).get("/p/coast/uploads/"))
    assert link not in words(as_role(project, Role.ANNOTATOR).get("/p/coast/articles/"))
