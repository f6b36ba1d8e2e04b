"""What engines and matching say of a claim, why a page was not retrieved and what a release leaves out, in the
reader's language.

They say it in English, in set phrases, and it is stored so: releases and the API are the same for everybody. Pages
find the phrase again and say it in their language. What is none of these, such as the words of a language model, is
shown as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.translation import get_language, gettext, gettext_noop

from verification.unit_words import unit_in_words

PHRASES = (
    # why a claim is worth checking
    gettext_noop("names who or where"),
    gettext_noop("gives a number"),
    gettext_noop("gives a share"),
    gettext_noop("names a poll or a record"),
    gettext_noop("says what is not so"),
    gettext_noop("says when"),
    gettext_noop("reports an event"),
    gettext_noop("speaks of what has happened"),
    gettext_noop("speaks of violence or casualties"),
    gettext_noop("speaks of forces or territory"),
    gettext_noop("speaks of a deal, a vote or an office"),
    gettext_noop("speaks of health or money"),
    gettext_noop("speaks of a disaster"),
    gettext_noop("is said of somebody else"),
    gettext_noop("assigns responsibility"),
    gettext_noop("is a denial or a refusal"),
    gettext_noop("somebody says it"),
    gettext_noop("names a number of %(what)s"),
    gettext_noop("another passage denies it, a language model says"),
    gettext_noop("another passage leaves it open, a language model says"),
    gettext_noop("another passage %(does)s"),
    # how a passage of the same article bears on it
    gettext_noop("denies it"),
    gettext_noop("speaks against it"),
    gettext_noop("names somebody else"),
    gettext_noop("found nothing of the kind"),
    gettext_noop("says that it is not verified"),
    gettext_noop("says that it is not known"),
    gettext_noop("blames somebody else"),
    gettext_noop("gives another number"),
    gettext_noop("gives another account"),
    gettext_noop("says otherwise"),
    # what in its statement stays ambiguous
    gettext_noop("“%(word)s” may mean %(names)s."),
    gettext_noop("“%(word)s” is not named here."),
    # how it stands to a claim or a passage of another article
    gettext_noop("Says the same, word for word."),
    gettext_noop("Says the same in other words."),
    gettext_noop("Says what the other says, and more."),
    gettext_noop("Is one part of what the other says."),
    gettext_noop("Names another doer: %(one)s here, %(other)s there."),
    gettext_noop("Names another side: %(one)s here, %(other)s there."),
    gettext_noop("Denies what the other says."),
    gettext_noop("Is denied by what the other says."),
    gettext_noop("Says the opposite: %(one)s here, %(other)s there."),
    gettext_noop("Another number (%(of)s): %(one)s here, %(other)s there."),
    gettext_noop("Another number: %(one)s here, %(other)s there."),
    gettext_noop("The higher number says itself that it is the later one."),
    gettext_noop("Its article corrects the other's."),
    gettext_noop("In both: %(words)s."),
    gettext_noop("Said on the same day."),
    gettext_noop("Said 1 day later."),
    gettext_noop("Said 1 day earlier."),
    gettext_noop("Said %(days)s days later."),
    gettext_noop("Said %(days)s days earlier."),
    gettext_noop("No dates tell whether it is the same time."),
    gettext_noop("No dates tell which was said later: it may be an update, or another time."),
    gettext_noop("Speaks of %(words)s too, with another number: %(number)s, with a denial."),
    gettext_noop("Speaks of %(words)s too, with the same number: %(number)s, with a denial."),
    gettext_noop("Speaks of %(words)s too, with another number: %(number)s."),
    gettext_noop("Speaks of %(words)s too, with the same number: %(number)s."),
    gettext_noop("Speaks of %(words)s too, with a denial."),
    gettext_noop("Speaks of %(words)s too."),
    # why a page was not retrieved
    gettext_noop("The address is longer than %(limit)s characters."),
    gettext_noop("The address has a character that no address has. Copy it again."),
    gettext_noop("This is no web address that could be read. Copy it again."),
    gettext_noop("Only addresses that begin with http:// or https:// are retrieved."),
    gettext_noop("The address has a user name or a password in it. Leave that out."),
    gettext_noop("The address names a port that pages are not retrieved from."),
    gettext_noop("The address leads into a private network, from which nothing is retrieved."),
    gettext_noop("There is no such host: its name is not known."),
    gettext_noop("No connection could be made to the host."),
    gettext_noop("The connection broke before the page was whole."),
    gettext_noop("The host could not prove who it is: its certificate is not trusted."),
    gettext_noop("It took longer than %(seconds)s seconds."),
    gettext_noop("The page is larger than %(limit)s MB."),
    gettext_noop("The address leads on to others more than %(most)s times."),
    gettext_noop("The proxy through which pages are retrieved refused this one."),
    gettext_noop("It is no page of text: only HTML, plain text and PDF are retrieved."),
    gettext_noop("The page is packed in a way that is not unpacked here."),
    gettext_noop("The host sends on to another address and does not say which."),
    gettext_noop("The host shows this page to those alone who sign in there (401)."),
    gettext_noop("The host refuses to show this page (403)."),
    gettext_noop("There is no such page (404)."),
    gettext_noop("The page was taken away (410)."),
    gettext_noop("The host wants fewer requests (429). Try again later."),
    gettext_noop("The page may not be shown for legal reasons (451)."),
    gettext_noop("The host answers with %(status)s instead of the page."),
    gettext_noop("Retrieving pages is switched off on this installation."),
    gettext_noop("Given up after %(attempts)s attempts. Try again, and look at the worker's log."),
    # what a release leaves out, and why
    gettext_noop("claims"),
    gettext_noop("articles"),
    gettext_noop("unresolved claims' judgements"),
    gettext_noop("sensitive, or of an article that is sensitive, under embargo or past its time"),
    gettext_noop("sensitive, under embargo or past their time"),
    gettext_noop("not read, or not readable"),
    gettext_noop("blind until their claim is resolved, and until then not even counted"),
)
LONGEST = 600  # characters of what is looked at: the phrases with their words are shorter


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.+)", re.escape(phrase)))


PATTERNS = [(phrase, _pattern(phrase)) for phrase in PHRASES]


def in_words(said: str) -> str:
    """One reason, of one phrase or several sentences, in the language of the page."""
    language = get_language() or "en"
    return said if language.startswith("en") or len(said) > LONGEST else _translated(said, language)


@lru_cache(maxsize=4096)
def _translated(said: str, language: str) -> str:
    return " ".join(found) if (found := _sentences(said)) is not None else said


def _sentences(said: str) -> list[str] | None:
    """Each sentence translated; None where one of them is no phrase of ours. A dot may stand in a name, too."""
    ends = [len(said), *(dot.start() + 1 for dot in re.finditer(r"\. ", said))]
    for phrase, pattern in PATTERNS:
        for end in ends:
            if (match := pattern.fullmatch(said, 0, end)) is None:
                continue
            rest: list[str] | None = _sentences(said[end + 1 :]) if end < len(said) else []
            if rest is not None:
                return [gettext(phrase) % {name: _word(name, held) for name, held in match.groupdict().items()}, *rest]
    return None


def _word(name: str, held: str) -> str:
    """What stands in a phrase: a name or number as it is, what is counted, or what a passage does, a phrase itself."""
    if name in ("what", "of"):
        return unit_in_words(held)
    return " ".join(_sentences(held) or [held]) if name == "does" else held
