"""Passages with marks become articles with spans, and the written ones in the project are whole."""

from pathlib import Path

import numpy as np
import pytest

from tests.gold import held_aside
from verification.extraction.tagger.lexicon import Lexicon
from verification.extraction.training import company
from verification.extraction.training.corpus import passages_written, unmarked

WRITTEN = Path(held_aside.__file__).parent / "attributions.jsonl"


def held(text, spans):
    return {kind: [text[start:end] for start, end in listed] for kind, listed in spans.items()}


def test_marks_are_taken_out_and_tell_who_says_what_also_within_what_is_said():
    text, found = unmarked("{S1:The mayor} {C1:quoted} {T1:{S2:a witness} {C2:as saying} {T2:it fell}}, {C1:he said}.")
    assert text == "The mayor quoted a witness as saying it fell, he said."
    assert [held(text, spans) for spans in found] == [
        {"source": ["The mayor"], "cue": ["quoted", "he said"], "content": ["a witness as saying it fell"]},
        {"source": ["a witness"], "cue": ["as saying"], "content": ["it fell"]},
    ]


@pytest.mark.parametrize("marked", ["{S1:She said.", "She said.}"])
def test_marks_that_are_not_closed_or_close_nothing_are_told(marked):
    with pytest.raises(ValueError, match="mark"):
        unmarked(marked)


def test_written_passages_say_of_each_attribution_by_which_words_what_is_said():
    written = list(passages_written(WRITTEN))
    assert len({example.record["text"] for example in written}) == len(written) > 500
    for example in written:
        text = example.record["text"]
        assert example.labels.any() == bool(example.record["attributions"])
        assert "{" not in text
        assert "}" not in text
        for spans in example.record["attributions"]:
            assert {"cue", "content"} <= spans.keys()
            for listed in spans.values():
                assert all(text[start:end].strip() == text[start:end] != "" for start, end in listed)


def test_a_lexicon_for_training_forgets_no_word_that_it_read():
    table = company.table(list(passages_written(WRITTEN))[:40])
    kept, emptied = Lexicon(table, most=100), Lexicon(table, most=2)
    words = ["tide", "harbour", "crane"]
    first = kept.ids(words)
    assert np.array_equal(kept.ids([*words, "quay"])[:3], first)
    assert kept.times_emptied == 1
    emptied.ids(words)
    emptied.ids(["quay"])
    assert emptied.times_emptied == 2
