"""Saying in a roundabout way: "let it be known that", "wrote to the minister to suggest that", "put it drily: …"."""

from __future__ import annotations

from verification.text.word_lists import words

from .cues import Family, Form, Token, Verb
from .frame import Frame
from .model import english
from .passage import Passage
from .subjects import subject, verb_group

SAID = Verb("say", Family.SAY, Form.PAST, True)
MADE = words("had has have made makes let lets took takes put puts gave gives sent sends held holds published released")
READ_OUT = words("reads read")
AT_ODDS = words("disagrees disagreed differs differed objects objected protests protested")
MADE |= READ_OUT | AT_ODDS
# What is made of it before "that": "let it be known", "made it clear", "took the view", "gave assurances".
OF_WHICH = words("known clear plain public slip view line position word assurances notice evidence assurance")
BETWEEN = words("it be the a been get got very quite perfectly abundantly also again to out")
MOST_BETWEEN = 5
MOST_MANNER = 14
WENT = words(
    "wrote writes went goes took called phoned telephoned rang appeared spoke came turned emailed texted messaged"
    " issued used testified stood released posted"
)
MOST_ERRAND = 20
NO_MORE_THAN_A_NUMBER = 3  # tokens


def roundabout(line: list[Token], at: int, passage: Passage, before: list[Frame]) -> Frame | None:
    """ "The coalition let it be known that …", "The judge made clear that …", "The observers put it drily: …"."""
    if line[at].lower.startswith("ha") and (at + 1 == len(line) or line[at + 1].lower != "it"):
        return None
    first, auxiliaries = verb_group(line, at)
    if auxiliaries & english.MODALS or "to" in auxiliaries or "not" in auxiliaries:
        return None
    if line[at].lower in READ_OUT | AT_ODDS:
        begins = before_list(line, at)
    else:
        begins = of_what(line, at) or in_a_manner(line, at) or giving_word(line, at)
    if begins is None:
        return None
    source, goes_on = subject(line, first, after=before[-1].cue[1] if before else None)
    if source is None and not goes_on:
        return None
    is_number = len(line) - begins <= NO_MORE_THAN_A_NUMBER  # "published its result in May: 4,645."
    content = (0 if is_number else line[begins].start, len(passage.text))
    return Frame(SAID, (line[at].start, line[begins - 1].end), source, content, goes_on=goes_on)


def of_what(line: list[Token], at: int) -> int | None:
    """Where what is said begins behind "made (it) clear that" or "held that"; None where nothing is said."""
    if line[at].lower in ("held", "holds"):
        return at + 2 if line[at + 1 : at + 2] and line[at + 1].lower == "that" and at + 3 < len(line) else None
    if line[at].lower.startswith("ha"):
        return having_it(line, at)
    for step in range(at + 1, min(at + 2 + MOST_BETWEEN, len(line) - 2)):
        word = line[step].lower
        if word in OF_WHICH:
            return step + 2 if line[step + 1].lower == "that" else None
        if word not in BETWEEN:
            return None
    return None


def having_it(line: list[Token], at: int) -> int | None:
    """Where what is said begins behind "had it that" or "had it from sources in the port that"."""
    ahead = [token.lower for token in line[at + 1 : at + MOST_MANNER]]
    if ahead[:1] != ["it"] or ahead[1:2] not in (["that"], ["from"], ["on"]) or "that" not in ahead:
        return None
    begins = at + 2 + ahead.index("that")
    return begins if begins < len(line) else None


def in_a_manner(line: list[Token], at: int) -> int | None:
    """Where what is said begins behind "put it most drily in its report: …"."""
    if not line[at].lower.startswith("put") or at + 3 >= len(line) or line[at + 1].lower != "it":
        return None
    stops = (step for step in range(at + 2, min(at + 2 + MOST_MANNER, len(line) - 2)) if line[step].text in ":.;")
    mark = next(stops, None)
    return mark + 1 if mark is not None and line[mark].text == ":" else None


def before_list(line: list[Token], at: int) -> int | None:
    """Where what is said begins behind "reads out the totals: …" or "disagrees with the general: …"."""
    if line[at].lower in READ_OUT and [token.lower for token in line[at + 1 : at + 2]] != ["out"]:
        return None
    ahead = [token.text for token in line[at + 1 : at + MOST_AT_ODDS]]
    mark = next((step for step, text in enumerate(ahead) if not text[0].isalnum()), None)
    is_said = mark is not None and ahead[mark] == ":" and len(line) > at + mark + LEAST_LISTED
    return at + 2 + mark if is_said and mark is not None else None


MOST_AT_ODDS = 9
LEAST_LISTED = 6  # tokens


def giving_word(line: list[Token], at: int) -> int | None:
    """Where what is said begins behind "gave the answer himself: …" or "published its result in May: …"."""
    ahead = [token.lower for token in line[at + 1 : at + MOST_MANNER + MOST_BETWEEN]]
    if not line[at].lower.startswith(("g", "publish", "releas")) or ":" not in ahead[:-1]:
        return None
    mark = ahead.index(":")
    is_word = bool(GIVEN & set(ahead[:MOST_BETWEEN])) and not STOPS & set(ahead[:mark])
    return at + 2 + mark if is_word and at + 2 + mark < len(line) else None


GIVEN = words("answer reply account explanation version verdict result results estimate figure count finding findings")
STOPS = frozenset('.;“”"')


def on_errand(line: list[Token], at: int, first: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "Smith wrote to the minister to suggest that …", "The minister went on television to say that …"."""
    is_clause = at + 3 < len(line) and line[at + 1].lower == "that"
    if verb.family is not Family.SAY or not is_clause or line[first].lower != "to":
        return None
    for step in range(first - 1, max(0, first - MOST_ERRAND), -1):
        if line[step].lower in WENT:
            begins, auxiliaries = verb_group(line, step)
            if auxiliaries & english.MODALS or "not" in auxiliaries or "to" in auxiliaries:
                return None
            source, _ = subject(line, begins, after=None)
            content = (line[at + 2].start, len(passage.text))
            if source is None or passage.text[slice(*source)].lower() == "it":
                return None  # "It took a jury 27 years to find that …"
            return Frame(verb, (line[first].start, line[at].end), source, content)
        if line[step].text in ".;:" or line[step].lower in ("that", "who", "which"):
            return None
    return None
