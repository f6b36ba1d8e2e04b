"""Check-worthiness: what is said becomes a score that can be believed, with reasons in words."""

import numpy as np
import pytest

from verification.extraction import engine
from verification.extraction.letters import letters
from verification.extraction.model import worth
from verification.extraction.verifiable import LONGEST, NEIGHBOURS, SIZE, SURE, beside, features, verifiable
from verification.extraction.worth_features import FEATURES, PATTERNS, Signs, statement_of
from verification.extraction.worth_model import UnknownWeights, WorthModel, from_bytes, shipped
from verification.extraction.worthiness import ENGLISH_THRESHOLD

CHECKABLE = [
    "The ministry spent 4.2 million dollars on 300 new ambulances in 2019.",
    "Rebels killed eleven soldiers near the border on Tuesday.",
    "Unemployment fell from 7.8 percent to 5 percent last year.",
]
NOT_CHECKABLE = [
    "We should all be proud of the courage of our people.",
    "I hope that you will join me in this great task!",
    "God bless you all, and thank you.",
]


def test_a_sentence_with_facts_is_more_verifiable_than_one_without():
    assert verifiable(CHECKABLE).min() > 0 > verifiable(NOT_CHECKABLE).max()


def test_sentences_are_scored_alike_alone_and_together():
    together = verifiable(CHECKABLE + NOT_CHECKABLE)
    alone = np.concatenate([verifiable([sentence]) for sentence in CHECKABLE + NOT_CHECKABLE])
    assert np.allclose(together, alone)


@pytest.mark.parametrize("odd", [[], [""], ["   ", "…", "\ud800?"], ["!" * 50], ["١٢٣ و"]])
def test_odd_sentences_have_a_score_too(odd):
    assert np.isfinite(verifiable(odd)).all()
    assert len(verifiable(odd)) == len(odd)


def test_of_a_sentence_without_end_only_its_beginning_is_looked_at():
    assert len(features(["word " * LONGEST]).ids) < LONGEST


def test_the_letters_of_a_word_are_its_beginning_its_end_and_what_lies_between():
    assert len(letters("vote")) == 4 + 3 + 2
    assert set(letters("voted")) & set(letters("voter")) >= set(letters("vote")[:3])
    assert letters("é")
    assert not letters("")
    assert len(letters("a" * 1_000)) == len(letters("a" * 41))


def test_a_word_counts_once_in_its_sentence_and_rare_words_for_more():
    found = features(["Roads, roads and roads"])
    assert found.words == [["roads", "and"]]
    rarity = np.ones(SIZE)
    assert np.allclose(np.sum(found.values(rarity) ** 2), 1)
    rarity[found.ids[0]] = 3.0
    values = found.values(rarity)
    assert np.allclose(values[0], 3 * values[1:])


def test_sentences_beside_one_count_for_it_and_those_farther_off_less():
    assert beside(np.array([1.0, 0.0, 0.0, 0.0])).round(3).tolist() == [0.0, *NEIGHBOURS, 0.0]
    assert beside(np.array([0.0, 50.0])).round(3).tolist() == [NEIGHBOURS[0] * SURE, 0.0]
    assert beside(np.zeros(0)).tolist() == []


def test_chosen_features_are_those_of_the_sentences():
    found = features(CHECKABLE).chosen(np.array([2, 0]))
    assert np.array_equal(np.sort(found.ids[found.rows == 0]), np.sort(features(CHECKABLE[2:]).ids))
    assert len(found) == 2


def worth_of(sentence: str, *, after: str = "Rosa Lind is the minister of the interior."):
    text = f"{after}\n\n{sentence}"
    return next(c for c in engine.extract(text, "en") if c.start > len(after))


@pytest.mark.parametrize(
    "tail", ["could not immediately be reached for comment", "can’t be reached", "could not be reached"]
)
def test_that_somebody_could_not_be_reached_is_no_claim(tail):
    assert engine.extract(f"The bridge fell on Monday.\n\nThe minister’s spokesman {tail}.", "en")[1:] == []


def test_reasons_name_what_is_counted():
    found = worth_of("Lind said that 400 fighters had crossed the border in March.")
    assert "names a number of fighters" in found.reasons
    assert found.check_worthiness > 0.7


def test_a_share_is_called_a_share():
    assert "gives a share" in worth_of("Lind said that 40 percent of the ballots were counted.").reasons


def test_what_another_passage_denies_is_worth_more_than_before():
    claim = "Lind said that the rebels had burned the docks."
    alone = worth_of(claim)
    denied = worth_of(f"{claim} The rebels denied that they had burned the docks.")
    assert any(reason.startswith("another passage") for reason in denied.reasons)
    assert denied.check_worthiness > alone.check_worthiness


def test_weights_are_read_back_as_they_were_stored():
    model = shipped(FEATURES)
    again = from_bytes(model.to_bytes(), FEATURES)
    assert np.array_equal(again.weights, model.weights)
    assert again.bias == model.bias


@pytest.mark.parametrize("stored", [b"", b"no weights", WorthModel(("other",), np.ones(1), 0.0).to_bytes()])
def test_weights_of_other_signs_are_refused(stored):
    with pytest.raises(UnknownWeights):
        from_bytes(stored, FEATURES)


def test_other_weights_weigh_in_place_of_those_that_ship():
    text = "Rosa Lind said that the rebels had burned the docks on Tuesday."
    nothing = WorthModel(FEATURES, np.zeros(len(FEATURES)), -5.0)
    assert engine.extract(text, "en")
    assert engine.extract(text, "en", worth=nothing) == []


def test_whatever_is_kept_has_the_score_that_keeping_it_asks():
    text = "\n\n".join(CHECKABLE + NOT_CHECKABLE)
    assert all(c.check_worthiness >= ENGLISH_THRESHOLD for c in engine.extract(text, "en"))


def test_words_looked_up_one_by_one_tell_what_the_patterns_tell():
    texts = [
        "they had to go, but he didn't want a war like this; it is null and void, a credible report",
        "12.5 per cent of 300 soldiers died on the front line in the 1990s, carried out by no one",
        "we call for calm. if the governor wants peace, more soldiers than 40 are likely to be killed",
        "nothing", "", "…", "the last hope of our people: don’t want it; i’ll ought to see the world",
    ]  # fmt: skip
    texts += [" ".join(words) for words in zip(*[iter(" ".join(texts).split())] * 3, strict=False)]
    for text in texts:
        found = [at for at, pattern in enumerate(PATTERNS) if pattern.search(text)]
        signs = Signs.of(text)
        assert signs.features(text) == found
        assert not signs.is_finite or worth.FINITE.search(text)


def seen_in(text: str, name: str) -> list[float]:
    read = engine.read(text, "en")
    rows = [statement_of(*unit) for unit in read.units()]
    return [row.row()[FEATURES.index(name)] for row in rows if row is not None]


@pytest.mark.parametrize(
    ("name", "has", "has_not"),
    [
        (
            "for_says_what_is_not_so",
            "The permit wasn’t renewed by the council.",
            "The council renewed a notable permit.",
        ),
        ("for_names_a_poll_or_a_record", "Turnout was 41 percent in Oldford.", "The turn out of Oldford was closed."),
        ("against_paints_a_scene", "The crowd cheered the mayor of Oldford.", "The mayor of Oldford crowded them in."),
        ("against_tells_of_feelings_and_what_is_believed", "God loves the town of Oldford.", "The town sold its gold."),
        ("of_others", "The rebels burned what they left behind.", "The rebels burned the theyer mill."),
        ("tells_who", "The mayor, who owns the mill, sold it.", "The man who owns the mill sold it."),
        ("title_case", "Council Closes Harbour After Landslide In Oldford.", "The Oldford council closed the Harbour."),
    ],
)
def test_a_sign_of_worth_is_seen_where_its_words_stand_and_nowhere_else(name, has, has_not):
    assert seen_in(has, name) == [1.0]
    assert seen_in(has_not, name) == [0.0]
