"""docs/api.md describes every address, and every example in it is true."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from celery import Celery
from django.urls import URLPattern, resolve
from pytest_django import Settings
from rest_framework.response import Response

from tests import factories
from verification.actions.uploads import add_to_upload, start_upload
from verification.api.documented import DOCUMENT, Example, examples, sections
from verification.api.urls import urlpatterns
from verification.exceptions import Invalid
from verification.jobs import agreement, release
from verification.models import AgreementReport
from verification.vocabulary import Role

from .conftest import Speaker, speaker

AT = "127.0.0.1:8000"
SERVER = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}
PARAMETERS = {"<int:pk>": "{id}", "<slug:slug>": "{slug}", "<str:name>": "{name}"}
# What differs from run to run: compared by its kind alone.
VOLATILE = {
    *(
        "sha256",
        "public_id",
        "manifest",
        "received_at",
        "started_at",
        "submitted_at",
        "created_at",
        "requested_at",
        "opened_at",
        "asked_at",
        "answered_at",
        "at",
        "closed_at",
        "withdrawn_at",
        "read_at",
        "undone_at",
        "calibrated_at",
        "planned_at",
        "begun_at",
    ),
    *("finished_at", "valid_as_of", "evidence_cutoff"),
}


def addresses() -> set[tuple[str, str]]:
    """Every method and address that the resolver knows, in the words of the document."""
    known = set()
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        if pattern.name == "unknown":
            continue
        path = f"/api/{pattern.pattern}"
        for parameter, word in PARAMETERS.items():
            path = path.replace(parameter, word)
        view = pattern.callback.view_class
        known |= {(name.upper(), path) for name in ("get", "post", "put", "patch", "delete") if hasattr(view, name)}
    return known


def test_every_address_is_documented_and_nothing_else() -> None:
    assert {(section.method, section.path) for section in sections()} == addresses()


def test_every_address_has_an_example() -> None:
    def address(example: Example) -> tuple[str, str]:
        route = f"/{resolve(example.path.split('?')[0]).route}"
        for parameter, word in PARAMETERS.items():
            route = route.replace(parameter, word)
        return example.method, route

    assert {address(example) for example in examples()} == addresses()


def test_no_example_is_overlooked() -> None:
    """A fence that the pattern above does not match would be an example that nobody runs."""
    assert DOCUMENT.read_text().count("```http") == len(list(examples()))


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_every_example_is_true(queue: Celery, settings: Settings, tmp_path: Path) -> None:
    settings.RELEASES_DIR = tmp_path
    settings.RETRIEVAL = True  # asked for only: no worker runs
    people = cast_of_the_story()
    for example in examples():
        speaker = people[example.who] if example.who else Speaker()
        answer = speaker.say(example.method.lower(), f"http://{AT}{example.path}", example.body, **SERVER)
        assert answer.status_code == example.status, (example, told(answer))
        assert comparable(shown(told(answer), example.answer)) == comparable(example.answer), example
        answer.close()
        if answer.status_code == 202:
            work(answer.json())  # what the worker does meanwhile


def work(asked: Any) -> None:
    if "scope" in asked:
        agreement.run(AgreementReport.objects.get(scope=asked["scope"]).pk)
    elif "final_url" not in asked:
        release.run(asked["id"])


def cast_of_the_story() -> dict[str, Speaker]:
    """The project of the document and its people, by the names of their tokens."""
    project = factories.ProjectFactory(slug="harbour", name="The harbour")
    curator = speaker(project, Role.CURATOR)
    upload = start_upload(project, by=curator.user)
    add_to_upload(upload, name="articles.csv", content=b"text\nThe bridge was closed.\n", by=curator.user)
    with suppress(Invalid):
        add_to_upload(upload, name="empty.txt", content=b"", by=curator.user)
    return {
        "CURATOR": curator,
        "ANNOTATOR1": Speaker(factories.member(project, username="annotator1")),
        "ANNOTATOR2": speaker(project),
        "ANNOTATOR3": speaker(project),
        "ADJUDICATOR": speaker(project, Role.ADJUDICATOR),
        "RESEARCHER": speaker(project, Role.RESEARCHER),
    }


def told(answer: Response) -> Any:
    """The JSON of an answer; None for a file or nothing."""
    is_json = not answer.streaming and answer.content and answer["Content-Type"] == "application/json"
    return answer.json() if is_json else None


def shown(value: Any, documented: Any) -> Any:
    """The part of a value that the document shows: where it says "…" it leaves fields out."""
    if isinstance(value, dict) and isinstance(documented, dict):
        part = {name: shown(inner, documented.get(name)) for name, inner in value.items()}
        if "…" not in documented:
            return part
        return {name: inner for name, inner in part.items() if name in documented} | {"…": documented["…"]}
    if isinstance(value, list) and isinstance(documented, list) and len(value) == len(documented):
        return [shown(inner, of) for inner, of in zip(value, documented, strict=True)]
    return value


def comparable(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: type(inner).__name__ if name in VOLATILE else comparable(inner) for name, inner in value.items()}
    return [comparable(inner) for inner in value] if isinstance(value, list) else value
