"""Claims: the list, and one with what a person may know of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.annotate.views.people import as_role, at_the_page, judged_alike, queries, words
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    BearingFactory,
    ClaimFactory,
    ClaimLinkFactory,
    ProjectFactory,
    PublicationFactory,
    member,
)
from verification.actions.annotations import save_draft
from verification.actions.claims import withdraw
from verification.actions.places import start_next
from verification.asking import NAMES
from verification.models import Claim, Project
from verification.vocabulary import Modality, Role, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    ClaimFactory(statement="A claim of somebody else's project.")
    return ProjectFactory(slug="coast", name="The coast")


def url(claim: Claim, then: str = "") -> str:
    return f"/p/coast/claims/{claim.pk}/{then}"


def test_a_stranger_finds_nothing_and_a_visitor_the_door(client, project):
    claim = ClaimFactory(article__project=project)
    stranger = at_the_page(member(ProjectFactory()))
    for path in ("/p/coast/claims/", url(claim)):
        assert stranger.get(path).status_code == 404
        assert client.get(path).headers["Location"].startswith("/accounts/login/")
    for then in ("withdraw/", "reopen/"):
        assert stranger.post(url(claim, then), {"why": "because"}).status_code == 404


def test_a_claim_says_who_its_claimant_is_and_what_stays_ambiguous(project):
    claim = ClaimFactory(article__project=project, ambiguities=["“they” may mean the Reds or the Blues."])
    AttributionFactory(claim=claim, name="Rosa Lind", affiliation="minister of harbours")
    page = words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    assert "minister of harbours" in page
    assert "“they” may mean the Reds or the Blues." in page


def test_a_claim_is_not_found_under_another_project(project):
    elsewhere = ClaimFactory()
    assert as_role(project, Role.CURATOR).get(url(elsewhere)).status_code == 404


def test_the_list_is_found_by_words_topic_and_article(project):
    first = ClaimFactory(article__project=project, statement="The ferry sank.", topics=[Topic.VIOLENCE])
    ClaimFactory(article__project=project, statement="The bridge fell.", topics=[Topic.TERRITORY])
    client = as_role(project, Role.ANNOTATOR)
    for query in ("q=fer", "topic=violence", f"article={first.article_id}", "q=sank+ferry&topic=violence&stage=open"):
        page = words(client.get(f"/p/coast/claims/?{query}"))
        assert "The ferry sank." in page
        assert "The bridge fell." not in page
    assert "No claim fits." in words(client.get("/p/coast/claims/?q=plane"))
    assert "somebody else" not in words(client.get("/p/coast/claims/"))


def test_a_filter_that_is_not_understood_is_left_out_and_told(project):
    ClaimFactory(article__project=project, statement="The ferry sank.")
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/claims/?stage=lost&article=x&before=y&q=ferry"))
    assert "This filter is not understood" in page
    assert "The ferry sank." in page


def test_the_help_of_the_search_lists_what_each_name_takes(project):
    page = words(as_role(project, Role.RESEARCHER).get(f"/p/{project.slug}/claims/"))
    for name, known in NAMES.items():
        assert f"<code>{name}:</code>" in page
        for value in known or ():
            assert f"<code>{value}</code>" in page
    assert "<code>awaiting_adjudication</code> <small>awaiting adjudication</small>" in page
    assert "of another name or spelling of theirs" in page


def test_all_mistakes_of_a_search_are_told_at_once(project):
    ClaimFactory(article__project=project, statement="The ferry sank.")
    client = as_role(project, Role.ANNOTATOR)
    page = words(client.get("/p/coast/claims/", {"q": "verdict:supporte ferry clamant:mayor"}))
    assert 'verdict:<mark class="this">supporte</mark> ferry <mark class="this">clamant</mark>:mayor' in page
    assert "“supporte” is not one of: supported" in page
    assert "Nothing here is called “clamant”." in page
    assert "The ferry sank." not in page


def test_the_list_goes_on_from_a_key_and_keeps_the_filter(project):
    article = ArticleFactory(project=project)
    claims = [ClaimFactory(article=article, start=at, statement=f"Ferry {at:03} sank.") for at in range(27)]
    client = as_role(project, Role.ANNOTATOR)
    first = words(client.get("/p/coast/claims/?q=ferry"))
    assert f"?q=ferry&amp;before={claims[2].pk}" in first
    second = words(client.get(f"/p/coast/claims/?q=ferry&before={claims[2].pk}"))
    assert "Ferry 001" in second
    assert "Ferry 002" not in second


def test_the_list_takes_as_many_queries_for_many_claims_as_for_two(project):
    for _claim in range(2):
        AttributionFactory(claim=judged_alike(project)[0])
    client = as_role(project, Role.RESEARCHER)
    few = queries(client, "/p/coast/claims/")
    for _claim in range(4):
        AttributionFactory(claim=judged_alike(project)[0])
    assert queries(client, "/p/coast/claims/") == few == 7


def test_a_curator_withdraws_with_a_reason_and_opens_again(project):
    claim = ClaimFactory(article__project=project)
    curator = as_role(project, Role.CURATOR)
    refused = curator.post(url(claim, "withdraw/"), {"why": " "})
    assert refused.status_code == 400
    assert "Say why" in words(refused)
    page = words(curator.post(url(claim, "withdraw/"), {"why": "Twice the same words."}, follow=True))
    assert "Twice the same words." in page
    assert "This claim is withdrawn already." in page
    again = curator.post(url(claim, "withdraw/"), {"why": "Once more."})
    assert again.status_code == 409
    page = words(curator.post(url(claim, "reopen/"), {"why": "It differs after all."}, follow=True))
    assert "The claim is open again." in page
    assert "resolution stays on record" not in page
    assert "This claim is open" in page
    assert 'Opened again. <q dir="auto">It differs after all.</q>' in page
    assert 'Withdrawn. <q dir="auto">Twice the same words.</q>' in page
    assert "It differs" not in words(as_role(project, Role.ANNOTATOR).get(url(claim)))


def test_who_may_not_withdraw_reads_why_beside_the_button(project):
    page = words(as_role(project, Role.ADJUDICATOR).get(url(ClaimFactory(article__project=project))))
    assert 'disabled aria-describedby="why-not-withdraw"' in page
    assert "Only curators of this project withdraw claims" in page


def test_who_has_no_use_for_the_buttons_does_not_see_them(project):
    claim = ClaimFactory(article__project=project)
    annotator = as_role(project, Role.ANNOTATOR)
    assert "Withdraw" not in words(annotator.get(url(claim)))
    answer = annotator.post(url(claim, "withdraw/"), {"why": "I do not like it."})
    assert answer.status_code == 403
    assert "Only curators" in words(answer)
    claim.refresh_from_db()
    assert claim.withdrawn_at is None


def test_curators_see_that_a_claim_is_only_held_ahead_until_somebody_begins(project):
    claim = ClaimFactory(article__project=project)
    person, held = member(project), "held ahead, nobody has begun"
    place = start_next(project, by=person)
    assert place is not None
    curator = as_role(project, Role.CURATOR)
    for address in (url(claim), "/p/coast/claims/"):
        page = words(curator.get(address))
        assert "in progress" in page
        assert held in page
        for other in (at_the_page(person), as_role(project, Role.ANNOTATOR)):
            assert held not in words(other.get(address))
    save_draft(place, change={"revision": 1, "rationale": "The quay burned."}, by=person)
    for address in (url(claim), "/p/coast/claims/"):
        page = words(curator.get(address))
        assert "in progress" in page
        assert held not in page


def test_a_claim_takes_a_fixed_number_of_queries(project):
    claim = judged_alike(project)[0]
    client = as_role(project, Role.CURATOR)
    few = queries(client, url(claim))
    for start in (0, 5, 9):
        BearingFactory(claim=claim, start=start)
    AttributionFactory(claim=claim)
    AttributionFactory(claim=claim)
    assert queries(client, url(claim)) == few


def test_a_claim_without_an_article_has_a_page(project):
    claim = ClaimFactory(article__project=project)
    Claim.objects.filter(pk=claim.pk).update(
        article=None, start=None, end=None, quote=None, prefix=None, suffix=None, origin_run=None, origin_import="a set"
    )
    page = words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    assert "Taken over from another dataset." in page
    assert "In the article" not in page


def test_a_withdrawn_claim_says_why(project):
    claim = ClaimFactory(article__project=project)
    withdraw(claim, why="The article was retracted.", by=member(project, Role.CURATOR))
    assert "The article was retracted." in words(as_role(project, Role.ANNOTATOR).get(url(claim)))


def test_an_article_that_is_not_there_has_no_claims(project):
    ClaimFactory(article__project=project, statement="The ferry sank.")
    assert "No claim fits." in words(as_role(project, Role.ANNOTATOR).get("/p/coast/claims/?article=999999"))


def test_a_claim_shows_what_it_counts_where_whom_and_when(project):
    number = {"value": 14, "until": None, "bound": "at_least", "unit": "civilians killed", "of": None}
    claim = ClaimFactory(
        article__project=project,
        numbers=[number | {"words": "at least 14 civilians", "start": 0, "end": 21}],
        locations=["Daikundi"],
        actors=["Taliban"],
        event_from=datetime(2021, 8, 1, tzinfo=UTC),
        event_until=datetime(2021, 8, 31, 23, 59, 59, tzinfo=UTC),
        event_precision="month",
    )
    page = words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    for told in ("at least 14 civilians killed", "Daikundi", "Taliban", "2021-08", "undated"):
        assert told in page


def test_a_number_that_reads_as_the_article_writes_it_is_said_once(project):
    said = {"value": 4000, "bound": "exactly", "unit": "fighters", "words": "4,000 fighters", "start": 0, "end": 14}
    claim = ClaimFactory(article__project=project, statement="The front has a force.", numbers=[said])
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/claims/{claim.pk}/"))
    assert page.count("4,000 fighters") == 1


def test_the_list_is_found_by_what_claims_speak_of(project):
    found = ClaimFactory(
        article__project=project,
        statement="The ferry sank.",
        locations=["Kabul"],
        actors=["Taliban"],
        modality=Modality.ALLEGED,
        numbers=[{"value": 14, "bound": "exactly", "unit": "ships", "words": "14 ships", "start": 0, "end": 8}],
        event_from=datetime(2021, 8, 1, tzinfo=UTC),
        event_until=datetime(2021, 8, 31, 23, 59, 59, tzinfo=UTC),
        event_precision="month",
    )
    ClaimFactory(article__project=project, statement="The bridge fell.", locations=["Herat"])
    client = as_role(project, Role.ANNOTATOR)
    asked = ("place=kabul", "place=کابل", "actor=طالبان", "actor=taliban", "modality=alleged", "numbers=on",
             "since=2021-08-15", "until=2021-08-01&since=2021-08-01", "place=Kabul&actor=Taliban")  # fmt: skip
    for query in asked:
        page = words(client.get(f"/p/coast/claims/?{query}"))
        assert found.statement in page, query
        assert "True" not in page, query
        assert "The bridge fell." not in page, query
    for query in ("place=Paris", "since=2021-09-01", "until=2021-07-31"):
        assert "No claim fits." in words(client.get(f"/p/coast/claims/?{query}")), query


def test_what_other_articles_say_stands_beside_it_with_where_and_when(project):
    link = ClaimLinkFactory(claim=ClaimFactory(article__project=project), kind="contradicts")
    PublicationFactory(article=link.other.article, outlet="The Ledger")
    passage = {
        "article": link.other.article,
        "score": 0.8,
        "link": link,
        "reason": "Another number: 12 here, 19 there.",
    }
    BearingFactory(claim=link.claim, **passage)
    page = words(as_role(project, Role.ANNOTATOR).get(url(link.claim)))
    for said in ("In other articles", "Other versions", "Another number: 12 here, 19 there.", "The Ledger", "undated"):
        assert said in page
    assert "Does not belong" not in page
    assert "Does not belong" in words(as_role(project, Role.CURATOR).get(url(link.claim)))
    project.unaided_share = 0.5
    project.save()
    assert "In other articles" not in words(as_role(project, Role.ANNOTATOR).get(url(link.claim)))


def test_where_its_own_article_says_it_again_stands_beside_it_to_be_confirmed(project):
    claim = ClaimFactory(article__project=project)
    link = ClaimLinkFactory(claim=claim, other=ClaimFactory(article=claim.article, statement="It was opened again."))
    again = BearingFactory(
        claim=claim, article=claim.article, start=4, end=12, score=0.8, link=link, reason=link.reason
    )
    curator = as_role(project, Role.CURATOR)
    page = words(curator.get(url(claim)))
    section = page.split('id="again-h"')[1].split("</section>")[0]
    for said in ("In this article", "The same", "Says the same in other words.", f"claims/{link.other_id}/", "Confirm"):
        assert said in section
    assert "Passages that bear on it" not in page
    curator.post(url(claim, f"links/{link.pk}/"), {"do": "refuse"})
    assert f"{again.reason}" not in words(curator.get(url(claim)))


def test_a_curator_refuses_a_link_and_it_is_gone(project):
    link = ClaimLinkFactory(claim=ClaimFactory(article__project=project))
    BearingFactory(claim=link.claim, article=link.other.article, score=0.8, link=link)
    curator = as_role(project, Role.CURATOR)
    assert (
        as_role(project, Role.ANNOTATOR).post(url(link.claim, f"links/{link.pk}/"), {"do": "refuse"}).status_code == 403
    )
    assert curator.post(url(link.claim, f"links/{link.pk}/"), {"do": "confirm"}).status_code == 302
    assert "confirmed" in words(curator.get(url(link.claim)))
    curator.post(url(link.claim, f"links/{link.pk}/"), {"do": "refuse"})
    assert "In other articles" not in words(curator.get(url(link.claim)))
    assert curator.post(url(link.claim, f"links/{link.pk + 99}/"), {"do": "refuse"}).status_code == 404


def test_a_claim_of_a_corrected_article_shows_what_changed_and_asks_to_look_again(project):
    claim, *_people = judged_alike(project, statement="The ferry sank.")
    article = ArticleFactory(project=project, corrects=claim.article, title="Corrected")
    other = ClaimFactory(article=article, quote="The harbour was closed")
    link = ClaimLinkFactory(claim=other, other=claim, kind="corrects")
    passage = {"link": link, "score": 0.9}
    BearingFactory(claim=claim, article=article, quote=f"{claim.quote} on Friday", **passage)
    BearingFactory(claim=other, article=claim.article, quote=other.quote, **passage)
    researcher = as_role(project, Role.RESEARCHER)
    page = words(researcher.get(url(claim)))
    for text in ("A corrected version of its article exists:", "What changed in these words:", "Look again:"):
        assert text in page
    assert "<ins> on Friday</ins>" in page
    later = words(researcher.get(url(other)))
    assert "An earlier version of its article:" in later
    assert "It says this in the same words." in later
    assert "Look again:" not in later
    assert "carried over, not judged here" in later
    whoever_may_judge_it = words(as_role(project, Role.ANNOTATOR).get(url(other)))
    assert "It says this in the same words." in whoever_may_judge_it
    assert "carried over" not in whoever_may_judge_it


def test_a_claim_that_the_corrected_version_lacks_says_so(project):
    claim = ClaimFactory(article__project=project)
    ArticleFactory(project=project, corrects=claim.article)
    assert "This claim was not found in it." in words(as_role(project, Role.CURATOR).get(url(claim)))


def test_a_question_that_is_not_understood_is_pointed_at(project):
    ClaimFactory(article__project=project)
    reader = at_the_page(member(project))
    page = reader.get("/p/coast/claims/", {"q": "harbour verdikt:disputed"}).content.decode()
    assert 'harbour <mark class="this">verdikt</mark>:disputed' in page
    assert "Nothing here is called “verdikt”. Names are: verdict, stage" in page
    assert "The harbour was reopened" not in page
    found = reader.get("/p/coast/claims/", {"q": "harbour -verdict:disputed"}).content.decode()
    assert "The harbour was reopened" in found
