"""Weights are found where they are known, and stay near what was known where there is little to learn from."""

import json

import numpy as np
import pytest

from verification.extraction import verifiable
from verification.extraction.letters import LetterWeights
from verification.extraction.ranking import average_precision
from verification.extraction.training.labelled import Labelled, labelled_news, rows_of
from verification.extraction.training.logistic import fit, fit_letters, fit_words, sigmoid
from verification.extraction.training.minimise import minimise
from verification.extraction.training.speeches import Spoken
from verification.extraction.training.spelling import spelled
from verification.extraction.training.word_vectors import word_vectors
from verification.extraction.training.worthiness import PARTS, held_aside, in_parts, unseen_logits
from verification.extraction.worth_features import FEATURES

NOTHING_ALIKE = np.zeros((verifiable.WORDS, 1))
EQUALLY_RARE = np.ones(verifiable.SIZE)
FACTS = [f"The town spent {number} dollars on {what} in 2015." for number in range(9) for what in ("roads", "mills")]
WISHES = [f"We hope for {what} and {more}." for what in ("peace", "joy") for more in ("hope", "love", "rest")]


def test_the_least_of_a_bowl_is_its_bottom():
    bottom = np.array([3.0, -2.0, 0.5])
    steep = np.array([1.0, 10.0, 100.0])

    def bowl(at):
        return float((steep * (at - bottom) ** 2).sum()), 2 * steep * (at - bottom)

    assert np.allclose(minimise(bowl, np.zeros(3), tolerance=1e-12), bottom, atol=1e-4)


def test_weights_that_made_the_labels_are_found_again():
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(4_000, 3))
    true = np.array([2.0, -1.0, 0.0])
    right = (chance.random(4_000) < sigmoid(rows @ true + 0.5)).astype(float)
    weights, bias = fit(rows, right, np.ones(4_000), known=np.zeros(3), known_bias=0.0, pull=0.01)
    assert np.allclose(weights, true, atol=0.2)
    assert bias == pytest.approx(0.5, abs=0.2)


def test_without_labels_what_was_known_stays():
    known = np.array([1.0, -1.0])
    weights, bias = fit(np.zeros((0, 2)), np.zeros(0), np.zeros(0), known=known, known_bias=-0.5, pull=1.0)
    assert np.array_equal(weights, known)
    assert bias == -0.5


def test_verifiable_sentences_are_learned_from_examples():
    texts = FACTS + WISHES
    right = np.array([1.0] * len(FACTS) + [0.0] * len(WISHES))
    spoken = Spoken(verifiable.features(texts), right, np.ones(len(right)), [""] * len(right))
    found = verifiable.logits(spoken.found, spoken.fitted(np.arange(len(right)), NOTHING_ALIKE).weights)
    assert average_precision(found, right > 0) == 1
    assert found[right > 0].min() > found[right == 0].max()


def test_what_is_learned_of_a_word_goes_to_words_used_alike():
    found = verifiable.features(["roads", "peace"])
    roads, mills, peace = (verifiable.word_places(word)[0] for word in ("roads", "mills", "peace"))
    alike = np.zeros((verifiable.WORDS, 2))
    alike[[roads, mills]] = [1.0, 0.0]
    alike[peace] = [0.0, 1.0]
    weights, _, _ = fit_words(
        found, np.array([1.0, 0.0]), np.ones(2), alike, EQUALLY_RARE, pull=1.0, pull_counts=1.0, pull_alike=1.0
    )
    assert weights[roads] > weights[mills] > 0 > weights[peace]


def test_what_is_learned_of_letters_goes_to_words_that_were_never_seen():
    found = verifiable.features(["roadworks", "peacefully"])
    by_letter = spelled(found.words)
    rarity = verifiable.rarity(by_letter.times(), len(found))
    weights, _, _ = fit_letters(found, np.array([1.0, 0.0]), by_letter, rarity, pull=0.1, pull_counts=1.0)
    unseen = LetterWeights(weights, rarity).of([["roads"], ["peaceful"], ["x"], []])
    assert unseen[0] > 0 > unseen[1]
    assert unseen[2:].tolist() == [0.0, 0.0]


def test_words_with_the_same_neighbours_have_vectors_that_are_near():
    ruled = [
        f"The {who} ruled the land for {many} years and won a war" for who in ("king", "queen") for many in range(9)
    ]
    eaten = [
        f"They ate warm {what} with butter at {many} in small towns" for what in ("bread", "soup") for many in range(9)
    ]
    vectors = word_vectors(ruled + eaten)
    king, queen, bread = (vectors[verifiable.word_places(word)[0]] for word in ("king", "queen", "bread"))
    assert king @ queen > 2 * abs(king @ bread)
    assert not vectors[verifiable.word_places("unheard")[0]].any()


def test_every_part_has_its_share_of_what_can_be_checked():
    labels = np.arange(200) < 60
    parts = in_parts(labels)
    assert np.bincount(parts[labels]).tolist() == [6] * PARTS
    assert np.bincount(parts[~labels]).tolist() == [14] * PARTS


def test_a_sentence_is_scored_by_weights_that_never_saw_its_label():
    right = np.array([1.0, 0.0] * 3)
    found = verifiable.features(["The town spent 9 dollars on roads.", "We hope for peace."] * 3)
    people = np.array([0, 1])  # the others are always seen
    parts = np.array(["first", "second"])

    def unseen(labels):
        return unseen_logits(Spoken(found, labels, np.ones(6), ["speech"] * 2 + [""] * 4), NOTHING_ALIKE, people, parts)

    scores = unseen(right)
    assert scores[0] > 0 > scores[1]
    otherwise = np.append([0.0, 1.0], right[2:])
    without = right.copy()
    without[0] = 0.0
    assert unseen(without)[0] == scores[0]
    assert not np.allclose(unseen(otherwise), scores)


TEXT = "The rebels burned the docks on Monday. What a shame it is. They killed three men."


def test_units_become_rows_and_each_is_scored_by_weights_that_never_saw_its_article():
    kinds = [(0, 38, "claim"), (39, 58, "none"), (59, 81, "either")]
    rows = rows_of([Labelled(name, TEXT, kinds) for name in ("a", "b")])
    assert rows.unit_right.tolist() == [True, False, True, False]
    assert rows.features.shape == (len(rows.right), len(FEATURES))
    scores = held_aside(rows)
    assert scores[0] > scores[1]
    assert scores[:2].tolist() == scores[2:].tolist()


def test_labelled_news_takes_the_texts_that_are_there_by_their_hashes(tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": "None of the labelled ones."}) + "\n")
    assert labelled_news(corpus) == []
