"""The administration's own words in the languages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.test import Client
from django.utils import translation

from verification.admin.names import WORDS
from verification.models import User


def shown() -> Iterator[tuple[str, Any]]:
    """What a list or a page of the administration calls by name, with that name."""
    for model, page in admin.site._registry.items():
        yield model.__name__, model._meta.verbose_name
        yield model.__name__, model._meta.verbose_name_plural
        for of in (page, *(inline(model, admin.site) for inline in page.inlines)):
            lists = (getattr(of, "list_display", ()), of.fields or (), getattr(of, "list_filter", ()))
            for name in {name for names in lists for name in names if isinstance(name, str)}:
                try:
                    field: Any = of.opts.get_field(name)
                except FieldDoesNotExist:
                    continue  # a method, which says its own name
                yield f"{of.opts.object_name}.{name}", field.verbose_name


def test_everything_that_it_shows_has_a_name_in_every_language() -> None:
    words = {str(word) for word in WORDS}
    assert {what: str(name) for what, name in shown() if str(name) not in words} == {}


def test_what_is_chosen_has_words_in_every_language() -> None:
    chosen = {
        f"{model.__name__}.{field.name} {value}": words
        for model in admin.site._registry
        for field in model._meta.get_fields()
        for value, words in getattr(field, "choices", None) or []
    }
    assert len(chosen) > 100
    with translation.override("en"):
        in_english = {what: str(words) for what, words in chosen.items()}
    with translation.override("fa"):
        assert [what for what, words in chosen.items() if str(words) == in_english[what]] == []


@pytest.mark.django_db
def test_a_list_is_headed_in_the_language_of_its_reader(admin: Client, admin_user: User) -> None:
    admin_user.language = "fa"
    admin_user.save(update_fields=["language"])
    page = admin.get("/admin/verification/claim/").content.decode()
    assert all(words in page for words in ("گزاره", "ارزش راستی‌آزمایی", "ادعاها", "در انتظار داوری"))
