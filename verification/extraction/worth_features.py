"""What speaks for and against checking what is said in one unit of an English passage, as numbers and in words."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from verification.text.record import record
from verification.vocabulary import Dispute, Speech

from .cues import Family
from .model import english, worth
from .model.gated import Gated
from .model.untrue import UNTRUE
from .passage import Kind, Passage
from .said import Said

LABELLING = frozenset({"call", "describe", "dub", "label", "brand", "term", "liken", "compare", "portray"})
OWN_VOICE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|my|you|your)\b")
DEED = re.compile("|".join(english.DEEDS))
SCRAP = 5  # words
QUESTION = re.compile('[?؟]["”’»)]*$')
DIGITS = re.compile(r"\d[\d.,]*")
WARNS_AGAINST = re.compile(r".{0,60}\bagainst\b")
NUMBER_OF = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a (?:dozens?(?: of)?|half)"
    r"|dozens?(?: of)?|half|hundreds? of|thousands? of|millions? of|hundred|thousand|million|billion)\s"
    r"(?:of\s|the\s)*(?:[\w-]+\s)??([a-z]{2,}(?:[^s\W]s|men|ren|ple)|percent|per cent|troops|police)\b"
)
FIRST_VERB = re.compile(
    r"\b(?:(?P<must>must|should|ought|needs? to|has to|have to)|(?P<will>will|shall|won['’]t|going to)"
    r"|is|are|was|were|am|has|have|had|does|do|did|can|could|may|might|\w{2,}ed)\b|['’](?:(?P<ll>ll)|s|re|ve|d)\b"
)
# What the article itself tells of a speaker while it quotes them: "said Lind, who travelled to Sweden".
BESIDE = Gated(r",\s(?:who|which|whose)\s\w+\s\w+", "who which")
OF_OTHERS = Gated(r"\b(?:they|them)\b", "they them")
TELLS_WHO = Gated(r",\s(?:who|which|whose)\b", "who which")
LETTERS = re.compile(r"[^\W\d_][\w’'-]{3,}")
LEAST_OF_TITLE, CAPITALS = 4, 0.75
GIVES_NUMBER = "gives a number"
NAMES = "names who or where"
SEEN = (
    "verifiable", "own_voice", "direct", "mixed", "heading", "bullet", "deed", "nested", "unnamed", "we_outside_quotes",
    "denies", "accuses", "calls", "warns_against", "no_clause", "labels", "names", "numbers", "number_of", "long",
    "short", "ends_with_colon", "exclaims", "all_quoted", "stage",
    "must_first", "will_first", "beside", "of_others", "tells_who", "title_case",
)  # fmt: skip
FOR = tuple(f"for_{feature.why.replace(' ', '_')}" for feature in worth.FOR)
AGAINST = tuple(f"against_{feature.why.replace(' ', '_')}" for feature in worth.AGAINST)
LISTED = (*FOR, *AGAINST)
A_NUMBER = [feature.why for feature in worth.FOR].index(GIVES_NUMBER)
# Of the article, not of the statement: known once all claims are.
DISPUTED = {Dispute.DENIED: "denied_elsewhere", Dispute.UNVERIFIABLE: "doubted"}
FEATURES = (*SEEN, *FOR, *AGAINST, *DISPUTED.values())
NOTHING_SEEN = dict.fromkeys(FEATURES, 0.0)


class Signs(NamedTuple):
    """What the words of a text tell one by one of the features with lists, as bits in the order of `LISTED`."""

    alone: int  # seen for sure
    begins: int  # seen perhaps: a word stands there by which an expression is looked for

    @classmethod
    def of(cls, lowered: str) -> Signs:
        listed = RUN.findall(lowered)
        is_kept = max(map(len, listed), default=0) <= LONGEST_KEPT
        both = reduce(or_, map(kept_signs if is_kept else signs_of, listed), 0)
        return cls(both & ALONE, both >> BITS | ANYWHERE)

    @property
    def is_finite(self) -> bool:
        return bool(self.alone >> len(LISTED))

    def may_have(self, at: int) -> bool:
        """Whether a word stands there without which the feature of a number is not seen."""
        return bool((self.alone | self.begins) >> at & 1)

    def features(self, lowered: str) -> list[int]:
        """The numbers of the features seen in a text."""
        found: list[int] = []
        perhaps = (self.alone | self.begins) & EVERY
        while perhaps:
            bit = perhaps & -perhaps
            at = bit.bit_length() - 1
            if self.alone & bit or PATTERNS[at].search(lowered):
                found.append(at)
            perhaps ^= bit
        return found


LONGEST_KEPT = 40  # letters of a word
RUN = re.compile(r"\w+")
PATTERNS = [feature.pattern for feature in (*worth.FOR, *worth.AGAINST)]
EVERY = (1 << len(LISTED)) - 1
BITS = len(LISTED) + 1  # one for each of them, and one for a finite verb
ALONE = (1 << BITS) - 1
ANYWHERE = sum(1 << at for at, feature in enumerate((*worth.FOR, *worth.AGAINST)) if feature.begins is None)


def signs_of(word: str) -> int:
    """The features that a word has by itself, and `BITS` further those of which an expression may begin with it."""
    alone = bool(worth.FINITE_WORD.fullmatch(word)) << len(LISTED)
    begins = 0
    for at, feature in enumerate((*worth.FOR, *worth.AGAINST)):
        alone |= bool(feature.alone.fullmatch(word)) << at
        begins |= bool(feature.begins and feature.begins.fullmatch(word)) << at
    return alone | begins << BITS


kept_signs = lru_cache(8_192)(signs_of)


@record(frozen=True, slots=True)
class Statement:
    """What is said in one unit: the words to weigh, and what was seen in them."""

    words: str
    seen: dict[str, float]
    reasons: tuple[tuple[str, str], ...]  # the feature, and what it is in plain words

    def row(self) -> list[float]:
        """In the order of `FEATURES`; "verifiable" is filled in for all statements of an article at once."""
        return list({**NOTHING_SEEN, **self.seen}.values())


def statement_of(passage: Passage, said: Said) -> Statement | None:
    """None where nothing is stated: a question, or too few words."""
    unit = passage.text[slice(*said.span)].strip()
    content = passage.text[slice(*said.content)].strip(' “”"«»„.,:;–—')
    if said.frame is not None and said.content[1] <= said.frame.cue[0] and is_scrap(content):
        behind = passage.text[said.frame.cue[1] : said.span[1]]  # "Their figures, they said, had been dictated"
        content = f"{content} {behind.strip(' ,.')}" if behind.startswith(",") else content
    is_deed = is_deed_of(passage, said)
    if QUESTION.search(unit) or len(content.split()) < (1 if is_deed else 3):
        return None
    seen = _seen_in_frame(passage, said, content, is_deed=is_deed)
    beside = passage.text[said.span[0] : said.content[0]] + passage.text[said.content[1] : said.span[1]]
    seen["beside"] = float(bool(said.chain) and bool(BESIDE.search(beside)))
    lowered = unit.lower() if is_deed else content.lower()
    seen["of_others"] = float(OF_OTHERS.search(lowered) is not None)
    seen["tells_who"] = float(TELLS_WHO.search(lowered) is not None)
    signs = Signs.of(lowered)
    if not signs.is_finite and not worth.FINITE.search(lowered):
        seen["no_clause"] = 1.0
        lowered = unit.lower()  # "declared him the winner with 50 per cent": what is said is no clause
        signs = Signs.of(lowered)
    if worth.STAGE.search(unit.lower()):
        seen["stage"] = 1.0
    verb = FIRST_VERB.search(lowered)
    if verb is not None:
        seen["must_first"] = float(bool(verb["must"]))
        seen["will_first"] = float(bool(verb["will"] or verb["ll"]))
    reasons: list[tuple[str, str]] = []
    is_denial = is_deed and bool(seen["denies"])  # whose words for it are harsh: "called it nonsense"
    for at in signs.features(lowered):
        if is_denial and at >= len(FOR):
            continue
        seen[LISTED[at]] = 1.0
        if at < len(FOR):
            reasons.append((LISTED[at], worth.FOR[at].why))
    number = NUMBER_OF.search(lowered) if signs.may_have(A_NUMBER) else None
    if number is not None:
        seen["number_of"] = 1.0
        why = f"names a number of {number[1]}" if number[1] not in ("percent", "per cent") else "gives a share"
        reasons = [("number_of", why), *(reason for reason in reasons if reason[1] != GIVES_NUMBER)]
    _count(passage, content, unit, seen, reasons)
    return Statement(unit if is_deed else content, seen, tuple(reasons))


def _seen_in_frame(passage: Passage, said: Said, content: str, *, is_deed: bool) -> dict[str, float]:
    """Who says it, and how."""
    frame = said.frame
    family = frame.verb.family if frame else None
    speech = said.chain[-1].speech if said.chain else None
    return {
        "own_voice": float(not said.chain),
        "direct": float(speech is Speech.DIRECT),
        "mixed": float(speech is Speech.MIXED),
        "heading": float(passage.kind is Kind.HEADING),
        "bullet": float(passage.kind is Kind.BULLET),
        "deed": float(is_deed),
        "nested": float(len(said.chain) > 1),
        "unnamed": float(said.claimant == "unnamed"),
        "we_outside_quotes": float(not said.chain and bool(OWN_VOICE.search(passage.masked))),
        "denies": float(family is Family.DENY or (is_deed and is_called_untrue(passage, said))),
        "accuses": float(family is Family.ACCUSE),
        "calls": float(family is Family.CALL and not is_deed),
        "warns_against": float(
            frame is not None and frame.verb.lemma == "warn" and bool(WARNS_AGAINST.match(content.lower()))
        ),
        "labels": float(frame is not None and frame.verb.lemma in LABELLING and not is_called_untrue(passage, said)),
        "all_quoted": float(passage.is_all_quoted),
        "title_case": float(is_title(passage.text)),
    }


@lru_cache(maxsize=64)
def is_title(words: str) -> bool:
    """Whether a line is written With Capitals Throughout, as headlines are, with a stop or without one."""
    long = LETTERS.findall(words)
    return len(long) >= LEAST_OF_TITLE and sum(word[0].isupper() for word in long) >= CAPITALS * len(long)


def _count(passage: Passage, content: str, unit: str, seen: dict[str, float], reasons: list[tuple[str, str]]) -> None:
    words = content.split()
    seen["numbers"] = min(len(DIGITS.findall(content)), 3) / 3
    if passage.kind is not Kind.HEADING:  # in a headline capitals name nobody
        named = sum(1 for word in words[1:] if word[:1].isupper())
        seen["names"] = min(named, 3) / 3
        if named:
            reasons.append(("names", NAMES))
    seen["long"] = min(len(words), 40) / 40
    seen["short"] = float(len(words) < 6)
    seen["ends_with_colon"] = float(unit.endswith(":"))
    seen["exclaims"] = float("!" in unit)


def is_scrap(content: str) -> bool:
    """Whether what is said breaks off before its verb."""
    words = content.lower().split()
    return len(words) <= SCRAP and english.AUXILIARIES.isdisjoint(words)


def is_called_untrue(passage: Passage, said: Said) -> bool:
    """Whether somebody denies by a word for it: "called it nonsense", "“That is utterly false,” said Smith"."""
    if said.frame is None or said.frame.verb.family is not Family.SAY:
        return False
    content = passage.text[slice(*said.content)].lower()
    if said.frame.verb.lemma in LABELLING:
        return UNTRUTH.search(content, 0, UP_TO_UNTRUTH) is not None
    return IS_UNTRUE.match(content) is not None


UP_TO_UNTRUTH = 60  # characters
UNTRUTH = re.compile(rf"\b(?:{UNTRUE}|spurious|erroneous|mistaken)\b")
IS_UNTRUE = re.compile(
    r"\W*(?:this|that|it|these|those|they|all of (?:this|that|it))(?: (?:is|are|was|were)|[’']s) (?:[a-z]+ ){0,2}"
    rf"{UNTRUE}\b"
)


def is_deed_of(passage: Passage, said: Said) -> bool:
    """Whether the act of speech itself is of public interest: a denial, a refusal, a claim of responsibility."""
    if said.frame is None:
        return False
    if said.frame.verb.family in (Family.DENY, Family.ACCUSE) or is_called_untrue(passage, said):
        return True
    cue = passage.masked[said.frame.cue[0] : said.frame.cue[1] + 24].lower()
    return bool(DEED.match(cue))
