"""How many hashtags a post has, against the most that help: `#1/2`, amber with a reason beyond."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

_HEIGHT = 24


class TagMeter(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._best = 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set(self, count: int, best: int = 2) -> None:
        """`count` hashtags, of which `best` are the most that help."""
        if (count, best) == (self._count, self._best):
            return
        self._count, self._best = count, best
        self._name()
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        return self._count

    def too_many(self) -> bool:
        return self._count > self._best

    def text(self) -> str:
        number = self.locale().toString
        return f"#{number(self._count)}/{number(self._best)}"

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._face())
        high = max(_HEIGHT, metrics.height() + 6)
        return QSize(metrics.horizontalAdvance(self.text()) + 16, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.too_many():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.amber_tint)
            painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setFont(self._face())
        painter.setPen(tones.amber if self.too_many() else tones.quiet)
        # "#1/2" reads the same way everywhere.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _face(self) -> QFont:
        return sized(self.font(), CAPTION, strong=self.too_many())

    def _name(self) -> None:
        name = self.tr("Hashtags: {count}. At most {best} help.").format(
            count=self._count, best=self._best
        )
        self.setAccessibleName(name)
        if self.too_many():
            self.setToolTip(self.tr("More than two hashtags help nobody to find a post on X."))
        else:
            self.setToolTip(name)
