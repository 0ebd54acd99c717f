from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from services.clock import DAY, SteppedClock
from services.inbox.items import Lane
from services.publishing.states import State
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from ui.inbox import inbox_page, item_actions
from ui.inbox.inbox_page import InboxPage
from ui.page import Undo
from widgets.item_row import HeadValue, ItemValue


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(inbox_page, item_actions)


def activate(page: InboxPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def rows(page: InboxPage) -> list[str]:
    """What each row says, heads in brackets."""
    return [
        f"[{row.text}]" if isinstance(row, HeadValue) else row.text
        for row in page.lanes.list.items.rows
    ]


def unread(page: InboxPage) -> list[str]:
    return [
        row.text for row in page.lanes.list.items.rows if isinstance(row, ItemValue) and row.unread
    ]


def counts(page: InboxPage) -> list[int]:
    return [page.lanes.lanes.lane(key).count for key in ("to_answer", "waiting", "done", "snoozed")]


def answer(page: InboxPage, text: str, qtbot: QtBot) -> Undo:
    page.pane.box.set_text(text)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.pane.box.button.click()
    undo: Undo = offered.args[0]
    return undo


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


def test_answering_moves_to_waiting_and_undo_brings_it_back(
    page: InboxPage, says: Says, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    undo = answer(page, "Yes, on Mondays 🍵", qtbot)
    assert counts(page) == [0, 1, 0, 0]
    assert page.pane.box.text() == ""
    assert [bubble.value.state for bubble in page.pane.view.bubbles] == [
        "",
        "Sending in a moment",
    ]
    (post,) = shop.outbox.list(shop.accounts.active().id)
    assert (post.answers_item, post.due_at) == (item_id, clock.now() + 10)
    undo.undo()
    assert counts(page) == [1, 0, 0, 0]
    assert page.pane.box.text() == "Yes, on Mondays 🍵"
    assert shop.outbox.get(post.id).state is State.DELETED


def test_an_answer_goes_out_to_the_practice_x(
    page: InboxPage, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    shop.feeds.check(shop.accounts.active().id)
    page.show()
    before = counts(page)
    answer(page, "Thank you for writing", qtbot)
    clock.advance(11)
    (sent,) = shop.publisher.publish_due()
    assert sent.state is State.SENT
    page.refresh()
    assert page.pane.view.bubbles[-1].value.state == "Sent"
    assert counts(page)[:2] == [before[0] - 1, before[1] + 1]


def test_an_answer_x_refuses_is_opened_there_with_the_words_ready(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot, opened: list[str]
) -> None:
    says("Maya", "Do you ship?")
    page.show()
    answer(page, "Yes we do", qtbot)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', "
            "reason_detail = 'not_allowed_to_answer'"
        )
    page.refresh()
    bubble = page.pane.view.bubbles[-1]
    assert bubble.value.state == "Needs you"
    assert "only on x.com" in bubble.value.note
    button = bubble.findChild(QPushButton)
    assert button is not None
    button.click()
    (link,) = opened
    assert link.startswith("https://x.com/intent/post?in_reply_to=5000&text=Yes%20we%20do")


def test_a_refused_answer_can_be_edited(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    says("Maya", "Do you ship?")
    page.show()
    answer(page, "Same words", qtbot)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', reason_detail = 'duplicate'"
        )
    page.refresh()
    page.pane.view.pressed.emit(page.pane.view.bubbles[-1].value.id)
    assert page.pane.box.text() == "Same words"
    assert counts(page) == [1, 0, 0, 0]


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
    assert row.chip == "Sat 09:00"
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


def test_words_begun_stay_with_their_conversation(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "First", ago=120)
    says("Tom", "Second", ago=60)
    page.show()
    page.pane.box.set_text("For Maya")
    page.lanes.list.step(1)
    assert page.pane.box.text() == ""
    page.pane.box.set_text("For Tom")
    page.lanes.list.step(-1)
    assert page.pane.box.text() == "For Maya"


def test_the_button_waits_for_words_that_fit(page: InboxPage, says: Says) -> None:
    says("Maya", "First")
    page.show()
    box = page.pane.box
    assert box.button.text() == "Answer (sample)"
    assert not box.button.isEnabled()
    box.set_text("あ" * 140)
    assert box.button.isEnabled()
    box.set_text("あ" * 141)
    assert not box.button.isEnabled()
    box.set_text("   ")
    assert not box.button.isEnabled()


def test_by_hand_nothing_is_hidden(
    shop: Shop, inline_tasks: Any, themed: Any, qtbot: QtBot, says: Says, opened: list[str]
) -> None:
    own = shop.accounts.start_own_shop(handle="leaf", zone="Europe/Helsinki")
    page = InboxPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.show()
    assert page.by_hand.isVisible()
    for word in ("key", "API", "token", "credit", "sync"):
        assert word.casefold() not in page.by_hand.sentence.casefold()
    page.by_hand.button.click()
    assert opened == ["https://x.com/notifications/mentions"]
    says("Maya", "Caught by hand", to=own.id)
    page.refresh()
    page.pane.box.set_text("Yes")
    assert page.pane.box.button.text() == "Open on X · free"
    page.pane.box.button.click()
    assert opened[1].startswith("https://x.com/intent/post?in_reply_to=")
    assert page.count() == 1


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
