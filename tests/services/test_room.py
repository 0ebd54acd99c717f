from __future__ import annotations

import threading
from threading import RLock
from typing import Any

import pytest

from services.room import room


class House:
    def __init__(self) -> None:
        self.building: Any = RLock()
        self.built: list[str] = []
        self.refusing = False
        self.meanwhile = threading.Event()

    @room
    def hall(self) -> list[str]:
        """Where one comes in."""
        self.built.append("hall")
        if self.refusing:
            raise ValueError("no ground")
        return self.built

    @room
    def attic(self) -> tuple[list[str], str]:
        self.built.append("attic")
        return (self.hall, "attic")

    @room
    def cellar(self) -> object:
        self.built.append("cellar")
        self.meanwhile.wait()
        return object()


class Door:
    """A lock that says who has come to it."""

    def __init__(self, second: threading.Event) -> None:
        self._lock, self._second = RLock(), second
        self._at_it = 0

    def __enter__(self) -> None:
        self._at_it += 1
        if self._at_it == 2:
            self._second.set()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_it_is_built_when_first_entered_and_once() -> None:
    house = House()
    assert house.built == []
    assert house.hall is house.hall
    assert house.built == ["hall"]


def test_two_lanes_that_enter_at_once_are_in_the_same() -> None:
    """The first is still building when the second comes, and cannot end before that."""
    house = House()
    house.building = Door(house.meanwhile)
    entered: list[object] = []
    lanes = [threading.Thread(target=lambda: entered.append(house.cellar)) for _ in range(2)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert entered[0] is entered[1]
    assert house.built == ["cellar"]


def test_a_room_may_enter_rooms_while_it_is_built() -> None:
    house = House()
    assert house.attic == (house.hall, "attic")
    assert house.built == ["attic", "hall"]


def test_one_that_could_not_be_built_is_built_when_asked_again() -> None:
    house = House()
    house.refusing = True
    for _ in range(2):
        with pytest.raises(ValueError, match="no ground"):
            _ = house.hall
    house.refusing = False
    assert house.hall == ["hall"] * 3


def test_houses_share_nothing() -> None:
    one, other = House(), House()
    assert one.hall is not other.hall


def test_once_built_it_is_an_attribute_like_any_other() -> None:
    """It can be put there by hand, and no lock is asked for any more."""
    house = House()
    house.hall = ["a stand-in"]
    house.building = None
    assert house.hall == ["a stand-in"]


def test_of_the_class_it_is_itself() -> None:
    assert isinstance(House.hall, room)
    assert House.hall.__doc__ == "Where one comes in."
