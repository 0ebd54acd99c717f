"""Where the customer's card stands: beside the conversation, or over it in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.inbox.customer_card import CustomerCard
from ui.inbox.customer_notes import CustomerNotes
from widgets.drawer import Drawer

if TYPE_CHECKING:
    from services.inbox.customers import Customers

_CARD = 300


class CustomerPlace(QWidget):
    """The room kept free at the page's end for the open card, which lies over it."""

    turned = Signal()
    """The card was opened or closed: the room is to be shared anew."""

    def __init__(self, page: QWidget, customers: Customers) -> None:
        super().__init__(page)
        self.setFixedWidth(_CARD)
        self.hide()
        self.card = CustomerCard()
        self.notes = CustomerNotes(self.card.notes, customers, self)
        self.drawer = Drawer(
            page,
            width=_CARD,
            title=self.tr("Customer"),
            close_icon=icon("x"),
            close_name=self.tr("Close the customer"),
        )
        self.drawer.set_content(self.card)
        self.drawer.opened.connect(self.turned)
        self.drawer.closed.connect(self.turned)

    def open(self) -> None:
        """With the caret in the notes."""
        self.drawer.open()
        self.card.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def share(self, whole: int, *, needed: int) -> int:
        """What is left of `whole` for a page that needs so much (px) to have the card beside it."""
        beside = self.drawer.is_open and whole >= _CARD + needed
        self.setVisible(beside)
        return whole - _CARD if beside else whole
