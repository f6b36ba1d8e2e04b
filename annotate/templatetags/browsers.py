"""A browser in words, from what it says of itself."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux"
}  # fmt: skip


@register.filter
def browser(user_agent: str) -> str:
    """Such as "Firefox, Linux"; its own words where it is none that we know."""
    name = next((name for sign, name in BROWSERS.items() if f"{sign}/" in user_agent), None)
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), None)
    if name is None:
        return user_agent[:60] or _("unknown browser")
    return f"{name}, {system}" if system else name
