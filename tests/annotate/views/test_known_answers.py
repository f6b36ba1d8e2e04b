"""Claims whose answer is known: kept by curators, judged by everybody first or unseen among live ones."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, queries, words
from tests.factories import ClaimFactory, KnownAnswerFactory, ProjectFactory, member
from tests.verification.actions.test_calibration import judge_next
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.models import KnownAnswer, Project
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

ANSWERS = "/p/coast/known-answers/"
NEW = {"round": "calibration", "verdict": "disputed", "reason": "contradicted", "note": "The register says otherwise."}

SENT = {"revision": 1, "verdict": "unverified", "reason": "ambiguous_claim", "rationale": "Which?", "do": "submit"}


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", calibrates=True, places=1)


def calibrating(project: Project, number: int) -> None:
    for at in range(number):
        KnownAnswerFactory(claim__article__project=project, claim__statement=f"Known {at}.", note="The register.")


def test_a_curator_sets_a_claim_aside_corrects_the_answer_and_takes_it_out_of_use(project):
    claim = ClaimFactory(article__project=project, statement="The quay burned.")
    client = as_role(project, Role.CURATOR)
    assert f"{ANSWERS}?claim={claim.pk}" in words(client.get(f"/p/coast/claims/{claim.pk}/"))
    assert f'value="{claim.pk}"' in words(client.get(f"{ANSWERS}?claim={claim.pk}"))
    assert "says why" not in words(client.post(ANSWERS, NEW | {"claim": claim.pk, "note": ""}))
    assert "There is no such claim" in words(client.post(ANSWERS, NEW | {"claim": ClaimFactory().pk}))
    page = words(client.post(ANSWERS, NEW | {"claim": f"http://testserver/p/coast/claims/{claim.pk}/"}, follow=True))
    assert "no live work any more" in page
    assert "The quay burned." in page
    assert "is known already" in words(client.post(ANSWERS, NEW | {"claim": claim.pk}))
    known = KnownAnswer.objects.get()
    address = f"{ANSWERS}{known.pk}/"
    assert "The register says otherwise." in words(client.get(address))
    assert "belongs to the verdict" in words(
        client.post(address, {"verdict": "supported", "reason": "contradicted", "note": "x"})
    )
    client.post(address, {"verdict": "supported", "reason": "", "note": "Two registers."})
    known.refresh_from_db()
    assert (known.verdict, known.reason) == ("supported", None)
    assert "live work again" in words(client.post(address, {"do": "end"}, follow=True))
    assert not KnownAnswer.objects.exists()


def test_an_adjudicator_reads_the_answers_and_annotators_do_not(project):
    calibrating(project, 1)
    adjudicator, known = as_role(project, Role.ADJUDICATOR), KnownAnswer.objects.get()
    assert "Known 0." in words(adjudicator.get(ANSWERS))
    page = words(adjudicator.get(f"{ANSWERS}{known.pk}/"))
    assert "The register." in page
    assert "Only curators of this project say" in page
    for address in (ANSWERS, f"{ANSWERS}{known.pk}/", f"{ANSWERS}people/"):
        assert as_role(project, Role.ANNOTATOR).get(address).status_code == 403


def test_after_the_last_claim_of_the_calibration_comes_what_is_known_of_them(project):
    Project.objects.filter(pk=project.pk).update(calibration_pass=0.6)
    calibrating(project, 2)
    ClaimFactory(article__project=project)
    person = member(project)
    client = at_the_page(person)
    assert "2 claims wait for you" in words(client.get("/"))
    page = words(client.get("/p/coast/calibration/"))
    assert "2 claims of the calibration are left" in page
    judge_next(project, by=person, change=DISPUTED)
    assert "The register." not in words(client.get("/p/coast/calibration/"))
    last = client.post("/p/coast/next/")
    assert "For the calibration" in words(client.get(last.url))
    answer = client.post(last.url, SENT, follow=True)
    assert answer.redirect_chain[-1][0] == "/p/coast/calibration/"
    page = words(answer)
    assert "the known verdict on 1 of 2 claims" in page
    assert "Disputed was taken for Unverified once" in page
    assert page.count("The register.") == 2
    assert "ask a curator to let you through" in page
    # It is where “Next claim” leads until then.
    assert client.post("/p/coast/next/").url == "/p/coast/calibration/"
    curator = as_role(project, Role.CURATOR)
    people = words(curator.get(f"{ANSWERS}people/"))
    assert "1 of 2" in people
    assert "in the calibration still" in people
    of_them = f"{ANSWERS}people/{person.pk}/"
    assert "Let them go on" in words(curator.get(of_them))
    assert "let through" in words(curator.post(of_them, follow=True))
    assert client.post("/p/coast/next/").url.startswith("/review/")


def test_where_it_is_only_shown_people_go_on_from_it(project):
    calibrating(project, 1)
    ClaimFactory(article__project=project)
    person = member(project)
    client = at_the_page(person)
    place = client.post("/p/coast/next/").url
    answer = client.post(place, SENT, headers={"Accept": "application/json"})
    assert answer.json()["next"]["url"] == "/p/coast/calibration/"
    page = words(client.get("/p/coast/calibration/"))
    assert "Next claim" in page
    assert "not the known answer" in page
    assert client.post("/p/coast/next/").url.startswith("/review/")
    assert "calibration done" in words(as_role(project, Role.CURATOR).get(f"{ANSWERS}people/"))


def test_the_lists_ask_as_much_for_many_as_for_one(project):
    client = as_role(project, Role.CURATOR)
    calibrating(project, 1)
    person = member(project)
    judge_next(project, by=person, change=SUPPORTED)
    addresses = (ANSWERS, f"{ANSWERS}people/", f"{ANSWERS}people/{person.pk}/")
    before = [queries(client, address) for address in addresses]
    calibrating(project, 3)
    for judge in (person, member(project), member(project)):
        judge_next(project, by=judge, change=DISPUTED)
    assert [queries(client, address) for address in addresses] == before
