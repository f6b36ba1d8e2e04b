"""Pages over HTTP, from a server that is as ill-meaning as any."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from tests.web import ARTICLE, Web, certificate, unused_port
from verification.retrieval import fetch as fetching
from verification.retrieval.fetch import fetch
from verification.retrieval.page import Bounds, NotRetrieved

INSIDE = "into a private network"
PUBLIC = Bounds(connect_seconds=1, read_seconds=1, seconds=1)


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as server:
        server.pages["/plain"] = ("Text/Plain", b"Two ships docked.")
        server.pages["/picture"] = ("image/png", b"x")
        server.pages["/nothing-said"] = ("", b"x")
        yield server


@pytest.fixture(scope="module")
def bounds(web: Web) -> Bounds:
    """Those of an installation that allows this machine, and the server's port, by name."""
    allowed = (ip_network("127.0.0.1/32"),)
    return Bounds(
        allowed=allowed,
        ports=frozenset({web.port}),
        most_bytes=1024 * 1024,
        connect_seconds=1,
        read_seconds=0.3,
        seconds=0.6,
        agent="Attest (test)",
    )


def why_not(url: str, bounds: Bounds) -> NotRetrieved:
    with pytest.raises(NotRetrieved) as refused:
        fetch(url, bounds)
    return refused.value


def test_a_page_comes_with_its_bytes_and_where_it_was_found(web: Web, bounds: Bounds) -> None:
    web.asked.clear()
    page = fetch(web.url("/to?/article"), bounds)
    assert (page.url, page.status, page.type) == (web.url("/article"), 200, "text/html")
    assert page.content.decode() == ARTICLE
    assert [asked["agent"] for asked in web.asked] == ["Attest (test)"] * 2
    assert fetch(web.url("/plain#part"), bounds).type == "text/plain"
    assert fetch(web.url("/packed"), bounds).content.decode() == ARTICLE


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/endless", "larger than 1 MB"),
        ("/says-it-is-large", "larger than 1 MB"),
        ("/bomb", "larger than 1 MB"),
        ("/drip", "longer than 0.6 seconds"),
        ("/dripping-header", "longer than 0.6 seconds"),
        ("/silent", "longer than 0.3 seconds"),
        ("/huge-header", "broke"),
        ("/many-headers", "broke"),
        ("/cut-off", "broke"),
        ("/twice-packed", "packed in a way"),
        ("/picture", "no page of text"),
        ("/nothing-said", "no page of text"),
        ("/status/404", "no such page (404)"),
        ("/status/503", "answers with 503"),
        ("/status/204", "answers with 204"),
        ("/to?", "does not say which"),
        ("/to?/to?/to?/to?/to?/to?/article", "more than 5 times"),
        ("/to?file:///etc/passwd", "http:// or https://"),
        ("/to?http://user:word@127.0.0.1/", "user name or a password"),
        ("/to?http://127.0.0.2:{port}/article", INSIDE),
        ("/to?http://169.254.169.254:{port}/latest", INSIDE),
        ("/to?http://127.0.0.1:1/", "names a port"),
    ],
)
def test_what_a_server_does_to_harm_ends_in_time_with_a_sentence(
    web: Web, bounds: Bounds, path: str, says: str
) -> None:
    began = time.monotonic()
    why = why_not(web.url(path.format(port=web.port)), bounds)
    assert says in str(why)
    assert why.url
    assert time.monotonic() - began < 2


def test_how_far_it_came_is_told(web: Web, bounds: Bounds) -> None:
    why = why_not(web.url("/to?/status/410"), bounds)
    assert (why.url, why.status) == (web.url("/status/410"), 410)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0",
        "[::]",
    ],
)
def test_this_machine_is_reached_under_none_of_its_names(web: Web, host: str) -> None:
    web.asked.clear()
    bounds = replace(PUBLIC, ports=frozenset({web.port}))
    assert INSIDE in str(why_not(web.url(host=host), bounds))
    assert web.asked == []


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "http:// or https://"),
        ("ftp://news.example/a", "http:// or https://"),
        ("javascript:alert(1)", "http:// or https://"),
        ("news.example/a", "http:// or https://"),
        ("http:///a", "http:// or https://"),
        ("http://user:word@news.example/", "user name or a password"),
        ("http://user@news.example/", "user name or a password"),
        ("http://news.example:22/", "names a port"),
        ("http://news.example:99999/", "could be read"),
        ("http://[fe80::1%25eth0]/", "could be read"),
        ("http://１２７.0.0.1/", "could be read"),
        ("http://news.example\\@127.0.0.1/", "no address has"),
        ("http://news.example/a b", "no address has"),
        ("http://news.example/\r\nHost: a", "no address has"),
        ("http://news.example/" + "a" * 2000, "longer than 2000"),
    ],
)
def test_what_is_no_address_of_the_web_is_not_looked_up(url: str, says: str) -> None:
    assert says in str(why_not(url, PUBLIC))


def test_an_unknown_name_and_a_closed_door_are_told_apart(bounds: Bounds, monkeypatch: pytest.MonkeyPatch) -> None:
    port = unused_port()
    assert "No connection" in str(why_not(f"http://127.0.0.1:{port}/", replace(bounds, ports=frozenset({port}))))
    answer_with(monkeypatch)
    assert "not known" in str(why_not("http://news.example/", PUBLIC))


def test_a_name_is_looked_up_once_and_the_connection_goes_to_what_was_judged(
    web: Web, bounds: Bounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resolver that answers otherwise the second time, as for rebinding, is never asked a second time."""
    asked = answer_with(monkeypatch, ["127.0.0.1"], ["127.0.0.9"])
    web.asked.clear()
    assert fetch(web.url(host="bücher.example"), bounds).status == 200
    assert asked == ["xn--bcher-kva.example"]
    assert web.asked[0]["host"] == f"xn--bcher-kva.example:{web.port}"


def test_a_name_with_one_address_inside_is_refused(web: Web, bounds: Bounds, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ["127.0.0.1", "10.0.0.1"])
    web.asked.clear()
    assert INSIDE in str(why_not(web.url(host="news.example"), bounds))
    assert web.asked == []


def test_a_resolver_that_does_not_answer_holds_nobody(bounds: Bounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: time.sleep(3))
    began = time.monotonic()
    assert "longer than" in str(why_not("http://news.example/", replace(PUBLIC, seconds=0.2)))
    assert time.monotonic() - began < 1


def test_a_host_that_cannot_prove_who_it_is_is_not_read(bounds: Bounds, tmp_path: Path) -> None:
    with Web(certificate(tmp_path / "own.pem")) as web:
        assert "certificate" in str(why_not(web.url(), replace(bounds, ports=frozenset({web.port}))))
        assert web.asked == []


def test_a_proxy_is_asked_for_everything_but_what_is_inside(web: Web) -> None:
    web.asked.clear()
    through = replace(PUBLIC, proxy=f"http://127.0.0.1:{web.port}")
    assert fetch("http://news.example/article", through).content.decode() == ARTICLE
    assert web.asked == [{"path": "http://news.example/article", "agent": "Attest", "host": "news.example"}]
    for url in ("http://127.0.0.1/", "http://2130706433/", "http://localhost/", "http://db.internal/", "http://wiki/"):
        assert INSIDE in str(why_not(url, through))
    assert "proxy" in str(why_not("https://news.example/article", through))
    assert len(web.asked) == 1


def answer_with(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Has the resolver answer so, one after the other; gives what it was asked."""
    asked: list[str] = []
    left = list(answers)
    resolve = socket.getaddrinfo

    def getaddrinfo(host: str, port: Any, *args: Any, **more: Any) -> Any:
        if not host.endswith(".example"):
            return resolve(host, port, *args, **more)
        asked.append(host)
        if not left:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in left.pop(0)]

    monkeypatch.setattr(fetching.socket, "getaddrinfo", getaddrinfo)
    return asked
