"""What a judgement lacks before it may be submitted, in words.

The rules themselves live in the database (`migrations/sql/judgement_rules.sql`), which names what is not met;
here each name gets its sentence and the field of the form that it is about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, TextField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.models import Judgement


@dataclass(frozen=True, kw_only=True)
class Missing:
    """One rule that is not met: its name in the database, the field to look at, the sentence to read."""

    rule: str
    field: str
    message: str | Promise


RULES: dict[str, tuple[str, str | Promise]] = {
    "verdict_is_given": ("verdict", _("Choose a verdict: supported, disputed or unverified.")),
    "reason_is_given": ("reason", _("Choose the reason for your verdict.")),
    "evidence_has_a_stance": (
        "evidence",
        _("Say of each item what it does: supports, contradicts, says it cannot be verified, or gives context."),
    ),
    "links_have_an_address": (
        "evidence",
        _("A link has no usable address. Give one that starts with http:// or https://, or remove the link."),
    ),
    "supported_rests_on_independent_support": (
        "evidence",
        _(
            "Supported needs evidence that supports the claim, from outside this article and not from the"
            " claimant's own side (unless it speaks against their interest), and not outweighed."
        ),
    ),
    "supported_says_why_contradictions_are_outweighed": (
        "evidence",
        _("Something here contradicts the claim. Say for each such item why it is outweighed."),
    ),
    "contradicted_rests_on_an_independent_contradiction": (
        "evidence",
        _(
            "Contradicted needs evidence against the claim from outside this article and from no party to the"
            " conflict (unless it speaks against their interest). Where only the parties contradict each other,"
            " choose: sources conflict."
        ),
    ),
    "conflicting_sources_names_a_contradiction": (
        "evidence",
        _("Sources conflict needs at least one item that contradicts the claim. This article's own words will do."),
    ),
    "misleading_context_names_a_contradiction_or_context": (
        "evidence",
        _("Misleading context needs at least one item that contradicts the claim or puts it in context."),
    ),
    "attribution_denied_names_the_denial": (
        "evidence",
        _("Did not say it needs at least one item in which the saying is denied."),
    ),
    "attribution_denied_is_of_an_attribution_claim": (
        "reason",
        _("This claim is judged on its content. “Did not say it” is for claims about who said something."),
    ),
    "no_evidence_found_names_a_search": (
        "searches",
        _("No evidence found needs at least one search: where you looked, for what, and what came of it."),
    ),
    "no_evidence_found_has_no_support_or_contradiction": (
        "evidence",
        _(
            "You list evidence that supports or contradicts the claim, so something was found."
            " Choose another reason, or mark the item as context."
        ),
    ),
    "insufficient_evidence_shows_an_item": (
        "evidence",
        _("Too little evidence needs at least one item: show what there is."),
    ),
    "source_says_unverifiable_shows_that_source": (
        "evidence",
        _("Show the source that says it cannot be verified: add it as evidence with that stance."),
    ),
    "ambiguous_claim_says_what_is_ambiguous": (
        "rationale",
        _("Say under “Why, in a sentence or two” what is ambiguous about the claim."),
    ),
}


# What a search lacks, by the column that is empty.
OF_A_SEARCH: dict[str, Promise] = {
    "where": _("Say where you looked in search %(number)d."),
    "query": _("Say for what you looked in search %(number)d."),
    "outcome": _("Say what came of search %(number)d."),
}

# The names of the rules that a judgement does not meet, as the database finds them.
REFUSALS = Func(F("pk"), function="attest_judgement_refusals", output_field=ArrayField(TextField()))
IS_COMPLETE = "attest_judgement_refusals(id) = '{}'"


def what_is_missing(judgement: Judgement) -> list[Missing]:
    """The rules that a draft does not meet yet, in the order of the page; empty when it may be submitted."""
    missing = in_words(Judgement.objects.filter(pk=judgement.pk).values_list(REFUSALS, flat=True).get())
    return [_of_searches(judgement, one) if one.rule == "no_evidence_found_names_a_search" else one for one in missing]


def _of_searches(judgement: Judgement, missing: Missing) -> Missing:
    """Where a search was begun, what it lacks, in place of what a search is."""
    for number, search in enumerate(judgement.searches.order_by("position"), 1):
        for name, sentence in OF_A_SEARCH.items():
            if not (getattr(search, name) or "").strip():
                return replace(missing, message=sentence % {"number": number})
    return missing


def in_words(refusals: list[str]) -> list[Missing]:
    """What is missing by the rules of these names."""
    return [Missing(rule=name, field=RULES[name][0], message=RULES[name][1]) for name in refusals]
