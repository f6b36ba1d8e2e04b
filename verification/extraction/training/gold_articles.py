"""Labelled articles with their texts, which stand beside the labels or in a corpus that has them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from verification.extraction.scoring import gold_units
from verification.text.documents import read
from verification.text.normalise import normalise

Article = tuple[list[dict[str, Any]], str]


def gold_articles(gold: Path, texts: Path) -> dict[str, Article]:
    """Units (`scoring.gold_units`) and normalised text of each article of a gold file, by name.

    `texts` is a folder with a file for each article, or a corpus: {"doc", "text"} a line. Raises ValueError where a
    text is missing or is not the one that was labelled.
    """
    return in_folder(gold, texts) if texts.is_dir() else in_corpora(gold, [texts])


def in_folder(gold: Path, folder: Path) -> dict[str, Article]:
    return {name: (units, text_of(folder / name)) for name, units in gold_units(gold).items()}


def text_of(article: Path) -> str:
    return normalise(read(article.read_bytes(), article.name).text).text


def in_corpora(gold: Path, corpora: Iterable[Path]) -> dict[str, Article]:
    wanted = gold_units(gold)
    found: dict[str, Article] = {}
    for corpus in corpora:
        with corpus.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                units = wanted.get(row["doc"])
                if units is None:
                    continue
                if hashlib.sha256(row["text"].encode()).hexdigest() != units[0]["sha256"]:
                    raise ValueError(f"The text of {row['doc']} is not the one that was labelled.")
                with_text = [unit | {"text": row["text"][unit["start"] : unit["end"]]} for unit in units]
                found[row["doc"]] = (with_text, row["text"])
    if missing := sorted(set(wanted) - set(found)):
        raise ValueError(f"{', '.join(map(str, corpora))}: do not hold {', '.join(missing)}.")
    return found
