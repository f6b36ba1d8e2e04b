"""What of a claim can be judged: whether it is so, or only whether it was said.

Who denies that the dam failed says that it stands, and that is so or not. Who "rejected the accusation" or "denied it"
says only that what somebody else says is not so. The accusation is a claim of its own and has this denial beside it: to
judge its content here would be to judge the same matter twice, from words that do not say what it is.
"""

from __future__ import annotations

import re

from verification.text.folding import key
from verification.text.word_lists import words
from verification.vocabulary import Target

from .clauses import clause
from .cues import VERBS, Family, tokens
from .model.untrue import STRESSED, UNTRUE
from .passage import Passage
from .said import Said

ENGLISH = "en"
WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
SPOKEN = r"(?:accusations?|allegations?|charges?|claims?|reports?|accounts?|suggestions?|rumou?rs?|assertions?|version)"
NAMELESS = (
    rf"(?P<what>(?:the|this|that|these|those|such|all|both|any|his|her|its|their|all (?:the|these|those)) "
    rf"(?:[\w’'-]+ )?{SPOKEN}|accusations|allegations|charges|all of (?:it|this|that|them)|it|this|that|them|these"
    r"|those|(?:any |all |having any )?(?:wrongdoing|involvement|responsibility|guilt))"
)
BY = r"(?: (?:made|levelled|leveled|brought))?(?: (?:by|from|against)(?: [\w’'-]+){1,5}?)?"
AS = rf"(?:,? (?:as|to be|calling (?:it|them)) (?:[\w-]+ )?{STRESSED}{UNTRUE}(?: and [\w ]+)?)?"
HOW = r"(?:,? (?:outright|entirely|completely|categorically|strongly|again|earlier|on \w+day|in a statement))?"
DENIES_NOTHING_NAMED = re.compile(rf" {NAMELESS}{BY}{AS}{HOW}[.!]?$", re.IGNORECASE)
# "A spokesman called them baseless": a denial by another verb.
CALLS = words("call calls called describe describes described label labels labelled labeled brand branded")
CALLED_UNTRUE = re.compile(rf" {NAMELESS} (?:as )?(?:an? )?(?:[\w-]+ )?{STRESSED}{UNTRUE}{HOW}[.!]?$", re.IGNORECASE)
OF_IT = re.compile(r" (?:of|for) (?P<what>it|this|that|them)[.!]?$")
MAY_DENY = re.compile(r"\b(?:den|reject|refut|rebut|dismiss|disput|contradict|accus|blam|call|describ|label|brand)")
SAYS_OF_WHAT = words("of for over that when after in by as ,")
MOST_ACCUSED = 6  # words for who is accused
DECIDING = words("court courts judge judges tribunal jury magistrate prosecutors commission regulator")
WRAPPED = re.compile(r"^[^“]{1,80} said: “(.+)”$")
# The same in other languages: words for what is denied, then small ones that stand with them.
ABROAD = {
    "fr": ("accusations accusation allégations affirmations informations cela", "ces cette les l toutes le la en bloc"),
    "es": ("acusaciones acusación alegaciones señalamientos", "las la esas esa estas esta todas los esos de"),
    "ru": ("обвинения обвинение утверждения сообщения это", "эти все всё в его ее её их свой адрес"),
    "uk": ("звинувачення твердження повідомлення це", "ці всі усі на в його її їх свою адресу"),
    "fa": ("اتهام اتهامات اتهام‌ها ادعا ادعاها ادعای گزارش گزارش‌ها", "این آن را همه"),
    "ps": ("تور تورونه ادعا ادعاوې راپور راپورونه", "دا دغه ټول"),
    "ar": ("الاتهامات الاتهام المزاعم الادعاءات التقارير", "هذه هذا تلك جميع"),
}
ABROAD["prs"] = ABROAD["fa"]
DENIED_ABROAD = {
    code: (frozenset(key(word) for word in nouns.split()), frozenset(key(word) for word in small.split()))
    for code, (nouns, small) in ABROAD.items()
}


def target_of(passage: Passage, said: Said, statement: str, language: str | None) -> Target:
    """`ATTRIBUTION` for a denial or accusation of somebody named that does not say what of; else `CONTENT`."""
    if said.claimant in (None, "unnamed"):
        return Target.CONTENT  # nobody is named of whom it could be asked whether they said it
    if language == ENGLISH:
        return Target.ATTRIBUTION if unnamed_matter(statement) is not None else Target.CONTENT
    nouns, small = DENIED_ABROAD.get(language or "", (frozenset(), frozenset()))
    frame = said.frame
    if not nouns or frame is None or frame.verb.family is not Family.DENY:
        return Target.CONTENT
    beside = [span for span in (frame.cue, frame.source) if span is not None]
    denied = {
        key(word[0])
        for word in WORD.finditer(passage.text, *said.span)
        if not any(start <= word.start() < end for start, end in beside)
    }
    names_nothing = bool(denied & nouns) and denied <= nouns | small
    return Target.ATTRIBUTION if names_nothing else Target.CONTENT


def unnamed_matter(statement: str) -> str | None:
    """What an English statement only points to as denied or as accused of, "" where not even that; None for others.

    "the accusation" of "The army rejected the accusation.", "" of "The party accused the government."
    """
    if not MAY_DENY.search(statement):
        return None
    spoken = WRAPPED.match(statement)
    text = spoken[1] if spoken else statement
    line = tokens(text)
    found = clause(line, 0, len(line))
    if found is None:
        return None
    verb = line[found.main]
    subject = {token.lower for token in line[found.first : found.verb]}
    rest = text[verb.end :]
    known = VERBS.get(verb.lower)
    if known is not None and known.family is Family.DENY:
        denied = None if subject & DECIDING else DENIES_NOTHING_NAMED.match(rest)
        return denied["what"] if denied else None
    if verb.lower in CALLS:
        called = CALLED_UNTRUE.match(rest)
        return called["what"] if called else None
    if known is not None and known.family is Family.ACCUSE and found.main == found.verb:
        of_it = OF_IT.search(rest)
        accused = {token.lower for token in line[found.main + 1 :]}
        is_all = 1 < len(accused) <= MOST_ACCUSED and not accused & SAYS_OF_WHAT
        return of_it["what"] if of_it else "" if is_all else None
    return None
