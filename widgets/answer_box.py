"""Where an answer is written: grows with its words, counts them, and has one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.counter_ring import CounterRing
from widgets.plain_edit import PlainEdit
from widgets.start_label import StartLabel

LEAST = 96
MOST = 240


class AnswerBox(QFrame):
    """Between 96 and 240 high, whatever is written."""

    changed = Signal(str)
    answer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self.setProperty("kind", "pane")
        self._edit = _AnswerEdit(parent=self)
        self._edit.setProperty("kind", "bare")
        self._edit.setTabChangesFocus(True)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.document().setDocumentMargin(0)
        self._note = StartLabel(parent=self)
        self._note.setProperty("kind", "caption")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._ring = CounterRing(self)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._ring)
        foot.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._edit, 1)
        column.addLayout(foot)
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.sent.connect(self._on_asked)
        self._edit.resized.connect(self._grow)
        self._button.clicked.connect(self._on_asked)
        self._grow()

    @property
    def edit(self) -> QPlainTextEdit:
        return self._edit

    @property
    def button(self) -> QPushButton:
        return self._button

    def text(self) -> str:
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """The caret stands at its end: what was begun is gone on with."""
        if text != self.text():
            self._edit.setPlainText(text)
            self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def set_words(self, *, button: str, hint: str, name: str, note: str = "") -> None:
        """`name` is what a screen reader calls the field; `note` stands under it."""
        self._button.setText(button)
        self._edit.setPlaceholderText(hint)
        self._edit.setAccessibleName(name)
        self._note.setText(note)

    def set_count(self, used: int, limit: int) -> None:
        self._ring.set(used, limit)
        self._ring.setVisible(used > 0)

    def set_ready(self, ready: bool) -> None:
        """Whether the button, and Ctrl+Enter with it, does anything."""
        self._ready = ready
        self._button.setEnabled(ready)

    def take_focus(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_edit"):
            self._grow()

    def _on_text_changed(self) -> None:
        self._grow()
        self.changed.emit(self.text())

    def _on_asked(self) -> None:
        if self._ready:
            self.answer_asked.emit()

    def _grow(self) -> None:
        around = self._button.sizeHint().height() + 12
        words = self._edit.words_height(MOST) + 2 * self._edit.document().documentMargin() + 4
        self.setFixedHeight(round(min(max(words + around, LEAST), MOST)))


class _AnswerEdit(PlainEdit):
    sent = Signal()
    resized = Signal()

    def event(self, event: QEvent) -> bool:
        # A window's own Ctrl+Enter must not take the key away from the answer.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _sends(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _sends(event):
            self.sent.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _sends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
        Qt.KeyboardModifier.ControlModifier
    )
