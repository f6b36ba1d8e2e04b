from __future__ import annotations

from decimal import Decimal

import pytest

from tests.language_model import LanguageModel
from verification.extraction import engine as rules
from verification.extraction.engines import LANGUAGE_MODEL, NO_SERVER, RULES, extractor, find_claims
from verification.extraction.llm.client import Server, Trouble
from verification.extraction.llm.engine import NoMemory
from verification.extraction.llm.prompt import PROMPT

TEXT = "The board said on Monday that 512 houses were flooded.\n\nResidents denied it."


def server(model: LanguageModel) -> Server:
    return Server(url=model.url, model="m", attempts=1, price_in=Decimal(1), price_out=Decimal(2))


def test_the_rules_send_nothing_anywhere() -> None:
    with LanguageModel() as model:
        found = find_claims(RULES, TEXT, "en", parameters={"a": 1}, server=server(model), memory=NoMemory())
        assert model.asked == []
    assert found.candidates == rules.extract(TEXT, "en")
    assert (found.engine, found.version, found.parameters) == (RULES, rules.VERSION, {"a": 1})
    assert (found.model, found.cost, found.fell_back_because) == (None, None, None)


def test_a_model_is_recorded_with_its_prompt_and_what_it_took() -> None:
    with LanguageModel() as model:
        found = find_claims(LANGUAGE_MODEL, TEXT, "en", parameters={}, server=server(model), memory=NoMemory())
    assert len(found.candidates) == 2
    assert (found.engine, found.model, found.prompt_hash) == (LANGUAGE_MODEL, "m", PROMPT.hash)
    assert found.parameters["temperature"] == 0
    assert found.requests == 1
    assert found.cost == Decimal(found.tokens_in + 2 * found.tokens_out) / 1_000_000
    assert found.fell_back_because is None


@pytest.mark.parametrize(("fault", "why"), [("broken", "it answered 500"), ("status 401", "LANGUAGE_MODEL_KEY")])
def test_the_rules_stand_in_for_a_model_that_cannot_be_used_and_it_is_said_why(fault: str, why: str) -> None:
    with LanguageModel() as model:
        model.faults.append(fault)
        found = find_claims(LANGUAGE_MODEL, TEXT, "en", parameters={}, server=server(model), memory=NoMemory())
    assert found.candidates == rules.extract(TEXT, "en")
    assert (found.engine, found.requests, found.model) == (RULES, 1, None)
    assert why in (found.fell_back_because or "")


def test_without_a_server_the_rules_stand_in() -> None:
    found = find_claims(LANGUAGE_MODEL, TEXT, "en", parameters={}, server=None, memory=NoMemory())
    assert (found.engine, found.fell_back_because) == (RULES, NO_SERVER)


def test_an_engine_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no engine “oracle”"):
        find_claims("oracle", TEXT, "en", parameters={}, server=None, memory=NoMemory())
    with pytest.raises(ValueError, match="there is no engine “oracle”"):
        extractor("oracle")


def test_an_engine_that_is_measured_never_falls_back() -> None:
    assert extractor(RULES)(TEXT, "en") == rules.extract(TEXT, "en")
    with LanguageModel() as model:
        assert len(extractor(LANGUAGE_MODEL, server=server(model))(TEXT, "en")) == 2
        model.faults.append("broken")
        with pytest.raises(Trouble):
            extractor(LANGUAGE_MODEL, server=server(model))(TEXT, "en")
    with pytest.raises(Trouble):
        extractor(LANGUAGE_MODEL)
