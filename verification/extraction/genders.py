"""What an article says of people's genders: by their first names, and by "Mrs" and "spokesman" before a surname."""

from __future__ import annotations

from collections.abc import Iterable

from verification.text.word_lists import words

from .capitals import person_words, runs_in
from .cues import Token, tokens
from .model import grammar
from .spellings import folded

FEMALE_TITLES = words("mrs ms miss madam madame lady queen princess") | grammar.FEMALE_OFFICES
MALE_TITLES = words("mr sir lord king prince emir sheikh") | grammar.MALE_OFFICES


class Genders:
    """The genders that titles give to surnames; one that two people of both genders bear has none."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_title: dict[str, str | None] = {}
        for text in lines:
            line = tokens(text)
            for run in runs_in(text):
                person = person_words(run.words)
                gender = title_gender(line, run.first, run.words[: len(run.words) - len(person)]) if person else None
                if gender is not None:
                    key = folded(person[-1])
                    self._by_title[key] = gender if self._by_title.get(key, gender) == gender else None

    def of(self, name: str) -> str | None:
        """ "m", "f", or None where nothing tells."""
        return gender_of(name) or self._by_title.get(folded(name.rpartition(" ")[2]))


def title_gender(line: list[Token], first: int, titles: tuple[str, ...]) -> str | None:
    """The gender of the title before a name that begins at a token, or among its first words."""
    before = first - 1 - (first > 1 and line[first - 1].text == ".")
    listed = {*map(str.lower, titles), line[before].lower} if first else set(map(str.lower, titles))
    return "f" if listed & FEMALE_TITLES else "m" if listed & MALE_TITLES else None


def gender_of(name: str) -> str | None:
    """What a name says of a person's gender, if anything."""
    first = name.partition(" ")[0].lower()
    return "f" if first in grammar.FEMALE else "m" if first in grammar.MALE else None
