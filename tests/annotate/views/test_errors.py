"""What a person reads when something cannot be done."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory

from annotate.views.errors import bad_request, broken, refused
from tests.factories import ProjectFactory, UserFactory, member
from verification.exceptions import Conflict, Invalid, NotAllowed, TooLarge
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_a_refusal_of_the_domain_becomes_a_page_with_its_status_and_sentence():
    project = ProjectFactory()
    client = Client()
    client.force_login(member(project, Role.RESEARCHER))
    answer = client.post(f"/p/{project.slug}/next/")
    assert answer.status_code == 403
    assert "Only annotators of this project" in answer.content.decode()


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotAllowed("No."), 403),
        (Invalid("No.", fields={"why": ["Say why."]}), 400),
        (Conflict("No."), 409),
        (TooLarge("No."), 413),
    ],
)
def test_each_refusal_has_its_status(refusal, status):
    request = RequestFactory().get("/")
    request.user = UserFactory()
    answer = refused(request, refusal)
    assert answer.status_code == status
    assert "No." in answer.content.decode()
    assert ("Say why." in answer.content.decode()) == (status == 400)


def test_an_address_that_leads_nowhere_says_so():
    answer = Client().get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is nothing here that you may see" in answer.content.decode()


def test_a_form_without_its_token_says_that_the_words_are_still_there():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "This form has expired" in answer.content.decode()


def test_a_form_sent_after_signing_out_is_not_thrown_away_by_a_redirect():
    answer = Client().post(f"/p/{ProjectFactory().slug}/next/")
    assert answer.status_code == 401
    assert "Sign in in a new tab" in answer.content.decode()


def test_too_much_at_once_is_413():
    request = RequestFactory().get("/")
    request.user = UserFactory()
    assert bad_request(request, RequestDataTooBig("too big")).status_code == 413


def test_the_page_of_a_defect_needs_neither_database_nor_session(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
