"""Words by what they mean for matching: folded, English first, Persian and Arabic where news puts a claim in few words.

A concept stands for its words wherever two claims are compared: "12 died" and "12 were killed" speak of one thing.
"""

from __future__ import annotations

import re

from verification.text.normalise import search_key


def words(listed: str) -> frozenset[str]:
    """The words as the tokens of a text are folded."""
    return frozenset(search_key(word) for word in listed.split())


# By concept, the stems and words that mean it.
CONCEPTS: dict[str, str] = {
    "kill": "kill killed kills killing die died dies dead death deaths slain slay fatality fatalities lives toll perish"
    " perished murdered murder martyred victim victims bodies کشته جان مردند هلاک شهید قتل قتلى مقتل قتلوا",
    "wound": "wound wounded wounds wounding injure injured injures injuries injury hurt maimed زخمی مجروح جرحى"
    " جريح اصیب",
    "blast": "blast blasts bomb bombs bombing bombings bombed explosion explosions explode exploded explosive"
    " explosives device blew detonated detonate انفجار بمب تفجير",
    "attack": "attack attacks attacked attacking assault assaults assaulted assailed offensive strike strikes struck"
    " حمله حملات هجوم",
    "raid": "raid raids raided raiding ambush ambushed ambushes stormed storming",
    "airstrike": "airstrike airstrikes drone drones shelling shelled bombardment بمباران قصف",
    "seize": "seize seized seizes seizing capture captured captures capturing overran overrun took taken taking take"
    " takes conquered conquer fall fell fallen تصرف گرفت گرفتند سقوط سيطر سيطرت",
    "hold": "hold holds held holding control controls controlled controlling hands rule rules ruled governs کنترل",
    "soldier": "soldier soldiers troop troops serviceman servicemen سرباز سربازان جندي جنود نیرو نیروهای",
    "police": "police policeman policemen officer officers پلیس پولیس شرطه الشرطه",
    "militant": "militant militants insurgent insurgents rebel rebels gunman gunmen fighter fighters attacker attackers"
    " assailant assailants guerrilla guerrillas شورشیان مسلحان مسلحون",
    "civilian": "civilian civilians villager villagers resident residents غیرنظامی غیرنظامیان مدني مدنيين مدنيون",
    "child": "child children kid kids minor minors کودک کودکان طفل اطفال",
    "fight": "fight fights fighting fought clash clashes clashed battle battles battled combat نبرد درگیری"
    " معركه اشتباك",
    "displace": "displace displaced drove driven expelled uproot flee fled fleeing evacuated uprooted refugees"
    " بیجا آواره نازح نازحين",
    "arrest": "arrest arrested arrests detain detained detains detention custody rounded jailed imprisoned بازداشت"
    " دستگیر اعتقل",
    "abduct": "abduct abducted kidnap kidnapped hostage hostages ربوده خطف",
    "free": "free freed frees release released releases freeing آزاد افرج",
    "agree": "agree agreed agrees agreement agreements accord accords deal deals pact pacts sign signed signs"
    " توافق اتفاق",
    "talk": "talk talks negotiate negotiated negotiates negotiation negotiations dialogue مذاکره مذاکرات مفاوضات",
    "meet": "meet meets met meeting meetings دیدار لقاء التقى",
    "withdraw": "withdraw withdraws withdrew withdrawal withdrawn pullout pulled retreat retreated عقب خروج انسحاب",
    "ceasefire": "ceasefire ceasefires truce truces آتش‌بس هدنه",
    "recognise": "recognise recognised recognises recognize recognized recognizes recognition اعتراف رسمیت",
    "destroy": "destroy destroyed destroys destruction demolished razed torched burned burnt ویران تدمير",
    "close": "close closed closes closing closure shut shuts sealed seal seals بسته بستند اغلق",
    "open": "open opened opens opening reopen reopened reopens reopening باز گشوده فتح",
    "win": "win wins won winner winning victory برنده پیروز فاز",
    "lose": "lose loses lost losing defeat defeated شکست خسر",
    "rise": "rise rises rose risen rising climb climbs climbed grow grew grown grows increase increased"
    " increases jumped",
    "drop": "drop dropped drops fell decline declined declines decrease decreased shrank",
    "vote": "vote votes voted ballot ballots election elections poll polls رای انتخابات",
    "shoot": "shoot shot shoots shooting fire fired fires firing شلیک اطلق",
    "build": "build built builds building construct constructed construction ساخت بنى",
    "arrive": "arrive arrived arrives reach reached reaches رسید وصل",
    "leave": "leave leaves left leaving depart departed ترک غادر",
    "start": "start started starts begin began begun begins launch launched launches آغاز شروع بدا",
    "end": "end ended ends halt halted stop stopped stops suspend suspended پایان انتهى",
    "accept": "accept accepted accepts approve approved approves پذیرفت قبل",
    "refuse": "refuse refused refuses reject rejected rejects rejecting declined رد رفض",
    "flood": "flood floods flooding flooded flash سیل فيضان",
    "quake": "quake earthquake earthquakes tremor زلزله زلزال",
    "year": "year years سال سنه",
    "person": "person persons people man men human individuals نفر تن شخص اشخاص مردم",
}
CONCEPT_OF: dict[str, str] = {word: concept for concept, listed in CONCEPTS.items() for word in words(listed)}

# Opposites: who says the one says the other is not so any more, or never was.
OPPOSITES: dict[str, str] = {}
for _one, _other in (
    ("open", "close"), ("win", "lose"), ("accept", "refuse"), ("start", "end"), ("free", "arrest"), ("arrive", "leave"),
    ("rise", "drop"),
):  # fmt: skip
    OPPOSITES |= {_one: _other, _other: _one}

# Counted things that only ever grow in one event; and states, whose number is another one at another time.
TOLLS = words("kill wound displace arrest abduct destroy infect miss")
STATES = words("hold control rise drop remain stay number strength house host count total")
GROWN = words("rise")
# Units by which people are counted, whoever they are.
PERSONS = words(
    "person civilian body other victim casualty casualties supporter supporters member members suspect suspects man men"
    " woman women worker workers passenger passengers"
)
COUNTING = words("number toll count total tally figure rise climb reach pass stand")
NOW = words("now currently sofar still remain remains remained total tally count latest")
CORRECTED = words("correct corrected correction corrects revise revised revision erratum amend amended اصلاح تصحيح")

# Deeds of which there is one doer: two accounts that name another do not both hold.
DEEDS = words(
    "kill wound blast attack raid airstrike seize hold arrest abduct destroy win shoot start end withdraw build"
    " refuse accept"
)
# What happens: two claims of which each has some of these, and none in common, speak of two things.
ACTS = DEEDS | words(
    "displace free agree talk meet ceasefire recognise close open lose rise drop vote arrive leave flood quake"
)
# By what it came about: what a bomb did no raid did.
MEANS = words("blast raid airstrike quake flood")
# Who did it is who denies it: "the front denied that it killed", "denied killing".
HIMSELF = words("it they its their he she his her any involvement responsibility having being")
# Said of a doer without saying which side it is.
ANY_DOER = words(
    "militant attacker unknown unidentified armed suicide force group men man person car truck vehicle two three four"
    " front movement party group organisation organization militia faction wing member members at least more"
    " than several roadside mine device blast attack airstrike shoot local security number toll count total figure"
)

# What kind of place it happened at: a bomb at a market and a bomb at a mosque are two.
SITES: dict[str, str] = {
    word: site
    for site, listed in {
        "base": "base bases post posts outpost outposts camp camps barracks garrison garrisons پایگاه قاعده",
        "market": "market markets marketplace bazaar بازار سوق",
        "mosque": "mosque mosques مسجد",
        "church": "church churches cathedral کلیسا كنيسه",
        "school": "school schools university college مدرسه مکتب دانشگاه جامعه",
        "hospital": "hospital hospitals clinic clinics بیمارستان شفاخانه مستشفى",
        "hotel": "hotel hotels guesthouse هتل فندق",
        "embassy": "embassy embassies consulate سفارت سفاره",
        "airport": "airport airports airfield airbase فرودگاه مطار",
        "checkpoint": "checkpoint checkpoints roadblock",
        "convoy": "convoy convoys",
        "station": "station stations",
        "stadium": "stadium",
        "refinery": "refinery depot pipeline",
        "mine": "mine mines",
        "bridge": "bridge bridges پل جسر",
        "wedding": "wedding funeral عروسی",
    }.items()
    for word in words(listed)
}

# Words of several meanings: who falls, what falls to whom, whom police hold.
FALL = words("fall falls fell fallen")
PEOPLE = words("soldier police militant civilian person child")
HOLD = words("hold holds held holding")
LOSE = words("lose loses lost losing")
TAKE = words("claim claims claimed take takes took taken cost costs")
DRIVE = words("leave leaves left leaving force forced forces flee")
AT_HOME = words("families family residents villagers households people inhabitants")
HELD = words("suspect suspects suspected prisoner prisoners detainee detainees custody")

# Behind the name of a side: "Haro fighters", "the Haro front".
SIDES = words(
    "front movement party group faction militia army forces fighters militants rebels insurgents gunmen troops soldiers"
    " guerrillas brigade brigades separatists government"
)

# Who says so is set apart from what is said: "the army said that".
SAYING = words(
    "say said says saying tell told tells announce announced announces report reported reports claim claimed claims"
    " confirm confirmed confirms add added adds state stated states insist insisted allege alleged alleges according"
    " admit admitted acknowledge acknowledged declare declared believe believed گفت گفتند افزود اعلام قال قالت اعلن"
)
DENYING = words(
    "deny denied denies denying denial refute refuted refutes dismiss dismissed dismisses reject rejected rejects"
    " rebut rebutted تکذیب نفى نفت"
)
NEGATIVE = words(
    "not no never neither nor none nobody nothing without cannot false untrue baseless fabricated fake hoax"
    " didnt wasnt werent isnt arent hasnt havent hadnt doesnt dont wont couldnt نه هیچ نیست نبود نکرد نکردند نشد نشده"
    " لا لم لن ليس لیس ليست لیست ما"
)

# "The talks did not bear fruit", "yielded no concrete results": no denial of anything, and "fruitless" both.
WITHOUT_RESULT = re.compile(
    r"\b(?:(?:did not|didn[’']t|failed to|has not|have not|had not) (?:bear|borne?) (?:any )?fruit"
    r"|(?:(?:were|was|there (?:were|was)|with|without|(?:yield|produc|bring|brought|deliver|had|show)\w*) (?:no|any) "
    r"|without (?:an? )?)(?:concrete |real |tangible |final |clear )*(?:results?|outcomes?|breakthroughs?|progress)"
    r"|(?:inconclusive|unsuccessful)(?:ly)?)\b",
    re.IGNORECASE,
)

# Before a place, and before a doer.
LOCATING = words("in at near outside inside around from across throughout into to off under در از نزدیک في فی من قرب")
PLACING = LOCATING - words("from to under off از")
ENDS_A_NAME = LOCATING | words("on with by for and or that which who as after before when while در از")
OF_A_PLACE = words("the of town city village district province area region capital")
BY = words("by توسط بواسطة")
BEING = words("was were is are be been being got get gets شد شده شدند")
ACTIVE = ("ed", "s", "ot", "un", "an", "on", "ook", "w")  # how a verb may end that tells a deed
ENDS_A_CLAUSE = frozenset(",;:.()!?–—،؛") | words("when where as after before while because since that which who")
OF_REPORTS = words("that the any all report reports claim claims allegation allegations accusation accusations")

# What says nothing of what a claim is about.
STOP = (
    words(
        "a an the and or but if of in on at by for with from to as is are was were be been being am has have"
        " had do does"
        " did will would can could may might must shall should this that these those it its he she they them his her"
        " their we our us you your i my me who whom which what when where why how there here then than so such also too"
        " very just only even more most less least about over under between among after before during since until while"
        " into onto out up down off again further once all any both each few some other others another own same s t"
        " including include includes included least nearly almost around roughly approximately some according"
        " against because because through per via amid within upon toward towards still yet both across"
        " many off much several came come comes went go goes going made make makes gave give given say one ones two new"
        " دست کم برجای جای گذاشت داد دادند"
        " و در به از که را این آن با است بود شد شده شدند می های برای تا بر یک هم یا اما نیز خود کرد کردند کرده اند"
        " من في فی على علی الى الی عن ان انه هذا هذه التي الذي قد كان کان كانت و او ثم بعد قبل مع"
    )
    | SAYING
    | NEGATIVE
    | DENYING
)
TITLES = words("mr mrs ms dr president minister prime spokesman spokeswoman spokesperson general governor chief leader")

# Words that news uses in every other claim: they help little to find one again.
COMMON = words(
    "kill wound attack blast person force forces government official officials security country state city province"
    " district area region group soldier police militant civilian talk agree year week day month today yesterday"
    " town area village movement front party market report military army war peace international national"
    " political minister president hold meet"
)

ALIASES: dict[str, str] = {
    word: name
    for name, listed in {
        "usa": "us usa america american americans washington u.s",
        "isis": "isis isil daesh داعش iskp",
        "uk": "uk britain british",
        "russia": "russia russian russians moscow روسیه روسي روسیا",
        "ukraine": "ukraine ukrainian ukrainians kyiv kiev",
        "taliban": "taliban taleban talib talibs طالبان",
        "afghan": "afghan afghanistan afghans افغانستان",
        "pakistan": "pakistan pakistani pakistanis پاکستان",
        "iran": "iran iranian iranians ایران",
        "israel": "israel israeli israelis اسرائیل اسرائيل",
        "palestine": "palestine palestinian palestinians فلسطین فلسطين",
        "syria": "syria syrian syrians سوریه سوريا",
        "un": "un unama",
    }.items()
    for word in words(listed)
}
