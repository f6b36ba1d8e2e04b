"""Pages: what is said about a claim, who is named beside it, and the notices that follow."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import at_the_page, judged_apart, queries, words
from tests.factories import CommentFactory, NoticeFactory, ProjectFactory, member
from verification.actions.comments import close_discussion, withdraw_comment
from verification.actions.places import start_next
from verification.models import Comment, Notice, Project
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

SAID = "Is this one claim or two?"


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


def test_a_flag_from_the_review_page_reaches_the_curator_and_the_answer_comes_back(project):
    claim, author, other = judged_apart(project)
    curator = member(project, Role.CURATOR)
    place = claim.annotations.get(person=author)
    assert 'id="flag"' in words(at_the_page(author).get(f"/review/{place.pk}/"))
    add = f"/p/coast/claims/{claim.pk}/comments/"
    answer = at_the_page(author).post(add, {"text": f"{SAID} @{curator.username}", "review": place.pk}, follow=True)
    assert answer.redirect_chain == [(f"/review/{place.pk}/", 302)]
    page = words(answer)
    assert "Curators and adjudicators who do not judge this claim read it" in page
    assert "You flagged this claim for discussion just now." in page
    assert "You flagged" not in words(at_the_page(other).get(f"/review/{claim.annotations.get(person=other).pk}/"))
    for page in ("/p/coast/discussions/", f"/p/coast/claims/{claim.pk}/"):
        seen = words(at_the_page(curator).get(page))
        assert SAID in seen
        assert "an annotator" in seen
        assert author.username not in seen.replace(f"@{curator.username}", "")
    assert "1 new notice" in words(at_the_page(curator).get("/"))
    for address in ("/", "/p/coast/claims/", "/account/", "/nowhere/"):  # in the bar of every page
        assert 'class="count">1</b><span class="sr"> new' in words(at_the_page(curator).get(address)), address
    told = Notice.objects.get()
    gone = at_the_page(curator).post(f"/notices/{told.pk}/")
    assert gone.headers["Location"] == f"/p/coast/claims/{claim.pk}/#comment-{told.comment_id}"
    home = words(at_the_page(curator).get("/"))
    assert "new notice" not in home
    assert home.count('href="/notices/"') == 1  # in the bar
    at_the_page(curator).post(add, {"text": "One.", "reply_to": told.comment_id})
    mine = words(at_the_page(author).get(f"/p/coast/claims/{claim.pk}/"))
    assert "a curator or adjudicator" in mine
    assert curator.username not in mine.replace(f"@{curator.username}", "")
    assert SAID not in words(at_the_page(other).get(f"/p/coast/claims/{claim.pk}/"))


def test_a_flag_that_is_closed_or_taken_back_is_no_sign_on_the_review_page_any_more(project):
    claim, author, _other = judged_apart(project)
    place = claim.annotations.get(person=author)
    said = CommentFactory(claim=claim, by=author, text=SAID)
    CommentFactory(claim=claim, by=author, text="And more.", reply_to=said)
    review = f"/review/{place.pk}/"
    assert "You flagged this claim" in words(at_the_page(author).get(review))
    close_discussion(said, by=member(project, Role.CURATOR))
    assert "You flagged this claim" not in words(at_the_page(author).get(review))
    withdraw_comment(CommentFactory(claim=claim, by=author, text="Another."), by=author)
    assert "You flagged this claim" not in words(at_the_page(author).get(review))


def test_what_is_refused_keeps_its_words(project):
    claim, *_people = judged_apart(project)
    answer = at_the_page(member(project)).post(f"/p/coast/claims/{claim.pk}/comments/", {"text": "x" * 2001})
    assert answer.status_code == 400
    assert "x" * 2001 in words(answer)


def test_a_discussion_is_closed_opened_again_and_taken_back(project):
    claim, *_people = judged_apart(project)
    curator = member(project, Role.CURATOR)
    said = CommentFactory(claim=claim, by=curator, text=SAID)
    client, url = at_the_page(curator), f"/p/coast/comments/{said.pk}/"
    assert "closed" in words(client.post(url, {"do": "close"}, follow=True))
    assert SAID not in words(client.get("/p/coast/discussions/"))
    assert "Somebody was faster" in words(client.post(url, {"do": "close"}, follow=True))
    client.post(url, {"do": "open"})
    assert SAID in words(client.get("/p/coast/discussions/"))
    assert SAID not in words(client.post(url, {"do": "withdraw"}, follow=True))
    assert Comment.objects.get().text == ""
    assert "No discussion is open." in words(client.get("/p/coast/discussions/"))


def test_the_lists_take_as_many_queries_for_many_rows_as_for_one(project):
    claim, *_people = judged_apart(project)
    curator = member(project, Role.CURATOR)
    lists = ("/p/coast/discussions/", f"/p/coast/claims/{claim.pk}/", "/notices/")

    def one_more() -> None:
        said = CommentFactory(claim=claim)
        NoticeFactory(claim=claim, person=curator, comment=said)

    one_more()
    few = [queries(at_the_page(curator), url) for url in lists]
    for _row in range(4):
        one_more()
    assert [queries(at_the_page(curator), url) for url in lists] == few


def test_all_notices_that_were_shown_are_marked_and_later_ones_stay(project):
    curator = member(project, Role.CURATOR)
    claim, *_people = judged_apart(project)
    shown, later = (NoticeFactory(claim=claim, person=curator) for _notice in range(2))
    at_the_page(curator).post("/notices/", {"until": shown.pk})
    assert list(Notice.objects.unread()) == [later]


def test_an_annotator_who_begins_judging_finds_nothing_said_by_others(project):
    claim, *_people = judged_apart(project, places=3)
    third = member(project)
    CommentFactory(claim=claim, text=SAID)
    place = start_next(project, by=third)
    assert SAID not in words(at_the_page(third).get(f"/review/{place.pk}/"))
    assert SAID not in words(at_the_page(third).get(f"/p/coast/claims/{claim.pk}/"))
