"""Who says what in languages other than English: a few cues for each, and small words that weigh a statement.

Basic on purpose: the commonest forms of news prose. A language that is not here gets sentences with a number or a
quotation, at a low score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import words

SOURCE = r"(?P<source>[^\s«»“”\"~][^«»“”\"~:;؛]{1,90}?)"
APPOSITION = r"(?:\s?[،,][^،,«»“”\"~:;]{2,80}[،,])?"
NAME_ON = r"(?P<source>[^\s،,.:;«»“”\"~][^،,.:;«»“”\"~]{1,70}?)"


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language. Groups: source, cue; what is said begins where the pattern ends."""

    says: tuple[re.Pattern[str], ...]
    denies: tuple[re.Pattern[str], ...]
    accuses: tuple[re.Pattern[str], ...]
    calls: re.Pattern[str]  # what asks, promises or hopes: nothing to check
    opinion: re.Pattern[str]
    numbers: re.Pattern[str]


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def one(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


PERSIAN_SAYS = (
    "گفته? است|گفته است|گفته بود|گفته‌اند|گفتند|گفت|می‌گویند|می‌گوید|افزود|افزودند|اعلام کرده است|اعلام کردند|اعلام کرد"
    "|اظهار داشت|تأکید کرد|تاکید کرد|مدعی شد|مدعی شدند|ادعا کرد|ادعا کردند|هشدار داد|نوشت|خبر داد|تصریح کرد|بیان کرد"
    "|گزارش داد|گزارش دادند|یادآور شد|توضیح داد"
)
SLAVIC_SAYS = (
    "заявила|заявили|заявил|сказала|сказали|сказал|сообщила|сообщили|сообщило|сообщил|отметила|отметил|подчеркнула"
    "|подчеркнул|добавила|добавил|утверждают|утверждает|рассказала|рассказал|говорит|говорят|написала|написал|считают"
    "|считает|уточнил|признал|заявив|заявила|заявили|заявив|сказав|сказала|повідомила|повідомило|заявило|повідомили|повідомив|наголосив"
    "|наголосила|додав|додала|стверджують|стверджує|розповів|каже|зазначив|зазначила"
)
FRENCH_SAYS = (
    "a déclaré|ont déclaré|a affirmé|ont affirmé|a dit|ont dit|affirment|affirme|a annoncé|ont annoncé|a ajouté"
    "|a indiqué|ont indiqué|a expliqué|a assuré|a précisé|a souligné"
    "|a estimé|estime|a accusé|dit|assure|déclare|a reconnu"
)
SPANISH_SAYS = (
    "dijeron|dijo|afirmaron|afirmó|declararon|declaró|anunciaron|anunció|aseguraron|aseguró|añadió|informaron|informó"
    "|señaló|indicó|explicó|sostiene|sostuvo|denunció|reconoció|precisó|agregó|dice|afirma|asegura"
)
ARABIC_SAYS = (
    "قالت|قالوا|قال|أعلنت|أعلن|أكدت|أكد|أضافت|أضاف|ذكرت|ذكر|صرحت|صرح|أفادت|أفاد|أوضح|أوضحت|زعمت|زعم|أشار|أشارت|يقول"
    "|تقول|كشفت|كشف|اعتبر|وقال|وأضاف|وأكد|وأعلن|وذكر|وقالت|وأضافت"
)
MONTHS_AND_DIGITS = r"\d|[۰-۹]|[٠-٩]"

CUES = {
    "fa": Cues(
        says=compiled(
            rf"^(?:به گفتهٔ?|بنا به گفتهٔ?|به گزارش|بر اساس گزارش|بنا بر اعلام)(?P<cue>)\s{NAME_ON}\s?،\s",
            rf"(?:^|،\s|؛\s|\sو\s|اما\s){SOURCE}{APPOSITION}\s?(?P<cue>{PERSIAN_SAYS})(?:\s?که\s|\s?:\s?|\s(?=«))",
            rf"(?:^|\sو\s)(?P<source>)(?P<cue>{PERSIAN_SAYS})\s?(?:که\s|:\s?)",
            rf"(?P<back>)»؟?\s?،?\s?(?:این را\s)?{SOURCE}\s(?P<cue>{PERSIAN_SAYS})",
        ),
        denies=compiled(
            rf"(?:^|،\s|؛\s){SOURCE}\s(?P<object>[^،.؛]{{0,80}}?)\s?(?P<cue>(?:رد"
            rf"|تکذیب|انکار)\s(?:کرده|کرد|نمود|می‌کن)\w*)"
        ),
        accuses=compiled(rf"(?:^|،\s){SOURCE}\s(?P<object>[^،.]{{2,60}}?)\sرا\s(?:[^.]{{0,60}}\s)?(?P<cue>متهم\s(?:کرد|می‌کن)\w*)"),
        calls=one(r"خواستار|خواست که|خواستند که|درخواست کرد|دعوت کرد|ابراز امیدواری|وعده داد"),
        opinion=one(r"\bباید\b|\bنباید\b|خواهد |خواهند |خواهیم |امیدوار|متأسف|متاسف|زیبا|ننگ|شرم|ممکن است|شاید"),
        numbers=one(
            rf"{MONTHS_AND_DIGITS}|\b(?:دو|سه|چهار|پنج|شش|هفت|هشت"
            rf"|نه|ده|صد|هزار|میلیون|میلیارد|نیمی|درصد|ده‌ها|صدها)\b"
        ),
    ),
    "ar": Cues(
        says=compiled(
            rf"(?:وفقا|وفقاً|طبقا|طبقاً|بحسب|حسب|نقلا عن|نقلاً عن)(?P<cue>)\s(?:ل)?{NAME_ON}(?=[،.])",
            rf"(?:^|،\s|\s)(?P<cue>{ARABIC_SAYS})\s{NAME_ON}{APPOSITION}\s?،?\s?(?:إن\s"
            rf"|أن\s|إنه\s|إنها\s|أنه\s|أنها\s|:\s?)",
        ),
        denies=compiled(rf"(?:^|،\s|\s)(?P<cue>و?(?:نفى|نفت|ونفى|ونفت|ينفي|تنفي))\s{NAME_ON}\s(?P<object>)"),
        accuses=compiled(rf"(?:^|\s)(?P<cue>و?(?:اتهم|اتهمت))\s{NAME_ON}\s(?P<object>)"),
        calls=one(r"^(?:و?(?:دعا|دعت|طالب|طالبت|ناشد|حث|حثت|تعهد))\s"),
        opinion=one(r"\bيجب\b|\bينبغي\b|\bسوف\b|\bنأمل\b|\bربما\b|\bقد ي"),
        numbers=one(
            rf"{MONTHS_AND_DIGITS}|\b(?:ثلاثة|أربعة|خمسة|ستة|سبعة"
            rf"|ثمانية|تسعة|عشرة|مئات|آلاف|ملايين|نصف|عشرات|ألف)\b"
        ),
    ),
    "ru": Cues(
        says=compiled(
            rf"^(?:по словам|по данным|по информации|по мнению|как сообщает"
            rf"|как сообщил|за словами|за даними)(?P<cue>)\s{NAME_ON}\s?,\s",
            rf"(?P<back>)(?:[»”\"~]|,)\s?,?\s?[–—-]\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:также\s|ранее\s|також\s"
            rf"|раніше\s)?(?P<cue>{SLAVIC_SAYS})(?:\s[^,.:]{{0,40}})?(?:,\s(?:что|що)\s|:\s?)",
        ),
        denies=compiled(
            rf"(?:^|,\s|;\s){SOURCE}\s(?P<cue>опроверг\w*|отрица\w*|отверг\w*"
            rf"|заперечу\w*|заперечи\w*|спростува\w*|відкида\w*)\s(?P<object>)"
        ),
        accuses=compiled(rf"(?:^|,\s){SOURCE}\s(?P<cue>обвини\w+|обвиня\w+|звинувати\w+|звинувачу\w+)\s(?P<object>)"),
        calls=one(
            r"\b(?:призва\w+|потребова\w+|требу\w+|просит|попроси\w+"
            r"|заклика\w+|вимага\w+|пообеща\w+|пообіця\w+)\b"
        ),
        opinion=one(
            r"\b(?:должн\w+|надо|нужно|необходимо|будет|будут|буде|будуть"
            r"|повин\w+|потрібно|может быть|надеюсь|надеемся|возможно)\b"
        ),
        numbers=one(
            rf"{MONTHS_AND_DIGITS}|\b(?:два|двое|три|трое|четыре|пять|шесть|семь|восемь|девять"
            rf"|десять|сотни|тысяч\w*|миллион\w*|п['’]ять|тисяч\w*|мільйон\w*|половин\w*)\b"
        ),
    ),
    "fr": Cues(
        says=compiled(
            rf"(?:^|,\s)(?:selon|d['’]après|de l['’]avis d[eu])(?P<cue>)\s{NAME_ON}\s?(?=[,.])",
            rf"(?P<back>)[»”\"~]\s?,\s(?:a-t-(?:il|elle)\s)?(?P<cue>{FRENCH_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s|;\s|\set\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\squ[e'’]\s?|\s?:\s?)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>(?:a|ont)\s(?:démenti|nié"
            rf"|rejeté|réfuté)|dément\w*|nient?|rejett?e\w*)\s(?P<object>)"
        ),
        accuses=compiled(rf"(?:^|,\s){SOURCE}\s(?P<cue>(?:a|ont)\saccusé|accusent?)\s(?P<object>)"),
        calls=one(r"\b(?:(?:a|ont)\s(?:appelé|exigé|demandé|promis|exhorté)|appellent?|réclam\w+|exige\w*)\b"),
        opinion=one(
            r"\b(?:doi(?:t|vent)|devrai\w+|faut|faudrait|sera|seront"
            r"|pourrai\w+|espèr\w+|peut-être|inacceptable|regrett\w+)\b"
        ),
        numbers=one(
            rf"{MONTHS_AND_DIGITS}|\b(?:deux|trois|quatre|cinq|six|sept"
            rf"|huit|neuf|dix|centaines?|milliers?|millions?|moitié)\b"
        ),
    ),
    "es": Cues(
        says=compiled(
            rf"(?:^|,\s)(?:según|de acuerdo con)(?P<cue>)\s{NAME_ON}\s?(?=[,.])",
            rf"(?P<back>)[»”\"~]\s?,\s(?P<cue>{SPANISH_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s|;\s|\sy\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\sque\s|\s?:\s?)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>negó|negaron|niegan?"
            rf"|desmintió|desmintieron|rechazó|rechazaron)\s(?P<object>)"
        ),
        accuses=compiled(rf"(?:^|,\s){SOURCE}\s(?P<cue>acusó|acusaron|acusan?)\s(?P<object>)"),
        calls=one(r"\b(?:pidió|pidieron|exigió|exigieron|llamó a|instó|prometió|reclamó|exhortó)\b"),
        opinion=one(r"\b(?:deben?|debería\w*|hay que|será|serán|podría\w*|espera\w*|quizás|inaceptable|lamenta\w*)\b"),
        numbers=one(
            rf"{MONTHS_AND_DIGITS}|\b(?:dos|tres|cuatro|cinco|seis"
            rf"|siete|ocho|nueve|diez|cientos|miles|millones|mitad)\b"
        ),
    ),
}  # fmt: skip
CUES["uk"] = CUES["ru"]
PRONOUNS = words("او وی آنها آنان они он она вони він вона il elle ils elles él ella ellos هو هي هم")
