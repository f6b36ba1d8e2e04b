"""What is known of an article besides its text, put right: title, language, rights, and where and when it ran.

Whoever corrects may say which version they looked at (`seen`, see `versions`).
"""

from __future__ import annotations

from copy import copy
from datetime import date, datetime
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _

from verification.actions.articles import extract_again
from verification.actions.audit import record
from verification.actions.draft_items import Problem, day
from verification.actions.versions import CHANGEABLE, plain, require_seen
from verification.exceptions import Conflict, Invalid
from verification.models import Article, Publication, User
from verification.policies import require, require_state, why_not_correct_article, why_not_correct_now
from verification.vocabulary import ArticleState, DateBasis, Origin

# Of these the audit trail keeps what it was and what it is; of the others, which are texts, only that they changed.
TOLD = ("language", "embargo_until", "keep_until", "is_sensitive", "published_on")


class Details(TypedDict, total=False):
    """The details of an article that are to change."""

    title: str
    language: str | None
    licence: str | None
    embargo_until: datetime | None
    keep_until: date | None
    is_sensitive: bool


class PublicationChange(TypedDict, total=False):
    """What is to change of where and when a text ran; `published_on` is 2026-11-21, 2026-11 or 2026."""

    url: str | None
    outlet: str | None
    byline: str | None
    published_on: str | None
    origin: Origin


@transaction.atomic
def correct_details(article: Article, *, change: Details, by: User, seen: str | None = None) -> Article:
    """Puts right what is known of the article; what is not in `change` stays."""
    require(why_not_correct_article(by, article.project))
    # Locked, because two curators may correct at once: the second is told of the first.
    article = Article.objects.select_for_update(of=("self",)).select_related("project").get(pk=article.pk)
    require_state(why_not_correct_now(article))
    new = {**change, "language": change.get("language") or None} if "language" in change else dict(change)
    changed, told = _changes(article, new)
    if changed:
        require_seen(article, seen)
        _set(article, new, changed)
        article.save(update_fields=changed)
        if "language" in changed and article.state == ArticleState.DONE:
            # It was read as another language: what this one shows is added to the claims that stand.
            extract_again(article)
        record("article.details_corrected", by=by, subject=article, project=article.project, fields=changed, **told)
    return article


@transaction.atomic
def list_publication(article: Article, *, ran: PublicationChange, by: User) -> Publication:
    """Adds a place where the article's text ran."""
    require(why_not_correct_article(by, article.project))
    require_state(why_not_correct_now(Article.objects.select_for_update().defer("text").get(pk=article.pk)))
    publication = Publication(article=article)
    _put(publication, ran)
    publication.save()
    _record_publication("added", publication, by=by)
    return publication


@transaction.atomic
def correct_publication(
    publication: Publication, *, change: PublicationChange, by: User, seen: str | None = None
) -> Publication:
    """Puts right where and when the text ran; what is not in `change` stays."""
    publication = _locked(publication, by=by)
    as_it_was = copy(publication)
    changed, told = _put(publication, change)
    if changed:
        require_seen(as_it_was, seen)
        publication.save()
        _record_publication("corrected", publication, by=by, fields=changed, **told)
    return publication


@transaction.atomic
def remove_publication(publication: Publication, *, by: User, seen: str | None = None) -> None:
    """Takes out a place where the text did not run after all."""
    publication = _locked(publication, by=by)
    require_seen(publication, seen)
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


def _put(publication: Publication, ran: PublicationChange) -> tuple[list[str], dict[str, list[Any]]]:
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
    changed, told = _changes(publication, new)
    _set(publication, new, changed)
    if not any((publication.url, publication.outlet, publication.byline, publication.published_on)):
        raise Invalid(_("Say at least one thing of it: an address, an outlet, a byline or a date."))
    same = Publication.objects.filter(article=publication.article_id, url=publication.url).exclude(pk=publication.pk)
    if publication.url and same.exists():
        sentence = _("This address is listed already.")
        raise Invalid(sentence, fields={"url": [sentence]})
    return changed, told


def _changes(row: Article | Publication, new: dict[str, Any]) -> tuple[list[str], dict[str, list[Any]]]:
    """The fields that `new` changes, and for the audit trail what those of them that it may tell were and become."""
    changed = [name for name in CHANGEABLE[type(row)] if name in new and getattr(row, name) != new[name]]
    told = {name: [plain(getattr(row, name)), plain(new[name])] for name in changed if name in TOLD}
    return changed, told


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
