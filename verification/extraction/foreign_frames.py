"""One sentence in another language than English: its attribution, and the words that name who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.extraction.cues import Family, Form, Verb
from verification.extraction.foreign_names import ARABIC, CYRILLIC, EASTERN_OFFICES, NAME, UPPER
from verification.extraction.foreign_sources import past_leads, speaker_within
from verification.extraction.frame import Frame
from verification.extraction.frames import LONGEST
from verification.extraction.model.foreign import PRONOUNS, Cues
from verification.extraction.model.foreign_orders import INTERRUPTED
from verification.extraction.passage import Passage
from verification.extraction.speakers import Sort, Source
from verification.text.folding import FILL, TABLE, folded, key

MOST_WORDS = 16
MOST_TRIES = 3
DESCRIBE = "describe"  # "called it a mistake", where nothing but word order parts the speaker from the object
PRONOUN_KEYS = frozenset(map(key, PRONOUNS))
NOBODY = re.compile(r"(?:برخی )?(?:گزارش|خبر)|تقاریر|انباء|сми$|зми$|сообщени|des (?:informations|rapports)|informes")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found, in offsets of the passage: with the vowel marks that the pattern does not see."""

    match: re.Match[str]
    places: list[int] | None

    def at(self, place: int) -> int:
        return self.places[place] if self.places else place

    def start(self, group: str | int = 0) -> int:
        return self.at(self.match.start(group))

    def end(self, group: str | int = 0) -> int:
        return self.at(self.match.end(group))

    def span(self, group: str) -> tuple[int, int]:
        return self.start(group), self.end(group)

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex


def unmarked(flat: str) -> tuple[str, list[int] | None]:
    """Folded Arabic without vowel marks, and the place of each letter that is left."""
    if FILL not in flat:
        return flat, None
    places = [at for at, letter in enumerate(flat) if letter != FILL]
    return "".join(flat[at] for at in places), [*places, len(flat)]


def first_frame(passage: Passage, cues: Cues, language: str, last: Source | None) -> tuple[Frame | None, Source | None]:
    """The first attribution of a passage; a denial or an accusation goes before a plain "said"."""
    flat = passage.masked[:LONGEST].translate(TABLE)
    flat, places = unmarked(flat) if language == "ar" else (flat, None)
    dated = DATED.match(flat) if language not in ARABIC else None
    if dated is not None:
        flat, places = flat[dated.end() :], list(range(dated.end(), len(flat) + 1))
    opened = OPENERS.match(flat)
    begins = opened.end() - len(", ") if opened else 0  # the comma, behind which a speaker may stand
    says = cues.says
    if passage.is_all_quoted and language in INTERRUPTED:
        flat, places, says = passage.text[:LONGEST].translate(TABLE), None, INTERRUPTED[language]
    kinds = (
        (cues.denies, Family.DENY, "deny"),
        (cues.accuses, Family.ACCUSE, "accuse"),
        (says, Family.SAY, "say"),
    )
    for patterns, family, lemma in kinds:
        for pattern in patterns:
            match = pattern.search(flat)
            if match is not None and match.start("source") < begins < match.start("cue"):
                match = pattern.search(flat, begins) or match  # "In a statement" does not speak
            found = None
            for _ in range(MOST_TRIES):
                if match is None:
                    break
                hit = Hit(match, places)
                found = source_of(passage, hit, language, last)
                if found is not None or match.start("cue") < match.end("source"):
                    break
                match = pattern.search(flat, match.end("source"))  # behind the comma of what does not speak
            if match is None or found is None:
                continue
            source, at = found
            cue = hit.span("cue")
            if family is Family.SAY and cues.alleges.search(flat, *match.span("cue")):
                lemma = "claim"
            if family is Family.SAY and hit.has("object"):
                lemma = DESCRIBE
            if lemma == "say" and RETORTS.match(passage.text, cue[0]):
                lemma = "retort"
            is_nobody = family is Family.SAY and bool(NOBODY.match(folded(source.name)))
            is_verb = " " not in passage.text[slice(*cue)] or family is not Family.SAY
            form = Form.PAST if is_verb else Form.BASE
            return Frame(Verb(lemma, family, form, True), cue, at, content_of(hit, passage), is_nobody), source
    return None, None


def source_of(
    passage: Passage, hit: Hit, language: str, last: Source | None
) -> tuple[Source, tuple[int, int] | None] | None:
    """The speaker whom a pattern found, with the place; None where it found nobody who may speak."""
    start, end = hit.span("source")
    if hit.has("object") and hit.start("cue") > start:
        start = past_leads(passage.text, start, language)
        if start >= hit.start("cue"):
            return None  # "Asimismo, negó": nothing but a lead
        end = max(end, start + len(passage.text[start:].split(" ")[0]))
    named = passage.text[start:end]
    if not named:
        return (Source(last.name, last.sort, ""), None) if last else None
    if len(named.split()) > MOST_WORDS or RELATIVE.search(named):
        return None
    is_behind = start > hit.start("cue")
    if is_behind and ON_ITS_PART.search(passage.text[: hit.start()]):
        return None  # "The town hall, for its part, speaks of an error"
    are_several = is_behind and language in CYRILLIC and passage.text[slice(*hit.span("cue"))].endswith("ли")
    if are_several and not SEVERAL.match(named):
        return None  # "Полиция приехала, объявили тревогу"
    ends = end + LONGEST_NAME if is_behind else max(hit.start("cue"), end)
    beside = (APPOSED_BEHIND if is_behind else APPOSED).match(passage.text[start:ends].strip())
    # "Le président de la commission, Jean Morel, a dit"
    name = f"{speaker_within(named, language)} {beside['name']}" if beside else speaker_within(named, language)
    holder = EASTERN_BESIDE.match(passage.text[start:ends].strip()) if language in ARABIC else None
    name = holder["name"] if holder else name
    if not name and not is_behind:
        return None
    source = resolved(name, last)
    if source is None:
        return None
    at = passage.text.find(source.surface, start) if source.surface else -1
    return source, (at, at + len(source.surface)) if at >= 0 else (start, end)


def content_of(match: Hit, passage: Passage) -> tuple[int, int]:
    """What is said: before the words of attribution, behind them, or on both sides."""
    length = len(passage.text)
    if match.has("back"):
        return (0, match.start() + 1)
    if match.has("mid"):
        return (0, length) if match.end() < length - 2 else (0, match.start() or length)
    if match.end() >= length - 1:
        return (0, match.start() or length)
    return (match.end(), length)


def resolved(named: str, last: Source | None) -> Source | None:
    """The speaker of a phrase: pronouns and gaps mean the speaker before."""
    words = ALSO.sub("", named.strip())
    if (
        not words
        or key(words) in PRONOUN_KEYS
        or OWN_WORDS.match(words)
        or (last is not None and THIS_PAPER.match(words.lower()))
    ):
        return last and Source(last.name, last.sort, named)
    name = words.split("،")[0].split(",")[0].strip()
    return Source(name, Sort.UNKNOWN, named) if name else None


# Verbs with which somebody answers what another said.
RETORTS = re.compile(
    r"(?:a |ont |ha |han )?(?:r[ée]pliqu|replic|rétorqu|rebat|revir|objet|возраз|возраж|париров|запереч|парируют)",
    re.IGNORECASE,
)
# "Lima, 7 nov (EFE).- ", "PARIS (AFP) – ", "МОСКВА, 3 июн — РИА Новости. ": what stands before a report.
A_PLACE = rf"{UPPER}[\w’'.-]+(?: {UPPER}[\w’'.-]+){{0,3}}"
AN_AGENCY = (
    r"(?: ?\([^()]{2,40}\)| ?/[^/]{2,30}/| ?[-–—] (?:РИА Новости|ТАСС|Интерфакс|Укринформ|Укрінформ|УНН|AFP|EFE))"
)
DATED = re.compile(
    rf"(?:{A_PLACE}(?:, {A_PLACE})?, \d{{1,2}} [^\W\d]{{3,10}}\.?(?: \d{{4}}(?: г\.)?)?{AN_AGENCY}?"
    rf"|{A_PLACE}{AN_AGENCY}(?= ?[.,]?[-–—]))"
    rf"[.,]?(?:\s?[-–—]+)?\s(?={UPPER}|[«“\"\d¿¡])"
)
# "according to his account": whoever spoke before gave it.
OWN_WORDS = re.compile(
    r"(?:sus?|ses|son|sa|leurs?)\s(?:relatos?|versi[oó]n(?:es)?|testimonios?|palabras?|datos|cálculos|cifras"
    r"|criterio|opinión"
    r"|dires|propos|mots|récits?|témoignages?|chiffres|informations|estimations|calculs|bilan)$",
    re.IGNORECASE,
)
SEVERAL = re.compile(r".*[А-ЯЁІЇЄҐA-Z«]|[вВуУ]о?\s|\w+[иыіїея](?:\s|$)")  # who may go with a verb in the plural
ON_ITS_PART = re.compile(
    r",\s(?:de (?:son|leur) côté|(?:quant à )?(?:lui|elle|eux|elles)|pour (?:sa|leur) part|en revanche|cependant"
    r"|toutefois"
    r"|pourtant|por su parte|en cambio|sin embargo|no obstante|a su vez|напротив|впрочем|однако|в свою очередь|навпаки"
    r"|натомість|однак|у свою чергу|своєю чергою)$"
)
RELATIVE = re.compile(r"\s(?:que|qui|dont|où|что|що|که|چې|котор\w+|яких|який|яку|الذي|التي)$")
# "He also", and "according to this document", which means whose document it is.
ALSO = re.compile(r"\s(?:همچنین|نیز|هم|أيضا|также|також|también|également|aussi)$")
THIS_PAPER = re.compile(
    r"(?:ce (?:document|rapport|texte)|ces chiffres|(?:este|ese|dicho) (?:informe|documento)"
    r"|(?:эт(?:от|ого)|этому|цьому|цей) (?:доклад|отч[её]т|документ|звіт)\w*|هذا التقرير|این گزارش)$"
)
DESCRIBED = r"^(?:[Ll][aeo]s?|[Uu]n[ea]?|[EeÉé]l|[Ss](?:u|us|a|on|es)|[Ll]eurs?|[Ll]['’])\s?[^,]+,\s(?:[a-zà-ÿ]+\s)?"
APPOSED = re.compile(rf"{DESCRIBED}(?P<name>{NAME})(?:,|$)")
OFFICES = (
    r"(?:porte-parole|ministre|président|direct|maire|gouverneur|procureur|chef|général|colonel|avocat|député|sénateur"
    r"|secrétaire|responsable|commandant|préfet|patron|médecin|portavoz|ministr|president|alcalde|gobernador|fiscal"
    r"|jef[ea]"
    r"|general|coronel|defensor|abogad|diputad|senador|secretari|comandante|consejer|médic|rector)"
)
APPOSED_BEHIND = re.compile(
    rf"^(?=[^,]*\b{OFFICES})[^,]+,\s(?:l[ea]\s|el\s)?(?:[a-zà-ÿ]+\s)?(?P<name>{NAME})(?=[,.:]|$)"
)
# "قال المتحدث باسم الوزارة، أحمد السالم، إن", "سخنگوی دولت، علی کریمی، گفت": an office, and behind it who holds it.
EASTERN_BESIDE = re.compile(
    rf"^{EASTERN_OFFICES}[^\s،]*(?:\s[^\s،]+){{0,9}}\s?،\s(?!{EASTERN_OFFICES})"
    r"(?!(?:و?هو|و?هي|الذي|التي|في|من|على|عن|مع|که|در|از|به|با|طی|ضمن|چې|په|له|و|بعد|قبل|خلال|يوم|روز|اليوم|أمس|هم|نیز"
    r"|اما|خو|بیا)\s)"
    r"(?P<name>[^\s،.:«»\d]{2,}(?:[\s‌][^\s،.:«»\d]{2,}){1,3})\s?،"
)
# What stands before a speaker and tells how it was said: "Dans un communiqué, …", "Joint par téléphone, …".
OPENERS = re.compile(
    r"(?:dans (?:un|une|son|sa|ce|cette)|lors d|au cours d|interrogée?s?|jointe?s?|citée?s?|contactée?s?|sollicitée?s?"
    r"|après|avant|malgré|depuis|dès|face à|cependant|toutefois|par ailleurs|en revanche|pourtant|tras|después|antes"
    r"|ante|pese a|a pesar de|desde|además|sin embargo|no obstante|por otr[ao] (?:parte|lado)|al mismo tiempo"
    r"|en (?:un|una|su|declaraciones|rueda)|durante|consultad[oa]s?|preguntad[oa]s?|entrevistad[oa]s?|citad[oa]s? por"
    r"|contactad[oa]s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|este (?:lunes|martes|miércoles|jueves|viernes))"
    r"\b[^,«»“”:;]{0,70},\s",
    re.IGNORECASE,
)
LONGEST_NAME = 60
