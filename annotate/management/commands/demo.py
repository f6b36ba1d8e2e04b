"""`manage.py demo`: a whole installation on this machine, ready to be tried, with one command."""

import errno
import fcntl
import json
import shutil
import signal
import time
import urllib.error
import urllib.request
import webbrowser
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from psycopg.errors import DiskFull

from annotate.demo import SAMPLES, Credentials, add_articles, seed
from annotate.embedded import home_of
from annotate.machine import port_is_free
from annotate.processes import Process, ProcessError, stop_all, sweep_command, web_command, worker_command

READY_WITHIN = 120
LOOK_EVERY = 0.25
SPACE_NEEDED_MB = 200


class Command(BaseCommand):
    help = "Starts Attest with a sample project on this machine; Ctrl-C ends it, its data stays in the home."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where the pages are served (8000)")
        parser.add_argument("--home", help="the folder that keeps everything (ATTEST_HOME, or .attest here)")
        parser.add_argument(
            "--articles", nargs="+", type=Path, metavar="PATH", help="files and folders to add as articles"
        )
        parser.add_argument("--no-browser", action="store_true", help="do not open a browser")

    def handle(self, *args: Any, **options: Any) -> None:
        home = home_of(["manage.py", "demo", *(["--home", options["home"]] if options["home"] else [])])
        signal.signal(signal.SIGINT, interrupt)  # a shell starts background jobs with it ignored
        for ending in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(ending) != signal.SIG_IGN:  # nohup means: stay when the terminal goes
                signal.signal(ending, interrupt)
        try:
            with only_demo_of(home):
                self.run(home, options)
        except KeyboardInterrupt:
            self.say(f"Stopped. Everything stays in {home}; start again to go on.")
        except ProcessError as error:
            raise CommandError(str(error)) from None
        except (OSError, OperationalError) as error:
            if isinstance(error.__cause__, DiskFull) or getattr(error, "errno", None) == errno.ENOSPC:
                raise CommandError(full_disk(home)) from None
            raise

    def run(self, home: Path, options: dict[str, Any]) -> None:
        started = time.monotonic()
        port = options["port"]
        check(home, port=port, articles=options["articles"] or [])
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        url = f"http://127.0.0.1:{port}/"
        credentials = Credentials.of(home / "credentials.json", url=url)
        project, new = seed(credentials)
        paths = options["articles"] or ([SAMPLES] if new else [])
        for refused in add_articles(project, paths):
            self.say(f"Not added: {refused}")
        connection.close()
        processes = processes_of(home, port)
        try:
            self.say("Starting worker, sweep and web …")
            for process in processes:
                process.start()
            wait_until_ready(url, processes)
            self.tell(credentials, home=home, seconds=time.monotonic() - started)
            if not options["no_browser"]:
                webbrowser.open(url)
            self.watch(processes)
        finally:
            # From here on nothing may interrupt: what is not ended now would stay.
            for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(ending, signal.SIG_IGN)
            stop_all(processes)

    def watch(self, processes: list[Process]) -> None:
        while True:
            for process in processes:
                if process.ended_with is not None:
                    self.say(f"{process.name} ended ({process.ended_with}); it is started again.")
                    process.start_again()
            time.sleep(LOOK_EVERY)

    def tell(self, credentials: Credentials, *, home: Path, seconds: float) -> None:
        self.say(f"Ready: {credentials.url}")
        self.say(f"({seconds:.0f} s. Files and logs are in {home}, what follows in credentials.json there.)")
        self.say(f"{'user':<12} {'password':<16} API token")
        for name, password in credentials.users.items():
            self.say(f"{name:<12} {password:<16} {credentials.tokens.get(name, '')}")
        self.say("Ctrl-C ends it.")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def check(home: Path, *, port: int, articles: list[Path]) -> None:
    """Refuse at once what could only fail later."""
    if not 1 <= port <= 65535:
        raise CommandError(f"--port is {port}, which is not between 1 and 65535.")
    if not port_is_free(port):
        raise CommandError(f"Port {port} is in use: give another one with --port.")
    for path in articles:
        if not path.exists():
            raise CommandError(f"{path} of --articles does not exist.")
    if shutil.disk_usage(home).free < SPACE_NEEDED_MB * 1_000_000:
        raise CommandError(full_disk(home))


def full_disk(home: Path) -> str:
    return f"The disk is full: {home} needs {SPACE_NEEDED_MB} MB free. Make room and start again."


@contextmanager
def only_demo_of(home: Path) -> Iterator[None]:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "demo.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(
                f"A demo runs on {home} already: use that one, or give another folder with --home."
            ) from None
        yield


def processes_of(home: Path, port: int) -> list[Process]:
    logs = home / "logs"
    environment = {
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "CSRF_TRUSTED_ORIGINS": f"http://127.0.0.1:{port},http://localhost:{port}",
        "DATABASE_POOL_MAX": "0",
        "PYTHONUNBUFFERED": "1",
    }
    pooled = environment | {"DATABASE_POOL_MAX": "10"}
    return [
        Process("worker", worker_command(), log=logs / "worker.log", environment=environment),
        Process("sweep", sweep_command(), log=logs / "sweep.log", environment=environment),
        Process("web", web_command(port), log=logs / "web.log", environment=pooled),
    ]


def wait_until_ready(url: str, processes: list[Process]) -> None:
    """Until /healthz says that web, worker, sweep and database all answer. Raises ProcessError with why not."""
    deadline = time.monotonic() + READY_WITHIN
    said: dict[str, Any] = {}
    while time.monotonic() < deadline:
        for process in processes:
            if process.ended_with is not None:
                process.fail()
        try:
            with urllib.request.urlopen(f"{url}healthz", timeout=5):  # noqa: S310 - our own address
                return
        except urllib.error.HTTPError as answer:
            said = json.load(answer)
        except OSError:
            pass  # nobody listens yet
        time.sleep(LOOK_EVERY)
    silent = [name for name, part in said.items() if isinstance(part, dict) and not part["ok"]] or ["web"]
    raise ProcessError(
        f"After {READY_WITHIN} s there is no answer from {', '.join(silent)}; see {processes[0].log.parent}."
    )


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
