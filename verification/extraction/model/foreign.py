"""Who says what in languages other than English: a few cues for each, and small words that weigh a statement.

Basic on purpose: the commonest forms of news prose. A language that is not here gets sentences with a number or a
quotation, at a low score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from verification.text.folding import FILL, TABLE
from verification.text.word_lists import words

# A speaker's words; a name between quotation marks, which is hidden, may end them.
SOURCE = r"(?P<source>(?:[«“\"]~{2,30}[»”\"]|[^\s«»“”\"~][^«»“”\"~:;؛]{1,90}?(?:[«“\"]~{2,30}[»”\"])?))"
APPOSITION = r"(?:\s?[،,][^،,«»“”\"~:;]{2,80}[،,])?"
NAME_ON = r"(?P<source>[^\s،,.:;«»“”\"~][^،,.:;«»“”\"~]{1,100}?)"


class Attributing(NamedTuple):
    """A pattern of attribution, and pieces of words, one of which a sentence has where it matches; none: any has."""

    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()

    def search(self, flat: str, begin: int = 0) -> re.Match[str] | None:
        """The first match in a folded sentence; the pieces of words are far quicker to look for than the pattern."""
        if self.needs and not any(map(flat.__contains__, self.needs)):
            return None
        return self.pattern.search(flat, begin)


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language. Groups: source, cue; what is said begins where the pattern ends."""

    says: tuple[Attributing, ...]
    denies: tuple[Attributing, ...]
    accuses: tuple[Attributing, ...]
    calls: re.Pattern[str]  # what asks, promises or hopes: nothing to check
    opinion: re.Pattern[str]
    alleges: re.Pattern[str]  # verbs that leave open whether it is so
    objects: re.Pattern[str]  # where what is denied or claimed begins, and the speaker ends


# What a sentence holds where a pattern matches that holds the words before: these are rare.
NEEDS = {
    r"(?:شمار|تعداد|آمار|رقم)": "شمار|تعداد|آمار|رقم",
    "(?P<cue>خبر داد": "خبر داد|سخن گفت",
    "(?:علت|": "علت|دلیل|عامل|منشأ",
    "(?P<cue>متهم": "متهم",
    "(?P<object>(?:مسئولیت|": "عهده|پذیرفت",
    "شمېر\\s": "شمېر",
    "(?P<cue>تورن": "تورن",
    "مسوولیت": "مسوولیت",
    "(?P<cue>و?نقلت": "نقل",
    "و?أما": "أما",
    "(?P<cue>و?(?:خلصت": "خلص|توصل|انته",
    "(?P<cue>و?(?:وصفت": "وصف|اعتبر|رفض",
    "(?P<cue>و?(?:اتهم": "تهم|حمل",
    "(?P<cue>و?(?:تبنى": "تبن",
    "(?P<cue>по (?:его": "словам",
    "(?P<cue>оцінюють": "оцін|оцен|нарах|насчит|наліч",
    "(?:ніж|чем": "ніж|чем|як|как",
    "назва(?:": "назва",
    "(?P<cue>обвини": "обвин|звинува",
    "(?P<cue>parle(?:nt)? de|évoque": "parl|évoqu|état|recens|dénombr|comptabil|estim|chiffr"
    "|décri|compté|document|félicit|vanté|réjoui",
    "-t-(?:il|elle": "-t-",
    "(?P<cue>parle(?:nt)? d(?:e|": "parle|dénonce",
    "(?:avoir|être)": "avoir |être ",
    "(?P<cue>(?:parle(?:nt)?|a parlé": "parl|évoqu|état",
    "(?:balayé": "balay|balai|écart|récus",
    "(?:qualifié": "qualifi|dénonc|parl",
    "(?:accusé": "accus|revendiqu|en cause",
    "(?P<cue>contabilizan": "contabil|cifr|registr|habl|calcul|document|elev|estim",
    "(?P<cue>consider": "consider|calific",
    "(?P<cue>atribuy": "atribuy|achac",
    "(?:haber|ser": "haber |ser |estar |tener ",
    "(?P<cue>habl": "habl|cifr|calcul",
    "(?P<cue>(?:calific|tach": "calific|tach|tild",
    "(?P<cue>acusó": "acus|culp|reivindic|atribuy|responsabilidad",
}


def compiled(*patterns: str) -> tuple[Attributing, ...]:
    return tuple(Attributing(one(pattern), needed_by(pattern)) for pattern in patterns)


def needed_by(pattern: str) -> tuple[str, ...]:
    pieces = next((pieces for held, pieces in NEEDS.items() if held in pattern), "")
    return tuple(pieces.translate(TABLE).split("|")) if pieces else ()


def one(pattern: str) -> re.Pattern[str]:
    """A pattern over folded text: one form of yeh and kaf, joiners and vowel marks as `FILL` or a space or"
    " nothing."""
    flat = pattern.translate(TABLE).replace("[---]", "-")
    return re.compile(re.sub(f"{FILL}(?![?*+])", f"[{FILL} ]?", flat), re.IGNORECASE)


PERSIAN_SAYS = (
    "گفته است|گفته‌است|گفته بود|گفته‌اند|گفتند|گفت|می‌گویند|می‌گوید|افزود|افزودند|اعلام کرده است|اعلام کردند"
    "|اعلام کرد"
    "|اظهار داشت|تأکید کرد|تاکید کرد|مدعی شد|مدعی شدند|ادعا کرد|ادعا کردند|هشدار داد|نوشت|خبر داد|تصریح کرد|بیان کرد"
    "|اضافه کرد|اضافه کردند|بیان داشت|اظهار کرد|اظهار کردند|هشدار داده است|خبر داده است"
    "|اعلام کرده‌اند|افزوده است|می‌افزاید"
    "|گزارش داد|گزارش دادند|یادآور شد|توضیح داد|تأیید کرد|تایید کرد|تأیید کردند|تایید کردند|خاطرنشان کرد|ابراز داشت"
    "|می‌نویسد|نوشته است|اعلان کرد|اعلان کردند|خبر دادند|ادعا می‌کند|ادعا می‌کنند|مدعی است|مدعی‌اند|معتقد است"
    "|اعتراف کرد|پذیرفت|فاش کرد|گفته‌بود|گفته بودند|تصریح کردند|تأکید کردند|تاکید کردند|هشدار دادند"
)
PASHTO_SAYS = (
    "وویل|ووېل|وايي|ویلي(?: دي| وو)?|ویل|زیاته کړه|زیاته کړې|اعلان وکړ|اعلان کړ|خبر ورکړ|ادعا وکړه|ادعا کوي"
    "|ادعا کړې|لیکلي(?: دي)?|ولیکل"
    "|تایید کړه|تایید کړې|تأیید کړه|ټینګار وکړ|ټينګار کوي|خبرداری ورکړ|راپور ورکړ|څرګنده کړه|منلې|ومنله"
)
SLAVIC_SAYS = (
    "заявила|заявили|заявил|сказала|сказали|сказал|сообщила|сообщили|сообщило|сообщил|отметила|отметил|подчеркнула"
    "|подчеркнул|добавила|добавил|утверждают|утверждает|рассказала|рассказал|говорит|говорят|написала|написал|считают"
    "|считает|уточнил|признал|заявив|заявила|заявили|заявив|сказав|сказала|повідомила|повідомило|заявило"
    "|повідомили|повідомив|наголосив"
    "|наголосила|додав|додала|стверджують|стверджує|розповів|каже|зазначив|зазначила"
    "|уточнила|уточнили|уточнив|признала|признали|рассказали|розповіла|розповіли|пояснил|пояснила|пояснив"
    "|объявил|объявила"
    "|объявили|оголосив|оголосила|оголосили|подтвердил|подтвердила|подтвердили|підтвердив|підтвердила"
    "|підтвердили|сообщает"
    "|сообщают|повідомляє|повідомляють|передает|передають|пишет|пише|кажуть|написав|наголосили|додали|добавили"
    "|отметили"
    "|заявляет|заявляют|подчеркивает|отмечает|предупредила|предупредил|добавляет|указал|указала"
    "|указали|уверяет|заверил"
    "|заверила|рассказывает|напомнил|напомнила|прокомментировал|запевнив|запевнила|наголошує"
    "|зауважив|зауважила|вважає"
    "|заявляє|заявляють|підкреслив|підкреслила|розповідає|зазначає|попередив|попередила|нагадав|нагадала|пояснює"
    "|подчеркнули|зазначили|визнав|визнала|стверджував|утверждал|утверждала"
    "|пояснили|запевнили|запевняють|наголошують|визнали|вважають|пояснюють|зауважили|нагадали|написали|попередили"
    "|(?:дійшов|дійшла|дійшли) висновку|пришел к выводу|пришла к выводу|пришли к выводу|пояснили|признают|уверяют"
    "|предупредили|напомнили|написали|указывают|отмечают|поясняют|нарахували|нарахувала|насчитали|оцінили|оценили"
    "|(?:утвержда|говори|сообща|заявля|счита|уверя|рассказыва|признава|предупрежда|подчеркива|отмеча|поясня|указыва)"
    "(?:ла|ло|ли|л|ет|ют|ит|ят)"
    "|(?:стверджува|повідомля|заявля|розповіда|каза|вважа|запевня|зазнача|наголошува|пояснюва|прогнозува)"
    "(?:ла|ло|ли|в|є|ють)"
    "|(?:прогнозирова|ожида)(?:ла|ло|ли|л)|прогнозує|прогнозирует|констатува(?:ла|ли|в)|констатирова(?:ла|ли|л)"
)
DAYS = r"(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui)(?:\s(?:matin|soir))?)?"
DIAS = r"(?:\s(?:este|el)?\s?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer))?"
BESIDE = (
    r"(?:\s(?:aussi|également|toutefois|ensuite|en outre|par ailleurs|quant à (?:elle|lui|eux)"
    r"|de (?:son|leur|mon) côté|pour (?:sa|leur) part))?" + DAYS
)
FRENCH_SAID = (
    "déclaré|affirmé|dit|annoncé|ajouté|indiqué|expliqué|assuré|précisé|souligné|estimé|reconnu|confirmé|rapporté|écrit"
    "|raconté|prétendu|révélé|fait savoir|averti|dénoncé|regretté|lancé|commenté|rappelé|confié|poursuivi|conclu"
    ""
    "|répondu|répliqué|rétorqué|maintenu|juré|admis|signalé|insisté|martelé|répété|soutenu"
    "|fait valoir|promis que|jugé que|résumé|nuancé|témoigné"
)
FRENCH_SAYS = (
    rf"(?:a|ont|avait|avaient){BESIDE}\s(?:{FRENCH_SAID})"
    "|affirment|affirme|estiment|estime|disent|dit|assurent|assure|déclarent|déclare|confirment|confirme|rapportent"
    "|rapporte|écrivent|écrit|racontent|raconte|prétendent|prétend|indiquent|indique|précisent|précise|ajoutent|ajoute"
    "|soutiennent|soutient|préviennent|prévient|rappellent|rappelle|soulignent|souligne|expliquent|explique|annoncent"
    "|(?:affirm|assur|déclar|expliqu|estim|soulign|indiqu|précis|ajout|racont|annonç|annonc|évoqu|rappel|jug|prétend)"
    "(?:aient|eait|ait)|disai(?:t|ent)|reconnaissai(?:t|ent)|admett(?:ait|aient|ent)|admet|soutenai(?:t|ent)"
    "|annonce|révèlent|révèle|dénoncent|dénonce|témoignent|témoigne|reconnaissent|reconnaît|maintiennent|maintient|répliquent|réplique|rétorque|jurent|jure|insiste|résume|nuance|concluent|conclut"
)
SPANISH_SAID = (
    "dicho|afirmado|declarado|anunciado|asegurado|añadido|informado|señalado|indicado|explicado|sostenido|denunciado"
    "|reconocido|precisado|agregado|confirmado|revelado|escrito|relatado|manifestado|subrayado|advertido|recordado"
    "|defendido|insistido|reiterado|contado|admitido|respondido|apuntado|alegado|detallado|concluido|matizado|comunicado"
)
SPANISH_SAYS = (
    rf"(?:ha|han|había|habían)\s(?:también\s|además\s)?(?:{SPANISH_SAID})|"
    "dijeron|dijo|afirmaron|afirmó|declararon|declaró|anunciaron|anunció|aseguraron|aseguró|añadió|informaron|informó"
    "|señaló|señalaron|indicó|indicaron|explicó|sostiene|sostuvo|denunció|denunciaron|reconoció|reconocieron"
    "|precisó|agregó|replicó|replicaron|mantuvo|mantiene|mantienen"
    "|dice|dicen|afirma|afirman|asegura|aseguran|confirmó|confirmaron|reveló|escribió|comunicó|relató|manifestó"
    "|subrayó"
    "|advirtió|advirtieron|comentó|recordó|expresó|denuncian|explican|sostienen|admitió|admitieron"
    "|contó|expuso|matizó|concluyó"
    "|respondió|explicaron|precisaron|reportó|reportaron"
    "|contaron|relataron|expusieron|recordaron|concluyeron|revelaron|manifestaron|subrayaron|insistieron|reiteraron"
    "|comentaron|denuncia|señalan|señala|explica|advierte|advierten|concluye|concluyen|reconoce|reconocen|indican|indica"
    "|insistió|reiteró|apuntó|alegó|alegaron|alega|informa|anuncia|declara|añadieron|detalló"
    "|cuentan|(?<!en )cuenta|relatan|relata|narra|narró|insisten|insiste|lamentó|lamenta|defiende|defendió"
    "|confirman|confirma"
    "|aclaró|puntualizó|describe|describió|estima que"
)
SLAVIC_ACCORDING = (
    "по словам|по данным|по информации|по мнению|по сообщению|по версии|со ссылкой на|согласно"
    "|как (?:сообщает|сообщил|сообщила|сообщили|заявил|заявила|утверждает|пишет|передает|сказал)"
    "|за словами|за даними|за інформацією|з посиланням на|згідно з|на думку"
    "|за оцінк(?:ою|ами)|по оценк(?:е|ам)|за версією"
    "|як (?:повідомляє|повідомив|повідомила|повідомили|заявив|заявила|стверджує|пише|передає|сказав)"
)
ARABIC_SAYS = (
    "قالت|قالوا|قال|ردت|رد|أعلنت|أعلن|أكدت|أكد|أضافت|أضاف|ذكرت|ذكر|صرحت|صرح|أفادت|أفاد|أوضح|أوضحت|زعمت|زعم|أشار|أشارت|يقول"
    "|حذر|حذرت|رأى|رأت|أقر|أقرت|قدر|قدرت|يؤكد|تؤكد|قالا|أعلنوا|أفادوا|أكدوا|أضافوا|صرحوا|اعتبروا"
    "|تقول|كشفت|كشف|اعتبر|اعتبرت|تابع|تابعت|لفت|لفتت|شدد|شددت|بين|بينت|نقل|كتب|كتبت|يزعم|تزعم|ادعى|ادعت|اعترف|اعترفت"
)

# The doubled letter may be marked: "قدّر", "أكّد".
ARABIC_SAYS = re.sub(r"(?<=\w)(?=\w)", f"{FILL}?", ARABIC_SAYS)

CUES = {
    "fa": Cues(
        says=compiled(
            rf"(?:^|،\s)(?P<cue>(?:بنا )?(?:به گفتهٔ?|به نقل از|به گزارش|به باور|به قول|از قول|بر (?:اساس|بنیاد"
            rf"|پایهٔ?) (?:گزارش|اعلام|آمار|معلومات|گفتهٔ?|اطلاعات)"
            rf"(?:های)?|بنا بر (?:اعلام|گزارش|گفتهٔ?)|طبق (?:گزارش|اعلام|آمار|گفتهٔ?)"
            rf"|نظر به گزارش))\s{NAME_ON}\s?،\s",
            rf"(?:^|،\s|؛\s|\sو\s|اما\s){SOURCE}{APPOSITION}\s?(?P<cue>{PERSIAN_SAYS})(?:\s?که\s|\s?:\s?"
            rf"|\s(?!و\s|و$|گو))",
            rf"(?:^|،\s){SOURCE}\s(?:شمار|تعداد|آمار|رقم)\s[^.]{{2,60}}?\sرا\s[^.]{{0,30}}?"
            r"(?P<cue>اعلام کرد\w*|برآورد کرد\w*|عنوان کرد\w*|خواند\w*|ذکر کرد\w*|تخمین زد\w*|گفت\w*)",
            rf"(?:^|،\s|\sو\s|اما\s){SOURCE}{APPOSITION}(?:\s(?:در|روز|طی|به)\s[^.،]{{1,40}}?)?\sاز\s[^.]{{2,80}}?\s"
            r"(?P<cue>خبر داد\w*|خبر دادند|خبر داده است|سخن گفت\w*)",
            rf"(?:^|،\s|\sو\s|اما\s){SOURCE}{APPOSITION}\s(?:علت|دلیل|عامل|منشأ)\s[^.]{{2,80}}?\s"
            r"(?P<cue>خواند\w*|دانست\w*|عنوان کرد\w*|اعلام کرد\w*|ذکر کرد\w*)",
            rf"(?:^|\sو\s)(?P<source>)(?P<cue>{PERSIAN_SAYS})\s?(?:که\s|:\s?)",
            rf"(?P<back>)[»”~]؟?\s?[،.]?\s?(?:این را\s)?{SOURCE}\s(?P<cue>{PERSIAN_SAYS})",
        ),
        denies=compiled(
            rf"(?:^|،\s|؛\s){SOURCE}\s(?P<object>[^،.؛]{{0,80}}?)\s?(?P<cue>(?:رد"
            rf"|تکذیب|انکار)\s(?:کرده|کرد|نمود|می‌کن)\w*)"
        ),
        accuses=compiled(rf"(?:^|،\s){SOURCE}\s(?P<object>[^،.]{{2,60}}?)\sرا\s(?:[^.]{{0,60}}\s)?(?P<cue>متهم\s(?:کرد|می‌کن|نمود)\w*)",
            rf"(?:^|،\s){SOURCE}\s(?P<object>(?:مسئولیت|مسؤولیت)[^.]{{0,80}}?)\s(?P<cue>(?:به|بر) عهده گرفت\w*"
            rf"|پذیرفت\w*)",
        ),
        calls=one(r"خواستار|خواست که|خواستند که|درخواست کرد|دعوت کرد|ابراز امیدواری|وعده داد|قول داد|پرسید"
            r"|(?:حمله|حملات|اقدام|کشتار|عمل|انفجار|رویداد"
            r"|جنایت)\w*\s(?:را\s)?(?:(?:به )?شدت\w*\s)?(?:نکوهش|محکوم|تقبیح)"),
        alleges=one(r"مدعی|ادعا"),
        objects=one(r"\s(?:این|آن|هرگونه|هر|ادعا|ادعاها|اتهام|اتهامات|گزارش|خبر|دست|شلیک|را|حضور|مسئولیت"
        r"|مسؤولیت|وجود)\b"),
        opinion=one(r"\bباید\b|\bنباید\b|خواهد |خواهند |خواهیم |امیدوار|متأسف|متاسف|زیبا|\bننگ\b"
            r"|\bشرم|ممکن است|شاید|به یقین|متأسفانه|متاسفانه"
            r"|بدبختانه|خوشبختانه|بی‌شک|بی‌تردید"),
    ),
    "ps": Cues(
        says=compiled(
            rf"(?:^|،\s)د\s{NAME_ON}\s(?P<cue>په (?:وینا|خبره|قول|حواله)|د (?:راپور|معلوماتو|شمېرو"
            rf"|احصایې) له مخې)\s?،?\s",
            rf"(?:^|،\s|؛\s|\sاو\s){SOURCE}{APPOSITION}(?:\s\S+ ته)?(?:\sپه \S+(?: \S+)? کې)?\s?"
            rf"(?P<cue>{PASHTO_SAYS})(?:\s?چې\s|\s?:\s?|\s(?=«))",
            rf"(?:^|\sاو\s)(?P<source>)(?P<cue>{PASHTO_SAYS})\s?(?:چې\s|:\s?)",
            rf"(?:^|،\s){SOURCE}{APPOSITION}\s(?:بیا\s)?(?:دا|دغه|د\s\S+(?:\s\S+)?)\sشمېر\s[^.]{{2,60}}?"
            r"(?P<cue>یاد کړ\w*|ښود\w*|اعلان کړ\w*|وباله|بللی)",
        ),
        denies=compiled(
            rf"(?:^|،\s){SOURCE}\s(?P<object>[^،.؛]{{0,80}}?)\s?(?P<cue>رد\s?(?:کړ|کړه|کړي|کړل|کوي|کړې)\w*|ردوي"
            rf"|نه مني|تکذیب کړ\w*)"
        ),
        accuses=compiled(
            rf"(?:^|،\s){SOURCE}\s(?P<object>[^.]{{2,80}}?)\s(?P<cue>تورن\s?(?:کړ|کړل|کړي|کړی)\w*|تورنوي)",
            rf"(?:^|،\s){SOURCE}\s(?P<object>[^.]{{0,80}}?مسوولیت[^.]{{0,20}}?)\s(?P<cue>(?:پر|په) غاړه \w+"
            rf"|منلی\w*|ومانه)",
        ),
        calls=one(r"غوښتنه وکړه|غوښتنه کړې|وغوښتل|هیله وکړه|ژمنه وکړه|وغند\w*|غندلی|پوښتنه وکړه"),
        alleges=one(r"ادعا"),
        objects=one(r"\s(?:دغه|دا|ددې|دې|هر|ادعا|تور|تورونه|راپور|د|په)\s"),
        opinion=one(r"\bباید\b|\bشاید\b|کېدای شي|امکان لري|هیله من|خواشینی|خدای دې|بدبختانه|له بده مرغه"
            r"|\bبه\s[^.؟]{0,60}(?:وکړي|ورکړي|جوړ کړي|شي)\.?$"),
    ),
    "ar": Cues(
        says=compiled(
            rf"(?P<cue>وفقا|وفقاً|طبقا|طبقاً|بحسب|حسب|نقلا عن|نقلاً عن|على حد قول|على ذمة)\s(?:ل)?{NAME_ON}(?=[،.])",
            rf"(?:^|\s)(?P<cue>و?نقلت?\s[^،.]{{1,40}}?\sعن)\s{NAME_ON}\s(?:أن|إن|قوله|قولها|قولهم)\s",
            rf"(?:^|\s)(?P<source>)(?P<cue>و?(?:{ARABIC_SAYS}))\s?(?:إن|أن|إنه|إنها|أنه|أنها|بأن|:|قائلا|قائلة)\s?",
            rf"(?:^|،\s|\s)(?P<cue>و?(?:{ARABIC_SAYS}))\s{NAME_ON}{APPOSITION}\s?،?\s?"
            rf"(?:\s(?:إن|أن|إنه|إنها|أنه|أنها|إنهم|أنهم|بأن|بأنه|قائلا|قائلة)\s|:\s?)",
            rf"(?:^|،\s|\s)و?أما\s{NAME_ON}{APPOSITION}\s(?P<cue>ف(?:{ARABIC_SAYS}))\s(?:إن|أن|إنه|إنها|أنه|أنها|:)\s?",
            rf"(?:^|،\s|\s)(?P<cue>و?(?:خلصت|خلص|توصلت|توصل|انتهت|انتهى))\s{NAME_ON}\sإلى\s(?:أن|أنه|أنها)\s",
            rf"^{SOURCE}{APPOSITION}\s(?P<cue>{ARABIC_SAYS})\s?(?:إن|أن|إنه|إنها|أنه|أنها|بأن|:)\s?",
            rf"(?P<back>)[»”\"~]\s?،?\s(?:كما\s|حسبما\s)?(?P<cue>{ARABIC_SAYS})\s{NAME_ON}(?=[،.]|$)",
        ),
        denies=compiled(
            rf"(?:^|،\s|\s)(?P<cue>و?(?:نفى|نفت|ينفي|تنفي|فند|كذب|كذبت|أنكر|أنكرت"
            rf"|رفض الاتهامات))\s{NAME_ON}(?P<object>)(?=\s|[.،]|$)",
            rf"(?:^|،\s|\s)(?P<cue>و?(?:وصفت|وصف|اعتبرت|اعتبر|رفضت|رفض))\s{NAME_ON}(?P<object>)"
            r"(?=\s(?:هذا|هذه|تلك|ذلك|الاتهام|المزاعم|الادعاء)[^.]{0,60}(?:كذب|كاذب|أكاذيب|باطل|أساس|مضلل|ملفق|الاتهام|المزاعم|الادعاء))"
        ),
        accuses=compiled(
            rf"(?:^|\s)(?P<cue>و?(?:اتهم|اتهمت|يتهم|تتهم|حمل|حملت))\s{NAME_ON}\s(?P<object>)",
            rf"(?:^|\s)(?P<cue>و?(?:تبنى|تبنت|يتبنى))\s{NAME_ON}\s(?P<object>)",
        ),
        alleges=one(r"زعم|يزعم|تزعم|ادعى|ادعت"),
        objects=one(
            r"\s(?:هذه|هذا|ذلك|تلك|ارتكاب|ضلوع|أي|أن|ما|صحة|علاقة|الأنباء|التهم|التهمة|كل|جميع|وقوع|قيام|وجود|تقارير|اتهامات|الاتهامات|مسؤوليته|مسؤوليتها|استهداف|تورط|الهجوم"
            r"|هجوم|المسؤولية"
            r"|التفجير|تفجير|العملية|ب\w+)\b"
        ),
        calls=one(r"^(?:و?(?:دعا|دعت|طالب|طالبت|ناشد|حث|حثت|تعهد|تعهدت|أدان|أدانت|ندد|نددت"
            r"|هدد|هددت|وعد|وعدت|استنكر|استنكرت|أعرب|أعربت|تساءل|تساءلت))\s"),
        opinion=one(r"\bيجب\b|\bينبغي\b|\bسوف\b|\bنأمل\b|\bربما\b|\bقد ي|يا له[ا]? من|للأسف|مع الأسف|وصمة عار"),
    ),
    "ru": Cues(
        says=compiled(
            r"(?:^|,\s)(?P<source>)(?P<cue>по (?:его|её|их) словам|за (?:його|її|їх|їхніми) словами)(?:,\s|\s)",
            rf"^(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}\s?,\s",
            rf"(?P<mid>),\s(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}(?=[,.]|$)",
            rf"(?P<mid>)^(?:про|о|об)\s(?!это|це\s)[^,:]{{2,90}}?\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=\.|$)",
            rf"(?P<mid>)^(?:такі|такие|ці|эти)\s(?:дані|данные|цифр[иы])\s(?P<cue>навів|навела|наводить|привел|привела|приводит)"
            rf"\s{NAME_ON}(?=[.,]|$)",
            rf"^(?:об этом|про це)\s(?P<cue>(?:йдеться|говорится|идёт речь|идет речь|зазначено|сказано)\s(?:у|в|во)\s"
            rf"(?:звіті|заяві|отчёте|отчете|докладе|доповіді|заявлении|повідомленні|сообщении))\s{NAME_ON}(?=[:.,]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>оцінюють|оцінює|оценивают|оценивает|нараховують|насчитывают|налічують)\s(?=[^.]{{0,60}}\d)",
            rf"(?P<mid>),\s(?:ніж|чем|як|как)\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=\s?[.,(]|$)",
            rf"^{SOURCE}\s(?P<cue>(?:причиной|причиною|виновн\w+|главной причиной"
            rf"|винуват\w+)\sназва(?:л[аио]?|в|ла|ли))\s",
            rf"^(?:об этом|про це)\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[:.,]|$)",
            rf"(?P<back>)(?:[»”\"~]|,)\s?,?\s?[–—-]\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?P<back>),\s(?P<cue>{SLAVIC_SAYS})\s(?!что|що){NAME_ON}(?=\.|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:также\s|ранее\s|також\s"
            rf"|раніше\s)?(?P<cue>{SLAVIC_SAYS})(?:\s[^,.:]{{0,40}})?(?:,\s(?:что|що)\s|:\s?)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>назва(?:ла|ли|ло|л|в))\s(?=\S+\s\S)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:натомість\s|також\s|также\s|своєю чергою\s)?"
            rf"(?P<cue>сообщил[аи]?|повідомив|повідомил[аи]|рассказал[аи]?|розповіли|розповіла|розповів|заявил[аи]?|заявив"
            rf"|повідомляють|повідомляє|сообщают|сообщает|заявляють|заявляє|заявляют|заявляет|говорят|кажуть|пишуть)"
            rf"\s(?=(?:о|об|про)\s)",
        ),
        denies=compiled(
            rf"(?:^|,\s|;\s){SOURCE}\s(?P<cue>опроверг\w*|отрица\w*|отверг\w*|отверга\w*|не соглас\w+|не погоди\w+"
            rf"|заперечу\w*|заперечи\w*|спростува\w*|спростову\w*|відкида\w*|відкину\w*)(?=[\s:.,]|$)(?P<object>)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>назва(?:л[аио]?|в|ла|ли))\s(?P<object>)(?=[^.]{{3,60}}?"
            rf"(?:лож|брехн|фейк|клевет|наклеп|вигад|выдум|безпідстав|беспочвен|голословн|абсурд|неправд|провокац|маніпул|манипул))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>обвини\w+|обвиня\w+|звинувати\w+|звинувачу\w+)\s(?P<object>)",
            rf"^(?:ответственность|відповідальність)\s(?:за|на)\s[^.]{{2,80}}?(?P<cue>взял\w*\sна\sсебя"
            rf"|взял\w*\sна\sсебе|взяв\sна\sсебе)\s{NAME_ON}(?P<object>)(?=[.,]|$)",
        ),
        alleges=one(r"утвержда|стверджу"),
        objects=one(r"\s(?:эт|что|це|що|обвин|звинувач|верси|версі|причаст|такие|такую|такі|с так"
            r"|с эт|із цим|з цим)\w*\b"),
        calls=one(
            r"\b(?:призва\w+|потребова\w+|требу\w+|просит|попроси\w+"
            r"|заклика\w+|вимага\w+|пообеща\w+|пообіця\w+|пригрози\w+|погрожу\w+|спросил\w*|спитав|запитав|запитала"
            r"|(?:осуди|засуди)(?:л|ла|ли|в)\s(?:удар|атак|напад|действ|дії|убий|вбив)\w*)\b"
        ),
        opinion=one(
            r"\b(?:должн\w+|надо|нужно|необходимо|будет|будут|буде|будуть"
            r"|повин\w+|потрібно|может быть|надеюсь|надеемся|возможно|разумеется|конечно|к сожалению|увы|на жаль|звісно"
            r"|(?:має|мають|мусить|мусять)\s\w+(?:ти|тися))\b"
        ),
    ),
    "fr": Cues(
        says=compiled(
            r"^(?P<cue>pour)\s(?P<source>(?-i:(?:l['’]|le |la |les )?(?:[a-zà-ÿ-]+ ){0,3}[A-ZÀ-Ý])[^,.:]{1,50}?)\s?,\s",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>parle(?:nt)? de|évoque(?:nt)?|(?:fait|font) état d[e'’]"
            rf"|recense(?:nt)?|dénombre(?:nt)?|comptabilise(?:nt)?|estime(?:nt)? à|chiffre(?:nt)? à|décri(?:t|vent)"
            rf"|(?:a|ont){BESIDE}\s(?:évoqué|parlé de|fait état d[e'’]|recensé|dénombré|compté|documenté"
            rf"|décrit|chiffré à)"
            rf"|s['’](?:est|était|étaient)\s(?:félicité|vanté|réjoui)\w*\sd[e'’])"
            rf"\s?(?=[^.]{{0,40}}\d)",
            r"(?P<back>),\s(?P<source>)(?P<cue>(?:a|ont|avait|avaient)-t-(?:il|elle|on|ils|elles)\s\w+"
            r"|(?:ajoute|dit|affirme|précise|assure|explique)-t-(?:il|elle))(?=[\s.,])",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>parle(?:nt)? d(?:e|['’]une?)"
            rf"|dénonce(?:nt)?(?:\sune?)?)\s(?=[«“\"])",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS}){DAYS}\s"
            rf"(?=(?:ne pas |n['’]|s['’])?(?:avoir|être)\s)",
            rf"(?:^|,\s|\s)(?P<cue>selon|d['’]après|à en croire|de l['’]avis d[eu]|au dire d[eu]"
            rf"|aux dires d[eu])\s{NAME_ON}\s?(?=[,.])",
            r"(?P<back>)[»”\"~]\s?,?\s(?P<source>)(?P<cue>(?:a|ont)-t-(?:il|elle|on|ils|elles)\s\w+|(?:ajoute"
            r"|dit|affirme|précise)-t-(?:il|elle))",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?P<cue>{FRENCH_SAYS}){DAYS}(?:\sà\s(?:l['’])?\S+)?\s"
            rf"(?!qu[e'’])(?![^.,]*\bqu(?:e\b|['’])){NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s|;\s|\set\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS})(?:\s[^,.:]{{0,40}}?)?"
            rf"(?:, (?:pour|de) (?:sa|leur|son) (?:part|côté),)?(?:\squ[e'’]\s?|\s?:\s?)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:annoncé|signalé|confirmé|dénoncé|rapporté))\s"
            rf"(?=(?:la|le|les|l['’]|un|une|des|du)\b)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s"
            rf"(?P<cue>(?:parle(?:nt)?|a parlé|ont parlé) de|(?:a|ont)\s(?:évoqué|fait état de))"
            r"\s(?=[^.]{0,50}\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|centaines|milliers)\b)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:démenti|nié|contesté"
            rf"|rejeté|réfuté)|dément\w*|nie(?:nt)?|rejett?e\w*|conteste(?:nt)?)(?=[\s:.,]|$)(?P<object>)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:balayé|écarté|récusé)|balaient|balaie|récusent|récuse)"
            r"\s(?P<object>)(?=(?:ces|cette|les|toute|tout|l['’])\s?(?:accus|allég|crit|version|soupç|idée|responsab))",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:qualifié|dénoncé|parlé)|qualifient|qualifie|dénoncent"
            r"|dénonce|parlent|parle)\s(?P<object>)(?=[^.]{0,40}?(?:mensong|fauss|infond|calomni|absurd|fantais|manipul))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:accusé|revendiqué|mis en cause)"
            rf"|accuse(?:nt)?"
            rf"|revendique\w*)\s(?P<object>)"
        ),
        alleges=one(r"prétend"),
        objects=one(r"\s(?:ces|cette|avoir|toute|que)\b"),
        calls=one(r"\b(?:(?:a|ont)\s(?:appelé|exigé|demandé|promis|exhorté)|appellent?|appelai(?:t|ent)|réclam\w+|exige\w*"
            r"|(?:(?:a|ont)\s)?menac(?:é|e|ent|ait|aient) d|condamn\w+ (?:fermement|avec"
            r"|cette attaque|ces|l['’](?:attaque|attentat)))"),
        opinion=one(
            r"\b(?:doi(?:t|vent)|devrai\w+|faut|faudrait|sera|seront"
            r"|pourrai\w+|espèr\w+|peut-être|inacceptable|regrett\w+|hélas|malheureusement|il est temps)\b"
        ),
    ),
    "es": Cues(
        says=compiled(
            r"^(?P<cue>para)\s(?P<source>(?-i:(?:la |el |los |las )?(?:[a-zà-ÿ-]+ ){0,3}[A-ZÁ-Ú])[^,.:]{1,50}?)\s?,\s",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>contabilizan?|cifran? en|registran?|hablan? de|calculan?"
            rf"|documentó|documentaron|documentan?|elevan? a|elev(?:ó|aron)(?: la cifra| el número| el saldo)? a"
            rf"|contabilizó|registró|estiman?"
            rf"|cifr(?:ó|aron) en|habló de"
            rf"|(?:ha|han)\s(?:documentado|contabilizado|registrado|calculado|elevado a|cifrado en|hablado de))"
            rf"\s(?=[^.]{{0,30}}\d)",
            rf"(?P<back>),\s(?P<source>)(?P<cue>{SPANISH_SAYS})\.?$",
            r"(?P<mid>),\s(?P<source>)(?P<cue>dijo|afirmó|aseguró|añadió|explicó|señaló|agregó|sostuvo|denunció),\s",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\sl[oa]s?\s(?P<cue>consider(?:ó|aron|an?)|calific(?:ó|aron|an?) de)\s",
            rf"^(?:así )?lo\s(?P<cue>{SPANISH_SAYS})(?:\sa\s\S+)?\s(?!que){NAME_ON}(?=[:.,]|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>atribuy[óe]|atribuyeron|achac[óa]|achacaron)\s",
            rf"(?:^|,\s|\s)(?P<cue>según|de acuerdo con|en palabras de"
            rf"|a juicio de)l?\s(?:informó\s)?{NAME_ON}\s?(?=[,.])",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?P<cue>{SPANISH_SAYS}){DIAS}"
            rf"(?:\sa\s(?:(?:la|los|las|este|esta|un|una)\s[a-zé]+(?:\s[A-Z]{{2,}})?|\S+))?\s(?![^.,]*\bque\b){NAME_ON}(?=[.,]|$)",
            rf"(?:^|\sy\s)(?:también\s|además,?\s)?(?P<source>)(?P<cue>{SPANISH_SAYS})\s?(?:que\s|:\s?)",
            rf"^(?:así lo\s)?(?P<cue>{SPANISH_SAYS})\s{NAME_ON}\sque\s",
            rf"(?:^|,\s|;\s|\sy\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\sque\s"
            rf"|\s?:\s?)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:inform(?:ó|aron|an?)|(?:ha|han) informado)(?=\sde)"
            rf"|anunció|anunciaron|denunció|denunciaron|confirmó|confirmaron|reportó|reportaron)\s"
            rf"(?=(?:de|del|la|el|los|las|una?|\d)\b)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})\s(?=(?:no )?(?:haber|ser|estar|tener)\s)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>habl(?:an?|ó) de|cifr(?:an?|ó|aron) en|calculan?)"
            r"\s(?=[^.]{0,50}\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|decenas|cientos|miles)\b)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?:l[oa]s?\s)?(?P<cue>negó|negaron|niegan?|(?:ha|han)\s(?:negado|desmentido|rechazado)"
            rf"|desmintió|desmintieron|desmienten?|rechazó|rechazaron|rechazan?)(?=[\s:.,]|$)(?P<object>)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:calific|tach|tild)(?:ó|aron|an?)|(?:ha|han)\s(?:calificado|tachado|tildado))"
            r"\s(?P<object>)(?=[^.]{0,60}?\b(?:fals|mentir|absurd|infund|calumni|manipul|montaje))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>acusó|acusaron|acusan?|culp(?:ó|aron|an?)(?= a)"
            rf"|(?:ha|han)\s(?:acusado|reivindicado)"
            rf"|reivindicó|reivindicaron|se atribuyó"
            rf"|asumió la responsabilidad)\s(?P<object>)"
        ),
        alleges=one(r"aleg|sostiene"),
        objects=one(r"\s(?:estas|esta|haber|que|toda)\b"),
        calls=one(r"\b(?:pidió|pidieron|exigió|exigieron|llamó a|instó|prometió|reclamó|exhortó|exigen?|reclaman?"
        r"|amenaz(?:ó|aron|an?) con|conden(?:ó|aron|an?) (?:el|los|la|este) (?:ataque|atentado"
        r"|asesinato|hechos)|preguntó)\b"),
        opinion=one(r"\b(?:deben?|debería\w*|hay que|será|serán|podría\w*|espera\w*|quizás|inaceptable"
        r"|lamenta\w*|por desgracia|desgraciadamente|ojalá)\b"),
    ),
}  # fmt: skip
CUES["uk"] = CUES["ru"]
CUES["prs"] = CUES["fa"]
PRONOUNS = words(
    """
    او وی آن‌ها آنها آنان ایشان هغه هغوی دی دوی они он она вони він вона il elle ils elles lui eux él ella ellos ellas
    هو هي هم on نوموړي نوموړی نامبرده موصوف نامبردگان
    """
)
