"""The inbox page: lanes, the conversation shown, notes, notices and room."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from services.clock import DAY
from services.inbox.items import Lane
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from tests.ui.inbox.reading import activate, counts, rows, unread
from ui.inbox.inbox_page import InboxPage


def test_an_empty_inbox_says_so_and_checks(page: InboxPage, shop: Shop, qtbot: QtBot) -> None:
    page.show()
    assert page.first.isVisible()
    assert page.first.sentence.startswith("Nothing to answer yet.")
    with qtbot.waitSignal(page.changed):
        page.first.button.click()
    assert page.count() > 0
    assert page.pane.isVisible()


def test_lanes_and_counts(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    says("Maya", "Do you ship to Lahti?", ago=60)
    says("Tom", "It came broken", ago=30, topic="complaint")
    says("Ana", "Hello from yesterday", ago=DAY)
    page.show()
    assert rows(page) == [
        "[Complaints and orders]",
        "It came broken",
        "[Waiting longest]",
        "Hello from yesterday",
        "[Today]",
        "Do you ship to Lahti?",
    ]
    assert counts(page) == [3, 0, 0, 0]
    assert page.count() == 3


def test_opening_marks_read_and_answers_nothing(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    says("Maya", "First", ago=120)
    says("Tom", "Second", ago=60)
    page.show()
    assert unread(page) == ["First", "Second"]
    view = page.lanes.list
    index = view.items.index(view.items.row_of(page.lanes.list.next_id()))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    assert unread(page) == ["First"]
    assert counts(page) == [2, 0, 0, 0]
    assert page.pane.name.text() == "Tom"


def test_the_first_conversation_is_shown_but_stays_new(page: InboxPage, says: Says) -> None:
    says("Maya", "First")
    page.show()
    assert page.pane.name.text() == "Maya"
    assert unread(page) == ["First"]


def test_notes_about_a_customer_are_saved(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    item_id = says("Maya", "First", thread="9")
    says("Maya", "Second", thread="9")
    page.show()
    page.pane.notes.click()
    assert page.drawer.is_open
    assert "2" in page.customer._history.text()
    page.customer.notes.setPlainText("Likes smoky tea 🍵")
    page.save_now()
    customer = shop.inbox.row(item_id).customer
    assert shop.customers.get(customer.id).notes == "Likes smoky tea 🍵"


def test_a_notice_opens_its_conversation_ready_to_answer(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    says("Maya", "First", ago=120)
    item_id = says("Tom", "Second", ago=60)
    shop.inbox.mark_done(item_id)
    page.show()
    activate(page, qtbot)
    page.open_item(item_id)
    assert page.lanes.lane == Lane.DONE
    assert page.pane.name.text() == "Tom"
    assert page.pane.box.edit.hasFocus()


def test_every_control_has_a_name_and_takes_the_focus(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "First")
    page.show()
    page.pane.notes.click()
    controls = [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QPlainTextEdit) and each.isVisible()
    ]
    assert len(controls) >= 10
    for each in controls:
        text = each.text() if isinstance(each, QAbstractButton) else ""
        assert each.accessibleName() or text, each
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
    assert page.lanes.list.accessibleName()
    said = page.lanes.list.items.data(
        page.lanes.list.items.index(0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert said == "New, Maya, 11:59, First"


def test_narrow_windows_keep_room_for_the_words(page: InboxPage, says: Says) -> None:
    says("Maya", "First")
    page.resize(960, 560)
    page.show()
    assert page.pane.width() >= 400


def test_right_to_left_turns_the_page_round(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    says("ليلى", "هل تشحنون إلى عمّان؟")
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.show()
    qtbot.waitUntil(lambda: page.pane.width() > 0)
    lanes = page.lanes.mapTo(page, page.lanes.rect().topLeft()).x()
    pane = page.pane.mapTo(page, page.pane.rect().topLeft()).x()
    assert lanes > pane


def test_trouble_at_x_is_told(page: InboxPage, qtbot: QtBot, monkeypatch: Any) -> None:
    from services.errors import Offline
    from services.inbox.feeds import Feeds

    def offline(*_args: object) -> None:
        raise Offline

    monkeypatch.setattr(Feeds, "check", offline)
    page.show()
    with qtbot.waitSignal(page.message) as told:
        page.first.button.click()
    assert "No connection" in told.args[0].sentence


def test_the_open_card_covers_neither_words_nor_buttons(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "Do you ship to Lahti? " * 6)
    page.show()
    activate(page, qtbot)
    page.pane.notes.click()
    assert page.customer.notes.hasFocus()

    def free() -> bool:
        card = QRect(page.drawer.mapTo(page, QPoint()), page.drawer.size())
        shown = (page.pane.done, page.pane.box.button, page.pane.view.bubbles[0])
        return not any(card.intersects(QRect(w.mapTo(page, QPoint()), w.size())) for w in shown)

    qtbot.waitUntil(free)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(free)
    page.resize(1000, 716)
    qtbot.waitUntil(lambda: not free())
    page.drawer.close_drawer()
    page.resize(1280, 716)
    qtbot.waitUntil(lambda: page.pane.width() > 700)


def test_the_row_of_a_notice_is_in_view(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    for number in range(20):
        item_id = says(f"Customer {number}", f"Word {number} 🍵", ago=2_000 - number * 60)
    page.show()
    activate(page, qtbot)
    page.open_item(item_id)
    view = page.lanes.list
    row = view.items.index(view.items.row_of(item_id))
    assert view.currentIndex() == row
    assert view.viewport().rect().contains(view.visualRect(row))
    view.verticalScrollBar().setValue(0)
    page.refresh()
    says("Somebody new", "Later", ago=1)
    page.refresh()
    assert view.verticalScrollBar().value() == 0
    view.verticalScrollBar().setValue(300)
    middle = view.indexAt(view.viewport().rect().center())
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(middle).center()
    )
    assert view.currentIndex() == middle
    assert view.verticalScrollBar().value() == 300


def test_beside_a_lane_stands_one_of_its_conversations(
    page: InboxPage, says: Says, shop: Shop
) -> None:
    shop.inbox.mark_done(says("Tom", "Done with", ago=120))
    says("Maya", "To answer", ago=60)
    page.show()
    for lane, name in (("done", "Tom"), ("to_answer", "Maya"), ("done", "Tom")):
        page.lanes.lanes.choose(lane)
        page.lanes.lane_chosen.emit(lane)
        assert page.pane.name.text() == name
        assert page.lanes.list.currentIndex().isValid()
    page.lanes.lanes.choose("waiting")
    page.lanes.lane_chosen.emit("waiting")
    assert page.blank.isVisible()


def test_after_the_last_one_nothing_stays_open(page: InboxPage, says: Says) -> None:
    says("Maya", "The only one")
    page.show()
    page.pane.done.click()
    assert page.blank.isVisible()
    assert page.lanes.empty.isVisible()


def test_a_half_written_answer_goes_on_at_its_end(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    first, second = says("Maya", "First", ago=120), says("Tom", "Second", ago=60)
    page.show()
    page.open_item(first)
    page.pane.box.set_text("Yes, on 🍵")
    page.open_item(second)
    page.open_item(first)
    page.pane.box.edit.insertPlainText(" Monday")
    assert page.pane.box.text() == "Yes, on 🍵 Monday"
