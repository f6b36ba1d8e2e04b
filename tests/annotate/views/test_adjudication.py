"""Adjudication: who may decide what, the judgements side by side, and the decision."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from annotate.paging import most_urgent_first
from tests.annotate.views.people import SAID, as_role, at_the_page, judged_alike, judged_apart, queries, words
from tests.factories import ClaimFactory, ClaimLinkFactory, ProjectFactory, member
from tests.verification.conftest import DISPUTED, LINK, SUPPORTED, judge
from verification.actions.claims import reopen
from verification.models import Claim, Evidence, Judgement, Project, Resolution, User
from verification.vocabulary import Role, Settled

pytestmark = pytest.mark.django_db

LIST = "/p/coast/adjudication/"
UNVERIFIED = DISPUTED | {"verdict": "unverified", "reason": "insufficient_evidence", "evidence": [LINK]}


@pytest.fixture
def project() -> Project:
    judged_apart(ProjectFactory(), statement="Somebody else's quarrel.")
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def adjudicator(project: Project) -> User:
    return member(project, Role.ADJUDICATOR)


def url(claim: Claim) -> str:
    return f"{LIST}{claim.pk}/"


def decision(claim: Claim, **change: object) -> dict[str, object]:
    """A form that may be sent."""
    judgement = Judgement.objects.filter(annotation__claim=claim).order_by("annotation_id").first()
    return {
        "verdict": "disputed",
        "reason": "conflicting_sources",
        "disagreement": "weighed_otherwise",
        "rationale": "The ledger and the clerk contradict each other.",
        "judgements": [judgement.pk],
        "evidence": [judgement.evidence.get().pk],
        "valid_as_of": "2026-01-31",
    } | change


def test_a_stranger_finds_nothing_and_other_roles_read_why_not(client, project):
    claim, *_people = judged_apart(project)
    for path in (LIST, url(claim)):
        assert client.get(path).headers["Location"].startswith("/accounts/login/")
        assert as_role(ProjectFactory(), Role.ADJUDICATOR).get(path).status_code == 404
        for role in (Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER):
            answer = as_role(project, role).get(path)
            assert answer.status_code == 403
            assert "Only adjudicators of this project decide its claims." in words(answer)
            assert not any(said in words(answer) for said in SAID.values())


def test_the_list_holds_what_differs_and_nothing_else_most_consequential_first(project, adjudicator):
    judged_apart(project, statement="Lesser one.", check_worthiness=0.2)
    judged_apart(project, statement="Greater one.", check_worthiness=0.9)
    judged_alike(project, statement="Agreed one.")
    ClaimFactory(article__project=project, statement="Open one.")
    page = words(at_the_page(adjudicator).get(LIST))
    assert page.index("Greater one.") < page.index("Lesser one.")
    for other in ("Agreed one.", "Open one.", "Somebody else"):
        assert other not in page
    assert page.count('class="verdict supported"') == page.count('class="verdict disputed"') == 2


def test_the_list_begins_with_what_is_furthest_apart_and_says_in_what(project, adjudicator):
    judged_apart(project, statement="Opposed.", check_worthiness=0.1)
    lesser = ClaimFactory(article__project=project, statement="Only unverified.", check_worthiness=0.9)
    ClaimLinkFactory(claim=lesser, other=ClaimFactory(article__project=project))
    for change in (SUPPORTED, UNVERIFIED):
        judge(lesser, by=member(project), change=change)
    page = words(at_the_page(adjudicator).get(LIST))
    assert page.index("Opposed.") < page.index("opposite verdicts") < page.index("Only unverified.")
    assert re.findall(r'"Other articles">(\d\+?)<', page) == ["0", "1"]


def test_a_decision_between_different_verdicts_says_what_made_them_differ(project, adjudicator):
    claim, *_people = judged_apart(project)
    client = at_the_page(adjudicator)
    answer = client.post(url(claim), decision(claim, disagreement=""))
    assert answer.status_code == 400
    assert "Say what made the judgements differ." in words(answer)
    page = words(client.post(url(claim), decision(claim), follow=True))
    assert "Why the judgements differed: The same evidence, weighed otherwise" in words(
        client.get(f"/p/coast/claims/{claim.pk}/")
    ), page


def test_an_empty_list_says_so(adjudicator):
    assert "Nothing waits for you to decide." in words(at_the_page(adjudicator).get(LIST))


def test_a_page_of_the_list_leads_on_and_back(project, adjudicator, monkeypatch):
    for number in range(3):
        judged_apart(project, statement=f"Claim number {number}.", check_worthiness=0.9 - number / 10)
    monkeypatch.setattr(most_urgent_first, "__kwdefaults__", {"before": None, "size": 1})
    client = at_the_page(adjudicator)
    first = words(client.get(LIST))
    assert "Claim number 0." in first
    assert 'rel="prev"' not in first
    second = words(client.get(LIST + link(first, "next")))
    assert "Claim number 1." in second
    assert "To the start" in second
    back = words(client.get(LIST + link(second, "prev")))
    assert "Claim number 0." in back


def link(page: str, rel: str) -> str:
    (found,) = re.findall(rf'href="([^"]+)" rel="{rel}"', page)
    return html.unescape(found)


def test_the_list_takes_as_many_queries_for_many_claims_as_for_two(project, adjudicator):
    for _claim in range(2):
        judged_apart(project)
    few = queries(at_the_page(adjudicator), LIST)
    for _claim in range(4):
        judged_apart(project)
    assert queries(at_the_page(adjudicator), LIST) == few == 7


def test_an_adjudicator_who_judged_the_claim_sees_nothing_of_it(project):
    claim, first, _second = judged_apart(project)
    claim.project.memberships.create(user=first, role=Role.ADJUDICATOR)
    client = at_the_page(first)
    assert claim.statement not in words(client.get(LIST))
    for answer in (client.get(url(claim)), client.post(url(claim), decision(claim))):
        assert answer.status_code == 403
        assert "You have had a place on this claim yourself" in words(answer)
        assert SAID["second"] not in words(answer)
    assert not Resolution.objects.filter(claim=claim).exists()


def test_the_judgements_stand_side_by_side_without_names(project, adjudicator):
    claim, first, second = judged_apart(project)
    page = words(at_the_page(adjudicator).get(url(claim)))
    assert page.index(SAID["first"]) < page.index(SAID["second"])
    assert "Judgement A" in page
    assert "Judgement B" in page
    assert first.username not in page
    assert second.username not in page
    assert page.count('class="differs"') == 2
    assert 'id="this-claim"' in page


def test_evidence_from_one_page_stands_in_one_row_and_lone_evidence_in_its_own(project, adjudicator):
    claim, *_people = judged_apart(project)
    page = words(at_the_page(adjudicator).get(url(claim)))
    assert page.count('<tr class="lone">') == 2
    other = judged_alike(project)[0]
    reopen(other, why="Look again.", by=member(project, Role.CURATOR))
    page = words(at_the_page(adjudicator).get(url(other)))
    assert page.count('<tr class="shared">') == 1
    assert "lone" not in page


def test_a_decision_is_recorded_with_what_it_rests_on_and_leads_to_the_next(project, adjudicator):
    claim, *_people = judged_apart(project, check_worthiness=0.9)
    following, *_people = judged_apart(project, check_worthiness=0.5)
    client = at_the_page(adjudicator)
    answer = client.post(url(claim), decision(claim), follow=True)
    assert answer.redirect_chain == [(url(following), 302)]
    assert "Decided." in words(answer)
    resolution = Resolution.objects.get(claim=claim)
    assert (resolution.settled, resolution.verdict, resolution.adjudicator) == (
        Settled.ADJUDICATION,
        "disputed",
        adjudicator,
    )
    assert resolution.valid_as_of == date(2026, 1, 31)
    assert resolution.judgements.count() == resolution.evidence.count() == 1
    last = client.post(url(following), decision(following), follow=True)
    assert last.redirect_chain == [(LIST, 302)]


def test_behind_the_last_claim_the_list_begins_again(project, adjudicator):
    greater, *_people = judged_apart(project, check_worthiness=0.9)
    lesser, *_people = judged_apart(project, check_worthiness=0.5)
    answer = at_the_page(adjudicator).post(url(lesser), decision(lesser))
    assert answer.headers["Location"] == url(greater)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verdict": ""}, "Choose a verdict"),
        ({"reason": ""}, "Choose the reason"),
        ({"reason": "fully"}, "Choose a reason that belongs to the verdict."),
        ({"rationale": "  "}, "Say why: what decides between the judgements."),
        ({"judgements": []}, "Choose at least one judgement"),
        ({"judgements": [10**9]}, "not one of the available choices"),
        ({"evidence": [10**9]}, "not one of the available choices"),
        ({"valid_as_of": "soon"}, "Enter a valid date"),
        ({"valid_as_of": str(timezone.localdate() + timedelta(days=2))}, "still to come"),
    ],
)
def test_a_refused_decision_keeps_every_word(project, adjudicator, change, told):
    claim, *_people = judged_apart(project)
    sent = decision(claim) | change
    answer = at_the_page(adjudicator).post(url(claim), sent)
    page = words(answer)
    assert answer.status_code == 400
    assert told in page
    assert not Resolution.objects.filter(claim=claim).exists()
    if sent["rationale"].strip():
        assert sent["rationale"] in page
    if sent["verdict"]:
        assert 'value="disputed" checked' in page
    if sent["evidence"] and sent["evidence"] != [10**9]:
        assert f'name="evidence" value="{sent["evidence"][0]}" form="decision" checked' in page


def test_evidence_of_another_claim_cannot_be_cited(project, adjudicator):
    claim, *_people = judged_apart(project)
    elsewhere, *_people = judged_apart(project)
    foreign = Evidence.objects.filter(judgement__annotation__claim=elsewhere).first()
    answer = at_the_page(adjudicator).post(url(claim), decision(claim, evidence=[foreign.pk]))
    assert answer.status_code == 400


@pytest.mark.parametrize("number", ["²", "9" * 5000, "one"])
def test_evidence_that_is_no_number_is_refused_and_never_an_error_of_ours(project, adjudicator, number):
    claim, *_people = judged_apart(project)
    answer = at_the_page(adjudicator).post(url(claim), decision(claim, evidence=[number]))
    assert answer.status_code == 400


def test_a_second_click_changes_nothing_and_is_answered_kindly(project, adjudicator):
    claim, *_people = judged_apart(project)
    client = at_the_page(adjudicator)
    sent = decision(claim)
    client.post(url(claim), sent)
    answer = client.post(url(claim), sent, follow=True)
    assert answer.status_code == 200
    assert "You have decided this claim already." in words(answer)
    assert Resolution.objects.filter(claim=claim).count() == 1


def test_whoever_comes_second_keeps_their_words(project, adjudicator):
    claim, *_people = judged_apart(project)
    at_the_page(adjudicator).post(url(claim), decision(claim))
    answer = as_role(project, Role.ADJUDICATOR).post(
        url(claim), decision(claim, rationale="I weigh the clerk's word more.", verdict="unverified")
    )
    assert answer.status_code == 409
    assert "I weigh the clerk&#x27;s word more." in words(answer)
    assert "Disputed" in words(answer)
    assert Resolution.objects.filter(claim=claim).count() == 1


def test_a_claim_that_waits_for_no_decision_leads_to_its_page(project, adjudicator):
    claim = ClaimFactory(article__project=project)
    answer = at_the_page(adjudicator).get(url(claim), follow=True)
    assert answer.redirect_chain == [(f"/p/coast/claims/{claim.pk}/", 302)]
    assert "not waiting for adjudication" in words(answer)


def test_a_reopened_claim_is_decided_anew_and_the_earlier_decision_listed(project, adjudicator):
    claim, *_people = judged_apart(project)
    client = at_the_page(adjudicator)
    client.post(url(claim), decision(claim))
    at_the_page(member(project, Role.CURATOR)).post(f"/p/coast/claims/{claim.pk}/reopen/", {"why": "A new ledger."})
    page = words(client.get(url(claim)))
    assert "Decided before" in page
    assert "The ledger and the clerk contradict each other." in page
    assert "A new ledger." in page
    client.post(url(claim), decision(claim, verdict="unverified", reason="insufficient_evidence"))
    assert list(Resolution.objects.filter(claim=claim).order_by("pk").values_list("verdict", flat=True)) == [
        "disputed",
        "unverified",
    ]
    assert Resolution.objects.live().get(claim=claim).verdict == "unverified"
