"""Who says what in languages other than English, by the few cues that the lexicon lists for each."""

from __future__ import annotations

import re

from verification.extraction.continuation import carried_on, heard_on
from verification.extraction.cues import Family, Form, Verb
from verification.extraction.foreign_frames import DESCRIBE, PRONOUN_KEYS, first_frame
from verification.extraction.foreign_names import ARABIC, NAME, ROLE_AND_NAME, People
from verification.extraction.foreign_referents import in_full, referent
from verification.extraction.foreign_short import longer, subject_of
from verification.extraction.frame import Frame
from verification.extraction.gazetteer import gazetteer
from verification.extraction.model.eastern_orders import ARABIC_SPEAKERS
from verification.extraction.model.foreign import CUES, Cues
from verification.extraction.passage import Kind, Passage
from verification.extraction.rendering import speaker, speech_of
from verification.extraction.said import Said
from verification.extraction.speakers import Sort, Source
from verification.text.folding import TABLE, key
from verification.text.tokens import line_of

LONGEST_SOURCE = 10
LONGEST_HEAD = 6  # words before the colon of a heading
MOST_BEFORE_BODY = 4  # words before the name of a body or a state: "the ministry of defence of"


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
            if language not in ARABIC:
                before = lines[: passage.index]
                source = in_full(referent(source, speakers, before, language), speakers, before)
        elif passage.kind is Kind.HEADING:
            frame, source = headed(passage, known, heard, language)
        whole = (0, len(passage.text))
        if frame is None or source is None:
            found.append([Said(None, whole, whole, ())])
            continue
        speakers.append(source)
        content = frame.content if frame.verb.family is Family.SAY else whole
        speech = speech_of(passage, content)
        found.append([Said(frame, content, whole, (speaker(source, frame, passage, speech),))])
    return heard_on(lines, carried_on(lines, found), language)


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
    if language in ARABIC:
        name = longer(source.name, words, passage.index, lines, speakers, language)
        return source if name == source.name else Source(name, source.sort, source.surface)
    at = passage.index - 1
    if key(words) not in PRONOUN_KEYS or at < 0 or lines[at].paragraph != passage.paragraph:
        return source
    if speakers and speakers[-1].name and LATTER.match(words):
        named = [match.group() for match in SOMEBODY.finditer(lines[at].text)]
        return Source(named[-1], source.sort, source.surface) if named else source
    return source


def headed(
    passage: Passage, known: People, heard: list[tuple[Frame | None, Source | None]], language: str
) -> tuple[Frame | None, Source | None]:
    """The speaker of "Biden: the leader is dead", where the article names him."""
    name, colon, said = passage.text.partition(":")
    bare = name.strip()
    person = known.known.get(bare) or next((p for p in sorted(known.known) if p.endswith(f" {bare}")), None)
    if person is None and colon and said and language in ARABIC:
        person = speaks_for_itself(bare, heard, language)
    if not (colon and bare and said and person):
        return None, None
    at = len(name) - len(name.lstrip())
    verb = Verb("say", Family.SAY, Form.PAST, True)
    frame = Frame(verb, (len(name), len(name) + 1), (at, at + len(bare)), (len(name) + 1, len(passage.text)))
    return frame, Source(person, Sort.UNKNOWN, bare)


def speaks_for_itself(bare: str, heard: list[tuple[Frame | None, Source | None]], language: str) -> str | None:
    """The body before the colon of "The army: nobody died", which speaks in the article or is known; None if none."""
    asked = frozenset(map(key, bare.split()))
    if CAPITAL.fullmatch(bare) or (len(asked) <= LONGEST_HEAD and "/" not in bare and BODY_FIRST.match(bare)):
        return bare
    if any(s and asked <= frozenset(map(key, s.name.split())) for _, s in heard):
        return bare
    line = line_of(bare)
    listed = gazetteer("bodies", language).find(line, bare)
    return bare if any(one.first <= 1 and one.after == len(line.keys) for one in listed) else None


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
    if key(source.surface) in PRONOUN_KEYS:
        return source
    rest = passage.text[start:] if start > frame.cue[0] else passage.text[start : max(frame.cue[0], end)]
    holder = HOLDER.search(rest) if language == "ps" else None
    if holder is not None:
        return Source(holder["name"].strip(), source.sort, holder.group().strip())
    alone = OFFICER.match(rest) if language == "ps" else None
    if alone is not None:
        return Source(alone[0], source.sort, alone[0])
    named = max((name for name in known.known if rest.startswith(name)), key=len, default="")
    if language == "ar" and start > frame.cue[0]:
        named = subject_of(rest, cues, is_accusing=frame.verb.family is Family.ACCUSE) or named
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


GAP = Source("", Sort.UNKNOWN, "")  # whoever spoke before
HE_OR_SHE = frozenset(map(key, ("il", "elle", "él", "ella", "он", "она", "він", "вона")))
SUBJECT = re.compile(rf"(?:[^,«»“”]{{3,80}},\s)?(?P<name>{NAME})(?=\s(?!et\s|y\s|и\s|і\s|та\s)[a-zà-ÿа-яёіїєґ])")
# What a heading's words before the colon begin with, where they are a body or hold an office.
BODY_FIRST = re.compile(
    r"(?:ارتش|وزارت|وزیر|پلیس|پولیس|سپاه|دولت|حکومت|سازمان|سخنگوی|رئیس|جبهه|حزب|دادستان|دادستانی|شورای|قوه|قاضی|نماینده"
    rf"|مقام|مقام‌های|منابع|استاندار|فرماندار|والی|اتحادیه|کمیسیون|{ARABIC_SPEAKERS})(?:\s|$)"
    r"|د\s(?:\S+\s){1,3}(?:پوځ|وزارت|حکومت|دولت|ویاند|مشر|والي|پولیس|سازمان)$"
)
# States that speak by the names of their capitals.
CAPITAL = re.compile(
    "طهران|واشنطن|موسكو|كييف|دمشق|أنقرة|تل أبيب|بكين|الرياض|الدوحة|إسلام آباد|تهران|واشنگتن|مسکو|کی‌یف|آنکارا|پکن"
    "|تل‌آویو|اسلام‌آباد|ماسکو|واشنګټن"
)
LATTER = re.compile(r"(?:celui-ci|celle-ci|éste|ésta|ce dernier|cette dernière)$", re.IGNORECASE)
SOMEBODY = re.compile(NAME.replace(r"(?:\s(?:(?:de", r"(?:\s(?:«\s?\w+\s?»\s)?(?:(?:de"))
PASHTO_OFFICES = (
    "ویاند|وزیر|مشر|قوماندان|والي|رییس|رئیس|چارواکي|چارواکو|استازي|استازی|مرستیال|ولسمشر|سلاکار|سفیر|جنرال|مدیر|غړي|غړی"
    "|وکیل|ښاروال|درستیز|صدراعظم|ویندوی|ویندویه"
)
# … and an official without a name before "this".
OFFICER = re.compile(
    rf"^[^،.]{{0,80}}?\s(?:{PASHTO_OFFICES}|پوځ|وزارت)(?=\s(?:دا|دغه|دې)\s)"
    r"|^د\s\S+\s(?:پوځ|پوځیان|حکومت|دولت|اردو|استخبارات)(?=\s)"
)
# "د طالبانو ویاند قاري احمدي په برید کې …": in Pashto a role, and then the name until the object begins.
HOLDER = re.compile(
    rf"^(?:[^،.]{{0,80}}\s)?(?:{PASHTO_OFFICES})\s?،?\s(?P<name>(?:(?!(?:دا|دغه|په|له|د|پر|ته|تور"
    r"|تورونه|ادعا|خپل"
    r"|خپله|نه|یې|هم|بیا|چې|مسوولیت|هېڅ|هر|ټول|طالبان|پوځ|داعش|راپور|شمېر)\s)[^\s،.]+\s?){1,3})(?=\S|$)"
)
