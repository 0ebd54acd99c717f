"""What a place says while it is empty: an icon, one sentence, one action."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.measures import MEASURES
from widgets.tones import mix, tones_of

_DISC = 64
_ICON = 28
_WIDEST = 380


class EmptyState(QWidget):
    pressed = Signal()
    second_pressed = Signal()

    def __init__(
        self,
        icon: QIcon,
        sentence: str,
        button: str = "",
        parent: QWidget | None = None,
        *,
        primary: bool = False,
        second: str = "",
    ) -> None:
        """`second`: the quieter of two things to press, where there are two."""
        super().__init__(parent)
        self._sentence = QLabel(sentence)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setProperty("kind", "quiet")
        self._button = QPushButton(button, self)
        self._button.setProperty("kind", "primary" if primary else "")
        self._button.setVisible(bool(button))
        self._button.clicked.connect(self.pressed)
        self._disc = _Disc(icon)
        layout = QVBoxLayout(self)
        layout.setSpacing(MEASURES.s16)
        layout.addStretch(2)
        layout.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._second: QPushButton | None = None
        if second:
            self._second = QPushButton(second)
            self._second.setProperty("kind", "link")
            self._second.setCursor(Qt.CursorShape.PointingHandCursor)
            self._second.clicked.connect(self.second_pressed)
            layout.addWidget(self._second, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_sentence()
        super().resizeEvent(event)

    def set(self, sentence: str, button: str = "") -> None:
        self._sentence.setText(sentence)
        self._fit_sentence()
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _fit_sentence(self) -> None:
        # A label that is centred in a layout would get the height of one line.
        wide = max(1, min(_WIDEST, self.width() - 2 * MEASURES.s16))
        self._sentence.setFixedSize(wide, max(0, self._sentence.heightForWidth(wide)))

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def button(self) -> QPushButton:
        return self._button

    @property
    def second(self) -> QPushButton | None:
        return self._second

    def offer_second(self, on: bool) -> None:
        if self._second is not None:
            self._second.setVisible(on)


class _Disc(QWidget):
    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_DISC, _DISC)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(tones.window, tones.text, 0.06))
        painter.drawEllipse(self.rect())
        spot = self.rect().adjusted(18, 18, -18, -18)
        self._icon.paint(painter, spot, Qt.AlignmentFlag.AlignCenter)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(_DISC, _DISC)
