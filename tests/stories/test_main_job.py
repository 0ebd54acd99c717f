"""Write, post, be answered, answer, read the figures, and find it all again after a restart."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.inbox.values import Lane
from services.publishing.states import State
from services.x_api.practice import inspection
from ui.compose.alt_text_dialog import AltTextDialog
from ui.icons import RESOURCES
from ui.program import Program
from ui.tour.hand import paste_pictures, type_text

PICTURE = RESOURCES / "practice" / "moss-teapot.jpg"
TEXT = "The moss teapot is back 🍵 #leafandkiln\nولا ننسى الشاي"


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)


def test_the_main_job(start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock) -> None:
    program = start()
    compose = program.rooms.compose
    account = program.shop.accounts.active()
    before = {item.id for item in program.shop.inbox.lane(account.id, Lane.TO_ANSWER)}
    type_text(compose, TEXT)
    paste_pictures(compose, [PICTURE])
    settle(program, qtbot)
    (one,) = compose.composer.content.pictures
    compose.composer.describe(one.hash)
    (dialog,) = compose.composer.findChildren(AltTextDialog)
    dialog.edit.setPlainText("A moss green teapot 苔色の急須")
    dialog.accept()
    compose.bar.post_button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)
    clock.advance(11)
    program.background.beat()
    settle(program, qtbot)

    (held,) = [
        post
        for post in inspection.own_posts(program.shop.clients.practice_x().state)
        if post.created_at >= clock.now() - 60
    ]
    assert held.text == TEXT
    assert [media.alt_text for media in held.media] == ["A moss green teapot 苔色の急須"]

    clock.advance(45 * 60)
    program.background.beat(slept=True)
    settle(program, qtbot)
    new = [
        item
        for item in program.shop.inbox.lane(account.id, Lane.TO_ANSWER)
        if item.id not in before
    ]
    assert new
    program.show_word(new[0].id)
    assert program.window.current_tab == "inbox"


def test_undo_brings_the_draft_back_and_nothing_was_sent(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    compose = program.rooms.compose
    type_text(compose, TEXT)
    compose.bar.post_button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)
    program.window.undo_bar.press()
    qtbot.waitUntil(lambda: compose.composer.sheet.edit.toPlainText() == TEXT)
    account = program.shop.accounts.active()
    assert program.shop.outbox.list(account.id) == ()
    assert program.shop.drafts.all(account.id)[0].state is State.DRAFT


def test_a_restart_finds_the_draft_and_the_caret(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    compose = start().rooms.compose
    type_text(compose, TEXT)
    cursor = compose.composer.sheet.edit.textCursor()
    cursor.setPosition(7)
    compose.composer.sheet.edit.setTextCursor(cursor)
    again = start().rooms.compose
    assert again.composer.sheet.edit.toPlainText() == TEXT
    assert again.composer.sheet.edit.textCursor().position() == 7


def test_the_sample_shop_can_begin_again(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    old = program.shop.accounts.active()
    program.window.actions_by_name["reset_practice"].trigger()
    settle(program, qtbot)
    new = program.shop.accounts.active()
    assert new.id != old.id
    qtbot.waitUntil(lambda: program.shop.inbox.counts(new.id).to_answer > 5, timeout=20_000)
