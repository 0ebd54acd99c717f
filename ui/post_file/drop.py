"""The first step: a place to drop a file on, and a button for who does not drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QWidget

from ui import build
from ui.theme import MEASURES
from widgets.tones import tones_of

_WIDE = 480


class FileDrop(QWidget):
    dropped = Signal(object)
    """Path."""
    choose_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)
        self.sentence = self._centred(
            self.tr("Drop a file here: one row for each post."), kind="section"
        )
        self.more = self._centred(
            self.tr(
                "A CSV file, as every spreadsheet program saves it: with the words of each post "
                "and, if you like, its day and hour, a picture file and a link."
            ),
            kind="quiet",
        )
        self.trouble = self._centred("", tone="red")
        self.trouble.hide()
        self.button = build.button(self.tr("Choose a file"), kind="primary")
        self.button.clicked.connect(self.choose_asked)
        # Labels that wrap get their height only where they fill a column's width.
        middle = QWidget()
        middle.setFixedWidth(_WIDE)
        press = build.row(None, self.button, None)
        middle.setLayout(
            build.column(self.sentence, self.more, self.trouble, press, gap=MEASURES.s16)
        )
        self.setLayout(build.column(None, build.row(None, middle, None), None))

    def _centred(self, text: str, *, kind: str = "", tone: str = "") -> QLabel:
        label = build.label(text, kind=kind, tone=tone, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def tell(self, trouble: str) -> None:
        """What is wrong with the file that was chosen; "" for nothing."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if path_in(event) is not None:
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        path = path_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tones.accent if self._over else tones.border, 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(tones.tint if self._over else tones.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def _light(self, on: bool) -> None:
        self._over = on
        self.update()


def path_in(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None
