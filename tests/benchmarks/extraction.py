"""How fast the extraction engine is, how much memory it keeps, and how its time grows with the length of a text.

Run by hand; needs no database and one idle core:

    python3 -m tests.benchmarks.extraction [--texts FOLDER] [--articles 10000] [--largest 5000000]

Everything is measured: normalising, segmenting, furniture, language and the engine. `--texts` takes a folder of `.txt`
or `.md` files, or a `.jsonl` file with a "text" a line, and measures those beside the generated articles. Times are
those of this process's core (`process_time`), so that other work on the machine disturbs them less.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from verification.extraction.engine import extract
from verification.text.documents import read
from verification.text.normalise import normalise
from verification.text.segment import paragraphs, sentences

GOAL = 1_000
SHAPES = (
    "paragraphs",
    "one line",
    "no punctuation",
    "open quotes",
    "brackets",
    "names",
    "speakers of another language",
)
STEPS = 4  # how often each length is doubled on the way to the largest
LINE = 200_000

SYLLABLES = "ba do ka lu ma ne ri so ta ve zi hor mil dan ker pol sto"
ROLES = ("minister", "spokeswoman", "general", "governor", "doctor", "prosecutor", "mayor", "analyst")
BODIES = ("health ministry", "electoral commission", "army", "Red Cross", "central bank", "United Nations")
SAYINGS = (
    "{name}, the {role} of {place}, said on Tuesday that {count} people had been killed in the attack on {place}.",
    "“We have counted {count} bodies,” {surname} told reporters, adding that the road to {place} was closed.",
    "The {body} denied that its forces had shelled {place}, and called the report baseless.",
    "According to the {body}, prices in {place} rose by {count} per cent in the year to March 20{year}.",
    "It could not be independently verified how many of the {count} houses had burned down.",
    "He said the {role} had met {name} in {place} before the vote, which was held on {day} May 20{year}.",
    "More than {count} cases were reported in {place}, while the {body} put the number at {other}.",
    "Is there anything that the {role} should have done differently?",
    "{surname} accused the {body} of hiding the figures; the {body} rejected the accusation.",
    "That would be a tragedy for everybody who lives there.",
    '"It was {other}, not {count}," the {role} was quoted as saying by the {body}.',
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="folder of .txt or .md files, or a .jsonl file")
    parser.add_argument("--articles", type=int, default=10_000, help="for memory; 0 leaves it out")
    parser.add_argument("--largest", type=int, default=5_000_000, help="characters; 0 leaves lengths out")
    given = parser.parse_args()
    extract(generated(0))  # loads what is loaded once
    generated_articles = [generated(seed) for seed in range(200)]
    slowest = speed("generated articles", generated_articles)
    if given.texts:
        slowest = min(slowest, speed(str(given.texts), list(texts_in(given.texts))))
    if given.articles:
        memory(given.articles)
    if given.largest:
        lengths(given.largest)
    return 0 if slowest >= GOAL else 1


def speed(name: str, texts: list[str]) -> float:
    """Prints and returns the sentences a second over `texts`."""
    count = sum(len(sentences(text, block)) for text in texts for block in paragraphs(text))
    taken = timed(lambda: [whole(text) for text in texts])
    print(f"{name}: {len(texts)} texts, {count} sentences in {taken:.1f} s, {count / taken:.0f} sentences/s")
    return count / taken


def memory(articles: int) -> None:
    """Prints what the process holds while it extracts article after article: flat where nothing is kept."""
    steps = max(1, articles // 10)
    for number in range(articles + 1):
        if number % steps == 0:
            print(f"after {number} articles: {held():.0f} MB held, {peak():.0f} MB at most")
        whole(generated(number))


def lengths(largest: int) -> None:
    """Prints the time against the length for each shape of text: linear where doubling takes twice as long."""
    for shape in SHAPES:
        before = 0.0
        for step in reversed(range(STEPS)):
            length = largest >> step
            text = shaped(shape, length)
            taken = timed(lambda text=text: whole(text))
            ratio = f", {taken / before:.2f} times the half" if before else ""
            print(f"{shape}, {length} characters: {taken:.2f} s, {taken / length * 1e6:.2f} s/MB{ratio}")
            before = taken
    print(f"one line of {LINE} characters: {timed(lambda: whole(shaped('one line', LINE))):.2f} s")


def whole(raw: str) -> int:
    return len(extract(normalise(raw).text))


def timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def held() -> float:
    """Megabytes in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def generated(seed: int, paragraphs: int = 10) -> str:
    """An article made of stock sentences: the same for the same seed."""
    chance = random.Random(seed)
    people = [[word(chance), word(chance)] for _ in range(6)]
    places = [word(chance) for _ in range(4)]
    return "\n\n".join(
        " ".join(sentence(chance, people, places) for _ in range(chance.randint(1, 4))) for _ in range(paragraphs)
    )


def sentence(chance: random.Random, people: list[list[str]], places: list[str]) -> str:
    person = chance.choice(people)
    return chance.choice(SAYINGS).format(
        name=" ".join(person),
        surname=person[1],
        role=chance.choice(ROLES),
        body=chance.choice(BODIES),
        place=chance.choice(places),
        count=chance.randint(2, 900),
        other=chance.randint(2, 900),
        year=chance.randint(10, 25),
        day=chance.randint(1, 28),
    )


def word(chance: random.Random) -> str:
    return "".join(chance.sample(SYLLABLES.split(), 3)).capitalize()


def shaped(shape: str, length: int) -> str:
    """A text of `length` characters in one of `SHAPES`."""
    pieces = list(enough(length))
    text = "\n\n".join(pieces)
    if shape in ("one line", "no punctuation", "open quotes", "brackets"):
        text = " ".join(text.split())
    if shape == "no punctuation":
        text = "".join(c for c in text if c.isalnum() or c == " ")
    elif shape == "open quotes":
        text = text.replace("”", "").replace(" said", " “said")
    elif shape == "brackets":
        text = text.replace(". ", ".) (“[").replace(",", "…")
    elif shape == "names":
        text = text.replace("attack on", "attack of General").title()
    elif shape == "speakers of another language":
        chance = random.Random(length)
        said = "Le général {} {} a déclaré mardi que les soldats avaient tué {} personnes dans la ville. "
        text = "".join(said.format(word(chance), word(chance), seed) for seed in range(length // 80))
    return text[:length]


def enough(length: int) -> Iterator[str]:
    made, seed = 0, 0
    while made < 2 * length:
        piece = generated(seed, paragraphs=40)
        made, seed = made + len(piece), seed + 1
        yield piece


def texts_in(place: Path) -> Iterable[str]:
    if place.is_file():
        for line in place.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
        return
    for path in sorted([*place.glob("*.txt"), *place.glob("*.md")]):
        yield read(path.read_bytes(), path.name).text


if __name__ == "__main__":
    raise SystemExit(main())
