"""The lines at the head of an article that say where, when and by whom it was written, and how long it takes to read.

They are known by what they are made of: cut at their bars and dots, each piece is a day, an hour, a place with its
day, "By …", a count of minutes or the name of a section, and one of them at least is no mere name.
"""

from __future__ import annotations

import re

from verification.text.word_lists import words

LONGEST = 160  # characters
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
YEAR = r"(?:19|20)\d\d"
DAY = (
    rf"{WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{YEAR})?"
    rf"|{YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:20)?\d\d)"
)
ZONE = r"(?:gmt|utc|bst|i?st|ce?s?t|e[sd]?t|p[sd]?t|m[sd]t|a[ew]s?[td]t?|brt|eat|wat|local\stime)"
HOUR = rf"\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?\(?{ZONE}\)?)?"
CLOCK = rf"\d{{1,2}}(?:[:.]\d\d\s?(?:[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s?\(?{ZONE}\)?)?"
STAMPED = r"(?:(?:first\s|last\s)?(?:published|updated|posted|modified|issued|filed)(?:\s(?:on|at))?:?\s)?"
WHEN = rf"{STAMPED}(?:{DAY}(?:,?\s(?:at\s)?{HOUR})?|{CLOCK}(?:,?\s(?:on\s)?{DAY})?)"
READ = r"(?:estimated\s)?(?:reading\stime:?\s)?\d{1,2}[\s-]?min(?:ute)?s?(?:[\s-](?:read|listen|watch|long))?"
WRITTEN = r"(?:words|text|story|report|reporting|analysis|interview)?\s?by:?\s(?P<who>[^.;:!?“”\"]{3,70})"
AGO = r"(?:\d{1,2}|an?)\s(?:minute|hour|day|week|month|year)s?\sago"
TOLD = re.compile(rf"(?:{WHEN}|{READ}|{AGO}|\d[\d,]*\swords)\.?", re.IGNORECASE)
# In other languages: "28 октября 2020 г., 14:10", "یکشنبه ۱۵ اردیبهشت ۱۳۹۸", "Publié le 03/05/2019 à 14h05".
OTHER_MONTH = "|".join(
    words(
        """
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        ene feb mar abr may jun jul ago sep sept oct nov dic janv févr juil déc
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
        حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
        ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر مې مۍ جون جولای
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        """
    )
)
OTHER_WEEKDAY = "|".join(
    words(
        """
        понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер субота неділя
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
        شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت
        """
    )
)
OTHER_DAY = (
    rf"(?:(?:{OTHER_WEEKDAY})[،,]?\s)?\d{{1,2}}º?\s(?:de\s)?(?:{OTHER_MONTH})\b\.?(?:[\s،,]+(?:de\s|del\s)?\d{{4}})?"
    r"(?:\s(?:г|р|года|року)\b\.?)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
)
OTHER_HOUR = rf"(?:à\s|a\slas\s|в\s|о\s|ساعت\s)?\d{{1,2}}[:.h]\d\d(?:\sh)?(?:\s\(?{ZONE}\)?)?"
OTHER_LABEL = (
    r"(?:[^\W\d_][\w‌]*(?:[\s‌][^\W\d_]+){0,2}\s?:\s"
    r"|(?:publié|modifié|mis\sà\sjour|actualisé|publicado|actualizado|modificado|опубликовано|обновлено|опубліковано|оновлено)\s"
    r"(?:(?:le|el|a\slas|à|в|о)\s)?)?"
)
TOLD_ELSEWHERE = re.compile(
    rf"{OTHER_LABEL}(?:(?:le|el)\s)?(?:(?:{OTHER_DAY})(?:[\s،,]+{OTHER_HOUR})?|{OTHER_HOUR}(?:[\s،,]+(?:{OTHER_DAY}))?)",
    re.IGNORECASE,
)
# "МОСКВА, 5 мая. /ТАСС/.", "Київ. 5 травня. Інтерфакс-Україна": a place, its day, an agency.
PLACED_ELSEWHERE = re.compile(
    rf"(?P<where>[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){{0,2}})[,.]\s(?:{OTHER_DAY})[.,]?\s[-–—/(]?\s?"
    r"(?P<agency>[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,2})[/).]{0,2}",
    re.IGNORECASE,
)
BYLINE_ELSEWHERE = re.compile(
    r"(?:Par|Por|Автор|Текст)\s?:?\s[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'.-]+(?:\s[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'.-]+){0,4}"
    r"(?:,?\s(?:avec|con|et|y|и)\s[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){0,3}){0,2}(?:,?\s@\w+)?"
)
BYLINE = re.compile(WRITTEN, re.IGNORECASE)
# "PRISHTINA, 2 October (AGENCY)", "Bengaluru, Aug 23 (XYZ) -": nothing stands behind it.
PLACED = re.compile(
    rf"(?P<where>[^\W\d_][^\d,()|]{{1,30}}(?:[/,]\s?[^\W\d_][^\d,()|]{{1,30}}){{0,2}}),\s(?P<day>{DAY})"
    r"(?:\s?\([^()]{2,30}\))?\s?[-–—:.]{0,2}",
    re.IGNORECASE,
)
# "Global health desk, 11 January 2023".
OF_A_DESK = re.compile(
    rf"(?:[A-Z][\w’'-]*|our|the)(?:\s[\w’'-]+){{0,4}}\s(?:desk|staff|team|bureau|newsroom|agencies|correspondents?|editors?"
    rf"|reporters?),?\s{DAY}\.?",
    re.IGNORECASE,
)
# "The governments agree on little else By our diplomatic editor March 1, 2019": its line ran on into the next ones.
RUN_ON = re.compile(rf"\s(?P<by>By\s(?:(?:our|an?|the)\s[^.;:!?“”\"]{{3,60}}|[^.;:!?“”\"]{{3,60}},?\s(?i:{DAY})))\Z")
# "Kabul, Afghanistan (CNN)", "A. Sample, BBC News, Kabul": a caption's agency is in square brackets.
AGENCY = r"(?:AP|AFP|EPA|CNN|UPI|Reuters|Getty|Xinhua|TASS|dpa|Anadolu|Al Jazeera|BBC(?: News)?)"
NAMES = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}"
CREDITED = re.compile(
    rf"{NAMES},\s{NAMES}\s\({AGENCY}\)(?:\s?[-–—]+)?|{NAMES},\s{AGENCY}(?:,\s|\sin\s){NAMES}"
    rf"|.{{2,60}}\s\[(?:File:?\s|Photo:?\s|Credit:?\s)?{AGENCY}(?:[/ ][\w ]{{2,20}})?\]"
)
# "Associated Press Published Monday, November 12, 2001", "01 February 2010 Yemen": lines that were run together.
JOINED = re.compile(
    rf"(?:(?:[A-Z][\w’'-]+\s){{1,3}}(?i:{WHEN})|(?i:{STAMPED}{DAY})(?:\s[A-Z][\w’'-]+){{1,2}})",
)
CUT = re.compile(r"\s*[|·•]\s*|\s+[–—/-]\s+")
AND_DAY = re.compile(rf"(?P<who>.*?),?\s(?={DAY}\Z)", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
# In the name of a desk or a writer: "By a Bay Area court reporter", "By Our Correspondent, Lagos".
JOINING = words(
    """
    a an the our and of in for at on from special staff court health science political business sports foreign world
    city chief senior deputy crime legal environment education defence defense data investigations reporter reporters
    correspondent correspondents writer writers contributor contributors editor editors desk team agencies agency
    bureau newsroom diplomatic economics security de la le van von der den di da al el bin
    """
)
IN_PLACES = words("of the and upon de la le les el al del di do da sur am an der")
MOST_WORDS, MOST_SECTION = 12, 4


def is_head_line(line: str) -> bool:
    """Whether a whole line only says where, when or by whom an article was written."""
    if len(line) > LONGEST or not (line[-1:].isalnum() or line[-1:] in ").:-–—|/]"):
        return False
    if (
        is_placed(line)
        or any(whole.fullmatch(line) for whole in (OF_A_DESK, JOINED, CREDITED, BYLINE_ELSEWHERE))
        or is_placed_elsewhere(line)
    ):
        return True
    parts = [part for part in CUT.split(line.strip(" |·•-–—")) if part]
    kinds = [is_told(part) for part in parts]
    rest = [part for part, known in zip(parts, kinds, strict=True) if not known]
    return any(kinds) and len(rest) <= 2 and all(map(is_section, rest))


def is_told(part: str) -> bool:
    """Whether a piece of a line is a day, an hour, a count of minutes, or whom the article is by."""
    return any(told.fullmatch(part) for told in (TOLD, TOLD_ELSEWHERE)) or is_byline(part)


def is_byline(part: str) -> bool:
    """Whether a piece is "By" with names, and no beginning of a sentence such as "By Monday the water had gone"."""
    found = BYLINE.fullmatch(part)
    if found is None:
        return False
    day = AND_DAY.match(found["who"])
    listed = (day["who"] if day else found["who"]).replace(",", " ").split()
    has_name = any(word[0].isupper() for word in listed)
    return 0 < len(listed) <= MOST_WORDS and has_name and all(map(is_of_a_name, listed))


def is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in JOINING or word == "&"


def is_section(part: str) -> bool:
    """Whether a piece may name a section, an agency or a place: a few words in capitals."""
    listed = part.strip("()").split()
    return 0 < len(listed) <= MOST_SECTION and all(map(is_of_a_name, listed)) and LETTER.search(part) is not None


def is_placed(line: str) -> bool:
    """Whether a line is a place with its day and no more."""
    found = PLACED.fullmatch(line)
    return found is not None and all(
        word[0].isupper() or word in IN_PLACES for word in re.split(r"[\s,/]+", found["where"]) if word
    )


def is_placed_elsewhere(line: str) -> bool:
    """Whether a line in another language is a place, its day and an agency, and no more."""
    found = PLACED_ELSEWHERE.fullmatch(line)
    return found is not None and all(
        not word[0].islower() or word in IN_PLACES for word in f"{found['where']} {found['agency']}".split()
    )


def run_on(line: str) -> int | None:
    """Where the byline begins that a headline ran on into, in a line without a stop; None where there is none.

    A mere name behind "By" may be whom the headline tells of: a day stands behind it, or a desk is named.
    """
    found = RUN_ON.search(line)
    return found.start("by") if found is not None and is_head_line(found["by"]) else None
