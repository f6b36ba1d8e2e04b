"""Beginnings of words that tell a claim's topic; English first, then other languages of the field."""

import re

from verification.vocabulary import Topic

from .words import words

STEMS = {
    Topic.TERRITORY: words(
        """
        territor control captur seiz recaptur occup annex border frontline village province district region
        island town withdr advanc
        территор оккуп захват границ область село город  سرزمین مرز ولایت استان تصرف کنترل  سيطر حدود أراضي
        territoire frontière occup territorio frontera
        """
    ),
    Topic.VIOLENCE: words(
        """
        attack bomb shell strike struck airstrike missile drone rocket explo kill murder massacr genocid atrocit
        crime tortur execut assassinat shoot shot ambush raid rape violen violat blast detain arrest abduct hostage
        атак удар обстрел убий взрыв насили  حمله انفجار کشت قتل خشونت  هجوم قصف قتل انفجار
        attaque frappe bombard tué ataque bombarde asesin
        """
    ),
    Topic.CASUALTIES: words(
        """
        casualt dead death died die dies dying injur wound victim fatal killed toll
        погиб ранен жертв убит загинул поранен  کشته زخمی تلفات قربانی  قتلى جرحى ضحايا
        morts blessés victimes muertos heridos víctimas
        """
    ),
    Topic.FORCES: words(
        """
        troop fighter soldier force army militar militia rebel insurgen battalion brigade guerril weapon arms
        resist fight fought combat deploy recruit tank artillery navy
        войск солдат арми боец военн військ  نیرو سرباز ارتش جنگجو مقاومت  قوات جنود جيش مقاتل
        troupes soldats armée tropas soldados ejército
        """
    ),
    Topic.NEGOTIATION: words(
        """
        talks negotiat dialogue meeting deal agreement accord treaty ceasefire truce peace mediat summit delegat
        переговор соглашен перемири  مذاکر گفتگو گفت‌وگو توافق آتش‌بس صلح  مفاوض اتفاق هدنة
        négocia accord cessez trêve negocia acuerdo tregua
        """
    ),
    Topic.RECOGNITION: words(
        "recogni legitima pariah sovereign diplomatic признан  رسمیت مشروعیت  اعتراف reconna reconoc"
    ),
    Topic.GOVERNANCE: words(
        """
        government minist parliament elect vote ballot law court constitution president policy corrupt econom inflation
        budget tax sanction export import health vaccin hospital virus disease outbreak school educat price tariff
        правительств закон выбор  دولت حکومت وزیر قانون انتخابات  حكومة قانون انتخابات
        gouvernement élection loi gobierno elección ley
        """
    ),
    Topic.BIOGRAPHY: words(
        """
        born founded graduat married son daughter father career studied nicknamed exile travel biograph grew
        родился основал  متولد زاده  ولد né nació
        """
    ),
}
PATTERNS = {
    topic: re.compile(r"\b(?:" + "|".join(sorted(stems, key=len, reverse=True)) + r")\w*")
    for topic, stems in STEMS.items()
}
