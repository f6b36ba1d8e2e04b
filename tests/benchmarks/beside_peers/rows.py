"""What the adapter puts into the database, by calling this: people, projects, and claims in their articles."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (needs what was set up above)
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.benchmarks.library import copy  # noqa: E402
from tests.benchmarks.queue import next_id  # noqa: E402
from verification import models as tables  # noqa: E402
from verification.actions.members import add_member  # noqa: E402
from verification.actions.projects import create_project  # noqa: E402
from verification.actions.tokens import issue_token  # noqa: E402
from verification.models.claim import public_id  # noqa: E402
from verification.vocabulary import ArticleState, Role, Target  # noqa: E402

PEOPLE = [f"u{number}" for number in range(9)]  # the first one is a curator too


def people() -> str:
    """A new token of each person, with their id."""
    call_command("migrate", verbosity=0)
    told = {}
    for name in PEOPLE:
        user, _new = tables.User.objects.get_or_create(username=name, defaults={"password": "!"})
        told[name] = [issue_token(user, name="benchmark", by=None)[1], user.pk]
    return json.dumps(told)


def project(title: str) -> str:
    """A project in which each claim is judged once."""
    made = create_project(title, name=title, by=None, places=1)
    for number, name in enumerate(PEOPLE):
        user = tables.User.objects.get(username=name)
        for role in (Role.ANNOTATOR, Role.CURATOR) if number == 0 else (Role.ANNOTATOR,):
            add_member(made, user=user, role=role, by=None)
    return made.slug


def claims(slug: str, file: str) -> int:
    """An article for each line of `file`, that begins with its claim; how many claims the project has then."""
    made = tables.Project.objects.get(slug=slug)
    first_article, first_claim, now = next_id(tables.Article), next_id(tables.Claim), timezone.now()
    tasks = [json.loads(line) for line in Path(file).read_text().splitlines()]

    def articles() -> Iterator[tables.Article]:
        for number, task in enumerate(tasks):
            text = f"{task['text']}\n\n{task['context']}"
            yield tables.Article(
                pk=first_article + number, project=made, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
                normaliser_version="1", language="en", state=ArticleState.DONE, received_at=now,
            )  # fmt: skip

    def in_articles() -> Iterator[tables.Claim]:
        for number, task in enumerate(tasks):
            statement, sha256 = task["text"], hashlib.sha256(f"{slug} {number}".encode()).hexdigest()
            yield tables.Claim(
                pk=first_claim + number, project=made, article_id=first_article + number, start=0, end=len(statement),
                quote=statement, prefix="", suffix=task["context"][:32], statement=statement, created_at=now,
                origin_import="benchmark", check_worthiness=1 - number / len(tasks), places=made.places,
                public_id=public_id(
                    article_sha256=sha256, start=0, end=len(statement), statement=statement, target=Target.CONTENT
                ),
            )  # fmt: skip

    # Triggers look at each row: what is written here is right by the way it is made.
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        copy(tables.Article, articles())
        copy(tables.Claim, in_articles())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return tables.Claim.objects.filter(project=made).count()


if __name__ == "__main__":
    print({"people": people, "project": project, "claims": claims}[sys.argv[1]](*sys.argv[2:]))
