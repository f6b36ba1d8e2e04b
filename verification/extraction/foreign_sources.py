"""Who speaks, among the words beside a verb of saying in a language other than English.

"À la barre, le témoin" is the witness, "Tres días después el alcalde" the mayor, and "en el Congreso" nobody: what
stands there tells when and where somebody speaks.
"""

from __future__ import annotations

import re

from verification.numbers.moments import moments

DARI = {"prs": "fa"}


def speaker_within(words: str, language: str) -> str:
    """The first part between commas that may speak, without the time and the place; nothing where none may."""
    language = DARI.get(language, language)
    written = WRITTEN_BY.match(words)
    if written is not None:
        words = written["who"]
    parts = [part.strip() for part in re.split("[,،]", words)]
    for at, part in enumerate(parts):
        name = bare(part, language)
        last = at + 1 == len(parts)
        if name and not (NOBODY[language].match(name) or (not last and BODILY[language].match(name))):
            return name
    return ""


def past_leads(text: str, start: int, language: str) -> int:
    """Where a phrase begins without "Three days later" before it."""
    leads = LEADS[DARI.get(language, language)]
    for _ in range(3):
        lead = leads.match(text, start)
        if lead is None or lead.end() == start:
            break
        start = lead.end()
        while start < len(text) and text[start] in " ,،":
            start += 1
    return start


def bare(part: str, language: str) -> str:
    """A phrase without "On Monday, however," before it and "to the media" or "in Kabul" behind it."""
    leads, tails = LEADS[language], TAILS[language]
    for _ in range(3):
        before = part
        lead = leads.match(part)
        if lead is not None:
            part = part[lead.end() :].strip()
        part = without_moment(part, language)
        if part == before:
            break
    found = tails.search(part)
    if found is not None and language == "ar" and POSTED.match(part) and not SPOKEN_AT.match(part, found.start()):
        found = tails.search(part, found.end())  # "officials in the ministry", and not "officials in a statement"
    return (part[: found.start()] if found and found.start() > 2 else part).strip(" ،,–—-")


# Whom the place belongs to where they stand, and what tells where and when they spoke instead.
POSTED = re.compile(
    r"(?:مس[ؤئ]ول|مصدر|مصادر|سكان|شهود|ناشط|فريق|متحدث|ناطق|أطباء|طبيب|عامل|خبير|خبراء|باحث|مدير|ضابط|قيادي|عضو|نائب"
    r"|أمين|محلل|دبلوماسي|الجهة|جهات|عناصر|قادة|قائد|رئيس|ممثل|موظف|أعضاء|نواب)\S*\s(?:\S+\s){0,4}?(?:في|على)\s"
)
SPOKEN_AT = re.compile(
    r"\s(?!في\s|على\s)|\s(?:في|على)\s(?:بيان|تصريح|مؤتمر|مقابلة|لقاء|حديث|تغريدة|منشور|كلمة|خطاب|رسالة|اتصال|وقت|ختام"
    r"|تقرير"
    r"|جلسة|افتتاح|أول|آخر|اليوم|شهر|عام|سنة|ساعة|موقع|حساب|صفحت|إحاطة|مداخلة|تدوينة|ال[خسثرتحع]ا\w+ من|يوم|نهاية|بداية"
    r"|منصة|تويتر|إكس|فيسبوك|تلغرام|هامش|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|يناير|فبراير|مارس|أبريل"
    r"|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|\d|صباح|مساء|إطار|سياق|هذا|هذه|ذلك|الأثناء|المقابل)"
)


def without_moment(name: str, language: str) -> str:
    for moment in moments(name, language):
        before, after = name[: moment.start].split(), name[moment.end :].strip(" ،,")
        if len(before) <= 1 and after:
            return after
        if len(before) <= 1 and not after:
            return ""
        return name[: moment.start].strip(" ،,")
    return name


# "el informe que presentó ayer el subsecretario Ruiz", "le rapport présenté par Marc Rey"
WRITTEN_BY = re.compile(
    r"(?:el|la|los|un|una|le|les|l['’]|une)\s?(?:informe|estudio|documento|investigación|peritaje|rapport|étude"
    r"|document|enquête)"
    r"\s(?:[^\W\d_]+\s){0,3}?(?:que (?:presentó|elaboró|publicó|difundió|firmó)(?:\s[^,]*?)??\s(?=(?:el|la|los|las)\s"
    r"|[A-ZÁÉÍÓÚ])"
    r"|(?:presentado|elaborado|publicado|difundido|firmado|encargado) por\s|(?:présenté|publié|rédigé|signé"
    r"|remis)e? par\s)"
    r"(?P<who>[^,]*[A-ZÁÉÍÓÚÀ-Ý][^,]*)$"
)


def any_word(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


A_TIME_FA = r"(?:روز|ماه|هفته|سال|ساعت|دقیقه|شب|لحظه|روزها|ماه‌ها|هفته‌ها|سال‌ها)"
A_TIME_PS = r"(?:ساعته?|ساعتونه|ورځې?|ورځ|اونۍ|میاشتې|میاشت|کاله?|شېبې|دقیقې)"
MANY_FA = (
    r"(?:(?:چند|چندین|یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|اندکی|کمی|نزدیک به|حدود|در حدود|تقریباً?|کمتر از|بیش از|همان"
    r"|\d+)\s)"
)
MANY_PS = r"(?:(?:څو|یوه|یو|دوه|درې|څلور|پنځه|شپږ|اووه|اته|نهه|لس|ډېر|لږ|نږدې|شاوخوا|\d+)\s)"
LEADS = {
    "fa": re.compile(
        r"(?:اما|ولی|لیکن|البته|همچنین|همچنان|سپس|بعداً?|بعدتر|نیز|و|هم|در مقابل|در عین حال|در همین حال|با این حال"
        r"|با وجود این|پیش از این|پیشتر|پیش‌تر|قبلاً?|پس از آن|پیش از آن|خود|نخست|ابتدا|اندکی بعد|چندی بعد|به زودی"
        r"|برعکس"
        rf"|همان {A_TIME_FA}|{MANY_FA}{{0,3}}{A_TIME_FA}\s(?:بعد|پس از آن|پیش از آن|قبل از آن|قبل|پیش|پس از این)"
        r"|(?:در|طی|از)\s(?:بیانیه|گزارش|نشست|اعلامیه|مصاحبه|گفت‌وگو|پیام|خبرنامه|کنفرانس|واکنش|پاسخ|یک|این"
        r"|آغاز)\S*[^،]*(?=،|$))(?=\s|،|$)"
    ),
    "ps": re.compile(
        rf"(?:خو|بیا|هم|او|تر دې وړاندې|له دې وړاندې|تر هغې وروسته|لږ وروسته|{MANY_PS}{{0,3}}{A_TIME_PS}\s(?:وروسته"
        rf"|وړاندې|مخکې)"
        r"|د \S+ په ورځ|په \S+ کې)(?=\s|،|$)"
    ),
    "ar": re.compile(r"(?:أما|بدورها|بدوره|لكن|ثم|كذلك|كما|أيضا|من جهته|من جهتها|من جانبه|من جانبها)(?=\s|،|$)"),
    "ru": any_word(
        r"(?:сначала|потом|позже|затем|ранее|однако|но|а|и|тем временем|впрочем|между тем|также|тогда|сам|сама|сами"
        r"|сегодня"
        r"|вчера|накануне|спустя \S+ \S+|через \S+ \S+|в тот же день|в ответ|при этом|по-прежнему|теперь|впоследствии"
        r"|(?:в|во) (?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)|официально"
        r"|в \d{4} году|в своем заявлении|в своём заявлении)(?=\s|,|$)"
    ),
    "uk": any_word(
        r"(?:спочатку|потім|пізніше|згодом|раніше|однак|проте|але|а|й|і|та|тим часом|натомість|також|тоді|сам|сама|самі"
        r"|сьогодні|вчора|напередодні|через \S+ \S+|того ж дня|у відповідь|при цьому|тепер|водночас|утім|втім"
        r"|(?:у|в) (?:січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді|грудні)"
        r"|[ув] \d{4} році)(?=\s|,|$)"
    ),
    "fr": any_word(
        r"(?:mais|or|et|puis|ensuite|cependant|toutefois|pourtant|aussi|également|plus tôt|plus tard|aussitôt"
        r"|d['’]abord"
        r"|enfin|alors|depuis|finalement|car|de (?:son|leur) côté|quant à (?:lui|elle|eux|elles)|en revanche|seul"
        r"|seule)(?=\s|,|$)"
    ),
    "es": any_word(
        r"(?:pero|y|luego|después|entonces|sin embargo|no obstante|también|además|tampoco|antes|más tarde|por su parte"
        r"|mientras|aunque|asimismo|igualmente|finalmente|ya|así|ahora|en cambio)(?=\s|,|$)"
    ),
}
TAILS = {
    "fa": re.compile(
        r"\s(?:به\s\S+|در|روز|طی|ضمن|با\s(?:انتشار|صدور|اشاره)|اما|نیز|هم|همچنین|همچنان|که|بامداد|شامگاه|صبح|چند\sروز"
        r"|چندی"
        rf"|همان\s{A_TIME_FA}|\S+\s{A_TIME_FA}\s(?:بعد|پیش))(?:\s|$)"
    ),
    "ps": re.compile(
        r"\s(?:\S+\sته|په\s\S+|د\s\S+\sپه\sورځ|د\s\d\S*|هم|بیا|څو\s\S+\s(?:وروسته|وړاندې)|وروسته|چې|چی)(?:\s|$)"
    ),
    "ar": re.compile(
        r"\s(?:إلى(?:\s|$)|في\s|خلال\s|يوم\s|أمس|ل(?:وكالة|صحيفة|قناة)|للصحفيين|للصحافيين|عبر\s|أيضا|بعد\s|قبل\s"
        r"|لاحقا|نافيا|أمام\s|بدوره\w?(?:\s|$)|من (?:جهت|جانب|ناحيت)ه\w?(?:\s|$)|سبق (?:و)?أن|قد(?:\s|$)"
        r"|على\s|الذي\s|التي\s|مساء\s|صباح\s|اليوم|ذلك\b|هذا\b|هذه\b)"
    ),
    "ru": re.compile(
        r"\s(?:со ссылкой|в своем|в своём|в эфире|в интервью|в соцсет\w+|(?:в|во|на)\s[а-яё]+е(?:\s|$)|после|во время"
        r"|журналистам|сегодня"
        r"|вчера|также|ранее|позже|затем|тогда|и сам[аи]?(?:\s|$)|традиционно|официально|не раз|неоднократно"
        r"|впоследствии|который|которая)"
    ),
    "uk": re.compile(
        r"\s(?:з посиланням|[ву] своєму|в ефірі|[ву] інтерв|[ву] соцмереж|(?:в|у|на)\s[а-яіїєґ]+(?:і|ому)(?:\s|$)"
        r"|після|під час"
        r"|журналістам|сьогодні|вчора|також|раніше|пізніше|згодом|традиційно|офіційно|не раз|неодноразово|який|яка)"
    ),
    "fr": re.compile(
        r"\s(?:à l['’]|dans|lors d|sur (?:X|Twitter|Facebook)|devant|après|avant|pendant|depuis|hier|aujourd"
        r"|plus tard|qui\s"
        r"|a toujours|ont toujours|toujours|n['’]|ne\s)"
    ),
    "es": re.compile(
        r"\s(?:a la agencia|a\s(?:la prensa|los medios|los periodistas|medios|periodistas)(?:\s|$)|a\s(?:este|esta"
        r"|los|las|la prensa|la radio|medios|periodistas)\s|a\s\w+$|a$|en\s|durante"
        r"|ante\s|tras\s|desde\s|hoy|ayer|este\s|siempre|nunca|que\s|ya\s|no\s)"
    ),
}
# What stands where a speaker may, and never is one.
NOBODY = {
    "fa": re.compile(r"(?:در|از|به|با|تا|بر|برای|طبق|بنا|پس|پیش|چون|اگر|وقتی|هنگام|ضمن|را|علت|دلیل|نزدیک|چهار|همان)\s"
    r"|در$|\d+\S*$"),
    "ps": re.compile(r"(?:په|له|تر|پر|که|څو|درې|دوه|لا)\s|\d+\S*$"),
    "ar": re.compile(r"(?:هذا|هذه|ذلك|تلك)$"
        r"|[وف]?(?:قال|أكد|أعلن|أضاف|ذكر|صرح|أفاد|أوضح|أشار|كشف|رأى|زعم|نقل|حذر)(?:ت|وا)?\s|"
        r"[وف]?(?:في|من|على|عن|إلى|أن|إن|بأن|أنه|أنها|إنه|إنها|ما|لا|لم|بعد|قبل|خلال|منذ|عند|مع|حتى|لو|قد"
    r"|كان|كانت|عقب|ليس|ليست|لن|وفق|بحسب|إثر|رغم|بينما|حين|عندما|حيث)(?:\s|$)|\d"),
    "ru": any_word(
        r"(?:на|по|после|до|при|из|с|со|от|для|за|к|о|об|про|без|через|перед|между|согласно|что|как|если|когда|где|это"
        r"|года|году|из-за|под|над)(?:\s|$)|\d"
    ),
    "uk": any_word(
        r"(?:на|по|після|до|при|із|з|зі|від|для|за|к|о|про|без|через|перед|між|згідно|що|як|якщо|коли|де|це|року"
        r"|під|над)(?:\s|$)|\d"
    ),
    "fr": any_word(
        r"(?:à|au|aux|dans|en|sur|lors|après|avant|depuis|pendant|selon|pour|par|avec|sans|sous|devant|contre|chez"
        r"|malgré"
        r"|dès|vers|entre|face|parmi|comme|quand|si|que|faux|vrai|rien|oui|non|jug[ée]e?s?|interrogé\w*|condamné\w*"
        r"|accusé\w*|arrivé\w*|d['’]après|n['’]|ne)(?:\s|$)|\d"
    ),
    "es": any_word(
        r"(?:a|al|ante|bajo|con|contra|de|desde|durante|en|entre|hacia|hasta|para|por|según|sin|sobre|tras|como"
        r"|cuando|si"
        r"|que|lo|la|las|los|le|les|se|no|falso|nada)$|(?:a|al|ante|bajo|con|contra|desde|durante|en|entre|hacia|hasta"
        r"|para|por|según|sin|sobre|tras|como|cuando|si|que|lo que|se)\s|\d"
    ),
}  # fmt: skip
# … and what is one only where nothing else is: "В Нацбанке".
BODILY = {
    "fa": re.compile(r"(?!)"), "ps": re.compile(r"(?!)"), "ar": re.compile(r"(?!)"), "fr": re.compile(r"(?!)"),
    "es": re.compile(r"(?!)"), "ru": any_word(r"(?:в|во|у)\s"), "uk": any_word(r"(?:в|у)\s"),
}  # fmt: skip
