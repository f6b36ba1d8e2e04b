"""Frames for words of attribution that the rules do not know."""

from __future__ import annotations

from .asides import NOT_HEARD, is_put_in
from .contents import is_order, is_somebody
from .cues import VERBS, Family, Form, Verb
from .frame import Frame
from .model import english
from .passage import Passage
from .subjects import NEGATING
from .tagged import Heard
from .tagger.model import tagger
from .tagger.words import NOUNS
from .word_orders import TOLD

LEAST_WORDS = 3
PLEA = frozenset({"guilty", "innocent", "not", "no"})


def unruled(passage: Passage, one: Heard) -> Frame | None:
    """A frame for words of attribution that the rules do not know or did not see through."""
    contents = one.contents or before_source(passage, one)
    if not contents or (one.source is None and not one.goes_on):
        return None
    content = max(contents, key=lambda span: span[1] - span[0])
    said = passage.text[slice(*content)].lower().split()
    cue = passage.text[slice(*one.cue)].lower().split()
    verb = verb_of(cue)
    if verb.lemma == "plead" and said[0] in PLEA:
        return None  # in court
    if is_order(said) or (verb.lemma == "dismiss" and is_somebody(said[:5])):
        return None
    if (len(said) < LEAST_WORDS and verb.family is not Family.DENY) or said[0] == "to":
        return None
    if any(word in NOT_ASSERTED | NEGATING or word.endswith(("n’t", "n't")) for word in cue):
        return None
    if said[0] == "it,":
        return None  # "The tally, as they saw it, was opaque"
    if one.source is not None and NEGATING & set(passage.text[slice(*one.source)].lower().split()[-2:]):
        return None  # "The army seldom admits that"
    if verb.lemma == "call" and cue[-1] == "at":
        return None  # "Two constables called at the bank"
    # Much that is felt or done is tagged too: what is asserted is a clause or quoted, and somebody asserts it.
    is_clause = said[0] in CLAUSE or is_quoted(passage, content)
    asserts = is_clause or bool(set(said) & (english.AUXILIARIES | english.MODALS))
    if one.source is not None and content[1] <= one.source[0] < one.cue[0]:
        asserts = asserts or not TOLD.isdisjoint(said)  # "Prices rose 61.8%, the institute reported"
    asserts = asserts or is_put_in(passage, one.source, one.cue)
    if not asserts and verb.family is Family.SAY and not verb.is_strong:
        return None
    is_base = verb is not UNKNOWN and verb.form is Form.BASE and one.source is not None
    if is_base and passage.text[slice(*(one.source or (0, 0)))].partition(" ")[0].lower() in OF_ONE:
        return None  # "An old claim about …": a noun, since one person claims
    is_agent = one.source is not None and one.source[0] >= one.cue[1]  # "was first reported by the agency"
    if verb.form is Form.PAST and set(cue) & english.BEING and not is_agent:
        return None  # "was written": whoever is tagged here is not the one who wrote
    if verb is UNKNOWN:
        speaks = one.source and passage.text[slice(*one.source)].lower().split()[-1] not in NOUNS
        is_known = is_clause and tagger().may_attribute(cue)
        if (
            one.goes_on
            or not speaks
            or not (is_known or (cue[-1] not in NOT_HEARD and is_put_in(passage, one.source, one.cue)))
        ):
            return None
    return Frame(verb, one.cue, None if one.goes_on else one.source, content, goes_on=one.goes_on)


def before_source(passage: Passage, one: Heard) -> tuple[tuple[int, int], ...]:
    """What is said where a speaker closes the sentence: "The party won 112 seats, the board said on Monday"."""
    if one.source is None or not 0 < one.source[0] < one.cue[0]:
        return ()
    if is_put_in(passage, one.source, one.cue):
        return ((0, len(passage.text[: one.source[0]].rstrip()) - 1),)
    ahead, behind = passage.text[: one.source[0]].rstrip(), passage.text[one.cue[1] :].strip(" .")
    is_apart = ahead.endswith(",") and "," not in behind and len(behind.split()) <= MOST_BEHIND
    return ((0, len(ahead) - 1),) if is_apart and len(ahead.split()) > MOST_BEHIND else ()


OF_ONE = frozenset({"a", "an", "one", "another", "this", "that"})
MOST_BEHIND = 4  # words: "on Wednesday", "in a statement"
UNKNOWN = Verb("say", Family.SAY, Form.BASE, False)


def verb_of(cue: list[str]) -> Verb:
    """The verb of speech among words of attribution; one that says nothing more where there is none."""
    return next((VERBS[word] for word in reversed(cue) if word in VERBS), UNKNOWN)


NOT_ASSERTED = english.MODALS | {"not", "never", "to", "no", "whether", "if"}
CLAUSE = frozenset({"that", "why", "how", "whether"})


def is_quoted(passage: Passage, content: tuple[int, int]) -> bool:
    return any(quote.start < content[1] and content[0] < quote.end for quote in passage.quotes)
