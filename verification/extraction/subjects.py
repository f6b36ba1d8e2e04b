"""The speaker who stands before a verb: finding the noun phrase that is its subject."""

from __future__ import annotations

from bisect import bisect_left

from verification.text.word_lists import words

from .cues import VERBS, Token
from .model import english
from .passage import HIDDEN

MARKS = frozenset("“”\"«»„‘’'")
APOSTROPHES = frozenset("’'")
CLAUSE_ENDS = frozenset(";:—–")
CUTS = frozenset({"that", "why", "how", "whether", "because", "hence", "if", "what", "where", "when"})
DETERMINERS = words("the a an his her their one some several another")
BEGINS_SUBJECT = DETERMINERS | words("he she they it")
ADVERBIAL = english.PREPOSITIONS | english.BEFORE_SUBJECT | english.ADVERBS


def subject(line: list[Token], verb_at: int, *, after: int | None) -> tuple[tuple[int, int] | None, bool]:
    """The noun phrase before a verb; (None, True) where the speaker of the frame before goes on.

    `after` is where the cue of that frame ends, None where this is the first.

    Between two commas before the verb stands an apposition: "Smith, the leader of the party, said".
    """
    begin = 0
    for at in range(verb_at - 1, -1, -1):
        if line[at].text in CLAUSE_ENDS or line[at].text in MARKS or line[at].text.startswith(HIDDEN):
            if line[at].text in APOSTROPHES and line[at + 1].lower == "s" and line[at + 1].start == line[at].end:
                continue  # "the U.N.'s spokesman"
            begin = at + 1
            break
    goes_on = after is not None
    if after is not None:
        begin = max(begin, bisect_left([t.start for t in line], after))
    parts = commas(line, begin, verb_at)
    if not parts:
        return None, goes_on
    closes = line[verb_at - 1].text == "," and len(parts) > 1
    first, last = pick(line, parts) if closes else parts[-1]
    while first < last and line[first].lower in english.BEFORE_SUBJECT:
        first += 1
    if first > begin and line[first - 1].lower in ("after", "before", "since"):
        first = second_phrase(line, first, last)
    cuts = [at for at in range(first, last) if line[at].lower in CUTS and not is_relative(line, at, first)]
    if cuts:
        first = cuts[-1] + 1
        if first == last:
            return None, False
    last_joint = [at for at in range(first, last) if line[at].lower in ("but", "while", "and")]
    if first == last or (line[last - 1].lower in ("and", "but", "or", "then") and goes_on):
        return None, goes_on
    if last_joint and goes_on:
        first = last_joint[-1] + 1
        if first == last:
            return None, True
    if line[first].lower in ("who", "which") and line[last - 1].lower == "and" and last - first > 1:
        return (line[first].start, line[first].end), False  # "Smith, who ran the port and testified that"
    if line[first].lower == "whose":
        return None, False  # "Norland, whose government had for months denied it, rejected the report"
    first = after_adverbial(line, first, last)
    last = before_verb(line, first, last)
    stop = relative(line, first, last)
    inner = {token.lower for token in line[first:stop]}
    if stop == first or inner & (english.AUXILIARIES | english.MODALS | {"there"}):
        return None, False
    return (line[first].start, line[stop - 1].end), False


def before_verb(line: list[Token], first: int, last: int) -> int:
    """Where the subject of "The Front rejected the offer and said" ends: before the first of the two verbs."""
    if last - first < 3 or line[last - 1].lower not in ("and", "but"):
        return last
    for at in range(first + 1, last - 1):
        word = line[at].lower
        if (
            word in english.AUXILIARIES | {"met", "went", "took", "gave", "came", "left", "spoke", "put"}
            or word in VERBS
        ):
            return at
        if word.endswith("ed") and line[at - 1].lower not in DETERMINERS | english.PREPOSITIONS and len(word) > 4:
            return at
    return last


def commas(line: list[Token], begin: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas (commas inside brackets aside), none of them empty."""
    found: list[tuple[int, int]] = []
    first, depth = begin, 0
    for at in range(begin, end):
        depth += (line[at].text == "(") - (line[at].text == ")")
        if line[at].text == "," and depth <= 0:
            if is_aside(line, at, end) or (at > 1 and is_aside(line, at - 2, end)):
                continue
            if at > first:
                found.append((first, at))
            first = at + 1
    if end > first:
        found.append((first, end))
    return found


def is_aside(line: list[Token], at: int, end: int) -> bool:
    """Whether a comma opens an adverb that stands between commas: "The Front has, however, said"."""
    if at + 2 >= end or line[at].text != "," or line[at + 2].text != "," or at == 0:
        return False
    return line[at + 1].lower in english.ADVERBS and line[at - 1].lower in english.AUXILIARIES


def pick(line: list[Token], parts: list[tuple[int, int]]) -> tuple[int, int]:
    """Of the stretches before ", said" the one that is the speaker: a bare name, else the first noun phrase."""
    parts = [(past_as(line, a, b), b) for a, b in parts]
    nouns = [(a, b) for a, b in parts if not is_adverbial(line[a].lower) and not is_when(line, a, b)]
    for first, last in nouns:
        if last - first <= 4 and all(t.text[0].isupper() or t.lower in english.PARTICLES for t in line[first:last]):
            return first, last
    if nouns:
        return nouns[0]
    return (
        parts[-2] if is_adverbial(line[parts[-1][0]].lower) else parts[-1]
    )  # "On Friday the army, for its part, said"


def past_as(line: list[Token], first: int, last: int) -> int:
    """Where a name begins behind "as": "as Smith, the former leader, put it"."""
    is_led = last - first > 1 and line[first].lower == "as" and line[first + 1].text[0].isupper()
    return first + 1 if is_led and line[first + 1].lower not in english.NOT_NAMES else first


def is_when(line: list[Token], first: int, last: int) -> bool:
    """Whether a stretch tells only when, or how old somebody is: "Three days on", "59"."""
    if last - first == 1:
        return line[first].text.isdigit()
    return last - first <= MOST_WHEN and line[last - 1].lower in AFTERWARDS


MOST_WHEN = 4
AFTERWARDS = words("on later earlier afterwards after ago before")


def is_adverbial(word: str) -> bool:
    return word in ADVERBIAL or (word.endswith("ly") and len(word) > 5) or (word.endswith("ing") and len(word) > 5)


def after_adverbial(line: list[Token], first: int, last: int) -> int:
    """Past "On Monday " and its kin at the front of a subject that no comma closes."""
    if first + 1 < last and line[first].lower in SPANS and line[first + 1].lower in ("after", "before"):
        first += 1  # "Hours after the attack the navy announced"
    if first < last and line[first].lower in english.PREPOSITIONS:
        for at in range(last - 1, first, -1):
            if line[at].lower in BEGINS_SUBJECT:
                return last if at == first + 1 and line[first].lower in WITHIN else at
        for at in range(first + 1, last):
            if line[at].text[0].isupper() and line[at].lower in english.NOT_NAMES:
                return min(at + 1, last - 1)
    return first


def second_phrase(line: list[Token], first: int, last: int) -> int:
    """Where the speaker begins behind a time: "the navy" of "After the storm the navy said"."""
    for at in range(last - 1, first + 1, -1):
        if line[at].lower in DETERMINERS and line[at - 1].lower not in TYING:
            return at
    return first


TYING = english.PREPOSITIONS | words("of and or nor but near inside outside")
MOST_NOUN = 8  # tokens
SPANS = words("minutes hours days weeks months years")
# What opens no clause: "In a presidential year expected to" has nobody who expects.
WITHIN = words("in on at during with without by under over amid despite following among between within")


def is_relative(line: list[Token], at: int, first: int) -> bool:
    """Whether "that" goes on about the noun before it, and does not open what somebody says."""
    if line[at].lower != "that" or at == first or line[at - 1].lower in VERBS:
        return False
    is_long = line[first].lower in DETERMINERS and all(token.lower not in VERBS for token in line[first:at])
    return at - first <= (MOST_NOUN if is_long else 4)  # "The head of a team of the port that dug there"


def relative(line: list[Token], first: int, last: int) -> int:
    """Where "who led the group" begins, or the end."""
    for at in range(first + 1, last):
        if line[at].lower in ("who", "which", "that", "whose", "where"):
            return at
    return last


def verb_group(line: list[Token], at: int) -> tuple[int, frozenset[str]]:
    """Where auxiliaries and adverbs before the verb begin, and which auxiliaries they are."""
    first = at
    found: set[str] = set()
    while first > 0:
        word = line[first - 1].lower
        if word == "," and first > 2 and line[first - 2].lower in english.ADVERBS and line[first - 3].text == ",":
            first -= 3  # "Smith, however, said"
            continue
        if word in TIMES and first > 2:
            opens = next((at for at in range(first - 2, max(0, first - 6), -1) if line[at - 1].lower in HAVING), None)
            if opens is not None and line[opens].lower in OPENS_TIME:
                first = opens  # "had at the time spoken of", "had until last week insisted"
                continue
        is_auxiliary = word in BESIDE_VERB
        if not is_auxiliary and word not in AROUND_VERB and not (word.endswith("ly") and len(word) > 4):
            break
        if is_auxiliary:
            found.add("not" if word in NEGATING else word)
        first -= 1
    return first, frozenset(found)


HAVING = words("has have had")
OPENS_TIME = words("at in on for until since over by the last earlier")
TIMES = words(
    """
    time day days week weeks month months year years decades before moment outset first last morning evening spring
    summer autumn winter monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december
    """
)
AROUND_VERB = english.ADVERBS | {"yet", "ever"}
NEGATING = words("never hardly rarely seldom scarcely didn’t didn't")
BESIDE_VERB = english.AUXILIARIES | english.MODALS | NEGATING | words("not to")
