"""Asks before an account is taken away, with what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.accounts.removal import KEPT
from ui.account_names import name_of
from ui.build import column, label
from ui.settings.end_dialog import EndDialog
from ui.theme import MEASURES
from ui.when import clock_time, date_of

if TYPE_CHECKING:
    from services.accounts.accounts import Account


class RemoveDialog(EndDialog):
    def title(self) -> str:
        return self.tr("Remove {account}?").format(account=name_of(self._shop, self._account))

    def said(self) -> Sequence[QWidget]:
        counts = QWidget()
        goes = self._what_goes() or [self.tr("Nothing has been kept of it so far.")]
        counts.setLayout(column(*(label(words) for words in goes), gap=MEASURES.s4))
        said = [
            self.tr("It leaves every list now, and nothing of it is sent."),
            self._what_stays(),
        ]
        if self._account.way is Way.CONNECTED:
            said.append(self.tr("First it is signed out of X."))
        return [counts, *(label(words, kind="quiet", wrap=True) for words in said)]

    def _what_stays(self) -> str:
        now, zone = self._shop.clock.now(), self._account.zone
        time = clock_time(self.locale(), now + KEPT, zone)
        until = (
            self.tr("You can put it back until today, {time}.")
            if date_of(now, zone) == date_of(now + KEPT, zone)
            else self.tr("You can put it back until tomorrow, {time}.")
        )
        after = self.tr(
            "After that its drafts and messages are deleted here, and a week later in Shoplark's "
            "own copies. Your posts on X stay."
        )
        return self.tr("{first} {second}").format(first=until.format(time=time), second=after)

    def yes_words(self) -> str:
        return self.tr("Remove the account")

    def here_words(self) -> str:
        return self.tr("Remove, sign out here only")

    def keep_words(self) -> str:
        return self.tr("Keep it")

    def _what_goes(self) -> list[str]:
        goes = self._shop.removal.count(self._account.id)
        words = []
        if goes.drafts:
            words.append(self.tr("%Ln drafts", "", goes.drafts))
        if goes.waiting:
            words.append(self.tr("%Ln posts that wait, and will not be sent", "", goes.waiting))
        if goes.sent:
            words.append(self.tr("What is known here of %Ln posts on X", "", goes.sent))
        if goes.customers:
            people = self.tr("%Ln customers", "", goes.customers)
            said = self.tr("%Ln words of theirs", "", goes.words)
            words.append(self.tr("{customers}, with {words}").format(customers=people, words=said))
        if goes.days:
            words.append(self.tr("The figures of %Ln days", "", goes.days))
        if goes.campaigns:
            words.append(self.tr("%Ln campaigns and giveaways", "", goes.campaigns))
        return words

    def _on_key_left(self, account: Account, *, x_knows: bool) -> None:
        """The account's words go all the same, and its key once the keyring lets go of it."""
        self._over(account)
