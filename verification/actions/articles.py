from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification import tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.exceptions import Invalid, TooLarge
from verification.jobs.publications import Ran, add_publication
from verification.jobs.read import text_fields, title_of
from verification.models import Article, Original, Project, Upload, User
from verification.policies import (
    require,
    require_state,
    why_not_add_articles,
    why_not_curate,
    why_not_retrieve,
    why_not_retry,
)
from verification.text.document import Unreadable
from verification.text.names import plain_name
from verification.vocabulary import ArticleState


@transaction.atomic
def add_file(
    project: Project,
    *,
    name: str,
    content: bytes,
    by: User | None,
    title: str = "",
    language: str | None = None,
    ran: Ran | None = None,
    upload: Upload | None = None,
) -> Article:
    """Keeps a file as an article for a worker to read; its text is null until then. `by` is None for a command.

    `upload` is what it was sent with. A title and a language that are given stand; otherwise the worker finds them
    in the file.
    """
    if by is not None:
        require(why_not_add_articles(by, project))
    name = plain_name(name)
    refuse_size(name, content)
    article = Article.objects.create(
        project=project, title=title.strip(), language=language, upload=upload, queued_at=timezone.now()
    )
    Original.objects.create(article=article, name=name, content=content, sha256=hashlib.sha256(content).hexdigest())
    add_publication(article, ran)
    record("article.received", by=by, subject=article, project=project, bytes=len(content))
    enqueue_on_commit(tasks.read_article, article.pk)
    return article


@transaction.atomic
def add_address(
    project: Project, *, url: str, by: User, title: str = "", language: str | None = None, ran: Ran | None = None
) -> Article:
    """Adds the article at a web address: a worker retrieves it, then reads it as a file."""
    require(why_not_add_articles(by, project))
    require_state(why_not_retrieve())
    article = Article.objects.create(
        project=project, title=title.strip(), language=language, address=url, queued_at=timezone.now()
    )
    add_publication(article, {**(ran or {}), "url": url})
    record("article.received", by=by, subject=article, project=project, by_address=True)
    enqueue_on_commit(tasks.read_article, article.pk)
    return article


def refuse_size(name: str, content: bytes) -> None:
    """Raises what becomes of a file that is too large or empty, whatever its kind."""
    if len(content) > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
        raise TooLarge(
            _("%(name)s is larger than %(limit)d MB, the limit for one file. Split it, or ask for a higher limit.")
            % {"name": name, "limit": settings.UPLOAD_LIMIT_MB}
        )
    if not content:
        raise Invalid(_("%(name)s is empty. Check that it was saved, and send it again.") % {"name": name})


def add_text(
    project: Project,
    *,
    text: str,
    by: User | None,
    title: str = "",
    language: str | None = None,
    ran: Ran | None = None,
    corrects: Article | None = None,
) -> tuple[Article, bool]:
    """Adds a text; returns the article and whether it is new.

    Where the project knows the text already, the first article is returned and gets the publication. `corrects` is
    the article of which this is a later, corrected version: its text must be new.
    """
    if by is not None:
        require(why_not_add_articles(by, project))
    if corrects is not None and corrects.project_id != project.pk:
        raise Invalid(_("An article corrects another of its own project alone."))
    try:
        fields = text_fields(text, language=language)
    except Unreadable as why:
        raise Invalid(str(why), fields={"text": [str(why)]}) from why
    try:
        return _keep_or_find(project, fields, title=title, by=by, ran=ran, corrects=corrects)
    except IntegrityError:
        # The same text came in at this moment and was kept first: now it is there to be found.
        return _keep_or_find(project, fields, title=title, by=by, ran=ran, corrects=corrects)


@transaction.atomic
def _keep_or_find(
    project: Project,
    fields: dict[str, Any],
    *,
    title: str,
    by: User | None,
    ran: Ran | None,
    corrects: Article | None,
) -> tuple[Article, bool]:
    first = Article.objects.filter(project=project, sha256=fields["sha256"]).first()
    if first is not None:
        if corrects is not None:
            raise _no_correction(first, corrects)
        publication = add_publication(first, ran)
        if publication is not None:
            record("publication.added", by=by, subject=publication, project=project, article=first.pk)
        return first, False
    article = Article.objects.create(
        project=project,
        title=title.strip() or title_of(fields["text"]),
        state=ArticleState.EXTRACTING,
        queued_at=timezone.now(),
        corrects=corrects,
        **fields,
    )
    if corrects is not None:
        record("article.corrected", by=by, subject=corrects, project=project, correction=article.pk)
    add_publication(article, ran)
    record("article.received", by=by, subject=article, project=project, characters=len(fields["text"]))
    enqueue_on_commit(tasks.extract_article, article.pk)
    return article, True


def _no_correction(known: Article, corrects: Article) -> Invalid:
    if known.pk == corrects.pk:
        sentence = _("This is the very same text as before: there is nothing to correct in it.")
    else:
        sentence = _("The project has this very text already, as article %(number)d.") % {"number": known.pk}
    return Invalid(sentence, fields={"text": [sentence]})


@transaction.atomic
def retry(article: Article, *, by: User) -> Article:
    """Sends a failed article through again, or extracts once more from one that is done."""
    require(why_not_curate(by, article.project))
    # Locked, because two people may press the button at once: the second finds it on its way.
    article = Article.objects.select_for_update().get(pk=article.pk)
    require_state(why_not_retry(article))
    if article.text is None:
        _send(article, tasks.read_article, state=ArticleState.RECEIVED)
    else:
        extract_again(article)
    record("article.retried", by=by, subject=article, project=article.project)
    return article


def extract_again(article: Article) -> None:
    """Sends an article that the caller has locked, and has asked the policies of, to a worker once more."""
    _send(article, tasks.extract_article, state=ArticleState.EXTRACTING)


def _send(article: Article, task: Any, *, state: ArticleState) -> None:
    article.state = state
    article.failure = None
    article.attempts = 0
    article.queued_at = timezone.now()
    article.save(update_fields=["state", "failure", "attempts", "queued_at"])
    enqueue_on_commit(task, article.pk)
