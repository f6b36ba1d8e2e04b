from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal
from email.utils import formatdate

import pytest

from tests.language_model import LanguageModel
from verification.extraction.llm.client import CUT_OFF, PATH, Client, Server, Trouble
from verification.extraction.llm.http import Line
from verification.extraction.llm.prompt import messages

WORDS = "The board said that 512 houses were flooded."
KEY = "sk-secret"


@pytest.fixture
def model() -> Iterator[LanguageModel]:
    with LanguageModel() as model:
        yield model


class Asking(Client):
    """A client that notes its pauses and makes none."""

    pauses: list[float]


def client(model: LanguageModel, *, seconds: float = 60, **other: object) -> Asking:
    server = Server(url=model.url, model="m", key=KEY, article_seconds=seconds, **other)  # type: ignore[arg-type]
    pauses: list[float] = []
    line = Line(server.url + PATH, key=server.key)
    asking = Asking(server, line, deadline=time.monotonic() + seconds, sleep=pauses.append)
    asking.pauses = pauses
    return asking


ASKED = messages(WORDS, language="en")


def test_it_asks_for_json_of_the_schema_and_reads_what_comes(model: LanguageModel) -> None:
    asking = client(model)
    answer = asking.ask(ASKED)
    assert [claim["quote"] for claim in answer.body["claims"]] == [WORDS]
    (body,) = model.asked
    assert body["model"] == "m"
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["temperature"] == 0
    assert model.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert (asking.requests, asking.tokens_in, asking.tokens_out) == (1, answer.tokens_in, answer.tokens_out)
    assert answer.tokens_in > 500


@pytest.mark.parametrize("knows", [(), ("max_tokens", "temperature", "seed"), ("response_format",)], ids=str)
def test_what_a_server_does_not_know_is_left_out_and_stays_so(knows: tuple[str, ...]) -> None:
    with LanguageModel(knows=knows) as model:
        asking = client(model)
        assert asking.ask(ASKED).body["claims"]
        asked = len(model.asked)
        assert set(model.asked[-1]) == {"model", "messages", *knows}
        asking.ask(ASKED)
        assert len(model.asked) == asked + 1


@pytest.mark.parametrize(
    "fault", ["busy", "broken", "status 503", "garbage", "not_json", "empty", "hang_up", "says {}", "huge 5"]
)
def test_a_request_that_fails_is_made_again(model: LanguageModel, fault: str) -> None:
    model.faults.append(fault)
    asking = client(model)
    assert asking.ask(ASKED).body["claims"]
    assert asking.requests == len(model.asked) == 2
    assert len(asking.pauses) == 1


def test_a_slow_answer_is_not_waited_for(model: LanguageModel) -> None:
    model.faults += ["slow 2", "dribble 2"]
    asking = client(model, request_seconds=0.3)
    begun = time.monotonic()
    assert asking.ask(ASKED).body["claims"]
    assert asking.requests == 3
    assert time.monotonic() - begun < 1.9


def test_pauses_grow_and_a_server_is_waited_for_as_it_asks(model: LanguageModel) -> None:
    later = formatdate(time.time() + 30, usegmt=True)
    model.faults += ["broken", "broken", "busy 25", f"busy {later}"]
    asking = client(model, attempts=5)
    asking.ask(ASKED)
    first, second, asked, dated = asking.pauses
    assert 0.75 <= first <= 1.25
    assert 1.5 <= second <= 2.5
    assert asked == 25
    assert 25 < dated <= 30


def test_tries_are_bounded(model: LanguageModel) -> None:
    model.faults += ["broken"] * 9
    with pytest.raises(Trouble, match="tried 3 times; at last it answered 500"):
        client(model, attempts=3).ask(ASKED)
    assert len(model.asked) == 3


def test_nobody_waits_longer_than_an_article_may_take(model: LanguageModel) -> None:
    model.faults.append("busy 3600")
    asking = client(model, seconds=30)
    with pytest.raises(Trouble, match="it had 30 seconds for the article"):
        asking.ask(ASKED)
    assert asking.pauses == []
    asking.deadline = time.monotonic() - 1
    with pytest.raises(Trouble, match="needed more than 30 seconds"):
        asking.ask(ASKED)


def test_nobody_there_is_said_plainly(model: LanguageModel) -> None:
    model.stop()
    with pytest.raises(Trouble, match="no connection could be made to it"):
        client(model, attempts=2).ask(ASKED)


@pytest.mark.parametrize(("status", "hint"), [(401, "LANGUAGE_MODEL_KEY"), (404, "LANGUAGE_MODEL_URL")])
def test_what_only_an_administrator_can_mend_is_not_tried_again(model: LanguageModel, status: int, hint: str) -> None:
    model.faults.append(f"status {status}")
    with pytest.raises(Trouble, match=hint) as trouble:
        client(model).ask(ASKED)
    assert len(model.asked) == 1
    assert KEY not in str(trouble.value), "a server may repeat the key"


def test_the_key_follows_no_redirect(model: LanguageModel) -> None:
    with LanguageModel() as elsewhere:
        model.faults.append(f"moved {elsewhere.url}/chat/completions")
        with pytest.raises(Trouble, match="it answered 307"):
            client(model).ask(ASKED)
        assert elsewhere.asked == []


def test_an_answer_that_is_cut_off_says_so(model: LanguageModel) -> None:
    model.faults.append("cut_off")
    asking = client(model)
    assert asking.ask(ASKED).body == CUT_OFF
    assert asking.tokens_out > 0


def test_the_key_is_shown_nowhere() -> None:
    server = Server(url="http://127.0.0.1:1/v1", model="m", key=KEY)
    assert KEY not in repr(server)
    assert KEY not in repr(Client.of(server))


def test_cost_is_known_where_both_prices_are() -> None:
    server = Server(url="u", model="m", price_in=Decimal("0.15"), price_out=Decimal("0.6"))
    assert server.cost(2_000_000, 1_000_000) == Decimal("0.9")
    assert Server(url="u", model="m", price_in=Decimal("0.15")).cost(1, 1) is None
