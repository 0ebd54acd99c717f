"""A label that ends in … where it does not fit; its whole text is then in the tooltip."""

from __future__ import annotations

from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.isolates import isolated

_LOOKED_AT = 80


class ElidedLabel(QLabel):
    """`lines` are shown at most. Each text runs in its own direction, aligned to the start of
    the layout. Its width never pushes a row wider."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_cut(self) -> bool:
        shown = "".join(self.shown_lines())
        return shown.replace(" ", "") != self._flat().replace(" ", "")

    def shown_lines(self) -> list[str]:
        """What is drawn at the present width, line by line."""
        text, width = self._flat(), self.contentsRect().width()
        if self._lines == 1:
            return [self._cut(text, width)] if text else []
        return self._broken(text, width)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        wide = min(metrics.horizontalAdvance(self._flat()) + 1, 4096)
        return QSize(
            wide + margins.left() + margins.right(),
            self._step() * self._lines + margins.top() + margins.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 3, self.sizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(text)
        self._tell_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(palette.color(self.foregroundRole()))
        rect = QRectF(self.contentsRect())
        step = self._step()
        lines = self.shown_lines()
        top = rect.top() + max(0.0, (rect.height() - step * self._lines) / 2)
        option = QTextOption(self._side())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(_direction_of(self._flat(), self.layoutDirection()))
        for index, line in enumerate(lines):
            spot = QRectF(rect.left(), top + index * step, rect.width(), step)
            painter.drawText(spot, line, option)
        painter.end()

    def _side(self) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def _step(self) -> int:
        """Other scripts come from other fonts and stand higher than the label's own."""
        high = self.fontMetrics().lineSpacing()
        text = self._flat()
        if text.isascii():
            return high
        layout = QTextLayout(text[:_LOOKED_AT], self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return max(high, ceil(line.height()))

    def _flat(self) -> str:
        return isolated(" ".join(self.text().split()))

    def _cut(self, text: str, width: int) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _broken(self, text: str, width: int) -> list[str]:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = text.encode("utf-16-le")
        found: list[str] = []
        layout.beginLayout()
        while len(found) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            start, length = line.textStart(), line.textLength()
            last = len(found) == self._lines - 1
            # Qt counts UTF-16 units, Python code points.
            end = len(units) if last else 2 * (start + length)
            piece = units[2 * start : end].decode("utf-16-le").rstrip()
            found.append(self._cut(piece, width) if last else piece)
        layout.endLayout()
        return found

    def _tell_rest(self) -> None:
        self.setToolTip(self.text() if self.is_cut else "")


def _direction_of(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    for sign in text:
        kind = bidirectional(sign)
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return otherwise
