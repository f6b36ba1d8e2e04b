"""How fast a project goes: judgements and resolutions by day, what was decided, time on a claim, when it ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from verification.agreement.bootstrap import SEED
from verification.agreement.judged import FEWEST_UNRESOLVED
from verification.models import Annotation, Claim, Judgement, Project, Resolution
from verification.reports.agreement import first_judgements
from verification.vocabulary import ReportScope, Round

DAYS = 91  # that are shown one by one; what was before is one sum
RECENT = 28  # days that tell the pace
FEWEST_DAYS = 7  # that tell how sure the pace is
RESAMPLES = 2000
# Upper bounds of the time on a claim, in seconds; beyond the last is the last class.
CLASSES = (60, 120, 300, 600, 1200, 2400)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """How many days `left` things take at the pace of the last four weeks, or of all days since the first thing was
    done: `days`, and eight times in ten between `low` and `high`; all None where nothing was done in them. `per_day`
    is that pace. Of less than a week nothing is said of how sure it is: `low` and `high` are None."""

    left: int
    per_day: float
    days: float | None = None
    low: float | None = None
    high: float | None = None


def progress(project: Project, *, scope: ReportScope) -> dict[str, Any]:
    """As what JSON can hold. Of unresolved claims nothing is told in a report over resolved ones."""
    today = timezone.localdate()
    judged = by_day(first_judgements(project, scope=scope), "submitted_at")
    resolved = by_day(Claim.objects.resolved().filter(project=project), "resolved_at")
    first = today - timedelta(days=DAYS - 1)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    return {
        "today": today.isoformat(),
        "days": [[day.isoformat(), judged[day], resolved[day]] for day in days],
        "before": [sum(n for day, n in of.items() if day < first) for of in (judged, resolved)],
        "mix": mix(project),
        "time": time_on_a_claim(first_judgements(project, scope=scope)),
        "people": pace_of_people(project) if project.shows_pace else [],
        "forecast": asdict(_forecast(project, scope, judged if scope == ReportScope.ALL else resolved, today)),
    }


def by_day(rows: QuerySet[Any], moment: str) -> Counter[date]:
    found = rows.order_by().annotate(day=TruncDate(moment)).values_list("day").annotate(number=Count("pk"))
    return Counter(dict(found))


def mix(project: Project) -> list[list[Any]]:
    """Of each verdict and way to settle: how many resolutions stand."""
    standing = Resolution.objects.live().filter(project=project, claim__withdrawn_at__isnull=True)
    found = standing.order_by().values_list("verdict", "settled").annotate(number=Count("pk"))
    return [list(row) for row in found.order_by("verdict", "settled")]


def time_on_a_claim(judgements: QuerySet[Judgement]) -> dict[str, Any] | None:
    """Of the time that people were at work on a first judgement: quartiles in seconds, and how many in each class.

    None where fewer judgements tell of it than could be told without telling of single ones.
    """
    seconds = np.array(
        list(judgements.filter(active_seconds__gt=0).order_by().values_list("active_seconds", flat=True)), dtype=float
    )
    if len(seconds) < FEWEST_UNRESOLVED:
        return None
    low, middle, high = np.percentile(seconds, [25, 50, 75])
    counts = np.bincount(np.searchsorted(CLASSES, seconds, "left"), minlength=len(CLASSES) + 1)
    return {
        "judgements": len(seconds),
        "quartiles": [float(low), float(middle), float(high)],
        "classes": list(CLASSES),
        "counts": counts.tolist(),
    }


def forecast(left: int, daily: list[int]) -> Forecast:
    """From what was done on each of the last days: days drawn anew with a fixed seed say how sure the pace is."""
    pace = float(np.mean(daily)) if daily else 0.0
    if not pace:
        return Forecast(left=left, per_day=0.0)
    if len(daily) < FEWEST_DAYS:
        return Forecast(left=left, per_day=pace, days=left / pace)
    drawn = np.random.default_rng(SEED).choice(daily, size=(RESAMPLES, len(daily))).mean(axis=1)
    slow, fast = np.percentile(drawn, [10, 90])
    high = left / float(slow) if slow else None
    return Forecast(left=left, per_day=pace, days=left / pace, low=left / float(fast), high=high)


def _forecast(project: Project, scope: ReportScope, done: Counter[date], today: date) -> Forecast:
    # With today, which is not over: on a project's first day there is no other. Days before the first tell no pace.
    began = min(done, default=today)
    daily = [done[today - timedelta(days=number)] for number in range(min(RECENT, (today - began).days + 1))]
    if scope == ReportScope.RESOLVED:
        left = Claim.objects.filter(project=project, resolved_at=None, withdrawn_at=None, set_aside_at=None)
        return forecast(left.count(), daily)
    unfilled = Claim.objects.unfilled().filter(project=project)
    wanted = unfilled.order_by().aggregate(total=Sum("places"))["total"] or 0
    in_hand = Annotation.objects.filter(round=Round.INDEPENDENT, submitted_at__isnull=False)
    given = in_hand.filter(claim__in=unfilled, project=project).count()
    return forecast(max(0, wanted - given), daily)


def pace_of_people(project: Project) -> list[list[Any]]:
    """Of each person with ten first judgements and more of resolved claims: how many these are, and the median of the
    seconds that each took them, null where that is not known. By resolved claims alone, and not of fewer: a count
    beside a name that moves with a claim nobody has resolved would tell who judged it."""
    found: dict[int, list[int]] = defaultdict(list)
    first = first_judgements(project, scope=ReportScope.RESOLVED)
    for person, seconds in first.order_by().values_list("annotation__person", "active_seconds"):
        found[person].append(seconds)
    return [
        [person, len(all_of), float(np.median(timed)) if (timed := [one for one in all_of if one]) else None]
        for person, all_of in sorted(found.items())
        if len(all_of) >= FEWEST_UNRESOLVED
    ]


def own_pace(person: Any, project: Project) -> dict[str, Any]:
    """Of one person alone, for their own eyes: what they judged on each of the last days, and their time on a claim."""
    # Checks and repeats too: of a number that stands still when one is done they would know that it was one.
    mine = (
        Judgement.objects.submitted()
        .filter(annotation__person=person, project=project, revision=1)
        .exclude(annotation__round=Round.CALIBRATION)
    )
    today = timezone.localdate()
    recent = mine.filter(submitted_at__gte=timezone.now() - timedelta(days=RECENT))
    judged = by_day(recent, "submitted_at")
    days = [today - timedelta(days=number) for number in reversed(range(RECENT))]
    seconds = list(recent.filter(active_seconds__gt=0).order_by().values_list("active_seconds", flat=True))
    return {
        "days": [(day, judged[day]) for day in days],
        "judged": sum(judged[day] for day in days),
        "median": float(np.median(seconds)) if seconds else None,
    }
