"""What the owner notes about customers: in the hand until the disk has it, each under its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from services.errors import StorageTrouble
from services.inbox.customers import Customers
from services.inbox.values import Customer
from ui.late_save import LateSave
from widgets.plain_edit import PlainEdit


class CustomerNotes(QObject):
    """Fills the field, and keeps what is written in it."""

    trouble = Signal(object)
    """A StorageTrouble, once for each stretch of failing saves."""
    saved = Signal()

    def __init__(self, edit: PlainEdit, customers: Customers, parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._customers = customers
        self._customer_id = ""
        self._shown = ""
        self._unsaved: dict[str, str] = {}
        self._late = LateSave(self._save, self)
        self._late.trouble.connect(self.trouble)
        self._late.saved.connect(self.saved)
        edit.textChanged.connect(self._on_changed)

    @property
    def waits(self) -> bool:
        return self._late.waits

    @property
    def save_trouble(self) -> StorageTrouble | None:
        return self._late.met

    def turn_to(self, customer: Customer) -> None:
        same = customer.id == self._customer_id
        # `customer` may have been read before what waits is saved.
        notes = self._unsaved.get(customer.id, customer.notes)
        if not same:
            self.save_now()
        if same and self._edit.hasFocus():
            # What is being written stays as it is, and the caret where it is.
            return
        # Of nobody while it is filled: to look at notes must not write them anew.
        self._customer_id = ""
        if notes != self._edit.text():
            self._edit.setPlainText(notes)
            self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._customer_id, self._shown = customer.id, self._edit.text()

    def save_now(self) -> None:
        self._late.save_now()

    def _save(self) -> None:
        for customer_id, notes in tuple(self._unsaved.items()):
            self._customers.save_notes(customer_id, notes)
            del self._unsaved[customer_id]

    def _on_changed(self) -> None:
        text = self._edit.text()
        if text == self._shown or not self._customer_id:
            return
        self._shown = text
        self._unsaved[self._customer_id] = text
        self._late.note()
