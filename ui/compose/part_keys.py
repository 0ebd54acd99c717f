"""The keys that concern a part as a whole while its words are written.

Ctrl+Alt+Enter splits it at the caret, Backspace before its first word joins it to the part above,
Alt+Shift with an arrow moves it, the arrows go on into the next part where this one ends, and undo
goes on with the thread where the words have nothing left to take back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class PartKeys(QObject):
    entered = Signal()
    split_asked = Signal()
    join_asked = Signal()
    move_asked = Signal(int)
    """-1 up, 1 down."""
    undo_asked = Signal()
    """The field itself has nothing left to take back."""
    step_asked = Signal(int)
    """The caret wants to go on: -1 into the part above, 1 into the one below."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)

    def stop(self) -> None:
        """The field is about to go."""
        self._edit.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            if self._edit.document().isUndoAvailable():
                return False
            self.undo_asked.emit()
            return True
        if key in _ENTER and held == _CONTROL_ALT:
            self.split_asked.emit()
            return True
        if key in _STEPS and held == _ALT_SHIFT:
            self.move_asked.emit(_STEPS[key])
            return True
        if key in _STEPS and held == _NONE and self._at_edge(key):
            self.step_asked.emit(_STEPS[key])
        elif key == Qt.Key.Key_Backspace and held == _NONE and self._at_start():
            self.join_asked.emit()
            return True
        return False

    def _at_start(self) -> bool:
        cursor = self._edit.textCursor()
        return cursor.atStart() and not cursor.hasSelection()

    def _at_edge(self, key: Qt.Key) -> bool:
        """On the first line, or the last."""
        cursor = self._edit.textCursor()
        moves = QTextCursor.MoveOperation
        return not cursor.movePosition(moves.Up if key == Qt.Key.Key_Up else moves.Down)
