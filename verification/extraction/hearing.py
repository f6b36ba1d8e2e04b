"""The attributions of an article: where the tagger hears them, with what the rules know of their verbs.

The tagger was taught on many articles where speakers, words of attribution and what is said begin and end. The rules
know what a verb does to a claim (says, asks for, denies, accuses), who is left unnamed and who goes on speaking.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from verification.text.record import record
from verification.text.span import Span, trimmed

from .clauses import is_past
from .cues import VERBS, Family, Form, Verb
from .frame import Frame
from .frames import EVIDENCE, LONGEST, frames
from .model import english
from .passage import Passage
from .sources import whole
from .speaker_words import TIMES
from .subjects import ADVERBIAL, DETERMINERS
from .tagger.model import tagger
from .tagger.spans import linked
from .tagger.words import NOUNS

LEAST_WORDS = 3


@record(frozen=True, slots=True)
class Heard:
    """One attribution of the tagger that has its cue in a passage, in offsets of the passage."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]  # those in this passage
    goes_on: bool


def hear(lines: list[Passage]) -> list[list[Frame]]:
    """For each passage its attributions, in the order of their cues."""
    listed = tagged(lines)
    return [
        merged(passage, frames(passage), listed.get(at, []) if len(passage.text) <= LONGEST else [])
        for at, passage in enumerate(lines)
    ]


def tagged(lines: list[Passage]) -> dict[int, list[Heard]]:
    """What the tagger finds, by the place of the passage that holds the cue."""
    found: dict[int, list[Heard]] = defaultdict(list)
    starts = [line.start for line in lines]
    for part in tagger().label(lines):
        for one in linked(part.reading, part.labels):
            if one.cue is None:
                continue
            at = bisect_right(starts, one.cue.start) - 1
            passage = lines[at]
            inside = [span for span in (within(passage, s) for s in one.contents) if span]
            source = named(passage, within(passage, one.source)) if one.source else None
            cue = within(passage, one.cue)
            if cue and not is_name_said(passage, cue):
                found[at].append(Heard(cue, source, tuple(inside), one.goes_on))
    return found


def is_name_said(passage: Passage, cue: tuple[int, int]) -> bool:
    """Whether "Said" is a name: "Omar Said"."""
    if passage.text[slice(*cue)] != "Said":
        return False
    before = passage.text[: cue[0]].split()[-1:]
    return bool(before) and before[0][:1].isupper()


def within(passage: Passage, span: Span) -> tuple[int, int] | None:
    start, end = max(span.start, passage.start), min(span.end, passage.end)
    return (start - passage.start, end - passage.start) if start < end else None


def named(passage: Passage, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """A source, unless it is a little word alone, as "but" in "…, but added that"."""
    if source is None or passage.text[slice(*source)].lower() in JOINTS:
        return None
    return core(passage.text, *source)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """Who is named, without what else is said of them: "Smith" of "the group’s leader, Smith, who …"."""
    parts = []
    begin = start
    for mark in [*BETWEEN.finditer(text, start, end), None]:
        part = trimmed(text, begin, mark.start() if mark else end)
        if len(part):
            parts.append((part.start, part.end))
        begin = mark.end() if mark else end
    named = [part for part in parts if is_name(text[slice(*part)])]
    start, end = (named or parts or [(start, end)])[0]
    return start, end - 2 * text.endswith(("’s", "'s"), start, end)


BETWEEN = re.compile(r",(?!\d)|;|–|—|\(|\)|w(?<!\ww)h(?:o|ich|ose)\b")  # written so that each begins with one letter


def is_name(words: str) -> bool:
    listed = words.split()
    if words.isupper() or len(listed) > 4:
        return False  # "NRF" in brackets is said of the group before it
    return all(word[0].isupper() or word.lower() in english.PARTICLES for word in listed)


def merged(passage: Passage, ruled: list[Frame], learned: list[Heard]) -> list[Frame]:
    found: list[Frame] = []
    used: set[int] = set()
    for frame in ruled:
        if is_of_translation(passage, frame):
            continue
        at = next((at for at, one in enumerate(learned) if at not in used and overlap(one.cue, frame.cue)), None)
        if at is None or is_hearsay(passage, frame):
            if stands_alone(passage, frame):
                found.append(frame)
            continue
        used.add(at)
        found.append(agreed(passage, frame, learned[at]))
    for at, one in enumerate(learned):
        if at not in used:
            own = unruled(passage, one)
            if own is not None:
                found.append(own)
    whole_sources = (with_source(passage, frame) for frame in found if not is_torn(passage, frame))
    return outermost_first(passage, sorted(whole_sources, key=lambda frame: frame.cue))


def is_torn(passage: Passage, frame: Frame) -> bool:
    """Whether what should be a speaker is the end of another clause: "defended the vote and" of "… and advised"."""
    if frame.source is None:
        return False
    words = passage.text[slice(*frame.source)].split()
    return len(words) > 1 and words[-1] in ("and", "but", "or") and is_past(words[0])


def with_source(passage: Passage, frame: Frame) -> Frame:
    """A frame whose speaker is named as fully as the sentence does."""
    if frame.source is None:
        return frame
    source = whole(passage, frame.source)
    words = passage.text[slice(*source)]
    clause = CLAUSE_OF_SPEAKER.match(words) if words.endswith("ing") or "to" in words else None
    if clause is not None:
        source = (
            source[0],
            source[0] + clause.end(clause.lastgroup or "who"),
        )  # "refrained from providing details, but added that"
    ahead, _, last = passage.text[slice(*source)].rpartition(" ")
    if last.lower() in SUBJECT_PRONOUNS and ahead and ahead.split()[-1].lower() in english.BEFORE_SUBJECT:
        source = (source[1] - len(last), source[1])  # "the minister knew of it before she told parliament"
    return frame if source == frame.source or overlap(source, frame.cue) else replace(frame, source=source)


# What somebody did or did not do before they spoke, behind whom it names.
CLAUSE_OF_SPEAKER = re.compile(
    r"(?P<who>\S.*?),?\s(?:\w+ed|gave|was|were)\s(?:from\s|by\s|on\s|without\s)?\w+ing\Z"
    r"|(?P<refuses>\S.*?)\s(?:declined|refused|failed|agreed|wanted|tried|promised|pledged|was|were)\sto\s[a-z]+\Z"
)


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


def stands_alone(passage: Passage, frame: Frame) -> bool:
    """Whether a frame is kept that the tagger does not hear."""
    opens_clause = passage.text.startswith(" that ", frame.cue[1])
    if opens_clause and frame.verb.form is not Form.THIRD and frame.source is not None:
        return True  # "sources state that", "the minister countered that"
    is_name = frame.source is not None and passage.text[frame.source[0]].isupper()
    if is_name and frame.verb.lemma in WRITTEN and frame.verb.form is Form.PAST and frame.content[1] <= frame.cue[0]:
        return True  # "…, Smith wrote on her page"
    if frame.inner is not None:
        return True
    if frame.content[1] <= frame.cue[0] and closes(passage, frame):
        return True
    if frame.verb.lemma in english.NOUN_LIKE and frame.verb.form in (Form.BASE, Form.THIRD):
        following = passage.text[frame.cue[1] :].split(maxsplit=1)[:1]
        if frame.verb.lemma in EVIDENCING:
            return True
        if not following or following[0].lower() not in DETERMINERS | POINTS:
            return False  # "won 14 states"
        says = frame.verb.lemma == "claim" and frame.source is not None and passage.text[frame.source[0]].isupper()
        return says or frame.verb.family in (Family.DENY, Family.ACCUSE)
    if frame.verb.lemma in EVIDENCING or is_shown(passage, frame):
        return True
    return frame.verb.family is not Family.SAY or frame.is_passive or frame.verb.is_strong


SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "we"})
POINTS = frozenset({"any", "all", "this", "that", "these", "those", "allegations", "claims", "reports", "accusations"})
EVIDENCING = frozenset({"attribute", "document", "detail", "put", "rule", "speak"})
ADDED = frozenset(
    [
        "add",
        "note",
        "report",
        "write",
        "conclude",
        "observe",
        "show",
        "recall",
        "remark",
        "argue",
        "comment",
        "reply",
        "respond",
        "answer",
    ]
)


def closes(passage: Passage, frame: Frame) -> bool:
    """Whether a frame ends its sentence or stands between commas: "…, it added", "Prices, it added, rose"."""
    if frame.verb.lemma not in ADDED or frame.verb.form is Form.BASE:
        return False
    rest = passage.text[frame.cue[1] :]
    if rest.startswith(",") and frame.source and passage.text[: frame.source[0]].rstrip().endswith(","):
        return True
    return len(rest.strip(" .”\"'’").split()) <= 3


def is_shown(passage: Passage, frame: Frame) -> bool:
    """Whether a paper or a count shows it: "records show he was paid"."""
    if frame.verb.lemma not in ("show", "find") or frame.source is None or frame.content[0] < frame.cue[1]:
        return False
    return not EVIDENCE.isdisjoint(passage.text[slice(*frame.source)].lower().split())


WRITTEN = frozenset({"write", "tweet", "report", "post"})


def agreed(passage: Passage, frame: Frame, one: Heard) -> Frame:
    """A frame with the source that the tagger finds."""
    if one.source is None or one.goes_on or frame.is_passive or frame.inner or overlap(one.source, frame.cue):
        return frame
    start, end = one.source
    if passage.text[start:end].lower() in TIMES:
        return frame  # "Local officials in the valley said Monday that"
    if set(passage.text[start:end].lower().split()) & (english.AUXILIARIES | english.MODALS):
        return frame  # a clause is no speaker
    is_behind = frame.source is not None and frame.content[1] <= frame.source[0] < frame.source[1] <= frame.cue[0]
    if is_behind and frame.content[0] <= start and end <= frame.content[1]:
        return frame  # "Men in uniform killed 70 villagers, four survivors told the paper": what is said is no speaker
    is_inverted = frame.source is not None and frame.source[0] >= frame.cue[1] and frame.verb.lemma != "tell"
    if is_inverted and passage.text[end : frame.cue[0]].strip() == ",":
        return frame  # "Nothing moves here, says the union"
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


def unruled(passage: Passage, one: Heard) -> Frame | None:
    """A frame for words of attribution that the rules do not know or did not see through."""
    contents = one.contents or before_source(passage, one)
    if not contents or (one.source is None and not one.goes_on):
        return None
    content = max(contents, key=lambda span: span[1] - span[0])
    said = passage.text[slice(*content)].lower().split()
    cue = passage.text[slice(*one.cue)].lower().split()
    verb = verb_of(cue)
    if (len(said) < LEAST_WORDS and verb.family is not Family.DENY) or said[0] == "to":
        return None
    if any(word in NOT_ASSERTED or word.endswith(("n’t", "n't")) for word in cue):
        return None
    # Much that is felt or done is tagged too: what is asserted is a clause or quoted, and somebody asserts it.
    is_clause = said[0] in CLAUSE or is_quoted(passage, content)
    asserts = is_clause or bool(set(said) & (english.AUXILIARIES | english.MODALS))
    if not asserts and verb.family is Family.SAY and not verb.is_strong:
        return None
    is_agent = one.source is not None and one.source[0] >= one.cue[1]  # "was first reported by the agency"
    if verb.form is Form.PAST and set(cue) & english.BEING and not is_agent:
        return None  # "was written": whoever is tagged here is not the one who wrote
    if verb is UNKNOWN:
        speaks = one.source and passage.text[slice(*one.source)].lower().split()[-1] not in NOUNS
        if one.goes_on or not (is_clause and speaks and tagger().may_attribute(cue)):
            return None
    return Frame(verb, one.cue, None if one.goes_on else one.source, content, goes_on=one.goes_on)


def before_source(passage: Passage, one: Heard) -> tuple[tuple[int, int], ...]:
    """What is said where a speaker closes the sentence: "The party won 112 seats, the board said on Monday"."""
    if one.source is None or not 0 < one.source[0] < one.cue[0]:
        return ()
    ahead, behind = passage.text[: one.source[0]].rstrip(), passage.text[one.cue[1] :].strip(" .")
    is_apart = ahead.endswith(",") and "," not in behind and len(behind.split()) <= MOST_BEHIND
    return ((0, len(ahead) - 1),) if is_apart and len(ahead.split()) > MOST_BEHIND else ()


MOST_BEHIND = 4  # words: "on Wednesday", "in a statement"
UNKNOWN = Verb("say", Family.SAY, Form.BASE, False)
JOINTS = english.BEFORE_SUBJECT | english.PREPOSITIONS | english.ADVERBS | DETERMINERS - {"his", "her", "their"}
HANGS_ON = english.PREPOSITIONS | english.AUXILIARIES | english.ADVERBS | {"of", "who", "which", "that", "and"}


def verb_of(cue: list[str]) -> Verb:
    """The verb of speech among words of attribution; one that says nothing more where there is none."""
    return next((VERBS[word] for word in reversed(cue) if word in VERBS), UNKNOWN)


NOT_ASSERTED = english.MODALS | {"not", "never", "to", "no", "whether", "if"}
CLAUSE = frozenset({"that", "why", "how", "whether"})


def is_quoted(passage: Passage, content: tuple[int, int]) -> bool:
    return any(quote.start < content[1] and content[0] < quote.end for quote in passage.quotes)
