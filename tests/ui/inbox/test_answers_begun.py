"""Half-written answers: kept on disk, given back, and marked in the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.errors import StorageProblem, StorageTrouble
from services.inbox.answer_drafts import AnswerDrafts, thread_of
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from tests.ui.inbox.reading import answer
from ui.inbox.inbox_page import InboxPage
from widgets.item_row import ItemValue


def times(page: InboxPage) -> list[str]:
    return [row.time for row in page.lanes.list.items.rows if isinstance(row, ItemValue)]


def kept(shop: Shop, item_id: str) -> str:
    return AnswerDrafts(shop.database, shop.clock).get(thread_of(shop.inbox.row(item_id)))


def test_they_are_on_disk_within_a_second_and_there_after_a_restart(
    page: InboxPage,
    shop: Shop,
    account: Account,
    says: Says,
    inline_tasks: Any,
    qtbot: QtBot,
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    assert not times(page)[0].startswith("Draft")
    page.pane.box.set_text("Yes, on")
    assert not page.is_saved()
    qtbot.waitUntil(lambda: kept(shop, item_id) == "Yes, on", timeout=5_000)
    assert page.is_saved()
    assert times(page)[0].startswith("Draft · ")
    page.close()
    again = InboxPage(shop, inline_tasks)
    qtbot.addWidget(again)
    again.show_account(account)
    again.show()
    assert again.pane.box.text() == "Yes, on"
    assert times(again)[0].startswith("Draft · ")


def test_the_last_words_are_saved_before_quitting(page: InboxPage, shop: Shop, says: Says) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    page.pane.box.set_text("At once")
    page.save_now()
    assert kept(shop, item_id) == "At once"
    page.pane.box.set_text("")
    page.save_now()
    assert kept(shop, item_id) == ""
    assert not times(page)[0].startswith("Draft")


def test_a_queued_answer_is_no_draft_and_undo_makes_it_one_again(
    page: InboxPage, shop: Shop, says: Says, qtbot: QtBot
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    undo = answer(page, "Yes 🍵", qtbot)
    assert kept(shop, item_id) == ""
    assert page.is_saved()
    undo.undo()
    assert kept(shop, item_id) == "Yes 🍵"
    assert page.pane.box.text() == "Yes 🍵"


def test_trouble_with_the_disk_is_told_and_the_words_stay(
    page: InboxPage, shop: Shop, says: Says, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> bool:
        raise StorageTrouble(StorageProblem.FULL, Path("/full"))

    item_id = says("Maya", "First", ago=120)
    says("Tom", "Second", ago=60)
    page.show()
    with monkeypatch.context() as patch:
        patch.setattr(AnswerDrafts, "save", full)
        page.pane.box.set_text("Not lost")
        with qtbot.waitSignal(page.message) as told:
            page.save_now()
        assert "disk is full" in told.args[0].sentence
        assert isinstance(page.save_trouble(), StorageTrouble)
        page.lanes.list.step(1)
        page.lanes.list.step(-1)
        assert page.pane.box.text() == "Not lost"
    with qtbot.waitSignal(page.message) as told:
        page.save_now()
    assert told.args == [None]
    assert kept(shop, item_id) == "Not lost"


def test_looking_at_one_changes_nothing(page: InboxPage, shop: Shop, says: Says) -> None:
    item_id = says("Zoé", "Vous livrez ?")
    shop.answer_drafts.save(thread_of(shop.inbox.row(item_id)), "Oui\u00a0!\u2028抹茶")
    page.show()
    assert page.pane.box.text() == "Oui\u00a0!\n抹茶"
    assert page.is_saved()
    page.save_now()
    assert kept(shop, item_id) == "Oui\u00a0!\u2028抹茶"
