"""Words of one kind of event, and of those who take part in it, so that an answer finds what it answers."""

import re

from verification.text.word_lists import words

COMMON = words(
    """
    the and that this with from for was were has have had been not are but his her their its their they them who whom
    which what when where while will would could can may might about after before over under into than then there these
    those also more most other some any all such only say said says saying told tell according claim claims claimed
    clear why because hence however although several various many new year years day days week month against
    deny denies denied unable verify verified confirmed independently extent part made make people country countries
    between during since until both each one two three first last recent recently part group groups leader
    """
)
# Words of one kind of event, so that "killed 45" meets "only two had died".
SAME = {
    form: kind
    for kind, forms in {
        "die": "kill killed killing killings kills died dies dead death deaths deadly toll casualties fatal fatalities "
        "dying slain murdered murder perished lives bodies buried grave graves massacre massacred massacres "
        "morts mortes mort morte tués tué tuées décès décédés murieron muertos muertas muertes muerto fallecidos "
        "fallecieron víctimas погибли погибших погибшие погиб погибла погибло убиты убитых жертв загинув загинула "
        "загинули загиблих загиблі загинуло вбиті вбитих жертви "
        "قتلوا القتلى قتلى قتيلا مقتل قُتل قتل قتلت کشته کشته‌اند تلفات وژل وژل‌شوي مړه",
        "hurt": "injured injuring injuries injury wounded wounding wounds harmed harm hurt hurting beaten beat beating "
        "beatings ill-treated mistreated tortured torture",
        "strike": "struck strike strikes striking hit hits bombed bombing bombs bomb shelled shelling shells attack "
        "assault assaults assaulted attacked attacks attacking "
        "raid raids raided airstrike airstrikes bombardment missile missiles",
        "seize": "captured capture seized seize taken took occupied recaptured retook fell overran",
        "throw": "threw thrown throwing hurled hurling",
        "hide": "hid hidden hide hiding concealed conceal covered",
        "steal": "stole stolen stealing looted looting theft",
        "shoot": "shot shoot shooting fired fire firing opened gunfire",
        "rig": "rigged rigging rig fraud fraudulent falsified falsification irregularities stuffing stuffed",
        "arrest": "arrested arrest detained detention jailed imprisoned custody",
        "gun": "gun guns weapon weapons pistol rifle firearm firearms armed",
        "money": "money payment payments cash bribe bribes bribed bribery",
        "starve": "starved starving starvation hunger hungry famine",
        "child": "child children child’s",
        "number": "number numbers figure figures total tally",
    }.items()
    for form in forms.split()
}
# Words of what people are accused of and answer for.
DEEDS = frozenset({"die", "hurt", "strike", "shoot", "seize", "steal", "starve"})
# What parties are, by the first letters of the words for them: "the army" answers for "soldiers".
ROLE = {
    word[:7]: role
    for role, listed_words in {
        "army": "army troop troops soldier soldiers militar forces defence pilot pilots general jet jets aircraf "
        "warplan plane planes",
        "police": "police officer officers force polic",
        "company": "company compani firm firms plant factory factori manufac maker executi corpora mine mill owner "
        "owners",
        "state": "governm ministr ministe officia authori commiss",
        "rebels": "rebel rebels insurge militia fighter separat",
        "party": "party candida opposit campaig",
    }.items()
    for word in listed_words.split()
}
# What an army says that it hit, and what others say.
ARMED_TARGET = re.compile(
    r"\b(?:bases?|militants?|fighters|terrorists?|rebel|positions|commanders?|depots?|military targets?|headquarters"
    r"|command (?:post|centre|center)s?|infrastructure|insurgents?|weapons|troops|soldiers)\b"
)
CIVIL_TARGET = re.compile(
    r"\b(?:civilians?|schools?|markets?|hospitals?|homes?|houses?|mosques?|churche?s?|wedding|funeral|children|families"
    r"|residential|apartments?|clinics?|camps?|bus|shelters?|farmers|aid workers)\b"
)
