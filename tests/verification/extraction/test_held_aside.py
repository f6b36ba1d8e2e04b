"""The labelled articles are whole: each label stands where it says. What the engine makes of those that are held aside
is not asked here, so that nobody tunes on them by the way."""

import itertools

import pytest

from tests.gold import development, held_aside
from tests.gold.held_aside import HELD_ASIDE, REAL, own_articles, real_articles
from verification.extraction.scoring import gold_units
from verification.vocabulary import Dispute

KINDS = {"claim", "none", "boilerplate", "either"}
OWN = {
    "English": held_aside.ENGLISH,
    "other languages": held_aside.LANGUAGES,
    "development, English": development.ENGLISH,
    "development, English, later": development.LATER,
    "development, second reader": development.SECOND,
    "development, other languages": development.LANGUAGES,
    "English, retold": held_aside.RETOLD,
    "other languages, retold": held_aside.RETOLD_LANGUAGES,
    "development, English, retold": development.RETOLD,
    "development, other languages, retold": development.RETOLD_LANGUAGES,
}


@pytest.mark.parametrize("gold", OWN.values(), ids=OWN)
def test_every_unit_slices_to_its_text_and_they_stand_in_order(gold):
    for name, (units, text) in own_articles(gold).items():
        assert [unit["i"] for unit in units] == list(range(len(units))), name
        assert all(text[unit["start"] : unit["end"]] == unit["text"] for unit in units), name
        assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(units)), name


@pytest.mark.parametrize("gold", [*OWN.values(), REAL, development.REAL], ids=[*OWN, "real", "development, real"])
def test_every_label_is_one_of_those_that_there_are(gold):
    for name, units in gold_units(gold).items():
        numbers = {unit["i"] for unit in units}
        for unit in units:
            assert unit["kind"] in KINDS, name
            if unit["kind"] == "claim":
                assert unit["claimants"], (name, unit["i"])
                assert unit["dispute"], (name, unit["i"])
                assert set(unit["dispute"]) <= set(Dispute), (name, unit["i"])
                assert set(unit["against"]) <= numbers - {unit["i"]}, (name, unit["i"])


@pytest.mark.parametrize("folder", [HELD_ASIDE, development.DEVELOPMENT], ids=["held aside", "development"])
def test_every_article_is_labelled_and_says_that_it_is_no_news(folder):
    names = ("english", "english_later", "languages", "retold", "retold_languages")
    golds = [folder / f"{name}.jsonl" for name in names]
    articles = {name: article for gold in golds if gold.exists() for name, article in own_articles(gold).items()}
    assert set(articles) == {path.name for path in folder.glob("*.md")}
    assert all("Attest" in units[1]["text"] for units, _ in articles.values())


@pytest.mark.parametrize("folder", [HELD_ASIDE, development.DEVELOPMENT], ids=["held aside", "development"])
def test_every_retold_article_names_the_page_that_it_retells(folder):
    for name in ("retold", "retold_languages"):
        for units, _text in own_articles(folder / f"{name}.jsonl").values():
            assert units[0]["source"].startswith("http")


def test_what_is_wrong_in_a_development_article_is_told_line_by_line():
    units, text = own_articles(development.ENGLISH)["derna-flood.md"]
    assert list(development.wrong(([], text))) == []
    relabelled = [unit | {"kind": "none"} for unit in units]
    assert any(line.startswith("no claim but none: ") for line in development.wrong((relabelled, text)))


@pytest.mark.parametrize("gold", [REAL, development.REAL], ids=["held aside", "development"])
def test_no_text_of_a_real_article_is_kept(gold):
    assert all("text" not in unit for units in gold_units(gold).values() for unit in units)


def test_no_article_is_both_held_aside_and_learned_from():
    assert gold_units(REAL).keys().isdisjoint(gold_units(development.REAL))


def test_a_corpus_that_does_not_hold_the_labelled_texts_is_refused(tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="do not hold"):
        real_articles(corpus)
    name = next(iter(gold_units(REAL)))
    corpus.write_text(f'{{"doc": "{name}", "text": "Another text."}}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="is not the one that was labelled"):
        real_articles(corpus)
