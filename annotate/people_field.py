"""Ticking people of a project, of whom there may be hundreds. `templates/people/picker.html` shows it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from annotate.paging import whole
from verification.models import Project, User
from verification.vocabulary import Role

MOST_NAMES = 200  # people shown at once, besides those that are ticked
FEW = 8  # so many are looked over without a search


class PeopleField(forms.ModelMultipleChoiceField):
    """Anybody of `queryset` may be ticked; `offer` says which of them the page shows."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        missing = {"required": gettext_lazy("Name somebody.")}
        super().__init__(queryset=User.objects.none(), error_messages=missing, **kwargs)
        self.named = ""
        self.is_many = self.is_cut = False

    def offer(self, *, named: str = "", ticked: Collection[int] = ()) -> None:
        """Shows those who are ticked, and behind them those whose user name holds the word `named`."""
        self.named = named.replace("\x00", "").strip()[:150]
        among: Any = self.queryset
        among = among.order_by("username")
        found = list((among.filter(username__icontains=self.named) if self.named else among)[: MOST_NAMES + 1])
        self.is_cut = len(found) > MOST_NAMES
        self.is_many = bool(self.named) or len(found) > FEW
        first = list(among.filter(pk__in=ticked)) if ticked else []
        shown = {person.pk: person for person in [*first, *found[:MOST_NAMES]]}
        self.choices = [(person.pk, person.username) for person in shown.values()]

    def offer_as_asked(self, request: HttpRequest, *, held: Collection[int] = ()) -> None:
        """The same for a page: what was ticked there and the word that was looked for, or who is `held` at first."""
        if request.method != "POST":
            return self.offer(ticked=held)
        ticked = [pk for given in request.POST.getlist("people")[:1_000] if (pk := whole(given)) is not None]
        return self.offer(named=request.POST.get("named", ""), ticked=ticked)


def is_looking(request: HttpRequest) -> bool:
    """Whether a form was sent only to find more people: nothing of it is done, and all that it says is kept."""
    return "look" in request.POST


def judges_of(project: Project) -> Any:
    """Everybody who judges in the project and can sign in."""
    held = {"memberships__project": project, "memberships__role": Role.ANNOTATOR}
    return User.objects.filter(is_active=True, **held).order_by("username")
