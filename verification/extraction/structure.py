"""What a claim says, as fields: its numbers, its places, whom it speaks of, when it was said and when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verification.numbers.moments import Moment, Relation, moments
from verification.numbers.quantities import Bound, Quantity, quantities
from verification.text.record import record
from verification.text.tokens import line_of
from verification.vocabulary import DatePrecision

from .actors import Speakers, actors
from .candidate import When
from .cues import Family
from .dateline import DATELINE
from .gazetteer import gazetteer
from .mentions import Mentions
from .model import grammar
from .names import Names
from .passage import Passage
from .places import locations
from .said import Said

ENGLISH = "en"
LEAD = 60  # in "said on Monday that", the characters after the verb in which "that" is looked for
THAT = {
    "en": " that ",
    "fr": " que ",
    "es": " que ",
    "ru": ", что ",
    "uk": ", що ",
    "fa": " که ",
    "prs": " که ",
    "ps": " چې ",
}


# "said on Monday", "a déclaré lundi", "قال يوم الاثنين": the day of the saying, whatever is said.
JUST_SAID = re.compile(
    r"\b(?:(?:said|says|stated|announced|added|reported|claimed|declared|confirmed|wrote|tweeted|told\s\S+(?:\s\S+)?)"
    r"(?:\sin\sa\s\w+)?(?:\s(?:on|late|early|late\son|earlier))?"
    r"|(?:a|ont)\s(?:déclaré|annoncé|affirmé|dit|indiqué|ajouté)(?:\sle)?"
    r"|(?:dijo|dijeron|anunció|afirmó|declaró|informó|informaron|aseguró)(?:\sel)?"
    r"|(?:заявил|сообщил|сказал|повідоми|заяви)\w*(?:\s(?:в|во|у))?"
    r"|(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|صرح|صرحت|ذكر|ذكرت)(?:\s(?:في|يوم))*)\s$"
)


DAYS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# "two days before the attack of", up to the date of that.
APART = re.compile(
    r"\b(?P<days>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) days? (?P<side>before|after) "
    r"[^,;.:–—]{0,60}\Z",
    re.IGNORECASE,
)
# "Trade grew after the road was opened in": another thing happened then.
BESIDE_IT = re.compile(
    r"[\w)”’\"],? (?:after|before|since|until) (?:[^\W\d_][\w’'-]* ){1,6}"
    r"(?:was|were|had|[a-z]{2,}ed|(?:re)?took|fell|came|began|left|won|lost|broke)\b[^,;.:–—]{0,60}\Z"
)


@record(frozen=True, slots=True)
class Structure:
    """The fields of one claim; offsets of `numbers` count from the start of the article's text."""

    numbers: tuple[Quantity, ...] = ()
    locations: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    asserted: When | None = None
    event: When | None = None

    def speaking_of(self, named: Iterable[str], mentions: Mentions | None) -> Structure:
        """The same with whom pronouns and "the group" were found to mean, a country among the places."""
        actors_, places = list(self.actors), list(self.locations)
        for name in named:
            bare = name.removeprefix("the ")
            if bare.lower() in grammar.COUNTRIES:
                places.append(bare)
            elif bare.rpartition(" ")[2].lower() in grammar.PLACE_WORDS:
                continue
            elif mentions is not None and (mentions.is_person(bare) or mentions.is_body(bare)):
                actors_.append(mentions.written_out(bare))
        if len(actors_) + len(places) == len(self.actors) + len(self.locations):
            return self
        return replace(self, actors=tuple(dict.fromkeys(actors_)), locations=tuple(dict.fromkeys(places)))


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of the whole article: its language, its date, its names and whom it quotes."""

    language: str | None
    published: date | None
    names: Names | None
    speakers: Speakers
    people: frozenset[str]
    mentions: Mentions | None = None  # of English alone, as the names

    @classmethod
    def of(
        cls,
        language: str | None,
        published: date | None,
        names: Names | None,
        said: Iterable[Sequence[Said]],
        mentions: Mentions | None = None,
    ) -> Article:
        heard = {unit.claimant for units in said for unit in units if unit.claimant and unit.claimant != "unnamed"}
        known = frozenset(names.full) | frozenset(names.acronyms) | names.with_article if names else frozenset()
        places = gazetteer("places", language or ENGLISH)
        people = frozenset(name for name in known if not places.find(line_of(name), name))
        return cls(language, published, names, Speakers(sorted(heard)), people, mentions)


def structure(passage: Passage, said: Said, article: Article) -> Structure:
    """The fields of what one unit of a passage says."""
    start, end = said.span
    unit = passage.text[start:end]
    first, last = (max(0, said.content[0] - start), said.content[1] - start) if said.chain else (0, len(unit))
    if last <= first:
        first, last = 0, len(unit)
    return fields(unit, passage.start + start, article, content=(first, last), said=said, passage=passage.index)


def fields(
    unit: str,
    offset: int,
    article: Article,
    *,
    content: tuple[int, int],
    said: Said | None,
    passage: int | None = None,
) -> Structure:
    """The fields of a passage of the text that stands at `offset`; what is said lies in `content` of it.

    `passage` is its number, by which it is known whom a surname means there.
    """
    head = DATELINE.match(unit)
    begins = (
        head.end() if head is not None else 0
    )  # "ALDMOUTH — ": where the report was written, and nothing that it says
    first, last = max(content[0], begins), content[1]
    language = article.language
    dates = moments(unit, language, article.published)
    told = [
        moment
        for moment in dates
        if is_just_said(unit, moment) or (said and is_of_saying(moment, unit, first, last, said, language))
    ]
    line = line_of(unit)
    bodies = [
        (line.starts[body.first], line.ends[body.after - 1], body.name)
        for body in gazetteer("bodies", language or ENGLISH).find(line, unit)
    ]
    told_at = circumstances(said, unit) if said else (0, 0)
    elsewhere = (
        [(0, begins)] + [(start, end) for start, end, _ in bodies] + [told_at, description(said) if said else (0, 0)]
    )
    places = locations(unit, language, article.people, elsewhere)
    return Structure(
        numbers=tuple(
            number.moved(offset) for number in quantities(unit, language, dates) if first <= number.start < last
        ),
        locations=places,
        actors=actors(
            unit[first:last],
            language,
            names=article.names,
            mentions=article.mentions,
            passage=passage,
            speakers=article.speakers,
            places=places,
            bodies=[(start - first, end - first, name) for start, end, name in bodies if first <= start < last],
        ),
        asserted=first_known(told, article.published) or on_the_day(article.published),
        event=first_known(happened(unit, [moment for moment in dates if moment not in told]), article.published),
    )


def counted(numbers: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """The numbers of a claim without those that only tell when it was: "two days before the attack"."""
    return tuple(number for number in numbers if not is_distance(number, text))


def is_distance(number: Quantity, text: str) -> bool:
    return number.unit in DISTANCES and number.bound is Bound.EXACTLY and FROM_IT.match(text, number.end) is not None


DISTANCES = frozenset({"days", "weeks", "months", "years"})
FROM_IT = re.compile(r"\s(?:before|after|earlier|later|ago|afterwards|on(?=[,.]))\b")


def description(said: Said) -> tuple[int, int]:
    """Where it stands who a speaker is, between name and verb: "Smith, who leads the party of Norland, said"."""
    frame = said.frame
    if frame is None or frame.source is None or not said.chain or frame.source[1] >= frame.cue[0]:
        return 0, 0
    return frame.source[1] - said.span[0], frame.cue[0] - said.span[0]


def happened(unit: str, dates: Sequence[Moment]) -> list[Moment]:
    """The times of what a unit tells: not of the article's head, nor of what only came before or after it.

    "Two days before the attack of 11 May" is 9 May; "trade grew after the road was opened in May" is not in May.
    """
    head = DATELINE.match(unit)
    found: list[Moment] = []
    for moment in dates:
        if head is not None and moment.start < head.end():
            continue
        apart = APART.search(unit, 0, moment.start)
        if apart is not None and moment.begins is not None and moment.begins == moment.ends:
            step = timedelta(days=number_of_days(apart["days"])) * (-1 if apart["side"] == "before" else 1)
            moment = replace(moment, begins=moment.begins + step, ends=moment.begins + step)
        elif apart is not None or BESIDE_IT.search(unit, 0, moment.start):
            continue
        last = found[-1] if found else None
        if last is not None and is_until(unit, last, moment):
            found[-1] = replace(last, end=moment.end, ends=moment.ends)
        else:
            found.append(moment)
    return found


def is_until(unit: str, first: Moment, last: Moment) -> bool:
    """Whether two times are the ends of one: "between September 2019 and January 2020", "from 3 to 5 May"."""
    if first.begins is None or last.ends is None or last.ends <= first.begins:
        return False
    joint = FROM_TO.get(unit[: first.start].lower().rsplit(maxsplit=1)[-1] if unit[: first.start].strip() else "")
    return joint is not None and unit[first.end : last.start].strip() in joint


FROM_TO = {"between": ("and",), "from": ("to", "until", "till")}


def number_of_days(word: str) -> int:
    return int(word) if word.isdigit() else DAYS.index(word.lower())


def is_just_said(unit: str, moment: Moment) -> bool:
    """Whether words of saying stand right before a time."""
    return JUST_SAID.search(unit[: moment.start].lower(), max(0, moment.start - LEAD)) is not None


def circumstances(said: Said, unit: str) -> tuple[int, int]:
    """Where the article tells how it was said, behind the verb: "…, she told AFP in an interview in Paris"."""
    frame = said.frame
    if frame is None or not said.chain or frame.verb.family is not Family.SAY:
        return 0, 0
    if frame.content[0] <= frame.cue[0] and frame.cue[1] <= frame.content[1]:
        ends = frame.source[1] if frame.source is not None else 0  # "A video said to show the port"
        return frame.cue[1] - said.span[0], max(ends, frame.cue[1]) - said.span[0]
    ends = frame.content[0] - said.span[0] if frame.content[0] > frame.cue[0] else len(unit)
    return frame.cue[1] - said.span[0], ends


def is_of_saying(moment: Moment, unit: str, first: int, last: int, said: Said, language: str | None) -> bool:
    """Whether a date tells when it was said, and not when what is told happened."""
    if not said.chain or said.frame is None:
        return False
    if not first <= moment.start < last:
        return True
    if said.frame.content[0] < said.frame.cue[0]:
        return False
    that = unit.find(THAT.get(language or "", " that "), first, first + LEAD)
    return that >= 0 and moment.end <= that + 1


def first_known(found: Sequence[Moment], published: date | None) -> When | None:
    """The first time that is known; "since" reaches to the article's date, other bounds are no time of their own."""
    for moment in found:
        if moment.begins is None or moment.ends is None or moment.precision is None:
            continue
        if moment.relation is Relation.ON:
            return When(moment.begins, moment.ends, moment.precision)
        if moment.relation is Relation.SINCE and published is not None and moment.begins <= published:
            return When(moment.begins, published, moment.precision)
    return None


def on_the_day(published: date | None) -> When | None:
    return When(published, published, DatePrecision.DAY) if published else None
