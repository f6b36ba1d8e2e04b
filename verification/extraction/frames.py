"""Who says what within one passage: a verb (or "according to") with its speaker and what is said.

Only what stands outside quotation marks is searched, so that words quoted never attribute anything.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from verification.text.word_lists import words

from .cues import VERBS, Family, Form, Token, Verb, tokens
from .frame import Frame
from .model import english, grammar
from .passage import HIDDEN, Passage
from .set_phrases import OPENING, before_colon, set_phrase
from .subjects import DETERMINERS, MARKS, subject, verb_group

UP_TO_THAT = 14
LONGEST = 2_500  # characters: longer stretches without a stop are no sentences, and looking there takes too long
BEFORE_NOUN = DETERMINERS | words("no any each every of its our your my this these")
VERBAL = english.AUXILIARIES | english.MODALS
SOMEBODY = english.ROLES | english.PLURAL_PEOPLE
BEGINS_SOMEBODY = DETERMINERS | SOMEBODY | english.GROUP_HEADS
DATA = words("figures data records documents emails statistics letters papers estimates polls")
TAKING_OBJECT = english.POINTING | english.NAMING
ANY_MARK = MARKS | {",", "–", "—", "…"}


ACCORDING = Verb("according", Family.SAY, Form.BASE, True)
REPORTED = Verb("report", Family.SAY, Form.PAST, True)
ALLEGED = Verb("allege", Family.SAY, Form.PAST, True)


HEARSAY_WORDS = words("reportedly allegedly purportedly")
CUES = frozenset({"according"}) | HEARSAY_WORDS | OPENING | VERBS.keys()


def frames(passage: Passage) -> list[Frame]:
    """The attributions of a passage, in the order of their cues."""
    line = tokens(passage.masked[:LONGEST])
    opening = before_colon(passage)
    found: list[Frame] = [opening] if opening else []
    for at, token in enumerate(line):
        if token.lower not in CUES:
            continue
        frame = None
        if token.lower == "according" and at + 2 < len(line) and line[at + 1].lower == "to":
            frame = according(line, at, passage)
        elif token.lower in HEARSAY_WORDS:
            verb = REPORTED if token.lower == "reportedly" else ALLEGED
            frame = Frame(verb, (token.start, token.end), None, (0, len(passage.text)), is_passive=True)
        elif token.lower in OPENING:
            frame = set_phrase(line, at, passage, found)
        if frame is None and token.lower in VERBS:
            frame = with_verb(line, at, VERBS[token.lower], passage, found)
        if frame is not None:
            found.append(frame)
    return found


def according(line: list[Token], at: int, passage: Passage) -> Frame:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    last = at + 2
    while last < len(line) and line[last].text not in ",.;:" and not set(line[last].text) & MARKS:
        last += 1
    source = (line[at + 2].start, line[last - 1].end)
    cue = (line[at].start, line[at + 1].end)
    before = [t.lower for t in line[:at]]
    is_back = len(before) <= 3 and bool(set(before) & {"is", "was", "that"}) and set(before) <= BACKWARD
    if at <= 1 and last < len(line):
        return Frame(ACCORDING, cue, source, (line[min(last + 1, len(line) - 1)].start, len(passage.text)))
    return Frame(ACCORDING, cue, source, (0, line[at].start), is_back=is_back)


BACKWARD = frozenset({"this", "that", "is", "was", "it", "all", "these", "were"})


def with_verb(line: list[Token], at: int, verb: Verb, passage: Passage, before: list[Frame]) -> Frame | None:
    """The frame that the verb at `at` opens, or None where it does not attribute anything."""
    first, auxiliaries = verb_group(line, at)
    if auxiliaries & english.MODALS or "to" in auxiliaries or ("not" in auxiliaries and verb.family is not Family.CALL):
        return None
    if verb.form is Form.PAST and not auxiliaries and at + 1 < len(line) and line[at + 1].lower == "by":
        return None  # "in an attack claimed by the group"
    if verb.form is Form.PAST and auxiliaries & english.BEING:
        return passive(line, first, at, verb, passage)
    if line[at].text == "Said" and at and line[at - 1].text[0].isupper():
        return None  # a name: "Omar Said"
    if not is_verb(line, first, at, verb):
        return None
    cue = (line[at].start, line[at].end)
    if verb.lemma == "call" and at + 1 < len(line) and line[at + 1].lower in ("on", "upon", "for"):
        verb = replace(verb, family=Family.CALL)
    if verb.form is Form.GERUND and not auxiliaries & english.BEING:
        return gerund(line, at, verb, passage, before)
    inverse = inverted(line, at, verb, passage)
    if inverse is not None:
        return inverse
    source, goes_on = subject(line, first, after=before[-1].cue[1] if before else None)
    if source is None and not goes_on:
        return None
    inner = quoted_speaker(line, at) if verb.lemma in ("quote", "cite") else None
    after = content_after(line, at, verb, passage)
    if inner is not None and after is not None:
        return Frame(verb, cue, source, after, goes_on=goes_on, inner=inner)
    if after is not None and not (source is not None and is_postposed(line, source, at, verb, passage)):
        return Frame(verb, cue, source, after, goes_on=goes_on)
    if source is not None and (inner is not None or is_postposed(line, source, at, verb, passage)):
        return Frame(verb, cue, source, (0, source[0]), inner=inner)
    return None


def is_verb(line: list[Token], first: int, at: int, verb: Verb) -> bool:
    """Whether a word that could be a noun or an adjective ("the report", "confirmed cases") is a verb here."""
    before = line[first - 1].lower if first else ""
    if before in BEFORE_NOUN:
        return False
    if verb.form is Form.PAST and first == at and before in PREPOSED:
        return False  # "to protest against alleged corruption"
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if verb.form is Form.BASE:
        if verb.lemma in english.NOUN_LIKE and following not in ("that", ":", "to", "on", "for"):
            return before in english.PRONOUNS or following in DETERMINERS
        return True
    if verb.lemma in ("see", "find", "show", "regard", "view"):
        rest = [token.lower for token in line[at + 1 : at + 1 + UP_TO_THAT]]
        if verb.lemma == "show" and before in DATA and len(rest) <= 3:
            return True  # "prices rose by 4%, official figures show"
        if is_evidence(line, first, at, verb):
            return True
        return bool({"as", "that", ":"} & set(rest)) or any(HIDDEN in word for word in rest[:2])
    return True


def is_evidence(line: list[Token], first: int, at: int, verb: Verb) -> bool:
    """Whether a paper or a count shows a clause without "that": "records show he backed", "a poll found 40%"."""
    if verb.lemma not in ("show", "find") or verb.form is Form.GERUND or at + 4 > len(line):
        return False
    following = line[at + 1]
    is_clause = following.text[0].isupper() or following.text[0].isdigit() or following.lower in english.PRONOUNS
    is_clause = is_clause or any(t.lower in CLAUSE_VERBS for t in line[at + 2 : at + 8])
    return is_clause and any(t.lower in EVIDENCE for t in line[max(0, first - UP_TO_PAPER) : first])


UP_TO_PAPER = 6
EVIDENCE = DATA | words("poll survey study report research audit analysis review results tests surveys studies reports")
CLAUSE_VERBS = english.AUXILIARIES | english.MODALS
PREPOSED = english.PREPOSITIONS - words("since because when while once although if like as this")


def quoted_speaker(line: list[Token], at: int) -> tuple[int, int] | None:
    """Jones in "Smith quoted Jones as saying"."""
    ahead = [token.lower for token in line[at + 1 : at + UP_TO_THAT]]
    for step, word in enumerate(ahead[:-1]):
        if word == "as" and ahead[step + 1] == "saying" and step:
            return line[at + 1].start, line[at + step].end
    return None


def passive(line: list[Token], first: int, at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "It has been reported that …", "X was accused of …", "X is said to …"; "by Y" names the speaker."""
    cue = (line[first].start, line[at].end)
    following = line[at + 1].lower if at + 1 < len(line) else ""
    whole = (0, len(passage.text))
    agent = phrase(line, at + 2) if following == "by" and at + 2 < len(line) else None
    if agent is not None and (verb.family is Family.DENY or verb.lemma in PUBLISHED):
        return Frame(verb, cue, agent, (0, cue[0]))
    if verb.family is Family.ACCUSE and following in ("of", "for", "by"):
        return Frame(verb, cue, agent, whole, is_passive=agent is None)
    if (following == "that" and line[first - 1].lower == "it") or (following == "to" and verb.lemma in HEARSAY):
        start = line[at + 2].start if following == "that" and at + 2 < len(line) else 0
        return Frame(verb, cue, None, (start, whole[1]), is_passive=True)
    if verb.lemma == "quote" and following in ("as", "saying"):
        # "Smith was quoted by the agency as saying": Smith says it
        source, _ = subject(line, first, after=None)
        after = content_after(line, at, verb, passage)
        return Frame(verb, cue, source, after) if source and after else None
    return None


PUBLISHED = words("report confirm announce allege claim")
HEARSAY = words("say believe report allege think claim understand rumour rumor know")


def phrase(line: list[Token], at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token: up to the next mark, verb or preposition other than "of"."""
    last = at
    while last < len(line) and last - at < 10:
        word = line[last].lower
        if not word[0].isalnum() or word in STOPS_PHRASE or (last > at and word in VERBS):
            break
        last += 1
    return (line[at].start, line[last - 1].end) if last > at else None


STOPS_PHRASE = (english.PREPOSITIONS | english.AUXILIARIES | english.MODALS | {"who", "which", "that"}) - {"of", "for"}


def gerund(line: list[Token], at: int, verb: Verb, passage: Passage, before: list[Frame]) -> Frame | None:
    """ "…, adding that …" goes on with the speaker; "Claiming that …, Smith left" names the speaker after."""
    cue = (line[at].start, line[at].end)
    if at == 0:
        comma = next((i for i in range(1, len(line) - 1) if line[i].text == ","), None)
        source = phrase(line, comma + 1) if comma else None
        start = line[at + 1].start if at + 1 < len(line) else 0
        return Frame(verb, cue, source, (start, line[comma].start)) if source and comma else None
    if verb.family is Family.CALL or line[at - 1].lower not in (
        ",",
        "and",
        "–",
        "—",
        "”",
        '"',
        "also",
        "but",
        "while",
    ):
        return None
    after = content_after(line, at, verb, passage)
    if after is None:
        return None
    source, _ = (None, True) if before else subject(line, first_verb(line, at), after=None)
    return Frame(verb, cue, source, after, goes_on=source is None)


def first_verb(line: list[Token], before: int) -> int:
    """Where the likely main verb begins: the first past form or auxiliary after the sentence's first name or role."""
    seen = False
    for at in range(before):
        word = line[at].lower
        if seen and (word in english.AUXILIARIES or word in TOLD or (word.endswith("ed") and len(word) > 3)):
            while at > 1 and line[at - 1].lower in english.ADVERBS:
                at -= 1
            return at
        is_name = line[at].text[:1].isupper() and word not in english.NOT_NAMES
        seen = seen or is_name or word in SPEAKERS
    return before


TOLD = grammar.ONLY_PAST | words("kept held sent met made paid won lost sold told said sought")
SPEAKERS = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE | {"he", "she", "they"}


def inverted(line: list[Token], at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "…,” said the minister, who …" and, in headlines, "…, warns Smith"."""
    if at == 0 or at + 1 >= len(line) or verb.form is Form.BASE:
        return None
    mark, following = line[at - 1].text, line[at + 1]
    is_after_quote = mark in MARKS or (mark == "," and at > 1 and line[at - 2].text in MARKS)
    if not is_after_quote and (mark != "," or verb.family is not Family.SAY):
        return None
    if not (following.text[0].isupper() or following.lower in BEGINS_SOMEBODY):
        return None
    source = phrase(line, at + 1)
    if source is None:
        return None
    last = bisect_left([t.start for t in line], source[1])
    rest = line[last:]
    is_end = not rest or rest[0].text in ",.;:–—" or rest[0].lower in ("who", "in", "on", "at", "during", "after")
    is_free = rest and (rest[0].text == "," or rest[0].lower == "who")  # what stands behind says who that is
    if not is_end or (not is_after_quote and not is_free and any(t.lower in english.AUXILIARIES for t in rest[:12])):
        return None
    speaker = line[at + 1 : last]
    is_somebody = any(t.text[0].isupper() or t.lower in SOMEBODY for t in speaker)
    if (
        verb.lemma == "say"
        and following.lower == "the"
        and [t.lower for t in rest[:2]] in ([",", "which"], [",", "who"])
    ):
        is_after_quote = True  # "Nothing moves here, says the union, which counts 1,900 strikers"
    # "Nothing moves here, said Jane Smith, a driver", "… said an official who asked not to be named"
    is_described = (
        verb.lemma == "say"
        and at > LEAST_AHEAD
        and len(rest) > 2
        and (
            (rest[0].text == "," and (rest[1].lower in SAYS_WHO or rest[1].lower in SOMEBODY))
            or (rest[0].lower == "who" and is_somebody)
        )
        and (following.text[0].isupper() or is_somebody)
    )
    if not is_after_quote and not is_described and (not is_somebody or len(rest) > 4 or (rest and rest[0].text == ",")):
        return None
    return Frame(verb, (line[at].start, line[at].end), source, (0, line[at - 1].end))


LEAST_AHEAD = 4
SAYS_WHO = words("a an the who whose his her its their one")


def content_after(line: list[Token], at: int, verb: Verb, passage: Passage) -> tuple[int, int] | None:
    """What is said, where it stands behind the verb: after "that", a colon, a quotation mark, or at once."""
    end = len(passage.text)
    for step in range(at + 1, min(len(line), at + UP_TO_THAT)):
        token = line[step]
        if token.lower == "that" or token.text == ":":
            return (line[step + 1].start, end) if step + 1 < len(line) else ((token.start, end))
        if token.text in MARKS or token.text.startswith(HIDDEN):
            return (token.start, end)
        if token.lower in VERBAL and step > at + 1:
            break  # a clause without "that" has begun
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
    if takes_object and len(rest) > 2 and following.text != ",":
        return (following.start, end)
    if verb.lemma in REPORTING and following.lower in CLAUSE_SUBJECTS and len(rest) > 3:
        return (following.start, end)
    if is_evidence(line, at, at, verb) or (verb.lemma == "report" and len(rest) > 3 and is_deed(following)):
        return (following.start, end)
    if verb.is_strong and len([t for t in rest if t.text[0].isalnum()]) >= 3 and following.text not in ",.":
        return (following.start, end)
    return None


def is_deed(token: Token) -> bool:
    """Whether a word says what was done: "reported shooting down 14 drones"."""
    return token.text.islower() and token.lower.endswith("ing") and len(token.lower) > 5


REPORTING = words("suggest indicate conclude note add report complain recall argue remark observe tell")
CLAUSE_SUBJECTS = words("he she they it there")


def is_postposed(line: list[Token], source: tuple[int, int], at: int, verb: Verb, passage: Passage) -> bool:
    """Whether speaker and verb come after what is said: "…, officials said on Monday"."""
    begin = bisect_left([t.start for t in line], source[0])
    if begin == 0 or line[begin - 1].text not in ANY_MARK:
        return False
    words_before = [t for t in line[: begin - 1] if t.text[0].isalnum() or t.text.startswith(HIDDEN)]
    if len(words_before) < 2 and not any(t.text.startswith(HIDDEN) for t in words_before):
        return False
    is_quoted = line[begin - 1].text in MARKS
    rest = [t for t in line[at + 1 :] if t.text != "."]
    if not rest or rest[0].text in (",", ";"):
        return (
            is_quoted
            or line[0].lower not in english.PREPOSITIONS
            or (line[0].lower == "at" and line[1].lower in ("least", "most"))
            or any(t.lower in english.AUXILIARIES for t in line[: begin - 1])
        )
    if any(t.lower == "that" or t.text == ":" for t in rest[:UP_TO_THAT]):
        return False
    if is_quoted:
        return True
    has_verb = any(t.lower in english.AUXILIARIES or t.lower.endswith("ed") for t in line[: begin - 1])
    light = len(rest) <= 5 and (verb.lemma in ("tell",) or rest[0].lower in english.PREPOSITIONS)
    return has_verb and light
