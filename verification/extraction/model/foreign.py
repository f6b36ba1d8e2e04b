"""Who says what in languages other than English: a few cues for each, and small words that weigh a statement.

Basic on purpose: the commonest forms of news prose. A language that is not here gets sentences with a number or a
quotation, at a low score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verification.extraction.model.eastern_orders import EASTERN
from verification.extraction.model.foreign_orders import ORDERS, Orders
from verification.extraction.model.foreign_parts import A_QUI, A_QUIEN, APPOSITION, NAME_ON, SOURCE, Attributing, one
from verification.extraction.model.foreign_parts import compiled as compiled_with
from verification.extraction.model.foreign_verbs import (
    ARABIC_SAYS,
    FRENCH_SAID,
    FRENCH_TELLS,
    PASHTO_SAYS,
    PERSIAN_SAYS,
    SLAVIC_SAYS,
    SPANISH_SAID,
    SPANISH_TELLS,
)
from verification.text.word_lists import words


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language. Groups: source, cue; what is said begins where the pattern ends."""

    says: tuple[Attributing, ...]
    denies: tuple[Attributing, ...]
    accuses: tuple[Attributing, ...]
    opinion: re.Pattern[str]
    alleges: re.Pattern[str]  # verbs that leave open whether it is so
    objects: re.Pattern[str]  # where what is denied or claimed begins, and the speaker ends


DAYS = r"(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui)(?:\s(?:matin|soir))?)?"
DIAS = r"(?:\s(?:este|el)?\s?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer))?"
BESIDE = (
    r"(?:,\s(?:lui|elle|eux|elles|de son côté|pour sa part|en revanche|toutefois|cependant)(?:\s(?:aussi|même))?,"
    r"|\s(?:aussi|également|toutefois|ensuite|en outre|par ailleurs|quant à (?:elle|lui|eux)"
    r"|toujours|d['’]abord|longtemps|encore|vivement|fermement|formellement|catégoriquement|aussitôt|d['’]emblée"
    r"|de (?:son|leur|mon) côté|pour (?:sa|leur) part))?" + DAYS
)
FRENCH_SAYS = rf"(?:a|ont|avait|avaient){BESIDE}\s(?:{FRENCH_SAID})|{FRENCH_TELLS}"
SPANISH_SAYS = rf"(?:ha|han|había|habían)\s(?:también\s|además\s)?(?:{SPANISH_SAID})|{SPANISH_TELLS}"
SLAVIC_ACCORDING = (
    r"по словам|по (?:\w+[ыи]м )?(?:данным|сведениям|оценкам|подсчетам)|по информации|по мнению|по сообщению"
    r"|по версии|со ссылкой на|согласно"
    "|как (?:сообщает|сообщил|сообщила|сообщили|заявил|заявила|утверждает|пишет|передает|сказал)"
    r"|за словами|за (?:\w+[иі]ми )?(?:даними|оцінками|підрахунками)|за інформацією|з посиланням на|згідно з|на думку"
    "|за оцінк(?:ою|ами)|по оценк(?:е|ам)|за версією|по (?:заключению|подсч[её]там|расч[её]там|утверждению"
    "|свидетельству"
    "|признанию|прогнозу|прогнозам|заявлению)|за (?:підрахунками|твердженням|висновками|висновком|прогнозом|прогнозами"
    "|свідченнями|повідомленням|підсумками)"
    "|як (?:повідомляє|повідомив|повідомила|повідомили|заявив|заявила|стверджує|пише|передає|сказав)"
)
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
    "à (?:ses|leurs) yeux": "yeux|avis|entendre",
    "a-t-on appris": "a-t-on",
    "(?P<cue>no (?:admit": "no admit|no recon|no acept",
    "ne reconnai(?:ssen)?t": "admet|admis|accept|reconn",
    "(?:su|sus) (?:juicio": "juicio|entender|decir|opinión",
    "denuncian?|denunciaban?": "denuncia",
    "(?P<cue>parle(?:nt)? de|évoque": "parl|évoqu|état|recens|dénombr|comptabil|estim|chiffr"
    "|décri|compté|document|évalu|félicit|vanté|réjoui",
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
    return compiled_with(*patterns, needs=NEEDS)


CUES = {
    "fa": Cues(
        says=compiled(
            rf"(?:^|،\s)(?P<cue>(?:بنا )?(?:به گفتهٔ?|به نقل از|به گزارش|به باور|از قول|به اساس (?:گزارش|معلومات"
            rf"|گفتهٔ?|آمار|اعلام)|بر (?:اساس|بنیاد"
            rf"|پایهٔ?) (?:گزارش|اعلام|آمار|معلومات|گفتهٔ?|اطلاعات|یافته|داده|ارزیابی|برآورد|بررسی|تحقیقات|ارقام"
            rf"|احصائیه|اسناد|اظهارات)"
            rf"(?:\s?های|‌های)?|بنا بر (?:اعلام|گزارش|گفتهٔ?)|طبق (?:گزارش|اعلام|آمار|گفتهٔ?)"
            rf"|نظر به گزارش))\s{NAME_ON}\s?،\s",
            rf"(?:^|،\s|؛\s|\sو\s|اما\s){SOURCE}{APPOSITION}\s?(?<!\w)(?P<cue>{PERSIAN_SAYS})(?:\s?که\s|\s?:\s?"
            rf"|\s(?!و\s|و$|گو))",
            rf"(?:^|،\s){SOURCE}\s(?:شمار|تعداد|آمار|رقم)\s[^.]{{2,60}}?\sرا\s[^.]{{0,30}}?"
            r"(?P<cue>اعلام کرد\w*|برآورد کرد\w*|عنوان کرد\w*)",
            rf"(?:^|\sو\s)(?P<source>)(?P<cue>{PERSIAN_SAYS})\s?(?:که\s|:\s?)",
            rf"(?P<back>)[»”~]؟?\s?[،.]?\s?(?:این را\s)?{SOURCE}\s(?P<cue>{PERSIAN_SAYS})",
        ),
        denies=compiled(
            rf"(?:^|،\s|؛\s){SOURCE}\s(?P<object>[^،.؛]{{0,80}}?)\s?(?P<cue>(?:رد"
            rf"|تکذیب|انکار)\s(?:کرده|کرد|نمود|می‌کن)\w*)"
        ),
        accuses=compiled(rf"(?:^"
        rf"|،\s){SOURCE}\s(?P<object>[^،.]{{2,60}}?)\sرا\s(?:[^.]{{0,60}}\s)?(?P<cue>متهم\s(?:کرد|می‌کن|نمود)\w*)",
            rf"(?:^|،\s){SOURCE}\s(?P<object>(?:مسئولیت|مسؤولیت)[^.]{{0,80}}?)\s(?P<cue>(?:به|بر) عهده گرفت\w*"
            rf"|پذیرفت\w*)",
        ),
        alleges=one(r"مدعی|ادعا"),
        objects=one(r"\s(?:این|آن|هرگونه|هر|ادعا|ادعاها|اتهام|اتهامات|گزارش|خبر|دست|شلیک|را|حضور|مسئولیت"
        r"|مسؤولیت|وجود|روایت|علت|سبب|دلیل|نقش|شمار|تعداد|آمار|رقم|برخورد|حمله|کشته|مرگ|خطا|سخنان|اظهارات|نتایج"
        r"|یافته‌ها"
        r"|تصمیم|گفته‌های|نسبت|ویدیو|تصویر|تصاویر|عقب‌نشینی|دخالت|نفوذ|استفاده|شکنجه|قتل|تجاوز|پرتاب|بازداشت|ارسال"
        r"|فروش|نقض|خروج|ورود|مذاکره|توافق|کشتن|کشتار|هدف|بمباران|تیراندازی|سرکوب|تقلب|فساد|ارتباط|همکاری|تلاش|اعزام"
        r"|انتقال|تخلف|سقوط|تصرف|صدور|احتمال|مشارکت|پرداخت|دریافت|اخبار|خبرهای|گزارش‌ها\S*|اتهام‌ها\S*|ادعاهای|قصد)\b"),
        opinion=one(r"\bباید\b|\bنباید\b|خواهد |خواهند |خواهیم |امیدوار|متأسف|متاسف|زیبا|\bننگ\b|\bشرم|ممکن است|شاید"
        r"|ای ?کاش|حق دارند|به یقین|متأسفانه|متاسفانه|بدبختانه|خوشبختانه|بی‌شک|بی‌تردید"),
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
        alleges=one(r"ادعا"),
        objects=one(r"\s(?:دغه|دا|ددې|دې|هر|ادعا|تور|تورونه|راپور|شمېر|په)\s"),
        opinion=one(r"\bباید\b|\bشاید\b|کېدای شي|امکان لري|هیله من|خواشینی|\sبه\s[^.]{0,60}(?:کړي|شي|کوي|ورکړي)\b"
        r"|\bمه \w+ئ|خدای دې|بدبختانه|له بده مرغه"),
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
            rf"|رفض الاتهامات))\s{NAME_ON}(?P<object>)(?=\s|[.،]|$)",
            rf"(?:^|،\s|\s)(?P<cue>و?(?:وصفت|وصف|اعتبرت|اعتبر|رفضت|رفض))\s{NAME_ON}(?P<object>)"
            r"(?=\s(?:هذا|هذه|تلك|ذلك|الاتهام|المزاعم|الادعاء)[^.]{0,60}(?:كذب|كاذب|أكاذيب|باطل|أساس|مضلل|ملفق"
            r"|الاتهام|المزاعم|الادعاء))"
        ),
        accuses=compiled(
            rf"(?:^|\s)(?P<cue>و?(?:اتهم|اتهمت|يتهم|تتهم|(?:حمل|حملت)(?=[^.]{{0,90}}مسؤولي)))\s{NAME_ON}\s(?P<object>)",
            rf"(?:^|\s)(?P<cue>و?(?:تبنى|تبنت|يتبنى))\s{NAME_ON}\s(?P<object>)",
        ),
        alleges=one(r"زعم|يزعم|تزعم|ادعى|ادعت"),
        objects=one(
            r"\s(?:هذه|هذا|ذلك|تلك|أي|أن|ما|صحة|وجود|تقارير|اتهامات|الاتهامات|مسؤوليته|مسؤوليتها|استهداف|تورط|الهجوم"
            r"|هجوم|المسؤولية"
            r"|التفجير|تفجير|العملية|ب\w+|[«\"]?نفيا|ارتكاب|استخدام|قصف|شن|تنفيذ|إطلاق|قيام|مشاركة|حدوث|وقوع|ضلوع"
            r"|مقتل|سقوط|مسؤولي\w*|علاقت\w*|صلت\w*|نيت\w*|علمه\w?|التهم|تهم|المزاعم|مزاعم|الأنباء|أنباء|الادعاءات|أقوال|تصريحات"
            r"|أرقام|مهاجمة|محاولة|احتجاز|اعتقال|تعذيب|ارتباط|دعم|تسليح|نقل|التقارير|كل|جميع|كونه|كونها"
            r"|في (?:صحة|دقة|مصداقية))\b"
        ),
        opinion=one(r"\bيجب\b|\bينبغي\b|\bسوف\b|\bنأمل\b|\bربما\b|\bقد ي|^يا له|\bعار\b|للأسف|مع الأسف"),
    ),
    "ru": Cues(
        says=compiled(
            r"(?:^|,\s)(?P<source>)(?P<cue>по (?:его|её|их) словам|за (?:його|її|їх|їхніми) словами)(?:,\s|\s)",
            rf"^(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}\s?,\s",
            rf"(?P<mid>),\s(?P<cue>{SLAVIC_ACCORDING})\s{NAME_ON}(?=[,.]|$)",
            rf"(?P<mid>)^(?:про|о|об)\s(?!это|це\s)[^,:]{{2,90}}?\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=\.|$)",
            rf"(?P<mid>)^(?:такі|такие|ці|эти)\s(?:дані|данные|цифр[иы])\s(?P<cue>навів|навела|наводить|привел"
            rf"|привела|приводит)"
            rf"\s{NAME_ON}(?=[.,]|$)",
            rf"^(?:об этом|про це)\s(?P<cue>(?:йдеться|говорится|идёт речь|идет речь|зазначено|сказано)\s(?:у|в|во)\s"
            rf"(?:звіті|заяві|отчёте|отчете|докладе|доповіді|заявлении|повідомленні|сообщении))\s{NAME_ON}(?=[:.,]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>оцінюють|оцінює|оценивают|оценивает|нараховують|насчитывают"
            rf"|налічують)\s(?=[^.]{{0,60}}\d)",
            rf"^(?:об этом|про це)\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[:.,]|$)",
            rf"(?P<back>)(?:[»”\"~]|,)\s?,?\s?[–—-]\s(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=[.,]|$)",
            rf"(?P<back>),\s(?P<cue>{SLAVIC_SAYS})\s(?!что|що){NAME_ON}(?=\.|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:также\s|ранее\s|також\s"
            rf"|раніше\s)?(?P<cue>{SLAVIC_SAYS})(?:\s[^,.:]{{0,40}})?(?:,\s(?:что|що)\s|:\s?)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?:натомість\s|також\s|также\s|своєю чергою\s)?"
            rf"(?P<cue>сообщил[аи]?|повідомив|повідомил[аи]|рассказал[аи]?|розповіли|розповіла|розповів|заявил[аи]?"
            rf"|заявив"
            rf"|повідомляють|повідомляє|сообщают|сообщает|заявляють|заявляє|заявляют|заявляет|говорят|кажуть|пишуть)"
            rf"\s(?=(?:о|об|про)\s)",
        ),
        denies=compiled(
            rf"(?:^|,\s|;\s){SOURCE}\s(?P<cue>опроверг\w*|отрица\w*|отверг\w*"
            rf"|заперечу\w*|заперечи\w*|спростува\w*|відкида\w*)\s(?P<object>)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>назва(?:л[аио]?|в|ла|ли))\s(?P<object>)(?=[^.]{{3,60}}?"
            rf"(?:лож|брехн|фейк|клевет|наклеп|вигад|выдум|безпідстав|беспочвен|голословн|абсурд|неправд|провокац"
            rf"|маніпул|манипул))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}\s(?P<cue>обвини\w+|обвиня\w+|звинувати\w+|звинувачу\w+)\s(?P<object>)",
            rf"^(?:ответственность|відповідальність)\s(?:за|на)\s[^.]{{2,80}}?(?P<cue>взял\w*\sна\sсебя"
            rf"|взял\w*\sна\sсебе|взяв\sна\sсебе)\s{NAME_ON}(?P<object>)(?=[.,]|$)",
        ),
        alleges=one(r"утвержда|стверджу"),
        objects=one(r"\s(?:эт|что|це|що)\w*\b"),
        opinion=one(
            r"\b(?:должн\w+|надо|нужно|необходимо|будет|будут|буде|будуть"
            r"|повин\w+|потрібно|подаст|подасть|намерен\w*|має намір|мають намір|планирует|планує|собираются"
            r"|має реагувати|на жаль|звісно|разумеется|конечно|к сожалению|увы|(?:має|мають|мусить|мусять)\s\w+(?:ти"
            r"|тися)|может быть|надеюсь|надеемся|возможно)\b"
        ),
    ),
    "fr": Cues(
        says=compiled(
            r"^(?P<cue>pour)\s(?P<source>(?-i:(?:l['’]|le |la |les )?(?:[a-zà-ÿ-]+ ){0,3}[A-ZÀ-Ý])[^,.:]{1,50}?)\s?,\s",
            r"(?:^|,\s)(?P<source>)(?P<cue>à (?:ses|leurs) yeux|à (?:son|leur) avis|à l['’]entendre)(?:,|\s)",
            r"(?P<back>),\s(?P<cue>a-t-on appris)\s(?:[^,.]{2,40}?\s)?(?:auprès (?:de |du |des |d['’])"
            r"|(?=de sources?\s))"
            r"(?:de\s(?=sources?))?(?P<source>[^,.:]{3,80}?)(?=[,.]|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>parle(?:nt)? de|évoque(?:nt)?|(?:fait|font) état d[e'’]"
            rf"|recense(?:nt)?|dénombre(?:nt)?|comptabilise(?:nt)?|(?:estim|évalu)e(?:nt)? à|chiffre(?:nt)? à"
            rf"|décri(?:t|vent)"
            rf"|(?:a|ont){BESIDE}\s(?:évoqué|parlé de|fait état(?:{DAYS})\sd[e'’]|fait état d[e'’]|recensé|dénombré"
            rf"|compté|documenté"
            rf"|décrit|chiffré à|(?:estimé|évalué) à)"
            rf"|s['’](?:est|était|étaient)\s(?:félicité|vanté|réjoui)\w*\sd[e'’])"
            rf"\s?(?=[^.]{{0,40}}\d)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS}){DAYS}\s"
            rf"(?=(?:ne pas |n['’]|s['’])?(?:avoir|être)\s)",
            rf"(?:^|,\s|\s)(?P<cue>selon|d['’]après|à en croire|de l['’]avis d[eu]|au dire d[eu]"
            rf"|aux dires d[eu])\s{NAME_ON}\s?(?=[,.])",
            r"(?P<back>)[»”\"~]\s?,?\s(?P<source>)(?P<cue>(?:a|ont)-t-(?:il|elle|on|ils|elles)\s\w+|(?:ajoute"
            r"|dit|affirme|précise)-t-(?:il|elle))",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?:(?:lui|leur|nous|y)\s)?(?P<cue>{FRENCH_SAYS}){DAYS}(?:{A_QUI})?+\s"
            rf"(?!quant à)(?!qu[e'’])(?![^.,]*\bqu(?:e\b|['’])){NAME_ON}(?=\s?[.,:]|$)",
            rf"(?:^|,\s|;\s|\set\s){SOURCE}{APPOSITION}\s(?P<cue>{FRENCH_SAYS})(?:\s[^,.:]{{0,40}}?)?"
            rf"(?:, (?:pour|de) (?:sa|leur|son) (?:part|côté),)?(?:\squ[e'’]\s?|\s?:\s?)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:annoncé|signalé|confirmé|dénoncé"
            rf"|rapporté))\s"
            rf"(?=(?:la|le|les|l['’]|un|une|des|du)\b)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s"
            rf"(?P<cue>(?:parle(?:nt)?|a parlé|ont parlé) de|(?:a|ont)\s(?:évoqué|fait état de))"
            r"\s(?=[^.]{0,50}\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante"
            r"|cinquante|soixante|cent|plusieurs|dizaines"
            r"|centaines|milliers)\b)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:démenti|nié|contesté"
            rf"|rejeté|réfuté)|dément\w*|nie(?:nt)?|rejett?e\w*|conteste(?:nt)?)\s(?P<object>)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:n['’](?:admet(?:tent)?|a admis|ont admis|acceptent|accepte"
            rf"|a pas reconnu|ont pas reconnu)"
            r"|ne reconnai(?:ssen)?t|ne reconnaît|refuse(?:nt)? (?:d['’]admettre"
            r"|de reconnaître))(?:\spas)?)\s(?P<object>)(?=qu|avoir|être|les"
            r"|la\s|le\s|sa\s|son\s|toute)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:balayé|écarté|récusé)|balaient|balaie"
            rf"|récusent|récuse)"
            r"\s(?P<object>)(?=(?:ces|cette|les|toute|tout|l['’])\s?(?:accus|allég|crit|version|soupç|idée|responsab))",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:qualifié|dénoncé|parlé)|qualifient"
            rf"|qualifie|dénoncent"
            r"|dénonce|parlent|parle)\s(?P<object>)(?=[^.]{0,40}?(?:mensong|fauss|infond|calomni|absurd|fantais"
            r"|manipul))"
        ),
        accuses=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont){BESIDE}\s(?:accusé|revendiqué|mis en cause)"
            rf"|accuse(?:nt)?"
            rf"|revendique\w*)\s(?P<object>)"
        ),
        alleges=one(r"prétend"),
        objects=one(r"\s(?:ces|cette|avoir|toute|que)\b"),
        opinion=one(
            r"\b(?:doi(?:t|vent)|devrai\w+|faut|faudrait|sera|seront|fera|feront|feraient|rendra|rendront|ira|iront"
            r"|pourra|pourront"
            r"|pourrai\w+|espèr\w+|peut-être|hélas|malheureusement|il est temps|inacceptable|regrett\w+)\b"
        ),
    ),
    "es": Cues(
        says=compiled(
            r"^(?P<cue>para)\s(?P<source>(?-i:(?:la |el |los |las )?(?:[a-zà-ÿ-]+ ){0,3}[A-ZÁ-Ú])[^,.:]{1,50}?)\s?,\s",
            r"(?:^|,\s)(?P<source>)(?P<cue>a (?:su|sus) (?:juicio|entender|decir)|en su opinión)(?:,|\s)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>denuncian?|denunciaban?)\s(?=fraudes?|irregularidades"
            rf"|abusos|torturas"
            r"|violaciones|ataques|detenciones|amenazas|censura|persecución)",
            rf"(?:^|,\s|;\s|:\s){SOURCE}{APPOSITION}\s(?P<cue>contabilizan?|cifran? en|registran?|hablan? de|calculan?"
            rf"|documentó|documentaron|documentan?|elevan? a|elev(?:ó|aron)(?: la cifra| el número| el saldo)? a"
            rf"|contabilizó|registró|estiman?"
            rf"|cifr(?:ó|aron) en|habló de"
            rf"|(?:ha|han)\s(?:documentado|contabilizado|registrado|calculado|elevado a|cifrado en|hablado de))"
            rf"\s(?=[^.]{{0,30}}\d)",
            rf"(?P<back>),\s(?P<source>)(?P<cue>{SPANISH_SAYS})\.?$",
            rf"^(?:así )?lo\s(?P<cue>{SPANISH_SAYS})(?:\sa\s\S+)?\s(?!que){NAME_ON}(?=[:.,]|$)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>atribuy[óe]|atribuyeron|achac[óa]|achacaron)\s",
            rf"(?:^|,\s|\s)(?P<cue>según|de acuerdo con|en palabras de"
            rf"|a juicio de)l?\s(?:(?:{SPANISH_SAYS}|adelant(?:ó|aron|an?)|recog(?:e|en|ió|ieron)|difundi(?:ó|eron)"
            rf"|dio a conocer|dieron a conocer)"
            rf"{DIAS}\s(?:a est[ea] \w+\s)?)?{NAME_ON}\s?(?=[,.])",
            rf"(?P<back>)(?:[»”\"~]\s?)?,\s(?P<cue>{SPANISH_SAYS}){DIAS}"
            rf"(?:{A_QUIEN})?+\s(?![^.,]*\bque\b){NAME_ON}(?=[.,]|$)",
            rf"(?:^|\sy\s)(?:también\s|además,?\s)?(?P<source>)(?P<cue>{SPANISH_SAYS})\s?(?:que\s|:\s?)",
            rf"^(?:así lo\s)?(?P<cue>{SPANISH_SAYS})\s{NAME_ON}\sque\s",
            rf"(?:^|,\s|;\s|\sy\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})(?:\s[^,.:]{{0,40}}?)?(?:\sque\s"
            rf"|\s?:\s?)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:inform(?:ó|aron|an?)|(?:ha|han) informado)(?={DIAS}\sde)"
            rf"|anunció|anunciaron|denunció|denunciaron|confirmó|confirmaron|reportó|reportaron){DIAS}\s"
            rf"(?=(?:de|del|la|el|los|las|una?|\d)\b)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>{SPANISH_SAYS})\s(?=(?:no )?(?:haber|ser|estar|tener)\s)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>habl(?:an?|ó) de|cifr(?:an?|ó|aron) en|calculan?)"
            r"\s(?=[^.]{0,50}\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|decenas|cientos"
            r"|miles)\b)",
        ),
        denies=compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?:l[oa]s?\s)?(?<!\sse\s)(?P<cue>negó|negaron|niegan?|(?:ha|han)\s(?:negado"
            rf"|desmentido|rechazado)|(?:volvió|volvieron|vuelven?|ha vuelto|han vuelto) a (?:negar|desmentir|rechazar)"
            rf"|desmintió|desmintieron|desmienten?|rechazó|rechazaron|rechazan?)\s(?P<object>)",
            rf"^{SOURCE}{APPOSITION}\s(?P<cue>no (?:admit(?:e|en|ió|ieron|ía|ían)|reconoc(?:e|en|ió|ieron|ía|ían)"
            rf"|acept(?:a|an"
            r"|ó|aron|aba|aban)))\s(?P<object>)(?=que\s|haber\s|ser\s|los resultados|el resultado|su\s|sus\s"
            r"|las? (?:acusa|respons|culpa))",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:calific|tach|tild)(?:ó|aron|an?)|(?:ha|han)\s(?:calificado"
            rf"|tachado|tildado))"
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
        opinion=one(r"\b(?:deben?|debería\w*|hay que|será|serán|hará|harán|irá|irán|podrá|podrán|apelará|recurrirá"
        r"|podría\w*|espera\w*|quizás|ojalá|por desgracia|desgraciadamente|inaceptable"
        r"|lamenta\w*)\b"),
    ),
}  # fmt: skip
CUES = {
    language: replace(
        cues,
        says=first.says + cues.says + ORDERS[language].says,
        denies=first.denies + cues.denies + ORDERS[language].denies,
        accuses=first.accuses + cues.accuses + ORDERS[language].accuses,
    )
    for language, cues in CUES.items()
    for first in (EASTERN.get(language, Orders(())),)
}
CUES["uk"] = CUES["ru"]
CUES["prs"] = CUES["fa"]
PRONOUNS = words(
    """
    او وی آن‌ها آنها آنان ایشان هغه هغوی دی دوی они он она вони він вона il elle ils elles lui eux él ella ellos ellas
    هو هي هم on там نوموړي نوموړی نوموړې ده هغوی موصوف نامبرده مشارالیه هغې دوى celui-ci celle-ci ceux-ci éste ésta
    lui-même elle-même
    """
)
