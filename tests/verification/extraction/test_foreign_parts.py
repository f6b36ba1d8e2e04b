from __future__ import annotations

import pytest

from verification.extraction.model.foreign import CUES
from verification.extraction.model.foreign_orders import INTERRUPTED
from verification.extraction.model.foreign_parts import Attributing, compiled, one


def test_a_pattern_is_compiled_when_a_sentence_that_may_hold_it_is_looked_through() -> None:
    (pattern,) = compiled(r"(?P<source>\w+) (?P<cue>foretold here alone)", needs={"foretold": "foretold"})
    before = one.cache_info().currsize
    assert pattern.search("nobody says anything") is None
    assert one.cache_info().currsize == before
    found = [pattern.search(f"{name} foretold here alone") for name in ("she", "he")]
    assert [match and match["source"] for match in found] == ["she", "he"]
    assert one.cache_info().currsize == before + 1


@pytest.mark.parametrize(
    ("language", "patterns"),
    [
        *((language, (*cues.says, *cues.denies, *cues.accuses)) for language, cues in CUES.items()),
        *INTERRUPTED.items(),
    ],
)
def test_every_pattern_of_a_language_names_a_speaker_and_a_cue(
    language: str, patterns: tuple[Attributing, ...]
) -> None:
    groups = [one(pattern.pattern).groupindex.keys() for pattern in patterns]
    assert groups
    assert [named for named in groups if not named >= {"source", "cue"}] == [], language
