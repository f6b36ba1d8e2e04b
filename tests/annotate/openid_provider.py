"""A provider of OpenID Connect that lets in whoever it is told to: discovery, PKCE, signed identity tokens, keys."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "attest", "what the two agreed on"


class Provider:
    def __init__(self, url: str) -> None:
        self.url = url
        self.who = "subject-1"  # who sits before the browser
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: dict[str, str] = {}
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def answer(self, path: str, asked: dict[str, str], bearer: str) -> tuple[int, dict[str, Any] | str]:
        """A status with JSON, or 302 with the address."""
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "jwks_uri": f"{self.url}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        if path == "/keys":
            return 200, {"keys": [json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key())) | {"kid": "1"}]}
        if path == "/authorize":
            assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
            code = secrets.token_urlsafe(8)
            self.codes[code] = asked | {"sub": self.who}
            return 302, f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
        if path == "/token":
            begun = self.codes.pop(asked.get("code", ""), None)
            challenge = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
            if (
                begun is None
                or (asked["client_id"], asked["client_secret"]) != (CLIENT, SECRET)
                or base64.urlsafe_b64encode(challenge).rstrip(b"=").decode() != begun["code_challenge"]
                or asked["redirect_uri"] != begun["redirect_uri"]
            ):
                return 400, {"error": "invalid_grant"}
            token = secrets.token_urlsafe(8)
            self.tokens[token] = begun["sub"]
            return 200, {"access_token": token, "token_type": "Bearer", "id_token": self.identity(begun["sub"])}
        if path == "/userinfo" and bearer in self.tokens:
            return 200, {"sub": self.tokens[bearer], "name": f"Person of {self.tokens[bearer]}"}
        return 404, {}

    def identity(self, sub: str) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": sub, "iat": now, "exp": now + 60}
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})


@contextmanager
def running() -> Iterator[Provider]:
    """On a port of its own until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at = urlsplit(self.path)
            self.say(at.path, at.query)

        def do_POST(self) -> None:
            self.say(self.path, self.rfile.read(int(self.headers["Content-Length"])).decode())

        def say(self, path: str, query: str) -> None:
            asked = {name: values[0] for name, values in parse_qs(query).items()}
            bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
            status, words = provider.answer(path, asked, bearer)
            body = b"" if isinstance(words, str) else json.dumps(words).encode()
            self.send_response(status)
            if isinstance(words, str):
                self.send_header("Location", words)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider = Provider(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
