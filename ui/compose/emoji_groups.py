"""The groups of the emoji picker: a row of tabs, each with an emoji of its group."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from widgets.tones import mix, tones_of

_TALL = 32
_SIZE = 18
_UNDERLINE = 2
_FAINT = 0.55


class GroupTabs(QWidget):
    """Left and right go from one to the next; `chosen` of the button group says which."""

    def __init__(self, names: tuple[tuple[str, str], ...], *, wide: int) -> None:
        """Sign and name of each group; `wide` pixels each."""
        super().__init__()
        self.group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (sign, name) in enumerate(names):
            tab = _Tab(sign, name, wide)
            self.group.addButton(tab, number)
            layout.addWidget(tab)
        layout.addStretch(1)

    def choose(self, number: int) -> None:
        self.group.button(number).setChecked(True)

    @property
    def chosen(self) -> int:
        return self.group.checkedId()

    def name(self, number: int) -> str:
        return self.group.button(number).accessibleName()


class _Tab(QAbstractButton):
    def __init__(self, sign: str, name: str, wide: int) -> None:
        super().__init__()
        self._sign = sign
        self._wide = wide
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, _TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        lively = self.isChecked() or self.underMouse() or self.hasFocus()
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.surface, tones.text, 0.08))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -5), 6, 6)
        font = self.font()
        font.setPixelSize(_SIZE)
        painter.setFont(font)
        painter.setPen(tones.text)
        painter.setOpacity(1.0 if lively else _FAINT)
        painter.drawText(box.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.setOpacity(1.0)
        if self.isChecked():
            line = QRectF(box.left() + 6, box.bottom() - _UNDERLINE, box.width() - 12, _UNDERLINE)
            painter.fillRect(line, tones.accent)
