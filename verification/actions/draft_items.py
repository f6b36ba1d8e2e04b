"""One value, one piece of evidence, one search, as a person gives them: checked and made into unsaved rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models.functions import Substr
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from verification.models import Article, Evidence, Judgement, Search
from verification.vocabulary import DatePrecision, EvidenceKind, Method, SoftRule, SourceType, Stance

LONGEST = 20_000  # characters of a free text

Word = TypeVar("Word", bound=StrEnum)


class Problem(Exception):
    """What is wrong with one value, in words for the person who gave it."""


def text(value: Any) -> str | None:
    """A free text as given, without NUL (which PostgreSQL cannot keep); None and blank are None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise Problem(_("Give a text."))
    if len(value) > LONGEST:
        raise Problem(_("This is longer than %(longest)d characters. Shorten it.") % {"longest": LONGEST})
    value = value.replace("\x00", "")
    return value if value.strip() else None


def choice(value: Any, enum: type[Word]) -> Word | None:
    """A word of the vocabulary, or None where nothing is chosen."""
    if value in (None, ""):
        return None
    try:
        return enum(value)
    except ValueError:
        known = ", ".join(member.value for member in enum)
        raise Problem(_("“%(value)s” is not one of: %(known)s.") % {"value": value, "known": known}) from None


def number(value: Any, name: str) -> int:
    """A whole number from 0; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 2**31 - 1:
        raise Problem(_("Give %(name)s as a whole number from 0.") % {"name": name})
    return value


def day(value: Any) -> tuple[date | None, DatePrecision | None]:
    """A date as YYYY-MM-DD, YYYY-MM or YYYY, with its precision."""
    if value in (None, ""):
        return None, None
    if isinstance(value, str):
        for pattern, precision in (
            ("%Y-%m-%d", DatePrecision.DAY),
            ("%Y-%m", DatePrecision.MONTH),
            ("%Y", DatePrecision.YEAR),
        ):
            try:
                return datetime.strptime(value.strip(), pattern).date(), precision
            except ValueError:
                continue
    raise Problem(_("“%(value)s” is no date. Write it as 2026-11-21, 2026-11 or 2026.") % {"value": value})


def moment(value: Any) -> datetime | None:
    """A time as ISO 8601; one without an offset is UTC."""
    if value in (None, ""):
        return None
    try:
        parsed = parse_datetime(value) if isinstance(value, str) else None
        if parsed is not None:
            return parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass  # the 31st of February, or a time that leaves the calendar once it is in UTC
    raise Problem(_("“%(value)s” is no time. Write it as 2026-11-21T14:30:00Z.") % {"value": value})


def evidence_item(item: Mapping[str, Any], judgement: Judgement, position: int) -> tuple[Evidence, dict[SoftRule, str]]:
    """An unsaved piece of evidence, and the words with which soft rules were set aside for it."""
    kind = choice(item.get("kind"), EvidenceKind)
    if kind is None:
        raise Problem(_("Say its kind: passage, link or medium."))
    published_on, precision = day(item.get("published_on"))
    evidence = Evidence(
        judgement=judgement,
        position=position,
        kind=kind,
        stance=choice(item.get("stance"), Stance),
        quote=text(item.get("quote")),
        outlet=text(item.get("outlet")),
        published_on=published_on,
        published_precision=precision,
        source_type=choice(item.get("source_type"), SourceType) or SourceType.UNKNOWN,
        against_interest=_flag(item.get("against_interest"), "against_interest"),
        party_words=text(item.get("party")),
        method=choice(item.get("method"), Method) or Method.WRITTEN_EVIDENCE,
        question=text(item.get("question")),
        set_number=1 if item.get("set") is None else min(number(item["set"], "set"), 32_767),
        outweighed=text(item.get("outweighed")),
    )
    if kind is EvidenceKind.PASSAGE:
        _point_at_passage(evidence, item, judgement)
    elif kind is EvidenceKind.LINK:
        evidence.url = (text(item.get("url")) or "").strip()
    else:
        evidence.file_sha256 = text(item.get("file_sha256"))
        evidence.region = text(item.get("region"))
        if evidence.file_sha256 is None or len(evidence.file_sha256) != 64:
            raise Problem(_("A medium is named by the SHA-256 of its file: 64 hexadecimal digits."))
    return evidence, _dismissed(item.get("dismissed"))


def search_item(item: Mapping[str, Any], judgement: Judgement, position: int) -> Search:
    """An unsaved search; what is still blank is kept blank."""
    return Search(
        judgement=judgement,
        position=position,
        where=text(item.get("where")) or "",
        query=text(item.get("query")) or "",
        outcome=text(item.get("outcome")) or "",
        language=(text(item.get("language")) or "")[:35] or None,
        searched_at=moment(item.get("searched_at")),
    )


def _flag(value: Any, name: str) -> bool:
    if value is None:
        return False
    if not isinstance(value, bool):
        raise Problem(_("Give %(name)s as true or false.") % {"name": name})
    return value


def _dismissed(given: Any) -> dict[SoftRule, str]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise Problem(_("Give dismissed warnings as an object: the rule, and a word why."))
    return {
        rule: word
        for name, said in given.items()
        if (rule := choice(name, SoftRule)) is not None and (word := text(said)) is not None
    }


def _point_at_passage(evidence: Evidence, item: Mapping[str, Any], judgement: Judgement) -> None:
    """Finds the passage in the project's articles, by its offsets or by its words."""
    articles = Article.objects.filter(
        project=judgement.annotation.claim.project_id,
        pk=number(item.get("article"), "article"),
        text__isnull=False,
    )
    if item.get("start") is None and item.get("end") is None and evidence.quote is not None:
        # Looked for here: of a text that says the same over and over PostgreSQL would take minutes for each quote.
        words = evidence.quote.strip()
        whole = articles.values_list("text", flat=True).first()
        if whole is None:
            raise Problem(_("There is no such article with a text in this project."))
        at = whole.find(words)
        if at < 0:
            raise Problem(_("These words do not stand in that article. Copy them exactly, or select them there."))
        evidence.quote, evidence.start, evidence.end = words, at, at + len(words)
    else:
        start, end = number(item.get("start"), "start"), number(item.get("end"), "end")
        if start >= end:
            raise Problem(_("A passage starts before it ends."))
        cut = articles.annotate(words=Substr("text", start + 1, end - start)).values_list("words", flat=True)
        quote = cut.first()
        if quote is None:
            raise Problem(_("There is no such article with a text in this project."))
        if len(quote) != end - start:
            raise Problem(_("This passage runs past the end of the article."))
        evidence.start, evidence.end, evidence.quote = start, end, quote
    evidence.article_id = item["article"]
