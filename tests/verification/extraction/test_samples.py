"""The sample articles, read as a worker reads them, against the gold labels that were set before tuning."""

from pathlib import Path

import pytest

from verification.extraction.engine import extract
from verification.extraction.scoring import Score, gold_units, score
from verification.text.documents import read
from verification.text.normalise import normalise

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "verification" / "samples"
GOLD = gold_units(ROOT / "tests" / "gold" / "samples_gold.jsonl")


def text_of(name: str) -> str:
    return normalise(read((SAMPLES / name).read_bytes(), name).text).text


@pytest.fixture(scope="module")
def figures() -> Score:
    return score((units, extract(text_of(name))) for name, units in GOLD.items())


def test_the_gold_labels_stand_where_they_say():
    for name, units in GOLD.items():
        assert all(text_of(name)[unit["start"] : unit["end"]] == unit["text"] for unit in units)


def test_most_claims_are_found_and_little_else(figures):
    assert figures.recall.rate >= 0.95, figures.missed
    assert figures.precision.rate >= 0.92, figures.false
    assert figures.furniture_extracted == 0


def test_claimants_disputes_and_their_links_are_mostly_right(figures):
    assert figures.named_claimants.rate >= 0.92
    assert figures.own_voice.rate >= 0.85
    assert figures.dispute_recall.rate >= 0.85
    assert figures.dispute_precision.rate >= 0.85
    assert figures.link_recall.rate >= 0.75
    assert figures.link_precision.rate >= 0.85


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.md")))
def test_a_sample_says_that_it_is_one_and_is_no_claim_itself(name):
    document = read((SAMPLES / name).read_bytes(), name)
    assert document.title
    assert name in GOLD
    quotes = [candidate.quote for candidate in extract(text_of(name))]
    assert quotes
    assert not any("Attest" in quote or "http" in quote for quote in quotes)
