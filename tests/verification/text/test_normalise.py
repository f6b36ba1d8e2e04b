"""The normalised text, the way back to the raw one, and search keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.text.normalise import normalise, search_key
from verification.text.span import Span

ODD = st.sampled_from(
    ["\r\n", "\r", "\n", "\ufeff", "e\u0301", "\u0301", "\x00", "\u202e", "\u2067", "\u200c", "\u200f", "\xa0", "é",
     "\u1100\u1161\u11a8", "ي", "ک", "K", "😀", "a", " ",
     "\x85", "\u2028", "\x0c", "\ud800", "\u0316", "\u0344", "豈"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(ODD, max_size=60).map("".join))


@given(TEXTS)
def test_normalising_twice_changes_nothing(raw):
    once = normalise(raw).text
    assert normalise(once).text == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(c in once for c in "\r\x00\x85\ufeff\u202e\u2067\u2028")


@given(TEXTS)
def test_every_span_leads_back_to_raw_text_that_normalises_to_it(raw):
    normalised = normalise(raw)
    whole = normalised.raw_span(Span(0, len(normalised.text)))
    assert normalise(whole.slice(raw)).text == normalised.text
    last = 0
    for at in range(len(normalised.text)):
        span = normalised.raw_span(Span(at, at + 1))
        assert 0 <= span.start < span.end <= len(raw)
        assert span.start >= last or span.start == normalised.raw_span(Span(at - 1, at)).start
        assert normalised.text[at] in normalise(span.slice(raw)).text
        last = span.end


@given(st.text(alphabet="abc \r\n\ufeff\x00é"), st.data())
def test_a_quote_is_the_same_words_in_the_raw_text(raw, data):
    normalised = normalise(raw)
    start = data.draw(st.integers(0, len(normalised.text)))
    end = data.draw(st.integers(start, len(normalised.text)))
    quote = normalised.raw_span(Span(start, end)).slice(raw)
    assert normalise(quote).text == normalised.text[start:end]


def test_line_ends_and_controls():
    assert normalise("\ufeffa\r\nb\rc\x0cd\x00e\tf\u202eg").text == "a\nb\nc\nd" + "e\tfg"


def test_what_persian_needs_and_the_no_break_space_stay():
    text = "می‌رود\u200f 5\xa0km كتاب"
    assert normalise(text).text == text


def test_a_span_past_crlf_and_mark_counts_them_in_the_raw_text():
    normalised = normalise("\ufeffOne\r\nTwo e\u0301")
    assert normalised.text == "One\nTwo é"
    assert normalised.raw_span(Span(4, 9)) == Span(6, 12)


@pytest.mark.parametrize("hostile", ["\u0316\u0301" * 200_000, "e\u0301 " * 100_000, "\r\n" * 200_000, "한" * 200_000])
def test_long_odd_texts_take_linear_time(hostile):
    normalise(hostile)
    search_key(hostile)


@pytest.mark.parametrize(
    ("one", "other"),
    [("كتاب", "کتاب"), ("علي", "علی"), ("۱۲۳", "123"), ("Éclair", "eclair"), ("“A”  b", '"a" b'), ("می‌رود", "میرود")],
)
def test_spellings_of_one_word_share_a_search_key(one, other):
    assert search_key(one) == search_key(other)


def test_different_words_keep_different_search_keys():
    assert search_key("Kyiv") != search_key("Kiev")
