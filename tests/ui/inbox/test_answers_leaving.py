"""An answer between its press and the queue, while the lane it goes by is busy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.errors import StorageProblem, StorageTrouble
from services.inbox.answer_drafts import AnswerDrafts, thread_of
from services.publishing.outbox import Outbox
from services.shop import Shop
from tests.ui.conftest import BusyLane
from tests.ui.inbox.conftest import Says
from ui.inbox.inbox_page import InboxPage

pytestmark = pytest.mark.usefixtures("themed")
WORDS = "نعم، يوم الاثنين 🍵"


@pytest.fixture
def page(shop: Shop, account: Account, busy_lane: BusyLane, qtbot: QtBot) -> InboxPage:
    page = InboxPage(shop, busy_lane.tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    return page


def press(page: InboxPage, text: str) -> None:
    page.pane.box.set_text(text)
    page.pane.box.button.click()


def queued(shop: Shop, account: Account) -> list[str]:
    return [post.text for post in shop.outbox.list(account.id)]


def kept(shop: Shop, item_id: str) -> str:
    return AnswerDrafts(shop.database, shop.clock).get(thread_of(shop.inbox.row(item_id)))


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, Path("/full"))

    monkeypatch.setattr(Outbox, "enqueue_answer", full)


def test_it_goes_into_the_queue_once(
    page: InboxPage, shop: Shop, account: Account, says: Says, busy_lane: BusyLane, qtbot: QtBot
) -> None:
    says("Maya", "Do you ship?")
    page.show()
    press(page, WORDS)
    box = page.pane.box
    assert box.text() == ""
    box.button.click()
    press(page, WORDS)
    qtbot.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not box.button.isEnabled()
    page._on_answer()
    busy_lane.free()
    assert queued(shop, account) == [WORDS]
    assert box.button.isEnabled()


def test_it_is_on_disk_until_the_queue_has_it(
    page: InboxPage, shop: Shop, says: Says, busy_lane: BusyLane
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    press(page, WORDS)
    assert kept(shop, item_id) == WORDS
    page.save_now()
    assert kept(shop, item_id) == WORDS
    page.pane.box.set_text("And a cup")
    page.save_now()
    assert kept(shop, item_id) == f"{WORDS}\nAnd a cup"
    busy_lane.free()
    assert kept(shop, item_id) == "And a cup"


def test_what_is_typed_since_stays(
    page: InboxPage, shop: Shop, account: Account, says: Says, busy_lane: BusyLane
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    press(page, "Yes, we do.")
    page.pane.box.set_text("A second thought 抹茶")
    busy_lane.free()
    assert page.pane.box.text() == "A second thought 抹茶"
    assert queued(shop, account) == ["Yes, we do."]
    page.save_now()
    assert kept(shop, item_id) == "A second thought 抹茶"


def test_what_is_typed_since_stays_with_its_conversation(
    page: InboxPage, shop: Shop, account: Account, says: Says, busy_lane: BusyLane
) -> None:
    first, second = says("Maya", "First", ago=120), says("Tom", "Second", ago=60)
    page.show()
    page.open_item(first)
    press(page, "For Maya")
    page.pane.box.set_text("More for Maya")
    page.open_item(second)
    assert page.pane.box.text() == ""
    press(page, "For Tom")
    page.open_item(first)
    assert page.pane.box.text() == "More for Maya"
    page.open_item(second)
    busy_lane.free()
    assert sorted(queued(shop, account)) == ["For Maya", "For Tom"]
    assert page.pane.box.text() == ""
    page.open_item(first)
    assert page.pane.box.text() == "More for Maya"


@pytest.mark.parametrize(("since", "given"), [("", WORDS), ("چای", f"{WORDS}\nچای")])
def test_words_that_were_refused_come_back_with_the_reason(
    page: InboxPage,
    shop: Shop,
    account: Account,
    says: Says,
    busy_lane: BusyLane,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    since: str,
    given: str,
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    refuse(monkeypatch)
    press(page, WORDS)
    page.pane.box.set_text(since)
    with qtbot.waitSignal(page.message) as told:
        busy_lane.free()
    assert "disk is full" in told.args[0].sentence
    assert page.pane.box.text() == given
    assert page.pane.box.button.isEnabled()
    assert kept(shop, item_id) == given
    assert queued(shop, account) == []


def test_refused_words_do_not_come_into_another_conversation(
    page: InboxPage,
    says: Says,
    busy_lane: BusyLane,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = says("Maya", "First", ago=120), says("Tom", "Second", ago=60)
    page.show()
    page.open_item(first)
    refuse(monkeypatch)
    press(page, WORDS)
    page.open_item(second)
    page.pane.box.set_text("For Tom")
    busy_lane.free()
    assert page.pane.box.text() == "For Tom"
    page.open_item(first)
    assert page.pane.box.text() == WORDS
