"""English words that make a statement worth checking, or take that away.

Each feature has a weight, the plain words for the person who reads why, and a pattern over lower-case text. The
weights were set by hand on news about conflicts, politics, health and the economy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .gated import Gated


@dataclass(frozen=True, slots=True)
class Feature:
    """Something seen in a statement; a positive weight speaks for checking it."""

    weight: float
    why: str
    pattern: re.Pattern[str]
    alone: re.Pattern[str]  # the expressions that are one word
    begins: re.Pattern[str] | None  # the words by which the others are looked for; None where that may be any


def listed(expressions: str, *, after: str = r"\b") -> str:
    """A pattern for any of the expressions, which are written with spaces between and "_" for a space inside."""
    return r"\b(?:" + "|".join(expressions.split()).replace("_", r"\s").replace(TELLS, "") + ")" + after


def feature(weight: float, why: str, expressions: str, *, after: str = r"\b") -> Feature:
    each = expressions.split()
    alone = [one for one in each if ONE_WORD.fullmatch(one)] if after in ENDS_A_WORD else []
    begins = [telling_word(one) for one in each if one not in alone]
    stem = STEM if after == STEM else ""
    return Feature(
        weight,
        why,
        re.compile(listed(expressions, after=after)),
        re.compile(anyone_of(alone) + stem),
        None if None in begins else re.compile(anyone_of([first for first in begins if first]) + stem),
    )


def telling_word(expression: str) -> str | None:
    """A pattern for the word that is marked in an expression, else for its first; None where that does not show."""
    first = BETWEEN_WORDS.split(expression.rpartition(TELLS)[2], maxsplit=1)[0]
    if first.startswith(r"\d"):
        return r"\d\w*"
    return first if ONE_WORD.fullmatch(first) and first.count("(") == first.count(")") else None


def anyone_of(expressions: list[str]) -> str:
    return "(?:" + "|".join(expressions) + ")" if expressions else "(?!)"


TELLS = "~"  # stands before the word by which an expression is looked for, where that is not its first
ONE_WORD = re.compile(r"(?:[a-z?*+|()]|\\w|\(\?:|\[[a-z]+\])+")
BETWEEN_WORDS = re.compile(r"_|\\s|\['’\]|\(\?!|\[\\d")


STEM = r"\w*"
ENDS_A_WORD = (r"\b", r"(?!\w)", STEM)
PERIODS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday"
    "|thursday|friday|saturday|sunday|week|weekend|month|year|night|morning|evening"
)
FOR = [
    feature(
        0.22,
        "gives a number",
        """
        \\d[\\d.,]*(?:\\s?%|_percent|_per_cent)? two three four five six seven eight nine ten eleven twelve dozens?
        hundreds? thousands? millions? billions? half third quarter majority twice doubled?
        """,
        after=r"(?!\w)",
    ),
    feature(
        0.10,
        "says when",
        rf"""
        (?:in|on|since|by|until|from|last|this|of|late|early)_(?:the_)?~(?:{PERIODS})
        (?:in|on|since|by|until|from|last|this|of|late|early)_(?:the_)?~\d{{4}}s? yesterday today
        """,
    ),
    feature(
        0.15,
        "reports an event",
        """
        kill murder execut attack bomb shell strike struck raid ambush fight fought battle clash wound injur die shoot
        shot captur seiz recaptur occup withdr[ae]w retreat advanc deport arrest detain jail imprison tortur abduct
        kidnap assassinat massacr destroy damag demolish collaps explod flood evacuat displac fle[ed] starv sign agree
        refus reject ratif recogni[sz] elect win won vot appoint resign sack dismiss found form establish
        launch deploy
        suppl send sent deliver receiv pay paid spen[dt] invest cut rais fell rose increas decreas violat breach ban
        block close open infect vaccinat caus report confirm den[iy] accus invit meet met hold held travel
        visit return
        join leave left come came go went stand control lose lost take took reach publish announc produc export import
        sanction expel lift restor approv pass reduc prevent tr(?:y|ied) fail discover discuss attend participat
        negotiat mediat offer provid host organi[sz] interview enjoy plan commit drop climb grew grow spread hit
        """,
        after=STEM,
    ),
    feature(0.12, "speaks of what has happened", "was were had did has have", after=r"\b(?!_to\b)".replace("_", " ")),
    feature(
        0.15,
        "speaks of violence or casualties",
        """
        kill murder dead death dies? died wound injur attack bomb shell strikes? massacre genocide atrocit
        crimes? tortur
        casualt civilian victim execut assassinat hostage missile drone rocket explosion shooting rape famine starv
        """,
        after=STEM,
    ),
    feature(
        0.12,
        "speaks of forces or territory",
        """
        troops fighters soldiers forces army military militia rebels territory control\\w* captured seized
        occupied villages?
        province border front_?line base battle weapons
        """,
    ),
    feature(
        0.12,
        "speaks of a deal, a vote or an office",
        """
        talks agreement deal treaty ceasefire truce vote[sd]? election ballots? results? sanctions
        recogni[sz]\\w+ minister
        parliament court law government meeting
        """,
    ),
    feature(
        0.12,
        "speaks of health or money",
        """
        cases virus vaccin\\w* outbreak disease hospital doses patients inflation exports? imports? tonnes
        budget price[sd]?
        dollars? euros? unemployment economy aid
        """,
    ),
    feature(
        0.25,
        "assigns responsibility",
        "responsib\\w+ accus\\w+ blam\\w+ behind_the_(?:attack|killing|bombing)s? caused_by carried_out",
    ),
    feature(
        0.25,
        "is a denial or a refusal",
        "den(?:y|ies|ied|ying) refus\\w+ reject\\w+ not_involved no_involvement",
    ),
    feature(
        0.25,
        "says what is not so",
        """
        not? never nor neither none nobody nothing (?:do|does|did|is|was|were|are|has|have|had)n['’]t
        """,
    ),
    feature(
        0.25,
        "names a poll or a record",
        """
        evidence polls? polling polled surveys? surveyed study studies data turnout records? documents? statistics
        figures findings? proof ratings? census samples?
        """,
    ),
]
AGAINST = [
    feature(
        0.45,
        "asks for something",
        """
        must should ought_to needs?_to has_to have_to had_better let['’]s let_~us call(?:s|ed|ing)?_(?:for|on|upon)
        urg(?:e|es|ed|ing) appeal(?:s|ed|ing)?_(?:for|to) demand(?:s|ed|ing)? the_~need_(?:to|for)
        requires?_(?:\\w+_)?(?:action|effort|measures|support) please deserves?
        """,
    ),
    feature(
        0.50,
        "looks ahead",
        """
        will won['’]t would shall going_to (?:i|we|you|he|she|it|they|who)['’]ll may might could
        (?:is|are)_(?:likely|expected|set|due|bound)_to
        """,
    ),
    feature(0.30, "says what can or cannot be", "can cannot can['’]t impossible possible"),
    feature(
        0.40,
        "values",
        """
        futile unacceptable acceptable illegitimate legitimate unjust shame\\w* disgrace\\w* outrage\\w* heroic brave
        beautiful terrible horrible great wonderful excellent hopeful promising proud honou?r\\w* regret\\w* sad sorry
        happy glad unfortunate\\w* fortunate\\w* ridiculous absurd nonsense shocking appalling important urgent
        crucial
        vital essential fundamental wrong evil good bad best worst incorrect worthy pariah values principles noble
        immoral dignity cowardly barbaric courageous inspiring disappoint\\w* respect(?:s|ed)? disagree\\w* reckless
        irresponsible null_and_void
        credible(?!_report)
        """,
    ),
    feature(
        0.30,
        "compares",
        """
        like_an? likened? no_(?:less|more|better|worse)_~than (?:more|less)_\\w+_~than(?!_\\d) as_~if akin_to
        the_~(?:last|only|greatest|biggest)_(?:\\w+_){1,3}(?:hope|solution|option|alternative|chance|voice|representative)
        """,
    ),
    feature(
        0.35,
        "says what somebody wants",
        """
        (?:want|wish|hope|intend|desire|aim|trust)(?:s|es)?_(?:to|that|for|in|war|peace)
        (?:willing|ready|determined|prepared)_to
        (?:our|my)_(?:\\w+_)?(?:trust|hope|dream|aim|goal)s? no_(?:other_)?(?:choice|option|alternative)
        do(?:es)?_not_want do(?:es)?n['’]t_want
        """,
    ),
    feature(
        0.20,
        "speaks of everybody",
        "the_~world everyone everybody nobody history humanity always our_~people the_~people",
    ),
    feature(
        0.25,
        "sets a condition",
        r"""(?:^|(?<=that\s)|(?<=,\s)|(?<=[“"]))~(?:if|unless|whether) in_~case provided_that""",
    ),
    feature(
        0.40,
        "tells of feelings and what is believed",
        """
        god lord heaven hell faith dreams? love[sd]? hearts? souls? spirit hopes? fears? future legacy moments? story
        stories history destiny prayers? pray(?:s|ing|ed)? thoughts bless\\w* condolences? messages? tone narrative
        tragedy
        """,
    ),
    feature(
        0.40,
        "paints a scene",
        """
        crowds? cheer\\w* applau\\w* audience laugh\\w* smil(?:es?|ed|ing) jok(?:es?|ed|ing) wept weep\\w*
        hug(?:s|ged|ging) chant\\w* boo(?:ed|s|ing) shout\\w* tears sobb\\w* podium microphones?
        embrac(?:es?|ed|ing) candles? wav(?:ed|ing) grinn\\w* nodd\\w*
        """,
    ),
]
# What only says who spoke, where and when, or points the reader somewhere.
STAGE = Gated(
    listed(
        """
        (?:made|making)_(?:these|the|this|his|her|their|such)_(?:remarks?|comments?|statements?)
        delivered_(?:an?_|the_)?(?:\\w+_)?(?:speech|speeches|address|remarks)
        spoke_(?:to|with)_(?:reporters|journalists|the_press) i_(?:interviewed|met|spoke) key_takeaways
        (?:interview|conference|briefing)_(?:was|is)_(?:held|conducted|published)
        (?:declined|refused)_to_comment refrained_from_providing (?:did|has)_not_(?:immediately_)?respond(?:ed)?_to
        (?:could|can)_?(?:not|n['’]t)_(?:immediately_)?be_(?:immediately_)?reached
        """
    )
    # All of it stands behind one look for the beginning of a word.
    + r"|\b(?:^(?:this|that|it|all this) (?:is|was) according to\b"
    + r"|^(?:read on|here are|see also|read more|interview(?: with|:))"
    # A bare doubt about what stands before it.
    + r"|^(?:it|this) (?:is|was|remains|remained) (?:still |not |yet |immediately |also )*(?:clear|unclear|unknown)\b"
    + r"|(?:claims?|accounts?|reports?|figures?|it|this|that|they|details) (?:could|can|has|have) ?(?:not|n['’]t) "
    + r"(?:be |been )?(?:immediately |independently )*(?:verified|confirmed)"
    # What nobody could find out, where a sentence says no more than that.
    + r"|^(?:whether|how many|who|why|the (?:exact |true |real )?(?:cause|number|motive|reason|extent))"
    + r"\b[^,;“”\"]{0,90} "
    + r"(?:(?:could|can) ?not be|(?:has|have|was|were) (?:not|never) (?:yet )?(?:been )?|may never be)\s?(?:\w+ly )?"
    + r"(?:established|determined|verified|confirmed|known|clear)\.?$"
    + r"|^it (?:was|is|has been|proved) (?:not (?:yet )?possible|impossible) to "
    + r"(?:establish|verify|determine|confirm|say)\b"
    + r"|^(?:[\w’'.-]+ ){1,4}(?:could not|couldn['’]t"
    + r"|(?:has|have|had|was|were)(?: been)? (?:not (?:been )?able|unable) to) "
    + r"(?:\w+ly ){0,2}(?:verify|confirm|authenticate|check)\b[^,;“”\"]{3,60}\.?$"
    + r"|^(?:[\w’'.-]+ ){1,6}(?:has |have |had )?(?:declined|refused) to (?:confirm|comment|say|discuss)"
    + r"\b[^,;“”\"]{0,40}\.?$"
    + r"|neither (?:account|claim|report|figure|version)s? (?:could|can|has|have) (?:be |been )?\w*\s?(?:veri|conf))",
    "remark comment statement deliver spoke interview takeaway conference briefing refrained respond according read"
    " here see_also clear unknown veri conf met reached establish determin known authentic check declin refus"
    " possible",
)
FINITE_WORDS = """
    is are was were be been has have had can do does did will would says? said went came took made gave got left
    held met won lost fell rose led ran began became saw knew sent spent paid built sold told fought fled hit put
    set cut shut let kept broke spoke wrote drew grew flew threw shot stood sits? stands? remains? shows?
    controls?
    holds? includes? contains? costs? lives? works? claims? deny denies accuses? believes? \\w{2,}ed
    \\w{3,}[^s\\W]s
    """
FINITE_WORD = re.compile(anyone_of(FINITE_WORDS.split()))
FINITE = re.compile(listed(FINITE_WORDS) + r"|n['’]t\b|['’](?:s|re|ve)\b")
DIGIT = re.compile(r"\d")
# In other languages: nothing but that something could not be checked.
STAGE_ELSEWHERE = re.compile(
    r"نتوانست\w*[^.]{0,60}(?:تأیید|تایید)|لم يتسن|لم نتمكن"
    r"|не (?:удалось|смогли?) (?:независимо )?(?:подтвердить|проверить)"
    r"|n['’](?:a|ont) pas pu (?:être )?(?:vérifi|confirm)|no (?:pudo|pudieron|ha podido) (?:verificar|confirmar)"
    # What nobody knows, or has confirmed, where a sentence says no more than that.
    r"|^(?:هنوز |تاکنون )?(?:روشن|معلوم|مشخص) نیست|هیچ (?:نهاد|منبع|مرجع"
    r"|سازمان) مستقل\w*[^.]{0,40}(?:تأیید|تایید) نکرده"
    r"|لا (?:تایید|تأیید|معلوم|څرګند|جوت)[^.]{0,20} نه د|خپلواک\w* (?:توګه|ډول) نه (?:دي|دی|ده) (?:تایید|تأیید)"
    r"|^ولم يتضح|^لم يتضح|^و?لا يزال [^.]{0,40}(?:مجهول|غير (?:معروف|واضح))|لم (?:يؤكد|تؤكد)[^.]{0,30}مستقل"
    r"|^(?:подтвердить|проверить|підтвердити|перевірити)[^.]{0,60}не (?:удалось|вдалося)"
    r"|(?:пока|наразі|досі|до сих пор) (?:неизвестно|неясно|невідомо|незрозуміло)[.,]?$|оста[её]тся (?:неизвестн|неясн)"
    r"|^aucune? (?:source|autorité|organisation|institution)[^.]{0,30}(?:confirm|vérifi)"
    r"|rest(?:e|ent|ait|aient) (?:encore )?(?:inconnu|à (?:établir|confirmer|déterminer)|flou)|^on ignore"
    r"|^ningun[ao] (?:fuente|autoridad|organización|organismo)[^.]{0,40}(?:confirm|verific)|^se desconoce"
    r"|^(?:aún|todavía) no (?:está claro|se sabe|se conoce)",
    re.IGNORECASE,
)
