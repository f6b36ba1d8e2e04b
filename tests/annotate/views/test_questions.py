"""Pages: a judgement sent back with a question, the answer, and a further annotator."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import at_the_page, judged_apart, words
from tests.factories import ProjectFactory, member
from verification.actions.questions import ask
from verification.models import Claim, Judgement, Project, Question, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

LIST = "/p/coast/adjudication/"
ASKED = "Which ledger did you read?"


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def adjudicator(project: Project) -> User:
    return member(project, Role.ADJUDICATOR)


def first_of(claim: Claim) -> Judgement:
    return Judgement.objects.filter(annotation__claim=claim).order_by("annotation_id").first()


def test_a_judgement_goes_back_with_a_question_and_its_answer_comes_under_it(project, adjudicator):
    claim, author, other = judged_apart(project)
    client, page = at_the_page(adjudicator), f"{LIST}{claim.pk}/"
    ask_url = f"{page}ask/{first_of(claim).pk}/"
    assert ask_url in words(client.get(page))
    assert "Ask about judgement A" in words(client.get(ask_url))
    refused = client.post(ask_url, {"text": " "})
    assert (refused.status_code, "Write a few words." in words(refused)) == (400, True)
    assert "Waits for an answer." in words(client.post(ask_url, {"text": ASKED}, follow=True))
    assert ask_url not in words(client.get(page))
    assert "a question waits for its answer" in words(client.get(LIST))
    url = f"/questions/{Question.objects.get().pk}/"
    assert ASKED not in words(at_the_page(other).get("/"))
    assert at_the_page(other).get(url).status_code == 404
    home = words(at_the_page(author).get("/"))
    assert "Sent back to you" in home
    assert url in home
    assert ASKED in words(at_the_page(author).get(f"/review/{first_of(claim).annotation_id}/"))
    asked = words(at_the_page(author).get(url))
    assert "An adjudicator asks" in asked
    assert adjudicator.username not in asked
    at_the_page(author).post(url, {"text": "The blue one."})
    assert "You answered:" in words(at_the_page(author).get(url))
    assert "Sent back to you" not in words(at_the_page(author).get("/"))
    assert "The blue one." in words(client.get(page))
    assert "your question is answered" in words(client.get(LIST))


def test_a_second_answer_is_refused_kindly_and_kept(project, adjudicator):
    claim, author, _other = judged_apart(project)
    asked = ask(first_of(claim), text=ASKED, by=adjudicator)
    client = at_the_page(author)
    client.post(f"/questions/{asked.pk}/", {"text": "The blue one."})
    again = client.post(f"/questions/{asked.pk}/", {"text": "The red one."})
    assert again.status_code == 400
    assert "The blue one." in words(again)


def test_a_further_annotator_is_asked_and_taken_back(project, adjudicator):
    claim, *_people = judged_apart(project)
    client, page = at_the_page(adjudicator), f"{LIST}{claim.pk}/"
    assert "Nobody is left to ask" in words(client.get(page))
    assert client.post(f"{page}further/").status_code == 403
    member(project)
    assert "One more annotator will judge" in words(client.post(f"{page}further/", follow=True))
    assert "not waiting for adjudication" in words(client.post(f"{page}further/", follow=True))
    assert claim.statement in words(client.get(f"{LIST}further/"))
    assert "A further annotator was asked for." in words(client.get(f"/p/coast/claims/{claim.pk}/"))
    back = client.post(f"{page}further/", {"do": "back"}, follow=True)
    assert back.redirect_chain == [(page, 302)]
    assert "No claim waits for a further judgement." in words(client.get(f"{LIST}further/"))
