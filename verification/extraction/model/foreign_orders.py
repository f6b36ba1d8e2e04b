"""Further ways of saying and denying in languages other than English: what stands between, before and behind.

Groups as in the plain patterns; one with the group `object` has nothing but word order between the speaker and what is
spoken of.
"""

from __future__ import annotations

from typing import NamedTuple

from verification.extraction.model.foreign_parts import A_QUIEN, APPOSITION, NAME_ON, SOURCE, Attributing
from verification.extraction.model.foreign_parts import compiled as compiled_with
from verification.extraction.model.foreign_verbs import (
    ARABIC_SAYS,
    FRENCH_SAID,
    FRENCH_TELLS,
    PASHTO_SAYS,
    SLAVIC_SAYS,
    SPANISH_TELLS,
)


class Orders(NamedTuple):
    says: tuple[Attributing, ...]
    denies: tuple[Attributing, ...] = ()
    accuses: tuple[Attributing, ...] = ()


PERSIAN_PAPER = r"(?:بیانیه|گزارش|اعلامیه|نامه|سند|پیام|خبرنامه|اطلاعیه|متن|توضیح)"
PERSIAN_STANDS = r"(?:آمده|گفته شده|نوشته شده|تأکید شده|تاکید شده|ذکر شده|ادعا شده|تصریح شده)(?:\s(?:است|بود))?"
PERSIAN_CALLS = (
    r"(?:خوانده|دانسته|نامیده|شمرده)\s(?:است|بود|بودند|اند)|(?:می‌)?(?:خواند|دانست|نامید|شمرد)(?:ند)?|می‌(?:خوان|دان"
    r"|نام|شمار)(?:ند|د)"
    r"|برشمرد(?:ند)?|(?:گفته|خوانده|دانسته)‌اند|گفتند|گفت"
    r"|گزارش داد(?:ند)?|تخمین زد(?:ند)?|تخمین می‌زن(?:ند|د)|برآورد می‌کن(?:ند|د)|(?:توصیف|عنوان|قلمداد|ثبت|تلقی"
    r"|ارزیابی|برآورد|معرفی|اعلام|ذکر)\s(?:کرد|کردند"
    r"|کرده است|کرده بود|می‌کن\w+)"
)
SLAVIC_DENIES = (
    r"опроверг\w*|отрица\w*|отверг\w*|заперечу\w*|заперечи\w*|спростува\w*|спростову\w*|відкида\w*|відкину\w*"
    r"|не призна(?:ет|ют|л[аи]?)|не визна(?:є|ють|в|ла|ли)"
)
SLAVIC_DENIED = (
    r"(?:обвинени|звинувач|верси|версі|слова|сообщени|повідомлен|заяв|утвержден|тверджен|информаци|інформаці"
    r"|причастност"
    r"|причетн|вин[уи]|висновк|вывод|претензи|претензі|цифр|дані|данные|слух|чутк)"
)
SLAVIC_PAPER = r"(?:сообщени|отчет|заявлени|доклад|письм|пресс-релиз|звіт|заяв|повідомлен|лист|доповід|пост|дописі)\w*"
SLAVIC_OWN = (
    r"(?:словам|данным|мнению|информации|оценкам|оценке|версии|утверждению|подсчетам|заявлению|заключению|словами"
    r"|даними"
    r"|інформацією|оцінками|оцінкою|версією|підрахунками|твердженням|висновком)"
)
SLAVIC_STANDS = r"(?:говорится|сказано|отмечается|указано|указывается|йдеться|ідеться|зазначено|зазначається|мовиться)"

# What a sentence holds where a pattern matches that holds the words before.
NEEDS = {
    SLAVIC_DENIES: "опров|отриц|отверг|запереч|спрост|відки|не призна|не визна",
    "следует|явствует": "следует|явству|виплив|стало",
    "\\s(?:[а-яё]+(?:у|ю": "~",
    "там|тут|в нем": "там|тут|в нем|ньому|в ней|ній",
    "asimismo|igualmente": "neg|nieg|desm|rechaz",
    "^lo que": "Lo que|lo que",
    "^tampoco": "ampoco",
    "(?P<cue>habl(?:an|a|ó|aron": "habl",
    "(?P<cue>descart": "descart",
    "(?P<cue>defend(?:ió": "defend|defiend",
    "(?P<cue>responsabiliz": "responsabiliz",
    "(?P<cue>met(?:tent)?": "en cause|incrimin|pointe|pointé",
    "(?:se défend": "défend",
}


def compiled(*patterns: str) -> tuple[Attributing, ...]:
    return compiled_with(*patterns, needs=NEEDS)


ORDERS = {
    "fa": Orders(
        compiled(
            r"(?:^|،\s)(?P<cue>به (?:روایت|قول|ادعای|اعتقاد|نوشتهٔ?|اعتراف|تخمین|برآورد|استناد|شهادت)"
            rf"|(?:بر ?)?مطابق(?: به)?(?: گزارش| آمار| معلومات| فیصلهٔ?)?)\s{NAME_ON}\s?،\s",
            rf"(?:^|،\s)در (?:این|همین|همان) {PERSIAN_PAPER}\w*(?:\s\w+){{0,2}}?\s"
            rf"(?P<source>)(?P<cue>{PERSIAN_STANDS})",
            rf"(?:^|،\s)در {PERSIAN_PAPER}(?:ٔ|\s?‌?ای از)?\s{NAME_ON}\s(?P<cue>{PERSIAN_STANDS})",
            rf"(?:^|،\s){SOURCE}{APPOSITION}(?:\s(?:روز|در|طی|نیز|هم|تنها|چند|بامداد|با|این|به|و|پیش"
            rf"|دیروز)\s[^،.]{{0,60}}?)?"
            rf"\s(?:از|دربارهٔ?)\s[^.؛]{{3,160}}?\s(?P<cue>خبر داد(?:ند)?"
            r"|خبر داده (?:است|بود)|خبر می‌ده\w+|سخن گفت(?:ند)?|سخن گفته (?:بود|است)|گزارش داد(?:ند)?"
            r"|یاد کرد(?:ند)?|پرده برداشت)",
            r"(?:^|،\s)(?:بررسی|تحقیق|گزارش|یافته|مطالعهٔ?|تحلیل|نتایج|پژوهش)(?:‌?های|‌ها|ات)?\s"
            rf"{NAME_ON}\s(?:نیز\s|هم\s)?(?P<cue>نشان (?:داد|می‌دهد|می‌دهند|دادند|داده است)|حاکی است|حکایت دارد)",
            rf"(?:^|،\s){SOURCE}{APPOSITION}\s(?P<object>[^.؛:]{{1,120}}?)\sرا\s[^.؛]{{1,100}}?\s?"
            rf"(?P<cue>{PERSIAN_CALLS})(?=[\s.،]|$)",
        ),
        compiled(
            rf"(?:^|،\s|؛\s){SOURCE}{APPOSITION}\s(?P<object>[^.؛]{{0,80}}?)\s?(?P<cue>(?:رد|تکذیب|انکار)\sمی‌کرد\w*"
            r"|نمی‌پذیرد|نمی‌پذیرند|نپذیرفت(?:ند|ه)?)"
        ),
        compiled(
            rf"(?:^|،\s){SOURCE}{APPOSITION}\s(?P<object>[^.؛:]{{1,100}}?)\sرا\s(?:[^.؛:]{{0,60}}?\s)?(?:مسئول|مسؤول"
            rf"|مسوول|مقصر|عامل"
            rf"|مسبب)\s(?:[^.؛:]{{0,60}}?\s)?(?P<cue>{PERSIAN_CALLS})(?=[\s.،]|$)"
        ),
    ),
    "ps": Orders(
        compiled(
            rf"(?P<mid>)(?:^|[،»”]\s)د\s{NAME_ON}\sپه\s(?:\w+\s)?(?:اعلامیه|اعلامیې|بیان|بیانیه|راپور|خبرپاڼه|پیغام"
            rf"|لیک)\s"
            r"(?:کې|کی)\s(?P<cue>(?:راغلي|ویل شوي|لیکل شوي|راغلی)(?:\sدي|\sدی)?)",
            rf"(?P<back>)(?:[»”\"~]\s?،?|،)\s{NAME_ON}(?:\s(?:په|د|خپل)\s[^،]{{2,60}})?\s(?P<cue>{PASHTO_SAYS})\.?$",
            rf"^{NAME_ON}\s(?P<cue>{PASHTO_SAYS})\s?،\s",
            rf"(?:^|،\s){SOURCE}\s(?P<object>(?:دا|دغه|د)\s[^.؛:]{{0,50}}?شمېر[^.؛:]{{0,50}}?)\s(?P<cue>(?:سم|یاد"
            rf"|اعلان|اصلاح"
            r"|لوړ|ثبت|تایید)\s(?:کړ|کړی|کړه|کړل|کړي|کړې)|وښود|وښوده)(?=[\s:.،]|$)",
            rf"(?:^|،\s|\sاو\s){SOURCE}{APPOSITION}\s(?P<object>[^.؛:]{{2,120}}?)\s(?P<cue>وبلله|وباله|وبلل|بولي|بللی"
            rf"|بللې"
            r"|وګڼله|وګاڼه|ګڼي)(?=[\s.،]|$)",
        ),
        (),
        compiled(
            rf"(?:^|،\s){SOURCE}\s(?P<object>[^.]{{2,80}}?)\s(?P<cue>(?:پړ|مسوول|مسول|ملامت|ګرم)\s(?:وباله|وبلل|بولي"
            rf"|وګاڼه|ګڼي"
            r"|کړ\w*)|پړه واچوله|پړه اچوي)"
        ),
    ),
    "ar": Orders(
        compiled(
            r"(?:^|\s)(?P<cue>و?(?:جاء|ورد)\sفي\s(?:بيان|تقرير|رسالة|بلاغ|وثيقة)(?:\sصادر عن)?)\sل?"
            rf"{NAME_ON}\s(?:أن|إن|أنه|أنها)\s",
            rf"^و?أما\s{NAME_ON}\s?،?\sف(?P<cue>{ARABIC_SAYS})(?!\w)",
            r"(?:^|\s)(?P<source>)(?:و?لكنه|و?لكنها|و?لكنهم|غير أنه|غير أنها|إلا أنه|إلا أنها|وهو|وهي|كما)\s"
            rf"(?P<cue>{ARABIC_SAYS})\s",
            rf"(?P<mid>)،\s(?:كما\s)?(?P<cue>{ARABIC_SAYS})\s{NAME_ON}(?=،)",
            r"(?:^|\s)(?P<cue>و?(?:رجح|استبعد|قدر|توقع|وصف|اعتبر|عد|أرجع|نسب|شكك|عزا|عز)(?:ت|وا)?)\s"
            rf"{NAME_ON}(?:،[^،]{{2,60}}،)?\s(?=(?:أي|أن|هذا|هذه|ذلك|تلك|وجود|احتمال|ما|عدد|حصيلة|سبب|أسباب|السبب)\s)",
            r"(?:^|\s)(?P<cue>و?(?:أقر|اعترف|أفاد|رد|صرح|أبلغ|علل|برر|سلم|جزم|نوه|شكك)(?:ت|وا)?)\s"
            rf"{NAME_ON}(?:\s[^.،]{{0,60}}?)?\sب(?=\w)",
            r"(?:^|\s)(?P<cue>و?(?:أعلن|أكد|سجل|ذكر|أحصى|أحص|وثق|رصد|أورد)(?:ت|وا)?)\s"
            rf"{NAME_ON}(?:،[^،]{{2,60}}،)?\s(?=(?:مقتل|إصابة|سقوط|وفاة|اعتقال|ارتفاع|وقوع|وجود|اغتيال|تدمير|إسقاط"
            rf"|استهداف|انهيار"
            r"|غرق|فقدان|تسجيل|السيطرة|سيطرت\w*|فوز|مسؤوليت\w*|تصفية|إحباط|اعتراض|إطلاق|تحرير|استعادة|انسحاب|ضبط|العثور"
            r"|انتهاء|أسر|إغلاق|تفكيك|قتل|توقيف|القبض|انخفاض|أكثر|ما لا يقل|نحو|حوالي)\s|\d)",
            r"(?:^|\s)(?P<cue>و?وفق|و?بحسب|و?حسب|و?وفقا|استنادا إلى)\s(?:ل)?(?:(?:تقديرات|بيانات|أرقام|إحصاءات|تقرير"
            rf"|معلومات|رواية|تصريحات)\s)?{NAME_ON}(?=[،.]|$)",
        ),
        compiled(
            rf"^(?:و?أما\s)?{SOURCE}{APPOSITION}\s(?P<cue>ف?(?:نفى|نفت|نفوا|تنفي|ينفي|ينفون|رفض|رفضت|ترفض|يرفض|أنكر"
            rf"|أنكرت|ينكر|تنكر|فند"
            r"|فندت|كذب|كذبت))\s(?P<object>)",
            rf"(?:^|\s)(?P<cue>و?(?:رفض|نفى|فند|أنكر|نف|دحض)(?:ت|وا)?)\s{NAME_ON}\s(?P<object>)"
            r"(?=(?:هذه|هذا|تلك|ذلك|كل|جميع)\s(?:الرواية|الاتهام|المزاعم|الادعاء|الأنباء|النتائج|النتيجة|الاستنتاج"
            r"|القول|الأرقام"
            r"|الحصيلة|التهم|الخلاصة)|الاتهامات|المزاعم|الادعاءات)",
        ),
        compiled(rf"(?:^|\s)(?P<cue>و?(?:حمل|اتهم)(?:ت|وا)?)\s{NAME_ON}،[^،]{{2,60}}،\s(?P<object>)"),
    ),
    "ru": Orders(
        compiled(
            rf"(?P<mid>)(?:^|,\s|-\s)(?P<source>)(?P<cue>{SLAVIC_STANDS}\s(?:у|в|во)\s(?:его|ее|их|їхн\w+|його|її"
            rf"|этом|цьому"
            rf"|том же|тому ж)\s{SLAVIC_PAPER})",
            rf"(?P<mid>)(?:^|,\s)(?P<source>)(?P<cue>{SLAVIC_STANDS}\s(?:там|тут|в нем|у ньому|в ньому|в ней"
            rf"|у ній))(?=[.,:]|$)",
            rf"(?P<mid>)(?:^|,\s|-\s)(?P<cue>{SLAVIC_STANDS}\s(?:у|в|во)\s{SLAVIC_PAPER})\s{NAME_ON}(?=[.,:]|$)",
            r"(?P<back>),\s(?P<cue>(?:следует|явствует|випливає|стало известно|стало відомо)\s(?:из|із|зі|з)\s\w+)\s"
            rf"{NAME_ON}(?=[.,]|$)",
            rf"(?P<back>),\s(?P<cue>{SLAVIC_SAYS})\s(?:[а-яё]+(?:у|ю|е|ии|ї"
            rf"|і)\s)?[«“\"]~{{2,30}}[»”\"]\s{NAME_ON}(?=[.,]|$)",
            rf"(?:^|,\s)(?P<source>)(?P<cue>по (?:его|ее|их|этим) {SLAVIC_OWN}|за (?:його|її|їхніми|їх|їхньою"
            rf"|цими) {SLAVIC_OWN}"
            r"|на (?:его|ее|их) взгляд|на (?:його|її|їхню|їх) думку)(?:,\s|\s)",
            rf"^(?:как|як)\s(?:\w+\s)?(?P<cue>{SLAVIC_SAYS})\s(?:журналист\w+\s|журналіст\w+\s)?{NAME_ON},\s",
            r"^(?P<cue>(?:как|як)\s(?:следует|видно|свидетельствует|випливає|видно|свідчить)\s(?:из|із|зі|з)\s\w+)\s"
            rf"{NAME_ON},\s",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:подтверди|підтверди|подтвержда|підтверджу)\w+)\s(?=(?:гибел"
            rf"|загибел|смерт"
            r"|факт|задерж|затрим|удар|обстр|атак|информац|інформац|данн|дані|арест|потер|втрат|взрыв|вибух|утечк"
            r"|витік|ранен"
            r"|поранен))",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:зафіксува|зафиксирова|задокументува|задокументирова|нарахува"
            rf"|насчита"
            r"|подсчита|підраху)\w+)\s(?=[^.]{0,20}\d)",
            rf"^(?P<cue>со слов|зі слів)\s{NAME_ON},\s",
            rf"(?P<mid>),\s(?P<cue>{SLAVIC_SAYS})\s(?!что|що|как|як|об?\s|про\s){NAME_ON}(?=,)",
            rf"(?P<mid>)\s(?:чем|ніж|как|як)\s(?:и\s|й\s|раніше\s"
            rf"|ранее\s)?(?P<cue>{SLAVIC_SAYS})\s{NAME_ON}(?=\s?[(.,]|$)",
            rf"(?:^|,\s|:\s){SOURCE}{APPOSITION}\s(?P<cue>{SLAVIC_SAYS})(?:\s(?:агентству|журналистам|журналістам"
            rf"|изданию|виданню"
            r"|телеканалу|каналу|СМИ|ЗМІ|Reuters|ТАСС|AFP|(?:\w+\s)?[«“\"]~{2,30}[»”\"]))?(?:\s(?:уже|вже|лишь|лише"
            r"|еще|ещё|ще|также|також))?\s(?=(?:об?|про)\s)",
            rf"^[^,.:]{{2,60}}?\s(?P<source>там)\s(?P<cue>{SLAVIC_SAYS})\s",
            r"(?:^|,\s)"
            rf"{SOURCE}{APPOSITION}\s(?P<cue>(?:оцени|оцін)\w+)\s(?:у|в)\s(?=[^.]{{0,20}}\d)",
            rf"(?:^|,\s|;\s){SOURCE}{APPOSITION}\s(?P<cue>назва(?:ла|ли|ло|л|в))\s(?=\S+\s\S)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:оцени|оцін)\w+)\s[^,.:]{{2,40}}?\s(?:у|в)\s(?=[^.]{{0,20}}\d)",
            rf"(?:^|,\s){SOURCE}\s(?P<cue>(?:сосла|посла|ссыла|посила)\w+\sна)\s",
            r"^(?P<source>(?:В|У|Во)\s[^,.:;]{2,60}?)\s(?:причин|винн|виновн|це|это|за рішенням"
            r"|за решением)[^.,:]{0,40}?\s"
            r"(?P<cue>назва\w+|счита\w+|вважа\w+|побачил\w+|увидел\w+|объясн\w+|поясн\w+)",
        ),
        compiled(
            rf"^(?P<object>[^,.:]{{0,40}}?{SLAVIC_DENIED}\w*[^.,:]{{0,60}}?|ответственность [^.,:]{{0,60}}?"
            rf"|відповідальність [^.,:]{{0,60}}?)"
            rf"\s(?P<source>(?:у|в|во)\s(?-i:[А-ЯЁІЇЄҐ])[^.,:]{{2,40}}?)\s(?P<cue>{SLAVIC_DENIES})(?=[.,:]|$)",
            rf"(?:^|,\s|:\s){SOURCE}{APPOSITION}\s(?P<object>(?:(?:эт|ц|вс|ус|сво|так|их|їх)\w*\s)?{SLAVIC_DENIED}\w*"
            rf"[^.,:]{{0,60}}?)\s(?P<cue>{SLAVIC_DENIES})(?=[.,:]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<object>(?:это|этого|це|цього|их|їх|его"
            rf"|його)\s)?(?P<cue>{SLAVIC_DENIES})(?=[.,:]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?:с|з|із)\s(?P<object>[^.,]{{2,40}}?)\s(?P<cue>не (?:согласил|соглас"
            rf"|погодил|погоджу)\w+)",
            rf"\s(?:котор(?:ую|ый|ое|ые)|як(?:у|ий|е"
            rf"|і))\s(?P<cue>{SLAVIC_DENIES})\s{NAME_ON}(?P<object>)(?=\s?[.,:]|$)",
        ),
        compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>возл[ао]\w+\s(?:ответственность|вину)"
            rf"|покла\w+\s(?:відповідальність|провину"
            r"|вину)|винит|винят|винил[аи]?|винуватить|винуватять|винуватив|винуватил[аи])\s(?:на\s)?(?P<object>)"
        ),
    ),
    "fr": Orders(
        compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>parl(?:ent|ait|aient|e)|(?:a|ont) parlé)\sd(?:e"
            rf"|['’]une?)\s(?=[«“\"])",
            r"^(?P<cue>pour)\s(?:l['’]|le |la |les )[^,]{3,60},\s(?P<source>(?-i:[A-ZÀ-Ý])[^,]{3,40}),\s",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>parl(?:ent|ait|aient|e)|évoqu(?:ent|ait|aient|e))\s"
            r"(?=d['’]une?\s|d['’]|de la\s|des\s|du\s|une?\s)",
            r"^(?P<cue>de)\s(?P<source>sources?\s\w+(?:\s\w+)?),\s",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont)\s(?:évoqué|dénoncé|décrit|confirmé|annoncé|déploré"
            rf"|regretté|signalé)"
            r"|dénonce(?:nt)?|déplore(?:nt)?|évoque(?:nt)?|confirme(?:nt)?|annonce(?:nt)?|signale(?:nt)?"
            r"|décri(?:ven)?t)"
            r"(?:\s(?:quant à|pour|de) (?:lui|elle|eux|elles|sa part|leur part|son côté|leur côté))?\s"
            r"(?=(?:la|le|les|une?|des|du|son|sa|ses)\s|l['’]|«|\d)",
            r"^(?P<source>)(?P<cue>à (?:l['’]en|les en) croire|à (?:ses|leurs) dires)\s?,",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont|avait|avaient)\s(?:{FRENCH_SAID})"
            rf"|{FRENCH_TELLS})\s(?:à|aux?)\s"
            r"(?:[\w'’-]+\s){1,3}(?=n['’](?:avoir|être)\s|(?:avoir|être)\s|ne pas\s)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>n['’](?:a|ont|avait|avaient)\s(?:admis|reconnu|compté|recensé"
            rf"|évoqué)"
            r"|ne\s(?:reconnai|admet|compt|recens)\w+)\sque\s",
            r"(?P<back>),\s(?P<source>)(?P<cue>(?:a|ont|avait|avaient)-t-(?:il|elle|on|ils|elles)\s\w+"
            r"|\w+(?:-t)?-(?:il|elle|ils|elles))(?:\s(?:encore|aussi|ensuite|également|toutefois))?(?=[.,]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:a|ont)\s(?:jugé|qualifié|considéré|attribué|imputé|défendu)"
            r"|jugent|juge|qualifie(?:nt)?|attribue(?:nt)?|impute(?:nt)?|défend(?:ent)?)\s(?=(?:cette|ces|ce|la|le"
            r"|les|son|sa|leurs?|ses)\s|l['’])",
            r"^(?P<cue>pour)\s(?P<source>(?:l[ea]s?\s|l['’])(?:parquet|opposition|police|défense|accusation"
            r"|gouvernement|armée"
            r"|ministre|ministère|préfecture|autorités|experts|syndicats|familles?|avocate?s?|procureure?"
            r"|présidence|justice|ong)"
            r"(?:\s[^,.:]{1,50}?)?)\s?,\s",
        ),
        compiled(
            r"(?:^|[,\s])(?P<cue>(?:récus|contest|rejet|réfut|dénonc)(?:ées|ée|és|é)|démentie?s?)\spar\s"
            rf"{NAME_ON}(?P<object>)(?=[.,]|\s(?:qui\s|qu['’])|$)",
            r"\sque\s(?P<cue>conteste(?:nt)?|réfute(?:nt)?|dément(?:ent)?|récuse(?:nt)?|rejette(?:nt)?)\s"
            rf"{NAME_ON}(?P<object>)(?=\s?[.,:]|$)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>(?:se défend(?:ent)?|s['’](?:est"
            rf"|était) défendue?s?) d[e'’])\s?(?P<object>)",
        ),
        compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>met(?:tent)? en cause|mettai(?:en)?t en cause|incrimine(?:nt)?"
            r"|pointe(?:nt)? du doigt|(?:a|ont) (?:incriminé|pointé du doigt))\s(?P<object>)"
        ),
    ),
    "es": Orders(
        compiled(
            rf"(?P<mid>),\s(?P<source>)(?P<cue>{SPANISH_TELLS})(?:{A_QUIEN})?,\s",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?:l[oa]s?\s)(?P<cue>consider(?:ó|aron|an?)|calific(?:ó|aron|an?)"
            rf"|tach(?:ó|aron|an?)"
            r"|juzg(?:ó|aron|an?)|atribuy(?:ó|eron|en?)|achac(?:ó|aron|an?)|describ(?:ió|ieron|en?))\s",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>descart(?:ó|aron|an?))\s(?=(?:la|el|los|las|una?|que"
            rf"|cualquier)\s)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>habl(?:an|a|ó|aron|aban|aba))\s(?=de\s(?:una?|la|el|los|las)\s)",
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>defend(?:ió|ieron)|defiende|defienden|ha defendido)\s(?=(?:sus?"
            rf"|la|el|que)\s)",
            r"^(?P<cue>para)\s(?P<source>(?:la|el|los|las)\s(?:oposición|policía|fiscal|defensa|acusación|gobierno"
            r"|ejército"
            r"|ministr[oa]|autoridades|expertos|sindicatos|familias?|abogad[oa]s?)(?:\s[^,.:]{1,50}?)?)\s?,\s",
        ),
        compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?:l[oa]s?\s)(?P<cue>neg(?:ó|aron|aban?)|niegan?|desmint(?:ió|ieron)"
            rf"|desmienten?"
            r"|rechaz(?:ó|aron|an?)|refut(?:ó|aron|an?)|rebat(?:ió|ieron)|descart(?:ó|aron|an?)|desment(?:ía"
            r"|ían))(?P<object>)(?=[\s.,:;]|$)",
            r"^lo que\s(?P<source>)(?P<cue>niegan?|neg(?:ó|aron|aba|aban)|rechazan?|rechaz(?:ó"
            r"|aron))\s(?P<object>)(?=es\s)",
            r"\sque\s(?P<cue>niegan?|rechazan?|desmienten?|refutan?|neg(?:ó|aron)|rechaz(?:ó|aron)|desmint(?:ió"
            r"|ieron))\s"
            rf"(?!es\s){NAME_ON}(?P<object>)(?=\s?[.,:]|$)",
            r"(?:^|\s)(?:también|además|asimismo|igualmente|por otra parte|al mismo tiempo|pero"
            r"|y)?,?\s?(?P<source>)(?P<cue>neg(?:ó|aron)"
            r"|niegan?|desmint(?:ió|ieron)|desmienten?|rechaz(?:ó|aron|an?))\s(?=que\s|haber\s|ser\s"
            r"|tener\s)(?P<object>)",
            r"^tampoco\s(?P<source>)(?P<cue>admit(?:e|en|ió|ieron)|acept(?:a|an|ó|aron)|reconoc(?:e|en|ió|ieron)"
            r"|cree[n]?)\s(?P<object>)(?=que\s|haber\s)",
            rf"^tampoco\s{NAME_ON}\s(?P<cue>comparten?|aceptan?|creen?)\s(?P<object>)",
        ),
        compiled(
            rf"(?:^|,\s){SOURCE}{APPOSITION}\s(?P<cue>responsabiliz(?:ó|aron|an?))\s(?P<object>)(?=al?\s)",
            r"^(?:también\s|además,?\s)?(?P<source>)(?P<cue>(?:acus|culp|responsabiliz)(?:ó|aron"
            r"|an?))\sa(?:l)?\s(?P<object>)",
        ),
    ),
}
ORDERS["uk"] = ORDERS["ru"]
ORDERS["prs"] = ORDERS["fa"]
# A quotation that the words of attribution interrupt: "«No, — said the mayor. — Never»".
INTERRUPTED = {
    language: compiled(rf"(?P<back>)[,!?.]?\s?-\s?(?P<cue>{says})\s{NAME_ON}(?=[.,]|$)")
    for language, says in (("ru", SLAVIC_SAYS), ("uk", SLAVIC_SAYS), ("es", SPANISH_TELLS))
}
