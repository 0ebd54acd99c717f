"""From one account to the other: words stay where they were written, or come along on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.states import State
from tests.stories.bad_input.disk import full, needs_limits
from ui.program import Program
from ui.tour.hand import type_text

TEXT = "The celadon cups are back 🍵 شاي"
FULL = "The disk is full. What was saved is safe; free some space and try again."


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)


def write(program: Program, text: str) -> None:
    program.window.show_tab("compose")
    type_text(program.rooms.compose, text)


def post(program: Program, qtbot: QtBot, text: str) -> None:
    write(program, text)
    program.rooms.compose.bar.post_button.click()
    qtbot.waitUntil(lambda: program.window.undo_bar.offered)


def told(program: Program) -> str:
    banner = program.window.banner
    return "" if banner.isHidden() else banner.sentence


def on_sheet(program: Program) -> str:
    return program.rooms.compose.composer.sheet.edit.toPlainText()


def test_another_account_ends_the_offer_to_undo(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    program.use_account(practice)
    post(program, qtbot, TEXT)
    program.use_account(own)
    assert not program.window.undo_bar.offered
    program.window.undo_bar.press()
    settle(program, qtbot)
    assert on_sheet(program) == ""
    assert [one.state for one in program.shop.outbox.list(practice.id)] == [State.QUEUED]


def test_a_post_taken_back_does_not_land_on_another_accounts_sheet(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    """Undo was pressed, and the account changed before the disk had answered."""
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    program.use_account(practice)
    post(program, qtbot, TEXT)
    program.window.undo_bar.press()
    program.use_account(own)
    settle(program, qtbot)
    assert on_sheet(program) == ""
    assert program.shop.drafts.all(own.id) == ()
    assert [one.text for one in program.shop.drafts.all(practice.id)] == [TEXT]


def test_beginning_the_sample_shop_again_ends_the_offer_and_keeps_what_was_queued(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    old = program.shop.accounts.active()
    post(program, qtbot, TEXT)
    write(program, "half a tho")
    program.window.actions_by_name["reset_practice"].trigger()
    qtbot.waitUntil(lambda: program.shop.accounts.active().id != old.id, timeout=20_000)
    settle(program, qtbot)
    assert not program.window.undo_bar.offered
    program.window.undo_bar.press()
    settle(program, qtbot)
    new = program.shop.accounts.active()
    kept = {one.text for one in program.shop.drafts.all(new.id)}
    assert kept == {TEXT, "half a tho"}
    assert program.shop.outbox.list(new.id) == ()


@needs_limits
def test_words_that_cannot_be_saved_keep_their_account(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    program.use_account(practice)
    write(program, "before ")
    program.rooms.compose.save_now()
    with full():
        write(program, "and after شاي")
        program.use_account(own)
        assert program.shop.accounts.active() == practice
        assert on_sheet(program) == "before and after شاي"
        assert told(program) == FULL
        settle(program, qtbot)
        program.window.actions_by_name["reset_practice"].trigger()
        settle(program, qtbot)
        assert program.shop.accounts.active() == practice
        assert on_sheet(program) == "before and after شاي"
    qtbot.waitUntil(program.rooms.compose.is_saved, timeout=5_000)
    qtbot.waitUntil(lambda: told(program) == "", timeout=5_000)
    program.use_account(own)
    assert program.shop.accounts.active() == own
    assert [one.text for one in program.shop.drafts.all(practice.id)] == ["before and after شاي"]


@needs_limits
def test_an_account_that_cannot_be_noted_is_not_shown_either(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    """Nothing was in the hand, but the choice itself is a write."""
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    program.use_account(practice)
    settle(program, qtbot)
    with full():
        program.use_account(own)
        assert program.shop.accounts.active() == practice
        assert program.window.banner.sentence == FULL
    program.use_account(own)
    assert program.shop.accounts.active() == own
    qtbot.waitUntil(lambda: told(program) == "", timeout=5_000)


def words_of(program: Program, account: Account) -> list[str]:
    return sorted(draft.text for draft in program.shop.drafts.all(account.id))


def test_the_sample_shop_offers_the_way_back_and_asks_nothing_again(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="Asia/Tokyo")
    profile = replace(program.shop.profiles.get(own.id), name="The Blue Door در آبی")
    program.shop.profiles.save(own.id, profile)
    program.use_account(practice)
    strip = program.window.practice_strip
    assert (strip.isVisible(), strip.button.text()) == (True, "Back to my shop")
    clock.advance(60)
    write(program, TEXT)

    strip.button.click()
    assert program.shop.accounts.active() == own
    assert program.shop.profiles.get(own.id) == profile
    assert on_sheet(program) == TEXT
    assert words_of(program, own) == [TEXT]
    assert not program.rooms.compose.beginning.place.isVisible()
    settle(program, qtbot)


def test_a_draft_comes_along_once_and_again_when_it_was_changed(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    practice = program.shop.accounts.active()
    own = program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    program.use_account(practice)
    write(program, "one")
    program.rooms.compose.save_now()
    clock.advance(60)
    program.window.own_shop_asked.emit()
    assert words_of(program, own) == ["one"]
    clock.advance(60)
    write(program, " of ours")
    (sample,) = program.shop.drafts.all(practice.id)
    program.use_account(practice)
    program.rooms.compose.open_item(sample.id)
    program.window.own_shop_asked.emit()
    assert words_of(program, own) == ["one of ours"]
    clock.advance(60)
    program.use_account(practice)
    program.rooms.compose.open_item(sample.id)
    write(program, " and two")
    program.window.own_shop_asked.emit()
    assert words_of(program, own) == ["one and two", "one of ours"]
    assert on_sheet(program) == "one and two"
    settle(program, qtbot)


def test_the_account_menu_knows_the_way_back(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    practice = program.shop.accounts.active()
    assert "Start my own shop" in program.accounts.words()
    program.shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    assert "Back to my shop" not in program.accounts.words()
    program.use_account(practice)
    assert "Back to my shop" in program.accounts.words()
    settle(program, qtbot)
