"""One article: its text in parts, its claims beside it, and how it was made."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, queries, words
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ExtractionRunFactory,
    MatchingFactory,
    OriginalFactory,
    ProjectFactory,
    PublicationFactory,
    member,
)
from verification.actions.articles import add_file
from verification.jobs import extract, read
from verification.models import Article, Project
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.django_db

TEXT = "The northern ferry sank on Tuesday, a coastguard said.\n\nRead also: a bridge closed\n\nNo one saw it sink."


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


def long_article(project: Project) -> Article:
    text = "\n\n".join(f"Paragraph {number} says that ferry {number} sank." for number in range(700))
    return ArticleFactory(project=project, text=text)


def test_languages_go_by_their_names(project):
    for code, name in (("fa", "Persian"), ("ps", "Pashto"), ("pt-BR", "Brazilian Portuguese"), ("tlh", "tlh")):
        article = ArticleFactory(project=project, language=code)
        assert f"<dd>{name}</dd>" in words(as_role(project, Role.CURATOR).get(f"/p/coast/articles/{article.pk}/"))


def test_an_address_shows_its_host_first(project):
    article = PublicationFactory(article__project=project, url="https://user@coast.example/a/b?c", outlet="").article
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/"))
    assert page.index("<bdi>coast.example</bdi>") < page.index("https://user@coast.example/a/b?c</small>")


def test_the_page_says_how_the_text_was_made(project):
    article = add_file(project, name="ferry.txt", content=TEXT.encode(), by=None)
    assert read.run(article.pk)
    extract.run(article.pk)
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/"))
    assert f"<bdi>ferry.txt</bdi>, {len(TEXT)}\xa0bytes" in page
    assert '<mark class="furniture" data-start="56"' in page
    furniture = page[page.index('class="list furniture"') :]
    assert "Read also: a bridge closed" in furniture[: furniture.index("</ul>")]
    assert "teaser of another article" in furniture
    run = article.runs.get()
    assert f"the built-in rules, version {run.version}" in page
    assert "tokens" not in page
    assert "1 claim<" in page or "claims<" in page
    assert "Download the file" not in page


def test_the_original_is_a_download_for_curators_and_never_opens_as_a_page(project):
    content = b"<script>alert(1)</script>"
    original = OriginalFactory(article__project=project, name='a/b"\r\nx.html', content=content)
    path = f"/p/coast/articles/{original.article_id}/original/"
    assert as_role(project, Role.ANNOTATOR).get(path).status_code == 403
    assert at_the_page(member(ProjectFactory(), Role.CURATOR)).get(path).status_code == 404
    answer = as_role(project, Role.CURATOR).get(path)
    assert answer.content == content
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"] == 'attachment; filename="a_b\\"_x.html"'


def test_an_article_that_came_as_a_text_has_no_file(project):
    article = ArticleFactory(project=project)
    client = as_role(project, Role.CURATOR)
    assert "It was sent as a text" in words(client.get(f"/p/coast/articles/{article.pk}/"))
    assert client.get(f"/p/coast/articles/{article.pk}/original/").status_code == 404


def test_a_long_text_is_shown_in_parts_each_with_its_own_claims(project):
    article = long_article(project)
    early = ClaimFactory(article=article, start=0, end=10, statement="The first ferry sank.")
    at = article.text.index("Paragraph 650")
    late = ClaimFactory(article=article, start=at, end=at + 13, statement="The late ferry sank.")
    client = as_role(project, Role.ANNOTATOR)
    first = words(client.get(f"/p/coast/articles/{article.pk}/"))
    assert early.statement in first
    assert late.statement not in first
    assert "Part 1 of 3" in first
    assert "1 of them in this part" in first
    last = words(client.get(f"/p/coast/articles/{article.pk}/?at={late.start}"))
    assert f'<span id="claim-{late.pk}" class="anchor"></span><mark class="other" data-start="{at}"' in last
    assert early.statement not in last
    assert "Paragraph 1 says" not in last
    claim_page = words(client.get(f"/p/coast/claims/{late.pk}/"))
    assert f"/p/coast/articles/{article.pk}/?at={late.start}#claim-{late.pk}" in claim_page


@pytest.mark.parametrize("at", ["-1", "x", "99999999999999999999", "٣", ""])
def test_an_offset_that_is_none_leads_to_the_text_all_the_same(project, at):
    article = long_article(project)
    assert as_role(project, Role.CURATOR).get(f"/p/coast/articles/{article.pk}/", {"at": at}).status_code == 200


def test_a_number_that_no_column_can_hold_is_not_found(project):
    curator = as_role(project, Role.CURATOR)
    far = 10**25
    for address in (f"articles/{far}/", f"uploads/{far}/", f"guideline/{far}/", f"guideline/compare/?from={far}"):
        expected = 200 if "compare" in address else 404  # too long to be read as a version: the usual one is shown
        assert curator.get(f"/p/coast/{address}").status_code == expected
    assert curator.get(f"/p/coast/guideline/compare/?from={10**18}").status_code == 404


def test_a_refused_claim_comes_back_in_the_part_it_was_sent_from(project):
    article = long_article(project)
    at = article.text.index("Paragraph 650")
    answer = as_role(project, Role.ANNOTATOR).post(
        f"/p/coast/articles/{article.pk}/claims/?at={at}", {"quote": "no such words", "target": "content"}
    )
    assert answer.status_code == 400
    assert "Paragraph 650 says" in words(answer)


def test_the_page_takes_as_many_queries_for_many_claims_as_for_one(project):
    article = long_article(project)
    client = as_role(project, Role.CURATOR)
    ClaimFactory(article=article, start=0, end=5)
    few = queries(client, f"/p/coast/articles/{article.pk}/")
    for start in range(1, 30):
        ClaimFactory(article=article, start=start * 10, end=start * 10 + 5)
    assert queries(client, f"/p/coast/articles/{article.pk}/") == few == 10


def test_an_endless_number_is_no_article(project):
    assert as_role(project, Role.CURATOR).get(f"/p/coast/articles/{10**30}/").status_code == 404


def with_run(project, **run):
    article = ArticleFactory(project=project, state=ArticleState.DONE)
    ExtractionRunFactory(article=article, **run)
    return article


def test_a_run_of_a_language_model_says_what_it_took(project):
    spent = {"requests": 3, "tokens_in": 4512, "tokens_out": 800, "cost": "0.012300", "dropped_spans": 2}
    article = with_run(project, engine="language_model", model="small-1", version="1.1", **spent)
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/"))
    assert "a language model <bdi>small-1</bdi>, version 1.1" in page
    assert "3 requests, 4512 tokens sent, 800 answered, cost 0.0123" in page
    assert "2 passages that it named are not in the article, and were dropped" in page
    assert "stood in" not in page


def test_an_engine_that_is_here_no_more_keeps_its_name(project):
    article = with_run(project, engine="oracle", version="7")
    assert "oracle, version 7" in words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{article.pk}/"))


def test_that_the_rules_stood_in_is_said_with_why_and_a_curator_has_the_model_try_again(project, settings, queue):
    settings.LANGUAGE_MODEL_URL = "http://127.0.0.1:9/v1"
    Project.objects.filter(pk=project.pk).update(engine="language_model")
    article = with_run(project, fell_back_because="The server was tried 4 times; at last it answered 500.")
    address = f"/p/coast/articles/{article.pk}/"
    curator = as_role(project, Role.CURATOR)
    page = words(curator.get(address))
    assert "The built-in rules stood in for the language model" in page
    assert "tried 4 times; at last it answered 500." in page
    assert "<button>Try again with the language model</button>" in page
    curator.post(address + "retry/")
    article.refresh_from_db()
    assert article.state == ArticleState.EXTRACTING
    assert "stood in for" not in words(curator.get(address))


def test_why_the_model_cannot_try_again_stands_beside_its_button(project, settings):
    article = with_run(project, fell_back_because="No language model is set up on this installation.")
    address = f"/p/coast/articles/{article.pk}/"
    disabled = "<button disabled>Try again with the language model</button>"
    page = words(as_role(project, Role.ANNOTATOR).get(address))
    assert disabled in page
    assert "Only curators" in page
    curator = as_role(project, Role.CURATOR)
    assert "The project reads with the built-in rules now" in words(curator.get(address))
    Project.objects.filter(pk=project.pk).update(engine="language_model")
    assert "An administrator sets LANGUAGE_MODEL_URL" in words(curator.get(address))
    settings.LANGUAGE_MODEL_URL = "http://127.0.0.1:9/v1"
    assert disabled not in words(curator.get(address))


def test_an_article_that_could_not_be_compared_says_so_and_offers_another_try(project):
    article = ArticleFactory(project=project)
    MatchingFactory(article=article, state="failed", failure="Comparing with other articles failed.")
    page = words(as_role(project, Role.CURATOR).get(f"/p/coast/articles/{article.pk}/"))
    assert "Comparing with other articles failed." in page
    assert f"/p/coast/articles/{article.pk}/retry/" in page
