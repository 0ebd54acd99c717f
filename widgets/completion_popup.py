"""A short list under the caret: the rest of a word that is being typed.

It never takes the focus: the editor keeps it, and an input method with it. Down and Up choose, Tab
takes the chosen row or the first, Enter takes a chosen row (else it ends the line as ever), Esc
closes, a click takes. It lies in the editor's window, not in one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QTextEdit

from widgets.measures import MEASURES
from widgets.speech import announce
from widgets.text_block import direction_of
from widgets.tones import mix, tones_of

_ROW = 34
_PAD = 4
_SIDE = 10
_GAP = 24
_LEAST, _MOST = 220, 380
_SPARE = 8
"""What fits exactly is cut all the same: its width is rounded."""
_BELOW = 6
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class CompletionRow:
    word: str
    """With its sign, as it is put into the text."""
    detail: str = ""


class CompletionPopup(QFrame):
    taken = Signal(str)
    dismissed = Signal()
    """By Esc: it is not wanted for this word."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._rows: tuple[CompletionRow, ...] = ()
        self._chosen = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        edit.installEventFilter(self)
        edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def rows(self) -> tuple[CompletionRow, ...]:
        return self._rows

    @property
    def chosen(self) -> int:
        """-1 while none is."""
        return self._chosen

    def show_rows(self, rows: Sequence[CompletionRow]) -> None:
        """None closes it."""
        if not rows:
            self.hide()
            return
        rows = tuple(rows)
        if rows != self._rows or not self.isVisible():
            self._rows, self._chosen, self._hovered = rows, -1, -1
        if self.parentWidget() is not self._edit.window():
            # Above all that lies in the window; the editor ends it when it ends itself.
            self.setParent(self._edit.window())
            self._edit.destroyed.connect(self.deleteLater)
        self.setLayoutDirection(self._edit.layoutDirection())
        self.resize(self.sizeHint())
        self._place()
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        bold, plain = QFontMetrics(self._bold()), self.fontMetrics()
        widest = max(
            (
                bold.horizontalAdvance(row.word)
                + (_GAP + plain.horizontalAdvance(row.detail) if row.detail else 0)
                for row in self._rows
            ),
            default=0,
        )
        wide = min(max(widest + _SPARE + 2 * (_SIDE + _PAD), _LEAST), _MOST)
        return QSize(wide, self._tall() * len(self._rows) + 2 * _PAD)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible() or watched is not self._edit:
            return False
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self.hide()
        elif kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_ours(event):
                event.accept()
                return True
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_ours(event):
            self._obey(Qt.Key(event.key()))
            return True
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._row_at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed, it would take the press from the editor below it."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._take(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.border, 1))
        painter.setBrush(tones.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        for number, row in enumerate(self._rows):
            area = QRectF(_PAD, _PAD + number * self._tall(), self.width() - 2 * _PAD, self._tall())
            if number in (self._chosen, self._hovered):
                chosen = number == self._chosen
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tones.tint if chosen else mix(tones.surface, tones.text, 0.06))
                painter.drawRoundedRect(area, MEASURES.radius - 2, MEASURES.radius - 2)
            self._paint_row(painter, area.adjusted(_SIDE, 0, -_SIDE, 0), row)

    def _paint_row(self, painter: QPainter, area: QRectF, row: CompletionRow) -> None:
        tones = tones_of(self)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        plain = self.fontMetrics()
        detail = plain.horizontalAdvance(row.detail) + _SPARE // 2
        detail = min(detail, round(area.width() / 2))
        room = round(area.width()) - (detail + _GAP if row.detail else 0)
        right = Qt.TextElideMode.ElideRight
        painter.setFont(self._bold())
        painter.setPen(tones.text)
        painter.setLayoutDirection(direction_of(row.word[1:], Qt.LayoutDirection.LeftToRight))
        word = QFontMetrics(self._bold()).elidedText(row.word, right, room)
        painter.drawText(area, int(start | middle), word)
        painter.setFont(self.font())
        painter.setPen(tones.quiet)
        painter.setLayoutDirection(direction_of(row.detail, self.layoutDirection()))
        painter.drawText(area, int(end | middle), plain.elidedText(row.detail, right, detail))

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        keys = Qt.Key
        if event.key() in _TAKING:
            return self._chosen >= 0
        return event.key() in (keys.Key_Down, keys.Key_Up, keys.Key_Tab, keys.Key_Escape)

    def _obey(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        elif key == Qt.Key.Key_Down:
            self._choose((self._chosen + 1) % len(self._rows))
        elif key == Qt.Key.Key_Up:
            self._choose((self._chosen if self._chosen > 0 else len(self._rows)) - 1)
        else:
            self._take(max(self._chosen, 0))

    def _choose(self, number: int) -> None:
        self._chosen = number
        row = self._rows[number]
        said = ", ".join(part for part in (row.word, row.detail) if part)
        self.setAccessibleName(said)
        announce(self._edit, said)
        self.update()

    def _take(self, number: int) -> None:
        word = self._rows[number].word
        self.hide()
        self.taken.emit(word)

    def _row_at(self, place: QPoint) -> int:
        number = (place.y() - _PAD) // self._tall()
        return number if 0 <= number < len(self._rows) else -1

    def _on_scrolled(self) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """Under the caret, or above it where there is no room; as far as may be over the field."""
        caret = self._edit.cursorRect()
        window, field = self._edit.window(), self._edit.viewport()
        at = field.mapTo(window, caret.bottomLeft())
        x = at.x() - _SIDE - _PAD
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = at.x() - self.width() + _SIDE + _PAD
        left = field.mapTo(window, QPoint(0, 0)).x()
        x = max(min(x, left + field.width() - self.width()), left)
        y = at.y() + _BELOW
        if y + self.height() > window.height():
            y = at.y() - caret.height() - _BELOW - self.height()
        self.move(min(max(x, 0), max(window.width() - self.width(), 0)), max(y, 0))

    def _tall(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 2 * _PAD)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
