"""Fifty annotators at work for ten minutes while the site falls: every judgement that was acknowledged must be there.

    python3 -m tests.benchmarks.outage                # in a home that is thrown away; about 13 minutes
    python3 -m tests.benchmarks.outage --minutes 1 --annotators 10

It starts an installation of its own: PostgreSQL as it is installed (it writes to the disk before it answers), web, a
worker and a sweep. Meanwhile web is killed (-9) every two minutes and started again, the worker too while articles go
through, and in the middle the database. Whoever gets no answer sends the same request again until there is one.
Everybody writes a draft first, reads it back, then submits; in the end each leaves a draft. Then what the annotators
were told is compared with what the database holds. Exit code 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotate.cluster import Cluster
from annotate.embedded import joined
from annotate.machine import free_port
from annotate.processes import Process, sweep_command, web_command, worker_command
from tests.benchmarks.concurrency import ask

THINKS = (2.0, 5.0)  # seconds between two requests of a person
ARTICLES = 200
EVERY = 120  # seconds from one kill of web to the next; the worker's come half as long after them
GIVES_UP = 180  # seconds without an answer
ARTICLE = """Council of ward {n} disputes the flood figures

The water board said on Tuesday that {n} houses had been flooded and that {m} people had left their homes.

A spokeswoman for the residents denied it. "No more than {n} houses were under water," she said.
"""


@dataclass(kw_only=True)
class Told:
    """What one annotator was told."""

    submitted: dict[int, str] = field(default_factory=dict)  # the rationale, by annotation
    drafts: dict[int, str] = field(default_factory=dict)  # what is left as a draft
    read_back: int = 0
    wrong: list[str] = field(default_factory=list)
    unanswered: Counter[str] = field(default_factory=Counter)
    milliseconds: dict[str, list[float]] = field(default_factory=lambda: {"next": [], "submit": []})
    waited: float = 0.0  # the longest time until an answer, seconds


class Annotator:
    def __init__(self, number: int, token: str, api: str, project: str, ends_at: float) -> None:
        self.number, self.token, self.api, self.project, self.ends_at = number, token, api, project, ends_at
        self.told, self.dice = Told(), random.Random(number)

    def work(self) -> Told:
        turn = 0
        while True:
            turn += 1
            status, given = self.ask("POST", f"projects/{self.project}/next/", what="next")
            if status != 200:
                self.told.wrong.append(f"next was answered {status} {given}")
                return self.told
            place, words = given["annotation"], f"Person {self.number}, turn {turn}"
            self.save(place, f"{words}, a draft")
            self.think()
            status, read = self.ask("GET", f"annotations/{place}/")
            self.told.read_back += 1
            if status != 200 or read["rationale"] != f"{words}, a draft":
                self.told.wrong.append(f"the draft of annotation {place} is not what was saved: {status}")
            if time.monotonic() > self.ends_at:
                self.told.drafts[place] = f"{words}, a draft"
                return self.told
            link = {"kind": "link", "stance": "supports", "url": "https://archive.example/1", "quote": "The log."}
            said = {"verdict": "supported", "reason": "fully", "rationale": words, "evidence": [link]}
            status, answer = self.ask("POST", f"annotations/{place}/submit/", said, what="submit")
            if status == 200 and answer["rationale"] == words and not answer["is_draft"]:
                self.told.submitted[place] = words
            else:
                self.told.wrong.append(f"the submit of annotation {place} was answered {status} {answer}")
            self.think()

    def save(self, place: int, rationale: str) -> None:
        status, answer = self.ask("PATCH", f"annotations/{place}/", {"rationale": rationale})
        if status != 200:
            self.told.wrong.append(f"the draft of annotation {place} was answered {status} {answer}")

    def think(self) -> None:
        time.sleep(self.dice.uniform(*THINKS))

    def ask(self, method: str, path: str, body: Any = None, *, what: str = "") -> tuple[int, Any]:
        """Asks until there is an answer that is no outage."""
        began = time.monotonic()
        while True:
            at = time.perf_counter()
            try:
                status, answer = ask(method, f"{self.api}/{path}", self.token, body)
            except (OSError, ValueError) as error:
                status, answer = 0, None
                self.told.unanswered[type(error).__name__] += 1
            else:
                if status >= 500 or (status == 409 and what == "next"):
                    self.told.unanswered[f"status {status}"] += 1
            if 0 < status < 500 and not (status == 409 and what == "next"):
                if what:
                    self.told.milliseconds[what].append((time.perf_counter() - at) * 1000)
                self.told.waited = max(self.told.waited, time.monotonic() - began)
                return status, answer
            if time.monotonic() - began > GIVES_UP:
                return status, answer
            time.sleep(self.dice.uniform(0.2, 1.0))


class Outages:
    """Kills what runs, at its times, and writes down which."""

    def __init__(self, web: Process, worker: Process, cluster: Cluster, *, seconds: float) -> None:
        self.happened: Counter[str] = Counter()
        moments = [(at, "web", web) for at in _times(EVERY / 2, seconds)]
        moments += [(at, "worker", worker) for at in _times(EVERY, seconds)]
        moments += [(seconds / 2 + 10, "PostgreSQL", cluster)]
        self.moments = sorted(moments, key=lambda moment: moment[0])

    def run(self) -> None:
        began = time.monotonic()
        for at, name, what in self.moments:
            time.sleep(max(0.0, at - (time.monotonic() - began)))
            if isinstance(what, Cluster):  # its keeper starts it again
                os.kill(int((what.data / "postmaster.pid").read_text().split("\n", 1)[0]), signal.SIGKILL)
            else:
                what.wait_and_kill(0)
                time.sleep(1)
                what.start()
            self.happened[name] += 1


def _times(first: float, seconds: float) -> list[float]:
    return [first + EVERY * number for number in range(int((seconds - first - 15) // EVERY) + 1)]


def stored(told: list[Told], project: Any) -> dict[str, int]:
    """What the database holds, compared with what the annotators were told; all but the first must be 0."""
    from django.db.models import Count, F, Q

    from verification.models import Annotation, Article, Claim, ExtractionRun, Judgement
    from verification.vocabulary import ArticleState

    rows = Judgement.objects.filter(project=project)
    frozen = Counter(rows.submitted().values_list("annotation", "rationale"))
    drafts = dict(rows.filter(submitted_at__isnull=True).values_list("annotation", "rationale"))
    acknowledged = {(place, words) for one in told for place, words in one.submitted.items()}
    kept = {place: words for one in told for place, words in one.drafts.items()}
    places = Annotation.objects.filter(project=project)
    twice = places.order_by().values("claim", "person").annotate(number=Count("pk")).filter(number__gt=1)
    live = Count("annotations", filter=Q(annotations__lapsed_at__isnull=True, annotations__skipped_at__isnull=True))
    runs = ExtractionRun.objects.filter(article__project=project, error=None)
    return {
        "judgements in the database": rows.submitted().count(),
        "acknowledged and lost": sum(one not in frozen for one in acknowledged),
        "stored more than once": sum(number - 1 for number in frozen.values()),
        "stored and never acknowledged": len(set(frozen) - acknowledged),
        "two places of a person on a claim": twice.count(),
        "claims with more places than they want": Claim.objects.filter(project=project)
        .annotate(live=live)
        .filter(live__gt=F("places"))
        .count(),
        "drafts that are not as they were saved": sum(drafts.get(place) != words for place, words in kept.items()),
        "articles that are not done": Article.objects.filter(project=project).exclude(state=ArticleState.DONE).count(),
        "articles read more than once": runs.values("article").annotate(n=Count("pk")).filter(n__gt=1).count(),
    }


def installation(folder: Path, port: int) -> list[Process]:
    environment = {"SITE_URL": f"http://127.0.0.1:{port}", "ALLOWED_HOSTS": "127.0.0.1"}
    environment |= {"DATABASE_POOL_MAX": "0"}
    commands = {"worker": worker_command(), "sweep": [*sweep_command(), "--every", "5"], "web": web_command(port)}
    return [
        Process(
            name,
            command,
            log=folder / f"{name}.log",
            environment=environment | ({"DATABASE_POOL_MAX": "10"} if name == "web" else {}),
        )
        for name, command in commands.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill what runs while annotators are at work.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--annotators", type=int, default=50)
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    seconds, port = given.minutes * 60, given.port or free_port()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="attest-outage-")))
        os.environ["DATABASE_URL"] = stack.enter_context(joined(home))
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
        os.environ["DATABASE_POOL_MAX"] = "0"
        import django

        django.setup()
        from tests.benchmarks import outage_rows

        # As many as they could ever judge, two to a claim.
        claims = int(given.annotators * seconds / sum(THINKS)) + given.annotators
        project, tokens = outage_rows.set_up(annotators=given.annotators, claims=claims)
        processes = installation(home / "logs", port)
        stack.callback(lambda: [process.wait_and_kill(0) for process in reversed(processes)])
        for process in processes:
            process.start()
        worker, _sweep, web = processes
        ends_at = time.monotonic() + seconds
        api = f"http://127.0.0.1:{port}/api/v1"
        people = [Annotator(n, token, api, project.slug, ends_at) for n, token in enumerate(tokens)]
        outages = Outages(web, worker, Cluster.of(home), seconds=seconds)
        texts = [ARTICLE.format(n=n + 2, m=3 * n + 11) for n in range(ARTICLES)]
        adding = threading.Thread(target=outage_rows.add_articles, args=(project, texts, seconds))
        adding.start()
        with ThreadPoolExecutor(len(people)) as pool:
            at_work = [pool.submit(person.work) for person in people]
            outages.run()  # in this thread: what it starts ends with the thread that started it
            told = [one.result() for one in at_work]
        adding.join()
        outage_rows.wait_for_articles(project, within=600)
        found = stored(told, project)
        report(told, outages, found)
        wrong = [sentence for one in told for sentence in one.wrong]
        print(*wrong[:20], sep="\n")
        return 1 if wrong or any(list(found.values())[1:]) else 0


def report(told: list[Told], outages: Outages, found: dict[str, int]) -> None:
    unanswered = sum((one.unanswered for one in told), Counter[str]())
    rows = {
        "annotators": len(told),
        **{f"{name} killed and started again": number for name, number in outages.happened.items()},
        "requests without an answer, sent again": f"{unanswered.total()} ({dict(unanswered)})",
        "longest wait for an answer, s": f"{max(one.waited for one in told):.1f}",
        "judgements acknowledged": sum(len(one.submitted) for one in told),
        "drafts read back as they were saved": f"{sum(one.read_back for one in told)}",
        "drafts left in the end": sum(len(one.drafts) for one in told),
        **found,
    }
    for what in ("next", "submit"):
        took = [wait for one in told for wait in one.milliseconds[what]]
        rows[f"{what}, ms p50 / p95"] = (
            f"{statistics.median(took):.0f} / {statistics.quantiles(took, n=20)[-1]:.0f}" if len(took) > 1 else "-"
        )
    for name, value in rows.items():
        print(f"| {name} | {value} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
