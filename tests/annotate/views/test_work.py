"""My work: one's own places, nothing of anybody else's."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, judged_alike, judged_apart, queries, words
from tests.factories import AnnotationFactory, ClaimFactory, JudgementFactory, ProjectFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft, skip
from verification.actions.places import start_next
from verification.jobs.sweep import lapse_idle_places
from verification.models import Project
from verification.vocabulary import Role, SkipReason

pytestmark = pytest.mark.django_db
URL = "/p/coast/my-work/"


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast")


def test_a_stranger_finds_nothing_and_a_visitor_the_door(client, project):
    assert at_the_page(member(ProjectFactory())).get(URL).status_code == 404
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_it_says_what_to_do_where_nothing_was_begun(project):
    assert "You have not begun a claim here yet." in words(as_role(project, Role.ANNOTATOR).get(URL))
    assert "You judge no claims in this project." in words(as_role(project, Role.RESEARCHER).get(URL))


def test_each_place_is_at_its_state_and_found_by_it(project, settings):
    person = member(project)
    claims = {
        name: ClaimFactory(article__project=project, statement=f"It was {name}.", check_worthiness=worth)
        for name, worth in (("lapsed", 0.9), ("skipped", 0.8), ("submitted", 0.7), ("unfinished", 0.6))
    }
    lapsed = start_next(project, by=person)
    save_draft(lapsed, change=DISPUTED, by=person)
    settings.PLACE_LAPSES_AFTER_MINUTES = 0
    lapse_idle_places()
    skip(start_next(project, by=person), reason=SkipReason.NOT_A_CLAIM, by=person)
    judge(claims["submitted"], by=person, change=SUPPORTED)
    save_draft(start_next(project, by=person), change=DISPUTED, by=person)
    held = ClaimFactory(article__project=project, statement="It was only held ahead.", check_worthiness=0.5)
    AnnotationFactory(claim=held, person=person)
    client = at_the_page(person)
    page = words(client.get(URL))
    assert held.statement not in page
    at = [page.index(claims[name].statement) for name in ("unfinished", "submitted", "skipped", "lapsed")]
    assert at == sorted(at)
    for state in claims:
        page = words(client.get(f"{URL}?state={state}"))
        assert [name for name in claims if claims[name].statement in page] == [state]
    page = words(client.get(f"{URL}?verdict=supported"))
    assert [name for name in claims if claims[name].statement in page] == ["submitted"]
    assert "Nothing of yours fits." in words(client.get(f"{URL}?state=resolved"))
    assert "This filter is not understood" in words(client.get(f"{URL}?state=lost"))


def test_a_claim_is_resolved_only_when_it_is_and_else_looks_the_same_whoever_else_judged_it(project):
    _claim, first, _second = judged_apart(project, statement="They differ.", check_worthiness=0.99)
    alone = member(project)
    claim = ClaimFactory(article__project=project)
    judge(claim, by=alone, change=SUPPORTED)
    by_one = words(at_the_page(alone).get(URL))
    page = words(at_the_page(first).get(URL))
    for shown in (by_one, page):
        assert "submitted, can still be changed" in shown
        assert ">resolved<" not in shown.replace(" ", "").replace("\n", "")[shown.find("<tbody") :]
    judge(claim, by=member(project), change=SUPPORTED)  # what is begun comes first
    _claim, agreed, _other = judged_alike(project, statement="They agree.", check_worthiness=1)
    assert "can still be changed" not in words(at_the_page(agreed).get(f"{URL}?state=resolved"))
    assert "They agree." in words(at_the_page(agreed).get(f"{URL}?state=resolved"))


def test_nobody_else_s_work_is_there(project):
    _claim, first, second = judged_apart(project, statement="They differ.")
    for person, own, other in ((first, "Supported", "Disputed"), (second, "Disputed", "Supported")):
        rows = words(at_the_page(person).get(URL)).partition("<tbody")[2]
        assert own in rows
        assert other not in rows
    assert "They differ." not in words(as_role(project, Role.ANNOTATOR).get(URL))


def test_it_takes_as_many_queries_for_much_work_as_for_little(project):
    person = member(project)
    client = at_the_page(person)

    def place() -> None:
        JudgementFactory(annotation=AnnotationFactory(claim=ClaimFactory(article__project=project), person=person))

    place()
    few = queries(client, URL)
    for _more in range(5):
        place()
    assert queries(client, URL) == few == 7
