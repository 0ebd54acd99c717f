"""Whatever the keys or the pointer can use says its name to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.stories.test_large_text import DIALOGS, TABS, settle
from ui.board.board_dialog import BoardDialog
from ui.compose.alt_text_dialog import AltTextDialog
from ui.icons import RESOURCES
from ui.program import Program
from ui.tour.hand import paste_pictures, type_text

PICTURE = RESOURCES / "practice" / "moss-teapot.jpg"
_LEAST = 10
"""Controls in any tab: fewer, and the walk has not seen it."""


def usable(window: QWidget) -> Iterator[QWidget]:
    """What Tab reaches or a click presses."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)
        ):
            yield widget


def focusable_parts(part: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Also what is painted and no widget: the rows of a list, the days of a calendar."""
    if part is None or part.state().invisible:
        return
    if part.state().focusable:
        yield part
    for number in range(part.childCount()):
        yield from focusable_parts(part.child(number))


def name_of(part: QAccessibleInterface | None) -> str:
    return part.text(QAccessible.Text.Name).strip() if part is not None else ""


def nameless(window: QWidget, room: str) -> Iterator[str]:
    for widget in usable(window):
        if not name_of(QAccessible.queryAccessibleInterface(widget)):
            yield f"{room}: {type(widget).__name__} in {type(widget.parent()).__name__}"
    for part in focusable_parts(QAccessible.queryAccessibleInterface(window)):
        if not name_of(part):
            yield f"{room}: {part.role().name} in {name_of(part.parent())!r}"


def dialog_over(window: QWidget) -> QWidget:
    (dialog,) = (
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    )
    return dialog


def test_everything_usable_has_a_name(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    window, compose = program.window, program.rooms.compose
    type_text(compose, "The moss teapot is back 🍵 ولا ننسى الشاي")
    paste_pictures(compose, [PICTURE])
    compose.drafts.search.setText("moss")
    found: list[str] = []
    for tab in TABS:
        window.show_tab(tab)
        qtbot.waitUntil(program.tasks.idle, timeout=20_000)
        settle()
        assert len(list(usable(window))) > _LEAST, tab
        found += nameless(window, tab)
    for name in DIALOGS:
        window.actions_by_name[name].trigger()
        settle()
        dialog = dialog_over(window)
        found += nameless(dialog, name)
        dialog.close()
    window.show_tab("compose")
    (picture,) = compose.composer.content.pictures
    compose.composer.describe(picture.hash)
    (described,) = compose.composer.findChildren(AltTextDialog)
    found += nameless(described, "alt text")
    described.reject()
    compose.composer.sheet.board_asked.emit()
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    settle()
    board = dialog_over(window)
    assert isinstance(board, BoardDialog)
    found += nameless(board, "board")
    board.reject()
    assert not found, "\n".join(found)
