"""An owner with more than one shop: whose words came, whose posts go, and one that is given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account, SignedIn, Way
from services.accounts.removal import APART, KEPT
from services.clock import SteppedClock
from services.inbox.feeds import Checked
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.x_api.client import User
from tests.services.accounts.words import word_to
from ui.program import Program
from ui.settings.remove_dialog import RemoveDialog
from ui.settings.settings_dialog import SettingsDialog
from ui.tour.hand import type_text

D = TypeVar("D", bound=QDialog)
TEXT = "The celadon cups are back 🍵 شاي"


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)


def two_shops(program: Program) -> tuple[Account, Account]:
    """The first is in view."""
    shop = program.shop
    tea = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    kiln = shop.accounts.add("kiln", "Asia/Tokyo")
    for account, name in ((tea, "در آبی"), (kiln, "青い扉")):
        shop.profiles.save(account.id, replace(shop.profiles.get(account.id), name=name))
    program.use_account(tea)
    program.commands.accounts_changed.emit(tea)
    return tea, kiln


def queue(program: Program, account: Account, text: str, due_at: int) -> str:
    shop = program.shop
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart(text),))
    return shop.outbox.enqueue(draft.id, due_at=due_at).id


def open_dialog(kind: type[D]) -> D:
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


def test_a_key_turns_to_each_shop_and_words_stay_with_it(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    program.window.show_tab("compose")
    type_text(program.rooms.compose, TEXT)
    program.window.actions_by_name["account_2"].trigger()
    assert program.shop.accounts.active() == kiln
    sheet = program.rooms.compose.composer.sheet.edit
    assert sheet.toPlainText() == ""
    assert "kiln" in program.rooms.compose.bar.post_button.text()
    program.window.actions_by_name["account_1"].trigger()
    assert sheet.toPlainText() == TEXT
    assert "tea" in program.rooms.compose.bar.post_button.text()
    assert [one.text for one in program.shop.drafts.all(tea.id)] == [TEXT]
    assert program.shop.drafts.all(kiln.id) == ()
    settle(program, qtbot)


def test_what_is_due_goes_whoever_is_in_view(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    posts = [queue(program, one, f"{one.handle} {TEXT}", clock.now() + 60) for one in (tea, kiln)]
    clock.advance(61)
    program.background.beat()
    settle(program, qtbot)
    states = [program.shop.outbox.get(one).state for one in posts]
    assert states == [State.NEEDS_YOU, State.NEEDS_YOU]


def test_a_notice_opens_the_shop_whose_customer_spoke(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    item = word_to(program.shop, kiln.id, "お茶はありますか")
    program.background.arrived_elsewhere.emit(Checked((item,)))
    assert program.outside is not None
    assert program.outside.tray.tool_tip == "Shoplark: 1 to answer"
    program.outside.item_asked.emit(item.id)
    assert program.shop.accounts.active().id == kiln.id
    assert program.window.current_tab == "inbox"
    program.use_account(tea)
    program.shop.removal.remove(kiln.id)
    program.outside.item_asked.emit(item.id)
    assert program.shop.accounts.active().id == tea.id
    settle(program, qtbot)


def test_the_shop_in_view_is_given_up_and_put_back(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    post = queue(program, tea, TEXT, clock.now() + 60)
    program.window.show_tab("compose")
    type_text(program.rooms.compose, "half a tho")
    program.accounts.manage_asked.emit()
    open_dialog(SettingsDialog).accounts.details.remove.click()
    open_dialog(RemoveDialog).yes_button.click()
    settle(program, qtbot)
    assert program.shop.accounts.active().id == kiln.id
    assert program.window.account_chip.text() == "@kiln"
    assert not any("@tea" in each for each in program.accounts.words())
    clock.advance(120)
    program.background.beat()
    settle(program, qtbot)
    assert program.shop.outbox.get(post).state is State.QUEUED
    dialog = open_dialog(SettingsDialog)
    dialog.accounts.removed.buttons[0].click()
    settle(program, qtbot)
    assert program.shop.outbox.get(post).state is State.NEEDS_YOU
    assert "half a tho" in [one.text for one in program.shop.drafts.all(tea.id)]
    dialog.reject()


def test_a_day_later_it_is_gone_for_good(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    program.shop.removal.remove(kiln.id)
    clock.advance(KEPT + 1)
    start()
    clock.advance(APART)
    program = start()
    ids = {row["id"] for row in program.shop.database.connection.execute("SELECT id FROM account")}
    assert ids == {tea.id, program.shop.accounts.practice().id}


def test_a_new_name_is_told_of_once(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    tea, _kiln = two_shops(program)
    accounts = program.shop.accounts
    accounts.set_way(tea.id, Way.CONNECTED)
    accounts.remember_x_user(tea.id, User("42", "tea", ""))
    accounts.note_tier(tea.id, User("42", "blue_door", ""))
    program.background.figures_read.emit()
    banner = program.window.banner
    said = banner.sentence.replace("\u2068", "").replace("\u2069", "")
    assert said == "Your name on X is now @blue_door (it was @tea)."
    assert program.window.account_chip.text() == "@blue_door"
    shown = next(each for each in ("queue", "compose") if each != program.window.current_tab)
    program.window.show_tab(shown)
    assert banner.isHidden() or "@tea" not in banner.sentence
    program.background.figures_read.emit()
    assert banner.isHidden() or "@tea" not in banner.sentence
    settle(program, qtbot)


def test_another_shop_that_stands_still_is_told_of(
    start: Callable[[], Program], qtbot: QtBot, clock: SteppedClock
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    post = queue(program, kiln, TEXT, clock.now())
    program.shop.accounts.set_way(kiln.id, Way.CONNECTED)
    with program.shop.database.transaction() as connection:
        connection.execute("UPDATE post SET reason = 'SignInEnded' WHERE id = ?", (post,))
    program.background.figures_read.emit()
    banner = program.window.banner
    assert banner.sentence.startswith("\u2068@kiln\u2069: ")
    assert banner.button.isHidden()
    program.shop.removal.remove(kiln.id)
    program.background.figures_read.emit()
    assert banner.isHidden()
    assert program.shop.accounts.active().id == tea.id
    settle(program, qtbot)


def test_a_shop_whose_sign_in_is_lost_says_so_before_anything_is_due(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    tea, kiln = two_shops(program)
    accounts, banner = program.shop.accounts, program.window.banner
    accounts.set_way(kiln.id, Way.CONNECTED)
    accounts.set_signed_in(kiln.id, SignedIn.LOST)
    program.background.trouble_elsewhere.emit()
    assert banner.sentence.startswith("\u2068@kiln\u2069: This account is not signed in")
    assert banner.button.isHidden()
    program.use_account(accounts.get(kiln.id))
    assert banner.sentence.startswith("This account is not signed in")
    assert banner.button.text() == "Sign in again"
    accounts.set_signed_in(kiln.id, SignedIn.YES)
    program.background.arrived.emit(Checked(()))
    assert banner.isHidden()
    program.use_account(tea)
    assert banner.isHidden()
    settle(program, qtbot)
