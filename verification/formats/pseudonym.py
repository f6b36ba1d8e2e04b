"""A name for a person that says nothing of them, yet stays theirs throughout a project."""

from __future__ import annotations

import base64
import hashlib
import hmac

LABEL = b"pseudonym"


def pseudonym_key(secret: str) -> bytes:
    """The key of all pseudonyms, made from the installation's secret so that neither gives the other away."""
    return hmac.new(secret.encode("utf-8"), LABEL, hashlib.sha256).digest()


def pseudonym(key: bytes, *, project: int, person: int) -> str:
    """`p-` and 16 characters: HMAC-SHA256 of project and person, cut to 80 bits.

    The same person has the same pseudonym in every release of one project and another one in each other
    project; without the key nobody can tell whose it is.
    """
    made = hmac.new(key, f"{project}/{person}".encode("ascii"), hashlib.sha256).digest()
    return "p-" + base64.b32encode(made[:10]).decode("ascii").lower()
