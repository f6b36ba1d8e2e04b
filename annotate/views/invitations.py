"""An invitation's own page, where a person comes in; and what all who invite have in common."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.links import link_of
from annotate.people_forms import InviteForm, NewAccountForm
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.invitations import accept, accept_as_new, invitation_of, invite, revoke_invitation
from verification.exceptions import Conflict, Invalid
from verification.models import Invitation, User
from verification.policies import require, why_not_accept, why_not_invite


@never_cache
@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Looking changes nothing (what previews a link fetches it); a button takes the invitation up."""
    found = invitation_of(secret)
    if found is None:
        return _ended(request)
    if isinstance(request.user, User):
        return _join(request, found, secret, by=request.user)
    form = NewAccountForm(request.POST) if request.method == "POST" else NewAccountForm()
    if form.is_bound and form.is_valid():
        try:
            user = accept_as_new(secret, username=form.cleaned_data["username"], password=form.cleaned_data["password"])
        except Conflict:
            return _ended(request)
        except Invalid as refusal:
            for field, sentences in refusal.fields.items():
                form.add_error(field, sentences)
        else:
            perform_login(request, user, email_verification="none")
            return _welcome(request, found)
    context = {"invitation": found, "form": form, "sign_in_to": request.path}
    return render(request, "invitation/new_account.html", context, status=400 if form.errors else 200)


@signed_in
@require_safe
def administrators(request: SignedInRequest) -> HttpResponse:
    """Who runs this site, and the open invitations to do so."""
    require(why_not_invite(request.user, None))
    context = {
        "people": User.objects.filter(is_superuser=True, is_active=True).order_by("username"),
        "invitations": Invitation.objects.live().filter(project__isnull=True).select_related("invited_by"),
    }
    return render(request, "people/administrators.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def administrator_invite(request: SignedInRequest) -> HttpResponse:
    require(why_not_invite(request.user, None))
    form = InviteForm(request.POST) if request.method == "POST" else InviteForm(initial={"days": 1})
    if form.is_bound and form.is_valid():
        made, secret = invite(None, note=form.cleaned_data["note"], lasts=form.lasts(), by=request.user)
        return show_link(request, made, secret)
    return render(request, "people/invite_administrator.html", {"form": form}, status=400 if form.errors else 200)


@signed_in
@require_POST
def invitation_revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    ended = get_object_or_404(Invitation.objects.visible_to(request.user).select_related("project"), pk=pk)
    revoke_invitation(ended, by=request.user)
    messages.success(request, _("The invitation is revoked: its link opens nothing any more."))
    return redirect("people", ended.project.slug) if ended.project else redirect("administrators")


@sensitive_variables("secret")
def show_link(request: HttpRequest, made: Invitation, secret: str) -> HttpResponse:
    """The only page that ever shows the link: it is answered to the form itself, and stored nowhere."""
    context = {"project": made.project, "invitation": made, "link": link_of(secret)}
    answer = render(request, "people/invited.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


def _join(request: HttpRequest, found: Invitation, secret: str, *, by: User) -> HttpResponse:
    if request.method == "POST" and "join" in request.POST:
        try:
            accept(secret, by=by)
        except Conflict as refusal:
            if invitation_of(secret) is None:
                return _ended(request)
            messages.error(request, refusal.message)
        else:
            return _welcome(request, found)
    context = {"invitation": found, "why_not": why_not_accept(by, found)}
    return render(request, "invitation/join.html", context)


def _welcome(request: HttpRequest, taken: Invitation) -> HttpResponse:
    if taken.project:
        messages.success(request, _("Welcome. You are in “%(project)s” now.") % {"project": taken.project})
    else:
        messages.success(request, _("Welcome. You are an administrator of this site now."))
    return redirect("home")


def _ended(request: HttpRequest) -> HttpResponse:
    """Alike for a link that was used, revoked, has expired or never was: it tells nothing to who guesses."""
    return render(request, "invitation/ended.html", status=404)
