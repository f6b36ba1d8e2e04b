"""The engine of a language model: every part of an article asked about, every answer grounded in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from verification.extraction import engine as rules
from verification.extraction.candidate import Candidate
from verification.extraction.dateline import dateline
from verification.extraction.structure import Article, fields

from .chunks import CHUNK, OVERLAP, Chunk, chunks
from .client import CUT_OFF, PARAMETERS, Answer, Client, Server, Trouble
from .grounding import Grounds, Words
from .prompt import PROMPT, messages
from .reading import Reading
from .schema import as_text

VERSION = f"1.{PROMPT.version}"  # of the code, then of the prompt
MOST_CHUNKS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that was had before; `is_counted` where an earlier run has its tokens already."""

    answer: Answer
    is_counted: bool


class Memory(Protocol):
    """Where answers are kept, so that none is asked and paid for twice."""

    def get(self, key: str) -> Kept | None: ...

    def put(self, key: str, answer: Answer) -> None: ...


class NoMemory:
    """Keeps nothing: for a run on the command line."""

    def get(self, key: str) -> Kept | None:
        return None

    def put(self, key: str, answer: Answer) -> None: ...


@dataclass(slots=True)
class Spent:
    """What an article took: requests, tokens of the answers that no run has counted yet, dropped passages."""

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dropped: int = 0


def parameters(model: str) -> dict[str, Any]:
    """What decides the answers besides the article, as runs record it."""
    return {"model": model, "prompt": PROMPT.hash, "characters": CHUNK, "overlap": OVERLAP} | PARAMETERS


def extract(
    text: str,
    language: str | None,
    published: date | None = None,
    *,
    client: Client,
    memory: Memory,
    spent: Spent,
) -> list[Candidate]:
    """The claims of `text` in order; `published` is the day the article ran.

    Raises Trouble where the model cannot be used; `spent` is counted all the same.
    """
    parts = chunks(text)
    if len(parts) > MOST_CHUNKS:
        raise Trouble(
            f"This text is too long for the language model: more than {MOST_CHUNKS} parts of {CHUNK:,} characters."
        )
    words = Words(text)
    reading = Reading()
    try:
        for part in parts:
            for chunk, answer in _answers(part, text, language, client, memory, spent):
                reading.add(answer, text=text, grounds=Grounds(text, chunk), words=words)
    finally:
        spent.requests, spent.dropped = client.requests, reading.dropped
        spent.tokens_in += client.tokens_in
        spent.tokens_out += client.tokens_out
    found = sorted(reading.found, key=lambda claim: (claim.start, claim.end))
    return with_fields(found, text, language, published)


def with_fields(found: Sequence[Candidate], text: str, language: str | None, published: date | None) -> list[Candidate]:
    """The claims with numbers, places, actors and times, which the rules read from their words: none is invented."""
    if not found:
        return []
    read = rules.read(text, language)
    article = Article.of(read.language, published or dateline(text, read.language), read.names, read.said)
    said = [fields(claim.quote, claim.start, article, content=(0, len(claim.quote)), said=None) for claim in found]
    return [
        replace(
            claim,
            numbers=its.numbers,
            locations=its.locations,
            actors=its.actors,
            asserted=its.asserted,
            event=its.event,
        )
        for claim, its in zip(found, said, strict=True)
    ]


def _answers(
    chunk: Chunk, text: str, language: str | None, client: Client, memory: Memory, spent: Spent
) -> Iterator[tuple[Chunk, Mapping[str, Any]]]:
    """The answer about a part; where that is cut off, those about its halves."""
    asked = messages(chunk.words(text), language=language)
    key = key_of(client.server, asked)
    kept = memory.get(key)
    if kept is None:
        answer = client.ask(asked)
        memory.put(key, answer)
    else:
        answer = kept.answer
        spent.tokens_in += 0 if kept.is_counted else answer.tokens_in
        spent.tokens_out += 0 if kept.is_counted else answer.tokens_out
    if answer.body != CUT_OFF:
        yield chunk, answer.body
        return
    halves = chunk.halves()
    if not halves:
        raise Trouble("The language model can take no single paragraph of this article, or end no answer about it.")
    for half in halves:
        yield from _answers(half, text, language, client, memory, spent)


def key_of(server: Server, asked: list[dict[str, str]]) -> str:
    """The name under which an answer is kept: the server, the model, the parameters, the prompt and the part."""
    content = as_text([server.url, parameters(server.model), asked])
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()
