"""Words that mean one state: its name, its people, its capital, its seat of power. "Moscow" answers for "Russian"."""

from verification.text.word_lists import words as listed

LISTED = """
russia russian russians moscow kremlin putin
ukraine ukrainian ukrainians kyiv kiev zelensky zelenskyy
china chinese beijing
us usa american americans washington pentagon white-house
uk britain british london downing
iran iranian iranians tehran
israel israeli israelis jerusalem idf
palestine palestinian palestinians gaza hamas
syria syrian syrians damascus assad
turkey türkiye turkish ankara turks
saudi saudis riyadh
yemen yemeni yemenis sanaa houthi houthis
india indian indians delhi
pakistan pakistani pakistanis islamabad
afghanistan afghan afghans kabul taliban
armenia armenian armenians yerevan
azerbaijan azerbaijani azeri baku
georgia georgian georgians tbilisi
france french paris
germany german germans berlin
spain spanish madrid
italy italian italians rome
poland polish warsaw
belarus belarusian minsk
hungary hungarian budapest
serbia serbian serbs belgrade
kosovo kosovar pristina
north-korea pyongyang korean
japan japanese tokyo
taiwan taiwanese taipei
myanmar burmese burma naypyidaw tatmadaw
ethiopia ethiopian ethiopians addis
eritrea eritrean eritreans asmara
tigray tigrayan tigrayans tplf
sudan sudanese khartoum juba
egypt egyptian cairo
libya libyan tripoli
iraq iraqi iraqis baghdad
lebanon lebanese beirut hezbollah
venezuela venezuelan caracas maduro
cuba cuban havana
brazil brazilian brasilia
mexico mexican
colombia colombian bogota farc
nigeria nigerian abuja
kenya kenyan nairobi
rwanda rwandan kigali
congo congolese kinshasa
mali malian bamako
niger nigerien niamey
qatar qatari doha
bangladesh bangladeshi dhaka
cambodia cambodian
thailand thai bangkok
philippines philippine filipino manila
vietnam vietnamese hanoi
chechnya chechen grozny
netherlands dutch
malaysia malaysian
canada canadian ottawa
uganda ugandan ugandans kampala
somalia somali somalis mogadishu
chad chadian chadians ndjamena n’djamena
burkina burkinabe ouagadougou
zimbabwe zimbabwean zimbabweans harare
mozambique mozambican maputo
tanzania tanzanian tanzanians dodoma
cameroon cameroonian cameroonians yaoundé
burundi burundian burundians gitega
angola angolan luanda
ghana ghanaian ghanaians accra
senegal senegalese dakar
tunisia tunisian tunisians tunis
algeria algerian algerians algiers
morocco moroccan moroccans rabat
nepal nepali nepalese kathmandu
indonesia indonesian indonesians jakarta
kazakhstan kazakh kazakhs astana
kyrgyzstan kyrgyz bishkek
tajikistan tajik tajiks dushanbe
uzbekistan uzbek uzbeks tashkent
turkmenistan turkmen ashgabat
moldova moldovan moldovans chisinau
romania romanian romanians bucharest
greece greek greeks athens
cyprus cypriot cypriots nicosia
bosnia bosnian bosnians sarajevo
sweden swedish swedes stockholm
norway norwegian norwegians oslo
finland finnish finns helsinki
denmark danish danes copenhagen
peru peruvian peruvians
ecuador ecuadorian quito
nicaragua nicaraguan managua ortega
haiti haitian haitians
kuwait kuwaiti kuwaitis
bahrain bahraini manama
emirates emirati emiratis uae dhabi
australia australian canberra
"""
NATION = {word: line.split()[0] for line in LISTED.strip().splitlines() for word in line.split()}


def nations(text: str) -> frozenset[str]:
    """The states that the words of a text point to."""
    words = text.lower().replace("’s", "").replace("'s", "").replace("-", " ").replace(",", " ").split()
    return frozenset(NATION[word] for word in words if word in NATION)


# What is said of a state and names nobody: "the Afghan province of Herat" speaks of no body "Afghan".
ADJECTIVES = listed(
    """
    russian ukrainian chinese american british iranian israeli palestinian syrian turkish saudi yemeni indian pakistani
    afghan armenian azerbaijani azeri georgian french german spanish italian polish belarusian hungarian serbian korean
    japanese taiwanese burmese ethiopian eritrean tigrayan sudanese egyptian libyan iraqi lebanese venezuelan cuban
    brazilian mexican colombian nigerian kenyan rwandan congolese malian qatari bangladeshi cambodian thai vietnamese
    dutch malaysian canadian ugandan somali chadian zimbabwean mozambican tanzanian cameroonian burundian angolan
    ghanaian senegalese tunisian algerian moroccan nepali nepalese indonesian kazakh tajik uzbek kyrgyz moldovan
    romanian greek cypriot bosnian swedish norwegian finnish danish peruvian ecuadorian nicaraguan haitian kuwaiti
    bahraini emirati australian african european asian arab western islamic muslim kurdish austrian swiss czech
    """
)
