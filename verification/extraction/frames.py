"""Who says what within one passage: a verb (or "according to") with its speaker and what is said.

Only what stands outside quotation marks is searched, so that words quoted never attribute anything.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import replace

from verification.text.word_lists import words

from .according import VOUCHING, according, vouched
from .asides import ASIDE, RULING, aside, is_put_in, turned
from .contents import DATA, UP_TO_THAT, content_after, is_evidence, is_order, is_postposed, is_somebody, is_told_by_many
from .cues import VERBS, Family, Form, Token, Verb, tokens
from .frame import Frame
from .inversion import BY_A_PAPER, LEARNED, READ, READS, told_by, turned_round
from .model import english
from .papers import MADE as MADE_BY
from .passage import HIDDEN, Passage
from .roundabout import MADE, on_errand, roundabout
from .set_phrases import OPENING, before_colon, set_phrase
from .subjects import DETERMINERS, subject, verb_group
from .word_orders import gerund, inverted, passive

LONGEST = 2_500  # characters: longer stretches without a stop are no sentences, and looking there takes too long
WOULD = {"would"}  # "Smith would say only that"
BEFORE_NOUN = DETERMINERS | words("no any each every of its our your my this these")


REPORTED = Verb("report", Family.SAY, Form.PAST, True)
ALLEGED = Verb("allege", Family.SAY, Form.PAST, True)


HEARSAY_WORDS = words("reportedly allegedly purportedly")
CUES = frozenset({"according"}) | HEARSAY_WORDS | OPENING | MADE | VOUCHING | ASIDE.keys() | VERBS.keys()


def frames(passage: Passage) -> list[Frame]:
    """The attributions of a passage, in the order of their cues."""
    line = tokens(passage.masked[:LONGEST])
    opening = before_colon(passage)
    found: list[Frame] = [opening] if opening else []
    is_vouched = False
    for at, token in enumerate(line):
        if token.lower not in CUES:
            continue
        frame = None
        is_vouched = is_vouched or token.lower in VOUCHING
        if token.lower == "according" and at + 2 < len(line) and line[at + 1].lower == "to":
            frame = according(line, at, passage)
        elif token.lower in HEARSAY_WORDS:
            verb = REPORTED if token.lower == "reportedly" else ALLEGED
            frame = Frame(verb, (token.start, token.end), None, (0, len(passage.text)), is_passive=True)
        elif token.lower in OPENING:
            frame = set_phrase(line, at, passage, found)
        if frame is None and token.lower in MADE:
            frame = roundabout(line, at, passage, found)
        if frame is None and token.lower in VERBS:
            frame = with_verb(line, at, VERBS[token.lower], passage, found)
        elif frame is None and token.lower in ASIDE:
            frame = aside(line, at, passage)
        elif frame is None and token.lower in READS:
            frame = turned_round(line, at, READ, passage)
        if frame is not None:
            found.append(frame)
    vouching = vouched(passage) if is_vouched and all(is_of_noun(passage, frame) for frame in found) else None
    return [vouching] if vouching else found


def is_of_noun(passage: Passage, frame: Frame) -> bool:
    """Whether a frame only says which thing is meant: "fraud that observers say they found did not occur"."""
    if frame.source is None:
        return False
    between = passage.text[frame.source[1] : frame.cue[0]].split()
    return passage.text[: frame.source[0]].endswith((" that ", " which ")) or "that" in between


def with_verb(line: list[Token], at: int, verb: Verb, passage: Passage, before: list[Frame]) -> Frame | None:
    """The frame that the verb at `at` opens, or None where it does not attribute anything."""
    first, auxiliaries = verb_group(line, at)
    says_only = auxiliaries == WOULD and "only" in (token.lower for token in line[first : at + 2])
    if auxiliaries == WOULD and verb.family is Family.SAY and not says_only:
        source, _ = subject(line, first, after=None)
        if source is not None and is_put_in(passage, source, (line[at].start, line[at].end)):
            return Frame(verb, (line[at].start, line[at].end), source, (0, source[0]))
    if (
        (auxiliaries & english.MODALS and not says_only)
        or "to" in auxiliaries
        or ("not" in auxiliaries and verb.family is not Family.CALL)
    ):
        return on_errand(line, at, first, verb, passage) if "to" in auxiliaries else None
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if verb.lemma == "call" and following in CALLED:
        return None  # "KPMG, called in for a special audit, reported", "Two constables called at the bank"
    if verb.form is Form.PAST and first == at > 1 and line[at - 1].text.isdigit() and line[at - 2].lower in OF_SOME:
        return None  # "its list of 25 recommended delegates"
    if verb.lemma == "plead" and PLEA & {token.lower for token in line[at + 1 : at + 3]}:
        return None  # "pleaded not guilty", in court
    behind = [token.lower for token in line[at + 1 : at + 6]]
    if (verb.lemma == "tell" and is_order(behind)) or (verb.lemma == "dismiss" and is_somebody(behind)):
        return None  # "He told her what to eat", "He dismissed a general"
    if verb.lemma == "recall" and RECALLED & {token.lower for token in line[at + 1 : at + 10]} and not before:
        return None  # "recalled more than 140,000 cars"
    if verb.lemma == "say" and (behind[:1] == ["so"] or behind[:2] in SAME):
        so = saying_so(line, at, first, verb, passage)
        if so is not None:
            return so
    if verb.lemma == "report" and auxiliaries and "to" in [token.lower for token in line[at + 2 : at + 5]]:
        return None  # "She had reported the matter to her manager"
    if verb.lemma == "admit" and auxiliaries and at + 1 < len(line) and line[at + 1].text[0].isdigit():
        return None  # "it had admitted 2,700 patients"
    if verb.form is Form.PAST and not auxiliaries and at + 1 < len(line) and line[at + 1].lower == "by":
        return None  # "in an attack claimed by the group"
    if verb.lemma == "say" and verb.form is Form.PAST and not auxiliaries and behind[:1] == ["to"]:
        whole = (0, len(passage.text))  # "A video said to show the port"
        return Frame(verb, (line[at].start, line[at].end), None, whole, is_passive=True)
    if verb.form is Form.PAST and not auxiliaries and behind[:2] in THOUGHT_TO and verb.lemma in HELD_OF:
        return None  # "Dozens of fighters, thought to be of the rebels, took the town"
    if verb.form is Form.PAST and auxiliaries & english.BEING:
        told = told_by(line, first, at, verb, passage) if verb.lemma == "tell" else None
        return told or passive(line, first, at, verb, passage)
    if line[at].text == "Said" and at and line[at - 1].text[0].isupper():
        return None  # a name: "Omar Said"
    if line[at - 1].text == "," and (verb.form is Form.BASE or verb.lemma in BY_A_PAPER):
        inverse = turned_round(line, at, verb, passage)
        if inverse is not None:
            return inverse
    if not is_verb(line, first, at, verb):
        return None
    cue = (line[at].start, line[at].end)
    if verb.lemma == "call" and at + 1 < len(line) and line[at + 1].lower in ("on", "upon", "for"):
        verb = replace(verb, family=Family.CALL)
    if verb.form is Form.GERUND and not auxiliaries & english.BEING:
        return gerund(line, at, verb, passage, before)
    inverse = inverted(line, at, verb, passage)
    if inverse is None and verb.family is Family.SAY and at > 1 and line[at - 1].text == ",":
        is_told = verb.lemma == "tell"
        inverse = (None if is_told else turned(line, at, verb, passage)) or turned_round(line, at, verb, passage)
    if inverse is None and verb.lemma in LEARNED:
        inverse = told_by(line, first, at, verb, passage)
    if inverse is not None:
        return inverse
    source, goes_on = subject(line, first, after=before[-1].cue[1] if before else None)
    if before and source is not None and is_told_of(line, first, before[-1], passage):
        source, goes_on = None, True  # "Smith, who had denied that it was so, told parliament"
    if before and before[-1].verb.form is Form.GERUND and first and line[first - 1].text == ",":
        source, goes_on = None, True  # "Smith, noting that nobody had asked, said"
    if source is None and not goes_on:
        return None
    inner = quoted_speaker(line, at) if verb.lemma in ("quote", "cite") else None
    if source is not None and is_what_is_said(line, source, at, verb):
        return None  # "rested on what residents said and on"
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
        opens = first == 1 or line[first - 2].lower in BEFORE_SOME
        return before == "some" and opens and verb.lemma in UTTERED
    if verb.form is Form.PAST and before[:1].isdigit() and verb.lemma in OF_CASES:
        return False  # "50,000 suspected cases"
    if verb.form is Form.PAST and first == at and before in PREPOSED:
        return False  # "to protest against alleged corruption"
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if verb.lemma == "estimate" and following in WHOSE:
        return False  # "estimates compiled by the agency showed"
    if verb.form is Form.BASE:
        if verb.lemma in english.NOUN_LIKE and following not in ("that", ":", "to", "on", "for"):
            return before in english.PRONOUNS or following in DETERMINERS or is_told_by_many(line, at)
        return True
    if (
        verb.lemma == "find"
        and following in CLOSING
        and any(t.lower in RULING for t in line[max(0, first - 3) : first])
    ):
        return True  # "He had no weapon, the coroner found, and", "UN report finds"
    if verb.lemma in ("see", "find", "show", "regard", "view"):
        rest = [token.lower for token in line[at + 1 : at + 1 + UP_TO_THAT]]
        if verb.lemma == "show" and (len(rest) <= 3 or rest[0] == ",") and is_of_data(line, first):
            return True  # "prices rose by 4%, official figures show"
        if is_evidence(line, first, at, verb):
            return True
        return bool({"as", "that", ":"} & set(rest)) or any(HIDDEN in word for word in rest[:2])
    return True


def is_what_is_said(line: list[Token], source: tuple[int, int], at: int, verb: Verb) -> bool:
    """Whether "what residents said" only names what was said, unlike "what residents said was an attack"."""
    begins = bisect_left([token.start for token in line], source[0])
    following = line[at + 1].lower if at + 1 < len(line) else ""
    ahead = itertools.takewhile(lambda token: token.text != ",", line[at + 1 : at + UP_TO_THAT])
    opens_what_is_said = any(token.lower in ("that", ":") for token in ahead)
    names = verb.lemma in english.NAMING or verb.family is not Family.SAY or following in english.AUXILIARIES
    return begins > 0 and line[begins - 1].lower == "what" and not names and not opens_what_is_said


def is_told_of(line: list[Token], first: int, before: Frame, passage: Passage) -> bool:
    """Whether the frame before is an aside about the speaker, closed by a comma ahead of this verb."""
    if before.source is None or first == 0 or line[first - 1].text != ",":
        return False
    start, end = before.source
    is_opened = passage.text[:start].rstrip().endswith(",")
    return is_opened and passage.text[start:end].lower() in ("who", "which")


def is_of_data(line: list[Token], first: int) -> bool:
    """Whether the words before a verb are a count, or somebody's: "figures", "estimates by the agency"."""
    if line[first - 1].lower in DATA:
        return first > 0
    listed = line[max(0, first - MOST_OF_DATA) : first]
    return any(a.lower in DATA and b.lower in WHOSE for a, b in itertools.pairwise(listed))


CLOSING = frozenset({"", ",", ".", ";"})
MOST_OF_DATA = 10
WHOSE = MADE_BY | words("by of from")
BEFORE_SOME = words(", ; : but and while though although")
UTTERED = words("say tell think argue insist believe fear")
OF_CASES = words("suspect confirm report allege estimate")
PLEA = words("guilty innocent not")
CALLED = words("in off up at")
OF_SOME = DETERMINERS | {"of", "its", "these", "those"}
RECALLED = words("cars vehicles trucks products batches packets units models ambassador envoy airbags")


def saying_so(line: list[Token], at: int, first: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "Critics say so", "The agency said the same": what was said before is theirs."""
    ends = at + (2 if line[at + 1].lower == "so" else 3)
    if ends < len(line) and line[ends].text not in (".,;:" if ends == at + 2 else ".,;"):
        return None
    source, _ = subject(line, first, after=None)
    return Frame(verb, (line[at].start, line[at].end), source, (0, len(passage.text))) if source else None


SAME = (["the", "same"], ["as", "much"])
THOUGHT_TO = (["to", "be"], ["to", "have"])
HELD_OF = words("think believe know understand consider suspect fear")
PREPOSED = english.PREPOSITIONS - words("since because when while once although if like as this")


def quoted_speaker(line: list[Token], at: int) -> tuple[int, int] | None:
    """Jones in "Smith quoted Jones as saying"."""
    ahead = [token.lower for token in line[at + 1 : at + UP_TO_THAT]]
    for step, word in enumerate(ahead[:-1]):
        if word == "as" and ahead[step + 1] == "saying" and step:
            return line[at + 1].start, line[at + step].end
    return None
