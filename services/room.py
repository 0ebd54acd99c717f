"""A room of the shop: loaded and built when it is first entered, once, whichever lane enters first.

Not `functools.cached_property`: from Python 3.12 on it has no lock, and two lanes that enter at
the same moment would each be given one of their own, with its own locks and its own memory.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Protocol, Self, TypeVar, overload

T = TypeVar("T")


class Built(Protocol):
    """Whatever has rooms; one lock for all of them, since rooms build rooms."""

    building: RLock


class room(Generic[T]):  # noqa: N801 - read as a word of the language, like property
    """Kept among the instance's own attributes: after the first time this is not asked again."""

    def __init__(self, build: Callable[[Any], T]) -> None:
        self.build = build
        self.__doc__ = build.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: Built, owner: type) -> T: ...

    def __get__(self, instance: Built | None, owner: type) -> Self | T:
        if instance is None:
            return self
        with instance.building:
            kept: dict[str, T] = instance.__dict__
            if self._name not in kept:
                kept[self._name] = self.build(instance)
            return kept[self._name]
