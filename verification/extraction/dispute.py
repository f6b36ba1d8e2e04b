"""Where an article itself denies or doubts something: its denials, doubts, and what is set against something else."""

from __future__ import annotations

import re
from functools import lru_cache

from verification.vocabulary import Dispute, Topic

from .cues import Family
from .doubting import Doubt
from .model import answering, counting, doubt, events, flat, negation
from .passage import Passage
from .said import Said
from .stems import EASTERN, LONGEST_KEPT, stems
from .topic import topics

IN_BRACKETS = re.compile(r" \([A-Z][^()]{2,60}\)")  # "Jane Smith (United Kingdom) said"
OF_THE_LAST = re.compile(r"(?:its|their)\s", re.IGNORECASE)  # "Its spokesman": of whoever spoke last


def denial(lowered: str) -> re.Match[str] | None:
    """The words of a text that deny something."""
    return kept_denial(lowered) if len(lowered) <= LONGEST_KEPT else doubt.DENIES.search(lowered)


kept_denial = lru_cache(16)(doubt.DENIES.search)  # each passage is asked several times in a row


SUBJECT = 4  # words at the beginning of a sentence that tell whom it speaks of


def doubts(
    lines: list[Passage], said: list[list[Said]], speakers: Speakers | None = None, *, is_foreign: bool = False
) -> list[Doubt]:
    """The denials and doubts of an article, in order; `speakers` learns what its speakers are called."""
    found: list[Doubt] = []
    speakers = speakers or Speakers()
    for passage, units in zip(lines, said, strict=True):
        for unit in units:
            text = passage.text[slice(*unit.span)]
            denier = speakers.words_for(passage, unit)
            if len(units) == 1:
                text = passage.text  # "Contradicting the minister, she said …": also what stands around
            kind, reason, is_soft = kind_of(text, passage, unit)
            if is_foreign and (kind is None or is_soft):
                content = passage.text[slice(*unit.content)].lower()
                kind, reason, is_soft = abroad(text.lower(), content, unit, (kind, reason, is_soft))
            if is_soft and counting.SHARE_OF_PEOPLE.match((unit.claimant or "").lower()):
                continue  # "26 per cent of voters say that they have not heard of it" contradicts nobody
            if kind is None or doubts_itself(text) or (unit is not units[0] and doubts_itself(passage.text)):
                continue
            what = text if kind is not Dispute.UNVERIFIABLE else doubted_in(text)
            if unit.frame is not None and kind is not Dispute.UNVERIFIABLE:
                what = said_abroad(passage, unit) if is_foreign else said_in(passage, unit)
            if kind is Dispute.DENIED and not is_soft:
                what = denial_in(what)
            found.append(
                Doubt(
                    passage=passage.index,
                    start=passage.start + unit.span[0],
                    end=passage.start + unit.span[1],
                    kind=kind,
                    reason=reason,
                    text=what.lower().strip(" “”\"'‘’,.;:"),
                    words=frozenset(stems(what)),
                    topics=frozenset(topics(what)) - {Topic.OTHER},
                    claimant=unit.claimant,
                    is_soft=is_soft,
                    denier=denier,
                    is_absence=text.lower().startswith(ABSENCE),
                    is_count=bool(counting.COUNTS_ANEW.search(text.lower()))
                    or (unit.frame is not None and unit.frame.verb.lemma in COUNTING),
                    turns=turns_against(passage, unit),
                    is_insisted=insists(passage, unit),
                    is_answer=answering.ANSWERS.match(passage.text) is not None
                    or (unit.frame is not None and unit.frame.verb.lemma in answering.RETORTS),
                    is_foreign=is_foreign,
                )
            )
    return found


def turns_against(passage: Passage, unit: Said) -> bool:
    """Whether a unit opens as an answer does, or its verb or its speaker is one that answers."""
    ahead = passage.text[max(0, unit.span[0] - len("while ")) : unit.span[1]]
    here = passage.text[slice(*unit.span)]
    if answering.TURNS.match(here) or answering.TURNS.match(ahead) or answering.TURNS_WITHIN.search(here.lower()):
        return True
    if insists(passage, unit):
        return True
    return unit.claimant is not None and not answering.CRITICS.isdisjoint(unit.claimant.lower().split())


def insists(passage: Passage, unit: Said) -> bool:
    """Whether somebody stands by what is said, by the verb: "X insisted that …", and not "X maintains support"."""
    if unit.frame is None or unit.frame.verb.lemma not in answering.REPLYING:
        return False
    is_ahead = unit.frame.content[1] <= unit.frame.cue[0]
    return is_ahead or unit.frame.verb.lemma != "maintain" or bool(CLAUSE.match(passage.text, unit.frame.cue[1]))


CLAUSE = re.compile(
    r",?\s(?:that|it|he|she|they|we|there|this|[“\"]|no\b|nothing"
    r"|(?:the|its|his|her|their) \w+ (?:is|was|are|were|ha[sd])\b)"
)


class Speakers:
    """The words that stand for each speaker of an article: name, office, and whose spokesman he is."""

    def __init__(self) -> None:
        self.known: dict[str, frozenset[str]] = {}
        self._last: frozenset[str] = frozenset()

    def words_for(self, passage: Passage, unit: Said) -> frozenset[str]:
        """Those of a unit's speaker, as far as the article has been read."""
        if unit.frame is None or unit.claimant is None:
            text = passage.text[slice(*unit.span)]
            denies = denial(text.lower()) or counting.COUNTS_ANEW.search(text.lower())
            self._last = frozenset(stems(" ".join((text[: denies.start()] if denies else text).split()[:SUBJECT])))
            return self._last if denies else frozenset()
        source = passage.text[slice(*unit.frame.source)] if unit.frame.source else ""
        beside = IN_BRACKETS.match(passage.text, unit.frame.source[1]) if unit.frame.source else None
        source += beside[0] if beside else ""
        here = frozenset(stems(f"{unit.claimant} {source} {unit.chain[-1].affiliation or ''}"))
        if OF_THE_LAST.match(source):
            here |= self._last
        here |= self.known.get(unit.claimant, frozenset())
        self.known[unit.claimant] = self._last = here
        return here


def said_in(passage: Passage, unit: Said) -> str:
    """What a denial with a speaker says, without its speaker."""
    content, text = passage.text[slice(*unit.content)], passage.text[slice(*unit.span)]
    if flat.says_no((ahead := ahead_of(passage, unit)).lower()):
        return ahead
    if unit.frame is None or unit.frame.verb.family is not Family.SAY or unit.frame.verb.lemma == "put":
        return denied_before(passage, unit) or (passage.text[unit.frame.cue[1] : unit.span[1]] if unit.frame else text)
    found = denial(text.lower())
    if found and not denial(content.lower()):
        content = text[found.start() :]
    return denied_before(passage, unit) or content if unit.frame.verb.lemma == "describe" else content


def denied_before(passage: Passage, unit: Said) -> str:
    """What stands between who denies and the verb, and what follows, in Persian and Pashto: "X … را رد کرد"."""
    frame = unit.frame
    if frame is None or frame.source is None or frame.source[0] > frame.cue[0] or EASTERN.search(passage.text) is None:
        return ""
    start, end = frame.source
    named = unit.claimant or ""
    end = start + len(named) if passage.text.startswith(named, start) else end
    return passage.text[end : frame.cue[0]] + passage.text[frame.cue[1] : unit.span[1]]


def ahead_of(passage: Passage, unit: Said) -> str:
    """What stands before a verb, and its speaker, behind which more follows: "Nobody died, he said on television"."""
    if unit.frame is None or unit.content[0] < unit.frame.cue[0]:
        return ""
    source = unit.frame.source or unit.frame.cue
    return passage.text[unit.span[0] : min(source[0], unit.frame.cue[0])]


def said_abroad(passage: Passage, unit: Said) -> str:
    """As `said_in`, in languages where what is denied may stand before the verb: "Предприятие обвинения отвергло"."""
    frame = unit.frame
    if frame is None or frame.verb.family is not Family.DENY or EASTERN.search(passage.text):
        return said_in(passage, unit)
    start, end = frame.source or (frame.cue[0], frame.cue[0])
    ahead = passage.text[unit.span[0] : min(start, frame.cue[0])]
    between = passage.text[end : frame.cue[0]]
    behind = passage.text[max(frame.cue[1], end if start > frame.cue[0] else 0) : unit.span[1]]
    return f"{ahead} {between} {behind}"


ABSENCE = ("there is no", "there was no", "there were no", "there are no", "there has been no")


def doubted_in(text: str) -> str:
    """What is doubted, where a newsroom says that it could not verify it, and not what the newsroom is called."""
    found = doubt.UNVERIFIED.search(text.lower())
    rest = text[found.end() :] if found else ""
    return rest if len(stems(rest)) > 1 and not doubt.GENERAL.search(text.lower()) else text


def denial_in(text: str) -> str:
    """The denial itself of a text that says more beside it, lower case."""
    lowered = text.lower()
    denial = doubt.DENIAL.search(lowered)
    if denial is None or doubt.NOT_DENIED.match(denial[0]):
        return lowered
    ends = doubt.BESIDE_DENIAL.search(denial[0], denial[0].find(" ") + 1)
    return denial[0][: ends.start()] if ends and ends.start() > 0 else denial[0]


NOBODY = (None, "unnamed")  # "is accused of": nobody is named who says so
DISMISSING = frozenset({"dismiss", "reject"})  # people, plans and goods are dismissed and rejected too
COUNTING = frozenset({"estimate", "put", "calculate", "reckon"})


def is_of_plan(ahead: str, lowered: str, found: re.Match[str]) -> bool:
    """Whether what is rejected is a proposal: "Clinton proposed a debate on Monday, but Sanders rejected that"."""
    plan = doubt.PLAN.match(lowered, found.start())
    return plan is not None and doubt.PROPOSED.search(ahead) is not None


def doubts_itself(text: str) -> bool:
    """Whether a passage says something and takes it back: "…, but the report was not confirmed"."""
    found = doubt.OF_ITSELF.search(text)
    return found is not None and len(text[: found.start()].split()) > 3


def abroad(
    lowered: str, content: str, unit: Said, found: tuple[Dispute | None, str, bool]
) -> tuple[Dispute | None, str, bool]:
    """What a unit in another language does to others, as of `kind_of`, which `found` what its plain words do."""
    if doubt.OPEN_ABROAD.search(lowered):
        return Dispute.UNVERIFIABLE, "says that it is not known", True
    if found[0] is None and unit.claimant is not None and negation.NOT_SO_EASTERN.search(content):
        return Dispute.DENIED, "says otherwise", True
    if found[0] is None and unit.claimant is not None and counting.A_NUMBER.search(lowered):
        return Dispute.DENIED, "gives another number", True
    return found


def kind_of(text: str, passage: Passage, unit: Said) -> tuple[Dispute | None, str, bool]:
    """What a unit does to others, how in plain words, and whether it is soft."""
    lowered = text.lower()
    not_denied = doubt.NOT_DENIED.search(lowered)
    found = denial(lowered)
    if found and is_of_plan(passage.text[: unit.span[0]].lower() + lowered[: found.start()], lowered, found):
        return None, "", False
    is_denied = unit.frame is not None and unit.frame.verb.family is Family.DENY and not not_denied
    if is_denied and unit.frame is not None and (unit.frame.verb.lemma not in DISMISSING or doubt.SAID.search(lowered)):
        return Dispute.DENIED, "denies it", False
    if doubt.CONTRADICTS.search(lowered):
        return Dispute.DENIED, "names somebody else", False
    if found and not not_denied:
        return Dispute.DENIED, "denies it", False
    if doubt.FLATLY.match(lowered) or (unit.claimant is not None and doubt.NO.match(lowered)):
        return Dispute.DENIED, "denies it", False
    if not not_denied and flat.denies(lowered, passage.text[slice(*unit.content)].lower()):
        return Dispute.DENIED, "denies it", False
    if doubt.FINDS_NOT.search(lowered):
        return Dispute.DENIED, "found nothing of the kind", False
    if unit.claimant is not None and doubt.NO_EVIDENCE.search(lowered):
        return Dispute.DENIED, "found nothing of the kind", False
    if doubt.UNVERIFIED.search(lowered):
        return Dispute.UNVERIFIABLE, "says that it is not verified", False
    if doubt.OPEN.search(lowered):
        return Dispute.UNVERIFIABLE, "says that it is not known", True
    if unit.frame is not None and unit.frame.verb.family is Family.ACCUSE and unit.claimant not in NOBODY:
        return Dispute.DENIED, "blames somebody else", True
    if unit.frame is not None and unit.frame.verb.family is not Family.SAY:
        if unit.claimant is not None and answering.DISOWNS.search(lowered):
            return Dispute.DENIED, "blames somebody else", True
        return None, "", False
    content = passage.text[slice(*unit.content)].lower()
    is_count = counting.COUNTED.search(content) or counting.COUNTS_ANEW.search(lowered)
    if is_count and counting.A_NUMBER.search(content) and not counting.SO_FAR.search(content):
        return Dispute.DENIED, "gives another number", True
    if unit.claimant is not None and counting.OWN_COUNT.search(content) and not counting.BESIDES.search(content):
        return Dispute.DENIED, "gives another number", True
    if unit.claimant is not None and counting.COUNTS_ABROAD.search(content) and counting.A_NUMBER.search(content):
        return Dispute.DENIED, "gives another number", True
    counts = unit.frame is not None and unit.frame.verb.lemma in COUNTING
    if counts and counting.A_NUMBER.search(content) and not counting.SO_FAR.search(content):
        return Dispute.DENIED, "gives another number", True
    if unit.claimant is not None and doubt.EXCUSE.search(content):
        return Dispute.DENIED, "gives another account", True
    if unit.claimant is not None and events.CIVIL_TARGET.search(content):
        return Dispute.DENIED, "says otherwise", True
    if unit.claimant is not None and (answering.DISOWNS.search(content) or answering.SUCH.search(content)):
        return Dispute.DENIED, "says otherwise", True
    is_answer = turns_against(passage, unit)
    moves = counting.UP.search(content) or counting.DOWN.search(content)
    if is_answer and (moves or counting.A_NUMBER.search(content)):
        return Dispute.DENIED, "says otherwise", True
    if doubt.EVIDENCE.match(content) and moves:
        return Dispute.DENIED, "says otherwise", True
    if is_answer and unit.claimant is not None:
        return Dispute.DENIED, "says otherwise", True
    tells = unit.claimant is not None or doubt.EVIDENCE.match(content) is not None
    if tells and (negation.NOT_SO.search(content) or doubt.INSTEAD.search(content) or flat.contrary(content)):
        return Dispute.DENIED, "says otherwise", True
    if tells and flat.says_no(ahead_of(passage, unit).lower()):
        return Dispute.DENIED, "says otherwise", True
    return None, "", False
