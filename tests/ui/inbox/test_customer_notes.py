"""Notes about customers: kept under the right name, and held while the disk refuses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from services.errors import StorageProblem, StorageTrouble
from services.inbox.customers import Customers
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from ui.inbox.inbox_page import InboxPage


def full(*_args: object) -> None:
    raise StorageTrouble(StorageProblem.FULL, Path("/full"))


def kept(shop: Shop, item_id: str) -> str:
    return shop.customers.get(shop.inbox.row(item_id).customer.id).notes


def test_they_are_on_disk_within_a_second(
    page: InboxPage, shop: Shop, says: Says, qtbot: QtBot
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    page.customer.notes.setPlainText("Likes celadon 🍵\nعميلة وفيّة")
    assert not page.is_saved()
    qtbot.waitUntil(lambda: kept(shop, item_id) == "Likes celadon 🍵\nعميلة وفيّة", timeout=5_000)
    assert page.is_saved()


def test_what_the_disk_refuses_is_not_called_saved(
    page: InboxPage, shop: Shop, says: Says, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = says("Maya", "First", ago=120)
    second = says("Tom", "Second", ago=60)
    page.show()
    page.open_item(first)
    with monkeypatch.context() as patch:
        patch.setattr(Customers, "save_notes", full)
        page.customer.notes.setPlainText("Not lost")
        with qtbot.waitSignal(page.message) as told:
            page.save_now()
        assert "disk is full" in told.args[0].sentence
        assert not page.is_saved()
        assert isinstance(page.save_trouble(), StorageTrouble)
        page.open_item(second)
        assert page.customer.notes.toPlainText() == ""
        page.customer.notes.setPlainText("Tom's")
        page.open_item(first)
        assert page.customer.notes.toPlainText() == "Not lost"
    with qtbot.waitSignals([page.message, page.saved]):
        page.save_now()
    assert page.is_saved()
    assert page.save_trouble() is None
    assert (kept(shop, first), kept(shop, second)) == ("Not lost", "Tom's")


def test_it_is_tried_again_by_itself(
    page: InboxPage, shop: Shop, says: Says, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    with monkeypatch.context() as patch:
        patch.setattr(Customers, "save_notes", full)
        page.customer.notes.setPlainText("Held")
        page.save_now()
    qtbot.waitUntil(lambda: kept(shop, item_id) == "Held", timeout=5_000)


def test_notes_in_the_hand_stay_with_their_customer(
    page: InboxPage, shop: Shop, says: Says
) -> None:
    """A notice may open another conversation while the caret is in the notes."""
    first, second = says("Maya", "First", ago=120), says("Tom", "Second", ago=60)
    page.show()
    page.open_item(first)
    page.drawer.open()
    page.customer.notes.setFocus()
    page.customer.notes.setPlainText("Maya's")
    page.lanes.list.opened.emit(second)
    assert page.customer.notes.toPlainText() == ""
    page.customer.notes.insertPlainText("Tom's")
    page.save_now()
    assert (kept(shop, first), kept(shop, second)) == ("Maya's", "Tom's")


def test_what_is_being_written_stays_as_it_is(page: InboxPage, shop: Shop, says: Says) -> None:
    says("Maya", "Do you ship?")
    page.show()
    page.drawer.open()
    notes = page.customer.notes
    notes.activateWindow()
    notes.setFocus()
    notes.setPlainText("From Riga\u0000 ")
    page.save_now()
    page.refresh()
    assert notes.toPlainText().endswith(" ")


@pytest.mark.parametrize("notes", ["12\u00a0€", "نعم\u00a0٪\u2028抹茶 🍵"])
def test_looking_at_notes_changes_nothing(
    page: InboxPage, shop: Shop, says: Says, notes: str
) -> None:
    first, second = says("Zoé", "One", ago=120), says("Tom", "Two", ago=60)
    shop.customers.save_notes(shop.inbox.row(first).customer.id, notes)
    page.show()
    page.open_item(first)
    page.drawer.open()
    page.open_item(second)
    page.open_item(first)
    assert page.is_saved()
    page.save_now()
    assert kept(shop, first) == notes
    page.customer.notes.moveCursor(QTextCursor.MoveOperation.End)
    page.customer.notes.insertPlainText(" and a\u00a0cup")
    page.save_now()
    assert kept(shop, first) == notes.replace("\u2028", "\n") + " and a\u00a0cup"
