"""Long texts in parts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from annotate.article_parts import MOST_CHARACTERS, MOST_PARAGRAPHS, part_at
from annotate.templatetags.passage import paragraphs


def all_parts(text: str):
    found = [part_at(text, 0)]
    while found[-1].after is not None:
        found.append(part_at(text, found[-1].after))
    return found


def test_a_text_of_usual_length_is_one_part():
    part = part_at("A ferry sank.\n\nNobody saw it.", 0)
    assert (part.start, part.end, part.number, part.of, part.before, part.after) == (0, 29, 1, 1, None, None)
    assert part_at("", 7).of == 1


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"Paragraph {number} 🌊." for number in range(2 * MOST_PARAGRAPHS + 5)),
        "\n\n".join("A longer paragraph. " * 100 for _number in range(90)),
        "A line without an empty one after it.\n" * 6_000,
        "word " * 40_000,
        "x" * (2 * MOST_CHARACTERS + 1),
        "\n\n" * 100_000 + "the end",
    ],
    ids=["many", "long", "lines", "words", "one word", "gaps"],
)
def test_parts_cover_the_text_without_overlap_and_are_short_enough(text):
    parts = all_parts(text)
    assert parts[0].start == 0
    assert parts[-1].end == len(text)
    assert all(left.end == right.start for left, right in pairwise(parts))
    assert [part.number for part in parts] == list(range(1, parts[0].of + 1))
    for part in parts:
        # A break of any length ends a paragraph and is never cut.
        assert len(text[part.start : part.end].strip()) <= MOST_CHARACTERS
        shown = list(paragraphs(text, begin=part.start, end=part.end))
        assert len(shown) <= MOST_PARAGRAPHS
        for paragraph in shown:
            for segment in paragraph.segments:
                assert text[segment.start : segment.start + len(segment.text)] == segment.text


def test_an_offset_leads_to_the_part_that_holds_it():
    text = "\n\n".join(f"Paragraph {number}." for number in range(1000))
    at = text.index("Paragraph 700.")
    part = part_at(text, at)
    assert part.start <= at < part.end
    assert part_at(text, 10**9).after is None
    assert part.before == part_at(text, part.before).start
