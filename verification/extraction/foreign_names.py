"""The people of an article that is not in English: who "the minister", a surname or an oblique case mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verification.text.folding import PLAIN, folded, key
from verification.text.tokens import line_of
from verification.text.word_lists import words

from . import slavic_names
from .gazetteer import ENDINGS, gazetteer, stem

UPPER = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
NAME = rf"{UPPER}[\w’'-]+(?:\s(?:(?:de|del|la|von|van|bin|ben|al|el)\s){{0,2}}{UPPER}[\w’'-]+){{1,2}}"
# The words before a name that make it a place's or a body's: "vecinos de San Juan".
NOT_OF = "".join(rf"(?<!\s{word})" for word in words("de del du des la le les el los las en à au"))
# "le ministre de la Défense Paul Morel": a role, then at least two words in capitals that end the phrase.
THREE_NAMES = r"(?!(?:[A-ZÀ-Ý][a-zà-ÿ’'-]+\s){2}[A-ZÀ-Ý][a-zà-ÿ’'-]+$)"  # "Human Rights Watch" holds no role
ROLE_AND_NAME = re.compile(rf"^{THREE_NAMES}(?P<role>.*[^\W\d_]{{3,}}.*?){NOT_OF}\s(?P<name>{NAME})$")
NAMED = {
    "latin": re.compile(rf"(?P<name>{NAME})\s?,\s(?P<role>[^,.;:«»“”\"]{{4,80}})(?=[,.])"),
    "arabic": re.compile(
        r"(?:^|[.؟!]\s|\b[وف]?(?:قال|قالت|أعلن|أضاف|صرح)\s)(?P<name>(?!و?(?:قال|قالت|أعلن|أضاف|صرح)\s)[^\s،.«»]+(?:\s[^\s،.«»]+){1,2})\s?،\s"
        r"(?P<role>[^،.؛:«»]{4,70})،"
    ),
}
ARABIC = frozenset({"fa", "prs", "ps", "ar"})
CYRILLIC = frozenset({"ru", "uk"})
SMALL = words(
    "le la les l un une des du de el los las al del y et en à و در از به که د په له في من على в на и из по за та і у з"
)
MOST_ROLES = 200
STEM, LATIN_STEM = 5, 8
# Endings of the genitive of nouns for men who hold an office: "губернатора", "мэра", "президента".
OFFICE = re.compile(r"(?:тор|ент|ант|эр|ер|ир|ист|ник|лог|арь|ман|атар|ар|ор|ік|іст)а$")

# Other endings of the genitive, with those of the nominative; the sure ones need not stand in the article.
OBLIQUE = (
    ("ції", "ція", True), ("ции", "ция", True), ("ниці", "ниця", True), ("ницы", "ница", True), ("ии", "ия", True),
    ("ства", "ство", True), ("ів", "и", False), ("ов", "ы", False), ("ей", "и", False), ("ых", "ые", False),
    ("их", "і", False), ("и", "а", False), ("ы", "а", False), ("і", "я", False), ("у", "", False), ("а", "", False),
    ("я", "й", False), ("я", "ь", False),
)  # fmt: skip


class People:
    """Who is who in an article. Built once, in one pass over its passages."""

    def __init__(self, lines: Iterable[str], language: str) -> None:
        self.language = language
        self.known: dict[str, str] = {}
        self.known_by_name: set[str] = set()
        self.roles: list[tuple[frozenset[str], str, str]] = []
        self.vocabulary: set[str] = set()
        pattern = NAMED["arabic" if language in ARABIC else "latin"]
        for line in lines:
            if language in CYRILLIC:
                self.vocabulary.update(PLAIN.findall(folded(line)))
            for match in pattern.finditer(line):
                self.holds(match["name"], match["role"])

    def holds(self, name: str, role: str) -> None:
        """Remembers what somebody is called besides their name."""
        described = self.keys(role)
        if described and len(self.roles) < MOST_ROLES:
            self.roles.append((described, self.head(role), name))

    def add(self, names: Iterable[str]) -> None:
        """The names of those who plainly say something; a surname alone means whoever bears it."""
        bare = {self.without_role(name) for name in names}
        if self.language in CYRILLIC:
            bare = {slavic_names.nominative(without_place(name)) for name in bare}
        self.known |= {name: name for name in bare}
        for name in sorted(bare, key=lambda name: (len(name), name)):
            last = name.split()[-1]
            if len(name.split()) > 1 and last[:1].isupper() and self.known.get(last, last) == last:
                self.known[last] = name
                self.known_by_name |= {last, name}

    def head(self, phrase: str) -> str:
        """The first word of a description that carries meaning: "porte-parole" of "porte-parole de la junte"."""
        found = [word for word in PLAIN.findall(folded(phrase)) if word not in SMALL and len(word) > 2]
        return next(iter(self.keys(found[0])), "") if found else ""

    def keys(self, phrase: str) -> frozenset[str]:
        found = [word for word in PLAIN.findall(folded(phrase)) if word not in SMALL and len(word) > 2]
        longest = STEM if self.language in CYRILLIC else LATIN_STEM
        return frozenset(key(word) if self.language in ARABIC else word[:longest] for word in found)

    def without_role(self, name: str) -> str:
        """The person of "the minister Paul Morel"; the role is remembered."""
        match = ROLE_AND_NAME.match(name)
        if match is None:
            return name
        line = line_of(match["name"])
        if gazetteer("places", self.language).find(line, match["name"]):
            return name
        if gazetteer("bodies", self.language).find(line, match["name"]):
            return name
        self.holds(match["name"], match["role"])
        return match["name"]

    def meant(self, name: str) -> str:
        """The fullest name of whom a phrase means, or the phrase."""
        name = self.without_role(name)
        if name in self.known and self.known[name] != name:
            return self.known[name]
        if self.language in CYRILLIC:
            name = self.nominative(slavic_names.nominative(without_place(name)))
        asked = self.keys(name)
        is_name = name.split()[-1:] != name.split()[:1] and name.split()[-1][:1].isupper()
        if asked and name not in self.known_by_name and (self.language in ARABIC or not is_name):
            holders = {person for role, head, person in self.roles if asked <= role and head in asked}
            if len(holders) == 1:
                return holders.pop()
        return self.known.get(name, name)

    def nominative(self, name: str) -> str:
        """ "Белова" after "по словам" is Белов, where the article knows him, and "губернатора" the governor."""
        spoken = name.split()
        for person in self.known.values():
            parts = person.split()
            if len(spoken) in (1, len(parts)) and parts[-1][:1].isupper() and spoken[-1] != parts[-1]:
                pairs = zip(reversed(spoken), reversed(parts), strict=False)
                if all(is_form_of(word, part) for word, part in pairs):
                    return person
        first = spoken[0] if spoken else ""
        if len(spoken) > 1 and (body := of_a_body(first, spoken[1], self.language)):
            return " ".join([*body, *spoken[2:]])
        if len(first) > 3 and first.endswith("а") and OFFICE.search(first):
            return " ".join([first[:-1], *spoken[1:]])
        for ending, plain, is_sure in OBLIQUE:
            if len(first) > 4 and first.endswith(ending):
                bare = first[: -len(ending)] + plain
                if is_sure or folded(bare) in self.vocabulary:
                    return " ".join([bare, *spoken[1:]])
        return name


def of_a_body(first: str, second: str, language: str) -> list[str] | None:
    """ "Світовий банк" of "за оцінкою Світового банку": an adjective and a noun for a body in the genitive."""
    if not first.endswith(("ого", "его")) or len(first) < LEAST_ADJECTIVE:
        return None
    bare = GENITIVE_BODIES.get(folded(second))
    if bare is None:
        return None
    neuter = bare.endswith(("о", "е", "я"))
    soft = first.endswith("его") or first[-4] in "кгхжшчщ"
    ending = ("е" if neuter else "ий") if language == "uk" else ("ое" if neuter else "ий" if soft else "ый")
    return [first[:-3] + ending, bare if second.islower() else bare.capitalize()]


LEAST_ADJECTIVE = 6
GENITIVE_BODIES = {
    f"{body[:-1] if body[-1] in 'оея' else body}{ending}": body
    for body, endings in (
        ("банк", "уа"), ("суд", "уа"), ("центр", "уа"), ("фонд", "уа"), ("комитет", "а"), ("комітет", "у"),
        ("институт", "а"), ("інститут", "у"), ("союз", "ау"), ("совет", "а"), ("штаб", "ау"), ("парламент", "ау"),
        ("министерство", "а"), ("міністерство", "а"), ("агентство", "а"), ("общество", "а"), ("товариство", "а"),
        ("управление", "я"), ("управління", "я"), ("університет", "у"), ("университет", "а"),
    )
    for ending in endings
}  # fmt: skip


def without_place(name: str) -> str:
    """The body of "У Нацбанку пояснили": "Нацбанк"."""
    found = IN_BODY.match(name)
    if found is None:
        return name
    first, *rest = found["body"].split()
    for ending, plain in LOCATIVE:
        if first.endswith(ending) and len(first) > len(ending) + 2:
            return " ".join([first[: len(first) - len(ending)] + plain, *rest])
    return found["body"]


IN_BODY = re.compile(r"^(?:[УуВв]|[Вв]о)\s(?P<body>\S.*)$")
LOCATIVE = (
    ("стві", "ство"), ("стве", "ство"), ("ції", "ція"), ("ции", "ция"), ("ії", "ія"), ("ии", "ия"), ("нку", "нк"),
    ("нке", "нк"), ("аті", "ат"), ("ате", "ат"), ("еті", "ет"), ("ете", "ет"), ("уді", "уд"), ("уде", "уд"),
    ("ісі", "іс"), ("исе", "ис"), ("лі", "ль"), ("ле", "ль"), ("ні", "на"), ("не", "на"), ("ві", "ва"), ("ве", "ва"),
)  # fmt: skip


def is_form_of(word: str, nominative: str) -> bool:
    """Whether a word is a name in another case."""
    bare = stem(folded(nominative))
    return folded(word).startswith(bare) and folded(word)[len(bare) :] in ENDINGS
