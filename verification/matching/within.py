"""What one article says twice: a headline and the sentence below it, or a person's words in other words.

One article tells of one time, so nothing has to show that both speak of the same. But whom and what it is about, it
names in every other sentence: that says nothing here, and what else is said has to be the same. Only that is looked
for: what an article sets against a claim of its own, extraction finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from verification.vocabulary import LinkKind

from .compare import Relation
from .features import Features
from .pair import Pair, pair_of
from .stated import Stated
from .times import are_apart

LEAST_COMMON = 3  # claims of an article that have a name which tells no two of them apart,
COMMON_SHARE = 0.2  # or of all of them such a share
LEAST_SHARED = 0.6  # of what else the shorter one says, by weight,
LEAST_SAID = 0.7  # and of that without its names
LONGER = 2.5  # times as much is said: then the shorter one is a part
MOST_LINKS = 3  # of one claim
MOST_HOLDING = 40  # claims of an article: a word in more of them brings no two of them together


def repeats(listed: Sequence[Stated]) -> Iterator[tuple[int, int, Relation, Relation]]:
    """Pairs of claims of one article of which one says what the other says, or a part of it, by their places.

    With how the first stands to the other, and the other to it.
    """
    telling = telling_words(listed)
    linked: Counter[int] = Counter()
    for share, one, other in sorted(sharing(telling), key=lambda found: (-found[0], *found[1:])):
        if max(linked[one], linked[other]) >= MOST_LINKS or differ(listed[one], listed[other]):
            continue
        pair, turned = (pair_of(listed[a].read, listed[b].read) for a, b in ((one, other), (other, one)))
        mine, theirs = sum(said(pair.one, pair).values()), sum(said(pair.other, pair).values())
        is_part, is_more = max(mine, theirs) >= LONGER * min(mine, theirs), mine > theirs
        if is_part and not can_be_part(pair, shorter=pair.other if is_more else pair.one):
            continue
        linked.update((one, other))
        if is_part:
            yield one, other, part(pair, share, is_turned=is_more), part(turned, share, is_turned=not is_more)
        else:
            yield one, other, same(pair, share), same(turned, share)


def telling_words(listed: Sequence[Stated]) -> list[dict[str, float]]:
    """For each claim its words with their weights, without names that very many claims of the article have."""
    counts = Counter(word for stated in listed for word in stated.read.words)
    common = max(LEAST_COMMON, COMMON_SHARE * len(listed))
    return [
        {w: weight for w, weight in read.words.items() if w not in read.names or counts[w] <= common}
        for read in (stated.read for stated in listed)
    ]


def sharing(telling: Sequence[dict[str, float]]) -> Iterator[tuple[float, int, int]]:
    """Pairs that share so much of what the shorter one says, with the share of it; time grows with the claims."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, listed in enumerate(telling):
        for word in listed:
            holding[word].append(at)
    near = (places for places in holding.values() if len(places) <= MOST_HOLDING)
    for one, other in {(a, b) for places in near for a in places for b in places if a < b}:
        shorter, longer = sorted((telling[one], telling[other]), key=lambda words: sum(words.values()))
        share = sum(weight for word, weight in shorter.items() if word in longer) / sum(shorter.values())
        if share >= LEAST_SHARED:
            yield share, one, other


def differ(one: Stated, other: Stated) -> bool:
    """Whether they say it of others, of other numbers or days, or the one of what the other denies."""
    pair = pair_of(one.read, other.read)
    if pair.one.is_negative != pair.other.is_negative or said_of_them(pair) < LEAST_SAID:
        return True
    values = [{quantity.value for quantity in read.quantities} for read in (pair.one, pair.other)]
    if pair.differing or (all(values) and values[0] != values[1]):
        return True
    if are_apart(one.days, other.days) or pair.is_another() or pair.other_doers() or pair.opposites():
        return True
    return pair.has_other_names() or pair.acts_differ()


def said_of_them(pair: Pair) -> float:
    """The share of what the one that says less says of whom and what both name, that the other says too."""
    shorter, longer = sorted((said(pair.one, pair), said(pair.other, pair)), key=lambda words: sum(words.values()))
    return sum(weight for w, weight in shorter.items() if w in longer) / sum(shorter.values()) if shorter else 0.0


def said(read: Features, pair: Pair) -> dict[str, float]:
    """The words of one of two claims without the names of both."""
    return {w: weight for w, weight in read.words.items() if w not in pair.one.names | pair.other.names}


def can_be_part(pair: Pair, *, shorter: Features) -> bool:
    """Whether all that the shorter one counts stands in the other; of what "no" is said of, one is no part of it."""
    return len(pair.agreed) >= len(shorter.quantities) and not shorter.is_negative


def same(pair: Pair, share: float) -> Relation:
    return Relation(kind=LinkKind.SAME, score=round(share, 3), reason=f"Says the same in other words. {in_both(pair)}")


def part(pair: Pair, share: float, *, is_turned: bool) -> Relation:
    """`is_turned`: it is the other that is a part of the first; the reason is the first one's."""
    what = "Says what the other says, and more." if is_turned else "Is one part of what the other says."
    reason = f"{what} {in_both(pair)}"
    return Relation(kind=LinkKind.PART_OF, score=round(share, 3), reason=reason, is_turned=is_turned)


def in_both(pair: Pair) -> str:
    """What both speak of, as the first one writes it."""
    both = [word for stem, word in pair.one.shown.items() if stem in pair.other.words]
    return f"In both: {', '.join(pair.one.in_a_row(both[:5]))}."
