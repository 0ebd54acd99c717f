"""Where the Health page opens, how large it is, and what stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.errors import KeychainProblem
from services.health.values import State
from services.shop import Shop
from tests.held_tasks import HeldTasks
from tests.ui.health.stand_ins import Keyring
from tests.ui.strays import stray_windows
from ui.health.health_dialog import HealthDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stays_within_its_window(
    own: str,
    keyring: Keyring,
    opened: Callable[..., HealthDialog],
    themed: Any,
    percent: int,
    language: str,
) -> None:
    keyring.trouble = KeychainProblem.NO_ANSWER
    themed.apply("light", language, text_percent=percent)
    dialog = opened()
    assert dialog.width() <= 1280 - 48
    assert dialog.height() <= 800
    for row in dialog.computer.rows.values():
        assert row.width() >= row.minimumSizeHint().width()
    themed.apply("light", "en", text_percent=100)


def test_the_menu_and_the_settings_lead_here(
    shop: Shop, own: str, qtbot: QtBot, themed: Any, inline_tasks: Any
) -> None:
    from ui.program import Program
    from ui.settings.settings_dialog import SettingsDialog
    from ui.tour.stage import dialog_of

    program = Program(shop, inline_tasks, themed)
    qtbot.addWidget(program.window)
    program.window.show()
    program.window.actions_by_name["health"].trigger()
    dialog_of(HealthDialog).accept()
    program.commands.open_settings()
    settings = dialog_of(SettingsDialog)
    qtbot.mouseClick(settings.general.health, LEFT)
    assert not settings.isVisible()
    dialog_of(HealthDialog).accept()


@pytest.mark.parametrize("connected", [True, False])
def test_no_part_of_it_is_ever_a_window_of_its_own(
    request: pytest.FixtureRequest,
    opened: Callable[..., HealthDialog],
    qapp: Any,
    connected: bool,
    keyring: Keyring,
) -> None:
    if connected:
        request.getfixturevalue("own")
    with stray_windows(qapp) as strays:
        dialog = opened()
        for part in dialog.accounts.values():
            part.fold.head.click()
        dialog.again.click()
        dialog.copy.click()
    assert strays == []


def test_it_opens_in_the_middle_and_grows_from_there(
    own: str, shop: Shop, qtbot: QtBot, themed: Any
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(30, 20, 740, 760)
    window.show()
    tasks = HeldTasks()
    dialog = HealthDialog(shop, tasks, window)  # type: ignore[arg-type]  # let go by hand
    dialog.show()
    high = dialog.height()
    middle = window.geometry().center()
    assert (dialog.geometry().center() - middle).manhattanLength() <= 2
    tasks.let_go()
    assert dialog.height() != high
    assert (dialog.geometry().center() - middle).manhattanLength() <= 3
    dialog.close()


def in_sight(dialog: HealthDialog, widget: QWidget) -> bool:
    view = dialog._area.viewport()
    top = widget.mapTo(view, widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_what_needs_the_owner_is_in_sight(
    own: str, shop: Shop, opened: Callable[..., HealthDialog], qapp: Any
) -> None:
    shop.accounts.set_signed_in(own, SignedIn.ENDED)
    dialog = opened()
    for _turn in range(4):
        qapp.processEvents()
    row = dialog.accounts[own].group.rows["sign_in"]
    assert row.words.state is State.TROUBLE
    assert in_sight(dialog, row)


def test_it_is_as_high_as_it_may_be_from_the_start(
    own: str, opened: Callable[..., HealthDialog], qapp: Any
) -> None:
    dialog = opened()
    high = dialog.height()
    for _turn in range(4):
        qapp.processEvents()
    dialog._refit()
    assert dialog.height() == high
    bar = dialog._area.verticalScrollBar()
    assert high == 800 - 48 or bar.maximum() == 0


def test_rows_that_come_later_get_the_height_there_is(
    own: str, opened: Callable[..., HealthDialog], qapp: Any
) -> None:
    tasks = HeldTasks()
    dialog = opened(tasks)
    qapp.processEvents()
    tasks.let_go()
    high = dialog.height()
    for _turn in range(4):
        qapp.processEvents()
    dialog._refit()
    assert dialog.height() == high


def test_copying_leaves_the_page_where_it_was(
    own: str, opened: Callable[..., HealthDialog], qapp: Any
) -> None:
    dialog = opened()
    dialog.accounts[own].fold.head.click()
    for _turn in range(4):
        qapp.processEvents()
    bar = dialog._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    place, high = bar.value(), dialog._area.height()
    assert place > 0
    dialog.copy.click()
    for _turn in range(4):
        qapp.processEvents()
    assert dialog.copied.isVisible()
    assert (bar.value(), dialog._area.height()) == (place, high)
