"""A thread that X refused half-way: its next part can be changed, and the rest goes out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from services.text.blank import is_blank
from services.text.measure import parse
from services.text.weight import Config
from ui import build
from ui.queue.standby import Standby
from ui.shop.field import text_edit
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing

_SAVE_MS = 400


@dataclass(frozen=True, slots=True)
class Rest:
    """`part` is the next one's number, from 1, of `parts`.

    `send` is the word on the button, "" where X's own page sends it.
    """

    post_id: str
    part: int
    parts: int
    text: str
    pictured: bool
    config: Config
    send: str


class RestForm(QWidget):
    """Words that are being written stay, whatever the page shows anew."""

    written = Signal(str, str)
    """The post's id and words to be kept, a moment after they were typed."""
    send_asked = Signal(str, bool)
    """The words, and whether its pictures go along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest: Rest | None = None
        self._filling = False
        self._said = build.label(wrap=True)
        self.edit = text_edit("", lines=3)
        self.ring = CounterRing()
        self.pictures = QCheckBox(self.tr("With its pictures"))
        self.send = build.button("")
        foot = build.row(self.pictures, None, self.ring)
        self.setLayout(build.column(self._said, self.edit, foot, self.send, gap=MEASURES.s8))
        self._standby = Standby(self.edit, self.pictures, self.send)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self._on_late)
        self.edit.textChanged.connect(self._on_typed)
        self.pictures.toggled.connect(self._check)
        self.send.clicked.connect(self._on_send)
        self.hide()

    def set(self, rest: Rest | None) -> None:
        """None: nothing of the post is left to be changed."""
        known = _same_part(self._rest, rest)
        if not known:
            self.save_now()
        self._rest = rest
        self.setVisible(rest is not None)
        if rest is None:
            return
        number = self.locale().toString
        there = (
            self.tr("Part {last} is on X.")
            if rest.part == 2
            else self.tr("Parts {first} to {last} are on X.")
        ).format(first=number(1), last=number(rest.part - 1))
        asked = self.tr("{there} Change part {part} of {parts}:").format(
            there=there, part=number(rest.part), parts=number(rest.parts)
        )
        self._said.setText(asked)
        self.edit.setAccessibleName(self.tr("Words of part {part}").format(part=number(rest.part)))
        self.send.setText(rest.send)
        self.send.setVisible(bool(rest.send))
        if not known:
            self._fill(rest)
        self._check()

    def set_waiting(self, on: bool) -> None:
        """It is being written or queued: nothing is sent meanwhile."""
        self._standby.set(on)
        if not on:
            self._check()

    def save_now(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._on_late()

    def _fill(self, rest: Rest) -> None:
        self._filling = True
        self.edit.setPlainText(rest.text)
        self.pictures.setVisible(rest.pictured)
        self.pictures.setChecked(rest.pictured)
        self._filling = False

    def _check(self) -> None:
        if self._rest is None:
            return
        text = self.edit.text()
        measured = parse(text, config=self._rest.config)
        self.ring.set(measured.weighted_length, measured.limit)
        something = self._pictured or not is_blank(text)
        self.send.setEnabled(measured.fits and something)

    def _on_typed(self) -> None:
        self._check()
        if not self._filling:
            self._timer.start()

    def _on_late(self) -> None:
        if self._rest is not None:
            self.written.emit(self._rest.post_id, self.edit.text())

    def _on_send(self) -> None:
        self._timer.stop()
        self.send_asked.emit(self.edit.text(), self._pictured)

    @property
    def _pictured(self) -> bool:
        return self._rest is not None and self._rest.pictured and self.pictures.isChecked()


def _same_part(one: Rest | None, other: Rest | None) -> bool:
    if one is None or other is None:
        return False
    return (one.post_id, one.part) == (other.post_id, other.part)
