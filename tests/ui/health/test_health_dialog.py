from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.clock import SteppedClock
from services.errors import (
    KeychainProblem,
    NextStep,
    OutOfCredit,
    StorageProblem,
    StorageTrouble,
)
from services.health.values import DiskHealth, SenderHealth, State
from services.shop import Shop
from services.x_api.last_answers import LastAnswers
from tests.held_tasks import HeldTasks
from tests.ui.health.stand_ins import Came, Keyring
from ui.health import clock_settings
from ui.health.health_dialog import HealthDialog
from ui.health.row_words import Press
from ui.tasks import Lane

LEFT = Qt.MouseButton.LeftButton


def states(dialog: HealthDialog, account_id: str = "") -> dict[str, State | None]:
    group = dialog.accounts[account_id].group if account_id else dialog.computer
    return {key: row.words.state for key, row in group.rows.items()}


def test_all_well(own: str, opened: Callable[..., HealthDialog]) -> None:
    dialog = opened()
    assert dialog.summary.words == "All is well."
    assert states(dialog) == dict.fromkeys(
        ("keyring", "clock", "disk", "database", "sender"), State.GOOD
    )
    assert states(dialog, own) == {
        "sign_in": State.GOOD,
        "credit": State.GOOD,
        "budget": State.GOOD,
        "price": State.GOOD,
        "figures": State.UNKNOWN,
    }
    assert dialog.accounts[own].fold.head.note == "All taken"
    assert not dialog.again.busy


def test_by_hand_only_what_applies_is_there(
    shop: Shop, keyring: Keyring, opened: Callable[..., HealthDialog]
) -> None:
    shop.accounts.active()
    shop.accounts.start_own_shop(handle="tea", zone="UTC")
    dialog = opened()
    assert list(states(dialog)) == ["disk", "database"]
    assert dialog.accounts == {}
    assert keyring.probes == 0
    assert "Account" not in dialog.report_text()


def test_troubles_are_counted_and_each_has_its_one_button(
    shop: Shop, own: str, keyring: Keyring, opened: Callable[..., HealthDialog], qtbot: QtBot
) -> None:
    keyring.trouble = KeychainProblem.NO_ANSWER
    shop.accounts.set_signed_in(own, SignedIn.ENDED)
    LastAnswers(shop.database, shop.clock, own).note("POST /2/tweets", OutOfCredit(), Came(402))
    dialog = opened()
    assert dialog.summary.words == "3 things need you."
    rows = dialog.accounts[own].group.rows
    assert rows["sign_in"].button.text() == "Sign in again"
    with qtbot.waitSignal(dialog.step_asked) as asked:
        qtbot.mouseClick(rows["credit"].button, LEFT)
    assert asked.args == [NextStep.ADD_CREDIT]
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.sign_in_asked) as wizard:
        qtbot.mouseClick(rows["sign_in"].button, LEFT)
    assert wizard.args == [own]
    assert not dialog.isVisible()


def test_the_keyring_is_asked_again_where_it_may_wait(
    own: str, keyring: Keyring, opened: Callable[..., HealthDialog], qtbot: QtBot
) -> None:
    keyring.trouble = KeychainProblem.LOCKED
    tasks = HeldTasks()
    dialog = opened(tasks)
    assert states(dialog)["keyring"] is None
    assert dialog.again.busy
    assert dialog.summary.words == "Looking…"
    for lane in (Lane.WORK, Lane.SEND):
        tasks.let_go(lane)
    assert dialog.again.busy
    tasks.let_go(Lane.SIGN_IN)
    assert not dialog.again.busy
    row = dialog.computer.rows["keyring"]
    assert (row.words.state, row.button.text()) == (State.TROUBLE, "Unlock and try again")
    keyring.trouble = None
    qtbot.mouseClick(row.button, LEFT)
    assert row.words.state is None
    assert not row.button.isVisible()
    tasks.let_go(Lane.SIGN_IN)
    assert row.words.state is State.GOOD
    assert (keyring.probes, dialog.summary.words) == (2, "All is well.")


def test_the_data_file_is_looked_through_only_when_asked(
    shop: Shop,
    own: str,
    opened: Callable[..., HealthDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = iter((True, False))
    monkeypatch.setattr(shop.health, "database_is_whole", lambda: next(whole))
    tasks = HeldTasks()
    dialog = opened(tasks)
    for lane in Lane:
        tasks.let_go(lane)
    row = dialog.computer.rows["database"]
    assert row.words.sentence.startswith("It was whole when Shoplark started.")
    qtbot.mouseClick(row.button, LEFT)
    assert row.button.busy
    tasks.let_go(Lane.WORK)
    assert not row.button.busy
    assert row.words.sentence.startswith("Looked through just now")
    qtbot.mouseClick(row.button, LEFT)
    tasks.let_go(Lane.WORK)
    assert row.button.text() == "Start again"
    with qtbot.waitSignal(dialog.step_asked) as asked:
        qtbot.mouseClick(row.button, LEFT)
    assert asked.args == [NextStep.RESTORE_COPY]


def test_a_sign_in_that_this_computer_does_not_keep_is_told(
    own: str, keyring: Keyring, opened: Callable[..., HealthDialog], qtbot: QtBot
) -> None:
    keyring.kept = None
    dialog = opened()
    row = dialog.accounts[own].group.rows["sign_in"]
    assert (row.words.state, row.button.text()) == (State.TROUBLE, "Sign in again")
    assert "Sign-in: trouble; not_kept" in dialog.report_text()
    keyring.kept = "a token"
    qtbot.mouseClick(dialog.again, LEFT)
    assert row.words.state is State.GOOD


def test_a_keyring_that_does_not_answer_says_nothing_of_the_sign_in(
    own: str, keyring: Keyring, opened: Callable[..., HealthDialog]
) -> None:
    keyring.trouble = KeychainProblem.LOCKED
    assert states(opened(), own)["sign_in"] is State.GOOD


def test_looking_again_shows_what_has_changed(
    shop: Shop, own: str, opened: Callable[..., HealthDialog], qtbot: QtBot, clock: SteppedClock
) -> None:
    dialog = opened()
    row = dialog.accounts[own].group.rows["credit"]
    clock.advance(600)
    LastAnswers(shop.database, clock, own).note("POST /2/tweets", OutOfCredit(), Came(402))
    qtbot.mouseClick(dialog.again, LEFT)
    assert dialog.accounts[own].group.rows["credit"] is row
    assert row.words.state is State.TROUBLE
    assert dialog.accounts[own].fold.head.note == "1 to note"


def test_a_data_file_that_cannot_be_read_leaves_the_rest_standing(
    shop: Shop,
    own: str,
    opened: Callable[..., HealthDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged(*_any: object) -> None:
        raise StorageTrouble(StorageProblem.DAMAGED, shop.paths.database)

    monkeypatch.setattr(shop.health, "clock", damaged)
    monkeypatch.setattr(shop.health, "account", damaged)
    dialog = opened()
    assert states(dialog)["clock"] is State.UNKNOWN
    assert states(dialog)["disk"] is State.GOOD
    assert states(dialog, own) == {}
    assert dialog.report_text()


def test_several_accounts_each_have_their_part(
    shop: Shop, own: str, opened: Callable[..., HealthDialog]
) -> None:
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO account(id, way, handle, zone, colour, created_at, budget) "
            "VALUES ('second', 'connected', 'آبی', 'Asia/Tehran', '#2B5FAB', 1, 0)"
        )
    dialog = opened()
    assert len(dialog.accounts) == 2
    second = dialog.accounts["second"].group.rows
    assert second["sign_in"].button.text() == "Sign in"
    assert not second["budget"].button.isVisible()
    assert "Account 2 on X" in dialog.report_text()


def test_the_report_is_copied_without_a_handle(
    own: str, opened: Callable[..., HealthDialog], qtbot: QtBot
) -> None:
    dialog = opened()
    assert not dialog.copied.isVisible()
    qtbot.mouseClick(dialog.copy, LEFT)
    text = QGuiApplication.clipboard().text()
    assert text == dialog.report_text()
    assert text.startswith("Shoplark health report, 2026-11-20 10:00:00 UTC")
    assert "bluedoor" not in text
    assert dialog.copied.isVisible()


def test_what_is_done_in_the_window_closes_the_dialog_and_what_is_not_does_not(
    shop: Shop,
    own: str,
    opened: Callable[..., HealthDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shop.health, "disk", lambda: DiskHealth(1, 1))
    monkeypatch.setattr(shop.health, "sender", lambda: SenderHealth(other_computer=True))
    dialog = opened()
    asked: list[NextStep] = []
    dialog.step_asked.connect(asked.append)
    qtbot.mouseClick(dialog.computer.rows["disk"].button, LEFT)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.computer.rows["sender"].button, LEFT)
    assert not dialog.isVisible()
    assert asked == [NextStep.CHOOSE_FOLDER, NextStep.SEND_FROM_HERE]


def test_the_clock_is_set_on_the_systems_own_page(
    shop: Shop,
    own: str,
    opened: Callable[..., HealthDialog],
    qtbot: QtBot,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    LastAnswers(shop.database, clock, own).note(
        "GET /2/users/me", None, Came(date="Fri, 20 Nov 2026 09:00:00 GMT")
    )
    started: list[tuple[str, list[str]]] = []

    class Process:
        @staticmethod
        def startDetached(name: str, rest: list[str]) -> None:  # noqa: N802 (Qt's name)
            started.append((name, rest))

    monkeypatch.setattr(clock_settings, "QProcess", Process)
    monkeypatch.setattr(clock_settings.sys, "platform", "linux")
    monkeypatch.setattr(clock_settings.shutil, "which", lambda name: name == "systemsettings")
    dialog = opened()
    row = dialog.computer.rows["clock"]
    assert row.words.press is Press.CLOCK
    qtbot.mouseClick(row.button, LEFT)
    assert started == [("systemsettings", ["kcm_clock"])]
    monkeypatch.setattr(clock_settings.shutil, "which", lambda _name: None)
    assert clock_settings.command() == ()


def test_it_can_be_used_without_a_mouse_and_read_out(
    own: str, opened: Callable[..., HealthDialog], qtbot: QtBot
) -> None:
    dialog = opened()
    row = dialog.computer.rows["database"]
    assert row.accessibleName().startswith("Data file: Well. It was whole")
    assert row.button.accessibleDescription().startswith("Data file: ")
    fold = dialog.accounts[own].fold.head
    in_turn: list[QWidget] = []
    at: QWidget = dialog.again
    while at not in in_turn:
        in_turn.append(at)
        at = at.nextInFocusChain()
    wanted = [dialog.again, row.button, fold, dialog.copy, dialog.done_button]
    assert [one for one in in_turn if one in wanted] == wanted
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in wanted)
