"""Whom "the head of state", "the organisation" or "M. Morel" mean, in languages of Latin and Cyrillic letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.text.folding import folded
from verification.text.tokens import line_of

from .foreign_names import NAME
from .gazetteer import gazetteer
from .passage import Passage
from .speakers import Source

MOST_SPEAKERS = 20  # the latest ones, of whom a description may mean one
PERSON = re.compile(
    r"(?:el|la|le|l['’])?\s?(?:mandatari[oa]|dirigente|funcionari[oa]|ministr[oae]|president[ea]?|président[e]?"
    r"|gobernador(?:a)?|alcalde(?:sa)?"
    r"|portavoz|vocera?|candidat[oae]?|diputad[oa]|senador(?:a)?|fiscal|general|abogad[oa]|expresident[ea]"
    r"|exministr[oa]"
    r"|jef[ea] (?:del estado|de estado|del gobierno|del ejecutivo)|líder (?:opositor[a]?|de la oposición)?"
    r"|chef(?:fe)? (?:de l['’][eé]tat|du gouvernement|de la diplomatie)|responsable|porte-parole|gouverneure?|maire"
    r"|député[e]?|sénat(?:eur|rice)"
    r"|avocate?|procureure?|préfète?|préfet|diplomate|opposante?|général|élue?"
    r"|глава (?:государства|правительства|ведомства|региона|области|держави|уряду|відомства|ова|мид|мзс|міноборони"
    r"|минобороны)"
    r"|чиновник|чиновница|политик|министр|президент|губернатор|депутат|дипломат|прокурор|адвокат|мэр"
    r"|премьер(?:-министр)?|генерал"
    r"|посадовець|урядовець|політик|міністр|речник|речниця|прем['’]єр(?:-міністр)?|мер|очільник|президентка|очільниця)$"
)
BODY = re.compile(
    r"(?:el|la|le|l['’]|cette|cet|este|esta|dich[oa])?\s?(?:organismo|organización|institución|entidad|agencia|ong"
    r"|compañía|empresa|firma"
    r"|cartera|dependencia|organisation|institution|agence|association|entreprise|groupe|compagnie|société|firme"
    r"|ведомство|відомство|организация|організація|регулятор|компания|компанія|учреждение|установа|агентство"
    r"|агенция|агенція)$"
)
FULL = re.compile(rf"{NAME}$")


def referent(source: Source, speakers: Sequence[Source], before: Sequence[Passage], language: str) -> Source:
    """The latest speaker whom a description without a name may mean, else the one holder of an office named before."""
    words = folded(source.name)
    for pattern, is_person in ((PERSON, True), (BODY, False)):
        if pattern.match(words):
            recent = reversed(speakers[-MOST_SPEAKERS:])
            spoken = next((s for s in recent if fits(s.name, language, is_person=is_person)), None)
            if spoken is not None:
                return Source(spoken.name, spoken.sort, source.surface)
            only = the_only_one(before, language) if is_person else ""
            return Source(only, source.sort, source.surface) if only else source
    return source


def the_only_one(before: Sequence[Passage], language: str) -> str:
    """The name of the one person whom the passages before call by office and name; nothing where they name more."""
    found = {match["name"] for passage in before for match in HOLDER.finditer(passage.text)}
    named = {name for name in found if not gazetteer("bodies", language).find(line_of(name), name)}
    return named.pop() if len({name.split()[-1] for name in named}) == 1 else ""


HOLDER = re.compile(
    r"(?i:minist\w+|president[ea]?|présidente?|maire|alcalde(?:sa)?|gobernador(?:a)?|gouverneure?|premier|général|general"
    r"|президент(?:ка)?|прем['’]єр(?:-міністр)?|премьер(?:-министр)?|министр|міністр|губернатор|мэр|мер|глава|голова)"
    rf"\s(?P<name>{NAME})"
)


def in_full(source: Source, speakers: Sequence[Source], before: Sequence[Passage]) -> Source:
    """The whole name of the body that "la Fiscalía" or "служба" is short for, of one that spoke or was named before.

    `before` are the passages up to there.
    """
    match = ONE_NOUN.fullmatch(source.name)
    if match is None:
        return source
    head = match["noun"]
    for spoken in reversed(speakers[-MOST_SPEAKERS:]):
        words = spoken.name.split()
        at = 1 if len(words) > 2 and words[0].lower() in ARTICLES else 0
        if len(words) > at + 1 and folded(words[at]) == folded(head) and not words[at + 1].startswith(","):
            return Source(spoken.name, spoken.sort, source.surface)
    if not head[0].isupper() or head.lower() in COMMON or head.isupper():
        return source
    whole = re.compile(rf"\b{re.escape(head)}{OF_WHAT}")
    named = {found[0] for passage in before for found in whole.finditer(passage.text)}
    return Source(named.pop(), source.sort, source.surface) if len(named) == 1 else source


ARTICLES = ("el", "la", "los", "las", "le", "les", "l'", "l’")
ONE_NOUN = re.compile(r"(?:(?:[Ee]l|[Ll]a|[Ll]e)\s|[Ll]['’])?(?P<noun>[^\W\d_]{5,})")
COMMON = frozenset(("ejército", "estado", "partido", "gobierno", "frente", "movimiento", "groupe", "front"))
OF_WHAT = (
    r"\s(?:d['’]|(?:de la|de los|de l['’]|del|des|de|du|pour les?|pour la|para la|para los)\s?)?[A-ZÀ-Ý][\w-]+"
    r"(?:\s(?:y|et|e)\s[A-ZÀ-Ý][\w-]+)?(?!\s\()"
)


def fits(name: str, language: str, *, is_person: bool) -> bool:
    """Whether a speaker's name is that of a person, or of a body."""
    listed = gazetteer("bodies", language).find(line_of(name), name)
    is_name = FULL.search(name) is not None and not listed
    return is_name if is_person else bool(listed) or (not is_name and OF_A_BODY.search(name) is not None)


# What is called by a name in capitals, or begins as bodies do: no "Some economists".
OF_A_BODY = re.compile(
    r"(?:\s|['’])[A-ZÀ-ÝА-ЯЁІЇЄҐ]|[A-ZÀ-ÝА-ЯЁІЇЄҐ]{2}|«|^(?:[Мм]ин|[Мм]ін|[Пп]ол[иі]ц|[Пп]рокур|[Аа]гент|[Сс]лужб"
    r"|[Кк]ом[иі]|[Цц]ентр|[Бб]анк|[Нн]ац)"
)
