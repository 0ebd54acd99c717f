from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.compose.last_drafts import LastDrafts


@pytest.fixture
def last(qtbot: QtBot, themed: Any) -> LastDrafts:
    made = LastDrafts()
    qtbot.addWidget(made)
    return made


def test_the_newest_three_are_offered(
    last: LastDrafts, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    account = shop.accounts.active()
    for text in ("oldest", "شاي جديد", "新しい湯呑み 🍵", "newest"):
        made = shop.drafts.new(account.id)
        shop.drafts.save(made.id, parts=(DraftPart(text),))
        clock.advance(3_600)
    posts = shop.drafts.all(account.id)
    last.show_posts(posts, zone="UTC", now=clock.now())
    last.resize(640, last.sizeHint().height())
    last.show()
    words = [card.accessibleName().rpartition(", ")[0] for card in last.cards]
    assert words == ["newest", "新しい湯呑み 🍵", "شاي جديد"]
    assert len({card.height() for card in last.cards}) == 1
    chosen: list[str] = []
    last.chosen.connect(chosen.append)
    qtbot.mouseClick(last.cards[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(last.cards[0], Qt.Key.Key_Space)
    assert chosen == [posts[2].id, posts[0].id]
    last.grab()


def test_none_takes_no_room(last: LastDrafts) -> None:
    last.show_posts((), zone="UTC", now=0)
    assert last.isHidden()
    assert last.cards == ()
