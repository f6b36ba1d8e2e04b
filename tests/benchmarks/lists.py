"""What each page costs at 100,000 claims: its queries, and how long the server is at it.

Run by hand, against a database of its own that is kept between runs (made, migrated and filled by the first one;
PostgreSQL must let the user switch triggers off, so use a scratch server):

    createdb bench && export DATABASE_URL=postgresql:///bench SECRET_KEY=$(openssl rand -hex 32)
    python3 -m tests.benchmarks.lists                 # every page, as a table in Markdown
    python3 -m tests.benchmarks.lists claims admin    # those whose name holds one of the words

Requests go through Django's test client, in a process set up as the web server's: middleware, view and template,
without the network. What writes is rolled back. A row over the limits is marked.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
django.setup()

from django.conf import settings  # noqa: E402 (needs what was set up above)
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

import annotate.wsgi  # noqa: E402, F401 (as the web server does)
from tests.benchmarks.library import NOISE, RARE, SLUG, fill  # noqa: E402
from verification.actions.tokens import issue_token  # noqa: E402
from verification.models import Annotation, Article, Claim, Heartbeat, Judgement, Project, User  # noqa: E402
from verification.vocabulary import ArticleState, Stage  # noqa: E402

REPETITIONS = 30
MOST_QUERIES, MOST_MILLISECONDS = 10, 50
SEES = {
    "annotator": "annotator1",
    "idle annotator": "annotator2",
    "adjudicator": "annotator19",
    "curator": "annotator20",
}
SEARCHES = {"common word": "harbour", "rare word": RARE, "no hits": "zeppelin", "two words": "harb dock"}


@dataclass(frozen=True, kw_only=True)
class Page:
    name: str
    who: str
    ask: Callable[[Client], Any]
    writes: bool = True


@dataclass(kw_only=True)
class Asked:
    """Queries of one request, without the savepoints that the benchmark's own transaction brings."""

    queries: int = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK TO")):
            self.queries += 1
        return execute(sql, params, many, context)


def measured(page: Page) -> tuple[int, float, float]:
    """Queries, and the median and the 95th percentile of the server's milliseconds."""
    client = Client()
    client.force_login(User.objects.get(username=SEES[page.who]))
    took, asked = [], Asked()
    for _turn in range(REPETITIONS + 2):
        asked.queries = 0
        # Where nothing is written nothing is undone: with a rollback a connection forgets the plans that it keeps.
        with undone() if page.writes else nullcontext(), connection.execute_wrapper(asked):
            began = time.perf_counter()
            answer = page.ask(client)
            took.append((time.perf_counter() - began) * 1000)
        if answer.status_code not in (200, 302):
            raise SystemExit(f"{page.name}: {answer.status_code} {answer.content[:500]!r}")
    took = took[2:]  # the first ones load templates
    return asked.queries, statistics.median(took), statistics.quantiles(took, n=20)[-1]


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def get(name: str, who: str, path: str, **headers: Any) -> Page:
    return Page(name=name, who=who, ask=lambda client: client.get(path, headers=headers), writes=False)


def pages() -> Iterator[Page]:
    yield from work()
    yield from lists()
    yield from interface()
    yield from administration()


def work() -> Iterator[Page]:
    for who in SEES:
        yield get(f"home ({who})", who, "/")
    yield Page(name="next", who="annotator", ask=lambda client: client.post(f"/p/{SLUG}/next/"))
    Annotation.objects.filter(person__username=SEES["idle annotator"]).unfinished().update(lapsed_at=timezone.now())
    yield Page(name="next, a new claim", who="idle annotator", ask=lambda client: client.post(f"/p/{SLUG}/next/"))
    draft = _draft_of(User.objects.get(username=SEES["annotator"]))
    yield get("review page", "annotator", f"/review/{draft.annotation_id}/")
    for words in SEARCHES:
        path = f"/review/{draft.annotation_id}/articles/?q={SEARCHES[words]}"
        yield get(f"review, articles, {words}", "annotator", path)
    form = {
        "revision": 1, "active_seconds": 40, "verdict": "supported", "reason": "fully", "rationale": "The log.",
        "confidence": "fairly", "evidence-0-kind": "link", "evidence-0-stance": "supports",
        "evidence-0-url": "https://archive.example/1", "evidence-0-quote": "The first ship docked.",
    }  # fmt: skip
    address = f"/review/{draft.annotation_id}/"
    yield Page(name="save draft", who="annotator", ask=lambda client: client.post(address, {**form, "do": "save"}))
    yield Page(
        name="submit (and the next)", who="annotator", ask=lambda client: client.post(address, {**form, "do": "submit"})
    )


def _draft_of(user: User) -> Judgement:
    drafts = Judgement.objects.filter(
        annotation__person=user, submitted_at__isnull=True, annotation__lapsed_at__isnull=True,
        annotation__claim__project__slug=SLUG,
    )  # fmt: skip
    # The first unfinished one: so that "submit" brings the next and not this one again.
    return drafts.order_by("annotation_id")[0]


def lists() -> Iterator[Page]:
    project = Project.objects.get(slug=SLUG)
    articles, claims = f"/p/{SLUG}/articles/", f"/p/{SLUG}/claims/"
    middle = Claim.objects.filter(project=project).order_by("pk")[50_000].pk
    article = Article.objects.filter(project=project, state=ArticleState.DONE).order_by("pk")[2_500].pk
    yield get("articles", "curator", articles)
    yield get("articles, a later page", "curator", f"{articles}?before={article}")
    for state in ArticleState:
        yield get(f"articles, {state}", "curator", f"{articles}?state={state}")
    for words, asked in SEARCHES.items():
        yield get(f"articles, {words}", "curator", f"{articles}?q={asked}")
    yield get("article", "curator", f"{articles}{article}/")
    for who in ("annotator", "curator"):
        yield get(f"claims ({who})", who, claims)
        yield get(f"claims, the middle ({who})", who, f"{claims}?before={middle}")
        for stage in Stage:
            yield get(f"claims, {stage} ({who})", who, f"{claims}?stage={stage}")
        yield get(f"claims, topic ({who})", who, f"{claims}?topic=casualties")
        yield get(f"claims, of an article ({who})", who, f"{claims}?article={article}")
        for words, asked in SEARCHES.items():
            yield get(f"claims, {words} ({who})", who, f"{claims}?q={asked}")
        yield get(f"claims, common word, topic, open ({who})", who, f"{claims}?q=harbour&topic=forces&stage=open")
        yield get(f"claims, rare word, dropped ({who})", who, f"{claims}?q={RARE}&stage=dropped")
    resolved = Claim.objects.filter(project=project).resolved().order_by("pk")[1_000].pk
    yield get("claim, resolved", "annotator", f"{claims}{resolved}/")
    yield get("adjudication", "adjudicator", f"/p/{SLUG}/adjudication/")
    yield get("releases", "curator", f"/p/{SLUG}/releases/")
    yield get("my work", "annotator", f"/p/{SLUG}/my-work/")
    for state in ("unfinished", "lapsed", "submitted", "resolved", "skipped"):
        yield get(f"my work, {state}", "annotator", f"/p/{SLUG}/my-work/?state={state}")
    yield get("my work, disputed", "annotator", f"/p/{SLUG}/my-work/?verdict=disputed")


def interface() -> Iterator[Page]:
    _token, secret = issue_token(User.objects.get(username=SEES["curator"]), name="benchmark", by=None)
    knows = {"Authorization": f"Token {secret}"}
    queries = ["", "project=coast", "project=coast&stage=dropped", "stage=open", "stage=awaiting_adjudication",
               "project=coast&stage=in_progress", "project=coast&article=2500"]  # fmt: skip
    for query in queries:
        yield get(f"API claims {query}", "curator", f"/api/v1/claims/?{query}", **knows)
    for query in ("", "project=coast", "project=coast&state=failed"):
        yield get(f"API articles {query}", "curator", f"/api/v1/articles/?{query}", **knows)
    yield get("API annotations", "curator", "/api/v1/annotations/", **knows)


def administration() -> Iterator[Page]:
    from django.contrib import admin

    yield get("admin", "curator", "/admin/")
    filters = {
        "article": ["state__exact=failed", "of=coast", "q=report", "q=zeppelin", "p=19"],
        "claim": [*(f"stage={stage}" for stage in Stage), "of=coast", f"q={RARE}", "q=harbour", "q=zeppelin", "p=19"],
        "annotation": ["skip_reason__exact=not_a_claim", "of=coast", "q=0" + "1" * 31, "p=19"],
        "judgement": ["verdict__exact=disputed", "of=coast"],
        "evidence": ["stance__exact=context", "of=coast"],
        "resolution": ["verdict__exact=disputed", "of=coast"],
        "auditevent": ["subject=judgement", "subject=release", "of=coast", "q=500"],
    }
    for model in sorted(shown._meta.model_name or "" for shown in admin.site._registry):
        for query in ["", *filters.get(model, [])]:
            yield get(f"admin {model} {query}", "curator", f"/admin/verification/{model}/?{query}")


def main(words: list[str]) -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    call_command("migrate", verbosity=0)
    if not Project.objects.filter(slug=NOISE).exists():
        fill()
    for name in ("worker", "sweep"):
        Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})
    gc.collect()
    gc.freeze()  # as the web server has frozen what it loaded, so what only this benchmark did
    print("| page | queries | p50 ms | p95 ms | |\n|---|---:|---:|---:|---|")
    over = 0
    for page in pages():
        if words and not any(word in page.name for word in words):
            continue
        queries, median, late = measured(page)
        mark = "over" if queries > MOST_QUERIES or median > MOST_MILLISECONDS else ""
        over += bool(mark)
        print(f"| {page.name.strip()} | {queries} | {median:.0f} | {late:.0f} | {mark} |", flush=True)
    print(f"\n{over} over {MOST_QUERIES} queries or {MOST_MILLISECONDS} ms.")


if __name__ == "__main__":
    main(sys.argv[1:])
