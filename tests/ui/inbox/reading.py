"""What the inbox page shows, and what its owner does with it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.inbox.inbox_page import InboxPage
from ui.page import Undo
from widgets.item_row import HeadValue, ItemValue


def activate(page: InboxPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def rows(page: InboxPage) -> list[str]:
    """What each row says, heads in brackets."""
    return [
        f"[{row.text}]" if isinstance(row, HeadValue) else row.text
        for row in page.lanes.list.items.rows
    ]


def unread(page: InboxPage) -> list[str]:
    return [
        row.text for row in page.lanes.list.items.rows if isinstance(row, ItemValue) and row.unread
    ]


def counts(page: InboxPage) -> list[int]:
    return [page.lanes.lanes.lane(key).count for key in ("to_answer", "waiting", "done", "snoozed")]


def answer(page: InboxPage, text: str, qtbot: QtBot) -> Undo:
    page.pane.box.set_text(text)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.pane.box.button.click()
    undo: Undo = offered.args[0]
    return undo
