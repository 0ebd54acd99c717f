"""The owner's accounts: each with its colour, its connection, its money, and its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from services.accounts.accounts import Way
from ui.build import button, column, label, row
from ui.settings import account_words
from ui.settings.account_details import AccountDetails
from ui.settings.removed_accounts import RemovedAccounts
from ui.settings.section import Section
from widgets.isolates import held
from widgets.line_list import LineList, LineRow

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop
    from ui.settings.end_dialog import EndDialog
    from ui.tasks import Tasks

MOST_ROWS = 4
"""In sight; the others are scrolled to."""


class AccountsSection(Section):
    shown_asked = Signal(object)
    """`Account`: show it, and come back here."""
    turn_asked = Signal(object)
    """`Account`: show it, since the one in view is about to go."""
    changed = Signal(object)
    """`Account`: another way, or another colour; or it came or went."""
    connect_asked = Signal(str, bool)
    """The account's id, and whether it was signed in before."""
    added = Signal(object)
    """`Account`."""
    prices_changed = Signal()
    spending_asked = Signal(object)
    """`Account`."""

    def __init__(self, shop: Shop, tasks: Tasks, *, chosen: str = "") -> None:
        super().__init__()
        self._shop = shop
        self._tasks = tasks
        self._chosen = chosen or shop.accounts.active().id
        # Rows that were hidden or shown just now count only in the next turn of the loop.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.resized)
        self.list = LineList(self.tr("Accounts"))
        self.list.pointed.connect(self._on_pointed)
        self.add_button = button(self.tr("Add an account"), icon="plus", in_row=True)
        self.add_button.clicked.connect(self.add)
        self.told = label(kind="caption", tone="red", wrap=True)
        self.told.hide()
        self.details = AccountDetails(shop)
        self.details.shown_asked.connect(self._on_show)
        self.details.colour_chosen.connect(self._on_colour)
        self.details.connect_asked.connect(self._on_connect)
        self.details.sign_out_asked.connect(self._on_sign_out)
        self.details.spending_asked.connect(self._on_spending)
        self.details.owner_chosen.connect(self._on_owner)
        self.details.remove_asked.connect(self._on_remove)
        self.removed = RemovedAccounts(shop)
        self.removed.put_back_asked.connect(self._on_put_back)
        self.set_rows([self._top(), self.details])
        self._column.insertWidget(self._column.count() - 1, self.removed)
        self.read()

    def read(self) -> None:
        """Shows what is kept."""
        accounts = self._shop.accounts.all()
        active = self._shop.accounts.active()
        if self._chosen not in {one.id for one in accounts}:
            self._chosen = active.id
        rows = [
            LineRow(
                id=one.id,
                title=held(account_words.title(self._shop, one)),
                ours=True,
                note=account_words.note(self._shop, one),
                edge=one.colour,
                mark=self.tr("In view") if one.id == active.id else "",
            )
            for one in accounts
        ]
        self.list.blockSignals(True)
        self.list.set_rows(rows, current=self._chosen)
        self.list.blockSignals(False)
        self.list.show_rows(MOST_ROWS)
        self._show_details()
        self.removed.read()

    def fit(self, width: int) -> None:
        super().fit(width)
        self.details.fit(width)
        self.removed.fit(width)
        self.list.show_rows(MOST_ROWS)

    def add(self) -> None:
        from ui.settings.add_account_dialog import AddAccountDialog

        dialog = AddAccountDialog(self._shop, self.window())
        dialog.added.connect(self.added)
        self._open(dialog)

    def _top(self) -> QWidget:
        top = QWidget()
        top.setLayout(column(self.list, row(self.add_button, None), self.told))
        return top

    def _account(self) -> Account:
        return self._shop.accounts.get(self._chosen)

    def _show_details(self) -> None:
        active = self._shop.accounts.active().id
        self.details.show_account(self._account(), in_view=self._chosen == active)

    def _on_pointed(self, account_id: str) -> None:
        if account_id and account_id != self._chosen:
            self._chosen = account_id
            self._say("")
            self._show_details()
            self._soon.start()

    def _on_show(self) -> None:
        self.shown_asked.emit(self._account())

    def _on_colour(self, colour: str) -> None:
        if self.write(partial(self._shop.accounts.set_colour, self._chosen, colour)):
            self.changed.emit(self._account())
        self.read()

    def _on_spending(self) -> None:
        self.spending_asked.emit(self._account())

    def _on_owner(self, owns: bool) -> None:
        if self.write(partial(self._shop.accounts.set_owns_app, self._chosen, owns)):
            self.prices_changed.emit()
        self.read()

    def _on_connect(self) -> None:
        self.connect_asked.emit(self._chosen, self._account().way is Way.CONNECTED)

    def _on_sign_out(self) -> None:
        from ui.settings.sign_out_dialog import SignOutDialog

        self._ask(SignOutDialog(self._shop, self._tasks, self._account(), self.window()))

    def _on_remove(self) -> None:
        from ui.settings.remove_dialog import RemoveDialog

        dialog = RemoveDialog(self._shop, self._tasks, self._account(), self.window())
        self._ask(dialog, then_remove=True)

    def _ask(self, dialog: EndDialog, *, then_remove: bool = False) -> None:
        dialog.agreed.connect(self._take_away if then_remove else self._on_signed_out)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_signed_out(self, account: Account) -> None:
        self._say("")
        self.changed.emit(account)
        self.read()
        self._soon.start()

    def _take_away(self, account: Account) -> None:
        """Another account is in view first: what is in the hand is saved with its own."""
        if account.id == self._shop.accounts.active().id:
            others = [one for one in self._shop.accounts.all() if one.id != account.id]
            self.turn_asked.emit(others[0] if others else self._shop.accounts.practice())
        if account.id == self._shop.accounts.active().id:
            self._say(self.tr("The disk refuses your last words, so nothing was removed."))
        elif self.write(partial(self._shop.removal.remove, account.id)):
            self._say("")
        self.changed.emit(self._shop.accounts.get(account.id))
        self.read()
        self._soon.start()
        self.removed.take_focus()

    def _on_put_back(self, account_id: str) -> None:
        try:
            back = self.write(partial(self._shop.removal.put_back, account_id))
        except KeyError:
            self._say(self.tr("Its day is over: it cannot be put back any more."))
            back = False
        if back:
            self._chosen = account_id
            self._say("")
            self.changed.emit(self._account())
        self.read()
        self._soon.start()

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
