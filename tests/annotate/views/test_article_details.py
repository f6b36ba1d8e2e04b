"""The page that puts right what is known of an article."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, words
from tests.factories import ArticleFactory, ProjectFactory, PublicationFactory, member
from verification.actions.versions import version_of
from verification.models import Article, Project
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def article(project: Project) -> Article:
    made: Article = ArticleFactory(project=project, title="The harbor", language="en")
    PublicationFactory(article=made, outlet="Harbor News", url="https://harbour.example/1")
    return made


def path(article: Article) -> str:
    return f"/p/coast/articles/{article.pk}/details/"


def details(article: Article, **said: str) -> dict[str, str]:
    known = {"title": article.title, "language": "en", "licence": "", "seen": version_of(article)} | said
    return {"do": "details"} | {f"details-{name}": value for name, value in known.items()}


def publication(number: int, **said: str) -> dict[str, str]:
    known = {"url": "", "outlet": "", "byline": "", "published_on": "", "origin": "unknown"} | said
    return {f"publication-{number or 'new'}-{name}": value for name, value in known.items()}


def test_corrected_details_show_on_the_page_with_who_changed_what(project, article):
    person = member(project, Role.CURATOR)
    client = at_the_page(person)
    assert path(article) in words(client.get(f"/p/coast/articles/{article.pk}/"))
    answer = client.post(path(article), details(article, title="The harbour", language="fa"), follow=True)
    assert answer.redirect_chain[-1][0] == f"/p/coast/articles/{article.pk}/"
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/"))
    assert "<dd>Persian</dd>" in page
    assert "Details corrected: <bdi>title, language English → Persian</bdi>" in page
    assert person.username in page
    assert path(article) not in page


def test_the_later_of_two_curators_loses_nothing(project, article):
    first, second = as_role(project, Role.CURATOR), as_role(project, Role.CURATOR)
    seen_by_both = details(article)
    first.post(path(article), seen_by_both | {"details-title": "First"})
    answer = second.post(path(article), seen_by_both | {"details-title": "Second", "details-licence": "CC BY"})
    page = words(answer)
    assert answer.status_code == 409
    assert "Somebody else has changed this meanwhile" in page
    assert 'value="Second"' in page
    assert 'value="CC BY"' in page
    assert "Kept now: First" in page
    article.refresh_from_db()
    assert article.title == "First"
    again = details(article, title="Second")
    assert f'value="{again["details-seen"]}"' in page
    second.post(path(article), again)
    article.refresh_from_db()
    assert article.title == "Second"


def test_publications_are_added_corrected_and_taken_out(project, article):
    client = as_role(project, Role.CURATOR)
    there = article.publications.get()
    added = {"do": "add"} | publication(0, outlet="Coast Daily", published_on="2026-11")
    assert client.post(path(article), added).status_code == 302
    assert "2026-11" in words(client.get(f"/p/coast/articles/{article.pk}/"))
    corrected = publication(there.pk, outlet="Harbour News", url=there.url, seen=version_of(there))
    client.post(path(article), {"do": f"correct:{there.pk}"} | corrected)
    there.refresh_from_db()
    assert there.outlet == "Harbour News"
    sent = {"do": f"remove:{there.pk}"} | publication(there.pk, seen=version_of(there))
    assert "It is taken out." in words(client.post(path(article), sent, follow=True))
    assert [one.outlet for one in article.publications.all()] == ["Coast Daily"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"outlet": "Kept", "published_on": "yesterday"}, "is no date"),
        ({"outlet": "Kept", "url": "not an address"}, "Enter a valid URL"),
        ({"outlet": "Kept", "url": "https://harbour.example/1"}, "listed already"),
    ],
)
def test_what_cannot_be_used_stays_in_its_form(project, article, said, why):
    answer = as_role(project, Role.CURATOR).post(path(article), {"do": "add"} | publication(0, **said))
    assert answer.status_code == 400
    assert why in words(answer)
    assert 'value="Kept"' in words(answer)


def test_what_was_taken_out_meanwhile_is_told(project, article):
    client = as_role(project, Role.CURATOR)
    there = article.publications.get()
    key = there.pk
    there.delete()
    assert client.post(path(article), {"do": f"correct:{key}"} | publication(key, outlet="Late")).status_code == 404
    assert client.post(path(article), {"do": "nonsense"} | publication(0, outlet="x")).status_code == 400


def test_others_correct_nothing_and_learn_of_nothing(project, article):
    of_others = PublicationFactory(outlet="Secret outlet")
    assert as_role(project, Role.RESEARCHER).get(path(article)).status_code == 403
    assert at_the_page(member(ProjectFactory(), Role.CURATOR)).get(path(article)).status_code == 404
    client = as_role(project, Role.CURATOR)
    answer = client.post(path(article), {"do": f"remove:{of_others.pk}"})
    assert answer.status_code == 404
    assert "Secret outlet" not in words(answer)
    assert client.get(f"/p/coast/articles/{of_others.article_id}/details/").status_code == 404
