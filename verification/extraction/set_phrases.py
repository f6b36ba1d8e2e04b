"""Ways of saying that take more than one word: "puts the toll at 40", "speaks of 212", "has ruled out any link"."""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .cues import Family, Form, Token, Verb
from .frame import Frame
from .model import english, grammar
from .passage import HIDDEN, Kind, Passage
from .subjects import MARKS, subject, verb_group

COUNTED = words("counted counts recorded records registered registers listed lists tallied measured measures")
REVISED = words("revised raised lowered cut increased updated upped downgraded corrected reduced")
PHRASAL = {"went": "on", "goes": "on", "shot": "back", "hit": "back", "fired": "back"}
TALLIES = words("toll tally figure figures number total estimate forecast count")
OPENING = (
    COUNTED
    | REVISED
    | PHRASAL.keys()
    | words(
        "put puts putting rule rules ruled ruling speak speaks spoke spoken give gave gives given forecast forecasts"
    )
    | words("verified verifies stand stands stood held holds hold announced announces")
)
RULED_OUT = words("any link involvement connection role possibility foul sabotage terrorism")
UP_TO_NUMBER = 14


def set_phrase(line: list[Token], at: int, passage: Passage, before: list[Frame]) -> Frame | None:
    """ "The union puts the toll at 40", "The operator speaks of 212" and "The ministry has ruled out any link"."""
    first, auxiliaries = verb_group(line, at)
    ahead = [token.lower for token in line[at + 1 : at + 1 + UP_TO_NUMBER]]
    if auxiliaries & (english.MODALS | english.BEING) or "to" in auxiliaries or "not" in auxiliaries or not ahead:
        return None
    if line[at].lower in PHRASAL:
        return closing(line, at, first) if ahead[0] == PHRASAL[line[at].lower] else None
    verb = with_numbers(line, at, ahead)
    if verb is None:
        return None
    source, goes_on = subject(line, first, after=before[-1].cue[1] if before else None)
    if source is None and not goes_on:
        return None
    if verb is HOLD_TO_BLAME:
        return Frame(
            verb, (line[at].start, line[at].end), source, (line[at + 1].start, len(passage.text)), goes_on=goes_on
        )
    if source is not None and before and passage.text[slice(*source)].lower() == "which":
        return None  # "…, says the union, which counts 1,900 strikers"
    if (
        source is not None
        and passage.text[slice(*source)].lower() in ("they", "it")
        and ":" in passage.text[: source[0]]
    ):
        return None  # "UN figures contradict this: they put the share at 57 per cent"
    start = line[at + 1].start if verb.family is Family.DENY else source[0] if source is not None and before else 0
    return Frame(verb, (line[at].start, line[at].end), source, (start, len(passage.text)), goes_on=goes_on)


PUT = Verb("put", Family.SAY, Form.PAST, True)


def with_numbers(line: list[Token], at: int, ahead: list[str]) -> Verb | None:
    """What the verb at `at` does, seen the words behind it; None where it puts no number or claim to anybody."""
    word = line[at].lower
    if word in ("give", "gave", "gives", "given"):
        is_tally = bool(TALLIES & set(ahead[:4])) and is_amount(ahead[2:]) and word != "given"
        is_bare = word == "gives" and ahead[0][0].isdigit() and ahead[1:2] in (["for"], ["as"])
        return PUT if is_tally or is_bare or is_toll_of(ahead) else None
    if word.startswith("announce"):
        return PUT if is_toll_of(ahead) else None
    if word.startswith("verif"):
        return PUT if is_amount(around(ahead)[:1]) and not HARM.isdisjoint(around(ahead)[1:5]) else None
    if word.startswith("st"):
        is_own = len(ahead) > 2 and ahead[1] in OWN and not STOOD_BY.isdisjoint(ahead[2:5])
        is_number = ahead[1:2] != [] and ahead[1][0].isdigit() and (ahead[2:3] == [] or not ahead[2][0].isalnum())
        return PUT if ahead[0] == "by" and (is_own or is_number) else None
    if word.startswith("h"):
        blamed = ahead[1:8].index("responsible") + 2 if "responsible" in ahead[1:8] else len(ahead)
        is_blamed = ahead[blamed : blamed + 1] == ["for"] and not STOPS.intersection(ahead[:blamed])
        return HOLD_TO_BLAME if is_blamed else None
    if word.startswith("rul"):
        if ahead[0] != "out":
            return None
        return Verb("rule", Family.DENY if RULED_OUT & set(ahead[1:6]) else Family.SAY, Form.PAST, True)
    if word in COUNTED:
        is_work = not WORKS.isdisjoint(ahead[1:4])  # "recorded 12 albums"
        return PUT if is_amount(around(ahead)[:1]) and not is_work else None
    if word in REVISED:
        is_toll = bool(TALLIES & set(ahead[:5])) or (ahead[0] == "it" and not UP_OR_DOWN.isdisjoint(ahead[:3]))
        to = next((step for step, other in enumerate(ahead[1:10], start=1) if other in ("to", "from")), None)
        return PUT if is_toll and to is not None and is_amount(ahead[to + 1 :]) else None
    if word.startswith("forecast"):
        return PUT if ahead[0] in FORECAST or is_amount(ahead[:2]) else None
    if word.startswith("sp"):
        is_quoted = len(ahead) > 2 and any(set(other) & MARKS or HIDDEN in other for other in ahead[1:3])
        return SPEAK if ahead[0] == "of" and (is_quoted or is_amount(ahead[1:3]) or is_of_deeds(ahead)) else None
    if ahead[0] == "at" and is_amount(around(ahead[1:])[:1]):
        return PUT if not TALLIES.isdisjoint(ahead[2:9]) else None  # "put at 4,000 the number of"
    if "at" in ahead[1:-1]:
        where = ahead.index("at", 1)
        is_range = "range" in ahead[where : where + 8]
        return PUT if (is_amount(ahead[where + 1 :]) or is_range) and "," not in ahead[:where] else None
    return None


def around(ahead: list[str]) -> list[str]:
    """The words from an amount on, past how nearly it is known: "nearly 7,000", "at least 40"."""
    begins = next((step for step, word in enumerate(ahead[:4]) if word not in NEARLY), 0)
    return ahead[begins:]


def is_toll_of(ahead: list[str]) -> bool:
    """Whether an amount of people suffered something, and nothing is done to them: "84 soldiers killed since May"."""
    counted = around(ahead)
    if not is_amount(counted[:1]) or not counted[0][:1].isdigit():
        return False
    suffered = next((step for step, word in enumerate(counted[1:5], start=1) if word in HARMED), None)
    behind = counted[suffered + 1 : suffered + 2] if suffered is not None else ["none"]
    return not behind or not behind[0][0].isalnum() or behind[0] in english.PREPOSITIONS | {"and", "or"}


NEARLY = words("nearly about almost some around over at least most up to roughly close more fewer less than only just")
HARMED = words(
    "killed dead wounded injured missing hurt arrested detained captured displaced infected deaths casualties"
)
HARM = HARMED | words(
    """
    attacks strikes killings executions rapes violations incidents abuses cases deaths infections arrests shootings
    bombings raids casualties fatalities abductions kidnappings detentions disappearances outbreaks
    """
)
WORKS = words("albums songs singles tracks trademarks patents wins victories goals points draws episodes records")
OWN = words("its his her their the")
STOOD_BY = words(
    "figure figures count estimate toll number numbers account version findings finding report tally claim"
)
STOPS = frozenset(".,;:")
HOLD_TO_BLAME = Verb("blame", Family.ACCUSE, Form.PAST, True)


def is_of_deeds(ahead: list[str]) -> bool:
    """Whether "spoke of" what people did: "people voting more than once", "dozens of men being taken away"."""
    is_some = len(ahead) > 1 and ahead[1].isalpha() and ahead[1] not in english.AUXILIARIES
    if not HEARD_OF.isdisjoint(ahead[1:5]):
        return True  # "a doctor spoke of an attack"
    return is_some and any(word.endswith("ing") and len(word) > LEAST_GERUND for word in ahead[2:6])


HEARD_OF = words(
    "attack attacks strike strikes explosion explosions blast blasts clashes massacre gunfire raid raids crash"
)
UP_OR_DOWN = words("down up upward upwards downward downwards")
FORECAST = words("a an the that growth inflation")
LEAST_GERUND = 5
SPEAK = Verb("speak", Family.SAY, Form.PAST, True)


def closing(line: list[Token], at: int, first: int) -> Frame | None:
    """ "The trucks never came, he went on" and "They are coming down, Sunak shot back, to laughter"."""
    behind = line[at + 2].text if at + 2 < len(line) else "."
    begin = next((step for step in range(first - 1, -1, -1) if line[step].text in BEFORE_SPEAKER), -1)
    is_opened = behind == "," and any(token.text[0] in HIDDEN for token in line[at + 3 : at + 5])
    is_said = begin >= LEAST_SAID or is_opened or any(token.text.startswith(HIDDEN) for token in line[: max(0, begin)])
    if behind not in ",.;:" or not is_said or not 0 < first - begin - 1 <= MOST_NAMED:
        return None
    verb = Verb("continue" if line[at + 1].lower == "on" else "retort", Family.SAY, Form.PAST, True)
    source = (line[begin + 1].start, line[first - 1].end)
    said = (line[at + 3].start, line[-1].end) if is_opened and begin < LEAST_SAID else (0, line[begin].start + 1)
    return Frame(verb, (line[at].start, line[at + 1].end), source, said)


BEFORE_SPEAKER = frozenset({",", "”", '"', "’"})


def before_colon(passage: Passage) -> Frame | None:
    """ "Minister: “We did nothing wrong”", and in a live blog "14:20 – President Recep Erdogan: “…”"."""
    found = BEFORE_COLON.match(passage.text) if ":" in passage.text else None
    if found is None:
        return in_headline(passage)
    listed = found["source"].split()
    is_named = all(word[0].isupper() or word in SPEAKING | {"of", "for", "the"} for word in listed)
    if (
        found["source"].isupper()
        or not is_named
        or listed[0].lower() in english.NOT_NAMES
        or not (SPEAKING & {word.lower() for word in listed} or len(listed) > 1)
    ):
        return None
    verb = Verb("say", Family.SAY, Form.PAST, True)
    return Frame(verb, found.span("colon"), found.span("source"), (found.end("colon") + 1, len(passage.text)))


def in_headline(passage: Passage) -> Frame | None:
    """ "Police: two died in the fire" and "Two died in the fire: police", which only headlines say."""
    if passage.kind is not Kind.HEADING:
        return None
    dash = BEHIND_DASH.search(passage.text)
    if dash is not None and is_short_speaker(dash["who"]) and len(passage.text[: dash.start()].split()) >= LEAST_SAID:
        return Frame(HEADLINE, dash.span("dash"), dash.span("who"), (0, dash.start()))
    if ":" not in passage.text:
        return None
    ahead, _, behind = passage.text.partition(":")
    at = len(ahead)
    if is_short_speaker(ahead) and len(behind.split()) >= LEAST_SAID:
        begins = at + 1 + len(behind) - len(behind.lstrip())
        return Frame(HEADLINE, (at, at + 1), (0, at), (begins, len(passage.text)))
    ahead, _, behind = passage.text.rpartition(":")
    who, at = behind.strip(" .?!"), len(ahead)
    if is_short_speaker(who) and len(ahead.split()) >= LEAST_SAID and ":" not in ahead:
        begins = passage.text.index(who, at)
        return Frame(HEADLINE, (at, at + 1), (begins, begins + len(who)), (0, at))
    return None


def is_short_speaker(phrase: str) -> bool:
    """Whether the words before or behind the colon of a headline name who says it: no place and no rubric."""
    listed = [word.lower() for word in phrase.split()]
    if not 0 < len(listed) <= MOST_NAMED or not phrase[0].isalpha():
        return False
    if phrase in SHORT_BODIES or (listed[0] in grammar.FIRST_NAMES and 1 < len(listed) <= 3):
        return True
    return listed[-1] in SPEAKING - RUBRICS and not set(listed) & (english.AUXILIARIES | english.PREPOSITIONS)


BEHIND_DASH = re.compile(r"\s(?P<dash>[–—-])\s(?P<who>[A-Za-z][\w’' -]{1,40})\Z")  # "Fire caused by drone - governor"
HEADLINE = Verb("say", Family.SAY, Form.PAST, True)
LEAST_SAID, MOST_NAMED = 4, 4  # words
SHORT_BODIES = frozenset(["UN", "WHO", "IMF", "NATO", "Nato", "EU", "UNICEF", "UNHCR", "OSCE", "IAEA", "WFP", "FAO"])
RUBRICS = words("video letter post media reports document analyst party side front team opposition parliament")
SPEAKING = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE
BEFORE_COLON = re.compile(
    r"(?:\d{1,2}[.:]\d{2}\s?(?:[–—-]\s)?)?(?P<source>[A-Z][\w’'.-]+(?:\s(?:[A-Z][\w’'.-]+|[a-z]+)){0,5}?)"
    r"(?P<colon>:)\s(?=[“\"])"
)


def is_amount(ahead: list[str]) -> bool:
    """Whether an amount begins here: "40", "more than 340", "€2m", "zero"."""
    return any(word[:1].isdigit() or word in AMOUNTS for word in ahead[:4])


AMOUNTS = words("zero one two three four five six seven eight nine ten dozens hundreds thousands twice half")
