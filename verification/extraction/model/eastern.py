"""Words of Arabic, Persian and Pashto that carry no meaning of their own, kinds of events, and what forms share."""

from __future__ import annotations

from verification.text.folding import key
from verification.text.word_lists import words

COMMON = frozenset(
    map(
        key,
        words(
            """
            التي الذي الذين هذا هذه ذلك تلك كان كانت كانوا أنه أنها إنه إنها أنهم إنهم وقد لقد بعد قبل خلال عند منذ حتى
            غير أكثر قال قالت قالوا أعلن أعلنت أكد أكدت أضاف أضافت ذكر ذكرت أفاد أفادت أوضح أوضحت صرح نفى نفت نفي نافيا
            تنفي ينفي أنكر زعم زعمت اتهم اتهمت تتهم رفض رفضت كذب كذبت بأن بأنه بأنها وكان وكانت بين ضد لدى نحو حول أي
            كما ليس ليست لكن لكنه لم يتم تم عبر دون عام شهر يوم أمس اليوم بيان وفق بحسب حسب مصدر مصادر متحدث المتحدث
            باسم تكون يكون صحة صحيح صحيحة مستقل مستقلة التحقق يتسن يتسنى تأكيد
            است بود بودند شده شدند شد اند این آن برای که کرد کردند کرده گفت گفتند گفته گوید گویند داد دادند داده دارد
            دارند باشد باشند هیچ یک دیگر هم نیز اما ولی پیش پس بعد روز سال ماه خود وی او آنها آنان ایشان رد تکذیب تأیید
            تایید نشده نیست نبود مستقل مستقلی منبع منابع سخنگوی سخنگو اعلام اظهار تأکید تاکید خبر گزارش ادعا ادعای
            ادعاها اتهام اتهامات بیش حدود شود خواهد شدن کردن بودن هنوز تاکنون همچنین همین چند تن نفر
            دي دی ده وو وه شوي شوی شوې شول چې وايي وایي وویل ویلي ویل دغه هغه هغوی دوی خو کړي کړې کړل کړه کوي کسان
            کسانو ردوي ردوی خپلواک خپلواکه ویاند تور تورونه راپور
            """
        ),
    )
)
SAME = {
    key(form): kind
    for kind, forms in {
        "die": "قتل قتلوا قتلى قتيل قتيلا مقتل قتلت مقتولين وفاة وفيات توفي توفوا ضحايا ضحية حصيلة شهيد شهداء سقط سقطوا"
        " لقوا مصرع کشته کشتار کشت کشتن کشتند جان‌باختگان باختند باخته باخت تلفات قربانی قربانیان مرگ مردند کشته‌شدگان"
        " وژل ووژل وژلي وژل‌شوي مړه مړي مړو مرګ",
        "hurt": "جرحى جريح جريحا إصابة إصابات أصيب أصيبوا مصاب مصابين جرح زخمی زخمیان مجروح مجروحان مصدوم ټپي ټپیان",
        "strike": "قصف قصفت هجوم هجمات غارة غارات ضربة ضربات استهداف استهدفت هاجم هاجمت صواريخ صاروخ قذائف قذيفة"
        " حمله حملات بمباران موشک موشکی راکت گلوله‌باران یورش برید بریدونه بمباري هاوان",
        "shoot": "إطلاق أطلق أطلقت الرصاص رصاص شلیک تیراندازی ډزې",
        "seize": "سيطرة السيطرة سيطرت سيطروا تصرف سقوط کنترل تسلط گرفتند ونیول نیول کنټرول دخلوا دخول ورود وارد",
        "arrest": "اعتقال اعتقلت اعتقلوا اعتقل توقيف أوقفت معتقل معتقلين بازداشت دستگیر دستگیری زندانی بندي",
        "rig": "تزوير تزویر تقلب تقلبات درغلي درغلۍ",
    }.items()
    for form in forms.split()
}
JOINED = ("وال", "بال", "فال", "کال", "لل", "ال")  # of Arabic
ENDINGS = (  # the first that fits
    *("هایی", "های", "ها", "اتها", "اتهم", "یات", "یان", "یون", "یین"),
    *("ات", "ون", "ین", "ان", "هم", "یه", "ونه", "ونو", "انو", "ه", "ی", "و", "ې"),
)
LEAST = 3


def stem_of(word: str) -> str:
    """What the forms of a word share: without the article, what is joined before it, and its ending."""
    word = key(word)
    if word in COMMON:
        return ""
    bare = without_article(word)
    if bare in COMMON:
        return ""
    same = SAME.get(word) or SAME.get(bare)
    if same is not None:
        return same
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST:
            bare = bare[: -len(ending)]
            break
    return SAME.get(bare) or bare[:7]


def without_article(word: str) -> str:
    for joined in JOINED:
        if word.startswith(joined) and len(word) - len(joined) >= LEAST:
            return word[len(joined) :]
    return word[1:] if word[0] in "و" and len(word) > LEAST + 1 else word
