"""One POST over HTTP, bounded in time and size. It follows no redirect: the key would go where nobody sent it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

import urllib3
from urllib3.exceptions import HTTPError, InvalidHeader, NewConnectionError, TimeoutError

MOST_BYTES = 4 * 1024 * 1024
AT_ONCE = 64 * 1024
CONNECT_SECONDS = 10.0


class Unreachable(Exception):
    """No whole answer came; the message says in plain words why, and nothing of what was sent."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; `retry_after` is how many seconds the server asks to wait, None where it does not say."""

    status: int
    body: bytes
    retry_after: float | None = None


class Wire(Protocol):
    """What carries a request to a server."""

    def post(self, body: bytes, *, within: float) -> Reply:
        """The server's answer to a body of JSON; raises Unreachable where none comes `within` so many seconds."""


class Line:
    """A wire to one address, over urllib3; it keeps its connection for the next request."""

    def __init__(self, address: str, *, key: str | None) -> None:
        self._address = address
        self._pool = urllib3.PoolManager(maxsize=1, retries=False)
        # Unpacked nowhere: a small answer must not become a large one.
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"

    def post(self, body: bytes, *, within: float) -> Reply:
        until = time.monotonic() + within
        try:
            answer = self._pool.request(
                "POST",
                self._address,
                body=body,
                headers=self._headers,
                timeout=urllib3.Timeout(connect=min(CONNECT_SECONDS, within), read=within),
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                return Reply(answer.status, _read(answer, until=until), _seconds(answer.headers.get("Retry-After")))
            finally:
                answer.release_conn()
        except NewConnectionError as why:
            raise Unreachable("no connection could be made to it") from why
        except TimeoutError as why:
            raise Unreachable("it took too long to answer") from why
        except HTTPError as why:
            raise Unreachable("the connection to it broke") from why


def _read(answer: urllib3.BaseHTTPResponse, *, until: float) -> bytes:
    read: list[bytes] = []
    length = 0
    while some := answer.read1(AT_ONCE, decode_content=False):
        read.append(some)
        length += len(some)
        if length > MOST_BYTES:
            answer.close()
            raise Unreachable("its answer was too large")
        if time.monotonic() > until:
            # Each byte in time, and the whole never: only the clock ends it.
            answer.close()
            raise Unreachable("it took too long to answer")
    return b"".join(read)


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds, given as such or as a date; None where it is neither."""
    if retry_after is None:
        return None
    try:
        return float(urllib3.Retry().parse_retry_after(retry_after))
    except (InvalidHeader, ValueError, OverflowError):
        return None
