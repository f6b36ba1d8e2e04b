"""Whom a short word means in Arabic, Persian and Pashto: "the ministry", "this agency", "the spokesman"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verification.text.folding import FILL, TABLE, folded, key
from verification.text.word_lists import words

from .model.eastern_orders import ARABIC_NAMES, ARABIC_SPEAKERS
from .model.foreign import Cues
from .passage import Passage
from .speakers import Source

MOST_SPEAKERS = 20
MOST_WORDS = 10
# Deeds by the forms of their nouns: "تقديم", "استخدام", "إرسال".
DEED = re.compile(
    r"\s(?:ت\w\wي\w|است\w{3,5}|إ(?!سلام|حسان|كرام|لهام|يمان|يران|يهاب)\w\wا\w|ا[نعحقشكتن]\w{1,2}ا\w|م\wا\w{2}ة)"
    r"(?:ه|ها|هم|ات)?(?=\s|$|[.،])"
)
HEADS = re.compile(
    rf"(?:ال)?(?:{ARABIC_SPEAKERS})|{ARABIC_NAMES}|الحوثيون|الحوثيين|الولايات|الاتحاد|المعارضة|الفصائل|المتمردين|المسلحين"
)
# Words that the next belongs to: "the spokesman of the ministry".
BINDING = re.compile(rf"باسم|في|من|على|ل\w+|و\w+|(?:{ARABIC_SPEAKERS})|رئيس\w*|شؤون|عام|أعضاء|كبير|كبار|حلف|أحد")
BACK = 12  # passages that are looked through for the longer name
THIS = re.compile(r"(?:این|همین|هذه|هذا|دغه|دې|دا)\s(?:ال)?(?P<body>[^\s،]+)$")
DEFINITE = re.compile(r"ال(?P<body>\w{3,})$")
OFFICES = frozenset(map(key, words("سخنگو سخنگوی ویاند ناطق الناطق المتحدث المتحدثة الناطقة وزیر والی استاندار والي")))
ANYBODY = frozenset(
    map(key, words("نهاد مقام منبع مرجع مسئول مسوول فرد سازمان گروه مسؤول چارواکي چارواکی سرچینې ادارې"))
)
NO_NAME = "اثنین|ثلاثاء|اربعاء|خمیس|جمعه|سبت|احد|یوم|ماضی|تی|ذی|ان|اخر"
# Words that no name of a body goes on over.
ENDS = (
    r"(?:که|در|از|به|را|و|با|تا|هم|نیز|است|بود|شد|می\S*|نمی\S*|گفت\S*|کرد\S*|داد\S*|خود"
    r"|برای|اما|چې|په|ته|له|کې|وویل)"
)


def longer(name: str, said: str, at: int, lines: list[Passage], speakers: Sequence[Source], language: str) -> str:
    """The longer name that the article has for whom `said`, the words of a sentence, or `name` mean; else `name`."""
    recent = [s for s in reversed(speakers[-MOST_SPEAKERS:]) if s.name]
    if key(name) in OFFICES:
        office = key(name).removesuffix("ی") if language != "ar" else key(name)
        held = (s.name for s in recent if any(key(word).startswith(office) for word in f"{s.name} {s.surface}".split()))
        return next(held, name)
    this = THIS.match(said) or (DEFINITE.match(name) if language == "ar" else None)
    if this is None:
        return name
    head = key(this["body"])
    if head in ANYBODY and not any(is_head(word, head, language) for s in recent for word in s.name.split()):
        return next((s.name for s in recent), name)
    is_bare = DEFINITE.match(name) is not None and language == "ar"
    for source in recent:
        spoken = source.name.split()
        if any(is_head(word, head, language) for word in spoken[: 1 if is_bare else None]) and spoken != [name]:
            return source.name
    return in_text(head, lines[max(0, at - BACK) : at + (not is_bare)], language) or name


def subject_of(rest: str, cues: Cues, *, is_accusing: bool) -> str:
    """Who denies or accuses, of the words behind the verb in Arabic, where that and whom go on without a joint."""
    objects = (found for found in cues.objects.finditer(rest.translate(TABLE)) if is_accusing or found[0][1] != "ب")
    joints = [found.start() for found in (next(objects, None), DEED.search(rest)) if found]
    named = rest[: min(joints)].split("،")[0].strip() if joints else ""
    if is_accusing:
        spoken = (named or rest.split("،")[0]).split()
        for at in range(1, min(len(spoken), MOST_WORDS)):
            if HEADS.fullmatch(spoken[at]) and not BINDING.fullmatch(spoken[at - 1]):
                return " ".join(spoken[:at])
        if not joints:
            return ""
    return named if len(named.split()) <= MOST_WORDS else ""


def is_head(word: str, head: str, language: str) -> bool:
    found = key(word)
    return found.removeprefix("ال") == head if language == "ar" else found.startswith(head)


def in_text(head: str, lines: list[Passage], language: str) -> str:
    """The longer name of a body that was mentioned last: "وزارة الدفاع الأفغانية" of "الوزارة"."""
    pattern = named_in_full(head, language)
    for passage in reversed(lines):
        flat = folded(passage.text)
        if head in flat:
            for match in reversed(list(pattern.finditer(flat))):
                return passage.text[slice(*match.span("name"))]
    return ""


@lru_cache(256)
def named_in_full(head: str, language: str) -> re.Pattern[str]:
    if language == "ar":  # "وزارة الدفاع الأفغانية", or "الجيش السوداني"
        word = re.escape(head)
        after = rf"\sال(?!{NO_NAME})\w{{3,}}"
        return re.compile(
            rf"(?<!\w)[وفبک]?(?P<name>{word}(?:{after}){{1,3}}|ال{word}(?:{after}(?<=[یه])(?!\w)){{1,2}})"
        )
    more = rf"{FILL}?(?:\s(?!{ENDS}(?:\s|$))\w[\w{FILL}]*){{1,3}}"
    return re.compile(rf"(?<!\w)(?<!این\s)(?<!همین\s)(?P<name>{re.escape(head)}{more})")
