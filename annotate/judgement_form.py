"""The review page's form: its fields read into the shape in which drafts are written, and its buttons applied.

A field of the second piece of evidence is named `evidence-1-quote`; the numbers say the order and may have gaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.utils import timezone

from verification.api.fields import partial_date
from verification.models import Judgement
from verification.vocabulary import EvidenceKind, Method, Reason, SourceType

Item = dict[str, Any]
Words = dict[str, Any]

ROW = re.compile(r"(evidence|searches)-(\d{1,6})-([a-z_0-9]+)(?:-([a-z_]+))?")
TEXTS = ("kind", "stance", "url", "file_sha256", "region", "quote", "outlet", "published_on", "source_type")
MORE_TEXTS = ("party", "method", "question", "outweighed")
NUMBERS = ("article", "start", "end", "set")
SEARCH_TEXTS = ("where", "query", "outcome", "language", "searched_at")
# What the database fills in by itself says no more than nothing does.
USUAL: Item = {"set": 1, "source_type": SourceType.UNKNOWN.value, "method": Method.WRITTEN_EVIDENCE.value}


def read(post: QueryDict) -> Words:
    """Every word of the form, as `actions.annotations.save_draft` takes them; both lists are always there."""
    verdict = post.get("verdict") or None
    rows: dict[str, dict[int, Item]] = {"evidence": {}, "searches": {}}
    for name in post:
        if match := ROW.fullmatch(name):
            group, number, field, rule = match.groups()
            _put(rows[group].setdefault(int(number), {}), field, rule, post.get(name, ""))
    return {
        "verdict": verdict,
        "reason": _reason(post.get("reason"), verdict),
        "rationale": post.get("rationale", "").replace("\r\n", "\n"),
        "confidence": post.get("confidence") or None,
        "evidence": [_evidence(row) for _number, row in sorted(rows["evidence"].items())],
        "searches": [_search(row) for _number, row in sorted(rows["searches"].items()) if _is_filled(row)],
    }


def number_of(post: QueryDict, name: str) -> int | None:
    """A hidden whole number of the form; None where it is missing or was tampered with."""
    return _whole(post.get(name, ""))


def words_of(judgement: Judgement) -> Words:
    """The words of a stored judgement, as `read` gives them."""
    evidence = list(judgement.evidence.all())
    prefetch_related_objects(evidence, "dismissed")
    return {
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "rationale": judgement.rationale,
        "confidence": judgement.confidence,
        "evidence": [
            {
                **{name: getattr(item, name) for name in ("kind", "stance", "start", "end", "url", "file_sha256")},
                **{name: getattr(item, name) for name in ("region", "quote", "outlet", "source_type", "method")},
                "article": item.article_id,
                "published_on": partial_date(item.published_on, item.published_precision),
                "against_interest": item.against_interest,
                "party": item.party_words,
                "question": item.question,
                "set": item.set_number,
                "outweighed": item.outweighed,
                "dismissed": {warning.rule: warning.word for warning in item.dismissed.all()},
            }
            for item in evidence
        ],
        "searches": [
            {
                **{name: getattr(search, name) for name in ("where", "query", "outcome", "language")},
                "searched_at": search.searched_at.isoformat() if search.searched_at else None,
            }
            for search in judgement.searches.all()
        ],
    }


def say_the_same(words: Words, judgement: Judgement) -> bool:
    """Whether the form holds what was stored, so that it is a repeat and no change."""
    return _said(words) == _said(words_of(judgement))


def apply(words: Words, do: str, key: str, *, passage: Item | None) -> str:
    """Does to `words` what a button asks; gives the id of the place in the page to go to."""
    evidence: list[Item] = words["evidence"]
    at = _whole(key)
    if do == "remove" and at is not None and at < len(evidence):
        del evidence[at]
        return "evidence"
    if do == "add-link":
        evidence.append({"kind": EvidenceKind.LINK.value})
    elif do in ("take", "add-passage") and passage is not None:
        if not any(_points_alike(item, passage) for item in evidence):
            evidence.append({"kind": EvidenceKind.PASSAGE.value, **passage})
    elif do == "add-search":
        words["searches"].append({"where": "", "searched_at": timezone.now().isoformat()})
        return f"search-{len(words['searches']) - 1}"
    else:
        return "judgement"
    return f"evidence-{len(evidence) - 1}"


def _whole(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


def _put(row: Item, field: str, rule: str | None, value: str) -> None:
    value = value.replace("\r\n", "\n")
    if field == "dismissed" and rule:
        row.setdefault("dismissed", {})[rule] = value
    elif rule is None:
        row[field] = value


def _reason(reason: str | None, verdict: str | None) -> str | None:
    """The reason that goes with the verdict: one of another verdict is out of sight, so it was not chosen."""
    known = reason in list(Reason)
    return (reason or None) if not known or Reason(reason or "").verdict == verdict else None


def _evidence(row: Item) -> Item:
    item: Item = {name: row.get(name) or None for name in (*TEXTS, *MORE_TEXTS)}
    for name in NUMBERS:
        given = (row.get(name) or "").strip()
        # What is no number is passed on, to be refused with a sentence.
        whole = _whole(given)
        item[name] = whole if whole is not None else given or None
    item["against_interest"] = bool(row.get("against_interest"))
    item["dismissed"] = {rule: word for rule, word in row.get("dismissed", {}).items() if word.strip()}
    return item


def _search(row: Item) -> Item:
    return {name: row.get(name) or None for name in SEARCH_TEXTS}


def _is_filled(row: Item) -> bool:
    return any((row.get(name) or "").strip() for name in ("where", "query", "outcome"))


def _points_alike(item: Item, passage: Item) -> bool:
    return all(item.get(name) == passage.get(name) for name in ("article", "start", "end", "quote", "url")) or (
        passage.get("start") is not None
        and all(item.get(name) == passage.get(name) for name in ("article", "start", "end"))
    )


def _said(words: Words) -> Any:
    """Words without what says nothing, to compare them."""
    return _without_nothing({**words, "rationale": words["rationale"].strip()})


def _without_nothing(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {name: _without_nothing(inner) for name, inner in value.items() if USUAL.get(name) != inner}
        if kept.get("start") is not None:
            kept.pop("quote", None)  # the passage says it
        return {name: inner for name, inner in kept.items() if inner not in (None, "", False, {}, [])}
    if isinstance(value, list):
        return [_without_nothing(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value
