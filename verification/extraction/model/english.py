"""English words for who says what, and how. Learned from reading news; frequencies checked on PolNeAR's train part."""

from verification.text.word_lists import phrases, words

# Verbs whose complement is what somebody asserts. Strong ones take a clause without "that".
STRONG = words(
    """
    say tell claim insist allege believe think argue assert maintain contend announce confirm acknowledge
    admit concede deny warn explain reveal estimate fear suspect swear stress state note testify predict declare
    """
)
WEAK = words(
    """
    add report find show suggest indicate conclude write tweet post recall mention point refer quote cite
    continue observe remark comment emphasise emphasize underline underscore highlight reiterate repeat
    describe consider see call complain lament inform reply respond answer disclose clarify boast
    joke quip recount relate narrate elaborate specify determine establish discover learn hear stipulate
    calculate reckon remember notify brief assure reassure blog charge caution counter retort
    attribute document detail rule
    worry agree concur speculate attest certify opine posit proclaim hint imply theorise theorize hypothesise
    accept profess confess recollect surmise fume exclaim muse scoff confide reaffirm venture grumble
    ask wonder liken compare term dub brand label portray characterise characterize
    """
)
ALLEGED = words("claim allege contend suspect fear believe think accuse blame reckon charge")
DENIED = words("deny reject refute rebut dismiss dispute contradict")
ACCUSING = words("accuse blame")
NAMING = words("describe call consider see regard view term dub brand label portray characterise characterize liken")
POINTING = words("refer point mention cite recall highlight attribute document detail")
# Verbs of speech whose base form is a noun more often than not: "the report", "a plan".
NOUN_LIKE = words(
    """
    rule
    report plan support demand state call request claim pledge promise vow charge post tweet comment remark answer
    point term label brand quote estimate view request detail
    attribute appeal hope aim order praise blame notice address reply
    estimate fear brief document voice wish invite caution counter retort dispute approach note mention
    """
)
# Calls, promises and wishes: what follows is asked for or announced, not asserted.
CALLING = words(
    """
    urge demand request appeal plead beg call ask recommend propose advise encourage want hope wish vow pledge
    promise threaten aim intend plan expect invite order instruct warn welcome praise thank congratulate condemn
    criticise criticize denounce deplore express support endorse oppose
    """
)
# Deeds of the tongue that are events of public interest themselves.
DEEDS = phrases(
    r"""
    claim(?:s|ed|ing)? responsibility
    (?:accept|admit)(?:s|ted|ed|ting|ing)? responsibility
    den(?:y|ies|ied|ying)\b
    refus(?:e|es|ed|ing)\b
    offer(?:s|ed|ing)?\b
    guarantee(?:s|d|ing)?\b
    surrender(?:s|ed|ing)?\b
    sign(?:s|ed|ing)?\b
    resign(?:s|ed|ing)?\b
    recogni[sz](?:e|es|ed|ing)\b
    """
)
IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "write": "writes wrote written writing",
    "find": "finds found finding",
    "see": "sees saw seen seeing",
    "show": "shows showed shown showing",
    "swear": "swears swore sworn swearing",
    "hear": "hears heard hearing",
    "plead": "pleads pleaded pled pleading",
    "plan": "plans planned planning",
    "refer": "refers referred referring",
    "admit": "admits admitted admitting",
    "brief": "briefs briefed briefing",
    "label": "labels labelled labeled labelling labeling",
    "rebut": "rebuts rebutted rebutting",
    "beg": "begs begged begging",
    "dub": "dubs dubbed dubbing",
    "quip": "quips quipped quipping",
    "hold": "holds held holding",
    "snap": "snaps snapped snapping",
    "infer": "infers inferred inferring",
    "aver": "avers averred averring",
    "forget": "forgets forgot forgotten forgetting",
}
ADVERBS = words(
    """
    also repeatedly later earlier however then again recently previously further furthermore meanwhile
    nevertheless nonetheless instead now already still even once often
    only just yesterday today always never moreover therefore too twice
    """
)
AUXILIARIES = words("has have had was were is are be been being 's 've 'd ’s ’ve ’d did does do")
BEING = words("was were is are be been being")
MODALS = words("will would may might can could should must shall")
BEFORE_SUBJECT = words(
    "while although though as when after before because since but and or however meanwhile whereas if that yet so then"
)
PRONOUNS = words("he she they it we i him her them who")
PREPOSITIONS = words(
    """
    in on at during after before since from for with without by to according under over amid following despite
    among between about upon within through until against towards toward via as because when while once
    although if like unlike speaking commenting asked referring responding citing reacting given due regarding
    addressing writing quoting shortly earlier later last this
    """
)
TITLES = words(
    """
    president minister prime foreign defence defense interior finance health energy justice deputy vice chancellor
    king queen prince princess emir sheikh sultan governor mayor senator congressman congresswoman representative
    ambassador envoy secretary general secretary-general commander commander-in-chief colonel lieutenant major
    captain sergeant admiral brigadier marshal chief director chairman chairwoman chairperson spokesman
    spokeswoman spokesperson dr doctor professor mr mrs ms miss sir lord lady judge justice prosecutor attorney
    ayatollah mullah imam maulvi mawlawi pope archbishop bishop cardinal rabbi reverend father sister
    leader head official officer analyst expert economist historian lawyer journalist reporter activist
    gen col lt maj capt sgt adm brig sen rep gov prof rev hon pres ex-president ex-minister warlord
    coordinator commissioner premier speaker epidemiologist virologist scientist researcher legislator lawmaker mp
    """
)
ROLES = TITLES | words(
    """
    figure man woman member politician diplomat fighter militant insurgent soldier resident witness survivor
    villager farmer teacher nurse medic refugee victim adviser advisor aide source founder president-elect
    candidate challenger successor predecessor author editor engineer driver relative mother son daughter
    brother widow father-in-law husband wife student campaigner rapporteur negotiator mediator
    """
)
GROUP_HEADS = words(
    """
    group movement party government ministry army military force forces police agency organisation organization
    body company firm court council committee commission union alliance coalition administration authority
    authorities regime militia faction bloc front network watchdog charity hospital university embassy
    department office bank parliament opposition side mission team panel programme program fund institute
    statement report study survey document letter video post newspaper outlet channel broadcaster station
    """
)
GENERIC_PEOPLE = words("figure man woman official politician member veteran statesman person source")
PLURAL_PEOPLE = words(
    """
    officials sources witnesses residents experts analysts authorities spokespersons spokespeople spokesmen
    leaders ministers diplomats protesters activists doctors medics researchers scientists police rebels
    militants fighters commanders troops soldiers critics observers investigators prosecutors lawmakers
    legislators locals survivors reports media politicians members lawyers journalists teachers
    monitors mediators economists rescuers officers engineers inspectors
    """
)
PARTICLES = words("al el bin ibn bint de da del della des di dos du van von der den la le ul ur abu st")
NOT_NAMES = words(
    """
    the a an this that these those he she it they we i you his her its their our my your there here who what
    when where why how which while after before during in on at by for from to with without under over about
    and or but if as so yet however meanwhile according although though since because despite following amid
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow all any some many most both each every no not
    one two three four five six seven eight nine ten several various other another such more less few only even
    also then now still once again earlier later recently previously shortly immediately afterwards moreover
    furthermore additionally nevertheless nonetheless therefore thus instead indeed perhaps maybe yes
    mr mrs ms dr sir claiming saying adding citing speaking referring responding asked
    """
)
