"""Flat denials: a word of judgement ("Untrue, said the church"), a bare "it did not", "That was not how it went"."""

import re
from functools import lru_cache

from .gated import Gated
from .untrue import REPORT

SPEAKS = (
    r"(?:sa(?:id|ys?)|repl(?:ied|ies)|insist(?:ed|s)|answer(?:ed|s)|retort(?:ed|s)|counter(?:ed|s)|respond(?:ed|s)"
    r"|object(?:ed|s)|declare[ds]|told|accord\w+|maintain(?:ed|s)|protest(?:ed|s))\b"
)
KEPT = 256  # texts of claims and denials, which are set against one another
ENDS = " “”\"'‘’,.;:"
# One word of judgement, and who gives it.
VERDICT = (
    r"^[“\"‘']?(?:(?:all|pure|utter|simply|absolutely|totally|completely|entirely|quite|complete|total) )?"
    r"(?:not (?:so|true|us|ours|correct)|untrue|false|baseless|unfounded|groundless|nonsense|rubbish|lies|a lie|absurd"
    r"|propaganda|fabrications?|inventions?|ridiculous|slander|wrong|incorrect|fiction|fantasy|rumou?rs)"
    rf"(?:,[”\"’']?|[”\"’'],?|[”\"’']?:) (?:(?:\w+ly|was|is) )?(?:(?:the|was|is|his|her|its|their) \w+ )?{SPEAKS}"
)
AUX = r"(?:did|had|was|were|has|have|is|are|does|do)(?: not|n['’]t)"
# "Moscow says it did not": what was said before is all that is denied.
BARE = re.compile(
    r"(?:that )?(?:it|they|he|she|we|i|none|(?:the|its|his|their|our) \w+)"
    rf" {AUX}(?: do(?:ne)?(?: it| so| this| that)?)?$"
)
BARELY = (" not", "n't", "n’t", " do", " it", " so", " this", " that", " done")
# "…, which says that it was not".
WHICH = (
    r"\b(?:which|who) (?:says?|said|insists?|insisted|maintain(?:s|ed)) (?:that )?(?:it|they|he|she)"
    rf" {AUX}[ “”\"'‘’.]*$"
)
BY_WHOM = Gated(WHICH, "which_s which_i which_m who_s who_i who_m")
FLAT = Gated(
    rf"{VERDICT}|{WHICH}"
    r"|\b(?:that|this|it) (?:is|was)(?: not|n['’]t) (?:how (?!(?:many|much|long|far|old)\b)|the way (?!to\b)"
    r"|what (?:happened|took place|occurred))"
    r"|\black(?:s|ed|ing)? (?:in )?(?:any|all|every)? ?(?:\w+ )?(?:foundation|truth|substance)\b"
    r"|\b(?:contest(?:s|ed|ing)?|disput(?:es?|ed|ing)) (?:what|how) (?:the |its |his )?\w+"
    r"|\bnot (?:ours|our (?:work|doing))\b"
    r"|\b(?:no|none) [\w-]+ of (?:any such|such|that|this|the) (?:sort|kind|nature)\b"
    r"|\bno such [\w-]+ (?:exist|took place|happened|occurred|was)"
    r"|\b(?:did|had) not (?:occur|take place|taken place|occurred|happened)\b|\bnever occurred\b"
    r"|\b(?:reject|disclaim|disown|refuse)(?:s|ed|ing)? (?:the |any |all |the whole )?(?:blame|responsibility)\b"
    r"|\bwhat (?:[\w’'-]+ ){1,6}(?:is|was|were) (?:\w+ly |all )?[“\"‘'](?:fabricat\w+|invented|made up|false|lies)"
    rf"|\b{REPORT} (?:[\w’'-]+ ){{0,8}}(?:was|were|is|are|had been|has been) (?:all |pure |\w+ly )?[“\"‘']"
    r"(?:fabricat|invent|lie|false|untrue|not true|baseless|unfounded|groundless)",
    "not_so not_true not_us not_our not_correct untrue false baseless unfounded groundless nonsense rubbish lies a_lie"
    " absurd propaganda fabricat invent ridiculous slander wrong incorrect fiction fantasy rumo"
    " which_s which_i which_m who_s who_i who_m made_up lie lack contest disput"
    " not_how n't_how n’t_how not_the_way n't_the_way n’t_the_way not_what n't_what n’t_what"
    " such_sort such_kind such_nature that_sort that_kind that_nature this_sort this_kind this_nature the_sort the_kind"
    " the_nature no_such not_occur not_tak not_happen never_occurred blame responsib",
)
# What names nothing of what it denies: "That was not how it went: …".
NAMELESS = Gated(
    r"^(?:that|this|it) (?:is|was)(?: not|n['’]t) (?:how|the way|what) (?:it|things|they|that|this|any)\b"
    r"|^no(?:ne)? [\w-]+ of (?:any such|such|that|this) (?:sort|kind|nature)\b",
    "not_how n't_how n’t_how not_the_way n't_the_way n’t_the_way not_what n't_what n’t_what sort kind nature",
)
# "…, an account that Georgia rejected": the sentence itself says whose word stands against it.
APPOSED = Gated(
    r", (?:an?|the|which) (?:\w+ )?(?:accounts?|claims?|charges?|allegations?|accusations?|reports?|versions?|figures?"
    r"|assertions?|suggestions?|story|toll|number),? (?:that |which )?(?:[\w’'-]+ ){1,6}?"
    r"(?:has |have |had )?(?:\w+ly |since |always |repeatedly )?"
    r"(?:reject|deni|deny|disput|dismiss|contest|refut|challeng|rebuff)(?:ed|es|s)?\b"
    r"|\b(?:claims?|allegations?|accusations?|complaints?) that [^.;]{1,120} (?:was|were|have been|has been)"
    r" (?:\w+ly )?(?:turned down|thrown out|waved away|brushed aside|rejected|dismissed|denied)\b",
    "account claim charge alleg accus report version figure assert suggest story toll number complaint",
)
# What says as much without a "no": the town still stands, the captives are alive, the vote was fair.
CONTRARY = (
    (
        Gated(
            r"\b(?:still (?:stands?|stood|holds?|held|ours|theirs|(?:in|under) (?:[\w’']+ ){0,3}(?:hands|control))"
            r"|remain\w* (?:in|under) (?:[\w’']+ ){0,3}(?:hands|control))\b",
            "still remain",
        ),
        frozenset({"seize"}),
    ),
    (
        Gated(
            r"^(?:[\w’'-]+ ){1,6}(?:is|are|was|were|remain\w*) (?:all |still |quite )?(?:alive|safe|unharmed|unhurt)\b",
            "alive safe unharmed unhurt",
        ),
        frozenset({"die", "hurt"}),
    ),
    (
        Gated(r"\b(?:free and fair|fair and free|(?:free|fair|clean) and transparent)\b", "free fair"),
        frozenset({"rig"}),
    ),
)
# A "no" of what was, at the head of what is said.
NO = Gated(
    r"^(?:(?:but|that|and|in fact|(?:in|at|on) [\w-]+),? )?(?:[\w’'-]+ ){0,5}?"
    r"(?:no(?! (?:need|plans?|comment|reason|doubt|longer|details?|idea|room|final|fewer|less|more|later|choice"
    r"|time|intention|information|change|way|decision))|nobody|no one|none|nothing|neither|never"
    r"|not (?:one|a single|a)|(?:had|was|were|did|has|have|is|are|does|do)(?: not|n['’]t)"
    r"(?! (?:yet|know|clear|think|want|say|final|only|just|need|believe|rule|expect|make))"
    r"|could(?: not|n['’]t) have)\b",
    "no never n't n’t",
)
MARKS = dict.fromkeys(map(ord, '“”"‘'))


def denies(lowered: str, content: str) -> bool:
    """Whether a unit, of which `content` is what is said, both in small letters, denies flatly."""
    return FLAT.search(lowered) is not None or is_bare(content.strip(ENDS))


def is_bare(stripped: str) -> bool:
    return stripped.endswith(BARELY) and BARE.match(stripped) is not None


def contrary(lowered: str) -> frozenset[str]:
    """The kinds of event that a text says there were none of, without a "no"."""
    return frozenset[str]().union(*(told for pattern, told in CONTRARY if pattern.search(lowered)))


@lru_cache(KEPT)
def says_no(lowered: str) -> bool:
    """Whether a text says at its head of something that it was not."""
    return NO.search(lowered.translate(MARKS)) is not None


def is_nameless(lowered: str) -> bool:
    """Whether a denial names nothing of what it denies."""
    return is_bare(lowered) or BY_WHOM.search(lowered) is not None or NAMELESS.search(lowered) is not None
