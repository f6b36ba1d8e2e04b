"""How far the people of a project agree and how fast it goes: read at one moment, computed, kept."""

from __future__ import annotations

import logging
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from verification.agreement import figures
from verification.jobs.leases import Held, keep, take
from verification.models import AgreementReport
from verification.reports.agreement import Counted, counted, resolved_verdicts
from verification.reports.progress import progress
from verification.vocabulary import ReportScope, ReportState

MOST_DOUBTED = 20  # resolved claims of which the model holds another verdict more likely
log = logging.getLogger(__name__)


def run(report_id: int) -> None:
    """Computes a report anew, or finds that nothing it counts has changed. A failure is kept with its reason."""
    rows = AgreementReport.objects.all()
    asked = (ReportState.REQUESTED, ReportState.COMPUTING)
    lease = take(rows, report_id, states=asked, become=ReportState.COMPUTING)
    if lease is None:
        return
    report = rows.select_related("project").get(pk=report_id)
    with Held(rows, report_id, lease=lease) as held:
        try:
            keep(rows, report_id, **_computed(report), lease=held.stop(), state=ReportState.DONE)
        except (OperationalError, InterfaceError):
            raise  # the database went away: the sweep gives the report to another worker
        except Exception as error:
            # Whatever went wrong must show on the page, not only in a log.
            log.exception("agreement report %s failed", report_id)
            sentence = (
                f"The figures could not be computed ({type(error).__name__}). Try again; if it fails again, report it."
            )
            keep(rows, report_id, lease=held.stop(), state=ReportState.FAILED, failure=sentence)


def _computed(report: AgreementReport) -> dict[str, Any]:
    at = timezone.now()
    scope = ReportScope(report.scope)
    found = counted(report.project, scope=scope, until=report.counted_until)
    known = report.figures if report.input_hash == found.hash else None
    return {
        "figures": {
            "agreement": known["agreement"] if known else _agreement(report, found),
            "progress": progress(report.project, scope=scope),
        },
        "computed_at": report.computed_at if known else at,
        "counted_at": at,
        "counted_until": found.until,
        "input_hash": found.hash,
    }


def _agreement(report: AgreementReport, read: Counted) -> dict[str, Any]:
    found = figures.report(read.whole, parts=read.parts, repeated=read.repeated)
    if found["estimate"] is not None:
        decided = resolved_verdicts(report.project)
        likely = found["estimate"].pop("likely")
        doubted = [[c, v, p] for c, v, p in likely if decided.get(c) not in (v, None)]
        found["estimate"]["doubted"] = sorted(doubted, key=lambda row: -row[2])[:MOST_DOUBTED]
    return found
