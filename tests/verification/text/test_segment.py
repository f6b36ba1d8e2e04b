"""Where sentences and paragraphs end, by language and habit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.text.segment import BULLET, paragraphs, sentences

CASES = {
    "titles, initials and months": [
        "Gen. Smith met Dr. J. K. Bell in the U.S. on Jan. 5.",
        "The U.S. Army left on Friday.", "It rose 3.5 per cent.",
    ],
    "a stop inside the closing mark": ["He said: “We did not go.", "They came to us.”", "Nobody else came."],
    "a question that goes on outside its marks": ["“Why now?” the minister asked.", "“No!” she said.", "It ended."],
    "an ellipsis": ["Wait… what?", "They left...", "Nobody knew."],
    "an abbreviation that ends a sentence": ["It opened at 9 a.m.", "The doors stayed shut."],
    "titles of several": [
        "It was signed by Sens. Bell and Dunn and by Reps. Fell and Hill.",
        "Atty. Gen. Bell and Pvt. Dunn climbed Mt. Oldford.",
        "The mill is on Bridge Ave.", "The council sold it.",
    ],
    "what breaks off before it says anything": [
        "But ... Bell’s lead is solid.", "He fell and fell ...", "Nobody saw it.",
    ],
    "Persian": ["رئیس‌جمهور گفت: «ما می‌رویم.»", "چرا؟", "او رفت."],
    "Urdu": ["وہ گیا۔", "ہم آئے۔"],
    "Arabic": ["قال الوزير إن القوات انسحبت.", "هل هذا صحيح؟", "لم يرد أحد."],
    "Russian": ["В 2014 г. армия ушла.", "Это 5 млн. руб. в год.", "Так сказал им. представитель."],
    "Spanish": ["¿Quién lo dijo?", "El Sr. López no respondió.", "¡Nadie!"],
    "French": ["Il a dit : « Nous partons. »", "M. Petit est resté."],
    "Chinese": ["他走了。", "我们来了！"],
    "no space after a stop": ["They left the provinces.", "On Monday they met."],
}  # fmt: skip


@pytest.mark.parametrize("habit", CASES)
def test_sentences_end_where_a_reader_ends_them(habit):
    joint = "" if habit in ("Chinese", "no space after a stop") else " "
    text = joint.join(CASES[habit])
    (paragraph,) = paragraphs(text)
    assert [span.slice(text) for span in sentences(text, paragraph)] == CASES[habit]


def test_headings_bullets_and_paragraphs_are_lines_of_their_own():
    text = "A heading\n\n• First point.\n2. Second point\n\nA paragraph. It goes on."
    found = [[s.slice(text) for s in sentences(text, p)] for p in paragraphs(text)]
    assert found == [["A heading"], ["First point."], ["Second point"], ["A paragraph.", "It goes on."]]


def test_the_mark_of_a_list_in_a_lost_font_is_no_word_of_its_sentence():
    text = "Dunn found:\n\nl No bridge fell in May.\n\nn “None” fell in June.\n\nl’Aigle is a town."
    found = [s.slice(text) for p in paragraphs(text) for s in sentences(text, p)]
    assert found == ["Dunn found:", "No bridge fell in May.", "“None” fell in June.", "l’Aigle is a town."]


def test_markup_that_a_page_left_around_a_sentence_is_no_word_of_it():
    text = '<p author="Bell" id="67">The bridge fell. Two <b>men</b> died at 5 < 6 p.m.</p>.\n\n<p id="7"><p/>.'
    found = [s.slice(text) for p in paragraphs(text) for s in sentences(text, p)]
    assert found == ["The bridge fell.", "Two <b>men</b> died at 5 < 6 p.m."]


def test_lines_wrapped_at_a_width_are_one_paragraph():
    lines = [
        "The inspectors came to the bridge on Monday and looked at",
        "the four pillars, of which two were found to be cracked",
        "from top to bottom, as the council had been told in a",
        "letter one year before. The council had put the letter in",
        "a drawer and had forgotten about it since.",
    ]
    text = "\n".join(lines) + "\n\nNext."
    assert len(paragraphs(text)) == 2
    assert [s.slice(text)[-6:] for s in sentences(text, paragraphs(text)[0])] == ["efore.", "since."]


@given(st.text(alphabet="aA. \n“”\"'?!…•1۔؟)(", max_size=200))
def test_spans_are_in_order_inside_their_paragraph_and_lose_no_word(text):
    last = 0
    for paragraph in paragraphs(text):
        assert not any(c.isalpha() for c in text[last : paragraph.start])
        bullet = BULLET.match(paragraph.slice(text))
        last = paragraph.start + (bullet.end() if bullet else 0)
        for span in sentences(text, paragraph):
            assert paragraph.contains(span)
            assert span.start >= last
            assert not any(c.isalpha() for c in text[last : span.start])
            last = span.end
    assert not any(c.isalpha() for c in text[last:])


@pytest.mark.parametrize(
    "hostile",
    [
        "." * 200_000 + "x",
        "<a>" * 60_000 + "b",
        "x" + "<a>" * 60_000,
        "b <a" * 60_000,
        "l <a> b" * 30_000,
        "a." * 100_000,
        "“" * 100_000,
        ".” " * 50_000,
    ],
)
def test_long_odd_texts_take_linear_time(hostile):
    for paragraph in paragraphs(hostile):
        sentences(hostile, paragraph)
