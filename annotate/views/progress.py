"""How far a project has come and how far its people agree; to whoever judges, their own pace."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from annotate.progress_page import own, page
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.agreement import request_agreement
from verification.jobs.heartbeat import worker_answers
from verification.models import AgreementReport
from verification.policies import (
    require,
    scope_of_report,
    why_not_judge,
    why_not_see_agreement,
    why_not_see_progress,
)
from verification.vocabulary import ReportState


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def progress(request: SignedInRequest, slug: str) -> HttpResponse:
    """As it was computed last; a POST has it computed anew."""
    user, project = request.user, project_of(request, slug)
    if request.method == "POST":
        request_agreement(project, by=user)
        messages.success(request, _("The figures are being computed. They appear here by themselves."))
        return redirect("progress", slug)
    require(why_not_see_progress(user, project))
    sees_agreement = why_not_see_agreement(user, project) is None
    context = {"project": project, "sees_agreement": sees_agreement}
    if sees_agreement:
        scope = scope_of_report(user, project)
        report = AgreementReport.objects.visible_to(user).filter(project=project, scope=scope).first()
        unfinished = report is not None and report.state in (ReportState.REQUESTED, ReportState.COMPUTING)
        context |= {
            "report": report,
            "scope": scope,
            "unfinished": unfinished,
            "worker_answers": not unfinished or worker_answers(),
        }
        if request.htmx:
            return render(request, "progress/state.html", context) if unfinished else HttpResponseClientRefresh()
        context |= page(report, project, to=user)
    if why_not_judge(user, project) is None:
        context["own"] = own(user, project)
    return render(request, "progress/progress.html", context)
