"""Wrong turns in a real browser: X's dead end, no instead of yes, the way back opened twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from PySide6.QtWidgets import QApplication

from services.accounts.account import SignedIn, Way
from services.accounts.callback import redirect_uri
from tests.desktop.chromium import chromium
from tests.desktop.journey import BOX, MS, Asked, Running
from tests.secrets_search import search_bytes
from tests.x_process import XInAnotherProcess
from ui.sign_in.steps import Step

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]


def test_each_wrong_turn_is_told_and_leads_back(
    start: Callable[[], AbstractContextManager[Running]], asked: Asked, x: XInAnotherProcess
) -> None:
    with start() as running, chromium(BOX / "logs" / "detours.log") as browser:
        qtbot, own = running.qtbot, running.shop.accounts.active().id
        back = redirect_uri(running.shop.accounts.active().callback_ports[0])
        x.set_app(callbacks=["http://127.0.0.1:8765/callback/"])
        wizard = running.open_wizard()

        # The callback address was copied with a stroke too many.
        wizard.browser.open_button.click()
        qtbot.waitUntil(lambda: len(asked.addresses) == 1, timeout=MS)
        browser.open(asked.addresses[0])
        assert "Something went wrong" in browser.text()
        assert wizard.step is Step.BROWSER
        assert wizard.browser.went_wrong.isVisibleTo(wizard)
        x.set_app(callbacks=[back])

        # The same page opened again works now, and the owner presses the wrong button.
        browser.open(asked.addresses[0])
        browser.click("#cancel")
        browser.wait_for(back)
        assert "X says you did not allow it." in browser.text()
        qtbot.waitUntil(lambda: wizard.step is Step.BACK, timeout=MS)
        account = running.shop.accounts.get(own)
        assert (account.way, account.signed_in) == (Way.BY_HAND, SignedIn.NONE)

        # Once more, from there.
        wizard.back.next_button.click()
        qtbot.waitUntil(lambda: len(asked.addresses) == 2, timeout=MS)
        browser.open(asked.addresses[1])
        browser.click("#allow")
        browser.wait_for(back)
        answered = str(browser.ask("location.href"))
        first = browser.text()
        browser.open(answered)
        assert browser.text() == first
        qtbot.waitUntil(lambda: wizard.step is Step.BACK, timeout=MS)
        running.prove(wizard)
        assert running.shop.accounts.get(own).signed_in is SignedIn.YES
        issued = [line for line in x.token_log() if line["outcome"] == "issued"]
        assert len(issued) == 1
        clipboard = QApplication.clipboard().text().encode()
        assert search_bytes([*x.secrets_given(), *asked.secrets], clipboard, "clipboard") == ()
        running.sign_out()
        assert x.tokens_alive() == []
