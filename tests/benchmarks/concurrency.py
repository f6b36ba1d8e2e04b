"""Many annotators at once over the API: no claim with a judgement too many, none lost, none doubled.

Run by hand against a running server. First make a project with its people in the server's database:

    python3 manage.py shell -c "
    from tests.benchmarks.people import set_up
    set_up('bench', annotators=12, claims=300, out='bench.json')"

then let all of them work at once and read the summary (exit code 1 where something is wrong):

    python3 -m tests.benchmarks.concurrency http://127.0.0.1:8000 bench.json

Instead of the file, tokens of an existing project will do: `--project SLUG --curator TOKEN --token T --token T ...`.
The file holds secrets; remove it, and the project with it, when you are done. `set_up` takes a new slug each time.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

OTHERS_WERE_FASTER = 409


@dataclass(kw_only=True)
class Bench:
    """Who works where: the server's address, the project's slug, a curator's token and those of annotators."""

    url: str
    project: str
    curator: str
    annotators: list[str]


@dataclass(kw_only=True)
class Work:
    """What one annotator was answered: the annotation of each accepted judgement, with its claim, and the statuses."""

    accepted: list[tuple[int, int]] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)


def ask(method: str, address: str, token: str, body: Any = None) -> tuple[int, Any]:
    """One request: its status and its JSON, None where there is no body."""
    request = Request(
        address,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Token {token}", "Content-Type": "application/json"},
    )
    try:
        with urlopen(request, timeout=60) as answer:
            content = answer.read()
            return answer.status, json.loads(content) if content else None
    except HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def judgement(number: int) -> dict[str, Any]:
    """Something submittable; annotators of odd numbers disagree with the even ones."""
    stance, verdict, reason = [("supports", "supported", "fully"), ("contradicts", "disputed", "contradicted")][
        number % 2
    ]
    link = {"kind": "link", "stance": stance, "url": f"https://archive.example/{number}", "quote": "As the log says."}
    return {"verdict": verdict, "reason": reason, "evidence": [link], "rationale": "The log."}


def work(bench: Bench, number: int, start: threading.Barrier) -> Work:
    """One annotator: takes, writes and submits until nothing is left. Each submit is sent twice at once."""
    token, api = bench.annotators[number], f"{bench.url}/api/v1"
    done = Work()
    start.wait()
    with ThreadPoolExecutor(max_workers=2) as twice:
        while True:
            began = time.perf_counter()
            status, given = ask("POST", f"{api}/projects/{bench.project}/next/", token)
            done.milliseconds.append((time.perf_counter() - began) * 1000)
            done.statuses[f"next {status}"] += 1
            if status == OTHERS_WERE_FASTER:
                continue
            if status != 200:
                return done
            annotation = f"{api}/annotations/{given['annotation']}"
            status, _draft = ask("PATCH", f"{annotation}/", token, judgement(number))
            done.statuses[f"patch {status}"] += 1
            submits = list(twice.map(lambda _turn, at=annotation: ask("POST", f"{at}/submit/", token), range(2)))
            for status, _answer in submits:
                done.statuses[f"submit {status}"] += 1
            if all(status == 200 for status, _answer in submits):
                done.accepted.append((given["annotation"], given["claim"]["id"]))


def run(bench: Bench) -> dict[str, Any]:
    """Lets every annotator work at once; answers a summary, in which `wrong` is empty where all is well."""
    start = threading.Barrier(len(bench.annotators))
    began = time.perf_counter()
    with ThreadPoolExecutor(max_workers=len(bench.annotators)) as people:
        works = list(people.map(lambda number: work(bench, number, start), range(len(bench.annotators))))
    seconds = time.perf_counter() - began
    accepted = [one for done in works for one in done.accepted]
    waits = sorted(wait for done in works for wait in done.milliseconds)
    claims = list(rows(bench, f"claims/?limit=200&project={bench.project}"))
    submitted = sum(claim["places"]["submitted"] for claim in claims)
    return {
        "annotators": len(bench.annotators),
        "claims": len(claims),
        "judgements_accepted": len(accepted),
        "judgements_stored": submitted,
        "seconds": round(seconds, 1),
        "next_milliseconds_median": round(waits[len(waits) // 2], 1),
        "statuses": dict(sum((done.statuses for done in works), Counter())),
        "stages": dict(Counter(claim["stage"] for claim in claims)),
        "wrong": list(wrong(bench, works, claims)),
    }


def wrong(bench: Bench, works: list[Work], claims: list[dict[str, Any]]) -> Iterator[str]:
    """A sentence for each thing that must not be."""
    accepted = [one for done in works for one in done.accepted]
    of_claim = Counter(claim for _annotation, claim in accepted)
    for claim in claims:
        places, known = claim["places"], of_claim[claim["id"]]
        if max(places["held"], places["submitted"], known) > places["wanted"]:
            yield f"claim {claim['id']}: {places}, {known} accepted: more than it wants"
        if places["submitted"] < known:
            yield f"claim {claim['id']}: {known} accepted and {places['submitted']} stored: lost"
        if places["submitted"] < min(places["wanted"], len(bench.annotators)):
            yield f"claim {claim['id']}: left with {places}"
    if len({annotation for annotation, _claim in accepted}) != len(accepted):
        yield "an annotation was accepted twice"
    for number, done in enumerate(works):
        if len({claim for _annotation, claim in done.accepted}) != len(done.accepted):
            yield f"annotator {number} judged a claim twice"
        mine = list(rows(bench, f"annotations/?limit=200&project={bench.project}", token=bench.annotators[number]))
        if any(one["revision"] != 1 or one["is_draft"] for one in mine) or len(mine) != len(done.accepted):
            yield f"annotator {number} has {len(mine)} annotations for {len(done.accepted)} accepted judgements"
        for said in done.statuses:
            if said not in ("next 200", "next 204", "next 409", "patch 200", "submit 200"):
                yield f"annotator {number} was answered: {said}"


def rows(bench: Bench, path: str, *, token: str | None = None) -> Iterator[dict[str, Any]]:
    """Every row of a list, page by page."""
    address: str | None = f"{bench.url}/api/v1/{path}"
    while address:
        status, page = ask("GET", address, token or bench.curator)
        if status != 200:
            raise SystemExit(f"{address}: {status} {page}")
        yield from page["results"]
        address = page["next"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Let annotators work at once over the API and check what is stored.")
    parser.add_argument("url")
    parser.add_argument("people", nargs="?", type=Path, help="the file that set_up wrote")
    parser.add_argument("--project")
    parser.add_argument("--curator")
    parser.add_argument("--token", action="append", default=[])
    given = parser.parse_args()
    if given.people:
        bench = Bench(url=given.url.rstrip("/"), **json.loads(given.people.read_text()))
    elif given.project and given.curator and given.token:
        bench = Bench(url=given.url.rstrip("/"), project=given.project, curator=given.curator, annotators=given.token)
    else:
        parser.error("give the file that set_up wrote, or --project, --curator and --token")
    summary = run(bench)
    print(json.dumps(summary, indent=2))
    sys.exit(1 if summary["wrong"] else 0)


if __name__ == "__main__":
    main()
