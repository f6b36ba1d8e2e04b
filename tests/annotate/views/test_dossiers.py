"""Dossiers: the list, and one with all that bears on its question."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.annotate.views.people import as_role, at_the_page, judged_alike, queries, words
from tests.factories import (
    AnnotationFactory,
    AttributionFactory,
    BearingFactory,
    ClaimFactory,
    ClaimLinkFactory,
    MembershipFactory,
    ProjectFactory,
    PublicationFactory,
    dossier_of,
    member,
)
from verification.actions.claims import withdraw
from verification.actions.dossiers import merge
from verification.actions.links import confirm_link
from verification.models import Claim, ClaimLink, Dossier, DossierMove, Project
from verification.vocabulary import Modality, Role

pytestmark = pytest.mark.django_db

CARRIED = "carried over, not judged here"


@pytest.fixture
def project() -> Project:
    dossier_of(ClaimFactory(statement="A claim of somebody else's project."))
    return ProjectFactory(slug="coast", name="The coast", places=2)


def url(dossier: Dossier) -> str:
    return f"/p/coast/dossiers/{dossier.pk}/"


def toll(value: int) -> list[dict[str, object]]:
    rest = {"until": None, "bound": "exactly", "of": None, "words": str(value), "start": 0, "end": 2}
    return [{"value": value, "unit": "people killed", **rest}]


def test_a_stranger_finds_nothing_and_a_visitor_the_door(client, project):
    dossier = dossier_of(ClaimFactory(article__project=project))
    stranger = at_the_page(member(ProjectFactory()))
    for path in ("/p/coast/dossiers/", url(dossier)):
        assert stranger.get(path).status_code == 404
        assert client.get(path).headers["Location"].startswith("/accounts/login/")


def test_the_page_puts_claims_on_a_time_line_and_their_numbers_side_by_side(project):
    said = [datetime(2024, 3, day, tzinfo=UTC) for day in (9, 2)]
    later, first = (
        ClaimFactory(
            article__project=project, article__title=f"Report {at.day}", numbers=toll(at.day), asserted_from=at,
            asserted_until=at, asserted_precision="day", statement=f"{at.day} people were killed.",
        )
        for at in said
    )  # fmt: skip
    undated = ClaimFactory(article__project=project, statement="Nobody was killed.", modality=Modality.DENIED)
    AttributionFactory(claim=undated, name="Harbour office")
    PublicationFactory(
        article=first.article, outlet="Quay News", published_on=date(2024, 3, 2), published_precision="day",
    )  # fmt: skip
    page = words(as_role(project, Role.ANNOTATOR).get(url(dossier_of(undated, later, first))))
    places = [page.index(text) for text in ("2 people were killed.", "9 people were killed.", "Nobody was killed.")]
    assert places == sorted(places)
    for text in ("Quay News", "2024-03-02", "Harbour office", "denied", "undated", "the numbers differ"):
        assert text in page
    assert "Lead this dossier" in page  # with the reason why an annotator cannot
    assert "Only curators" in page
    assert "Add the claim" not in page


def test_a_curator_leads_it_from_its_page(project):
    one, two, three = (ClaimFactory(article__project=project, statement=f"Claim {n}.") for n in (1, 2, 3))
    curator = as_role(project, Role.CURATOR)
    assert "Open a dossier with this claim" in words(curator.get(f"/p/coast/claims/{one.pk}/"))
    opened = curator.post("/p/coast/dossiers/", {"claim": one.pk, "question": "Is it so?"})
    dossier = Dossier.objects.get(question="Is it so?")
    assert opened.headers["Location"] == url(dossier)
    for claim in (f"http://testserver/p/coast/claims/{two.pk}/?x=1#a", str(three.pk)):
        assert curator.post(url(dossier), {"do": "add", "claim": claim}).status_code == 302
    page = words(curator.get(url(dossier)))
    assert "3 claims" in page
    split = curator.post(url(dossier), {"do": "split", "claims": [two.pk], "question": "And this?"})
    made = Dossier.objects.get(question="And this?")
    assert split.headers["Location"] == url(made)
    assert "Claim 2." in words(curator.get(url(made)))
    assert "And this?" in words(curator.get("/p/coast/dossiers/"))
    move = DossierMove.objects.get()
    curator.post(url(made), {"do": "undo", "move": move.pk})
    assert "Merged into" in words(curator.get(url(made)))
    assert "And this?" not in words(curator.get("/p/coast/dossiers/"))
    curator.post(url(dossier), {"do": "take_out", "claims": [one.pk, two.pk]})
    curator.post(url(dossier), {"do": "reword", "question": "Is it really so?"})
    page = words(curator.get(url(dossier)))
    assert "Is it really so?" in page
    assert "Claim 1." not in page
    other = dossier_of(one)
    merged = curator.post(url(dossier), {"do": "merge", "into": url(other)})
    assert merged.headers["Location"] == url(other)
    assert "Claim 3." in words(curator.get(url(other)))


def test_claims_are_found_by_their_words_and_put_in_one_after_the_other(project):
    one, two, three = (ClaimFactory(article__project=project, statement=f"The ferry {n} sank.") for n in (1, 2, 3))
    ClaimFactory(article__project=project, statement="The bridge fell.")
    ClaimFactory(statement="A ferry of somebody else's project.")
    withdraw(three, why="Twice.", by=member(project, Role.CURATOR))
    dossier = dossier_of(one)
    curator = as_role(project, Role.CURATOR)
    page = words(curator.get(url(dossier), {"q": "ferry"}))
    assert "The ferry 2 sank." in page
    for text in ("The ferry 3 sank.", "The bridge fell.", "somebody else"):
        assert text not in page
    added = curator.post(url(dossier), {"do": "add", "claim": two.pk, "q": "ferry"})
    assert added.headers["Location"] == f"{url(dossier)}?q=ferry#find"
    assert "No claim fits that is in no dossier yet." in words(curator.get(url(dossier), {"q": "ferry"}))
    assert dossier.members.count() == 2
    assert "Nothing here is called “feri”." in words(curator.get(url(dossier), {"q": "feri:1"}))
    # Whoever leads no dossier is asked for nothing and shown nothing more.
    assert "Find claims" not in words(as_role(project, Role.ANNOTATOR).get(url(dossier), {"q": "bridge"}))


def test_finding_claims_takes_a_fixed_number_of_queries(project):
    dossier = dossier_of(ClaimFactory(article__project=project))
    client = as_role(project, Role.CURATOR)
    ClaimFactory(article__project=project, statement="The ferry sank.")
    few = queries(client, f"{url(dossier)}?q=ferry")
    for number in range(3):
        ClaimFactory(article__project=project, statement=f"The ferry {number} sank.")
    assert queries(client, f"{url(dossier)}?q=ferry") == few


@pytest.mark.parametrize(
    "sent",
    [
        {"do": "add", "claim": "no number"},
        {"do": "add", "claim": "999999"},
        {"do": "split", "question": "Without a claim?"},
        {"do": "merge", "into": "999999"},
        {"do": "reword", "question": ""},
        {"do": "something"},
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(project, sent):
    dossier = dossier_of(ClaimFactory(article__project=project))
    before = Dossier.objects.count(), dossier.members.count()
    assert as_role(project, Role.CURATOR).post(url(dossier), sent).status_code == 400
    assert (Dossier.objects.count(), dossier.members.count()) == before


def test_links_are_confirmed_from_the_page_and_claims_outside_are_offered(project):
    one, two, outside = (ClaimFactory(article__project=project, statement=f"Claim {n}.") for n in (1, 2, 3))
    link = ClaimLinkFactory(claim=one, other=two, reason="Both say so.")
    ClaimLinkFactory(claim=outside, other=two, kind="contradicts")
    dossier = dossier_of(one, two)
    curator = as_role(project, Role.CURATOR)
    page = words(curator.get(url(dossier)))
    for text in ("Both say so.", "proposed, not confirmed", "Proposed from other articles", "Claim 3."):
        assert text in page
    answer = curator.post(f"/p/coast/claims/{one.pk}/links/{link.pk}/", {"do": "confirm", "dossier": dossier.pk})
    assert answer.headers["Location"] == url(dossier)
    assert "proposed, not confirmed" not in words(curator.get(url(dossier)))


def test_a_link_is_drawn_from_the_page_of_a_claim(project):
    one, two = (ClaimFactory(article__project=project) for _each in range(2))
    curator = as_role(project, Role.CURATOR)
    path = f"/p/coast/claims/{one.pk}/links/"
    assert "There is no such claim" in words(curator.post(path, {"kind": "same", "other": ClaimFactory().pk}))
    assert curator.post(path, {"kind": "updates", "other": f"/p/coast/claims/{two.pk}/"}).status_code == 302
    assert ClaimLink.objects.get().kind == "updates"
    assert "linked already" in words(curator.post(path, {"kind": "same", "other": two.pk}))
    assert as_role(project, Role.RESEARCHER).post(path, {"kind": "same", "other": two.pk}).status_code == 403


def test_a_verdict_is_carried_over_to_the_same_claim_as_that_and_no_judgement(project):
    resolved, *_people = judged_alike(project, statement="The ferry sank.")
    same = ClaimFactory(article__project=project, statement="A ferry went down.")
    link = ClaimLinkFactory(claim=same, other=resolved)
    dossier = dossier_of(resolved, same)
    curator = member(project, Role.CURATOR)
    pages = (url(dossier), f"/p/coast/claims/{same.pk}/")
    assert not any(CARRIED in words(at_the_page(curator).get(page)) for page in pages)
    confirm_link(link, by=curator)
    assert all(CARRIED in words(at_the_page(curator).get(page)) for page in pages)
    # Whoever may yet judge the claim decides for themselves.
    assert not any(CARRIED in words(as_role(project, Role.ANNOTATOR).get(page)) for page in pages)
    assert not Claim.objects.get(pk=same.pk).annotations.exists()
    assert Claim.objects.get(pk=same.pk).resolved_at is None


def test_evidence_is_pooled_of_resolved_claims_alone(project):
    resolved, *_people = judged_alike(project)
    page = words(as_role(project, Role.RESEARCHER).get(url(dossier_of(resolved))))
    assert "Evidence of the resolved claims" in page
    assert page.count("in 2 judgements") == 1  # what both say alike stands there once
    other = dossier_of(ClaimFactory(article__project=project))
    assert "Evidence of the resolved claims" not in words(as_role(project, Role.RESEARCHER).get(url(other)))


def test_whoever_has_a_place_on_one_of_its_claims_is_not_led_there(project):
    one, two = (ClaimFactory(article__project=project) for _each in range(2))
    dossier = dossier_of(one, two)
    person = member(project)
    MembershipFactory(project=project, user=person, role=Role.CURATOR)
    AnnotationFactory(claim=one, person=person)
    client = at_the_page(person)
    assert client.get(url(dossier)).status_code == 404
    for page in ("/p/coast/dossiers/", f"/p/coast/claims/{two.pk}/", f"/p/coast/articles/{two.article_id}/"):
        assert dossier.question not in words(client.get(page))
    assert dossier.question in words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{two.article_id}/"))


def test_one_that_was_merged_says_into_which(project):
    one, two = (dossier_of(ClaimFactory(article__project=project)) for _each in range(2))
    Dossier.objects.filter(pk=two.pk).update(question="The other question?")
    merge(one, into=Dossier.objects.get(pk=two.pk), by=member(project, Role.CURATOR))
    page = words(as_role(project, Role.RESEARCHER).get(url(one)))
    assert "The other question?" in page


def test_the_pages_ask_as_little_for_many_claims_as_for_two(project):
    def more(many: int) -> Dossier:
        claims = [judged_alike(project)[0] for _each in range(many)]
        for claim in claims:
            AttributionFactory(claim=claim)
        ClaimLinkFactory(claim=claims[0], other=claims[1])
        return dossier_of(*claims)

    client = as_role(project, Role.CURATOR)
    few, many = more(2), more(5)
    assert queries(client, url(few)) == queries(client, url(many)) == 11
    listed = queries(client, "/p/coast/dossiers/")
    more(2)
    assert queries(client, "/p/coast/dossiers/") == listed == 5


def test_the_page_of_a_claim_asks_as_little_for_many_links_as_for_one(project):
    def linked(many: int) -> Claim:
        claim = ClaimFactory(article__project=project)
        others = [ClaimFactory(article__project=project) for _each in range(many)]
        for other in others:
            link = ClaimLinkFactory(claim=claim, other=other)
            BearingFactory(claim=claim, article=other.article, link=link, score=0.9)
        dossier_of(claim, *others)
        return claim

    curator = as_role(project, Role.CURATOR)
    one, many = linked(1), linked(6)
    few = queries(curator, f"/p/coast/claims/{one.pk}/")
    assert queries(curator, f"/p/coast/claims/{many.pk}/") == few == 18
