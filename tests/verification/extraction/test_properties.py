"""What holds of the engine for any text: offsets, repeatability, what more text may move, and how long it may take."""

import os
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from verification.extraction.engine import extract
from verification.text.normalise import normalise

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "verification" / "samples"
WORDS = [
    # English, with what attributes, denies and doubts
    "The army said that ", "“", "”", '"', "12 people were killed", ". ", "\n\n", " according to ", "he added", "denied",
    "It could not be verified", "• ", "~", "Mr. Smith ", "Anna Lind", ", the minister, ", "?", "(", ")", "\n", "‘", "’",
    # combining characters, emoji with modifiers and joiners, flags
    "é", "o\u0308\u0323", "👩🏽‍🚒", "🇦🇫🇺🇳", "😀", "ﷺ", "\u0301", "ﬁ", "İ", "ẞ",
    # mixed directions and scripts
    "گفت که ", "۱۲ تن کشته شدند", "،", "می‌گوید", "\u200f", "\u200e", "وقال الوزير إن ", "٣٠٠ قتيل", "заявил, что ",
    "«", "»", "\u200b", "\u2060",
    "сообщает", "l'armée a déclaré", "según el ministro", "د طالبانو وویل", "中国政府表示。", "शत्रु।",
]  # fmt: skip
LANGUAGES = st.sampled_from([None, "en", "fa", "prs", "ps", "ar", "ru", "uk", "fr", "es", "zh", "xx"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=50).map("".join))
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

PROSE = [
    "The governor of Kadoma said that 14 houses had burned down.",
    "Residents accused the army of setting fire to the market on 3 May 2021.",
    "“We counted 14 bodies,” said Rosa Lind, the health minister.",
    "The army denied that its soldiers had entered the town.",
    "She added that the road was closed.",
    "More than 300 people fled to Kadoma, according to the Red Cross.",
    "It could not be independently verified how many were killed.",
    "Inflation rose to 11.1 per cent in October.",
    "What a shame that nobody cares about it.",
    "Lind was born in Geneva in 1961.",
]
PARAGRAPHS = st.lists(st.sampled_from(PROSE), min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=3, max_size=8)


@QUICK
@given(TEXTS, LANGUAGES)
def test_every_span_slices_to_its_quote_in_any_language(raw, language):
    text = normalise(raw).text
    for found in extract(text, language):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quote
        assert not found.quote[0].isspace()
        assert not found.quote[-1].isspace()
        assert text[: found.start].endswith(found.prefix)
        assert text[found.end :].startswith(found.suffix)
        assert 0 <= found.check_worthiness <= 1
        for speaker in found.chain:
            assert (speaker.start is None) == (speaker.end is None)
            if speaker.start is not None:
                assert text[speaker.start : speaker.end] == speaker.surface
        for number in found.numbers:
            assert text[number.start : number.end] == number.words
        for against in found.against:
            assert 0 <= against.start < against.end <= len(text)
            assert against.end <= found.start or found.end <= against.start


@QUICK
@given(TEXTS, LANGUAGES, TEXTS)
def test_extraction_twice_is_the_same_whatever_was_read_between(text, language, other):
    first = extract(text, language)
    extract(other)
    assert extract(text, language) == first


@QUICK
@given(TEXTS)
def test_no_text_makes_the_engine_raise_raw_or_normalised(text):
    extract(text)
    extract(text[::-1], "en")


@QUICK
@given(ARTICLES, PARAGRAPHS)
def test_a_paragraph_more_leaves_the_claims_of_the_paragraphs_before_it_where_they_are(before, added):
    """Spans stay, all of them: who a claimant is, what is against a claim and how it is restated may change, since
    the engine reads the whole article for names, denials and doubts.

    A quotation that stays open, or "This was according to …" at the start of what is added, may say who speaks in the
    last passage before it; and lines that are furniture by where they stand may become none. These texts hold
    neither.
    """
    text = "\n\n".join(before)
    assume(added not in before)  # a line said again is furniture
    longer = extract(f"{text}\n\n{added}", "en")
    assert [c.quote for c in longer if c.end <= len(text)] == [c.quote for c in extract(text, "en")]
    assert all(c.end <= len(text) or c.start >= len(text) for c in longer)


@QUICK
@given(TEXTS, TEXTS)
def test_no_claim_of_any_text_straddles_two_paragraphs(one, other):
    one, other = one.strip(), other.strip()
    for found in extract(f"{one}\n\n{other}", "en"):
        assert found.end <= len(one) or found.start >= len(one)


def test_every_process_extracts_the_same(tmp_path):
    """Python shuffles its sets anew in each process; no claim may depend on their order."""
    samples = sorted(str(path) for path in SAMPLES.glob("*.md"))
    written = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "verification.extraction", "--out", str(out), *samples]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
        written.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) == len(samples)


LENGTH = 200_000


@pytest.mark.parametrize(
    "piece",
    [
        "The army said on Tuesday that 12 people were killed in Kadoma, and the minister, Anna Lind, denied it. ",
        "officials said that people were killed by soldiers of the army who said that ",
        "“He said “she denied “they said 12 were killed. ",
        "Anna Lind Kadoma Minister General Red Cross ",
        "word" * 50,
        ", said , said , said ",
        "گفت که ۱۲ تن کشته شدند و ",
        "1,000.50% of 20 May 2021 ",
        "😀👩🏽‍🚒",
    ],
    ids=["prose", "no stops", "open quotes", "names", "one word", "commas", "Persian", "numbers", "emoji"],
)
def test_a_line_of_200_000_characters_takes_seconds(piece):
    line = "".join(chain.from_iterable([piece] * (LENGTH // len(piece) + 1)))[:LENGTH]
    begin = time.process_time()
    extract(line)
    assert time.process_time() - begin < 15
