"""Small objects that are made by the dozen."""

from dataclasses import replace

from verification.text.record import cached_property, record


@record(frozen=True, slots=True, order=True)
class Place:
    paragraph: int
    at: int = 0


def test_records_with_the_same_fields_are_one_in_a_set():
    assert {Place(1), Place(1, 0), replace(Place(2), paragraph=1)} == {Place(1)}


def test_records_are_ordered_by_their_fields_where_that_is_asked_for():
    assert sorted([Place(2), Place(1, 5), Place(1)]) == [Place(1), Place(1, 5), Place(2)]


def test_what_is_kept_is_worked_out_once_for_each_object():
    asked = []

    class Page:
        @cached_property
        def length(self) -> int:
            asked.append(self)
            return 12

    first, second = Page(), Page()
    assert (first.length, first.length, second.length) == (12, 12, 12)
    assert asked == [first, second]
