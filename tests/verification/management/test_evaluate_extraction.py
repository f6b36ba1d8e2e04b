from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold" / "samples_gold.jsonl"
SAMPLES = ROOT / "verification" / "samples"


def evaluate(*arguments: str) -> str:
    said = StringIO()
    call_command("evaluate_extraction", *arguments, stdout=said)
    return said.getvalue()


def test_it_prints_figures_in_all_and_by_language_with_intervals_and_reliability() -> None:
    said = evaluate(str(GOLD), "--texts", str(SAMPLES))
    rows = [line for line in said.splitlines() if line.startswith("|")]
    assert [row.split(" | ")[0] for row in rows[:5]] == ["| language", "|---|" + "---:|" * 14, "| all", "| en", "| fa"]
    assert "  average precision 0." in said
    assert "| score | units | says | was so |" in said


def test_as_json_it_holds_the_same_figures() -> None:
    found = json.loads(evaluate(str(GOLD), "--texts", str(SAMPLES), "--json"))
    everything, english, persian = found["rows"]
    assert everything["recall"]["of"] == english["recall"]["of"] + persian["recall"]["of"] == 60
    assert everything["recall"]["rate"] > 0.9
    assert everything["f1"] > 0.9
    assert found["intervals"]["recall"][0] <= everything["recall"]["rate"] <= found["intervals"]["recall"][1]
    assert sum(step["count"] for step in found["reliability"]) > 50


def test_texts_may_come_from_a_corpus_and_labels_may_lack_them(tmp_path: Path) -> None:
    text = "The rebels killed 14 men on Monday. Nobody knows what will happen."
    gold, corpus = tmp_path / "gold.jsonl", tmp_path / "corpus.jsonl"
    units = [
        {"doc": "a", "i": 0, "start": 0, "end": 35, "kind": "claim"},
        {"doc": "a", "i": 1, "start": 36, "end": 66, "kind": "none"},
    ]
    gold.write_text("".join(json.dumps(unit) + "\n" for unit in units))
    corpus.write_text(json.dumps({"doc": "a", "text": text}) + "\n")
    (row,) = json.loads(evaluate(str(gold), "--corpus", str(corpus), "--json"))["rows"]
    assert (row["articles"], row["units"], row["recall"]["rate"]) == (1, 2, 1.0)
    assert "undefined (fewer than two articles" in evaluate(str(gold), "--corpus", str(corpus))


def test_a_missing_text_and_another_text_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"is missing. Name its folder with --texts"):
        evaluate(str(GOLD))
    for name in SAMPLES.glob("*.md"):
        (tmp_path / name.name).write_text("Something else altogether.\n")
    with pytest.raises(CommandError, match="is not the one that was labelled"):
        evaluate(str(GOLD), "--texts", str(tmp_path))


def test_what_is_no_gold_file_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("no labels\n")
    with pytest.raises(CommandError, match="is no gold file"):
        evaluate(str(tmp_path / "gold.jsonl"))


def test_the_language_model_is_not_measured_where_none_is_set_up() -> None:
    with pytest.raises(CommandError, match="No language model is set up"):
        evaluate(str(GOLD), "--texts", str(SAMPLES), "--engine", "language_model")
