"""Describes the pictures of a post one by one. What is typed is kept, however it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from services.media.captions import ALT_TEXT_LIMIT
from ui.build import button, label, row
from ui.compose.content import Attached
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing
from widgets.plain_edit import PlainEdit
from widgets.tones import tones_of

_WIDE = 560
_TALL = 300


class AltTextDialog(QDialog):
    described = Signal(str, str)
    """A picture's hash and its description, each time it changed."""

    def __init__(self, parent: QWidget, image_of: Callable[[str], QImage | None]) -> None:
        super().__init__(parent)
        self._image_of = image_of
        self._pictures: list[Attached] = []
        self._place = 0
        self.setModal(True)
        self.setFixedWidth(_WIDE)
        self.setWindowTitle(self.tr("Describe the picture"))
        self._heading = label(self.tr("Describe the picture"), kind="title")
        self._count = label(kind="quiet")
        self._image = _Shown()
        self.edit = PlainEdit()
        self.edit.setPlaceholderText(
            self.tr("What would you tell somebody on the phone about this picture?")
        )
        self.edit.setAccessibleName(self.tr("Description"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(96)
        self.edit.textChanged.connect(self._on_text)
        self.ring = CounterRing()
        self._over = label(kind="caption", tone="red")
        self.next_button = button(self.tr("Next picture"))
        self.next_button.clicked.connect(self._on_next)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addLayout(row(self._heading, None, self._count))
        layout.addWidget(self._image)
        layout.addWidget(self.edit)
        layout.addLayout(
            row(self._over, None, self.ring, MEASURES.s8, self.next_button, self.done_button)
        )

    def show_pictures(self, pictures: Sequence[Attached], first: str) -> None:
        """Opens with the picture of hash `first`; the others follow by Next."""
        self._pictures = list(pictures)
        self._place = next((n for n, one in enumerate(pictures) if one.hash == first), 0)
        self._show_one()
        self.open()
        self.edit.setFocus()

    def refresh_image(self) -> None:
        """The picture has been read."""
        self._image.show_image(self._image_of(self._pictures[self._place].hash))

    def reject(self) -> None:
        """Esc closes and keeps what was typed: a description too long for X is cut to fit."""
        self.accept()

    def accept(self) -> None:
        self._keep()
        super().accept()

    def _show_one(self) -> None:
        one = self._pictures[self._place]
        self.edit.blockSignals(True)
        self.edit.setPlainText(one.alt_text)
        self.edit.blockSignals(False)
        self._on_text()
        self.refresh_image()
        count = len(self._pictures)
        place, of = (self.locale().toString(number) for number in (self._place + 1, count))
        self._count.setText(self.tr("{place} of {count}").format(place=place, count=of))
        self._count.setVisible(count > 1)
        self.next_button.setVisible(self._place + 1 < count)
        name = one.name or self.tr("Picture {place}").format(place=place)
        self._image.setAccessibleName(name)

    def _on_text(self) -> None:
        used = len(self.edit.text())
        self.ring.set(used, ALT_TEXT_LIMIT)
        over = used > ALT_TEXT_LIMIT
        most = self.locale().toString(ALT_TEXT_LIMIT)
        said = self.tr("X keeps the first {most} characters.").format(most=most)
        self._over.setText(said if over else "")

    def _on_next(self) -> None:
        self._keep()
        self._place += 1
        self._show_one()
        self.edit.setFocus()

    def _keep(self) -> None:
        one = self._pictures[self._place]
        words = self.edit.text().strip()[:ALT_TEXT_LIMIT]
        if words != one.alt_text:
            self._pictures[self._place] = Attached(one.hash, words, one.name)
            self.described.emit(one.hash, words)


class _Shown(QWidget):
    """The whole picture, uncut, on the window's ground."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setFixedHeight(_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones_of(self).line)
        painter.drawRoundedRect(self.rect(), MEASURES.radius, MEASURES.radius)
        if self._image is None or self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(box, self._image)
