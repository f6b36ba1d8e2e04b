from __future__ import annotations

import json
from typing import Any

import pytest

from tests.language_model import claim
from verification.extraction.candidate import Candidate
from verification.extraction.llm.chunks import chunks
from verification.extraction.llm.grounding import Grounds, Words
from verification.extraction.llm.reading import Reading
from verification.extraction.llm.schema import FOR_SERVERS, LONGEST_STATEMENT, MOST_CLAIMS, Unusable, read_answer
from verification.vocabulary import Dispute, Modality, Rendering, Speech, Topic

TEXT = """Mayor Anna Berg said on Monday that 512 houses were flooded. She accused the board of opening a gate.

The board denied that it had opened any gate."""
FLOODED = "Mayor Anna Berg said on Monday that 512 houses were flooded."
DENIED = "The board denied that it had opened any gate."


def reading(*claims: dict[str, Any]) -> Reading:
    (part,) = chunks(TEXT)
    read = Reading()
    answer = read_answer(json.dumps({"claims": claims}))
    read.add(answer, text=TEXT, grounds=Grounds(TEXT, part), words=Words(TEXT))
    return read


def only(*claims: dict[str, Any]) -> Candidate:
    (found,) = reading(*claims).found
    return found


def speaker(**other: str) -> dict[str, str]:
    return {"name": "Anna Berg", "words": "She", "cue": "accused", "speech": "indirect"} | other


def test_a_claim_is_taken_up_with_all_that_the_model_says_of_it() -> None:
    against = [{"quote": DENIED, "kind": "denied"}]
    said = claim(
        "She accused the board of opening a gate.",
        statement="Anna Berg accused the board of opening a gate.",
        speakers=[speaker()],
        modality="alleged",
        topics=["governance", "other", "governance"],
        worth=3,
        dispute="denied",
        against=against,
    )
    found = only(said)
    assert found.quote == TEXT[found.start : found.end] == said["quote"]
    assert found.statement == said["statement"]
    assert TEXT[found.start - len(found.prefix) : found.start] == found.prefix
    assert TEXT[found.end : found.end + len(found.suffix)] == found.suffix
    (who,) = found.chain
    assert (who.name, who.surface, TEXT[who.start : who.end], who.cue) == ("Anna Berg", "She", "She", "accused")
    assert (who.speech, who.rendering) == (Speech.INDIRECT, Rendering.PARAPHRASED)
    assert (found.claimant, found.modality, found.dispute) == ("Anna Berg", Modality.ALLEGED, Dispute.DENIED)
    assert found.topics == (Topic.GOVERNANCE, Topic.OTHER)
    assert found.check_worthiness == 0.85
    (passage,) = found.against
    assert TEXT[passage.start : passage.end] == DENIED
    assert "a language model" in found.reasons[0]


def test_a_quote_that_does_not_stand_there_is_dropped_and_counted() -> None:
    read = reading(claim("Mayor Anna Berg said that 900 houses were flooded."), claim(FLOODED))
    assert [found.quote for found in read.found] == [FLOODED]
    assert read.dropped == 1


def test_the_same_claim_twice_is_one() -> None:
    read = reading(claim(FLOODED), claim("512 houses were flooded"))
    assert [found.quote for found in read.found] == [FLOODED]
    assert read.dropped == 0


def test_a_statement_that_adds_something_gives_way_to_the_quote() -> None:
    found = only(claim(FLOODED, statement="512 houses were flooded by foreign criminals whom Berg protects."))
    assert found.statement == FLOODED


def test_what_stays_unclear_is_said_where_it_stands_in_the_statement() -> None:
    said = "She accused the board of opening a gate."
    assert only(claim(said, unclear=["She", "She", "the army"])).ambiguities == (
        "“She” is not clear, a language model says.",
    )


def test_a_name_that_the_article_does_not_have_gives_way_to_its_words() -> None:
    assert only(claim(FLOODED, speakers=[speaker(name="Anna Bergström", words="Mayor Anna Berg")])).claimant == (
        "Mayor Anna Berg"
    )


def test_a_claim_of_nobody_whom_the_article_knows_is_dropped() -> None:
    read = reading(claim(FLOODED, speakers=[speaker(name="Carl Strom", words="Mr Strom")]))
    assert (read.found, read.dropped) == ([], 2)


def test_nobody_named_is_unnamed_and_the_article_itself_is_nobody() -> None:
    assert only(claim(FLOODED, speakers=[speaker(name="Unnamed", words="", cue="said")])).claimant == "unnamed"
    assert only(claim(FLOODED, speakers=[])).claimant is None


def test_what_speaks_against_a_claim_stands_elsewhere_in_the_article_or_is_dropped() -> None:
    elsewhere = {"quote": "The army denied it.", "kind": "denied"}
    itself = {"quote": FLOODED, "kind": "unverifiable"}
    read = reading(claim(FLOODED, against=[elsewhere, itself]))
    assert read.found[0].against == ()
    assert read.dropped == 1


@pytest.mark.parametrize(
    "other",
    [
        {"modality": "shouted"},
        {"topics": ["slander"]},
        {"topics": []},
        {"worth": 4},
        {"worth": 0.5},
        {"dispute": "refuted"},
        {"verdict": "supported"},
        {"statement": "x" * (LONGEST_STATEMENT + 1)},
        {"speakers": [speaker()] * 6},
        {"speakers": [speaker(speech="sung")]},
        {"speakers": "everybody"},
        {"quote": ""},
        {"quote": None},
        {"against": [{"quote": DENIED, "kind": "none"}]},
    ],
    ids=str,
)
def test_a_claim_that_does_not_fit_the_schema_is_dropped_and_counted(other: dict[str, Any]) -> None:
    read = reading(claim(FLOODED, **other))
    assert (read.found, read.dropped) == ([], 1)


def test_claims_beyond_the_bound_are_dropped_and_counted() -> None:
    read = reading(*[claim(FLOODED)] * (MOST_CLAIMS + 7))
    assert (len(read.found), read.dropped) == (1, 7)


@pytest.mark.parametrize(
    "said",
    [
        '{"claims": []}',
        'Here:\n```json\n{"claims": []}\n```\nIs this of help?',
        '<think>{"claims": "which?"}</think>{"claims": []}',
        'A {b} and {"claims": 1} and {"claims": []}',
    ],
)
def test_an_answer_is_found_in_what_stands_around_it(said: str) -> None:
    assert read_answer(said) == {"claims": [], "refused": 0}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "No.",
        "[]",
        '{"claims": {}}',
        '{"claims": [',
        '{"claims": [NaN]}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "{" * 50,
    ],
    ids=lambda said: said[:14],
)
def test_an_answer_without_a_list_of_claims_is_of_no_use(said: str) -> None:
    with pytest.raises(Unusable):
        read_answer(said)


def test_what_postgresql_could_not_keep_is_taken_out() -> None:
    said = read_answer(json.dumps({"claims": [claim(FLOODED, statement="a\0b \ud800 \u202ec")]}))
    assert said["claims"][0]["statement"] == "ab � c"


def test_servers_get_the_shapes_without_the_bounds() -> None:
    sent = json.dumps(FOR_SERVERS)
    assert "maxLength" not in sent
    assert "maxItems" not in sent
    assert FOR_SERVERS["properties"]["claims"]["items"]["additionalProperties"] is False
