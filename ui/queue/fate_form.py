"""The answers to "did you post it?", in the drawer: with the post's link, for whoever has it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import build
from ui.queue.clipboard_note import ClipboardNote
from ui.queue.fate import Question
from ui.queue.link_field import LinkField
from ui.queue.standby import Standby
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout


class FateForm(QWidget):
    there = Signal(str)
    """It is on X; with the id of its link, or "" when the owner gave none."""
    not_there = Signal()
    find_asked = Signal()
    """The shop's page on X, to look for the link there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goes_on = False
        self._goes_without = False
        self.clipboard = ClipboardNote()
        self.field = LinkField()
        self.link = self.field.edit
        self.look_for_it = build.button(self.tr("Find it on X"), kind="link", icon="external-link")
        self.look_for_it.setProperty("dense", True)
        self.look_for_it.setProperty("flush", True)
        self.look_for_it.hide()
        self.yes = build.button("", kind="primary")
        self.no = build.button("")
        # Below each other where a price or large words leave no room beside.
        pair = FlowLayout(gap=MEASURES.s8)
        pair.addWidget(self.yes)
        pair.addWidget(self.no)
        asked = build.column(self.field, build.row(self.look_for_it, None), gap=MEASURES.s4)
        self.setLayout(build.column(self.clipboard, asked, pair, gap=MEASURES.s12))
        self._standby = Standby(self.link, self.yes, self.no)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.not_there)
        self.look_for_it.clicked.connect(self.find_asked)
        self.field.entered.connect(self._on_yes)
        self.link.textChanged.connect(self._on_typed)

    def set(self, key: str, question: Question, *, handle: str) -> None:
        """`key` names the post and the part that is asked about; `handle` is the shop's own."""
        name = (
            self.tr("Link to this part: the next one answers it")
            if question.goes_on
            else self.tr("Link to the post, if you have it")
        )
        self.field.turn_to(key, name=name, handle=handle)
        self._goes_on = question.goes_on
        self._goes_without = False
        self.look_for_it.hide()
        self.yes.setText(question.there)
        self.no.setText(question.not_there)

    def set_waiting(self, on: bool) -> None:
        """An answer is being written: no other is taken."""
        self._standby.set(on)

    def _on_typed(self) -> None:
        self._goes_without = False
        self.look_for_it.hide()

    def _on_yes(self) -> None:
        if not self.field.accepts():
            return
        if self._goes_on and not self.field.is_given() and not self._goes_without:
            # Said once; whoever presses again goes on without.
            self._goes_without = True
            self.look_for_it.show()
            self.field.refuse(
                self.tr(
                    "Without its link the next part cannot open as an answer to it. Paste it, or "
                    "press again to go on without."
                )
            )
            return
        link = self.field.link()
        self.there.emit("" if link is None else link.x_post_id)
