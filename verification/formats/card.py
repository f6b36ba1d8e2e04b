"""README.md of a release: what it is, what its columns mean, how to check and to cite it."""

from __future__ import annotations

from .csv import LONG_COLUMNS, WIDE_COLUMNS
from .hashed_file import FileEntry
from .manifest import LICENCE, OFFSETS, PSEUDONYMS, HeldBack, ProjectEntry
from .record import SCHEMA_VERSION

FILES = {
    "claims.jsonl": "a claim per line with everything that is known of it: span, chain of speakers, annotations, "
    "judgements with their evidence and searches, resolution, provenance",
    "claims.csv": "a row per claim: what it says and its final verdict",
    "annotations.csv": "a row per judgement, and per annotation without one (skipped or lapsed)",
    "articles.jsonl": "an article per line",
    "guidelines.jsonl": "the versions of the guideline that people judged by",
}
MEANINGS = """\
- `stage`: *resolved* (a final verdict stands), *dropped* (enough people skipped it alike; where they skipped it as
  `not_a_claim` it is a negative example for extraction), *withdrawn* (taken out by a curator: do not count it), *open*
  (not resolved yet: nothing is said of who judged it, so that those who still judge stay blind).
- `verdict` and `reason`: *supported* (fully, in_substance), *disputed* (contradicted, conflicting_sources,
  misleading_context, attribution_denied), *unverified* (no_evidence_found, insufficient_evidence,
  source_says_unverifiable, ambiguous_claim).
- `disagreement`: what made the judgements differ, as the adjudicator saw it: *ambiguous_text*, *guideline_gap*,
  *annotator_error*, *missed_evidence*, *weighed_otherwise* (the same evidence, another weight), *edge_case* (on the
  border of two verdicts), *changed_since* (what was known changed between the judgements), *faulty_claim* (the
  statement is not what the article says), *other*. Empty where nobody said so, as with every consensus.
- `target`: *content* (is it so?) or *attribution* (did they say so?).
- `numbers`: what the claim counts (value or range, bound, unit, in JSON; the words in CSV). `locations`: places, and
  `actors`: whom it speaks of, under one name each. `asserted_*`: when it was said; `event_*`: when it happened: the
  first and the last moment, with `precision` (day, month or year). Empty is undated: nothing is guessed.
- `ambiguities`: what in the statement can be read in more than one way.
- `claimant`: who makes the claim; not known or empty is the article's own voice.
- `blind`: submitted before anybody could see what others had decided on the claim. Count agreement over first
  (revision 1) blind judgements of the independent round alone; `supported`, `disputed`, `unverified` and `entropy`
  (bits) of a claim do.
- `skips`, `skip_reason`: what was skipped for a reason about the claim. Skips for a reason of the person's own (a
  conflict of interest, or that they would rather not) are left out altogether.
- `aided`, `shown_*`: what was shown beside the claim when it was judged; needed to tell labels from anchoring.
- Offsets count Unicode code points of the normalised text, half-open; moments are UTC.
- In CSV a cell that a spreadsheet could run as a formula has an apostrophe before it, and so has a cell that begins
  with an apostrophe: take one away when reading. Empty is not known, lists are joined with a semicolon."""


def card(
    *,
    project: ProjectEntry,
    text: str,
    counts: dict[str, int],
    held_back: list[HeldBack],
    files: list[FileEntry],
) -> str:
    """The card, in Markdown. Says nothing of when it was written: the same state gives the same bytes."""
    sums = {entry["name"]: entry["sha256"] for entry in files}
    listed = "\n".join(f"- `{name}`: {meaning}" for name, meaning in FILES.items())
    counted = "\n".join(f"| {name.replace('_', ' ')} | {count} |" for name, count in counts.items())
    left_out = [f"- {entry['count']} {entry['what']}: {entry['why']}" for entry in held_back if entry["count"]]
    if text == "offsets":
        left_out.append(f"- {OFFSETS}")
    return f"""\
# {_plain(project["name"])}

Claims found in news articles, judged by people against evidence. {project["places"]} independent judgements per
claim; consensus rule: {project["consensus"].replace("_", " ")}. Format version {SCHEMA_VERSION}.

## Files

{listed}
- `manifest.json`: counts, sizes and SHA-256 of each file
- `SHA256SUMS`: check with `sha256sum -c SHA256SUMS`

## Counts

| | |
|---|---:|
{counted}

## Left out

{chr(10).join(left_out) or "Nothing."}

## What the words mean

{MEANINGS}

Columns of `annotations.csv`: {_columns(LONG_COLUMNS)}.

Columns of `claims.csv`: {_columns(WIDE_COLUMNS)}.

## People

{PSEUDONYMS} Rationales and reasons are given as people wrote them: they may name others.

## Rights

{LICENCE}

## How to cite

{_plain(project["name"])} (project `{project["slug"]}`), format {SCHEMA_VERSION}, claims.jsonl SHA-256
`{sums["claims.jsonl"]}`.
"""


def _plain(name: str) -> str:
    """A name as one line of Markdown."""
    return " ".join(name.split())


def _columns(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
