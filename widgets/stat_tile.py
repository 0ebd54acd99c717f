"""One figure of a period with its change: a large button that opens what the figure is made of."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.text_block import direction_of, fit_lines, line_height
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, FIGURE, sized

_PADDING = 16
_ICON = 16
_NOTE_LINES = 2


class Change(Enum):
    """Which way the figure went. BETTER and WORSE have a colour; icon and words say it too."""

    NONE = "none"
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


class StatTile(QAbstractButton):
    """`clicked` opens the list. A tile without a value shows its note in the figure's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._value = ""
        self._note = ""
        self._change = Change.NONE
        self._icon = QIcon()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set(
        self,
        title: str,
        *,
        value: str,
        note: str,
        change: Change = Change.NONE,
        icon: QIcon | None = None,
    ) -> None:
        """`note` is the change in words ("18 % more"), or why there is none."""
        self._title, self._value, self._note = title, value, note
        self._change = change
        self._icon = icon or QIcon()
        self.setEnabled(bool(value))
        self.setCursor(Qt.CursorShape.PointingHandCursor if value else Qt.CursorShape.ArrowCursor)
        said = ", ".join(part for part in (value, note) if part)
        self.setAccessibleName(f"{title}: {said}")
        self.setText(title)
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> str:
        return self._value

    @property
    def note(self) -> str:
        return self._note

    @property
    def change(self) -> Change:
        return self._change

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.heightForWidth(1_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        note = sized(self.font(), CAPTION)
        room = float(width - 2 * _PADDING - _ICON - 4)
        lines = max(len(fit_lines(self._note, note, room, _NOTE_LINES)), 1)
        high = sum(sized(self.font(), size).pixelSize() * 1.4 for size in (BASE, FIGURE))
        return round(high + lines * line_height(self._note, note)) + 2 * _PADDING + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, tones)
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.setPen(tones.quiet)
        inner.setTop(inner.top() + self._line(painter, inner, self._title, BASE) + 4)
        if not self._value:
            self._lines(painter, inner, self._note, 3)
        else:
            painter.setPen(tones.text)
            inner.setTop(inner.top() + self._line(painter, inner, self._value, FIGURE) + 4)
            self._paint_note(painter, inner, tones)
        painter.end()

    def _paint_card(self, painter: QPainter, tones: Tones) -> None:
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lifted = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(tones.border if lifted else tones.surface, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(edge, 12, 12)

    def _paint_note(self, painter: QPainter, inner: QRectF, tones: Tones) -> None:
        painter.setPen(
            {Change.BETTER: tones.green, Change.WORSE: tones.red}.get(self._change, tones.quiet)
        )
        if not self._icon.isNull():
            height = sized(self.font(), CAPTION).pixelSize() * 1.4
            left = inner.right() - _ICON if self.isRightToLeft() else inner.left()
            box = QRectF(left, inner.top() + (height - _ICON) / 2, _ICON, _ICON)
            self._icon.paint(painter, box.toRect())
            shift = _ICON + 4
            inner = inner.adjusted(
                *((0, 0, -shift, 0) if self.isRightToLeft() else (shift, 0, 0, 0))
            )
        self._lines(painter, inner, self._note, _NOTE_LINES, CAPTION)

    def _line(self, painter: QPainter, area: QRectF, text: str, size: int) -> float:
        font = sized(self.font(), size, strong=size == FIGURE)
        height = font.pixelSize() * 1.4
        if size == FIGURE:
            font = _fitting(font, text, area.width())
        painter.setFont(font)
        box = QRectF(area.left(), area.top(), area.width(), height)
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(box, shown, self._option(text))
        return height

    def _lines(
        self, painter: QPainter, area: QRectF, text: str, most: int, size: int = BASE
    ) -> None:
        font = sized(self.font(), size)
        painter.setFont(font)
        height, option = line_height(text, font), self._option(text)
        for number, line in enumerate(fit_lines(text, font, area.width(), most)):
            box = QRectF(area.left(), area.top() + number * height, area.width(), height)
            painter.drawText(box, line, option)

    def _option(self, text: str) -> QTextOption:
        """From the window's side, each in its own order: a Latin "36 % more" stays one."""
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(direction_of(text, self.layoutDirection()))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        return option


def _fitting(font: QFont, figure: str, width: float) -> QFont:
    """Smaller, down to the size of other words: a figure that ends in … says another number."""
    needed = QFontMetricsF(font).horizontalAdvance(figure)
    if needed > width:
        least = font.pixelSize() * BASE / FIGURE
        font.setPixelSize(round(max(least, font.pixelSize() * width / needed - 1)))
    return font
