from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from tests.factories import MembershipFactory, ProjectFactory, member
from tests.verification.reports.people import annotators, judged, resolve, says
from verification.actions.agreement import request_agreement
from verification.actions.claims import reopen
from verification.jobs import agreement, sweep
from verification.models import AgreementReport, Annotation, AuditEvent, Project, User
from verification.vocabulary import ReportState, Role, Round, Verdict

pytestmark = pytest.mark.django_db
TEN = ["ss", "dd", "ss", "sd", "uu", "ss", "dd", "us", "ss", "dd"]


@pytest.fixture
def project() -> Project:
    return ProjectFactory()


def computed(project: Project, *, by: User) -> dict[str, Any]:
    report = request_agreement(project, by=by)
    agreement.run(report.pk)
    report.refresh_from_db()
    assert report.state == ReportState.DONE, report.failure
    return report.figures["agreement"]


def test_first_judgements_count_whatever_was_changed_later(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project)
    claims = judged(project, people, TEN)
    before = computed(project, by=curator)
    assert (before["claims"], before["judgements"], before["people"]) == (10, 20, 2)
    assert before["verdict"]["raw"] == pytest.approx(
        {"value": 0.8, "items": 10, "raters": 2, "undefined_because": None} | interval(before["verdict"]["raw"])
    )
    assert before["verdict"]["cohen"]["value"] is not None
    changed = says(claims[0], people[0], Verdict.DISPUTED, slot=1)
    assert changed.revision == 2
    says(claims[0], people[0], Verdict.DISPUTED, slot=1, round=Round.AFTER_DISCUSSION)
    assert computed(project, by=curator) == before


def interval(figure: dict[str, Any]) -> dict[str, Any]:
    return {"low": figure["low"], "high": figure["high"]}


def test_the_whole_counts_every_claim_that_two_people_judged_but_one_by_itself(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project)
    judged(project, people, ["sd"])
    alone = computed(project, by=curator)
    assert (alone["claims"], alone["verdict"]["raw"]["value"]) == (0, None)
    judged(project, people, ["ss", "s."])
    both = computed(project, by=curator)
    assert (both["claims"], both["resolved"], both["verdict"]["raw"]["value"]) == (2, 0, 0.5)
    judged(project, people, ["uu"] * 2, resolved=True)
    assert computed(project, by=curator)["verdict"]["raw"]["value"] == 0.75


def test_a_part_counts_ten_unresolved_claims_together_or_none(project: Project) -> None:
    def in_part() -> int:
        counted: int = computed(project, by=curator)["by"]["aided"][0]["raw"]["items"]
        return counted

    curator, people = member(project, Role.CURATOR), annotators(project)
    judged(project, people, TEN[:9])
    assert in_part() == 0
    judged(project, people, ["ss"])
    assert in_part() == 10
    # One more would be the difference between two reports: it waits for nine others.
    judged(project, people, ["sd"], minutes_ago=30)
    assert in_part() == 10
    judged(project, people, ["ss"] * 9, minutes_ago=20)
    assert in_part() == 20


def test_a_part_with_few_unresolved_claims_counts_its_resolved_ones_alone(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project, 3)
    judged(project, people, ["ss."] * 10)
    judged(project, people, ["s.d"] * 2)
    judged(project, people, ["s.s"] * 10, resolved=True)
    judged(project, people, [".ss"] * 9, resolved=True)
    found = computed(project, by=curator)
    assert found["claims"] == 31
    first, second, third = (person.pk for person in people)
    pairs = {tuple(pair["people"]): pair["raw"] for pair in found["pairs"]}
    assert pairs[first, second]["items"] == 10
    assert (pairs[first, third]["items"], pairs[first, third]["value"]) == (10, 1.0)
    assert (second, third) not in pairs, "nine claims could tell who judged one of them"
    of_third = next(cell["raw"] for cell in found["by"]["person"] if cell["key"] == third)
    assert (of_third["items"], of_third["value"]) == (19, 1.0)


def test_whoever_judges_too_is_told_of_resolved_claims_alone(project: Project) -> None:
    people = annotators(project)
    judged(project, people, TEN)
    judged(project, people, ["ss", "sd"], resolved=True)
    MembershipFactory(project=project, user=people[0], role=Role.CURATOR)
    assert computed(project, by=people[0])["claims"] == 2
    assert [report.scope for report in AgreementReport.objects.visible_to(people[0])] == ["resolved"]
    # So is whoever judges no more, while a claim on which they had a place is not resolved.
    project.memberships.filter(user=people[0], role=Role.ANNOTATOR).delete()
    curator = member(project, Role.CURATOR)
    assert computed(project, by=curator)["claims"] == 12
    assert [report.scope for report in AgreementReport.objects.visible_to(people[0])] == ["resolved"]
    assert {report.scope for report in AgreementReport.objects.visible_to(curator)} == {"all", "resolved"}


def test_what_counted_a_claim_that_was_opened_again_is_gone(project: Project) -> None:
    people = annotators(project)
    claims = judged(project, people, ["ss", "sd"], resolved=True)
    MembershipFactory(project=project, user=people[0], role=Role.CURATOR)
    computed(project, by=people[0])
    reopen(claims[0], why="It was read wrongly.", by=member(project, Role.CURATOR))
    assert not AgreementReport.objects.visible_to(people[0]).exists()
    assert computed(project, by=people[0])["claims"] == 1
    assert AgreementReport.objects.visible_to(people[0]).exists()


def test_nothing_new_is_no_new_work(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project)
    judged(project, people, TEN)
    computed(project, by=curator)
    first = AgreementReport.objects.get()
    computed(project, by=curator)
    again = AgreementReport.objects.get()
    assert (again.computed_at, again.input_hash) == (first.computed_at, first.input_hash)
    assert again.counted_at > first.counted_at
    judged(project, people, ["ss"], resolved=True)
    computed(project, by=curator)
    assert AgreementReport.objects.get().computed_at > first.computed_at
    assert AuditEvent.objects.filter(kind="agreement.requested").count() == 3


def test_asking_twice_is_asking_once(project: Project) -> None:
    curator = member(project, Role.CURATOR)
    first = request_agreement(project, by=curator)
    assert request_agreement(project, by=member(project, Role.RESEARCHER)) == first
    assert AuditEvent.objects.filter(kind="agreement.requested").count() == 1


def test_parts_evidence_and_repeats(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project)
    claims = judged(project, people, TEN)
    claims[0].topics = ["casualties"]
    claims[0].save(update_fields=["topics"])
    Annotation.objects.filter(claim__in=claims[:4]).update(aided=False)
    for claim in claims[:3]:
        says(claim, people[0], Verdict.SUPPORTED, slot=1, round=Round.REPEAT)
    for claim in claims:
        resolve(claim)
    found = computed(project, by=curator)
    assert {cell["key"]: cell["raw"]["items"] for cell in found["by"]["aided"]} == {"aided": 6, "unaided": 4}
    assert [(cell["key"], cell["raw"]["items"]) for cell in found["by"]["topic"]] == [("casualties", 1)]
    assert [(cell["key"], cell["raw"]["items"]) for cell in found["by"]["article"]] == [(claims[0].article_id, 10)]
    assert [(cell["key"], cell["raw"]["items"]) for cell in found["by"]["engine"]] == [("rules 1", 10)]
    assert {cell["key"] for cell in found["by"]["verdict"]} == {"supported", "disputed", "unverified"}
    repeated = found["repeated"]["verdict"]["raw"]
    assert (repeated["value"], repeated["items"]) == (pytest.approx(2 / 3), 3)
    # All cite the same page, but for those who found nothing.
    assert found["evidence"]["sources"]["raw"]["items"] == 9
    assert found["evidence"]["spans"]["raw"]["undefined_because"] == "nothing_cited"
    assert {verdict for _claim, verdict, _sure in found["estimate"]["doubted"]} <= {"disputed", "unverified"}


def test_progress_says_what_was_done_and_how_long_the_rest_takes(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project)
    judged(project, people, TEN, resolved=True, minutes_ago=60 * 24 * 8)
    judged(project, people, ["s."] * 4)
    computed(project, by=curator)
    told = AgreementReport.objects.get().figures["progress"]
    assert told["mix"] == [["supported", "consensus", 10]]
    assert sum(judged for _day, judged, _resolved in told["days"]) == 24
    assert told["time"]["quartiles"] == [90, 90, 90]
    # The factory notes no claim as filled: of 28 places 24 are taken.
    assert told["forecast"]["left"] == 4
    assert told["forecast"]["per_day"] == pytest.approx(24 / 9)  # days since the first of them
    assert told["forecast"]["low"] < told["forecast"]["days"]


def test_the_first_day_counts_for_the_forecast(project: Project) -> None:
    judged(project, annotators(project), ["s."] * 4, minutes_ago=0)
    computed(project, by=member(project, Role.CURATOR))
    told = AgreementReport.objects.get().figures["progress"]["forecast"]
    assert (told["left"], told["per_day"], told["days"]) == (4, 4, 1)
    assert (told["low"], told["high"]) == (None, None)  # one day does not say how sure that is


def test_a_failure_says_what_to_do(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    report = request_agreement(project, by=member(project, Role.CURATOR))

    def broken(*_args: object, **_kwargs: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(agreement, "counted", broken)
    agreement.run(report.pk)
    report.refresh_from_db()
    assert (report.state, report.figures) == (ReportState.FAILED, None)
    assert "Try again" in report.failure
    monkeypatch.undo()
    agreement.run(request_agreement(project, by=member(project, Role.CURATOR)).pk)
    report.refresh_from_db()
    assert (report.state, report.failure) == (ReportState.DONE, None)


def test_what_a_dead_worker_left_is_given_out_again_and_given_up_in_the_end(project: Project) -> None:
    report = request_agreement(project, by=member(project, Role.CURATOR))
    past = timezone.now() - timedelta(hours=1)
    AgreementReport.objects.update(state=ReportState.COMPUTING, lease_until=past, attempts=1)
    assert sweep.run().to_compute == [report.pk]
    AgreementReport.objects.update(lease_until=past, attempts=settings.ATTEMPTS)
    assert (sweep.run().given_up, AgreementReport.objects.get().state) == (1, ReportState.FAILED)


def test_a_resolved_claim_that_the_model_sees_otherwise_is_named(project: Project) -> None:
    curator, people = member(project, Role.CURATOR), annotators(project, 3)
    judged(project, people, ["sss", "ddd"] * 6, resolved=True)
    odd = judged(project, people, ["sss"])[0]
    resolve(odd, Verdict.DISPUTED)
    doubted = computed(project, by=curator)["estimate"]["doubted"]
    assert [odd.pk, "supported"] in [row[:2] for row in doubted]
