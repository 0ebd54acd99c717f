"""Every command of the window with its keys, and the one menu that holds them all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.build import menu
from ui.icons import icon
from widgets.soft_menu import SoftMenu


class WindowActions(QObject):
    """On macOS the same commands stand in the system's menu bar; elsewhere behind one button."""

    theme_chosen = Signal(str)

    def __init__(self, window: QMainWindow, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._scheme = "system"
        self.by_name: dict[str, QAction] = {}
        self._make_commands(tabs)
        self._themes: QActionGroup | None = None
        if sys.platform == "darwin":
            window.menuBar().addMenu(self.menu)

    def set_theme_choice(self, scheme: str) -> None:
        self._scheme = scheme
        for action in self._themes.actions() if self._themes is not None else ():
            action.setChecked(action.data() == scheme)

    def set_single_keys(self, on: bool) -> None:
        """Single letters never fire while a text field has the focus: Qt gives it the key first."""
        self.by_name["undo"].setShortcut(QKeySequence("U") if on else QKeySequence())

    def _make_commands(self, tabs: Sequence[tuple[str, str]]) -> None:
        self._add("new_draft", self.tr("New draft"), "Ctrl+N", "square-pen")
        self._add("post", self.tr("Post"), "Ctrl+Return", "send")
        self.by_name["post"].setShortcuts([QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")])
        self._add("queue", self.tr("Add to the queue"), "Ctrl+Shift+Return", "calendar-clock")
        self.by_name["queue"].setShortcuts(
            [QKeySequence("Ctrl+Shift+Enter"), QKeySequence("Ctrl+Shift+Return")]
        )
        self._add("bring_in", self.tr("Bring posts from a file…"), "", "list-plus")
        self._add("find", self.tr("Search"), "Ctrl+F", "search")
        self._add("check_now", self.tr("Check now"), "F5", "refresh-cw")
        self._add("undo", self.tr("Undo the last step"), "U", "undo-2")
        self._add("settings", self.tr("Settings"), "Ctrl+,", "settings")
        self._add("health", self.tr("Health"), "", "circle-check")
        self._add("keys", self.tr("Keys"), "F1", "keyboard")
        self._add("reset_practice", self.tr("Start the sample shop afresh"), "", "rotate-ccw")
        self.by_name["reset_practice"].setVisible(False)
        self._add("about", self.tr("About Shoplark"), "", "info")
        self._add("quit", self.tr("Quit Shoplark"), "Ctrl+Q", "power")
        self.by_name["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self.by_name["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.by_name["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        for number, (name, title) in enumerate(tabs, start=1):
            self._add(f"tab_{name}", title, f"Ctrl+{number}", "")
            self.by_name[f"tab_{name}"].setData(name)

    def _add(self, name: str, text: str, keys: str, icon_name: str) -> None:
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon_name:
            action.setIcon(icon(icon_name))
        self.by_name[name] = action
        # On the window itself, so that the keys work while the menu has never been opened.
        self._window.addAction(action)

    @cached_property
    def menu(self) -> SoftMenu:
        """Made when it is first opened."""
        result = menu(self._window, title=self.tr("Shoplark"))
        for name in ("new_draft", "post", "queue", "bring_in"):
            result.addAction(self.by_name[name])
        result.addSeparator()
        go = menu(self._window, title=self.tr("Go to"))
        go.setIcon(icon("arrow-right"))
        for name, _title in self._tabs:
            go.addAction(self.by_name[f"tab_{name}"])
        result.addMenu(go)
        for name in ("find", "check_now", "undo"):
            result.addAction(self.by_name[name])
        result.addSeparator()
        result.addMenu(self._themes_menu())
        for name in ("settings", "health"):
            result.addAction(self.by_name[name])
        result.addAction(self.by_name["reset_practice"])
        result.addSeparator()
        for name in ("keys", "about", "quit"):
            result.addAction(self.by_name[name])
        return result

    def _themes_menu(self) -> QMenu:
        result = menu(self._window, title=self.tr("Light or dark"))
        result.setIcon(icon("sun-moon"))
        words = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self._themes = QActionGroup(self)
        for scheme, text in words.items():
            action = _choice(self._themes, text, scheme)
            action.setChecked(scheme == self._scheme)
            result.addAction(action)
        self._themes.triggered.connect(self._on_theme)
        return result

    def _on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())


def _choice(group: QActionGroup, text: str, value: str) -> QAction:
    action = QAction(text, group)
    action.setCheckable(True)
    action.setData(value)
    return action
