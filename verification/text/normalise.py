"""The one form in which a text is stored, and the way back to the text as it came.

Done once, when an article is read: offsets count code points of the normalised text from then on.
Faithful: nothing that a reader sees is changed. What happens, in this order:

1. line ends (CRLF, CR, vertical tab, form feed, NEL, U+2028, U+2029) become LF;
2. controls (C0, C1 except tab and LF), bidirectional embeddings, overrides and isolates
   (U+202A-E, U+2066-9) and byte order marks go; half a surrogate pair becomes U+FFFD;
3. NFC.

ZWNJ, ZWJ, LRM and RLM stay (Persian is broken without them). The no-break space stays as well: it is
what the author set between a number and its unit; segmenting treats it as white space and
`search_key` folds it. NFC does not unite Arabic and Persian yeh and kaf, and it should not: only
`search_key` does, and a search key is never shown or quoted.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .span import Span

NORMALISER_VERSION = "1"

LINE_END = "\\r\\n|[\\r\\x0b\\x0c\\x85\\u2028\\u2029]"
TAKEN_OUT = "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+"
HALF_PAIR = "[\\ud800-\\udfff]"
CLEANING = re.compile(f"(?P<line>{LINE_END})|(?P<out>{TAKEN_OUT})|(?P<half>{HALF_PAIR})")
UNCLEAN = re.compile(TAKEN_OUT[:-2] + "\\r\\x0b\\x0c\\x85\\u2028\\u2029\\ud800-\\udfff]")  # one look at a clean text

# Characters that never combine with the one before them: NFC can be done piece by piece from one to the next.
STARTS_A_PIECE = (
    "\\x00-\\u02ff\\u0370-\\u0482\\u048a-\\u0590\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d5\\u1e00-\\u20cf"
    "\\u2100-\\u2cee\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u9fff\\uac00-\\ud7a3"
)
PIECE = re.compile(f"[{STARTS_A_PIECE}]?[^{STARTS_A_PIECE}]+|[\\u0340-\\u0387\\u1e00-\\u2fff\\uf900-\\ufaff]")
# Unicode's stream-safe limit. Longer runs are no writing, and sorting their marks takes quadratic time.
MOST_MARKS = 30
LONG_RUN = re.compile(f"[^{STARTS_A_PIECE}]{{{MOST_MARKS + 1},}}")


class Edits:
    """The places where one text differs from the other; between them both run alike."""

    def __init__(self) -> None:
        self._out_start, self._out_end = array("q"), array("q")
        self._in_start, self._in_end = array("q"), array("q")

    def __len__(self) -> int:
        return len(self._out_start)

    def add(self, *, out: tuple[int, int], into: tuple[int, int]) -> None:
        self._out_start.append(out[0])
        self._out_end.append(out[1])
        self._in_start.append(into[0])
        self._in_end.append(into[1])

    def start_before(self, start: int) -> int:
        """Where in the earlier text a span begins that begins at `start` in the later one."""
        at = bisect_right(self._out_start, start) - 1
        if at < 0:
            return start
        if start >= self._out_end[at]:
            return self._in_end[at] + start - self._out_end[at]
        return self._in_start[at]

    def end_before(self, end: int) -> int:
        """Where in the earlier text a span ends that ends at `end` in the later one."""
        at = bisect_left(self._out_start, end) - 1
        if at < 0:
            return end
        return self._in_end[at] + max(0, end - self._out_end[at])


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text; `raw_span` leads back to the text that it was made from."""

    text: str
    edits: tuple[Edits, ...]  # last first
    cleaned: Counter[str] = field(default_factory=Counter)  # what cleaning did, by kind, in characters

    def done(self) -> dict[str, int]:
        """What was done to the text, counted; nothing is listed that was not done."""
        composed = len(self.edits[0]) if len(self.edits) > 1 else 0
        return {name: number for name, number in (*self.cleaned.items(), ("composed", composed)) if number}

    def raw_span(self, span: Span) -> Span:
        """The span of the raw text that `span` of the normalised text came from.

        A span that cuts through a combined character is widened to the whole of it.
        """
        start, end = span.start, span.end
        for edits in self.edits:
            start, end = edits.start_before(start), edits.end_before(end)
        return Span(start, max(start, end))


def normalise(raw: str) -> Normalised:
    """The normalised text of `raw`; linear in its length, and the same again when done twice."""
    counts: Counter[str] = Counter()
    found = CLEANING.finditer(raw) if UNCLEAN.search(raw) else ()
    cleaned, cleaning = rewritten(raw, ((m.span(), clean(m, counts)) for m in found))
    if unicodedata.is_normalized("NFC", cleaned):
        return Normalised(cleaned, (cleaning,), counts)
    pieces = ((m.span(), compose(m.group())) for m in PIECE.finditer(cleaned))
    composed, composing = rewritten(cleaned, pieces)
    return Normalised(composed, (composing, cleaning), counts)


def clean(match: re.Match[str], counts: Counter[str]) -> str:
    """What takes the place of a match; counted by what it was."""
    if match["line"]:
        counts["line_ends"] += 1
        return "\n"
    if match["out"]:
        turning = sum("\u202a" <= character <= "\u2069" for character in match["out"])
        counts["direction_marks_removed"] += turning
        counts["controls_removed"] += len(match["out"]) - turning
        return ""
    counts["half_characters_replaced"] += 1
    return "�"


def compose(piece: str) -> str:
    return piece if has_too_many_marks(piece) else unicodedata.normalize("NFC", piece)


def has_too_many_marks(text: str) -> bool:
    for suspect in LONG_RUN.finditer(text):
        run = 0
        for character in suspect.group():
            run = run + 1 if unicodedata.combining(character) else 0
            if run > MOST_MARKS:
                return True
    return False


def rewritten(text: str, replacements: Iterable[tuple[tuple[int, int], str]]) -> tuple[str, Edits]:
    """`text` with each (start, end) replaced, and the edits that lead back; only real changes are kept."""
    parts: list[str] = []
    edits = Edits()
    done = length = 0
    for (start, end), new in replacements:
        if text[start:end] == new:
            continue
        parts += (text[done:start], new)
        length += start - done
        edits.add(out=(length, length + len(new)), into=(start, end))
        length += len(new)
        done = end
    parts.append(text[done:])
    return "".join(parts), edits


LEAST_LETTERS = 8
WORDS = re.compile(r"[^\W\d_]+")
# Scripts that set no space between words: each sign counts as two letters.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def has_hardly_a_word(text: str) -> bool:
    """Whether a text is too short to say anything: not even two words, or fewer than eight letters."""
    letters = words = 0
    for word in WORDS.finditer(text):
        unspaced = len(UNSPACED.findall(word.group()))
        letters += len(word.group()) + unspaced
        words += 2 if unspaced else 1
        if letters >= LEAST_LETTERS and words >= 2:
            return False
    return True


ARABIC_AND_PERSIAN = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ئ": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه",
        "ہ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ـ": None,
    }
)  # fmt: skip
FOREIGN_DIGIT = re.compile("[^\\W\\D0-9]")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u200e\u200f\u2060"))
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"'})


MADE_ALIKE = INVISIBLE | ARABIC_AND_PERSIAN | APOSTROPHES


def search_key(text: str) -> str:
    """`text` folded for finding and for telling repeats: never stored as text, shown or quoted.

    Case, diacritics, Arabic and Persian yeh, kaf, alef and heh, digits of any script, quotation marks,
    width and spacing are made alike.
    """
    folded = text.translate(MADE_ALIKE)
    if not folded.isascii() and not has_too_many_marks(folded):
        bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        folded = FOREIGN_DIGIT.sub(lambda m: str(unicodedata.decimal(m.group())), unicodedata.normalize("NFC", bare))
    return " ".join(folded.casefold().split())
