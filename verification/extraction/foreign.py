"""Attribution and worth in languages other than English, by the few cues that the lexicon lists for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.extraction.continuation import carried_on
from verification.extraction.cues import Family, Form, Verb
from verification.extraction.foreign_names import ARABIC, CYRILLIC, NAME, ROLE_AND_NAME, People
from verification.extraction.foreign_sources import past_leads, speaker_within
from verification.extraction.frame import Frame
from verification.extraction.frames import LONGEST
from verification.extraction.gazetteer import gazetteer
from verification.extraction.model import worth as english_worth
from verification.extraction.model.foreign import CUES, PRONOUNS, Cues
from verification.extraction.model.foreign_orders import INTERRUPTED
from verification.extraction.model.foreign_unchecked import ASIDES, DEEDS, UNKNOWN
from verification.extraction.passage import Kind, Passage
from verification.extraction.rendering import speaker, speech_of
from verification.extraction.said import Said
from verification.extraction.speakers import Sort, Source
from verification.extraction.topic import topics
from verification.extraction.worthiness import NOTHING, QUESTION, THRESHOLD, Worth
from verification.numbers.quantities import quantities
from verification.text.folding import FILL, TABLE, folded, key
from verification.text.tokens import line_of
from verification.vocabulary import Topic

NUMBER = "gives a number"
LONGEST_SOURCE = 10
MOST_WORDS = 16
MOST_BEFORE_BODY = 4  # words before the name of a body or a state: "the ministry of defence of"
LEAST_WORDS = 4
MOST_TRIES = 3
DESCRIBE = "describe"  # "called it a mistake", where nothing but word order parts the speaker from the object
UNREAD = "in a language that the engine knows no words of: only numbers and quotations are looked for"
PRONOUN_KEYS = frozenset(map(key, PRONOUNS))
NOBODY = re.compile(r"(?:برخی )?(?:گزارش|خبر)|تقاریر|انباء|сми$|зми$|сообщени|des (?:informations|rapports)|informes")


def attribute(lines: list[Passage], language: str | None) -> list[list[Said]]:
    """For each passage what is said in it, as for English; without cues everything is the article's own voice."""
    cues = CUES.get(language or "")
    if cues is None or language is None:
        return [[Said(None, whole, whole, ())] for whole in ((0, len(passage.text)) for passage in lines)]
    heard = [first_frame(passage, cues, language, GAP) for passage in lines]
    known = people_of(lines, heard, language)
    found: list[list[Said]] = []
    speakers: list[Source] = []
    for passage, (frame, source) in zip(lines, heard, strict=True):
        if source is not None and not source.name:  # a pronoun or a gap
            last = subject_before(passage, source, lines, found) or (speakers[-1] if speakers else None)
            if last is None:
                frame, source = first_frame(passage, cues, language, None)
            else:
                source = Source(last.name, last.sort, source.surface)
        if frame is not None and source is not None:
            source = meant(passage, frame, source, known, cues, language)
            source = spoken_of(passage, frame, source, lines, speakers, language)
        elif passage.kind is Kind.HEADING:
            frame, source = headed(passage, known)
        whole = (0, len(passage.text))
        if frame is None or source is None:
            found.append([Said(None, whole, whole, ())])
            continue
        speakers.append(source)
        content = frame.content if frame.verb.family is Family.SAY else whole
        speech = speech_of(passage, content)
        found.append([Said(frame, content, whole, (speaker(source, frame, passage, speech),))])
    return carried_on(lines, found)


def subject_before(passage: Passage, source: Source, lines: list[Passage], found: list[list[Said]]) -> Source | None:
    """Whom the sentence before is about, which nobody says, where "she" speaks in this one."""
    at = passage.index - 1
    if key(source.surface) not in HE_OR_SHE or at < 0 or lines[at].paragraph != passage.paragraph or found[at][0].chain:
        return None
    match = SUBJECT.match(lines[at].text)
    return Source(match["name"], Sort.UNKNOWN, source.surface) if match else None


def spoken_of(
    passage: Passage, frame: Frame, source: Source, lines: list[Passage], speakers: list[Source], language: str
) -> Source:
    """The speaker where "the latter" means whom the sentence before names last, and "this ministry" one who spoke."""
    words = passage.text[slice(*frame.source)] if frame.source else ""
    this = THIS_BODY.match(words)
    if this is not None:
        head = key(this["body"])
        recent = reversed(speakers[-MOST_SPEAKERS:])
        before = next((s for s in recent if any(key(word).startswith(head) for word in s.name.split())), None)
        return Source(before.name, before.sort, source.surface) if before else source
    at = passage.index - 1
    if key(words) not in PRONOUN_KEYS or at < 0 or lines[at].paragraph != passage.paragraph or language in ARABIC:
        return source
    if speakers and speakers[-1].name and LATTER.match(words):
        named = [match.group() for match in SOMEBODY.finditer(lines[at].text)]
        return Source(named[-1], source.sort, source.surface) if named else source
    return source


def headed(passage: Passage, known: People) -> tuple[Frame | None, Source | None]:
    """The speaker of "Biden: the leader is dead", where the article names him."""
    name, colon, said = passage.text.partition(":")
    bare = name.strip()
    person = known.known.get(bare) or next((p for p in sorted(known.known) if p.endswith(f" {bare}")), None)
    if not (colon and bare and said and person):
        return None, None
    at = len(name) - len(name.lstrip())
    verb = Verb("say", Family.SAY, Form.PAST, True)
    frame = Frame(verb, (len(name), len(name) + 1), (at, at + len(bare)), (len(name) + 1, len(passage.text)))
    return frame, Source(person, Sort.UNKNOWN, bare)


def people_of(lines: list[Passage], heard: list[tuple[Frame | None, Source | None]], language: str) -> People:
    """The people of the article, those who plainly say something among them."""
    people = People((line.text for line in lines), language)
    people.add(
        {
            people.declined(s.name, is_subject=is_subject(f))
            for f, s in heard
            if f and s and s.name and f.verb.family is Family.SAY and f.verb.lemma != DESCRIBE
        }
    )
    return people


def is_subject(frame: Frame) -> bool:
    """Whether the speaker stands before or behind a verb, and not in another case behind "according to"."""
    return frame.verb.form is Form.PAST


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
    opened = OPENERS.match(flat)
    begins = opened.end() - len(", ") if opened else 0  # the comma, behind which a speaker may stand
    says = cues.says
    if passage.is_all_quoted and language in INTERRUPTED:
        flat, says = passage.text[:LONGEST].translate(TABLE), INTERRUPTED[language]
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


def meant(passage: Passage, frame: Frame, source: Source, known: People, cues: Cues, language: str) -> Source:
    """The speaker under the name that the article knows."""
    if frame.source is None:
        return source
    if frame.verb.family is not Family.SAY or frame.verb.lemma == DESCRIBE:
        source = before_object(passage, frame, source, known, cues, language)
    return Source(known.meant(source.name, is_subject=is_subject(frame)), source.sort, source.surface)


def before_object(passage: Passage, frame: Frame, source: Source, known: People, cues: Cues, language: str) -> Source:
    """The speaker where nothing but word order parts it from what is denied: a name known already, a body or a state,
    or the words before "this", "any", "the claim"."""
    start, end = frame.source or (0, 0)
    if ROLE_AND_NAME.match(source.name) and end <= frame.cue[0]:
        return source
    rest = passage.text[start:] if start > frame.cue[0] else passage.text[start : max(frame.cue[0], end)]
    holder = HOLDER.search(rest) if language == "ps" else None
    if holder is not None:
        return Source(holder["name"].strip(), source.sort, holder.group().strip())
    named = max((name for name in known.known if rest.startswith(name)), key=len, default="")
    if not named:
        line = line_of(rest)
        listed = gazetteer("bodies", language).find(line, rest) + gazetteer("places", language).find(line, rest)
        first = min(listed, key=lambda found: (found.first, -found.after), default=None)
        if first is not None and first.first <= MOST_BEFORE_BODY:
            named = rest[: line.ends[first.after - 1]]
    if not named:
        joint = cues.objects.search(rest.translate(TABLE))
        named = rest[: joint.start()] if joint else source.name
        named = named.strip(" ،").split("،")[0]  # "Ahmad, the spokesman, called this report baseless"
    named = named.strip(" ،,.")
    return Source(named, source.sort, named) if named and len(named.split()) <= LONGEST_SOURCE else source


def resolved(named: str, last: Source | None) -> Source | None:
    """The speaker of a phrase: pronouns and gaps mean the speaker before."""
    words = ALSO.sub("", named.strip())
    if not words or key(words) in PRONOUN_KEYS or (last is not None and THIS_PAPER.match(words.lower())):
        return last and Source(last.name, last.sort, named)
    name = words.split("،")[0].split(",")[0].strip()
    return Source(name, Sort.UNKNOWN, named) if name else None


SEVERAL = re.compile(r".*[А-ЯЁІЇЄҐA-Z«]|[вВуУ]о?\s|\w+[иыіїея](?:\s|$)")  # who may go with a verb in the plural
ON_ITS_PART = re.compile(
    r",\s(?:de (?:son|leur) côté|(?:quant à )?(?:lui|elle|eux|elles)|pour (?:sa|leur) part|en revanche|cependant"
    r"|toutefois"
    r"|pourtant|por su parte|en cambio|sin embargo|no obstante|a su vez|напротив|впрочем|однако|в свою очередь|навпаки"
    r"|натомість|однак|у свою чергу|своєю чергою)$"
)
RELATIVE = re.compile(r"\s(?:que|qui|dont|où|что|що|که|چې|котор\w+|яких|який|яку|الذي|التي)$")
MOST_SPEAKERS = 20
GAP = Source("", Sort.UNKNOWN, "")  # whoever spoke before
HE_OR_SHE = frozenset(map(key, ("il", "elle", "él", "ella", "он", "она", "він", "вона")))
SUBJECT = re.compile(rf"(?:[^,«»“”]{{3,80}},\s)?(?P<name>{NAME})(?=\s(?!et\s|y\s|и\s|і\s|та\s)[a-zà-ÿа-яёіїєґ])")
THIS_BODY = re.compile(r"(?:این|همین|هذه|هذا)\s(?:ال)?(?P<body>[^\s،]+)$")
LATTER = re.compile(r"(?:celui-ci|celle-ci|éste|ésta|ce dernier|cette dernière)$", re.IGNORECASE)
SOMEBODY = re.compile(NAME.replace(r"(?:\s(?:(?:de", r"(?:\s(?:«\s?\w+\s?»\s)?(?:(?:de"))
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
    r"|general|coronel|abogad|diputad|senador|secretari|comandante|consejer|médic|rector)"
)
APPOSED_BEHIND = re.compile(
    rf"^(?=[^,]*\b{OFFICES})[^,]+,\s(?:l[ea]\s|el\s)?(?:[a-zà-ÿ]+\s)?(?P<name>{NAME})(?=[,.]|$)"
)
# "د طالبانو ویاند قاري احمدي په برید کې …": in Pashto a role, and then the name until the object begins.
HOLDER = re.compile(
    r"^(?:[^،.]{0,80}\s)?(?:ویاند|وزیر|مشر|قوماندان|والي|رییس|رئیس|چارواکي|استازي|استازی|مرستیال|ولسمشر|سلاکار|سفیر"
    r"|جنرال"
    r"|مدیر|غړي|غړی|وکیل|ښاروال|درستیز|صدراعظم|ویندوی|ویندویه)\s?،?\s(?P<name>(?:(?!(?:دا|دغه|په|له|د|پر|ته|تور"
    r"|تورونه|ادعا|خپل"
    r"|خپله|نه|یې|هم|بیا|چې|مسوولیت|هېڅ|هر|ټول|طالبان|پوځ|داعش|راپور|شمېر)\s)[^\s،.]+\s?){1,3})(?=\S|$)"
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
DEALS_OR_OFFICES = frozenset({Topic.NEGOTIATION, Topic.GOVERNANCE, Topic.ELECTIONS})


def worthiness(passage: Passage, said: Said, language: str | None) -> Worth:
    """The worth of a passage, from numbers, quotations, topics and who says it."""
    unit = passage.text.strip()
    cues = CUES.get(language or "")
    is_deed = said.frame is not None and said.frame.verb.family in (Family.DENY, Family.ACCUSE)
    if QUESTION.search(unit) or len(unit.split()) < (LEAST_WORDS - 1 if is_deed else LEAST_WORDS):
        return NOTHING
    has_number = bool(quantities(passage.text, language, ()) if cues else english_worth.DIGIT.search(unit))
    if cues is None:
        found = [NUMBER] * has_number + ["quotes somebody"] * bool(passage.quotes)
        if not found:
            return NOTHING
        return Worth(THRESHOLD + 0.05 * (len(found) - 1), (*found, UNREAD))
    if ASIDES.match(unit):
        return NOTHING
    return weighed(passage, said, cues, language or "", has_number=has_number)


def weighed(passage: Passage, said: Said, cues: Cues, language: str, *, has_number: bool) -> Worth:
    unit = passage.text.strip()
    flat = passage.masked.translate(TABLE)
    if said.chain == () and UNKNOWN[language].search(flat):
        return NOTHING
    if said.chain == () and not has_number and DEEDS[language].search(flat):
        return NOTHING
    score = 0.3 if passage.kind is Kind.HEADING else 0.38
    reasons: list[str] = []
    family = said.frame.verb.family if said.frame else None
    found = set(topics(unit)) - {Topic.OTHER}
    for is_so, weight, why in (
        (has_number, 0.2, NUMBER),
        (family is Family.ACCUSE, 0.25, "assigns responsibility"),
        (family is Family.DENY, 0.25, "is a denial or a refusal"),
        (bool(said.chain), 0.05, "somebody says it"),
        (bool(found & {Topic.VIOLENCE, Topic.CASUALTIES}), 0.15, "speaks of violence or casualties"),
        (bool(found & {Topic.FORCES, Topic.TERRITORY}), 0.1, "speaks of forces or territory"),
        (bool(found & DEALS_OR_OFFICES), 0.1, "speaks of a deal, a vote or an office"),
        (
            not found & DEALS_OR_OFFICES and bool(found & {Topic.HEALTH, Topic.ECONOMY}),
            0.1,
            "speaks of health or money",
        ),
    ):
        if is_so:
            score += weight
            reasons.append(why)
    if cues.opinion.search(unit.translate(TABLE)):
        score -= 0.35
    if english_worth.STAGE_ELSEWHERE.search(unit):
        score -= 0.4
    return Worth(round(min(0.99, max(0.0, score)), 3), tuple(reasons))
