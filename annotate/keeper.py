"""The process that holds the embedded PostgreSQL: `python -m annotate.keeper HOME [NAME=VALUE ...]`.

Whoever uses the server holds a shared lock on the home's `postgres.users`, and the system takes that lock
away from a process that ends, however it ends. The keeper tries for the exclusive lock: when it gets it,
nobody is left, and it stops the server and ends. So no command has to tidy up, and none can forget to.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from annotate.cluster import Cluster
from annotate.machine import end_with

LOOK_EVERY = 0.2
STOP_WITHIN = 20
RESTARTS = 5


class Keeper:
    """One server of one home, from start to stop."""

    def __init__(self, cluster: Cluster, options: list[str]) -> None:
        self.cluster = cluster
        self.options = options
        self.asked_to_stop = False
        self.users = cluster.users_file.open("a")

    def run(self) -> int:
        """Keep the server until nobody uses it; 0 when it was stopped in good order."""
        signal.signal(signal.SIGTERM, self.stop_soon)
        signal.signal(signal.SIGINT, self.stop_soon)
        for attempt in range(RESTARTS):
            started = time.monotonic()
            server = self.start()
            while server.poll() is None:
                if self.asked_to_stop or self.nobody_left():
                    self.stop(server)
                    return 0
                time.sleep(LOOK_EVERY)
            print(f"PostgreSQL ended with {server.returncode}, attempt {attempt + 1}.", flush=True)
            killed = server.returncode < 0
            if self.nobody_left() or (not killed and time.monotonic() - started < 5):
                break  # it does not start at all: its last lines, just above, say why
            time.sleep(0.5)
        return 1

    def start(self) -> subprocess.Popen[bytes]:
        self.cluster.clear_stale_pid_file()
        parent = os.getpid()
        return subprocess.Popen(
            self.cluster.server_command(self.options),
            stdin=subprocess.DEVNULL,
            cwd="/",
            preexec_fn=lambda: end_with(parent, signal.SIGINT),
            **self.cluster.identity.options(),
        )

    def stop(self, server: subprocess.Popen[bytes]) -> None:
        """Fast shutdown: open transactions are rolled back, data is written. Then less and less patience."""
        for ending in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            server.send_signal(ending)
            try:
                server.wait(STOP_WITHIN)
                return
            except subprocess.TimeoutExpired:
                continue

    def nobody_left(self) -> bool:
        """True from the moment the last user is gone; the lock then keeps newcomers waiting until we end."""
        try:
            fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def stop_soon(self, *_: object) -> None:
        self.asked_to_stop = True


def main(home: str, *options: str) -> int:
    temporary = "--temporary" in options
    cluster = Cluster.of(Path(home))
    with cluster.keeper_file.open("a") as only_one:
        try:
            fcntl.flock(only_one, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0
        code = Keeper(cluster, [option for option in options if option != "--temporary"]).run()
        if temporary:
            cluster.remove_data()
            shutil.rmtree(home, ignore_errors=True)
    return code


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(*sys.argv[1:]))
