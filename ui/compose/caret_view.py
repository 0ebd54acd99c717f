"""Keeps in view what the keyboard is in: the caret's line, and a part when it gets the caret.

It scrolls no further than it has to, once the layout knows where all is, and never while a button
of the mouse is held. Whoever scrolls away by hand is left there until the next key.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui.compose.parts import Parts
from ui.compose.sheet import Sheet
from ui.theme import MEASURES
from widgets.post_edit import PostEdit

_AWAY = MEASURES.s16
_NEAR = 112
"""The sheet's head and its row of tools are shown with a caret that is no further from them."""
_NO_BUTTON = Qt.MouseButton.NoButton


class CaretView(QObject):
    def __init__(self, area: QScrollArea, parts: Parts) -> None:
        super().__init__(area)
        self._area = area
        self._parts = parts
        self._follows = False
        self._whole = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        for editor in parts.editors:
            self._on_sheet(editor.sheet)
        parts.came.connect(self._on_sheet)
        parts.turned.connect(self._on_turned)
        parts.sheets.arranged.connect(self._on_turned)
        bar = area.verticalScrollBar()
        bar.actionTriggered.connect(self._on_scrolled_by_hand)
        bar.rangeChanged.connect(self._on_laid_out)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_sheet(self, sheet: Sheet) -> None:
        sheet.edit.cursorPositionChanged.connect(self._follow)

    def _follow(self) -> None:
        self._follows = True
        self._soon.start()

    def _on_turned(self, *_place: int) -> None:
        self._whole = QApplication.mouseButtons() == _NO_BUTTON
        self._follow()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._area):
            # The window closes, and its focus is the last to go.
            return
        ground = self._area.widget()
        by_mouse = QApplication.mouseButtons() != _NO_BUTTON
        if now is not None and not by_mouse and ground is not None and ground.isAncestorOf(now):
            self._follow()

    def _on_scrolled_by_hand(self) -> None:
        self._follows = self._whole = False

    def _on_laid_out(self) -> None:
        if self._follows:
            self._soon.start()

    def _show(self) -> None:
        if self._area.verticalScrollBar().maximum() == 0:
            # All of it is seen: most keys, and the first frame, end here.
            return
        ground, now = self._area.widget(), self._area.window().focusWidget()
        if ground is None or now is None or not self._area.isVisible():
            return
        if not ground.isAncestorOf(now):
            return
        if not isinstance(now, PostEdit):
            self._bring(_in(ground, now, now.rect()).adjusted(0, -_AWAY, 0, _AWAY))
            return
        sheet = self._parts.now.sheet
        high = self._area.viewport().height()
        whole = _in(ground, sheet, sheet.rect()).adjusted(0, -_AWAY, 0, _AWAY)
        if self._whole and whole.height() <= high:
            self._bring(whole)
        self._whole = False
        caret = _caret_of(ground, now).adjusted(0, -_AWAY, 0, _AWAY)
        wider = QRect(caret)
        if whole.bottom() - caret.bottom() <= _NEAR:
            wider.setBottom(whole.bottom())
        if caret.top() - whole.top() <= _NEAR:
            wider.setTop(whole.top())
        self._bring(wider if wider.height() <= high else caret)

    def _bring(self, box: QRect) -> None:
        """A box of the ground that is higher than the view begins at its top."""
        bar, high = self._area.verticalScrollBar(), self._area.viewport().height()
        if box.top() < bar.value() or box.height() > high:
            bar.setValue(box.top())
        elif box.bottom() >= bar.value() + high:
            bar.setValue(box.bottom() + 1 - high)


def _caret_of(ground: QWidget, edit: PostEdit) -> QRect:
    """With all that is selected, where that is little; within what the field itself shows."""
    cursor, view = edit.textCursor(), edit.viewport()
    box = edit.cursorRect(cursor)
    if cursor.hasSelection():
        cursor.setPosition(cursor.anchor())
        both = box.united(edit.cursorRect(cursor))
        box = both if both.height() <= 4 * box.height() else box
    shown = box.intersected(view.rect())
    return _in(ground, view, shown if shown.isValid() else view.rect())


def _in(ground: QWidget, widget: QWidget, box: QRect) -> QRect:
    return box.translated(widget.mapTo(ground, QPoint()))
