"""The processes of an installation on one machine: their commands, their start, their watch, their end.

Each runs in a session of its own, so that Ctrl-C reaches the one who watches them and nobody else, and is told
by the system to end when that one is killed.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from annotate.machine import end_with

ROOT = Path(__file__).resolve().parent.parent
STOP_WITHIN = 10
# A process that ends by itself so often within a minute will not stay up however often it is started.
# One that was killed is not to blame, and is always started again.
ENDS_PER_MINUTE = 5


class ProcessError(Exception):
    """A process cannot be kept running; the message says which, and the last lines it wrote."""


def worker_command(concurrency: int = 2) -> list[str]:
    return [
        *(sys.executable, "-m", "celery", "-A", "annotate.celery", "worker"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        *("--concurrency", str(concurrency), "--loglevel", "INFO"),
    ]


def sweep_command() -> list[str]:
    return [sys.executable, "manage.py", "sweep"]


def web_command(port: int, *, threads: int = 8) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "annotate.wsgi:application", "--bind", f"127.0.0.1:{port}"),
        *("--worker-class", "gthread", "--threads", str(threads), "--access-logfile", "-", "--no-control-socket"),
    ]


class Process:
    """One process that should run until it is stopped; its output goes to a file."""

    def __init__(self, name: str, command: list[str], *, log: Path, environment: dict[str, str] | None = None) -> None:
        self.name = name
        self.command = command
        self.log = log
        self.environment = os.environ | (environment or {})
        self.ends: deque[float] = deque(maxlen=ENDS_PER_MINUTE)
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        parent = os.getpid()
        with self.log.open("ab") as output:
            self.running = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: end_with(parent, signal.SIGKILL),
            )

    @property
    def ended_with(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs or before it started."""
        return self.running.poll() if self.running else None

    def start_again(self) -> None:
        """Start it anew after it ended, unless it keeps ending."""
        if self.ended_with is not None and self.ended_with >= 0:
            self.ends.append(time.monotonic())
        if len(self.ends) == ENDS_PER_MINUTE and self.ends[-1] - self.ends[0] < 60:
            self.fail()
        self.kill_group()
        self.start()

    def fail(self) -> NoReturn:
        last = "\n".join(self.log.read_text(errors="replace").strip().splitlines()[-12:])
        raise ProcessError(f"{self.name} does not run; the last lines of {self.log}:\n{last}")

    def ask_to_stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.terminate()

    def wait_and_kill(self, deadline: float) -> None:
        """Wait for it until the deadline, then end it and whatever it left behind."""
        if self.running is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.running.wait(max(0.0, deadline - time.monotonic()))
        self.kill_group()
        self.running.wait()

    def kill_group(self) -> None:
        if self.running is None:
            return
        with suppress(ProcessLookupError, PermissionError):  # nobody is left in it
            os.killpg(self.running.pid, signal.SIGKILL)


def stop_all(processes: list[Process]) -> None:
    """End them all, the last started first asked; none survives this call."""
    for process in reversed(processes):
        process.ask_to_stop()
    deadline = time.monotonic() + STOP_WITHIN
    for process in reversed(processes):
        process.wait_and_kill(deadline)
