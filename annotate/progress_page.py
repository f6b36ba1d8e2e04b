"""What the page of progress and agreement shows, put together from a stored report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from annotate import plots
from annotate.labels import label
from verification.models import AgreementReport, Claim, Project, User
from verification.policies import holds
from verification.reports.agreement import OF_A_PERSON, OF_AN_IMPORT
from verification.reports.progress import own_pace
from verification.reports.shown import names_of, shown
from verification.vocabulary import Reason, Role, Settled, Stage, Topic, Verdict

WEEK = 7
MEASURES: dict[str, str | Promise] = {
    "raw": gettext_lazy("Raw"),
    "alpha": gettext_lazy("Krippendorff's alpha"),
    "ac1": gettext_lazy("Gwet's AC1"),
    "fleiss": gettext_lazy("Fleiss' kappa"),
    "cohen": gettext_lazy("Cohen's kappa"),
}
PARTS: dict[str, str | Promise] = {
    "verdict": gettext_lazy("By verdict"),
    "reason": gettext_lazy("By reason"),
    "topic": gettext_lazy("By topic"),
    "engine": gettext_lazy("By what found the claim"),
    "aided": gettext_lazy("With and without suggestions"),
    "article": gettext_lazy("By article"),
    "person": gettext_lazy("By person, against the others on their claims"),
}
FOUND_BY: dict[str, str | Promise] = {
    OF_A_PERSON: gettext_lazy("a person"),
    OF_AN_IMPORT: gettext_lazy("an import"),
    "aided": gettext_lazy("with suggestions"),
    "unaided": gettext_lazy("without suggestions"),
}


def page(report: AgreementReport | None, project: Project, *, to: User) -> dict[str, Any]:
    """Everything about the project; nothing where nothing is computed yet."""
    found = shown(report, names=names_of(project, report, to_curator=holds(to, project, Role.CURATOR)))
    if not found or report is None or report.figures is None:
        return {}
    told = report.figures["progress"]
    return {
        "found": found,
        **_whole(found),
        "parts": [(words, _cells(kind, found["by"][kind])) for kind, words in PARTS.items() if found["by"][kind]],
        "pairs": found["pairs"],
        "heat": _heat(found["pairs"]),
        "estimate": _estimate(found["estimate"], to=to),
        "days": _by_day([(date.fromisoformat(day), *numbers) for day, *numbers in told["days"]]),
        "mix": _mix(told["mix"]),
        "time": _time(told["time"]),
        "paces": _paces(told.get("people", [])) if project.shows_pace and holds(to, project, Role.CURATOR) else [],
        "forecast": _forecast(told["forecast"], date.fromisoformat(told["today"])),
    }


def own(person: User, project: Project) -> dict[str, Any]:
    """A person's own pace, for them alone."""
    pace = own_pace(person, project)
    return {
        "judged": pace["judged"],
        "median": None if pace["median"] is None else duration(pace["median"]),
        "days": pace["days"],
        "bars": plots.bars([number for _day, number in pace["days"]]),
        "most": max(number for _day, number in pace["days"]),
    }


def duration(seconds: float) -> str:
    """A time at work, in words as exact as it deserves."""
    if seconds < 60:
        return ngettext("%(number)d second", "%(number)d seconds", round(seconds)) % {"number": round(seconds)}
    minutes = round(seconds / 60)
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}


def _whole(found: dict[str, Any]) -> dict[str, Any]:
    """What is agreed on, each with its measures; Cohen's kappa where two people are all there are."""
    evidence, repeated = found["evidence"], found["repeated"]
    rows = [
        (_("Verdicts"), found["verdict"]),
        (_("Reasons"), found["reason"]),
        (_("Evidence: shared sources"), evidence["sources"]),
        (_("Evidence: marked words"), evidence["spans"]),
        (_("The same person again: verdicts"), repeated["verdict"]),
        (_("The same person again: reasons"), repeated["reason"]),
    ]
    used = [
        (measure, name)
        for measure, name in MEASURES.items()
        if measure != "cohen" or found["verdict"]["cohen"]["raters"] == 2
    ]
    return {
        "measures": [name for _measure, name in used],
        "whole": [(words, [(name, of.get(measure)) for measure, name in used], of["raw"]) for words, of in rows],
    }


def _cells(kind: str, cells: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return [(_name(kind, cell), cell) for cell in cells]


def _name(kind: str, cell: dict[str, Any]) -> str:
    key = cell["key"]
    match kind:
        case "verdict":
            return label(Verdict(key))
        case "reason":
            return label(Reason(key))
        case "topic":
            return label(Topic(key))
        case "article":
            return cell["title"] or _("Article %(number)d") % {"number": key}
    return str(FOUND_BY.get(key, key))


def _heat(pairs: list[dict[str, Any]]) -> dict[str, Any] | None:
    people = sorted({person for pair in pairs for person in pair["people"]})
    if not people:
        return None
    values = {tuple(pair["people"]): pair["raw"]["value"] for pair in pairs}
    return {
        "squares": plots.heat(people, values),
        "numbers": plots.middles(len(people)),
        "people": people,
        "side": plots.side(len(people)),
        "square": plots.SIDE,
    }


def _estimate(found: dict[str, Any] | None, *, to: User) -> dict[str, Any] | None:
    if found is None:
        return None
    resolved = (
        Claim.objects.visible_to(to).at_stage_for(to, Stage.RESOLVED).select_related("article").defer("article__text")
    )
    claims = resolved.in_bulk([claim for claim, _verdict, _sure in found["doubted"]])
    return {
        "verdicts": found["labels"],
        "people": [(row["key"], list(zip(found["labels"], row["said"], strict=True))) for row in found["people"]],
        "doubted": [
            (claims[claim], verdict, round(100 * sure)) for claim, verdict, sure in found["doubted"] if claim in claims
        ],
    }


def _by_day(days: list[tuple[date, int, int]]) -> dict[str, Any]:
    judged, resolved = [row[1] for row in days], [row[2] for row in days]
    weeks = []
    for begin in range(0, len(days), WEEK):
        part = days[begin : begin + WEEK]
        weeks.append((part[0][0], part[-1][0], sum(row[1] for row in part), sum(row[2] for row in part)))
    series = [(_("Judgements"), judged), (_("Claims resolved"), resolved)]
    return {
        "count": len(days),
        "first": days[0][0],
        "last": days[-1][0],
        "series": [{"name": name, "bars": plots.bars(of), "most": max(of), "sum": sum(of)} for name, of in series],
        "weeks": weeks,
    }


def _mix(rows: list[list[Any]]) -> dict[str, Any] | None:
    whole = sum(number for _verdict, _settled, number in rows)
    if not whole:
        return None
    sums = [(verdict.value, sum(n for of, _settled, n in rows if of == verdict)) for verdict in Verdict]
    return {
        "bars": plots.shares(sums),
        "whole": whole,
        "rows": [
            (verdict, number, round(100 * number / whole), [(label(Settled(s)), n) for v, s, n in rows if v == verdict])
            for verdict, number in sums
        ],
    }


def _time(told: dict[str, Any] | None) -> dict[str, Any] | None:
    if told is None:
        return None
    ends = told["classes"]
    names = [_("up to %(time)s") % {"time": duration(end)} for end in ends]
    names.append(_("more than %(time)s") % {"time": duration(ends[-1])})
    low, middle, high = (duration(seconds) for seconds in told["quartiles"])
    return {
        "bars": plots.bars(told["counts"]),
        "count": len(names),
        "classes": list(zip(names, told["counts"], strict=True)),
        "short": [*(f"≤ {end // 60}" for end in ends), f"> {ends[-1] // 60}"],
        "low": low,
        "middle": middle,
        "high": high,
        "judgements": told["judgements"],
    }


def _paces(people: list[list[Any]]) -> list[tuple[str, int, str | None]]:
    names = dict(User.objects.filter(pk__in=[person for person, *_rest in people]).values_list("pk", "username"))
    rows = [
        (names[person], judged, None if median is None else duration(median))
        for person, judged, median in people
        if person in names
    ]
    return sorted(rows)


def _forecast(told: dict[str, Any], today: date) -> dict[str, Any]:
    if told["days"] is None or not told["left"]:
        return told | {"end": None}
    if told["low"] is None:
        return told | {"end": _after(today, told["days"]), "is_early": True}
    far = told["high"] or told["days"] * 2
    scale = 100 / far
    return told | {
        "end": _after(today, told["days"]),
        "soonest": _after(today, told["low"]),
        "latest": _after(today, told["high"]) if told["high"] else None,
        "today": today,
        "from": f"{told['low'] * scale:.2f}",
        "width": f"{max(0.5, (far - told['low']) * scale):.2f}",
        "at": f"{told['days'] * scale:.2f}",
    }


def _after(today: date, days: float) -> date | None:
    """The day so many days on; None where that is beyond what anybody plans for."""
    return today + timedelta(days=round(days)) if days < 20_000 else None
