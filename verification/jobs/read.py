"""From a file to a text: parsing, normalising, recognising what is known already."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from verification.jobs.confined import read_confined
from verification.jobs.leases import Held, keep, take
from verification.jobs.retrieve import name_of, retrieved, take_turn
from verification.matching.near import near_keys
from verification.models import Article, Original, Publication
from verification.retrieval.page import NotRetrieved
from verification.text import language as languages
from verification.text.boilerplate import furniture
from verification.text.document import Document, Unreadable
from verification.text.normalise import NORMALISER_VERSION, has_hardly_a_word, normalise
from verification.text.segment import paragraphs
from verification.vocabulary import ArticleState, DateBasis, DatePrecision

TITLE_WITHIN = 4_000  # code points of a text in which its title is looked for


def run(article_id: int) -> bool:
    """Reads the article's file into its text. True when extraction is to follow, False when there is no more to do.

    A file that cannot be read leaves the article failed, with the reason; a text that the project knows already
    leaves it merged.
    """
    lease = take(
        Article.objects.all(),
        article_id,
        states=(ArticleState.RECEIVED, ArticleState.READING),
        become=ArticleState.READING,
    )
    if lease is None:
        return False
    article = Article.objects.select_related("original").get(pk=article_id)
    with Held(Article.objects.all(), article_id, lease=lease) as held:
        try:
            original = original_of(article)
            document = read_confined(bytes(original.content), original.name)
            fields = text_fields(document.text, language=article.language or document.language)
            fields["normalisation"] = document.facts | fields["normalisation"]
        except (Unreadable, NotRetrieved) as why:
            keep(Article.objects.all(), article_id, lease=held.stop(), state=ArticleState.FAILED, failure=str(why))
            return False
        return _keep_text(article, document, fields, lease=held.stop())


def original_of(article: Article) -> Original:
    """The file that the article came as; where it is to be had by its address, retrieved now and kept."""
    if article.address is None or Original.objects.filter(article=article).exists():
        return article.original
    take_turn(article.address)  # its person waits for it: it goes at once, and what asks this host next waits
    page = retrieved(article.address)
    with transaction.atomic():
        article.publications.filter(url=article.address).update(retrieved_at=timezone.now())
        return Original.objects.create(
            article=article,
            name=name_of(page),
            content=page.content,
            sha256=hashlib.sha256(page.content).hexdigest(),
        )


def text_fields(raw: str, *, language: str | None) -> dict[str, Any]:
    """The columns that come with a text: normalised once, hashed, its language identified where not given."""
    normalised = normalise(raw)
    text = normalised.text
    if not text.strip():
        raise Unreadable("There is no text in it. Check the file, or paste the article's text instead.")
    if has_hardly_a_word(text):
        raise Unreadable(
            "There is hardly a word in it, so no claim can be found. Check that all of the article's text is there."
        )
    limit = settings.TEXT_LIMIT_MB * 1024 * 1024
    encoded = text.encode("utf-8")
    if len(encoded) > limit:
        raise Unreadable(
            f"Its text is larger than {settings.TEXT_LIMIT_MB} MB, the limit for one article. Split it into parts."
        )
    return {
        "text": text,
        "sha256": hashlib.sha256(encoded).hexdigest(),
        "normaliser_version": NORMALISER_VERSION,
        "normalisation": normalised.done(),
        "near_keys": near_keys(text),
        "language": language or languages.identify(text),
    }


def title_of(text: str) -> str:
    """A title where none was given: the first line that belongs to the article, cut to a readable length."""
    lines = paragraphs(text[:TITLE_WITHIN])
    outside = {piece.start for piece in furniture(text[:TITLE_WITHIN], lines)}
    line = next((line.slice(text).strip() for line in lines if line.start not in outside), text[:200].strip())
    return line if len(line) <= 200 else line[:199].rstrip() + "…"


def _keep_text(article: Article, document: Document, fields: dict[str, Any], *, lease: datetime) -> bool:
    found = {"title": article.title or document.title or title_of(fields["text"])}
    for _attempt in range(2):
        first = Article.objects.filter(project=article.project_id, sha256=fields["sha256"]).first()
        try:
            with transaction.atomic():
                _add_found_publication(article, document)
                if first is not None:
                    merge_publications(article, into=first)
                    keep(
                        Article.objects.all(),
                        article.pk,
                        lease=lease,
                        state=ArticleState.MERGED,
                        same_as=first,
                        **found,
                    )
                    return False
                return keep(
                    Article.objects.all(),
                    article.pk,
                    lease=lease,
                    state=ArticleState.EXTRACTING,
                    attempts=0,
                    queued_at=timezone.now(),
                    **found,
                    **fields,
                )
        except IntegrityError:
            # The same text came in twice at once and the other copy was kept first: look again and merge.
            continue
    raise AssertionError("the same text was neither kept nor found")


def _add_found_publication(article: Article, document: Document) -> None:
    """What the file itself says of where it ran, where nobody said it when adding the article."""
    known = {"url": document.url, "outlet": document.outlet, "byline": document.byline}
    if article.address is not None:
        _add_to_publication(article, document)
        return
    if article.publications.exists() or not (any(known.values()) or document.published_on):
        return
    Publication.objects.create(
        article=article,
        **known,
        published_on=document.published_on,
        published_precision=DatePrecision.DAY if document.published_on else None,
        published_basis=DateBasis.METADATA if document.published_on else DateBasis.UNKNOWN,
    )


def _add_to_publication(article: Article, document: Document) -> None:
    """What a page says of itself, beside what was said when it was added by its address."""
    ran = article.publications.filter(url=article.address).first()
    if ran is None:
        return
    ran.outlet = ran.outlet or document.outlet
    ran.byline = ran.byline or document.byline
    if ran.published_on is None and document.published_on is not None:
        ran.published_on, ran.published_precision = document.published_on, DatePrecision.DAY
        ran.published_basis = DateBasis.METADATA
    ran.save(update_fields=["outlet", "byline", "published_on", "published_precision", "published_basis"])


def merge_publications(article: Article, *, into: Article) -> None:
    """Hands the article's publications to the first article with the same text, leaving out known addresses."""
    known = set(into.publications.exclude(url=None).values_list("url", flat=True))
    article.publications.exclude(url__in=known).update(article=into)
