import time
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count
from django.utils import timezone

from verification.actions.articles import add_file
from verification.actions.projects import create_project
from verification.exceptions import Refusal
from verification.management.files import files_in
from verification.models import Article, Heartbeat, Project
from verification.models.article import UNFINISHED
from verification.vocabulary import ArticleState

POLL_SECONDS = 0.5
PATIENCE = timedelta(seconds=30)  # without any progress and without a worker


class Command(BaseCommand):
    help = "Adds files, and the files of folders, to a project; waits until a worker has read and extracted them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to walk")
        parser.add_argument("--project", required=True, metavar="SLUG", help="the project's short name")
        parser.add_argument("--create", action="store_true", help="make the project where there is none")
        parser.add_argument("--no-wait", action="store_true", help="leave the rest to the worker and end")

    def handle(self, *args: Any, **options: Any) -> None:
        project = self._project(options["project"], create=options["create"])
        refused = 0
        waiting: dict[int, str] = {}
        for path, name in files_in(options["paths"]):
            try:
                waiting[add_file(project, name=name, content=path.read_bytes(), by=None).pk] = name
            except (Refusal, OSError) as why:
                refused += 1
                self._line(f"{name}: refused. {why}")
        if not waiting and not refused:
            raise CommandError("There is no file in what you named. Check the paths.")
        if options["no_wait"]:
            self._line(f"{len(waiting)} files handed to the worker, {refused} refused.")
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

    def _wait(self, waiting: dict[int, str], *, refused: int) -> int:
        """Prints a line for each article as it ends; returns how many failed or did not come to an end."""
        total = len(waiting)
        ends = dict.fromkeys(ArticleState, 0)
        claims = 0
        progress_at = timezone.now()
        while waiting:
            ended = (
                Article.objects.filter(pk__in=waiting)
                .exclude(state__in=UNFINISHED)
                .annotate(found=Count("claims"))
                .order_by("pk")
            )
            for article in ended:
                self._line(f"{waiting.pop(article.pk)}: {what_became_of(article, claims=article.found)}")
                ends[ArticleState(article.state)] += 1
                claims += article.found
                progress_at = timezone.now()
            if waiting and timezone.now() - progress_at > PATIENCE and not worker_answers():
                for name in waiting.values():
                    self._line(f"{name}: still waiting")
                self._line(
                    "No worker answers. Start one with: celery -A annotate.celery worker."
                    " The articles are kept; it will read them then."
                )
                break
            time.sleep(POLL_SECONDS if waiting else 0)
        failed = ends[ArticleState.FAILED] + len(waiting)
        self._line(
            f"{total + refused} files: {ends[ArticleState.DONE]} done with {claims} claims,"
            f" {ends[ArticleState.MERGED]} known already, {ends[ArticleState.FAILED]} failed,"
            f" {refused} refused, {len(waiting)} waiting."
        )
        return failed

    def _line(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def what_became_of(article: Article, *, claims: int) -> str:
    if article.state == ArticleState.MERGED:
        return f"known already, as article {article.same_as_id}"
    if article.state == ArticleState.FAILED:
        return f"failed. {article.failure}"
    return f"done, {claims} claims"


def worker_answers() -> bool:
    """Whether a worker has shown itself lately."""
    return Heartbeat.objects.filter(name="worker", at__gt=timezone.now() - PATIENCE).exists()
