"""Migrating quickly makes what Django makes."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.core.management import get_commands
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from annotate.migrating import quickly

CHECKED = models.CheckConstraint(condition=models.Q(size__gte=0), name="size_is_none_or_more")
PAIR = models.UniqueConstraint(fields=["ship", "name"], name="a_name_once_on_a_ship")
TO_SHIP: Any = models.ForeignKey("harbour.ship", models.PROTECT, related_name="+")
OPERATIONS: list[Any] = [
    migrations.CreateModel("Port", [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]),
    migrations.CreateModel(
        "Ship",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("names", ArrayField(models.TextField(), default=list)),
            ("port", models.ForeignKey("harbour.port", models.PROTECT, related_name="ships")),
            ("called_at", models.ManyToManyField("harbour.port", related_name="+")),
        ],
    ),
    migrations.CreateModel("Berth", [("id", models.BigAutoField(primary_key=True)), ("ship", TO_SHIP)]),
    migrations.AddField("Berth", "name", models.CharField(max_length=9, default="", db_index=True)),
    migrations.AddConstraint("Berth", PAIR),
    migrations.AddIndex("Ship", models.Index("port", name="ships_of_a_port")),
    migrations.AddField("Ship", "size", models.IntegerField(null=True)),
    migrations.AddConstraint("Ship", CHECKED),
    migrations.AlterField("Berth", "name", models.CharField(max_length=90, default="")),
    migrations.RemoveIndex("Ship", "ships_of_a_port"),
    migrations.AddField("Port", "newest", models.ForeignKey("harbour.ship", models.SET_NULL, null=True)),
    migrations.RemoveConstraint("Ship", "size_is_none_or_more"),
    migrations.RenameField("Ship", "size", "tons"),
    migrations.AddConstraint(
        "Ship", models.CheckConstraint(condition=models.Q(tons__lt=9), name="it_is_light", violation_error_code="heavy")
    ),
    migrations.RemoveField("Ship", "names"),
]


def made(how: Any) -> tuple[list[str], dict[str, Any]]:
    """The statements of the operations, and what is known of each model after them."""
    state = ProjectState()
    assert state.apps  # as Django has it before the first of them
    with how, connection.schema_editor(collect_sql=True) as editor:
        for operation in OPERATIONS:
            before = state.clone()
            operation.state_forwards("harbour", state)
            operation.database_forwards("harbour", editor, before, state)
    known = {
        model.__name__: (
            [(field.name, field.deconstruct()[1:]) for field in model._meta.get_fields() if hasattr(field, "column")],
            model._meta.indexes,
            model._meta.constraints,
            state.models["harbour", model.__name__.lower()].options,
        )
        for model in state.apps.get_models()
    }
    return editor.collected_sql, known


@pytest.mark.django_db
def test_the_statements_and_the_models_are_those_of_django() -> None:
    statements, known = made(nullcontext())
    assert len(statements) > len(OPERATIONS)
    assert made(quickly()) == (statements, known)


def test_what_django_does_is_left_as_it_was() -> None:
    before = ProjectState._append_option, ProjectState._remove_option, ModelState.render
    with quickly():
        during = ProjectState._append_option, ProjectState._remove_option, ModelState.render
    assert not set(before) & set(during)
    assert before == (ProjectState._append_option, ProjectState._remove_option, ModelState.render)


def test_it_is_how_the_installation_is_migrated() -> None:
    assert get_commands()["migrate"] == "annotate"
