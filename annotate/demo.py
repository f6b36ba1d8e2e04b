"""What a new home of `manage.py demo` is given: people, their passwords and tokens, a project, articles."""

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction

from annotate.machine import write_private
from verification.actions.articles import add_file
from verification.actions.members import add_member
from verification.actions.projects import create_project
from verification.actions.tokens import digest, issue_token
from verification.exceptions import Refusal
from verification.management.files import files_in
from verification.models import Original, Project, Token, User
from verification.vocabulary import Consensus, Role

PROJECT = "sample"
SAMPLES = settings.BASE_DIR / "verification" / "samples"
# Who signs in, and what they may do in the project. `admin` has the admin pages besides.
PEOPLE: dict[str, Role] = {
    "annotator1": Role.ANNOTATOR,
    "annotator2": Role.ANNOTATOR,
    "adjudicator": Role.ADJUDICATOR,
    "curator": Role.CURATOR,
    "researcher": Role.RESEARCHER,
    "admin": Role.CURATOR,
}
# Without letters and digits that look alike: people type these.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(kw_only=True)
class Credentials:
    """What credentials.json holds: the site's address, passwords and API tokens by user name.

    `made_up` is not in the file: names whose password was not there and is new.
    """

    url: str
    users: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    made_up: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, file: Path, *, url: str) -> "Credentials":
        """Those of an earlier start, with the address of this one; what is missing is made up now."""
        try:
            stored = json.loads(file.read_text())
        except (OSError, ValueError):
            stored = {}
        credentials = cls(url=url, users=stored.get("users", {}), tokens=stored.get("tokens", {}))
        for name in PEOPLE:
            if name not in credentials.users:
                credentials.users[name] = "".join(secrets.choice(LETTERS) for _ in range(14))
                credentials.made_up.add(name)
            credentials.tokens.setdefault(name, secrets.token_urlsafe(32))
        kept = {"url": url, "users": credentials.users, "tokens": credentials.tokens}
        write_private(file, json.dumps(kept, indent=2) + "\n")
        return credentials


@transaction.atomic
def seed(credentials: Credentials) -> tuple[Project, bool]:
    """Make what is not there yet of people, tokens and the project; True when the project is new."""
    people = {name: person(name, credentials) for name in PEOPLE}
    for name, user in people.items():
        if not Token.objects.filter(user=user, digest=digest(credentials.tokens[name])).exists():
            issue_token(user, name="demo", by=None, secret=credentials.tokens[name])
    project = Project.objects.filter(slug=PROJECT).first()
    new = project is None
    if project is None:
        project = create_project(PROJECT, name="Sample", by=None, places=2, consensus=Consensus.UNANIMOUS)
    for name, role in PEOPLE.items():
        add_member(project, user=people[name], role=role, by=None)
    return project, new


def person(name: str, credentials: Credentials) -> User:
    """The user of this name. A password that was just made up, because the file was lost, becomes theirs."""
    password = credentials.users[name]
    user = User.objects.filter(username=name).first()
    if user is None:
        make = User.objects.create_superuser if name == "admin" else User.objects.create_user
        return make(name, password=password)
    if name in credentials.made_up:
        user.set_password(password)
        user.save(update_fields=["password"])
    return user


def add_articles(project: Project, paths: list[Path]) -> Iterator[str]:
    """Add every file that the project does not have yet; yields a line for each that was refused."""
    for file, _name in files_in(paths):
        try:
            content = file.read_bytes()
            sha256 = hashlib.sha256(content).hexdigest()
            if not Original.objects.filter(article__project=project, sha256=sha256).exists():
                add_file(project, name=file.name, content=content, by=None)
        except (OSError, Refusal) as why:
            yield f"{file}: {why}"
