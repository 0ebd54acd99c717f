from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.errors import StorageProblem, StorageTrouble
from services.my_shop.profiles import DayHours
from services.publishing.post_options import PostKind
from services.shop import Shop
from ui.page import Undo
from ui.queue.queue_page import QueuePage
from ui.queue.slots_editor import SlotsEditor
from ui.queue.slots_popover import SlotPopover


@pytest.fixture
def editor(page: QueuePage, shop: Shop, account: Account) -> SlotsEditor:
    """Open from nine to six on all days but Sunday."""
    hours = tuple(DayHours(day, "09:00", "18:00") if day < 6 else DayHours(day) for day in range(7))
    shop.profiles.save(account.id, replace(shop.profiles.get(account.id), hours=hours))
    page.header.slots.click()
    assert page.calendar.currentWidget() is page.calendar.slots
    return page.calendar.slots


@pytest.fixture
def undos(page: QueuePage) -> list[Undo]:
    found: list[Undo] = []
    page.undo_offered.connect(found.append)
    return found


def popover(editor: SlotsEditor) -> SlotPopover:
    assert editor.popover is not None
    assert editor.popover.isVisible()
    return editor.popover


def kept(shop: Shop, account: Account) -> list[tuple[int, str, PostKind]]:
    return [(slot.weekday, slot.wall, slot.kind) for slot in shop.slots.list(account.id)]


def test_the_usual_hours_are_shown_as_such(editor: SlotsEditor, shop: Shop) -> None:
    assert len(editor.chips) == 12
    assert "Helsinki" in editor._note.text()
    assert "opening hours" in editor._note.text()
    assert editor.usual.isHidden()
    assert editor.chips[0].hasFocus()


def test_times_on_a_closed_day_are_marked_and_not_offered(
    editor: SlotsEditor, shop: Shop, account: Account
) -> None:
    assert _said(editor).count("Closed") == 1
    assert not any("nothing goes out" in said for said in _said(editor))
    shop.slots.save(account.id, ((6, "12:00"),))
    editor.show_account(account)
    assert any("nothing goes out" in said for said in _said(editor))
    assert shop.slots.next_free(account.id) is None
    profile = shop.profiles.get(account.id)
    hours = (*profile.hours[:6], DayHours(6, "10:00", "14:00"))
    shop.profiles.save(account.id, replace(profile, hours=hours))
    editor.show_account(account)
    assert "Closed" not in _said(editor)
    slot = shop.slots.next_free(account.id)
    assert slot is not None
    assert slot.wall == "2026-11-22T12:00"


def test_a_shop_that_sells_online_has_times_on_every_day(
    editor: SlotsEditor, shop: Shop, account: Account
) -> None:
    profile = shop.profiles.get(account.id)
    shop.profiles.save(account.id, replace(profile, hours=tuple(DayHours(n) for n in range(7))))
    editor.show_account(account)
    assert len(editor.chips) == 14
    assert "Closed" not in _said(editor)


def _said(editor: SlotsEditor) -> list[str]:
    QApplication.processEvents()
    labels = editor.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(editor) and label.text()]


def test_a_time_is_added_with_its_kind(
    editor: SlotsEditor, shop: Shop, account: Account, undos: list[Undo], qtbot: QtBot
) -> None:
    before = kept(shop, account)
    qtbot.keyClick(editor.adds[6], Qt.Key.Key_Space)
    box = popover(editor)
    box.time.setTime(QTime(11, 15))
    box.kinds.button("help").click()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (6, "11:15", PostKind.HELP) in kept(shop, account)
    assert len(editor.chips) == 13
    assert editor.chips[-1].kind == "Help"
    assert "Sunday" in editor.chips[-1].accessibleName()
    assert not editor.usual.isHidden()
    assert undos[-1].sentence == "Sunday, 11:15 is a slot now"
    undos[-1].undo()
    assert kept(shop, account) == before
    assert shop.slots.is_usual(account.id)


def test_a_time_is_changed_and_removed(
    editor: SlotsEditor, shop: Shop, account: Account, undos: list[Undo]
) -> None:
    editor.chips[0].click()
    box = popover(editor)
    assert box.time.time() == QTime(9, 0)
    box.time.setTime(QTime(8, 30))
    box.keep.click()
    assert kept(shop, account)[0] == (0, "08:30", PostKind.GUESSED)
    assert len(kept(shop, account)) == 12
    editor.chips[0].click()
    popover(editor).remove.click()
    assert kept(shop, account)[0] == (0, "17:30", PostKind.GUESSED)
    assert undos[-1].sentence == "Monday, 08:30 removed"
    undos[-1].undo()
    assert kept(shop, account)[0] == (0, "08:30", PostKind.GUESSED)


def test_a_day_is_copied_and_the_usual_hours_come_back(
    editor: SlotsEditor, shop: Shop, account: Account, undos: list[Undo]
) -> None:
    shop.slots.save(account.id, [(0, "07:45", PostKind.ASK), (3, "12:00")])
    editor.show_account(account)
    editor.chips[0].click()
    popover(editor).copy.click()
    assert kept(shop, account) == [(day, "07:45", PostKind.ASK) for day in range(7)]
    editor.usual.click()
    assert shop.slots.is_usual(account.id)
    undos[-1].undo()
    assert len(kept(shop, account)) == 7


def test_done_goes_back_to_the_week(page: QueuePage, editor: SlotsEditor) -> None:
    assert page.header.back.isHidden()
    editor.close_button.click()
    assert page.calendar.currentWidget() is page.grid
    assert page.header.slots.hasFocus()
    assert not page.header.slots.isChecked()
    page.header.slots.click()
    page.header.views.button("month").click()
    assert page.calendar.currentWidget() is not editor


def test_a_disk_that_refuses_is_told(
    page: QueuePage, editor: SlotsEditor, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    def refuse(*_: Any) -> None:
        raise StorageTrouble(StorageProblem.LOCKED, tmp_path)

    monkeypatch.setattr(type(page._shop.slots), "save", refuse)
    told: list[object] = []
    page.message.connect(told.append)
    editor.adds[0].click()
    popover(editor).keep.click()
    assert told
    assert len(editor.chips) == 12
