"""A person's own settings: language, time zone, theme and keys, and that nobody else is told of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from annotate.preferences import as_read_by, keys_of
from tests.annotate.views.people import at_the_page
from tests.factories import ClaimFactory, CommentFactory, MembershipFactory, NoticeFactory, UserFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft, skip
from verification.actions.places import start_next
from verification.actions.preferences import set_preferences
from verification.actions.tokens import issue_token
from verification.exceptions import Invalid
from verification.models import AuditEvent, User
from verification.models.queue import how_many_wait
from verification.single_keys import STANDARD
from verification.vocabulary import Role, SkipReason

pytestmark = pytest.mark.django_db

KEYS = {f"key_{action}": key for action, key in STANDARD.items()}
GIVEN = {"language": "", "time_zone": "", "theme": "system", "key_map": "standard"} | KEYS


@pytest.fixture
def person() -> User:
    made: User = UserFactory()
    return made


def send(person: User, **change: str) -> tuple[Client, str]:
    """Sends the form; what is at the page afterwards."""
    client = at_the_page(person)
    answer = client.post("/account/settings/", GIVEN | change, follow=True)
    person.refresh_from_db()
    return client, answer.content.decode()


def test_who_has_no_address_is_led_to_where_one_is_given_if_the_site_sends_mail(person: User, settings: Any) -> None:
    person.email = ""
    person.save(update_fields=["email"])
    settings.SENDS_EMAIL = False
    assert "This site sends no mail" in at_the_page(person).get("/account/settings/").content.decode()
    settings.SENDS_EMAIL = True
    page = at_the_page(person).get("/account/settings/").content.decode()
    (link,) = re.findall(r'no address here yet\. <a href="([^"]+)"', page)
    assert "/accounts/reauthenticate/" in at_the_page(person).get(link)["Location"]  # asks who it is, and goes there


@pytest.mark.parametrize("page", ["/accounts/login/", "/accounts/password/reset/", "/invitation/no-such-secret/"])
def test_the_language_can_be_chosen_before_one_signs_in(page: str, person: User) -> None:
    client = Client()
    (button,) = re.findall(r'name="language" value="fa"', client.get(page).content.decode())
    answer = client.post("/language/setlang/", {"language": "fa", "next": page})
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert client.cookies["django_language"]["httponly"]
    assert '<html lang="fa" dir="rtl"' in client.get(page).content.decode()
    person.language = "en"
    person.save(update_fields=["language"])
    client.force_login(person)
    home = client.get("/").content.decode()
    assert '<html lang="en"' in home  # what they chose for themselves
    assert button not in home


def test_the_theme_and_the_time_zone_are_those_that_the_person_chose(person: User) -> None:
    issue_token(person, name="notebook", by=person)
    client, page = send(person, theme="dark", time_zone="asia/kabul")
    assert (person.theme, person.time_zone) == ("dark", "Asia/Kabul")
    assert 'data-theme="dark"' in page
    assert 'dark.css">' in page  # whatever the device asks for
    assert "+0430</time>" in client.get("/account/").content.decode()


def test_a_light_page_brings_no_dark_colours(person: User) -> None:
    _client, page = send(person, theme="light")
    assert "dark.css" not in page


def test_a_time_zone_that_is_none_is_told_and_nothing_is_saved(person: User) -> None:
    _client, page = send(person, time_zone="Kabulistan", theme="dark")
    assert "There is no such time zone" in page
    assert person.theme == "system"


def test_a_zone_that_this_machine_no_longer_knows_is_read_as_that_of_the_site(person: User) -> None:
    issue_token(person, name="notebook", by=person)
    User.objects.filter(pk=person.pk).update(time_zone="Asia/Atlantis")
    assert "UTC</time>" in at_the_page(person).get("/account/").content.decode()


def test_keys_of_ones_own_are_on_the_page_and_none_where_they_are_off() -> None:
    claim = ClaimFactory()
    person = member(claim.project)
    place = start_next(claim.project, by=person)
    assert place is not None
    client, _page = send(person, key_map="own", key_skip="ط", key_help="")
    assert keys_of(person)["skip"] == "ط"
    assert "help" not in keys_of(person)
    review = client.get(f"/review/{place.pk}/").content.decode()
    assert "<kbd>ط</kbd>" in review
    client, _page = send(person, key_map="off", key_skip="ط")
    review = client.get(f"/review/{place.pk}/").content.decode()
    assert 'data-keys="{}"' in review
    assert "<kbd>ط</kbd>" not in review
    assert person.own_keys == {"skip": "ط"}  # kept for when they want them again


def test_two_things_never_have_the_same_key(person: User) -> None:
    _client, page = send(person, key_map="own", key_skip="e")
    assert page.count("Another key of this list is the same.") == 4  # both keys, and above the form
    with pytest.raises(Invalid, match="Two things have the key “e”"):
        set_preferences(person, change={"own_keys": {"skip": "e"}}, by=person)


def test_a_key_of_ones_own_goes_before_what_came_to_have_it_later(person: User) -> None:
    person.key_map, person.own_keys = "own", {"skip": STANDARD["undo"]}  # chosen when nothing was there to undo
    assert keys_of(person)["skip"] == STANDARD["undo"]
    assert "undo" not in keys_of(person)


WRONG = [{"language": "xx"}, {"theme": "pink"}, {"own_keys": {"skip": "ab"}}, {"own_keys": {"fly": "f"}}, {"other": 1}]


@pytest.mark.parametrize("change", WRONG)
def test_what_is_no_choice_is_refused(person: User, change: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        set_preferences(person, change=change, by=person)


def test_the_audit_trail_says_that_it_was_done_and_never_what(person: User) -> None:
    send(person, theme="dark")
    event = AuditEvent.objects.get(kind="user.preferences_set")
    assert (event.actor, event.subject_id, event.facts) == (person.pk, person.pk, {})


def test_what_is_written_for_somebody_is_in_their_time(person: User) -> None:
    person.time_zone = "Asia/Tehran"
    with as_read_by(person):
        assert timezone.get_current_timezone_name() == "Asia/Tehran"
    assert timezone.get_current_timezone_name() == "UTC"


# Care: what somebody needs in order to go on, told to nobody else


def test_claims_of_a_topic_that_somebody_leaves_to_others_never_come_to_them() -> None:
    hard = ClaimFactory(check_worthiness=0.9, topics=["violence", "forces"])
    article = hard.article
    ClaimFactory(article=article, check_worthiness=0.5, topics=["negotiation"])
    person, other = member(hard.project), member(hard.project)
    send(person, avoided_topics="violence")
    place = start_next(hard.project, by=person)
    assert place is not None
    assert place.claim.topics == ["negotiation"]
    assert how_many_wait(hard.project, person=person, most=9) == 0
    assert how_many_wait(hard.project, person=other, most=9) == 2
    begun = start_next(hard.project, by=other)
    assert begun is not None
    skip(begun, reason=SkipReason.RATHER_NOT, by=other)
    gets_it = start_next(hard.project, by=other)
    assert gets_it is not None
    assert gets_it.claim == hard


def test_after_as_many_violent_claims_as_somebody_bears_another_comes_where_there_is_one() -> None:
    first = ClaimFactory(check_worthiness=0.9, topics=["casualties"])
    more = [ClaimFactory(article=first.article, check_worthiness=worth, topics=["violence"]) for worth in (0.8, 0.7)]
    calm = ClaimFactory(article=first.article, check_worthiness=0.1)
    person = member(first.project)
    send(person, most_violent_in_a_row="2")
    came = []
    for _claim in range(4):
        place = start_next(first.project, by=person)
        assert place is not None
        came.append(place.claim)
        skip(place, reason=SkipReason.RATHER_NOT, by=person)
    assert came == [first, more[0], calm, more[1]]


@pytest.mark.parametrize(
    ("wants_warning", "fields"),
    [(True, {"topics": ["violence"]}), (False, {"topics": ["forces"], "is_sensitive": True})],
)
def test_a_claim_is_covered_until_one_has_begun_on_it(wants_warning: bool, fields: dict[str, Any]) -> None:
    claim = ClaimFactory(**fields)
    person = member(claim.project, wants_warning=wants_warning)
    place = start_next(claim.project, by=person)
    assert place is not None
    client = at_the_page(person)
    for page in (f"/review/{place.pk}/", f"/p/{claim.project.slug}/claims/{claim.pk}/"):
        shown = client.get(page).content.decode()
        assert 'id="uncover"' in shown
        assert f"{claim.statement} ·" not in shown.split("</title>")[0]
    save_draft(place, change={"rationale": "Looked at the register."}, by=person)
    assert 'id="uncover"' not in client.get(f"/review/{place.pk}/").content.decode()


def test_a_list_names_a_hard_claim_by_its_number_and_keeps_its_words_folded() -> None:
    hard = ClaimFactory(topics=["violence"], statement="Nine were killed in the harbour.", check_worthiness=0.9)
    project = hard.project
    calm = ClaimFactory(article__project=project, statement="The port was reopened.", check_worthiness=0.1)
    curator = member(project, Role.CURATOR, wants_warning=True)
    people = [curator, *(member(project, wants_warning=True) for _person in range(2))]
    MembershipFactory(project=project, user=curator, role=Role.ADJUDICATOR)
    for judging, change in zip(people[1:], (SUPPORTED, DISPUTED), strict=True):
        judge(hard, by=judging, change=change)
        NoticeFactory(claim=hard, person=judging)
    CommentFactory(claim=hard, by=people[1])
    home = f"/p/{project.slug}/"
    for person, pages in (
        (curator, (f"{home}claims/", f"{home}adjudication/", f"{home}discussions/")),
        (people[1], ("/", "/notices/", f"{home}my-work/", f"{home}claims/?q=harbour")),
    ):
        client = at_the_page(person)
        for page in pages:
            shown = client.get(page).content.decode()
            folded = re.findall(
                r'<details class="covered"><summary>Show the text: violence</summary>(.*?)</details>', shown
            )
            assert folded == [f'<span dir="auto">{hard.statement}</span>'], page
            assert shown.count(hard.statement) == 1, page
            assert f"Claim {hard.pk}" in shown
    assert f">{calm.statement}</a>" in at_the_page(curator).get(f"{home}claims/").content.decode()
    shown = at_the_page(curator).get(f"{home}articles/{hard.article_id}/").content.decode()
    assert 'id="uncover"' in shown
    assert '<ol class="margin" data-margin data-covered>' in shown


def test_a_claim_about_violence_is_shown_to_whoever_asked_for_no_warning() -> None:
    claim = ClaimFactory(topics=["violence"])
    page = at_the_page(member(claim.project)).get(f"/p/{claim.project.slug}/claims/{claim.pk}/")
    assert 'id="uncover"' not in page.content.decode()


def test_nobody_else_is_told_what_somebody_needs(admin_client: Client, admin_user: User) -> None:
    claim = ClaimFactory()
    MembershipFactory(user=admin_user, project=claim.project, role=Role.CURATOR)
    person = member(claim.project)
    send(person, avoided_topics="biography", most_violent_in_a_row="7")
    place = start_next(claim.project, by=person)
    assert place is not None
    skip(place, reason=SkipReason.RATHER_NOT, by=person)
    for page in (
        f"/admin/verification/user/{person.pk}/change/",
        "/admin/verification/annotation/",
        "/admin/verification/auditevent/",
        f"/p/{claim.project.slug}/people/",
        f"/p/{claim.project.slug}/people/{person.pk}/",
    ):
        answer = admin_client.get(page)
        assert answer.status_code == 200
        rows = answer.content.decode().split('id="changelist-filter"')[0]
        assert "biography" not in rows
        assert "rather_not" not in rows
    assert AuditEvent.objects.get(kind="annotation.skipped").facts == {}
