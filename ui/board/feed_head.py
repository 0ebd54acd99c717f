"""The upper part of pictures from a link: what it is for, the link, and its button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from services.media.feed_links import shown_link
from ui.build import column, label, row
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.isolates import left_to_right


class FeedHead(QWidget):
    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = QLineEdit()
        self.link.setPlaceholderText(left_to_right("pinterest.com/name/board"))
        self.link.setAccessibleName(self.tr("Link of a board, a blog or a feed"))
        self.link.setClearButtonEnabled(True)
        self.link.returnPressed.connect(self.look_asked)
        self.look_button = BusyButton(self.tr("Look"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look_asked)
        field = row(self.link, self.look_button)
        field.setStretchFactor(self.link, 1)
        pad = MEASURES.s24
        self.setLayout(
            column(
                label(self.tr("Pictures from a link"), kind="title"),
                label(
                    self.tr(
                        "A board or profile on Pinterest, a blog or tag on Tumblr, or any page "
                        "that has a feed. Nobody has to sign in."
                    ),
                    kind="quiet",
                    wrap=True,
                ),
                field,
                gap=MEASURES.s12,
                margins=(pad, pad, pad, 0),
            )
        )
        self._take_copied()

    def set_busy(self, busy: bool) -> None:
        self.look_button.set_busy(busy, self.tr("Looking at the feed"))

    def ask_again(self) -> None:
        """What was pasted stands ready to be written over."""
        self.link.setFocus()
        self.link.selectAll()

    def _take_copied(self) -> None:
        """A link that was just copied on Pinterest or Tumblr is most likely the one."""
        copied = shown_link(QGuiApplication.clipboard().text())
        if copied is not None:
            self.link.setText(copied)
            self.link.selectAll()
