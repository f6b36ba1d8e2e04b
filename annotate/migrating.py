"""Makes a new database in a third of the time that Django takes.

For each index and each constraint Django builds the model anew, and every model that is related to it. To note in the
model that it has one more, or one less, comes to the same. And for each model that it builds it takes every field apart
into what it was made with, and makes it again. To copy the field comes to the same: one that belongs to no model yet is
what it was made with.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Field, GeneratedField
from django.db.models.base import ModelBase

# What Django keeps to itself has no types.
STATE: Any = ProjectState
MODEL: Any = ModelState
render = ModelState.render


@contextmanager
def quickly() -> Iterator[None]:
    """Migrations that run inside build no more models than they need."""
    before = STATE._append_option, STATE._remove_option
    STATE._append_option, STATE._remove_option = added_in_the_model, removed_in_the_model
    MODEL.render = render_with_copies
    try:
        yield
    finally:
        STATE._append_option, STATE._remove_option = before
        MODEL.render = render


def added_in_the_model(state: ProjectState, app_label: str, model: str, option: str, added: Any) -> None:
    """In the place of `ProjectState._append_option`; `option` is "indexes" or "constraints"."""
    now = [*state.models[app_label, model].options[option], added]
    _note(state, app_label, model, option, now)


def removed_in_the_model(state: ProjectState, app_label: str, model: str, option: str, removed: str) -> None:
    """In the place of `ProjectState._remove_option`; `removed` is a name."""
    now = [one for one in state.models[app_label, model].options[option] if one.name != removed]
    _note(state, app_label, model, option, now)


def _note(state: ProjectState, app_label: str, model: str, option: str, now: list[Any]) -> None:
    state.models[app_label, model].options[option] = now
    if "apps" in state.__dict__:  # asking for it would build all models
        setattr(state.apps.get_model(app_label, model)._meta, option, list(now))


class Copied:
    """In the place of a field whose model is built."""

    def __init__(self, field: Field[Any, Any]) -> None:
        self.field = field

    def clone(self) -> Field[Any, Any]:
        if hasattr(self.field, "model") or isinstance(self.field, ArrayField | GeneratedField):
            return self.field.clone()
        field: Any = copy.deepcopy(self.field)  # which copies what refers to the field as well, and nothing further
        field.name = None
        # Columns stand in the order in which their fields were made; what Django adds by itself stands before them.
        if field.auto_created:
            field.creation_counter = Field.auto_creation_counter
            Field.auto_creation_counter -= 1
        else:
            field.creation_counter = Field.creation_counter
            Field.creation_counter += 1
        return field


def render_with_copies(state: ModelState, apps: Any) -> ModelBase:
    """In the place of `ModelState.render`."""
    with_copies: Any = copy.copy(state)
    with_copies.fields = {name: Copied(field) for name, field in state.fields.items()}
    return render(with_copies, apps)
