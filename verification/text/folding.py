"""Keys for comparing words: small letters, one form for each letter and digit. A key is never shown or quoted.

Folding keeps the length, so that a place in the folded text is the same place in the text. Zero-width joiners and
Arabic vowel marks become a tatweel, which `key` then drops from a single word.
"""

from __future__ import annotations

import re

FILL = "ـ"
PAIRS = (
    ("يىېۍۓے", "ی"), ("كڪ", "ک"), ("أإآٱ", "ا"), ("ۀةە", "ه"), ("ؤ", "و"),
    ("\u200b\u200c\u200d\u0670\u0640", FILL), ("\xa0\u202f\u2009\u2007\t", " "), ("٫", "."), ("٬", ","), ("٪", "%"),
    ("’‘ʼ`´", "'"), ("ё", "е"), ("‐‑–—−", "-"),
)  # fmt: skip
TABLE = {ord(letter): into for letters, into in PAIRS for letter in letters}
TABLE |= dict.fromkeys(range(1611, 1632), FILL)
TABLE |= {zero + digit: str(digit) for zero in (0x0660, 0x06F0, 0x0966) for digit in range(10)}
PLAIN = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


def folded(text: str) -> str:
    """`text` in the letters of keys, as long as it was."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered if lowered.isascii() else lowered.translate(TABLE)


def key(word: str) -> str:
    """What a word is looked up by in a list of words."""
    return folded(word).replace(FILL, "")
