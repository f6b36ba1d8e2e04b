"""What is known of an article besides its text, put right: title, language, rights, and where and when it ran.

Whoever corrects may say which version they looked at (`seen`): where somebody else has changed it since, they are
told so, and nothing is overwritten unseen.
"""

from __future__ import annotations

import hashlib
from copy import copy
from datetime import date, datetime
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.draft_items import Problem, day
from verification.exceptions import Conflict, Invalid
from verification.models import Article, Publication, User
from verification.policies import require, require_state, why_not_correct_article, why_not_correct_now
from verification.vocabulary import DateBasis, Origin

DETAILS = ("title", "language", "licence", "embargo_until", "keep_until", "is_sensitive")
# Of these the audit trail keeps what it was and what it is; of the others, which are texts, only that they changed.
TOLD = ("language", "embargo_until", "keep_until", "is_sensitive", "published_on")
RAN = ("url", "outlet", "byline", "published_on", "published_precision", "published_basis", "origin")


class Details(TypedDict, total=False):
    """The details of an article that are to change."""

    title: str
    language: str | None
    licence: str | None
    embargo_until: datetime | None
    keep_until: date | None
    is_sensitive: bool


class Ran(TypedDict, total=False):
    """What is to change of where and when a text ran; `published_on` is 2026-11-21, 2026-11 or 2026."""

    url: str | None
    outlet: str | None
    byline: str | None
    published_on: str | None
    origin: Origin


def version_of(row: Article | Publication) -> str:
    """A name for what is known of an article or a publication at this moment; another once anything is changed."""
    names = DETAILS if isinstance(row, Article) else RAN
    content = "\x1f".join(str(_plain(getattr(row, name))) for name in names)
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16]


@transaction.atomic
def correct_details(article: Article, *, change: Details, by: User, seen: str | None = None) -> Article:
    """Puts right what is known of the article; what is not in `change` stays."""
    require(why_not_correct_article(by, article.project))
    # Locked, because two curators may correct at once: the second is told of the first.
    article = Article.objects.select_for_update(of=("self",)).select_related("project").get(pk=article.pk)
    require_state(why_not_correct_now(article))
    new = {**change, "language": change.get("language") or None} if "language" in change else dict(change)
    changed, told = _changes(article, new, among=DETAILS)
    if changed:
        _require_seen(article, seen)
        _set(article, new, changed)
        article.save(update_fields=changed)
        record("article.details_corrected", by=by, subject=article, project=article.project, fields=changed, **told)
    return article


@transaction.atomic
def list_publication(article: Article, *, ran: Ran, by: User) -> Publication:
    """Adds a place where the article's text ran."""
    require(why_not_correct_article(by, article.project))
    require_state(why_not_correct_now(Article.objects.select_for_update().defer("text").get(pk=article.pk)))
    publication = Publication(article=article)
    _put(publication, ran)
    publication.save()
    _record_publication("added", publication, by=by)
    return publication


@transaction.atomic
def correct_publication(publication: Publication, *, change: Ran, by: User, seen: str | None = None) -> Publication:
    """Puts right where and when the text ran; what is not in `change` stays."""
    publication = _locked(publication, by=by)
    as_it_was = copy(publication)
    changed, told = _put(publication, change)
    if changed:
        _require_seen(as_it_was, seen)
        publication.save()
        _record_publication("corrected", publication, by=by, fields=changed, **told)
    return publication


@transaction.atomic
def remove_publication(publication: Publication, *, by: User, seen: str | None = None) -> None:
    """Takes out a place where the text did not run after all."""
    publication = _locked(publication, by=by)
    _require_seen(publication, seen)
    _record_publication("removed", publication, by=by)
    publication.delete()


def _set(row: Article | Publication, new: dict[str, Any], names: list[str]) -> None:
    for name in names:
        setattr(row, name, new[name])


def _locked(publication: Publication, *, by: User) -> Publication:
    require(why_not_correct_article(by, publication.article.project))
    found = Publication.objects.select_for_update(of=("self",)).select_related("article__project")
    there = found.defer("article__text").filter(pk=publication.pk).first()
    if there is None:
        raise Conflict(_("Somebody has taken this publication out meanwhile."))
    require_state(why_not_correct_now(there.article))
    return there


def _put(publication: Publication, ran: Ran) -> tuple[list[str], dict[str, list[Any]]]:
    """Sets on the publication what is said of it; which fields that changed, and the dates before and after."""
    new: dict[str, Any] = {name: str(value or "").strip() or None for name, value in ran.items() if name != "origin"}
    if "origin" in ran:
        new["origin"] = ran["origin"]
    if "published_on" in ran:
        try:
            new["published_on"], new["published_precision"] = day(ran["published_on"])
        except Problem as problem:
            raise Invalid(str(problem), fields={"published_on": [str(problem)]}) from problem
        known = (publication.published_on, publication.published_precision)
        if (new["published_on"], new["published_precision"]) != known:
            new["published_basis"] = DateBasis.PERSON if new["published_on"] else DateBasis.UNKNOWN
    changed, told = _changes(publication, new, among=RAN)
    _set(publication, new, changed)
    if not any((publication.url, publication.outlet, publication.byline, publication.published_on)):
        raise Invalid(_("Say at least one thing of it: an address, an outlet, a byline or a date."))
    same = Publication.objects.filter(article=publication.article_id, url=publication.url).exclude(pk=publication.pk)
    if publication.url and same.exists():
        sentence = _("This address is listed already.")
        raise Invalid(sentence, fields={"url": [sentence]})
    return changed, told


def _changes(
    row: Article | Publication, new: dict[str, Any], *, among: tuple[str, ...]
) -> tuple[list[str], dict[str, list[Any]]]:
    changed = [name for name in among if name in new and getattr(row, name) != new[name]]
    told = {name: [_plain(getattr(row, name)), _plain(new[name])] for name in changed if name in TOLD}
    return changed, told


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _require_seen(row: Article | Publication, seen: str | None) -> None:
    if seen is not None and seen != version_of(row):
        raise Conflict(_("Somebody else has changed this meanwhile. Look at how it stands now, then send it again."))


def _record_publication(what: str, publication: Publication, *, by: User, **facts: Any) -> None:
    # Of the article, so that its history is found in one place, whatever becomes of the publication.
    article = publication.article
    record(
        f"article.publication_{what}",
        by=by,
        subject=article,
        project=article.project,
        publication=publication.pk,
        **facts,
    )
