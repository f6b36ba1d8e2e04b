"""The page of one's own settings: how one reads the pages, and by which keys one works."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.preference_forms import PreferencesForm
from annotate.preferences import as_read_by
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.preferences import set_preferences


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def preferences(request: SignedInRequest) -> HttpResponseBase:
    form = PreferencesForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        set_preferences(request.user, change=form.change(), by=request.user)
        with as_read_by(request.user):  # the page that says so is in the new language already
            messages.success(request, _("Saved."))
        return redirect("preferences")
    return render(request, "account/settings.html", {"form": form, "sends_email": settings.SENDS_EMAIL})
