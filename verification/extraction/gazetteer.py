"""Places and bodies known by name in each language, under one English name, however they are written there."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from verification.text.folding import key
from verification.text.tokens import Line, line_of
from verification.text.word_lists import words

MODEL = Path(__file__).parent / "model"
LANGUAGES = ("en", "fa", "ps", "ar", "ru", "uk", "fr", "es")
COLUMNS = {"prs": "fa"}
INFLECTED = frozenset({"ru", "uk"})
ENDINGS = words(
    "а я ы и у ю е о ой ей ом ем ью ам ах ами ям ях і ї ь ові еві єю ею ою ії ію ією ии ию ией ия ія ого ому"
) | {""}
DROPPED = "аяиіїьйеоыю"
ELIDED = frozenset({"l", "d", "qu", "s"})


class Known(NamedTuple):
    """A name found in a passage, by its tokens."""

    name: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names of one language: for the first token of each its forms, longest first."""

    language: str
    forms: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, line: Line, text: str) -> list[Known]:
        """The names in a passage, in order, none inside another."""
        found: list[Known] = []
        forms, inflects, after = self.forms, self.language in INFLECTED, 0
        is_joined = self.language == "ar"
        if not (inflects or is_joined) and forms.keys().isdisjoint(line.keys) and "'" not in "".join(line.keys):
            return found
        if is_joined or inflects:
            asked = [at for at, token in enumerate(line.keys) if is_joined or token[:4] in forms or "'" in token]
        else:  # most words are no name: they are passed over at the price of one look
            asked = [at for at, token in enumerate(line.keys) if token in forms or "'" in token]
        for at in asked:
            if at < after:
                continue
            for word in readings(line.keys[at], self.language):
                listed = forms.get(word[:4] if inflects else word)
                known = listed and self._at(line, at, word, listed)
                if known and stands_as_name(text, line, at):
                    found.append(known)
                    after = known.after
                    break
        return found

    def _at(self, line: Line, at: int, word: str, listed: tuple[tuple[tuple[str, ...], str], ...]) -> Known | None:
        is_inflected, is_english = self.language in INFLECTED, self.language == "en"
        for form, name in listed:
            tokens = (word, *line.keys[at + 1 : at + len(form)])
            if tokens == form and not is_inflected:
                return Known(name, at, at + len(form))
            # Most forms that begin alike end otherwise: only an ending of English or of a case is looked at further.
            if not (is_inflected or (is_english and "'" in tokens[-1])) or len(tokens) != len(form):
                continue
            if all(self._is(token, part, is_last=part is form[-1]) for token, part in zip(tokens, form, strict=True)):
                return Known(name, at, at + len(form))
        return None

    def _is(self, token: str, part: str, *, is_last: bool) -> bool:
        if self.language in INFLECTED:
            return token.startswith(part) and token[len(part) :] in ENDINGS
        if is_last and self.language == "en" and token.endswith(("'s", "s'")):
            return token in (part + "'s", part + "'")
        return token == part


def readings(token: str, language: str) -> tuple[str, ...]:
    """What a token may be without what is joined to it: "Pakistan's", "l'Ukraine", "وكابل"."""
    if "'" in token:
        front, _, back = token.partition("'")
        if language == "fr" and front in ELIDED:
            return (back,)
        return (token, front) if language == "en" else (token,)
    if language == "ar" and len(token) > 3:
        if token.startswith("لل"):
            return (token, "ال" + token[2:])
        if token[0] in "وبلف":
            return (token, token[1:], token[2:]) if token[1] in "بلف" else (token, token[1:])
    return (token,)


def stands_as_name(text: str, line: Line, at: int) -> bool:
    """Whether a word begins with a capital, where its script has them."""
    words = text[line.starts[at] : line.ends[at]]
    front, mark, back = words.replace("’", "'").partition("'")
    letter = back[:1] if mark and front.lower() in ELIDED else words[:1]
    return not (letter.islower() and letter.upper() != letter)


@cache
def gazetteer(name: str, language: str) -> Gazetteer:
    """The places or bodies of a language; where it has no form of its own, the English one."""
    column = COLUMNS.get(language, language)
    with (MODEL / f"{name}.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    listed: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows:
        english = row["en"].split("/")
        written = row.get(column) or (
            "" if column in ("ar", "ru", "uk") else row["fa"] if column == "ps" else row["en"]
        )
        for form in filter(None, written.split("/")):
            parts = tuple(line_of(key(form)).keys)
            is_short = len(parts) == 1 and len(form) < 3 and not form.isupper()
            if not parts or is_short or (len(parts[0]) < 2 and "." not in form):
                continue
            if column in INFLECTED:
                parts = tuple(stem(part) for part in parts)
            index = parts[0][:4] if column in INFLECTED else parts[0]
            listed.setdefault(index, []).append((parts, english[0]))
    return Gazetteer(column, {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in listed.items()})


def stem(word: str) -> str:
    """A Russian or Ukrainian name without the ending that its case changes."""
    return word.rstrip(DROPPED) if len(word) > 4 and len(word.rstrip(DROPPED)) > 2 else word


def spellings(name: str, words: str) -> list[str]:
    """How what somebody calls a place or a body may stand in a claim: as typed, and under its English name."""
    typed = " ".join(words.split())
    found = {typed, typed.title()} if typed.islower() else {typed}
    for language in LANGUAGES:
        line = line_of(typed.title() if typed.islower() else typed)
        known = gazetteer(name, language).find(line, typed.title() if typed.islower() else typed)
        found.update(one.name for one in known if one.first == 0 and one.after == len(line.keys))
    return sorted(found)
