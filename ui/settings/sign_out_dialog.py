"""Asks before an account's connection to X is ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.account_names import name_of
from ui.build import label
from ui.settings.end_dialog import EndDialog

if TYPE_CHECKING:
    from services.accounts.accounts import Account


class SignOutDialog(EndDialog):
    def title(self) -> str:
        return self.tr("Sign {account} out of X?").format(
            account=name_of(self._shop, self._account)
        )

    def said(self) -> Sequence[QWidget]:
        waiting = self._shop.removal.count(self._account.id).waiting
        said = [
            self.tr(
                "The connection ends on X and on this computer. Nothing is lost: drafts, queue "
                "and inbox stay, and the account goes on by hand."
            )
        ]
        if waiting:
            said.append(
                self.tr(
                    "%Ln queued posts will not go out by themselves; at its time each asks you.",
                    "",
                    waiting,
                )
            )
        return [label(words, kind="quiet", wrap=True) for words in said]

    def yes_words(self) -> str:
        return self.tr("Sign out")

    def here_words(self) -> str:
        return self.tr("Sign out here only")

    def keep_words(self) -> str:
        return self.tr("Stay signed in")

    def _on_key_left(self, account: Account, *, x_knows: bool) -> None:
        """What is behind the dialog shows it at once; here the owner reads what is left."""
        self.agreed.emit(account)
        name = name_of(self._shop, account)
        title = self.tr("{account} is signed out").format(account=name)
        left = (
            self.tr(
                "X has ended the connection, and the account goes on by hand. Only the key is "
                "still in this computer's password store, which did not let go of it: it opens "
                "nothing any more."
            )
            if x_knows
            else self.tr(
                "The account goes on by hand. The key is still in this computer's password store, "
                "unused, and opens the account until you end the connection on X's page."
            )
        )
        self._close_with(title, left)
