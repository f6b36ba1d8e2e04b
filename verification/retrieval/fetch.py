"""One page over HTTP, bounded in every way, from nowhere but where it may come from.

A name is looked up once, each address it has is judged, and the connection goes to one of these very addresses: a
name that is answered otherwise the second time gains nothing. Every redirect goes the same way from its beginning.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError, ProxyError, SSLError, TimeoutError
from urllib3.util import make_headers, parse_url

from verification.retrieval.address import WebAddress, is_ours, web_address
from verification.retrieval.networks import Address, may_connect
from verification.retrieval.page import MEGABYTE, Bounds, NotRetrieved, Page
from verification.retrieval.watch import Watch

AT_ONCE = 64 * 1024
MOST_TRIED = 3  # addresses of one name
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/pdf": "application/pdf",
}
PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})

UNKNOWN_HOST = "There is no such host: its name is not known."
NO_CONNECTION = "No connection could be made to the host."
BROKE = "The connection broke before the page was whole."
NOT_TRUSTED = "The host could not prove who it is: its certificate is not trusted."
TOO_LATE = "It took longer than {seconds:g} seconds."
TOO_LARGE = "The page is larger than {limit} MB."
TOO_FAR = "The address leads on to others more than {most} times."
PROXY_REFUSED = "The proxy through which pages are retrieved refused this one."
OTHER_TYPE = "It is no page of text: only HTML, plain text and PDF are retrieved."
OTHER_PACKING = "The page is packed in a way that is not unpacked here."
LEADS_NOWHERE = "The host sends on to another address and does not say which."
STATUSES = {
    401: "The host shows this page to those alone who sign in there (401).",
    403: "The host refuses to show this page (403).",
    404: "There is no such page (404).",
    410: "The page was taken away (410).",
    429: "The host wants fewer requests (429). Try again later.",
    451: "The page may not be shown for legal reasons (451).",
}
OTHER_STATUS = "The host answers with {status} instead of the page."


@dataclass(frozen=True, slots=True)
class _Answer:
    """A page, or where it is to be looked for instead."""

    page: Page | None
    onward: str = ""


def fetch(url: str, bounds: Bounds) -> Page:
    """The page at an address; raises NotRetrieved with a sentence for the person."""
    at = url
    with Watch(bounds.seconds) as watch:
        for _hop in range(bounds.redirects + 1):
            try:
                address = web_address(at, ports=bounds.ports, allowed=bounds.allowed)
                answer = _ask(address, bounds, watch)
            except NotRetrieved as why:
                why.url = why.url or at
                raise
            if answer.page is not None:
                return answer.page
            at = answer.onward
    raise NotRetrieved(TOO_FAR.format(most=bounds.redirects), url=at)


def _ask(address: WebAddress, bounds: Bounds, watch: Watch) -> _Answer:
    pool, target = _pool(address, bounds, watch)
    try:
        answer = pool.urlopen(
            "GET",
            target,
            headers={
                "User-Agent": bounds.agent,
                "Accept": "text/html, application/pdf, text/plain",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
            timeout=urllib3.Timeout(connect=bounds.connect_seconds, read=bounds.read_seconds),
            retries=False,
            redirect=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            return _taken(answer, address, bounds, watch)
        finally:
            answer.close()
    except HTTPError as why:
        raise NotRetrieved(_in_words(why, bounds, is_over=watch.is_over)) from why
    finally:
        if isinstance(pool, urllib3.PoolManager):
            pool.clear()
        else:
            pool.close()


def _in_words(why: HTTPError, bounds: Bounds, *, is_over: bool) -> str:
    if is_over or isinstance(why, TimeoutError):
        return TOO_LATE.format(seconds=bounds.seconds if is_over else bounds.read_seconds)
    if isinstance(why, SSLError):
        return NOT_TRUSTED
    if isinstance(why, ProxyError):
        return PROXY_REFUSED
    return NO_CONNECTION if isinstance(why, NewConnectionError) else BROKE


def _taken(answer: urllib3.BaseHTTPResponse, address: WebAddress, bounds: Bounds, watch: Watch) -> _Answer:
    _refuse_late(bounds, watch)
    status = answer.status
    if status in REDIRECTS:
        location = answer.headers.get("Location", "")
        if not location:
            raise NotRetrieved(LEADS_NOWHERE, status=status)
        return _Answer(None, _joined(address.url, location))
    if status != 200:
        raise NotRetrieved(STATUSES.get(status) or OTHER_STATUS.format(status=status), status=status)
    type_ = TYPES.get(answer.headers.get("Content-Type", "").partition(";")[0].strip().lower())
    if type_ is None:
        raise NotRetrieved(OTHER_TYPE, status=status)
    if answer.headers.get("Content-Encoding", "").strip().lower() not in PACKINGS:
        raise NotRetrieved(OTHER_PACKING, status=status)
    said = answer.headers.get("Content-Length", "")
    if said.isascii() and said.isdigit() and len(said) < 20 and int(said) > bounds.most_bytes:
        raise _too_large(bounds, status)
    content = _read(answer, bounds)
    _refuse_late(bounds, watch)
    return _Answer(Page(url=address.url, status=status, type=type_, content=content))


def _refuse_late(bounds: Bounds, watch: Watch) -> None:
    """A connection that was broken off looks like one that came to its end."""
    if watch.is_over:
        raise NotRetrieved(TOO_LATE.format(seconds=bounds.seconds))


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location.strip())
    except ValueError:
        return location  # refused as it is


def _read(answer: urllib3.BaseHTTPResponse, bounds: Bounds) -> bytes:
    """The body, unpacked a little at a time: what would unpack to more than the limit is let go before it has."""
    read: list[bytes] = []
    length = 0
    for some in answer.stream(AT_ONCE, decode_content=True):
        read.append(some)
        length += len(some)
        if length > bounds.most_bytes:
            raise _too_large(bounds, answer.status)
    return b"".join(read)


def _too_large(bounds: Bounds, status: int) -> NotRetrieved:
    return NotRetrieved(TOO_LARGE.format(limit=bounds.most_bytes // MEGABYTE), status=status)


def _pool(address: WebAddress, bounds: Bounds, watch: Watch) -> tuple[Any, str]:
    """What to ask by, and what to ask it for. Its connections go where `address` may lead, or to the proxy."""
    if bounds.proxy:
        if is_ours(address.host) and address.literal is None:
            raise NotRetrieved.inside()
        plain, tls = _pools(None, watch)
        user = parse_url(bounds.proxy).auth
        headers = make_headers(proxy_basic_auth=user) if user else None
        manager = urllib3.ProxyManager(bounds.proxy, proxy_headers=headers, maxsize=1)
        manager.pool_classes_by_scheme = {"http": plain, "https": tls}
        return manager, address.url
    addresses = _looked_up(address, bounds, watch)
    plain, tls = _pools(lambda: _connected(addresses, address.port, bounds, watch), watch)
    kind = tls if address.scheme == "https" else plain
    return kind(address.host, address.port, maxsize=1), address.target


def _pools(
    dial: Callable[[], socket.socket] | None, watch: Watch
) -> tuple[type[urllib3.HTTPConnectionPool], type[urllib3.HTTPSConnectionPool]]:
    """Kinds of pool whose connections are made by `dial`, or as usual where there is none; watched, both."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return watch.hold(dial() if dial else super()._new_conn())

    class Tls(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return watch.hold(dial() if dial else super()._new_conn())

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class TlsPool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Tls

    return PlainPool, TlsPool


def _looked_up(address: WebAddress, bounds: Bounds, watch: Watch) -> list[Address]:
    """Every address of a host, once; raises NotRetrieved where one of them is none that may be connected to."""
    found = [address.literal] if address.literal is not None else _resolved(address, bounds, watch)
    if not found:
        raise NotRetrieved(UNKNOWN_HOST)
    if not all(may_connect(one, bounds.allowed) for one in found):
        raise NotRetrieved.inside()
    return found[:MOST_TRIED]


def _resolved(address: WebAddress, bounds: Bounds, watch: Watch) -> list[Address]:
    """What the resolver answers. From a thread of its own, because it has no limit of time that we could set."""
    answers: SimpleQueue[list[Any]] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            answers.put([])

    Thread(target=ask, name="resolver", daemon=True).start()
    try:
        found = answers.get(timeout=watch.left())
    except Empty:
        raise NotRetrieved(TOO_LATE.format(seconds=bounds.seconds)) from None
    # A zone (fe80::1%eth0) names a link of this machine's own.
    return list(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in found))


def _connected(addresses: list[Address], port: int, bounds: Bounds, watch: Watch) -> socket.socket:
    """A connection to the first of these addresses that takes one."""
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout=min(bounds.connect_seconds, watch.left()))
        except OSError:
            if watch.is_over:
                raise NotRetrieved(TOO_LATE.format(seconds=bounds.seconds)) from None
    raise NotRetrieved(NO_CONNECTION)
