"""What an answer must look like: its words are those of the vocabulary, its lengths and numbers are bounded."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from verification.extraction.frames import LONGEST
from verification.extraction.topic import MOST_TOPICS
from verification.text.normalise import normalise
from verification.vocabulary import Dispute, Modality, Speech, Topic

MOST_CLAIMS = 100  # of one part of an article
MOST_SPEAKERS = 5
MOST_AGAINST = 10
LONGEST_STATEMENT = 600  # code points
LONGEST_NAME = 200
LONGEST_UNCLEAR = 80
MOST_UNCLEAR = 3
# What only bounds: servers that build grammars from a schema know the shapes and stumble over these.
BOUNDS = ("minLength", "maxLength", "minItems", "maxItems")


class Unusable(Exception):
    """An answer that is not what was asked for; the message says in plain words what is wrong with it."""


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _words(longest: int, *, least: int = 0) -> dict[str, Any]:
    return {"type": "string", "minLength": least, "maxLength": longest}


def _list(of: dict[str, Any], *, most: int, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": of, "minItems": least, "maxItems": most}


CLAIM = _object(
    quote=_words(LONGEST, least=1),
    statement=_words(LONGEST_STATEMENT),
    speakers=_list(
        _object(
            name=_words(LONGEST_NAME, least=1),
            words=_words(LONGEST_NAME),
            cue=_words(LONGEST_NAME),
            speech={"type": "string", "enum": [speech.value for speech in Speech]},
        ),
        most=MOST_SPEAKERS,
    ),
    unclear=_list(_words(LONGEST_UNCLEAR, least=1), most=MOST_UNCLEAR),
    modality={"type": "string", "enum": [modality.value for modality in Modality]},
    topics=_list({"type": "string", "enum": [topic.value for topic in Topic]}, least=1, most=MOST_TOPICS),
    worth={"type": "integer", "enum": [1, 2, 3]},
    dispute={"type": "string", "enum": [dispute.value for dispute in Dispute]},
    against=_list(
        _object(
            quote=_words(LONGEST, least=1),
            kind={"type": "string", "enum": [Dispute.DENIED.value, Dispute.UNVERIFIABLE.value]},
        ),
        most=MOST_AGAINST,
    ),
)
ANSWER = _object(claims={"type": "array", "items": CLAIM})
FITS = Draft202012Validator(CLAIM)


def without_bounds(schema: Any) -> Any:
    """The schema with its shapes alone."""
    if isinstance(schema, dict):
        return {key: without_bounds(value) for key, value in schema.items() if key not in BOUNDS}
    return [without_bounds(part) for part in schema] if isinstance(schema, list) else schema


FOR_SERVERS: dict[str, Any] = without_bounds(ANSWER)


def as_text(value: Any) -> str:
    """JSON that is the same for the same value, so that it can be hashed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_answer(said: str) -> dict[str, Any]:
    """`{"claims": […], "refused": n}`: the claims that fit the schema, cleaned, and how many did not.

    Raises Unusable where there is no list of claims in what was said. A model that thinks aloud, or puts its JSON
    between fences, is understood all the same.
    """
    claims = _object_in(said)["claims"]
    fitting = [_cleaned(claim) for claim in claims[:MOST_CLAIMS] if FITS.is_valid(claim)]
    return {"claims": fitting, "refused": len(claims) - len(fitting)}


def _object_in(said: str) -> dict[str, Any]:
    text = said.rpartition("</think>")[2]
    decoder = json.JSONDecoder(parse_constant=_no_number)
    at = text.find("{")
    for _attempt in range(20):
        if at < 0:
            break
        try:
            found, _end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and isinstance(found.get("claims"), list):
            return found
        at = text.find("{", at + 1)
    raise Unusable("it sent no list of claims")


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _cleaned(value: Any) -> Any:
    """What was said with every text normalised as articles are: no control character, no half of a character."""
    if isinstance(value, str):
        return normalise(value).text
    if isinstance(value, dict):
        return {key: _cleaned(part) for key, part in value.items()}
    return [_cleaned(part) for part in value] if isinstance(value, list) else value
