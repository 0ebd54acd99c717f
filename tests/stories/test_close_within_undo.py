"""The program is to end before the seconds for Undo are over: it asks, and calls nothing before.

Killed within them, it sends at the next start; hours later it asks first.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.inbox.values import Lane
from services.publishing.late import LATE
from services.publishing.states import State
from services.x_api.practice import inspection
from ui.inbox.inbox_page import InboxPage
from ui.leaving_dialog import LeavingDialog
from ui.program import Program
from ui.tour.hand import type_text

TEXT = "The kiln is warm 🍵 الفرن دافئ"
MINUTES = 20 * 60
HOURS = 3 * 3600


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)


def on_x(program: Program, text: str) -> int:
    state = program.shop.clients.practice_x().state
    # An answer begins with the name of the one it is for.
    return sum(post.text.endswith(text) for post in inspection.own_posts(state))


def post(program: Program, qtbot: QtBot, text: str = TEXT) -> None:
    type_text(program.rooms.compose, text)
    program.rooms.compose.bar.post_button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)


def answer(program: Program, qtbot: QtBot) -> str:
    account = program.shop.accounts.active()
    item = program.shop.inbox.lane(account.id, Lane.TO_ANSWER)[0]
    program.show_word(item.id)
    inbox = program.rooms.get("inbox")
    assert isinstance(inbox, InboxPage)
    inbox.pane.box.set_text(TEXT)
    inbox.pane.box.button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)
    return item.id


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who ended: a program that quits would take the test with it."""
    calls: list[str] = []
    monkeypatch.setattr(Program, "quit", lambda _program: calls.append("ended"))
    return calls


def close(program: Program) -> LeavingDialog:
    """As the owner does where there is no tray to leave the program in."""
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert not event.isAccepted()
    asked = program.window.findChildren(LeavingDialog)
    (dialog,) = [each for each in asked if each.isVisible()]
    return dialog


def test_it_asks_and_sends_at_once_when_told_so(
    start: Callable[[], Program], qtbot: QtBot, ended: list[str]
) -> None:
    program = start()
    post(program, qtbot)
    dialog = close(program)
    assert (on_x(program, TEXT), ended) == (0, [])
    dialog.send.click()
    qtbot.waitUntil(lambda: ended == ["ended"], timeout=20_000)
    assert on_x(program, TEXT) == 1


def test_taken_back_it_is_a_draft_at_the_next_start(
    start: Callable[[], Program], qtbot: QtBot, ended: list[str]
) -> None:
    program = start()
    post(program, qtbot)
    close(program).take_back.click()
    qtbot.waitUntil(lambda: ended == ["ended"], timeout=20_000)

    program = start()
    assert on_x(program, TEXT) == 0
    assert TEXT in [draft.text for draft in program.shop.drafts.all(_account(program))]


def test_who_stays_has_lost_nothing_and_is_asked_again(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock, ended: list[str]
) -> None:
    program = start()
    post(program, qtbot)
    dialog = close(program)
    clock.advance(60)
    assert not program.heartbeat.is_beating
    dialog.reject()
    settle(program, qtbot)
    assert (ended, on_x(program, TEXT)) == ([], 0)
    assert program.heartbeat.is_beating
    program.heartbeat.stop()
    assert program.window.undo_bar.offered
    close(program).reject()
    settle(program, qtbot)
    clock.advance(60)
    program.background.beat()
    settle(program, qtbot)
    assert on_x(program, TEXT) == 1


def test_what_ends_meanwhile_sends_nothing_under_the_open_question(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock, ended: list[str]
) -> None:
    program = start()
    program.heartbeat.start()
    post(program, qtbot)
    dialog = close(program)
    clock.advance(60)
    # Another post's sending comes to its end in the lane, and a beat was on its way.
    program.background.posts_moved.emit(())
    assert not program.heartbeat.is_beating
    program.background.beat()
    settle(program, qtbot)
    assert on_x(program, TEXT) == 0
    dialog.take_back.click()
    qtbot.waitUntil(lambda: ended == ["ended"], timeout=20_000)


def test_an_answer_taken_back_is_begun_and_unsent(
    start: Callable[[], Program], qtbot: QtBot, ended: list[str]
) -> None:
    program = start()
    item_id = answer(program, qtbot)
    close(program).take_back.click()
    qtbot.waitUntil(lambda: ended == ["ended"], timeout=20_000)

    program = start()
    program.show_word(item_id)
    inbox = program.rooms.get("inbox")
    assert isinstance(inbox, InboxPage)
    assert inbox.pane.box.text() == TEXT
    assert on_x(program, TEXT) == 0


def test_without_the_network_it_says_what_becomes_of_it(
    start: Callable[[], Program], qtbot: QtBot, ended: list[str]
) -> None:
    from services.x_api.practice import Sort, Trouble

    program = start()
    program.shop.clients.practice_x().script(Trouble(sort=Sort.UNREACHABLE, times=-1))
    post(program, qtbot)
    dialog = close(program)
    dialog.send.click()
    qtbot.waitUntil(lambda: not dialog.told.isHidden(), timeout=20_000)
    assert dialog.told.text().startswith("No connection to X.")
    assert ended == []
    dialog.take_back.click()
    assert ended == ["ended"]


def test_nothing_on_its_way_ends_without_a_question(
    start: Callable[[], Program], qtbot: QtBot, ended: list[str]
) -> None:
    program = start()
    type_text(program.rooms.compose, TEXT)
    program.rooms.compose.queue()
    settle(program, qtbot)
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert ended == ["ended"]
    assert not program.window.findChildren(LeavingDialog)


def test_killed_within_the_seconds_it_goes_at_the_next_start(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    post(start(), qtbot)
    clock.advance(MINUTES)

    program = start()
    settle(program, qtbot)
    (sent,) = program.shop.outbox.sent_since(_account(program), clock.now())
    assert (sent.state, sent.text) == (State.SENT, TEXT)
    assert on_x(program, TEXT) == 1


def test_hours_later_it_asks_whether_it_is_still_right(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    post(start(), qtbot)
    clock.advance(HOURS)

    program = start()
    settle(program, qtbot)
    (late,) = program.shop.outbox.list(_account(program), states=(State.NEEDS_YOU,))
    assert (late.text, late.reason) == (TEXT, LATE)
    assert on_x(program, TEXT) == 0


def test_an_answer_is_never_too_late(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    answer(start(), qtbot)
    clock.advance(HOURS)

    program = start()
    settle(program, qtbot)
    assert on_x(program, TEXT) == 1


def _account(program: Program) -> str:
    return program.shop.accounts.active().id


def test_send_now_in_the_queue_is_asked_about_too_and_a_time_of_its_own_moves_on(
    start: Callable[[], Program],
    qtbot: QtBot,
    clock: SteppedClock,
) -> None:
    from ui.queue.queue_page import QueuePage

    program = start()
    for text in ("first", "second"):
        type_text(program.rooms.compose, text)
        program.rooms.compose.queue()
        settle(program, qtbot)
    program.window.show_tab("queue")
    queue = program.rooms.get("queue")
    assert isinstance(queue, QueuePage)
    first, second = program.shop.outbox.list(program.shop.accounts.active().id)
    queue._actions.send_now(first)
    queue._actions.send_now(second)
    settle(program, qtbot)
    queue._actions.move(second, due_at=clock.now() + 60, wall="2026-11-20T10:01", zone="UTC")
    settle(program, qtbot)
    clock.advance(MINUTES + 15 * 60)

    program = start()
    settle(program, qtbot)
    assert on_x(program, "first") == 0
    assert program.shop.outbox.get(first.id).state is State.NEEDS_YOU
    assert on_x(program, "second") == 0
    assert program.shop.outbox.get(second.id).reason == "Late"
