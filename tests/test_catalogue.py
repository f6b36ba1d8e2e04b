"""The interface in other languages: what is committed is whole in itself, and pages come in it."""

from __future__ import annotations

import gettext
from collections import Counter

import pytest
from babel.messages.catalog import Message
from django.test import Client

from tests import catalogue

LANGUAGES = catalogue.languages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_says_what_its_source_says(language: str) -> None:
    source = catalogue.read(language)
    with (catalogue.LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    said = {key: words for key, words in compiled._catalog.items() if key}  # type: ignore[attr-defined]
    expected = {}
    for message in source:
        words = message.id if isinstance(message.id, str) else message.id[0]
        if message.id and catalogue.is_translated(message):
            key = f"{message.context}\x04{words}" if message.context else words
            if isinstance(message.string, str):
                expected[key] = message.string
            else:
                expected |= {(key, form): string for form, string in enumerate(message.string)}
    assert said == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_in_translations_have_the_digits_of_those_that_django_writes(language: str) -> None:
    said = [str(message.string) for message in catalogue.read(language) if message.id]
    assert [words for words in said if any(sign.isdigit() and not sign.isascii() for sign in words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_placeholders_and_the_markup_of_its_source(language: str) -> None:
    wrong = [message.id for message in catalogue.read(language) if message.id and not fits(message)]
    assert wrong == []


def fits(message: Message) -> bool:
    sources = message.id if isinstance(message.id, tuple) else (message.id,)
    words = message.string if isinstance(message.string, tuple) else (message.string,)
    held = [placeholders(source) for source in sources]
    return not catalogue.is_translated(message) or all(placeholders(said) in held for said in words)


def placeholders(words: str) -> Counter[str]:
    return Counter(catalogue.PLACEHOLDER.findall(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_its_plural_and_nothing_is_left_half_done(language: str) -> None:
    source = catalogue.read(language)
    plural = [message for message in source if isinstance(message.id, tuple)]
    assert plural
    assert all(len(message.string) == source.num_plurals for message in plural)
    assert not any(message.fuzzy for message in source if message.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_people_read_is_without_its_translation(language: str) -> None:
    missing = catalogue.untranslated(catalogue.read(language))
    assert missing == [], "docs/translating.md says how they are filled in"


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "shown", "direction"), [("fa-IR, en;q=0.5", "fa", "rtl"), ("de", "en", "ltr")])
def test_a_visitor_reads_in_the_language_that_the_browser_asks_for(asked: str, shown: str, direction: str) -> None:
    page = Client(headers={"Accept-Language": asked}).get("/accounts/login/")
    assert f'<html lang="{shown}" dir="{direction}"' in page.content.decode()
    assert page["Content-Language"] == shown


def test_for_programs_everything_is_in_english(db: None) -> None:
    answer = Client(headers={"Accept-Language": "fa"}).get("/api/v1/claims/")
    assert "Nobody is signed in." in answer.json()["message"]
