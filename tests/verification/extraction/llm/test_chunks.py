from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from verification.extraction.llm.chunks import Chunk, chunks
from verification.text.span import Span

PARAGRAPHS = [f"Paragraph {n} says that {n} houses were flooded in the village." for n in range(12)]
TEXT = "\n\n".join(PARAGRAPHS)


def test_a_short_article_is_one_part() -> None:
    (part,) = chunks(TEXT)
    assert part.words(TEXT) == TEXT


def test_parts_are_whole_paragraphs_and_begin_with_the_end_of_the_part_before() -> None:
    parts = [part.words(TEXT).split("\n\n") for part in chunks(TEXT, size=260, overlap=70)]
    assert len(parts) > 2
    assert all(paragraph in PARAGRAPHS for part in parts for paragraph in part)
    assert all(part[0] == before[-1] for before, part in pairwise(parts))


def test_what_is_furniture_is_not_sent() -> None:
    (part,) = chunks("The army holds 3 villages, it said on Monday.\n\nPost a comment\n")
    assert part.words("The army holds 3 villages, it said on Monday.\n\nPost a comment\n") == (
        "The army holds 3 villages, it said on Monday."
    )


def test_a_paragraph_that_is_too_long_falls_into_sentences_and_a_sentence_is_cut() -> None:
    text = "One house burned. " * 20 + "\n\n" + "word" * 200
    parts = chunks(text, size=100, overlap=20)
    assert all(sum(map(len, part.pieces)) <= 100 for part in parts)
    assert "One house burned." in parts[0].words(text)


def test_a_part_has_two_halves_unless_it_is_one_paragraph() -> None:
    first, second = Span(0, 5), Span(7, 9)
    assert Chunk((first, second)).halves() == (Chunk((first,)), Chunk((second,)))
    assert Chunk((first,)).halves() == ()


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab .\n“"), max_size=400), st.integers(20, 60), st.integers(0, 60))
def test_every_part_is_bounded_and_every_piece_is_in_some_part(text: str, size: int, overlap: int) -> None:
    parts = chunks(text, size=size, overlap=overlap)
    assert all(part.pieces and sum(map(len, part.pieces)) <= size for part in parts)
    covered = {piece for part in parts for piece in part.pieces}
    assert covered == {piece for part in chunks(text, size=size, overlap=0) for piece in part.pieces}
    for before, part in pairwise(parts):
        assert part.pieces[-1].end > before.pieces[-1].end, "a part brings something new"
