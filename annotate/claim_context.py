"""What stands around a claim, for a page: its place in the article, and the passages that bear on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from annotate.templatetags.passage import Mark
from verification.engine_words import in_words
from verification.models import Bearing, Claim
from verification.models.bearing import MOST_SUGGESTED
from verification.models.prepared import Prepared

AROUND = 700  # code points of the article shown before and after a claim


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """A part of an article, its marks counted from its own start; whether it is cut at either end."""

    text: str
    marks: list[Mark]
    is_cut_before: bool
    is_cut_after: bool


def excerpt(claim: Claim, bearings: Sequence[Bearing]) -> Excerpt | None:
    """The claim with what stands around it; None for a claim that was found in no stored article."""
    if claim.article is None or claim.article.text is None or claim.start is None or claim.end is None:
        return None
    text = claim.article.text
    start, end = max(0, claim.start - AROUND), min(len(text), claim.end + AROUND)
    # Cut between words: from the first white space in what comes before, to the last in what comes after.
    if start:
        start = next((at for at in range(start, claim.start) if text[at].isspace()), claim.start)
    if end < len(text):
        end = next((at for at in range(end, claim.end, -1) if text[at - 1].isspace()), claim.end)
    marks = [Mark(start=claim.start - start, end=claim.end - start, kind="this")]
    for bearing in bearings:
        if bearing.article_id == claim.article_id and bearing.end > start and bearing.start < end:
            mark = Mark(
                start=max(0, bearing.start - start),
                end=bearing.end - start,
                kind="bears",
                note=in_words(bearing.reason),
            )
            marks.append(mark)
    return Excerpt(text=text[start:end], marks=marks, is_cut_before=start > 0, is_cut_after=end < len(text))


def bearings_of(claim: Claim) -> list[Bearing]:
    """The suggested passages, where the person may see them; the claim comes from `with_suggestions_for`."""
    if not claim.shows_suggestions:
        return []
    return _suggested.rows(claim=claim.pk)


@Prepared.of_few
def _suggested(claim: int) -> QuerySet[Bearing]:
    found = Bearing.objects.filter(claim=claim).suggested().by_rank()
    return found.select_related("article", "link").defer("article__text")[:MOST_SUGGESTED]
