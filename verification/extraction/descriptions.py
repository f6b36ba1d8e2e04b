"""What stands beside a name and says who that is."""

from __future__ import annotations

from collections.abc import Iterable

from verification.text.word_lists import words

from .capitals import Run
from .clauses import is_past
from .cues import Token
from .model import english
from .spellings import without_possessive

MOST_BEFORE, MOST_AFTER = 14, 14
SAYS_WHO = words("a an the his her their its our one") | english.ROLES


def described(line: list[Token], run: Run, title_words: int) -> list[frozenset[str]]:
    """What stands beside a name and says who that is, as sets of words (acronyms as they stand)."""
    found: list[list[str]] = []
    before = [token.text for token in line[run.first : run.first + title_words]]
    at = run.first - 1
    while at >= 0 and run.first - at <= 4 and line[at].text[-1:].isalnum() and line[at].lower not in STOP_WORDS:
        if is_past(line[at].lower):
            break  # "President Oder rang Lind" calls Lind nothing
        before.insert(0, line[at].text)
        at -= 1
    if before:
        found.append(before)
    if run.first and line[run.first - 1].text == ",":
        lead = line[max(0, run.first - 1 - MOST_BEFORE) : run.first - 1]
        if any(token.lower in english.ROLES for token in lead):
            found.append([token.text for token in lead])
    after = line[run.last + 1 : run.last + 2 + MOST_AFTER]
    if after and after[0].text in (",", "–", "—", "("):
        words: list[str] = []
        for token in after[1:]:
            if token.text in (",", ".", "–", "—", ")", ";", ":"):
                break
            words.append(token.text)
        if len(words) > 1 and words[0].lower() == "who" and words[1].lower() in DOES:
            # "Vance, who heads the commission for farming and trade"
            words = [*DOES[words[1].lower()], *(word for word in words[2:] if word not in NO_DESCRIPTION)]
        opens = bool(words) and (words[0].lower() in SAYS_WHO or words[0].isupper() or words[0].islower())
        if opens and words[0].lower() not in NO_DESCRIPTION and not NO_DESCRIPTION & set(words):
            found.append(words)
    lowered = [frozenset(keep(words)) for words in found]
    return [words for words in lowered if words & english.ROLES]


def keep(words: list[str]) -> Iterable[str]:
    for word in map(without_possessive, words):
        yield word if word.isupper() else word.lower()


DOES = {
    "heads": ("head", "chief"),
    "leads": ("leader", "head"),
    "runs": ("head", "chief"),
    "directs": ("director", "head"),
    "chairs": ("chairman", "chair", "head"),
    "governs": ("governor",),
    "commands": ("commander",),
    "advises": ("adviser", "advisor"),
    "edits": ("editor",),
    "speaks": ("spokesman", "spokeswoman", "spokesperson"),
    "represents": ("representative",),
}  # what somebody is called who does it
NO_DESCRIPTION = english.BEFORE_SUBJECT | english.PRONOUNS | english.BEING | words("which where whose")
STOP_WORDS = english.PREPOSITIONS | english.BEFORE_SUBJECT | words("the a an that of his her their")
