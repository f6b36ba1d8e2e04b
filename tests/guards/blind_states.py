"""What others may have done on a claim in each of its states, and which of it shows what."""

from __future__ import annotations

from dataclasses import dataclass

from tests.guards.blind_world import (
    ANOTHER,
    ONE,
    WORDS,
    Act,
    drafted,
    judged,
    nothing,
    said,
    skipped,
    then_asked,
    then_asked_further,
    then_commented,
    then_reopened,
    then_resolved,
    together,
)
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.vocabulary import SkipReason

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of information, and two acts of the others of which it tells one from the other.

    `word` is one that only they wrote. `but` are addresses that are not compared, and the document says why.
    """

    acts: Pair
    word: str | None = None
    but: tuple[str, ...] = ()


DRAFT, OTHER_DRAFT = said(SUPPORTED, mark="one", draft=True), said(DISPUTED, mark="another", draft=True)
AT_WORK = together(drafted(DRAFT), judged(ONE, by=("other2",)))
ALL = judged(ONE, ONE)
# Other words, another verdict, other people.
ALL_OTHERWISE = judged(ANOTHER, ANOTHER, by=("other3", "other4"))
BY_OTHERS = judged(ONE, ONE, by=("other3", "other4"))

ACTS: dict[str, dict[str, Act]] = {
    "in progress": {
        "nothing": nothing,
        "drafted": drafted(DRAFT),
        "judged": AT_WORK,
        "commented": then_commented(AT_WORK),
        "judged twice": together(AT_WORK, judged(ONE, by=("other4",))),
        "skipped": together(AT_WORK, skipped(SkipReason.OUT_OF_SCOPE, by=("other3",))),
        "otherwise": together(
            drafted(OTHER_DRAFT),
            judged(ANOTHER, by=("other4",)),
            skipped(SkipReason.OUT_OF_SCOPE, by=("other3",)),
        ),
        "otherwise by others": together(
            drafted(OTHER_DRAFT, by="other2"),
            judged(ANOTHER, by=("other4",)),
            skipped(SkipReason.OUT_OF_SCOPE, by=("other1",)),
        ),
        "dropped": skipped(SkipReason.NOT_A_CLAIM, SkipReason.NOT_A_CLAIM),
    },
    "awaiting adjudication": {
        "one left": judged(ONE),
        "judged": ALL,
        "otherwise": ALL_OTHERWISE,
        "by others": BY_OTHERS,
        "asked": then_asked(ALL),
        "further": then_asked_further(ALL),
    },
    "resolved": {
        "judged": then_resolved(then_commented(ALL)),
        "otherwise": then_resolved(ALL_OTHERWISE, word="another"),
        "by others": then_resolved(BY_OTHERS),
        "commented by others": then_resolved(then_commented(BY_OTHERS, by="other3")),
    },
    "opened again": {
        "never resolved": ALL,
        "judged": then_reopened(then_resolved(ALL)),
        "otherwise": then_reopened(then_resolved(ALL_OTHERWISE, word="another"), word="another"),
        "by others": then_reopened(then_resolved(BY_OTHERS)),
    },
}
# The queue itself: whether a claim still comes to somebody who has not had it.
QUEUE = ("/",)
WRITTEN = ("rationale", "evidence", "page", "searches", "party")


def _judgement(first: str, *, who: Pair) -> dict[str, Kind]:
    words = {name: Kind(acts=(first, "otherwise"), word=WORDS[name]) for name in WRITTEN}
    return {"verdict and reason": Kind(acts=(first, "otherwise")), **words, "who judged": Kind(acts=who)}


FURTHER = "that a further judgement was asked for"
COMMENT = "comment of another"
KINDS: dict[str, dict[str, Kind]] = {
    "in progress": {
        "that somebody is at work": Kind(acts=("nothing", "drafted")),
        "draft": Kind(acts=("skipped", "otherwise"), word=WORDS["draft"]),
        "that somebody judged": Kind(acts=("drafted", "judged")),
        "how many judged": Kind(acts=("judged", "judged twice")),
        **_judgement("skipped", who=("skipped", "otherwise")),
        "that somebody skipped": Kind(acts=("judged", "skipped")),
        "who is at work or skipped": Kind(acts=("skipped", "otherwise by others")),
        COMMENT: Kind(acts=("commented", "judged"), word=WORDS["comment"]),
        "that enough skipped to drop it": Kind(acts=("nothing", "dropped"), but=QUEUE),
    },
    "awaiting adjudication": {
        "that all judged": Kind(acts=("one left", "judged"), but=QUEUE),
        **_judgement("judged", who=("judged", "by others")),
        "question to another": Kind(acts=("asked", "judged"), word=WORDS["question"]),
        "answer of another": Kind(acts=("asked", "judged"), word=WORDS["answer"]),
        FURTHER: Kind(acts=("judged", "further"), but=QUEUE),
    },
    "resolved": {
        **_judgement("judged", who=("judged", "commented by others")),
        COMMENT: Kind(acts=("judged", "otherwise"), word=WORDS["comment"]),
        "decision": Kind(acts=("judged", "otherwise"), word=WORDS["resolution"]),
    },
    "opened again": {
        "that it was resolved": Kind(acts=("never resolved", "judged")),
        "earlier decision": Kind(acts=("judged", "otherwise"), word=WORDS["resolution"]),
        "why opened again": Kind(acts=("judged", "otherwise"), word=WORDS["why opened again"]),
        **_judgement("judged", who=("judged", "by others")),
    },
}


def _rows(state: str, *, but: str = "") -> frozenset[str]:
    return frozenset(KINDS[state]) - {but}


OTHERS_OWN = frozenset({"draft", "verdict and reason", *WRITTEN, "who judged"})
# Rows that one pair of worlds shows together, for whoever may know none of them. The largest come first.
TOGETHER: dict[str, list[tuple[frozenset[str], Pair]]] = {
    "in progress": [
        (_rows("in progress", but="that enough skipped to drop it") - {COMMENT}, ("nothing", "skipped")),
        (OTHERS_OWN | {"who is at work or skipped"}, ("skipped", "otherwise by others")),
        (OTHERS_OWN, ("skipped", "otherwise")),
    ],
    "awaiting adjudication": [
        (_rows("awaiting adjudication"), ("one left", "asked")),
        (_rows("awaiting adjudication", but="that all judged") - {FURTHER}, ("otherwise", "asked")),
    ],
    "resolved": [(_rows("resolved"), ("judged", "otherwise"))],
    "opened again": [
        (_rows("opened again"), ("never resolved", "judged")),
        (_rows("opened again", but="that it was resolved"), ("judged", "otherwise")),
    ],
}
