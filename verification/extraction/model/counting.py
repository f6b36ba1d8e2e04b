"""Words with which articles set one number against another."""

import re

from .gated import Gated

COUNTED = Gated(
    r"\b(?:put|puts|putting|estimat\w+|count\w*|revis\w+|only|just(?! (?:in|after|before|as)\b)"
    r"|no more than|(?<!no )fewer than|(?<!no )less than"
    r"|instead|however|lower|higher|merely|in (?:reality|fact)|closer to|nearer"
    r"|(?:actual|real|true) (?:number|figure|toll|count|total|rate|cost|share))\b|^(?:but|yet)\b",
    "reality in_fact closer nearer"
    " put estimat count revis only just no_more fewer less_than instead however lower higher merely but yet"
    " actual real true",
)
A_NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|(?:t(?:wo|hree|en|welve|wenty|housands)|f(?:our|ive)|s(?:ix|even)|e(?:ight|leven)"
    r"|n(?:ine|obody|one)|dozens|h(?:undreds|alf))\b)"
)
# A number that is set against others.
COUNTS_ANEW = Gated(
    r"\b(?:put|puts|putting)\b.{0,60}\bat\b|\b(?:gave|gives|giving|with) (?:an?|its own|the) (?:\w+ ){0,3}"
    r"(?:number|figure|toll|total|estimate|tally)\b|\brevised\b|\bfar (?:lower|higher|fewer|more)\b",
    "put number figure toll total estimate tally revised far",
)
FIGURE = re.compile(r"\b(?:figure|number|toll|statistic)s?\b")
UP = re.compile(r"\b(?:r[io]se|risen|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|gone up|went up|doubled)\b")
DOWN = re.compile(r"\b(?:f[ae]ll(?:en|ing|s)?|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk|gone down|went down|halved)\b")
# Of a number that is set against a greater one.
ONLY_SO_MANY = re.compile(
    r"\bonly (?:about |around |some |just )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half)"
)
# How somebody gives a count of their own, which another count near it can be set against.
OWN_COUNT = Gated(
    r"\b(?:more than|at least|as many as|recorded|counted|registered|documented|confirm(?:ed)?|buried)\b.{0,40}"
    r"\b(?:\d|dozens|hundreds|thousands)",
    "more_than at_least as_many recorded counted registered documented confirm buried",
)
PERCENT = re.compile(r"\d ?%|\bper ?cent\b")
BESIDES = re.compile(r"\b(?:another|others|more|further|also|total|so far|since)\b(?! than)")
SO_FAR = re.compile(r"\b(?:so far|since)\b")  # a count of something longer
# What a number counts, as far as its sign tells: shares, money, or people and things.
KINDS = re.compile(
    r"(?P<share>\d ?%|\bper ?cent\b)|(?P<money>[$£€¥]|\b(?:dollars|pounds|euros|roubles|lira|rupees|yuan)\b)"
)


def kinds(text: str) -> frozenset[str]:
    """The kinds of the numbers of a text."""
    found = {match.lastgroup for match in KINDS.finditer(text)}
    signed = frozenset(kind for kind in found if kind in ("share", "money"))
    return signed or frozenset({"things"})


# Words of other languages by which a number is set against another.
COUNTS_ABROAD = re.compile(
    r"\b(?:réel\w*|en réalité|dépass\w+|au moins|plus de|supérieur\w*|seulement|eleva\w*|elevó|asciende\w*|en realidad"
    r"|supera\w*|al menos|más de|solo|sólo|на самом деле|превыша\w+|более|не менее|только|лишь|насправді|перевищу\w+"
    r"|понад|щонайменше|лише|більше)\b|بیش از|دست‌کم|فقط|در واقع|تجاوز|أكثر من|لا يقل عن|فقط"
)
# A part of those who were asked.
SHARE_OF_PEOPLE = re.compile(
    r"(?:\d[\d.,]*(?: ?%| per ?cent)|[\w-]+ (?:in|out of) (?:\d+|three|four|five|ten)\b"
    r"|(?:\w+ )?(?:majority|minority|plurality|half|third|quarter) of\b)"
)
