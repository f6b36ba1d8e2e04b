"""Articles: the list, adding some, and one with its claims marked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.annotate.views.people import as_role, at_the_page, judged_apart, queries, words
from tests.factories import ArticleFactory, ClaimFactory, OriginalFactory, ProjectFactory, PublicationFactory, member
from verification.models import Article, Claim, Heartbeat, Project
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.django_db

TEXT = "The northern ferry sank on Tuesday, a coastguard said. No one else has seen it sink."


@pytest.fixture
def project() -> Project:
    ArticleFactory(title="Somebody else's article")  # noise: another project's
    return ProjectFactory(slug="coast", name="The coast")


def failed(project: Project) -> Article:
    article = OriginalFactory(article__project=project, article__title="", name="ferry.txt").article
    article.state, article.failure = ArticleState.FAILED, "The file holds no text."
    article.save()
    return article


def test_a_stranger_finds_no_project_and_a_visitor_the_door(client, project):
    article = ArticleFactory(project=project)
    for path in ("articles/", "articles/add/", f"articles/{article.pk}/"):
        assert at_the_page(member(ProjectFactory())).get(f"/p/coast/{path}").status_code == 404
        assert client.get(f"/p/coast/{path}").headers["Location"].startswith("/accounts/login/")


def test_the_list_shows_the_project_alone_newest_first(project):
    older, newer = ArticleFactory(project=project, title="Older"), ArticleFactory(project=project, title="Newer")
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/articles/"))
    assert page.index("Newer") < page.index("Older")
    assert "Somebody else" not in page
    assert f"/p/coast/articles/{older.pk}/" in page
    assert f"/p/coast/articles/{newer.pk}/" in page


def test_articles_are_found_by_words_of_title_and_text_and_the_filters_can_be_taken_off(project):
    ArticleFactory(project=project, title="Ferry", text="It left the quay at noon.")
    ArticleFactory(project=project, title="Bridge", text="It was closed.")
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/articles/?q=quay+fer&state=done"))
    assert "Ferry" in page
    assert "Bridge" not in page
    assert 'href="?state=done"' in page  # without the words
    assert 'href="?q=quay+fer"' in page  # in any state
    nothing = words(client.get("/p/coast/articles/?q=airport"))
    assert "No article fits." in nothing


def test_the_list_takes_as_many_queries_for_many_articles_as_for_two(project):
    for _article in range(2):
        ClaimFactory(article=PublicationFactory(article__project=project).article)
    client = as_role(project, Role.CURATOR)
    few = queries(client, "/p/coast/articles/")
    for _article in range(8):
        article = PublicationFactory(article__project=project).article
        ClaimFactory(article=article)
        failed(project)
    assert queries(client, "/p/coast/articles/") == few == 8
    assert queries(client, "/p/coast/articles/?state=done") == 7


def test_the_list_goes_on_from_a_key(project):
    articles = [ArticleFactory(project=project, title=f"Number {number:03}") for number in range(27)]
    client = as_role(project, Role.ANNOTATOR)
    first = words(client.get("/p/coast/articles/"))
    assert f"before={articles[2].pk}" in first
    second = words(client.get(f"/p/coast/articles/?before={articles[2].pk}"))
    assert "Number 001" in second
    assert "Number 002" not in second
    assert "Number 001" not in first


def test_the_list_can_be_cut_to_one_state(project):
    ArticleFactory(project=project, title="Finished well")
    failed(project)
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/articles/?state=failed"))
    assert "ferry.txt" in page
    assert "Finished well" not in page
    assert as_role(project, Role.ANNOTATOR).get("/p/coast/articles/?state=lost").status_code == 200


def test_an_annotator_cannot_tell_from_the_list_that_others_disagreed(project):
    claim, first, _second = judged_apart(project)
    newcomer = member(project)
    for person, stage in ((newcomer, "open"), (first, "in progress")):
        page = words(at_the_page(person).get("/p/coast/articles/"))
        assert f"1 {stage}" in page
        assert "1 awaiting adjudication" not in page
    assert "1 awaiting adjudication" in words(as_role(project, Role.CURATOR).get("/p/coast/articles/"))
    assert "awaiting" not in words(at_the_page(first).get(f"/p/coast/articles/{claim.article_id}/"))


def test_what_is_under_way_is_told_and_so_is_that_no_worker_answers(project):
    OriginalFactory(article__project=project)
    client = as_role(project, Role.ANNOTATOR)
    page = words(client.get("/p/coast/articles/"))
    assert "1 article is waiting for a worker." in page
    assert "No worker answers" in page
    assert 'hx-trigger="every 3s"' in page
    Heartbeat.objects.create(name="worker", at=timezone.now() - timedelta(seconds=40))
    assert "No worker answers" in words(client.get("/p/coast/articles/"))
    Heartbeat.objects.update(at=timezone.now() - timedelta(seconds=20))
    assert "No worker answers" not in words(client.get("/p/coast/articles/"))


def test_a_list_of_finished_articles_asks_for_no_news(project):
    ArticleFactory(project=project)
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/articles/"))
    assert "hx-get" not in page
    assert "No worker answers" not in page


def test_the_page_asks_for_the_table_alone(project):
    OriginalFactory(article__project=project)
    answer = as_role(project, Role.ANNOTATOR).get("/p/coast/articles/", headers={"HX-Request": "true"})
    assert words(answer).lstrip().startswith('<div id="articles"')
    assert "HX-Request" in answer["Vary"]


def test_a_curator_tries_a_failed_article_again_and_an_annotator_cannot(project):
    article = failed(project)
    annotator, curator = as_role(project, Role.ANNOTATOR), as_role(project, Role.CURATOR)
    assert "Try again" not in words(annotator.get("/p/coast/articles/"))
    assert "The file holds no text." in words(annotator.get("/p/coast/articles/"))
    answer = annotator.post(f"/p/coast/articles/{article.pk}/retry/")
    assert answer.status_code == 403
    assert "Only curators" in words(answer)
    assert "Try again" in words(curator.get("/p/coast/articles/"))
    answer = curator.post(f"/p/coast/articles/{article.pk}/retry/", {"to_list": ""}, follow=True)
    assert "is on its way again" in words(answer)
    article.refresh_from_db()
    assert article.state == ArticleState.RECEIVED
    again = curator.post(f"/p/coast/articles/{article.pk}/retry/", follow=True)
    assert "still on its way" in words(again)


def test_only_curators_add_articles(project):
    answer = as_role(project, Role.ANNOTATOR).get("/p/coast/articles/add/")
    assert answer.status_code == 403
    assert "Only curators of this project add articles" in words(answer)
    assert "Add articles" not in words(as_role(project, Role.ANNOTATOR).get("/p/coast/articles/"))


def test_a_pasted_text_becomes_an_article_with_where_it_ran(project):
    said = {
        "text": TEXT,
        "title": "The ferry",
        "url": "https://coast.example/ferry",
        "outlet": "Coast Daily",
        "published_on": "2026-11-17",
    }
    answer = as_role(project, Role.CURATOR).post("/p/coast/articles/add/", said, follow=True)
    article = Article.objects.get(project=project)
    assert answer.redirect_chain[-1][0] == f"/p/coast/articles/{article.pk}/"
    assert "Coast Daily" in words(answer)
    assert article.publications.get().published_on.isoformat() == "2026-11-17"


def test_a_text_that_is_known_leads_to_the_first_article(project):
    curator = as_role(project, Role.CURATOR)
    curator.post("/p/coast/articles/add/", {"text": TEXT})
    answer = curator.post("/p/coast/articles/add/", {"text": TEXT, "url": "https://other.example/"}, follow=True)
    assert "known already" in words(answer)
    assert Article.objects.filter(project=project).count() == 1
    assert "other.example" in words(answer)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text": "  \n "}, "There is no text in it"),
        ({"text": TEXT, "url": "not an address"}, "Enter a valid URL"),
        ({"text": TEXT, "published_on": "yesterday"}, "is no date"),
        ({"text": TEXT, "language": "Persian!"}, "Select a valid choice"),
    ],
)
def test_a_text_that_cannot_be_added_stays_in_the_form(project, wrong, told):
    answer = as_role(project, Role.CURATOR).post("/p/coast/articles/add/", {"title": "Kept title"} | wrong)
    assert answer.status_code == 400
    assert told in words(answer)
    assert "Kept title" in words(answer)
    assert not Article.objects.filter(project=project).exists()


def test_an_article_shows_its_claims_marked_and_listed(project):
    article = PublicationFactory(article__project=project, outlet="Harbour News").article
    claim = ClaimFactory(article=article, statement="It was reopened, they say.")
    ClaimFactory(article=ArticleFactory(project=project), statement="A claim of another article.")
    page = words(as_role(project, Role.RESEARCHER).get(f"/p/coast/articles/{article.pk}/"))
    assert "1 claim<" in page
    assert f'href="/p/coast/claims/{claim.pk}/"' in page
    assert f'<span id="claim-{claim.pk}" class="anchor"></span><mark class="other" data-start="0"' in page
    assert "another article" not in page
    assert "Harbour News" in page


def test_an_article_takes_as_many_queries_for_many_claims_as_for_one(project):
    article = ArticleFactory(project=project)
    ClaimFactory(article=article)
    client = as_role(project, Role.CURATOR)
    few = queries(client, f"/p/coast/articles/{article.pk}/")
    for start in range(6):
        ClaimFactory(article=article, start=start)
    assert queries(client, f"/p/coast/articles/{article.pk}/") == few


def test_an_address_that_is_no_web_address_is_no_link(project):
    article = PublicationFactory(article__project=project, url="javascript:alert(1)").article
    assert 'href="javascript:' not in words(as_role(project, Role.CURATOR).get(f"/p/coast/articles/{article.pk}/"))


def test_markup_in_titles_and_statements_is_only_text(project):
    article = ArticleFactory(project=project, title="<script>alert(1)</script>")
    ClaimFactory(article=article, statement="<img src=x onerror=alert(1)>")
    for path in ("articles/", f"articles/{article.pk}/", "claims/"):
        page = words(as_role(project, Role.CURATOR).get(f"/p/coast/{path}"))
        assert "<script>alert" not in page
        assert "<img" not in page


def test_a_claim_that_was_missed_is_added_by_its_words(project):
    article = ArticleFactory(project=project)
    annotator = as_role(project, Role.ANNOTATOR)
    answer = annotator.post(
        f"/p/coast/articles/{article.pk}/claims/",
        {"quote": "no ship  had\ndocked", "statement": "No ship had docked.", "target": "content"},
    )
    claim = Claim.objects.get(article=article)
    assert answer.headers["Location"] == f"/p/coast/claims/{claim.pk}/"
    assert article.text[claim.start : claim.end] == claim.quote == "no ship had docked"


def test_words_that_stand_there_twice_need_their_place(project):
    article = ArticleFactory(project=project, text="A ferry sank. Another ferry sank.")
    annotator = as_role(project, Role.ANNOTATOR)
    url = f"/p/coast/articles/{article.pk}/claims/"
    answer = annotator.post(url, {"quote": "ferry sank", "target": "content"})
    assert answer.status_code == 400
    assert "more than once" in words(answer)
    annotator.post(url, {"quote": "ferry sank", "target": "content", "start": 22, "end": 32})
    assert Claim.objects.get(article=article).start == 22


@pytest.mark.parametrize("place", [{}, {"start": 0, "end": 9999}, {"start": 3, "end": 5}])
def test_words_that_do_not_stand_there_stay_in_the_form(project, place):
    article = ArticleFactory(project=project)
    answer = as_role(project, Role.ANNOTATOR).post(
        f"/p/coast/articles/{article.pk}/claims/",
        {"quote": "no such words", "statement": "Kept.", "target": "content"} | place,
    )
    assert answer.status_code == 400
    assert "do not stand in this article" in words(answer)
    assert "Kept." in words(answer)
    assert not Claim.objects.filter(article=article).exists()


def test_a_researcher_adds_no_claim_and_reads_why(project):
    article = ArticleFactory(project=project)
    researcher = as_role(project, Role.RESEARCHER)
    assert "Only annotators, adjudicators and curators" in words(researcher.get(f"/p/coast/articles/{article.pk}/"))
    answer = researcher.post(f"/p/coast/articles/{article.pk}/claims/", {"quote": "no ship", "target": "content"})
    assert answer.status_code == 403


def test_an_article_that_is_done_meanwhile_is_loaded_anew(project):
    article = ArticleFactory(project=project)
    answer = as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    waiting = OriginalFactory(article__project=project).article
    partial = as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{waiting.pk}/", headers={"HX-Request": "true"})
    assert words(partial).lstrip().startswith('<div id="article-state"')


def test_a_page_that_asks_for_news_after_its_sign_in_has_ended_loads_anew(client, project):
    answer = client.get("/p/coast/articles/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"


def test_the_page_to_add_articles_names_the_columns_that_a_table_may_have(project):
    shown = words(as_role(project, Role.CURATOR).get("/p/coast/articles/add/"))
    assert "its column “text”, and if you like “title”" in shown
    assert "“published_on”" in shown
