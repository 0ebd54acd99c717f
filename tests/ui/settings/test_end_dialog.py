from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from services.accounts.accounts import Account, Way
from services.accounts.sign_out import CONNECTED_APPS
from services.errors import KeychainProblem, KeychainTrouble, Offline
from services.publishing.drafts import DraftPart
from services.shop import Shop
from tests.held_tasks import HeldTasks
from tests.services.accounts.words import word_to
from tests.ui.settings.accounts_shown import Ended, choose, question, said
from ui import links
from ui.settings.accounts_section import AccountsSection
from ui.settings.end_dialog import EndDialog
from ui.settings.remove_dialog import RemoveDialog
from ui.settings.sign_out_dialog import SignOutDialog


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages of X that were opened."""
    pages: list[str] = []
    monkeypatch.setattr(links, "open_page", lambda address, **_words: pages.append(address))
    return pages


def test_signing_out_is_asked_about_first(
    section: AccountsSection, shop: Shop, kiln: Account, ended: Ended
) -> None:
    draft = shop.drafts.new(kiln.id)
    shop.drafts.save(draft.id, parts=(DraftPart("新しい茶 🍵"),))
    shop.outbox.enqueue(draft.id, due_at=shop.clock.now() + 60)
    choose(section, kiln)
    section.details.sign_out.click()
    asks = question(SignOutDialog)
    assert "Sign @kiln out of X?" in said(asks)
    assert "1 queued post will not go out by itself; at its time it asks you." in said(asks)
    asks.keep_button.click()
    assert ended.asked == []
    section.details.sign_out.click()
    question(SignOutDialog).yes_button.click()
    assert ended.asked == ["everywhere"]
    assert shop.accounts.get(kiln.id).way is Way.BY_HAND
    assert section.details.connect_button.text() == "Connect to X"


def test_where_x_cannot_be_reached_the_owner_chooses(
    section: AccountsSection,
    shop: Shop,
    kiln: Account,
    ended: Ended,
    opened: list[str],
) -> None:
    ended.x = Offline("no route")
    choose(section, kiln)
    section.details.sign_out.click()
    asks = question(SignOutDialog)
    asks.yes_button.click()
    assert asks.trouble.text() == "X could not be reached, so nothing was changed."
    assert (asks.yes_button.text(), asks.here_button.isVisible()) == ("Try again", True)
    assert shop.accounts.get(kiln.id) == kiln
    asks.yes_button.click()
    assert ended.asked == ["everywhere", "everywhere"]
    asks.here_button.click()
    assert shop.accounts.get(kiln.id).way is Way.BY_HAND
    assert opened == [CONNECTED_APPS]


def test_what_goes_with_an_account_is_said_before(
    section: AccountsSection, shop: Shop, kiln: Account
) -> None:
    shop.drafts.save(shop.drafts.new(kiln.id).id, parts=(DraftPart("شاي"),))
    word_to(shop, kiln.id, "お茶はありますか")
    choose(section, kiln)
    section.details.remove.click()
    asks = question(RemoveDialog)
    for words in ("Remove @kiln?", "1 draft", "1 customer, with 1 word of theirs"):
        assert words in said(asks)
    assert "First it is signed out of X." in said(asks)
    asks.keep_button.click()
    assert kiln.id in section.list.ids()


def test_a_key_that_the_keyring_keeps_holds_nothing_back(
    section: AccountsSection,
    shop: Shop,
    kiln: Account,
    ended: Ended,
    opened: list[str],
) -> None:
    ended.x = ended.keyring = KeychainTrouble(KeychainProblem.LOCKED)
    choose(section, kiln)
    section.details.remove.click()
    asks = question(RemoveDialog)
    asks.yes_button.click()
    assert shop.accounts.get(kiln.id).removed_at is None
    asks.here_button.click()
    assert shop.accounts.get(kiln.id).removed_at is not None
    # X was told nothing: the owner ends it on its page.
    assert opened == [CONNECTED_APPS]


def test_what_x_has_ended_is_removed_though_its_key_stays(
    section: AccountsSection, shop: Shop, kiln: Account, ended: Ended
) -> None:
    ended.keyring = KeychainTrouble(KeychainProblem.REFUSED)
    choose(section, kiln)
    section.details.remove.click()
    question(RemoveDialog).yes_button.click()
    assert ended.asked == ["everywhere"]
    assert shop.accounts.get(kiln.id).removed_at is not None


def test_a_key_that_stays_when_x_has_ended_it_is_no_open_question(
    section: AccountsSection, shop: Shop, kiln: Account, ended: Ended
) -> None:
    ended.keyring = KeychainTrouble(KeychainProblem.REFUSED)
    choose(section, kiln)
    section.details.sign_out.click()
    asks = question(SignOutDialog)
    asks.yes_button.click()
    assert "@kiln is signed out" in said(asks)
    assert "X has ended the connection" in said(asks)
    assert "X keeps the connection" not in said(asks)
    pressed = [each for each in asks.findChildren(QPushButton) if each.isVisible()]
    assert pressed == [asks.done_button]
    assert asks.focusWidget() is asks.done_button
    # Behind it all is as it is now.
    assert section.details.connect_button.text() == "Connect to X"
    QTest.keyClick(asks, Qt.Key.Key_Escape)
    assert not asks.isVisible()


def test_a_store_that_cannot_be_read_changes_nothing_until_the_owner_says_so(
    section: AccountsSection,
    shop: Shop,
    kiln: Account,
    ended: Ended,
    opened: list[str],
) -> None:
    ended.x = ended.keyring = KeychainTrouble(KeychainProblem.LOCKED)
    choose(section, kiln)
    section.details.sign_out.click()
    asks = question(SignOutDialog)
    asks.yes_button.click()
    assert asks.trouble.text().endswith("so nothing was changed.")
    assert "the key stays in the password store" in said(asks)
    assert "queue" not in said(asks)
    assert shop.accounts.get(kiln.id) == kiln
    asks.here_button.click()
    assert shop.accounts.get(kiln.id).way is Way.BY_HAND
    assert "X has ended the connection" not in said(asks)
    assert opened == [CONNECTED_APPS]
    asks.done_button.click()
    assert not asks.isVisible()


@pytest.mark.parametrize("kind", [SignOutDialog, RemoveDialog])
def test_while_x_is_asked_the_question_stays(
    parent: QWidget, shop: Shop, kiln: Account, ended: Ended, kind: type[EndDialog]
) -> None:
    tasks = HeldTasks()
    asks = kind(shop, tasks, kiln, parent)  # type: ignore[arg-type]  # lanes moved by hand
    agreed: list[Account] = []
    asks.agreed.connect(agreed.append)
    asks.open()
    asks.yes_button.click()
    QTest.keyClick(asks, Qt.Key.Key_Escape)
    asks.close()
    assert asks.isVisible()
    ended.x = Offline("no route")
    tasks.let_go()
    assert agreed == []
    asks.yes_button.click()
    ended.x = None
    tasks.let_go()
    assert [one.way for one in agreed] == [Way.BY_HAND]
    assert not asks.isVisible()
