"""A practice account in Helsinki, and posts in every state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.clock import from_wall
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.shop import Shop
from ui.queue.queue_page import QueuePage

ZONE = "Europe/Helsinki"


@pytest.fixture
def account(shop: Shop) -> Account:
    """It is Friday, 20 November 2026, noon in Helsinki."""
    return shop.accounts.set_zone(shop.accounts.practice().id, ZONE)


@pytest.fixture
def queued(shop: Shop, account: Account) -> Callable[..., Post]:
    """`queued("text", "2026-11-21T09:00")`; `state` and `reason` are written straight in."""

    def make(
        text: str, wall: str, *, state: str = "queued", reason: str = "", detail: str = ""
    ) -> Post:
        post = shop.drafts.new(account.id)
        shop.drafts.save(post.id, parts=(DraftPart(text),))
        due_at = from_wall(wall, account.zone)
        shop.outbox.enqueue(post.id, due_at=due_at, due_wall=wall, due_zone=account.zone)
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET state = ?, reason = ?, reason_detail = ?, sent_at = ? "
                "WHERE id = ?",
                (
                    state,
                    reason or None,
                    detail or None,
                    due_at if state == "sent" else None,
                    post.id,
                ),
            )
        return shop.outbox.get(post.id)

    return make


@pytest.fixture
def page(shop: Shop, account: Account, inline_tasks: Any, themed: Any, qtbot: Any) -> QueuePage:
    """Shown at the size it is designed for, with weeks that begin on Monday."""
    page = QueuePage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    page.show()
    return page
