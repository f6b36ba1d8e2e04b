"""Which language a text is in, offline, and which way it runs."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 6_000
LEAST_LETTERS = 12
LEAST_SURE = 0.75
RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)

# Letters that one language of a script has and its neighbours have not. They decide where statistics waver:
# Persian and Arabic, Pashto and Dari, Ukrainian and Russian share most of their words and letters.
ARABIC_SCRIPT = re.compile("[\\u0620-\\u06ff]")
TELLTALE = (
    ("ps", re.compile("[ټډړږښځڅېۍګڼ]"), 0.012),
    ("ur", re.compile("[ٹڈڑےں]"), 0.02),
    ("ckb", re.compile("[ێۆڵڕ]"), 0.02),
    ("fa", re.compile("[پچژگیک]"), 0.05),
    ("ar", re.compile("[ةيكى]"), 0.03),
)
# Persian is often typed with Arabic letters; its small words tell all the same.
PERSIAN_WORDS = re.compile(r"\b(?:را|است|که|كه|این|اين|از|در|با|شد|کرد|كرد|می|مي)\b")
# Where these make up so much of a text it is English; to ask the statistics takes ten times as long.
ENGLISH_WORDS = ("the", "and", "of", "to")
ENGLISH_SHARE, LEAST_WORDS = 0.08, 80
CYRILLIC = re.compile("[\\u0400-\\u04ff]")
TELLTALE_CYRILLIC = (
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.03),
    ("be", re.compile("[ўЎ]"), 0.01),
    ("ru", re.compile("[ыэъёЫЭЪЁ]"), 0.01),
)


@cache
def identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str | None:
    """The BCP 47 code of the language, or None where the text is too short or too mixed to tell.

    Dari counts as Persian ("fa"): in writing they differ too little to be told apart by letters.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < LEAST_LETTERS:
        return None
    for script, telltales in ((ARABIC_SCRIPT, TELLTALE), (CYRILLIC, TELLTALE_CYRILLIC)):
        of_script = len(script.findall(sample))
        if of_script * 2 > letters:
            found = next(
                (code for code, seen, share in telltales if len(seen.findall(sample)) >= share * of_script), None
            )
            if found == "ar" and len(PERSIAN_WORDS.findall(sample)) * 8 > len(sample.split()):
                found = "fa"
            if found is not None:
                return found
    words = sample.lower().split()
    if len(words) >= LEAST_WORDS and sum(map(words.count, ENGLISH_WORDS)) >= ENGLISH_SHARE * len(words):
        return "en"
    code, probability = identifier().classify(sample)
    return str(code) if probability >= LEAST_SURE or letters >= 400 else None


def direction(language: str | None) -> str:
    """ "rtl" or "ltr"; a language that is not known runs left to right."""
    if language is None:
        return "ltr"
    primary, _, rest = language.partition("-")
    if rest.split("-")[0].title() == "Latn":
        return "ltr"
    if rest.split("-")[0].title() in ("Arab", "Hebr"):
        return "rtl"
    return "rtl" if primary.lower() in RIGHT_TO_LEFT else "ltr"
