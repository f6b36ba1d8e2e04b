"""A project with claims and people for `concurrency`, made in the database that Django is set up for."""

from __future__ import annotations

import json
import os
from pathlib import Path

from verification.actions.articles import add_text
from verification.actions.claims import add_claim
from verification.actions.members import add_member
from verification.actions.projects import create_project
from verification.actions.tokens import issue_token
from verification.models import Project, User
from verification.vocabulary import Role

SENTENCE = "Ship {number} entered the harbour on Monday, the harbour master said."


def set_up(slug: str, *, annotators: int, claims: int, out: str) -> None:
    """Makes a project of this slug (N = 2), its people and its claims; writes `out` for `concurrency` (0600)."""
    project = create_project(slug, name=f"Benchmark {slug}", by=None)
    curator, secret = _person(project, Role.CURATOR, 0)
    text = "\n\n".join(SENTENCE.format(number=number) for number in range(claims))
    article, _new = add_text(project, text=text, by=curator, title="Arrivals", language="en")
    kept = article.text or ""
    for number in range(claims):
        start = kept.index(f"Ship {number} ")
        add_claim(article, start=start, end=kept.index(",", start), by=curator)
    tokens = [_person(project, Role.ANNOTATOR, number)[1] for number in range(annotators)]
    with open(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump({"project": slug, "curator": secret, "annotators": tokens}, file)
    print(f"{Path(out).resolve()}: project {slug}, {claims} claims, {annotators} annotators")


def _person(project: Project, role: Role, number: int) -> tuple[User, str]:
    user = User.objects.create_user(f"{project.slug}-{role}-{number}")
    add_member(project, user=user, role=role, by=None)
    _token, secret = issue_token(user, name="benchmark", by=None)
    return user, secret
