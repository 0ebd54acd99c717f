"""At 200 % every main screen keeps all of its words: whole, or elided and told by pointing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.program import Program
from ui.tour.faults import clipped, words_of
from widgets.choice_tile import ChoiceTile
from widgets.elided_label import ElidedLabel
from widgets.stat_tile import StatTile

TABS = ("compose", "queue", "inbox", "analytics", "shop")
DIALOGS = ("settings", "keys", "about")
_ARROW = 30
"""What a list's edge and arrow take beside its words, at least."""


def lost(window: QWidget) -> Iterator[str]:
    """What an owner could not read: cut words, covered buttons, an ellipsis that tells nothing."""
    yield from clipped(window)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, ElidedLabel) and widget.is_cut and not widget.toolTip():
            yield f"{widget.text()!r} is elided and told nowhere"
        if isinstance(widget, ChoiceTile | StatTile):
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                yield f"{widget.accessibleName()!r} is {widget.height()} high, needs {needed}"
        if isinstance(widget, QComboBox):
            words = widget.fontMetrics().horizontalAdvance(widget.currentText())
            if widget.width() < words + _ARROW and not widget.toolTip():
                yield f"list {widget.currentText()!r} is {widget.width()} wide"
        if isinstance(widget, QAbstractButton | QLabel) and words_of(widget):
            outside = hidden_part(widget, window)
            if outside:
                yield f"{type(widget).__name__} {words_of(widget)!r} {outside}"


def hidden_part(widget: QWidget, window: QWidget) -> str:
    """Whether a parent cuts it off that does not scroll."""
    area = widget.rect()
    parent, spot = widget.parentWidget(), widget.pos()
    while parent is not None and widget is not window:
        if isinstance(parent, QAbstractScrollArea) or isinstance(
            parent.parentWidget(), QAbstractScrollArea
        ):
            return ""
        inside = parent.rect().intersected(QRect(spot, area.size()))
        if inside.size() != area.size():
            return f"stands at {spot.toTuple()} in {parent.size().toTuple()}"
        if parent is window:
            return ""
        spot = spot + QPoint(parent.pos())
        parent = parent.parentWidget()
    return ""


def settle() -> None:
    """One round of layout asks for the next: a label, its row, its column, what scrolls."""
    for _ in range(5):
        QApplication.processEvents()


def faults_of(program: Program, qtbot: QtBot) -> list[str]:
    """Of every tab and dialog, by name."""
    found: list[str] = []
    tasks = program.tasks
    for tab in TABS:
        program.window.show_tab(tab)
        qtbot.waitUntil(tasks.idle, timeout=20_000)
        settle()
        found += [f"{tab}: {fault}" for fault in lost(program.window)]
    for name in DIALOGS:
        program.window.actions_by_name[name].trigger()
        settle()
        dialog = next(
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each is not program.window
        )
        found += [f"{name}: {fault}" for fault in lost(dialog)]
        room = program.window.size()
        if dialog.width() > room.width() or dialog.height() > room.height():
            found.append(f"{name}: {dialog.size().toTuple()} in {room.toTuple()}")
        dialog.close()
    return found


@pytest.mark.parametrize("size", [(1280, 800), (960, 640)])
@pytest.mark.parametrize("at_once", [True, False])
def test_nothing_is_lost_at_200_percent(
    start: Callable[[], Program], qtbot: QtBot, size: tuple[int, int], at_once: bool
) -> None:
    """`at_once`: chosen while every tab stands already, else before they are built."""
    program = start()
    program.window.resize(*size)
    if at_once:
        assert not (found := faults_of(program, qtbot)), "\n".join(found)
    program._theme.choose_text(200)
    assert not (found := faults_of(program, qtbot)), "\n".join(found)
    program._theme.choose_text(100)
    assert not (found := faults_of(program, qtbot)), "\n".join(found)
