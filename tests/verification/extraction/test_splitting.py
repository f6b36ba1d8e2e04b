"""One claim, one verdict: what is split, and what stays together."""

import pytest

from verification.extraction.engine import extract


def statements(text: str) -> list[str]:
    return [candidate.statement for candidate in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The rebels killed 14 soldiers near the bridge and captured the town of Aldmouth.",
            ["The rebels killed 14 soldiers near the bridge.", "The rebels captured the town of Aldmouth."],
        ),
        (
            "The army has killed 40 fighters in the north since May and taken three villages in the valley.",
            [
                "The army has killed 40 fighters in the north since May.",
                "The army has taken three villages in the valley.",
            ],
        ),
        (
            "The minister said that 12 people were killed in the attack and the bridge was destroyed in the night.",
            ["12 people were killed in the attack.", "The bridge was destroyed in the night."],
        ),
        (
            "On Monday, Anna Lind, the mayor of Aldmouth, opened two new schools and visited 40 families in the port.",
            [
                "On Monday, Anna Lind, the mayor of Aldmouth, opened two new schools.",
                "On Monday, Anna Lind visited 40 families in the port.",
            ],
        ),
    ],
)
def test_two_predicates_are_two_claims_that_each_stand_alone(text, parts):
    assert statements(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The rebels killed and wounded 14 soldiers near the bridge in the town of Aldmouth.",  # one object
        "The army shelled the bridge in May and therefore 300 families fled the town.",  # cause
        "When the rebels attacked the town in May and took the bridge, 300 families fled.",  # condition
        "Fighting between the army of the north and the rebels has killed 40 people since May.",
        "Anna Lind met Peter Vance in Aldmouth in May and guaranteed his safety for 12 months.",  # whose?
        "The governor, who was born in Aldmouth and studied in Oslo, was killed in May 2021.",
        "The army opened 40 schools, two hospitals and a bridge in the north of the valley in 2021.",
    ],
)
def test_what_hangs_together_stays_one_claim(text):
    assert len(statements(text)) == 1


def test_the_parts_stand_where_their_words_stand():
    text = "Officials said on Monday. The rebels killed 14 soldiers near the bridge and captured the town of Aldmouth."
    found = extract(text, "en")
    assert [c.quote for c in found[-2:]] == [
        "The rebels killed 14 soldiers near the bridge",
        "captured the town of Aldmouth.",
    ]
    assert all(text[c.start : c.end] == c.quote for c in found)
