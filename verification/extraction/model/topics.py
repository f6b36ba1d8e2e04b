"""Beginnings of words that tell a claim's topic; English first, then other languages of the field.

A stop behind a word makes it a whole word and no beginning: "import." is not "important".
"""

import re

from verification.text.folding import folded
from verification.text.word_lists import words
from verification.vocabulary import Topic

STEMS = {
    Topic.TERRITORY: words(
        """
        territor control captur seize seizing recaptur occup annex border. borders. frontline village province
        district
        region island town withdr advance. advances. advancing
        территор оккуп захват границ область село город  سرزمین مرز ولایت استان تصرف کنترل  سيطر حدود أراضي
        territoire frontière occup territorio frontera
        حدود. حدودی منطقه مناطق اراضی قلمرو اشغال تسلط سقوط پیشروی عقب‌نشینی ولسوالی روستا قریه ولسوال سیمه
        سیمې پوله نیول. ونیول کنټرول مدينة منطقة مناطق قرية بلدة محافظة احتل انسحب انسحاب تقدم. يسيطر إقليم
        деревн посел наступлен отступ контрол районе територ окуп кордон село села. місто. міста. контрол
        наступ ville. village. région contrôle avancée repris. conquis retrait ciudad. aldea región control
        avance retirada tomó. ocup
        """
    ),
    Topic.VIOLENCE: words(
        """
        attack bomb shell strike struck airstrike missile drone rocket explod explos kill murder massacr genocid
        atrocit
        crime tortur execution execute. executed executing assassinat shoot shot. ambush raid raids. raided rape.
        raped
        rapes. violen violat blast detain arrest abduct hostage
        атак удар обстрел убий взрыв насили  حمله انفجار کشت قتل خشونت  هجوم قصف قتل انفجار
        attaque frappe bombard tué ataque bombarde asesin
        حمله حملات بمب راکت شلیک تیراندازی شکنجه جنایت بازداشت دستگیر گروگان انتحاری ترور برید بریدونه چاودن
        وژل ووژل بمباري شکنج نیول. ونیول بندي ترهګر غارة غارات صواريخ صاروخ هجم هجمات تفجير عنف اعتقال اعتقل
        موشک خمپاره توپخانه گلوله
        تعذيب رهائن اغتيال إعدام مجزرة جريمة ракет дрон беспилотник бомб пытк арест задерж заложник расстрел
        теракт атак обстріл вибух вбив ракет дрон безпілотник тортур арешт затрима заручник теракт attentat
        explosion missile drone bombard viol. violence tortur massacre crime arrêt détenu otage assassin
        fusill explosión misil dron tortur masacre crimen detenid arrest rehén violencia bomba atentado
        """
    ),
    Topic.CASUALTIES: words(
        """
        casualt dead. deadly. deadlier. deadliest. death died. die. dies. dying. injur wound victim fatal killed toll.
        погиб ранен жертв убит загинул поранен  کشته زخمی تلفات قربانی  قتلى جرحى ضحايا
        morts blessés victimes muertos heridos víctimas
        شهید مجروح باخت مفقود آواره مړ. مړه. مړي ټپي ټپیان مرګ ژوبله تلفات قرباني قتيل قتلوا أصيب إصابة
        جريح مصاب وفاة مقتل شهيد شهداء نازح مفقود смерт тел. пострада пропав загиб смерт жертв постражда
        зникл mort. morte mortes décès décéd tués tuées tué. blessé disparu déplacé victime muerto muerta
        murier falleci fallecid herid víctima desaparec desplazad
        """
    ),
    Topic.FORCES: words(
        """
        troop fighter soldier force. forces. army militar militia rebel insurgen battalion brigade guerril weapon
        arms.
        resist fight fought combat deploy recruit tank. tanks. artillery navy
        войск солдат арми боец военн військ  نیرو سرباز ارتش جنگجو مقاومت  قوات جنود جيش مقاتل
        troupes soldats armée tropas soldados ejército
        جنگ نظامی لشکر قوا قوای ارتشی جبهه سلاح تانک پهپاد هواپیما نبرد درگیری ځواک ځواکونه پوځ سرتیر وسله
        وسلهوال جنګ جنګیال جبهه عسكري جنود كتيبة سلاح أسلحة دبابة معركة معارك اشتباك ميليشيا مسلح فصائل танк
        оруж боев батальон бригад мобилиз збро танк батальйон бригад мобіліз боєц бойов армі силами силы.
        сили. troupe soldat milice combat arme. armes rebelle bataillon brigade militaire guerre tropa
        soldado milicia combat arma. armas rebelde batallón brigada militar guerra
        """
    ),
    Topic.NEGOTIATION: words(
        """
        talks negotiat dialogue meeting deal. deals. agreement accord. accords. treaty treaties ceasefire truce peace
        mediat summit delegat
        переговор соглашен перемири  مذاکر گفتگو گفت‌وگو توافق آتش‌بس صلح  مفاوض اتفاق هدنة
        négocia accord. accords. cessez trêve negocia acuerdo tregua
        مذاکرات نشست دیدار میانجی پیمان قرارداد خبرې خبرو مذاکر سوله سولې سولې. تړون اوربند جوړجاړ هوکړه
        محادثات مباحثات مفاوضات وقف إطلاق سلام. السلام وساطة وسيط قمة لقاء اجتماع صفقة معاهدة встреч саммит
        мирн посредник договор сделк переговор угод перемир мирн зустріч самміт посередник домовлен négoci
        pourparlers accord. accords. trêve cessez paix. sommet médiat réunion rencontre traité negoci acuerdo tregua
        paz. cumbre mediac reunión tratado diálogo
        """
    ),
    Topic.RECOGNITION: words(
        """
        recogni legitima pariah sovereign diplomatic relations. признан  رسمیت مشروعیت  اعتراف reconna reconoc
        شناسایی. به‌رسمیت رسمیت پېژندل پېژندن مشروع اعترف اعتراف شرعية شرعي دبلوماسي признан легитим дипломат
        визнан визна легітим дипломат reconnaiss reconnu légitim diplomat reconoc legítim diplomát
        """
    ),
    Topic.GOVERNANCE: words(
        """
        government minist parliament law. laws. lawm court. courts. constitution president policy policies corrupt
        sanction school educat
        правительств закон دولت حکومت وزیر قانون  حكومة قانون
        gouvernement loi gobierno ley
        رئیس‌جمهور رئیس‌جمهوری ریاست مجلس پارلمان فساد تحریم مکتب مدرسه دانشگاه آموزش دادگاه محکمه حکومت وزارت ولسمشر
        پارلمان قانون ښوونځ محکم فساد بندیز رئيس برلمان وزير وزارة فساد عقوبات مدرسة تعليم محكمة
        دستور президент парламент министр санкци школ образован суд. суда. коррупц уряд президент парламент міністр
        санкці школ освіт суд. суду. корупц закон président ministre parlement sanction école tribunal corruption
        loi. constitution presidente ministro parlamento sanción sanciones escuela tribunal corrupción constituc
        """
    ),
    Topic.ELECTIONS: words(
        """
        elect. elects. elected electing election electoral elector voter voters. vote. votes. voted voting ballot
        polls.
        polling turnout referend candidate candidac runoff electorate constituenc
        выбор избират голосован вибор виборц голосуван референдум انتخابات رای رأی ټولټاکن انتخاب ناخب تصويت استفتاء
        élection électoral électeur vote. votes. scrutin référendum elección eleccion electoral votación voto. votos.
        votante referéndum urnas
        """
    ),
    Topic.ECONOMY: words(
        """
        econom inflation budget tax. taxes. taxed taxation taxpayer tariff price. prices. priced export import.
        imports.
        imported importing importer trade. trades. trading wage. wages. salar unemploy employment job. jobs. jobless
        market.
        markets. currenc bank. banks. banking debt. debts. gdp. recession investment investor industr factory
        factories
        revenue profit loan. loans. subsid poverty income. incomes. bankrup consumer retail cost. costs.
        бюджет налог инфляц эконом цен. цены. безработ экспорт импорт зарплат рынок подат інфляц економ ціни безробіт
        експорт імпорт ринок اقتصاد تورم بودجه مالیات بودج تضخم ميزانية ضرائب بیکاری صادرات واردات بطالة أسعار
        économ inflation budget impôt prix. chômage salaire inflación econom presupuesto impuesto precio desempleo
        salario
        """
    ),
    Topic.HEALTH: words(
        """
        health vaccin hospital virus viruses. viral disease outbreak patient doctor clinic medic. medics. medical
        medicin
        medicat infect epidem pandem diagnos cancer drug. drugs. treatment symptom surger surgeon covid coronavirus
        flu.
        influenza measles cholera polio malaria ebola tubercul dose. doses. immunis immuniz contagi nurse. nurses.
        illness
        diabet pregnan abortion antibiotic pharma autism quarantin mortality wellbeing
        больниц вирус вакцин эпидеми лікарн вірус епідем врач здоровь хвороб болезн лікар صحت بهداشت ویروس کرونا واکسن
        شفاخانه بیمارستان بیماری روغتی روغتون ناروغ صحة مستشفى فيروس لقاح وباء
        hôpital hôpitaux virus vaccin épidémi santé maladie médecin hospital vacuna epidemia salud enfermedad médico
        """
    ),
    Topic.DISASTERS: words(
        """
        disaster earthquake quake. quakes. aftershock flood hurricane cyclone typhoon tornado storm. storms. wildfire
        dam. dams. drought tsunami landslide mudslide avalanche erupt volcan famine heatwave rainfall monsoon blizzard
        землетряс наводнен ураган засух пожар. пожара. землетрус повін посух пожеж زلزله سیلاب توفان خشکسالی زلزال
        فيضان إعصار جفاف سېلاب وچکال
        séisme inondation ouragan cyclone sécheresse incendie terremoto sismo inundaci huracán ciclón sequía incendio
        """
    ),
    Topic.BIOGRAPHY: words(
        """
        born founded graduat married son. sons. daughter father career studied nicknamed exile travel biograph grew
        родился основал  متولد زاده  ولد
        زاده. تولد درگذشت تحصیل ازدواج زېږېدل زېږېدلی زده کړې ولد. مواليد تخرج درس. تزوج نشأ родилась окончил
        женат карьер народив народила закінчив одружен né. née. diplômé marié étudié carrière nació nacido
        graduad casad estudió carrera
        """
    ),
}

# Words that are about something else where they stand together.
OTHERWISE = re.compile(
    r"\b(?:in(?:to)? force\b|str(?:uck|ike|ikes|iking) (?:\S+ ){0,3}off\b"
    r"|trad(?:e|es|ed|ing) (?:blame|accusations|barbs|insults)\b|in(?:side)? the (?:\w+ )?region\b"
    r"|(?:disease|birth|quality|arms|gun|pest|air traffic) control\b|from the region\b|regional\b"
    r"|(?:province|district|region|town|village)s? of\b)"
)
# Where something is, told by the name of a place: "in Panjshir and Takhar provinces". Nobody need have taken it.
PLACED = re.compile(r"\b([A-Z][\w’'-]+) (?:region|provinces?|districts?|villages?|towns?)\b")
# What kills without anybody's doing, what else is told of those whom somebody killed, and the words for the dying.
NATURE = re.compile(
    r"\b(?:measles|cholera|malaria|polio|ebola|covid\S*|coronavirus|influenza|flu|tubercul\w+|diphtheria|typhoid|dengue"
    r"|hiv|aids|pneumonia|virus(?:es)?|disease|infections?|epidemics?|pandemic|outbreaks?|illness(?:es)?|cancer|sepsis"
    r"|earthquakes?|quakes?|tremors?|aftershocks?|flood(?:s|ing|waters)?|landslides?|mudslides?|avalanches?|tsunamis?"
    r"|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|storms?|wildfires?|heatwaves?|droughts?|volcano|eruption|lightning"
    r"|famine)\b"
)
BY_HAND = re.compile(
    r"\b(?:attack\w*|bomb\w*|shell(?:ed|ing|s)|air ?strikes?|missiles?|drones?|rockets?|explo\w+|murder\w*|massacr\w*"
    r"|genocid\w*|atrocit\w*|tortur\w*|execut\w+|assassinat\w*|sho(?:t|ot|oting)|ambush\w*|raid\w*|rap(?:e|ed|es)"
    r"|violen\w*|arrest\w*|detain\w*|abduct\w*|hostages?|soldiers?|troops?|army|police|gunm[ae]n|militants?|rebels?"
    r"|fighters?|militias?|forces|war|fighting|clash\w*|poison\w*|starv\w+)\b"
)
KILLING = re.compile(r"\b(?:kill(?:s|ed|ing|er)?|struck|strikes?|striking|hit|hits|hitting)\b")


def indexed() -> dict[str, tuple[tuple[str, bool, Topic], ...]]:
    """For the first letters of a word its stems, whether each is a whole word, and its topic."""
    found: dict[str, list[tuple[str, bool, Topic]]] = {}
    for topic, stems in STEMS.items():
        for stem in sorted({folded(stem) for stem in stems}):
            plain = stem.removesuffix(".")
            found.setdefault(plain[:INDEXED], []).append((plain, plain != stem or len(plain) < INDEXED, topic))
    return {first: tuple(listed) for first, listed in found.items()}


INDEXED = 3
INDEX = indexed()
