"""The disk refuses in the moment in which a sign-in is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.errors import StorageProblem, StorageTrouble
from services.x_api.practice import CLIENT_ID
from tests.ui.sign_in.driven import Driven
from ui.sign_in.steps import Step

pytestmark = pytest.mark.loopback


def test_what_x_gave_is_kept_a_moment_later(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    accounts = driven.signing.shop.accounts
    accounts.set_client_id(driven.signing.account_id, CLIENT_ID)
    wizard = driven.open(qtbot)
    driven.answers = [driven.allow]

    def locked(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.LOCKED, tmp_path)

    with monkeypatch.context() as busy:
        busy.setattr(accounts, "set_way", locked)
        wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    assert "X said yes, but it is not kept yet." in wizard.back.check.words.text()
    assert wizard.back.next_button.text() == "Keep it now"
    assert driven.account.signed_in is SignedIn.NONE
    wizard.back.next_button.click()
    assert driven.account.signed_in is SignedIn.YES
    assert len(driven.pages) == 1
