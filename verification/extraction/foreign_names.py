"""The people of an article that is not in English: who "the minister", a surname or an oblique case mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verification.text.folding import PLAIN, folded, key
from verification.text.tokens import line_of
from verification.text.word_lists import words

from . import slavic_names
from .gazetteer import ENDINGS, gazetteer, stem

UPPER = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
NAME = rf"{UPPER}[\w’'-]+(?:\s(?:(?:de|del|la|von|van|bin|ben|al|el)\s){{0,2}}{UPPER}[\w’'-]+){{1,2}}"
# The words before a name that make it a place's or a body's: "vecinos de San Juan".
NOT_OF = "".join(rf"(?<!\s{word})" for word in words("de del du des la le les el los las en à au"))
# "le ministre de la Défense Paul Morel": a role, then at least two words in capitals that end the phrase.
THREE_NAMES = r"(?!(?:[A-ZÀ-Ý][a-zà-ÿ’'-]+\s){2}[A-ZÀ-Ý][a-zà-ÿ’'-]+$)"  # "Human Rights Watch" holds no role
ROLE_AND_NAME = re.compile(rf"^{THREE_NAMES}(?P<role>.*[^\W\d_]{{3,}}.*?){NOT_OF}\s(?P<name>{NAME})$")
# … and the whole of "el presidente José Luis Soto", where the role ends in small letters.
WHOLE_NAME = re.compile(rf"^(?P<role>(?:.*\s)?(?:[a-zà-ÿа-яёіїєґ][\w’'-]{{3,}}|ONG|НКО))\s(?P<name>{NAME})$")
# Words in Arabic, Persian and Pashto with which an office begins.
EASTERN_OFFICES = (
    r"(?:ال)?(?:متحدث|ناطق|رئیس|رییس|رئيس|وزیر|وزير|مدير|مدیر|نائب|قائد|أمين|محافظ|حاكم|سفير|سفیر|مندوب|مبعوث|صاحب"
    r"|سخنگو|سخنګو|معاون|فرمانده|فرماندار|استاندار|دبیر|والی|والي|قوماندان|ویاند|مشر|نماینده|دادستان|عضو|مفوض|منسق)"
)
OFFICE_FIRST = re.compile(rf"(?:و?كان(?:ت)?\s|و)?{EASTERN_OFFICES}(?:[^\W\d_]{{0,3}})\s")
TITLED = re.compile(r"^(?:M|MM|Mme|Mlle|Me|Dr|Dre|Pr|Mgr|Sr|Sra|Don|Doña)\.?\s(?=[A-ZÀ-Ý])")
NAMED = {
    "latin": re.compile(rf"(?P<name>{NAME})\s?,\s(?P<role>[^,.;:«»“”\"]{{4,80}})(?=[,.])"),
    "arabic": re.compile(
        r"(?:^|[.؟!]\s|\b[وف]?(?:قال|قالت|أعلن|أضاف|صرح)\s)(?P<name>(?!و?(?:قال|قالت|أعلن|أضاف"
        r"|صرح)\s)[^\s،.«»]+(?:\s[^\s،.«»]+){1,2})\s?،\s"
        r"(?P<role>[^،.؛:«»]{4,70})،"
    ),
}
ARABIC = frozenset({"fa", "prs", "ps", "ar"})
CYRILLIC = frozenset({"ru", "uk"})
SMALL = words(
    "le la les l un une des du de el los las al del y et en à و در از به که د په له في من على в на и из по за та і у з"
)
NO_FIRST_NAME = words(
    """
    pour selon après avant depuis dans en à sur contre avec sans chez mais et outre para según tras ante desde con por
    sin pero y como а и но как для после при на в у по за та і як про після під над
    """
)
MOST_ROLES = 200
STEM, LATIN_STEM = 5, 8
# Endings of the genitive of nouns for men who hold an office: "губернатора", "мэра", "президента".
OFFICE = re.compile(r"(?:тор|ент|ант|эр|ер|ир|ист|ник|лог|арь|ман|атар|ар|ор|ік|іст)а$")

# Other endings of the genitive, with those of the nominative; the sure ones need not stand in the article.
OBLIQUE = (
    ("ції", "ція", True), ("ции", "ция", True), ("ниці", "ниця", True), ("ницы", "ница", True), ("ии", "ия", True),
    ("ствия", "ствие", True), ("жбы", "жба", True), ("жби", "жба", True), ("ства", "ство", True), ("ів", "и", False),
    ("ов", "ы", False), ("ей", "и", False), ("ых", "ые", False),
    ("их", "і", False), ("и", "а", False), ("ы", "а", False), ("і", "я", False), ("у", "", False), ("а", "", False),
    ("я", "й", False), ("я", "ь", False),
)  # fmt: skip


class People:
    """Who is who in an article. Built once, in one pass over its passages."""

    def __init__(self, lines: Iterable[str], language: str) -> None:
        self.language = language
        self.known: dict[str, str] = {}
        self.known_by_name: set[str] = set()
        self.surnames: dict[str, str] = {}  # of those whose name an apposition explains: "Salvador Soto, minister"
        self.roles: list[tuple[frozenset[str], str, str]] = []
        self.vocabulary: set[str] = set()
        pattern = NAMED["arabic" if language in ARABIC else "latin"]
        for line in lines:
            if language in CYRILLIC:
                self.vocabulary.update(PLAIN.findall(folded(line)))
            for match in pattern.finditer(line):
                if language not in ARABIC or OFFICE_FIRST.match(match["name"]) is None:
                    self.holds(match["name"], match["role"])

    def holds(self, name: str, role: str) -> None:
        """Remembers what somebody is called besides their name."""
        if name.split()[0].lower() not in NO_FIRST_NAME:
            self.surnames.setdefault(name.split()[-1], name)
        described = self.keys(role)
        if described and len(self.roles) < MOST_ROLES:
            self.roles.append((described, self.head(role), name))

    def add(self, names: Iterable[str]) -> None:
        """The names of those who plainly say something; a surname alone means whoever bears it."""
        bare = {self.without_role(TITLED.sub("", name)) for name in names}
        self.known |= {name: name for name in bare}
        for name in sorted(bare, key=lambda name: (len(name), name)):
            last = name.split()[-1]
            if len(name.split()) > 1 and last[:1].isupper() and self.known.get(last, last) == last:
                self.known[last] = name
                self.known_by_name |= {last, name}

    def declined(self, name: str, *, is_subject: bool) -> str:
        """A name as it stands by itself: "Олег Синяк" of "Олега Синяка", "طالبان" of "طالبانو"."""
        if self.language in CYRILLIC:
            plain = slavic_names.nominative(without_place(name), is_subject=is_subject)
            is_changed = plain != name and name[:2].lower() not in ("в ", "у ")
            return plain if is_subject or is_changed else genitive_plain(plain)
        if self.language == "ps":
            return pashto_plain(name)
        return name

    def head(self, phrase: str) -> str:
        """The first word of a description that carries meaning: "porte-parole" of "porte-parole de la junte"."""
        found = [word for word in PLAIN.findall(folded(phrase)) if word not in SMALL and len(word) > 2]
        return next(iter(self.keys(found[0])), "") if found else ""

    def keys(self, phrase: str) -> frozenset[str]:
        found = [word for word in PLAIN.findall(folded(phrase)) if word not in SMALL and len(word) > 2]
        longest = STEM if self.language in CYRILLIC else LATIN_STEM
        return frozenset(key(word) if self.language in ARABIC else word[:longest] for word in found)

    def without_role(self, name: str) -> str:
        """The person of "the minister Paul Morel"; the role is remembered."""
        match = ROLE_AND_NAME.match(name)
        if match is None:
            return name
        match = WHOLE_NAME.match(name) or match
        line = line_of(match["name"])
        if gazetteer("places", self.language).find(line, match["name"]):
            return name
        if gazetteer("bodies", self.language).find(line, match["name"]):
            return name
        self.holds(match["name"], match["role"])
        return match["name"]

    def meant(self, name: str, *, is_subject: bool = False) -> str:
        """The fullest name of whom a phrase means, or the phrase."""
        name = self.without_role(TITLED.sub("", name))
        if name in self.known and self.known[name] != name:
            return self.known[name]
        if name in self.surnames and self.language not in ARABIC:
            return self.surnames[name]
        name = self.declined(name, is_subject=is_subject)
        if self.language in CYRILLIC:
            name = self.nominative(name)
        asked = self.keys(name)
        is_name = name.split()[-1:] != name.split()[:1] and name.split()[-1][:1].isupper()
        if asked and name not in self.known_by_name and (self.language in ARABIC or not is_name):
            holders = {person for role, head, person in self.roles if asked <= role and head in asked}
            if len(holders) == 1:
                return holders.pop()
        return self.known.get(name, name)

    def nominative(self, name: str) -> str:
        """ "Белова" after "по словам" is Белов, where the article knows him, and "губернатора" the governor."""
        spoken = name.split()
        for person in self.known.values():
            parts = person.split()
            if len(spoken) in (1, len(parts)) and parts[-1][:1].isupper() and spoken[-1] != parts[-1]:
                pairs = zip(reversed(spoken), reversed(parts), strict=False)
                if all(is_form_of(word, part) for word, part in pairs):
                    return person
        first = spoken[0] if spoken else ""
        if len(first) > 3 and first.endswith("а") and OFFICE.search(first):
            return " ".join([first[:-1], *spoken[1:]])
        for ending, plain, is_sure in OBLIQUE:
            if len(first) > 4 and first.endswith(ending):
                bare = first[: -len(ending)] + plain
                if is_sure or folded(bare) in self.vocabulary:
                    return " ".join([bare, *spoken[1:]])
        return name


def pashto_plain(name: str) -> str:
    """Pashto speakers of the past stand in the oblique case: "طالبانو" said it, "یوه ځایي اوسېدونکي" did."""
    first, *rest = name.split()
    if first == "یوه" and rest and rest[-1].endswith("ي"):
        return " ".join(["یو", *rest[:-1], rest[-1][:-1] + "ی"])
    for oblique, plain in PASHTO_PLURALS:
        if name.endswith(oblique):
            ahead = [re.sub("ییزو$", "ییز", word) for word in name.split()[:-1]]
            return " ".join([*ahead, name.split()[-1][: -len(oblique)] + plain])
    return name


PASHTO_PLURALS = (("انو", "ان"), ("واکو", "واکي"), ("ونکو", "ونکي"))


def genitive_plain(name: str) -> str:
    """The nominative of "according to the World Bank's" in Russian and Ukrainian, as far as endings tell it for sure.

    "Світового банку" is Світовий банк, "обласній адміністрації" обласна адміністрація, "«Мемориала»" «Мемориал».
    """
    quoted = re.fullmatch(r"([«„“])(\w{3,})(а|ы|ии|и)([»”“])", name)
    if quoted is not None:
        plain = {"а": "", "ы": "а", "ии": "ия", "и": "а"}[quoted[3]]
        return f"{quoted[1]}{quoted[2]}{plain}{quoted[4]}"
    spoken = name.split()
    several = next((at for at, word in enumerate(spoken[:3]) if word.lower() in PLURALS), None)
    if several is not None and all(word[-2:] in ("ых", "их") for word in spoken[:several]):
        ends = " ".join(spoken[:several])
        is_russian = "ых" in ends or re.search("[іїєґ]|ьк|них", name.lower()) is None
        plain = PLURALS[spoken[several].lower()][0 if is_russian else 1]
        ahead = [word[:-1] + "е" if is_russian else word[:-2] + "і" for word in spoken[:several]]
        return " ".join([*ahead, plain if spoken[several].islower() else plain.capitalize(), *spoken[several + 1 :]])
    at = 0
    while at < len(spoken) - 1 and ADJECTIVE.search(spoken[at]):
        at += 1
    if at == 0 or not spoken[at][:1].isalpha():
        return name
    is_man = spoken[0].endswith("го")
    noun = spoken[at]
    for ending, plain in MASCULINE if is_man else FEMININE:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            is_ukrainian = bool(re.search("[іїєґ]|ції$|ового |ої$", name.lower())) or noun.endswith("ку")
            ahead = [adjective(word, is_man=is_man, is_ukrainian=is_ukrainian) for word in spoken[:at]]
            return " ".join([*ahead, noun[: -len(ending)] + plain, *spoken[at + 1 :]])
    return name


ADJECTIVE = re.compile(r"\w{2}(?:ого|его|ої|ой|ей|ій)$")
MASCULINE = (("теля", "тель"), ("ця", "ець"), ("у", ""), ("а", ""), ("ю", "й"))
FEMININE = (
    ("ції", "ція"), ("ії", "ія"), ("ии", "ия"), ("ости", "ость"), ("ості", "ість"), ("и", "а"), ("ы", "а"),
    ("ді", "да"), ("де", "да"), ("бі", "ба"), ("бе", "ба"), ("турі", "тура"), ("туре", "тура"),
)  # fmt: skip


def adjective(word: str, *, is_man: bool, is_ukrainian: bool) -> str:
    if not is_man:
        return word[:-2] + ("а" if is_ukrainian else "ая")
    soft = word[:-3]
    hard = "ий" if is_ukrainian or soft[-1] in "кгхшщчж" or word.endswith("его") else "ый"
    return soft + hard


def without_place(name: str) -> str:
    """The body of "У Нацбанку пояснили": "Нацбанк"."""
    found = IN_BODY.match(name)
    if found is None:
        return name
    first, *rest = found["body"].split()
    for ending, plain in LOCATIVE:
        if first.endswith(ending) and len(first) > len(ending) + 2 and not ADJECTIVE.search(first):
            return " ".join([first[: len(first) - len(ending)] + plain, *rest])
    return genitive_plain(found["body"])


# "за даними Повітряних сил", "по данным украинских властей": several in the genitive, with the nominative of both.
PLURALS = {
    "сил": ("силы", "сили"), "войск": ("войска", "війська"), "військ": ("війська", "війська"),
    "властей": ("власти", "власти"), "служб": ("службы", "служби"), "источников": ("источники", "источники"),
    "джерел": ("джерела", "джерела"), "органов": ("органы", "органы"), "органів": ("органи", "органи"),
    "следователей": ("следователи", "следователи"), "слідчих": ("слідчі", "слідчі"), "медиков": ("медики", "медики"),
    "медиків": ("медики", "медики"), "врачей": ("врачи", "врачи"), "лікарів": ("лікарі", "лікарі"),
    "экспертов": ("эксперты", "эксперты"), "експертів": ("експерти", "експерти"),
    "активистов": ("активисты", "активисты"), "активістів": ("активісти", "активісти"),
    "спасателей": ("спасатели", "спасатели"), "рятувальників": ("рятувальники", "рятувальники"),
    "очевидцев": ("очевидцы", "очевидцы"), "очевидців": ("очевидці", "очевидці"), "жителей": ("жители", "жители"),
    "жителів": ("жителі", "жителі"), "боевиков": ("боевики", "боевики"), "бойовиків": ("бойовики", "бойовики"),
    "правозащитников": ("правозащитники", "правозащитники"), "правозахисників": ("правозахисники", "правозахисники"),
    "военных": ("военные", "военные"), "військових": ("військові", "військові"), "соцсетях": ("соцсети", "соцсети"),
    "соцмережах": ("соцмережі", "соцмережі"),
}  # fmt: skip
IN_BODY = re.compile(r"^(?:[УуВв]|[Вв]о)\s(?P<body>\S.*)$")
LOCATIVE = (
    ("здраве", "здрав"), ("здраві", "здрав"),
    ("жбе", "жба"), ("жбі", "жба"), ("нте", "нт"), ("нті", "нт"), ("уте", "ут"), ("уті", "ут"),
    ("турі", "тура"), ("туре", "тура"), ("рі", "р"), ("ре", "р"), ("бі", "б"), ("бе", "б"),
    ("стві", "ство"), ("стве", "ство"), ("ції", "ція"), ("ции", "ция"), ("ії", "ія"), ("ии", "ия"), ("нку", "нк"),
    ("нке", "нк"), ("аті", "ат"), ("ате", "ат"), ("еті", "ет"), ("ете", "ет"), ("уді", "уд"), ("уде", "уд"),
    ("ісі", "іс"), ("исе", "ис"), ("лі", "ль"), ("ле", "ль"), ("ні", "на"), ("не", "на"), ("ві", "ва"), ("ве", "ва"),
)  # fmt: skip


def is_form_of(word: str, nominative: str) -> bool:
    """Whether a word is a name in another case."""
    bare = stem(folded(nominative))
    return folded(word).startswith(bare) and folded(word)[len(bare) :] in ENDINGS
