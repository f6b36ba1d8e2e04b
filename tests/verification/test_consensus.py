import pytest

from verification.consensus import shared_verdict
from verification.vocabulary import Consensus, Verdict

S, D, U = Verdict.SUPPORTED, Verdict.DISPUTED, Verdict.UNVERIFIED


@pytest.mark.parametrize(
    ("verdicts", "places", "rule", "settled"),
    [
        ([], 2, Consensus.UNANIMOUS, None),
        ([S], 2, Consensus.UNANIMOUS, None),
        ([S, S], 2, Consensus.UNANIMOUS, S),
        ([S, D], 2, Consensus.UNANIMOUS, None),
        ([S, S, D], 3, Consensus.UNANIMOUS, None),
        ([D, D, S], 3, Consensus.MAJORITY, D),
        ([D, D], 3, Consensus.MAJORITY, None),
        ([S, D], 2, Consensus.MAJORITY, None),
        ([S, D, U], 3, Consensus.MAJORITY, None),
        ([U], 1, Consensus.UNANIMOUS, U),
        ([U], 1, Consensus.MAJORITY, U),
        ([U], 1, Consensus.ALWAYS_ADJUDICATE, None),
        ([S, S], 2, Consensus.ALWAYS_ADJUDICATE, None),
    ],
)
def test_settles_only_what_enough_annotators_share(
    verdicts: list[Verdict], places: int, rule: Consensus, settled: Verdict | None
) -> None:
    assert shared_verdict(verdicts, places=places, rule=rule) is settled
