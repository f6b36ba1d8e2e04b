"""Asking an OpenAI-compatible server for a completion: tried again with patience, bounded, paid answers counted."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from secrets import SystemRandom
from typing import Any

from .http import Line, Reply, Unreachable, Wire
from .schema import FOR_SERVERS, Unusable, read_answer

PATH = "/chat/completions"
# A server that is busy or broken for a moment; 529 is how some say that they are overloaded.
AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
REFUSED = frozenset({400, 413, 422})
LONGEST_WAIT = 60.0  # seconds between two tries, unless the server asks for more
MOST_TOKENS = 8_192  # of one answer
# What a server may not know: each is left out once the server refuses a request that has it, in this order where it
# does not say which it means.
OPTIONAL = ("response_format", "max_tokens", "temperature", "seed")
PARAMETERS: dict[str, Any] = {"temperature": 0, "seed": 1, "max_tokens": MOST_TOKENS}
STRUCTURED = {
    "type": "json_schema",
    "json_schema": {"name": "claims", "strict": True, "schema": FOR_SERVERS},
}

# What stands in place of an answer where the part was too much for the model, or its answer too long.
CUT_OFF: Mapping[str, Any] = {"cut_off": True}


class Trouble(Exception):
    """The model cannot be used now; the message is a sentence for people and holds nothing that was sent."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A server as an administrator set it up. Prices are per million tokens; None where nobody set one."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    request_seconds: float = 60
    article_seconds: float = 600
    attempts: int = 4
    price_in: Decimal | None = None
    price_out: Decimal | None = None

    def cost(self, tokens_in: int, tokens_out: int) -> Decimal | None:
        """What so many tokens cost, in the currency of the prices; None without prices."""
        if self.price_in is None or self.price_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model said of one part, read and checked (see `schema.read_answer`), or CUT_OFF; and what that took."""

    body: Mapping[str, Any]
    tokens_in: int
    tokens_out: int


@dataclass(slots=True)
class Client:
    """Asks one server about one article, and counts what that takes: answers of no use are paid for as well."""

    server: Server
    wire: Wire
    deadline: float  # on the clock
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    _left_out: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, server: Server) -> Client:
        line = Line(server.url + PATH, key=server.key)
        return cls(server, line, deadline=time.monotonic() + server.article_seconds)

    def ask(self, messages: Sequence[Mapping[str, str]]) -> Answer:
        """What the model says. Raises Trouble where it cannot be used."""
        tried = 0
        while True:
            asked_to_wait = None
            try:
                reply = self._post(messages)
                if reply.status == 200:
                    return self._read(reply)
                if self._simpler(reply):
                    continue
                if _is_too_long(reply):
                    return Answer(body=CUT_OFF, tokens_in=0, tokens_out=0)
                why, asked_to_wait = f"it answered {reply.status}", reply.retry_after
                if reply.status not in AGAIN:
                    raise Trouble(f"The language model's server cannot be used: {why}. {_hint(reply.status)}")
            except (Unreachable, Unusable) as trouble:
                why = str(trouble)
            tried += 1
            if tried >= self.server.attempts:
                raise Trouble(f"The language model's server was tried {tried} times; at last {why}.")
            self._wait(tried, asked_to_wait, why)

    def _post(self, messages: Sequence[Mapping[str, str]]) -> Reply:
        left = self.deadline - self.clock()
        if left <= 0:
            raise Trouble(f"The language model needed more than {self.server.article_seconds:g} seconds.")
        asked = {"model": self.server.model, "messages": list(messages)} | PARAMETERS | {"response_format": STRUCTURED}
        body = {key: value for key, value in asked.items() if key not in self._left_out}
        self.requests += 1
        return self.wire.post(json.dumps(body).encode(), within=min(self.server.request_seconds, left))

    def _simpler(self, reply: Reply) -> bool:
        """Whether the server refused something that can be left out; it is, from now on."""
        if reply.status not in REFUSED:
            return False
        asked = [name for name in OPTIONAL if name not in self._left_out]
        if _is_too_long(reply):
            # Room for the answer counts where a server has little: without a bound it makes the most of it.
            asked = [name for name in asked if name == "max_tokens"]
        named = [name for name in asked if name.encode() in reply.body]
        self._left_out.update(named[:1] or asked[:1])
        return bool(asked)

    def _read(self, reply: Reply) -> Answer:
        try:
            answer = json.loads(reply.body)
            choice = answer["choices"][0]
            said, ended = choice["message"]["content"], choice.get("finish_reason")
            used = answer.get("usage") or {}
            tokens_in, tokens_out = _count(used.get("prompt_tokens")), _count(used.get("completion_tokens"))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise Unusable("it sent something other than a completion") from None
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out
        if ended == "length":
            body = CUT_OFF
        elif isinstance(said, str):
            body = read_answer(said)
        else:
            raise Unusable("it sent no text")
        return Answer(body=body, tokens_in=tokens_in, tokens_out=tokens_out)

    def _wait(self, tried: int, asked: float | None, why: str) -> None:
        pause = min(LONGEST_WAIT, 2.0 ** (tried - 1)) * SystemRandom().uniform(0.75, 1.25)
        pause = max(pause, asked or 0.0)
        if self.clock() + pause >= self.deadline:
            raise Trouble(
                f"The language model's server was tried {tried} times, and {why};"
                f" it had {self.server.article_seconds:g} seconds for the article."
            )
        self.sleep(pause)


def _is_too_long(reply: Reply) -> bool:
    """Whether the server says that the part is more than its model can hold."""
    return reply.status == 413 or (reply.status in REFUSED and b"context" in reply.body.lower())


def _count(tokens: object) -> int:
    return tokens if isinstance(tokens, int) and not isinstance(tokens, bool) and 0 <= tokens <= 10**6 else 0


def _hint(status: int) -> str:
    if status in (401, 403):
        return "An administrator looks at LANGUAGE_MODEL_KEY."
    return "An administrator looks at LANGUAGE_MODEL_URL and LANGUAGE_MODEL_NAME."
