"""A stored report as one person may read it: people by their names or pseudonyms, reasons as sentences."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.agreement.figure import Undefined
from verification.formats.pseudonym import pseudonym, pseudonym_key
from verification.models import AgreementReport, Article, Project, User

BECAUSE: dict[Undefined, str | Promise] = {
    Undefined.NOTHING_SHARED: _("No claim that counts here has first judgements of two people."),
    Undefined.ONE_LABEL: _("Everybody said the same, so chance would agree just as much."),
    Undefined.NOT_TWO_PEOPLE: _("Cohen's kappa compares exactly two people. Look at the pairs."),
    Undefined.NOTHING_CITED: _("Nobody cites anything of this kind."),
}

NOTHING_REPEATED = _("Nobody has judged a claim twice yet that counts here.")


def shown(report: AgreementReport | None, *, names: dict[int, str]) -> dict[str, Any]:
    """What the figures say, as `figures.report` of `verification.agreement` gives it, for people to read; empty where
    nothing is computed yet."""
    if report is None or report.figures is None:
        return {}
    found: dict[str, Any] = _with_sentences(report.figures["agreement"])
    for words in found["repeated"].values():
        for figure in words.values():
            if figure["undefined_because"] == BECAUSE[Undefined.NOTHING_SHARED]:
                figure["undefined_because"] = str(NOTHING_REPEATED)
    for cells in found["by"].values():
        for cell in cells:
            cell |= {"title": None, "alpha": cell.get("alpha"), "ac1": cell.get("ac1")}
    titles = dict(
        Article.objects.filter(pk__in=[cell["key"] for cell in found["by"]["article"]]).values_list("pk", "title")
    )
    for cell in found["by"]["article"]:
        cell["title"] = titles.get(cell["key"]) or ""
    for cell in found["by"]["person"]:
        cell["key"] = names[cell["key"]]
    for pair in found["pairs"]:
        pair["people"] = [names[person] for person in pair["people"]]
    if found["estimate"] is not None:
        for row in found["estimate"]["people"]:
            row["key"] = names[row["key"]]
    return found


def names_of(project: Project, report: AgreementReport | None, *, to_curator: bool) -> dict[int, str]:
    """Of everybody in the figures what this reader calls them: curators know the project's people; to others each is
    a pseudonym, the same as in its releases."""
    people = people_in(report)
    if to_curator:
        return dict(User.objects.filter(pk__in=people).values_list("pk", "username"))
    key = pseudonym_key(settings.SECRET_KEY)
    return {person: pseudonym(key, project=project.pk, person=person) for person in people}


def people_in(report: AgreementReport | None) -> set[int]:
    if report is None or report.figures is None:
        return set()
    found = report.figures["agreement"]
    people = {cell["key"] for cell in found["by"]["person"]}
    people |= {person for pair in found["pairs"] for person in pair["people"]}
    return people | {row["key"] for row in (found["estimate"] or {"people": []})["people"]}


def _with_sentences(value: Any) -> Any:
    """A copy in which each `undefined_because` is a sentence."""
    if isinstance(value, dict):
        copy = {name: _with_sentences(inner) for name, inner in value.items()}
        if copy.get("undefined_because"):
            copy["undefined_because"] = str(BECAUSE[Undefined(copy["undefined_because"])])
        return copy
    return [_with_sentences(inner) for inner in value] if isinstance(value, list) else value
