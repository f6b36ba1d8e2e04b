"""What the patterns of who says what are made of, in languages other than English."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from verification.text.folding import FILL, TABLE

# A name between quotation marks, whose letters are hidden.
QUOTED = r"[«„“\"]~{2,30}[»”“\"]"
# A speaker's words; a name between quotation marks may be or end them.
SOURCE = rf"(?P<source>(?:[^\s«»“”\"~][^«»“”\"~:;؛]{{1,90}}?(?:{QUOTED})?|{QUOTED}))"
APPOSITION = r"(?:\s?[،,](?:[^،,«»“”\"~:;]|[«“\"]~{1,60}[»”\"]){2,80}[،,])?"
NAME_ON = (
    rf"(?P<source>(?:(?:(?:MM?|Mme|Mlle|Dr|Pr|Sr|Sra)\.?\s)?"
    rf"[^\s،,.:;«»“”\"~][^،,.:;«»“”\"~]{{1,90}}?(?:{QUOTED})?|{QUOTED}))"
)

# "à la presse", "sur X", "a la agencia EFE": whom one speaks to, and where, in French and in Spanish.
A_QUI = (
    r"\s(?:à\s(?:la presse|la télévision(?:\s[a-zé]+)?|des journalistes|(?:l['’])?\S+)|aux (?:journalistes|médias)"
    r"|sur (?:X|Twitter|Facebook|Telegram)|dans un (?:communiqué|entretien|tweet|message)|devant la presse)"
)
A_QUIEN = (
    r"\s(?:a\s(?:(?:la|los|las|este|esta|un|una)\s[a-zé]+(?:\s(?:local|nacional|internacional|extranjer[oa]"
    r"|estatal)(?:es|s)?"
    r"|\s(?-i:[A-Z]\w+))?|\S+)"
    r"|en\s(?:X|Twitter|Facebook|Telegram|(?:su|un|una|sus)\s\w+(?:\sde\s(?:X|Twitter|Facebook|prensa|Telegram))?))"
)


class Attributing(NamedTuple):
    """A pattern of attribution, and pieces of words, one of which a sentence has where it matches; none: any has.

    It is compiled when a sentence is first looked through for it: most articles are in one language, and the patterns
    of all of them take longer to compile than all else takes to import.
    """

    pattern: str
    needs: tuple[str, ...] = ()

    def search(self, flat: str, begin: int = 0) -> re.Match[str] | None:
        """The first match in a folded sentence; the pieces of words are far quicker to look for than the pattern."""
        if self.needs and not any(map(flat.__contains__, self.needs)):
            return None
        return one(self.pattern).search(flat, begin)


def compiled(*patterns: str, needs: dict[str, str] | None = None) -> tuple[Attributing, ...]:
    """Patterns with what a sentence holds where they match; a key of `needs` is a piece of the pattern."""
    return tuple(Attributing(pattern, needed_by(pattern, needs or {})) for pattern in patterns)


def needed_by(pattern: str, needs: dict[str, str]) -> tuple[str, ...]:
    pieces = next((pieces for held, pieces in needs.items() if held in pattern), "")
    return tuple(pieces.translate(TABLE).split("|")) if pieces else ()


@cache
def one(pattern: str) -> re.Pattern[str]:
    """A pattern over folded text: one form of yeh and kaf, joiners and vowel marks as `FILL` or a space or nothing."""
    flat = pattern.translate(TABLE).replace("[---]", "-")
    return re.compile(re.sub(f"{FILL}(?![?*+])", f"[{FILL} ]?", flat), re.IGNORECASE)
