"""Words for dates and times in each language. `a/b` are forms of one; the first month is January or Farvardin.

A word with a star is also an ordinary word: it counts as a month only beside a number or a preposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verification.text.folding import key


@dataclass(frozen=True, slots=True)
class Calendar:
    """How one language writes dates. Each list is of words with spaces between them, forms apart by a slash."""

    months: str
    weekdays: str  # Monday first
    days: dict[str, int]  # words for a day by its distance from today
    units: dict[str, str]  # day, week, month, year, decade, weekend, century: forms
    last: str
    next: str
    this: str
    ago: str  # after the number: "two days ago"
    ago_before: str = ""  # before the number: "il y a deux jours"
    since: str = ""
    until: str = ""
    before: str = ""
    after: str = ""
    inside: str = ""  # "in", "on", "during"
    of: str = ""
    early: str = ""
    middle: str = ""
    late: str = ""
    future: str = ""
    ordinals: str = ""  # first … thirty-first, one word each
    tens: dict[str, int] = field(default_factory=dict)  # "twenty" of "twenty first", written apart
    joins: str = ""
    numbers: str = ""  # one … twelve, for "two days ago"
    hijri: str = ""  # months of the solar Hijri year, each with its names
    year_word: str = ""  # makes a year of the number beside it
    decade_word: str = ""
    between: str = ""
    to: str = ""  # between the ends of a range
    spans: dict[str, tuple[str, int]] = field(default_factory=dict)  # one word for "last year"


ENGLISH = Calendar(
    months="january/jan february/feb march* april/apr may* june/jun july/jul august/aug september/sept/sep october/oct"
    " november/nov december/dec",
    weekdays="monday tuesday wednesday thursday friday saturday sunday",
    days={"today/tonight": 0, "yesterday": -1, "tomorrow": 1},
    units={
        "day": "day/days", "week": "week/weeks", "month": "month/months", "year": "year/years",
        "decade": "decade/decades", "weekend": "weekend", "century": "century",
    },
    last="last past previous", next="next coming upcoming following", this="this", ago="ago",
    since="since", until="until till by", before="before", after="after following",
    inside="in on during of at throughout", of="of the", early="early beginning start", middle="mid middle",
    late="late end", future="will shall would scheduled planned due expected upcoming plans going",
    ordinals="first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    numbers="one/a two three four five six seven eight nine ten eleven twelve",
    hijri="hamal/farvardin sawr/saur/ordibehesht jawza/khordad saratan/tir* asad*/mordad sonbola/sunbula/shahrivar"
    " mizan/mehr aqrab/aban qaws/azar jadi/dey dalw/bahman hoot/hut*/esfand",
    year_word="year", joins="and", between="between from", to="to through",
)  # fmt: skip

PERSIAN = Calendar(
    months="ژانویه/جنوری/جنوری فوریه/فبروری مارس/مارچ آوریل/اپریل می*/مه* ژوئن/جون* ژوئیه/جولای/جولای/ژوییه/جولائی"
    " اوت/آگوست/اگست/آگست سپتامبر/سپتمبر/سپتمبر اکتبر/اکتوبر نوامبر/نومبر دسامبر/دسمبر",
    weekdays="دوشنبه سه‌شنبه/سه_شنبه چهارشنبه/چهار_شنبه پنجشنبه/پنج‌شنبه/پنج_شنبه جمعه شنبه یکشنبه/یک‌شنبه/یک_شنبه",
    days={"امروز/امشب": 0, "دیروز/دیشب": -1, "پریروز": -2, "فردا": 1, "پس‌فردا": 2},
    units={
        "day": "روز/روزه", "week": "هفته", "month": "ماه", "year": "سال", "decade": "دهه", "century": "قرن/سده",
    },
    last="گذشته اخیر", next="آینده", this="جاری امسال این", ago="پیش قبل",
    since="از", until="تا", before="پیش_از قبل_از", after="پس_از بعد_از", inside="در به", of="ماه سال",
    early="اوایل آغاز", middle="اواسط نیمه", late="اواخر پایان",
    future="خواهد خواهند قرار",
    ordinals="اول/یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم"
    " هجدهم/هژدهم نوزدهم بیستم بیست‌ویکم بیست‌ودوم بیست‌وسوم بیست‌وچهارم بیست‌وپنجم بیست‌وششم بیست‌وهفتم بیست‌وهشتم"
    " بیست‌ونهم سی‌ام/سیم سی‌ویکم",
    tens={"بیست": 20, "سی": 30}, joins="و",
    numbers="یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده",
    hijri="فروردین/حمل* اردیبهشت/ثور خرداد/جوزا تیر*/سرطان* مرداد/اسد شهریور/سنبله مهر*/میزان* آبان/عقرب آذر/قوس"
    " دی*/جدی* بهمن*/دلو اسفند/حوت",
    year_word="سال سنه", decade_word="دهه", between="میان بین", spans={"امسال": ("year", 0), "پارسال": ("year", -1)},
)  # fmt: skip

PASHTO = Calendar(
    months="جنوري فبروري/فروري مارچ اپرېل/اپریل مۍ*/مې*/می* جون جولای/جولایي اګست/اگست سپتمبر/سپټمبر اکتوبر/اکټوبر"
    " نومبر ډسمبر/دسمبر",
    weekdays="دوشنبه/دوشنبې درېشنبه/سه‌شنبه/سې‌شنبې/سې‌شنبه/درې‌شنبه/سه_شنبه چارشنبه/چهارشنبه/چارشنبې/چهارشنبې"
    " پنجشنبه/پنجشنبې/پنج‌شنبه/پنج‌شنبې/پنج_شنبې جمعه/جمعې شنبه/شنبې یکشنبه/یکشنبې/یک‌شنبه/یک‌شنبې",
    days={"نن": 0, "پرون": -1, "سبا": 1},
    units={
        "day": "ورځ/ورځې/ورځو", "week": "اونۍ/اونیو/اوونۍ", "month": "میاشت/میاشتې/میاشتو",
        "year": "کال/کاله/کلونو/کلونه/کلو", "decade": "لسیزه/لسیزې", "century": "پېړۍ",
    },
    last="تېر تېره تېرې تېرو وروستي وروستیو پخوانی", next="راتلونکی راتلونکې راتلونکو بل", this="دې دا سږ",
    ago="وړاندې مخکې",
    since="راهیسې له", until="تر", before="", after="وروسته", inside="په کې", of="د کال میاشتې",
    early="پیل لومړیو", middle="نیمایي", late="پای وروستیو", future="به",
    ordinals="لومړۍ/لومړی/لومړي دویمه/دوهمه/دویم درېیمه/درېیم څلورمه/څلورم پنځمه/پنځم شپږمه/شپږم اوومه/اووم اتمه/اتم"
    " نهمه/نهم"
    " لسمه/لسم یوولسمه/یوولسم دولسمه/دولسم دیارلسمه/دیارلسم څوارلسمه/څوارلسم پنځلسمه/پنځلسم شپاړسمه/شپاړسم"
    " اوولسمه/اوولسم"
    " اتلسمه/اتلسم نولسمه/نولسم شلمه/شلم",
    numbers="یو/یوه دوه درې څلور پنځه شپږ اووه اته نهه لس یوولس دولس",
    hijri="وری/وري غویی/غويي/غوایی غبرګولی/غبرګولي چنګاښ زمری/زمري وږی/وږي تله*/تلې لړم لیندۍ مرغومی/مرغومي سلواغه"
    " کب*/حوت",
    year_word="کال", joins="او", spans={"سږکال": ("year", 0), "پروسږکال": ("year", -1), "پروسږ": ("year", -1)},
)  # fmt: skip

ARABIC = Calendar(
    months="يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/نيسان/إبريل مايو/أيار يونيو/حزيران/يونية/جوان"
    " يوليو/تموز/يوليه/جويلية أغسطس/آب*/أوت سبتمبر/أيلول أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
    weekdays="الاثنين/الإثنين الثلاثاء/الثلثاء الأربعاء الخميس الجمعة السبت الأحد",
    days={"اليوم/الليلة": 0, "أمس/البارحة": -1, "غدا/غدًا": 1},
    units={
        "day": "يوم/أيام/يوما/يومين/الأيام", "week": "أسبوع/أسابيع/الأسبوع/أسبوعين",
        "month": "شهر/أشهر/شهور/الشهر/شهرين/شهرا",
        "year": "عام/عاما/أعوام/سنة/سنوات/العام/السنة/عامين/سنتين", "decade": "عقد/عقود/العقد", "century": "قرن/القرن",
    },
    last="الماضي الماضية المنصرم المنصرمة الفائت الفائتة السابق", next="المقبل المقبلة القادم القادمة",
    this="الجاري الحالي الحالية هذا هذه",
    ago="", ago_before="قبل منذ", since="منذ", until="حتى", before="قبل", after="بعد", inside="في خلال يوم عام",
    of="من عام سنة لعام", early="مطلع أوائل بداية", middle="منتصف أواسط", late="أواخر نهاية", future="سوف سيتم المقرر",
    numbers="واحد اثنين/اثنان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر",
    year_word="عام سنة العام", joins="و", between="بين", to="إلى", decade_word="ثمانينيات تسعينيات سبعينيات ستينيات",
)  # fmt: skip

RUSSIAN = Calendar(
    months="январь/января/январе февраль/февраля/феврале март/марта/марте апрель/апреля/апреле май/мая/мае"
    " июнь/июня/июне июль/июля/июле август/августа/августе сентябрь/сентября/сентябре октябрь/октября/октябре"
    " ноябрь/ноября/ноябре декабрь/декабря/декабре",
    weekdays="понедельник/понедельника/понедельнику вторник/вторника/вторнику среду/среда*/среды* четверг/четверга"
    " пятницу/пятница/пятницы субботу/суббота/субботы воскресенье/воскресенья",
    days={"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2},
    units={
        "day": "день/дня/дней/дни", "week": "неделя/недели/неделю/недель/неделе",
        "month": "месяц/месяца/месяцев/месяце",
        "year": "год/года/году/лет/годом", "decade": "десятилетие/десятилетия", "century": "век/века/веке",
        "weekend": "выходные/выходных",
    },
    last="прошлый прошлого прошлом прошлую прошлой прошлые прошедший прошедшую прошлую минувший минувшую минувшего"
    " минувшей последние последних",
    next="следующий следующего следующем следующую следующей будущем будущего",
    this="этот этого этом этой эту нынешнего текущего",
    ago="назад", since="с со", until="до", before="до перед", after="после", inside="в во на за", of="",
    early="начале начала", middle="середине середины", late="конце конца", future="будет будут",
    ordinals="первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого",
    numbers="один/одну/одного два/две/двух три/трех четыре/четырех пять/пяти шесть/шести семь/семи восемь девять"
    " десять"
    " одиннадцать двенадцать",
    year_word="год года году г гг", decade_word="е х", joins="и", between="между", to="по",
)  # fmt: skip

UKRAINIAN = Calendar(
    months="січень/січня/січні лютий/лютого/лютому березень/березня/березні квітень/квітня/квітні"
    " травень/травня/травні"
    " червень/червня/червні липень/липня/липні серпень/серпня/серпні вересень/вересня/вересні жовтень/жовтня/жовтні"
    " листопад/листопада/листопаді грудень/грудня/грудні",
    weekdays="понеділок/понеділка вівторок/вівторка середу/середа/середи четвер/четверга п'ятницю/п'ятниця/п'ятниці"
    " суботу/субота/суботи неділю/неділя/неділі",
    days={"сьогодні": 0, "вчора/учора": -1, "позавчора": -2, "завтра": 1, "післязавтра": 2},
    units={
        "day": "день/дня/днів/дні", "week": "тиждень/тижня/тижні/тижнів", "month": "місяць/місяця/місяці/місяців",
        "year": "рік/року/роки/років/році", "decade": "десятиліття", "century": "століття/столітті",
        "weekend": "вихідні/вихідних",
    },
    last="минулий минулого минулому минулої минулу минулі минулих останні останніх",
    next="наступний наступного наступному наступної",
    this="цей цього цьому цієї нинішнього поточного", ago="тому", since="з із зі від", until="до", before="до перед",
    after="після", inside="в у на за", early="початку", middle="середині", late="кінці наприкінці",
    future="буде будуть",
    ordinals="першого другого третього четвертого п'ятого шостого сьомого восьмого дев'ятого десятого",
    numbers="один/одну/одного два/дві/двох три/трьох чотири п'ять шість сім вісім дев'ять десять одинадцять"
    " дванадцять",
    year_word="рік року році р рр", decade_word="ті х", joins="і й та", between="між", to="по",
    spans={"торік": ("year", -1), "цьогоріч": ("year", 0)},
)  # fmt: skip

FRENCH = Calendar(
    months="janvier/janv février/févr mars* avril mai juin juillet août/aout septembre/sept octobre novembre"
    " décembre/déc",
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    days={"aujourd'hui": 0, "hier": -1, "avant-hier/avant_hier": -2, "demain": 1, "après_demain": 2},
    units={
        "day": "jour/jours", "week": "semaine/semaines", "month": "mois", "year": "an/ans/année/années",
        "decade": "décennie/décennies", "weekend": "week_end/weekend", "century": "siècle",
    },
    last="dernier dernière derniers dernières passé passée", next="prochain prochaine prochains prochaines",
    this="ce cette cet", ago="", ago_before="il_y_a", since="depuis dès", until="jusqu'au jusqu'en jusqu'à",
    before="avant", after="après", inside="en le au du pendant la", of="de du", early="début", middle="mi", late="fin",
    future="sera seront aura auront", ordinals="premier",
    numbers="un/une deux trois quatre cinq six sept huit neuf dix onze douze", decade_word="années", joins="et",
    between="entre", to="au à",
)  # fmt: skip

SPANISH = Calendar(
    months="enero/ene febrero/feb marzo abril mayo junio julio agosto septiembre/setiembre/sept octubre noviembre"
    " diciembre/dic",
    weekdays="lunes martes miércoles jueves viernes sábado domingo",
    days={"hoy": 0, "ayer/anoche": -1, "anteayer": -2, "mañana*": 1},
    units={
        "day": "día/días", "week": "semana/semanas", "month": "mes/meses", "year": "año/años",
        "decade": "década/décadas", "weekend": "fin_de_semana", "century": "siglo",
    },
    last="pasado pasada pasados pasadas último última últimos últimas", next="próximo próxima próximos próximas",
    this="este esta", ago="atrás", ago_before="hace", since="desde", until="hasta", before="antes",
    after="después tras", inside="en el durante la los", of="de del", early="principios comienzos inicios",
    middle="mediados", late="finales fines", future="será serán habrá", ordinals="primero",
    numbers="un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce", decade_word="década",
    joins="y", between="entre", to="al a",
)  # fmt: skip

CALENDARS = {
    "en": ENGLISH, "fa": PERSIAN, "prs": PERSIAN, "ps": PASHTO, "ar": ARABIC, "ru": RUSSIAN, "uk": UKRAINIAN,
    "fr": FRENCH, "es": SPANISH,
}  # fmt: skip
SOLAR_HIJRI = frozenset({"fa", "prs", "ps"})


def forms(listed: str) -> list[list[tuple[str, bool]]]:
    """The entries of a list, each as the keys of its forms and whether a form is an ordinary word as well."""
    return [
        [(key(form.rstrip("*").replace("_", " ")), form.endswith("*")) for form in entry.split("/")]
        for entry in listed.split()
    ]
