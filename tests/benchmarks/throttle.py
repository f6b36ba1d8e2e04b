"""One person on many connections at full speed: how much they reach, and how far that is from being stopped.

Run by hand against a running server, with the token of somebody who is a member of a project:

    python3 -m tests.benchmarks.throttle http://127.0.0.1:8000 TOKEN [--connections 8] [--seconds 20] [--path ...]

Exit code 1 where anything but 200 was answered. Start the server with THROTTLE_PERSON_PER_MINUTE=0 to see what counting
costs.
"""

from __future__ import annotations

import argparse
import http.client
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit


def ask_on(url: str, path: str, token: str, until: float) -> Counter[int]:
    """Asks one after the other on a connection of its own; how many answers had each status."""
    at = urlsplit(url)
    server = http.client.HTTPConnection(at.hostname or "", at.port or 80, timeout=60)
    statuses: Counter[int] = Counter()
    while time.monotonic() < until:
        server.request("GET", path, headers={"Authorization": f"Token {token}"})
        answer = server.getresponse()
        answer.read()
        statuses[answer.status] += 1
    server.close()
    return statuses


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("token")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--path", default="/api/v1/projects/")
    given = parser.parse_args()
    until = time.monotonic() + given.seconds
    with ThreadPoolExecutor(given.connections) as connections:
        asked = [
            connections.submit(ask_on, given.url, given.path, given.token, until) for _one in range(given.connections)
        ]
        statuses = sum((one.result() for one in asked), Counter())
    per_second = statuses.total() / given.seconds
    print(f"{given.connections} connections: {per_second:.0f} requests a second, {per_second * 60:.0f} a minute")
    print("answers:", dict(statuses))
    return 0 if set(statuses) == {200} else 1


if __name__ == "__main__":
    sys.exit(main())
