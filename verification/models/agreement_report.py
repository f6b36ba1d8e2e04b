from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, OuterRef, Q, UniqueConstraint

from verification.vocabulary import ReportScope, ReportState, Role

from .annotation import Annotation
from .constraints import choices, one_of
from .leased import Leased
from .membership import in_projects_of
from .probes import any_of
from .project import Project
from .resolution import Resolution
from .user import User


class AgreementReportQuerySet(models.QuerySet["AgreementReport"]):
    def visible_to(self, user: User) -> AgreementReportQuerySet:
        """Reports of the projects in which this person is a curator or a researcher.

        One over unresolved claims is not for whoever judges in the project, or still has a place on a claim that is
        not resolved: beside their own judgement it would tell of the others'. One over resolved claims is gone for
        everybody once a claim that it counted was opened again.
        """
        within = self.filter(in_projects_of(user, Role.CURATOR, Role.RESEARCHER))
        judges = Project.objects.with_role(user, Role.ANNOTATOR)
        own = Annotation.objects.filter(person=user, project=OuterRef("project"), claim__resolved_at__isnull=True)
        reopened = Resolution.objects.filter(
            project=OuterRef("project"), superseded_at__gt=OuterRef("counted_at"), claim__resolved_at__isnull=True
        )
        of_all = Q(~any_of(own), scope=ReportScope.ALL) & ~Q(project__in=judges)
        return within.filter(of_all | Q(~any_of(reopened), scope=ReportScope.RESOLVED))

    def unfinished(self) -> AgreementReportQuerySet:
        return self.filter(state__in=[ReportState.REQUESTED, ReportState.COMPUTING])


class AgreementReport(Leased):
    """How far people of a project agree and how fast it goes, computed by a worker: one row per project and scope.

    The figures stay until newer ones take their place. Of unresolved claims they count what was submitted up to
    `counted_until`, which moves on by many claims at once: else two reports would differ by one claim's judgement.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="agreement_reports")
    scope = models.CharField(max_length=10, choices=choices(ReportScope))
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=choices(ReportState), default=ReportState.REQUESTED)
    computed_at = models.DateTimeField(null=True, blank=True, help_text="When the figures were computed")
    counted_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was last looked whether they still hold"
    )
    counted_until = models.DateTimeField(null=True, blank=True)
    input_hash = models.CharField(max_length=64, blank=True, help_text="Of what was counted")
    figures = models.JSONField(null=True, blank=True, help_text="People, articles and claims are ids in it")

    objects = AgreementReportQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            UniqueConstraint(fields=["project", "scope"], name="agreement_report_is_one_per_project_and_scope"),
            one_of("scope", ReportScope, name="agreement_report_scope_is_in_the_vocabulary"),
            one_of("state", ReportState, name="agreement_report_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(figures__isnull=False, computed_at__isnull=False, counted_at__isnull=False)
                | Q(
                    ~Q(state=ReportState.DONE), figures__isnull=True, computed_at__isnull=True, counted_at__isnull=True
                ),
                name="agreement_report_has_its_figures_once_it_is_done",
            ),
            CheckConstraint(
                condition=Q(state=ReportState.FAILED, failure__isnull=False)
                | (~Q(state=ReportState.FAILED) & Q(failure__isnull=True)),
                name="agreement_report_has_failed_exactly_when_it_says_why",
            ),
            CheckConstraint(
                condition=Q(computed_at__lte=F("counted_at")),
                name="agreement_report_is_computed_before_it_is_looked_at_again",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} agreement ({self.scope})"
