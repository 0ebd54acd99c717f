from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.shop import Shop
from services.x_api.practice import PracticeX, open_practice
from tests.connected_shop import connected_shop

TEXTS = ("New cups from the kiln", "新しい茶碗です leafkiln.shop", "فنجان جديد من الفرن")


@pytest.fixture
def x(clock: SteppedClock) -> Iterator[PracticeX]:
    opened = open_practice(":memory:", clock)
    yield opened
    opened.close()


@pytest.fixture
def shop(paths: Paths, clock: SteppedClock, x: PracticeX) -> Iterator[Shop]:
    with connected_shop(paths, clock, x, zone="Europe/Madrid") as opened:
        yield opened


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.active()


@pytest.fixture
def lived(shop: Shop, own: Account, clock: SteppedClock) -> Account:
    """Three posts went out, the inbox and the figures were read, all on the practice X."""
    for text in TEXTS:
        draft = shop.drafts.new(own.id)
        shop.drafts.save(draft.id, parts=(DraftPart(text),))
        shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.publisher.publish_due(account_id=own.id)
    shop.archive.sample(own.id)
    shop.feeds.check(own.id)
    return shop.accounts.get(own.id)


@pytest.fixture
def window(qtbot: Any, themed: Any) -> Any:
    from PySide6.QtWidgets import QWidget

    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    return made
