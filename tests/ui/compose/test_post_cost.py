from __future__ import annotations

from typing import Any

import pytest

from services.accounts.accounts import Account, Way
from services.publishing.drafts import DraftPart
from services.shop import Shop
from services.text.measure import parse
from ui.compose.content import Attached, Content, PartContent
from ui.compose.post_cost import budget_left, cost_of, would_wait

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = ("お茶", "فنجان leafkiln.shop")


@pytest.fixture
def own(shop: Shop) -> Account:
    made = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, made.id))
    shop.accounts.set_budget(made.id, 300_000)
    return shop.accounts.get(made.id)


def test_a_thread_costs_all_of_its_parts(shop: Shop, own: Account) -> None:
    described = (Attached("h", "two cups"), Attached("i", " "))
    content = Content((PartContent(TEXTS[0], described), PartContent(TEXTS[1])))
    measured = [parse(text) for text in TEXTS]
    assert cost_of(own, content, measured) == 15_000 + 5_000 + 200_000
    assert cost_of(shop.accounts.practice(), content, measured) is None


def test_what_is_in_doubt_is_not_left(shop: Shop, own: Account, clock: Any) -> None:
    assert budget_left(shop, own) == 300_000
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart(TEXTS[1]),))
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'needs_you', reason = 'Unclear'")
        connection.execute("UPDATE part SET attempted_at = ?", (clock.now(),))
    assert budget_left(shop, own) == 100_000
    assert budget_left(shop, shop.accounts.practice()) is None


def test_a_post_dearer_than_the_whole_budget_is_told_so(own: Account) -> None:
    assert would_wait(own, 200_000, 300_000) == would_wait(own, 5, None) == ""
    assert would_wait(own, 200_000, 100_000) == (
        "This costs $0.20, and $0.10 of the month's budget is left: it would wait."
    )
    assert would_wait(own, 400_000, 100_000) == (
        "This costs $0.40, more than the whole month's budget: it would wait until you change that."
    )
