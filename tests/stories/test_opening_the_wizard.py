"""Where an owner finds the wizard, and what it changes in the window when it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn, Way
from services.errors import NextStep
from services.settings import STAYS_FREE
from ui.inbox.inbox_page import InboxPage
from ui.program import Program
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard


def by_hand(program: Program) -> None:
    shop = program.shop
    program.use_account(shop.accounts.start_own_shop(handle="tea", zone="UTC"))


def wizard_open() -> SignInWizard | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, SignInWizard)]
    return next((one for one in found if one.isVisible()), None)


def inbox_of(program: Program) -> InboxPage:
    program.window.show_tab("inbox")
    page = program.rooms.get("inbox")
    assert isinstance(page, InboxPage)
    return page


def test_the_empty_inbox_of_a_free_shop_offers_it_until_the_owner_stays_free(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    by_hand(program)
    page = inbox_of(program)
    second = page.by_hand.second
    assert second is not None
    assert second.isVisible()
    second.click()
    wizard = wizard_open()
    assert wizard is not None
    assert wizard.step is None
    wizard.card.stay_free.click()
    assert wizard_open() is None
    assert program.shop.settings.get(STAYS_FREE)
    assert not second.isVisible()


def test_the_strip_leads_to_the_browser_step(start: Callable[[], Program]) -> None:
    program = start()
    by_hand(program)
    accounts, account_id = program.shop.accounts, program.shop.accounts.active().id
    accounts.set_client_id(account_id, "cHJhY3RpY2Utc2hvcGxhcmstMDE6MTpjaQ")
    accounts.set_way(account_id, Way.CONNECTED)
    accounts.set_signed_in(account_id, SignedIn.ENDED)
    program.commands.follow(NextStep.SIGN_IN)
    wizard = wizard_open()
    assert wizard is not None
    assert wizard.step is Step.BROWSER
    assert wizard.browser.title.text() == "Sign in again"
    wizard.reject()


def test_a_shop_that_was_connected_shows_its_prices(start: Callable[[], Program]) -> None:
    program = start()
    by_hand(program)
    account_id = program.shop.accounts.active().id
    program.commands.open_wizard(account_id)
    wizard = wizard_open()
    assert wizard is not None
    program.shop.accounts.set_way(account_id, Way.CONNECTED)
    program.shop.accounts.set_signed_in(account_id, SignedIn.YES)
    wizard.journey._changed = True
    wizard.reject()
    assert "$" in program.rooms.compose.bar.post_button.text()
