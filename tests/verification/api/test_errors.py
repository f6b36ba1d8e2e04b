from __future__ import annotations

import logging

import pytest
from django.db import connection
from django.test import override_settings
from rest_framework.test import APIClient

from tests import factories
from verification.api.errors import answer_error, status_of
from verification.exceptions import Conflict, Invalid, NotAllowed, PlaceTaken, Refusal, TooLarge
from verification.models import Claim, Project

from .conftest import Speaker, is_refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refusal", "status"), [(NotAllowed, 403), (Invalid, 400), (Conflict, 409), (PlaceTaken, 409), (TooLarge, 413)]
)
def test_every_refusal_has_its_status(refusal: type[Refusal], status: int) -> None:

    assert status_of(refusal("No.")) == status
    answer = answer_error(refusal("No."), {})
    assert (answer.status_code, answer.data) == (status, {"message": "No.", "fields": {}})


def test_refusals_that_name_fields_keep_them() -> None:

    assert answer_error(Invalid("No.", fields={"text": ["Empty."]}), {}).data["fields"] == {"text": ["Empty."]}


def test_a_wrong_method_is_405(annotator: Speaker) -> None:
    assert is_refusal(annotator.say("delete", "projects/"), 405)
    assert is_refusal(annotator.say("options", "projects/"), 405)
    assert is_refusal(annotator.say("put", "annotations/1/"), 405)


def test_another_kind_of_body_is_415(annotator: Speaker) -> None:
    answer = annotator.generic("POST", "/api/v1/claims/", "a=1", content_type="application/x-www-form-urlencoded")
    assert is_refusal(answer, 415)


@pytest.mark.parametrize(
    "path",
    ["nothing/", "articles", "claims/0/", "claims/9999999999999999999999/", "claims/x/", "annotations/1/judgements/"],
)
def test_an_unknown_address_is_404(annotator: Speaker, path: str) -> None:
    assert is_refusal(annotator.say("get", path), 404)


def test_the_address_above_is_404_too(annotator: Speaker) -> None:
    assert is_refusal(annotator.get("/api/v2/articles/"), 404)
    assert is_refusal(annotator.post("/api/"), 404)


def test_whatever_accept_says_the_answer_is_json(annotator: Speaker) -> None:
    assert annotator.say("get", "projects/", HTTP_ACCEPT="text/html").status_code == 200
    assert is_refusal(annotator.say("get", "claims/0/", HTTP_ACCEPT="application/xml"), 404)
    assert annotator.say("get", "projects/?format=api").status_code == 200


def test_a_defect_of_ours_is_500_in_the_same_shape_and_logged(
    annotator: Speaker, claim: Claim, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE verification_claim RENAME TO verification_claim_gone")
    with caplog.at_level(logging.ERROR, logger="django.request"):
        answer = annotator.say("get", "claims/")
    assert is_refusal(answer, 500)
    assert "verification_claim" not in answer.json()["message"]
    assert any(record.exc_info for record in caplog.records)


class TestBodies:
    """Whatever a body holds, the answer is a 400 with the one shape."""

    @pytest.mark.parametrize(
        "body",
        [
            "{",
            "",
            "nonsense",
            "[]",
            '"text"',
            "1",
            "null",
            "NaN",
            '{"reason": NaN}',
            '{"reason": 1e999}',
            '{"reason": ' + "9" * 5000 + "}",
            '{"reason": "\\ud800"}',
            '{"\\udfff": 1}',
            '{"a": ' * 50 + "1" + "}" * 50,
            "[" * 100_000,
            '{"reason": ' + "[" * 900 + "]" * 900 + "}",
            b'{"reason": "\xff\xfe"}',
        ],
        ids=range(17),
    )
    def test_that_cannot_be_read_are_refused(self, annotator: Speaker, claim: Claim, body: str | bytes) -> None:
        taken = annotator.say("post", f"projects/{claim.project.slug}/next/").json()["annotation"]
        for path in (f"annotations/{taken}/skip/", "claims/", "articles/", "releases/"):
            answer = annotator.say("post", path, body)
            assert answer.status_code == 400
            assert set(answer.json()) == {"message", "fields"}
        if body:
            assert is_refusal(annotator.say("patch", f"annotations/{taken}/", body), 400)

    def test_in_a_charset_that_is_none_are_refused(self, annotator: Speaker, project: Project) -> None:
        answer = annotator.generic("POST", "/api/v1/claims/", "{}", content_type="application/json; charset=hex")
        assert is_refusal(answer, 400)

    @override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
    def test_above_the_limit_are_413(self, annotator: Speaker, project: Project) -> None:
        assert is_refusal(annotator.say("post", "claims/", {"statement": "x" * 2000}), 413)

    def test_with_unknown_fields_name_them(self, annotator: Speaker, project: Project) -> None:
        factories.ClaimFactory(article__project=project)
        assert is_refusal(annotator.say("post", f"projects/{project.slug}/next/", {"hurry": True}), 400, "hurry")


class TestSentences:
    """Each says what to do."""

    def test_without_a_sign_in(self) -> None:
        assert "Authorization: Token" in Speaker().say("get", "projects/").json()["message"]

    def test_with_a_wrong_method(self, annotator: Speaker) -> None:
        answer = annotator.say("delete", "claims/1/")
        assert answer.json()["message"] == "This address takes GET, HEAD alone."
        assert answer["Allow"] == "GET, HEAD"

    def test_with_another_kind_of_body(self, curator: Speaker) -> None:
        answer = curator.generic("POST", "/api/v1/articles/", "a=1", content_type="text/csv")
        assert "application/json, multipart/form-data" in answer.json()["message"]

    def test_without_the_form_token_in_a_session(self, annotator: Speaker) -> None:
        client = APIClient(enforce_csrf_checks=True)
        client.force_login(annotator.user)
        answer = client.post("/api/v1/projects/harbour/next/")
        assert is_refusal(answer, 403)
        assert "X-CSRFToken" in answer.json()["message"]

    def test_of_a_defect_names_what_the_log_knows_it_by(
        self, annotator: Speaker, claim: Claim, caplog: pytest.LogCaptureFixture
    ) -> None:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE verification_claim RENAME TO verification_claim_gone")
        with caplog.at_level(logging.ERROR, logger="django.request"):
            message = annotator.say("get", "claims/").json()["message"]
        record = next(record for record in caplog.records if record.exc_info)
        assert record.request.reference in message  # type: ignore[attr-defined]
