"""Where numbers stand in a passage, in digits and in words, and what they amount to."""

from __future__ import annotations

from collections.abc import Sequence

from verification.text.folding import folded
from verification.text.record import record
from verification.text.tokens import Line

from .number_words import DECIMAL_COMMA, NumberWords
from .numerals import CURRENCIES

ENGLISH = "en"
LARGEST = 1e15


@record(frozen=True, slots=True)
class Figure:
    """A number without its surroundings: its value, its first token and the one after its last."""

    value: float
    until: float | None
    first: int
    after: int
    in_words: bool
    is_share: bool = False


NAMED_BY = frozenset(
    folded(
        "article articles resolution section chapter no number page paragraph phase boeing airbus flight highway route"
        " channel item rule ماده قطعنامه شماره المادة القرار قرار رقم статья статьи статье резолюция резолюции номер №"
        " стаття статті résolution numéro artículo resolución número covid"
    ).split()
)
# Words that are numbers and something else: they count only before what is known to be counted.
DOUBTFUL = frozenset(
    (language, folded(word))
    for language, listed in {"fa": "نه ده سی", "prs": "نه ده سی", "fr": "neuf cent mille", "es": "mil cien"}.items()
    for word in listed.split()
)


def figures_of(line: Line, words: NumberWords, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    figures: list[Figure] = []
    at = 0
    openers = words.openers
    for first in [first for first, key in enumerate(line.keys) if key[0].isdecimal() or key in openers]:
        if first < at or any(start <= line.starts[first] < end for start, end in taken):
            continue
        is_in_digits = line.keys[first][0].isdecimal()
        figure = in_digits(line, words, first) if is_in_digits else in_words(line, words, first)
        if figure is not None:
            at = figure.after
            if figure.value <= LARGEST:
                figures.append(figure)
    return figures


def parsed(word: str, language: str) -> float | None:
    """The value of a number in digits, its groups and decimals read as the language writes them."""
    if ":" in word or word.count("/") or word.count("-") or len(word) > 20:
        return None
    bare = word.replace(" ", "").replace("'", "")
    marks = [c for c in bare if c in ".,"]
    if not marks:
        return float(bare)
    last = marks[-1]
    tail = len(bare) - bare.rfind(last) - 1
    decimal = "," if language in DECIMAL_COMMA else "."
    is_group = tail == 3 and bare[0] != "0" and (last != decimal or len(marks) > 1)
    if len(set(marks)) == 1 and (is_group or len(marks) > 1):
        return float(bare.replace(last, "")) if tail == 3 else None
    whole, _, rest = bare.rpartition(last)
    return float(whole.replace(".", "").replace(",", "") + "." + rest)


def in_digits(line: Line, words: NumberWords, at: int) -> Figure | None:
    keys = line.keys
    if is_part_of_a_name(line, at):
        return None
    value = parsed(keys[at], words.code)
    if value is None:
        return None
    after = at + 1
    # "۲/۵ میلیون" in Persian is two and a half.
    if keys[after : after + 1] == ("/",) and words.code in ("fa", "prs", "ps") and line.touches(after):
        rest = keys[after + 1] if after + 1 < len(keys) else ""
        if rest.isdecimal() and line.touches(after + 1):
            value, after = float(f"{int(value)}.{rest}"), after + 2
    while after < len(keys) and keys[after] in words.scales:
        is_letter = len(keys[after]) <= 2 and words.code == ENGLISH
        if is_letter and not (line.touches(after) and at and keys[at - 1] in CURRENCIES):
            break
        value *= words.scales[keys[after]]
        after += 1
    if after < len(keys) and keys[after] == "." and after - at > 1 and len(keys[after - 1]) <= 4:
        after += 1  # "тыс."
    return Figure(value, None, at, after, in_words=False)


def is_part_of_a_name(line: Line, at: int) -> bool:
    """ "G7", "COVID-19", "Article 5", "2nd": digits that count nothing."""
    keys = line.keys
    before = keys[at - 1] if at else ""
    if (
        before in NAMED_BY
        or (before == "of" and keys[max(0, at - 2)] == "group")
        or (before == "." and at > 1 and keys[at - 2] == "no")
    ):
        return True
    if line.touches(at):
        if before[-1:].isalpha() and before not in ("و", "ب", "ل", "ف", "بـ"):
            return True
        if before == "-" and at > 1 and line.touches(at - 1) and keys[at - 2][-1:].isalpha():
            return True
        if before in "#@_/" or (before == "." and keys[at - 2 : at - 1] and line.touches(at - 1)):
            return True
    following = keys[at + 1] if at + 1 < len(keys) and line.touches(at + 1) else ""
    if (
        following in ("am", "pm")
        or keys[at + 1 : at + 2] in (("am",), ("pm",))
        or keys[at + 1 : at + 4] == ("p", ".", "m")
    ):
        return True
    return following in ("st", "nd", "rd", "th", "er", "ère", "го", "й", "я", "مه", "مین", "ام", "o", "º", "ª")


def in_words(line: Line, words: NumberWords, at: int) -> Figure | None:
    keys = line.keys
    for length in (3, 2, 1):
        phrase = " ".join(k for k in keys[at : at + length] if k != "-")
        after = at + length
        if after > len(keys):
            continue
        if phrase in words.vague and (length > 1 or not is_scale_of(line, words, at)):
            least, most = words.vague[phrase]
            return Figure(float(least), float(most), at, after, in_words=True)
        if phrase in words.halves and is_share(keys, words, at, after, length):
            return Figure(round(float(words.halves[phrase]), 1), None, at, after, in_words=True, is_share=True)
    total = current = 0.0
    step, after = at, at
    while step < len(keys):
        word = keys[step]
        size, taken = value_of(keys, words, step)
        if size is None and words.code == "ar" and after > at and word[0] == "و" and len(word) > 2:
            size = words.values.get(word[1:]) or words.scales.get(word[1:])
        if size is None:
            is_joint = word in words.joins or (word == "-" and line.touches(step))
            more = value_of(keys, words, step + 1)[0] if is_joint and after == step > at else None
            if more is None or not (word == "-" or joins(current, total, more)):
                break
            step += 1
            after = step
            continue
        if size >= 1000 or (size == 12 and word.startswith("dozen")):
            total += max(current, 1) * size
            current = 0
        elif size == 100:
            current = max(current, 1) * 100 if current < 10 else current + 100
        elif size == 20 and current == 4 and words.code == "fr":
            current = 80
        elif current and words.code != "ar" and not joins(current, 0, size):
            break
        else:
            current += size
        step += taken
        after = step
    value = total + current
    if after == at or value <= 0:
        return None
    if after - at == 1 and (value == 1 or (words.code, keys[at]) in DOUBTFUL):
        follows = keys[after] if after < len(keys) else ""
        if value == 1 and words.kinds.of(follows) not in LONE and follows not in LONE_WORDS:
            return None
        if value > 1 and words.kinds.of(follows) is None:
            return None
    return Figure(value, None, at, after, in_words=True)


LONE = frozenset({"people", "civilians", "soldiers", "fighters", "children", "police"})
LONE_WORDS = frozenset(
    {"person", "soldier", "civilian", "child", "fighter", "policeman", "man", "woman", "guard", "officer"}
)


def value_of(keys: Sequence[str], words: NumberWords, at: int) -> tuple[float | None, int]:
    """The value of the number word at a place, and how many tokens it takes."""
    if at >= len(keys):
        return None, 1
    pair = " ".join(keys[at : at + 2])
    if at + 1 < len(keys) and pair in words.values:
        return words.values[pair], 2
    size = words.scales.get(keys[at]) if len(keys[at]) > 2 else None  # "m" and "bn" only after digits
    return words.values.get(keys[at], size), 1


def joins(current: float, total: float, size: float) -> bool:
    """Whether a number word can go on a number: "twenty" and "one" can, "three" and "four" cannot."""
    if not current:
        return total > size
    if size >= 1000:
        return True
    return (current >= 100 and size < 100) or (current % 100 >= 20 and size < 20 and current % 10 == 0) or size == 100


def is_scale_of(line: Line, words: NumberWords, at: int) -> bool:
    """Whether "thousands" only goes on the number before it, as in "5 тысяч"."""
    return at > 0 and (line.keys[at - 1][0].isdecimal() or line.keys[at - 1] in words.values)


def is_share(keys: Sequence[str], words: NumberWords, at: int, after: int, length: int) -> bool:
    """Whether "half" is a share of something, and not half an hour or the second half."""
    follows = keys[after] if after < len(keys) else ""
    if words.code == ENGLISH:
        return follows in ("of", "the", "its", "their") and (not at or keys[at - 1] not in ("second", "first", "last"))
    return follows not in ("ساعت", "ساعة", "hora", "heure", "часа")


def ranges(line: Line, words: NumberWords, figures: list[Figure]) -> list[Figure]:
    """Two numbers that are the ends of one: "10-15", "between 10 and 15", "от 10 до 15"."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found else None
        between = line.keys[last.after : figure.first] if last else ()
        if last is not None and last.until is None and len(between) == 1 and last.value < figure.value:
            before = line.keys[last.first - 1] if last.first else ""
            is_range = between[0] in ("-", "÷") or (between[0] in words.to and before in words.between)
            is_range = is_range or (between[0] == "to" and words.code == ENGLISH)
            is_next = between[0] == "or" and figure.value - last.value <= 1 and figure.after - figure.first == 1
            is_range = is_range or (is_next and words.code == ENGLISH)  # "seven or eight houses"
            if between[0] == "in" and figure.value in (5, 10, 20, 100) and words.code == ENGLISH:
                found[-1] = Figure(
                    100 * last.value / figure.value, None, last.first, figure.after, False, is_share=True
                )
                continue
            if is_range and figure.until is None and not figure.is_share:
                low = last.value
                scale = figure.value / 1000
                if scale >= 1 and low < 1000 and not last.in_words and figure.after - figure.first > 1:
                    # "10 to 15 thousand": the scale belongs to both.
                    size = max((words.scales.get(k, 1) for k in line.keys[figure.first : figure.after]), default=1)
                    low = low * size if low * size < figure.value else low
                first = last.first - 1 if before in words.between else last.first
                found[-1] = Figure(low, figure.value, first, figure.after, in_words=False)
                continue
        found.append(figure)
    return found
