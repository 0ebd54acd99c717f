"""Several shops: the menu of all, their place in the settings, one signed out, one taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from services.accounts.accounts import Account, SignedIn, Way
from services.accounts.token_values import TokenPair
from services.clock import DAY
from services.errors import KeychainProblem, KeychainTrouble
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.x_api.practice import Sort, Trouble
from ui.settings.add_account_dialog import AddAccountDialog
from ui.settings.remove_dialog import RemoveDialog
from ui.settings.settings_dialog import ACCOUNTS, SettingsDialog
from ui.settings.sign_out_dialog import SignOutDialog
from ui.tour import lost_sign_in
from ui.tour.stage import Stage, TourFailed, dialog_of
from ui.tour.words import TourWords

if TYPE_CHECKING:
    from services.accounts.keychain import Keychain

HANDLE = "mossteapot"
BUDGET = 12_000_000


class InMemory:
    """In the system's password store the tour keeps nothing."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}
        self.holds_on = False

    def read(self, account_id: str, name: str) -> str | None:
        return self._kept.get((account_id, name))

    def write(self, account_id: str, name: str, secret: str) -> None:
        self._kept[account_id, name] = secret

    def delete(self, account_id: str, name: str) -> None:
        if self.holds_on:
            raise KeychainTrouble(KeychainProblem.REFUSED)
        self._kept.pop((account_id, name), None)


def play(stage: Stage, words: TourWords) -> None:
    """With an own shop by hand in view."""
    for room in ("tokens", "sign_ins", "proofs", "sign_out"):
        stage.shop.__dict__.pop(room, None)
    keyring = InMemory()
    stage.shop.__dict__["keychain"] = cast("Keychain", keyring)
    stage.connected.x.script(Trouble(sort=Sort.UNREACHABLE, times=-1))
    teapots, tins = open_shops(stage, words)
    stage.show_tab("compose")
    the_menu(stage)
    lost_sign_in.play(stage, teapots)
    the_list(stage, teapots)
    signed_out(stage, teapots, keyring)
    taken_away(stage, teapots)
    one_more(stage)
    for account in (teapots, tins):
        stage.shop.removal.remove(account.id)
    stage.program.use_account(stage.account)


def open_shops(stage: Stage, words: TourWords) -> tuple[Account, Account]:
    """One that is connected, with work in it, and one without a handle."""
    shop = stage.shop
    teapots = _named(stage, shop.accounts.add(HANDLE, "Europe/Lisbon"), words.captions[1])
    tins = _named(stage, shop.accounts.add("", "Asia/Tokyo"), words.captions[3])
    shop.accounts.set_client_id(teapots.id, "x" * 40)
    shop.accounts.set_way(teapots.id, Way.CONNECTED)
    shop.accounts.set_budget(teapots.id, BUDGET)
    shop.tokens.keep(
        teapots.id, TokenPair("access", "refresh", stage.clock.now() + DAY, frozenset())
    )
    teapots = shop.accounts.set_signed_in(teapots.id, SignedIn.YES)
    for number, text in enumerate(words.queued):
        draft = shop.drafts.new(teapots.id)
        shop.drafts.save(draft.id, parts=(DraftPart(text),))
        if number:
            shop.outbox.enqueue(draft.id, due_at=stage.clock.now() + number * DAY)
    shop.outbox.opened_on_x(shop.outbox.list(teapots.id)[0].id)
    return teapots, tins


def the_menu(stage: Stage) -> None:
    shown = stage.program.accounts.words()
    stage.window.account_asked.emit()
    stage.settle()
    stage.shoot("accounts-menu", offers=shown)
    stage.program.accounts.close()
    stage.settle()


def the_list(stage: Stage, teapots: Account) -> None:
    dialog = _settings(stage)
    stage.expect("in view", dialog.accounts.list.current, stage.account.id)
    stage.shoot("settings-accounts", accounts=len(stage.shop.accounts.all()))
    _choose(stage, dialog, teapots)
    stage.shoot("settings-account-connected", account=teapots.id)


def signed_out(stage: Stage, teapots: Account, keyring: InMemory) -> None:
    """X cannot be reached at first, and then the password store does not let go of the key."""
    dialog_of(SettingsDialog).accounts.details.sign_out.click()
    stage.settle()
    question = dialog_of(SignOutDialog)
    stage.shoot("sign-out", account=teapots.id)
    question.yes_button.click()
    stage.settle()
    stage.expect("still signed in", stage.shop.accounts.get(teapots.id).signed_in, SignedIn.YES)
    stage.shoot("sign-out-offline", says=question.trouble.text())
    stage.connected.x.clear_script()
    keyring.holds_on = True
    question.yes_button.click()
    stage.settle()
    stage.shoot("sign-out-key-left", says=question.left.text())
    question.done_button.click()
    stage.settle()
    keyring.holds_on = False
    stage.shop.tokens.forget(teapots.id)
    account = stage.shop.accounts.get(teapots.id)
    stage.expect("by hand", (account.way, account.signed_in), (Way.BY_HAND, SignedIn.NONE))
    stage.expect("no key is kept", stage.shop.tokens.knows(teapots.id), False)


def taken_away(stage: Stage, teapots: Account) -> None:
    dialog = dialog_of(SettingsDialog)
    dialog.accounts.details.remove.click()
    stage.settle()
    goes = stage.shop.removal.count(teapots.id)
    stage.shoot("account-remove", drafts=goes.drafts, waiting=goes.waiting)
    dialog_of(RemoveDialog).yes_button.click()
    stage.settle()
    if teapots.id in dialog.accounts.list.ids():
        raise TourFailed("a removed account is in the list")
    dialog.accounts.removed.take_focus()
    stage.shoot("account-removed", left=len(stage.shop.accounts.all()))
    dialog.accounts.removed.buttons[0].click()
    stage.settle()
    stage.expect("put back", teapots.id in dialog.accounts.list.ids(), True)
    waiting = stage.shop.outbox.list(teapots.id, states=(State.QUEUED, State.NEEDS_YOU))
    stage.expect("its posts", len(waiting), goes.waiting)


def one_more(stage: Stage) -> None:
    dialog = dialog_of(SettingsDialog)
    dialog.accounts.add_button.click()
    stage.settle()
    stage.shoot("account-add")
    dialog_of(AddAccountDialog).reject()
    dialog.accept()
    stage.settle()


def _settings(stage: Stage) -> SettingsDialog:
    dialog = stage.open_settings()
    dialog.show_section(ACCOUNTS)
    stage.settle()
    return dialog


def _choose(stage: Stage, dialog: SettingsDialog, account: Account) -> None:
    shown = dialog.accounts.list
    shown.step(shown.ids().index(account.id) - shown.ids().index(shown.current))
    stage.settle()


def _named(stage: Stage, account: Account, name: str) -> Account:
    profiles = stage.shop.profiles
    profiles.save(account.id, replace(profiles.get(account.id), name=name))
    return account
