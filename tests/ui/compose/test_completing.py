"""Tags and names that are offered while one is typed, in the whole composer's field."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.publishing.suggestions import Known, Suggestions
from ui.compose.completing import Completing
from ui.compose.compose_page import ComposePage
from ui.compose.knowing import Knowing
from ui.tasks import LaneTasks
from widgets.post_edit import PostEdit

KEYS = Qt.Key


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def completing(edit: PostEdit, shop: Any) -> Completing:
    account = shop.accounts.active()
    profile = shop.profiles.get(account.id)
    shop.profiles.save(account.id, replace(profile, own_tags=("LeafAndKiln", "شاي")))
    made = Completing(edit, shop, edit, campaign_tags=lambda: [("autumncups", "Autumn cups")])
    made.show_account(account)
    made.knowing.read()
    return made


def words(completing: Completing) -> list[str]:
    return [row.word for row in completing.popup.rows] if completing.popup.isVisible() else []


def test_own_tags_then_the_campaigns(completing: Completing, edit: PostEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "new #")
    assert words(completing)[:3] == ["#LeafAndKiln", "#شاي", "#autumncups"]
    assert [row.detail for row in completing.popup.rows[1:3]] == ["Your own tag", "Autumn cups"]
    qtbot.keyClicks(edit, "aut")
    assert words(completing)[0] == "#autumncups"
    qtbot.keyClick(edit, KEYS.Key_Down)
    qtbot.keyClick(edit, KEYS.Key_Return)
    assert edit.text() == "new #autumncups "
    assert words(completing) == []
    edit.undo()
    assert edit.text() == "new #aut"


def test_the_sheets_of_a_page_read_once_and_off_the_main_thread(
    page: ComposePage, shop: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []

    def read(self: Suggestions, account_id: str) -> Known:
        reads.append(threading.current_thread().name)
        return whole(self, account_id)

    whole = Suggestions.read
    monkeypatch.setattr(Suggestions, "read", read)
    for _ in range(3):
        qtbot.keyClicks(page.composer.sheet.edit, "cups #t")
        page.composer.sheet.thread_button.click()
    assert len(reads) == 1
    tasks = LaneTasks(page)
    knowing = Knowing(shop, tasks, page)
    knowing.show_account(shop.accounts.active().id)
    with qtbot.waitSignal(knowing.came):
        knowing.look()
        knowing.look()
    tasks.stop()
    tasks.join()
    assert len(reads) == 2
    assert reads[-1].startswith("work")
    assert knowing.known.stamp


def test_customers_on_an_at_sign(
    completing: Completing, edit: PostEdit, shop: Any, qtbot: QtBot
) -> None:
    account = shop.accounts.active()
    with shop.database.transaction() as rows:
        rows.execute(
            "INSERT INTO customer (id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES ('c', ?, '1', 'zsofia_k', 'Zsófia', 0, 0)",
            (account.id,),
        )
    qtbot.keyClicks(edit, "hello @zso")
    qtbot.waitUntil(lambda: words(completing) == ["@zsofia_k"], timeout=3_000)
    assert completing.popup.rows[0].detail == "Zsófia"
    qtbot.keyClick(edit, KEYS.Key_Tab)
    assert edit.text() == "hello @zsofia_k "


def test_escape_keeps_it_away_until_the_next_word(
    completing: Completing, edit: PostEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "#l")
    qtbot.keyClick(edit, KEYS.Key_Escape)
    qtbot.keyClicks(edit, "e")
    assert words(completing) == []
    qtbot.keyClicks(edit, " #l")
    assert words(completing)[0] == "#LeafAndKiln"


def test_nothing_to_offer_shows_nothing(
    completing: Completing, edit: PostEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "#zzzz me@le www.a.com/#le")
    assert words(completing) == []
