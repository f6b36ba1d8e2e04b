from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.formats import jsonl

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_what_is_written_is_read_again_and_is_one_line_for_every_reader(record: dict[str, object]) -> None:
    written = jsonl.line(record)
    assert json.loads(written) == record
    assert written.endswith("\n")
    assert len(written.splitlines()) == 1


def test_the_order_of_keys_does_not_matter_and_letters_stay_letters() -> None:
    assert jsonl.line({"b": "بندر", "a": 1}) == jsonl.line({"a": 1, "b": "بندر"}) == '{"a":1,"b":"بندر"}\n'


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        jsonl.line({"score": float("nan")})
