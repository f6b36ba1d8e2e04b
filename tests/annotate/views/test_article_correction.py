"""A corrected version of an article: a new one that names the earlier."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, queries, words
from tests.factories import AnnotationFactory, JudgementFactory, ProjectFactory, member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.articles import add_text
from verification.jobs import extract
from verification.models import Article, Claim, Project, Succession
from verification.vocabulary import DatePrecision, Role

pytestmark = pytest.mark.django_db

TEXT = "Forty soldiers were killed in the northern village on Monday, the ministry said. Nobody could verify it there."
CORRECTED = TEXT.replace("Forty", "Fourteen")


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def earlier(project: Project) -> Article:
    return add_text(project, text=TEXT, by=None, title="Forty killed", ran={"url": "https://coast.example/1"})[0]


def test_both_pages_name_each_other(project, earlier):
    curator = as_role(project, Role.CURATOR)
    path = f"/p/coast/articles/{earlier.pk}/correct/"
    form = words(curator.get(path))
    assert TEXT in form
    assert "https://coast.example/1" in form
    answer = curator.post(path, {"title": "Fourteen killed", "text": CORRECTED}, follow=True)
    corrected = Article.objects.get(corrects=earlier)
    assert answer.redirect_chain[-1][0] == f"/p/coast/articles/{corrected.pk}/"
    assert "This corrects" in words(answer)
    assert "Nearly the same text" not in words(answer)
    page = words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{earlier.pk}/"))
    assert "A corrected version exists" in page
    assert f'href="/p/coast/articles/{corrected.pk}/"' in page


def test_a_date_is_known_no_more_exactly_than_before(project, earlier):
    earlier.publications.update(published_on="2022-01-01", published_precision=DatePrecision.MONTH)
    curator = as_role(project, Role.CURATOR)
    path = f"/p/coast/articles/{earlier.pk}/correct/"
    assert 'value="2022-01"' in curator.get(path).content.decode()
    curator.post(path, {"text": CORRECTED, "url": "https://coast.example/1", "published_on": "2022-01"})
    corrected = Article.objects.get(corrects=earlier).publications.get()
    assert (corrected.published_on.isoformat(), corrected.published_precision) == ("2022-01-01", DatePrecision.MONTH)


def test_the_same_text_is_told_and_stays_in_the_form(project, earlier):
    answer = as_role(project, Role.CURATOR).post(
        f"/p/coast/articles/{earlier.pk}/correct/", {"title": "Kept title", "text": TEXT}
    )
    assert answer.status_code == 400
    assert "the very same text as before" in words(answer)
    assert "Kept title" in words(answer)


def test_only_curators_of_the_project_correct(project, earlier):
    path = f"/p/coast/articles/{earlier.pk}/correct/"
    assert as_role(project, Role.ANNOTATOR).get(path).status_code == 403
    assert at_the_page(member(ProjectFactory(), Role.CURATOR)).get(path).status_code == 404
    assert "corrected version" not in words(as_role(project, Role.ANNOTATOR).get(f"/p/coast/articles/{earlier.pk}/"))


def test_nearly_the_same_text_is_shown_and_not_refused(project, earlier):
    stranger, _is_new = add_text(ProjectFactory(), text=CORRECTED, by=None, title="Somebody else's")
    curator = as_role(project, Role.CURATOR)
    answer = curator.post("/p/coast/articles/add/", {"text": TEXT + " Aid came."}, follow=True)
    page = words(answer)
    assert "Nearly the same text:" in page
    assert "Forty killed" in page
    assert "% alike" in page
    assert stranger.title not in page


MORE = (
    " The bridge over the Dnipro was closed by the army on Friday. Two thousand people left the town of Nord in 2022."
)


def test_pages_say_what_became_of_each_claim_and_show_no_more_than_the_texts_to_whoever_judges(project):
    first = add_text(project, text=TEXT + MORE, by=None, title="First", language="en")[0]
    extract.run(first.pk)
    forty, bridge, town = (
        Claim.objects.get(article=first, quote__contains=words) for words in ("Forty", "bridge", "Two thousand")
    )
    for claim in (forty, bridge, town):
        Claim.objects.filter(pk=claim.pk).update(priority=2)
        for _place in range(claim.places):
            judge(claim, by=member(project), change=SUPPORTED | {"rationale": "Seen there."})
    text = CORRECTED + MORE.split(" Two")[0]
    second = add_text(project, text=text, by=None, title="Second", corrects=first, language="en")[0]
    extract.run(second.pk)
    later = {row.claim_id: row.successor for row in Succession.objects.filter(article=second)}
    client = as_role(project, Role.RESEARCHER)
    page = words(client.get(f"/p/coast/articles/{second.pk}/"))
    assert "stand here in the same words, 1 in changed ones, 1 not any more; 0 are new." in page
    assert queries(client, f"/p/coast/articles/{second.pk}/") == 14
    page = words(client.get(f"/p/coast/articles/{first.pk}/"))
    assert "The corrected text no longer says this." in page
    assert "Its words changed in the corrected version." in page
    page = words(client.get(f"/p/coast/claims/{town.pk}/"))
    assert "The corrected text no longer says this." in page
    assert "Look again:" in page
    page = words(client.get(f"/p/coast/claims/{forty.pk}/"))
    assert "<ins>Fourteen</ins>" in page
    assert "Look again:" in page
    page = words(client.get(f"/p/coast/claims/{later[bridge.pk].pk}/"))
    assert "carried over, not judged here" in page
    assert "Look again:" not in page
    place = AnnotationFactory(claim=later[forty.pk])
    JudgementFactory(annotation=place)
    page = words(at_the_page(place.person).get(f"/review/{place.pk}/"))
    assert "Its article was corrected" in page
    assert "<del>Forty</del>" in page
    assert "Seen there." not in page
