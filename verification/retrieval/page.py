"""What retrieving a page gives, or why it gave nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from verification.retrieval.networks import Network

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far retrieving one page may go. `allowed` are networks that are open although they are not public.

    `proxy` is the address of a proxy through which all goes: then it looks names up, and has to keep to the public
    internet itself; numbers and inner names are refused here all the same.
    """

    allowed: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({80, 443})
    most_bytes: int = 5 * MEGABYTE
    redirects: int = 5
    connect_seconds: float = 5
    read_seconds: float = 10  # of silence
    seconds: float = 20  # in all, redirects with it
    proxy: str | None = None
    agent: str = "Attest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it came. `url` is where it was found in the end, `content` its bytes, unpacked."""

    url: str
    status: int
    type: str  # text/html, text/plain or application/pdf
    content: bytes = field(repr=False)


class NotRetrieved(Exception):
    """No page was had; `str()` is a sentence for the person. `url` and `status` are how far it came, if anywhere."""

    def __init__(self, why: str, *, url: str | None = None, status: int | None = None) -> None:
        super().__init__(why)
        self.url = url
        self.status = status

    @classmethod
    def inside(cls) -> NotRetrieved:
        return cls("The address leads into a private network, from which nothing is retrieved.")
