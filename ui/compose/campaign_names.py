"""The campaigns that a post can belong to, as More and the post's own chip name them."""

from __future__ import annotations

from services.campaigns.campaigns import Stage
from services.shop import Shop
from ui.compose.more_menu import CampaignName


def campaign_names(shop: Shop, account_id: str, own: str | None = None) -> tuple[CampaignName, ...]:
    """Those that run, the first to end before the others; those to come, the nearest first; and
    the post's own, whose id is `own`, also when it is over."""
    today = shop.campaigns.today(account_id)
    every = shop.campaigns.all(account_id)
    running = [one for one in every if one.stage(today) is Stage.RUNNING]
    coming = [one for one in every if one.stage(today) is Stage.COMING]
    over = [one for one in every if one.stage(today) is Stage.OVER and one.id == own]
    running.sort(key=lambda one: one.last_day)
    coming.sort(key=lambda one: one.first_day)
    return tuple(CampaignName(one.id, one.name) for one in (*running, *coming, *over))
