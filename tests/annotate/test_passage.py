"""An article's text with its marks, as safe HTML whose offsets lead back to the text."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from annotate.templatetags.passage import Mark, paragraphs, passage

PERSIAN = "بندر روز دوشنبه باز شد.\n\nسخنگو آن را رد کرد."
PIECE = re.compile(r'<(span|mark)[^>]*data-start="(\d+)"[^>]*>(.*?)</\1>', re.DOTALL)


def this(start: int, end: int) -> Mark:
    return Mark(start=start, end=end, kind="this")


def pieces(html: str) -> list[tuple[int, str]]:
    return [(int(start), unescape(words)) for _tag, start, words in PIECE.findall(html)]


def test_text_is_cut_into_paragraphs_and_keeps_single_line_ends() -> None:
    html = passage("One\ntwo.\n\n \nThree.")
    assert html.count("<p ") == 2
    assert pieces(html) == [(0, "One\ntwo."), (12, "Three.")]


def test_markup_in_an_article_and_in_notes_is_shown_and_never_run() -> None:
    note = Mark(start=0, end=3, kind="other", note='"><img src=x>')
    html = passage("<b>&amp;</b><script>alert(1)</script>", [note])
    assert "<b>" not in html
    assert "<script" not in html
    assert "<img" not in html
    assert "".join(words for _start, words in pieces(html)) == "<b>&amp;</b><script>alert(1)</script>"


def test_overlapping_marks_share_the_segment_where_they_meet() -> None:
    (block,) = paragraphs("0123456789", [this(2, 6), Mark(start=4, end=8, kind="bears")])
    assert [(segment.text, segment.kinds) for segment in block.segments] == [
        ("01", []),
        ("23", ["this"]),
        ("45", ["this", "bears"]),
        ("67", ["bears"]),
        ("89", []),
    ]


def test_a_mark_over_two_paragraphs_marks_both_and_is_the_anchor_once() -> None:
    html = passage(PERSIAN, [this(20, 32)])
    assert html.count('class="this"') == 2
    assert html.count('id="this-claim"') == 1
    assert html.index('id="this-claim"') < html.index("</p>")


def test_offsets_count_code_points_not_bytes_or_utf16_units() -> None:
    text = "🚢🚢 docked. 👩🏽‍🚀 left."
    html = passage(text, [this(3, 9)])
    assert pieces(html) == [(0, "🚢🚢 "), (3, "docked"), (9, text[9:])]


def test_each_paragraph_finds_its_own_direction() -> None:
    assert passage(PERSIAN).count('<p dir="auto">') == 2


def test_a_bearing_passage_can_be_taken_where_it_ends_and_only_with_a_form() -> None:
    bears = Mark(start=0, end=PERSIAN.index("رد"), kind="bears", key=7)
    html = passage(PERSIAN, [bears], form="judgement")
    assert html.count("<button") == 1
    assert html.count('class="barred"') == 2
    assert html.index("<button") > html.index("</p>")
    assert 'value="take:7"' in html
    assert "<button" not in passage(PERSIAN, [bears])


def test_marks_that_point_nowhere_are_left_out() -> None:
    assert pieces(passage("abc", [this(2, 2), this(9, 12), this(-1, 2)])) == [(0, "abc")]


@given(
    st.text(alphabet="ab \n🚢ی<&\"'", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(["this", "bears", "other"])), max_size=6
    ),
)
def test_every_segment_holds_the_text_at_its_offset_and_nothing_but_white_space_is_missing(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    marks = [Mark(start=start, end=end, kind=kind) for start, end, kind in spans]
    covered = set()
    for block in paragraphs(text, marks):
        for segment in block.segments:
            end = segment.start + len(segment.text)
            assert text[segment.start : end] == segment.text
            covered.update(range(segment.start, end))
            for at in range(segment.start, end):
                over = {mark.kind for mark in marks if mark.start <= at < mark.end}
                assert set(segment.kinds) == over
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
