from __future__ import annotations

import pytest
from pytest_django import Settings

from tests import factories
from verification.actions.articles import retry
from verification.actions.uploads import add_to_upload, retry_bundle, start_upload
from verification.exceptions import Conflict, Invalid, NotAllowed, TooLarge
from verification.models import Article, AuditEvent, Bundle, Project, User
from verification.vocabulary import ArticleState, BundleState, Role

TABLE = b"title,text\nThe harbour,The harbour was reopened on Monday.\n"


@pytest.fixture
def curator(project: Project) -> User:
    return factories.member(project, Role.CURATOR)


def test_a_file_is_an_article_and_a_table_a_bundle_of_the_same_upload(project: Project, curator: User) -> None:
    upload = start_upload(project, by=curator)
    article = add_to_upload(upload, name="harbour.txt", content=factories.TEXT.encode(), by=curator)
    bundle = add_to_upload(upload, name="articles.csv", content=TABLE, by=curator)
    assert isinstance(article, Article)
    assert isinstance(bundle, Bundle)
    assert list(upload.articles.all()) == [article]
    assert list(upload.bundles.all()) == [bundle]
    assert (bundle.state, bytes(bundle.content), upload.refused) == (BundleState.RECEIVED, TABLE, [])
    kinds = AuditEvent.objects.filter(project=project.pk).values_list("kind", flat=True)
    assert set(kinds) == {"upload.started", "article.received", "bundle.received"}


def test_what_is_refused_is_listed_and_raised(project: Project, curator: User, settings: Settings) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    upload = start_upload(project, by=curator)
    with pytest.raises(Invalid, match="empty"):
        add_to_upload(upload, name="empty.txt", content=b"", by=curator)
    with pytest.raises(TooLarge, match="1 MB"):
        add_to_upload(upload, name="large.zip", content=b"PK\x03\x04" * 300_000, by=curator)
    with pytest.raises(Invalid, match="no packed file"):
        add_to_upload(upload, name="\u202egnp.zip\x00", content=b"GIF89", by=curator)
    upload.refresh_from_db()
    assert [one["name"] for one in upload.refused] == ["empty.txt", "large.zip", "gnp.zip"]
    assert "empty" in upload.refused[0]["why"]
    assert not upload.articles.exists()


def test_only_curators_of_the_project_send_files(project: Project) -> None:
    annotator = factories.member(project)
    with pytest.raises(NotAllowed):
        start_upload(project, by=annotator)
    upload = start_upload(project, by=None)
    add_to_upload(upload, name="known.txt", content=b"Words enough.", by=None)
    for name, content in (("a.txt", b"Words."), ("a.csv", TABLE), ("known.txt", b"Words enough."), ("no.txt", b"")):
        with pytest.raises(NotAllowed):
            add_to_upload(upload, name=name, content=content, by=annotator)
    upload.refresh_from_db()
    assert upload.refused == []


def test_a_failed_bundle_is_tried_again_by_a_curator(project: Project, curator: User) -> None:
    bundle = factories.BundleFactory(upload__project=project, state=BundleState.FAILED, failure="Cut off.", attempts=5)
    with pytest.raises(NotAllowed):
        retry_bundle(bundle, by=factories.member(project))
    bundle = retry_bundle(bundle, by=curator)
    assert (bundle.state, bundle.failure, bundle.attempts) == (BundleState.RECEIVED, None, 0)
    with pytest.raises(Conflict, match="on its way"):
        retry_bundle(bundle, by=curator)


def test_a_part_of_which_nothing_is_kept_is_not_tried_again(project: Project, curator: User) -> None:
    part = factories.ArticleFactory(project=project, text=None, state=ArticleState.FAILED, failure="No JSON.")
    with pytest.raises(Conflict, match="send it again"):
        retry(part, by=curator)
