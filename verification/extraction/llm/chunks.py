"""An article cut into parts that fit into one request, by paragraphs; each repeats the end of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verification.text.boilerplate import furniture
from verification.text.segment import paragraphs, sentences
from verification.text.span import Span, trimmed

CHUNK = 6_000  # code points of the article in one request
OVERLAP = 600  # of these, at most, from the end of the part before: who "he" is stands there
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of an article: whole paragraphs in order, furniture left out, as spans of its text."""

    pieces: tuple[Span, ...]

    def words(self, text: str) -> str:
        """The part as a model reads it."""
        return BETWEEN.join(piece.slice(text) for piece in self.pieces)

    def halves(self) -> tuple[Chunk, ...]:
        """Two parts of it, for an answer that came out too long; none where it is one paragraph."""
        middle = len(self.pieces) // 2
        return (Chunk(self.pieces[:middle]), Chunk(self.pieces[middle:])) if middle else ()


def chunks(text: str, *, size: int = CHUNK, overlap: int = OVERLAP) -> list[Chunk]:
    """The parts of `text` in order, each of at most `size` code points; linear in its length."""
    found: list[Chunk] = []
    part: list[Span] = []
    length = 0
    for piece in pieces(text, longest=size):
        if part and length + len(piece) > size:
            found.append(Chunk(tuple(part)))
            part = _end_of(part, most=min(overlap, size - len(piece)))
            length = sum(map(len, part))
        part.append(piece)
        length += len(piece)
    return [*found, Chunk(tuple(part))] if part else found


def pieces(text: str, *, longest: int) -> list[Span]:
    """The paragraphs of the article without its furniture; one that is too long falls into sentences, or is cut."""
    blocks = paragraphs(text)
    left_out = {(found.start, found.end) for found in furniture(text, blocks)}
    found: list[Span] = []
    for block in blocks:
        if (block.start, block.end) in left_out:
            continue
        if len(block) <= longest:
            found.append(block)
            continue
        for sentence in sentences(text, block):
            if (sentence.start, sentence.end) not in left_out:
                cuts = range(sentence.start, sentence.end, longest)
                found += [trimmed(text, at, min(at + longest, sentence.end)) for at in cuts]
    return [piece for piece in found if len(piece)]


def _end_of(part: Sequence[Span], *, most: int) -> list[Span]:
    length = 0
    for number, piece in enumerate(reversed(part)):
        length += len(piece)
        if length > most:
            return list(part[len(part) - number :])
    return []  # all of it again would be no step forward
