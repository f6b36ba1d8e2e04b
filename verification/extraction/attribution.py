"""Who says what in an article: speakers resolved, quotations carried on, nested speech kept as a chain."""

from __future__ import annotations

import re
from dataclasses import replace

from verification.vocabulary import Speech

from .bodies import HEADS, Bodies
from .capitals import runs_in
from .clauses import clause
from .continuation import carried_on
from .cues import VERBS, Family, Form, tokens
from .frame import Frame
from .frames import LONGEST
from .genders import Genders
from .going_on import gone_on
from .hearing import hear
from .joint import with_second
from .labels import labelled
from .model import english, grammar
from .model.gated import Gated
from .names import Names
from .other_lines import announced, list_below, signed
from .own_voice import tells_itself
from .passage import Kind, Passage
from .referents import subject_end
from .rendering import speaker, speech_of
from .said import Said
from .sources import is_place
from .speaker_words import PLURALS
from .speakers import UNNAMED, Discourse, Sort, Source

HEAD_OF_ARTICLE = 8
INNER = 1_000_000  # where the sources of a quoted speaker are kept, beside those of the frames


Sources = dict[tuple[int, int], Source]  # of the frames of each passage, by its number and theirs


def attribute(lines: list[Passage], names: Names) -> list[list[Said]]:
    """For each passage what is said in it, in order; at least one `Said` each."""
    heard, sources = who_speaks(lines, names)
    without_events(lines, heard, sources)
    found = [units(passage, listed, sources) for passage, listed in zip(lines, heard, strict=True)]
    look_back(lines, heard, sources, found)
    announced(lines, found, names)
    signed(lines, found)
    list_below(lines, found)
    return gone_on(lines, carried_on(lines, found), names)


def who_speaks(lines: list[Passage], names: Names) -> tuple[list[list[Frame]], Sources]:
    """The frames of each passage, and whom each one means."""
    below = [line.text for line in lines if line.kind is not Kind.HEADING]
    discourse = Discourse(names, Bodies(below), Genders(below))
    heard = [listed or list(filter(None, [labelled(p, names)])) for p, listed in zip(lines, hear(lines), strict=True)]
    sources: Sources = {}
    for passage, listed in zip(lines, heard, strict=True):
        discourse.at = passage.index
        if passage.opens_paragraph:
            discourse.paragraph_at = passage.index
        before: Source | None = None
        for at, frame in sorted(enumerate(listed), key=lambda one: one[1].cue):
            inner = discourse.resolve(passage.text[slice(*frame.inner)]) if frame.inner else None
            before = source_of(frame, passage, discourse, before)
            if before is not None:
                sources[passage.index, at] = before
                discourse.heard(before)
            if inner is not None:
                sources[passage.index, INNER + at] = inner
        discourse.read(passage.masked)
    name_delayed(lines, heard, sources, names)
    return heard, sources


def without_events(lines: list[Passage], heard: list[list[Frame]], sources: Sources) -> None:
    """Takes the sources from frames that tell what somebody did: the article itself vouches for that."""
    for passage, listed in zip(lines, heard, strict=True):
        for at, frame in enumerate(listed):
            source = sources.get((passage.index, at))
            if source is not None and tells_itself(passage, frame, source, len(listed)):
                del sources[passage.index, at]
                sources.pop((passage.index, INNER + at), None)


def source_of(frame: Frame, passage: Passage, discourse: Discourse, before: Source | None) -> Source | None:
    if frame.is_passive:
        return UNNAMED
    if frame.goes_on:
        return before
    if frame.source is None:
        return None
    if before is None and frame.source[0] > LEAST_AHEAD:
        own = of_own_sentence(frame.source, passage, discourse)
        if own is not None:
            return own
    start, end = with_relative(passage.text, frame.source, frame.cue[0])
    return discourse.resolve(with_second(passage.text, start, end))


def with_relative(text: str, source: tuple[int, int], cue: int) -> tuple[int, int]:
    """Past "who were there" behind people without names: "people who were there told"."""
    between = text[source[1] : cue]
    is_said = between.startswith(" who ") and between.replace(" ", "").isalpha() and len(between.split()) <= MOST_WHO
    is_people = is_said and text[slice(*source)].split()[-1] in english.PLURAL_PEOPLE | PLURALS
    return (source[0], source[1] + len(between.rstrip())) if is_people else source


def of_own_sentence(source: tuple[int, int], passage: Passage, discourse: Discourse) -> Source | None:
    """Whom "she" of "Coutinho doubled down: the sums were right, she said" means: whom the sentence begins with."""
    word = passage.text[slice(*source)].lower()
    if word == "him":
        return the_only_one(source, passage, discourse)
    if word not in ("he", "she", "it"):
        return None
    ahead = OWN_SUBJECT.match(passage.text, 0, source[0])
    if ahead is None and word == "it":
        return own_body(source, passage, discourse)
    if ahead is None or is_place(ahead["who"]):
        return None
    meant = discourse.resolve(ahead["who"])
    if meant is None or (meant.sort is Sort.PERSON) != (word != "it"):
        return None
    gender = discourse.genders.of(meant.name)
    fits = word == "it" or gender in (None, grammar.PERSON_PRONOUNS[word])
    return replace(meant, surface=passage.text[slice(*source)]) if fits else None


def own_body(source: tuple[int, int], passage: Passage, discourse: Discourse) -> Source | None:
    """The army of "The army has opened an inquiry, it announced", where nobody spoke just before."""
    line = tokens(passage.text[: source[0]])
    found = clause(line, 0, len(line)) if line and line[-1].text in (",", ";") and discourse.is_silent() else None
    if found is None:
        return None
    meant = discourse.resolve(passage.text[line[found.first].start : line[subject_end(line, found) - 1].end])
    if meant is None or meant.sort is not Sort.BODY or meant.name.rpartition(" ")[2].lower() not in HEADS:
        return None
    return replace(meant, surface="it")


def the_only_one(source: tuple[int, int], passage: Passage, discourse: Discourse) -> Source | None:
    """Whom "which according to him proves" means, where the sentence names one person before."""
    ahead = passage.masked[: source[0]]
    meant = [discourse.resolve(" ".join(run.words)) for run in runs_in(ahead)]
    people = {one.name for one in meant if one is not None and one.sort is Sort.PERSON and " " in one.name}
    return Source(people.pop(), Sort.PERSON, passage.text[slice(*source)]) if len(people) == 1 else None


# A name that begins a sentence, up to its verb or an apposition, with a clause behind that goes on about it.
OWN_SUBJECT = re.compile(
    r"(?:The )?(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,3})(?:, (?:the|an?|who|which) [^,:;“”\"]{3,80},)? (?:[a-z]+ )"
    r"[^:;“”\"]{0,80}(?:(?::|, but)\s|\b(?:after|before|when|while|because|although|though) \Z)"
)
MOST_WHO = 6  # words
LEAST_AHEAD = 20  # characters


def name_delayed(lines: list[Passage], heard: list[list[Frame]], sources: Sources, names: Names) -> None:
    """Names speakers whom the head of an article leaves unnamed and its next passages name.

    "An official told the agency …" is the named person who tells the same agency more further down, or whose
    description shares words with it.
    """
    named = [(key, s) for key, s in sources.items() if s.sort is Sort.PERSON and s.name in names.full]
    for key, source in list(sources.items()):
        if key[0] >= HEAD_OF_ARTICLE or not source.is_indefinite or is_nameless(lines[key[0]].text):
            continue
        asked = names.words_of(described(source.name)) - english.ROLES
        outlet = told(lines[key[0]], heard[key[0]][key[1] % INNER])
        for other, person in named:
            if not key[0] < other[0] <= key[0] + HEAD_OF_ARTICLE:
                continue
            known = [names.words_of(words) for words in names.full[person.name].descriptions]
            same_outlet = outlet is not None and outlet == told(lines[other[0]], heard[other[0]][other[1] % INNER])
            if (
                same_outlet
                or any(asked & words for words in known)
                or tells_same(heard[other[0]], outlet, lines, other)
            ):
                sources[key] = replace(person, surface=source.surface)
                break


def is_nameless(text: str) -> bool:
    """Whether a passage says that its speaker has no name: "who may not be named", "on condition of anonymity"."""
    return NAMELESS.search(text) is not None


NAMELESS = Gated(
    r"\b(?:not|n’t|n't|without|nor)\s(?:to\s)?(?:be(?:ing)?\s)?(?:named|identified|quoted by name)\b"
    r"|\b(?:anonym(?:ous(?:ly)?|ity)|unnamed)\b",
    "named identified quoted anonym",
)


def described(phrase: str) -> list[str]:
    """The words of a description before what hangs on it: not "in Sirte" of "journalist in Sirte"."""
    listed = phrase.split()
    return listed[: next((at for at, word in enumerate(listed) if at and word.lower() in HANGS_ON), None)]


HANGS_ON = english.PREPOSITIONS | {"who", "which", "that", "whose"}


def tells_same(listed: list[Frame], outlet: str | None, lines: list[Passage], key: tuple[int, int]) -> bool:
    return outlet is not None and any(told(lines[key[0]], f) == outlet for f in listed if f.goes_on)


def told(passage: Passage, frame: Frame) -> str | None:
    """The outlet or person in "told the agency", where it is a name."""
    if frame.verb.lemma != "tell":
        return None
    first = passage.text[frame.cue[1] :].split(maxsplit=1)[:1]
    return first[0].strip(".,") if first and first[0][:1].isupper() else None


def units(passage: Passage, heard: list[Frame], sources: Sources) -> list[Said]:
    """A passage cut where one attribution ends and the next begins beside it; nested ones share a chain."""
    whole = (0, len(passage.text))
    kept: list[tuple[Frame, list[tuple[Source, Frame]]]] = []
    for at, frame in enumerate(heard):
        source = sources.get((passage.index, at))
        if source is None or frame.is_back or is_remark(frame, heard):
            continue
        if kept and is_nested(frame, kept[-1][0], passage):
            outer, chain = kept[-1]
            if is_evidence_of(source, frame) and chain[-1][0].name[:1].isupper():
                continue  # "Airline manifests showed he was never there, Smith told reporters": Smith says it
            if outer.content[1] <= outer.cue[0] and is_of_clause(passage, frame):
                continue
            is_around = outer.content[1] <= outer.cue[0] and frame.verb.family in (Family.ACCUSE, Family.DENY)
            is_hedge = (
                frame.is_passive and frame.source is None and passage.text[slice(*frame.cue)].lower() == "allegedly"
            )
            if is_hedge and chain[-1][0].name[:1].isupper():
                continue  # "According to Smith, some were allegedly taken away": Smith says it
            if (is_telling(frame) or is_around) and source.name != chain[-1][0].name:
                kept[-1] = (frame if is_around else outer, [*chain, (source, frame)])
            continue
        inner = sources.get((passage.index, INNER + at))
        quoted = [(inner, frame)] if inner and inner.name != source.name else []
        kept.append((frame, [(source, frame), *quoted]))
    if not kept:
        return [Said(None, whole, whole, ())]
    found: list[Said] = []
    begin = before_first(passage, kept[0][0])
    if begin:
        found.append(Said(None, (0, begin), (0, begin), ()))
    for at, (frame, chain) in enumerate(kept):
        end = beginning(kept[at + 1][0], passage, after=frame) if at + 1 < len(kept) else whole[1]
        content = (frame.content[0], min(frame.content[1], end)) if end > frame.content[0] else frame.content
        if end < whole[1] and (
            end <= frame.cue[1]
            or content[1] > end
            or not has_words(passage.text[slice(*content)], 1 if frame.verb.family is Family.DENY else 3)
        ):
            continue
        close = subordinate_end(passage, frame, content)
        if close:
            content = (content[0], close)
        speech = speech_of(passage, content)
        said = Said(frame, content, (begin, end), tuple(speaker(s, own, passage, speech) for s, own in chain))
        if close:
            rest = passage.text.index(",", close) + 1
            found += [replace(said, span=(begin, close)), Said(None, (rest, end), (rest, end), ())]
        else:
            found += coordinated(said, passage)
        begin = end
    return found or [Said(None, whole, whole, ())]


def subordinate_end(passage: Passage, frame: Frame, content: tuple[int, int]) -> int:
    """Where "While X said that A, B" leaves what X said, else 0: B is the article's own voice."""
    if not passage.text.lower().startswith(("while ", "although ", "though ")) or frame.content[0] < frame.cue[0]:
        return 0
    comma = passage.masked.find(",", content[0], content[1])
    if comma < 0 or not has_words(passage.text[comma : content[1]], 4):
        return 0
    return comma if has_words(passage.text[content[0] : comma], 2) else 0


def coordinated(said: Said, passage: Passage) -> list[Said]:
    """ "X said that A and that B" are two claims of X."""
    parts = [said]
    if said.frame is None or said.frame.cue[1] > said.content[0] or said.content[1] - said.content[0] > LONGEST:
        return parts
    joint = AND_THAT.search(passage.masked, said.content[0], said.content[1])
    while joint is not None:
        last = parts[-1]
        ahead, rest = passage.text[last.content[0] : joint.start()], passage.text[joint.end() : last.content[1]]
        if not (has_words(ahead, 4) and has_words(rest, 4)):
            break
        first = replace(last, content=(last.content[0], joint.start()), span=(last.span[0], joint.start()))
        second = replace(last, content=(joint.end(), last.content[1]), span=(joint.start("that"), last.span[1]))
        parts[-1:] = [first, second]
        joint = AND_THAT.search(passage.masked, joint.end(), last.content[1])
    return parts


AND_THAT = re.compile(r",?\s(?:and|but)\s(?P<that>that)\s")


def is_remark(frame: Frame, heard: list[Frame]) -> bool:
    """ "Referring to the vote, he said …": the words that point are no claim beside the one that follows."""
    return frame.verb.form is Form.GERUND and frame.verb.lemma in english.POINTING and len(heard) > 1


def is_of_clause(passage: Passage, frame: Frame) -> bool:
    """Whether somebody says only what a clause holds: "It began late because their boss had said that …".

    So does "Fraud that observers say they found did not occur".
    """
    ahead = passage.text[: frame.source[0]] if frame.source else ""
    if BECAUSE.search(ahead) is not None:
        return True
    listed = ahead.split()
    is_noun = 1 < len(listed) <= MOST_OF_NOUN and listed[-1] in ("that", "which")
    return is_noun and all(word.lower() not in VERBS for word in listed)


MOST_OF_NOUN = 6  # words
BECAUSE = re.compile(r"\w (?:because|after|since|although|even though|though|once|before) \Z")
NO_TELLING = english.NAMING | english.POINTING


def is_telling(frame: Frame) -> bool:
    return frame.verb.family is Family.SAY and frame.verb.lemma not in NO_TELLING


def is_evidence_of(source: Source, frame: Frame) -> bool:
    """Whether things only show or suggest something: footage, manifests, traces."""
    is_noun = source.name[1:].islower() and (source.name[0].islower() or " " in source.name)
    is_thing = is_noun and source.sort not in (Sort.PERSON, Sort.BODY)
    return is_thing and frame.verb.lemma in SHOWING and not SOMEBODY & set(source.name.lower().split())


SHOWING = frozenset({"show", "suggest", "indicate", "prove", "reveal", "find"})
SOMEBODY = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE


def is_nested(frame: Frame, outer: Frame, passage: Passage) -> bool:
    """Whether a frame lies in what the frame before it says, and does not stand beside it."""
    if frame.goes_on:
        return False
    at = frame.source[0] if frame.source else frame.cue[0]
    if not outer.content[0] <= at < outer.content[1]:
        return False
    ahead = passage.text[:at].rstrip()
    if ahead.endswith(",") and passage.text.lower().startswith(("while ", "although ", "though ", "whereas ")):
        return False  # "While the army says that …, the rebels say that …"
    if outer.content[1] <= outer.cue[0]:  # "Three reportedly died, Smith said", "The army denied it, the agency said"
        return frame.is_passive or frame.cue[1] <= outer.content[1]
    return not passage.text[:at].rstrip().lower().endswith(BESIDE)


BESIDE = (" while", " but", " whereas", ";", " although", ", and", " hence")
JOINTS = (" while", " but", " whereas", ";", ", and", ", although", " and it")


def before_first(passage: Passage, frame: Frame) -> int:
    """Where the first frame's unit begins when the article's own voice says something before it, else 0."""
    start = min(frame.source[0] if frame.source else frame.cue[0], frame.cue[0])
    ahead = passage.text[:start].rstrip()
    if frame.content[0] < frame.cue[0] or not ahead.lower().endswith(JOINTS) or not has_words(ahead, 6):
        return 0
    return len(ahead) - len("it") if ahead.lower().endswith(" and it") else start


def beginning(frame: Frame, passage: Passage, *, after: Frame) -> int:
    """Where the unit of a frame begins that stands behind another."""
    is_its_own = frame.source is not None and frame.source[0] == frame.content[0]  # "… while the union put it at 40"
    if frame.content[0] < frame.cue[0] and not is_its_own:
        return after.cue[1]
    if frame.is_passive and frame.source is None and passage.text[: frame.cue[0]].lower().endswith(" it "):
        return frame.cue[0] - len("it ")
    return min(frame.source[0], frame.cue[0]) if frame.source else frame.cue[0]


def look_back(
    lines: list[Passage],
    heard: list[list[Frame]],
    sources: Sources,
    found: list[list[Said]],
) -> None:
    """ "This was according to X" names the speaker of the passage before it."""
    for passage, listed in zip(lines, heard, strict=True):
        for at, frame in enumerate(listed):
            source = sources.get((passage.index, at))
            if not (frame.is_back and source and passage.index):
                continue
            who = speaker(source, frame, passage, Speech.INDIRECT)
            earlier = found[passage.index - 1]
            found[passage.index - 1] = [replace(said, chain=said.chain or (who,)) for said in earlier]


def has_words(text: str, least: int) -> bool:
    return sum(any(map(str.isalnum, word)) for word in text.split()) >= least
