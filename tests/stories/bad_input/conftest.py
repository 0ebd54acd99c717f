"""What the owner sees when something outside goes wrong: the strip's words and its button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.paths import Paths, paths_under
from services.shop import open_shop
from services.x_api.practice import Trouble
from ui.program import Program
from ui.tour.hand import type_text


@dataclass(frozen=True)
class Owner:
    """Looks at a window and presses what it offers."""

    program: Program
    qtbot: QtBot

    @property
    def told(self) -> str:
        """The strip's sentence; empty when nothing is told."""
        banner = self.program.window.banner
        return "" if banner.isHidden() else banner.sentence

    @property
    def offered(self) -> str:
        """The words on the strip's button."""
        banner = self.program.window.banner
        return "" if banner.isHidden() else banner.button.text()

    def press(self) -> None:
        assert self.offered
        self.program.window.banner.button.click()
        self.settle()

    def sees(self, sentence: str) -> bool:
        """Whether it stands anywhere in the window's tab in view."""
        page = self.program.rooms.get(self.program.window.current_tab)
        return any(
            label.text() == sentence and label.isVisible() for label in page.findChildren(QLabel)
        )

    def presses(self, words: str) -> bool:
        """Whether a button of the tab in view says so, and can be pressed."""
        page = self.program.rooms.get(self.program.window.current_tab)
        return any(
            button.text() == words and button.isVisible() and button.isEnabled()
            for button in page.findChildren(QPushButton)
        )

    def closes_dialog(self) -> str:
        """The title of the one file dialog that stands open, which is put away."""
        (dialog,) = (
            one for one in self.program.window.findChildren(QFileDialog) if one.isVisible()
        )
        dialog.reject()
        dialog.deleteLater()
        return dialog.windowTitle()

    def settle(self) -> None:
        self.qtbot.waitUntil(self.program.tasks.idle, timeout=20_000)

    def post(self, text: str, clock: SteppedClock) -> None:
        """Writes it, presses Post, and lets the seconds for Undo pass."""
        compose = self.program.rooms.compose
        type_text(compose, text)
        compose.bar.post_button.click()
        self.qtbot.waitUntil(lambda: self.program.window.undo_bar.offered)
        clock.advance(11)
        self.program.background.beat()
        self.settle()


@pytest.fixture
def owner(start: Callable[[], Program], qtbot: QtBot) -> Callable[[], Owner]:
    """The owner before a window just opened."""
    return lambda: Owner(start(), qtbot)


@pytest.fixture
def folder(tmp_path: Path) -> Paths:
    """The data folder that `owner` opens."""
    return paths_under(tmp_path / "data")


@pytest.fixture
def trouble_ahead(folder: Paths, clock: SteppedClock) -> Callable[..., None]:
    """What the practice X will do to the next calls of the window that opens after."""

    def plant(*troubles: Trouble) -> None:
        shop = open_shop(folder, clock)
        shop.accounts.active()
        for trouble in troubles:
            shop.clients.practice_x().script(trouble)
        shop.close()

    return plant
