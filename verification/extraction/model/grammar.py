"""English words that tell where a sentence has its verb, and what a pronoun can stand for."""

from verification.text.word_lists import words

from .english import AUXILIARIES, MODALS

# Past forms that are a sentence's verb by themselves ("went", "held"); those that are participles too stand here.
PAST = words(
    """
    died lied tied
    became began blew broke brought built bought caught chose came cut dealt drew drank drove ate fell fed felt fought
    found fled flew forbade forgot forgave froze got gave went grew heard hid hit held hurt kept knew laid led left
    lent lit lost made meant met paid put quit read rode rang rose ran said saw sought sold sent set shook shone shot
    showed shut sang sank sat slept spoke spent spread stood stole stuck struck swore swept swam took taught told
    tore thought threw understood woke wore won withdrew wrote undertook overthrew underwent bore bled dug hung cast
    """
)
PARTICIPLES = words(
    """
    been begun broken chosen done drawn driven eaten fallen flown forgotten given gone grown hidden known overthrown
    ridden risen seen shaken shown spoken stolen sworn taken torn thrown undergone withdrawn woken worn written
    frozen forbidden beaten born sunk swum sung rung
    """
)
# Past forms that are no participles: "went", not "gone".
ONLY_PAST = words(
    """
    became began blew broke chose came drew drank drove ate fell flew forbade forgot forgave froze gave went grew knew
    rode rang rose ran saw shook showed sang sank spoke stole swore swam took tore threw woke wore withdrew wrote
    undertook overthrew underwent
    """
)
NOT_PAST = words(
    """
    need indeed speed seed feed bed red hundred proceed exceed succeed united armed unprecedented so-called wounded
    injured hatred sacred kindred breed creed greed bleed shed weed deed reed freed naked wicked aforementioned
    estimated alleged supposed
    """
)
PRESENT = words(
    """
    say remain include control hold mark show continue lead face claim want need seek run have give take make keep
    stand sit live work call use believe think know see find accuse blame deny fear hope plan try refuse reject oppose
    support back host own produce supply feed carry contain cover cost pay employ export import depend rely allow
    require demand consider view treat rule govern represent belong exist lie reach exceed enjoy fight attack suffer
    receive provide offer operate serve speak stress warn suggest indicate insist argue describe regard share stay
    become come go bring follow leave move turn add grow rise fall look seem appear mean contradict lack deploy
    """
)
THIRD = {
    verb[:-1] + "ies"
    if verb.endswith("y") and verb[-2] not in "aeo"
    else verb + ("es" if verb.endswith(("ch", "sh", "ss", "o")) else "s")
    for verb in PRESENT
}
# Nouns more often than verbs.
THIRD -= words(
    """
    works uses views attacks marks plans fears hopes claims calls needs shows shares lies supports backs turns moves
    costs exports imports falls looks means rules covers runs fights fronts demands comes
    """
)
FINITE_AUXILIARIES = (AUXILIARIES | MODALS | words("ca n't")) - words("be been being")
HAVE = words("has have had 's 've ’ve")
SUBORDINATE = words(
    "who which that whose where when if because whether while although though as since unless before after until than"
)
CAUSAL = words("so hence therefore thus because then consequently accordingly")
# What opens a sentence and ties it to the one before.
TIES = (
    "however", "but", "and", "yet", "moreover", "furthermore", "additionally", "meanwhile", "nevertheless",
    "nonetheless", "in addition", "besides", "also", "still", "instead", "for his part", "for her part",
    "on the other hand", "at the same time", "in fact", "indeed", "of course", "hence", "therefore", "thus", "so",
    "as a result", "consequently", "unfortunately", "similarly", "likewise", "in turn", "in other words", "overall",
)  # fmt: skip
MALE = words(
    """
    mr sir lord king prince emir sheikh sultan chairman spokesman congressman father brother son husband man boy mullah
    imam pope bishop cardinal uncle grandfather businessman policeman widower
    ahmad ahmed mohammad mohammed muhammad mohamed ali hassan hussein omar abdul abdullah ibrahim ismail khalid mahmoud
    mustafa vladimir volodymyr dmitry sergei sergey oleksandr alexander viktor ivan igor boris mikhail oleg andrei
    john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald
    mark paul steven andrew kenneth joshua kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank raymond patrick jack dennis
    jerry tyler aaron jose adam nathan henry peter zachary kyle walter jeremy harold carl keith roger arthur terry
    lawrence sean christian albert joe ethan austin willie bill tim mike ted rand marco bernie barack joe jeb chris ben
    emmanuel antonio antónio recep benjamin narendra xi jean pierre jacques hans klaus olaf giorgio luis carlos juan
    miguel pedro jorge pablo andrés harald anders antony wafula raila rafael mateusz donald viktor bashar
    """
)
FEMALE = words(
    """
    mrs ms miss lady queen princess chairwoman spokeswoman congresswoman mother sister daughter wife woman girl widow
    aunt grandmother businesswoman policewoman nun actress
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley
    dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen
    amy shirley angela helen anna brenda pamela nicole samantha katherine emma ruth christine catherine debra rachel
    carolyn janet virginia maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia
    martha cheryl megan andrea ann alice jean doris jacqueline kathryn hannah julia grace amber theresa hillary carly
    kamala nikki ursula annalena giorgia sanna mette jacinda theresa liz aung amina fatima aisha zainab maryam fawzia
    olga natalia tatiana svetlana yulia iryna oksana maia marine juliana rosa lucia sofia elena ana ilhan
    """
)
FIRST_NAMES = (MALE | FEMALE) - words("king prince may grace mark")
PLACE_WORDS = words(
    """
    valley province city district river sea island islands mountains mountain region county street road square airport
    port gulf ocean lake desert peninsula strait bay village town state states dam plant
    """
)
COUNTRIES = words(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium benin bhutan bolivia bosnia botswana brazil britain bulgaria burundi cambodia cameroon canada chad chile
    china colombia congo croatia cuba cyprus denmark djibouti ecuador egypt eritrea estonia ethiopia finland france
    gabon gambia georgia germany ghana greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq
    ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia
    libya lithuania luxembourg madagascar malawi malaysia mali malta mauritania mexico moldova mongolia montenegro
    morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama
    paraguay peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia
    somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey
    türkiye turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe
    """
)
PLACES = COUNTRIES | words(
    """
    africa america asia europe kabul tehran moscow kyiv kiev london paris berlin brussels washington beijing delhi
    islamabad baghdad damascus ankara istanbul cairo doha riyadh vienna geneva rome madrid tokyo jerusalem gaza beirut
    tripoli khartoum nairobi warsaw york crimea panjshir herat kandahar mazar balkh badakhshan takhar kunduz helmand
    donetsk luhansk kherson kharkiv odesa odessa mariupol scotland wales england texas california florida ohio
    """
)
# "The group" and its kin: words that mean a body named before. Of the second kind the body's name holds the word.
ANY_BODY = words("group movement organisation organization militia faction outfit")
PLACE_NOUNS = words("country province")
PERSON_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
THING_PRONOUNS = words("it its")
PLURAL_PRONOUNS = words("they them their theirs")
KIN = words("son daughter wife husband brother sister father mother widow nephew niece cousin aide deputy rival")
DEMONSTRATIVES = words("this that these those")
FEMALE_KIN = words("daughter wife sister mother widow niece")
MALE_KIN = words("son husband brother father nephew")
