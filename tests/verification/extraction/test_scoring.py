"""The scorer itself: perfect, empty and wrong answers give the figures that they must."""

from dataclasses import replace

from verification.extraction.candidate import Against, Candidate
from verification.extraction.scoring import score
from verification.vocabulary import Dispute

TEXT = "The mill burned down. Nobody knows why. The owner denied it."
UNITS = [
    {"i": 0, "start": 0, "end": 21, "text": TEXT[:21], "kind": "claim", "claimants": ["AUTHOR"], "dispute": ["denied"],
     "against": [2]},
    {"i": 1, "start": 22, "end": 39, "text": TEXT[22:39], "kind": "boilerplate"},
    {"i": 2, "start": 40, "end": 60, "text": TEXT[40:60], "kind": "claim", "claimants": ["the owner"],
     "dispute": ["denied"], "against": []},
]  # fmt: skip


def candidate(start: int, end: int, claimant: str | None = None) -> Candidate:
    quote = TEXT[start:end]
    return Candidate(
        start=start, end=end, quote=quote, prefix="", suffix="", statement=quote, claimant=claimant,
        check_worthiness=0.5, dispute=Dispute.DENIED,
    )  # fmt: skip


RIGHT = [
    replace(candidate(0, 21), against=(Against(start=40, end=60, reason="denies it"),)),
    candidate(40, 60, "Owner"),
]


def test_a_perfect_answer_has_every_figure_at_one():
    figures = score([(UNITS, RIGHT)])
    shares = (figures.recall, figures.precision, figures.named_claimants, figures.own_voice, figures.dispute_recall)
    assert [share.rate for share in shares] == [1.0] * 5
    assert (figures.link_recall.rate, figures.link_precision.rate, figures.furniture_extracted) == (1.0, 1.0, 0)


def test_no_answer_finds_nothing_and_has_no_precision():
    figures = score([(UNITS, [])])
    assert (figures.recall.rate, figures.precision.rate) == (0.0, None)
    assert figures.missed == [TEXT[:21], TEXT[40:60]]


def test_furniture_a_wrong_claimant_and_a_missing_link_count_against_it():
    figures = score([(UNITS, [candidate(0, 21), candidate(22, 39), candidate(40, 60, "The mayor")])])
    assert figures.furniture_extracted == 1
    assert figures.precision.rate == 0.667
    assert figures.named_claimants.rate == 0.0
    assert figures.link_recall.rate == 0.0
