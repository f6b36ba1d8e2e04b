"""The single keys of the pages: what each does, and what a person may make of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from verification.vocabulary import KeyMap

# What they do, in the order in which people are told of them.
STANDARD: dict[str, str] = {
    "supported": "1",
    "disputed": "2",
    "unverified": "3",
    "reason_1": "4",
    "reason_2": "5",
    "reason_3": "6",
    "reason_4": "7",
    "guess": "8",
    "fairly": "9",
    "certain": "0",
    "take": "e",
    "supports": "f",
    "contradicts": "d",
    "unverifiable": "v",
    "context": "c",
    "select": "s",
    "link": "l",
    "search": "h",
    "find": "/",
    "words": "w",
    "undo": "u",
    "add": "a",
    "skip": "x",
    "flag": "t",
    "guideline": "g",
    "help": "?",
    "down": "j",
    "up": "k",
    "next": "n",
    "previous": "p",
}


def in_force(key_map: str, own: Mapping[str, str]) -> dict[str, str]:
    """The key of each action; an action that has none is left out, and so are all where single keys are off."""
    if key_map == KeyMap.OFF:
        return {}
    if key_map == KeyMap.STANDARD:
        return dict(STANDARD)
    # What somebody chose goes before what an action has that they did not know of when they chose.
    taken = set(own.values())
    standard = {action: "" if key in taken else key for action, key in STANDARD.items()}
    return {action: key for action in STANDARD if (key := own.get(action, standard[action]))}


def twice(keys: Mapping[str, str]) -> list[str]:
    """The keys that two actions share, each once."""
    held = [key for key in keys.values() if key]
    return sorted({key for key in held if held.count(key) > 1})


def is_usable(key: str) -> bool:
    """Whether `key` is one sign that a keyboard types: no space, which turns pages and presses buttons."""
    return len(key) == 1 and key.isprintable() and not key.isspace()
