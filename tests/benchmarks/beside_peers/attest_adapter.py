"""Attest as one product among others in a benchmark of annotation tools over HTTP: `make` answers its adapter.

The benchmark runs in an environment of its own and gives the class that adapters inherit and what they share
(`bench.sql`, a statement in a database of its PostgreSQL); this folder stands in its PYTHONPATH. What needs Django runs
in the project's environment, in `rows`. Needed are DATABASE_URL (a database of that PostgreSQL), SECRET_KEY and

    ATTEST_PYTHON    the interpreter of the project's environment
    ATTEST_PORT      where the server of two processes is started (8140); ATTEST_ROWS: the rows of a list (50)
    ATTEST_ARTICLE   no: the next claim comes without its article

Not measured: importing. Articles and claims are put there with COPY, because here extraction would find the claims.
With the next claim comes its whole article, as the other products' tasks hold their text; a judgement is submitted with
its rationale and a link as evidence.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SAID = {
    "Supported": ("supported", "fully", "supports"),
    "Refuted": ("disputed", "contradicted", "contradicts"),
    "NEI": ("unverified", "insufficient_evidence", "context"),
}


def make(adapter: Any, bench: Any) -> dict[str, Any]:
    class Attest(adapter):  # type: ignore[misc]
        name = "attest"
        formats: list[str] = []  # files of a release are made by a worker
        port = os.environ.get("ATTEST_PORT", "8140")
        base = f"http://127.0.0.1:{port}"
        rows = int(os.environ.get("ATTEST_ROWS", "50"))
        with_article = os.environ.get("ATTEST_ARTICLE", "yes") == "yes"

        def setup(self) -> None:
            self.tokens, self.places = json.loads(self._django("people")), {}
            server = "-m gunicorn annotate.wsgi:application --workers=2 --worker-class=gthread --threads=8"
            command = [os.environ["ATTEST_PYTHON"], *server.split(), f"--bind=127.0.0.1:{self.port}"]
            self.server = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"DATABASE_POOL_MAX": "8"})
            atexit.register(self.server.terminate)
            while True:
                try:
                    self.req("GET", "/api/v1/projects/")
                except OSError:
                    time.sleep(0.1)
                else:
                    return

        def _django(self, *words: str) -> str:
            command = [os.environ["ATTEST_PYTHON"], "-m", "tests.benchmarks.beside_peers.rows", *words]
            return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout

        def root_pids(self) -> list[int]:
            return [self.server.pid]

        def new_project(self, title: str, **_others: Any) -> str:
            return self._django("project", title).strip()

        def import_tasks(self, project: str, tasks: list[dict[str, str]]) -> int:
            file = Path(bench.HOME) / "attest-tasks.jsonl"
            file.write_text("".join(json.dumps(task) + "\n" for task in tasks))
            return int(self._django("claims", project, str(file)))

        def next_task(self, project: str, user: str) -> int | None:
            asked = {"with_article": self.with_article}
            answer = self.req("POST", f"/api/v1/projects/{project}/next/", user, ok=(200, 204), json=asked)
            if answer.status_code == 204:
                return None
            given = answer.json()
            self.places[user] = given["annotation"]
            return int(given["claim"]["id"])

        def submit(self, _project: str, user: str, _task: int, answer: dict[str, str]) -> int:
            verdict, reason, stance = SAID[answer["label"]]
            words = {"verdict": verdict, "reason": reason, "rationale": answer["rationale"]}
            link = {"kind": "link", "stance": stance, "url": answer["url"], "quote": "As the table says."}
            address = f"/api/v1/annotations/{self.places[user]}/submit/"
            return int(self.req("POST", address, user, json=words | {"evidence": [link]}).json()["id"])

        def stored_ids(self, project: str) -> list[tuple[int, int]]:
            asked = """SELECT a.id, a.claim_id FROM verification_judgement j
                JOIN verification_annotation a ON a.id = j.annotation_id
                JOIN verification_project p ON p.id = a.project_id
                WHERE p.slug = %s AND j.submitted_at IS NOT NULL"""
            return list(bench.sql(os.environ["DATABASE_URL"].rpartition("/")[2], asked, (project,)))

        def list_page(self, project: str, user: str) -> int:
            return len(self._claims(project, user))

        def search(self, project: str, user: str, words: str) -> int:
            """How many the first page shows: nobody counts them all."""
            return len(self._claims(project, user, q=words))

        def _claims(self, project: str, user: str, **asked: str) -> list[Any]:
            asked |= {"project": project, "limit": str(self.rows)}
            return list(self.req("GET", "/api/v1/claims/", user, params=asked).json()["results"])

    return {"attest": Attest}
