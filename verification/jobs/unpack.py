"""From a file that holds several articles to those articles: each part is one, read later, kept at once or failed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from verification.jobs.confined import parts_confined
from verification.jobs.leases import Held, keep, take
from verification.jobs.publications import Ran, add_publication
from verification.jobs.read import text_fields, title_of
from verification.models import Article, AuditEvent, Bundle, Original
from verification.text.document import Unreadable
from verification.text.part import Part, Row
from verification.vocabulary import ArticleState, BundleState


def run(bundle_id: int) -> Iterator[Article]:
    """Takes the bundle apart; yields each article that a worker is to read or extract, once it is committed.

    Twice is as good as once: a part that is an article already is passed over. Where the bundle breaks off, it fails
    with the reason, and what came before stays.
    """
    lease = take(
        Bundle.objects.all(),
        bundle_id,
        states=(BundleState.RECEIVED, BundleState.UNPACKING),
        become=BundleState.UNPACKING,
    )
    if lease is None:
        return
    bundle = Bundle.objects.select_related("upload__project").get(pk=bundle_id)
    there = set(bundle.articles.values_list("part", flat=True))
    parts = 0
    with Held(Bundle.objects.all(), bundle_id, lease=lease) as held:
        try:
            for part in parts_confined(bytes(bundle.content), bundle.name):
                parts += 1
                article = None if part.name in there else _kept(bundle, part)
                if article is not None and article.state in (ArticleState.RECEIVED, ArticleState.EXTRACTING):
                    yield article
        except Unreadable as why:
            words = f"{why} The {parts} articles before that are kept." if parts else str(why)
            keep(Bundle.objects.all(), bundle_id, lease=held.stop(), state=BundleState.FAILED, failure=words)
            return
        keep(Bundle.objects.all(), bundle_id, lease=held.stop(), state=BundleState.DONE, parts=parts)


def _kept(bundle: Bundle, part: Part) -> Article | None:
    """The article that the part is now; None where another worker has just made it."""
    for _attempt in range(2):
        try:
            with transaction.atomic():
                article = _article_of(bundle, part)
                AuditEvent.objects.create(
                    at=timezone.now(),
                    kind="article.received",
                    actor=bundle.upload.by_id,
                    project=bundle.upload.project_id,
                    subject="article",
                    subject_id=article.pk,
                    facts={"bundle": bundle.pk},
                )
                return article
        except IntegrityError:
            if bundle.articles.filter(part=part.name).exists():
                return None
            # The same text came in elsewhere at this moment and was kept first: now it is there to be found.
    raise AssertionError("a part was neither kept nor found")


def _article_of(bundle: Bundle, part: Part) -> Article:
    if part.content is not None:
        article = _new(bundle, part, state=ArticleState.RECEIVED)
        digest = hashlib.sha256(part.content).hexdigest()
        Original.objects.create(article=article, name=part.name, content=part.content, sha256=digest)
        return article
    if part.row is None:
        return _new(bundle, part, state=ArticleState.FAILED, failure=part.why_not)
    row = part.row
    try:
        fields = text_fields(row.text, language=row.language)
    except Unreadable as why:
        return _new(bundle, part, state=ArticleState.FAILED, failure=str(why), title=row.title)
    title = row.title or title_of(fields["text"])
    first = Article.objects.filter(project=bundle.upload.project_id, sha256=fields["sha256"]).first()
    if first is not None:
        add_publication(first, _ran(row))
        return _new(bundle, part, state=ArticleState.MERGED, same_as=first, title=title)
    fields["normalisation"] = fields["normalisation"] | ({"columns_ignored": part.ignored} if part.ignored else {})
    article = _new(bundle, part, state=ArticleState.EXTRACTING, title=title, **fields)
    add_publication(article, _ran(row))
    return article


def _new(bundle: Bundle, part: Part, **fields: Any) -> Article:
    return Article.objects.create(
        project_id=bundle.upload.project_id,
        upload_id=bundle.upload_id,
        bundle=bundle,
        part=part.name,
        queued_at=timezone.now(),
        **fields,
    )


def _ran(row: Row) -> Ran:
    return Ran(
        url=row.url,
        outlet=row.outlet,
        byline=row.byline,
        published_on=row.published_on,
        retrieved_at=row.retrieved_at,
    )
