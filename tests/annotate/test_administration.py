from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.utils.translation import override

from tests.factories import UserFactory
from verification.models import User

pytestmark = pytest.mark.django_db


def nouns_for(user: User, rf: RequestFactory) -> list[str]:
    request = rf.get("/admin/")
    request.user = user
    return [str(noun["name"]) for app in admin.site.get_app_list(request) for noun in app["models"]]


def test_each_language_has_its_own_names_of_what_there_is(rf: RequestFactory) -> None:
    superuser = UserFactory(is_superuser=True, is_staff=True)
    for _twice in range(2):
        with override("en"):
            assert "Audit events" in nouns_for(superuser, rf)
        with override("fa"):
            assert "Audit events" not in nouns_for(superuser, rf)
            assert len(nouns_for(superuser, rf)) == len(admin.site._registry)


def test_who_is_no_superuser_is_not_told_what_superusers_see(rf: RequestFactory) -> None:
    assert nouns_for(UserFactory(is_superuser=True, is_staff=True), rf)
    assert nouns_for(UserFactory(is_staff=True), rf) == []
