"""Where an answer is written: grows with its words, counts them, and has one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.counter_ring import CounterRing
from widgets.elided_label import ElidedLabel
from widgets.measures import MEASURES
from widgets.plain_edit import PlainEdit
from widgets.tones import tones_of
from widgets.utf16 import units

LEAST = 96
MOST = 240
_PADDING = 12
_GAP = 8


class AnswerBox(QFrame):
    """Between 96 and 240 high, whatever is written."""

    changed = Signal(str)
    answer_asked = Signal()
    trim_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self.setProperty("kind", "pane")
        self._edit = _AnswerEdit(parent=self)
        self._edit.setProperty("kind", "bare")
        self._edit.setTabChangesFocus(True)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.document().setDocumentMargin(0)
        self._note = ElidedLabel(parent=self)
        self._note.setProperty("kind", "caption")
        # Large words leave the button its room before the note.
        self._note.setMinimumWidth(1)
        self._trouble = ElidedLabel(parent=self)
        self._trouble.setProperty("kind", "caption")
        self._trouble.setProperty("tone", "red")
        self._trim = QPushButton(self)
        self._trim.setProperty("dense", True)
        self._trim.setAutoDefault(False)
        self._ring = CounterRing(self)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(self._edit, 1)
        column.addLayout(_row(self._trouble, self._trim))
        column.addLayout(_row(self._note, self._ring, self._button))
        self._trouble.hide()
        self._trim.hide()
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.sent.connect(self._on_asked)
        self._edit.resized.connect(self._grow)
        self._edit.focus_turned.connect(self.update)
        self._button.clicked.connect(self._on_asked)
        self._trim.clicked.connect(self.trim_asked)
        self._grow()

    @property
    def edit(self) -> QPlainTextEdit:
        return self._edit

    @property
    def button(self) -> QPushButton:
        return self._button

    def text(self) -> str:
        return self._edit.text()

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

    def set_trouble(self, sentence: str, *, trim: str = "") -> None:
        """Why it cannot go out, with the button that cuts it; no sentence where it can."""
        self._trouble.setText(sentence)
        self._trim.setText(trim)
        self._trouble.setVisible(bool(sentence))
        self._trim.setVisible(bool(sentence and trim))
        self._grow()

    def cut(self, length: int) -> None:
        """Keeps so many code points; Ctrl+Z brings the rest back."""
        cursor = self._edit.textCursor()
        cursor.setPosition(units(self.text()[:length]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._edit.setTextCursor(cursor)
        self.take_focus()

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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Its button has the size of its words only now.
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, focused = tones_of(self), self._edit.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if focused else 1
        painter.setPen(QPen(tones.accent if focused else tones.border, wide))
        painter.setBrush(tones.surface)
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere in its frame one begins to write."""
        self.take_focus()

    def _on_text_changed(self) -> None:
        self._grow()
        self.changed.emit(self.text())

    def _on_asked(self) -> None:
        if self._ready:
            self.answer_asked.emit()

    def _grow(self) -> None:
        self._button.ensurePolished()
        around = 2 * _PADDING + _GAP + self._button.sizeHint().height()
        if not self._trouble.isHidden():
            around += _GAP + self._trim.sizeHint().height()
        words = self._edit.words_height(MOST) + 2 * self._edit.document().documentMargin() + 4
        self.setFixedHeight(round(min(max(words + around, LEAST), MOST)))


def _row(first: QWidget, *others: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return row


class _AnswerEdit(PlainEdit):
    sent = Signal()
    resized = Signal()
    focus_turned = Signal()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_turned.emit()


def _sends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
        Qt.KeyboardModifier.ControlModifier
    )
