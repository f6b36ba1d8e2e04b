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
