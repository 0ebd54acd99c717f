"""A title that opens and closes what stands under it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import direction_of
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, CAPTION, icon_times, sized

_CHEVRON = 18
_ARM = 4.5
_CENTRE = 7
"""As near to the edge as the turned one may come: the column's other lines begin there."""


def fold_start(font: QFont | None = None) -> int:
    """Where the title of a fold begins: what unfolds under it stands there, too."""
    times = icon_times(font or QGuiApplication.font())
    return round(_CHEVRON * times) + MEASURES.s8


class FoldSection(QWidget):
    """Closed until it is opened. Its content is given once, also while it is closed."""

    turned = Signal(bool)
    """The owner opened or closed it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(title)
        self.head.toggled.connect(self._on_toggled)
        self.head.clicked.connect(self.turned)
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s4)
        self._column.addWidget(self.head)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    @property
    def content(self) -> QWidget | None:
        return self._content

    def set_open(self, on: bool) -> None:
        """Tells nobody."""
        self.head.setChecked(on)

    def set_note(self, note: str) -> None:
        """A few words at the end of the title's row."""
        self.head.set_note(note)

    def set_content(self, content: QWidget) -> None:
        self._content = content
        self._column.addWidget(content)
        content.setVisible(self.is_open)

    def _on_toggled(self, on: bool) -> None:
        if self._content is not None:
            self._content.setVisible(on)


class FoldHead(Pressable):
    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._note = ""
        self.toggled.connect(self._name)
        self._name()

    def set_note(self, note: str) -> None:
        self._note = note
        self._name()
        self.update()

    @property
    def note(self) -> str:
        return self._note

    def sizeHint(self) -> QSize:
        height = QFontMetricsF(sized(self.font(), BASE, strong=True)).height()
        return QSize(160, max(MEASURES.control, ceil(height) + 2 * MEASURES.s4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.window, tones.text, 0.05))
            painter.drawRoundedRect(QRectF(self.rect()), MEASURES.radius, MEASURES.radius)
        self._paint_chevron(painter)
        own = sized(self.font(), BASE, strong=True)
        painter.setFont(own)
        painter.setPen(tones.text)
        used = QFontMetricsF(own).horizontalAdvance(self.text()) + 1
        self._words(painter, self.text(), start=self._start(), width=used)
        start = self._start() + MEASURES.s8 + used
        caption = sized(self.font(), CAPTION)
        painter.setFont(caption)
        painter.setPen(tones.quiet)
        room = self.width() - start - MEASURES.s8
        shown = QFontMetricsF(caption).elidedText(self._note, Qt.TextElideMode.ElideRight, room)
        self._words(painter, shown, start=start, width=room, at_end=True)
        painter.end()

    def _words(
        self, painter: QPainter, words: str, *, start: float, width: float, at_end: bool = False
    ) -> None:
        mirrored = self.isRightToLeft()
        left = self.width() - start - width if mirrored else start
        to_left = at_end if mirrored else not at_end
        side = Qt.AlignmentFlag.AlignLeft if to_left else Qt.AlignmentFlag.AlignRight
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(direction_of(words, self.layoutDirection()))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.drawText(QRectF(left, 0, width, self.height()), words, option)

    def _start(self) -> float:
        """Where the title begins."""
        return fold_start(self.font())

    def _paint_chevron(self, painter: QPainter) -> None:
        """Points along the line when closed, down when open."""
        painter.setPen(
            QPen(
                tones_of(self).quiet,
                1.75,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.save()
        mirrored = self.isRightToLeft()
        times = icon_times(self.font())
        centre = _CENTRE * times
        painter.translate(self.width() - centre if mirrored else centre, self.height() / 2)
        if self.isChecked():
            painter.rotate(90)
        elif mirrored:
            painter.rotate(180)
        arm = _ARM * times
        path = QPainterPath(QPointF(-arm / 2, -arm))
        path.lineTo(QPointF(arm / 2, 0))
        path.lineTo(QPointF(-arm / 2, arm))
        painter.drawPath(path)
        painter.restore()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self.text(), self._note) if part))
        self.setAccessibleDescription(self.tr("Open") if self.isChecked() else self.tr("Closed"))
