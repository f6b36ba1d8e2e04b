"""Attribution and worth in languages other than English, by the few cues that the lexicon lists for each."""

from __future__ import annotations

import re

from verification.extraction.continuation import carried_on
from verification.extraction.cues import Family, Form, Verb
from verification.extraction.foreign_names import NAME, ROLE_AND_NAME, People
from verification.extraction.frame import Frame
from verification.extraction.frames import LONGEST
from verification.extraction.gazetteer import gazetteer
from verification.extraction.model import worth as english_worth
from verification.extraction.model.foreign import CUES, PRONOUNS, Cues
from verification.extraction.passage import Kind, Passage
from verification.extraction.rendering import speaker, speech_of
from verification.extraction.said import Said
from verification.extraction.speakers import Sort, Source
from verification.extraction.topic import topics
from verification.extraction.worthiness import NOTHING, QUESTION, THRESHOLD, Worth
from verification.numbers.moments import moments
from verification.numbers.quantities import quantities
from verification.text.folding import TABLE, folded, key
from verification.text.tokens import line_of
from verification.vocabulary import Topic

NUMBER = "gives a number"
LONGEST_SOURCE = 10
MOST_WORDS = 16
MOST_BEFORE_BODY = 4  # words before the name of a body or a state: "the ministry of defence of"
LEAST_WORDS = 4
UNREAD = "in a language that the engine knows no words of: only numbers and quotations are looked for"
PRONOUN_KEYS = frozenset(map(key, PRONOUNS))
NOBODY = re.compile(r"(?:برخی )?(?:گزارش|خبر)|تقاریر|انباء|сми$|зми$|сообщени|des (?:informations|rapports)|informes")


def attribute(lines: list[Passage], language: str | None) -> list[list[Said]]:
    """For each passage what is said in it, as for English; without cues everything is the article's own voice."""
    cues = CUES.get(language or "")
    found: list[list[Said]] = []
    last: Source | None = None
    known: People | None = None
    if cues:
        known = people_of(lines, cues, language or "")
    for passage in lines:
        frame, source = first_frame(passage, cues, last) if cues else (None, None)
        if frame is not None and source is not None and cues is not None and known is not None:
            source = meant(passage, frame, source, known, cues, language or "")
        whole = (0, len(passage.text))
        if frame is None or source is None:
            found.append([Said(None, whole, whole, ())])
            continue
        last = source
        content = frame.content if frame.verb.family is Family.SAY else whole
        speech = speech_of(passage, content)
        found.append([Said(frame, content, whole, (speaker(source, frame, passage, speech),))])
    return carried_on(lines, found) if cues else found


def people_of(lines: list[Passage], cues: Cues, language: str) -> People:
    """The people of the article, those who plainly say something among them."""
    people = People((line.text for line in lines), language)
    heard = (first_frame(passage, cues, None) for passage in lines)
    people.add({trimmed_name(s.name, language) for f, s in heard if f and s and f.verb.family is Family.SAY})
    return people


def first_frame(passage: Passage, cues: Cues, last: Source | None) -> tuple[Frame | None, Source | None]:
    """The first attribution of a passage; a denial or an accusation goes before a plain "said"."""
    flat = passage.masked[:LONGEST].translate(TABLE)
    opened = OPENERS.match(flat)
    begins = opened.end() - len(", ") if opened else 0  # the comma, behind which a speaker may stand
    kinds = (
        (cues.denies, Family.DENY, "deny"),
        (cues.accuses, Family.ACCUSE, "accuse"),
        (cues.says, Family.SAY, "say"),
    )
    for patterns, family, lemma in kinds:
        for pattern in patterns:
            match = pattern.search(flat)
            if match is not None and match.start("source") < begins < match.start("cue"):
                match = pattern.search(flat, begins) or match  # "In a statement" does not speak
            if match is None:
                continue
            named = passage.text[slice(*match.span("source"))]
            if len(named.split()) > MOST_WORDS:
                continue
            is_behind = match.start("source") > match.start("cue")
            ends = match.end("source") + LONGEST_NAME if is_behind else max(match.start("cue"), match.end("source"))
            beside = (APPOSED_BEHIND if is_behind else APPOSED).match(
                passage.text[match.start("source") : ends].strip()
            )
            # "Le président de la commission, Jean Morel, a dit"
            source = resolved(f"{named} {beside['name']}" if beside else named, last)
            if source is None:
                continue
            cue = match.span("cue")
            if family is Family.SAY and cues.alleges.search(flat, *cue):
                lemma = "claim"
            at = match.span("source") if named else None
            is_nobody = family is Family.SAY and bool(NOBODY.match(folded(source.name)))
            return Frame(Verb(lemma, family, Form.PAST, True), cue, at, content_of(match, passage), is_nobody), source
    return None, None


def content_of(match: re.Match[str], passage: Passage) -> tuple[int, int]:
    """What is said: before the words of attribution, behind them, or on both sides."""
    length = len(passage.text)
    groups = match.re.groupindex
    if "back" in groups:
        return (0, match.start() + 1)
    if "mid" in groups:
        return (0, length) if match.end() < length - 2 else (0, match.start() or length)
    if match.end() >= length - 1:
        return (0, match.start() or length)
    return (match.end(), length)


def meant(passage: Passage, frame: Frame, source: Source, known: People, cues: Cues, language: str) -> Source:
    """The speaker under the name that the article knows, without the time and the place of the saying."""
    if frame.source is None:
        return source
    if frame.verb.family is not Family.SAY:
        source = before_object(passage, frame, source, known, cues, language)
    name = trimmed_name(source.name, language)
    return Source(known.meant(name), source.sort, source.surface)


def trimmed_name(name: str, language: str) -> str:
    """A name without "on Monday" before it and "to the media" or "in Kabul" behind it."""
    tails = TAILS.get("fa" if language == "prs" else language)
    if ROLE_AND_NAME.match(name):
        return name  # "the report that Deputy Jane Smith presented in August": who is named last speaks
    name = LATER.sub("", name)
    spoken_for = PASHTO_OFFICE.match(name) if language == "ps" else None
    if spoken_for is not None:
        name = spoken_for["name"]
    elif language == "ps":
        name = OF_SEVERAL.sub("ان", ONE_MAN.sub(r"یو \1ی", name))
    for moment in moments(name, language):
        before, after = name[: moment.start].split(), name[moment.end :].strip(" ،,")
        if len(before) <= 1 and after:
            name = after
        elif before:
            name = name[: moment.start].strip(" ،,")
        break
    found = tails.search(name) if tails else None
    return (name[: found.start()] if found and found.start() > 2 else name).strip(" ،,")


# "Four days after that" before who speaks.
LATER = re.compile(
    r"^(?:\S+\s){0,2}?(?:روز|ساعت|هفته|ماه|سال|ورځې|ورځ|اونۍ|میاشتې)\s(?:پس از آن|بعد از آن|بعدتر"
    r"|بعد|پیش|قبل|وروسته|مخکې)\s"
    r"|\s(?:چند|دو|سه|چهار|یک)\s(?:روز|ساعت|هفته|ماه|سال)\s(?:پس از آن|بعد از آن|بعد|پیش|قبل)$"
)
# "The ministry's spokesman Abdul Qani": in Pashto the office stands between whose it is and the name.
PASHTO_OFFICE = re.compile(
    r"^د\s\S+(?:\s\S+){0,4}?\s(?:ویاند|والي|وزیر|مشر|رییس|رئیس|قوماندان|مرستیال)\s(?P<name>(?!د\s)\S+(?:\s\S+){1,2}?)"
    r"(?=\s(?:په|د|دا|دغه|بیا|هم|دې)\s|$)"
)
# Who acted stands in the oblique case: "طالبانو وویل", "یوه اوسېدونکي وویل".
OF_SEVERAL, ONE_MAN = re.compile(r"(?<=\w\w)انو$"), re.compile(r"^یوه\s(.*)ي$")
TAILS = {
    "fa": re.compile(r"\s(?:به\s\S+|در\s\S+|روز|طی|ضمن|با\s(?:انتشار|صدور|اشاره)|نیز|هم|همچنین)(?:\s|$)"),
    "ps": re.compile(r"\s(?:\S+\sته|په\s\S+|د\s\S+\sپه\sورځ|هم)(?:\s|$)"),
    "ar": re.compile(r"\s(?:في\s|خلال\s|يوم\s|ل(?:وكالة|صحيفة|قناة)|للصحفيين|للصحافيين|عبر\s|أيضا)"),
    "ru": re.compile(r"\s(?:в|во|на)\s(?:интервью|эфире|своем|своём|соцсети|\w+е$)"),
    "uk": re.compile(r"\s(?:в|у|на)\s(?:інтерв|ефірі|своєму|соцмереж|телегра|фейсб)"),
    "fr": re.compile(r"\s(?:à l['’]|dans un|lors d|sur (?:X|Twitter|Facebook))"),
    "es": re.compile(r"\s(?:a la agencia|en una|durante|en (?:X|Twitter|Facebook))"),
}


def before_object(passage: Passage, frame: Frame, source: Source, known: People, cues: Cues, language: str) -> Source:
    """The speaker where nothing but word order parts it from what is denied: a name known already, a body or a state,
    or the words before "this", "any", "the claim"."""
    start, end = frame.source or (0, 0)
    if ROLE_AND_NAME.match(source.name) and end <= frame.cue[0]:
        return source
    if language == "ps" and PASHTO_OFFICE.match(passage.text[start : frame.cue[0]]):
        return Source(passage.text[start : frame.cue[0]].strip(), source.sort, source.surface)
    rest = passage.text[start:] if start > frame.cue[0] else passage.text[start : max(frame.cue[0], end)]
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
    named = named.strip(" ،,.")
    return Source(named, source.sort, named) if named and len(named.split()) <= LONGEST_SOURCE else source


def resolved(named: str, last: Source | None) -> Source | None:
    """The speaker of a phrase: pronouns and gaps mean the speaker before."""
    words = ALSO.sub("", LEADING.sub("", named.strip()))
    first, _, rest = words.partition(" ")
    is_he = key(words) in PRONOUN_KEYS or (key(first) in PRONOUN_KEYS and WHERE_SAID.match(rest) is not None)
    if not words or is_he or (last is not None and THIS_PAPER.match(words.lower())):
        return last and Source(last.name, last.sort, named)
    name = words.split("،")[0].split(",")[0].strip()
    return Source(name, Sort.UNKNOWN, named) if name else None


# "Also he", "himself", and "he on Telegram".
LEADING = re.compile(
    r"^(?:(?:также|ранее|позже|кроме того,?|сам|сама|сами|також|раніше|згодом|крім того,?|همچنین"
    r"|también|además|aussi)\s)+",
    re.IGNORECASE,
)
WHERE_SAID = re.compile(r"(?:в|у|на|во|در|په|en|à|dans|sur)\s\S+(?:\s\S+)?$", re.IGNORECASE)
# "He also", and "according to this document", which means whose document it is.
ALSO = re.compile(r"\s(?:همچنین|نیز|هم|أيضا|также|також|también|également|aussi)$")
THIS_PAPER = re.compile(
    r"(?:ce (?:document|rapport|texte)|ces chiffres|(?:este|ese|dicho) (?:informe|documento)"
    r"|(?:эт(?:от|ого)|этому|цьому|цей) (?:доклад|отч[её]т|документ|звіт)\w*|هذا التقرير|این گزارش"
    r"|این (?:سازمان|نهاد|وزارت|وزارتخانه|گروه|شرکت|مقام|مقام‌ها|کارشناس|مرکز|اداره|کمیته|کمیسیون"
    r"|شورا|منبع|روزنامه|خبرگزاری)"
    r"|(?:دغه|دې) (?:سازمان|موسسې|ادارې|اداره|وزارت|ډلې|ډله|شرکت|چارواکي)"
    r"|(?:cette|ce) (?:organisation|ong|institution|groupe|entreprise|société|ministère|agence|association)"
    r"|(?:esta|este|dicha|dicho) (?:organización|ong|organismo|institución|grupo|empresa|agencia|asociación|ministerio)"
    r"|(?:эта|это) (?:организация|ведомство|агентство)|(?:ця|це) (?:організація|відомство|агентство)"
    r"|هذه (?:المنظمة|الوزارة|المجموعة|الشركة|الجماعة|الهيئة|الوكالة))$"
)
DESCRIBED = r"^(?:[Ll][aeo]s?|[Uu]n[ea]?|[EeÉé]l|[Ss](?:u|us|a|on|es)|[Ll]eurs?|[Ll]['’])\s?[^,]+,\s(?:[a-zà-ÿ]+\s)?"
APPOSED = re.compile(rf"{DESCRIBED}(?P<name>{NAME})(?:,|$)")
OFFICES = (
    r"(?:porte-parole|ministre|président|direct|maire|gouverneur|procureur|chef|général|colonel|avocat|député|sénateur"
    r"|secrétaire|responsable|commandant|préfet|patron|médecin|portavoz|ministr|president|alcalde|gobernador|fiscal|jef[ea]"
    r"|general|coronel|abogad|diputad|senador|secretari|comandante|consejer|médic|rector)"
)
APPOSED_BEHIND = re.compile(
    rf"^(?=[^,]*\b{OFFICES})[^,]+,\s(?:l[ea]\s|el\s)?(?:[a-zà-ÿ]+\s)?(?P<name>{NAME})(?=[,.]|$)"
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
    return weighed(passage, said, cues, has_number=has_number)


def weighed(passage: Passage, said: Said, cues: Cues, *, has_number: bool) -> Worth:
    unit = passage.text.strip()
    flat = passage.masked.translate(TABLE)
    if said.chain == () and cues.calls.search(flat):
        return NOTHING
    score = 0.28 if passage.kind is Kind.HEADING else 0.38
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
