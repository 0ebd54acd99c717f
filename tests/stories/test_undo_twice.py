"""Undo belongs to the last step, however soon it followed the one before."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from ui.page import Undo
from ui.program import Program


def test_the_newest_of_two_offers_is_taken_back(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    taken_back: list[str] = []
    shop_page = program.rooms.get("shop")
    for step in ("first", "second"):
        offer = Undo(step, 10, lambda step=step: taken_back.append(step))  # type: ignore[misc]
        shop_page.undo_offered.emit(offer)
    assert program.window.undo_bar.offered
    program.window.undo_bar.press()
    assert taken_back == ["second"]
    program.window.undo_bar.press()
    assert taken_back == ["second"]
