"""Addresses that are handed to people outside of a page of this site."""

from django.conf import settings
from django.urls import reverse


def link_of(secret: str) -> str:
    """The link of the invitation with this secret."""
    return f"{settings.SITE_URL}{reverse('invitation', args=[secret])}"
