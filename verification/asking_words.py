"""What is not understood of a question, as a sentence that says what to write instead."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.asking import NotUnderstood, Wrong


def sentence(refusal: NotUnderstood) -> str:
    given = {"word": refusal.word, "known": ", ".join(refusal.known)}
    match refusal.wrong:
        case Wrong.UNKNOWN_NAME:
            words = _(
                "Nothing here is called “%(word)s”. Names are: %(known)s. To look for these words, put them in"
                " quotation marks."
            )
        case Wrong.UNKNOWN_VALUE:
            words = _("“%(word)s” is not one of: %(known)s.")
        case Wrong.NO_VALUE:
            words = (
                _("Say what, right behind the colon: %(known)s.")
                if refusal.known
                else _("Say what, right behind the colon; words with spaces in quotation marks.")
            )
        case Wrong.NO_DATE:
            words = _("“%(word)s” is no date. Write it like 2026-11-21.")
        case Wrong.OPEN_QUOTE:
            words = _("The quotation mark is not closed.")
        case Wrong.ONE_DATE:
            words = _("“%(word)s” takes one date, without a minus sign.")
        case Wrong.TOO_MANY:
            words = _("At most %(word)s terms at once.")
    return words % given
