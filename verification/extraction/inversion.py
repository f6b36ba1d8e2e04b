"""A speaker behind the verb, however the sentence goes on: "Two died, say sources in the port, where it burns"."""

from __future__ import annotations

from verification.text.word_lists import words

from .asides import RULING, SOMEBODY, is_clause_before
from .capitals import are_initials
from .clauses import is_finite
from .cues import Family, Form, Token, Verb
from .frame import Frame
from .model import english
from .papers import COUNTS, PAPERS
from .passage import Passage
from .speaker_words import TIMES
from .subjects import MARKS, subject

READ = Verb("read", Family.SAY, Form.THIRD, True)
READS = words("reads read")
ANYBODY = words("somebody someone others people many several some locals inhabitants villagers")
OWNERS = words(
    "owner owners operator operators maker boss captain chief crew widow family families relatives neighbours"
)
WRITTEN = PAPERS | COUNTS | words("petition complaint lawsuit indictment notice communique communiqué dispatch e-mail")
# What wants an object or a listener, or says how somebody came to know.
NEVER_TURNED = (
    english.NAMING
    | english.POINTING
    | words("tell inform notify brief assure reassure hear learn discover see remember rule put determine establish")
)
BY_A_PAPER = words("find show reveal indicate suggest")  # "…, found a survey of 1,200 households"
LEARNED = words("learn hear understand")
OPENS_RELATIVE = words("who whom whose which that where")
HANGING = english.PREPOSITIONS | words("of for near inside outside familiar close living speaking")
BARE = words("not no yes nonsense untrue false wrong")  # "Not so, said state television"
MOST_BARE = 4  # tokens
MOST_SPEAKER = 24  # tokens
MOST_ASIDE = 12  # tokens


def turned_round(line: list[Token], at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "…, say sources in the militia.", "…, reads a statement by Oder", "The port, said a guard, is"."""
    if at < 2 or at + 1 >= len(line) or line[at - 1].text != "," or not may_turn(verb):
        return None
    end = end_of_speaker(line, at + 1)
    if end is None or not is_somebody(line[at + 1 : end], verb):
        return None
    source, cue = (line[at + 1].start, line[end - 1].end), (line[at].start, line[at].end)
    if line[0].lower in BARE and at <= MOST_BARE and end + 1 < len(line) and line[end].text == ":":
        return Frame(verb, cue, source, (line[end + 1].start, len(passage.text)))
    if is_clause_before(passage, cue[0]) or (line[0].lower in BARE and at <= MOST_BARE):
        return Frame(verb, cue, source, (0, line[at - 1].end))
    is_closed = end + 1 < len(line) and line[end].text == "," and verb.lemma == "say"
    goes_on = is_closed and any(is_finite(line, step) for step in range(end + 1, min(len(line), end + MOST_ASIDE)))
    return Frame(verb, cue, source, (0, len(passage.text))) if goes_on and is_open(line, at) else None


def is_open(line: list[Token], at: int) -> bool:
    """Whether a sentence has only begun before the comma, with no list or apposition in it: "The port, said …"."""
    return all(token.text not in ",;:" and token.text not in MARKS for token in line[: at - 1])


def may_turn(verb: Verb) -> bool:
    is_said = verb.family is Family.SAY and verb.lemma not in NEVER_TURNED
    return is_said and verb.form is not Form.GERUND


def end_of_speaker(line: list[Token], at: int) -> int | None:
    """Behind the words that name a speaker from `at` on; None where a verb follows them: "said the talks were over"."""
    last = at
    while last < len(line) and last - at < MOST_SPEAKER:
        word = line[last].lower
        if word == "(":
            close = next((step for step in range(last, min(len(line), last + 6)) if line[step].text == ")"), None)
            if close is None:
                return None
            last = close + 1
            continue
        if word == "." and last > at and last + 1 < len(line) and are_initials(line[last - 1].text):
            last += 1  # "said U.S. Central Command"
            continue
        if not word[0].isalnum() or word in OPENS_RELATIVE:
            break
        if last > at and is_time(line, last):
            break
        following = line[last + 1].lower if last + 1 < len(line) else ""
        is_told = following == "by"  # "villagers reached by telephone"
        is_told = is_told or (line[last - 1].lower in WRITTEN and following in english.PREPOSITIONS)
        if last > at and not is_told and is_finite(line, last):
            return None
        last += 1
    is_mark = last == len(line) or line[last].text in ",.;:–—" or line[last].lower in OPENS_RELATIVE
    return last if last > at and (is_mark or is_time(line, last)) else None


def is_time(line: list[Token], at: int) -> bool:
    """Whether it is told here when somebody spoke: "on Monday", "yesterday", "late in May"."""
    if line[at].lower in TIMES:
        return True
    ahead = [token.lower for token in line[at + 1 : at + 3]]
    return line[at].lower in ("on", "in", "late", "early", "last", "this") and not TIMES.isdisjoint(ahead)


def is_somebody(speaker: list[Token], verb: Verb) -> bool:
    """Whether words name who can say something, and for "say" without "s" several."""
    hangs = next((step for step, token in enumerate(speaker) if step and token.lower in HANGING), len(speaker))
    first, head = speaker[0], speaker[hangs - 1]
    is_named = any(
        token.text[0].isupper() and token.lower not in english.NOT_NAMES | TIMES for token in speaker[:hangs]
    )
    is_paper = any(token.lower in WRITTEN for token in speaker[:hangs])
    if verb is READ:
        return is_paper
    if verb.lemma in BY_A_PAPER and not is_paper and head.lower not in RULING:
        return False
    if first.lower == "one" and hangs == 1:
        return len(speaker) > 2 and speaker[1].lower == "of"
    is_anybody = first.lower in ANYBODY and (hangs == 1 or head.lower.endswith("s") or head.lower == "people")
    if not (is_named or is_paper or head.lower in SOMEBODY | OWNERS or is_doer(head.lower) or is_anybody):
        return False
    if verb.lemma in DONE_TO and is_done_to(speaker, hangs):
        return False
    if first.lower in english.PREPOSITIONS | AWAY:
        return False  # "…, worried about the Kurds"
    if verb.form is Form.BASE:
        return is_anybody or (head.lower.endswith("s") and first.lower not in ("a", "an", "one"))
    return True


def is_done_to(speaker: list[Token], hangs: int) -> bool:
    """Whether words are whom something is done to: "charged the man with murder", "warned residents of the danger"."""
    behind = speaker[hangs].lower if hangs < len(speaker) else ""
    return behind in ("with", "to", "about", "against") or (behind == "of" and speaker[hangs - 1].lower.endswith("s"))


def is_doer(word: str) -> bool:
    """Whether a plural is of people or bodies by what they do: "aid workers", "activists", "agencies"."""
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    if word.endswith("s") and singular in english.GROUP_HEADS and singular not in PAPERS:
        return True
    return word.endswith(DOERS) and word not in NO_DOERS


DONE_TO = words("warn charge suspect fear admit report accept acknowledge")
AWAY = words("about of off out up as to that")
DOERS = ("ers", "ors", "ists", "ians", "ees", "men", "women")
NO_DOERS = words(
    "numbers papers powers orders matters others members errors doors floors factors quarters headquarters"
)


def told_by(line: list[Token], first: int, at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "…, Reuters was told by a guard", "…, the Gazette has learned from sources in the port": they say it."""
    by = "by" if verb.lemma == "tell" else "from"
    if at + 2 >= len(line) or line[at + 1].lower != by or verb.lemma not in LEARNED | {"tell"}:
        return None
    listener, _ = subject(line, first, after=None)
    end = end_of_speaker(line, at + 2)
    if listener is None or end is None or not passage.text[: listener[0]].rstrip().endswith(","):
        return None
    cue, source = (listener[0], line[at + 1].end), (line[at + 2].start, line[end - 1].end)
    goes_on = end < len(line) and line[end].text == ","
    is_clause = is_clause_before(passage, cue[0])
    return Frame(verb, cue, source, (0, len(passage.text) if goes_on else cue[0])) if is_clause or goes_on else None
