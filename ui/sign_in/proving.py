"""The proof's work: its price, its question to X, and what follows from the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services import errors
from services.errors import AppError
from services.x_api.prices import Kind
from ui.sign_in import endings
from ui.sign_in.outside import CONSOLE, X
from ui.sign_in.proof_page import Mend
from ui.tasks import Lane

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.accounts.proof import Proof
    from services.shop import Shop
    from ui.sign_in.wizard import SignInWizard
    from ui.tasks import Tasks


class Proving(QObject):
    sign_in_asked = Signal()

    def __init__(self, shop: Shop, tasks: Tasks, account_id: str, wizard: SignInWizard) -> None:
        super().__init__(wizard)
        self._shop = shop
        self._tasks = tasks
        self._account_id = account_id
        self._wizard = wizard
        self._page = wizard.proof
        self._asked_about = ""
        """The X id of whom the owner was asked whether it is the same shop."""
        self.changed = False
        self._page.prove_asked.connect(self._on_prove)
        self._page.mend_asked.connect(self._on_mend)
        self._page.owner_told.connect(self._on_owner)
        self._page.done_asked.connect(wizard.accept)

    def begin(self) -> None:
        self._asked_about = ""
        account = self._shop.accounts.get(self._account_id)
        prices = self._shop.price_book.current()
        self._page.begin()
        self._page.ask_owner(account.handle or "", prices, account.owns_app)
        self._show_price()

    def _show_price(self) -> None:
        who = self._shop.price_book.current().of(Kind.USER_READ)
        self._page.set_price(self._shop.proofs.price(self._account_id), who)

    def _on_prove(self) -> None:
        self._page.set_busy()
        # The owner may have bought credit just now: no pause is waited out.
        self._shop.clients.go_on(self._shop.accounts.get(self._account_id))
        proofs = self._shop.proofs
        confirmed, self._asked_about = self._asked_about, ""
        self._tasks.run(
            lambda: proofs.prove(self._account_id, this_is=confirmed),
            lane=Lane.SIGN_IN,
            owner=self,
            done=self._on_proof,
            failed=self._on_failed,
        )

    def _on_proof(self, proof: Proof) -> None:
        self.changed = True
        if proof.to_confirm and proof.user is not None:
            self._asked_about = proof.user.id
        self._page.set_proof(proof)
        if proof.works:
            self._done()
        self._page.take_focus()

    def _on_failed(self, error: AppError) -> None:
        mend = None
        if isinstance(error, errors.BudgetReached):
            # Nothing at X is in the way.
            mend = None
        elif isinstance(error, errors.SpendingStopped | errors.AppNotEnrolled):
            mend = Mend.CONSOLE
        elif isinstance(error, errors.SignInNeeded):
            mend = Mend.SIGN_IN
        self._page.set_trouble(endings.trouble(error), mend)

    def _on_mend(self, mend: Mend) -> None:
        if mend is Mend.SIGN_IN:
            self.sign_in_asked.emit()
        elif mend is Mend.SOMEBODY_ELSE:
            self._page.set_busy()
            proofs = self._shop.proofs
            self._tasks.run(
                lambda: proofs.not_this_one(self._account_id),
                lane=Lane.SIGN_IN,
                owner=self,
                done=self._on_given_back,
                failed=self._on_failed,
            )
        else:
            self._wizard.outside.open_page(X if mend is Mend.X_PAGE else CONSOLE)

    def _on_given_back(self, _account: Account) -> None:
        self.changed = True
        self.begin()
        self.sign_in_asked.emit()

    def _on_owner(self, owns: bool) -> None:
        self._shop.accounts.set_owns_app(self._account_id, owns)
        self.changed = True
        self._show_price()

    def _done(self) -> None:
        self._page.set_done(self._from_now())
        self._wizard.show_done()

    def _from_now(self) -> str:
        waiting = len(self._shop.outbox.list(self._account_id))
        posts = (
            self.tr(
                "%Ln posts of your queue go out by themselves now, each at its time.", "", waiting
            )
            if waiting
            else self.tr("Posts you queue go out by themselves from now on.")
        )
        return self.tr(
            "{posts} What people write to you comes into the inbox. Prices stand on the buttons, "
            "the month's spending at the top of the window."
        ).format(posts=posts)
