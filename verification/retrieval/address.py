"""Which web addresses are taken at all, before anything is looked up."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from verification.retrieval.networks import Address, Network, may_connect
from verification.retrieval.page import NotRetrieved

LONGEST = 2000
USUAL_PORTS = {"http": 80, "https": 443}
# Names that mean something on this side of a proxy, or on its own.
OURS = ("localhost", "local", "internal", "intranet", "home.arpa", "lan")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in its parts. `host` is in ASCII, without brackets; `literal` where it is a number, not a name."""

    url: str
    scheme: str
    host: str
    port: int
    target: str
    literal: Address | None


def web_address(given: str, *, ports: Iterable[int], allowed: Iterable[Network]) -> WebAddress:
    """The parts of an address; raises NotRetrieved with what is wrong about it."""
    given = given.strip()
    if len(given) > LONGEST:
        raise NotRetrieved(f"The address is longer than {LONGEST} characters.")
    if not given.isprintable() or "\\" in given or " " in given:
        raise NotRetrieved("The address has a character that no address has. Copy it again.")
    try:
        parts = parse_url(given)
    except LocationParseError:
        raise NotRetrieved("This is no web address that could be read. Copy it again.") from None
    if parts.scheme not in USUAL_PORTS or not parts.host:
        raise NotRetrieved("Only addresses that begin with http:// or https:// are retrieved.")
    if parts.auth is not None:
        raise NotRetrieved("The address has a user name or a password in it. Leave that out.")
    port = parts.port or USUAL_PORTS[parts.scheme]
    if port not in ports:
        raise NotRetrieved("The address names a port that pages are not retrieved from.")
    host = parts.host.strip("[]").rstrip(".").lower()
    literal = _literal(host)
    if literal is not None and not may_connect(literal, allowed):
        raise NotRetrieved.inside()
    bare = parts._replace(fragment=None)
    return WebAddress(bare.url, parts.scheme, host, port, bare.request_uri, literal)


def is_ours(host: str) -> bool:
    """Whether a name can only mean something inside: it has one part alone, or ends as inner names do."""
    return "." not in host or host.rsplit(".", 1)[-1] in OURS or host.endswith(".home.arpa")


def _literal(host: str) -> Address | None:
    """The number that a host is, in any way of writing it that a resolver would take; None for a name."""
    if not host or "%" in host:
        raise NotRetrieved("This is no web address that could be read. Copy it again.")
    try:
        return ip_address(host)
    except ValueError:
        pass
    try:
        return ip_address(socket.inet_aton(host))  # 2130706433, 0x7f.1, 0177.0.0.1, 127.1
    except OSError:
        return None
