"""The window is closed before the seconds for Undo are over: what was to go now goes at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.inbox.values import Lane
from services.publishing.states import State
from services.x_api.practice import inspection
from ui.inbox.inbox_page import InboxPage
from ui.program import Program
from ui.tour.hand import type_text

TEXT = "The kiln is warm 🍵 الفرن دافئ"
HOURS = 3 * 3600


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)


def on_x(program: Program, text: str) -> int:
    state = program.shop.clients.practice_x().state
    # An answer begins with the name of the one it is for.
    return sum(post.text.endswith(text) for post in inspection.own_posts(state))


def close(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the owner does where there is no tray to leave the program in."""
    ended: list[bool] = []
    monkeypatch.setattr(program, "quit", lambda: ended.append(True))
    program.window.closeEvent(QCloseEvent())
    assert ended == [True]


def test_a_post_goes_at_the_next_start_however_late(
    start: Callable[[], Program],
    qtbot: QtBot,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = start()
    type_text(program.rooms.compose, TEXT)
    program.rooms.compose.bar.post_button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)
    close(program, monkeypatch)
    assert on_x(program, TEXT) == 0
    clock.advance(HOURS)

    program = start()
    settle(program, qtbot)
    (sent,) = program.shop.outbox.sent_since(program.shop.accounts.active().id, clock.now())
    assert (sent.state, sent.text) == (State.SENT, TEXT)
    assert on_x(program, TEXT) == 1
    assert program.window.banner.isHidden()


def test_an_answer_does_too(
    start: Callable[[], Program],
    qtbot: QtBot,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = start()
    account = program.shop.accounts.active()
    item = program.shop.inbox.lane(account.id, Lane.TO_ANSWER)[0]
    program.show_word(item.id)
    inbox = program.rooms.get("inbox")
    assert isinstance(inbox, InboxPage)
    inbox.pane.box.set_text(TEXT)
    inbox.pane.box.button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)
    close(program, monkeypatch)
    clock.advance(HOURS)

    program = start()
    settle(program, qtbot)
    assert on_x(program, TEXT) == 1


def test_send_now_in_the_queue_does_too_and_a_post_given_a_time_again_may_be_late(
    start: Callable[[], Program],
    qtbot: QtBot,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
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
    close(program, monkeypatch)
    clock.advance(HOURS)

    program = start()
    settle(program, qtbot)
    assert on_x(program, "first") == 1
    assert on_x(program, "second") == 0
    assert program.shop.outbox.get(second.id).reason == "Late"
