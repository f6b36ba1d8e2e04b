"""Quotations that run on over sentences and paragraphs: who said the first part says the rest."""

from __future__ import annotations

import re
from dataclasses import replace

from verification.vocabulary import Rendering, Speech

from .passage import Kind, Passage
from .said import Said


def carried_on(lines: list[Passage], found: list[list[Said]]) -> list[list[Said]]:
    """Gives quotations without words of attribution the speaker of the quotation that they belong to."""
    result = list(found)
    for group in quotation_groups(lines):
        known = [said for at in group for said in found[at] if said.chain]
        # "“First. Second,” he said. “Third.”": the speaker stands in any of the sentences, or just before.
        first = group[0]
        before = [said for at in (first - 2, first - 1) if at >= 0 for said in found[at] if said.chain]
        chain = (known or before)[-1:] if not known else known[:1]
        if not chain:
            continue
        for at in group:
            if not any(said.chain for said in found[at]):
                result[at] = [continued(chain[0], said) for said in found[at]]
    return minuted(lines, result)


def heard_on(lines: list[Passage], found: list[list[Said]], language: str) -> list[list[Said]]:
    """Gives what French and Spanish put as hearsay, "il aurait payé", to whoever speaks in the sentence before."""
    hearsay = HEARSAY.get(language)
    if hearsay is None:
        return found
    result = list(found)
    for at in range(1, len(lines)):
        before = result[at - 1][-1]
        if any(said.chain for said in result[at]) or not before.chain:
            continue
        is_next = lines[at].paragraph == lines[at - 1].paragraph
        if is_next and hearsay.search(lines[at].masked) and not CONDITION.search(lines[at].masked):
            result[at] = [replace(said, chain=before.chain) for said in result[at]]
    return result


HEARSAY = {
    "fr": re.compile(r"\b(?:aurai(?:en)?t|serai(?:en)?t)\s(?:\w+\s){0,2}?\w+(?:é|i|u|it|is)e?s?\b"),
    "es": re.compile(r"\b[Hh]abrían?\s(?:\w+mente\s)?\w+(?:ado|ido|cho|sto|rto)\b"),
}
CONDITION = re.compile(r"\b(?:s['’]ils?|[Ss]i|[Ss]ans)\s|\b(?:devrai|pourrai|podrí)")


def minuted(lines: list[Passage], found: list[list[Said]]) -> list[list[Said]]:
    """Minutes name a speaker in capitals at the head of a paragraph: what stands there without a cue is theirs too."""
    chain: Said | None = None
    paragraph = -1
    for at, passage in enumerate(lines):
        if MINUTED.match(passage.text):
            paragraph, chain = passage.paragraph, next((said for said in found[at] if said.chain), None)
        elif passage.paragraph != paragraph:
            chain = None
        elif chain is not None:
            if any(said.chain for said in found[at]):
                continue
            found[at] = [replace(said, chain=chain.chain) for said in found[at]]
    return found


MINUTED = re.compile(r"(?:[A-Z’'-]{2,} ){1,3}[A-Z’'-]{2,}(?: \([A-Z][\w ]+\)|,)")


def quotation_groups(lines: list[Passage]) -> list[list[int]]:
    """Passages in a row that are one quotation, or quotations of one paragraph."""
    groups: list[list[int]] = []
    for at, passage in enumerate(lines):
        if not (passage.is_all_quoted or passage.begins_quoted or passage.ends_quoted) or passage.kind is Kind.HEADING:
            continue
        follows = groups and groups[-1][-1] == at - 1
        if (follows and (passage.begins_quoted or lines[at - 1].paragraph == passage.paragraph)) or (
            follows and lines[at - 1].ends_quoted
        ):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def continued(said: Said, own: Said) -> Said:
    speakers = tuple(
        replace(s, start=None, end=None, speech=Speech.DIRECT, rendering=own_words(s.rendering)) for s in said.chain
    )
    return replace(own, chain=speakers)


def own_words(before: Rendering) -> Rendering:
    return Rendering.TRANSLATED if before is Rendering.TRANSLATED else Rendering.VERBATIM
