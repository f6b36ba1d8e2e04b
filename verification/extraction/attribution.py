"""Who says what in an article: speakers resolved, quotations carried on, nested speech kept as a chain."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verification.vocabulary import Rendering, Speech

from .candidate import Speaker
from .cues import Family, Form
from .frames import LONGEST, Frame
from .hearing import hear
from .model import english
from .names import Names
from .passage import Kind, Passage
from .speakers import UNNAMED, Discourse, Sort, Source

HEAD_OF_ARTICLE = 8
INNER = 1_000_000  # where the sources of a quoted speaker are kept, beside those of the frames


@dataclass(frozen=True, slots=True)
class Said:
    """One frame with its speakers, outermost first; none for the article's own voice."""

    frame: Frame | None
    content: tuple[int, int]  # what is said, in offsets of the passage
    span: tuple[int, int]  # what is said with who says it, likewise
    chain: tuple[Speaker, ...]
    lead: str = ""  # words that the claim shares with the one before it: "Smith" of "Smith came and saw the ships"
    lead_at: int = 0  # where they stand

    @property
    def claimant(self) -> str | None:
        return self.chain[-1].name if self.chain else None


def attribute(lines: list[Passage], names: Names) -> list[list[Said]]:
    """For each passage what is said in it, in order; at least one `Said` each."""
    discourse = Discourse(names)
    heard = hear(lines)
    sources: dict[tuple[int, int], Source] = {}
    for passage, listed in zip(lines, heard, strict=True):
        discourse.at = passage.index
        for at, frame in enumerate(listed):
            source = source_of(frame, passage, discourse, sources.get((passage.index, at - 1)))
            if source is not None:
                sources[passage.index, at] = source
                discourse.heard(source)
            inner = discourse.resolve(passage.text[slice(*frame.inner)]) if frame.inner else None
            if inner is not None:
                sources[passage.index, INNER + at] = inner
        discourse.read(passage.text)
    name_delayed(lines, heard, sources, names)
    found = [units(passage, listed, sources) for passage, listed in zip(lines, heard, strict=True)]
    look_back(lines, heard, sources, found)
    return carried_on(lines, found)


def source_of(frame: Frame, passage: Passage, discourse: Discourse, before: Source | None) -> Source | None:
    if frame.is_passive:
        return UNNAMED
    if frame.goes_on:
        return before
    if frame.source is None:
        return None
    return discourse.resolve(passage.text[slice(*frame.source)])


def name_delayed(
    lines: list[Passage], heard: list[list[Frame]], sources: dict[tuple[int, int], Source], names: Names
) -> None:
    """Names speakers whom the head of an article leaves unnamed and its next passages name.

    "An official told the agency …" is the named person who tells the same agency more further down, or whose
    description shares words with it.
    """
    named = [(key, s) for key, s in sources.items() if s.sort is Sort.PERSON and s.name in names.full]
    for key, source in list(sources.items()):
        if key[0] >= HEAD_OF_ARTICLE or not source.is_indefinite:
            continue
        asked = names.words_of(source.name.split()) - english.ROLES
        outlet = told(lines[key[0]], heard[key[0]][key[1]])
        for other, person in named:
            if not key[0] < other[0] <= key[0] + HEAD_OF_ARTICLE:
                continue
            known = [names.words_of(words) for words in names.full[person.name].descriptions]
            same_outlet = outlet is not None and outlet == told(lines[other[0]], heard[other[0]][other[1]])
            if (
                same_outlet
                or any(asked & words for words in known)
                or tells_same(heard[other[0]], outlet, lines, other)
            ):
                sources[key] = replace(person, surface=source.surface)
                break


def tells_same(listed: list[Frame], outlet: str | None, lines: list[Passage], key: tuple[int, int]) -> bool:
    return outlet is not None and any(told(lines[key[0]], f) == outlet for f in listed if f.goes_on)


def told(passage: Passage, frame: Frame) -> str | None:
    """The outlet or person in "told the agency", where it is a name."""
    if frame.verb.lemma != "tell":
        return None
    first = passage.text[frame.cue[1] :].split(maxsplit=1)[:1]
    return first[0].strip(".,") if first and first[0][:1].isupper() else None


def units(passage: Passage, heard: list[Frame], sources: dict[tuple[int, int], Source]) -> list[Said]:
    """A passage cut where one attribution ends and the next begins beside it; nested ones share a chain."""
    whole = (0, len(passage.text))
    kept: list[tuple[Frame, list[Source]]] = []
    for at, frame in enumerate(heard):
        source = sources.get((passage.index, at))
        if source is None or frame.is_back or is_remark(frame, heard):
            continue
        if kept and is_nested(frame, kept[-1][0], passage):
            outer, chain = kept[-1]
            if is_telling(frame) and source.name != chain[-1].name:
                kept[-1] = (outer, [*chain, source])
            continue
        inner = sources.get((passage.index, INNER + at))
        kept.append((frame, [source, inner] if inner and inner.name != source.name else [source]))
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
        said = Said(frame, content, (begin, end), tuple(speaker(s, frame, passage, speech) for s in chain))
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
    if said.content[1] - said.content[0] > LONGEST:
        return parts
    joint = AND_THAT.search(passage.masked, said.content[0], said.content[1])
    while joint is not None and said.frame is not None and said.frame.cue[1] <= said.content[0]:
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


def is_telling(frame: Frame) -> bool:
    return frame.verb.family is Family.SAY and frame.verb.lemma not in english.NAMING | english.POINTING


def is_nested(frame: Frame, outer: Frame, passage: Passage) -> bool:
    """Whether a frame lies in what the frame before it says, and does not stand beside it."""
    if frame.goes_on:
        return False
    at = frame.source[0] if frame.source else frame.cue[0]
    if not outer.content[0] <= at < outer.content[1] or outer.content[1] <= outer.cue[0]:
        return False
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
    if frame.content[0] < frame.cue[0]:
        return after.cue[1]
    if frame.is_passive and frame.source is None and passage.text[: frame.cue[0]].lower().endswith(" it "):
        return frame.cue[0] - len("it ")
    return min(frame.source[0], frame.cue[0]) if frame.source else frame.cue[0]


def look_back(
    lines: list[Passage],
    heard: list[list[Frame]],
    sources: dict[tuple[int, int], Source],
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


def speech_of(passage: Passage, content: tuple[int, int]) -> Speech:
    """Whether what is said stands between quotation marks, in part, or not at all."""
    length = sum(1 for c in passage.text[slice(*content)] if c.isalnum())
    quoted = sum(
        1
        for quote in passage.quotes
        for c in passage.text[max(quote.start, content[0]) : min(quote.end, content[1])]
        if c.isalnum()
    )
    if not quoted:
        return Speech.INDIRECT
    return Speech.DIRECT if quoted >= 0.9 * length else Speech.MIXED


def speaker(source: Source, frame: Frame, passage: Passage, speech: Speech) -> Speaker:
    at = frame.source if frame.source and passage.text[slice(*frame.source)] == source.surface else None
    return Speaker(
        name=source.name,
        surface=source.surface,
        start=passage.start + at[0] if at else None,
        end=passage.start + at[1] if at else None,
        speech=speech,
        rendering=Rendering.VERBATIM if speech is Speech.DIRECT else Rendering.PARAPHRASED,
        cue=passage.text[slice(*frame.cue)],
    )


def carried_on(lines: list[Passage], found: list[list[Said]]) -> list[list[Said]]:
    """Gives quotations without words of attribution the speaker of the quotation that they belong to."""
    result = list(found)
    for group in quotation_groups(lines):
        known = [said for at in group for said in found[at] if said.chain]
        # "“First. Second,” he said. “Third.”": the speaker stands in any of the sentences, or just before.
        first = group[0]
        before = [said for at in (first - 2, first - 1) if at >= 0 for said in found[at] if said.chain]
        chain = (known or before)[-1:] if not known else known[:1]
        if not chain:
            continue
        for at in group:
            if not any(said.chain for said in found[at]):
                result[at] = [continued(chain[0], said) for said in found[at]]
    return result


def quotation_groups(lines: list[Passage]) -> list[list[int]]:
    """Passages in a row that are one quotation, or quotations of one paragraph."""
    groups: list[list[int]] = []
    for at, passage in enumerate(lines):
        if not (passage.is_all_quoted or passage.begins_quoted or passage.ends_quoted) or passage.kind is Kind.HEADING:
            continue
        follows = groups and groups[-1][-1] == at - 1
        if (follows and (passage.begins_quoted or lines[at - 1].paragraph == passage.paragraph)) or (
            follows and lines[at - 1].ends_quoted
        ):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def continued(said: Said, own: Said) -> Said:
    speakers = tuple(
        replace(s, start=None, end=None, speech=Speech.DIRECT, rendering=Rendering.VERBATIM) for s in said.chain
    )
    return replace(own, chain=speakers)
