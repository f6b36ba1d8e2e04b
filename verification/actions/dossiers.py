"""Dossiers: one question and the claims that bear on it. Merging and splitting move claims, and can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Dossier, DossierClaim, DossierMove, User
from verification.models.dossier import LONGEST_QUESTION, MOST_CLAIMS
from verification.policies import require, require_state, why_not_gather, why_not_undo
from verification.vocabulary import DossierMoveKind


@transaction.atomic
def open_dossier(claim: Claim, *, question: str, by: User) -> Dossier:
    """Opens a dossier with its first claim, which is in no other."""
    require(why_not_gather(by, claim.project, claim=claim))
    question = _asked(question)
    _locked_claims([claim.pk])
    _require_free(claim)
    dossier = _opened(claim, question, by=by)
    _put(dossier, [claim.pk], by=by)
    record("dossier.opened", by=by, subject=dossier, project=dossier.project, claim=claim.pk)
    return dossier


@transaction.atomic
def reword(dossier: Dossier, *, question: str, by: User) -> Dossier:
    """Asks the dossier's question in other words."""
    require(why_not_gather(by, dossier.project, dossiers=[dossier]))
    question = _asked(question)
    (dossier,) = _locked(dossier)
    dossier.question = question
    dossier.save(update_fields=["question"])
    record("dossier.reworded", by=by, subject=dossier, project=dossier.project)
    return dossier


@transaction.atomic
def add_to_dossier(dossier: Dossier, *, claim: Claim, by: User) -> None:
    """Puts a claim of the project into the dossier; it is in no other."""
    require(why_not_gather(by, dossier.project, dossiers=[dossier], claim=claim))
    if claim.project_id != dossier.project_id:
        raise Invalid(_("A dossier holds claims of its own project alone."))
    (dossier,) = _locked(dossier)
    _locked_claims([claim.pk])
    _require_free(claim)
    _put(dossier, [claim.pk], by=by)
    record("dossier.claim_added", by=by, subject=dossier, project=dossier.project, claim=claim.pk)


@transaction.atomic
def take_out(dossier: Dossier, *, claim: Claim, by: User) -> None:
    """Takes a claim out of the dossier. That it was in it stays on record."""
    require(why_not_gather(by, dossier.project, dossiers=[dossier]))
    (dossier,) = _locked(dossier)
    if not _taken(dossier, [claim.pk], by=by):
        raise Conflict(_("This claim is not in the dossier any more. Look again."))
    record("dossier.claim_taken_out", by=by, subject=dossier, project=dossier.project, claim=claim.pk)


@transaction.atomic
def merge(dossier: Dossier, *, into: Dossier, by: User) -> DossierMove:
    """Gives all claims of the dossier to another that asks the same question, and closes it."""
    require(why_not_gather(by, dossier.project, dossiers=[dossier, into]))
    if dossier.pk == into.pk or dossier.project_id != into.project_id:
        raise Invalid(_("Choose another dossier of the same project."))
    dossier, into = _locked(dossier, into)
    moved = _moved(dossier, into, _held(dossier), by=by)
    _close(dossier, into=into, by=by)
    return _noted(DossierMoveKind.MERGED, dossier, into, moved, by=by)


@transaction.atomic
def split(dossier: Dossier, *, claims: Collection[int], question: str, by: User) -> DossierMove:
    """Gives some of the claims (their ids) to a new dossier, which asks a question of its own."""
    require(why_not_gather(by, dossier.project, dossiers=[dossier]))
    question = _asked(question)
    (dossier,) = _locked(dossier)
    held = _held(dossier)
    chosen = [pk for pk in held if pk in claims]
    if not chosen or len(chosen) < len(set(claims)) or len(chosen) == len(held):
        raise Invalid(_("Choose some of the claims of this dossier, and leave at least one."))
    made = _opened(dossier, question, by=by)
    moved = _moved(dossier, made, chosen, by=by)
    return _noted(DossierMoveKind.SPLIT, dossier, made, moved, by=by)


@transaction.atomic
def undo(move: DossierMove, *, by: User) -> DossierMove:
    """Takes a merging or a splitting back: the claims that moved and are still there return."""
    require(why_not_gather(by, move.source.project, dossiers=[move.source, move.target]))
    source, target = _locked(move.source, move.target, standing=False)
    move = DossierMove.objects.select_for_update(of=("self",), no_key=True).get(pk=move.pk)
    move.source, move.target = source, target
    require_state(why_not_undo(move))
    if move.kind == DossierMoveKind.MERGED:
        source.merged_into = source.merged_at = source.merged_by = None
        source.save(update_fields=["merged_into", "merged_at", "merged_by"])
    held = _held(target)
    returned = _moved(target, source, [pk for pk in held if pk in set(move.claims)], by=by)
    if move.kind == DossierMoveKind.SPLIT and len(returned) == len(held):
        _close(target, into=source, by=by)
    move.undone_at, move.undone_by = timezone.now(), by
    move.save(update_fields=["undone_at", "undone_by"])
    record("dossier.undone", by=by, subject=target, project=target.project, move=move.pk, claims=returned)
    return move


def _asked(question: str) -> str:
    question = " ".join(question.split())
    if not 0 < len(question) <= LONGEST_QUESTION:
        words = _("Ask one question, in at most %(longest)d characters.") % {"longest": LONGEST_QUESTION}
        raise Invalid(words, fields={"question": [words]})
    return question


def _opened(of: Claim | Dossier, question: str, *, by: User) -> Dossier:
    return Dossier.objects.create(project=of.project, question=question, opened_at=timezone.now(), opened_by=by)


def _locked(*dossiers: Dossier, standing: bool = True) -> list[Dossier]:
    """The dossiers as they are now, locked in one order, in the order given; refused where one is merged already."""
    pks = [dossier.pk for dossier in dossiers]
    rows = Dossier.objects.select_for_update(of=("self",), no_key=True).select_related("project")
    found = {row.pk: row for row in rows.filter(pk__in=pks).order_by("pk")}
    if standing and any(row.merged_into_id is not None for row in found.values()):
        raise Conflict(_("This dossier was merged into another since. Look again."))
    return [found[pk] for pk in pks]


def _locked_claims(pks: Collection[int]) -> None:
    """Two curators may put one claim into two dossiers at a moment: the second is told."""
    list(Claim.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=pks).order_by("pk").values("pk"))


def _require_free(claim: Claim) -> None:
    if DossierClaim.objects.live().filter(claim=claim).exists():
        raise Conflict(_("This claim is in a dossier already: take it out there, or merge the two."))


def _held(dossier: Dossier) -> list[int]:
    return list(DossierClaim.objects.live().filter(dossier=dossier).order_by("pk").values_list("claim", flat=True))


def _put(dossier: Dossier, claims: Sequence[int], *, by: User) -> None:
    if DossierClaim.objects.live().filter(dossier=dossier).count() + len(claims) > MOST_CLAIMS:
        raise Invalid(_("A dossier holds at most %(most)d claims: split it.") % {"most": MOST_CLAIMS})
    now = timezone.now()
    rows = [DossierClaim(dossier=dossier, claim_id=pk, added_at=now, added_by=by) for pk in claims]
    DossierClaim.objects.bulk_create(rows)


def _taken(dossier: Dossier, claims: Sequence[int], *, by: User) -> int:
    rows = DossierClaim.objects.live().filter(dossier=dossier, claim__in=claims)
    return rows.update(removed_at=timezone.now(), removed_by=by)


def _moved(source: Dossier, target: Dossier, claims: list[int], *, by: User) -> list[int]:
    _taken(source, claims, by=by)
    _put(target, claims, by=by)
    return claims


def _close(dossier: Dossier, *, into: Dossier, by: User) -> None:
    dossier.merged_into, dossier.merged_at, dossier.merged_by = into, timezone.now(), by
    dossier.save(update_fields=["merged_into", "merged_at", "merged_by"])


def _noted(kind: DossierMoveKind, source: Dossier, target: Dossier, moved: list[int], *, by: User) -> DossierMove:
    move = DossierMove.objects.create(kind=kind, source=source, target=target, claims=moved, at=timezone.now(), by=by)
    facts = {"move": move.pk, "other": target.pk, "claims": moved}
    record(f"dossier.{kind.value}", by=by, subject=source, project=source.project, **facts)
    return move
