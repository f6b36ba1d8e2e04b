"""Who says it without any verb of saying: "according to the ministry", "by his own account", "in the union's view"."""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .capitals import are_initials
from .cues import Family, Form, Token, Verb
from .frame import Frame
from .passage import Passage
from .subjects import MARKS

ACCORDING = Verb("according", Family.SAY, Form.BASE, True)
OBJECTS = frozenset({"him", "them", "us", "me"})
BACKWARD = frozenset({"this", "that", "is", "was", "it", "all", "these", "were"})


def according(line: list[Token], at: int, passage: Passage) -> Frame:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    last = at + 2
    while last < len(line) and not ends_source(line, last):
        last += 1
    if line[at + 2].lower in OBJECTS:
        last = at + 3  # "which according to him proves"
    source = (line[at + 2].start, line[last - 1].end)
    cue = (line[at].start, line[at + 1].end)
    before = [t.lower for t in line[:at]]
    is_back = len(before) <= 3 and bool(set(before) & {"is", "was", "that"}) and set(before) <= BACKWARD
    if at <= 1 and last < len(line):
        return Frame(ACCORDING, cue, source, (line[min(last + 1, len(line) - 1)].start, len(passage.text)))
    return Frame(ACCORDING, cue, source, (0, line[at].start), is_back=is_back)


def ends_source(line: list[Token], at: int) -> bool:
    """Whether a mark closes the words that name somebody: not the stop of "U.S. Central Command"."""
    if line[at].text == "." and at + 1 < len(line) and are_initials(line[at - 1].text):
        return not line[at + 1].text[0].isalpha()
    return line[at].text in ",.;:" or bool(set(line[at].text) & MARKS)


OPINIONS = (
    "account|count|reckoning|estimation|tally|telling|words|view|opinion|calculations?|admission|version|estimates?"
)
VOUCHING = words(
    "account count reckoning estimation tally telling words view opinion calculation calculations admission version"
    " estimate estimates believed believes per verdict assessment answer reply explanation conclusion claim report word"
    " denial confirmation accusation argument line news put puts"
)
# Who stands behind a claim, between the mark that opens the words and the one that closes them.
VOUCHED = re.compile(
    rf"(?:^|,\s|\s)(?P<cue>(?:[Bb]y|[Oo]n|[Ii]n)\s(?P<own>his|her|their|its|(?:[Tt]he\s)?(?:[\w-]+\s){{0,3}}[\w-]+[’']s?)"
    rf"\s(?:own\s)?(?:{OPINIONS}))(?=[,.;]|\s(?:it|there|the|an?|[A-Z\d][\w,’'-]*|at\sleast|more\sthan)\s)"
    rf"|(?:^|,\s|\s(?=by\s))(?P<of>(?:[Bb]y|[Oo]n|[Ii]n)\sthe\s(?:own\s)?(?:{OPINIONS})\sof)\s(?P<whose>[^,;:.]{{2,80}})(?=[,.;])"
    r"|,\s(?P<per>per)\s(?P<paper>(?:the|an?)\s[a-z][\w\s-]{2,60}|[A-Z][\w\s’'-]{1,60})(?=[,.;])"
    r"|(?:^|,\s)(?P<if>[Ii]f\s(?:one|you|we)\s(?:(?:is|are|were)\sto\s|can\s)?believes?)"
    r"\s(?:the\s(?:account|count|word|words|figures|version)\sof\s)?(?P<believed>[^,;:.]{2,80})(?=[,.;])"
    r"|(?:[,:;]\s(?:such|that|this|so)\s(?P<such>(?:was|is|ran)\s(?:at\sleast\s)?the\s(?:version|account|verdict|view|claim|word))"
    r"|\s(?P<was>(?:was|were|is)\sthe\s(?:verdict|assessment|answer|reply|explanation|conclusion|version)))"
    r"(?:\son\s\w+day|\syesterday)?\s(?:of|from|given\sby)\s(?P<verdict>[^,;:.]{2,80})(?=[,.;])"
    r"|(?:account|version|denial|claim|report|word|confirmation|accusation|explanation)\s(?P<came>(?:came|comes)\sfrom)"
    r"\s(?P<giver>[^,;:.]{2,80})(?:,\s(?:who|which)\s[^:;.]{2,120})?:\s(?P<given>)"
    r"|(?:^|,\s)[Ii]f\s(?P<trusted>[^,;:.]{2,60}?)\s(?P<are>(?:is|are)\sto\sbe\sbelieved)(?=[,.;])"
)
# … and "The army's version is that …", "Word came from the rebels that …", "The town, as the ministry put it, was".
TOLD = re.compile(
    r"^(?:\W*)(?P<own>(?:[Tt]he\s)?(?:[\w-]+\s){0,3}[\w-]+[’']s?)"
    r"\s(?P<is>(?:own\s)?(?:version|account|explanation|argument|answer|verdict|line|claim)\s(?:is|was|has\sbeen)\sthat)\s"
    r"|(?:[Ww]ord|[Nn]ews|[Cc]onfirmation)\s(?P<came>came)\sfrom\s(?P<giver>[^,;:.]{2,60}?)\sthat\s"
    r"|[Ff]rom\s(?P<place>[^,;:.]{2,60}?)\s(?P<comes>(?:came|comes)\s(?:the\s)?(?:word|news|claim|confirmation|denial)\sthat)\s"
    r"|,\sas\s(?P<who>[^,;:.]{2,60}?)\s(?P<put>(?:has\s|had\s|have\s)?(?:put|puts)\sit)(?=[,.;])"
)
TOLD_CUES, TOLD_SOURCES = ("is", "came", "comes", "put"), ("own", "giver", "place", "who")
POSSESSIVES = words("his her their its")
BARE = re.compile(r"\s(?:it|there)\s")
CUE_GROUPS, SOURCE_GROUPS = (
    ("cue", "of", "per", "if", "are", "such", "was", "came"),
    (
        "own",
        "whose",
        "paper",
        "believed",
        "trusted",
        "verdict",
        "giver",
    ),
)


def vouched(passage: Passage) -> Frame | None:
    """ "…, by his own account", "In the view of the union, …", "…, per the letter", "…, if one believes the rebels"."""
    found = VOUCHED.search(passage.masked)
    if found is None:
        return told(passage)
    cue = next(found.span(group) for group in CUE_GROUPS if found[group])
    source = next(found.span(group) for group in SOURCE_GROUPS if found[group])
    text = passage.text[slice(*source)]
    if (
        text.lower() in POSSESSIVES
        and passage.text.startswith(" ", found.end())
        and not BARE.match(passage.text, found.end())
    ):
        return None  # "By its own account the army lost 12 men"
    for ending in ("’s", "'s"):
        source = (source[0], source[1] - len(ending) * text.endswith(ending))
    behind = passage.masked[found.end() :].lstrip(" ,")
    begins = len(passage.masked) - len(behind)
    if found["came"]:
        return Frame(ACCORDING, cue, source, (found.start("given"), len(passage.text)))
    content = (begins, len(passage.text)) if found.start() == 0 and len(behind) > 1 else (0, len(passage.text))
    return Frame(ACCORDING, cue, source, content if content[0] else (0, max(found.start(), 1)))


def told(passage: Passage) -> Frame | None:
    """ "The army's version is that …", "Word came from the rebels that …", "It was, as the ministry put it, a war"."""
    found = TOLD.search(passage.masked)
    if found is None:
        return None
    cue = next(found.span(group) for group in TOLD_CUES if found[group])
    start, end = next(found.span(group) for group in TOLD_SOURCES if found[group])
    if passage.text.endswith(("’s", "'s"), start, end):
        end -= len("’s")
    is_inside = found["put"] is not None
    return Frame(ACCORDING, cue, (start, end), (0 if is_inside else found.end(), len(passage.text)))
