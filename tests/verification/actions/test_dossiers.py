from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.factories import AnnotationFactory, ClaimFactory, MembershipFactory, ProjectFactory, dossier_of, member
from tests.verification.conftest import SUPPORTED
from verification.actions.annotations import save_draft, submit
from verification.actions.dossiers import add_to_dossier, merge, open_dossier, reword, split, take_out, undo
from verification.actions.places import start_next
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Claim, Dossier, DossierClaim, DossierMove, Project, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    dossier_of(ClaimFactory())  # noise: another project's
    made: Project = ProjectFactory(places=1)
    return made


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


def claims(project: Project, many: int = 3) -> list[Claim]:
    return [ClaimFactory(article__project=project) for _each in range(many)]


def held(dossier: Dossier) -> list[int]:
    return sorted(DossierClaim.objects.live().filter(dossier=dossier).values_list("claim", flat=True))


def test_a_dossier_is_opened_from_a_claim_and_claims_come_and_go(project: Project, curator: User) -> None:
    one, two, _three = claims(project)
    dossier = open_dossier(one, question="  Was it\nreopened? ", by=curator)
    assert (dossier.question, dossier.opened_by, held(dossier)) == ("Was it reopened?", curator, [one.pk])
    add_to_dossier(dossier, claim=two, by=curator)
    take_out(dossier, claim=one, by=curator)
    assert held(dossier) == [two.pk]
    assert dossier.members.get(claim=one).removed_by == curator  # kept
    add_to_dossier(dossier, claim=one, by=curator)
    assert held(dossier) == [one.pk, two.pk]
    assert reword(dossier, question="Open?", by=curator).question == "Open?"
    kinds = AuditEvent.objects.filter(project=project.pk).order_by("pk").values_list("kind", flat=True)
    assert [kind.removeprefix("dossier.") for kind in kinds] == [
        "opened", "claim_added", "claim_taken_out", "claim_added", "reworded",
    ]  # fmt: skip


def test_a_claim_is_in_one_dossier_at_most(project: Project, curator: User) -> None:
    one, two, _three = claims(project)
    dossier, other = dossier_of(one), dossier_of(two)
    for refused in (
        lambda: open_dossier(one, question="Again?", by=curator),
        lambda: add_to_dossier(other, claim=one, by=curator),
        lambda: take_out(other, claim=one, by=curator),
    ):
        with pytest.raises(Conflict):
            refused()
    with pytest.raises(IntegrityError, match="dossier_claim_is_in_one_dossier"), transaction.atomic():
        DossierClaim.objects.create(dossier=other, claim=one, added_at=dossier.opened_at, added_by=curator)
    with pytest.raises(IntegrityError, match="project"), transaction.atomic():
        DossierClaim.objects.create(
            dossier=other, claim=ClaimFactory(), added_at=dossier.opened_at, added_by=curator
        )  # fmt: skip


def test_merging_moves_all_claims_and_is_taken_back(project: Project, curator: User) -> None:
    one, two, three = claims(project)
    dossier, into = dossier_of(one, two), dossier_of(three)
    move = merge(dossier, into=into, by=curator)
    dossier.refresh_from_db()
    assert (held(dossier), held(into), dossier.merged_into) == ([], [one.pk, two.pk, three.pk], into)
    with pytest.raises(Conflict):
        add_to_dossier(dossier, claim=ClaimFactory(article__project=project), by=curator)
    take_out(into, claim=two, by=curator)
    assert undo(move, by=curator).undone_by == curator
    dossier.refresh_from_db()
    # What was taken out meanwhile stays out.
    assert (held(dossier), held(into), dossier.merged_into) == ([one.pk], [three.pk], None)
    with pytest.raises(Conflict):
        undo(move, by=curator)


def test_splitting_gives_some_claims_to_a_new_question_and_is_taken_back(project: Project, curator: User) -> None:
    one, two, three = claims(project)
    dossier = dossier_of(one, two, three)
    for wrong in ([], [one.pk, two.pk, three.pk], [one.pk, 999_999]):
        with pytest.raises(Invalid):
            split(dossier, claims=wrong, question="Who did it?", by=curator)
    move = split(dossier, claims=[one.pk, two.pk], question="Who did it?", by=curator)
    made = move.target
    assert (made.question, held(made), held(dossier)) == ("Who did it?", [one.pk, two.pk], [three.pk])
    undo(move, by=curator)
    made.refresh_from_db()
    assert (held(dossier), held(made), made.merged_into) == ([one.pk, two.pk, three.pk], [], dossier)


def orders(*claims: Claim) -> list[tuple[int, float]]:
    by_pk = {claim.pk: claim for claim in Claim.objects.filter(pk__in=[claim.pk for claim in claims])}
    return [(by_pk[claim.pk].in_dossier, by_pk[claim.pk].dossier_worth) for claim in claims]


def test_the_database_notes_on_a_claim_where_the_queue_of_dossiers_has_it(project: Project, curator: User) -> None:
    low, best, alone = (ClaimFactory(article__project=project, check_worthiness=worth) for worth in (0.2, 0.9, 0.5))
    dossier = open_dossier(low, question="Was it?", by=curator)
    assert orders(low, alone) == [(dossier.pk, 0.2), (0, -1)]
    add_to_dossier(dossier, claim=best, by=curator)
    assert orders(low, best) == [(dossier.pk, 0.9)] * 2
    take_out(dossier, claim=best, by=curator)
    assert orders(low, best) == [(dossier.pk, 0.2), (0, -1)]
    into = dossier_of(alone, best)
    moved = merge(dossier, into=into, by=curator)
    assert orders(low, best, alone) == [(into.pk, 0.9)] * 3
    undo(moved, by=curator)
    assert orders(low, best, alone) == [(dossier.pk, 0.2), (into.pk, 0.9), (into.pk, 0.9)]
    made = split(into, claims=[best.pk], question="When?", by=curator).target
    assert orders(best, alone) == [(made.pk, 0.9), (into.pk, 0.5)]


def test_what_was_done_last_is_taken_back_first(project: Project, curator: User) -> None:
    one, two, three = claims(project)
    first, second, third = dossier_of(one), dossier_of(two), dossier_of(three)
    earlier = merge(first, into=second, by=curator)
    later = merge(second, into=third, by=curator)
    with pytest.raises(Conflict):
        undo(earlier, by=curator)
    undo(later, by=curator)
    undo(earlier, by=curator)
    assert (held(first), held(second), held(third)) == ([one.pk], [two.pk], [three.pk])
    assert DossierMove.objects.filter(undone_at__isnull=True).count() == 0


@pytest.mark.parametrize("question", ["", "  \n ", "x" * 301])
def test_a_dossier_asks_one_question_of_a_sentence(project: Project, curator: User, question: str) -> None:
    with pytest.raises(Invalid):
        open_dossier(claims(project, 1)[0], question=question, by=curator)


def test_dossiers_stay_in_their_project(project: Project, curator: User) -> None:
    dossier = dossier_of(*claims(project, 1))
    foreign = ClaimFactory()
    with pytest.raises(Invalid):
        add_to_dossier(dossier, claim=foreign, by=curator)
    with pytest.raises(Invalid):
        merge(dossier, into=dossier_of(foreign), by=curator)
    for role in (Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER):
        with pytest.raises(NotAllowed):
            reword(dossier, question="Why?", by=member(project, role))


def test_whoever_judges_one_of_its_claims_neither_sees_nor_leads_a_dossier(project: Project, curator: User) -> None:
    one, two = (ClaimFactory(article__project=project, check_worthiness=worth) for worth in (0.9, 0.1))
    dossier = dossier_of(one, two)
    MembershipFactory(project=project, user=curator, role=Role.ANNOTATOR)
    visible = Dossier.objects.visible_to
    AnnotationFactory(claim=two, person=member(project))  # of somebody else
    assert dossier in visible(curator)
    place = start_next(project, by=curator)
    assert place is not None
    assert place.claim == one
    assert dossier not in visible(curator)
    assert dossier in visible(member(project, Role.RESEARCHER))
    with pytest.raises(NotAllowed):
        take_out(dossier, claim=two, by=curator)
    save_draft(place, change=SUPPORTED, by=curator)
    submit(place, by=curator)  # and so resolves it
    assert dossier in visible(curator)  # nothing to keep from them any more


def test_a_dossier_of_what_may_be_judged_unaided_is_kept_from_annotators(project: Project, curator: User) -> None:
    dossier = dossier_of(*claims(project, 2))
    annotator = member(project)
    assert dossier in Dossier.objects.visible_to(annotator)
    Project.objects.filter(pk=project.pk).update(unaided_share=0.2)
    assert dossier not in Dossier.objects.visible_to(annotator)
    assert dossier in Dossier.objects.visible_to(curator)
