"""What the documents promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from verification.vocabulary import Stage

ROOT: Path = settings.BASE_DIR
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(document: Path) -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text(encoding="utf-8")))
    assert named <= set(get_commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_source_file_that_is_named_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for named in re.findall(r"`((?:annotate|verification|tests|docs)/[\w/.-]+\.\w+)`", text):
        assert (ROOT / named).exists(), named


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.name)
def test_a_decision_is_short_and_says_context_decision_and_consequences(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 30
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
        assert part in text


def test_the_workflow_names_every_stage() -> None:
    text = (ROOT / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert [stage for stage in Stage if f"| {stage.replace('_', ' ')} |" not in text] == []
