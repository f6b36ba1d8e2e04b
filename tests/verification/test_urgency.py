"""How far apart judgements are, and the order that follows from it."""

import pytest

from verification.urgency import MOST_LINKED, Judged, apart_of, how_far_apart, linked_of, urgency
from verification.vocabulary import Apart, Reason


def judged(reason: Reason, *sources: str) -> Judged:
    return Judged(verdict=reason.verdict, reason=reason, sources=frozenset(sources))


@pytest.mark.parametrize(
    ("judgements", "apart"),
    [
        ([], Apart.ALIKE),
        ([judged(Reason.FULLY, "a")], Apart.ALIKE),
        ([judged(Reason.FULLY, "a", "b"), judged(Reason.FULLY, "b", "c")], Apart.ALIKE),
        ([judged(Reason.NO_EVIDENCE_FOUND), judged(Reason.NO_EVIDENCE_FOUND)], Apart.ALIKE),
        ([judged(Reason.FULLY, "a"), judged(Reason.FULLY, "b")], Apart.EVIDENCE),
        ([judged(Reason.FULLY, "a"), judged(Reason.FULLY)], Apart.EVIDENCE),
        ([judged(Reason.FULLY, "a"), judged(Reason.IN_SUBSTANCE, "a")], Apart.REASON),
        ([judged(Reason.FULLY, "a"), judged(Reason.AMBIGUOUS_CLAIM, "a")], Apart.VERDICT),
        ([judged(Reason.CONTRADICTED), judged(Reason.AMBIGUOUS_CLAIM)], Apart.VERDICT),
        ([judged(Reason.FULLY), judged(Reason.AMBIGUOUS_CLAIM), judged(Reason.CONTRADICTED)], Apart.OPPOSED),
    ],
)
def test_the_widest_step_counts(judgements: list[Judged], apart: Apart) -> None:
    assert how_far_apart(judgements) is apart


def test_how_far_apart_comes_before_all_consequence() -> None:
    most = [urgency(apart, check_worthiness=1, linked=99) for apart in Apart]
    least = [urgency(apart, check_worthiness=0, linked=0) for apart in Apart]
    assert sorted([*least, *most]) == [value for pair in zip(least, most, strict=True) for value in pair]


def test_consequence_is_worth_checking_and_being_spoken_of_elsewhere() -> None:
    def of(worth: float, linked: int) -> float:
        return urgency(Apart.VERDICT, check_worthiness=worth, linked=linked)

    assert of(0.4, 0) < of(0.5, 0) < of(0.5, 1) < of(0.5, MOST_LINKED) == of(0.5, 99)


@pytest.mark.parametrize("apart", Apart)
@pytest.mark.parametrize("worth", [0, 0.123456, 0.5, 1])
@pytest.mark.parametrize("linked", range(MOST_LINKED + 1))
def test_an_urgency_says_what_it_was_made_from(apart: Apart, worth: float, linked: int) -> None:
    made = urgency(apart, check_worthiness=worth, linked=linked)
    assert apart_of(made) is apart
    assert linked_of(made, check_worthiness=worth) == linked
