"""What numbers count, in the reader's language.

Extraction says it in English words, whatever the article's language, and it is stored so. What is not listed here,
such as a noun of the article, is shown as it is.
"""

from __future__ import annotations

import re

from django.utils.translation import get_language, gettext, gettext_noop

UNITS = frozenset(
    {
        gettext_noop("civilians"),
        gettext_noop("soldiers"),
        gettext_noop("fighters"),
        gettext_noop("troops"),
        gettext_noop("police"),
        gettext_noop("men"),
        gettext_noop("women"),
        gettext_noop("children"),
        gettext_noop("members"),
        gettext_noop("families"),
        gettext_noop("refugees"),
        gettext_noop("prisoners"),
        gettext_noop("migrants"),
        gettext_noop("votes"),
        gettext_noop("seats"),
        gettext_noop("houses"),
        gettext_noop("homes"),
        gettext_noop("schools"),
        gettext_noop("villages"),
        gettext_noop("districts"),
        gettext_noop("provinces"),
        gettext_noop("countries"),
        gettext_noop("tanks"),
        gettext_noop("missiles"),
        gettext_noop("drones"),
        gettext_noop("minutes"),
        gettext_noop("hours"),
        gettext_noop("days"),
        gettext_noop("weeks"),
        gettext_noop("months"),
        gettext_noop("years"),
        gettext_noop("tonnes"),
        gettext_noop("hectares"),
        gettext_noop("km"),
        gettext_noop("metres"),
        gettext_noop("kg"),
    }
)
PERSONS = gettext_noop("persons")  # "people" is a noun of the administration, and has another word where it counts
FATES = {
    "killed": gettext_noop("%(who)s killed"),
    "dead": gettext_noop("%(who)s dead"),
    "wounded": gettext_noop("%(who)s wounded"),
    "displaced": gettext_noop("%(who)s displaced"),
    "arrested": gettext_noop("%(who)s arrested"),
    "missing": gettext_noop("%(who)s missing"),
    "freed": gettext_noop("%(who)s freed"),
    "captured": gettext_noop("%(who)s captured"),
}
FATE = re.compile(f"(.+) ({'|'.join(FATES)})")


def unit_in_words(unit: str) -> str:
    """A unit as extraction names it, such as "people killed"."""
    if (get_language() or "en").startswith("en"):
        return unit
    if match := FATE.fullmatch(unit):
        return gettext(FATES[match[2]]) % {"who": unit_in_words(match[1])}
    if unit == "people":
        return gettext(PERSONS)
    return gettext(unit) if unit in UNITS else unit
