"""What is known of a customer: how often they wrote, and the owner's own notes."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from services.inbox.customers import History
from services.inbox.values import Customer
from ui import build, when
from ui.theme import MEASURES
from widgets.avatar import Avatar
from widgets.elided_label import ElidedLabel
from widgets.plain_edit import PlainEdit


class CustomerCard(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(size=48)
        self._name = ElidedLabel()
        build.set_kind(self._name, "strong")
        self._handle = ElidedLabel()
        build.set_kind(self._handle, "quiet")
        self._history = build.label(kind="caption", wrap=True)
        self.notes = PlainEdit()
        self.notes.setPlaceholderText(self.tr("What is good to know about this customer"))
        self.notes.setAccessibleName(self.tr("Notes about this customer"))
        self.notes.setTabChangesFocus(True)
        names = build.column(self._name, self._handle, gap=0)
        head = build.row(self._avatar, names, gap=12)
        head.setStretchFactor(names, 1)
        column = build.column(
            head,
            self._history,
            MEASURES.s4,
            build.label(self.tr("Notes"), kind="strong"),
            self.notes,
            build.label(self.tr("Only you see these. They stay here."), kind="caption", wrap=True),
            margins=(16, 4, 16, 16),
        )
        column.setStretchFactor(self.notes, 1)
        self.setLayout(column)

    def show_customer(
        self, customer: Customer, history: History, *, zone: str, locale: QLocale
    ) -> None:
        handle = f"\u200e@{customer.handle}\u200e" if customer.handle else ""
        self._avatar.set(customer.name or customer.handle)
        self._name.setText(customer.name or handle)
        self._handle.setText(handle if customer.name else "")
        self._history.setText(self._told(history, zone, locale))

    def _told(self, history: History, zone: str, locale: QLocale) -> str:
        said = self.tr("Messages so far: {count}").format(count=locale.toString(history.words))
        if history.first_at is None:
            return said
        first = when.day_month(locale, when.date_of(history.first_at, zone), long=True)
        return self.tr("{said} · first on {day}").format(said=said, day=first)
