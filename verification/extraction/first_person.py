""" "We lost many" in the mouth of a party's leader: "the party lost many". Only where it is plain who "we" are.

The words of a speaker are turned from the first person to the third with the verbs that hang on them. Where that is
not safe, such as in "all of us" or "our country", or where a verb is not known, nothing is changed.
"""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .clauses import is_past
from .cues import Token, tokens
from .genders import gender_of
from .model import english, grammar
from .sentence import applied

FIRST_PERSON = re.compile(r"\b(?:I|we|us|our|ours|my|me|We|Our|My)\b")
WE = words("we us our")
ONE = words("i me my")
UNSAFE = words("ours ourselves mine myself")
CONTRACTED = {"’m": "is", "’re": "is", "’ve": "has", "’ll": "will"}
TURNED = {
    "am": "is", "are": "is", "were": "was", "have": "has", "do": "does", "aren’t": "isn’t", "weren’t": "wasn’t",
    "haven’t": "hasn’t", "don’t": "doesn’t",
}  # fmt: skip
SAME_IN_THE_PAST = words("cast cut hit hurt let put quit read set shut spread cost")
# "We were on separate pages": the speaker's own and others.
WITH_OTHERS = words("together both each separate mutual mutually jointly respective respectively")
KEPT = (words("cannot") | grammar.FINITE_AUXILIARIES | SAME_IN_THE_PAST) - frozenset(TURNED)
# Verbs of which no list elsewhere tells: those that people say of themselves.
SAID_OF_ONESELF = words(
    """
    want need hope plan mean love like help save lose win buy sell send teach learn try ask start stop begin wait watch
    hear feel talk visit meet greet thank welcome invite carry agree disagree decide promise respect accept condemn
    recognise recognize recommend propose suggest object regret urge pray trust doubt worry prefer wish intend aim
    share use back own look count
    """
)
PRESENT = grammar.PRESENT | SAID_OF_ONESELF
# Whom a speaker counts in with his own: not the body that he speaks for.
COMMON = words(
    """
    country countries nation nations people peoples homeland fatherland motherland world planet region land state city
    town village society economy history future children families family fellow citizens century age time times shared
    common lives minds hearts god lord own
    """
)
QUANTIFIED = words("all both many most some none each one any few half neither either two three several")
LET = words("let")
MOST_ADVERBS = 3


def in_third_person(text: str, speaker: str | None, group: str | None) -> str | None:
    """The text with "we" as `group` and "I" as `speaker`, as these are written in a sentence; None where unsafe."""
    line = tokens(text.replace("'", "’"))
    if any(token.lower in WITH_OTHERS for token in line) and not (group and " and " in group and of_two(text)):
        return None
    edits: list[tuple[int, int, str]] = []
    called: dict[str, int] = {}  # names used already, and where
    for at, token in enumerate(line):
        word, contraction = parted(token)
        if word in UNSAFE:
            return None
        if word not in WE and not (word in ONE and (word != "i" or token.text[0] == "I")):
            continue
        name = group if word in WE else speaker
        if name is None or not is_plain(line, at, word):
            return None
        is_many = word in WE and is_plural_name(name)
        if word in ("we", "i"):
            turned = verbs(line, at, contraction, is_many=is_many)
            if turned is None:
                return None
            edits += turned
        said = shown(name, word, line, at, called, is_many=is_many, is_group=word in WE)
        called[name] = at
        if contraction:
            said += " " + (plural(CONTRACTED[contraction]) if is_many else CONTRACTED[contraction])
        edits.append((token.start, token.end, said))
    return applied(text, edits)


def of_two(text: str) -> bool:
    """Whether "we" are the speaker's own and one other side: "We were on two separate pages"."""
    return OF_TWO.search(text) is not None


OF_TWO = re.compile(
    r"\bwe\b[^.;]*\b(?:two (?:separate|different|opposite)|separate|both sides|each other)\b", re.IGNORECASE
)


def parted(token: Token) -> tuple[str, str]:
    """A word and what is contracted with it: "we", "’re"."""
    head, mark, tail = token.lower.partition("’")
    return (head, mark + tail) if head in ("we", "i") and mark + tail in CONTRACTED else (token.lower, "")


def is_plain(line: list[Token], at: int, word: str) -> bool:
    """Whether it is the speaker and his own who are meant, and nobody else with them."""
    before = line[at - 1].lower if at else ""
    following = line[at + 1] if at + 1 < len(line) else None
    if before in LET or (before == "of" and at > 1 and line[at - 2].lower in QUANTIFIED):
        return False
    if word == "our":
        return not {token.lower for token in line[at + 1 : at + 3]} & COMMON
    if word == "we":
        is_asked = before in grammar.FINITE_AUXILIARIES and not (at > 1 and is_capital(line[at - 1]))  # "nor did we"
        return not is_asked and following is not None and not (following.lower in QUANTIFIED or is_capital(following))
    return word != "i" or before not in grammar.FINITE_AUXILIARIES


def is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def verbs(line: list[Token], at: int, contraction: str, *, is_many: bool) -> list[tuple[int, int, str]] | None:
    """The edits by which the verb behind "we" or "I" agrees with a name; None where there is no verb that is known."""
    verb = at + 1
    while verb < len(line) and (line[verb].lower in english.ADVERBS or line[verb].lower.endswith("ly")):
        verb += 1
    if contraction:
        return []
    if verb >= len(line) or verb - at > MOST_ADVERBS:
        return None
    token, word = line[verb], line[verb].lower
    if word in TURNED:
        instead = "are" if word == "am" and is_many else word if is_many else TURNED[word]
        if word == "were" and line[at].lower == "i":
            return None  # "if I were"
        return [] if instead == word else [(token.start, token.end, instead)]
    if word in KEPT or is_past(word) or word.endswith("n’t"):
        return []
    if word not in PRESENT or goes_on(line, verb):
        return None
    return [] if is_many else [(token.start, token.end, third(word))]


def goes_on(line: list[Token], verb: int) -> bool:
    """Whether a second verb may hang on the same "we": "we struggle and fight"."""
    return any(
        line[at].lower in ("and", "or", "but") and line[at + 1].lower in PRESENT for at in range(verb, len(line) - 1)
    )


def third(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeo":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "ss", "o", "x")) else "s")


def plural(verb: str) -> str:
    return {"is": "are", "has": "have"}.get(verb, verb)


def is_plural_name(name: str) -> bool:
    return name.endswith("s") or " and the " in name or name.removeprefix("the ") == "Taliban"


def shown(
    name: str, word: str, line: list[Token], at: int, called: dict[str, int], *, is_many: bool, is_group: bool
) -> str:
    """What stands for "we" or "our" there: the name, or "it" and "its" where the same sentence named it just before."""
    is_owner = word in ("our", "my")
    between = line[called[name] + 1 : at] if name in called else []
    if name in called and not any(is_capital(token) or token.text in ".!?" for token in between):
        pronoun = third_pronoun(name, is_many=is_many, is_group=is_group)
        if pronoun is not None:
            return pronoun[0 if word in ("we", "i") else 1 if is_owner else 2]
    if is_owner:
        return name + ("’" if name.endswith("s") else "’s")
    return name


def third_pronoun(name: str, *, is_many: bool, is_group: bool) -> tuple[str, str, str] | None:
    """Subject, owner and object."""
    if is_group:
        return ("they", "their", "them") if is_many else ("it", "its", "it")
    return {"m": ("he", "his", "him"), "f": ("she", "her", "her")}.get(gender_of(name) or "")
