"""The sample shop's 28 days against the 28 before, held against the practice X itself."""

from __future__ import annotations

import pytest

from services.analytics.coverage import Calendar
from services.analytics.figures import ENGAGEMENT_KINDS, TILES, Headline, Key
from services.analytics.tiles import value_of
from services.clock import DAY
from services.shop import Shop


def test_the_first_start_can_compare(shop: Shop) -> None:
    account = shop.accounts.active()
    shop.archive.sample(account.id)
    shop.feeds.check(account.id)
    figures = shop.report.build(account.id)
    for tile in figures.tiles:
        assert tile.change is not None, tile.key
        assert tile.missing_days == 0
    assert figures.headline is not Headline.NEW
    assert figures.tile(Key.FIRST_ANSWER).value > 0
    assert len(figures.top_posts) == 5
    *days, today = figures.line
    assert today.value is None
    assert today.before is not None
    assert all(point.value and point.before for point in days), "seen on every day"
    assert max(point.value or 0 for point in days) < figures.tile(Key.SEEN).value / 4


def test_the_posts_seen_most_come_with_their_pictures(shop: Shop) -> None:
    account = shop.accounts.active()
    shop.archive.sample(account.id)
    top = shop.report.build(account.id).top_posts
    assert all(post.pictured for post in top)
    for post in top:
        kept = shop.pictures.get(post.picture or "")
        assert shop.pictures.path(kept.hash).stat().st_size == kept.bytes


def test_each_tile_is_what_x_says_and_what_its_list_says(shop: Shop) -> None:
    account = shop.accounts.active()
    shop.archive.sample(account.id)
    shop.feeds.check(account.id)
    figures = shop.report.build(account.id)
    since, _ = Calendar(account.zone, shop.clock.now()).span(figures.period)
    client = shop.clients.for_account(account)
    page = client.own_posts(account.x_user_id or "", since=since, limit=800, owner_metrics=True)
    told = [post.metrics for post in page.posts if post.metrics]
    assert figures.tile(Key.SEEN).value == sum(one.impressions for one in told)
    assert figures.tile(Key.LIKES).value == sum(one.likes for one in told)
    assert figures.tile(Key.LINK_CLICKS).value == sum(one.link_clicks or 0 for one in told)
    assert figures.tile(Key.POSTS).value + figures.tile(Key.ANSWERS).value == len(page.posts)
    for key in (*TILES, *ENGAGEMENT_KINDS):
        items = shop.report.items(account.id, key, figures.period)
        assert figures.tile(key).value == pytest.approx(value_of(key, items))


def test_after_two_periods_every_figure_can_be_compared(shop: Shop) -> None:
    account = shop.accounts.active()
    for _ in range(57):
        shop.archive.sample(account.id)
        shop.feeds.check(account.id)
        shop.clock.advance(DAY)  # type: ignore[attr-defined]  # a clock that is moved by hand
    shop.archive.sample(account.id)
    figures = shop.report.build(account.id)
    for key in (Key.LINK_CLICKS, Key.PROFILE_CLICKS, Key.FOLLOWERS):
        tile = figures.tile(key)
        assert tile.before is not None
        assert tile.missing_days == 0
