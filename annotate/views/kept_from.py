"""What somebody is kept from: for the curators of a project, and for each annotator about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from annotate.labels import options
from annotate.views.guard import SignedInRequest, project_of, signed_in
from annotate.views.people import people_of
from verification.actions.exclusions import LONGEST_OUTLET, keep_from, let_have
from verification.exceptions import Invalid
from verification.models import Exclusion
from verification.policies import require, why_not_keep_from, why_not_let_have
from verification.vocabulary import Topic


class KeepFromForm(forms.Form):
    topic = forms.ChoiceField(
        label=gettext_lazy("Topic"), required=False, choices=lambda: [("", _("choose one")), *options(Topic)]
    )
    outlet = forms.CharField(
        label=gettext_lazy("Outlet"),
        required=False,
        max_length=LONGEST_OUTLET,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        help_text=gettext_lazy("As the details of an article name it, such as Harbour News."),
    )
    party = forms.CharField(
        label=gettext_lazy("Party"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        help_text=gettext_lazy("Whoever speaks in the claim, as its chain of speakers names them."),
    )

    def asked(self) -> dict[str, Any]:
        given = self.cleaned_data
        topic = Topic(given["topic"]) if given["topic"] else None
        return {"topic": topic, "outlet": given["outlet"], "party": given["party"]}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def kept_from(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    project = project_of(request, slug)
    if pk != request.user.pk:  # who else is here is for curators to know
        require(why_not_keep_from(request.user, project, None))
    person = get_object_or_404(people_of(project), pk=pk)
    require(why_not_keep_from(request.user, project, person))
    exclusions = Exclusion.objects.filter(project=project, person=person).select_related("party", "project")
    form = KeepFromForm(request.POST if request.method == "POST" and "lift" not in request.POST else None)
    if request.method == "POST" and "lift" in request.POST:
        number = request.POST["lift"]
        given_up = get_object_or_404(exclusions, pk=int(number) if number.isdecimal() and len(number) < 19 else 0)
        let_have(given_up, by=request.user)
        messages.success(request, _("Such claims can come again."))
        return redirect("kept_from", slug, pk)
    if form.is_bound and form.is_valid():
        try:
            keep_from(project, person=person, by=request.user, **form.asked())
        except Invalid as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("No such claim comes any more. A claim that is begun already stays."))
            return redirect("kept_from", slug, pk)
    rows = [(exclusion, why_not_let_have(request.user, exclusion)) for exclusion in exclusions]
    context = {"project": project, "person": person, "rows": rows, "form": form, "is_own": person == request.user}
    return render(request, "people/kept_from.html", context, status=400 if form.errors else 200)
