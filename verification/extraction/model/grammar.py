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
    jeff jim jimmy tom tommy dan danny ken ron don greg rob bob bobby ed eddie sam alan allen carl craig dave doug
    fred geoff graham guy howard hugh ian jay jon kurt leon lou louis luke martin max mitch mitchell neil nick norman
    oliver pat phil philip phillip ralph randy ray rick rob roy russell simon stan stuart terrence theodore tony trevor
    vincent warren wayne alejandro alberto alfonso alfredo álvaro armando arturo césar diego eduardo emilio enrique
    ernesto felipe fernando francisco gabriel gerardo guillermo gustavo héctor hector ignacio javier jaime joaquín
    leonardo manuel marcelo mario mauricio nicolás oscar óscar ramón raúl ricardo roberto rodrigo salvador sergio
    alain benoît bernard bruno christophe claude didier édouard éric étienne françois frédéric gérard gilles guillaume
    henri hervé jérôme laurent marc maxime michel nicolas olivier pascal philippe rené sébastien stéphane thierry
    xavier yves andreas bernd dieter dirk ernst friedrich fritz georg günter heiko heinrich helmut horst jens jürgen
    karl klaus lars lothar ludwig manfred markus matthias moritz rainer ralf reinhard rolf rudolf sebastian stefan
    sven tobias torsten ulrich uwe volker werner wilhelm wolfgang alessandro angelo carlo claudio enrico fabio franco
    giancarlo giovanni giuseppe lorenzo luca luigi marcello massimo matteo maurizio nicola paolo pietro salvatore
    silvio stefano umberto vincenzo adnan amir anwar ashraf aziz bilal fahad faisal farid farooq fuad habib hamid
    hamza haroon hashim imran iqbal jamal jamil javad kamal kareem karim khaled mahdi majid malik mansour mehdi mehmet
    mohsen mohammadreza muhammed murad murat musa nabil nasser omid osama osman qasim rashid reza saeed saleh salim
    samir sayed tariq tarek usman walid waleed yasser yasir youssef yousef yusuf zahir ziad hossein emre kemal
    anatoly arkady artem bogdan denis dmytro evgeny gennady georgy grigory ilya kirill konstantin leonid maksim maxim
    nikita nikolai nikolay oleh pavel petro roman ruslan sergiy stanislav stepan taras timur vadim valery vasily vitaly
    vitali vladislav vyacheslav yaroslav yevgeny yuri yuriy aleksandr aleksei alexei alexey andriy anton arsen
    abiy aditya ajay amit anil arjun arun ashok deepak dinesh gopal krishna mahesh manish manoj mohan mukesh nitin
    pradeep rahul rajesh raj rakesh ramesh ravi sanjay santosh sachin suresh sunil vijay vikram vinod akira hiroshi
    kenji takashi yoshihide shinzo kwame kofi chukwu emeka babatunde muhammadu yoweri paul piotr andrzej krzysztof
    tomasz jan jakub marek wojciech jarosław petr jiří tomáš václav lajos lászló zoltán viktor sándor nikos kostas
    giorgos alexis mette erik gunnar håkan henrik johan jonas lennart magnus mikael niels ole olav per sigurd søren
    """
)
MALE -= words("mette pat")
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
    abigail adriana agnes aisling alexandra alexandria alison allison alicia alma amelia anita anne annette annie
    antonia ariana arlene audrey beatrice beatriz becky belinda beth bethany bonnie brittany camille camila caroline
    carla carmen carole carrie catalina cathy cecilia celia chiara chloe clara claire clare claudia colleen connie
    courtney cristina daisy daniela danielle darlene denise diana dolores dominique eileen elaine eleanor elise elisa
    eliza ella ellen elsa elvira erica erika erin esther eva eve felicia fiona florence frances francesca gabriela
    gabrielle geraldine gertrude gina gisele gloria greta gretchen gwen harriet heidi helena hilary hélène ida ines
    inés ingrid irene iris isabel isabella isabelle ivanka jackie jane janice janine jeanne jenna jennie jenny jill
    joanna joanne jodie josephine josie juanita judy juliet juliette karin karla kate kathy katie katherine kathrin
    katrin kayla kellyanne kerry kim kirsten kirsti kristen kristin kristina kristine lara larisa lena leslie leticia
    lily lillian lindsay lindsey lois lola loretta lori lorena louise luciana lucy lydia lynn mabel madeleine
    madeline manuela marcia margarita margot maribel mariana marianne marie marilyn marina marta martine maureen
    maxine megyn melania melinda mercedes meredith michele mildred mireille miriam molly monica monique muriel nadia
    nadine naomi natalie nathalie nicola nina nora noémie odette paola patrice paula pauline peggy petra phoebe
    phyllis pilar priscilla ramona regina renata renee renée rita roberta robin rosemary rosie roxanne ruby sabina
    sabine sabrina sally samira sara selina serena sheila shelley silvia simone solange sonia sophia sophie stacey
    stacy stella sue susana susanne suzanne sylvia sylvie tamara tammy tanya tara teresa tessa tina tracy ulrike ute
    valentina valeria valerie vanessa vera verónica veronica véronique viola violet viviane wanda wendy yvette yvonne
    zoe zoé afsaneh amal asma azadeh dalia farah fariba faiza fatemeh fatma ghada hala hana hanan hind huda jamila
    khadija laila layla leila leyla lina mahsa malala manal maha mona nadia narges nasreen nasrin nahid parisa
    rania rasha reem rima roya sahar salma samar sana shahla shirin soraya yasmin yasmine zahra zeinab zohra
    alina anastasia ekaterina galina inna irina kateryna khrystyna lidia liudmila lyudmila marija mariia mariya
    nadezhda natalya nataliya oleksandra polina tamila tetiana tetyana valentyna vira yelena yevgenia zinaida
    ananya anjali asha deepa indira kavita lakshmi meena nirmala pooja priya priyanka rekha shreya sonali sunita
    sushma swati usha akiko keiko sanae yoko yuriko ngozi chimamanda winnie wangari adaeze jadwiga agnieszka
    katarzyna małgorzata magdalena zuzana ida astrid birgitta gudrun inger kajsa liv magdalena siri solveig
    """
)
FEMALE -= words("robin kim kerry leslie nicola eve ida")
MALE -= words("nicola")
FEMALE_OFFICES = words("spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman actress")
MALE_OFFICES = words("spokesman chairman congressman councilman businessman policeman actor")
FIRST_NAMES = (MALE | FEMALE) - words(
    """
    king prince may grace mark max guy jay rob pat ray rick stan warren wayne roman salvador florence daisy iris ruby
    violet stella victor ella asha hind alma paris regina gloria per don liv siri rosemary mercedes malik dolores
    craig graham roy dan diego jan guy aziz mansour habib musa
    """
)
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
