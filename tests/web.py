"""A web server on this machine, for tests of what retrieves pages: it serves pages, and misbehaves by path."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address, ip_network
from pathlib import Path
from types import TracebackType
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

ARTICLE = """<!doctype html><html lang="en"><head><title>Harbour opens again</title>
<meta property="og:site_name" content="Quay News">
<meta property="article:published_time" content="2026-03-04T05:06:07Z">
</head><body><nav>Home Sport</nav><article><h1>Harbour opens again</h1>
<p>The harbour of Ostmark was opened again on Tuesday, the port authority said in a statement to reporters.</p>
<p>Two ships docked in the morning, and a third one was expected before the night, a spokesman for the port said.</p>
</article></body></html>"""

BOMB = gzip.compress(bytes(4_000_000))


class Handler(BaseHTTPRequestHandler):
    web: Web

    def do_GET(self) -> None:
        self.web.asked.append({"path": self.path, "agent": self.headers["User-Agent"], "host": self.headers["Host"]})
        path, _question, rest = self.path.partition("?")
        # To a proxy the whole address is said.
        path = "/" + path.split("/", 3)[-1] if path.startswith("http://") else path
        if path in self.web.pages:
            type_, content = self.web.pages[path]
            self.answer(200, content, **{"Content-Type": type_})
        elif path.startswith("/status/"):
            self.answer(int(path.removeprefix("/status/")))
        elif path == "/to":
            self.answer(302, Location=rest)
        else:
            getattr(self, path.strip("/").replace("-", "_"), self.missing)()

    def answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def missing(self) -> None:
        self.answer(404)

    def endless(self) -> None:
        self.begin()
        while True:
            self.wfile.write(b"x" * 65_536)

    def drip(self) -> None:
        """A byte now and then, each in time."""
        self.begin()
        while not self.web.over.wait(0.1):
            self.wfile.write(b"x")

    def dripping_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
        while not self.web.over.wait(0.1):
            self.wfile.write(b"x")

    def silent(self) -> None:
        self.web.over.wait()

    def bomb(self) -> None:
        self.answer(200, BOMB, Content_Type="text/html", Content_Encoding="gzip")

    def packed(self) -> None:
        self.answer(200, gzip.compress(ARTICLE.encode()), Content_Type="text/html", Content_Encoding="gzip")

    def twice_packed(self) -> None:
        self.answer(200, b"x", Content_Type="text/html", Content_Encoding="gzip, gzip")

    def huge_header(self) -> None:
        self.answer(200, b"x", Content_Type="text/html", X_Long="x" * 100_000)

    def many_headers(self) -> None:
        self.answer(200, b"x", Content_Type="text/html", **{f"X-{n}": "x" for n in range(300)})

    def says_it_is_large(self) -> None:
        self.begin(Content_Length=str(10**12))

    def cut_off(self) -> None:
        self.begin(Content_Length="1000")
        self.wfile.write(b"half")

    def begin(self, **headers: str) -> None:
        self.send_response(200)
        for name, value in ({"Content_Type": "text/html"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Web:
    """The server, on a port of its own while the block lasts. `pages` by their paths: a type and the content."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {"/article": ("text/html; charset=utf-8", ARTICLE.encode())}
        self.asked: list[dict[str, str]] = []
        self.over = threading.Event()
        self._certificate = certificate

    def __enter__(self) -> Web:
        self._server = Serving(("127.0.0.1", 0), type("OwnHandler", (Handler,), {"web": self}))
        if self._certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, path: str = "/article", *, host: str = "127.0.0.1") -> str:
        return f"{'https' if self._certificate else 'http'}://{host}:{self.port}{path}"


class Serving(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: Any) -> None:
        """Nothing: whoever asked did not wait for the answer."""


def certificate(path: Path) -> Path:
    """A certificate for this machine that nobody else signed, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + signed.public_bytes(serialization.Encoding.PEM))
    return path


def unused_port() -> int:
    """One on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def allow(settings: Any, web: Web) -> None:
    """Has the installation retrieve pages, and this server's among them."""
    settings.RETRIEVAL = True
    settings.RETRIEVAL_NETWORKS = (ip_network("127.0.0.1/32"),)
    settings.RETRIEVAL_PORTS = frozenset({80, web.port})
