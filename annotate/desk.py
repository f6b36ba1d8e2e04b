"""What the review page shows of an annotation: the claim, the article with its marks, the judgement's words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from annotate.claim_versions import before_correction
from annotate.elsewhere import elsewhere
from annotate.judgement_form import Item, Words
from annotate.labels import LABELS, SHAPES, options
from annotate.snapshots import beside_items
from annotate.templatetags.passage import Mark
from verification.api.fields import partial_date
from verification.engine_words import in_words
from verification.hard_rules import RULES, what_is_missing
from verification.models import Annotation, Article, Bearing, Claim, Evidence, Guideline, Judgement, Project
from verification.models.offered import offered_to
from verification.policies import why_not_take_up
from verification.soft_rules import soft_warnings
from verification.vocabulary import (
    REASONS,
    Confidence,
    Method,
    Reason,
    SkipReason,
    SourceType,
    Stance,
    Verdict,
)

Problems = dict[str, list[str]]

FIRST_NUMBER = re.compile(r"\d+")
# What the page can tell of the form at once, before the server has looked.
KNOWN_TO_THE_PAGE = ("verdict_is_given", "reason_is_given", "evidence_has_a_stance")
MOST_OTHERS = 2000  # other claims that are marked in an article


def show(annotation: Annotation, judgement: Judgement, words: Words, *, problems: Problems | None = None) -> Any:
    """The page's context. `judgement` is what is stored, `words` what the form holds: they differ after a refusal."""
    claim = annotation.claim
    problems = problems or {}
    bearings = shown_bearings(annotation)
    titles = _titles(words["evidence"], claim.project)
    publications = list(claim.article.publications.all()) if claim.article else []
    return {
        "annotation": annotation,
        "project": claim.project,
        "claim": claim,
        "guideline": (guideline := claim.project.guidelines.order_by("-version").first()),
        "guideline_is_newer": guideline is not None and _is_newer(guideline, judgement),
        "article": claim.article,
        "marks": marks_of(claim, bearings),
        "here": [bearing for bearing in bearings if bearing.article_id == claim.article_id],
        "doubted": any(bearing.article_id == claim.article_id and bearing.link_id is None for bearing in bearings),
        "elsewhere": elsewhere(claim, bearings),
        "offered": _offered(annotation, bearings),
        "revisions": _revisions(annotation),
        "publications": publications,
        "before_correction": before_correction(claim),
        "undated": claim.article_id is not None and not any(ran.published_on for ran in publications),
        "words": words,
        "items": _items(annotation, words, problems, judgement, titles),
        "may_check": settings.RETRIEVAL,
        "revision": revision_to_write(judgement),
        "judgement": judgement,
        "closed": why_not_take_up(claim, annotation),
        "missing": what_is_missing(judgement) if judgement.is_draft else [],
        "rules": json.dumps({name: str(RULES[name][1]) for name in KNOWN_TO_THE_PAGE}),
        "problems": problems,
        "evidence_problems": _of_no_item(problems.get("evidence", []), len(words["evidence"])),
        "verdicts": [(verdict.value, LABELS[Verdict][verdict], SHAPES[Verdict][verdict]) for verdict in Verdict],
        "reasons": [
            (
                verdict.value,
                LABELS[Verdict][verdict],
                [(reason.value, LABELS[Reason][reason], f"reason_{at}") for at, reason in enumerate(reasons, 1)],
            )
            for verdict, reasons in REASONS.items()
        ],
        "stances": [(stance.value, LABELS[Stance][stance], SHAPES[Stance][stance]) for stance in Stance],
        "source_types": options(SourceType),
        "methods": options(Method),
        "confidences": options(Confidence),
        "skip_reasons": options(SkipReason),
    }


def _revisions(annotation: Annotation) -> list[Judgement]:
    """What the person submitted of this claim, newest first."""
    if annotation.submitted_at is None:
        return []
    return list(Judgement.objects.submitted().with_words().filter(annotation=annotation).order_by("-revision"))


def _is_newer(guideline: Guideline, judgement: Judgement) -> bool:
    """Whether the guideline got this version after the person began to write the draft."""
    return judgement.is_draft and guideline.version > 1 and guideline.created_at > judgement.started_at


def revision_to_write(judgement: Judgement) -> int:
    """The revision that the form writes: the draft's, or the one after the latest."""
    return judgement.revision if judgement.is_draft else judgement.revision + 1


def shown_bearings(annotation: Annotation) -> list[Bearing]:
    """The suggestions that this person was given when they took their place, in that order."""
    if not annotation.aided:
        return []
    known = Bearing.objects.select_related("article", "link").defer("article__text").in_bulk(annotation.shown_bearings)
    return [known[pk] for pk in annotation.shown_bearings if pk in known]


def _offered(annotation: Annotation, bearings: list[Bearing]) -> list[tuple[Evidence, Item]]:
    """Evidence of resolved claims that is no passage suggested already, each with what taking it writes."""
    known = {(bearing.article_id, bearing.start, bearing.end) for bearing in bearings}
    offered = offered_to(annotation)
    return [(item, taken_over(item)) for item in offered if (item.article_id, item.start, item.end) not in known]


def taken_over(item: Evidence) -> Item:
    """Somebody's evidence as another person begins with it: where it stands and what it says, nothing that was thought
    of it."""
    names = ("kind", "start", "end", "url", "quote", "outlet")
    published_on = partial_date(item.published_on, item.published_precision)
    return {**{name: getattr(item, name) for name in names}, "article": item.article_id, "published_on": published_on}


def marks_of(claim: Claim, bearings: list[Bearing]) -> list[Mark]:
    """What is marked in the claim's own article."""
    if claim.article_id is None:
        return []
    others = (
        Claim.objects.filter(article=claim.article_id, withdrawn_at__isnull=True)
        .exclude(pk=claim.pk)
        .values_list("start", "end")[:MOST_OTHERS]
    )
    marks = [
        Mark(start=start, end=end, kind="other", note=_("Another claim"))
        for start, end in others
        if start is not None and end is not None
    ]
    marks += [
        Mark(
            start=bearing.start,
            end=bearing.end,
            kind="bears",
            key=bearing.pk,
            note=in_words(bearing.reason),
            anchor=f"bears-{bearing.pk}",
        )
        for bearing in bearings
        if bearing.article_id == claim.article_id
    ]
    if claim.start is not None and claim.end is not None:
        marks.append(Mark(start=claim.start, end=claim.end, kind="this", note=_("This claim")))
    return marks


def standing(judgement: Judgement) -> dict[str, Any]:
    """What the rules say of what is stored, as the page's script takes it."""
    return {
        "revision": revision_to_write(judgement),
        "saved_at": judgement.saved_at.isoformat(),
        "missing": [
            {"rule": missing.rule, "field": missing.field, "message": str(missing.message)}
            for missing in (what_is_missing(judgement) if judgement.is_draft else [])
        ],
        "warnings": [
            {"evidence": warning.position, "rule": warning.rule, "message": str(warning.message)}
            for warning in soft_warnings(judgement)
        ],
    }


def by_item(problems: list[str]) -> dict[int, list[str]]:
    """Problems of a list by the position of their item: each sentence names its number, counted from 1."""
    sorted_out: dict[int, list[str]] = defaultdict(list)
    for sentence in problems:
        if named := FIRST_NUMBER.search(sentence):
            sorted_out[int(named.group()) - 1].append(sentence)
    return sorted_out


def _of_no_item(problems: list[str], number: int) -> list[str]:
    """Those of the evidence as a whole: what is said beside one of its `number` of items is said once."""
    sorted_out = by_item(problems)
    said = {sentence for at, sentences in sorted_out.items() if at < number for sentence in sentences}
    return [sentence for sentence in problems if sentence not in said]


def _items(
    annotation: Annotation, words: Words, problems: Problems, judgement: Judgement, titles: dict[int, str]
) -> list[Item]:
    warnings: dict[int, list[Any]] = defaultdict(list)
    if not problems.get("evidence"):
        for warning in soft_warnings(judgement):
            warnings[warning.position].append(warning)
    wrong = by_item(problems.get("evidence", []))
    retrieved = beside_items(annotation, words["evidence"])
    return [
        {
            **item,
            "title": titles.get(item.get("article") or 0, ""),
            "warnings": warnings[at],
            "problems": wrong.get(at),
            "snapshot": retrieved.get(str(item.get("url") or "").strip()),
        }
        for at, item in enumerate(words["evidence"])
    ]


def _titles(items: list[Item], project: Project) -> dict[int, str]:
    """The titles of the named articles by their ids; a form may name any number, so of this project's alone."""
    named = {item["article"] for item in items if isinstance(item.get("article"), int)}
    return {article.pk: str(article) for article in Article.objects.filter(project=project, pk__in=named).defer("text")}


def address(annotation: Annotation, place: str = "") -> str:
    """The page of an annotation, at a place in it."""
    return reverse("review", args=[annotation.pk]) + (f"#{place}" if place else "")
