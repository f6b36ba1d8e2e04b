from django import template
from django.urls import reverse

from annotate.bundles import bundle_of

register = template.Library()


@register.simple_tag
def bundle(name: str) -> str:
    """The address of a bundle of scripts or styles, as it is now."""
    return reverse("bundle", args=[bundle_of(name).digest, name])
