"""What a person reads when something cannot be done."""

import html
import logging
import re

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory, override_settings

from annotate.logs import Reference
from annotate.views import errors
from annotate.views.errors import bad_request, broken, refused
from tests.factories import ClaimFactory, ProjectFactory, UserFactory, member
from verification.exceptions import Conflict, Invalid, NotAllowed, TooLarge
from verification.models.article import ArticleQuerySet
from verification.models.project import ProjectQuerySet
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


HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
WORDS = "Line one of what I typed.\nAnd “two” <b>more</b>."


def shown_again(page: str) -> str:
    """The words in the text area of what was sent, as a browser reads them."""
    found = re.search(r"<textarea[^>]* readonly[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_an_expired_form_is_given_back_and_can_be_sent_again():
    project = ProjectFactory()
    claim = ClaimFactory(article__project=project)
    client = Client(enforce_csrf_checks=True)
    client.force_login(member(project, Role.CURATOR))
    path = f"/p/{project.slug}/claims/{claim.pk}/withdraw/"
    answer = client.post(path, {"why": WORDS, "csrfmiddlewaretoken": "old"}, **HERE)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert shown_again(page) == WORDS
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    sent = re.search(r'<textarea name="why" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    assert token
    assert sent
    again = client.post(path, {"why": html.unescape(sent[1]), "csrfmiddlewaretoken": token[1]}, **HERE)
    assert again.status_code == 302
    claim.refresh_from_db()
    assert claim.withdrawn_why == WORDS


def test_a_form_of_another_site_is_not_offered_for_sending():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())
    answer = client.post("/p/x/claims/1/withdraw/", {"why": WORDS}, HTTP_SEC_FETCH_SITE="cross-site")
    assert answer.status_code == 403
    assert "Line one" not in answer.content.decode()
    assert "Send it again" not in answer.content.decode()


def test_a_password_is_never_written_into_a_page():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "annotator1", "password": "correct horse battery"}, **HERE)
    assert answer.status_code == 403
    assert "horse" not in answer.content.decode()
    assert "Send it again" not in answer.content.decode()


def test_what_was_typed_before_the_session_ended_is_on_the_page():
    answer = Client().post(f"/p/{ProjectFactory().slug}/claims/1/withdraw/", {"why": WORDS}, **HERE)
    assert answer.status_code == 401
    assert shown_again(answer.content.decode()) == WORDS
    assert "Send it again" in answer.content.decode()


def test_a_conflict_gives_the_words_back():
    project = ProjectFactory()
    claim = ClaimFactory(article__project=project)
    client = Client()
    client.force_login(member(project, Role.CURATOR))
    path = f"/p/{project.slug}/claims/{claim.pk}/reopen/"
    answer = client.post(path, {"why": WORDS}, **HERE)
    assert answer.status_code == 409
    assert shown_again(answer.content.decode()) == WORDS
    assert "Send it again" not in answer.content.decode()


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100)
def test_a_form_above_the_limit_is_413_and_says_where_the_words_are():
    project = ProjectFactory()
    claim = ClaimFactory(article__project=project)
    client = Client()
    client.force_login(member(project, Role.CURATOR))
    answer = client.post(f"/p/{project.slug}/claims/{claim.pk}/withdraw/", {"why": "x" * 200}, **HERE)
    assert answer.status_code == 413
    assert "Go back with your browser" in answer.content.decode()


@pytest.mark.parametrize("status", [403, 404, 409, 413, 429])
def test_a_part_of_a_page_gets_a_sentence_and_no_page(status):
    request = RequestFactory().get("/p/x/articles/", HTTP_HX_REQUEST="true")
    answer = errors._answer(request, status=status)
    assert (answer.status_code, answer["Content-Type"]) == (status, "text/plain; charset=utf-8")
    assert answer.content.decode().endswith(".")
    assert "<" not in answer.content.decode()


def test_too_many_attempts_say_when_to_try_again():
    request = RequestFactory().post("/accounts/login/", {"login": "annotator1", "password": "x"})
    request.user = UserFactory()
    answer = errors.too_many(request)
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Wait a minute" in answer.content.decode()


def test_a_defect_is_found_in_the_log_by_the_reference_on_its_page(caplog):
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE verification_membership RENAME TO verification_membership_gone")
    with caplog.at_level(logging.ERROR, logger="django.request"):
        answer = client.get("/")
    assert answer.status_code == 500
    reference = re.search(r"logged as (\w{8})\.", answer.content.decode())
    assert reference
    assert "verification_membership" not in answer.content.decode()
    record = next(record for record in caplog.records if record.exc_info)
    handler = logging.getLogger().handlers[0]
    assert any(isinstance(filter_, Reference) for filter_ in handler.filters)
    Reference().filter(record)
    line = logging.Formatter("{reference}{message}", style="{").format(record)
    assert line.startswith(f"[{reference[1]}] Internal Server Error: /")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_stopped", [True, False])
def test_with_the_database_away_there_is_a_page_that_says_when_to_try_again(monkeypatch, is_stopped: bool):
    """Nobody listens at its port; or it goes while a request is under way, as when it is told to stop."""
    client = Client(raise_request_exception=False)
    client.force_login(member(ProjectFactory(slug="coast"), Role.ANNOTATOR))

    def stop_meanwhile(*_arguments, **_named):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    if is_stopped:
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "PORT", 1)
    else:
        monkeypatch.setattr(ProjectQuerySet, "visible_to", stop_meanwhile)
        monkeypatch.setattr("annotate.views.claims.memberships_of", stop_meanwhile)
    try:
        answer = client.post("/p/coast/claims/1/withdraw/", {"why": WORDS}, **HERE)
        connection.close()
        told = client.get("/api/v1/projects/")
    finally:
        monkeypatch.undo()
        connection.close()
    assert answer.status_code == told.status_code == 503
    assert answer["Retry-After"] == told["Retry-After"] == "5"
    assert shown_again(answer.content.decode()) == WORDS
    assert "The database cannot be reached" in answer.content.decode()
    assert set(told.json()) == {"message", "fields"}


@pytest.mark.django_db(transaction=True)
def test_what_takes_the_database_too_long_is_cancelled_and_said(monkeypatch):
    def look_for_long(*_arguments, **_named):
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = '50ms'")
            cursor.execute("SELECT pg_sleep(10)")

    client = Client(raise_request_exception=False)
    client.force_login(member(ProjectFactory(slug="coast"), Role.ANNOTATOR))
    monkeypatch.setattr(ArticleQuerySet, "visible_to", look_for_long)
    monkeypatch.setattr(ProjectQuerySet, "visible_to", look_for_long)
    try:
        page = client.get("/p/coast/articles/")
        told = client.get("/api/v1/projects/")
    finally:
        connection.close()
    assert page.status_code == told.status_code == 503
    assert page["Retry-After"] == told["Retry-After"] == "5"
    assert "This took too long" in page.content.decode()
    assert "This took too long" in told.json()["message"]
    assert told.json()["fields"] == {}


class TestTheApiBelowItsViews:
    """What goes wrong before a view of the API is reached has the shape of its errors too."""

    def test_a_host_that_is_not_ours(self):
        answer = Client().get("/api/v1/projects/", HTTP_HOST="evil.example")
        assert answer.status_code == 400
        assert set(answer.json()) == {"message", "fields"}

    def test_a_defect_in_the_site(self, monkeypatch):
        monkeypatch.setattr("annotate.middleware.PrivatePages.__call__", lambda self, request: 1 / 0)
        answer = Client(raise_request_exception=False).get("/api/v1/projects/")
        assert answer.status_code == 500
        assert set(answer.json()) == {"message", "fields"}
        assert "logged as" in answer.json()["message"]


def test_a_request_larger_than_all_limits_is_answered_with_what_to_do(settings):
    settings.REQUEST_LIMIT_MB = 1
    project = ProjectFactory()
    client = Client()
    client.force_login(member(project, Role.CURATOR))
    files = [SimpleUploadedFile(f"{number}.txt", b"word " * 150_000) for number in range(2)]
    answer = client.post(f"/p/{project.slug}/uploads/", {"files": files})
    assert answer.status_code == 413
    assert "Send fewer files at a time" in answer.content.decode()
    assert not project.uploads.exists()


@pytest.mark.parametrize("address", ["/accounts/login/", "/api/docs/", "/p/coast/uploads/"])
def test_of_a_stranger_nothing_is_taken_in_that_does_not_fit_in_memory(address, settings, monkeypatch):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024
    monkeypatch.setattr("django.http.multipartparser.MultiPartParser.parse", lambda parser: 1 / 0)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["csrftoken"] = "a" * 32
    answer = client.post(address, {"file": SimpleUploadedFile("a.txt", b"word " * 1000)})
    assert answer.status_code == 401
    assert "Nothing was changed" in answer.content.decode()


def test_the_api_takes_in_no_more_than_all_limits_either(settings):
    settings.REQUEST_LIMIT_MB = 1
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())
    answer = client.post("/api/v1/articles/", {"file": SimpleUploadedFile("a.txt", b"word " * 300_000)})
    assert answer.status_code == 413
    assert set(answer.json()) == {"message", "fields"}


def test_several_hundred_files_go_in_one_form():
    project = ProjectFactory()
    client = Client()
    client.force_login(member(project, Role.CURATOR))
    files = [SimpleUploadedFile(f"{number}.txt", b"The bridge was closed. %d" % number) for number in range(400)]
    answer = client.post(f"/p/{project.slug}/uploads/", {"files": files})
    assert answer.status_code == 302
    assert project.articles.count() == 400
