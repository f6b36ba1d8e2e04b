from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.verification.formats import examples
from verification.formats import record


@pytest.mark.parametrize(
    ("verdicts", "entropy"),
    [
        (["supported"] * 3, 0.0),
        (["supported", "disputed"], 1.0),
        (["supported", "disputed", "unverified"], 1.584963),
        (["supported", "supported", "disputed"], 0.918296),
    ],
)
def test_entropy_is_in_bits(verdicts: list[str], entropy: float) -> None:
    assert record.distribution(verdicts)["entropy"] == entropy


def test_without_judgements_there_is_no_entropy() -> None:
    assert record.distribution([]) == {"supported": 0, "disputed": 0, "unverified": 0, "entropy": None}


def test_only_first_blind_independent_judgements_are_counted() -> None:
    changed = examples.annotation(
        "p-one", examples.judgement("supported"), examples.judgement("disputed", "contradicted", revision=2)
    )
    seen = examples.annotation("p-two", examples.judgement("disputed", "contradicted") | {"blind": False})
    repeated = examples.annotation("p-one", examples.judgement("unverified", "ambiguous_claim")) | {"round": "repeat"}
    skipped = examples.annotation("p-three", skip_reason="duplicate")
    assert record.first_verdicts([changed, seen, repeated, skipped]) == ["supported"]


def test_moments_are_in_utc_whatever_clock_they_were_read_from() -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=timezone(timedelta(hours=3, minutes=30)))
    assert record.moment(noon) == "2026-11-02T08:30:00Z"
    assert record.moment(datetime(2026, 11, 2, 12, 0, 0, 5, tzinfo=UTC)) == "2026-11-02T12:00:00.000005Z"
    assert record.moment(None) is None
