"""The real pip-audit, asking a service of advisories that is ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings

from annotate.machine import free_port

ADVISORY = {
    "id": "PYSEC-0000-1",
    "aliases": [],
    "summary": "Breaks.",
    "affected": [
        {
            "package": {"name": "harbour", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.1"}]}],
        }
    ],
}


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.txt"
    file.write_text(f"harbour==2.0 --hash=sha256:{'0' * 64}\n")
    return file


@pytest.fixture
def service() -> Iterator[ThreadingHTTPServer]:
    """Answers every question with its `answer`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(server.answer).encode()  # type: ignore[attr-defined]
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def check(requirements: Path, port: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ".ci/known_weaknesses.py", str(requirements), "--vulnerability-service", "osv"]
    return subprocess.run(
        [*command, "--osv-url", f"http://127.0.0.1:{port}/"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_weakness_fails(requirements: Path, service: ThreadingHTTPServer) -> None:
    service.answer = {"vulns": [ADVISORY]}  # type: ignore[attr-defined]
    checked = check(requirements, service.server_port)
    assert checked.returncode == 1, checked.stderr
    assert checked.stdout == "harbour 2.0: PYSEC-0000-1, mended in 2.1\n"


def test_none_passes(requirements: Path, service: ThreadingHTTPServer) -> None:
    service.answer = {}  # type: ignore[attr-defined]
    checked = check(requirements, service.server_port)
    assert (checked.returncode, checked.stdout) == (0, "No known weakness in 1 packages.\n")


def test_nobody_to_ask_passes_loudly(requirements: Path) -> None:
    checked = check(requirements, free_port())
    assert checked.returncode == 0, checked.stderr
    assert "NOT CHECKED FOR KNOWN WEAKNESSES: ANY PACKAGE" in checked.stdout


def test_a_bad_list_of_packages_fails(tmp_path: Path) -> None:
    checked = check(tmp_path / "none.txt", free_port())
    assert checked.returncode != 0
    assert "pip-audit failed" in checked.stderr
