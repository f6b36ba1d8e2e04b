"""Who may ask what: every address, as every kind of person, against docs/permissions.md."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.contrib import admin

from tests.guards.addresses import addresses
from tests.guards.asking import Asker
from tests.guards.requests import ADMIN
from tests.guards.tables import each_of, rows_of
from tests.guards.world import WITHIN

pytestmark = pytest.mark.django_db

TABLE = {
    (address, row["method"]): {person: said for person, said in row.items() if person not in ("address", "method")}
    for row in rows_of("permissions.md", first="address")
    for address in each_of(row["address"].strip("`"))
}
OUTSIDE = {"anonymous", "stranger", "other project", "administrator"}
# Whoever holds an invitation's link is told which project it is to.
OPEN_TO_ITS_HOLDER = "/invitation/<secret>/"
OTHER_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
REFUSED = {"405", "400", "401", "403", "404", "415", "sign in"}
# Code of others, which takes one method for another; there it counts that nothing is changed.
NOT_OURS = ("/accounts/", "/admin/", "/language/")


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted({address for address, _method in TABLE} ^ set(addresses())) == []


def test_no_row_is_there_twice() -> None:
    listed = Counter(
        (address, row["method"])
        for row in rows_of("permissions.md", first="address")
        for address in each_of(row["address"].strip("`"))
    )
    assert [row for row, times in listed.items() if times > 1] == []


def test_every_action_of_the_administration_has_a_row() -> None:
    expected = set()
    for address in addresses():
        if (model := ADMIN.fullmatch(address)) is not None:
            actions = admin.site._registry[apps.get_model("verification", model["model"])].actions or ()
            expected |= {(address, f"POST {action}") for action in actions}
    assert expected == {(address, method) for address, method in TABLE if method.startswith("POST ")}


@pytest.mark.parametrize(("address", "method"), TABLE, ids=lambda word: word.replace("/", ":"))
def test_each_person_is_answered_as_the_table_says(asker: Asker, address: str, method: str) -> None:
    said = {}
    for name, people in asker.world.people.items():
        answers = [asker.ask(person, method, address) for person in people]
        said[name] = "/".join(sorted({answer.said for answer in answers}))
        if name in OUTSIDE and address != OPEN_TO_ITS_HOLDER:
            assert not any(WITHIN in answer.content for answer in answers), f"{name} reads of the project"
    # As a row to paste, once it is clear that the code is right and the table is not.
    assert TABLE[address, method] == said, "| `{}` | {} | {} |".format(address, method, " | ".join(said.values()))


@pytest.mark.parametrize(
    "address", sorted({address for address, _method in TABLE}), ids=lambda word: word.replace("/", ":")
)
def test_a_method_without_a_row_is_refused(asker: Asker, address: str) -> None:
    people = asker.world.people
    names = ("annotator", "curator", "administrator who curates")
    askers = [people[name][0] for name in names[2 if address.startswith("/admin/") else 0 :]]
    for method in OTHER_METHODS:
        if (address, method) in TABLE:
            continue
        said = {asker.ask(person, method, address).said for person in askers}
        assert "done" not in said, f"{method} changes something and has no row"
        assert said <= REFUSED or address.startswith(NOT_OURS), f"{method} is answered {said} and has no row"
