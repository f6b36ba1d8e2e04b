import time
from argparse import ArgumentParser
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count
from django.utils import timezone

from verification.actions.projects import create_project
from verification.actions.uploads import add_to_upload, start_upload
from verification.exceptions import Refusal
from verification.jobs.heartbeat import worker_answers
from verification.management.files import files_in
from verification.models import Article, Bundle, Project
from verification.models.article import UNFINISHED
from verification.vocabulary import ArticleState, BundleState

POLL_SECONDS = 0.5
PATIENCE = timedelta(seconds=30)  # without any progress and without a worker
LOOKED_AT = 2000  # articles that one look at the database asks after


class Command(BaseCommand):
    help = (
        "Adds files, and the files of folders, to a project; waits until a worker has read and extracted them."
        " A .zip, .csv or .jsonl file gives an article for each file, row or line in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to walk")
        parser.add_argument("--project", required=True, metavar="SLUG", help="the project's short name")
        parser.add_argument("--create", action="store_true", help="make the project where there is none")
        parser.add_argument("--no-wait", action="store_true", help="leave the rest to the worker and end")

    def handle(self, *args: Any, **options: Any) -> None:
        project = self._project(options["project"], create=options["create"])
        waiting = Waiting()
        refused = 0
        upload = None
        for path, name in files_in(options["paths"]):
            upload = upload or start_upload(project, by=None)
            try:
                waiting.add(add_to_upload(upload, name=name, content=content_of(path), by=None), name)
            except (Refusal, OSError) as why:
                refused += 1
                self._line(f"{name}: refused. {why}")
        if upload is None:
            raise CommandError("There is no file in what you named. Check the paths.")
        if options["no_wait"]:
            self._line(f"{waiting.number} files handed to the worker, {refused} refused.")
            failed = refused
        else:
            failed = refused + self._wait(waiting, refused=refused)
        if failed:
            raise SystemExit(1)

    def _project(self, slug: str, *, create: bool) -> Project:
        project = Project.objects.filter(slug=slug).first()
        if project is None and create:
            return create_project(slug, name=slug, by=None)
        if project is None:
            raise CommandError(f"There is no project “{slug}”. Check the name, or add --create to make it.")
        return project

    def _wait(self, waiting: "Waiting", *, refused: int) -> int:
        """Prints a line for each article as it ends; returns how many failed or did not come to an end."""
        ends = dict.fromkeys(ArticleState, 0)
        claims = 0
        progress_at = timezone.now()
        while waiting.number:
            for name, article in waiting.ended_articles():
                self._line(f"{name}: {what_became_of(article, claims=article.found)}")
                ends[ArticleState(article.state)] += 1
                claims += article.found
                progress_at = timezone.now()
            for name, bundle in waiting.ended_bundles():
                self._line(f"{name}: {what_became_of_bundle(bundle)}")
                ends[ArticleState.FAILED] += bundle.state == BundleState.FAILED
                progress_at = timezone.now()
            if waiting.number and timezone.now() - progress_at > PATIENCE and not worker_answers():
                for name in waiting.names():
                    self._line(f"{name}: still waiting")
                self._line(
                    "No worker answers. Start one with: celery -A annotate.celery worker."
                    " The articles are kept; it will read them then."
                )
                break
            time.sleep(POLL_SECONDS if waiting.number else 0)
        failed = ends[ArticleState.FAILED] + waiting.number
        total = refused + waiting.number + sum(ends.values())
        self._line(
            f"{total} {'files and parts' if waiting.had_bundles else 'files'}:"
            f" {ends[ArticleState.DONE]} done with {claims} claims,"
            f" {ends[ArticleState.MERGED]} known already, {ends[ArticleState.FAILED]} failed,"
            f" {refused} refused, {waiting.number} waiting."
        )
        return failed

    def _line(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


class Waiting:
    """What a worker has not come to the end of: articles and bundles, each with the name to print."""

    def __init__(self) -> None:
        self.had_bundles = False
        self._articles: dict[int, str] = {}
        self._bundles: dict[int, str] = {}
        self._newest: dict[int, int] = {}  # of each bundle, the part that was seen last

    @property
    def number(self) -> int:
        return len(self._articles) + len(self._bundles)

    def names(self) -> list[str]:
        return [*self._articles.values(), *self._bundles.values()]

    def add(self, given: Article | Bundle, name: str) -> None:
        if isinstance(given, Bundle):
            self.had_bundles = True
            self._bundles[given.pk], self._newest[given.pk] = name, 0
        else:
            self._articles[given.pk] = name

    def ended_articles(self) -> list[tuple[str, Any]]:
        """Those that have ended since, with their number of claims as `found`; they are waited for no more."""
        ended = (
            Article.objects.filter(pk__in=list(islice(self._articles, LOOKED_AT)))
            .exclude(state__in=UNFINISHED)
            .defer("text")
            .annotate(found=Count("claims"))
            .order_by("pk")
        )
        return [(self._articles.pop(article.pk), article) for article in ended]

    def ended_bundles(self) -> list[tuple[str, Bundle]]:
        """Those that were taken apart since, or could not be; from now on their parts are waited for."""
        looked_at = list(
            Bundle.objects.filter(pk__in=self._bundles).defer("content").order_by("pk")
        )  # before the parts, of which none comes after the end
        for bundle in looked_at:
            parts = Article.objects.filter(bundle=bundle, pk__gt=self._newest[bundle.pk]).order_by("pk")
            for pk, part in parts.values_list("pk", "part"):
                self._articles[pk] = f"{self._bundles[bundle.pk]}: {part}"
                self._newest[bundle.pk] = pk
        ended = [bundle for bundle in looked_at if bundle.state in (BundleState.DONE, BundleState.FAILED)]
        return [(self._bundles.pop(bundle.pk), bundle) for bundle in ended]


def content_of(path: Path) -> bytes:
    """What is in the file; of one that is too large only enough to be refused."""
    with path.open("rb") as file:
        return file.read(settings.UPLOAD_LIMIT_MB * 1024 * 1024 + 1)


def what_became_of(article: Article, *, claims: int) -> str:
    if article.state == ArticleState.MERGED:
        return f"known already, as article {article.same_as_id}"
    if article.state == ArticleState.FAILED:
        return f"failed. {article.failure}"
    return f"done, {claims} claims"


def what_became_of_bundle(bundle: Bundle) -> str:
    return f"failed. {bundle.failure}" if bundle.state == BundleState.FAILED else f"holds {bundle.parts} articles"
