"""Home: what waits for a person, by role, and the button that brings the next claim."""

import pytest
from django.test import Client
from django.utils import timezone

from annotate.views.home import MOST_COUNTED
from tests.factories import (
    AnnotationFactory,
    ArticleFactory,
    ClaimFactory,
    CommentFactory,
    JudgementFactory,
    MembershipFactory,
    ProjectFactory,
    UserFactory,
    member,
)
from verification.models import Annotation, User
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_visitor_is_sent_to_the_sign_in_page_and_back_again():
    assert Client().get("/").headers["Location"] == "/accounts/login/?next=/"


def test_a_person_without_a_project_reads_what_to_do():
    page = signed_in(UserFactory()).get("/").content.decode()
    assert "not a member of any project" in page
    assert "Ask a curator" in page


def test_an_annotator_sees_how_many_claims_wait_and_gets_the_next_one():
    claim = ClaimFactory()
    ClaimFactory(article=claim.article, check_worthiness=0.1)
    ClaimFactory()  # another project's
    person = member(claim.project)
    client = signed_in(person)
    assert "2 claims wait for you" in client.get("/").content.decode()
    assert "New here?" in client.get("/").content.decode()
    answer = client.post(f"/p/{claim.project.slug}/next/")
    annotation = Annotation.objects.get(person=person)
    assert annotation.claim == claim
    assert answer.headers["Location"] == f"/review/{annotation.pk}/"


def test_the_count_stops_where_it_would_only_get_slower():
    article = ArticleFactory()
    ClaimFactory.create_batch(MOST_COUNTED + 3, article=article)
    page = signed_in(member(article.project)).get("/").content.decode()
    assert f"more than {MOST_COUNTED} claims wait for you" in page


def test_when_nothing_is_left_the_next_button_says_so_at_home():
    project = ProjectFactory()
    client = signed_in(member(project))
    answer = client.post(f"/p/{project.slug}/next/", follow=True)
    assert answer.redirect_chain[-1][0] == "/"
    assert "Nothing is left for you" in answer.content.decode()


def test_the_next_button_of_a_project_that_is_not_mine_finds_nothing():
    assert signed_in(UserFactory()).post(f"/p/{ProjectFactory().slug}/next/").status_code == 404


def test_a_curator_sees_failed_articles_and_an_annotator_does_not():
    article = ArticleFactory(state=ArticleState.FAILED, failure="The file is empty.")
    curator, annotator = member(article.project, Role.CURATOR), member(article.project)
    assert "1 article failed" in signed_in(curator).get("/").content.decode()
    assert "failed" not in signed_in(annotator).get("/").content.decode()


def test_an_open_discussion_is_told_whoever_looks_after_it_and_nobody_else():
    said = CommentFactory()
    claim = said.claim
    home = f'href="/p/{claim.project.slug}/discussions/"'
    for role in (Role.CURATOR, Role.ADJUDICATOR):
        page = signed_in(member(claim.project, role)).get("/").content.decode()
        assert f"{home}>1 open discussion</a>" in page
        assert "Nothing is stuck." not in page
    for role in (Role.ANNOTATOR, Role.RESEARCHER):
        assert "open discussion" not in signed_in(member(claim.project, role)).get("/").content.decode()
    judging = member(claim.project, Role.CURATOR)
    AnnotationFactory(claim=claim, person=judging)
    assert "open discussion" not in signed_in(judging).get("/").content.decode()


def test_with_several_projects_each_card_leads_to_what_the_top_bar_cannot_name():
    first, second = ProjectFactory(), ProjectFactory()
    curator = member(first, Role.CURATOR)
    client = signed_in(curator)
    assert f"/p/{second.slug}/" not in client.get("/").content.decode()
    MembershipFactory(user=curator, project=second)
    page = client.get("/").content.decode()
    assert f'href="/p/{first.slug}/people/">People' in page
    assert f'href="/p/{second.slug}/my-work/">My work' in page
    assert f"/p/{second.slug}/people/" not in page


def test_a_curator_who_has_a_place_on_a_dropped_claim_is_not_told_by_the_count():
    claim = ClaimFactory(dropped_at=timezone.now())
    curator = member(claim.project, Role.CURATOR)
    assert "?stage=dropped" in signed_in(curator).get("/").content.decode()
    AnnotationFactory(claim=claim, person=curator)
    assert "?stage=dropped" not in signed_in(curator).get("/").content.decode()


def test_unfinished_drafts_and_judged_claims_are_listed_to_their_person_alone():
    draft = JudgementFactory(annotation__claim__statement="The bridge is closed.")
    person = draft.annotation.person
    page = signed_in(person).get("/").content.decode()
    assert "The bridge is closed." in page
    assert f"/review/{draft.annotation.pk}/" in page
    assert "New here?" not in page
    colleague = member(draft.annotation.claim.project)
    assert "The bridge is closed." not in signed_in(colleague).get("/").content.decode()


def test_a_lapsed_place_is_still_listed_with_its_words():
    draft = JudgementFactory()
    Annotation.objects.update(lapsed_at=draft.started_at)
    assert "your words are kept" in signed_in(draft.annotation.person).get("/").content.decode()


def test_home_asks_a_fixed_number_of_questions_per_project(django_assert_num_queries):
    person = UserFactory()
    for _number in range(2):
        membership = MembershipFactory(user=person)
        for claim in ClaimFactory.create_batch(4, article=ArticleFactory(project=membership.project)):
            JudgementFactory(annotation=AnnotationFactory(claim=claim, person=person))
    client = signed_in(person)
    # Session, person, memberships, projects, one count per project, drafts, judged ones, the revisions of both, what is
    # unread, and questions.
    with django_assert_num_queries(10):
        client.get("/")
