"""Numbers in words, bounds and units in each language; what is counted is named in plain English words.

`a/b` are forms of one; an underscore is a space; a star ends a word's stem.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language writes numbers. `small` lists 1, 2, 3 … 20, `tens` 30 … 90, `hundreds` 100 … 900."""

    small: str
    tens: str
    hundreds: str
    scales: dict[str, float]
    joins: str = ""  # "and" inside a number
    vague: dict[str, tuple[float, float]] | None = None  # "dozens": the least and the most it can mean
    halves: dict[str, float] | None = None  # shares, in per cent
    bounds: dict[str, str] | None = None  # phrases before a number, by bound
    after: dict[str, str] | None = None  # phrases after a number, by bound
    between: str = ""
    to: str = ""
    percent: str = ""
    fates: dict[str, str] | None = None  # what happened to those counted: English word, stems
    kinds: dict[str, str] | None = None  # what is counted: English word, stems
    more: dict[str, int] = field(default_factory=dict)  # other numbers that are one word
    stops: str = ""  # words that end what is counted


NUMERALS: dict[str, Numerals] = {
    "en": Numerals(
        small="one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty",
        tens="thirty forty fifty sixty seventy eighty ninety",
        hundreds="hundred",
        scales={"thousand": 1e3, "million/m": 1e6, "billion/bn": 1e9, "trillion/tn": 1e12, "dozen": 12},
        joins="and",
        vague={
            "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2e3, 9_999),
            "tens_of_thousands": (2e4, 99_999), "hundreds_of_thousands": (2e5, 999_999), "millions": (2e6, 999e6),
        },
        halves={
            "half": 50, "one_third/a_third": 100 / 3, "two_thirds": 200 / 3, "a_quarter/one_quarter": 25,
            "three_quarters": 75,
        },
        bounds={
            "more_than": "more than/over/upwards of/exceeding/above/in excess of",
            "at_least": "at least/no fewer than/no less than/not less than/a minimum of",
            "less_than": "less than/fewer than/under/below",
            "almost": "nearly/almost/close to",
            "about": "about/around/some/roughly/approximately/an estimated/estimated/circa",
            "at_most": "up to/at most/as many as/no more than/not more than/a maximum of",
        },
        after={"at_least": "or more/at least"},
        between="between from", to="to and", percent="percent per_cent percentage",
        fates={
            "killed": "killed killing kills kill slain murdered executed",
            "dead": "dead deaths death died dying dies die perished fatalities casualties_dead",
            "wounded": "wounded wounding injured injuring injuries hurt", "missing": "missing unaccounted",
            "displaced": "displaced displacing fled uprooted evacuated homeless",
            "arrested": "arrested arresting detained detaining jailed",
            "captured": "captured capturing", "freed": "freed freeing released", "infected": "infected",
        },
        stops="of in on at by from to with for as into over under near against across along inside outside during"
        " after"
        " before since until between among and or but that which who whose when while where if because than per is"
        " are was were"
        " be been being has have had will would can could may might must should did do does not killed wounded injured"
        " dead died missing displaced fled arrested detained captured freed released said told says have_been each"
        " every"
        " the a an this these those his her their its our it they he she we you i there so also still now only",
    ),
    "fa": Numerals(
        small="یک دو سه چهار پنج شش/شیش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده/هژده نوزده"
        " بیست",
        tens="سی چهل پنجاه شصت هفتاد هشتاد نود",
        hundreds="صد/یکصد دوصد/دویست سیصد/سه‌صد چهارصد پنجصد/پانصد ششصد هفتصد هشتصد نهصد",
        scales={"هزار": 1e3, "میلیون/ملیون": 1e6, "میلیارد/ملیارد": 1e9},
        joins="و",
        vague={"ده‌ها/دهها": (20, 99), "صدها": (200, 999), "هزاران": (2e3, 99_999), "میلیون‌ها": (2e6, 999e6)},
        halves={"نیمی_از/نصف": 50, "یک‌سوم/یک_سوم": 100 / 3, "دوسوم/دو_سوم": 200 / 3, "یک‌چهارم/یک_چهارم": 25},
        bounds={
            "more_than": "بیش از/بیشتر از/بالای/بالغ بر",
            "at_least": "دست‌کم/دست کم/حداقل/لااقل/کم از کم",
            "less_than": "کمتر از/زیر",
            "almost": "نزدیک به/قریب به",
            "about": "حدود/در حدود/تقریبا/تقریباً",
            "at_most": "حداکثر/تا",
        },
        between="بین میان از", to="تا", percent="درصد فیصد",
        fates={
            "killed": "کشته* کشت کشتن کشتار باخت* جان_باختن شهید قتل جان_داد* تلف", "wounded": "زخمی* مجروح* جراحت",
            "missing": "مفقود* ناپدید*", "displaced": "آواره* بیجا* بی‌جا*",
            "arrested": "بازداشت* دستگیر* زندانی*", "freed": "آزاد",
        },
        kinds={
            "people": "نفر* تن مردم فرد افراد انسان* کس", "civilians": "غیرنظامی* غیر_نظامی*",
            "soldiers": "سرباز* نظامی* نظامیان", "fighters": "جنگجو* رزمنده* شبه‌نظامی* نیرو*",
            "children": "کودک* طفل اطفال", "women": "زن زنان", "police": "پولیس* پلیس*",
            "families": "خانواده* خانوار*",
            "villages": "روستا* قریه*", "provinces": "ولایت* استان*", "districts": "ولسوالی*", "houses": "خانه*",
            "schools": "مکتب مکاتب مدرسه* مدارس", "countries": "کشور*", "votes": "رای* رأی*", "members": "عضو اعضا*",
            "kilometres": "کیلومتر*", "metres": "متر", "hectares": "هکتار*", "tonnes": "تن‌", "days": "روز*",
            "weeks": "هفته*", "months": "ماه*", "years": "سال*", "hours": "ساعت*", "minutes": "دقیقه*",
            "USD": "دلار* دالر*", "EUR": "یورو", "AFN": "افغانی", "IRR": "ریال", "refugees": "پناهنده* پناهجو*",
            "migrants": "مهاجر*", "prisoners": "اسیر* اسرا",
        },
        stops="در از به با که را و یا برای بر تا شد شدند است بود بودند هستند کرد کردند شده کرده گفت این آن",
    ),
    "ps": Numerals(
        small="یو/یوه دوه درې څلور پنځه شپږ اووه/اوه اته نهه لس یوولس دولس دیارلس څوارلس پنځلس شپاړس اوولس اتلس نولس"
        " شل",
        tens="دېرش/دیرش څلوېښت پنځوس شپېته اویا اتیا نوي",
        hundreds="سل/سوه دوه‌سوه درې‌سوه",
        scales={"زره/زر": 1e3, "میلیونه/میلیون/ملیون": 1e6, "میلیارده/میلیارد": 1e9},
        joins="او",
        vague={"لسګونه/لسګونو": (20, 99), "سلګونه/سلګونو": (200, 999), "زرګونه/زرګونو": (2e3, 99_999)},
        halves={"نیمایي": 50},
        bounds={
            "more_than": "تر ډېر/له ډېر", "at_least": "لږ تر لږه/لږترلږه", "about": "شاوخوا/نږدې", "at_most": "تر",
        },
        after={"more_than": "زیات/ډېر"},
        percent="سلنه فیصده",
        fates={
            "killed": "ووژل* وژل* مړ* مړه شهید* وژنه", "wounded": "ټپي* ټپیان زخمي*", "missing": "ورک*",
            "displaced": "بې‌ځایه* کډوال*", "arrested": "نیول* ونیول*",
        },
        kinds={
            "people": "کسان کس تنه تن خلک وګړي کسانو", "civilians": "ملکي* ملکیان",
            "soldiers": "سرتېري سرتېرو پوځیان عسکر*",
            "fighters": "جنګیالي جنګیالیو وسله‌وال*", "children": "ماشوم*", "women": "ښځې ښځو",
            "families": "کورنۍ کورنیو",
            "villages": "کلي", "provinces": "ولایت*", "districts": "ولسوالۍ", "days": "ورځې ورځو",
            "months": "میاشتې میاشتو", "years": "کاله کلونه کلو", "hours": "ساعته ساعتونه", "USD": "ډالر*",
            "AFN": "افغانۍ",
            "kilometres": "کیلومتره",
        },
        stops="په له د ته کې چې او یا شول شوي دي وو وه دی یې سره څخه",
    ),
    "ar": Numerals(
        small="واحد/واحدة اثنين/اثنان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع"
        " عشرة/عشر"
        " أحد_عشر اثني_عشر/اثنا_عشر ثلاثة_عشر أربعة_عشر خمسة_عشر ستة_عشر سبعة_عشر ثمانية_عشر تسعة_عشر عشرون/عشرين",
        tens="ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين",
        hundreds="مئة/مائة مئتي/مئتين/مئتان/مائتي ثلاثمئة/ثلاثمائة أربعمئة/أربعمائة خمسمئة/خمسمائة ستمئة/ستمائة"
        " سبعمئة/سبعمائة"
        " ثمانمئة/ثمانمائة تسعمئة/تسعمائة",
        scales={"ألف/ألفا/آلاف": 1e3, "مليون/مليونا/ملايين": 1e6, "مليار/مليارا/مليارات": 1e9},
        joins="و",
        vague={
            "عشرات": (20, 99), "العشرات": (20, 99), "مئات": (200, 999), "المئات": (200, 999), "الآلاف": (2e3, 99_999),
            "عشرات_الآلاف": (2e4, 99_999), "مئات_الآلاف": (2e5, 999_999), "الملايين": (2e6, 999e6),
        },
        halves={"نصف": 50, "ثلث": 100 / 3, "ثلثي/ثلثا": 200 / 3, "ربع": 25},
        bounds={
            "more_than": "أكثر من/ما يزيد على/ما يزيد عن/أزيد من/فوق",
            "at_least": "ما لا يقل عن/لا يقل عن/على الأقل",
            "less_than": "أقل من/دون",
            "almost": "ما يقرب من/قرابة/زهاء",
            "about": "نحو/حوالي/حوالى/تقريبا",
            "at_most": "ما يصل إلى/يصل إلى/كحد أقصى",
        },
        after={"at_least": "على الأقل/أو أكثر"},
        between="بين", to="و إلى", percent="بالمئة بالمائة في_المئة في_المائة",
        fates={
            "killed": "قتل* مقتل قتلى قتيل* وفاة مصرع استشهاد شهيد* شهداء قُتل*",
            "wounded": "جرح* جرحى جريح* إصابة أصيب* مصاب* إصابات", "missing": "مفقود* فقدان",
            "displaced": "نازح* نزوح تشريد", "arrested": "اعتقال* اعتقل* معتقل* توقيف", "freed": "الإفراج إطلاق_سراح",
        },
        kinds={
            "people": "شخص* أشخاص فرد* أفراد", "civilians": "مدني* مدنيين مدنيا مدنيون",
            "soldiers": "جندي* جنود جنديا عسكري*",
            "fighters": "مقاتل* مسلح* عنصر* عناصر", "children": "طفل* أطفال", "women": "امرأة نساء", "police": "شرطي*",
            "families": "أسرة أسر عائلة عائلات", "villages": "قرية قرى", "countries": "دولة دول بلد*",
            "votes": "صوت* أصوات",
            "members": "عضو* أعضاء", "kilometres": "كيلومتر* كم", "hectares": "هكتار*", "tonnes": "طن أطنان",
            "days": "يوم* أيام",
            "weeks": "أسبوع* أسابيع", "months": "شهر* أشهر شهور", "years": "سنة سنوات عام* أعوام",
            "hours": "ساعة ساعات",
            "USD": "دولار*", "EUR": "يورو", "refugees": "لاجئ*", "prisoners": "أسير* أسرى سجين* سجناء",
            "homes": "منزل* منازل",
            "missiles": "صاروخ* صواريخ", "drones": "مسيرة مسيرات",
        },
        stops="في من إلى على عن مع أن إن التي الذي خلال بعد قبل كانوا كان بينهم",
    ),
    "ru": Numerals(
        small="один/одного/одна/одну два/две/двух/двое трое/три/трех/троих четверо/четыре/четырех/четверых"
        " пять/пяти/пятеро"
        " шесть/шести/шестеро семь/семи/семеро восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать"
        " тринадцать"
        " четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать/двадцати",
        tens="тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти"
        " восемьдесят/восьмидесяти девяносто",
        hundreds="сто/ста двести/двухсот триста/трехсот четыреста/четырехсот пятьсот/пятисот шестьсот семьсот"
        " восемьсот девятьсот",
        scales={"тысяча/тысячи/тысяч/тысячу/тыс": 1e3, "миллион/миллиона/миллионов/млн": 1e6,
        "миллиард/миллиарда/миллиардов/млрд": 1e9},
        vague={
            "десятки/десятков": (20, 99), "сотни/сотен": (200, 999), "тысячи/тысяч": (2e3, 99_999),
            "десятки_тысяч": (2e4, 99_999), "сотни_тысяч": (2e5, 999_999), "миллионы": (2e6, 999e6),
        },
        halves={"половина/половину/половины": 50, "треть": 100 / 3, "две_трети": 200 / 3, "четверть": 25},
        bounds={
            "more_than": "более/больше/более чем/свыше", "at_least": "не менее/по меньшей мере/как минимум/минимум",
            "less_than": "менее/меньше/менее чем", "almost": "почти", "about": "около/примерно/порядка/приблизительно",
            "at_most": "до/не более",
        },
        between="между от", to="до и", percent="процент* проц",
        fates={
            "killed": "погиб* убит* гибел* жертв* смерт* уничтожен*", "wounded": "ранен* пострада* травм*",
            "missing": "пропал* пропавш*", "displaced": "эвакуирован* перемещен*",
            "arrested": "задержан* арестован*", "captured": "плен*", "freed": "освобожден*",
        },
        kinds={
            "people": "человек* людей люди лиц жител*", "civilians": "мирных гражданских",
            "soldiers": "солдат* военнослужащ* военных",
            "fighters": "боевик* боец бойц*", "children": "дет* ребен*", "women": "женщин*", "police": "полицейск*",
            "villages": "сел деревен* деревн*", "countries": "стран*", "votes": "голос*", "kilometres": "километр* км",
            "metres": "метр*", "hectares": "гектар* га", "tonnes": "тонн*", "days": "дней дня день сут*",
            "weeks": "недел*",
            "months": "месяц*", "years": "лет год года", "hours": "час*", "minutes": "минут*", "USD": "доллар* долл",
            "EUR": "евро", "RUB": "рубл* руб", "drones": "беспилотник* дрон* бпла", "missiles": "ракет*",
            "houses": "дом домов дома",
            "tanks": "танк*", "refugees": "беженц*", "prisoners": "пленных заключенн*",
        },
        stops="в на с из от до по за и или что который которые были был была было к о об при",
    ),
    "uk": Numerals(
        small="один/одного/одна/одну два/дві/двох/двоє три/трьох/троє чотири/чотирьох/четверо п'ять/п'яти/п'ятеро"
        " шість/шести/шестеро"
        " сім/семи/семеро вісім/восьми дев'ять/дев'яти десять/десяти одинадцять дванадцять тринадцять чотирнадцять"
        " п'ятнадцять"
        " шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять/двадцяти",
        tens="тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
        hundreds="сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        scales={"тисяча/тисячі/тисяч/тисячу/тис": 1e3, "мільйон/мільйона/мільйони/мільйонів/млн": 1e6,
        "мільярд/мільярди/мільярдів/млрд": 1e9},
        vague={
            "десятки/десятків": (20, 99), "сотні/сотень": (200, 999), "тисячі/тисяч": (2e3, 99_999),
            "десятки_тисяч": (2e4, 99_999), "сотні_тисяч": (2e5, 999_999), "мільйони": (2e6, 999e6),
        },
        halves={"половина/половину/половини": 50, "третина/третину": 100 / 3, "дві_третини": 200 / 3, "чверть": 25},
        bounds={
            "more_than": "понад/більше/більш ніж/більше ніж", "at_least": "щонайменше/не менше/принаймні/не менш як",
            "less_than": "менше/менш ніж", "almost": "майже", "about": "близько/приблизно/орієнтовно",
            "at_most": "до/не більше",
        },
        between="між від", to="до і", percent="відсот*",
        fates={
            "killed": "загин* вбит* убит* жертв* смерт* знищен*", "wounded": "поранен* постражда* травмован*",
            "missing": "зник*", "displaced": "евакуйован* переміщен*", "arrested": "затриман* заарештован*",
            "captured": "полон*", "freed": "звільнен*",
        },
        kinds={
            "people": "люд* осіб особи жител*", "civilians": "цивільн* мирних", "soldiers": "солдат* військов*",
            "fighters": "бойовик* боєць бійц*",
            "children": "діт* дитин*", "women": "жінк* жінок", "police": "поліцейськ*", "villages": "сіл села",
            "countries": "країн*",
            "votes": "голос*", "kilometres": "кілометр* км", "metres": "метр*", "hectares": "гектар*",
            "tonnes": "тонн*",
            "days": "днів дні день діб", "weeks": "тижн*", "months": "місяц*", "years": "років роки рік",
            "hours": "годин*",
            "minutes": "хвилин*", "USD": "долар*", "EUR": "євро", "UAH": "грив*", "drones": "безпілотник* дрон*",
            "missiles": "ракет*",
            "houses": "будин*", "tanks": "танк*", "refugees": "біжен*", "prisoners": "полонених",
        },
        stops="в у на з із від до по за і й та або що який які були був була було",
    ),
    "fr": Numerals(
        small="un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept"
        " dix_huit"
        " dix_neuf vingt",
        tens="trente quarante cinquante soixante soixante_dix quatre_vingts/quatre_vingt quatre_vingt_dix",
        hundreds="cent/cents",
        scales={"mille": 1e3, "million/millions": 1e6, "milliard/milliards": 1e9},
        joins="et",
        vague={
            "dizaines": (20, 99), "une_dizaine": (8, 12), "une_vingtaine": (16, 24), "une_trentaine": (25, 35),
            "une_quarantaine": (35, 45), "une_cinquantaine": (45, 55), "une_centaine": (85, 115), "centaines": (200,
            999),
            "un_millier": (850, 1150), "milliers": (2e3, 99_999), "dizaines_de_milliers": (2e4, 99_999),
        },
        halves={"la_moitié": 50, "un_tiers": 100 / 3, "deux_tiers": 200 / 3, "un_quart": 25, "trois_quarts": 75},
        bounds={
            "more_than": "plus de/plus d'/au-delà de", "at_least": "au moins/au minimum",
            "less_than": "moins de/moins d'",
            "almost": "près de/presque/près d'", "about": "environ/quelque/autour de/à peu près",
            "at_most": "jusqu'à/au plus",
        },
        after={"at_least": "au moins/ou plus", "about": "environ"},
        between="entre de", to="et à", percent="pour_cent",
        fates={
            "killed": "tué* mort* tuant tuer décès décédé* péri*", "wounded": "bless*", "missing": "disparu* disparus",
            "displaced": "déplacé* évacué*", "arrested": "arrêté* détenu* interpell*", "freed": "libéré*",
        },
        kinds={
            "people": "personne* habitant* gens", "civilians": "civil*", "soldiers": "soldat* militaire*",
            "fighters": "combattant* rebelle* insurgé*", "children": "enfant*", "women": "femme*",
            "police": "policier*",
            "families": "famille*", "villages": "village*", "countries": "pays", "votes": "voix suffrage*",
            "kilometres": "kilomètre* km",
            "hectares": "hectare*", "tonnes": "tonne*", "days": "jour*", "weeks": "semaine*", "months": "mois",
            "years": "an ans année*",
            "hours": "heure*", "minutes": "minute*", "USD": "dollar*", "EUR": "euro*", "refugees": "réfugié*",
            "houses": "maison*",
            "members": "membre*", "seats": "siège*", "prisoners": "prisonnier* détenus",
        },
        stops="de du des dans en à au aux le la les et ou par pour sur qui que ont a est sont été avec selon",
    ),
    "es": Numerals(
        small="uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
        " diecisiete"
        " dieciocho diecinueve veinte",
        tens="treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        more={
            "veintiuno/veintiún/veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
            "veinticinco": 25,
            "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
        },
        hundreds="cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas"
        " quinientos/quinientas"
        " seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
        scales={"mil": 1e3, "millón/millones": 1e6},
        joins="y",
        vague={
            "decenas": (20, 99), "docenas": (24, 99), "una_docena": (10, 14), "una_decena": (8, 12),
            "un_centenar": (85, 115),
            "centenares": (200, 999), "cientos": (200, 999), "miles": (2e3, 99_999), "decenas_de_miles": (2e4, 99_999),
            "cientos_de_miles": (2e5, 999_999),
        },
        halves={"la_mitad": 50, "un_tercio": 100 / 3, "dos_tercios": 200 / 3, "una_cuarta_parte": 25,
        "tres_cuartos": 75},
        bounds={
            "more_than": "más de/por encima de", "at_least": "al menos/por lo menos/como mínimo/no menos de",
            "less_than": "menos de",
            "almost": "casi/cerca de", "about": "unos/unas/alrededor de/aproximadamente/cerca",
            "at_most": "hasta/como máximo/a lo sumo",
        },
        after={"at_least": "o más/al menos", "about": "aproximadamente"},
        between="entre de", to="y a", percent="por_ciento",
        fates={
            "killed": "muert* murier* fallec* asesin* mató mataron matar", "wounded": "herid* lesionad* hirió",
            "missing": "desaparecid*",
            "displaced": "desplazad* evacuad*", "arrested": "detenid* arrestad* deten*", "freed": "liberad*",
        },
        kinds={
            "people": "persona* gente habitante*", "civilians": "civil*", "soldiers": "soldado* militar*",
            "fighters": "combatiente* rebelde* guerrillero*", "children": "niño* niña* menor*", "women": "mujer*",
            "police": "policía* agente*", "families": "familia*", "villages": "aldea* pueblo*",
            "countries": "país*", "votes": "voto*",
            "kilometres": "kilómetro* km", "hectares": "hectárea*", "tonnes": "tonelada*", "days": "día*",
            "weeks": "semana*",
            "months": "mes meses", "years": "año*", "hours": "hora*", "minutes": "minuto*", "USD": "dólar*",
            "EUR": "euro*",
            "refugees": "refugiad*", "houses": "casa* vivienda*", "members": "miembro*", "seats": "escaño*",
            "prisoners": "preso* prisionero*",
        },
        stops="de del en a al el la los las y o por para que con se ha han fue fueron según",
    ),
}  # fmt: skip
NUMERALS["prs"] = NUMERALS["fa"]

CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "¥": "JPY", "₴": "UAH", "₹": "INR", "؋": "AFN"}
