"""The warning before hard content: why a page covers its text until the person says that they will read it."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from annotate.labels import label
from verification.models import Article, Claim, User
from verification.vocabulary import HARD_TOPICS

register = template.Library()


@register.simple_tag
def cover_of(user: User, claim: Claim | None = None, article: Article | None = None) -> list[str]:
    """What the person is warned of before they read this claim or article; empty where there is nothing to cover."""
    hard = HARD_TOPICS if user.wants_warning else ()
    warned = [label(topic) for topic in hard if claim and topic in claim.topics]
    if (claim and claim.is_sensitive) or (article and article.is_sensitive):
        warned.append(_("marked as sensitive"))
    return warned
