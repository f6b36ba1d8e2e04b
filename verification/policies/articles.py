"""Articles and the files that they come in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Article, Bundle, Original, Project, User
from verification.vocabulary import ArticleState, BundleState, Role

from .roles import holds


def why_not_add_articles(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project add articles and claims to its queue.")


def why_not_correct_article(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project correct what is known of its articles.")


def why_not_correct_now(article: Article) -> str | None:
    """Why the details of an article cannot be corrected yet, or never, whoever asks."""
    if article.state in (ArticleState.RECEIVED, ArticleState.READING):
        return _("This article is still on its way: a worker may yet find its title. Wait until it is read.")
    if article.state == ArticleState.MERGED:
        return _("The project had this text already. Correct the first article with it.")
    return None


def why_not_retry(article: Article) -> str | None:
    is_kept = article.text is not None or article.address is not None or has_original(article)
    if article.state == ArticleState.FAILED and not is_kept:
        return _("There is nothing kept of it to try again: mend what it says above and send it again.")
    if article.state in (ArticleState.FAILED, ArticleState.DONE):
        return None
    return _("This article is still on its way. Wait until it is done or has failed.")


def has_original(article: Article) -> bool:
    """Whether the file that the article came as is kept."""
    return Original.objects.filter(article=article).exists()


def why_not_retry_bundle(bundle: Bundle) -> str | None:
    if bundle.state == BundleState.FAILED:
        return None
    return _("This file is still on its way, or was taken apart already.")
