"""Filters of the list of claims, kept under a name."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.exceptions import Invalid
from verification.models import Project, SavedFilter, User
from verification.policies import require, why_not_forget_filter, why_not_save_filter

LONGEST_NAME, LONGEST_QUERY = 80, 2000  # code points
MOST_SAVED = 50  # of a person in a project: they all stand above the list


@transaction.atomic
def save_filter(project: Project, *, name: str, query: str, by: User, shared: bool = False) -> SavedFilter:
    """Keeps what the list is asked, `query`, under a name; an own one of the same name is written over."""
    require(why_not_save_filter(by, project, shared=shared))
    name, query = " ".join(name.split()), query.strip()
    if not name or len(name) > LONGEST_NAME:
        raise Invalid(_("Give the filter a name of at most %(most)d characters.") % {"most": LONGEST_NAME})
    if not query or len(query) > LONGEST_QUERY:
        raise Invalid(_("There is no filter to save: find something first."))
    mine = SavedFilter.objects.filter(project=project, owner=by)
    if mine.exclude(name=name).count() >= MOST_SAVED:
        raise Invalid(_("You have %(most)d filters here. Delete one first.") % {"most": MOST_SAVED})
    saved, _created = SavedFilter.objects.update_or_create(
        project=project, owner=by, name=name, defaults={"query": query, "is_shared": shared}
    )
    record("filter.saved", by=by, subject=saved, project=project, shared=shared)
    return saved


@transaction.atomic
def forget_filter(saved: SavedFilter, *, by: User) -> None:
    saved = SavedFilter.objects.select_for_update(of=("self",)).select_related("project").get(pk=saved.pk)
    require(why_not_forget_filter(by, saved))
    record("filter.forgotten", by=by, subject=saved, project=saved.project, owner=saved.owner_id)
    saved.delete()
