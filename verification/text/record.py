"""Small immutable objects that are made by the dozen for every sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, **options: bool) -> object:
        """A frozen dataclass for the type checker, which refuses to change one, and at run time one that is not.

        A frozen one is made five times as slowly: each of its fields is set past its own guard.
        """
        return dataclass(**options, unsafe_hash=frozen)


__all__ = ["record"]
