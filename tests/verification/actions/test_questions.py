"""A judgement sent back with a question: who is asked, who reads what, and what counts as an answer."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.factories import ProjectFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import submit
from verification.actions.members import set_roles
from verification.actions.questions import answer, ask
from verification.actions.resolutions import adjudicate
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Claim, Judgement, Notice, Question, User
from verification.vocabulary import Reason, Role, Verdict

ASKED = "Which of the two ledgers did you read?"


@pytest.fixture
def author(claim: Claim) -> User:
    return member(claim.project)


@pytest.fixture
def judgement(claim: Claim, author: User) -> Judgement:
    """One of two, of a claim that waits for a decision."""
    place = judge(claim, by=author, change=SUPPORTED)
    judge(claim, by=member(claim.project), change=DISPUTED)
    return place.judgements.get()


@pytest.fixture
def adjudicator(claim: Claim) -> User:
    return member(claim.project, Role.ADJUDICATOR)


def decide(claim: Claim, *, by: User) -> None:
    rests_on = list(Judgement.objects.filter(annotation__claim=claim)[:1])
    adjudicate(claim, verdict=Verdict.SUPPORTED, reason=Reason.FULLY, rationale="So it is.", judgements=rests_on, by=by)


def test_the_author_reads_it_and_the_adjudicator_reads_the_answer(judgement, author, adjudicator) -> None:
    asked = ask(judgement, text=f" {ASKED} ", by=adjudicator)
    assert list(Question.objects.put_to(author).open()) == [asked]
    answer(asked, text="The blue one.", by=author)
    read = Question.objects.visible_to(adjudicator).get()
    assert (read.text, read.answer) == (ASKED, "The blue one.")
    assert not Question.objects.put_to(author).open().exists()
    kinds = AuditEvent.objects.filter(subject="question").order_by("id").values_list("kind", "actor")
    assert list(kinds) == [("question.asked", adjudicator.pk), ("question.answered", author.pk)]


def test_nobody_else_reads_either_before_the_claim_is_resolved(claim, judgement, author, adjudicator) -> None:
    other = claim.annotations.exclude(person=author).get().person
    people = [other, *(member(claim.project, role) for role in (Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER))]
    events = [AuditEvent.objects.visible_to(person).count() for person in people]
    answer(ask(judgement, text=ASKED, by=adjudicator), text="The blue one.", by=author)
    assert not any(Question.objects.visible_to(person).exists() for person in people)
    assert [AuditEvent.objects.visible_to(person).count() for person in people] == events
    decide(claim, by=adjudicator)
    assert all(Question.objects.visible_to(person).exists() for person in people)
    assert not Question.objects.visible_to(member(ProjectFactory())).exists()


def test_another_revision_is_an_answer(judgement, author, adjudicator) -> None:
    asked = ask(judgement, text=ASKED, by=adjudicator)
    submit(judgement.annotation, change={"rationale": "The blue ledger shows it."}, by=author)
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_at is not None) == ("", True)
    with pytest.raises(Conflict, match="changed meanwhile"):
        ask(judgement, text=ASKED, by=adjudicator)
    ask(judgement.annotation.judgements.get(revision=2), text=ASKED, by=adjudicator)


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER])
def test_only_adjudicators_ask(judgement, role: Role) -> None:
    with pytest.raises(NotAllowed):
        ask(judgement, text=ASKED, by=member(judgement.annotation.claim.project, role))


def test_a_question_needs_words_and_waits_for_its_answer(judgement, adjudicator) -> None:
    for words in (" ", "x" * 2001):
        with pytest.raises(Invalid):
            ask(judgement, text=words, by=adjudicator)
    ask(judgement, text=ASKED, by=adjudicator)
    with pytest.raises(Conflict, match="waits for its answer"):
        ask(judgement, text=ASKED, by=adjudicator)


def test_nobody_is_asked_who_judges_here_no_more(claim, judgement, author, adjudicator) -> None:
    set_roles(claim.project, user=author, roles=[Role.RESEARCHER], by=member(claim.project, Role.CURATOR))
    with pytest.raises(NotAllowed, match="does not judge"):
        ask(judgement, text=ASKED, by=adjudicator)


def test_only_the_author_answers_and_only_while_the_claim_is_unresolved(claim, judgement, author, adjudicator) -> None:
    asked = ask(judgement, text=ASKED, by=adjudicator)
    for person in (adjudicator, member(claim.project)):
        with pytest.raises(NotAllowed, match="another person"):
            answer(asked, text="I know.", by=person)
    decide(claim, by=adjudicator)
    assert not Question.objects.put_to(author).open().exists()
    with pytest.raises(Conflict, match="resolved"):
        answer(asked, text="The blue one.", by=author)
    with pytest.raises(Conflict, match="not waiting"):
        ask(judgement, text=ASKED, by=adjudicator)


def test_neither_question_nor_answer_changes(judgement, author, adjudicator) -> None:
    asked = ask(judgement, text=ASKED, by=adjudicator)
    with pytest.raises(IntegrityError, match="answered never edited"), transaction.atomic():
        Question.objects.update(text="Another question?")
    answer(asked, text="The blue one.", by=author)
    with pytest.raises(Conflict, match="already"):
        answer(asked, text="The red one.", by=author)
    with pytest.raises(IntegrityError, match="answered never edited"), transaction.atomic():
        Question.objects.update(answer="The red one.")
    Notice.objects.all().delete()
    with pytest.raises(IntegrityError, match="never removed"):
        Question.objects.all().delete()
