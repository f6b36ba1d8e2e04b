import time

import pytest

from annotate.differences import Line, differences


def said(lines: list[Line]) -> list[str]:
    sign = {"same": " ", "added": "+", "removed": "-"}
    return [
        sign[line.kind] + "".join(f"[{words}]" if changed else words for words, changed in line.parts) for line in lines
    ]


def test_texts_alike_have_no_change():
    assert said(differences("a\nb", "a\nb")) == [" a", " b"]


def test_a_changed_word_is_shown_in_the_line_as_it_was_and_as_it_is():
    assert said(differences("Look once today.", "Look twice today.")) == [
        "-Look [once] today.",
        "+Look [twice] today.",
    ]


def test_lines_come_and_go_in_reading_order():
    assert said(differences("one\ntwo\nthree", "one\nthree\nfour")) == [" one", "-two", " three", "+four"]


def test_a_line_that_became_another_is_not_picked_apart():
    assert said(differences("Ask a curator.", "Never guess at all, ever")) == [
        "-Ask a curator.",
        "+Never guess at all, ever",
    ]


def test_persian_words_stay_whole():
    assert said(differences("به منبع نگاه کن", "به دو منبع نگاه کن"))[1] == "+به[ دو] منبع نگاه کن"


def test_an_endless_line_is_compared_as_a_whole():
    before, after = "word " * 5000, "word " * 4999 + "end"
    assert [line.kind for line in differences(before, after)] == ["removed", "added"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n" * 50_000, "b\n" + "a\n" * 49_998 + "c"),
        ("a\nb\n" * 1000, "b\na\na\n" * 666),
        ("\n".join([" a" * 290] * 170), "\n".join([" a b" * 145] * 170)),
    ],
    ids=["lines all alike", "lines in turn", "words all alike"],
)
def test_texts_made_to_take_hours_are_compared_as_far_as_patience_lasts(before: str, after: str):
    began = time.process_time()
    lines = differences(before, after)
    assert time.process_time() - began < 10
    whole = ["".join(words for words, _changed in line.parts) for line in lines]
    assert [said for said, line in zip(whole, lines, strict=True) if line.kind != "added"] == before.splitlines()
    assert [said for said, line in zip(whole, lines, strict=True) if line.kind != "removed"] == after.splitlines()
