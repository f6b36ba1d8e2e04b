"""Every hostile file sent to a running installation by page, API and command, with good files between and after.

Run by hand against `manage.py demo` (start one on a fresh home first):

    python3 -m tests.benchmarks.hostile HOME [--command] [--only NAME ...]

HOME is the demo's home, whose credentials.json says where it is and who may what. Meanwhile somebody else asks for
the home page and a claim every 100 ms; how long they wait is measured. `--command` sends the files by
`manage.py import_articles` too, into a project of its own. Prints a table in Markdown; exit code 1 where a file met
what it should not, or a good file did not come to its end.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener
from uuid import uuid4

from tests.hostile import HOSTILE, Hostile

PROJECT = "sample"
PATIENCE = 180  # seconds for one file to come to its end
EVERY = 0.1
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Person:
    """Somebody with a browser, or with a token."""

    url: str
    browser: OpenerDirector = field(default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar())))
    token: str = ""

    def ask(self, path: str, *, data: bytes | None = None, kind: str = "") -> tuple[int, str, str]:
        """Status, where it led to, and body."""
        request = Request(f"{self.url.rstrip('/')}{path}", data=data)
        if kind:
            request.add_header("Content-Type", kind)
        if self.token:
            request.add_header("Authorization", f"Token {self.token}")
        try:
            with self.browser.open(request, timeout=120) as answer:
                return answer.status, answer.url, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.url or "", error.read().decode()

    def sign_in(self, name: str, password: str) -> None:
        _status, _url, page = self.ask("/accounts/login/")
        fields = {"csrfmiddlewaretoken": TOKEN.findall(page)[0], "login": name, "password": password}
        status, url, _page = self.ask("/accounts/login/", data=urlencode(fields).encode())
        if status != 200 or "login" in url:
            raise SystemExit(f"{name} cannot sign in ({status} at {url}).")

    def form(self, path: str, files: list[tuple[str, str, bytes]], **fields: str) -> tuple[int, str, str]:
        """Sends a multipart form; each file is (field, name, content)."""
        edge = uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
        ]
        for name, file, content in files:
            shown = re.sub(r'[\x00\r\n"]', "_", file)
            head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{shown}"\r\n'
            parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n")
        data = b"".join([*parts, f"--{edge}--\r\n".encode()])
        return self.ask(path, data=data, kind=f"multipart/form-data; boundary={edge}")


class Visitor(threading.Thread):
    """Somebody who only wants to work; writes down how long each page took, in milliseconds."""

    def __init__(self, person: Person, paths: list[str]) -> None:
        super().__init__(daemon=True)
        self.person, self.paths = person, paths
        self.waits: list[float] = []
        self.bad: list[int] = []
        self.over = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.over.wait(EVERY):
            began = time.perf_counter()
            status, _url, _page = self.person.ask(self.paths[number % len(self.paths)])
            self.waits.append((time.perf_counter() - began) * 1000)
            self.bad += [status] if status >= 400 else []
            number += 1

    def told(self) -> str:
        waits = sorted(self.waits)
        half, most = (waits[min(len(waits) - 1, int(len(waits) * share))] for share in (0.5, 0.95))
        return (
            f"{len(waits)} pages, p50 {half:.0f} ms, p95 {most:.0f} ms, longest {waits[-1]:.0f} ms,"
            f" errors {self.bad or 'none'}"
        )


def by_api(curator: Person, hostile: Hostile, content: bytes) -> tuple[int, str, list[dict[str, Any]]]:
    """The status of the answer, what it says, and the articles that came of it once all have ended."""
    status, _url, body = curator.form("/api/v1/articles/", [("file", hostile.name, content)], project=PROJECT)
    told = json.loads(body)
    if status != 202:
        return status, told["message"], []
    if "bundles" in told:
        ended = until_ended(curator, f"/api/v1/uploads/{told['id']}/", lambda now: not now["under_way"])
        _status, _url, listed = curator.ask(f"/api/v1/articles/?upload={told['id']}&limit=200")
        return status, ended["bundles"][0]["failure"] or "", json.loads(listed)["results"]
    ended = until_ended(
        curator, f"/api/v1/articles/{told['id']}/", lambda now: now["state"] in ("done", "failed", "merged")
    )
    return status, ended["failure"] or "", [ended]


def until_ended(person: Person, path: str, is_over: Any) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE
    while True:
        _status, _url, body = person.ask(path)
        now: dict[str, Any] = json.loads(body)
        if is_over(now):
            return now
        if time.monotonic() > deadline:
            return now | {"failure": "STILL UNDER WAY", "bundles": [{"failure": "STILL UNDER WAY"}]}
        time.sleep(1)


def what_came(status: int, words: str, articles: list[dict[str, Any]]) -> tuple[str, str]:
    """How a file ended, and what was said of it."""
    if status != 202:
        return f"refused ({status})", words
    failed = [article for article in articles if article["state"] == "failed"]
    if len(articles) == 1 and not articles[0]["part"]:
        return ("failed" if failed else "passes"), words
    if not articles:
        return "failed", words
    return f"{len(articles) - len(failed)} parts pass, {len(failed)} fail", words or (
        failed[0]["failure"] if failed else ""
    )


def as_expected(hostile: Hostile, came: str) -> bool:
    wanted = {"refused": ("refused",), "failed": ("failed",), "passes": ("passes",), "either": ("passes", "failed")}
    if hostile.ends == "parts":
        return came.startswith(f"{hostile.passed} parts pass")
    return came.startswith(wanted[hostile.ends])


def good(number: int) -> tuple[str, bytes]:
    return f"good-{number}.txt", f"The ferry {uuid4().hex} was late on Monday, the council said.".encode()


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("home", type=Path)
    options.add_argument("--only", nargs="+", default=[])
    options.add_argument("--command", action="store_true")
    given = options.parse_args()
    known = json.loads((given.home / "credentials.json").read_text())
    chosen = [hostile for hostile in HOSTILE if not given.only or hostile.name in given.only]
    curator = Person(known["url"], token=known["tokens"]["curator"])
    at_the_page = Person(known["url"])
    at_the_page.sign_in("curator", known["users"]["curator"])
    annotator = Person(known["url"])
    annotator.sign_in("annotator1", known["users"]["annotator1"])
    visitor = Visitor(annotator, ["/", f"/p/{PROJECT}/claims/"])
    visitor.start()
    wrong: list[str] = []
    made = {hostile.name: hostile.make() for hostile in chosen}
    print("| file | by API | says | seconds |\n|---|---|---|---|", flush=True)
    for number, hostile in enumerate(chosen):
        began = time.monotonic()
        came, words = what_came(*by_api(curator, hostile, made[hostile.name]))
        ok = as_expected(hostile, came)
        wrong += [] if ok else [hostile.name]
        name = hostile.name.encode("ascii", "backslashreplace").decode()[:40]
        print(f"| {name} | {came}{'' if ok else ' (!)'} | {words} | {time.monotonic() - began:.1f} |", flush=True)
        if number % 10 == 0:
            came, words = what_came(
                *by_api(curator, Hostile(name=good(0)[0], make=bytes, ends="passes"), good(number)[1])
            )
            wrong += [] if came == "passes" else [f"a good file after {hostile.name}: {came} {words}"]
    wrong += by_page(at_the_page, made)
    if given.command:
        wrong += by_command(given.home, made)
    visitor.over.set()
    visitor.join()
    print(f"\nMeanwhile, for somebody else: {visitor.told()}.")
    print(f"Wrong: {wrong or 'nothing'}.")
    return 1 if wrong or visitor.bad else 0


def by_page(curator: Person, made: dict[str, bytes]) -> list[str]:
    """All of them in one form with good ones between; the page of the upload is there and tells all to the end."""
    _status, _url, page = curator.ask(f"/p/{PROJECT}/articles/add/")
    files = [("files", name, content) for name, content in made.items()]

    fine = [("files", *good(number)) for number in range(20)]
    began = time.monotonic()
    status, url, page = curator.form(
        f"/p/{PROJECT}/uploads/", [*files, *fine], csrfmiddlewaretoken=TOKEN.findall(page)[0], what="files"
    )
    print(
        f"\nBy page: {len(files)} hostile and {len(fine)} good files in one form: {status}"
        f" after {time.monotonic() - began:.1f} s."
    )
    if status != 200:
        return [f"the page answered {status} at {url}"]
    number = int(url.rstrip("/").rsplit("/", 1)[1])
    path = f"/p/{PROJECT}/uploads/{number}/"
    deadline = time.monotonic() + 2 * PATIENCE
    while "hx-trigger" in curator.ask(path)[2] and time.monotonic() < deadline:
        time.sleep(1)
    still = "hx-trigger" in curator.ask(path)[2]
    print(f"All of them had come to an end after {time.monotonic() - began:.1f} s." if not still else "Not all ended.")
    return ["the upload by page did not come to an end"] if still else []


def by_command(home: Path, made: dict[str, bytes]) -> list[str]:
    """All of them as files in a folder; prints what the command prints of the whole."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(made.items()):
            plain = re.sub(r"[^\w.-]", "_", name)[-60:]
            (Path(folder) / f"{number:02}-{plain}").write_bytes(content)
        for number in range(5):
            (Path(folder) / good(number)[0]).write_bytes(good(number)[1])
        command = [sys.executable, "manage.py", "import_articles", folder, "--project", f"hostile-{uuid4().hex[:6]}"]
        elsewhere = ("DATABASE_URL", "SECRET_KEY", "CELERY_BROKER_URL")  # the home has its own
        kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
        done = subprocess.run(
            [*command, "--create"],
            capture_output=True,
            text=True,
            check=False,
            env=kept | {"ATTEST_HOME": str(home)},
            timeout=1800,
        )
    lines = done.stdout.splitlines()
    passed = [line for line in lines if line.startswith("good-") and ": done, " in line]
    print(f"\nBy command: exit code {done.returncode}; its last line: {lines[-1] if lines else done.stderr[-400:]}")
    return [] if len(passed) == 5 and lines[-1].endswith("0 waiting.") else ["the command did not bring all to an end"]


if __name__ == "__main__":
    sys.exit(main())
