"""Starts, joins and leaves the PostgreSQL of a home, for commands that were given no DATABASE_URL.

A home is a folder (./.attest, --home or ATTEST_HOME) that holds the database, its password, the secret key
and the files of one installation. `joined(home)` gives a running server; when the last process that joined
is gone, the server stops (see `annotate.keeper`).
"""

import fcntl
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from annotate.cluster import DATABASE, Cluster, EmbeddedError
from annotate.machine import write_private

__all__ = ["EmbeddedError", "environment_for", "home_of", "joined"]

ROOT = Path(__file__).resolve().parent.parent
START_WITHIN = 60
STOP_WITHIN = 25
# A database that is thrown away needs no care for a crash.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def environment_for(argv: list[str]) -> Iterator[None]:
    """Run a command with the environment that settings need: the home's, where it was not given.

    What is in the environment already wins. `test` gets a home of its own that is gone afterwards.
    """
    if argv[1:2] == ["test"]:
        fill("SECRET_KEY", secrets.token_urlsafe(40))
        with temporary_home() as home, server_in_environment(home, temporary=True):
            fill("RELEASES_DIR", str(home / "releases"))
            yield
        return
    home = home_of(argv)
    if not os.environ.get("DATABASE_URL") or argv[1:2] == ["demo"]:
        make_home(home)
        os.environ["ATTEST_HOME"] = str(home)
        fill("SECRET_KEY", secret_key(home))
        fill("RELEASES_DIR", str(home / "releases"))
    with server_in_environment(home, temporary=False):
        yield


def fill(name: str, value: str) -> None:
    """Set a variable that was not set, or was set to nothing."""
    os.environ[name] = os.environ.get(name) or value


@contextmanager
def server_in_environment(home: Path, *, temporary: bool) -> Iterator[None]:
    """Point DATABASE_URL to the home's server, unless it is set already."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with joined(home, temporary=temporary) as url:
        os.environ["DATABASE_URL"] = url
        yield


@contextmanager
def temporary_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="attest-test-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def joined(home: Path, *, temporary: bool = False) -> Iterator[str]:
    """Give the URL of the home's database, starting its server where it does not run.

    Raises EmbeddedError with a sentence. `temporary`: nothing survives, neither a crash nor the end.
    """
    cluster = Cluster.of(home)
    keeper: subprocess.Popen[bytes] | None = None
    try:
        with cluster.users_file.open("a") as users:
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while a keeper is stopping the server
            with cluster.start_file.open("a") as starting:
                fcntl.flock(starting, fcntl.LOCK_EX)
                cluster.make()
                if not answers(cluster) and not answers_soon(cluster):
                    keeper = start_keeper(cluster, temporary=temporary)
                    create_database(cluster)
            yield cluster.url()
    finally:
        if keeper is not None:
            wait_for_end(keeper)


def start_keeper(cluster: Cluster, *, temporary: bool) -> subprocess.Popen[bytes]:
    """Start the process that holds the server and wait until it answers."""
    cluster.choose_port()
    options = (*CARELESS, "--temporary") if temporary else ()
    if cluster.log_file.exists():
        cluster.log_file.replace(cluster.log_file.with_suffix(".log.1"))
    with cluster.log_file.open("wb") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "annotate.keeper", str(cluster.home.resolve()), *options],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the command; the server ends when nobody uses it
        )
    deadline = time.monotonic() + START_WITHIN
    while not answers(cluster):
        if keeper.poll() is not None or time.monotonic() > deadline:
            keeper.terminate()
            keeper.wait()
            raise EmbeddedError(why_not_started(cluster))
        time.sleep(0.05)
    return keeper


def answers_soon(cluster: Cluster) -> bool:
    """Whether a keeper holds the home and its server, busy recovering perhaps, answers in time."""
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline:
        with cluster.keeper_file.open("a") as held_by_keeper:
            try:
                fcntl.flock(held_by_keeper, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if answers(cluster):
                    return True
                time.sleep(0.1)
            else:
                return False
    raise EmbeddedError(f"PostgreSQL in {cluster.home} runs but does not answer; see {cluster.log_file}.")


def why_not_started(cluster: Cluster) -> str:
    log = cluster.log_file.read_text(errors="replace")
    if "No space left" in log:
        return f"The disk is full: PostgreSQL cannot write to {cluster.data}. Make room and start again."
    last = "\n".join(log.strip().splitlines()[-8:])
    return f"PostgreSQL did not start; the last lines of {cluster.log_file}:\n{last}"


def answers(cluster: Cluster) -> bool:
    """Whether a connection with the home's own password works: a pid file or a port proves nothing."""
    try:
        psycopg.connect(cluster.url("postgres"), connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def create_database(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))


def wait_for_end(keeper: subprocess.Popen[bytes]) -> None:
    """We started it: see it end too, unless another command goes on using it."""
    deadline = time.monotonic() + STOP_WITHIN
    while keeper.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)


def home_of(argv: list[str]) -> Path:
    """The home of this command: --home (of `demo`), ATTEST_HOME, or .attest beside manage.py."""
    if argv[1:2] == ["demo"]:
        for index, argument in enumerate(argv):
            if argument == "--home" and index + 1 < len(argv):
                return Path(argv[index + 1]).absolute()
            if argument.startswith("--home="):
                return Path(argument.removeprefix("--home=")).absolute()
    return Path(os.environ.get("ATTEST_HOME") or ROOT / ".attest").absolute()


def make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / ".gitignore").write_text("*\n")
    except OSError as error:
        raise EmbeddedError(f"The home {home} cannot be made or written: {error.strerror}.") from None


def secret_key(home: Path) -> str:
    """The home's own key, made once: sessions and pseudonyms depend on it staying the same."""
    file = home / "secret_key"
    if not file.exists():
        write_private(file, secrets.token_urlsafe(50))
    return file.read_text()
