"""A RabbitMQ of the tests' own: everything it keeps in a folder that is thrown away, everything it opens on loopback.

Needs the server's package alone (`apt install rabbitmq-server`), no service manager and no name service. As root it
runs as the package's user.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotate.binaries import Become, Identity
from annotate.machine import end_with, free_port

# Debian's `rabbitmq-server` in the path is a wrapper that serves root alone; the script behind it serves anybody.
DEBIANS = "/usr/lib/rabbitmq/bin/rabbitmq-server"
SCRIPT = DEBIANS if os.path.exists(DEBIANS) else shutil.which("rabbitmq-server")
EPMD = shutil.which("epmd")
INSTALLED = bool(SCRIPT and EPMD)
START_WITHIN = 90
USER, PASSWORD = "attest", "only-on-loopback"


class RabbitMQ:
    """A server that can be stopped and started again on the same port, with what it had kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port, self._distribution, self._epmd_port = free_port(), free_port(), free_port()
        self._identity: Become = Identity(user="rabbitmq" if os.geteuid() == 0 else None).options()
        self._epmd: subprocess.Popen[bytes] | None = None
        self._server: subprocess.Popen[bytes] | None = None
        (folder / "rabbitmq.conf").write_text(f"default_user = {USER}\ndefault_pass = {PASSWORD}\n")
        (folder / "enabled_plugins").write_text("[].\n")
        if self._identity:
            for path in (folder, *folder.iterdir()):
                os.chown(path, self._identity["user"], self._identity["group"])

    @property
    def url(self) -> str:
        return f"amqp://{USER}:{PASSWORD}@127.0.0.1:{self.port}//"

    def start(self) -> None:
        assert SCRIPT
        assert EPMD
        # Started here, because one that Erlang starts would outlive the tests.
        self._epmd = self._run([EPMD, "-port", str(self._epmd_port), "-address", "127.0.0.1"], "epmd.log")
        self._server = self._run([SCRIPT], "server.log")
        deadline = time.monotonic() + START_WITHIN
        while not self.listens():
            if self._server.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"RabbitMQ did not start:\n{(self.folder / 'server.log').read_text()}")
            time.sleep(0.1)

    def listens(self) -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def signal(self, ending: signal.Signals) -> None:
        assert self._server
        self._server.send_signal(ending)

    def stop(self) -> None:
        for process in (self._server, self._epmd):
            if process and process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        """Runs one of the server's own programs to its end, as the server's user."""
        program = Path(DEBIANS).with_name(command[0])
        return subprocess.run(
            [str(program) if program.exists() else command[0], *command[1:]],
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            **self._identity,
        )

    def _run(self, command: list[str], log: str) -> subprocess.Popen[bytes]:
        parent = os.getpid()
        with (self.folder / log).open("ab") as output:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=lambda: end_with(parent, signal.SIGKILL),
                **self._identity,
            )

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),  # of Erlang's cookie
            "RUNNING_UNDER_SYSTEMD": "1",  # the script becomes the server instead of watching it
            "RABBITMQ_NODENAME": "attest@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(self._distribution),
            "RABBITMQ_MNESIA_BASE": str(self.folder / "data"),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_PID_FILE": str(self.folder / "pid"),
            "RABBITMQ_CONFIG_FILE": str(self.folder / "rabbitmq"),
            # Nothing of what the machine's own server is told.
            "RABBITMQ_CONF_ENV_FILE": str(self.folder / "none"),
            "RABBITMQ_CONFIG_FILES": str(self.folder / "none"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(self.folder / "none"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.folder / "enabled_plugins"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "ERL_EPMD_PORT": str(self._epmd_port),
        }


@contextmanager
def running() -> Iterator[RabbitMQ]:
    # Not pytest's temporary folder: the package's user could not reach it.
    with tempfile.TemporaryDirectory(prefix="attest-rabbitmq-", ignore_cleanup_errors=True) as folder:
        server = RabbitMQ(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
