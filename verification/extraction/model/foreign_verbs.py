"""Verbs of saying in languages other than English, with their forms, as alternatives of a pattern."""

from __future__ import annotations

from verification.text.word_lists import words


def any_of(stems: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(sorted(words(stems), key=lambda word: (-len(word), word)))


SLAVIC_TOLD = any_of(
    """
    заяви сказа сообщи отмети подчеркну добави рассказа написа уточни призна поясни объясни объяви подтверди предупреди
    указа завери напомни прокомментирова предположи допусти возрази констатирова заключи резюмирова посетова доложи
    проинформирова оцени насчита ответи парирова посчита перечисли процитирова упомяну пожалова засвидетельствова
    говори утвержда заявля сообща отмеча подчеркива рассказыва писа уточня поясня объясня объявля подтвержда указыва
    предупрежда уверя заверя напомина предполага допуска возража настаива счита отвеча полага оценива насчитыва каза
    сказа повідоми наголоси дода розпові зазначи запевни зауважи підкресли попереди нагада визна оголоси підтверди
    припусти відпові констатува оціни нарахува спрогнозува відзначи прокоментува розказа акцентува
    стверджува повідомля зазнача наголошува запевня зауважува підкреслюва пояснюва розповіда нагадува попереджа вважа
    оцінюва визнава припуска відповіда прогнозува наполяга зауважува переконува опублікува
    прогнозирова ожида очікува подсчита підрахува пригада припомина
    установи выясни встанови з'ясува
    """
)
SLAVIC_TELLS = any_of(
    """
    утвержда заявля сообща отмеча подчеркива добавля рассказыва призна уточня поясня объясня объявля подтвержда указыва
    предупрежда уверя заверя напомина предполага допуска возража настаива счита отвеча полага оценива насчитыва сету
    констатиру цитиру переда прогнозиру ожида очіку пригаду припомина
    стверджу повідомля зазнача наголошу запевня зауважу підкреслю поясню розповіда нагаду попереджа вважа оціню визна
    припуска відповіда дода прогнозу наполяга нарахову уточню переда констату переконую підтверджу
    """
)
SLAVIC_SAYS = (
    rf"(?:{SLAVIC_TOLD})(?:л[аио]?|в|ла|ли|ло)(?!\w)|(?:{SLAVIC_TELLS})(?:ет|ют|є|ють)(?!\w)"
    r"|(?:говор(?:ит|ят|ить|ять)|пиш(?:ет|ут|е|уть)|каж(?:е|уть)|розповідь|розказує|счел|сочл[аи]|застеріг|застерегла"
    r"|вспомина(?:ет|ют|л[аи]?)|згаду(?:є|ють)|згада(?:в|ла|ли)|продолж(?:ил[аи]?|ает)|продовж(?:ив|ила|ує)"
    r"|подытожил[аи]?"
    r"|підсумува(?:в|ла)|возмуща(?:ет|ют)ся|обурю(?:є|ють)ться|дел(?:ит|ят)ся|діл(?:ить|ять)ся|сокруша(?:ет|ют)ся"
    r"|переконан[іаи]?|уверен[аы]?|(?:дійшов|дійшла|дійшли) висновку|приш(?:ел|ла|ли) к (?:выводу|заключению))(?!\w)"
)

FRENCH_ER = any_of(
    """
    affirm assur déclar confirm rapport racont indiqu précis ajout soulign expliqu dénonc témoign répliqu jur insist
    résum estim argu argument object rétorqu certifi martel clam protest avou confi signal plaid tranch observ constat
    détaill relat évoqu lanc comment regrett réaffirm conclu balay avanc not ironis not explicit document évalu avis
    pronostiqu démontr
    """
)
FRENCH_SAID = (
    rf"(?:{FRENCH_ER}|annonc|nuanc|révél|considér|concéd|répét|suggér|rappel|jug(?=é que)|tranch)é|dit|reconnu|écrit"
    "|fait (?:savoir|valoir|remarquer|observer)|laissé entendre|averti|poursuivi|conclu|répondu|maintenu|admis|soutenu"
    "|promis que|jugé que|mis en garde|prétendu|défendu|établi|prévenu|convenu"
)
FRENCH_TELLS = (
    rf"(?:{FRENCH_ER})(?:aient|ait|ent|e)|(?:annonç|nuanç)(?:aient|ait)|(?:annonc|nuanc|révèl|martèl|considèr|rappell"
    rf"|concèd"
    rf"|répèt"
    r"|suggèr)(?:ent|e)|(?:révél|rappel|considér|répét|suggér)(?:aient|ait)|disent|dit|disai(?:en)?t|écri(?:vent|t)"
    r"|écrivai(?:en)?t|prétend(?:ent|aient|ait)?|(?:sou|main)tien(?:nen)?t|(?:sou|main)tenai(?:en)?t|prévien(?:nen)?t"
    r"|reconnai(?:ssen|ssait|ssaien)t|reconnaît|admet(?:tent|taient|tait)?|répond(?:ent|aient|ait)?"
    r"|conclu(?:en)?t|concluai(?:en)?t|fai(?:sai)?t (?:savoir|valoir|remarquer|observer)|font (?:savoir|valoir"
    r"|remarquer)"
    r"|s['’](?:est|étaient|était)\s(?:défendu|étonné|indigné|insurgé|exclamé|félicité|justifié|ému|inquiété"
    r"|souvenu)e?s?"
    r"|se sont\s(?:défendu|étonné|indigné|insurgé|félicité|inquiété|souvenu)e?s"
    r"|se (?:souvien(?:nen)?t|désole(?:nt)?|félicite(?:nt)?|défend(?:ent)?)|s['’](?:indigne|insurge|étonne|exclame"
    r"|inquiète)(?:nt)?"
    r"|poursui(?:ven)?t|renchéri(?:ssen)?t|tempère(?:nt)?|décrypte(?:nt)?|reprend|reprennent"
)

SPANISH_AR = any_of(
    """
    afirm declar asegur señal denunci precis agreg replic confirm revel coment record subray relat manifest apunt aleg
    detall anunci inform comunic indic reiter matiz report aclar puntualiz dictamin revir public sentenci zanj espet
    estim consider opin argument certific constat garantiz alert avis notific testific determin narr lament remarc
    recalc enfatiz destac pronostic acot document atestigu explic razon adelant
    """
)
SPANISH_SAID = (
    rf"(?:{SPANISH_AR}|cont)ado|dicho|añadido|sostenido|reconocido|escrito|advertido|defendido|insistido|admitido"
    "|respondido|concluido|mantenido|expuesto|sugerido|concedido|repetido|establecido"
)
SPANISH_TELLS = (
    r"(?:llegó|llegaron|volvió|volvieron) a (?:decir|afirmar|asegurar|sostener|negar)|"
    rf"(?:{SPANISH_AR})(?:aron|aban|aba|an|ó|a)|dijeron|dijo|dicen?|decían?|añad(?:ió|ieron|en?)|reconoc(?:ió|ieron"
    rf"|en?|ían?)"
    r"|sostuv(?:o|ieron)|sostienen?|sostenían?|mantuv(?:o|ieron)|mantienen?|mantenían?|escrib(?:ió|ieron|en?)"
    r"|advirt(?:ió|ieron)|advierten?|expres(?:ó|aron|an?)|admit(?:ió|ieron|en?|ían?)|cont(?:ó|aron|aban?)|expus(?:o"
    r"|ieron)"
    r"|(?<!en )cuentan?|expon(?:en?)|conclu(?:yó|yeron|yen?)|respond(?:ió|ieron|en?)|insist(?:ió|ieron|en?|ían?)"
    r"|defend(?:ió|ieron)|defiende|defienden|descri(?:be|ben|bió|bieron)|sugi(?:rió|rieron|ere|eren)|repit(?:ió|ieron"
    r"|en?)"
    r"|estableci(?:ó|eron)|remach(?:ó|a)|remat(?:ó|a)|apostill(?:ó|a)|prosigu(?:ió|e|en)|continuó|se (?:quejó|quejan?"
    r"|lamentó|lamentan?)|adu(?:jo|jeron|ce|cen)|rebat(?:ió|ieron|en?)|arguy(?:ó|eron)"
)

ARABIC_TOLD = any_of(
    """
    أعلن أكد أضاف ذكر صرح أفاد أوضح زعم أشار حذر أقر قدر كشف اعتبر تابع لفت شدد بين نقل كتب اعترف رد رجح علل استبعد خلص
    أبلغ أخبر جزم لاحظ توقع استنتج علق أصر أردف استطرد عقب سلم نوه وثق أحصى برر أقسم شكك اعتقد أورد
    """
)
ARABIC_TELL = any_of(
    """
    رجح ؤكد قول عتقد رى زعم عتبر قدر صر شير وضح فيد نقل ضيف ذكر حذر لاحظ توقع نفي دعي كتب شدد رد علن كشف ستبعد جزم قر
    """
)
ARABIC_SAYS = (
    rf"(?:{ARABIC_TOLD})(?:تا|ت|وا|ا)?|قال(?:ت|وا|ا)?|رأ(?:ى|ت|وا)|ادع(?:ى|ت|وا)|رو(?:ى|ت|وا)|أحص(?:ى|ت)|عز(?:ا|ت)"
    rf"|[يت](?:{ARABIC_TELL})(?:ون)?"
)

PERSIAN_SAYS = (
    r"(?:گفته|نوشته|افزوده|مدعی شده|پذیرفته|خبر داده|هشدار داده|(?:اعلام|تأکید|تاکید|تأیید|تایید|ادعا"
    r"|بیان) کرده)(?=\sکه\s)|"
    "گفته است|گفته‌است|گفته بود|گفته‌اند|گفته بودند|گفته‌بود|می‌گفتند|می‌گفت|گفتند|گفت|می‌گویند|می‌گوید|گوید|افزودند"
    "|افزوده است"
    "|افزود|می‌افزاید|می‌افزایند|یادآور شدند|یادآور شد|مدعی شده است|مدعی شده‌اند|مدعی شدند|مدعی شد|مدعی است|مدعی‌اند"
    "|مدعی بود"
    "|معتقد است|معتقدند|معتقد بود|باور دارند|باور دارد|می‌نویسد|می‌نویسند|نوشته است|نوشته بود|نوشتند|نوشت|پذیرفته است"
    "|پذیرفتند"
    "|پذیرفت|می‌پذیرد|اذعان دارد|پاسخ داد|جواب داد|واکنش نشان داد و گفت|تخمین زد|تخمین می‌زند|نتیجه گرفت|نتیجه گرفتند"
    r"|(?:اعلام|اعلان|اظهار|تأکید|تاکید|ادعا|تصریح|بیان|اضافه|تأیید|تایید|خاطرنشان|خاطر نشان|اعتراف|فاش|عنوان|اذعان"
    r"|مطرح|ذکر"
    r"|پیش‌بینی|برآورد|شهادت|استدلال|ابراز|روایت|اقرار|افشا|ثبت)\s(?:کرده است|کرده‌اند|کرده بود|کردند|کرد|نموده است"
    r"|نمودند|نمود"
    r"|می‌کنند|می‌کند|داشتند|داشت|داشته است)"
    r"|(?:هشدار|خبر|گزارش|اطلاع|توضیح|شهادت|پاسخ|احتمال|تذکر)\s(?:داده است|داده‌اند|داده بود|دادند|داد|می‌دهند|می‌دهد)"
)
PASHTO_SAYS = (
    "وویل|ووېل|ویې ویل|وایي|وايي|ویلي(?: دي| وو| و| وي| دى)?|ویل(?: کېږي)?|زیاته کړه|زیاته کړې|زیاتوي|اعلان وکړ"
    "|اعلان کړې"
    "|خبرداری ورکوي|راپور ورکوي|خبر ورکوي|ځواب ورکوي|ټینګار کوي|اعلانوي|لیکي"
    "|اعلان کړ|خبر ورکړی|خبر ورکړ|ادعا وکړه|ادعا کوي|ادعا کړې|ادعا لري|لیکلي(?: دي| وو)?|ولیکل|لیکي|تایید کړې"
    "|تایید کړه|تایید کړل"
    "|تأیید کړه|تاییدوي|ټینګار وکړ|ټینګار کړی|ټينګار کوي|ټینګار کوي|خبرداری ورکړ|راپور ورکړی|راپور ورکړ|څرګنده کړې"
    "|څرګنده کړه"
    "|څرګندوي|منلې|منلي|ومنله|ومنل|مني|په ډاګه کړه|روښانه کړه|باور لري|اټکل کوي|اټکل کړی|ځواب ورکړ|یادونه وکړه"
    "|څرګندونه وکړه"
)
