from __future__ import annotations

import pytest

from tests.factories import ArticleFactory, ProjectFactory, PublicationFactory
from verification.models import Article, Project
from verification.vocabulary import Role

from .conftest import speaker

pytestmark = pytest.mark.django_db

TEXT = "Forty soldiers were killed in the northern village on Monday, the ministry said. Nobody could verify it there."


def test_the_later_of_two_is_told(project: Project) -> None:
    article = ArticleFactory(project=project)
    curator = speaker(project, Role.CURATOR)
    version = curator.say("get", f"articles/{article.pk}/").json()["version"]
    address = f"articles/{article.pk}/"
    assert curator.say("patch", address, {"title": "First", "version": version}).status_code == 200
    late = curator.say("patch", address, {"title": "Second", "version": version})
    assert late.status_code == 409
    assert "Somebody else has changed this" in late.json()["message"]
    assert Article.objects.get(pk=article.pk).title == "First"


def test_of_two_who_correct_a_publication_the_later_is_told_and_may_not_take_it_out_unseen(project: Project) -> None:
    publication = PublicationFactory(article__project=project)
    curator = speaker(project, Role.CURATOR)
    (told,) = curator.say("get", f"articles/{publication.article_id}/").json()["publications"]
    address, version = f"publications/{publication.pk}/", told["version"]
    first = curator.say("patch", address, {"outlet": "First", "version": version})
    assert first.status_code == 200
    for late in (
        curator.say("patch", address, {"outlet": "Second", "version": version}),
        curator.say("delete", f"{address}?version={version}"),
    ):
        assert late.status_code == 409
        assert "Somebody else has changed this" in late.json()["message"]
    publication.refresh_from_db()
    assert publication.outlet == "First"
    misspelt = curator.say("delete", f"{address}?vesion={version}")
    assert misspelt.status_code == 400
    assert "no such field" in misspelt.json()["fields"]["vesion"][0]
    assert curator.say("delete", f"{address}?version={first.json()['version']}").status_code == 204


def test_others_correct_nothing_and_strangers_find_nothing(project: Project) -> None:
    publication = PublicationFactory(article__project=project)
    article = publication.article_id
    annotator, stranger = speaker(project), speaker(ProjectFactory(), Role.CURATOR)
    for method, address, body in (
        ("patch", f"articles/{article}/", {"title": "Mine"}),
        ("post", f"articles/{article}/publications/", {"outlet": "Mine"}),
        ("patch", f"publications/{publication.pk}/", {"outlet": "Mine"}),
        ("delete", f"publications/{publication.pk}/", None),
    ):
        assert annotator.say(method, address, body).status_code == 403
        assert stranger.say(method, address, body).status_code == 404


def test_a_correction_names_its_article_and_none_of_others(project: Project) -> None:
    curator = speaker(project, Role.CURATOR)
    first = curator.say("post", "articles/", {"project": project.slug, "text": TEXT}).json()
    body = {"project": project.slug, "text": TEXT.replace("Forty", "Fourteen"), "corrects": first["id"]}
    answer = curator.say("post", "articles/", body)
    assert answer.status_code == 201
    assert answer.json()["corrects"] == first["id"]
    assert answer.json()["near"][0]["article"] == first["id"]
    same = curator.say("post", "articles/", body | {"text": TEXT})
    assert same.status_code == 400
    assert "very same text" in same.json()["fields"]["text"][0]
    of_others = curator.say("post", "articles/", body | {"corrects": ArticleFactory().pk})
    assert of_others.status_code == 400
    assert "no such article" in of_others.json()["fields"]["corrects"][0]


def test_a_date_that_is_none_is_told_by_its_field(project: Project) -> None:
    article = ArticleFactory(project=project)
    answer = speaker(project, Role.CURATOR).say(
        "post", f"articles/{article.pk}/publications/", {"published_on": "yesterday"}
    )
    assert answer.status_code == 400
    assert "is no date" in answer.json()["fields"]["published_on"][0]
