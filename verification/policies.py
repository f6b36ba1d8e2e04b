"""One function per question: a reason for the person why not, or None.

A page shows the reason beside a disabled button, an action raises it (`require`), one place turns it into HTTP.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verification.exceptions import Conflict, NotAllowed
from verification.models import (
    Annotation,
    Article,
    Assignment,
    BulkChange,
    Bundle,
    Claim,
    Comment,
    Dossier,
    DossierClaim,
    DossierMove,
    Exclusion,
    Invitation,
    Judgement,
    Membership,
    Notice,
    Original,
    Project,
    Question,
    Release,
    SavedFilter,
    Token,
    User,
)
from verification.models.claim_stages import SEES_THE_WORK
from verification.models.comment import LOOKS_AFTER
from verification.models.exclusion import kept_from
from verification.models.known_answer import KNOWS_THE_ANSWERS
from verification.models.membership import at_hand
from verification.vocabulary import (
    ArticleState,
    BundleState,
    DossierMoveKind,
    Engine,
    ReleaseState,
    ReportScope,
    Role,
    Stage,
)

MOST_PLACES = 9  # of a claim, as the database has it


def require(reason: str | None) -> None:
    """Raises NotAllowed with the reason, where there is one."""
    if reason is not None:
        raise NotAllowed(reason)


def require_state(reason: str | None) -> None:
    """Raises Conflict with the reason, where there is one: the person may, but the thing has moved on."""
    if reason is not None:
        raise Conflict(reason)


def holds(user: User, project: Project, *roles: Role) -> bool:
    """Whether this person holds one of `roles` in the project."""
    kept = at_hand(user)
    if kept is not None:
        return any(held.project_id == project.pk and held.role in roles for held in kept)
    return Membership.objects.filter(user=user, project=project, role__in=roles).exists()


def why_not_judge(user: User, project: Project) -> str | None:
    if holds(user, project, Role.ANNOTATOR):
        return None
    return _("Only annotators of this project judge its claims. Ask a curator to make you one.")


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


def why_not_comment(user: User, claim: Claim, reply_to: Comment | None = None) -> str | None:
    """Why not say something about a claim, or answer what somebody said."""
    if not holds(user, claim.project, *Role):
        return _("Only members of this project discuss its claims.")
    if reply_to is None:
        return None
    if reply_to.claim_id != claim.pk or not Comment.objects.visible_to(user).filter(pk=reply_to.pk).exists():
        return _("There is no such comment that you may answer.")
    return None


def why_not_close(user: User, begun: Comment) -> str | None:
    """Why not close a discussion, or open it again."""
    if not Comment.objects.visible_to(user).filter(pk=begun.pk).exists():
        return _("There is no such discussion for you.")
    if begun.by_id == user.pk or holds(user, begun.claim.project, *LOOKS_AFTER):
        return None
    return _("Whoever began a discussion closes it, or a curator or adjudicator of the project.")


def why_not_withdraw_comment(user: User, written: Comment) -> str | None:
    if written.by_id == user.pk and holds(user, written.claim.project, *Role):
        return None
    return _("Only its writer withdraws a comment.")


def why_not_read_notice(user: User, notice: Notice) -> str | None:
    return None if notice.person_id == user.pk else _("This notice is for another person.")


def why_not_retrieve() -> str | None:
    """Why no page is retrieved here, whoever asks."""
    return None if settings.RETRIEVAL else _("Retrieving pages is switched off on this installation.")


def why_not_check_link(user: User, annotation: Annotation) -> str | None:
    """Why not have a page retrieved that is named in the judgement of this place."""
    if annotation.person_id != user.pk:
        return _("This is another person's place.")
    return why_not_judge(user, annotation.claim.project)


def why_not_add_articles(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project add articles and claims to its queue.")


def why_not_curate(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project withdraw claims and send articles through again.")


def why_not_steer(user: User, project: Project) -> str | None:
    """Why not assign claims, and not say which come first."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project assign its claims and say which come first.")


def why_not_wanted(claim: Claim) -> str | None:
    """Why a claim wants no judgement now, as far as whoever asks may know: it carries its `stage` for them."""
    if claim.stage in (Stage.OPEN, Stage.IN_PROGRESS):
        return None
    return _("This claim wants no judgement now. Open it again first.")


def why_not_assign(user: User, claims: Sequence[Claim], person: User) -> dict[int, str]:
    """Why some of these claims of one project cannot be given to this person now, by their ids.

    They carry their `stage` for `user`, a curator.
    """
    ids = [claim.pk for claim in claims]
    if not ids:
        return {}
    project, name = claims[0].project, {"name": person.username}
    if not person.is_active or not holds(person, project, Role.ANNOTATOR):
        return dict.fromkeys(ids, _("%(name)s is no annotator of this project.") % name)
    # Told to those alone who see the work on the claim; to others it is given to the person, and does not come.
    places = Annotation.objects.visible_to(user).filter(claim__in=ids, person=person)
    kept = kept_from(Claim.objects.filter(pk__in=ids), project=project, person=person)
    return (
        dict.fromkeys(places.values_list("claim", flat=True), _("%(name)s has had a place on this claim.") % name)
        | dict.fromkeys(kept.values_list("pk", flat=True), _("%(name)s is kept from claims like this one.") % name)
        | _not_wanted(claims)
    )


def _not_wanted(claims: Sequence[Claim]) -> dict[int, str]:
    return {claim.pk: why for claim in claims if (why := why_not_wanted(claim)) is not None}


def why_not_keep_for(claims: Sequence[Claim], people: Sequence[User]) -> dict[int, str]:
    """Why some of these claims cannot be kept for these people, and those they are kept for already, alone."""
    kept_for: dict[int, set[int]] = {claim.pk: {person.pk for person in people} for claim in claims}
    already = Assignment.objects.filter(claim__in=list(kept_for), keeps=True)
    for claim, person in already.values_list("claim", "person"):
        kept_for[claim].add(person)
    refused = {}
    for one in claims:
        wanted = one.places - one.further_places  # further ones would tell of the judgements
        if len(kept_for[one.pk]) < wanted:
            refused[one.pk] = ngettext(
                "This claim wants %(number)d judgement. Name a person to keep it for.",
                "This claim wants %(number)d judgements. Name as many people to keep it for them, or let others have"
                " it too.",
                wanted,
            ) % {"number": wanted}
    return refused


def why_not_do(user: User, change: BulkChange) -> str | None:
    """Why not do what was planned for many claims."""
    if (why := why_not_steer(user, change.project)) is not None:
        return why
    return None if change.planned_by_id == user.pk else _("Somebody else planned this: plan it anew.")


def why_not_save_filter(user: User, project: Project, *, shared: bool) -> str | None:
    """Why not keep a filter of the list of claims under a name, for oneself or for everybody in the project."""
    if shared and not holds(user, project, Role.CURATOR):
        return _("Only curators of this project share filters. Save it for yourself.")
    return None if holds(user, project, *Role) else _("Only members of this project save filters of its claims.")


def why_not_forget_filter(user: User, saved: SavedFilter) -> str | None:
    """Why not delete a saved filter: one's own, and of those that are shared each curator."""
    if holds(user, saved.project, *Role) and saved.owner_id == user.pk:
        return None
    if saved.is_shared and holds(user, saved.project, Role.CURATOR):
        return None
    return _("Whoever saved a filter deletes it, and curators those that are shared.")


def why_not_correct_article(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project correct what is known of its articles.")


def why_not_correct_now(article: Article) -> str | None:
    """Why the details of an article cannot be corrected yet, or never, whoever asks."""
    if article.state in (ArticleState.RECEIVED, ArticleState.READING):
        return _("This article is still on its way: a worker may yet find its title. Wait until it is read.")
    if article.state == ArticleState.MERGED:
        return _("The project had this text already. Correct the first article with it.")
    return None


def why_not_free_place(user: User, annotation: Annotation) -> str | None:
    if not holds(user, annotation.claim.project, Role.CURATOR):
        return _("Only curators of this project free the places that others hold.")
    if not Annotation.objects.visible_to(user).filter(pk=annotation.pk).exists():
        return _("You judge this claim, or may yet: another curator frees the places on it.")
    return None


def why_not_add_claim(user: User, article: Article) -> str | None:
    if not holds(user, article.project, Role.ANNOTATOR, Role.CURATOR, Role.ADJUDICATOR):
        return _("Only annotators, adjudicators and curators of this project add claims.")
    if article.text is None:
        return _("This article has no text yet. Wait until it is read.")
    return None


def why_not_reopen(user: User, claim: Claim) -> str | None:
    if not holds(user, claim.project, Role.CURATOR, Role.ADJUDICATOR):
        return _("Only curators and adjudicators of this project open a claim again.")
    settled = claim.withdrawn_at is not None or claim.resolutions.live().exists()
    if not settled and Annotation.objects.filter(claim=claim, person=user).exists():
        # Whether there is anything to open again would tell them that others skipped it.
        return _("You have had a place on this claim yourself: another curator or adjudicator opens it again.")
    return None


def why_not_link(user: User, *claims: Claim) -> str | None:
    """Why not confirm, refuse or draw a link between these claims."""
    if any(not holds(user, claim.project, Role.CURATOR) for claim in claims):
        return _("Only curators of this project say how its claims stand to each other.")
    unresolved = [claim.pk for claim in claims if claim.resolved_at is None]
    if Annotation.objects.filter(claim__in=unresolved, person=user).exists():
        # What stands beside a claim must not depend on what somebody thinks who judges it.
        return _("You have had a place on one of these claims yourself: another curator says how they stand.")
    return None


def why_not_gather(
    user: User, project: Project, *, dossiers: Sequence[Dossier] = (), claim: Claim | None = None
) -> str | None:
    """Why not open a dossier of the project with this claim, or change these dossiers."""
    if not holds(user, project, Role.CURATOR):
        return _("Only curators of this project lead its dossiers.")
    held = Q(memberships__in=DossierClaim.objects.live().filter(dossier__in=[dossier.pk for dossier in dossiers]))
    meant = Claim.objects.filter(held | Q(pk=claim.pk) if claim else held)
    if Annotation.objects.filter(claim__in=meant, claim__resolved_at__isnull=True, person=user).exists():
        # What stands beside a claim must not depend on what somebody thinks who judges it.
        return _("You have had a place on one of these claims yourself: another curator leads their dossier.")
    return None


def why_not_undo(move: DossierMove) -> str | None:
    """Why a merging or splitting of dossiers cannot be taken back now, whoever asks."""
    if move.undone_at is not None:
        return _("That was taken back already.")
    merged = move.kind == DossierMoveKind.MERGED
    if move.target.merged_into_id is not None or (move.source.merged_into_id is not None and not merged):
        return _("One of the two was merged into another since: take that back first.")
    return None


def why_not_release(user: User, project: Project) -> str | None:
    if holds(user, project, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only researchers and curators of this project export it.")


def why_not_see_agreement(user: User, project: Project) -> str | None:
    if holds(user, project, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only researchers and curators of this project see how far its people agree.")


def why_not_see_progress(user: User, project: Project) -> str | None:
    """Annotators see their own pace there, and nothing of anybody else's."""
    if holds(user, project, Role.ANNOTATOR, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only annotators, researchers and curators of this project see its progress.")


def scope_of_report(user: User, project: Project) -> ReportScope:
    """Which claims the agreement counts that this person sees: of unresolved ones whoever judges learns nothing."""
    own = Annotation.objects.filter(person=user, project=project, claim__resolved_at__isnull=True)
    judges = holds(user, project, Role.ANNOTATOR) or own.exists()
    return ReportScope.RESOLVED if judges else ReportScope.ALL


def why_not_retry(article: Article) -> str | None:
    is_kept = article.text is not None or article.address is not None or has_original(article)
    if article.state == ArticleState.FAILED and not is_kept:
        return _("There is nothing kept of it to try again: mend what it says above and send it again.")
    if article.state in (ArticleState.FAILED, ArticleState.DONE):
        return None
    return _("This article is still on its way. Wait until it is done or has failed.")


def has_original(article: Article) -> bool:
    """Whether the file that the article came as is kept."""
    return Original.objects.filter(article=article).exists()


def why_not_retry_bundle(bundle: Bundle) -> str | None:
    if bundle.state == BundleState.FAILED:
        return None
    return _("This file is still on its way, or was taken apart already.")


def why_not_retry_release(release: Release) -> str | None:
    if release.state == ReleaseState.FAILED:
        return None
    return _("This release is written already, or still on its way.")


def why_not_take_up(claim: Claim, place: Annotation | None = None) -> str | None:
    """Why a claim takes no judgement now, whoever asks; at this place of somebody, where one is meant."""
    if claim.withdrawn_at is not None:
        return _("This claim was withdrawn. Your draft is kept; there is nothing more to do here.")
    if claim.resolved_at is not None and not (place and place.is_open_repeat):
        return _("This claim is resolved. Your draft is kept; a curator can open the claim again.")
    return None


def why_not_manage_people(user: User, shut_out: User | None = None) -> str | None:
    """Why not make accounts and passwords; `shut_out` is whom they want to keep from signing in."""
    if not user.is_superuser:
        return _("Only administrators make accounts, give new passwords and shut people out.")
    if shut_out is not None and shut_out.pk == user.pk:
        return _("You cannot shut yourself out. Ask another administrator.")
    return None


def why_not_recover(user: User, person: User) -> str | None:
    """Why not help `person` back into their account."""
    if not user.is_superuser:
        return _("Only administrators give recovery links and take two-factor off.")
    if person.pk == user.pk:
        return _("This is your own account: change it on your account page, or ask another administrator.")
    if not person.is_active:
        return _("They are shut out. Let them in first.")
    return None


def why_not_own_account(user: User, person: User) -> str | None:
    """Why not act on the account of `person` as on one's own: its password, its address, its sessions and its keys."""
    return None if user.pk == person.pk else _("This is another person's account.")


def why_not_revoke_token(user: User, token: Token) -> str | None:
    if user.is_superuser or user.pk == token.user_id:
        return None
    return _("Only its owner and administrators revoke a token.")


def why_not_create_projects(user: User) -> str | None:
    if user.is_superuser:
        return None
    return _("Only administrators create projects. Ask one, or ask a curator to invite you to theirs.")


def why_not_lead(user: User, project: Project) -> str | None:
    """Why not change a project's settings, its guideline and its people."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project change its settings, its guideline and its people.")


def why_not_keep_from(user: User, project: Project, person: User | None) -> str | None:
    """Why not say which claims `person` is kept from; None asks about anybody."""
    if holds(user, project, Role.CURATOR):
        return None
    if person is not None and user.pk == person.pk and holds(user, project, Role.ANNOTATOR):
        return None
    return _("Only curators say which claims somebody is kept from, and annotators of themselves.")


def why_not_let_have(user: User, exclusion: Exclusion) -> str | None:
    """Why not take back that somebody is kept from claims."""
    if (why_not := why_not_keep_from(user, exclusion.project, exclusion.person)) is not None:
        return why_not
    if exclusion.set_by_id != user.pk and not holds(user, exclusion.project, Role.CURATOR):
        return _("A curator said this. Ask one to take it back.")
    return None


def why_not_see_known_answers(user: User, project: Project) -> str | None:
    """Why not see the claims whose answer is known, and how people judge them."""
    if holds(user, project, *KNOWS_THE_ANSWERS):
        return None
    return _("Only curators and adjudicators of this project know the answers that people are compared with.")


def why_not_know_answers(user: User, project: Project) -> str | None:
    """Why not say what is the answer to a claim that people are compared with."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project say which answers are known.")


def why_not_set_aside(claim: Claim) -> str | None:
    """Why a claim cannot be taken out of live work to compare people with its answer, whoever asks."""
    if claim.set_aside_at is not None:
        return _("The answer of this claim is known already.")
    if claim.withdrawn_at is not None or claim.resolved_at is not None or claim.begun_at is not None:
        return _("Somebody has had this claim, or it is settled. Choose one that nobody has begun.")
    return None


def why_not_use_engine(engine: str) -> str | None:
    """Why no project can choose this engine now, whoever asks."""
    if engine not in list(Engine):
        return _("There is no engine of this name. Choose one of the list.")
    if engine == Engine.LANGUAGE_MODEL and not settings.LANGUAGE_MODEL_URL:
        return _("No language model is set up on this installation. An administrator sets LANGUAGE_MODEL_URL.")
    return None


def why_not_invite(user: User, project: Project | None) -> str | None:
    """Why not invite into a project; without a project, as an administrator."""
    if project is not None:
        return why_not_lead(user, project)
    return None if user.is_superuser else _("Only administrators invite administrators.")


def why_not_end_role(membership: Membership) -> str | None:
    """Why a role cannot be taken away now, whoever asks."""
    if membership.role != Role.CURATOR:
        return None
    curators = Membership.objects.filter(project=membership.project_id, role=Role.CURATOR, user__is_active=True)
    if curators.exclude(pk=membership.pk).exists():
        return None
    return _("This is the only curator of the project. Make somebody else curator first.")


def why_not_accept(user: User, invitation: Invitation) -> str | None:
    """Why this person gains nothing by an invitation: whoever made it may be trying their own link."""
    if invitation.project_id is None:
        held = user.is_superuser
    else:
        roles = Membership.objects.filter(user=user, project=invitation.project_id).values_list("role", flat=True)
        held = set(invitation.roles) <= set(roles)
    if held:
        return _("You have all that this link gives. Pass it on to the person it is for: it works once.")
    return None
