"""A shop whose sign-in this computer no longer keeps: what says so, and that it comes back."""

from __future__ import annotations

from contextlib import suppress

from services.accounts.accounts import Account, SignedIn
from services.accounts.token_values import TokenPair
from services.clock import DAY
from services.errors import SignInNeeded
from ui.settings.settings_dialog import ACCOUNTS
from ui.tour.stage import Stage


def play(stage: Stage, account: Account) -> None:
    """It is signed in, and another is in view."""
    _lose(stage, account)
    stage.shoot("sign-in-lost-elsewhere", says=stage.window.banner.sentence)
    shown = stage.program.accounts.words()
    stage.window.account_asked.emit()
    stage.settle()
    stage.shoot("sign-in-lost-menu", offers=shown)
    stage.program.accounts.close()
    before = stage.shop.accounts.active()
    stage.program.use_account(stage.shop.accounts.get(account.id))
    stage.settle()
    stage.expect("the strip's button", stage.window.banner.button.text() != "", True)
    stage.shoot("sign-in-lost", says=stage.window.banner.sentence)
    dialog = stage.open_settings()
    dialog.show_section(ACCOUNTS)
    stage.settle()
    stage.shoot("settings-account-lost", says=dialog.accounts.details.connection.text())
    dialog.accept()
    stage.settle()
    _find(stage, account)
    _waits_for_proof(stage, account)
    _run_is_over(stage, account)
    _find(stage, account)
    stage.program.use_account(before)
    stage.settle()
    stage.expect("nothing is told any more", stage.window.banner.isHidden(), True)


def _waits_for_proof(stage: Stage, account: Account) -> None:
    """The wizard was closed one step before its end."""
    stage.shop.accounts.set_unproven(account.id, True)
    _show_anew(stage, account)
    offers = stage.program.accounts.words()
    stage.shoot("sign-in-unproven", says=stage.window.banner.sentence, offers=offers)
    dialog = stage.open_settings()
    dialog.show_section(ACCOUNTS)
    stage.settle()
    stage.shoot("settings-account-unproven", says=dialog.accounts.details.connection.text())
    dialog.accept()
    stage.shop.accounts.set_unproven(account.id, False)


def _run_is_over(stage: Stage, account: Account) -> None:
    """As the next start finds what was signed in until Shoplark ended."""
    accounts = stage.shop.accounts
    accounts.set_signed_in(account.id, SignedIn.YES, run_only=True)
    accounts.set_signed_in(account.id, SignedIn.LOST)
    _show_anew(stage, account)
    stage.expect("the run is over", accounts.get(account.id).run_is_over, True)
    stage.shoot("sign-in-run-over", says=stage.window.banner.sentence)
    accounts.set_signed_in(account.id, SignedIn.YES, run_only=False)


def _show_anew(stage: Stage, account: Account) -> None:
    stage.program.use_account(stage.shop.accounts.get(account.id))
    stage.settle()


def _lose(stage: Stage, account: Account) -> None:
    stage.shop.tokens.forget(account.id)
    with suppress(SignInNeeded):
        stage.shop.tokens.get(account.id)
    stage.program.background.trouble_elsewhere.emit()
    stage.settle()
    stands = stage.shop.accounts.get(account.id).signed_in
    stage.expect("the sign-in is lost", stands, SignedIn.LOST)


def _find(stage: Stage, account: Account) -> None:
    """Its entries are in the password store again, as when a copy of it is brought back."""
    kept = TokenPair("access", "refresh", stage.clock.now() + DAY, frozenset())
    stage.shop.tokens.keep(account.id, kept)
    stage.shop.tokens.get(account.id)
    stands = stage.shop.accounts.get(account.id).signed_in
    stage.expect("it is signed in again", stands, SignedIn.YES)
