"""What web pages put around an article, by kind: patterns for whole lines, over text in lower case.

English first, then Persian and Dari, Arabic, Russian, Ukrainian, French and Spanish. A line is furniture when a
pattern of `WHOLE` is all of it, when one of `BEGINS` opens it and it is short, or when one of `HOLDS` is in it.
"""

from __future__ import annotations

import re

COUNTED = r"(?:views?|shares?|likes?|comments?|reads?|downloads?|tweets?|retweets?|reactions?|followers?|replies)"

WHOLE = {
    "comments": r"""
        (?:leave|post|write|add|submit)\s(?:a|your|an)\s(?:reply|comment|response)s?(?:\sbelow)?
        \(?\d*\)?\s*comments?(?:\s\(?\d+\)?)?(?:\sare\sclosed)?
        (?:no|view(?:\sall)?|show|load(?:\smore)?|read(?:\sall)?|join\sthe)\s(?:comments?|conversation|discussion)
        be\sthe\sfirst\sto\scomment
        (?:your\s)?(?:name|e-?mail(?:\saddress)?|website|comment|message)\s?\*?
        (?:log|sign)\sin\sto\s(?:comment|reply|leave\sa\scomment)
        cancel\sreply
        reply
        (?:دیدگاه|نظر|نظرات|دیدگاه‌ها|پاسخ)(?:\s?(?:ها|شما|خود|دهید|بدهید|کاربران))*
        ارسال\s(?:نظر|دیدگاه)
        (?:اترك|أضف|أكتب)\s(?:تعليقا|تعليقاً|تعليقك|ردا|رداً)
        (?:ال)?تعليقات(?:\s\(?\d+\)?)?
        (?:оставить|добавить|написать)\s(?:комментарий|отзыв)
        комментари(?:и|ев|й|я)(?:\s\(?\d+\)?)?
        (?:залишити|додати)\sкоментар
        коментар(?:і|ів|ь)(?:\s\(?\d+\)?)?
        (?:laisser|ajouter|écrire)\s(?:un|votre)\s(?:commentaire|réponse)
        (?:\d+\s)?(?:commentaires?|réactions?)(?:\s\(?\d+\)?)?
        (?:deja|dejar|añadir|escribe|escribir)\s(?:un|tu|una)\s(?:comentario|respuesta)
        (?:\d+\s)?comentarios?(?:\s\(?\d+\)?)?
        (?:\d[\d.,]*\s)?комментари(?:й|я|ев)|(?:\d[\d.,]*\s)?коментар(?:ів|і)
        (?:نظر\sخود\sرا|دیدگاه\sخود\sرا)\s(?:بنویسید|ثبت\sکنید)|(?:\d+\s)?(?:نظر|دیدگاه)
        (?:خپل\sنظر|ستاسو\sنظر|تبصره|تبصرې|نظرونه)(?:\s(?:ولیکئ|ولیکی|پرېږدئ))?
        (?:\d+\s)?تعليق(?:ا|ات)?
                """,
    "sharing": rf"""
        share(?:\s(?:this|the|on|via|with|article|story|post|page|facebook|twitter|x|linkedin|whatsapp|telegram|email))*
        (?:facebook|twitter|linkedin|whatsapp|telegram|instagram|youtube|pinterest|reddit|copy\slink|print|e-?mail|tweet|x)
        (?:(?:facebook|twitter|linkedin|whatsapp|telegram|email|print|pinterest|reddit)[\s|•·,]*){{2,}}
        (?:\d[\d.,]*\s?[km]?\s?{COUNTED}[\s|•·]*)+
        shares?\s\d[\d.,]*\s?[km]?\s?[|•·].{{0,60}}
        follow\s(?:us|me)(?:\son.{{0,60}})?
        like\sthis:?.{{0,20}}
        (?:اشتراک[\s‌]?گذاری|به\sاشتراک\sبگذارید|همرسانی)(?:\sدر.{{0,30}})?
        (?:شارك|شارِك|مشاركة)(?:\s(?:المقال|الخبر|هذا|على|عبر|فيسبوك|تويتر|واتساب))*
        (?:поделиться|поширити|поділитися)(?:\s.{{0,30}})?
        (?:partager|partagez)(?:\s(?:sur|l['’]article|cet\sarticle|par|facebook|twitter|e-?mail))*
        (?:compartir|comparte)(?:\s(?:en|este|esta|artículo|noticia|por|facebook|twitter|whatsapp))*
        (?:با\sدوستان\sخود\s)?(?:به\s)?اشتراک\sبگذارید|هم[‌\s]?رسانی\sکنید|شریک\s(?:کړئ|سازید|کنید)(?:.{{0,30}})?
        (?:دا\s(?:خبر|مطلب|مقاله)\s)?(?:شریکه\sکړئ|شریک\sکړئ)
        شارك(?:وا)?\s(?:هذا\s)?(?:المقال|الخبر|الصفحة|القصة)(?:\s.{{0,30}})?
        (?:\d[\d.,]*\s?(?:тыс\.?\s|тис\.?\s|mil\s)?(?:просмотр\w*|перегляд\w*|репост\w*|лайк\w*|vues|partages|visitas|compartidos|مشاهده|بازدید|مشاهدة|مشاركة)[\s|•·,]*)+
                """,
    "navigation": r"""
        (?:(?:back\sto\s)?top|bottom|back\sto\sthe\stop)(?:\sof\s(?:the\s)?page)?
        skip\sto\s(?:main\s)?(?:content|navigation)
        (?:main\s)?menu|home(?:page)?|search|close|open|more|show\smore|load\smore|see\sall|view\sall
        (?:previous|next|older|newer)(?:\s(?:article|post|story|page|posts|stories))?
        (?:read|continue)\s(?:on|more|reading)[\s:.…→»]*
        (?:advertisement|advertising|sponsored(?:\scontent)?|promoted|loading)[\s.…]*
        (?:log|sign)\s(?:in|up|out)|register|subscribe(?:\snow)?|donate(?:\snow)?
        (?:©|\(c\)|copyright).{0,120}
        .{0,60}all\srights\sreserved\.?
        (?:privacy|cookie)\s(?:policy|notice|settings)|terms\s(?:of|and)\s(?:use|service|conditions)
        (?:related|recommended|similar|latest|popular|trending|top)\s(?:articles?|stories|posts?|news|topics|content|reads)?:?
        most\s(?:read|popular|viewed)|trending(?:\snow)?|editors?['’]s?\spicks?
        you\smay\s(?:also\s)?(?:like|be\sinterested).{0,20}
        (?:home\s?)?(?:[»›>/]\s?[\w\s]{2,30}){1,5}
        home\s[»›>/|].{0,80}
        page\s\d+(?:\sof\s\d+)?
        \d+\s?min(?:ute)?s?\s(?:to\s)?read
        live\supdate[sd]?\s.{0,30}
        abstract|full\stext|\((?:ap|afp|upi|cnn|reuters|bloomberg|xinhua|tass|dpa|irin)\)|[-–—]\s?30\s?[-–—]|[-–—\[/]{0,2}ends?[-–—\]]{0,2}
        (?:skip|scroll\s(?:down\s)?(?:for|past|to\scontinue)).{0,40}|(?:story|article)\scontinue[sd]?\s(?:below|after)?.{0,40}
        continue\sreading\sthe\s(?:main\s)?story.{0,20}|view\s(?:gallery|slideshow|comments|all)|(?:photos?|videos?|slideshow|gallery)
        (?:please\s)?(?:enable|turn\son)\sjavascript.{0,80}|your\sbrowser\s(?:does\snot|doesn['’]t)\ssupport\b.{0,80}
        (?:we\sare|we['’]re)\s?sorry,?\s?this\s(?:video|page|content|file|item)\b.{0,100}
        (?:this\s)?(?:video|content|media|image)\s(?:is|has\sbeen)\s(?:not\savailable|unavailable|no\slonger\savailable|restricted|removed)\b.{0,60}
        [\W_\d]*
        (?:صفحه\s(?:اصلی|نخست)|منو|جستجو|بازگشت\sبه\sبالا|ورود|عضویت|تبلیغات|آگهی|کپی\sلینک|چاپ)
        (?:الرئيسية|الصفحة\sالرئيسية|القائمة|بحث|إعلان|تسجيل\sالدخول)
        (?:главная|меню|поиск|реклама|наверх|войти)
        (?:головна|меню|пошук|реклама|нагору|увійти)
        (?:accueil|menu|recherche|publicité|haut\sde\spage|se\sconnecter|imprimer)
        (?:inicio|menú|buscar|publicidad|subir|iniciar\ssesión|imprimir)
        \(?(?:[$€£¥]\s?1(?:\.0+)?|1\s(?:us\s)?[a-z]{3,12}(?:\s[a-z]{3,8})?)\s?=\s?[$€£¥]?\s?\d[\d.,]*(?:\s[a-z]{3,12}){0,3}\)?
        (?:all\s)?times\s(?:are\s|in\s){1,2}(?:all\s)?(?:local|gmt|utc|[a-z]{2,4}t).{0,20}
        accept(?:\sall)?(?:\scookies)?|reject(?:\sall)?|manage\s(?:preferences|cookies|settings)|i\sagree|got\sit|dismiss
        (?:article|story)\scontinues(?:\sbelow)?.{0,40}|(?:this\s)?(?:video|content)\s(?:can\s?not|cannot)\sbe\splayed
        (?:more\s(?:on\sthis\sstory|from\s.{2,40}|stories|news)|in\sthis\s(?:story|article)|on\sthis\spage|contents)
        (?:e-?mail|print|send|recommend|save)\s(?:this|it)(?:\s(?:story|article|page|report))?(?:\sto\sa\sfriend)?|click\sto\s(?:share|print|email)|link\scopied.{0,20}
        (?:printable|printer[\s-]friendly|mobile|text)\s(?:version|page|format)|(?:adjust\s)?font\ssize.{0,12}|(?:larger|smaller)\s(?:text|font).{0,20}|text\ssize
        you\sare\shere.{0,60}|(?:view|open)\s.{2,20}\s(?:in|app)|.{2,14}\snews\sapp\s?open|please\sselect\s.{3,20}|also\sin\sthe\snews|page\slast\supdated.{0,30}
        our\sstandards:\s?the\sthomson\sreuters\strust\sprinciples|advertisement\s[-–—]\s.{3,30}|new!\syou\scan\snow\s.{3,30}
        (?:story\shighlights|key\spoints|related\slinks|file\sphoto|press\srelease|breaking(?:\snews)?|in\spictures|timeline|(?:from\sthe\s)?archives?)
        this\sarticle\s(?:is|was\spublished)\smore\sthan\s.{3,20}\s(?:old|ago).{0,70}|some\sinformation\s(?:in\sit\s)?may\sno\slonger\sbe\s(?:current|accurate)
        (?:about|more\sby|more\sfrom)\s(?:the|this)\sauthors?|contact\s(?:us|the\s(?:author|newsroom))|report\sa\stypo
        (?:get|download)\s(?:the|our)\sapp|turn\son\snotifications|save(?:\sfor\slater|\sarticle)?|print(?:\sthis\spage)?
        (?:\d{1,2}\s?(?:h|hrs?|hours?|mins?|minutes?|days?|d|m)\sago|just\snow|live|updated)
        \d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|gmt|bst|utc|e[sd]?t|cet))?(?:\s[-–—]\s\w+)?
        (?:listen|play|watch|pause|mute|unmute|full\s?screen)(?:\s(?:to\s(?:this\s)?(?:article|story)|video|audio|now))?.{0,14}
        (?:اخبار\sمرتبط|مطالب\s(?:مرتبط|پیشنهادی|دیگر)|پربازدید(?:ترین)?‌?\s?(?:ها|اخبار)?|تازه‌ترین\sخبرها|بیشتر|ادامه\sمطلب)
        (?:کور\sپاڼه|کورپاڼه|لټون|اعلان|پورته|نور\sولولئ|اړوند\s(?:خبرونه|مطالب))
        (?:مواضيع|مقالات|أخبار)\s(?:ذات\sصلة|مشابهة|متعلقة)|الأكثر\s(?:قراءة|مشاهدة)|العودة\sإلى\sالأعلى|المزيد
        (?:материалы|новости)\sпо\sтеме|(?:похожие|другие)\s(?:статьи|новости|материалы)|самое\sчитаемое|популярное|далее|на\sглавную
        (?:матеріали|новини)\sза\sтемою|(?:схожі|інші)\s(?:статті|новини)|найпопулярніше|популярне|далі|на\sголовну
        (?:sur\sle\smême\s(?:sujet|thème)|articles?\s(?:liés?|similaires?)|les\splus\slus|retour\sen\shaut|accepter(?:\stout)?|suite)
        (?:artículos?|noticias?)\srelacionad[oa]s|lo\smás\s(?:leído|visto)|volver\sarriba|aceptar(?:\stodo)?|más
        (?:temps\sde\slecture|lecture|tiempo\sde\slectura|lectura(?:\sde)?|время\sчтения|час\sчитання|زمان\sمطالعه|وقت\sالقراءة)\s?:?\s\d{1,2}\s[^\W\d_]+
        (?:главная|головна|inicio|accueil)(?:\s?[/>»]\s?[\w\s]{2,30}){1,5}
        (?:temas|sujets|خبرهای|новости\sпо)\s(?:relacionados|associés|مرتبط|теме)|envoyer\spar\s(?:e-?)?mail|écouter\sl['’]article
        (?:réservé\saux\sabonnés|contenido\sexclusivo|tous\sdroits\sréservés.{0,40}|todos\slos\sderechos\sreservados.{0,40})
        (?:все\sправа\sзащищены|усі\sправа\sзахищено|جميع\sالحقوق\sمحفوظة|همه\sحقوق\sمحفوظ\sاست|تمامی\sحقوق.{0,60}).{0,60}
                """,
    "byline": r"""
        (?:the\s)?(?:associated\spress|agence\sfrance[\s-]presse|(?:thomson\s)?reuters|xinhua|interfax|itar-tass|press\sassociation)(?:\s(?:staff|writers?|news\sagency))?
        (?:from\s|by\s)?(?:our\s|staff\sand\s|the\s)?(?:wire|news|agency)\s(?:reports?|services?|agencies|staff)
        (?:staff\s|web\s|news\s|our\s|special\s)?(?:staff|correspondents?|reporters?|writers?|bureau|desk)|staff\sand\sagencies|upi|irin|allafrica\.com
        from\s(?:our\s)?(?:own\s|special\s)?(?:correspondents?|reporters?)(?:\sin\s[\w\s]{2,30})?|special\sto\sthe\s[\w\s]{3,30}
        (?:agencias?(?:\sefe)?|efe|europa\spress|redacción(?:\s[a-z]+){0,2}|(?:la\s)?rédaction|(?:avec\s)?agences?)
        (?:тасс|риа\sновости|рбк|интерфакс(?:-украина)?|інтерфакс-україна|укрінформ|укринформ|уніан|унн|українська\sправда)
        (?:(?:русская\sслужба\s)?би-би-си|bbc\sукраїна|(?:радио|радіо)\sсвобода|немецкая\sволна|deutsche\swelle)
        (?:(?:خبرگزاری\s)?(?:ایسنا|ایرنا|فارس|تسنیم|مهر|پژواک|رویترز)|بی‌?بی‌?سی\sفارسی|رادیو\s(?:فردا|آزادی)|دویچه\sوله)
        (?:رويترز|وكالات|أ\sف\sب|فرانس\sبرس|الأناضول|بي\sبي\sسي(?:\sعربي)?|الجزيرة(?:\sنت)?|دويتشه\sفيله)
        [^\W\d_]+\s?[-–—(]\s?(?:رويترز|أ\sف\sب|وكالات|الأناضول)\)?\s?[-–—]?
        [-–—\s]*[^\W\d_][\w’'-]*(?:[\s,]+[\w’'-]+){0,3}\s\((?:ap|afp|reuters|upi|xinhua|dpa|irin|tass|efe|ians|ani|pti)\)\s?[-–—]*
        """,
    "credit": r"""
        sources?\s?:\s?(?:the\s)?[\w'-]+(?:\s[\w'-]+){0,2}(?:\s(?:and|&)\s(?:news\s)?agencies)?
        (?:источник|джерело|منبع|المصدر|سرچینه|fuente)\s?:\s?[\w«»"“”‌-]+(?:\s[\w«»"“”‌-]+)?
        (?:مصدر|صدر)\sالصورة.{0,40}|د\sانځور\sسرچینه.{0,40}
        """,
    "download": r"""
        download(?:\s(?:the\s)?(?:pdf|report|file|document|article|now|here))?[\s•·|:-]*(?:\d[\d.,]*\s?[kmg]b)?
        (?:\d[\d.,]*\s?[kmg]b|pdf)
        (?:دانلود|تنزيل|تحميل|скачать|завантажити|télécharger|descargar)(?:\s.{0,40})?
        """,
}

# Shorter than so many words, a line that begins like this is furniture.
SHORT = 26
BEGINS = {
    "sharing": r"""
        follow\s(?:@\w|(?:us|him|her|them|me|[^.]{2,90})\s(?:on|at)\s(?:@|x\b|twitter|facebook|instagram|tumblr|snapchat|threads|bluesky|youtube))
        on\s(?:twitter|facebook|instagram)[,:]?\s(?:follow\b|@)|[^:;!?]{2,40}\son\stwitter:?\s?@\w+\.?$
        (?:twitter|facebook|instagram|tumblr|snapchat|threads|e-?mail)\s?:\s?@?\S+$|@\w+\.?$
        (?:share|tweet)\s\|\s
        (?:like|join|find|connect\swith)\s(?:us|him|her|me)\son\s(?:twitter|facebook|instagram|linkedin)\b
        ارسال\sبه\sدوستان|اشتراک[\s‌]?گذاری\sدر\s|(?:ما\sرا\s)?در\s(?:فیسبوک|تلگرام|توییتر|انستاگرام|یوتیوب)\s(?:دنبال|ببینید)
        ما\sرا\sدر\s.{2,20}\sدنبال
        (?:په\s)?(?:ټویټر|فېسبوک|فیسبوک|یوتیوب|تلګرام|ټلګرام)\sکې\s(?:مو|مونږ|موږ)\s
        شارك(?:وا)?\s(?:المقال|الخبر|هذا|الصفحة)
        (?:partage[rz]|compartir|comparte)\s(?:sur|en|por|cet|este|esta)\s
        (?:поделиться|поділитися)\s(?:в|у|на|новост|новин|ссылк|посилан)
        """,
    "comments": r"""
        your\se-?mail\s(?:address\s)?will\snot\sbe\spublished
        required\sfields\sare
        save\smy\sname
        notify\sme\sof
        (?:نشانی|آدرس)\s(?:ایمیل|رایانامه).{0,10}(?:شما)?.{0,10}منتشر
        بخش‌های\sموردنیاز
        لن\sيتم\sنشر
        الحقول\sالإلزامية
        ваш\s(?:адрес\s)?e-?mail
        обязательные\sполя
        ваша\se-?mail
        votre\sadresse\s(?:e-?mail|de\smessagerie)
        les\schamps\sobligatoires
        tu\sdirección\sde\scorreo
        los\scampos\s(?:obligatorios|necesarios)
        """,
    "newsletter": r"""
        newsletter\b
        (?:sign\sup|subscribe|join)\s(?:to|for|our|here|now|today)\b
        get\s(?:our|the\slatest|more|breaking).{0,60}(?:inbox|newsletter|alerts?|app)
        this\s(?:week|month|day|morning)['’]s\sedition
        په\sټویټر\sکې\sمو|په\s(?:ټویټر|انسټاګرام)\s
        (?:عضو|مشترک)\s.{0,20}(?:خبرنامه|کانال)
        (?:در\s)?(?:خبرنامه|کانال\sتلگرام)
        (?:اشترك|انضم)\s
        (?:подпишитесь|подписывайтесь|підписуйтесь|підпишіться)
        (?:abonnez|inscrivez)-vous
        (?:suscríb|únete)
        (?:support|help\sus)\s(?:our|independent|quality|fund|keep)\b.{0,30}(?:journalism|newsroom|reporting)?
        (?:become|join\sus\sas|try|start)\s(?:a|your|our)\s(?:member|supporter|subscriber|subscription|free\strial|trial)\b
        (?:download|install|get)\s(?:the|our)\s.{0,20}\bapp\b
        (?:already\s)?(?:a\s)?subscriber\?|you\shave\s.{0,12}(?:free\s)?articles?\s(?:left|remaining)
        enter\syour\se-?mail|for\sthe\slatest\s(?:news|updates|headlines)
        \((?:subscribe|sign\sup|download|listen|click)\b
        want\s(?:more|to\s(?:read|hear|know|get))\b.{0,80}\b(?:sign\sup|subscribe|click|newsletter|follow)\b
        (?:برای\sدریافت|برای\sعضویت|ما\sرا\sدر|به\sکانال|کانال\s.{0,20}\sرا\sدنبال|په\s(?:فېسبوک|فیسبوک|تلګرام|یوتیوب)\s)
        (?:زموږ\s(?:خبرپاڼ|کانال|چینل)|برېښنالیک)
        (?:تابعونا|تابعنا|اشتركوا|للاشتراك|سجل\s(?:الآن|بريدك)|النشرة\sالبريدية|حمّلوا|حمل\sتطبيق)
        (?:подпис(?:ка|аться|ывайся)|читайте\sнас\s(?:в|на)|следите\sза|наш\sтелеграм|присоединяйтесь)
        (?:підпис(?:ка|атися|уйся)|читайте\sнас\s(?:у|в|на)|стежте\sза|наш\sтелеграм|приєднуйтесь|приєднуйтеся)
        (?:recevez|s['’]abonner|abonnement|suivez-nous|suivez\s(?:toute\s)?l['’]actualité|rejoignez|soutenez|téléchargez)\b
        (?:reciba|recibe|regístr[ae]te|apúnt[ae]te|boletín|síguenos|siga(?:nos)?\s(?:en|a)|descarga\s(?:la|nuestra)\sapp|apoya\s)
                """,
    "credit": r"""
        (?:(?:file|stock|archive)\s)?(?:photo|image|picture|video|graphic|map|illustration|credit|caption)s?\s?[:/©]
        (?:photo|image|picture|video|graphic)s?\s(?:by|credits?|source|courtesy(?:\sof)?|via)\s?[:/©]
        \(?(?:photo(?:graph|graphy)?|image|picture|illustration|courtesy|credit)s?\s(?:by|of|courtesy|credit)\b(?!.*\b(?:shows?|is|was|are|were|has|had)\b)
        \(?(?:ap|afp|epa|reuters|upi)\s(?:file\s)?(?:photo|images?|video)s?\s?[/:,]
        [^!?:;“”"]{2,60}(?:\svia\s|\s?/\s?)(?:getty|ap|afp|epa|reuters|upi|zuma|shutterstock|i?stock|alamy|corbis|anadolu|xinhua|tass|bloomberg|associated\spress|usa\stoday\ssports)(?:[\s/-](?:images?|photos?|pictures?|press|agency|efe|news|file|pool))*\)?\.?$
        getty(?:\simages)?\.?$
        (?:reuters|afp|ap|epa|getty(?:\simages)?|anadolu|tass|xinhua)\s?(?:photo\b|/(?!ipsos\b)|via\b|images?$|$)
        (?:عکس|تصویر|صورة|تصوير|الصورة|фото|світлина|foto|imagen|crédit(?:\sphoto)?|crédito)\s?(?:از|أ|автор)?\s?[:：/]
        (?:image|media|video|getty)\s(?:caption|source|copyright)\b
        (?:عکس|تصویر)\s?(?:[:：/]|از\s|آرشیف|آرشیوی|تزئینی)|(?:انځور|عکس)\s?[:：/]
        (?:фото|видео|изображение|иллюстрация|відео|зображення|ілюстрація)\s?(?:[:/©]|из\sархива|з\sархіву|ілюстративне|иллюстративное)
        (?:photo|image|illustration|vidéo|légende|photographie)\s?(?:[:/©]|d['’]archives?|d['’]illustration)
        (?:foto|fotografía|imagen|vídeo|ilustración)\s?(?:[:/©]|de\sarchivo)
                """,
    "byline": r"""
        by\s[^\W\d_]+(?:[\s.-][^\W\d_]+){0,4}$
        (?:published|updated|posted|last\s(?:updated|modified)|first\spublished)\s?(?:on|at|:)?\s.{0,12}\d
        \(?(?:reporting|writing|editing|additional\sreporting|translated|edited|compiled|written|reported)\sby\b.{0,200}(?:[;)]$|\))
        \(?(?:reporting|writing|editing|additional\sreporting|translated|edited|compiled)\s(?:by|from)\b
        published\s(?:in|under)\s?:|to\scontact\sthe\s(?:editors?|reporters?|authors?|newsroom|journalists?)\b
        (?:تاریخ\sانتشار|نویسنده|کد\sخبر|تاريخ\sالنشر|كتب|автор|опубликовано|опубліковано)\s?:?\s
        (?:with|from)\s(?:(?:additional\s)?(?:reporting|inputs?)\s(?:by|from)\b|agenc(?:y|ies)$)
        (?:(?!\w{3}\.\s).){2,160}\scontributed\s(?:(?:reporting|research|writing)\s)?(?:to\sthis\s(?:report|story|article|post|piece|dispatch)|reporting)\b
        \(?contributing(?:\sto\sthis\s(?:report|story|article))?\s?:|[-–—]{1,2}\s?additional\sreporting\b
        (?:به\sقلم|گزارشگر|خبرنگار|نویسنده|ویرایش|لیکوال|د\sخبر\sنېټه)\s?[:：]
        (?:بقلم|تحرير|إعداد|آخر\sتحديث|نشر\sفي|تاريخ\sالنشر)\s?[:：]?\s
        (?:автор|текст|редактор|дата\sпубликации|обновлено|последнее\sобновление|оновлено|дата\sпублікації|редакторка?)\s?[:：]
        (?:(?:rédaction|mis\sà\sjour|modifié|publié|actualisé)\s?(?::|le\s\d)|(?:par|avec)\s(?:la\srédaction|(?:l['’])?afp|agences?)\b)
        (?:(?:redacción|actualizado|publicado|última\sactualización)\s?(?::|el\s\d)|(?:por|con)\s(?:la\sredacción|redacción|agencias|información\sde)\b)
                """,
    "teaser": r"""
        (?:read|see|watch|listen|also)\s(?:also|more|this|next|now|read|full|here)\b.{0,3}[:|»→-]?
        (?:related|read|watch|listen|explainer|opinion|analysis|in\s(?:pictures|quotes|numbers|pics|video)|live|podcast)\s?[:|»]
        (?:for\s(?:the|more)\s|to\s(?:read|see|download)\s).{0,60}(?:click|here|download|visit)
        click\s(?:here|on|the)\b
        (?:watch|listen\sto|see|view|read|hear|check\sout)\s[^.:;]{3,90}\s(?:above|below|here)[.:]?$
        watch\sthe\s(?:video|clip|segment|interview|full)\b.{0,100}\b(?:above|below|here)\b
        (?:بیشتر|همچنین)\s(?:بخوانید|ببینید)
        (?:بخوانید|مطالب\sمرتبط|در\sهمین\sزمینه)\s?:?
        (?:اقرأ|إقرأ|شاهد|طالع)\s(?:أيضا|أيضاً|المزيد|كذلك)
        (?:читайте|смотрите)\s(?:также|ещё|еще|подробнее|также:)|подробнее\s?[:»]|по\sтеме\s?:
        (?:читайте|дивіться)\s(?:також|більше)
        (?:lire|à\slire|voir|écouter)\s(?:aussi|également|plus|la\ssuite)
        (?:lea|leer|ver|vea)\s(?:también|más)|le\spuede\sinteresar
        (?:see|read|watch|listen)\s(?:the\s)?(?:full|rest|related|our|all)\b
        (?:نور\sولولئ|دا\sهم\sولولئ|وګورئ)\s?:?
        (?:این\sرا\sهم\sبخوانید|بیشتر\sبخوانید|در\sاین\sباره|مرتبط)\s?:?
        (?:اقرأ|اقرؤوا|إقرأ|شاهد|شاهدوا|طالع|قد\sيهمك|للمزيد)\s?(?:أيض[اًا]+|المزيد|كذلك|:)
        (?:читать|смотреть|подробнее|см\.)\s?(?:также|далее|полностью|:)|по\sтеме\s?[:—-]
        (?:читати|дивитися|детальніше|див\.)\s?(?:також|далі|повністю|:)|за\sтемою\s?[:—-]
        (?:lire|relire|à\slire|à\svoir|écoutez|regardez|voir|notre\s(?:dossier|décryptage))\s?(?:aussi|également|:|»|\|)
        (?:lea|leer|te\spuede\sinteresar|también\sen|vea|escuche|más\ssobre)\s?(?:también|además|:|»|\|)
                """,
    "labels": r"""
        (?:related\s|more\s|key\s)?(?:tags?|categor(?:y|ies)|filed\sunder|topics?|keywords?|posted\sin|section|subjects?)\s?:
        (?:topics|tags|people|places)\sin\sthis\s(?:article|story|piece|report)\b
        more\son\s(?:this(?:\s(?:story|topic|subject))?|the\s.{2,30})\s?:
        (?:برچسب|دسته|کلیدواژه)[‌\s]?(?:ها|بندی)?\s?:
        (?:الوسوم|الكلمات\sالدلالية|теги|метки|mots-clés|étiquettes|etiquetas)\s?:
        (?:برچسب‌?ها|موضوعات|کلیدواژه‌?ها|ټګونه|العلامات|كلمات\sمفتاحية|темы|теми|ключевые\sслова|ключові\sслова|mots[\s-]clés|sujets|temas|palabras\sclave)\s?[:：]
                """,
    "notice": r"""
        sample\sarticle\b
        مقالهٔ?\sنمونه
        نمونه‌?[\s‌]?مقاله
        (?:this|the)\s(?:article|story|piece|text)\s(?:was|has\sbeen|is)\s(?:originally|first|also|automatically|part\sof)\b
        (?:this|the)\s(?:article|story|piece|text)\s(?:was|has\sbeen)\s(?:translated|republished|generated|updated|corrected)
        (?:this|the)\s(?:article|story|piece|text)\s(?:first|originally)\s(?:appeared|ran)
        (?:(?:this|the)\s|a\sversion\sof\sthis\s)(?:article|story|piece|text|essay|column|op-?ed|interview|profile|explainer|review)\s(?:(?:first|originally|also)\s)?(?:appears|appeared|ran|runs)\s(?:in|on|as|under|at)\b.{0,60}(?:edition|headline|print|issue)
        this\s(?:essay|column|op-?ed|interview|profile|explainer)\s(?:first|originally)\s(?:appeared|ran)
        (?:this|our|the)\slive\s?(?:blog|page|coverage|feed|updates?)\s(?:(?:is|are|has|have)\s)(?:now\s)?(?:closed|ended|finished|over|paused)
        this\s(?:blog|page|feed|thread)\s(?:is|has)\s(?:now\s)?(?:closed|ended)
        (?:this\sis\s)?(?:a\s)?(?:developing|breaking)\s(?:news\s)?story\b.{0,6}(?:$|and\s|check|please|refresh|more|it\swill|stay)
        this\s(?:story|report|article|post|page)\s(?:is|was)\s(?:still\s)?(?:developing|breaking|being\supdated)
        (?:please\s)?check\sback\s(?:here\s)?(?:for|later|soon|often)|(?:please\s)?refresh\s(?:this|the|your)\s(?:page|browser)
        more\sto\s(?:follow|come)\b|more\sdetails\s(?:to\scome|soon)\b
        \((?:adds?|updates?|recasts?|corrects?|refiles?|repeats?|rewrites?|removes?)\b[^()]{0,160}\)\.?$
        (?:re)?printed\s(?:courtesy|with\spermission|by\spermission)\b
        feedback\?\s|for\s(?:more|further)\sinformation\b[:,]?\s(?:please\s)?(?:contact|call|write|e-?mail|visit)\b
        (?:we\sare|we['’]re|i\sam|i['’]m)\s(?:now\s)?(?:closing|pausing|wrapping\sup|ending)\s(?:this|our|the)\s(?:live\s)?(?:blog|page|coverage|feed|updates?)
        that['’]?s?\s(?:is\s)?(?:all|it)\s(?:from\s(?:us|me)|for\s(?:today|now|tonight|this\s(?:blog|page)))\b
        (?:editor['’]?s?['’]?\snote|disclaimer|correction|clarification)\s?[:—-]
        the\sviews\sexpressed\b
        we\suse\scookies|by\s(?:continuing|using|clicking)\b.{0,40}(?:cookies|terms|agree)
        (?:مقاله|نوشته|متن|خبر)\s?(?:ی|ٔ)?\s?نمونه(?:‌?ای)?\b|د\s?نمونې\s|نمونه‌?\s?(?:یي|یی)?\s?(?:مقاله|لیکنه)
        (?:مقال|نص)\s(?:تجريبي|نموذجي|توضيحي|مثال)\b
        статья-образец|стаття-зразок|د\sattest\sلپاره
        (?:образец|пример)\sстат(?:ьи|ті)|учебн(?:ая|ый)\s(?:статья|текст)|(?:зразок|приклад)\sстатті|навчальн(?:а|ий)\s(?:стаття|текст)
        (?:article|texte)\s(?:d['’]exemple|exemple|fictif\b|modèle)|exemple\sd['’]article
        (?:artículo|texto)\s(?:de\s(?:ejemplo|muestra)|de\sprueba)|ejemplo\sde\sartículo
        (?:nous\sutilisons|utilizamos|мы\sиспользуем|ми\sвикористовуємо|نستخدم|ما\sاز)\s.{0,20}(?:cookies?|куки|кукі|ملفات|کوکی)
        (?:en\s(?:poursuivant|continuant)|al\s(?:continuar|navegar)|продолжая|продовжуючи|با\sادامه)\b.{0,60}(?:cookies?|куки|кукі|کوکی)
        we\s(?:and\sour\spartners\s)?(?:use|store|process)\b.{0,60}(?:cookies|personal\sdata|device)
        (?:got|have)\s(?:a|any)\s(?:tip|story|question|information)s?\b.{0,80}
                """,
}
HOLDS = {
    "notice": r"""
        \bmay\snot\sbe\s(?:re)?(?:published|produced|printed|distributed),?\s(?:broadcast|re-?written|or\s|re-?distributed)
        \be-?mail\s(?:us|him|her|me|them|the\s(?:authors?|reporters?|writers?|editors?))\sat\b
        \bcopyright\s(?:©|\(c\)|(?:19|20)\d\d)\b
        """,
    "newsletter": r"""
        \b(?:sign\sup|subscribe)\b.{0,60}\b(?:newsletter|inbox|updates|alerts|channel)\b
        \bnewsletter\b.{0,60}\b(?:sign\sup|subscribe|inbox|edition)\b
        """,
}
# A desk's note is one at any length a note has.
LONGEST_NOTE = 80  # words
NOTES = re.compile(
    r"(?:editor['’]?s?['’]?\snote|eds?|correction|corrections|clarification|disclosure|disclaimer)\s?[:—]\s"
    r"|this\s(?:story|post|article|piece|report|page|column|item|headline|version)\s(?:has\sbeen|was|is)\s(?:since\s)?"
    r"(?:updated|corrected|amended|edited|revised|clarified|changed)\b"
    r"|(?:an?|the)\s(?:earlier|previous|original|prior)\sversion\sof\s(?:this|the)\s"
    r"(?:story|post|article|piece|report|page|column|item|headline)\b"
    r"|\(?(?:additional\s)?(?:reporting|writing|editing)\s(?:and\s(?:writing|editing)\s)?by\b.*\b(?:editing|writing|reporting)\sby\b"
)
NOTES_BEGIN = (
    *("ed", "correction", "clarification", "disclosure", "disclaimer", "(", "additional ", "reporting ", "writing "),
    *(f"this {what}" for what in ("sto", "po", "ar", "pi", "re", "pa", "co", "it", "he", "ve")),
    *(f"{one} {what}" for one in ("a", "an", "the") for what in ("earlier v", "previous v", "original v", "prior v")),
)
# "Related:" and headlines below it.
RELATED = re.compile(
    r"[\"“]?(?:related|more\son\sthis|see\salso|read\smore|also\son\s.{2,30}|more\sfrom\s.{2,30}|recommended|most\s(?:read|popular))"
    r"(?:\s(?:articles?|stories|coverage|links?|content|posts?|reading|news))?\s?:?[\"”]?\.?"
)
LIST_OF_SOURCES = re.compile(
    r"(?:sources?|references|links|further reading|notes|منابع|منبع|المصادر|источники|джерела|fuentes)\s?[:：]?"
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
# "IN NUMBERS | What the vote decides": a label in capitals, a bar, and another page's headline.
LABELLED = re.compile(
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ’' -]{2,24}\s?\|\s?\S"
    r"|(?:RELATED|MORE|ALSO|READ|WATCH|SEE|LISTEN|PHOTOS?|GALLERY|SLIDESHOW|POLL|QUIZ|GRAPHIC|INTERACTIVE|TIMELINE|PODCAST)"
    r"(?: [A-Z]+){0,3}\s?[:»>]\s?\S"
    r"|(?:ALSO ON|MORE FROM|MORE ON|MORE COVERAGE|READ MORE|SIGN UP|SUBSCRIBE)\b[A-Z0-9 ’':&!-]{0,60}$"
)


def alternatives(listed: str) -> str:
    """One pattern of the lines of a list, one pattern to a line."""
    return "|".join(f"(?:{line.strip()})" for line in listed.splitlines() if line.strip())


WHOLE_LINES = [(kind, re.compile(rf"(?:{alternatives(listed)})[\s.:*!→»]*")) for kind, listed in WHOLE.items()]
LINE_BEGINNINGS = [(kind, re.compile(alternatives(listed))) for kind, listed in BEGINS.items()]
INSIDE = [(kind, re.compile(alternatives(listed))) for kind, listed in HOLDS.items()]
