"""Words that say no, and those that say that something is not so."""

from .gated import Gated

NEGATION = Gated(
    r"\b(?:no(?! (?:fewer|less|more|longer|later))|not|never|none|neither|nobody|nothing|cannot|without)\b|n['’]t\b",
    "no never neither without n't n’t",
)
# The same where it is said that something is not so, and not that it should, will or need not be, or not that alone.
WILL = r"(?<!\bwould )(?<!\bwill )(?<!\bshould )(?<!\bmust )(?<!\bshall )(?<!\bmay )(?<!\bmight )"
WONT = r"(?<!\bwould)(?<!\bwo)(?<!\bshould)(?<!\bmust)(?<!\bca)(?<!\bcould)"
NOT_SO = Gated(
    r"\b(?:no(?! (?:fewer|less|more|longer|later|matter|doubt|wonder|denying))|never(?! mind)|none|neither"
    rf"|nobody|nothing|{WILL}(?<!\bcould )(?<!\bcan )not"
    r"(?! (?:only|just|merely|simply|to|necessarily|going|every|everyone|all)\b)"
    r"|could(?: not|n['’]t) have)\b"
    rf"|{WONT}n['’]t\b(?! (?:only|just|merely|simply|necessarily|going)\b)",
    "no never neither n't n’t",
)
