"""What a model is asked: the instructions, which live in a file with their version, and the part of an article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files

from .schema import FOR_SERVERS, as_text


@dataclass(frozen=True, slots=True)
class Prompt:
    """The instructions in a version of theirs; `hash` names them and the schema together, as runs record it."""

    version: str
    text: str
    hash: str


def load(content: str) -> Prompt:
    """A prompt from its file: `version: …` on the first line, an empty line, the instructions."""
    head, _, text = content.partition("\n")
    schema = as_text(FOR_SERVERS)
    return Prompt(
        version=head.removeprefix("version:").strip(),
        text=text.strip(),
        hash=hashlib.sha256(f"{content}\0{schema}".encode()).hexdigest(),
    )


PROMPT = load(files(__package__).joinpath("prompt.md").read_text(encoding="utf-8"))


def messages(words: str, *, language: str | None, prompt: Prompt = PROMPT) -> list[dict[str, str]]:
    """The conversation that asks for the claims in `words`, a part of an article.

    The marks around it are made from its own hash, so that no article can hold the mark that ends it.
    """
    mark = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
    asked = (
        f"The article stands between <article-{mark}> and </article-{mark}>."
        f" Its language: {language or 'not known'}. List its claims.\n\n"
        f"<article-{mark}>\n{words}\n</article-{mark}>"
    )
    schema = f"Answer with one JSON object that fits this JSON schema:\n\n{as_text(FOR_SERVERS)}"
    return [{"role": "system", "content": f"{prompt.text}\n\n{schema}"}, {"role": "user", "content": asked}]
