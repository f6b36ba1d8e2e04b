"""Worked examples that others published, as rows of claim, person and label."""

from __future__ import annotations

from collections.abc import Sequence

from verification.agreement.ratings import Ratings

# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), example C: 4 observers, 12 units, 7 values missing.
# The same data are `raw_4raters` of irrCAC, from Gwet's handbook (2014).
KRIPPENDORFF = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# The same, example B: 2 observers, 12 articles.
TWO_OBSERVERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
# Wikipedia's example of Fleiss' kappa: 14 raters, 10 subjects, 5 categories; how often each category was given.
FLEISS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
# Cohen, "A coefficient of agreement for nominal scales" (1960), table 2, of 200: the first judge's rows.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
# Gwet (2014), two abstractors of 100 records: `cont3x3abstractors` of irrCAC.
ABSTRACTORS = ((13, 0, 0), (0, 20, 7), (0, 4, 56))
# Dawid and Skene (1979), table 1: 45 patients by five anaesthetists, of whom the first judged each three times.
ANAESTHETISTS = """
111 1 1 1 1|333 4 3 3 4|112 2 1 2 2|222 3 1 2 1|222 3 2 2 2|222 3 3 2 2|122 2 1 1 1|333 3 4 3 3|222 2 2 2 3
232 2 2 2 3|444 4 4 4 4|222 3 3 4 3|111 1 1 1 1|222 3 2 1 2|121 1 1 1 1|111 2 1 1 1|111 1 1 1 1|111 1 1 1 1
222 2 2 2 1|222 1 3 2 2|222 2 2 2 2|222 2 2 2 1|222 3 2 2 2|221 2 2 2 2|111 1 1 1 1|111 1 1 1 1|232 2 2 2 2
111 1 1 1 1|111 1 1 1 1|112 1 1 2 1|111 1 1 1 1|333 3 2 3 3|111 1 1 1 1|222 2 2 2 2|222 3 2 3 2|433 4 3 4 3
221 2 2 3 2|232 3 2 3 3|333 3 4 3 2|111 1 1 1 1|111 1 1 1 1|121 2 1 1 1|232 2 2 2 2|121 1 1 1 1|222 2 2 2 2
"""


def of_observers(lines: Sequence[str], labels: str) -> Ratings:
    """From a line for each person; "." is missing."""
    rows = [
        (claim, person, label)
        for person, line in enumerate(lines)
        for claim, label in enumerate(line.split())
        if label != "."
    ]
    return Ratings.of(rows, labels)


def of_counts(counts: Sequence[Sequence[int]]) -> Ratings:
    """From how often each label was given to each claim."""
    rows = []
    for claim, given in enumerate(counts):
        labels = [label for label, times in enumerate(given) for _time in range(times)]
        rows += [(claim, person, str(label)) for person, label in enumerate(labels)]
    return Ratings.of(rows, [str(label) for label in range(len(counts[0]))])


def of_table(table: Sequence[Sequence[int]]) -> Ratings:
    """From a table of two people, the first one's labels in the rows."""
    rows = []
    claim = 0
    for first, given in enumerate(table):
        for second, times in enumerate(given):
            for _time in range(times):
                rows += [(claim, 1, str(first)), (claim, 2, str(second))]
                claim += 1
    return Ratings.of(rows, [str(label) for label in range(len(table))])


def anaesthetists() -> Ratings:
    rows = []
    patients = ANAESTHETISTS.strip().replace("\n", "|").split("|")
    for patient, said in enumerate(patients, start=1):
        for person, labels in enumerate(said.split(), start=1):
            rows += [(patient, person, label) for label in labels]
    return Ratings.of(rows, "1234")
