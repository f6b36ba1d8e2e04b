"""What matching finds among 100,000 claims, and what one more article costs at 1,000, 10,000 and 100,000.

Run by hand, in a database of its own, which is emptied (a scratch server: triggers are switched off while it is
filled); about ten minutes:

    createdb bench && export DATABASE_URL=postgresql:///bench SECRET_KEY=$(openssl rand -hex 32)
    python3 -m tests.benchmarks.matching
    python3 -m tests.benchmarks.matching 10000 500          # fewer claims; EXAMPLES=1 shows errors
    python3 -m tests.benchmarks.matching 10000 1000 aside   # in the words of writers that no rule was made for
    BESIDE=../other python3 -m tests.benchmarks.matching 100000 5000 cost   # the cost alone, beside another checkout's

`tests/benchmarks/matching_claims.py` says what the claims are. What is stored comes in by COPY; what arrives goes
through the job, five claims an article. Whatever is linked that was not planted counts as wrong. What a reader could
not tell either has rows of its own: where an article bears no date, another number may be another event, and what two
articles say word for word may be two events.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (needs what was set up above)
from django.db import connection, transaction  # noqa: E402

from tests.benchmarks.library import copy  # noqa: E402
from tests.benchmarks.matching_claims import ASIDE, TELLINGS, Made, claims  # noqa: E402
from tests.benchmarks.matching_cost import kept, table  # noqa: E402
from verification import models as tables  # noqa: E402
from verification.jobs import match  # noqa: E402
from verification.matching.keys import keys  # noqa: E402
from verification.matching.stated import Stated  # noqa: E402
from verification.vocabulary import ArticleState, DatePrecision  # noqa: E402

SLUG = "matching"
AN_ARTICLE = 5  # claims
NOW = datetime(2026, 11, 1, tzinfo=UTC)
STEPS = (1_000, 10_000)
MEASURED = 60  # articles whose cost is measured at each size


def batched(rows: Iterable[tuple[int, Made]], size: int) -> Iterator[list[tuple[int, Made]]]:
    left = iter(rows)
    while group := list(islice(left, size)):
        yield group


class Filling:
    """Writes claims by COPY, a few an article; when each was said stands with the claim."""

    def __init__(self) -> None:
        self.project = tables.Project.objects.create(slug=SLUG, name="Matching", language="en")
        self.person = tables.User.objects.create(username="importer")
        self._articles = 0

    def add(self, made: Sequence[Made], *, first: int, are_waiting: bool = False) -> list[int]:
        """Writes claims whose ids begin with `first`, with their keys or to be matched; the ids of their articles."""
        articles, rows, keyed = [], [], []
        for group in batched(enumerate(made, start=first), AN_ARTICLE):
            self._articles += 1
            text = "\n\n".join(claim.statement for _pk, claim in group)
            article = tables.Article(
                pk=self._articles, project=self.project, title=f"Report {self._articles}", text=text,
                sha256=hashlib.sha256(f"{self._articles} {text}".encode()).hexdigest(), normaliser_version="1",
                language="en", state=ArticleState.DONE,
            )  # fmt: skip
            articles.append(article)
            for pk, claim in group:
                rows.append(self._row(pk, article, claim))
                if not are_waiting:
                    said = (claim.published, claim.published) if claim.published else None
                    read = Stated(statement=claim.statement).read
                    keyed += [(self.project.pk, key, pk) for key in keys(read, said)]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            copy(tables.Article, articles)
            copy(tables.Claim, rows)
            with cursor.cursor.copy("COPY verification_claimkey (project_id, key, claim_id) FROM STDIN") as pipe:
                for row in keyed:
                    pipe.write_row(row)
            if are_waiting:
                waiting = [tables.Matching(article=article, queued_at=NOW) for article in articles]
                tables.Matching.objects.bulk_create(waiting, batch_size=5_000)
        with connection.cursor() as cursor:
            for table in ("claim", "claimkey", "article", "matching"):
                cursor.execute(f"ANALYZE verification_{table}")
        return [article.pk for article in articles]

    def _row(self, pk: int, article: tables.Article, claim: Made) -> tables.Claim:
        start = (article.text or "").index(claim.statement)
        said = datetime.combine(claim.published, datetime.min.time(), UTC) if claim.published else None
        return tables.Claim(
            pk=pk, project=self.project, article=article, start=start, end=start + len(claim.statement),
            quote=claim.statement, prefix="", suffix="", statement=claim.statement, places=2,
            origin_person=self.person, public_id=f"{pk:032x}", asserted_from=said, asserted_until=said,
            asserted_precision=DatePrecision.DAY if said else None,
        )  # fmt: skip


def like_with_like(articles: Sequence[int], made: Sequence[Made], stored: int) -> list[int]:
    """Articles that find what belongs to them at every size: all that was planted in them is of the first so many."""
    groups = zip(articles, batched(enumerate(made), AN_ARTICLE), strict=True)
    planted = ((pk, [claim.of for _at, claim in group if claim.of is not None]) for pk, group in groups)
    return [pk for pk, of in planted if of and max(of) < stored][:MEASURED]


def quality(told: dict[int, Made], planted: dict[tuple[int, int], Made]) -> Iterator[str]:
    """Recall by what was planted, and precision by kind of link."""
    rows = list(tables.ClaimLink.objects.values_list("claim", "other", "kind", "reason"))
    links = {(min(one, other), max(one, other)): kind for one, other, kind, _reason in rows}
    groups = [", word for word", ", no dates tell", ""]
    group = {
        (min(one, other), max(one, other)): next(
            words for words in groups if words[2:] in reason.replace("No dates", "no dates")
        )
        for one, other, _kind, reason in rows
    }
    sorts = {
        pair: f"{made.sort}, {'both dated' if told[pair[0]].published and made.published else 'a date is missing'}"
        for pair, made in planted.items()
    }
    total = Counter(sorts[pair] for pair in sorted(planted, key=lambda pair: sorts[pair]))
    found = Counter(sorts[pair] for pair in planted if pair in links)
    right = Counter(sorts[pair] for pair, made in planted.items() if links.get(pair) == made.kind)
    beside = _beside(planted)
    shown = Counter(sorts[pair] for pair in planted if pair in links or pair in beside)
    yield "\n| planted | claims | linked | linked as that kind | linked, or its passage suggested |"
    yield "|---|---:|---:|---:|---:|"
    for sort, number in total.items():
        found_of, right_of, shown_of = (count[sort] / number for count in (found, right, shown))
        yield f"| {sort} | {number:,} | {found_of:.3f} | {right_of:.3f} | {shown_of:.3f} |"
    number = sum(total.values())
    found_of, right_of, shown_of = (count.total() / number for count in (found, right, shown))
    yield f"| all | {number:,} | {found_of:.3f} | {right_of:.3f} | {shown_of:.3f} |"
    yield "\n| link | proposed | of a planted pair | and of that kind |\n|---|---:|---:|---:|"
    for what in reversed(groups):
        chosen = [pair for pair in links if group[pair] == what]
        for kind in sorted({links[pair] for pair in chosen}):
            yield _precision(f"{kind}{what}", [pair for pair in chosen if links[pair] == kind], links, planted)
    yield _precision("all", links, links, planted)
    if os.environ.get("EXAMPLES"):
        yield from _examples(told, planted, links)


def _beside(planted: dict[tuple[int, int], Made]) -> set[tuple[int, int]]:
    """The planted pairs of which the passage of one is suggested beside the other."""
    claims = tables.Claim.objects.filter(pk__in={pk for pair in planted for pk in pair})
    place = {(article, start): pk for pk, article, start in claims.values_list("pk", "article", "start")}
    rows = tables.Bearing.objects.values_list("claim", "article", "start")
    found = ((claim, place.get((article, start))) for claim, article, start in rows)
    return {(min(claim, other), max(claim, other)) for claim, other in found if other is not None}


def _precision(
    what: str,
    chosen: Collection[tuple[int, int]],
    links: dict[tuple[int, int], str],
    planted: dict[tuple[int, int], Made],
) -> str:
    of_a_pair = sum(pair in planted for pair in chosen)
    as_planted = sum(pair in planted and planted[pair].kind == links[pair] for pair in chosen)
    number = max(1, len(chosen))
    return f"| {what} | {len(chosen):,} | {of_a_pair / number:.3f} | {as_planted / number:.3f} |"


def _examples(
    told: dict[int, Made], planted: dict[tuple[int, int], Made], links: dict[tuple[int, int], str]
) -> Iterator[str]:
    """A few of what went wrong, for whoever works on the rules."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for pair, kind in links.items():
        if pair not in planted:
            wrong[f"linked for nothing, {kind}"].append(_side_by_side(told, pair))
    for pair, made in planted.items():
        if links.get(pair) != made.kind:
            wrong[f"{made.sort}, found as {links.get(pair)}"].append(_side_by_side(told, pair))
    for what, listed in sorted(wrong.items()):
        yield f"\n{what}: {len(listed)}"
        yield from listed[:: max(1, len(listed) // 8)][:8]


def _side_by_side(told: dict[int, Made], pair: tuple[int, int]) -> str:
    return "  " + "\n      ".join(f"{told[pk].published or 'undated'}: {told[pk].statement}" for pk in pair)


def main(words: list[str]) -> None:
    size, number = int(words[0]) if words else 100_000, int(words[1]) if len(words) > 1 else 5_000
    call_command("migrate", verbosity=0)
    if tables.Project.objects.exclude(slug=SLUG).exists():
        raise SystemExit("This database holds projects: give the benchmark one of its own in DATABASE_URL.")
    call_command("flush", verbosity=0, interactive=False)
    stored, arriving = claims(background=size, planted=number, tellings=ASIDE if "aside" in words else TELLINGS)
    filling = Filling()
    waiting = filling.add(arriving, first=size + 1, are_waiting=True)
    filled, copies = 0, {}
    with ExitStack() as stack:
        for step in sorted({*(at for at in STEPS if at < size), size}):
            filling.add(stored[filled:step], first=filled + 1)
            filled = step
            copies[step] = stack.enter_context(kept(step))
        print("\n".join(table(copies, like_with_like(waiting, arriving, min(copies)))), flush=True)
    if "cost" in words:
        return
    began = time.perf_counter()
    for pk in waiting:
        match.run(pk)
    took = time.perf_counter() - began
    print(f"\n{len(arriving):,} claims in {len(waiting):,} articles arrived in {took:.0f} s.")
    told = dict(enumerate([*stored, *arriving], start=1))
    planted = {(made.of + 1, pk): made for pk, made in told.items() if made.of is not None}
    print("\n".join(quality(told, planted)))


if __name__ == "__main__":
    main(sys.argv[1:])
