"""An account with X Premium writes up to 25,000, and the sheet knows it at once."""

from __future__ import annotations

from services.shop import Shop
from ui.compose.compose_page import ComposePage

LONG_TEXT = "شرح طويل عن الشاي 🍵 " * 100


def test_premium_makes_room_at_once(page: ComposePage, shop: Shop) -> None:
    page.composer.sheet.edit.set_text(LONG_TEXT)
    (measured,) = page.composer.measured
    assert (measured.fits, measured.limit) == (False, 280)

    shop.accounts.set_long_posts(shop.accounts.active().id, True)
    page.refresh()

    (measured,) = page.composer.measured
    assert (measured.fits, measured.limit) == (True, 25_000)
    assert page.composer.sheet.edit.text() == LONG_TEXT
    shop.accounts.set_long_posts(shop.accounts.active().id, False)
    page.refresh()
    assert not page.composer.measured[0].fits


def test_another_account_is_another_length(page: ComposePage, shop: Shop) -> None:
    shop.accounts.set_long_posts(shop.accounts.practice().id, True)
    page.refresh()
    assert page.composer.measured[0].limit == 25_000
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    page.show_account(own)
    assert page.composer.measured[0].limit == 280
