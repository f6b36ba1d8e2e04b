"""Small immutable objects that are made by the dozen for every sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, **options: bool) -> object:
        """A frozen dataclass for the type checker, which refuses to change one, and at run time one that is not.

        A frozen one is made five times as slowly: each of its fields is set past its own guard.
        """
        return dataclass(**options, unsafe_hash=frozen)


__all__ = ["cached_property", "record"]
Value = TypeVar("Value")


class cached_property(Generic[Value]):  # noqa: N801 - it stands for the one of functools
    """As that of `functools` without its lock, which takes longer than most of what is kept.

    Two threads that ask at the same time may both work the value out: for what depends on its object alone.
    """

    def __init__(self, worked_out: Callable[[Any], Value]) -> None:
        self._worked_out = worked_out
        self.__doc__ = worked_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, owner: type | None = None) -> Value:
        value = one.__dict__[self._name] = self._worked_out(one)
        return value
