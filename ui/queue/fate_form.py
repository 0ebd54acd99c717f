"""The answers to "did you post it?", in the drawer: with the post's link, for whoever has it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.publishing.outbox import post_id_in
from ui import build
from ui.queue.fate import Question
from ui.queue.standby import Standby
from ui.shop.field import line_edit
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout


class FateForm(QWidget):
    there = Signal(str)
    """It is on X; with its link, or "" when the owner gave none."""
    not_there = Signal()
    pictures_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post_id = ""
        self._pictures = QWidget()
        self._laid_out = build.label(kind="caption", wrap=True)
        self.show_pictures = build.button(self.tr("Show the pictures"), kind="link", in_row=True)
        self._pictures.setLayout(
            build.column(self._laid_out, build.row(self.show_pictures, None), gap=MEASURES.s4)
        )
        self.link = line_edit("https://x.com/…/status/…")
        name = build.label(self.tr("Link to the post, if you have it"), kind="caption", wrap=True)
        name.setBuddy(self.link)
        self.link.setAccessibleName(name.text())
        self._no_link = build.label(
            self.tr("This is no link to a post on X. Paste it again, or leave it empty."),
            kind="caption",
            tone="amber",
            wrap=True,
        )
        self._no_link.hide()
        self.yes = build.button("", kind="primary")
        self.no = build.button("")
        # Below each other where a price or large words leave no room beside.
        pair = FlowLayout(gap=MEASURES.s8)
        pair.addWidget(self.yes)
        pair.addWidget(self.no)
        self.setLayout(
            build.column(
                self._pictures,
                build.column(name, self.link, self._no_link, gap=MEASURES.s4),
                pair,
                gap=MEASURES.s12,
            )
        )
        self._standby = Standby(self.link, self.yes, self.no)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.not_there)
        self.show_pictures.clicked.connect(self.pictures_asked)
        self.link.textChanged.connect(self._on_typed)
        self.link.returnPressed.connect(self._on_yes)

    def set(self, post_id: str, question: Question, *, pictured: bool, pasted: bool = True) -> None:
        """`pictured`: pictures were laid out for it; `pasted`: the first part of it has some, and
        they are on the clipboard. The link of another post is taken away.
        """
        if post_id != self._post_id:
            self.link.clear()
        self._post_id = post_id
        self._laid_out.setText(
            self.tr("The pictures are on the clipboard and in a folder: paste them in X.")
            if pasted
            else self.tr("The pictures are in a folder.")
        )
        self._pictures.setVisible(pictured and not question.again)
        self.yes.setText(question.there)
        self.no.setText(question.not_there)

    def set_waiting(self, on: bool) -> None:
        """An answer is being written: no other is taken."""
        self._standby.set(on)

    def _on_typed(self) -> None:
        self._no_link.hide()

    def _on_yes(self) -> None:
        link = self.link.text().strip()
        if link and post_id_in(link) is None:
            self._no_link.show()
            self.link.setFocus()
        else:
            self.there.emit(link)
