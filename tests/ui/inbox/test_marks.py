"""Done, snoozed and reopened, by button and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.clock import DAY, SteppedClock
from services.inbox.items import Lane
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from tests.ui.inbox.reading import activate, counts
from ui.inbox.inbox_page import InboxPage
from widgets.item_row import ItemValue


def test_done_goes_on_to_the_next_and_can_be_taken_back(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "First", ago=120)
    says("Tom", "Second", ago=60)
    page.show()
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.pane.done.click()
    assert counts(page) == [1, 0, 1, 0]
    assert page.pane.name.text() == "Tom"
    offered.args[0].undo()
    assert counts(page) == [2, 0, 0, 0]


def test_a_done_conversation_can_be_reopened(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    says("Maya", "First")
    page.show()
    page.pane.done.click()
    page.lanes.lanes.choose(Lane.DONE)
    page.lanes.lane_chosen.emit(Lane.DONE)
    assert page.pane.reopen.isVisible()
    assert not page.pane.done.isVisible()
    page.pane.reopen.click()
    assert counts(page) == [1, 0, 0, 0]


def test_snoozing_puts_off_and_shows_when_it_wakes(
    page: InboxPage, says: Says, clock: SteppedClock, qtbot: QtBot
) -> None:
    says("Maya", "First")
    page.show()
    actions = page.pane.snooze_menu.actions()
    assert [action.text() for action in actions] == [
        "In three hours, 15:00",
        "Tomorrow, 09:00",
        "Next week, 09:00",
    ]
    with qtbot.waitSignal(page.undo_offered) as offered:
        actions[1].trigger()
    assert offered.args[0].sentence == "Snoozed until Tomorrow, 09:00"
    assert counts(page) == [0, 0, 0, 1]
    page.lanes.lanes.lane("snoozed").click()
    (row,) = page.lanes.list.items.rows
    assert isinstance(row, ItemValue)
    assert row.chip is not None
    assert row.chip.text == "Sat 09:00"
    clock.advance(DAY)
    page.refresh()
    assert counts(page) == [1, 0, 0, 0]


def test_a_new_word_brings_a_done_conversation_back(
    page: InboxPage, says: Says, clock: SteppedClock
) -> None:
    says("Maya", "Thanks", thread="77")
    page.show()
    page.pane.done.click()
    clock.advance(60)
    says("Maya", "One more thing", thread="77", ago=0)
    page.refresh()
    assert counts(page) == [1, 0, 0, 0]
    assert [bubble.value.text for bubble in page.pane.view.bubbles] == ["Thanks", "One more thing"]


def test_keys_walk_answer_and_finish(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    for number in range(3):
        says(f"Customer {number}", f"Word {number}", ago=300 - number)
    page.show()
    activate(page, qtbot)
    page.lanes.list.setFocus()
    qtbot.keyClick(page.lanes.list, Qt.Key.Key_J)
    assert page.pane.name.text() == "Customer 1"
    qtbot.keyClick(page.lanes.list, Qt.Key.Key_K)
    assert page.pane.name.text() == "Customer 0"
    qtbot.keyClick(page.lanes.list, Qt.Key.Key_E)
    assert counts(page) == [2, 0, 1, 0]
    qtbot.keyClick(page.lanes.list, Qt.Key.Key_R)
    assert page.pane.box.edit.hasFocus()


def test_letters_belong_to_a_text_field_that_has_the_focus(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "First")
    page.show()
    activate(page, qtbot)
    page.pane.box.take_focus()
    qtbot.keyClicks(page.pane.box.edit, "jekzr")
    assert page.pane.box.text() == "jekzr"
    assert counts(page) == [1, 0, 0, 0]


def test_single_keys_can_be_switched_off(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    from services.settings import SINGLE_KEYS

    says("Maya", "First")
    shop.settings.set(SINGLE_KEYS, False)
    page.show()
    activate(page, qtbot)
    page.lanes.list.setFocus()
    qtbot.keyClick(page.lanes.list, Qt.Key.Key_E)
    assert counts(page) == [1, 0, 0, 0]
