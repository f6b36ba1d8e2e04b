"""What is said, behind a verb of speech or before it."""

from __future__ import annotations

from bisect import bisect_left

from verification.text.word_lists import words

from .asides import SOMEBODY
from .clauses import OPENING, clause, is_finite
from .cues import VERBS, Family, Form, Token, Verb
from .inversion import is_doer
from .model import english
from .passage import HIDDEN, Passage
from .speaker_words import TIMES
from .subjects import MARKS

UP_TO_THAT = 14
VERBAL = english.AUXILIARIES | english.MODALS
DATA = words("figures data records documents emails statistics letters papers estimates polls")
TAKING_OBJECT = english.POINTING | english.NAMING
ANY_MARK = MARKS | {",", "–", "—", "…"}


def is_evidence(line: list[Token], first: int, at: int, verb: Verb) -> bool:
    """Whether a paper or a count shows a clause without "that": "records show he backed", "a poll found 40%"."""
    if verb.lemma not in EVIDENCED or verb.form is Form.GERUND or at + 4 > len(line):
        return False
    following = line[at + 1]
    is_clause = following.text[0].isupper() or following.text[0].isdigit() or following.lower in english.PRONOUNS
    is_clause = is_clause or any(t.lower in CLAUSE_VERBS for t in line[at + 2 : at + 8])
    is_clause = is_clause or (following.lower in UP_TO and line[at + 2].lower in UP_TO | {"least", "most"})
    return is_clause and any(t.lower in EVIDENCE for t in line[max(0, first - UP_TO_PAPER) : first])


EVIDENCED = frozenset({"show", "find", "suggest", "indicate", "estimate", "reveal"})
UP_TO_PAPER = 10
UP_TO = words("up at to more less fewer than")
EVIDENCE = DATA | words("poll survey study report research audit analysis review results tests surveys studies reports")
CLAUSE_VERBS = english.AUXILIARIES | english.MODALS


def content_after(line: list[Token], at: int, verb: Verb, passage: Passage) -> tuple[int, int] | None:
    """What is said, where it stands behind the verb: after "that", a colon, a quotation mark, or at once."""
    end = len(passage.text)
    for step in range(at + 1, min(len(line), at + UP_TO_THAT)):
        token = line[step]
        if token.lower == "that" or token.text == ":":
            return (line[step + 1].start, end) if step + 1 < len(line) else ((token.start, end))
        if token.text in MARKS or token.text.startswith(HIDDEN):
            return (token.start, end)
        if verb.lemma == "tell" and is_added(line, step):
            break  # "told the agency by telephone, adding that"
        if token.text in VERBAL and step > at + 1:
            break  # a clause without "that" has begun; "May" is a month
        if token.text in ".;" or (
            token.lower in VERBS and VERBS[token.lower].form is not Form.GERUND and step > at + 4
        ):
            break
    rest = line[at + 1 :]
    if verb.lemma == "tell" and any(token.text in ",." for token in rest[:3]):
        return None  # "before she told parliament, the paper reported"
    if not rest or not any(t.text[0].isalnum() for t in rest):
        return None
    following = rest[0]
    takes_object = verb.family is not Family.SAY or verb.lemma in TAKING_OBJECT
    is_bare_denial = verb.family is Family.DENY and following.lower in POINTING_BACK
    if takes_object and (len(rest) > 2 or is_bare_denial) and following.text != ",":
        return (following.start, end)
    if verb.lemma == "report" and len(rest) > 2 and (is_count(rest) or is_told_by_many(line, at)):
        return (following.start, end)
    if verb.lemma in REPORTING and following.lower in CLAUSE_SUBJECTS and len(rest) > 3:
        return (following.start, end)
    if is_evidence(line, at, at, verb) or (verb.lemma == "report" and len(rest) > 3 and is_deed(following)):
        return (following.start, end)
    if verb.is_strong and len([t for t in rest if t.text[0].isalnum()]) >= 3 and following.text not in ",.":
        return (following.start, end)
    return None


SAID_WHEN = english.ADVERBS | TIMES | {"late", "early"}


def is_added(line: list[Token], at: int) -> bool:
    """Whether somebody goes on speaking here: "…, adding that"."""
    verb = VERBS.get(line[at].lower)
    return verb is not None and verb.form is Form.GERUND and line[at - 1].text == ","


POINTING_BACK = words("it this that them")  # "All nine deny it."


def goes_on(rest: list[Token]) -> bool:
    """Whether a clause stands behind the comma: "At noon, the group added, soldiers opened fire"."""
    opens = rest[1].lower if len(rest) > LEAST_CLAUSE else "who"
    is_joint = opens in english.PREPOSITIONS or opens in english.BEFORE_SUBJECT or opens in ("who", "which")
    return opens[0].isalnum() and not is_joint and not opens.endswith("ing") and opens not in VERBS


LEAST_CLAUSE = 4
LISTENERS = words("reporters journalists parliament lawmakers senators jurors investigators police judges")


def is_count(rest: list[Token]) -> bool:
    """Whether a number of people or of cases is reported: "192 of its soldiers killed", "5,000 new cases"."""
    return rest[0].text[0].isdigit() and any(token.lower in SUFFERED for token in rest[1:8])


def is_told_by_many(line: list[Token], at: int) -> bool:
    """Whether several open the sentence and report: "Villagers report heavy shelling", "Aid workers report hunger"."""
    who = line[at - 1]
    is_many = 0 < at <= MOST_MANY and who.lower.endswith("s") and line[0].text[0].isupper()
    return is_many and line[at].lower == "report" and (who.lower in SOMEBODY or is_doer(who.lower))


MOST_MANY = 2  # tokens
SUFFERED = words(
    "killed dead wounded injured missing deaths cases infections arrests casualties hurt fatalities losses"
)


def is_deed(token: Token) -> bool:
    """Whether a word says what was done: "reported shooting down 14 drones"."""
    return token.text.islower() and token.lower.endswith("ing") and len(token.lower) > 5


REPORTING = words("suggest indicate conclude note add report complain recall argue remark observe tell")
CLAUSE_SUBJECTS = words("he she they it there")


def is_postposed(line: list[Token], source: tuple[int, int], at: int, verb: Verb, passage: Passage) -> bool:
    """Whether speaker and verb come after what is said: "…, officials said on Monday"."""
    begin = bisect_left([t.start for t in line], source[0])
    if begin > 2 and line[begin - 1].lower == "so" and line[begin - 2].lower == "or":
        begin -= 2  # "Nobody was hurt, or so the army says"
    if begin == 0 or line[begin - 1].text not in ANY_MARK:
        return False
    words_before = [t for t in line[: begin - 1] if t.text[0].isalnum() or t.text.startswith(HIDDEN)]
    if len(words_before) < 2 and not any(t.text.startswith(HIDDEN) for t in words_before):
        return False
    is_quoted = line[begin - 1].text in MARKS
    if verb.lemma == "tell" and at + 1 < len(line) and line[at + 1].lower in LISTENERS and line[begin - 1].text == ",":
        upto = next((t.lower for t in line[at + 1 :] if t.text in ",;:" or t.lower == "that"), ";")
        return upto in ",;"  # "…, they have told reporters and officials ever since; families had gathered"
    behind = at + 1
    while behind < len(line) and line[behind].lower in SAID_WHEN:
        behind += 1  # "…, Smith has said repeatedly", "…, officials said Monday, and"
    ends = next((step for step in range(behind + 1, len(line)) if is_added(line, step)), len(line) + 1) - 1
    rest = [t for t in line[behind:ends] if t.text != "."]
    if not rest or rest[0].text in (",", ";"):
        return (
            is_quoted
            or line[0].lower not in english.PREPOSITIONS
            or (line[0].lower == "at" and line[1].lower in ("least", "most"))
            or any(t.lower in english.AUXILIARIES for t in line[: begin - 1])
            or (rest[:1] != [] and rest[0].text == "," and goes_on(rest))
        )
    opens_clause = (t.lower == "that" and not is_relative(rest, at) for at, t in enumerate(rest[:UP_TO_THAT]))
    if any(opens_clause) or any(t.text == ":" for t in rest[:UP_TO_THAT]):
        return False
    is_how = verb.family is Family.SAY and tells_how(rest, verb)
    if is_quoted or (is_how and is_main_clause(line, begin - 1)):
        return True
    has_verb = any(t.lower in english.AUXILIARIES or t.lower.endswith("ed") for t in line[: begin - 1])
    light = len(rest) <= 5 and (verb.lemma in ("tell",) or rest[0].lower in english.PREPOSITIONS)
    return has_verb and light


def is_relative(rest: list[Token], at: int) -> bool:
    """Whether "that" goes on about a noun: "in a letter that was put online", and not "said that it was"."""
    return 0 < at < len(rest) - 1 and rest[at - 1].text.islower() and is_finite(rest, at + 1)


def tells_how(rest: list[Token], verb: Verb) -> bool:
    """Whether the words behind a verb only tell where it was said, or to whom: "in a report published in May"."""
    if verb.lemma != "tell":
        return rest[0].lower in english.PREPOSITIONS
    upto = next((at for at, token in enumerate(rest) if token.text in ",;"), len(rest))
    return upto <= MOST_LISTENER and not any(is_finite(rest, at) for at in range(1, upto))


def is_main_clause(line: list[Token], end: int) -> bool:
    """Whether the words before a place are a sentence of their own, and no "While the army denied it"."""
    found = clause(line, 0, end)
    opens = line[0].lower in OPENING or line[0].lower.endswith("ing")
    return found is not None and (found.first > 0 or not opens)


MOST_LISTENER = 12  # words


def is_order(behind: list[str]) -> bool:
    """Whether somebody is told what to do: "her what to eat", and not "them what had happened"."""
    return len(behind) > 3 and behind[0] in TOLD and behind[1] in ASKING and behind[2] == "to"


TOLD = words("him her them us me")
ASKING = words("what whom where how when")


def is_somebody(behind: list[str]) -> bool:
    """Whether the words behind "dismissed" are somebody who loses an office: "an Afghan general and"."""
    ends = (at for at, word in enumerate(behind) if at and (word in ENDS_NOUN or not word[0].isalpha()))
    head = behind[: next(ends, len(behind))][-1:]
    return behind[:1] != [] and behind[0] in DETERMINING and bool(head) and head[0] in english.ROLES


ENDS_NOUN = english.PREPOSITIONS | words("and or who of")
DETERMINING = words("a an the his her its their two three four several")
