"""Who says what in languages other than English: a few cues for each, and small words that weigh a statement.

Basic on purpose: the commonest forms of news prose. A language that is not here gets sentences with a number or a
quotation, at a low score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.text.folding import FILL, TABLE
from verification.text.word_lists import words

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
    alleges: re.Pattern[str]  # verbs that leave open whether it is so
    objects: re.Pattern[str]  # where what is denied or claimed begins, and the speaker ends


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(one(pattern) for pattern in patterns)


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
)
FRENCH_SAYS = (
    "a déclaré|ont déclaré|a affirmé|ont affirmé|a dit|ont dit|affirment|affirme|a annoncé|ont annoncé|a ajouté"
    "|a indiqué|ont indiqué|a expliqué|a assuré|a précisé|a souligné"
    "|a estimé|estime|dit|assure|déclare|a reconnu|ont reconnu|a confirmé|ont confirmé|confirme|a rapporté"
    "|ont rapporté|rapporte"
    "|a écrit|écrit|a raconté|raconte|a prétendu|prétend|prétendent|a révélé|a fait savoir|ont fait savoir"
    "|indique|précise|ajoute"
    "|a averti|a dénoncé|a regretté|a lancé|a commenté|soutient|prévient|rappelle|a rappelé"
    "|a confié|a poursuivi|a conclu"
    "|ont averti|ont dénoncé|soutiennent|a répondu|a admis|a signalé|ont signalé"
    "|souligne|explique|annonce|ont assuré|ont expliqué|ont précisé|a insisté|a martelé|a répété"
)
SPANISH_SAYS = (
    "dijeron|dijo|afirmaron|afirmó|declararon|declaró|anunciaron|anunció|aseguraron|aseguró|añadió|informaron|informó"
    "|señaló|señalaron|indicó|indicaron|explicó|sostiene|sostuvo|denunció|denunciaron|reconoció|reconocieron"
    "|precisó|agregó"
    "|dice|dicen|afirma|afirman|asegura|aseguran|confirmó|confirmaron|reveló|escribió|comunicó|relató|manifestó"
    "|subrayó"
    "|advirtió|advirtieron|comentó|recordó|expresó|denuncian|explican|sostienen|admitió|admitieron"
    "|contó|expuso|matizó|concluyó"
    "|respondió|explicaron|precisaron|reportó|reportaron"
    "|contaron|relataron|expusieron|recordaron|concluyeron|revelaron|manifestaron|subrayaron|insistieron|reiteraron"
    "|comentaron|denuncia|señalan|señala|explica|advierte|advierten|concluye|concluyen|reconoce|reconocen|indican|indica"
    "|insistió|reiteró|apuntó|alegó|alegaron|alega|informa|anuncia|declara|añadieron|detalló"
)
SLAVIC_ACCORDING = (
    "по словам|по данным|по информации|по мнению|по сообщению|по версии|со ссылкой на|согласно"
    "|как (?:сообщает|сообщил|сообщила|сообщили|заявил|заявила|утверждает|пишет|передает|сказал)"
    "|за словами|за даними|за інформацією|з посиланням на|згідно з"
    "|як (?:повідомляє|повідомив|повідомила|повідомили|заявив|заявила|стверджує|пише|передає|сказав)"
)
ARABIC_SAYS = (
    "قالت|قالوا|قال|أعلنت|أعلن|أكدت|أكد|أضافت|أضاف|ذكرت|ذكر|صرحت|صرح|أفادت|أفاد|أوضح|أوضحت|زعمت|زعم|أشار|أشارت|يقول"
    "|حذر|حذرت|رأى|رأت|أقر|أقرت|قدر|قدرت|يؤكد|تؤكد|قالا|أعلنوا|أفادوا|أكدوا|أضافوا|صرحوا|اعتبروا"
    "|تقول|كشفت|كشف|اعتبر|اعتبرت|تابع|تابعت|لفت|لفتت|شدد|شددت|بين|بينت|نقل|كتب|كتبت|يزعم|تزعم|ادعى|ادعت|اعترف|اعترفت"
)

CUES = {
    "fa": Cues(
        says=compiled(
            rf"(?:^|،\s)(?P<cue>(?:بنا )?(?:به گفتهٔ?|به نقل از|به گزارش|به باور|از قول|بر (?:اساس|بنیاد"
            rf"|پایهٔ?) (?:گزارش|اعلام|آمار|معلومات|گفتهٔ?|اطلاعات)"
            rf"(?:های)?|بنا بر (?:اعلام|گزارش|گفتهٔ?)|طبق (?:گزارش|اعلام|آمار|گفتهٔ?)"
            rf"|نظر به گزارش))\s{NAME_ON}\s?،\s",
            rf"(?:^|،\s|؛\s|\sو\s|اما\s){SOURCE}{APPOSITION}\s?(?P<cue>{PERSIAN_SAYS})(?:\s?که\s|\s?:\s?"
            rf"|\s(?!و\s|و$|گو))",
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
        calls=one(r"خواستار|خواست که|خواستند که|درخواست کرد|دعوت کرد|ابراز امیدواری|وعده داد"),
        alleges=one(r"مدعی|ادعا"),
        objects=one(r"\s(?:این|آن|هرگونه|هر|ادعا|ادعاها|اتهام|اتهامات|گزارش|خبر|دست|شلیک|را|حضور|مسئولیت"
        r"|مسؤولیت|وجود)\b"),
        opinion=one(r"\bباید\b|\bنباید\b|خواهد |خواهند |خواهیم |امیدوار|متأسف|متاسف|زیبا|\bننگ\b|\bشرم|ممکن است|شاید"),
    ),
    "ps": Cues(
        says=compiled(
            rf"(?:^|،\s)د\s{NAME_ON}\s(?P<cue>په (?:وینا|خبره|قول|حواله)|د (?:راپور|معلوماتو|شمېرو"
            rf"|احصایې) له مخې)\s?،?\s",
            rf"(?:^|،\s|؛\s|\sاو\s){SOURCE}{APPOSITION}(?:\s\S+ ته)?(?:\sپه \S+(?: \S+)? کې)?\s?"
            rf"(?P<cue>{PASHTO_SAYS})(?:\s?چې\s|\s?:\s?|\s(?=«))",
            rf"(?:^|\sاو\s)(?P<source>)(?P<cue>{PASHTO_SAYS})\s?(?:چې\s|:\s?)",
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
        calls=one(r"غوښتنه وکړه|غوښتنه کړې|وغوښتل|هیله وکړه|ژمنه وکړه"),
        alleges=one(r"ادعا"),
        objects=one(r"\s(?:دغه|دا|ددې|دې|هر|ادعا|تور|تورونه|راپور|د|په)\s"),
        opinion=one(r"\bباید\b|\bشاید\b|کېدای شي|امکان لري|هیله من|خواشینی"),
    ),
    "ar": Cues(
        says=compiled(
            rf"(?P<cue>وفقا|وفقاً|طبقا|طبقاً|بحسب|حسب|نقلا عن|نقلاً عن|على حد قول|على ذمة)\s(?:ل)?{NAME_ON}(?=[،.])",
            rf"(?:^|\s)(?P<cue>و?نقلت?\s[^،.]{{1,40}}?\sعن)\s{NAME_ON}\s(?:أن|إن|قوله|قولها|قولهم)\s",
            rf"(?:^|\s)(?P<source>)(?P<cue>و?(?:{ARABIC_SAYS}))\s?(?:إن|أن|إنه|إنها|أنه|أنها|بأن|:|قائلا|قائلة)\s?",
            rf"(?:^|،\s|\s)(?P<cue>و?(?:{ARABIC_SAYS}))\s{NAME_ON}{APPOSITION}\s?،?\s?"
            rf"(?:\s(?:إن|أن|إنه|إنها|أنه|أنها|إنهم|أنهم|بأن|بأنه|قائلا|قائلة)\s|:\s?)",
            rf"^{SOURCE}{APPOSITION}\s(?P<cue>{ARABIC_SAYS})\s?(?:إن|أن|إنه|إنها|أنه|أنها|بأن|:)\s?",
            rf"(?P<back>)[»”\"~]\s?،?\s(?:كما\s|حسبما\s)?(?P<cue>{ARABIC_SAYS})\s{NAME_ON}(?=[،.]|$)",
        ),
        denies=compiled(
            rf"(?:^|،\s|\s)(?P<cue>و?(?:نفى|نفت|ينفي|تنفي|فند|كذب|كذبت|أنكر|أنكرت"
            rf"|رفض الاتهامات))\s{NAME_ON}(?P<object>)(?=\s|[.،]|$)"
        ),
        accuses=compiled(
            rf"(?:^|\s)(?P<cue>و?(?:اتهم|اتهمت|يتهم|تتهم|حمل|حملت))\s{NAME_ON}\s(?P<object>)",
            rf"(?:^|\s)(?P<cue>و?(?:تبنى|تبنت|يتبنى))\s{NAME_ON}\s(?P<object>)",
        ),
        alleges=one(r"زعم|يزعم|تزعم|ادعى|ادعت"),
        objects=one(
            r"\s(?:هذه|هذا|أي|أن|ما|صحة|وجود|تقارير|اتهامات|الاتهامات|مسؤوليته|مسؤوليتها|استهداف|تورط|الهجوم"
            r"|هجوم|المسؤولية"
            r"|التفجير|تفجير|العملية|ب\w+)\b"
        ),
        calls=one(r"^(?:و?(?:دعا|دعت|طالب|طالبت|ناشد|حث|حثت|تعهد))\s"),
        opinion=one(r"\bيجب\b|\bينبغي\b|\bسوف\b|\bنأمل\b|\bربما\b|\bقد ي"),
    ),
    "ru": Cues(
        says=compiled(
            r"(?:^|,\s)(?P<source>)(?P<cue>по (?:его|её|их) словам|за (?:його|її|їх|їхніми) словами)(?:,\s|\s)",
            rf"^(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}\s?,\s",
            rf"(?P<mid>),\s(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}(?=[,.]|$)",
            rf"(?P<mid>)^(?:про|о|об)\s(?!это|це\s)[^,:]{{2,90}}?\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=\.|$)",
            rf"(?P<mid>)^(?:такі|такие|ці|эти)\s(?:дані|данные|цифр[иы])\s(?P<cue>навів|навела|наводить|привел|привела|приводит)"
            rf"\s{NAME_ON}(?=[.,]|$)",
            rf"^(?:об этом|про це)\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[:.,]|$)",
            rf"(?P<back>)(?:[»”\"~]|,)\s?,?\s?[–—-]\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?P<back>),\s(?P<cue>{SLAVIC_SAYS})\s(?!что|що){NAME_ON}(?=\.|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:также\s|ранее\s|також\s"
            rf"|раніше\s)?(?P<cue>{SLAVIC_SAYS})(?:\s[^,.:]{{0,40}})?(?:,\s(?:что|що)\s|:\s?)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>сообщил[аи]?|повідомив|повідомил[аи]|рассказал[аи]?|розповіли|розповіла"
            rf"|розповів|заявил[аи]?|заявив)\s(?=(?:о|об|про)\s)",
        ),
        denies=compiled(
            rf"(?:^|,\s|;\s){SOURCE}\s(?P<cue>опроверг\w*|отрица\w*|отверг\w*"
            rf"|заперечу\w*|заперечи\w*|спростува\w*|відкида\w*)\s(?P<object>)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>назва(?:л[аио]?|в|ла|ли))\s(?P<object>)(?=[^.]{{3,60}}?"
            rf"(?:лож|брехн|фейк|клевет|наклеп|вигад|выдум|безпідстав|беспочвен|голословн|абсурд|неправд|провокац|маніпул|манипул))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>обвини\w+|обвиня\w+|звинувати\w+|звинувачу\w+)\s(?P<object>)",
            rf"^(?:ответственность|відповідальність)\s(?:за|на)\s[^.]{{2,80}}?(?P<cue>взял\w*\sна\sсебя"
            rf"|взял\w*\sна\sсебе|взяв\sна\sсебе)\s{NAME_ON}(?P<object>)(?=[.,]|$)",
        ),
        alleges=one(r"утвержда|стверджу"),
        objects=one(r"\s(?:эт|что|це|що)\w*\b"),
        calls=one(
            r"\b(?:призва\w+|потребова\w+|требу\w+|просит|попроси\w+"
            r"|заклика\w+|вимага\w+|пообеща\w+|пообіця\w+)\b"
        ),
        opinion=one(
            r"\b(?:должн\w+|надо|нужно|необходимо|будет|будут|буде|будуть"
            r"|повин\w+|потрібно|может быть|надеюсь|надеемся|возможно)\b"
        ),
    ),
    "fr": Cues(
        says=compiled(
            r"^(?P<cue>pour)\s(?P<source>(?-i:(?:l['’]|le |la |les )?[A-ZÀ-Ý])[^,.:]{1,50}?)\s?,\s",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>parle(?:nt)? de|évoque(?:nt)?|(?:fait|font) état de"
            rf"|recense(?:nt)?|dénombre(?:nt)?|comptabilise(?:nt)?|estime(?:nt)? à|chiffre(?:nt)? à)"
            rf"\s(?=[^.]{{0,30}}\d)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS})\s(?=(?:ne pas |n['’])?(?:avoir|être)\s)",
            rf"(?:^|,\s|\s)(?P<cue>selon|d['’]après|à en croire|de l['’]avis d[eu]|au dire d[eu]"
            rf"|aux dires d[eu])\s{NAME_ON}\s?(?=[,.])",
            r"(?P<back>)[»”\"~]\s?,?\s(?P<source>)(?P<cue>(?:a|ont)-t-(?:il|elle|on|ils|elles)\s\w+|(?:ajoute"
            r"|dit|affirme|précise)-t-(?:il|elle))",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?P<cue>{FRENCH_SAYS})\s(?!qu[e'’]){NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s|;\s|\set\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\squ[e'’]\s?|\s?:\s?)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>(?:a|ont)\s(?:démenti|nié"
            rf"|rejeté|réfuté)|dément\w*|nient?|rejett?e\w*)\s(?P<object>)"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>(?:a|ont)\s(?:accusé|revendiqué|mis en cause)|accusent?"
            rf"|revendique\w*)\s(?P<object>)"
        ),
        alleges=one(r"prétend"),
        objects=one(r"\s(?:ces|cette|avoir|toute|que)\b"),
        calls=one(r"\b(?:(?:a|ont)\s(?:appelé|exigé|demandé|promis|exhorté)|appellent?|réclam\w+|exige\w*)\b"),
        opinion=one(
            r"\b(?:doi(?:t|vent)|devrai\w+|faut|faudrait|sera|seront"
            r"|pourrai\w+|espèr\w+|peut-être|inacceptable|regrett\w+)\b"
        ),
    ),
    "es": Cues(
        says=compiled(
            r"^(?P<cue>para)\s(?P<source>(?-i:(?:la |el |los |las )?[A-ZÁ-Ú])[^,.:]{1,50}?)\s?,\s",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>contabilizan?|cifran? en|registran?|hablan? de|calculan?"
            rf"|documentó|documentaron|elevan? a|contabilizó|registró|estiman?)\s(?=[^.]{{0,30}}\d)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>atribuy[óe]|atribuyeron|achac[óa]|achacaron)\s",
            rf"(?:^|,\s|\s)(?P<cue>según|de acuerdo con|en palabras de"
            rf"|a juicio de)l?\s(?:informó\s)?{NAME_ON}\s?(?=[,.])",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?P<cue>{SPANISH_SAYS})\s(?!que){NAME_ON}(?=[.,]|$)",
            rf"(?:^|\sy\s)(?:también\s|además,?\s)?(?P<source>)(?P<cue>{SPANISH_SAYS})\s?(?:que\s|:\s?)",
            rf"^(?:así lo\s)?(?P<cue>{SPANISH_SAYS})\s{NAME_ON}\sque\s",
            rf"(?:^|,\s|;\s|\sy\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\sque\s"
            rf"|\s?:\s?)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>negó|negaron|niegan?"
            rf"|desmintió|desmintieron|rechazó|rechazaron)\s(?P<object>)"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>acusó|acusaron|acusan?|reivindicó|reivindicaron|se atribuyó"
            rf"|asumió la responsabilidad)\s(?P<object>)"
        ),
        alleges=one(r"aleg|sostiene"),
        objects=one(r"\s(?:estas|esta|haber|que|toda)\b"),
        calls=one(r"\b(?:pidió|pidieron|exigió|exigieron|llamó a|instó|prometió|reclamó|exhortó)\b"),
        opinion=one(r"\b(?:deben?|debería\w*|hay que|será|serán|podría\w*|espera\w*|quizás|inaceptable"
        r"|lamenta\w*)\b"),
    ),
}  # fmt: skip
CUES["uk"] = CUES["ru"]
CUES["prs"] = CUES["fa"]
PRONOUNS = words(
    """
    او وی آن‌ها آنها آنان ایشان هغه هغوی دی دوی они он она вони він вона il elle ils elles lui eux él ella ellos ellas
    هو هي هم on
    """
)
