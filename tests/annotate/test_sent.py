"""What a person typed comes back to them, and to nobody else."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from annotate.sent import comes_from_here, sent_with

HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
LONG = "The port's register says otherwise."


def post(data: dict[str, object], **headers: str) -> HttpRequest:
    return RequestFactory().post("/review/1/", data, **(HERE | headers))


def test_a_form_comes_back_with_every_field_but_the_forms_token() -> None:
    sent = sent_with(post({"csrfmiddlewaretoken": "x", "verdict": "disputed", "topics": ["a", "b"], "why-not": LONG}))
    assert sent is not None
    assert sent.fields == [("verdict", "disputed"), ("topics", "a"), ("topics", "b"), ("why-not", LONG)]
    assert sent.words == [("Verdict", "Disputed"), ("why not", LONG)]
    assert sent.may_repeat


@pytest.mark.parametrize("name", ["password", "new_password1", "secret", "token", "recovery-code", "credential"])
def test_what_is_secret_is_left_out_and_then_nothing_is_sent_again(name: str) -> None:
    sent = sent_with(post({name: "a thing that nobody should read", "login": "annotator1"}))
    assert sent is not None
    assert [field for field, _value in sent.fields] == ["login"]
    assert not sent.may_repeat


def test_files_would_be_missing_so_such_a_form_is_not_sent_again() -> None:
    sent = sent_with(post({"title": LONG, "file": SimpleUploadedFile("a.txt", b"text")}))
    assert sent is not None
    assert (sent.words, sent.may_repeat) == ([("title", LONG)], False)


def test_a_form_of_another_site_is_not_dressed_up_as_ones_own() -> None:
    for headers in ({"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_SEC_FETCH_SITE": "same-site"}):
        assert sent_with(post({"why": LONG}, **headers)) is None
    assert sent_with(RequestFactory().post("/", {"why": LONG})) is None


def test_browsers_that_say_no_site_say_the_origin() -> None:
    asked = [
        RequestFactory().post("/", HTTP_ORIGIN=origin)
        for origin in ("http://testserver", "https://testserver", "http://testserver.example", "null", "")
    ]
    assert [comes_from_here(request) for request in asked] == [True, False, False, False, False]


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
def test_a_form_that_is_too_large_is_left_to_the_browser() -> None:
    assert sent_with(post({"why": LONG})) is None


def test_without_a_form_there_is_nothing() -> None:
    assert sent_with(RequestFactory().get("/", {"why": LONG}, **HERE)) is None
    assert sent_with(post({"csrfmiddlewaretoken": "x"})) is None


def test_a_judgement_comes_back_under_the_names_of_its_page_with_what_was_chosen() -> None:
    passage = {"kind": "passage", "article": "4", "start": "3", "end": "9", "quote": "denied", "stance": "contradicts"}
    form = {f"evidence-1000-{name}": value for name, value in passage.items()}
    form |= {"evidence-1001-dismissed-date": "It says the day.", "searches-1002-where": "archive"}
    sent = sent_with(
        post({"verdict": "disputed", "reason": "conflicting_sources", "rationale": "So.", "do": "x"} | form)
    )
    assert sent is not None
    assert sent.words == [
        ("Verdict", "Disputed"),
        ("Reason", "sources conflict"),
        ("Why, in a sentence or two", "So."),
        ("Piece of evidence 1: Words", "denied"),
        ("Piece of evidence 1: What it does to the claim", "contradicts"),
        ("Piece of evidence 2: dismissed", "It says the day."),
        ("Search 1: Where", "archive"),
    ]


def test_what_is_no_word_of_the_vocabulary_comes_back_as_it_came() -> None:
    sent = sent_with(post({"verdict": "perhaps", "confidence": ""}))
    assert sent is not None
    assert sent.words == [("Verdict", "perhaps")]
