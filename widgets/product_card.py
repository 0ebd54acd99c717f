"""A product as a card of 160 or more: picture, name, price. The first card of a grid adds one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cropped import draw_cropped
from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.text_block import direction_of, fit_lines, line_height
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, sized

WIDE = 160
_PICTURE = 3 / 4
"""Height of the picture, of the card's width."""
_PAD = 12
_LINES = 2


@dataclass(frozen=True, slots=True)
class ProductValue:
    id: str
    name: str
    price: str
    """Ready to show; empty for none."""
    image: QImage | None = None


class _Card(Pressable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, self.heightForWidth(WIDE))

    def heightForWidth(self, width: int) -> int:
        """The picture keeps its shape, and the words under it their lines."""
        name = sized(self.font(), BASE)
        price = QFontMetrics(sized(self.font(), BASE, strong=True)).height()
        words = _PAD * 2 + line_height("", name) * _LINES + price + 2
        return round(width * _PICTURE + words)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ProductCard(_Card):
    opened = Signal(str)
    step_asked = Signal(str, int)
    """The id, and +1 for one place nearer to the end or -1 for the start."""

    def __init__(self, value: ProductValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._icon = QIcon()
        self.clicked.connect(self._on_clicked)
        self.show_value(value)

    def show_value(self, value: ProductValue) -> None:
        self.value = value
        self.setAccessibleName(", ".join(part for part in (value.name, value.price) if part))
        self.setAccessibleDescription(self.tr("Ctrl and an arrow key moves it"))
        self.update()

    def set_icon_without_picture(self, icon: QIcon) -> None:
        self._icon = icon

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rightwards = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_asked.emit(self.value.id, step if rightwards else -step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(tones.surface, tones.text, 0.04 if self.underMouse() else 0.0))
        painter.drawRoundedRect(box, 12, 12)
        frame = QRectF(0, 0, self.width(), round(self.width() * _PICTURE))
        painter.setClipRect(frame)
        self._draw_picture(painter, frame.adjusted(0, 0, 0, 12))
        painter.setClipping(False)
        area = QRectF(_PAD, frame.bottom() + _PAD, self.width() - _PAD * 2, self.height())
        painter.setPen(tones.text)
        area.setTop(area.top() + self._draw_name(painter, area) + 2)
        painter.setFont(sized(self.font(), BASE, strong=True))
        painter.drawText(area, self._side(), self.value.price)

    def _side(self) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _draw_name(self, painter: QPainter, area: QRectF) -> float:
        """In its own direction, but where the card's reading begins; returns the height used."""
        font = sized(self.font(), BASE)
        option = QTextOption(self._side())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of(self.value.name, self.layoutDirection()))
        painter.setFont(font)
        height = line_height(self.value.name, font)
        lines = fit_lines(self.value.name, font, area.width(), _LINES)
        for number, words in enumerate(lines):
            spot = QRectF(area.left(), area.top() + number * height, area.width(), height)
            painter.drawText(spot, words, option)
        return height * max(len(lines), 1)

    def _draw_picture(self, painter: QPainter, frame: QRectF) -> None:
        if self.value.image is not None:
            draw_cropped(painter, frame, self.value.image, radius=12)
            return
        tones = tones_of(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(tones.surface, tones.text, 0.06))
        painter.drawRoundedRect(frame, 12, 12)
        middle = QRect(0, 0, 28, 28)
        middle.moveCenter(frame.adjusted(0, 0, 0, -12).center().toPoint())
        self._icon.paint(painter, middle)

    def _on_clicked(self) -> None:
        self.opened.emit(self.value.id)


class AddCard(_Card):
    """The dotted card with a plus."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DashLine))
        painter.setBrush(mix(tones.window, tones.text, 0.04 if self.underMouse() else 0.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        middle = QRectF(self.rect()).center() - QPointF(0, 14)
        draw_plus(painter, middle, tones.quiet, arm=8)
        painter.setPen(tones.quiet)
        painter.setFont(sized(self.font(), BASE))
        words = QRectF(8, middle.y() + 18, self.width() - 16, self.height() / 2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
