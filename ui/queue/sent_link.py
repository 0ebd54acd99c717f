"""Under a post, or a part, that went out by hand: its link, given later or mended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import build
from ui.queue.link_field import LinkField
from ui.queue.standby import Standby
from ui.theme import MEASURES


class SentLink(QWidget):
    given = Signal(str)
    """The id of the post on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.open = build.button("", icon="link")
        self.open.setCheckable(True)
        self.link = LinkField()
        self.save = build.button(self.tr("Keep the link"), kind="primary")
        self._form = QWidget()
        self._form.setLayout(build.column(self.link, self.save, gap=MEASURES.s8))
        self._form.hide()
        self.setLayout(build.column(self.open, self._form, gap=MEASURES.s8))
        self._standby = Standby(self.open, self.link.edit, self.save)
        self.open.toggled.connect(self._on_toggled)
        self.save.clicked.connect(self._on_save)
        self.link.entered.connect(self._on_save)
        self.hide()

    def set(self, post_id: str, *, known: str, handle: str) -> None:
        """`known`: the id that was given before, "" for none."""
        key = f"{post_id} {known}"
        if key != self._key:
            self._key = key
            self.open.setChecked(False)
        self.open.setText(self.tr("Change its link") if known else self.tr("Add its link"))
        self.link.turn_to(key, name=self.tr("Link to the post on X"), handle=handle)

    def set_waiting(self, on: bool) -> None:
        self._standby.set(on)

    def _on_toggled(self, on: bool) -> None:
        self._form.setVisible(on)
        if on:
            self.link.edit.setFocus()

    def _on_save(self) -> None:
        link = self.link.link()
        if self.link.accepts() and link is not None:
            self.given.emit(link.x_post_id)
