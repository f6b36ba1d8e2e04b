"""The claims that the list of claims finds, and those of them that a curator chose to do something with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from annotate.article_forms import ClaimFilter
from annotate.asking import Misread, misread_of
from annotate.paging import whole
from verification.asking import Asked, NotUnderstood, parse
from verification.models import Claim, Project, User
from verification.models.bulk_change import MOST_AT_ONCE
from verification.models.claim_asking import asking
from verification.vocabulary import Stage

SPEAKS_OF = ("topic", "place", "actor", "modality", "since", "until")


def question_of(text: str) -> tuple[Misread | None, Asked]:
    """What the search field asks, and what of it is not understood."""
    try:
        return None, parse(text)
    except NotUnderstood as refusal:
        return misread_of(text, refusal), Asked()


def fitting(project: Project, chosen: dict[str, Any], question: Asked, *, by: User) -> QuerySet[Any]:
    """The project's claims that fit every filter; the stage is what this person may know of it."""
    found = asking(Claim.objects.visible_to(by).filter(project=project), question, by=by)
    if chosen.get("stage"):
        found = found.at_stage_for(by, Stage(chosen["stage"]))
    found = found.fitting(
        **{name: chosen.get(name) or None for name in SPEAKS_OF}, with_numbers=bool(chosen.get("numbers"))
    )
    if chosen.get("article"):
        found = found.filter(article=chosen["article"])
    return found


def query_of(form: ClaimFilter) -> str:
    """What a valid filter asks, as an address has it: nothing that is left empty, nor where in the list one is."""
    query = QueryDict(mutable=True)
    query.update({name: form.data[name] for name in form.fields if form.cleaned_data.get(name)})
    return query.urlencode()


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The ids of the claims chosen; `is_cut` where the filter finds more than can be done at once."""

    claims: list[int]
    is_cut: bool = False


def chosen(project: Project, asked: QueryDict, *, by: User) -> Choice:
    """The rows that were ticked, or all that the filter finds, the newest first: what is not understood finds none."""
    if asked.get("all") != "yes":
        ids = [pk for given in asked.getlist("claim") if (pk := whole(given)) is not None]
        ticked = Claim.objects.visible_to(by).filter(project=project, pk__in=ids[:MOST_AT_ONCE])
        return Choice(claims=list(ticked.order_by("-pk").values_list("pk", flat=True)))
    form = ClaimFilter(asked)
    if not form.is_valid():
        return Choice(claims=[])
    misread, question = question_of(form.cleaned_data.get("q") or "")
    if misread is not None:
        return Choice(claims=[])
    rows = fitting(project, form.cleaned_data, question, by=by)
    ids = list(rows.order_by("-pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
    return Choice(claims=ids[:MOST_AT_ONCE], is_cut=len(ids) > MOST_AT_ONCE)
