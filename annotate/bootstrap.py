"""Makes `.venv` from the hashed requirements and goes on in it. Standard library only.

`demo` needs requirements.txt and `test` requirements-dev.txt: they are installed when their content differs
from what the marker in `.venv` says was installed. Every other command only moves into `.venv` where there
is one, and otherwise runs with the Python it was started with (an image, a package of its own).
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = {"demo": "requirements.txt", "test": "requirements-dev.txt"}
MARKER = ".attest-installed.json"
SPACE_NEEDED_MB = 700
PIP_OPTIONS = ("--disable-pip-version-check", "--no-input", "--require-hashes", "--retries=2", "--timeout=20")

NO_SPACE = "The disk is full: {folder} needs about {needed} MB free. Make room and start again."
NO_NETWORK = (
    "The packages could not be fetched: the first run needs a network and a package index that pip reaches. "
    "Connect (or set PIP_INDEX_URL to an index you can reach) and start again; later runs need no network."
)
NO_PIP = (
    "This Python can install nothing: it has neither ensurepip nor pip 22.3 or newer. "
    "On Debian and Ubuntu: apt install python3-venv. Then start again."
)


class BootstrapError(Exception):
    """A sentence for the person who started the command: what is wrong and what to do."""


def enter(argv: list[str]) -> None:
    """Return when the running Python has what the command needs; else install, then start `argv` anew."""
    venv = ROOT / ".venv"
    command = argv[1] if len(argv) > 1 else ""
    inside = Path(sys.prefix).resolve() == venv.resolve()
    try:
        if command in REQUIREMENTS:
            if inside and importlib.util.find_spec("django") is None:
                (venv / MARKER).unlink(missing_ok=True)  # made for a Python that was replaced since
            install(venv, ROOT / REQUIREMENTS[command])
    except BootstrapError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nStopped. Start again to go on from here.")
    python = python_of(venv)
    if python.exists() and not inside:
        sys.stdout.flush()
        os.execv(python, [str(python), *argv])  # noqa: S606 - our own interpreter, no shell


def install(venv: Path, requirements: Path) -> None:
    """Bring `venv` to `requirements`; do nothing when the marker says it is there already."""
    wanted = digest(requirements)
    if python_of(venv).exists() and read_marker(venv).get(requirements.name) == wanted:
        return
    with only_one(venv):
        if python_of(venv).exists() and read_marker(venv).get(requirements.name) == wanted:
            return  # somebody else installed it while we waited
        require_space(venv)
        started = time.monotonic()
        pip = make_venv(venv)
        total = len(re.findall(r"^[A-Za-z0-9]\S*==", requirements.read_text(), flags=re.MULTILINE))
        print(f"Installing {total} packages into {venv} (only when they changed).", flush=True)
        run_pip([*pip, "install", *PIP_OPTIONS, "-r", str(requirements)], total=total)
        installed = {requirements.name: wanted}
        if requirements.name == REQUIREMENTS["test"]:  # it holds all that the demo needs
            installed[REQUIREMENTS["demo"]] = digest(requirements.with_name(REQUIREMENTS["demo"]))
        (venv / MARKER).write_text(json.dumps(installed))
        print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)


def make_venv(venv: Path) -> list[str]:
    """Make the environment where there is none that works, and return the command that is its pip."""
    python = python_of(venv)
    bare = importlib.util.find_spec("ensurepip") is None  # Debian without python3-venv
    if not works(python) or not (bare or works(python, "import pip")):
        command = [sys.executable, "-m", "venv", *(["--without-pip"] if bare else []), str(venv)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise BootstrapError(sentence_of_failure(made.stdout + made.stderr, "No environment could be made"))
    if works(python, "import pip"):
        return [str(python), "-m", "pip"]
    if outside_pip_version() >= (22, 3):  # the first that installs into another environment
        return [sys.executable, "-m", "pip", f"--python={python}"]
    raise BootstrapError(NO_PIP)


def run_pip(command: list[str], *, total: int) -> None:
    """Run pip, showing how far it is. Raises BootstrapError with a sentence when it fails."""
    lines: list[str] = []
    seen = 0
    environment = os.environ | {"PIP_REQUIRE_VIRTUALENV": "0", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as pip:
        assert pip.stdout is not None  # noqa: S101 - for the type checker
        for line in pip.stdout:
            lines.append(line)
            started = re.match(r"(?:Collecting|Processing|Requirement already satisfied:) ([^\s=<>]+)", line)
            if started:
                seen += 1
                show_progress(f"  {seen}/{total} {Path(started[1]).name}")
            elif line.startswith("Installing collected packages"):
                show_progress("  unpacking …", last=True)
    if pip.returncode != 0:
        raise BootstrapError(sentence_of_failure("".join(lines), "pip could not install the packages"))


def show_progress(text: str, *, last: bool = False) -> None:
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="\n" if last else "", flush=True)
    else:
        print(text, flush=True)


def sentence_of_failure(output: str, what: str) -> str:
    """One sentence that says what to do, from what pip or venv wrote; its last lines where we know none."""
    if "No space left on device" in output or "Errno 28" in output:
        return NO_SPACE.format(folder=ROOT, needed=SPACE_NEEDED_MB)
    unreachable = (
        "NewConnectionError",
        "Failed to establish a new connection",
        "name resolution",
        "NameResolutionError",
        "ConnectTimeoutError",
        "ReadTimeoutError",
        "ProxyError",
        "Network is unreachable",
        "Connection refused",
        "ConnectionResetError",
    )
    if any(sign in output for sign in unreachable):
        return NO_NETWORK
    return f"{what}:\n" + "\n".join(output.strip().splitlines()[-15:])


def require_space(folder: Path) -> None:
    if shutil.disk_usage(folder).free < SPACE_NEEDED_MB * 1_000_000:
        raise BootstrapError(NO_SPACE.format(folder=folder.parent, needed=SPACE_NEEDED_MB))


def works(python: Path, statement: str = "pass") -> bool:
    """Whether this interpreter starts, is not older than 3.11, and can execute the statement."""
    code = f"import sys; assert sys.version_info >= (3, 11); {statement}"
    try:
        return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0
    except OSError:  # not there, or a link to a Python that was removed
        return False


def outside_pip_version() -> tuple[int, ...]:
    """The version of the pip beside the running Python; (0,) where there is none."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"pip (\d+)\.(\d+)", asked.stdout)
    return tuple(map(int, found.groups())) if found else (0,)


@contextmanager
def only_one(venv: Path) -> Iterator[None]:
    """Two first runs at once must not install into one folder: the second waits."""
    try:
        venv.mkdir(exist_ok=True)
        lock = (venv / ".attest-lock").open("w")
    except OSError as error:
        raise BootstrapError(sentence_of_failure(str(error), f"{venv} cannot be written")) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def python_of(venv: Path) -> Path:
    return venv / "bin" / "python"


def digest(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def read_marker(venv: Path) -> dict[str, str]:
    try:
        marker = json.loads((venv / MARKER).read_text())
    except (OSError, ValueError):
        return {}
    return marker if isinstance(marker, dict) else {}
