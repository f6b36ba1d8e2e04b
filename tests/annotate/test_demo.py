"""The demo as a person starts it: processes of its own, a home of its own, ended by a signal."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from django.conf import settings

from annotate.demo import PEOPLE, Credentials, add_articles, seed
from annotate.machine import free_port
from tests.conftest import wait_until
from verification.models import Article, Membership, Project, Token, User
from verification.vocabulary import Consensus, Role

pytestmark = pytest.mark.long  # spread over several processes they would start several demos
READY_WITHIN = 180


class Demo:
    """One start of `manage.py demo`, with everything it prints in a file."""

    def __init__(self, home: Path, port: int, *arguments: str) -> None:
        self.home = home
        self.url = f"http://127.0.0.1:{port}/"
        self.printed = home.with_name(f"{home.name}.{port}.txt")
        own = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SECRET_KEY")}
        command = [sys.executable, "manage.py", "demo", "--home", str(home), "--port", str(port), "--no-browser"]
        with self.printed.open("w") as output:
            self.process = subprocess.Popen(
                [*command, *arguments],
                cwd=settings.BASE_DIR,
                env=own,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def text(self) -> str:
        return self.printed.read_text()

    def wait_until_ready(self) -> "Demo":
        wait_until(lambda: "\nCtrl-C" in self.text or self.process.poll() is not None, within=READY_WITHIN)
        assert f"Ready: {self.url}\n" in self.text, self.text
        return self

    def end(self, ending: signal.Signals) -> int:
        self.process.send_signal(ending)
        return self.process.wait(30)

    def processes(self) -> list[str]:
        """The command lines of everything that belongs to this home, found by what each was started with."""
        port = urllib.parse.urlsplit(self.url).port
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()
                environment = Path(f"/proc/{pid}/environ").read_text()
            except OSError:
                continue
            if command and (str(self.home) in command or f"SITE_URL=http://127.0.0.1:{port}\0" in environment):
                found.append(command)
        return found


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo") / "home"


@pytest.fixture(scope="module")
def article(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("articles") / "ferry.txt"
    file.write_text("The ferry company said on Friday that the pier was closed. The mayor denied it.\n")
    return file


@pytest.fixture(scope="module")
def demo(home, article):
    started = Demo(home, free_port(), "--articles", str(article)).wait_until_ready()
    yield started
    if started.process.poll() is None:
        started.end(signal.SIGTERM)


def test_it_prints_where_it_is_and_a_sign_in_and_a_token_for_each(demo, home):
    stored = json.loads((home / "credentials.json").read_text())
    assert (home / "credentials.json").stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
    assert stored["url"] == demo.url
    assert list(stored["users"]) == list(stored["tokens"]) == list(PEOPLE)
    for name, password in stored["users"].items():
        assert re.search(rf"^{name} +{password} +{stored['tokens'][name]}$", demo.text, flags=re.MULTILINE)


def test_everything_answers_once_it_says_ready(demo):
    with urllib.request.urlopen(f"{demo.url}healthz") as answer:
        said = json.load(answer)
    assert [said[part]["ok"] for part in ("database", "migrations", "worker", "sweep")] == [True] * 4


def test_a_person_can_sign_in_with_the_printed_password(demo, home):
    password = json.loads((home / "credentials.json").read_text())["users"]["annotator1"]
    cookies = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    browser.open(f"{demo.url}accounts/login/").read()
    token = next(cookie.value for cookie in cookies if cookie.name == "csrftoken")
    form = {"login": "annotator1", "password": password, "csrfmiddlewaretoken": token}
    request = urllib.request.Request(f"{demo.url}accounts/login/", urllib.parse.urlencode(form).encode())
    with suppress(urllib.error.HTTPError):  # wherever the sign-in leads to: what counts is the session
        browser.open(request)
    assert "sessionid" in [cookie.name for cookie in cookies]


def test_a_second_demo_on_the_home_and_one_on_the_port_are_refused_in_a_sentence(demo, home, tmp_path):
    second = Demo(home, free_port())
    assert second.process.wait(30) == 1
    assert second.text == (
        f"CommandError: A demo runs on {home} already: use that one, or give another folder with --home.\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        third = Demo(tmp_path / "other", port)
        assert third.process.wait(30) == 1
    assert third.text == f"CommandError: Port {port} is in use: give another one with --port.\n"


def test_it_ends_with_all_its_processes_and_starts_again_with_its_data(demo, home):
    before = json.loads((home / "credentials.json").read_text())
    assert len(demo.processes()) >= 6
    assert demo.end(signal.SIGTERM) == 0
    assert "Everything stays" in demo.text
    assert demo.processes() == []

    again = Demo(home, free_port()).wait_until_ready()
    after = json.loads((home / "credentials.json").read_text())
    assert after == before | {"url": again.url}
    # Even when it is killed, nothing stays behind.
    again.end(signal.SIGKILL)
    assert wait_until(lambda: again.processes() == []), again.processes()


@pytest.mark.django_db
def test_a_new_home_gets_people_a_project_and_articles_once(tmp_path, article):
    file = tmp_path / "credentials.json"
    credentials = Credentials.of(file, url="http://127.0.0.1:1/")
    project, new = seed(credentials)
    assert new
    assert (project.slug, project.places, project.consensus) == ("sample", 2, Consensus.UNANIMOUS)
    assert list(add_articles(project, [article.parent])) == []

    same = Credentials.of(file, url="http://127.0.0.1:2/")
    assert (same.users, same.tokens) == (credentials.users, credentials.tokens)
    project, new = seed(same)
    assert not new
    assert list(add_articles(project, [article])) == []
    assert (User.objects.count(), Token.objects.count(), Membership.objects.count()) == (6, 6, 6)
    assert (Project.objects.count(), Article.objects.count()) == (1, 1)
    assert User.objects.get(username="admin").is_superuser
    assert Role(Membership.objects.get(user__username="researcher").role) is Role.RESEARCHER


@pytest.mark.django_db
def test_a_lost_credentials_file_is_made_up_for(tmp_path):
    seed(Credentials.of(tmp_path / "lost.json", url="http://127.0.0.1:1/"))
    found = Credentials.of(tmp_path / "new.json", url="http://127.0.0.1:1/")
    seed(found)
    assert User.objects.get(username="curator").check_password(found.users["curator"])


@pytest.mark.django_db
def test_a_bad_file_does_not_stop_the_others(tmp_path, article):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / ".hidden").write_text("not looked at")
    (tmp_path / "good.txt").write_text(article.read_text())
    project, _new = seed(Credentials.of(tmp_path / ".credentials.json", url="http://127.0.0.1:1/"))
    (refused,) = add_articles(project, [tmp_path])
    assert refused.startswith(f"{tmp_path / 'empty.txt'}: ")
    assert Article.objects.count() == 1
