"""Languages by their names: nobody should have to know that "fa" is Persian."""

from __future__ import annotations

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

# Those that articles come in and Django has no name for.
MORE: dict[str, str | Promise] = {
    "am": gettext_lazy("Amharic"),
    "an": gettext_lazy("Aragonese"),
    "as": gettext_lazy("Assamese"),
    "dz": gettext_lazy("Dzongkha"),
    "fo": gettext_lazy("Faroese"),
    "gu": gettext_lazy("Gujarati"),
    "ht": gettext_lazy("Haitian Creole"),
    "jv": gettext_lazy("Javanese"),
    "ku": gettext_lazy("Kurdish"),
    "la": gettext_lazy("Latin"),
    "lo": gettext_lazy("Lao"),
    "mg": gettext_lazy("Malagasy"),
    "mt": gettext_lazy("Maltese"),
    "or": gettext_lazy("Odia"),
    "prs": gettext_lazy("Dari"),
    "ps": gettext_lazy("Pashto"),
    "qu": gettext_lazy("Quechua"),
    "rw": gettext_lazy("Kinyarwanda"),
    "se": gettext_lazy("Northern Sami"),
    "si": gettext_lazy("Sinhala"),
    "so": gettext_lazy("Somali"),
    "tl": gettext_lazy("Tagalog"),
    "vo": gettext_lazy("Volapük"),
    "wa": gettext_lazy("Walloon"),
    "xh": gettext_lazy("Xhosa"),
    "yi": gettext_lazy("Yiddish"),
    "zh": gettext_lazy("Chinese"),
    "zu": gettext_lazy("Zulu"),
}


def name_of(code: str) -> str:
    """The name of a language by its BCP 47 code, with the code where it says more; the code where none is known."""
    primary = code.lower().partition("-")[0]
    for asked in (code.lower(), primary):
        known = MORE.get(asked) or LANG_INFO.get(asked, {}).get("name")
        if known:
            name = gettext(str(known))
            return name if asked == code.lower() else f"{name} ({code})"
    return code


def choices(*, empty: str, also: str | None = None) -> list[tuple[str, str]]:
    """Every language that has a name, by its name, after the `empty` choice; `also` is a code that must be there."""
    codes = {code for code, about in LANG_INFO.items() if "-" not in code and "name" in about} | set(MORE)
    if also:
        codes.add(also)
    return [("", empty), *sorted(((code, name_of(code)) for code in codes), key=lambda pair: pair[1].casefold())]
