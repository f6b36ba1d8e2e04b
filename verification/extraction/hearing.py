"""The attributions of an article: where the tagger hears them, with what the rules know of their verbs.

The tagger was taught on many articles where speakers, words of attribution and what is said begin and end. The rules
know what a verb does to a claim (says, asks for, denies, accuses), who is left unnamed and who goes on speaking.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .according import OBJECTS
from .asides import is_clause_before
from .clauses import clause, is_past
from .cues import Family, Form, tokens
from .frame import Frame
from .frames import LONGEST, frames
from .model import english
from .passage import Kind, Passage
from .ruled import is_aside, stands_alone
from .sources import is_place, whole
from .speaker_words import ARTICLES, TIMES
from .subjects import ADVERBIAL
from .tagged import Heard, Hearing, tagged
from .unruled import OF_ONE, unruled


def hear(lines: list[Passage]) -> list[list[Frame]]:
    """For each passage its attributions, in the order of their cues."""
    hearing = tagged(lines)
    return [
        merged(passage, frames(passage), hearing.heard.get(at, []) if len(passage.text) <= LONGEST else [], hearing)
        for at, passage in enumerate(lines)
    ]


def merged(passage: Passage, ruled: list[Frame], learned: list[Heard], hearing: Hearing) -> list[Frame]:
    found: list[Frame] = []
    used: set[int] = set()
    for frame in ruled:
        if is_of_translation(passage, frame):
            continue
        at = next((at for at, one in enumerate(learned) if at not in used and overlap(one.cue, frame.cue)), None)
        if at is None or is_hearsay(passage, frame):
            if stands_alone(passage, frame) and is_likely(passage, frame, hearing):
                found.append(frame)
            continue
        used.add(at)
        found.append(agreed(passage, frame, learned[at]))
    for at, one in enumerate(learned):
        if at not in used:
            own = unruled(passage, one)
            if own is not None:
                found.append(own)
    kept = (frame for frame in found if not is_torn(passage, frame) and not is_told_on(frame, found))
    whole_sources = (with_source(passage, frame) for frame in kept)
    return outermost_first(passage, sorted(whole_sources, key=lambda frame: frame.cue))


def is_likely(passage: Passage, frame: Frame, hearing: Hearing) -> bool:
    """Whether words may attribute at all that the rules alone take for such: not the noun of "his sixth rules"."""
    is_verb_behind = frame.source is not None and frame.source[1] <= frame.cue[0]
    if not is_verb_behind or frame.is_passive or frame.verb.lemma == "according":
        return True  # no noun or adjective looks like these
    if is_aside(passage, frame) or frame.verb.lemma == "put":
        return True  # the order of the words says so, or that it is a number
    if frame.source == (0, frame.cue[0] - 1) and frame.verb.form is Form.BASE and frame.verb.lemma == "report":
        return True  # "Villagers report heavy shelling"
    cue = passage.text[slice(*frame.cue)].lower().split()
    is_likely = hearing.chance(*(passage.start + at for at in frame.cue)) >= LEAST_LIKELY
    return is_likely or not english.BEING.isdisjoint(cue)


TWO = 2
# Of what rules alone found in real news, those above are right twice in three times, those below once in six.
LEAST_LIKELY = 0.05
LEAST_TOLD = 12  # characters


def is_told_on(frame: Frame, found: list[Frame]) -> bool:
    """Whether somebody else tells of a report: "The country reported 500 deaths in July, the agency says"."""
    if frame.verb.lemma != "report" or frame.content[0] < frame.cue[1]:
        return False
    begins = frame.content[0] + LEAST_TOLD
    return any(other.content[0] <= frame.cue[0] and begins <= other.content[1] <= other.cue[0] for other in found)


def is_torn(passage: Passage, frame: Frame) -> bool:
    """Whether what should be a speaker is the end of another clause: "defended the vote and" of "… and advised"."""
    if frame.source is None:
        return False
    words = passage.text[slice(*frame.source)].split()
    if words and words[-1].lower() in ("of", "elsewhere"):
        return True  # "a rise, much of which was proposed by", "at home and elsewhere that he blamed on"
    if is_of_some(passage, frame):
        return True
    if len(words) < 2:
        return False
    if frame.verb.form is Form.BASE and frame.verb.lemma == "say" and words[0].lower() in OF_ONE and len(words) == TWO:
        return frame.cue[1] - frame.cue[0] == len("say")  # "A cigarette, say some"
    if frame.verb.family is Family.SAY and frame.cue[0] > frame.source[1]:
        if words[-1][0].isdigit():
            return True  # "The country reported 50,000" suspected cases
        if frame.verb.lemma in english.NOUN_LIKE and frame.verb.form is Form.THIRD and is_past(words[-1]):
            return True  # "the auditors ignored" documents
        if frame.verb.form is Form.THIRD and words[-2].lower() in OBJECTS_OR_TO:
            return True  # "The law lets it keep" suspects
    return words[-1] in ("and", "but", "or") and is_past(words[0])


def is_of_some(passage: Passage, frame: Frame) -> bool:
    """Whether a clause without comma only tells who is meant: "Staff who wanted to work were kept out"."""
    if frame.source is None or not (frame.verb.family is Family.CALL or frame.verb.lemma in THOUGHT):
        return False
    if passage.text[slice(*frame.source)] in ("who", "that"):
        return not passage.text[: frame.source[0]].endswith(", ")
    between = passage.text[frame.source[1] : frame.cue[0]]
    return between.startswith((" who ", " that "))


THOUGHT = frozenset({"suspect", "believe", "think", "fear"})
OBJECTS_OR_TO = OBJECTS | {"it", "to"}


def with_source(passage: Passage, frame: Frame) -> Frame:
    """A frame whose speaker is named as fully as the sentence does."""
    if frame.source is None:
        return frame
    listed = frame.source if frame.verb.form is Form.GERUND else before_predicate(passage, frame.source, frame.cue)
    source = whole(passage, listed)
    words = passage.text[slice(*source)]
    clause = CLAUSE_OF_SPEAKER.match(words) if words.endswith("ing") or "to" in words else None
    if clause is not None:
        source = (
            source[0],
            source[0] + clause.end(clause.lastgroup or "who"),
        )  # "refrained from providing details, but added that"
    itself = ITSELF.search(words)
    if itself is not None:
        source = (source[0], source[0] + itself.start())  # "The president himself told"
    if words.endswith(" first"):
        source = (source[0], source[1] - len(" first"))  # "The employee first said"
    ahead, _, last = passage.text[slice(*source)].rpartition(" ")
    before = ahead.split()[-1].lower() if ahead else ""
    is_subject = last in SUBJECTS_ALONE and before not in ("and", "or", "nor", "but")
    if before and (is_subject or (last == "it" and before in english.BEFORE_SUBJECT)):
        source = (source[1] - len(last), source[1])  # "before she told parliament", "told the Gazette she believes"
    before_as = AS_WELL.search(passage.text, *source) if passage.kind is Kind.HEADING else None
    if before_as is not None and source[1] <= frame.cue[0]:
        source = (before_as.end(), source[1])
    if frame.verb.form is Form.GERUND:
        kept = KEPT_ON.search(passage.text, *source)
        source = (source[0], kept.start()) if kept is not None else source
    by_saying = BY_SAYING.match(passage.text, *source)
    if by_saying is not None:
        source = by_saying.span("who")
    return frame if source == frame.source or overlap(source, frame.cue) else replace(frame, source=source)


def before_predicate(passage: Passage, source: tuple[int, int], cue: tuple[int, int]) -> tuple[int, int]:
    """A speaker without what else they did, where a comma lists it: "The army moved in, warned residents to leave"."""
    if source[1] > cue[0] or not passage.text.startswith(",", source[1]):
        return source
    line = tokens(passage.text[slice(*source)])
    found = clause(line, 0, len(line))
    return source if found is None or found.verb == 0 else (source[0], source[0] + line[found.verb - 1].end)


# What somebody did or did not do before they spoke, behind whom it names.
CLAUSE_OF_SPEAKER = re.compile(
    r"(?P<who>\S.*?),?\s(?:\w+ed|gave|was|were)\s(?:from\s|by\s|on\s|without\s)?\w+ing\Z"
    r"|(?P<refuses>\S.*?)\s(?:declined|refused|failed|agreed|wanted|tried|promised|pledged|was|were)\sto\s[a-z]+\Z"
)
ITSELF = re.compile(r" (?:him|her|it|them)sel(?:f|ves)\Z")
# What another does at the same time: "Watch releases list as Army insists".
AS_WELL = re.compile(r"(?<!such)(?<!well)\b as (?!well\b)(?=[A-Z][^“”\"]*\Z)")
KEPT_ON = re.compile(r" (?:kept|keeps|keep|went on|began|started|stopped|continued)\Z")
# What somebody did by saying something: "Jane Smith surprised all of them by".
BY_SAYING = re.compile(r"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) [a-z].* by\Z")


def outermost_first(passage: Passage, found: list[Frame]) -> list[Frame]:
    """ "Three reportedly died, Smith said": Smith stands behind "reportedly" and outside it."""
    for at in range(len(found) - 1, 0, -1):
        inner, outer = found[at - 1], found[at]
        is_around = outer.content[0] <= inner.cue[0] and inner.cue[1] <= outer.content[1] <= outer.cue[0]
        is_around = is_around and not outer.is_back and not inner.goes_on
        if is_around or (
            is_hearsay(passage, inner) and outer.content[0] <= inner.cue[0] and outer.content[1] <= outer.cue[0]
        ):
            found[at - 1], found[at] = outer, inner
    return found


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def is_hearsay(passage: Passage, frame: Frame) -> bool:
    """Whether a frame is "reportedly" or its kin: in "Smith reportedly said", it stands beside what Smith says."""
    return frame.is_passive and passage.text[slice(*frame.cue)].lower().endswith("ly")


def is_of_translation(passage: Passage, frame: Frame) -> bool:
    """Whether a frame names a translation of what the speaker of the sentence says: "according to a translation"."""
    return frame.source is not None and OWN_TRANSLATION.match(passage.text[slice(*frame.source)]) is not None


OWN_TRANSLATION = re.compile(
    r"(?:an?|the)\s(?:[\w-]+\s){0,2}translation(?:\s(?:of|from)\s(?:his|her|their|its)\s.*)?\Z"
)


SUBJECTS_ALONE = frozenset({"he", "she", "they", "we"})  # and no objects, as "it" is in "a person familiar with it"


def agreed(passage: Passage, frame: Frame, one: Heard) -> Frame:
    """A frame with the source that the tagger finds."""
    if one.source is None or one.goes_on or frame.is_passive or frame.inner or overlap(one.source, frame.cue):
        return frame
    start, end = one.source
    is_behind_who = frame.source is not None and frame.source[1] <= start and end <= frame.cue[0]
    if frame.source is not None and is_behind_who and passage.text[slice(*frame.source)] in ("who", "which"):
        return frame  # "who ran the port and testified"
    if frame.source is not None and passage.text[slice(*frame.source)].lower() in OBJECTS:
        return frame  # "which according to him proves"
    if passage.text[start:end].lower() in TIMES:
        return frame  # "Local officials in the valley said Monday that"
    if set(passage.text[start:end].lower().split()) & (english.AUXILIARIES | english.MODALS):
        return frame  # a clause is no speaker
    if frame.source is not None and frame.source[0] < start and is_where(passage, one.source):
        return frame  # "released by Central Command in Tampa, Florida": Florida does not speak
    if frame.source is not None and is_told_apart(passage, frame.source, one.source, frame.cue):
        return frame
    if frame.source is not None and is_aside_of(passage, frame.source, one.source, frame.cue):
        return frame
    if (
        frame.source is not None
        and start < frame.source[0] < frame.source[1] == end
        and is_ruled_apart(passage, frame.source, start)
    ):
        return frame  # "After the operation the general staff announced"
    is_behind = frame.source is not None and frame.content[1] <= frame.source[0] < frame.source[1] <= frame.cue[0]
    if is_behind and frame.content[0] <= start and end <= frame.content[1]:
        return frame  # "Men in uniform killed 70 villagers, four survivors told the paper": what is said is no speaker
    is_inverted = frame.source is not None and frame.source[0] >= frame.cue[1] and frame.verb.lemma != "tell"
    if is_inverted and passage.text[end : frame.cue[0]].strip() == ",":
        return frame  # "Nothing moves here, says the union"
    if is_inverted and end <= frame.cue[0]:
        behind = passage.text[frame.source[1] :] if frame.source else ""
        is_told_of = behind.startswith((", who ", ", which ")) and behind.count(",") == 1
        if is_told_of or is_clause_before(passage, frame.cue[0]):
            return frame  # "Two brigades went ten miles, said the Front": what went there does not speak
    is_passive = bool(english.BEING & set(passage.text[slice(*frame.cue)].lower().split()))
    if is_passive and frame.source and frame.source[0] >= frame.cue[1] and end <= frame.cue[0]:
        return frame  # "The report was confirmed by the ministry"
    if frame.source and frame.source[0] < start < frame.source[1] <= end:
        ahead = passage.text[frame.source[0] : start].lower().split()
        if ahead and ahead[-1] in HANGS_ON - english.AUXILIARIES - english.ADVERBS and ahead[0] not in ADVERBIAL:
            return frame  # "Residents reached by phone": phones do not speak
    if frame.source and start < frame.source[1] and end < frame.source[1]:
        # The tagger cut "UN spokespersons" to "UN": what hangs on to it without a mark belongs to it.
        rest = passage.text[end : frame.source[1]]
        if len(rest.split()) <= 2 and rest.replace(" ", "").isalpha() and not HANGS_ON & set(rest.lower().split()):
            end = frame.source[1]
    if frame.source and frame.source[0] < start:
        # … and "Red Front" to "Front".
        for word in reversed(passage.text[frame.source[0] : start].split()):
            if not word[0].isupper() or not word.isalpha() or word.lower() in english.NOT_NAMES:
                break
            start = passage.text.rindex(word, 0, start)
    return replace(frame, source=(start, end), goes_on=False)


def is_ruled_apart(passage: Passage, ruled: tuple[int, int], begin: int) -> bool:
    """Whether a preposition leads the words that stand before an article: two phrases, of which the second speaks."""
    led = [word for word in passage.text[:begin].lower().split()[-2:] if word not in ARTICLES]
    ahead, between = led[-1:], passage.text[begin : ruled[0]].lower().split()
    is_own = passage.text[slice(*ruled)].partition(" ")[0].lower() in ARTICLES
    is_led = bool(ahead) and ahead[0] in english.PREPOSITIONS
    return is_own and is_led and between[-1] not in HANGS_ON


def is_told_apart(passage: Passage, ruled: tuple[int, int], heard: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Whether a comma parts what the tagger hears from a name that stands at the verb with no comma behind it.

    "As was stated by the spokesman, Omar Vance, the Chief of Staff Karl Oder said": an apposition would be closed.
    """
    if not heard[1] <= ruled[0] < ruled[1] <= cue[0]:
        return False
    own = passage.text[slice(*ruled)].split()
    is_named = own[0].lower() == "the" and any(word[0].isupper() for word in own[1:])
    is_alone = passage.text[: heard[0]].endswith(", ") and passage.text[heard[1] : ruled[0]] == ", "
    is_several = not NOT_ALONE.isdisjoint(own)
    return is_named and is_alone and not is_several and "," not in passage.text[ruled[0] : cue[0]]


NOT_ALONE = frozenset({"and", "or", "who", "which", "that", "whose"})


def is_where(passage: Passage, heard: tuple[int, int]) -> bool:
    """Whether a place only says where: "in Florida", "in Tampa, Florida"."""
    return WHERE.search(passage.text, 0, heard[0]) is not None and is_place(passage.text[slice(*heard)])


WHERE = re.compile(r"\b(?:in|at|near|outside|from)\s(?:[A-Z][\w’'-]+\s?){0,3}(?:,\s)?\Z")
HANGS_ON = english.PREPOSITIONS | english.AUXILIARIES | english.ADVERBS | {"of", "who", "which", "that", "and"}


def is_aside_of(passage: Passage, ruled: tuple[int, int], heard: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Whether what the tagger hears stands between a speaker and the verb, and is not who speaks.

    "Smith, who leads the main party, the People, said"; "the flood that swept through Derna, its mayor told".
    """
    if not heard[1] <= cue[0]:
        return False
    if ruled[1] < heard[0]:
        words = passage.text[slice(*heard)].split()
        is_described = words[0].lower() in ARTICLES and all(word[0].islower() for word in words)
        is_named = passage.text[slice(*ruled)].split()[-1][0].isupper()
        if is_described and is_named and passage.text[ruled[1] : heard[0]] == ", ":
            return True  # "the Joint Team, a body of the army's own, announced"
        if passage.text.startswith((" that ", " who ", " which "), ruled[1]):
            return True  # "Videos that are shared in groups claim": groups do not speak
        ahead = passage.text[ruled[1] : ruled[1] + len(", which ")]
        return ruled[0] == 0 and ahead.startswith((", who ", ", which ", ", whose "))
    before = passage.text[: heard[0]].split()[-1:]
    return heard[1] <= ruled[0] and bool(before) and before[0].lower() in english.PREPOSITIONS
