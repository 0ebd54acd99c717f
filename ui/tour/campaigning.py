"""A campaign with its tag, a giveaway, and what the queue offers for a free day."""

from __future__ import annotations

from datetime import timedelta

from services.clock import in_zone
from ui.shop.shop_page import ShopPage
from ui.tour.stage import Stage, TourFailed
from ui.tour.words import TourWords

TAG = "#teatime"
DAYS = 14


def campaign(stage: Stage, words: TourWords) -> None:
    """One that runs, its page, and a giveaway that is being written."""
    stage.show_tab("shop")
    page = next((one for one in stage.program.rooms.built() if isinstance(one, ShopPage)), None)
    if page is None:
        raise TourFailed("the Shop tab is not built")
    today = in_zone(stage.clock.now(), stage.account.zone).date()
    made = stage.shop.campaigns.add(
        stage.account.id,
        name=words.shop,
        tag=TAG,
        first_day=today - timedelta(days=DAYS),
        last_day=today + timedelta(days=DAYS),
    )
    page.open_campaigns()
    stage.shoot("shop-campaigns", running=len(stage.shop.campaigns.running(stage.account.id)))
    page.campaigns.campaign.open(made.id)
    figures = stage.shop.reach.figures(made, stage.account.zone)
    stage.shoot("shop-campaign", posts=figures.posts)
    page.campaigns.giveaway.begin()
    stage.shoot("shop-giveaway")
    page.campaigns.close()
    stage.settle()


def fill(stage: Stage) -> None:
    """What a free day could be filled with."""
    stage.show_tab("queue")
    stage.queue.header.fill.click()
    stage.settle()
    stage.shoot("queue-fill")
    offer = stage.queue.filling.popover
    if offer is None:
        raise TourFailed("nothing is offered for a free day")
    offer.close()
