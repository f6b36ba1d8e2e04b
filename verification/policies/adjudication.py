"""Deciding a claim, and asking those who judged it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from verification.models import Annotation, Claim, Judgement, Membership, Project, Question, User
from verification.models.claim_stages import SEES_THE_WORK
from verification.vocabulary import Role

from .places import why_not_judge
from .roles import holds

MOST_PLACES = 9  # of a claim, as the database has it


def why_not_see_adjudication(user: User, project: Project) -> str | None:
    if holds(user, project, Role.ADJUDICATOR):
        return None
    return _("Only adjudicators of this project decide its claims.")


def why_not_adjudicate(user: User, claim: Claim) -> str | None:
    if (why := why_not_see_adjudication(user, claim.project)) is not None:
        return why
    if Annotation.objects.filter(claim=claim, person=user).exists():
        return _("You have had a place on this claim yourself: another adjudicator decides it.")
    return None


def why_not_ask_further(user: User, claim: Claim) -> str | None:
    """Why not ask one more annotator to judge a claim."""
    if (why := why_not_adjudicate(user, claim)) is not None:
        return why
    if claim.places >= MOST_PLACES:
        return _("This claim has as many places as a claim can have. Decide with what there is.")
    if not _could_judge_further(claim).exists():
        return _(
            "Nobody is left to ask: every annotator has had a place on this claim, or sees the work on it in another"
            " role. Decide with what there is, or ask a curator to invite an annotator."
        )
    return None


def _could_judge_further(claim: Claim) -> QuerySet[Membership]:
    """The annotators who have had no place on the claim, and no role in which they saw what was done on it."""
    sees = Membership.objects.filter(project=claim.project_id, user=OuterRef("user"), role__in=SEES_THE_WORK)
    had = Annotation.objects.filter(claim=claim, person=OuterRef("user"))
    annotators = Membership.objects.filter(project=claim.project_id, role=Role.ANNOTATOR, user__is_active=True)
    return annotators.filter(~Exists(sees), ~Exists(had))


def why_not_ask(user: User, judgement: Judgement) -> str | None:
    """Why not send a judgement back to its author with a question."""
    if (why := why_not_adjudicate(user, judgement.annotation.claim)) is not None:
        return why
    author = judgement.annotation.person
    if not author.is_active or not holds(author, judgement.annotation.claim.project, Role.ANNOTATOR):
        return _("Whoever made this judgement does not judge in this project any more: nobody would answer.")
    return None


def why_not_answer(user: User, question: Question) -> str | None:
    """Why not answer a question about a judgement, whoever asked it."""
    if question.annotation.person_id != user.pk:
        return _("This question is about another person's judgement.")
    return why_not_judge(user, question.annotation.claim.project)
