"""Nothing inline anywhere, and every answer tells browsers what they may do with it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from tests import factories
from verification.vocabulary import Role

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
INLINE = {
    "a script without src": re.compile(r"<script(?![^>]*\b(src=|type=\"application/json\"))", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script as an address": re.compile(r"javascript:", re.IGNORECASE),
}


class Inline(HTMLParser):
    """Collects what the content security policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and not names.get("src") and names.get("type") != "application/json"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]
        self.found += [f"{tag} {name}" for name, value in attrs if (value or "").lower().startswith("javascript:")]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR)))
def test_no_template_holds_anything_inline(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


def addresses(project: object) -> list[str]:
    """Every page that needs no more than a project, with what the resolver says of its address."""
    slug = project.slug
    found = []
    for route in (str(pattern.pattern) for pattern in get_resolver().url_patterns if hasattr(pattern, "callback")):
        path = "/" + route.replace("<slug:slug>", slug)
        if "<" not in path:
            found.append(path)
    return found


@pytest.mark.django_db
def test_no_page_that_is_shown_holds_anything_inline() -> None:
    project = factories.ProjectFactory()
    user = factories.UserFactory(is_superuser=True, is_staff=True)
    for role in Role:
        factories.MembershipFactory(project=project, user=user, role=role)
    article = factories.ClaimFactory(article__project=project).article
    client = Client()
    client.force_login(user)
    shown = 0
    more = [f"/p/{project.slug}/articles/{article.pk}/", "/nothing/", "/admin/", "/admin/verification/claim/"]
    for path in [*addresses(project), *more]:
        answer = client.get(path)
        if answer.streaming or not answer["Content-Type"].startswith("text/html") or answer.status_code == 405:
            continue
        inline = Inline()
        inline.feed(answer.content.decode())
        assert inline.found == [], path
        shown += answer.status_code == 200
    assert shown >= 10


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/login/", "/nothing/", "/healthz", "/api/v1/projects/", "/api/schema/"])
def test_every_answer_carries_the_headers_that_protect_it(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
