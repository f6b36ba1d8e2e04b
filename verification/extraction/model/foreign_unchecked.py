"""What there is nothing to check in, in languages other than English: calls, condemnations, and what nobody knows."""

from __future__ import annotations

import re

from verification.extraction.model.foreign_parts import one

# Somebody asks, promises, condemns, thanks or mourns.
DEEDS = {
    "fa": one(
        r"خواستار|قول داد|پرسید|خواست که|خواستند که|درخواست کرد|دعوت کرد|وعده (?:داد|سپرد)|(?:نکوهش|تقبیح|تحسین"
        r"|استقبال|عذرخواهی"
        r"|پوزش‌خواهی"
        r"|قدردانی|ستایش) کرد|ابراز (?:امیدواری|نگرانی|تأسف|تاسف|همدردی|انزجار)|تسلیت|(?:از سوی|را به شدت) محکوم کرد"
        r"|هشدار داده? نسبت"
    ),
    "ps": one(
        r"غوښتنه وکړه|پوښتنه وکړه|غوښتنه کړې|وغوښتل|غواړي چې|هیله وکړه|ژمنه وکړه|ژمنه کړې|وغندله|وغندل|غندلي|غندلې"
        r"|وغانده"
        r"|خواشیني (?:ښکاره|څرګنده)"
        r"|اندېښنه (?:ښکاره|څرګنده)|هرکلی (?:وکړ|کړی)|تسلیت|مننه وکړه"
    ),
    "ar": one(
        r"^(?:و|ف|كما\s)?(?:دعا|دعت|دعوا|طالب|طالبت|هدد|هددت|تساءل|تساءلت|ناشد|ناشدت|حث|حثت|تعهد|تعهدت|وعد|وعدت|أدان"
        r"|أدانت|استنكر|استنكرت"
        r"|ندد|نددت|شجب"
        r"|شجبت|رحب|رحبت|أعرب|أعربت|عبر|عبرت|هنأ|شكر|شكرت|قدم تعازي\w*|شدد\w* [^.]{2,40}على (?:ضرورة|أهمية))\s"
        r"|على (?:ضرورة|أهمية)\s|عزمه\w? |عزمها "
    ),
    "ru": one(
        r"\b(?:пригрози\w+|погрожу\w+|спросил\w*|спитав|запитав|запитала|призва\w+|призыва\w+|потребова\w+|требу\w+"
        r"|просит|просят|попроси\w+|пообеща\w+|осуди\w+|посоветова\w+"
        r"|поблагодари\w+"
        r"|упрекну\w+|извини(?:л\w*|лся)|приветству\w+|поприветствова\w+|выразил\w*\s(?:соболезн|надежд|сожал"
        r"|обеспокоен|уверенн)\w*"
        r"|заклика\w+|вимага\w+|пообіця\w+|обіця\w+|засуди\w+|засуджу\w+|попроси\w+|подякува\w+|дорікну\w+|порадив"
        r"|порадила|вибачи\w+"
        r"|привіта\w+|висловив\s\w+|висловила\s\w+)\b"
    ),
    "fr": one(
        r"\b(?:(?:a|ont|avait|avaient)\s(?:\w+\s)?(?:appelé|exigé|demandé|promis|exhorté|salué|menacé|remercié|plaidé"
        r"|réclamé|invité"
        r"|présenté (?:ses|leurs)|rendu hommage|condamné (?!à|pour))|appell?(?:e|ent|ait|aient) (?:à|au|les?|la"
        r"|[A-Z])|réclam\w+|exige\w*"
        r"|s['’](?:est|était|étaient) demandée?s? |se demand(?:e|ent|ait|er) |saluent|salue|condamne(?:nt)? "
        r"|demandai(?:en)?t |demande(?:nt)? (?:à|que|un|une|des|l))"
    ),
    "es": one(
        r"\b(?:amenaz(?:ó|aron|an?) con|preguntó|pidió|pidieron|pid(?:e|en)|exigió|exigieron|exigen?|llamó a"
        r"|llamaron a|instó|instaron|prometió"
        r"|prometieron|reclam(?:ó|aron|an?)"
        r"|exhortó|solicit(?:ó|aron|an?)|conden(?:ó|aron|an?) (?!a )|celebr(?:ó|aron) (?:la|el|que)|agradec(?:ió"
        r"|ieron)|felicit(?:ó|aron)"
        r"|(?:ha|han|había|habían) (?:pedido|exigido|reclamado|solicitado|instado|prometido|llamado a))\b"
    ),
}
# … or nobody knows, and nobody could confirm it.
UNKNOWN = {
    "fa": one(
        r"(?:روشن|معلوم|مشخص|واضح) (?:نیست|نشده)|ابهام|نامعلوم|(?:نهاد|منبع)\w* مستقل\w* [^.]{0,30}(?:تأیید|تایید) نکرد"
        r"|به ?طور مستقل [^.]{0,40}(?:تأیید|تایید)|نتوانست\w+ [^.]{0,60}(?:تأیید|تایید)|چیزی نگفت|اظهار ?نظر نکرد"
        r"|پاسخ(?:ی)? نداد"
    ),
    "ps": one(
        r"(?:څرګنده|معلومه|روښانه|معلوم|څرګند) (?:نه ده|نه دي|نه دی)|په خپلواکه (?:توګه|ډول) [^.]{0,40}نه|(?:نه ده"
        r"|نه دي|نه دی) تایید شو"
        r"|تایید شو\w+ نه (?:ده|دي|دی)|څه نه دي ویلي"
    ),
    "ar": one(
        r"(?:لم|لا) (?:ي|ت)تضح|(?:لم|لا) (?:ي|ت)عرف|غير (?:واضح|معروف|معلوم|مؤكد)|مجهول|لم يتسن|لم (?:ي"
        r"|ت)تمكن \w+ من التحقق|تعذر التحقق"
        r"|لم (?:ي|ت)علق"
    ),
    "ru": one(
        r"неизвестн|не\s?ясн|не установлен|непонятн|не удалось (?:\w+\s){0,2}(?:подтвердить|проверить)"
        r"|отказал\w+ от комментари"
        r"|не прокомментировал|вопросов [^.]{0,40}много|невідом|незрозуміл|не встановлен|не з.ясован"
        r"|не вдалося (?:\w+\s){0,2}(?:підтвердити|перевірити)|^(?:перевірити|підтвердити) [^.]{0,40}неможлив"
        r"|відмовил\w+ від коментар"
    ),
    "fr": one(
        r"reste(?:nt)? (?:inconnu|flou|à (?:éclaircir|déterminer|établir)|sans réponse|un mystère|incertain)"
        r"|on ignore|nul ne sait"
        r"|n['’](?:a|ont) (?:pas |pu )(?:pu )?(?:être|été)?\s?(?:vérifié|confirmé|établi)|aucune source indépendante"
        r"|personne ne sait"
        r"|n['’](?:est|était) pas (?:connu|établi|clair)|n['’](?:a|ont) pas (?:souhaité|donné suite|répondu|réagi)"
    ),
    "es": one(
        r"(?:sigue|siguen|permanece|permanecen) sin (?:aclar|conoc|resolv|esclarec|saber)|se desconoce|no está claro"
        r"|se ignora|nadie sabe"
        r"|no (?:ha|han) (?:sido|podido) (?:\w+\s){0,2}(?:verific|confirm)|no se (?:ha|han) podido|no (?:quiso"
        r"|quisieron) (?:comentar|hacer)"
    ),
}
# What a page says to its reader, within a paragraph.
ASIDES = re.compile(
    r"[\W_]*(?:بیشتر بخوانید|همچنین بخوانید|این را هم بخوانید|ارسال به دوستان|ما را در\s.{2,30}دنبال کنید|به کانال\s"
    r"|نور ولولئ|دا هم ولولئ"
    r"|(?:موږ|مو)?\s?په\s\S+\s(?:کې|کی)\s(?:مو\s)?تعقیب کړئ|دا (?:خبر|مطلب) شریک|اقرأ\w*\s(?:أيض|المزيد)|تابعونا"
    r"|شارك(?:وا)? المقال"
    r"|читайте (?:также|ещё|еще|нас)|подписывайтесь|подпишитесь|читайте також|читати (?:також|ще)|підписуйтесь"
    r"|підпишіться|стежте за нами"
    r"|следите за|(?:à )?lire aussi|à voir aussi|lire (?:également|plus)|abonnez-vous|inscrivez-vous|suivez-nous"
    r"|(?:время публикации|опубликовано|обновлено|опубліковано|оновлено|publié le|mis à jour le|publicado el"
    r"|actualizado el)\s?:?\s?\d"
    r"|[^.,]{3,60} \(@\w+\)(?:, \d{1,2} |$)|\d{1,2} [а-яіїє]{3,9} \d{4}(?: г\.| року)?,[^.]{0,50}$"
    r"|te puede interesar"
    r"|lea? (?:también|más)|síguenos|sígan?os|suscríb|mira también|únete|comparte en|partager sur|compartir en)",
    re.IGNORECASE,
)
for tables in (DEEDS, UNKNOWN):
    tables["prs"], tables["uk"] = tables["fa"], tables["ru"]
