"""What a person writes into a judgement: checked, and put in the place of what was there.

A draft may be incomplete and may break every hard rule; only what could not be stored or would point nowhere is
refused here. The rules are asked at submit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.utils.translation import gettext as _

from verification.actions.draft_items import Problem, choice, evidence_item, search_item, text
from verification.exceptions import NotStored
from verification.models import DismissedWarning, Evidence, Judgement, Search
from verification.models.added import add_all, adding, updating
from verification.models.beside import put_beside
from verification.models.planned import Question, ask_together, leave
from verification.vocabulary import Confidence, Reason, SoftRule, Verdict

MOST = 100  # items in a list
CHOICES: dict[str, type[StrEnum]] = {"verdict": Verdict, "reason": Reason, "confidence": Confidence}


@dataclass(frozen=True, kw_only=True)
class _Given:
    """What a change puts into a judgement: plain fields by name; a list that is not given is None."""

    plain: dict[str, str | None]
    evidence: list[tuple[Evidence, dict[SoftRule, str]]] | None
    searches: list[Search] | None


def write(judgement: Judgement, change: Mapping[str, Any]) -> None:
    """Puts `change` into a draft: only the keys that are given; a list replaces the stored one, None clears.

    Raises NotStored with what is wrong per field before anything is written. A list that is stored already is left
    alone: most saves come from somebody who goes on writing the rationale.
    """
    given = _read(judgement, change)
    for name, value in given.plain.items():
        setattr(judgement, name, value)
    writes: list[Question[Any]] = [updating(judgement, *CHOICES, "rationale", "saved_at", "active_seconds")]
    if given.searches is not None and not _is_stored(given.searches, judgement.searches.all()):
        writes += _put(judgement, "searches", given.searches)
    dismissed = None
    if given.evidence is not None and not _stands(given.evidence, judgement):
        writes += _put(judgement, "evidence", [item for item, _said in given.evidence])
        dismissed = given.evidence
    if dismissed is None:
        leave(*writes)
        return
    are_named = any(words for _item, words in dismissed)  # by words that set warnings aside
    (ask_together if are_named else leave)(*writes)
    _put_dismissed(dismissed)


def is_said(judgement: Judgement, change: Mapping[str, Any]) -> bool:
    """Whether `change` says nothing but what stands in the judgement: so does one that is sent twice."""
    given = _read(judgement, change)
    return (
        all(getattr(judgement, name) == value for name, value in given.plain.items())
        and (given.searches is None or _is_stored(given.searches, judgement.searches.all()))
        and (given.evidence is None or _stands(given.evidence, judgement))
    )


def _read(judgement: Judgement, change: Mapping[str, Any]) -> _Given:
    problems: dict[str, list[str]] = {}
    plain: dict[str, str | None] = {}
    for name, enum in CHOICES.items():
        _take(problems, plain, change, name, partial(choice, enum=enum))
    _take(problems, plain, change, "rationale", lambda value: text(value) or "")
    evidence = _list(problems, change, "evidence", lambda item, at: evidence_item(item, judgement, at))
    searches = _list(problems, change, "searches", lambda item, at: search_item(item, judgement, at))
    if problems:
        raise NotStored(_("Some of this cannot be saved. Mend what is named and save again."), fields=problems)
    return _Given(plain=plain, evidence=evidence, searches=searches)


# Written by the database, or at submit.
NOT_GIVEN = ("project", "party")


def _is_stored(given: Sequence[Model], stored: Iterable[Model]) -> bool:
    """Whether these rows stand there already, one for one."""

    def said(row: Model) -> list[Any]:
        columns = (column for column in row._meta.concrete_fields if not column.primary_key)
        return [getattr(row, column.attname) for column in columns if column.name not in NOT_GIVEN]

    return [said(row) for row in given] == [said(row) for row in stored]


def _stands(evidence: list[tuple[Evidence, dict[SoftRule, str]]], judgement: Judgement) -> bool:
    """Whether these items stand there already, with the words that set warnings aside."""
    stored = list(judgement.evidence.all())
    prefetch_related_objects(stored, "dismissed")
    said = [{warning.rule: warning.word for warning in item.dismissed.all()} for item in stored]
    return _is_stored([item for item, _said in evidence], stored) and said == [
        dismissed for _item, dismissed in evidence
    ]


def _put(judgement: Judgement, name: str, rows: list[Any]) -> list[Question[Any]]:
    """What writes `rows` down in the place of those that belonged to the judgement by this name, which are gone."""
    if stored := getattr(judgement, name).all():
        stored.delete()
    put_beside(judgement, name, rows)
    return [adding(rows)] if rows else []


def _put_dismissed(evidence: list[tuple[Evidence, dict[SoftRule, str]]]) -> None:
    words = [
        DismissedWarning(evidence=item, rule=rule, word=word)
        for item, dismissed in evidence
        for rule, word in dismissed.items()
    ]
    add_all(words)
    for item, _dismissed in evidence:
        put_beside(item, "dismissed", [word for word in words if word.evidence_id == item.pk])


def copy(source: Judgement, *, to: Judgement) -> None:
    """Starts a new revision from the words of the last one."""
    for search in source.searches.all():
        search.pk = None
        search.judgement = to
        search.save()
    for item in source.evidence.prefetch_related("dismissed"):
        dismissed = list(item.dismissed.all())
        item.pk = None
        item.judgement = to
        item.save()
        for warning in dismissed:
            DismissedWarning.objects.create(evidence=item, rule=warning.rule, word=warning.word)


def _take(
    problems: dict[str, list[str]],
    plain: dict[str, str | None],
    change: Mapping[str, Any],
    name: str,
    check: Callable[[Any], str | None],
) -> None:
    if name not in change:
        return
    try:
        plain[name] = check(change[name])
    except Problem as problem:
        problems.setdefault(name, []).append(str(problem))


def _list(
    problems: dict[str, list[str]],
    change: Mapping[str, Any],
    name: str,
    build: Callable[[Mapping[str, Any], int], Any],
) -> list[Any] | None:
    """The rows of a list that was given, or None where it was not; what is wrong goes to `problems`."""
    if name not in change:
        return None
    given = change[name] or []
    if not isinstance(given, list) or len(given) > MOST:
        problems[name] = [_("Give a list of at most %(most)d items.") % {"most": MOST}]
        return None
    rows: list[Any] = []
    for position, item in enumerate(given):
        try:
            if not isinstance(item, Mapping):
                raise Problem(_("This is not an object with named fields."))
            rows.append(build(item, position))
        except Problem as problem:
            problems.setdefault(name, []).append(
                _("Item %(number)d: %(problem)s") % {"number": position + 1, "problem": problem}
            )
    return rows
