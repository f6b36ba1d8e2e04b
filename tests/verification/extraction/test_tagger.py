"""The learned tagger of who says what: its spans, its steps one by one, odd texts, and its time."""

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.extraction.passage import passages
from verification.extraction.tagger.model import WEIGHTS, Tagger, Weights, parts, tagger
from verification.extraction.tagger.reading import read
from verification.extraction.tagger.spans import pieces
from verification.extraction.tagger.viterbi import LABELS, best, chances, forbidden
from verification.extraction.training.corpus import labels
from verification.extraction.who_says_what import attributions

ARTICLE = (
    "Harbour reopens\n\n"
    "The port of Aldmouth reopened on Tuesday after 14 ships were repaired, according to the harbour office. "
    "“The quay is safe,” said the harbour master, who inspected it. “We looked at every stone,” she added.\n\n"
    "Fishermen said that nobody had asked them. They also complained that the cranes were broken.\n"
)


def heard(text):
    return [
        tuple(span.slice(text) if span is not None else None for span in (a.source, a.cue, a.content))
        for a in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The minister said that the bridge was closed.", "The minister", "said", "that the bridge was closed"),
        ("“The bridge is closed,” the minister said on Monday.", "the minister", "said", "“The bridge is closed,”"),
        ("The bridge is closed, according to the ministry.", "the ministry", "according to", "The bridge is closed"),
        ("They have also said that 14 boats sank.", "They", "have also said", "that 14 boats sank"),
        (
            "The ministry accused the rebels of shelling the town.",
            "The ministry",
            "accused",
            "the rebels of shelling the town",
        ),
    ],
)
def test_source_cue_and_content_are_found(text, source, cue, content):
    assert heard(text) == [(source, cue, content)]


def test_a_quotation_in_two_parts_has_one_speaker():
    text = "“The bridge is closed,” the minister said, “and it will stay closed.”"
    assert heard(text) == [
        ("the minister", "said", "“The bridge is closed,”"),
        ("the minister", "said", "“and it will stay closed.”"),
    ]


def test_spans_are_in_order_and_within_the_text():
    spans = [s for a in attributions(ARTICLE) for s in (a.source, a.cue, a.content) if s is not None]
    assert len(spans) >= 12
    assert all(0 <= span.start < span.end <= len(ARTICLE) for span in spans)
    assert all(span.slice(ARTICLE) == span.slice(ARTICLE).strip() for span in spans)


def test_what_was_read_before_changes_nothing():
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        fresh = Tagger(dict(stored))
    lines = passages(ARTICLE, without=[])
    list(tagger().label(passages("Another text said so, with other words.", without=[])))
    one, two = next(fresh.label(lines)), next(tagger().label(lines))
    assert one.labels.tolist() == two.labels.tolist()


def test_a_full_memory_of_words_is_emptied_and_changes_nothing(monkeypatch):
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        small = Tagger(dict(stored))
    lines = passages(ARTICLE, without=[])
    expected = next(small.label(lines)).labels.tolist()
    monkeypatch.setattr("verification.extraction.tagger.lexicon.KNOWN", 10)
    for _ in range(3):
        assert next(small.label(lines)).labels.tolist() == expected


def test_a_long_article_is_taken_in_parts_that_end_with_a_paragraph():
    lines = passages(ARTICLE * 300, without=[])
    taken = list(parts(lines))
    assert len(taken) > 3
    assert [line for part in taken for line in part] == lines
    assert all(part[0].opens_paragraph for part in taken)


def test_the_best_labels_are_the_best_of_all():
    random = np.random.default_rng(3)
    scores = random.normal(size=(9, LABELS)).astype(np.float32)
    steps = random.normal(size=(2, LABELS, LABELS)).astype(np.float32) + forbidden()
    joints = random.integers(0, 2, size=9)
    bounds = np.array([0, 4, 9])
    found = best(scores, steps, joints, bounds)
    for begin, end in itertools.pairwise(bounds):

        def value(ways, begin=begin):
            total = sum(scores[begin + at, label] for at, label in enumerate(ways))
            return total + sum(steps[joints[begin + at], a, b] for at, (a, b) in enumerate(itertools.pairwise(ways), 1))

        every = (ways for ways in itertools.product(range(LABELS), repeat=end - begin) if ways[0] not in (2, 4, 6))
        assert tuple(found[begin:end]) == max(every, key=value)


def test_how_likely_a_label_is_takes_all_ways_into_account():
    random = np.random.default_rng(4)
    scores = random.normal(size=(4, LABELS)).astype(np.float32)
    steps = random.normal(size=(2, LABELS, LABELS)).astype(np.float32) + forbidden()
    joints = random.integers(0, 2, size=4)
    expected = np.zeros((4, LABELS))
    for ways in itertools.product(range(LABELS), repeat=4):
        total = sum(scores[at, label] for at, label in enumerate(ways))
        total += sum(steps[joints[at], a, b] for at, (a, b) in enumerate(itertools.pairwise(ways), 1))
        expected[range(4), ways] += np.exp(total)
    assert chances(scores, steps, joints) == pytest.approx(expected / expected.sum(1, keepdims=True), abs=1e-5)


def test_a_word_of_attribution_is_likelier_than_the_noun_that_looks_like_it():
    text = "The minister told parliament that 14 ships sank. The road plan rules 14 streets."
    part = next(tagger().label(passages(text, without=[])))
    told, rules = (part.cue_chance(at, at + 5) for at in (text.index("told"), text.index("rules")))
    assert rules < 0.05 < 0.9 < told
    assert part.cue_chance(len(text), len(text)) == 0


def test_each_feature_finds_its_own_weights():
    random = np.random.default_rng(5)
    keys = np.unique(random.integers(0, 2**32, size=5000, dtype=np.uint32))
    values = random.integers(-100, 100, size=(len(keys), LABELS)).astype(np.int8)
    weights = Weights(keys, values, 0.5)
    unknown = np.setdiff1d(np.array([0, 1, 2**32 - 1], dtype=np.uint32), keys)
    assert (weights.sums(keys[None]) == values * np.float32(0.5)).all()
    assert not weights.sums(unknown[None]).any()


def test_labels_of_a_corpus_give_its_spans_back():
    text = "“Go,” she said. Nobody went, they claim."
    spans = {"source": [[6, 9], [29, 33]], "cue": [[10, 14], [34, 39]], "content": [[0, 5], [16, 27]]}
    reading = read(passages(text, without=[]))
    given_back = pieces(reading, labels([dict(spans.items())], reading))
    for kind, found in spans.items():
        assert [[p.span.start, p.span.end] for p in given_back if p.part.name.lower() == kind] == found


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab “”\"'’‘.,!\n—sSaid said \u202e\u0301😀\x00٣"), max_size=400))
def test_odd_texts_are_read_without_harm(text):
    for attribution in attributions(text):
        for span in (attribution.source, attribution.cue, attribution.content):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("unit", [ARTICLE, "said " * 40, "“a” said b. ", "word\n", "Smith, who said " * 20])
def test_time_grows_with_the_length_alone(unit):
    def seconds(times):
        text = unit * times
        begun = time.process_time()
        for _ in attributions(text):
            pass
        return time.process_time() - begun

    times = max(1, 60_000 // len(unit))
    seconds(times)
    assert seconds(4 * times) < 8 * min(seconds(times), seconds(times)) + 0.2


def test_the_weights_are_small_and_hold_numbers_alone():
    assert WEIGHTS.stat().st_size < 2_000_000
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        assert {name: stored[name].dtype.kind for name in stored.files} == {
            "lexicon": "u", "keys": "u", "values": "i", "scale": "f", "steps": "f"
        }  # fmt: skip
        assert (np.diff(stored["keys"].astype(np.int64)) > 0).all()


def test_words_of_attribution_that_close_a_sentence_have_what_stands_before_them():
    text = "The port of Aldmouth reopened on Tuesday after 14 ships were repaired, Café owners said."
    ((source, cue, content),) = heard(text)
    assert (source, cue) == ("Café owners", "said")
    assert content == "The port of Aldmouth reopened on Tuesday after 14 ships were repaired"
