"""The reasons of a claim tell what sets it apart, the most telling first."""

import pytest

from verification.engine_words import PATTERNS
from verification.extraction.engine import extract
from verification.extraction.reasons import BY_TELLING, PLAIN, telling
from verification.vocabulary import Topic


def reasons_of(sentence: str) -> tuple[str, ...]:
    text = f"Rosa Lind is the minister of the interior.\n\n{sentence}"
    return next(one.reasons for one in extract(text, "en") if one.start > 40)


def test_the_most_telling_reason_comes_first():
    said = (
        "reports an event",
        "says when",
        "speaks of health or money",
        "assigns responsibility",
        "another passage denies it",
    )
    assert telling(said) == (
        "another passage denies it", "assigns responsibility", "speaks of health or money", "says when",
    )  # fmt: skip


def test_what_holds_of_nearly_every_claim_is_said_only_where_nothing_else_is():
    assert telling(("speaks of what has happened", "reports an event")) == ("reports an event",)
    assert telling(()) == ()


def test_what_a_claim_is_about_is_said_where_nothing_else_tells():
    assert telling(("reports an event",), (), (Topic.HEALTH,)) == ("speaks of health or money",)
    assert telling(("reports an event",), (), (Topic.OTHER,), is_of_another=True) == ("is said of somebody else",)
    assert telling(("reports an event", "says when"), (), (Topic.HEALTH,), is_of_another=True) == ("says when",)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Lind said that 400 fighters had crossed the border in March.", "names a number of fighters"),
        ("Lind said that two children had died in the shelling.", "names a number of children"),
        ("Lind said that 40 percent of the ballots were counted.", "gives a share"),
        ("Lind said that the army had taken the port on 15 August 2021.", None),
        ("AUGUST 13, 2022 | The army has taken the port of Aldmouth from the rebels.", None),
        ("Lind said that the two sides had held talks in the capital.", None),
        ("Lind said that the army had besieged the port for 20 months.", None),
    ],
)
def test_a_number_is_a_reason_where_something_is_counted(sentence, counted):
    said = [r for r in reasons_of(sentence) if r.startswith(("gives a", "names a number"))]
    assert said == ([counted] if counted else [])


def test_every_reason_has_its_words_in_other_languages():
    for said in (*BY_TELLING[1:], *PLAIN):
        example = said + ("ships" if said.endswith(" ") else "")
        assert any(pattern.fullmatch(example) for _, pattern in PATTERNS), said


def test_a_denial_of_something_else_speaks_against_a_claim_and_does_not_deny_it():
    text = (
        "Ahmad Rashid, the leader of the Red Front, fled in 2019.\n\n"
        "Rashid claimed that the Front had 4,000 fighters against the Blue League. The Blue League {}."
    )
    other, same = (
        next(one for one in extract(text.format(denied), "en") if "4,000" in one.quote)
        for denied in ("denies any resistance to its rule", "denied that the Front had 4,000 fighters")
    )
    assert [against.reason for against in other.against] == ["speaks against it"]
    assert [against.reason for against in same.against] == ["denies it"]
