"""The engines that a project may choose from, by name. Whatever goes wrong with a model, the rules are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from verification.vocabulary import Engine

from . import engine as rules
from .candidate import Candidate
from .llm import engine as model
from .llm.client import Client, Server, Trouble
from .llm.engine import Memory, NoMemory, Spent
from .llm.prompt import PROMPT
from .worth_model import WorthModel

RULES, LANGUAGE_MODEL = Engine.RULES.value, Engine.LANGUAGE_MODEL.value
ENGINES = (RULES, LANGUAGE_MODEL)
NO_SERVER = "No language model is set up on this installation."


@dataclass(frozen=True, kw_only=True)
class Found:
    """The claims of a text, which engine found them with what, and what that took.

    `fell_back_because` says why the rules ran in place of the engine that was asked for; None where they did not.
    """

    candidates: list[Candidate]
    engine: str
    version: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    model: str | None = None
    prompt_hash: str | None = None
    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal | None = None
    dropped: int = 0
    fell_back_because: str | None = None


def find_claims(
    name: str,
    text: str,
    language: str | None,
    *,
    parameters: Mapping[str, Any],
    server: Server | None,
    memory: Memory,
    published: date | None = None,
    worth: WorthModel | None = None,
) -> Found:
    """The claims that the engine of this name finds in `text`; by the rules where the model cannot be used.

    `parameters` are those of the rules, `published` is the day the article ran, `worth` weighs in place of what ships.
    Raises ValueError for a name that is none.
    """
    if name == RULES:
        return _by_rules(text, language, parameters, published, worth)
    if name != LANGUAGE_MODEL:
        raise ValueError(f"there is no engine “{name}”; choose one of {', '.join(ENGINES)} in the project's settings")
    if server is None:
        return _by_rules(text, language, parameters, published, worth, because=NO_SERVER)
    spent = Spent()
    try:
        candidates = model.extract(text, language, published, client=Client.of(server), memory=memory, spent=spent)
    except Trouble as trouble:
        return _by_rules(text, language, parameters, published, worth, because=str(trouble), spent=spent, server=server)
    return Found(
        candidates=candidates,
        engine=LANGUAGE_MODEL,
        version=model.VERSION,
        parameters=model.parameters(server.model),
        model=server.model,
        prompt_hash=PROMPT.hash,
        dropped=spent.dropped,
        **_bill(spent, server),
    )


def version_of(name: str) -> str:
    """The version of an engine's code; empty for a name that is none."""
    return {RULES: rules.VERSION, LANGUAGE_MODEL: model.VERSION}.get(name, "")


def extractor(name: str, *, server: Server | None = None) -> Callable[[str, str | None], list[Candidate]]:
    """The engine of this name as a function, to be measured: it never falls back, and raises Trouble instead."""
    if name == RULES:
        return lambda text, language: rules.extract(text, language)
    if name != LANGUAGE_MODEL:
        raise ValueError(f"there is no engine “{name}”; there are {', '.join(ENGINES)}")
    if server is None:
        raise Trouble(NO_SERVER)
    asked = server
    return lambda text, language: model.extract(
        text, language, client=Client.of(asked), memory=NoMemory(), spent=Spent()
    )


def _by_rules(
    text: str,
    language: str | None,
    parameters: Mapping[str, Any],
    published: date | None,
    worth: WorthModel | None,
    *,
    because: str | None = None,
    spent: Spent | None = None,
    server: Server | None = None,
) -> Found:
    return Found(
        candidates=rules.extract(text, language, published, worth),
        engine=RULES,
        version=rules.VERSION,
        parameters=parameters,
        fell_back_because=because,
        **(_bill(spent, server) if spent and server else {}),
    )


def _bill(spent: Spent, server: Server) -> dict[str, Any]:
    return {
        "requests": spent.requests,
        "tokens_in": spent.tokens_in,
        "tokens_out": spent.tokens_out,
        "cost": server.cost(spent.tokens_in, spent.tokens_out),
    }
