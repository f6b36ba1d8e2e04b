"""What the top bar offers: only what the person's roles can use."""

from typing import Any

from django import template
from django.template.context import Context

from verification.models import Membership
from verification.vocabulary import Role

register = template.Library()


@register.simple_tag(takes_context=True)
def my_roles(context: Context) -> dict[str, bool]:
    """For each role, whether the signed-in person holds it in any project; one query."""
    user: Any = context["request"].user
    held = set(Membership.objects.filter(user=user).values_list("role", flat=True).distinct())
    return {role.value: role.value in held for role in Role}
