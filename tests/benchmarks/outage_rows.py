"""What `outage` puts into its database, once Django is set up: a project, its people and claims, and articles."""

from __future__ import annotations

import time
from contextlib import suppress

from django.core.management import call_command
from django.db import Error, connection, transaction
from django.utils import timezone

from tests.benchmarks.library import copy
from verification.actions.articles import add_text
from verification.actions.members import add_member
from verification.actions.projects import create_project
from verification.actions.tokens import issue_token
from verification.models import Article, Claim, Project, User
from verification.models.claim import public_id
from verification.vocabulary import ArticleState, Role, Target


def set_up(*, annotators: int, claims: int) -> tuple[Project, list[str]]:
    """The project and the tokens of its annotators."""
    call_command("migrate", verbosity=0)
    project = create_project("outage", name="Outage", by=None)
    add_member(project, user=User.objects.create_user("curator"), role=Role.CURATOR, by=None)
    tokens = []
    for number in range(annotators):
        user = User.objects.create_user(f"annotator{number + 1}")
        add_member(project, user=user, role=Role.ANNOTATOR, by=None)
        tokens.append(issue_token(user, name="benchmark", by=None)[1])
    now = timezone.now()
    statements = [f"Ship {number} docked." for number in range(claims)]
    rows = [
        Claim(
            pk=number + 1,
            project=project,
            statement=statement,
            origin_import="benchmark",
            places=project.places,
            created_at=now,
            public_id=public_id(article_sha256="", start=None, end=None, statement=statement, target=Target.CONTENT),
        )
        for number, statement in enumerate(statements)
    ]
    with transaction.atomic():
        copy(Claim, rows)
    return project, tokens


def add_articles(project: Project, texts: list[str], seconds: float) -> None:
    """Hands articles to the worker, one after the other over this time, through whatever falls meanwhile."""
    curator = User.objects.get(username="curator")
    for text in texts:
        while True:
            try:
                add_text(project, text=text, by=curator, title=text.split("\n", 1)[0], language="en")
                break
            except Error:  # the text is known where it was stored all the same
                connection.close()
                time.sleep(1)
        time.sleep(0.8 * seconds / len(texts))


def wait_for_articles(project: Project, *, within: float) -> None:
    """Until all of them are done, or the time has passed; a lease that a killed worker held must pass first."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        with suppress(Error):
            if not Article.objects.filter(project=project).exclude(state=ArticleState.DONE).exists():
                return
        connection.close()
        time.sleep(2)
