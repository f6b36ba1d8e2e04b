"""Words that say no, and those that say that something is not so."""

import re

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
# The same in Arabic, Persian and Pashto: that something did not happen or is not.
NOT_SO_EASTERN = re.compile(
    r"\b(?:ل(?:م|ن|ا(?! (?:تزال|يزال|يقل|تقل|بد|سيما))|يس|يست|يسوا)\b"
    r"|ن(?:شده|کرده|بود|یست|دارد|دارند|داشت|داده|رفته|زده|گرفته|می|شته|ه (?:دی|دي|ده|کوي|لري|و)\b)"
    r"|هیچ|هرگز|هېڅ)"
)
