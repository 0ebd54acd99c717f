from __future__ import annotations

from services.publishing.lengths import config_for
from services.shop import Shop
from services.text.measure import LONG, STANDARD, parse


def test_premium_decides_how_long_a_post_may_be(shop: Shop) -> None:
    account = shop.accounts.active()
    text = "شاي 🍵 " * 100
    assert config_for(account) is STANDARD
    assert not parse(text, config=config_for(account)).fits
    account = shop.accounts.set_long_posts(account.id, True)
    assert config_for(account) is LONG
    assert parse(text, config=config_for(account)).fits
